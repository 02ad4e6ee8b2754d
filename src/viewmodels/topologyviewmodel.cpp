// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/topologyviewmodel.h"

#include "domain/fabric/cableparts.h"
#include "engine/text/isolates.h"
#include "engine/text/names.h"
#include "viewmodels/words.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

QString partLine(const domain::CablePart &part)
{
    const QString name = u"%1 %2"_s.arg(QString::fromUtf8(part.maker.data(), static_cast<qsizetype>(part.maker.size())),
        QString::fromUtf8(part.partNumber.data(), static_cast<qsizetype>(part.partNumber.size())));
    if (part.lengthCentimetres == 0)
        return name;
    return u"%1 · %2 m"_s.arg(name, QLocale().toString(part.lengthCentimetres / 100.0));
}

QStringList partsWith(domain::CablePart::Ends ends)
{
    QStringList lines;
    for (const domain::CablePart &part : domain::cableParts())
        if (part.ends == ends)
            lines << partLine(part);
    return lines;
}

// Whole numbers: the figures are those of sources that round to tenths at best.
QString gbps(double value)
{
    return QLocale().toString(qRound(value));
}

} // namespace

void TopologyViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    std::vector<domain::SparkFacts> facts;
    for (const engine::HostView &host : hosts)
        if (host.facts)
            facts.push_back(*host.facts);
    if (facts == m_facts)
        return;
    if (facts.size() != m_facts.size())
        m_byPerson.reset(); // what was possible then may not be now
    m_facts = std::move(facts);
    rebuild();
}

void TopologyViewModel::setCabling(const engine::CablingView &cabling)
{
    const bool sameMap = cabling.map == m_cabling.map;
    m_cabling = cabling;
    if (sameMap)
        Q_EMIT changed();
    else
        rebuild();
}

void TopologyViewModel::setProblem(const std::optional<base::Error> &error)
{
    m_problem = error;
    Q_EMIT changed();
}

void TopologyViewModel::setGoal(std::optional<domain::Topology> goal)
{
    m_goal = goal;
    m_byPerson.reset();
    rebuild();
}

std::optional<domain::Topology> TopologyViewModel::chosen() const
{
    const domain::TopologyOption *chosen = option();
    return chosen ? std::optional(chosen->topology) : std::nullopt;
}

const domain::TopologyOption *TopologyViewModel::option() const
{
    if (m_options.empty())
        return nullptr;
    const std::optional<domain::Topology> goal = m_byPerson ? m_byPerson : m_goal;
    const auto wanted = std::find_if(m_options.begin(), m_options.end(),
        [&goal](const domain::TopologyOption &option) { return option.topology == goal; });
    return wanted == m_options.end() ? &m_options.front() : &*wanted;
}

void TopologyViewModel::rebuild()
{
    m_options = domain::topologyOptions(m_cabling.map, m_facts);
    Q_EMIT changed();
}

std::vector<TopologyCard> TopologyViewModel::cards() const
{
    std::vector<TopologyCard> cards;
    for (const domain::TopologyOption &each : m_options)
        cards.push_back(cardOf(each));
    return cards;
}

TopologyCard TopologyViewModel::cardOf(const domain::TopologyOption &each) const
{
    TopologyCard card;
    card.topology = each.topology;
    card.title = engine::text::topologyTitle(each.topology);
    card.badge = each.cabled ? tr("Cabled already") : each.recommended ? tr("Recommended") : QString();
    QStringList facts;
    if (each.pooledBytes > 0) {
        const QString gigabytes = QLocale().toString(qRound64(static_cast<double>(each.pooledBytes) / 1e9));
        const bool all = each.pooledSparks == sparkCount();
        facts << (all ? tr("%1 GB of memory together").arg(gigabytes)
                      : tr("%1 GB of memory for each two").arg(gigabytes));
    }
    facts << tr("%n cable(s)", nullptr, each.cables);
    facts << (each.switchPorts > 0 ? tr("a switch") : each.storagePorts > 0 ? tr("storage") : tr("no switch"));
    facts << tr("%1 to %2 Gb/s").arg(gbps(each.speed.lowGbps), gbps(each.speed.highGbps));
    card.facts = engine::text::joined(facts, u" · "_s);
    card.reason = engine::text::sentence(each.reason);
    card.chosen = option() && option()->topology == each.topology;
    card.cabled = each.cabled;
    return card;
}

bool TopologyViewModel::looking() const
{
    return m_cabling.running && !m_cabling.map.unknown.empty();
}

QString TopologyViewModel::headline() const
{
    if (m_options.empty())
        return tr("How are they to be joined?");
    const domain::TopologyOption &first = m_options.front();
    if (first.cabled) //: %1: "a ring", "a pair with one cable"
        return tr("You have already cabled %1: use it.").arg(engine::text::topologyPhrase(first.topology));
    if (looking())
        return tr("Finding out where your cables lead.");
    if (first.cablesThere > 0)
        return tr("You have begun: %n cable(s) of %1 in place.", nullptr, first.cablesThere)
            .arg(engine::text::topologyPhrase(first.topology));
    return tr("How are they to be joined?");
}

QString TopologyViewModel::detail() const
{
    if (looking())
        return tr("Both ends of a cable speak to each other first. This takes a few seconds.");
    return tr("Every cable has two lanes, one for each half of a socket. You can come back and choose another form.");
}

PageAction TopologyViewModel::primaryAction() const
{
    const domain::TopologyOption *chosen = option();
    if (!chosen)
        return {tr("Continue"), false, tr("Sign in to two Sparks or more first")};
    if (chosen->cabled)
        return {tr("Use it"), true, {}};
    return {tr("Continue"), true, {}};
}

void TopologyViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    setGoal(option()->topology);
    Q_EMIT decidedOn(*m_goal);
    Q_EMIT continueRequested();
}

ShoppingList TopologyViewModel::shopping() const
{
    using Ends = domain::CablePart::Ends;
    ShoppingList list;
    const domain::TopologyOption *chosen = option();
    if (!chosen)
        return list;
    const int missing = chosen->cablesMissing;
    if (missing <= 0) {
        list.headline = chosen->cablesThere == chosen->cables
            ? tr("Nothing: every cable is plugged.")
            : tr("Nothing: your cables suffice. The next page says which plugs to move.");
        return list;
    }
    list.headline = missing < chosen->cables ? tr("%n more cable(s), one of these:", nullptr, missing)
                                            : tr("%n cable(s), one of these:", nullptr, missing);
    list.parts = partsWith(Ends::SocketToSocket);
    if (chosen->switchPorts > 0) {
        list.forSwitch =
            tr("A switch with %n socket(s) of 200 Gb/s (QSFP56). Where it has sockets of 400 Gb/s, cables that split "
               "one for two Sparks; these were seen at work:",
                nullptr, chosen->switchPorts);
        list.splitParts = partsWith(Ends::SplitOfSwitch);
    }
    list.advice = chosen->storagePorts > 0
        ? tr("What goes to the storage depends on its sockets. Cables for 10 or 40 Gb/s are too slow.")
        : chosen->switchPorts > 0
        ? tr("InfiniBand switches do not work. Cables for 10 or 40 Gb/s are too slow.")
        : tr("They are short: the Sparks stand side by side. Cables for 10 or 40 Gb/s are too slow.");
    return list;
}

QString TopologyViewModel::shoppingText() const
{
    const ShoppingList list = shopping();
    QStringList lines = {list.headline};
    for (const QString &part : list.parts)
        lines << u"- "_s + part;
    if (!list.forSwitch.isEmpty())
        lines << list.forSwitch;
    for (const QString &part : list.splitParts)
        lines << u"- "_s + part;
    if (!list.advice.isEmpty())
        lines << list.advice;
    return lines.join(u'\n');
}

QString TopologyViewModel::expectation() const
{
    const domain::TopologyOption *chosen = option();
    if (!chosen)
        return {};
    const QString link = tr("%1 to %2 Gb/s each way between neighbours, with RDMA over both lanes.")
                             .arg(gbps(chosen->speed.lowGbps), gbps(chosen->speed.highGbps));
    if (!chosen->speed.nccl)
        return link;
    const QLocale locale;
    return link + u'\n'
        + tr("NCCL over all: %1 to %2 GB/s are published.")
              .arg(locale.toString(chosen->speed.nccl->low), locale.toString(chosen->speed.nccl->high));
}

QString TopologyViewModel::source() const
{
    return tr(
        "What 200 Gb/s leave beside the packets' headers, with MTU 1500 and with 9000; published measurements agree.");
}

QStringList TopologyViewModel::notes() const
{
    QStringList notes;
    const base::Message form = domain::topologyNote(m_cabling.recognised, m_cabling.map, m_facts);
    if (!form.empty())
        notes << engine::text::sentence(form);
    if (m_cabling.wakeNeeded)
        notes << tr(
            "Some sockets are asleep, so a cable in them does not show. Waking them asks for sudo, and is taken back.");
    return notes;
}

engine::text::Explanation TopologyViewModel::problem() const
{
    return m_problem ? engine::text::explain(*m_problem) : engine::text::Explanation{};
}

void TopologyViewModel::choose(domain::Topology topology)
{
    m_byPerson = topology;
    Q_EMIT chosenByPerson(topology);
    rebuild();
}

} // namespace sparkloom::viewmodels
