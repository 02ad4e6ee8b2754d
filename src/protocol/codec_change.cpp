// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"

#include "domain/plan/sshtrust.h"

// What an agent changes: keys, trust, wake and the transaction.
namespace sparkloom::protocol {
namespace json {
namespace {

constexpr Range kTimer{5, 300};
constexpr std::size_t kMaxFirewallRules = 256;

bool isPublicKey(std::string_view text)
{
    return domain::canonicalPublicKey(text) == text;
}
bool isTag(std::string_view text)
{
    const std::size_t colon = text.find(':');
    return colon != text.npos && isToken(text.substr(0, colon)) && isToken(text.substr(colon + 1))
        && colon + 1 < text.size();
}
bool isClusterId(std::string_view text)
{
    return !text.empty() && isToken(text);
}
bool isTransactionId(std::string_view text)
{
    return text.size() == 16 && isHexDigits(text);
}
bool isNoTransactionOrId(std::string_view text)
{
    return text.empty() || isTransactionId(text);
}

} // namespace

void exchange(Node &node, InstallKeyRequest &value)
{
    node.field("publicKey", value.publicKey, Text{1024, isPublicKey});
    node.field("tag", value.tag, Text{128, isTag});
}

void exchange(Node &node, InstallKeyAnswer &value)
{
    node.field("changed", value.changed);
}

void exchange(Node &node, RemoveKeyRequest &value)
{
    node.field("publicKey", value.publicKey, Text{1024, isPublicKey});
    node.field("tag", value.tag, Text{128, isTag});
}

void exchange(Node &node, ClusterKeyAnswer &value)
{
    node.field("publicKey", value.publicKey, Text{1024, isPublicKey});
    node.field("created", value.created);
}

void exchange(Node &node, TrustStateRequest &value)
{
    node.field("clusterId", value.clusterId, Text{64, isClusterId});
}

void exchange(Node &node, TrustApplyRequest &value)
{
    node.field("trust", value.trust);
}

void exchange(Node &node, TrustRemoveRequest &value)
{
    node.field("clusterId", value.clusterId, Text{64, isClusterId});
    node.field("removeClusterKey", value.removeClusterKey);
}

void exchange(Node &node, SshCheckRequest &value)
{
    node.field("user", value.user, Text{32, isUser});
    node.field("name", value.name, Text{253, isHost});
    node.field("timeoutMs", value.timeoutMs, Range{100, 60000});
}

void exchange(Node &node, SshCheckAnswer &value)
{
    node.field("ok", value.ok);
    node.field("hostname", value.hostname, Text{kMaxName});
    node.field("problem", value.problem, Text{kMaxText});
}

void exchange(Node &node, ReadConfigAnswer &value)
{
    node.list("files", value.files, Count{512});
    node.field("firewall", value.firewall);
}

void exchange(Node &node, domain::FirewallState &value)
{
    node.field("ufwActive", value.ufwActive);
    node.list("ufwAllows", value.ufwAllows, Count{kMaxFirewallRules}, Text{15, isInterface});
    node.field("docker", value.docker);
    node.field("forwardPolicy", value.forwardPolicy, Text{16, isWordOrEmpty});
}

void exchange(Node &node, WakeRequest &value)
{
    node.field("seconds", value.seconds, Range{10, 1800});
}

void exchange(Node &node, WakeAnswer &value)
{
    node.list("raised", value.raised, Count{domain::kAllHalves.size()}, Text{15, isInterface});
}

void exchange(Node &node, TransactionBegin &value)
{
    node.field("transactionId", value.transactionId, Text{16, isTransactionId});
    node.field("planId", value.planId, Text{64, isToken});
    node.field("clusterId", value.clusterId, Text{64, isToken});
    node.field("clusterName", value.clusterName, Text{kMaxName});
    node.field("owner", value.owner, Text{kMaxName});
    node.field("config", value.config);
    node.list("seen", value.seen, Count{512});
    node.field("timerSeconds", value.timerSeconds, kTimer);
    node.field("managementInterface", value.managementInterface, Text{15, isWordOrEmpty});
}

void exchange(Node &node, TransactionPhase &value)
{
    static constexpr Words<TransactionPhase, 6> kPhases{
        {{TransactionPhase::None, "none"}, {TransactionPhase::Begun, "begun"}, {TransactionPhase::Trial, "trial"},
            {TransactionPhase::Persisted, "persisted"}, {TransactionPhase::Committed, "committed"},
            {TransactionPhase::RolledBack, "rolled-back"}}};
    exchange(node, value, &kPhases);
}

void exchange(Node &node, TransactionStatus &value)
{
    node.field("transactionId", value.transactionId, Text{16, isNoTransactionOrId});
    node.field("phase", value.phase);
    node.field("timerLeftMs", value.timerLeftMs, Range{0, 3'600'000});
    node.field("owner", value.owner, Text{kMaxName});
    node.field("sinceUtcMs", value.sinceUtcMs, kSafeInteger);
    node.field("undoAvailable", value.undoAvailable);
    node.field("problem", value.problem, Text{kMaxText});
}

void exchange(Node &node, UndoRequest &value)
{
    node.field("transactionId", value.transactionId, Text{16, isTransactionId});
    node.field("timerSeconds", value.timerSeconds, kTimer);
    node.field("owner", value.owner, Text{kMaxName});
}

void exchange(Node &node, ForgetAnswer &value)
{
    node.list("removed", value.removed, Count{256}, Text{kMaxText});
}

} // namespace json

std::string_view toText(TransactionPhase phase)
{
    switch (phase) {
    case TransactionPhase::None: return "none";
    case TransactionPhase::Begun: return "begun";
    case TransactionPhase::Trial: return "trial";
    case TransactionPhase::Persisted: return "persisted";
    case TransactionPhase::Committed: return "committed";
    case TransactionPhase::RolledBack: return "rolled-back";
    }
    return "none";
}

SPARKLOOM_JSON_TYPE(InstallKeyRequest)
SPARKLOOM_JSON_TYPE(InstallKeyAnswer)
SPARKLOOM_JSON_TYPE(RemoveKeyRequest)
SPARKLOOM_JSON_TYPE(ClusterKeyAnswer)
SPARKLOOM_JSON_TYPE(TrustStateRequest)
SPARKLOOM_JSON_TYPE(TrustApplyRequest)
SPARKLOOM_JSON_TYPE(TrustRemoveRequest)
SPARKLOOM_JSON_TYPE(SshCheckRequest)
SPARKLOOM_JSON_TYPE(SshCheckAnswer)
SPARKLOOM_JSON_TYPE(ReadConfigAnswer)
SPARKLOOM_JSON_TYPE(WakeRequest)
SPARKLOOM_JSON_TYPE(WakeAnswer)
SPARKLOOM_JSON_TYPE(TransactionBegin)
SPARKLOOM_JSON_TYPE(TransactionStatus)
SPARKLOOM_JSON_TYPE(UndoRequest)
SPARKLOOM_JSON_TYPE(ForgetAnswer)

} // namespace sparkloom::protocol
