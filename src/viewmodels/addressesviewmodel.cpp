// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/addressesviewmodel.h"

#include "viewmodels/sentence.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

constexpr int kLaneLength = 24;
constexpr qsizetype kMostTyped = 40; // longer is no address

// "10.42.0.1" or "10.42.0.1/24"; lanes have no other length.
std::optional<domain::Ipv4Address> readAddress(const QString &text)
{
    const std::string plain = text.trimmed().toStdString();
    if (const auto address = domain::Ipv4Address::parse(plain))
        return address;
    const auto interface = domain::Ipv4Interface::parse(plain);
    return interface && interface->length == kLaneLength ? std::optional(interface->address) : std::nullopt;
}

// "10.42.0.0/16"; host bits are no offence.
std::optional<domain::Ipv4Prefix> readPool(const QString &text)
{
    const auto typed = domain::Ipv4Interface::parse(text.trimmed().toStdString());
    return typed ? std::optional(typed->prefix()) : std::nullopt;
}

} // namespace

AddressesViewModel::AddressesViewModel(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AddressesViewModel::commit);
}

void AddressesViewModel::begin(const std::optional<domain::Ipv4Prefix> &pool, bool hostsNames, bool sshAliases)
{
    m_pause.stop();
    m_typed.clear();
    m_poolTyped = pool ? QString::fromStdString(pool->toString()) : QString();
    m_wished = {pool, {}, hostsNames, sshAliases};
    m_asked = m_wished;
    Q_EMIT changed();
}

void AddressesViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    m_facts.clear();
    for (const engine::HostView &host : hosts)
        if (host.facts)
            m_facts.push_back(*host.facts);
}

void AddressesViewModel::setAvoid(const std::vector<domain::Ipv4Prefix> &routesHere)
{
    m_avoid = routesHere;
}

void AddressesViewModel::setPlan(const std::optional<domain::AddressPlan> &plan)
{
    m_plan = plan;
    std::erase_if(m_typed, [](const Typed &typed) { return typed.text.trimmed().isEmpty(); });
    Q_EMIT changed();
}

void AddressesViewModel::planAsked()
{
    m_asked = m_wished;
    Q_EMIT changed();
}

domain::ChosenBounds AddressesViewModel::bounds() const
{
    return {m_facts, m_avoid, m_wished.pool};
}

std::vector<domain::ChosenAddress> AddressesViewModel::readTyped() const
{
    std::vector<domain::ChosenAddress> read;
    for (const Typed &typed : m_typed)
        if (const auto address = readAddress(typed.text))
            read.push_back({typed.half, *address});
    return read;
}

std::vector<domain::ChosenProblem> AddressesViewModel::problems() const
{
    if (!m_plan)
        return {};
    return domain::problemsOf(*m_plan, readTyped(), bounds());
}

QString AddressesViewModel::problemOf(const Typed &typed, const std::vector<domain::ChosenProblem> &problems) const
{
    if (typed.text.trimmed().isEmpty())
        return {}; // the suggested one again
    if (!readAddress(typed.text))
        return tr("This is no IPv4 address. One looks like 10.100.0.1.");
    for (const domain::ChosenProblem &problem : problems)
        if (problem.half == typed.half)
            return said(inShort(base::Error{base::ErrorKind::Usage, problem.text, {}}));
    return {};
}

std::vector<AddressRow> AddressesViewModel::rows() const
{
    std::vector<AddressRow> rows;
    if (!m_plan)
        return rows;
    const std::vector<domain::ChosenProblem> problems = this->problems();
    for (const domain::Lane &lane : m_plan->lanes) {
        const QString side = QString::fromLatin1(domain::letter(lane.side).data(), 1);
        const QString name = lane.role == domain::Lane::Role::Storage ? tr("To storage, lane %1").arg(side)
            : lane.cable > 0 ? tr("Cable %1, lane %2").arg(lane.cable).arg(side)
                             : tr("All halves %1").arg(side);
        for (const domain::LaneEnd &end : lane.ends) {
            AddressRow row;
            row.half = end.half;
            row.lane = name;
            row.interface = QString::fromStdString(end.netdev);
            for (const domain::SparkFacts &spark : m_facts)
                if (spark.id == end.half.spark)
                    row.spark = QString::fromStdString(spark.hostname);
            row.planned = QString::fromStdString(end.address.address.toString());
            row.text = row.planned;
            const auto typed =
                std::find_if(m_typed.begin(), m_typed.end(), [&](const Typed &each) { return each.half == end.half; });
            if (typed != m_typed.end()) {
                row.text = typed->text;
                row.chosen = true;
                row.problem = problemOf(*typed, problems);
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

QString AddressesViewModel::poolText() const
{
    return m_poolTyped;
}

QString AddressesViewModel::poolHint() const
{
    return m_plan ? QString::fromStdString(m_plan->pool.toString()) : QString();
}

QString AddressesViewModel::poolProblem() const
{
    if (m_poolTyped.trimmed().isEmpty())
        return {};
    const auto pool = readPool(m_poolTyped);
    if (!pool)
        return tr("This is no network. One looks like 10.100.0.0/16.");
    if (!m_plan)
        return {};
    const auto checked = domain::checkPool(*m_plan, *pool, bounds());
    return checked ? QString() : said(inShort(checked.error()));
}

// What was typed for a half whose plug was moved since waits until a plan has that half again.
bool AddressesViewModel::hasRow(const domain::HalfRef &half) const
{
    if (!m_plan)
        return true;
    const auto isOfHalf = [&](const domain::LaneEnd &end) { return end.half == half; };
    return std::any_of(m_plan->lanes.begin(), m_plan->lanes.end(),
        [&](const domain::Lane &lane) { return std::any_of(lane.ends.begin(), lane.ends.end(), isOfHalf); });
}

bool AddressesViewModel::sound() const
{
    if (!poolProblem().isEmpty())
        return false;
    const std::vector<domain::ChosenProblem> problems = this->problems();
    return std::all_of(m_typed.begin(), m_typed.end(), [&](const Typed &typed) {
        return !hasRow(typed.half) || problemOf(typed, problems).isEmpty();
    });
}

void AddressesViewModel::editPool(const QString &text)
{
    if (text.left(kMostTyped) == m_poolTyped)
        return;
    m_poolTyped = text.left(kMostTyped);
    m_wished.pool = m_poolTyped.trimmed().isEmpty() ? std::nullopt : readPool(m_poolTyped);
    edited();
}

void AddressesViewModel::editAddress(const domain::HalfRef &half, const QString &text)
{
    const QString typed = text.left(kMostTyped);
    const auto known =
        std::find_if(m_typed.begin(), m_typed.end(), [&](const Typed &each) { return each.half == half; });
    if (known == m_typed.end())
        m_typed.push_back({half, typed});
    else
        known->text = typed;
    m_wished.chosen = readTyped();
    edited();
}

void AddressesViewModel::edited()
{
    if (sound() && pending())
        m_pause.start();
    else
        m_pause.stop();
    Q_EMIT changed();
}

void AddressesViewModel::commit()
{
    m_pause.stop();
    if (sound() && pending())
        Q_EMIT planRequested();
}

void AddressesViewModel::backToSuggested()
{
    m_typed.clear();
    m_poolTyped.clear();
    m_wished.chosen.clear();
    m_wished.pool.reset();
    Q_EMIT changed();
    commit();
}

void AddressesViewModel::wishHostsNames(bool wished)
{
    m_wished.hostsNames = wished;
    Q_EMIT changed();
    commit();
}

void AddressesViewModel::wishSshAliases(bool wished)
{
    m_wished.sshAliases = wished;
    Q_EMIT changed();
    commit();
}

} // namespace sparkloom::viewmodels
