// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/words.h"
#include "cli/tr.h"
#include "engine/text/names.h"

#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

// A value, its stable word for JSON and its label for people.
template <typename E>
struct Row {
    E value;
    const char *json;
    const char *label;
};

template <typename E, std::size_t N>
const Row<E> *find(const std::array<Row<E>, N> &table, E value)
{
    for (const Row<E> &row : table)
        if (row.value == value)
            return &row;
    return nullptr;
}

template <typename E, std::size_t N>
QString labelOf(const std::array<Row<E>, N> &table, E value)
{
    const Row<E> *row = find(table, value);
    return row ? Cli::tr(row->label) : QString();
}

template <typename E, std::size_t N>
QString jsonOf(const std::array<Row<E>, N> &table, E value)
{
    const Row<E> *row = find(table, value);
    return row ? QString::fromLatin1(row->json) : QString();
}

using Goal = domain::GoalCable::State;
constexpr std::array<Row<Goal>, 4> kGoalStates = {{
    {Goal::Up, "up", QT_TRANSLATE_NOOP("cli", "up")},
    {Goal::HalfUp, "half-up", QT_TRANSLATE_NOOP("cli", "half up")},
    {Goal::Waiting, "waiting", QT_TRANSLATE_NOOP("cli", "to be plugged")},
    {Goal::Unproven, "unproven", QT_TRANSLATE_NOOP("cli", "lit, not proven yet")},
}};

using Host = engine::HostState;
constexpr std::array<Row<Host>, 11> kHostStates = {{
    {Host::Idle, "idle", QT_TRANSLATE_NOOP("cli", "not signed in")},
    {Host::Connecting, "connecting", QT_TRANSLATE_NOOP("cli", "connecting")},
    {Host::HostKeyWaiting, "host-key-waiting", QT_TRANSLATE_NOOP("cli", "fingerprint not accepted")},
    {Host::HostKeyChanged, "host-key-changed", QT_TRANSLATE_NOOP("cli", "host key changed")},
    {Host::SigningIn, "signing-in", QT_TRANSLATE_NOOP("cli", "signing in")},
    {Host::InstallingKey, "installing-key", QT_TRANSLATE_NOOP("cli", "installing this computer's key")},
    {Host::Preparing, "preparing", QT_TRANSLATE_NOOP("cli", "copying the helper program")},
    {Host::Inspecting, "inspecting", QT_TRANSLATE_NOOP("cli", "looking at hardware and network")},
    {Host::Ready, "ready", QT_TRANSLATE_NOOP("cli", "ready")},
    {Host::Failed, "failed", QT_TRANSLATE_NOOP("cli", "failed")},
    {Host::Lost, "lost", QT_TRANSLATE_NOOP("cli", "connection lost")},
}};

using Status = engine::SparkStatus::State;
constexpr std::array<Row<Status>, 5> kStatusStates = {{
    {Status::NotConfigured, "not-configured", QT_TRANSLATE_NOOP("cli", "not set up")},
    {Status::AsPlanned, "as-planned", QT_TRANSLATE_NOOP("cli", "as planned")},
    {Status::Differs, "differs", QT_TRANSLATE_NOOP("cli", "differs from the plan")},
    {Status::HalfApplied, "half-applied", QT_TRANSLATE_NOOP("cli", "half applied")},
    {Status::Unreachable, "unreachable", QT_TRANSLATE_NOOP("cli", "unreachable")},
}};

using Kind = engine::Check::Kind;
constexpr std::array<Row<Kind>, 8> kCheckKinds = {{
    {Kind::Address, "address", QT_TRANSLATE_NOOP("cli", "address")},
    {Kind::Mtu, "mtu", QT_TRANSLATE_NOOP("cli", "MTU")},
    {Kind::RightLane, "right-lane", QT_TRANSLATE_NOOP("cli", "right lane")},
    {Kind::Route, "route", QT_TRANSLATE_NOOP("cli", "route")},
    {Kind::SshName, "ssh-name", QT_TRANSLATE_NOOP("cli", "SSH by name")},
    {Kind::SshLane, "ssh-lane", QT_TRANSLATE_NOOP("cli", "SSH over the lane")},
    {Kind::Management, "management", QT_TRANSLATE_NOOP("cli", "management network")},
    {Kind::Ipv6Off, "ipv6-off", QT_TRANSLATE_NOOP("cli", "IPv6 off")},
}};

using Verdict = engine::Check::Verdict;
constexpr std::array<Row<Verdict>, 3> kVerdicts = {{
    {Verdict::Passed, "passed", QT_TRANSLATE_NOOP("cli", "proven")},
    {Verdict::Failed, "failed", QT_TRANSLATE_NOOP("cli", "failed")},
    {Verdict::NotTested, "not-tested", QT_TRANSLATE_NOOP("cli", "not tested")},
}};

using Evidence = domain::EvidenceKind;
constexpr std::array<Row<Evidence>, 9> kEvidence = {{
    {Evidence::NeighbourTable, "neighbour-table", QT_TRANSLATE_NOOP("cli", "neighbour table")},
    {Evidence::CounterSignature, "counter-signature", QT_TRANSLATE_NOOP("cli", "counters")},
    {Evidence::Ipv4Datagram, "ipv4-datagram", QT_TRANSLATE_NOOP("cli", "IPv4 probe")},
    {Evidence::Ipv6Datagram, "ipv6-datagram", QT_TRANSLATE_NOOP("cli", "IPv6 probe")},
    {Evidence::RawFrame, "raw-frame", QT_TRANSLATE_NOOP("cli", "raw frame")},
    {Evidence::DirectFrame, "direct-frame", QT_TRANSLATE_NOOP("cli", "direct frame")},
    {Evidence::SwitchedFrame, "switched-frame", QT_TRANSLATE_NOOP("cli", "frame through a switch")},
    {Evidence::ModuleSerial, "module-serial", QT_TRANSLATE_NOOP("cli", "serial number of the plug")},
    {Evidence::Unplug, "unplug", QT_TRANSLATE_NOOP("cli", "seen when it was unplugged")},
}};

using Step = domain::PlugStep::Kind;
constexpr std::array<Row<Step>, 3> kSteps = {{
    {Step::Move, "move", ""},
    {Step::Plug, "plug", ""},
    {Step::Pull, "pull", ""},
}};

} // namespace

Names::Names(const std::vector<engine::HostView> &hosts)
{
    for (const engine::HostView &host : hosts)
        if (host.facts)
            m_names.emplace_back(host.facts->id, host.name);
}

QString Names::of(const domain::SparkId &id) const
{
    for (const auto &[known, name] : m_names)
        if (known == id)
            return name;
    return QString::fromStdString(id.value.substr(0, 8));
}

QString Names::of(const domain::CageRef &cage) const
{
    return Cli::tr("%1 cage %2").arg(of(cage.spark)).arg(domain::number(cage.cage));
}

QString Names::of(const domain::CableEnd &end) const
{
    return end.cage ? of(*end.cage) : end.isStorage() ? Cli::tr("storage") : Cli::tr("switch");
}

QString Names::socket(const domain::CableEnd &end) const
{
    return end.cage       ? u"%1:%2"_s.arg(of(end.cage->spark)).arg(domain::number(end.cage->cage))
        : end.isStorage() ? u"storage"_s
                          : u"switch"_s;
}

QString word(domain::GoalCable::State state)
{
    return labelOf(kGoalStates, state);
}
QString word(engine::HostState state)
{
    return labelOf(kHostStates, state);
}
QString word(engine::SparkStatus::State state)
{
    return labelOf(kStatusStates, state);
}
QString word(engine::Check::Kind kind)
{
    return labelOf(kCheckKinds, kind);
}
QString whereOf(const engine::Check &check)
{
    return check.half ? check.from + u' ' + QString::fromStdString(domain::toText(check.half->half)) : check.from;
}

QString word(domain::EvidenceKind kind)
{
    return labelOf(kEvidence, kind);
}

QString word(domain::Certainty certainty)
{
    return certainty == domain::Certainty::Certain ? Cli::tr("certain") : Cli::tr("probable");
}

QString word(domain::Maker maker)
{
    const QString name = engine::text::makerName(maker);
    if (!name.isEmpty())
        return name;
    return Cli::tr("not recognised as a Spark");
}

QString word(domain::Renderer renderer)
{
    switch (renderer) {
    case domain::Renderer::Networkd: return u"systemd-networkd"_s;
    case domain::Renderer::NetworkManager: return u"NetworkManager"_s;
    case domain::Renderer::Unknown: break;
    }
    return Cli::tr("not known");
}

QString evidenceWords(const domain::Cable &cable)
{
    QStringList words;
    for (const domain::Evidence &evidence : cable.evidence)
        if (const QString text = word(evidence.kind); !words.contains(text))
            words << text;
    return words.join(u", "_s);
}

QString jsonWord(domain::GoalCable::State state)
{
    return jsonOf(kGoalStates, state);
}
QString jsonWord(domain::PlugStep::Kind kind)
{
    return jsonOf(kSteps, kind);
}
QString jsonWord(domain::EvidenceKind kind)
{
    return jsonOf(kEvidence, kind);
}
QString jsonWord(engine::HostState state)
{
    return jsonOf(kHostStates, state);
}
QString jsonWord(engine::SparkStatus::State state)
{
    return jsonOf(kStatusStates, state);
}
QString jsonWord(engine::Check::Kind kind)
{
    return jsonOf(kCheckKinds, kind);
}
QString jsonWord(engine::Check::Verdict verdict)
{
    return jsonOf(kVerdicts, verdict);
}

std::vector<base::MessageId> driftOffers(const std::vector<engine::SparkStatus> &status)
{
    bool differs = false, keepable = false, mendable = false, anew = false;
    for (const engine::SparkStatus &each : status)
        for (const engine::DriftView &view : each.drift) {
            if (each.state != engine::SparkStatus::State::Differs || view.kept)
                continue;
            differs = true;
            keepable |= view.canBeKept();
            mendable |= view.finding.reapplyMends;
            anew |= view.finding.kind == domain::DriftKind::SetUpAnew;
        }
    if (!differs)
        return {};
    std::vector<base::MessageId> offers{keepable && mendable ? "cli.drift-offer"_msg
            : keepable                                       ? "cli.drift-offer-keep"_msg
            : mendable                                       ? "cli.drift-offer-apply"_msg
                                                             : "cli.drift-offer-hand"_msg};
    if (anew)
        offers.push_back("cli.drift-offer-adopt"_msg);
    return offers;
}

} // namespace sparkloom::cli
