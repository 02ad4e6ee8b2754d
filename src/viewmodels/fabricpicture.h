// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/cablemap.h"
#include "domain/hardware/sparkfacts.h"
#include "domain/measure/linkbudget.h"
#include "domain/plan/addressplan.h"
#include "engine/flow/views.h"

#include <QDateTime>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace sparkloom::engine {
struct LiveCable;
}

// What the fabric map draws, as plain values: no geometry, no colours, no widgets.
namespace sparkloom::viewmodels {

// A socket of a box on the map: cage number for a Spark; for a switch the map deals out the sockets itself
// (kAnySocket).
struct SocketKey {
    static constexpr int kAnySocket = -1;
    QString box;
    int socket = 0;
    friend bool operator==(const SocketKey &, const SocketKey &) = default;
    friend bool operator<(const SocketKey &a, const SocketKey &b)
    {
        return a.box != b.box ? a.box < b.box : a.socket < b.socket;
    }
};

// The box that stands for storage: drawn like a switch, plugged like one.
inline const QString kStorageBox = QStringLiteral("switch-storage");

enum class SocketState {
    Dark,     // nothing plugged, or nothing that gives a link
    HalfLit,  // one of the two halves has a link
    Lit,      // both halves have a link
    NotKnown, // this Spark cannot be asked now
};

struct PictureSocket {
    SocketState state = SocketState::Dark;
    std::array<bool, 2> halfUp{}; // half A, half B
    bool wanted = false;          // the instruction names it: it pulses
    int cableNumber = 0;          // cable that is in it or is to come in, 0 for none
    bool otherEndKnown = true;    // false: lit, but nobody knows by whom
    friend bool operator==(const PictureSocket &, const PictureSocket &) = default;
};

struct PictureBox {
    enum class Kind { Spark, Switch };
    Kind kind = Kind::Spark;
    QString key;      // name of the Spark, "switch0", kStorageBox
    QString name;     // shown
    QString subtitle; // maker, shown small
    domain::Maker maker = domain::Maker::Unknown;
    bool virtualSpark = false;
    bool reachable = true;
    QString note;                       // "network card asleep", shown small; empty where none
    QDateTime lastKnown;                // of a Spark that is not reachable: until when it was; null: not known
    bool waking = false;                // its network chip starts
    std::vector<PictureSocket> sockets; // two for a Spark; empty for a switch: as many as cables
    friend bool operator==(const PictureBox &, const PictureBox &) = default;
};

enum class CableState {
    Up,       // solid: plugged and right
    HalfUp,   // one lane solid: waiting for the second half
    ToPlug,   // dashed: asked for now
    Later,    // dashed and faint: asked for after that
    Wrong,    // crossed out: in a place that the goal cannot use
    Down,     // dotted: configured, no link
    NotKnown, // grey: both ends are lit, what joins them is not known
};

enum class LaneProof { None, Passed, Failed, NotTested };

struct PictureLane {
    bool up = false;
    LaneProof proof = LaneProof::None;
    friend bool operator==(const PictureLane &, const PictureLane &) = default;
};

struct PictureCable {
    int number = 0; // 1..; 0 for a cable that has none (misplaced)
    SocketKey a;
    SocketKey b;
    CableState state = CableState::NotKnown;
    std::array<PictureLane, 2> lanes; // half A, half B
    bool faint = false;               // not among those that this page is about
    double gbps = 0;                  // of its link as its ends report it, the slower one; 0: not known
    QDateTime lastKnown = {};         // not known because a Spark is not reachable: until when it was
    bool isPlugged() const { return state != CableState::ToPlug && state != CableState::Later; }
    bool isSlow() const { return gbps > 0 && gbps < domain::kDefaultLinkGbps; }
    friend bool operator==(const PictureCable &, const PictureCable &) = default;
};

// Cables that a person may plug into virtual Sparks.
struct PictureTray {
    bool visible = false;
    int cables = 0;                    // left in the tray
    std::optional<SocketKey> firstEnd; // where the first end of a cable was put, its other end is still loose
    bool waiting = false;              // for the link of a cable that was plugged in
    bool pullFirst = false;            // a cable has to come out before one can go in
    friend bool operator==(const PictureTray &, const PictureTray &) = default;
};

struct FabricPicture {
    std::vector<PictureBox> boxes;
    std::vector<PictureCable> cables;
    PictureTray tray;

    const PictureBox *box(const QString &key) const;
    const PictureSocket *socket(const SocketKey &key) const;
    friend bool operator==(const FabricPicture &, const FabricPicture &) = default;
};

// The picture while cabling: what is plugged against the goal.
FabricPicture pictureOfCabling(const std::vector<engine::HostView> &hosts, const engine::CablingView &cabling);
// Where a Spark went away nobody tells of its cables any more: those of the picture before stay, as not known.
void keepUnknownCables(FabricPicture &picture, const FabricPicture &before);
// The picture of a configured fabric with what was proven on each half.
FabricPicture pictureOfProof(const std::vector<engine::HostView> &hosts, const domain::AddressPlan &plan,
    const std::vector<engine::LiveHalf> &live, const std::optional<engine::VerifyReport> &report);

// The picture while watching: every cable that was seen, grey where nobody tells of it, dotted where it is gone.
FabricPicture pictureOfLive(const std::vector<engine::HostView> &hosts, const std::vector<engine::LiveHalf> &halves,
    const std::vector<engine::LiveCable> &cables);

} // namespace sparkloom::viewmodels
