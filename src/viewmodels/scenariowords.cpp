// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/words.h"

#include <algorithm>
#include <iterator>

namespace sparkloom::viewmodels {

struct Words::ScenarioText {
    const char *name;
    ScenarioGroup group;
    const char *title;
    const char *story; // as the scenario's file tells it (tests/gui/tst_startpages)
};

// In the order in which a person may want to try them.
const Words::ScenarioText *Words::scenarioText(const QString &name, int *rank)
{
    static constexpr ScenarioText texts[] = {
        {"sealed-pair", ScenarioGroup::ToSetUp, QT_TR_NOOP("A sealed pair"),
            QT_TR_NOOP("Two Sparks stand side by side, connected to the home network and to nothing else. Without a "
                       "cable their network chip is asleep: that is normal. Plug one cable into the same cage of "
                       "both, and both halves come up within seconds.")},
        {"pair", ScenarioGroup::ToSetUp, QT_TR_NOOP("A cabled pair"),
            QT_TR_NOOP("One cable joins cage 0 of both Sparks. It carries two lanes, one per half; no half has an "
                       "address yet.")},
        {"pair2", ScenarioGroup::ToSetUp, QT_TR_NOOP("A pair, two cables"),
            QT_TR_NOOP("Cage 0 is joined with cage 0 and cage 1 with cage 1. The second cable brings redundancy; "
                       "both cages share the same two PCIe links, so it brings no speed.")},
        {"ring", ScenarioGroup::ToSetUp, QT_TR_NOOP("A ring of three"),
            QT_TR_NOOP("Three cables in NVIDIA's orientation: cage 0 of each Spark goes to cage 1 of the next. Every"
                       " Spark is a neighbour of every other.")},
        {"star", ScenarioGroup::ToSetUp, QT_TR_NOOP("Four on a switch"),
            QT_TR_NOOP("One cable per Spark, cage 0 each, into a switch whose ports are one bridge and carry jumbo "
                       "frames.")},
        {"line", ScenarioGroup::ToSetUp, QT_TR_NOOP("A line of three"),
            QT_TR_NOOP("A ring with a cable missing: the Spark in the middle has two neighbours, those at the ends "
                       "have one. One more cable, from the free socket of one end to that of the other, makes it a "
                       "ring.")},
        {"ring4", ScenarioGroup::ToSetUp, QT_TR_NOOP("A ring of four"),
            QT_TR_NOOP("Four cables, cage 0 of each Spark to cage 1 of the next. Every Spark has two neighbours; the"
                       " one across is reached over the management network only, because RDMA does not pass through "
                       "a Spark.")},
        {"split-role", ScenarioGroup::ToSetUp, QT_TR_NOOP("A pair with storage"),
            QT_TR_NOOP("Cage 0 of both Sparks is joined by a cable; cage 1 of each leads to the switch of the "
                       "storage. The storage itself says nothing to a Spark, so only its owner can tell what these "
                       "cables are for.")},
        {"star2", ScenarioGroup::ToSetUp, QT_TR_NOOP("Three on a switch, two cables"),
            QT_TR_NOOP("Both cages of every Spark lead into the one bridge of a switch. Four networks keep the four "
                       "halves apart; the second cable brings redundancy and no speed, because both cages share the "
                       "same two PCIe links.")},
        {"star-8", ScenarioGroup::ToSetUp, QT_TR_NOOP("Eight on a switch"),
            QT_TR_NOOP("One cable per Spark, one of every maker: what eight of them look like together.")},
        {"class-64", ScenarioGroup::ToSetUp, QT_TR_NOOP("A class of 64"),
            QT_TR_NOOP("A virtual Spark for every seat of a lecture hall, all on one switch. As many as anybody will"
                       " want to see at once.")},
        {"pair-ready", ScenarioGroup::Healthy, QT_TR_NOOP("A finished pair"),
            QT_TR_NOOP("One cable, set up by Sparkloom: every half has its own subnet and MTU 9000, the Sparks reach"
                       " each other by SSH. This is what right looks like; compare the others with it.")},
        {"ring-ready", ScenarioGroup::Healthy, QT_TR_NOOP("A finished ring"),
            QT_TR_NOOP("Three cables, six lanes, six subnets. Every Spark is a neighbour of every other, so nothing "
                       "has to be routed.")},
        {"star-ready", ScenarioGroup::Healthy, QT_TR_NOOP("Four, finished"),
            QT_TR_NOOP("One cable per Spark into a switch whose ports carry jumbo frames. All A halves share one "
                       "subnet, all B halves another.")},
        {"one-half", ScenarioGroup::Sick, QT_TR_NOOP("Half a cable"),
            QT_TR_NOOP("Somebody followed an old guide that knows one interface per socket. Only half A has an "
                       "address; half B is up and idle, and the cable carries 100 of its 200 Gb/s. Nothing reports "
                       "an error.")},
        {"stale-init", ScenarioGroup::Sick, QT_TR_NOOP("Stuck at 13 Gb/s"),
            QT_TR_NOOP("Set up, link at 200 Gb/s, PCIe as it should be, no error anywhere - and 13 Gb/s. The NIC of "
                       "spark-b started badly. A reboot of both with the cable in mends it, else a minute without "
                       "power.")},
        {"mtu-mismatch", ScenarioGroup::Sick, QT_TR_NOOP("Two packet sizes"),
            QT_TR_NOOP("spark-b lost its MTU: 1500 there, 9000 at spark-a. Small packets pass, so ping and SSH look "
                       "fine; large ones vanish.")},
        {"wrong-nic", ScenarioGroup::Sick, QT_TR_NOOP("The wrong network"),
            QT_TR_NOOP("The cable is perfect, but a leftover settings file tells NCCL to go over the network plug: "
                       "about 1 GB/s instead of 24.")},
        {"ring-wrong-plug", ScenarioGroup::Sick, QT_TR_NOOP("Two plugs swapped"),
            QT_TR_NOOP("The ends of cables 2 and 3 were mixed up: spark-c is connected to itself, and two cables "
                       "join the same two Sparks. All lights are on.")},
        {"ring-missing-plug", ScenarioGroup::Sick, QT_TR_NOOP("A plug is missing"),
            QT_TR_NOOP("One end of cable 3 was forgotten: spark-c and spark-a are not neighbours. What looks like a "
                       "line is a ring that lacks one plug.")},
        {"star-untuned", ScenarioGroup::Sick, QT_TR_NOOP("An untuned switch"),
            QT_TR_NOOP("Set up by hand: two subnets, but MTU 1500 everywhere, and the switch carries nothing larger."
                       " It works, at four fifths of what it could.")},
        {"bios-x2", ScenarioGroup::Sick, QT_TR_NOOP("An old BIOS"),
            QT_TR_NOOP("Half B of spark-b hangs on two PCIe lanes instead of four: 60 Gb/s there, 98 on the other "
                       "half, 160 on the cable. The BIOS update of April 2026 wires it right.")},
        {"dying-cable", ScenarioGroup::Sick, QT_TR_NOOP("A dying cable"),
            QT_TR_NOOP("First a few broken frames under load, then the link drops for a second now and then, in the "
                       "end it stays dark. Watch the error counters.")},
        {"mixed-kernels", ScenarioGroup::Sick, QT_TR_NOOP("Different software"),
            QT_TR_NOOP("spark-b missed an update: another DGX OS, kernel and driver. Nothing is slow yet; it is the "
                       "first thing to make equal when something is.")},
        {"foreign-netplan", ScenarioGroup::Sick, QT_TR_NOOP("Configured before"),
            QT_TR_NOOP("Left behind by other tools: both halves of spark-a in one subnet, and a second file on "
                       "spark-b that says the same thing again. A set-up takes the files over, and undo puts them "
                       "back byte for byte.")},
        {"pulled-cable", ScenarioGroup::Sick, QT_TR_NOOP("A pulled cable"),
            QT_TR_NOOP("Set up and healthy. Two seconds after a test has begun, somebody trips over the cable; ten "
                       "seconds later it is plugged in again.")},
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

QString Words::scenarioStory(const QString &name)
{
    const ScenarioText *text = scenarioText(name, nullptr);
    return text ? tr(text->story) : QString();
}

ScenarioGroup Words::scenarioGroup(const QString &name)
{
    const ScenarioText *text = scenarioText(name, nullptr);
    return text ? text->group : ScenarioGroup::ToSetUp;
}

int Words::scenarioRank(const QString &name)
{
    int rank = 0;
    scenarioText(name, &rank);
    return rank;
}

} // namespace sparkloom::viewmodels
