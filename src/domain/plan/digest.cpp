// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/digest.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

constexpr std::size_t kDigits = 16;

// Feeds values to the hash so that different values never give the same bytes: every text goes with its length.
class Digest {
public:
    void add(std::string_view text)
    {
        m_hash.update(std::to_string(text.size()));
        m_hash.update(":");
        m_hash.update(text);
    }
    void add(const std::string &text) { add(std::string_view(text)); }
    void add(std::int64_t number) { add(std::string_view(std::to_string(number))); }
    void add(int number) { add(static_cast<std::int64_t>(number)); }
    void add(bool value) { add(value ? 1 : 0); }
    void add(const SparkId &id) { add(id.value); }
    void add(HalfId half) { add(toText(half)); }

    void add(const base::Message &message)
    {
        add(message.id);
        add(static_cast<int>(message.arguments.size()));
        for (const auto &[name, argument] : message.arguments) {
            add(name);
            if (const auto *text = std::get_if<std::string>(&argument))
                add(*text);
            else if (const auto *number = std::get_if<std::int64_t>(&argument))
                add(*number);
            else
                add(std::to_string(std::get<double>(argument)));
        }
    }
    template <typename T>
    void add(const std::vector<T> &values)
    {
        add(static_cast<int>(values.size()));
        for (const T &value : values)
            add(value);
    }

    void add(const LaneEnd &end)
    {
        add(end.half.spark);
        add(end.half.half);
        add(end.netdev);
        add(end.mac.toString());
        add(end.address.toString());
    }
    void add(const Lane &lane)
    {
        add(lane.cable);
        add(letter(lane.side));
        add(lane.subnet.toString());
        add(lane.ends);
        if (lane.role == Lane::Role::Storage)
            add(std::string_view("storage"));
    }
    void add(const AddressPlan &plan)
    {
        add(toText(plan.topology));
        add(plan.pool.toString());
        add(plan.mtu);
        add(plan.lanes);
    }
    void add(const HalfConfig &half)
    {
        add(half.half);
        add(half.netdev);
        add(half.address.toString());
        add(half.mtu);
    }
    void add(const ForeignFile &file)
    {
        add(file.path);
        add(file.sha256);
        add(file.restSha256);
    }
    void add(const AdoptedFile &file)
    {
        add(file.path);
        add(file.sha256);
        add(file.halves);
    }
    void add(const HostsEntry &entry)
    {
        add(entry.address.toString());
        add(entry.names);
    }
    void add(const HostKeyLine &key)
    {
        add(key.type);
        add(key.base64);
    }
    void add(const SshPeer &peer)
    {
        add(peer.spark);
        add(peer.user);
        add(peer.names);
        add(peer.fabricNames);
        add(peer.hostKeys);
        add(peer.publicKey);
    }
    void add(const SshTrust &trust)
    {
        add(trust.clusterId);
        add(trust.peers);
        add(trust.allowedFrom);
    }
    void add(const Change &change)
    {
        add(static_cast<int>(change.kind));
        add(static_cast<int>(change.risk));
        add(change.title);
        add(change.reason);
        add(change.undo);
        add(change.path);
        add(change.diff);
        add(change.command);
        add(change.needsRoot);
    }
    void add(const SparkPlan &plan)
    {
        add(plan.spark);
        add(plan.hostname);
        add(plan.network.halves);
        add(plan.network.takeOver);
        add(plan.network.adopted);
        add(plan.network.firewall);
        add(plan.network.hosts);
        add(plan.networkChanges);
        add(plan.trust);
        add(plan.trustChanges);
        add(plan.changes);
    }

    std::string finish()
    {
        const base::Digest256 digest = m_hash.finish();
        return base::toHex({reinterpret_cast<const char *>(digest.data()), digest.size()}).substr(0, kDigits);
    }

private:
    base::Sha256 m_hash;
};

} // namespace

std::string planDigest(const Plan &plan)
{
    Digest digest;
    digest.add(plan.clusterId);
    digest.add(plan.addresses);
    digest.add(plan.sparks);
    digest.add(plan.warnings);
    digest.add(plan.timerSeconds);
    return digest.finish();
}

std::string clusterDigest(std::vector<SparkId> sparks)
{
    std::sort(sparks.begin(), sparks.end());
    Digest digest;
    digest.add(sparks);
    return digest.finish();
}

} // namespace sparkloom::domain
