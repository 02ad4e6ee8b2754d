// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/words.h"

#include <algorithm>
#include <iterator>

namespace sparkloom::viewmodels {

struct Words::ScenarioText {
    const char *name;
    const char *title;
    const char *hint;
};

// In the order in which a person may want to try them: to set up, set up already, and sick.
const Words::ScenarioText *Words::scenarioText(const QString &name, int *rank)
{
    static constexpr ScenarioText texts[] = {
        {"sealed-pair", QT_TR_NOOP("A sealed pair"), QT_TR_NOOP("Two new boxes, nothing plugged. Start here.")},
        {"pair", QT_TR_NOOP("A cabled pair"), QT_TR_NOOP("One cable in place, nothing set up.")},
        {"pair2", QT_TR_NOOP("A pair, two cables"), QT_TR_NOOP("Both cages used, nothing set up.")},
        {"ring", QT_TR_NOOP("A ring of three"), QT_TR_NOOP("Three cables, no switch.")},
        {"star", QT_TR_NOOP("Four on a switch"), QT_TR_NOOP("One cable each to a switch.")},
        {"line", QT_TR_NOOP("A line of three"), QT_TR_NOOP("Two cables; the ends are no neighbours.")},
        {"ring4", QT_TR_NOOP("A ring of four"), QT_TR_NOOP("Four cables, no switch.")},
        {"split-role", QT_TR_NOOP("A pair with storage"), QT_TR_NOOP("One cage to each other, one to storage.")},
        {"star2", QT_TR_NOOP("Three on a switch, two cables"), QT_TR_NOOP("Both cages of each to a switch.")},
        {"star-8", QT_TR_NOOP("Eight on a switch"), QT_TR_NOOP("One cable each, nothing set up.")},
        {"class-64", QT_TR_NOOP("A class of 64"), QT_TR_NOOP("A lecture hall on one switch.")},
        {"pair-ready", QT_TR_NOOP("A finished pair"), QT_TR_NOOP("Set up and healthy.")},
        {"ring-ready", QT_TR_NOOP("A finished ring"), QT_TR_NOOP("Set up and healthy.")},
        {"star-ready", QT_TR_NOOP("Four, finished"), QT_TR_NOOP("On a switch, set up and healthy.")},
        {"one-half", QT_TR_NOOP("Half a cable"), QT_TR_NOOP("The pair uses one of its two lanes.")},
        {"stale-init", QT_TR_NOOP("Stuck at 13 Gb/s"), QT_TR_NOOP("Everything looks right, and is slow.")},
        {"mtu-mismatch", QT_TR_NOOP("Two packet sizes"), QT_TR_NOOP("The ends of one cable disagree.")},
        {"wrong-nic", QT_TR_NOOP("The wrong network"), QT_TR_NOOP("NCCL talks over management.")},
        {"ring-wrong-plug", QT_TR_NOOP("Two plugs swapped"), QT_TR_NOOP("A ring that is none yet.")},
        {"ring-missing-plug", QT_TR_NOOP("A plug is missing"), QT_TR_NOOP("A ring with a gap.")},
        {"star-untuned", QT_TR_NOOP("An untuned switch"), QT_TR_NOOP("As it came out of its box.")},
        {"bios-x2", QT_TR_NOOP("An old BIOS"), QT_TR_NOOP("Half of the PCIe lanes.")},
        {"dying-cable", QT_TR_NOOP("A dying cable"), QT_TR_NOOP("It gets worse while you watch.")},
        {"mixed-kernels", QT_TR_NOOP("Different software"), QT_TR_NOOP("Two Sparks that were not updated together.")},
        {"foreign-netplan", QT_TR_NOOP("Configured before"), QT_TR_NOOP("Somebody else's files are there.")},
        {"pulled-cable", QT_TR_NOOP("A pulled cable"), QT_TR_NOOP("In the middle of a test.")},
    };
    const auto *found = std::find_if(
        std::begin(texts), std::end(texts), [&](const ScenarioText &text) { return name == QLatin1String(text.name); });
    if (rank)
        *rank = static_cast<int>(std::distance(std::begin(texts), found));
    return found == std::end(texts) ? nullptr : found;
}

QString Words::scenarioTitle(const QString &name, const QString &fallback)
{
    const ScenarioText *text = scenarioText(name, nullptr);
    return text ? tr(text->title) : fallback;
}

QString Words::scenarioHint(const QString &name)
{
    const ScenarioText *text = scenarioText(name, nullptr);
    return text ? tr(text->hint) : QString();
}

int Words::scenarioRank(const QString &name)
{
    int rank = 0;
    scenarioText(name, &rank);
    return rank;
}

} // namespace sparkloom::viewmodels
