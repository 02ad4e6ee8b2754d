// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/setupviewmodels.h"

#include <QWidget>

namespace sparkloom::widgets {

class Button;
class PlainLabel;

// Above every page that does not say it itself: an earlier change waits for a person, and where to decide about it.
class OpenStrip : public QWidget {
    Q_OBJECT
public:
    explicit OpenStrip(viewmodels::SetupViewModels &models, QWidget *parent = nullptr);
    static bool isNeeded(const viewmodels::SetupViewModels &models);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    viewmodels::SetupViewModels &m_models;
    PlainLabel *m_headline;
    PlainLabel *m_detail;
    Button *m_decide;
};

} // namespace sparkloom::widgets
