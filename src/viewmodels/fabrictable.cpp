// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/fabrictable.h"

#include "viewmodels/words.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

bool sameLine(const FabricTable::Line &a, const FabricTable::Line &b)
{
    return a.cable == b.cable && a.box == b.box && a.socket == b.socket;
}

} // namespace

void FabricTable::setPicture(const FabricPicture &picture)
{
    if (picture == m_picture)
        return;
    std::vector<Line> lines;
    for (int i = 0; i < static_cast<int>(picture.cables.size()); ++i)
        lines.push_back({i, {}, {}});
    const auto plugged = [&](const SocketKey &key) {
        return std::any_of(picture.cables.begin(), picture.cables.end(),
            [&](const PictureCable &cable) { return cable.a == key || cable.b == key; });
    };
    for (const PictureBox &box : picture.boxes) {
        lines.push_back({{}, box.key, {}});
        for (int i = 0; i < static_cast<int>(box.sockets.size()); ++i)
            if (const SocketKey key{box.key, i}; !plugged(key))
                lines.push_back({{}, box.key, key});
    }
    // A reader stays where it is while only states change.
    if (std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(), sameLine)) {
        m_picture = picture;
        if (!m_lines.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
        return;
    }
    beginResetModel();
    m_picture = picture;
    m_lines = std::move(lines);
    endResetModel();
}

void FabricTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int FabricTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int FabricTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant FabricTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case What: return tr("What");
    case From: return tr("From");
    case To: return tr("To");
    case State: return tr("State");
    case LaneA: return tr("Lane A");
    case LaneB: return tr("Lane B");
    default: return {};
    }
}

QVariant FabricTable::data(const QModelIndex &index, int role) const
{
    const Line *at = line(index.row());
    if (!at || !index.isValid())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(*at, index.column());
    if (role != Qt::AccessibleTextRole || index.column() != What)
        return {};
    QStringList parts;
    for (int column = 0; column < kColumns; ++column)
        if (const QString part = text(*at, column); !part.isEmpty())
            parts << (column >= LaneA ? tr("%1: %2").arg(headerData(column, Qt::Horizontal).toString(), part) : part);
    return parts.join(u"; "_s);
}

const FabricTable::Line *FabricTable::line(int row) const
{
    return row >= 0 && row < rowCount() ? &m_lines[static_cast<std::size_t>(row)] : nullptr;
}

int FabricTable::rowOfCable(int cable) const
{
    return cable >= 0 && cable < static_cast<int>(m_picture.cables.size()) ? cable : -1;
}

int FabricTable::rowOf(const SocketKey &socket) const
{
    for (std::size_t i = 0; i < m_picture.cables.size(); ++i)
        if (m_picture.cables[i].a == socket || m_picture.cables[i].b == socket)
            return static_cast<int>(i);
    const auto it =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &line) { return line.socket == socket; });
    return it == m_lines.end() ? -1 : static_cast<int>(it - m_lines.begin());
}

QString FabricTable::text(const Line &line, int column) const
{
    if (line.cable)
        return cableText(m_picture.cables[static_cast<std::size_t>(*line.cable)], column);
    const PictureBox *box = m_picture.box(line.box);
    if (!box)
        return {};
    return line.socket ? socketText(*box, *line.socket, column) : boxText(*box, column);
}

QString FabricTable::cableText(const PictureCable &cable, int column) const
{
    switch (column) {
    case What: return cable.number > 0 ? tr("Cable %1").arg(cable.number) : tr("A cable");
    case From: return end(cable.a);
    case To: return end(cable.b);
    case State: return Words::cableState(cable);
    case LaneA: return lane(cable, 0);
    case LaneB: return lane(cable, 1);
    default: return {};
    }
}

QString FabricTable::boxText(const PictureBox &box, int column) const
{
    switch (column) {
    case What:
        return box.key == kStorageBox              ? tr("Storage")
            : box.kind == PictureBox::Kind::Switch ? tr("Switch")
                                                   : tr("Spark");
    case From:
        return box.subtitle.isEmpty() ? box.name : tr("%1 (%2)", "a Spark and its maker").arg(box.name, box.subtitle);
    case State: {
        QStringList states;
        if (box.virtualSpark)
            states << tr("virtual");
        if (!box.reachable && !box.lastKnown.isValid()) // that says it, too
            states << tr("cannot be reached now");
        if (!box.note.isEmpty())
            states << box.note;
        return states.join(u", "_s);
    }
    default: return {};
    }
}

QString FabricTable::socketText(const PictureBox &box, const SocketKey &key, int column) const
{
    const PictureSocket &socket = box.sockets[static_cast<std::size_t>(key.socket)];
    switch (column) {
    case What: return tr("Socket");
    case From: return end(key);
    case State:
        if (socket.wanted)
            return tr("to be plugged now");
        switch (socket.state) {
        case SocketState::Dark: return box.waking ? Words::waking() : tr("nothing is plugged");
        case SocketState::HalfLit: return tr("one half has a link");
        case SocketState::Lit:
            return socket.otherEndKnown ? tr("has a link") : tr("has a link; what is at the other end is not known");
        case SocketState::NotKnown:
            return box.lastKnown.isValid()
                ? tr("%1, %2", "not known, and the time").arg(tr("not known"), Words::lastKnown(box.lastKnown))
                : tr("not known");
        }
        return {};
    case LaneA: return socket.halfUp[0] ? tr("up") : QString();
    case LaneB: return socket.halfUp[1] ? tr("up") : QString();
    default: return {};
    }
}

QString FabricTable::end(const SocketKey &key) const
{
    const PictureBox *box = m_picture.box(key.box);
    const QString name = box ? box->name : key.box;
    if (key.socket == SocketKey::kAnySocket || (box && box->kind == PictureBox::Kind::Switch))
        return name;
    //: a Spark and one of its sockets
    return tr("%1, %2").arg(name, Words::socket(key.socket));
}

QString FabricTable::lane(const PictureCable &cable, std::size_t which) const
{
    if (!cable.isPlugged())
        return {};
    const PictureLane &lane = cable.lanes[which];
    const QString link = lane.up ? tr("up") : cable.lastKnown.isValid() ? tr("not known") : tr("no link");
    const QString proof = Words::laneProof(lane.proof);
    return proof.isEmpty() ? link : tr("%1, %2", "link and proof of a lane").arg(link, proof);
}

} // namespace sparkloom::viewmodels
