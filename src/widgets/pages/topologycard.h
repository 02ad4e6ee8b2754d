// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/topologyviewmodel.h"
#include "widgets/common/cardbutton.h"

namespace sparkloom::widgets {

class Badge;
class PlainLabel;
class SketchView;

// One way to join the Sparks: drawn small, with what it takes and gives.
class TopologyCardButton : public CardButton {
    Q_OBJECT
public:
    explicit TopologyCardButton(QWidget *parent = nullptr);
    void show(const viewmodels::TopologyCard &card, int sparkCount);

private:
    SketchView *m_sketch;
    PlainLabel *m_title;
    Badge *m_badge;
    PlainLabel *m_facts;
    PlainLabel *m_reason;
};

} // namespace sparkloom::widgets
