// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLabel>

#include <utility>
#include <vector>

namespace sparkloom::widgets {

// The only label of the window: plain text always, so that nothing from the network can be markup.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    enum class Role { Body, Muted, Headline, Heading, Small, Mono, Bad, Good, Warn, Strong };

    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, Role role = Role::Body, QWidget *parent = nullptr);

    // As it was given; painted with units (Gb/s) that no line is broken in.
    void setText(const QString &text);
    const QString &text() const { return m_text; }
    // Hides itself where the text is empty and hideEmpty was asked for.
    void show(const QString &text);
    void setRole(Role role);
    Role role() const { return m_role; }
    void setHideEmpty(bool hide);
    // On the dark stage the colours are the stage's.
    void setOnStage(bool onStage);
    void setSelectable(bool selectable);

    // Layouts ask for it again and again while a page is laid out: text is measured once for each width.
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void restyle();

    // What was measured, and for which text in which font.
    struct Measured {
        QString text;
        QFont font;
        int frame = 0;                            // margins and indent
        std::vector<std::pair<int, int>> heights; // by width
    };

    mutable Measured m_measured;
    QString m_text;
    Role m_role = Role::Body;
    bool m_hideEmpty = false;
    bool m_onStage = false;
    bool m_restyling = false;
};

} // namespace sparkloom::widgets
