// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/testhistory.h"

#include <QAbstractButton>

namespace sparkloom::widgets {

// One result of before: when, what, how it ended. Can be pressed where it can be shown whole.
class HistoryRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit HistoryRow(QWidget *parent = nullptr);
    // stale: the Sparks were in another state then.
    void show(const viewmodels::HistoryEntry &entry, bool current, bool stale);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    viewmodels::HistoryEntry m_entry;
    QString m_end;
    bool m_current = false;
};

} // namespace sparkloom::widgets
