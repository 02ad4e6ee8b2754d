// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/fabricpicture.h"

#include "engine/flow/liveviews.h"
#include "viewmodels/words.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

constexpr std::size_t kMostNoted = 8; // Sparks; the map of more has several rows

// Looks up boxes and live halves by Spark id; these live as long as it does. With 64 Sparks there are 256 halves, and
// each is asked for again and again.
class Painter {
public:
    Painter(const std::vector<engine::HostView> &hosts, const std::vector<engine::LiveHalf> &live,
        const std::vector<domain::SparkId> &waking = {})
        : m_waking(waking)
    {
        for (const engine::LiveHalf &half : live)
            m_live[half.half.spark.value].push_back(&half);
        for (const engine::HostView &host : hosts)
            if (host.facts)
                m_hosts[host.facts->id.value] = &host;
    }

    std::vector<PictureBox> sparkBoxes(const std::vector<engine::HostView> &hosts, bool watching) const
    {
        std::vector<PictureBox> boxes;
        for (const engine::HostView &host : hosts)
            boxes.push_back(sparkBox(host, watching));
        return boxes;
    }

    std::optional<SocketKey> key(const domain::CableEnd &end) const
    {
        if (end.isStorage())
            return SocketKey{kStorageBox, SocketKey::kAnySocket};
        if (end.isSwitch())
            return SocketKey{u"switch%1"_s.arg(std::max(0, end.switchNumber)), SocketKey::kAnySocket};
        const auto it = m_hosts.find(end.cage->spark.value);
        if (it == m_hosts.end())
            return std::nullopt;
        return SocketKey{it->second->name, domain::number(end.cage->cage)};
    }

    // Whether this end tells now how it is; a switch never does, and is taken as it should be.
    bool tells(const domain::CableEnd &end) const
    {
        const auto it = end.cage ? m_hosts.find(end.cage->spark.value) : m_hosts.end();
        return it == m_hosts.end() || isReachable(*it->second);
    }

    bool isDark(const domain::CableEnd &end) const
    {
        return !laneUp(end, domain::Side::A) && !laneUp(end, domain::Side::B);
    }

    // A cable of which only one end tells, or none: down where that one says so, else not known.
    bool noteUnknown(PictureCable &cable, const domain::CableEnd &a, const domain::CableEnd &b) const
    {
        if (tells(a) && tells(b))
            return false;
        const bool down = (tells(a) && isDark(a)) || (tells(b) && isDark(b));
        cable.state = down ? CableState::Down : CableState::NotKnown;
        cable.lanes[0].up = cable.lanes[1].up = false;
        if (!down)
            noteTime(cable, a, b);
        return true;
    }

    void noteTime(PictureCable &cable, const domain::CableEnd &a, const domain::CableEnd &b) const
    {
        for (const domain::CableEnd &end : {a, b})
            if (!tells(end))
                if (const QDateTime &when = m_hosts.at(end.cage->spark.value)->lastKnown; when.isValid())
                    cable.lastKnown = cable.lastKnown.isValid() ? std::min(cable.lastKnown, when) : when;
    }

    // Notes at a cable what its ends report of it: which lanes are up, and how fast the link is. Says how many are up.
    int noteLink(PictureCable &cable, const domain::CableEnd &a, const domain::CableEnd &b) const
    {
        int up = 0;
        for (const domain::Side side : {domain::Side::A, domain::Side::B}) {
            PictureLane &lane = cable.lanes[static_cast<std::size_t>(side)];
            lane.up = laneUp(a, side) && laneUp(b, side);
            up += lane.up;
        }
        noteSpeed(cable, a, b);
        return up;
    }

    void noteSpeed(PictureCable &cable, const domain::CableEnd &a, const domain::CableEnd &b) const
    {
        for (const domain::CableEnd &end : {a, b})
            if (const double gbps = speedAt(end); gbps > 0)
                cable.gbps = cable.gbps > 0 ? std::min(cable.gbps, gbps) : gbps;
    }

    bool laneUp(const domain::CableEnd &end, domain::Side side) const
    {
        return end.isSwitch() || halfUp({end.cage->spark, {end.cage->cage, side}});
    }

    bool halfUp(const domain::HalfRef &half) const
    {
        const auto &halves = halvesOf(half.spark);
        return std::any_of(halves.begin(), halves.end(),
            [&](const engine::LiveHalf *live) { return live->half == half && live->carrier; });
    }

private:
    // 0: a switch, or a Spark that does not tell.
    double speedAt(const domain::CableEnd &end) const
    {
        const auto it = end.cage ? m_hosts.find(end.cage->spark.value) : m_hosts.end();
        return it != m_hosts.end() && isReachable(*it->second)
            ? domain::linkGbps(*it->second->facts, end.cage->cage).value_or(0)
            : 0;
    }

    static bool isReachable(const engine::HostView &host)
    {
        return host.state == engine::HostState::Ready || host.state == engine::HostState::Idle;
    }

    const std::vector<const engine::LiveHalf *> &halvesOf(const domain::SparkId &spark) const
    {
        static const std::vector<const engine::LiveHalf *> none;
        const auto found = m_live.find(spark.value);
        return found == m_live.end() ? none : found->second;
    }

    PictureBox sparkBox(const engine::HostView &host, bool watching) const
    {
        PictureBox box;
        box.key = host.name;
        box.name = host.name;
        box.virtualSpark = host.virtualSpark;
        box.reachable = isReachable(host);
        box.sockets.resize(2);
        if (!host.facts)
            return box;
        if (!box.reachable)
            box.lastKnown = host.lastKnown;
        box.maker = host.facts->maker;
        box.subtitle = Words::maker(host.facts->maker, QString::fromStdString(host.facts->product));
        for (const domain::CageIndex cage : domain::kAllCages) {
            PictureSocket &socket = box.sockets[static_cast<std::size_t>(domain::number(cage))];
            if (!box.reachable) {
                socket.state = SocketState::NotKnown;
                continue;
            }
            const bool a = halfUp({host.facts->id, {cage, domain::Side::A}});
            const bool b = halfUp({host.facts->id, {cage, domain::Side::B}});
            socket.halfUp = {a, b};
            socket.state = a && b ? SocketState::Lit : a || b ? SocketState::HalfLit : SocketState::Dark;
        }
        const auto &halves = halvesOf(host.facts->id);
        const bool anyHalf = std::any_of(halves.begin(), halves.end(), [](const auto *live) { return live->present; });
        box.waking = watching && box.reachable
            && std::find(m_waking.begin(), m_waking.end(), host.facts->id) != m_waking.end();
        if (box.lastKnown.isValid())
            box.note = Words::tr("lost, %1", "and when it was last known").arg(Words::lastKnown(box.lastKnown));
        else if (host.state == engine::HostState::Lost)
            box.note = Words::tr("lost, connecting again");
        else if (box.waking)
            box.note = Words::waking();
        else if (watching && !anyHalf)
            box.note = Words::tr("asleep until a cable is plugged");
        // There is no drawing of their own; among many that would only be noise.
        else if (watching && box.maker != domain::Maker::FoundersEdition && m_hosts.size() <= kMostNoted)
            box.note = Words::tr("general drawing");
        return box;
    }

    std::map<std::string, std::vector<const engine::LiveHalf *>> m_live; // of each Spark
    std::map<std::string, const engine::HostView *> m_hosts; // that have told who they are
    std::vector<domain::SparkId> m_waking;
};

void addSwitches(FabricPicture &picture)
{
    std::vector<QString> keys;
    for (const PictureCable &cable : picture.cables)
        for (const SocketKey &end : {cable.a, cable.b})
            if (end.socket == SocketKey::kAnySocket && std::find(keys.begin(), keys.end(), end.box) == keys.end())
                keys.push_back(end.box);
    std::sort(keys.begin(), keys.end());
    for (const QString &key : keys) {
        PictureBox box;
        box.kind = PictureBox::Kind::Switch;
        box.key = key;
        box.name = key == kStorageBox ? Words::tr("Storage")
            : keys.size() > 1         ? Words::tr("Switch %1").arg(key.mid(6).toInt() + 1)
                                      : Words::tr("Switch");
        picture.boxes.push_back(box);
    }
}

PictureSocket *socketOf(FabricPicture &picture, const SocketKey &key)
{
    for (PictureBox &box : picture.boxes)
        if (box.key == key.box && key.socket >= 0 && key.socket < static_cast<int>(box.sockets.size()))
            return &box.sockets[static_cast<std::size_t>(key.socket)];
    return nullptr;
}

// Adds a cable and notes its number at its sockets.
void addCable(FabricPicture &picture, PictureCable cable)
{
    for (const SocketKey &end : {cable.a, cable.b})
        if (PictureSocket *socket = socketOf(picture, end))
            socket->cableNumber = cable.number;
    picture.cables.push_back(std::move(cable));
}

CableState stateOf(const domain::GoalCable &cable, bool now)
{
    switch (cable.state) {
    case domain::GoalCable::State::Up: return CableState::Up;
    case domain::GoalCable::State::HalfUp: return CableState::HalfUp;
    case domain::GoalCable::State::Unproven: return CableState::NotKnown;
    case domain::GoalCable::State::Waiting: break;
    }
    return now ? CableState::ToPlug : CableState::Later;
}

bool names(const std::vector<domain::CageRef> &cages, const domain::CableEnd &end)
{
    return end.cage && std::find(cages.begin(), cages.end(), *end.cage) != cages.end();
}

void addGoalCables(FabricPicture &picture, const Painter &painter, const engine::CablingView &cabling)
{
    bool nowTaken = false;
    for (const domain::GoalCable &goal : cabling.status.cables) {
        const auto a = painter.key(goal.a);
        const auto b = painter.key(goal.b);
        if (!a || !b)
            continue;
        // The one that the instruction is about: the first waiting cable with a socket that it names.
        const bool wanted = names(cabling.status.highlight, goal.a) || names(cabling.status.highlight, goal.b);
        const bool now = goal.state == domain::GoalCable::State::Waiting && wanted && !nowTaken;
        nowTaken |= now;
        PictureCable cable{goal.number, *a, *b, stateOf(goal, now), {}};
        painter.noteLink(cable, goal.a, goal.b);
        if (goal.state == domain::GoalCable::State::Waiting)
            cable.gbps = 0; // that of another cable in its sockets
        else
            painter.noteUnknown(cable, goal.a, goal.b);
        addCable(picture, cable);
    }
}

void addFoundCables(FabricPicture &picture, const Painter &painter, const std::vector<domain::Cable> &cables,
    CableState state, int number)
{
    for (const domain::Cable &found : cables) {
        const auto a = painter.key(found.a);
        const auto b = painter.key(found.b);
        if (!a || !b)
            continue;
        PictureCable cable{number, *a, *b, state, {}};
        const int up = painter.noteLink(cable, found.a, found.b);
        if (state == CableState::Up && !painter.noteUnknown(cable, found.a, found.b) && up < 2)
            cable.state = CableState::HalfUp;
        addCable(picture, cable);
        number += number > 0;
    }
}

// Cables that are there and that the goal neither needs nor has to move: without them the map would show lit sockets
// with nothing in them.
void addSpareCables(FabricPicture &picture, const Painter &painter, const std::vector<domain::Cable> &cables)
{
    const auto isDrawn = [&](const SocketKey &end) {
        return end.socket != SocketKey::kAnySocket
            && std::any_of(picture.cables.begin(), picture.cables.end(), [&](const PictureCable &cable) {
                   return cable.isPlugged() && (cable.a == end || cable.b == end);
               });
    };
    std::vector<domain::Cable> spare;
    for (const domain::Cable &cable : cables) {
        const auto a = painter.key(cable.a), b = painter.key(cable.b);
        if (a && b && !isDrawn(*a) && !isDrawn(*b))
            spare.push_back(cable);
    }
    const std::size_t before = picture.cables.size();
    addFoundCables(picture, painter, spare, CableState::Up, 0);
    for (std::size_t i = before; i < picture.cables.size(); ++i)
        picture.cables[i].faint = true;
}

// What the checks say about one lane of one cable: any failure wins, then anything that was not tested.
LaneProof proofOf(const engine::VerifyReport &report, const std::vector<domain::HalfRef> &ends)
{
    bool passed = false;
    bool notTested = false;
    for (const engine::Check &check : report.checks) {
        using Kind = engine::Check::Kind;
        const bool ofLane = check.kind == Kind::Address || check.kind == Kind::Mtu || check.kind == Kind::RightLane;
        if (!ofLane || !check.half || std::find(ends.begin(), ends.end(), *check.half) == ends.end())
            continue;
        if (check.verdict == engine::Check::Verdict::Failed)
            return LaneProof::Failed;
        passed |= check.verdict == engine::Check::Verdict::Passed;
        notTested |= check.verdict == engine::Check::Verdict::NotTested;
    }
    if (!passed && !notTested && report.partial)
        return LaneProof::None; // its turn is still to come
    return passed && !notTested ? LaneProof::Passed : LaneProof::NotTested;
}

// Where nobody watches the links: as they were when the Sparks were last looked at.
std::vector<engine::LiveHalf> halvesOfFacts(const std::vector<engine::HostView> &hosts)
{
    std::vector<engine::LiveHalf> halves;
    for (const engine::HostView &host : hosts)
        if (host.facts)
            for (const domain::HalfFacts &half : host.facts->halves)
                halves.push_back({{host.facts->id, half.id}, true, half.adminUp, half.carrier});
    return halves;
}

struct PlannedCable {
    domain::CableEnd a;
    domain::CableEnd b;
};

// The cables that the lanes of a plan run over, by number; a star's lanes join one cable per Spark and cage, and so do
// those to storage.
std::map<int, PlannedCable> plannedCables(const domain::AddressPlan &plan)
{
    std::map<int, PlannedCable> cables;
    std::vector<domain::CageRef> starCages, storageCages;
    for (const domain::Lane &lane : plan.lanes) {
        const bool toStorage = lane.role == domain::Lane::Role::Storage;
        if (!toStorage && lane.cable > 0 && lane.ends.size() == 2) {
            cables[lane.cable] = {{lane.ends[0].half.cageRef(), -1}, {lane.ends[1].half.cageRef(), -1}};
            continue;
        }
        std::vector<domain::CageRef> &cages = toStorage ? storageCages : starCages;
        for (const domain::LaneEnd &end : lane.ends)
            if (std::find(cages.begin(), cages.end(), end.half.cageRef()) == cages.end())
                cages.push_back(end.half.cageRef());
    }
    int number = cables.empty() ? 1 : cables.rbegin()->first + 1;
    for (const domain::CageRef &cage : starCages)
        cables[number++] = {{cage, -1}, {std::nullopt, 0}};
    for (const domain::CageRef &cage : storageCages)
        cables[number++] = {{cage, -1}, {std::nullopt, -1}};
    return cables;
}

} // namespace

const PictureBox *FabricPicture::box(const QString &key) const
{
    const auto it =
        std::find_if(boxes.begin(), boxes.end(), [&](const PictureBox &candidate) { return candidate.key == key; });
    return it == boxes.end() ? nullptr : &*it;
}

const PictureSocket *FabricPicture::socket(const SocketKey &key) const
{
    const PictureBox *owner = box(key.box);
    if (!owner || key.socket < 0 || key.socket >= static_cast<int>(owner->sockets.size()))
        return nullptr;
    return &owner->sockets[static_cast<std::size_t>(key.socket)];
}

FabricPicture pictureOfCabling(const std::vector<engine::HostView> &hosts, const engine::CablingView &cabling)
{
    const Painter painter(hosts, cabling.halves, cabling.waking);
    FabricPicture picture;
    picture.boxes = painter.sparkBoxes(hosts, cabling.running);
    if (cabling.status.cables.empty())
        addFoundCables(picture, painter, cabling.map.cables, CableState::Up, 1);
    else
        addGoalCables(picture, painter, cabling);
    addFoundCables(picture, painter, cabling.status.misplaced, CableState::Wrong, 0);
    addSpareCables(picture, painter, cabling.map.cables);
    for (const domain::CageRef &cage : cabling.status.highlight)
        if (const auto key = painter.key({cage, -1}))
            if (PictureSocket *socket = socketOf(picture, *key))
                socket->wanted = true;
    for (const domain::CageRef &cage : cabling.map.unknown)
        if (const auto key = painter.key({cage, -1}))
            if (PictureSocket *socket = socketOf(picture, *key))
                socket->otherEndKnown = false;
    addSwitches(picture);
    return picture;
}

void keepUnknownCables(FabricPicture &picture, const FabricPicture &before)
{
    const auto isTaken = [&](const SocketKey &end) {
        return end.socket != SocketKey::kAnySocket
            && std::any_of(picture.cables.begin(), picture.cables.end(),
                [&](const PictureCable &cable) { return cable.a == end || cable.b == end; });
    };
    for (PictureCable cable : before.cables) {
        if (!cable.isPlugged() || isTaken(cable.a) || isTaken(cable.b))
            continue;
        const PictureBox *lost = nullptr;
        for (const SocketKey &end : {cable.a, cable.b})
            if (const PictureBox *box = picture.box(end.box); box && !box->reachable)
                lost = box;
        const auto isDark = [&](const SocketKey &end) {
            const PictureSocket *socket = picture.socket(end);
            return socket && socket->state == SocketState::Dark;
        };
        if (!lost || isDark(cable.a) || isDark(cable.b))
            continue;
        if (cable.state != CableState::NotKnown) {
            cable.state = CableState::NotKnown;
            cable.lastKnown = lost->lastKnown;
        }
        cable.gbps = 0;
        cable.lanes = {};
        for (const SocketKey &end : {cable.a, cable.b})
            if (end.socket == SocketKey::kAnySocket && !picture.box(end.box))
                if (const PictureBox *box = before.box(end.box))
                    picture.boxes.push_back(*box);
        addCable(picture, cable);
    }
}

FabricPicture pictureOfProof(const std::vector<engine::HostView> &hosts, const domain::AddressPlan &plan,
    const std::vector<engine::LiveHalf> &live, const std::optional<engine::VerifyReport> &report)
{
    const std::vector<engine::LiveHalf> halves = live.empty() ? halvesOfFacts(hosts) : live;
    const Painter painter(hosts, halves);
    FabricPicture picture;
    picture.boxes = painter.sparkBoxes(hosts, false);
    for (const auto &[number, planned] : plannedCables(plan)) {
        const auto a = painter.key(planned.a);
        const auto b = painter.key(planned.b);
        if (!a || !b)
            continue;
        PictureCable cable{number, *a, *b, CableState::Up, {}};
        const int up = painter.noteLink(cable, planned.a, planned.b);
        for (const domain::Side side : {domain::Side::A, domain::Side::B}) {
            std::vector<domain::HalfRef> ends;
            for (const domain::CableEnd &end : {planned.a, planned.b})
                if (end.cage)
                    ends.push_back({end.cage->spark, {end.cage->cage, side}});
            cable.lanes[static_cast<std::size_t>(side)].proof = report ? proofOf(*report, ends) : LaneProof::None;
        }
        if (!painter.noteUnknown(cable, planned.a, planned.b))
            cable.state = up == 2 ? CableState::Up : up == 1 ? CableState::HalfUp : CableState::Down;
        addCable(picture, cable);
    }
    addSwitches(picture);
    return picture;
}

FabricPicture pictureOfLive(const std::vector<engine::HostView> &hosts, const std::vector<engine::LiveHalf> &halves,
    const std::vector<engine::LiveCable> &cables)
{
    const Painter painter(hosts, halves);
    FabricPicture picture;
    picture.boxes = painter.sparkBoxes(hosts, false);
    for (const engine::LiveCable &live : cables) {
        const auto a = painter.key(live.aEnd);
        const auto b = painter.key(live.bEnd);
        if (!a || !b)
            continue;
        PictureCable cable{live.number, *a, *b, CableState::Up, {}};
        int up = 0;
        for (const domain::Side side : {domain::Side::A, domain::Side::B}) {
            const auto lane = static_cast<std::size_t>(side);
            // Where nobody watches links, a half that is there and counted has its own.
            cable.lanes[lane].up = halves.empty() ? live.a.lanes[lane].present
                                                  : painter.laneUp(live.aEnd, side) && painter.laneUp(live.bEnd, side);
            up += cable.lanes[lane].up;
        }
        painter.noteSpeed(cable, live.aEnd, live.bEnd);
        const auto fresh = [](const engine::LiveEnd &end) { return end.age && *end.age <= engine::LiveView::kStale; };
        if (!fresh(live.a) && !(live.b && fresh(*live.b)))
            cable.state = CableState::NotKnown;
        else if (!live.connected || up == 0)
            cable.state = CableState::Down;
        else if (up == 1)
            cable.state = CableState::HalfUp;
        if (cable.state == CableState::NotKnown)
            painter.noteTime(cable, live.aEnd, live.bEnd);
        addCable(picture, cable);
    }
    addSwitches(picture);
    return picture;
}

} // namespace sparkloom::viewmodels
