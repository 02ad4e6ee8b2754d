// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"

#include <QAbstractTableModel>

namespace sparkloom::viewmodels {

// What the fabric map shows, in lines: the cables first, then each box with its sockets that no cable is in. Made from
// the same picture as the map, so that both always say the same. Main thread.
class FabricTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, From, To, State, LaneA, LaneB, kColumns };
    // A cable by its place in the picture; else a box, or one socket of it.
    struct Line {
        std::optional<int> cable;
        QString box;
        std::optional<SocketKey> socket;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setPicture(const FabricPicture &picture);
    // After a change of language.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // Beside the text: the whole line as one sentence for screen readers (AccessibleTextRole of the first column).
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const Line *line(int row) const;
    // -1 where there is no such line; a socket with a cable in it has that of its cable.
    int rowOfCable(int cable) const;
    int rowOf(const SocketKey &socket) const;

private:
    QString text(const Line &line, int column) const;
    QString cableText(const PictureCable &cable, int column) const;
    QString boxText(const PictureBox &box, int column) const;
    QString socketText(const PictureBox &box, const SocketKey &key, int column) const;
    QString end(const SocketKey &key) const;
    QString lane(const PictureCable &cable, std::size_t which) const;

    FabricPicture m_picture;
    std::vector<Line> m_lines;
};

} // namespace sparkloom::viewmodels
