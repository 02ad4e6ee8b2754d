// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QWidget>

// What a person at the window does, for a test to inherit: finds a visible control and clicks it. Only what can be
// seen and is enabled counts.
class Hands {
protected:
    // Before each use of the others; the window must live while they are used.
    void takeWindow(QWidget *window) { m_atWindow = window; }

    // By object name; nullptr where nothing of that name is shown. What was just made has no size until it is laid out:
    // nobody could hit it.
    template <typename T = QWidget>
    T *visible(const QString &name) const
    {
        for (T *widget : m_atWindow->findChildren<T *>(name))
            if (widget->isVisible() && !widget->size().isEmpty())
                return widget;
        return nullptr;
    }

    // The same once it is there: a page that is new comes a moment after its step. nullptr where it does not come.
    template <typename T = QWidget>
    T *comes(const QString &name) const
    {
        static_cast<void>(QTest::qWaitFor([&] { return visible<T>(name) != nullptr; }));
        return visible<T>(name);
    }

    // The window shows its frame first, then its page.
    void waitForPage() const { QTRY_VERIFY(visible<sparkloom::widgets::Page>(QString())); }

    QAbstractButton *buttonWithText(const QString &text) const
    {
        for (auto *button : m_atWindow->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->text() == text)
                return button;
        return nullptr;
    }

    // Fails the test where the button does not come, or is disabled once all that changed is laid out.
    void click(const QString &name)
    {
        auto *button = comes<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
        ++m_clicks;
    }

    // Walks with Tab until the control has the focus, then presses the key there.
    void pressOn(const QString &name, Qt::Key key) const
    {
        for (int i = 0; i < 80; ++i) {
            QWidget *focus = QApplication::focusWidget();
            if (focus && focus->objectName() == name) {
                QTest::keyClick(focus, key);
                return;
            }
            QTest::keyClick(focus ? focus : m_atWindow, Qt::Key_Tab);
        }
        QWidget *last = QApplication::focusWidget();
        QFAIL(qPrintable(
            QStringLiteral("Tab never came to %1, but to %2").arg(name, last ? last->objectName() : QString())));
    }

    int m_clicks = 0; // a press and release, or a drag, is one

private:
    QWidget *m_atWindow = nullptr;
};
