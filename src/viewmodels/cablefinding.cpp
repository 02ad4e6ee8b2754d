// SPDX-License-Identifier: GPL-3.0-or-later
// The page Cable: which cable is this, which socket, and "keep it like this".
#include "viewmodels/cableviewmodel.h"

#include "engine/text/names.h"
#include "viewmodels/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

QString CableViewModel::formText() const
{
    return m_cabling.goal ? tr("Form: %1").arg(engine::text::topologyPhrase(*m_cabling.goal)) : QString();
}

bool CableViewModel::keepOffered() const
{
    using domain::Topology;
    const Topology found = m_cabling.recognised;
    if (!m_cabling.running || !m_cabling.goal || found == *m_cabling.goal || m_cabling.status.misplaced.empty())
        return false;
    const auto possible = choices();
    return found != Topology::Line && std::find(possible.begin(), possible.end(), found) != possible.end();
}

void CableViewModel::keepLikeThis()
{
    if (keepOffered())
        Q_EMIT goalChosen(m_cabling.recognised);
}

void CableViewModel::watchPulls(bool on)
{
    if (m_watchingPulls == on)
        return;
    m_watchingPulls = on;
    Q_EMIT pullsWatched(on);
    Q_EMIT changed();
}

SocketKey CableViewModel::keyOf(const domain::CageRef &cage) const
{
    for (const engine::HostView &host : m_hosts)
        if (host.facts && host.facts->id == cage.spark)
            return {host.name, domain::number(cage.cage)};
    return {};
}

QString CableViewModel::socketName(const domain::CageRef &cage) const
{
    const SocketKey key = keyOf(cage);
    return tr("%1, %2").arg(key.box, Words::socket(key.socket));
}

QString CableViewModel::pullWords(const domain::Pull &pull) const
{
    using Reading = domain::Pull::Reading;
    if (pull.reading == Reading::Cable && pull.cages.size() == 2) {
        //: the two ends of the cable whose plug was pulled
        return tr("This cable joins %1 with %2.").arg(socketName(pull.cages[0]), socketName(pull.cages[1]));
    }
    if (pull.reading == Reading::LoneEnd && !pull.cages.empty())
        return tr("This is the cable at %1. Its other end is in a switch, in storage, or in a Spark that is not here.")
            .arg(socketName(pull.cages[0]));
    return tr("More than one cable went dark at once. Put them back, and pull one alone.");
}

QString CableViewModel::pullText() const
{
    if (!m_watchingPulls)
        return {};
    if (!m_cabling.pulled)
        return tr("Pull any plug, at either end: you are told which cable it is. Nothing is lost by it.");
    const QString told = pullWords(*m_cabling.pulled);
    if (!m_cabling.putBack) // of several it says so already
        return m_cabling.pulled->reading == domain::Pull::Reading::Several
            ? told
            : told + u' ' + tr("Put the plug back where it was.");
    return *m_cabling.putBack == *m_cabling.pulled ? told + u' ' + tr("It is back in its place.")
                                                   : told + u' ' + tr("The plug is now somewhere else.");
}

std::optional<int> CableViewModel::pulledCable() const
{
    if (!m_watchingPulls || !m_cabling.pulled || m_cabling.pulled->cages.empty())
        return std::nullopt;
    const SocketKey end = keyOf(m_cabling.pulled->cages.front());
    for (std::size_t i = 0; i < m_picture.cables.size(); ++i)
        if (m_picture.cables[i].a == end || m_picture.cables[i].b == end)
            return static_cast<int>(i);
    return std::nullopt;
}

void CableViewModel::setBlinking(const std::optional<SocketKey> &socket)
{
    m_blinking = socket;
    m_blinkAgain = false;
    Q_EMIT changed();
}

QString CableViewModel::blinkText() const
{
    if (m_blinkHint)
        return tr("Choose a socket of a Spark on the map first, with a click or the arrow keys. A switch has no light "
                  "that Sparkloom could blink.");
    if (!m_blinking)
        return {};
    const QString told = tr("The light at %1, %2 is blinking. It stops by itself.")
                             .arg(m_blinking->box, Words::socket(m_blinking->socket));
    return m_blinkAgain
        ? told + u' ' + tr("Only one blinks at a time: ask for the other one again when this one has stopped.")
        : told;
}

void CableViewModel::blink(const std::optional<SocketKey> &socket)
{
    const PictureBox *box = socket ? m_picture.box(socket->box) : nullptr;
    m_blinkHint = !box || box->kind == PictureBox::Kind::Switch || socket->box == kStorageBox || socket->socket < 0;
    m_blinkAgain = !m_blinkHint && m_blinking && *m_blinking != *socket;
    Q_EMIT changed();
    if (!m_blinkHint && !m_blinking)
        Q_EMIT blinkRequested(socket->box, socket->socket);
}

} // namespace sparkloom::viewmodels
