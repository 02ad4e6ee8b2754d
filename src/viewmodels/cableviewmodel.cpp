// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cableviewmodel.h"

#include "engine/text/names.h"
#include "viewmodels/words.h"

#include <QTimerEvent>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

// A NIC wakes up in about 6 s, and both halves are up then (facts 1.4); who takes twice that long has another problem.
constexpr int kPatienceMs = 12'000;
constexpr qsizetype kMostTold = 3; // cables: of more a notice only says how many

} // namespace

void CableViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    m_hosts = hosts;
    rebuild();
}

void CableViewModel::setCabling(const engine::CablingView &cabling)
{
    m_cabling = cabling;
    rebuild();
}

// Whatever was under way was on others, and its answer does not come here.
void CableViewModel::begin(bool practice)
{
    m_practice = practice;
    m_firstEnd.reset();
    m_waiting.clear();
    m_patience.stop();
    m_problem.reset();
    m_passingProblem.reset();
    m_plugProblem = {};
    m_blinking.reset();
    m_blinkHint = m_blinkAgain = m_plugging = false;
    rebuild();
}

void CableViewModel::setPlugging(bool plugging)
{
    m_plugging = plugging;
    if (plugging)
        m_plugProblem = {};
    rebuild();
}

void CableViewModel::setPlugProblem(const Sentence &problem)
{
    m_plugProblem = problem;
    if (problem)
        m_waiting.clear();
    rebuild();
}

void CableViewModel::setProblem(const std::optional<base::Error> &error)
{
    m_problem = error;
    Q_EMIT changed();
}

void CableViewModel::setPassingProblem(const std::optional<base::Error> &error)
{
    m_passingProblem = error;
    Q_EMIT changed();
}

void CableViewModel::rebuild()
{
    const FabricPicture before = std::exchange(m_picture, pictureOfCabling(m_hosts, m_cabling));
    keepUnknownCables(m_picture, before);
    const bool changes = m_seen.boxes != m_picture.boxes || m_seen.cables != m_picture.cables;
    if (changes) {
        m_seen = m_picture;
        m_passingProblem.reset();
    }
    const auto shows = [this](const SocketKey &key) {
        const PictureSocket *socket = m_picture.socket(key);
        return socket && socket->state != SocketState::Dark;
    };
    if (std::any_of(m_waiting.begin(), m_waiting.end(), shows))
        m_waiting.clear();
    for (PictureBox &box : m_picture.boxes) // what was done already is not asked for
        for (std::size_t i = 0; i < box.sockets.size() && !m_waiting.empty(); ++i)
            box.sockets[i].wanted = false;
    if (m_practice && m_cabling.running) {
        const auto &cables = m_picture.cables;
        const auto waiting =
            std::count_if(cables.begin(), cables.end(), [](const PictureCable &cable) { return !cable.isPlugged(); });
        m_picture.tray.visible = true;
        m_picture.tray.cables = m_plugging || m_firstEnd || !m_waiting.empty() ? 0 : static_cast<int>(waiting);
        m_picture.tray.firstEnd = m_firstEnd;
        m_picture.tray.waiting = !m_waiting.empty();
        const auto &steps = m_cabling.status.steps;
        m_picture.tray.pullFirst = !steps.empty() && steps.front().kind != domain::PlugStep::Kind::Plug;
    }
    Q_EMIT changed();
}

QString CableViewModel::headline() const
{
    if (canLookAgain())
        return tr("The cables cannot be looked at.");
    if (!m_cabling.running && m_cabling.status.cables.empty() && m_cabling.map.cables.empty())
        return tr("Looking at the cables.");
    if (complete())
        return tr("All cables are in place.");
    if (const QStringList lost = missedNames(); !lost.isEmpty())
        //: %1 is the name of a Spark, or the names of several
        return tr("Waiting for %1 to come back.").arg(lost.join(u", "_s));
    if (!m_waiting.empty())
        return tr("The cable is plugged in, its link comes in a moment.");
    if (waitsForChips()) {
        const QStringList names = wakingNames();
        //: %1 is the name of a Spark, or the names of several
        return (names.size() == 1 ? tr("The network chip of %1 is waking up.")
                                  : tr("The network chips of %1 are waking up."))
            .arg(names.join(u", "_s));
    }
    const QString instruction = engine::text::sentence(m_cabling.status.instruction);
    return instruction.isEmpty() ? tr("Looking at the cables.") : instruction;
}

QString CableViewModel::detail() const
{
    if (m_firstEnd)
        return tr("One end is in. Drag the other end, which hangs loose, into a free socket.");
    if (complete())
        return tr("Every cable has both lanes up. Next you see what is to be changed, before anything is.");
    if (!missedNames().isEmpty())
        return tr(
            "The connection was lost; Sparkloom connects again by itself. What is plugged there is not known now.");
    if (!m_waiting.empty())
        return tr("A network chip that slept takes about six seconds to wake up. There is nothing to do meanwhile.");
    if (waitsForChips())
        return tr("That takes about six seconds after a plug. There is nothing to do meanwhile.");
    // How many are in place stands below; hands need to know how to plug.
    const base::Message &more = m_cabling.status.instructionDetail;
    if (more.empty() || more.id == "cabling.progress") {
        if (m_cabling.status.instruction.empty())
            return {};
        const bool asleep = std::any_of(m_hosts.begin(), m_hosts.end(), [this](const engine::HostView &host) {
            return host.facts && host.state == engine::HostState::Ready && m_cabling.running
                && std::none_of(m_cabling.halves.begin(), m_cabling.halves.end(),
                    [&](const engine::LiveHalf &live) { return live.present && live.half.spark == host.facts->id; });
        });
        return asleep
            ? tr("Pull tab up; push until it clicks. The network chip then needs about six seconds to wake up.")
            : tr("Pull tab up; push until it clicks.");
    }
    return engine::text::sentence(more);
}

// Sparks without which nothing can be asked for: they are lost, and the others alone do not make what is wanted.
QStringList CableViewModel::missedNames() const
{
    QStringList names;
    if (m_cabling.status.cables.empty())
        for (const PictureBox &box : m_picture.boxes)
            if (box.lastKnown.isValid())
                names << box.name;
    return names;
}

QStringList CableViewModel::wakingNames() const
{
    QStringList names;
    for (const PictureBox &box : m_picture.boxes)
        if (box.waking)
            names << box.name;
    return names;
}

// The cable that is asked for is plugged as far as anybody can see: its link comes when the chips are awake.
bool CableViewModel::waitsForChips() const
{
    const PictureCable *cable = suggested();
    if (!cable || wakingNames().isEmpty())
        return false;
    const auto isIn = [this](const SocketKey &end) {
        const PictureBox *box = m_picture.box(end.box);
        const PictureSocket *socket = m_picture.socket(end);
        return !box || box->kind == PictureBox::Kind::Switch || box->waking
            || (socket && (socket->state == SocketState::Lit || socket->state == SocketState::HalfLit));
    };
    return isIn(cable->a) && isIn(cable->b);
}

QString CableViewModel::progressText() const
{
    const auto &cables = m_cabling.status.cables;
    if (cables.empty())
        return {};
    const auto up = std::count_if(cables.begin(), cables.end(),
        [](const domain::GoalCable &cable) { return cable.state == domain::GoalCable::State::Up; });
    return tr("%1 of %n cable(s) in place", nullptr, static_cast<int>(cables.size())).arg(up);
}

QString CableViewModel::linkText() const
{
    const auto count = [&](CableState state) {
        return std::count_if(
            m_picture.cables.begin(), m_picture.cables.end(), [&](const auto &cable) { return cable.state == state; });
    };
    if (m_plugging)
        return tr("plugging");
    if (!m_waiting.empty())
        return tr("plugged in, waiting for its link");
    if (!wakingNames().isEmpty())
        return tr("%1: the network chip is waking up").arg(wakingNames().join(u", "_s));
    if (const auto wrong = static_cast<int>(count(CableState::Wrong)))
        return tr("%n cable(s) in the wrong socket", nullptr, wrong);
    if (count(CableState::HalfUp) > 0)
        return tr("one lane is up, waiting for the second");
    if (std::any_of(m_picture.cables.begin(), m_picture.cables.end(),
            [](const PictureCable &cable) { return cable.lastKnown.isValid(); }))
        return tr("a Spark is lost: what its cables are is not known");
    if (count(CableState::NotKnown) > 0)
        return tr("a link is up, finding out where it leads");
    // Both halves report the speed of the port (facts 1.2), so one lit half tells it.
    int slowest = 0;
    for (const engine::HostView &host : m_hosts)
        for (const domain::HalfFacts &half : host.facts ? host.facts->halves : std::vector<domain::HalfFacts>{})
            if (half.carrier && half.speedMbps && *half.speedMbps > 0 && (slowest == 0 || *half.speedMbps < slowest))
                slowest = *half.speedMbps;
    if (count(CableState::Up) == 0)
        return {};
    return slowest > 0 ? tr("both lanes up, %1 Gb/s").arg(slowest / 1000) : tr("both lanes up");
}

std::vector<domain::Topology> CableViewModel::choices() const
{
    return domain::possibleTopologies(static_cast<int>(m_hosts.size()));
}

QStringList CableViewModel::notes() const
{
    QStringList notes;
    if (m_plugProblem)
        notes << m_plugProblem();
    for (const base::Message &note : m_cabling.notes)
        notes << engine::text::sentence(note);
    if (lookCloserOffered())
        notes << tr("Where a cable leads could not be found out so far. "
                    "With sudo, Sparkloom reads the plugs and sends frames into the cables.");
    if (m_cabling.probing)
        notes << tr("Looking closer: the plugs are read, frames are sent, and what switches say is listened to. "
                    "This takes up to half a minute.");
    if (keepOffered())
        //: %1 is "a ring"
        notes << tr("What is plugged now forms %1, which is just as valid.")
                     .arg(engine::text::topologyPhrase(m_cabling.recognised));
    return notes;
}

// Where halves sleep, waking them comes first: who is awake may find its neighbour without root.
bool CableViewModel::lookCloserOffered() const
{
    return m_cabling.probeOffered && !m_cabling.wakeNeeded && !complete();
}

void CableViewModel::lookCloser()
{
    if (lookCloserOffered())
        Q_EMIT closerLookRequested();
}

engine::text::Explanation CableViewModel::problem() const
{
    const std::optional<base::Error> &problem = m_problem ? m_problem : m_passingProblem;
    return problem ? engine::text::explain(*problem) : engine::text::Explanation{};
}

PageAction CableViewModel::primaryAction() const
{
    if (complete())
        return {tr("Continue"), true, {}};
    return {tr("Continue"), false, whyNotComplete()};
}

// What hands have to do comes first, then what only takes a while.
QString CableViewModel::whyNotComplete() const
{
    using State = domain::GoalCable::State;
    const auto count = [this](State state) {
        const auto &cables = m_cabling.status.cables;
        return static_cast<int>(
            std::count_if(cables.begin(), cables.end(), [&](const auto &cable) { return cable.state == state; }));
    };
    if (const auto misplaced = static_cast<int>(m_cabling.status.misplaced.size()))
        return tr("%n cable(s) in a place that cannot be used", nullptr, misplaced);
    if (!m_waiting.empty())
        return tr("The link of the cable is not up yet");
    if (const int toPlug = count(State::Waiting))
        return tr("%n cable(s) still to be plugged", nullptr, toPlug);
    if (const int half = count(State::HalfUp))
        return tr("%n cable(s) waiting for the second lane", nullptr, half);
    if (const int unproven = count(State::Unproven))
        return lookCloserOffered() ? tr("Where %n cable(s) lead is not known yet", nullptr, unproven)
                                   : tr("Where %n cable(s) lead is still being found out", nullptr, unproven);
    return canLookAgain() ? tr("The cables cannot be looked at") : tr("The cables are being looked at");
}

void CableViewModel::triggerPrimary()
{
    if (complete())
        Q_EMIT continueRequested();
}

QString CableViewModel::summary() const
{
    QStringList lines;
    for (const PictureCable &cable : m_picture.cables)
        lines << describe(cable);
    return lines.isEmpty() ? tr("No cable is plugged.") : lines.join(u' ');
}

QString CableViewModel::describe(const PictureCable &cable)
{
    const auto end = [](const SocketKey &key) {
        return key.box == kStorageBox             ? tr("storage")
            : key.socket == SocketKey::kAnySocket ? tr("the switch")
                                                  : tr("%1, %2").arg(key.box, Words::socket(key.socket));
    };
    const QString name = cable.number > 0 ? tr("Cable %1").arg(cable.number)
        : cable.faint                     ? tr("A cable that is not needed")
                                          : tr("A cable");
    //: a cable, its two ends, its state
    return tr("%1: %2 – %3: %4.").arg(name, end(cable.a), end(cable.b), Words::cableState(cable));
}

QString CableViewModel::describeChanged(const std::vector<PictureCable> &cables)
{
    QStringList seen;
    for (const PictureCable &cable : cables)
        seen << describe(cable);
    const int more = static_cast<int>(std::max<qsizetype>(0, seen.size() - kMostTold));
    seen = seen.first(seen.size() - more);
    if (more > 0)
        seen << tr("%n more cable(s) changed, too.", nullptr, more);
    return seen.join(u'\n');
}

QString CableViewModel::describe(const SocketKey &socket) const
{
    for (const PictureCable &cable : m_picture.cables)
        if (cable.a == socket || cable.b == socket)
            return describe(cable);
    const PictureBox *box = m_picture.box(socket.box);
    if (!box || box->kind == PictureBox::Kind::Switch)
        return tr("A socket of the switch.");
    const PictureSocket *at = m_picture.socket(socket);
    if (at && at->state == SocketState::NotKnown)
        //: a Spark, its socket, when that was last known
        return box->lastKnown.isValid()
            ? tr("%1, %2: not known, %3.")
                  .arg(box->name, Words::socket(socket.socket), Words::lastKnown(box->lastKnown))
            : tr("%1, %2: not known.").arg(box->name, Words::socket(socket.socket));
    if (box->waking)
        return tr("%1, %2: %3.").arg(box->name, Words::socket(socket.socket), Words::waking());
    if (at && at->state == SocketState::HalfLit)
        return tr("%1, %2: a cable is plugged, one half has a link.").arg(box->name, Words::socket(socket.socket));
    if (at && at->state == SocketState::Lit)
        return tr("%1, %2: a cable is plugged; where it leads is not known.")
            .arg(box->name, Words::socket(socket.socket));
    return tr("%1, %2: nothing is plugged here.").arg(box->name, Words::socket(socket.socket));
}

const PictureCable *CableViewModel::suggested() const
{
    for (const PictureCable &cable : m_picture.cables)
        if (cable.state == CableState::ToPlug)
            return &cable;
    return nullptr;
}

engine::VirtualSocket CableViewModel::toVirtual(const SocketKey &key) const
{
    if (key.box == kStorageBox)
        return {u"storage"_s, domain::CageIndex::Zero, true};
    if (key.socket == SocketKey::kAnySocket || key.box.startsWith(u"switch"_s))
        return {u"switch"_s, domain::CageIndex::Zero, true};
    return {key.box, key.socket == 0 ? domain::CageIndex::Zero : domain::CageIndex::One, false};
}

bool CableViewModel::isFree(const SocketKey &key) const
{
    if (std::find(m_waiting.begin(), m_waiting.end(), key) != m_waiting.end())
        return false;
    const PictureSocket *socket = m_picture.socket(key);
    if (!socket) // a switch always has another socket
        return key.box.startsWith(u"switch"_s);
    return socket->state == SocketState::Dark;
}

void CableViewModel::requestPlug(const SocketKey &a, const SocketKey &b)
{
    m_waiting = {a, b};
    m_patience.start(kPatienceMs, this);
    Q_EMIT plugRequested(toVirtual(a), toVirtual(b));
    rebuild();
}

void CableViewModel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_patience.timerId())
        return PageViewModel::timerEvent(event);
    m_patience.stop();
    m_waiting.clear();
    rebuild();
}

void CableViewModel::plugSuggested()
{
    const PictureCable *cable = suggested();
    if (!m_practice || m_plugging || !cable || !m_waiting.empty())
        return;
    requestPlug(cable->a, cable->b);
}

void CableViewModel::dropCable(const SocketKey &socket)
{
    if (!m_practice || m_plugging)
        return;
    if (!isFree(socket)) {
        setPlugProblem([] { return tr("This socket is in use. Drop the cable on a free one."); });
        return;
    }
    if (m_firstEnd) {
        const SocketKey first = *m_firstEnd;
        if (first == socket)
            return;
        m_firstEnd.reset();
        requestPlug(first, socket);
        return;
    }
    const PictureCable *cable = suggested();
    const bool onSwitch = cable && socket.box.startsWith(u"switch"_s) && cable->b.box == socket.box;
    if (cable && (cable->a == socket || cable->b == socket || onSwitch)) {
        requestPlug(cable->a, cable->b);
        return;
    }
    m_firstEnd = socket;
    rebuild();
}

void CableViewModel::takeBackLooseEnd()
{
    if (!m_firstEnd)
        return;
    m_firstEnd.reset();
    rebuild();
}

void CableViewModel::unplug(const SocketKey &socket)
{
    if (m_practice && !m_plugging && !isFree(socket))
        Q_EMIT unplugRequested(toVirtual(socket));
}

} // namespace sparkloom::viewmodels
