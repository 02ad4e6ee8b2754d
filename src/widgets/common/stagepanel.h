// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sparkloom::widgets {

// The dark ground that the map stands on, the same in light and dark windows.
class StagePanel : public QWidget {
    Q_OBJECT
public:
    explicit StagePanel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace sparkloom::widgets
