// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace sparkloom::widgets {

// The buttons of the window: Primary (one per page), Plain (outlined), Link (words only). Painted by us in the colours
// of the theme; focus is always visible.
class Button : public QAbstractButton {
    Q_OBJECT
    Q_PROPERTY(Kind kind READ kind WRITE setKind)
public:
    enum class Kind { Primary, Plain, Link };
    Q_ENUM(Kind)

    explicit Button(QWidget *parent = nullptr);
    Button(const QString &text, Kind kind, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    void setOnStage(bool onStage);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Kind m_kind = Kind::Plain;
    bool m_onStage = false;
};

} // namespace sparkloom::widgets
