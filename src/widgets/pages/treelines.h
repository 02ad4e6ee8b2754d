// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/plaintip.h"

class QTreeView;

namespace sparkloom::widgets {

// Lines of the trees of changes and of jobs: a mark, the words, and a quiet second line. Plain text, broken where it
// has no room: the verb stands last in some languages.
class TreeLines : public PlainTipDelegate {
    Q_OBJECT
public:
    enum class Kind { Plan, Jobs };
    TreeLines(Kind kind, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // Settings that both trees share.
    static void prepare(QTreeView *tree);

private:
    QString secondLine(const QModelIndex &index) const;
    void paintMark(QPainter *painter, const QRectF &rect, const QModelIndex &index, const QWidget *widget) const;
    QString stateWord(const QModelIndex &index) const; // at the end of a job's line
    double stateWidth(const QModelIndex &index) const; // with the gap before it
    QFont titleFont(const QModelIndex &index) const;
    bool isHead(const QModelIndex &index) const;

    Kind m_kind;
};

} // namespace sparkloom::widgets
