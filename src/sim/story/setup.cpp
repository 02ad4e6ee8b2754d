// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/story/setup.h"

#include "agent/session.h"
#include "base/sha256.h"
#include "protocol/codec.h"
#include "protocol/commandlines.h"
#include "sim/errors.h"
#include "sim/system/simsystem.h"

#include <map>

namespace sparkloom::sim {

namespace verb = protocol::verb;

namespace {

constexpr std::string_view kAgentText = "The agent of a virtual Spark; it runs inside the simulator.\n";
constexpr std::string_view kOwner = "somebody@another-computer";

// What another Spark reaches this one by: its name and its management addresses.
std::vector<std::string> managementNames(const domain::SparkFacts &facts)
{
    std::vector<std::string> names{facts.hostname};
    for (const domain::OtherInterface &other : facts.others)
        if (other.name == facts.managementInterface)
            for (const domain::Ipv4Interface &address : other.addresses)
                names.push_back(address.address.toString());
    return names;
}

// The evidence that the neighbour probes would give: each half is heard by the half of its side at every other end.
std::vector<domain::Evidence> evidenceOf(World &world, const std::vector<domain::SparkFacts> &facts)
{
    std::vector<domain::Evidence> evidence;
    for (const auto &spark : world.sparks())
        for (const domain::CageIndex cage : domain::kAllCages) {
            const Socket here = Socket::ofSpark(spark->number, cage);
            for (const Socket &there : world.cabling().wire(here))
                for (const domain::Side side : {domain::Side::A, domain::Side::B})
                    if (there != here)
                        evidence.push_back({domain::EvidenceKind::Ipv6Datagram,
                            {facts[static_cast<std::size_t>(here.spark)].id, {here.cage, side}},
                            {facts[static_cast<std::size_t>(there.spark)].id, {there.cage, side}}});
        }
    return evidence;
}

} // namespace

// One agent process, spoken to in its own lines.
class SetUp::Agent {
public:
    Agent(World &world, Spark &spark, Credentials who, const std::string &path)
        : m_world(world), m_system(world, spark, who, path),
          m_session(m_system, who.isRoot() ? agent::Mode::Root : agent::Mode::User,
              [this](const std::string &line) { receive(line); })
    {
        m_session.start();
    }
    ~Agent() { m_session.inputEnded(); }

    void ask(std::string_view verb, const std::string &body, std::function<void(const protocol::Envelope &)> answered)
    {
        m_answered[++m_lastId] = std::move(answered);
        m_session.receive(protocol::requestLine(m_lastId, verb, body) + '\n');
    }

private:
    void receive(const std::string &line)
    {
        const auto envelope = protocol::decodeLine(line);
        if (!envelope || (envelope->type != "done" && envelope->type != "error"))
            return;
        auto node = m_answered.extract(envelope->id);
        if (node.empty())
            return;
        // Not from inside the session: what follows may talk to it again.
        m_world.loop().after(std::chrono::milliseconds(0),
            [answered = std::move(node.mapped()), envelope = *envelope, alive = std::weak_ptr(m_alive)] {
                if (!alive.expired())
                    answered(envelope);
            });
    }

    World &m_world;
    SimSystem m_system;
    agent::Session m_session;
    std::map<std::int64_t, std::function<void(const protocol::Envelope &)>> m_answered;
    std::int64_t m_lastId = 0;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

struct SetUp::Hands {
    Hands(World &world, Spark &spark, const std::string &path)
        : user(world, spark, spark.user, path), root(world, spark, kRoot, path)
    {}
    Agent user;
    Agent root;
};

SetUp::SetUp(World &world, int mtu, std::function<void(base::Result<void>)> done)
    : m_world(world), m_mtu(mtu), m_done(std::move(done)), m_inputs(world.sparks().size())
{}

SetUp::~SetUp() = default;

void SetUp::start()
{
    const std::string path = protocol::rootAgentPath(base::sha256Hex(kAgentText));
    const auto content = std::make_shared<const std::string>(kAgentText);
    for (const auto &spark : m_world.sparks()) {
        if (spark->files.info(kRoot, "/usr/local/libexec").kind == agent::FileInfo::Kind::Missing)
            spark->files.putFile(std::string(protocol::kRootFolder) + "/.made-parent", "", 0644);
        spark->files.putContent(path, content, 0755, kRoot);
        m_hands.push_back(std::make_unique<Hands>(m_world, *spark, path));
    }
    step(0);
}

void SetUp::step(std::size_t number)
{
    const Body nothing = [](std::size_t) { return std::string("{}"); };
    const Use ignore = [](std::size_t, const std::string &) { return base::Result<void>(); };
    switch (number) {
    case 0: return forAll(false, verb::kClusterKey, nothing, ignore, 1);
    case 1:
        return forAll(
            false, verb::kInventory, [](std::size_t) { return protocol::encode(protocol::InventoryRequest{}); },
            [this](std::size_t spark, const std::string &answer) -> base::Result<void> {
                auto inventory = protocol::decode<protocol::InventoryAnswer>(answer);
                if (!inventory)
                    return inventory.error();
                m_inputs[spark].names = managementNames(inventory->facts);
                m_inputs[spark].facts = std::move(inventory->facts);
                return {};
            },
            2);
    case 2:
        return forAll(
            true, verb::kReadConfig, nothing,
            [this](std::size_t spark, const std::string &answer) -> base::Result<void> {
                auto config = protocol::decode<protocol::ReadConfigAnswer>(answer);
                if (!config)
                    return config.error();
                m_inputs[spark].netplan = std::move(config->files);
                m_inputs[spark].firewall = std::move(config->firewall);
                return {};
            },
            3);
    case 3:
        if (const auto planned = makePlan(); !planned)
            return fail(planned.error());
        return forAll(
            true, verb::kTransactionBegin, [this](std::size_t i) { return beginBody(i); }, ignore, 4);
    case 4: return forAll(true, verb::kTransactionTrial, nothing, ignore, 5);
    case 5: return forAll(true, verb::kTransactionPersist, nothing, ignore, 6);
    case 6: return forAll(true, verb::kTransactionCommit, nothing, ignore, 7);
    case 7:
        return forAll(
            false, verb::kTrustApply,
            [this](std::size_t i) {
                return protocol::encode(protocol::TrustApplyRequest{m_plan.forSpark(m_inputs[i].facts.id)->trust});
            },
            ignore, 8);
    default: break;
    }
    m_hands.clear();
    m_ended = true;
    m_done({});
}

void SetUp::forAll(bool asRoot, std::string_view verb, const Body &body, Use use, std::size_t nextStep)
{
    m_waiting = m_hands.size();
    for (std::size_t i = 0; i < m_hands.size() && !m_ended; ++i) {
        Agent &agent = asRoot ? m_hands[i]->root : m_hands[i]->user;
        agent.ask(verb, body(i), [this, i, use, nextStep](const protocol::Envelope &answer) {
            if (m_ended)
                return;
            if (answer.type == "error")
                return fail(answer.error.value_or(base::Error{}));
            if (const auto used = use(i, answer.body); !used)
                return fail(used.error());
            if (--m_waiting == 0)
                step(nextStep);
        });
    }
}

base::Result<void> SetUp::makePlan()
{
    std::vector<domain::SparkFacts> facts;
    for (const domain::PlanInput &input : m_inputs)
        facts.push_back(input.facts);
    const domain::CableMap map = domain::buildCableMap(facts, evidenceOf(m_world, facts));
    domain::AddressRequest request;
    request.mtu = m_mtu;
    const auto addresses = domain::planAddresses(map, facts, request);
    if (!addresses)
        return addresses.error();
    auto plan = domain::makePlan(*addresses, m_inputs);
    if (!plan)
        return plan.error();
    m_plan = std::move(plan).value();
    return {};
}

std::string SetUp::beginBody(std::size_t number) const
{
    const domain::SparkFacts &facts = m_inputs[number].facts;
    protocol::TransactionBegin begin;
    begin.transactionId = base::sha256Hex(m_plan.id + facts.id.value).substr(0, 16);
    begin.planId = m_plan.id;
    begin.clusterId = m_plan.clusterId;
    begin.clusterName = m_world.scenario().name;
    begin.owner = kOwner;
    begin.config = m_plan.forSpark(facts.id)->network;
    begin.seen = facts.netplanFiles;
    begin.timerSeconds = m_plan.timerSeconds;
    begin.managementInterface = facts.managementInterface;
    return protocol::encode(begin);
}

void SetUp::fail(const base::Error &error)
{
    m_ended = true;
    const std::string why = error.detail.empty() ? error.message.id : error.message.id + ": " + error.detail;
    m_done(simError(base::ErrorKind::Failed, "the scenario could not be set up: " + why));
}

} // namespace sparkloom::sim
