// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/cardbutton.h"

namespace sparkloom::widgets {

class PlainLabel;

// A card with a title, a small word at its end, and a text of several lines: a scenario, one of two answers.
class StoryCard : public CardButton {
    Q_OBJECT
public:
    explicit StoryCard(QWidget *parent = nullptr);
    void show(const QString &title, const QString &corner, const QString &story);

private:
    PlainLabel *m_title;
    PlainLabel *m_corner;
    PlainLabel *m_story;
};

} // namespace sparkloom::widgets
