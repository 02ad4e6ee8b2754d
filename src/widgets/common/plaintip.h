// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStyledItemDelegate>

namespace sparkloom::widgets {

// Qt takes a tool tip that looks like HTML for HTML, and names come from the network: as HTML that shows every
// character as it is where it would, else unchanged.
QString plainTip(const QString &text);
// The only way to give a widget a tool tip; tests/arch sees to it.
void setPlainToolTip(QWidget *widget, const QString &text);

// For views that show the tool tips of a model.
class PlainTipDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
};

} // namespace sparkloom::widgets
