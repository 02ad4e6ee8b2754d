// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/words.h"

#include "base/text.h"
#include "engine/text/names.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {
constexpr std::size_t kProductBytes = 40;
}

QString Words::maker(domain::Maker maker, const QString &product)
{
    const QString name = engine::text::makerName(maker);
    if (!name.isEmpty())
        return name;
    return QString::fromStdString(base::cleanText(product.toStdString(), kProductBytes));
}

QString Words::hostState(engine::HostState state)
{
    switch (state) {
    case engine::HostState::Idle: return tr("Not signed in yet");
    case engine::HostState::Connecting: return tr("Connecting");
    case engine::HostState::HostKeyWaiting: return tr("Waiting for you to compare its fingerprint");
    case engine::HostState::HostKeyChanged: return tr("Its key has changed");
    case engine::HostState::SigningIn: return tr("Signing in");
    case engine::HostState::InstallingKey: return tr("Installing this computer's key");
    case engine::HostState::Preparing: return tr("Copying the helper program");
    case engine::HostState::Inspecting: return tr("Looking at its hardware and network");
    case engine::HostState::Ready: return tr("Signed in");
    case engine::HostState::Failed: return tr("Not signed in");
    case engine::HostState::Lost: return tr("Connection lost, trying again");
    }
    return {};
}

QString Words::sudoReason(engine::SudoReason reason)
{
    switch (reason) {
    case engine::SudoReason::ReadConfig:
        return tr("To read the network settings that are there now: only root may read these files.");
    case engine::SudoReason::Wake:
        return tr("To wake the sleeping cages, so that plugs can be seen. It is taken back when you leave this page.");
    case engine::SudoReason::Probe:
        return tr(
            "To read the plugs in the cages and to send raw frames, where nothing else tells which cable is which.");
    case engine::SudoReason::Apply:
        return tr("To write the network settings that you reviewed. If anything goes wrong they are taken back.");
    case engine::SudoReason::Undo: return tr("To put the network settings back as they were before Sparkloom.");
    case engine::SudoReason::Forget: return tr("To remove what Sparkloom installed on this Spark.");
    case engine::SudoReason::Blink:
        return tr("To let the light of a socket blink: only root may ask the network card for that.");
    }
    return {};
}

QString Words::cableState(CableState state)
{
    switch (state) {
    case CableState::Up: return tr("up");
    case CableState::HalfUp: return tr("half up");
    case CableState::ToPlug: return tr("to be plugged");
    case CableState::Later: return tr("later");
    case CableState::Wrong: return tr("wrong socket");
    case CableState::Down: return tr("down");
    case CableState::NotKnown: return tr("not known");
    }
    return {};
}

QString Words::cableState(const PictureCable &cable)
{
    const QString state = cableState(cable.state);
    if (cable.state == CableState::NotKnown && cable.lastKnown.isValid())
        return tr("%1, %2", "not known, and the time").arg(state, lastKnown(cable.lastKnown));
    //: the state of a cable, and its speed where that is less than it should be
    return cable.isSlow() ? tr("%1, %2", "state and speed of a cable").arg(state, speed(cable.gbps)) : state;
}

QString Words::lastKnown(const QDateTime &when)
{
    //: %1 is a time of day
    return tr("last known %1").arg(QLocale().toString(when.toLocalTime().time(), QLocale::ShortFormat));
}

QString Words::waking()
{
    return tr("the network chip is waking up");
}

QString Words::speed(double gbps)
{
    return tr("%1 Gb/s").arg(QLocale().toString(gbps, 'g', 4));
}

QString Words::laneProof(LaneProof proof)
{
    switch (proof) {
    case LaneProof::Passed: return tr("proven");
    case LaneProof::Failed: return tr("failed");
    case LaneProof::NotTested: return tr("not tested");
    case LaneProof::None: break;
    }
    return {};
}

QString Words::socket(int cage)
{
    return cage == 0 ? tr("cage 0, next to the network plug") : tr("cage 1, the outer one");
}

} // namespace sparkloom::viewmodels
