// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/names.h"

#include "engine/text/english.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::text {
namespace {

using domain::Topology;

struct TopologyRow {
    Topology topology;
    const char *title;
    const char *phrase;
};

constexpr TopologyRow kTopologies[] = {
    {Topology::Pair, QT_TRANSLATE_NOOP("text", "Pair, one cable"), QT_TRANSLATE_NOOP("text", "a pair with one cable")},
    {Topology::PairTwoCables, QT_TRANSLATE_NOOP("text", "Pair, two cables"),
        QT_TRANSLATE_NOOP("text", "a pair with two cables")},
    {Topology::Ring, QT_TRANSLATE_NOOP("text", "Ring"), QT_TRANSLATE_NOOP("text", "a ring")},
    {Topology::Star, QT_TRANSLATE_NOOP("text", "Star with a switch"),
        QT_TRANSLATE_NOOP("text", "a star around a switch")},
    {Topology::StarTwoCables, QT_TRANSLATE_NOOP("text", "Star, two cables each"),
        QT_TRANSLATE_NOOP("text", "a star with two cables from each Spark")},
    {Topology::Line, QT_TRANSLATE_NOOP("text", "Line"),
        QT_TRANSLATE_NOOP("text", "a line: a ring with a cable missing")},
    {Topology::SplitRole, QT_TRANSLATE_NOOP("text", "Split role"),
        QT_TRANSLATE_NOOP("text", "split role: one cage to a Spark, the other to storage")},
    {Topology::Mixed, QT_TRANSLATE_NOOP("text", "Mixed"), QT_TRANSLATE_NOOP("text", "no form that Sparkloom sets up")},
    {Topology::Unknown, QT_TRANSLATE_NOOP("text", "Not known yet"), QT_TRANSLATE_NOOP("text", "not known yet")},
};

QString translated(Topology topology, const char *TopologyRow::*column)
{
    const auto row = std::find_if(std::begin(kTopologies), std::end(kTopologies),
        [topology](const TopologyRow &each) { return each.topology == topology; });
    return row == std::end(kTopologies) ? QString() : text::translated(row->*column);
}

} // namespace

QString makerName(domain::Maker maker)
{
    switch (maker) {
    case domain::Maker::FoundersEdition: return u"DGX Spark"_s;
    case domain::Maker::Asus: return u"ASUS GX10"_s;
    case domain::Maker::Dell: return u"Dell Pro Max"_s;
    case domain::Maker::Hp: return u"HP ZGX Nano"_s;
    case domain::Maker::Lenovo: return u"Lenovo PGX"_s;
    case domain::Maker::Msi: return u"MSI EdgeXpert"_s;
    case domain::Maker::Gigabyte: return u"Gigabyte AI TOP ATOM"_s;
    case domain::Maker::Acer: return u"Acer Veriton GN100"_s;
    case domain::Maker::Unknown: break;
    }
    return {};
}

QString topologyTitle(Topology topology)
{
    return translated(topology, &TopologyRow::title);
}

QString topologyPhrase(Topology topology)
{
    return translated(topology, &TopologyRow::phrase);
}

} // namespace sparkloom::engine::text
