// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

#include <QFrame>

class QHBoxLayout;

namespace sparkloom::widgets {

class PlainLabel;

// A strip inside the page: what was seen, what it means, what to do; with room for buttons. Never a dialog.
class Notice : public QFrame {
    Q_OBJECT
public:
    enum class Tone { Bad, Warn, Good, Quiet };

    explicit Notice(QWidget *parent = nullptr);

    // Hidden where the explanation is empty.
    void show(const engine::text::Explanation &explanation, Tone tone = Tone::Bad);
    void show(const QString &text, Tone tone);
    void addButton(QWidget *button);
    void setOnStage(bool onStage);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void announce(); // to screen readers

    PlainLabel *m_seen;
    PlainLabel *m_rest;
    PlainLabel *m_commands; // to be typed, below the words
    QHBoxLayout *m_buttons;
    Tone m_tone = Tone::Bad;
    bool m_onStage = false;
};

} // namespace sparkloom::widgets
