// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>
#include <QTest>
#include <QWidget>

#include <functional>

// What the user of a screen reader does: knows nothing of the window but roles, names and actions of its accessible
// tree. For a test to inherit. Names are said in full, or by how they begin where they end with "…".
class ReaderHands {
protected:
    void readWindow(QWidget *window) { m_read = window; }

    // What is there now and can be perceived; null where nothing of that role is called so.
    QAccessibleInterface *reads(QAccessible::Role role, const QString &name) const
    {
        return search(QAccessible::queryAccessibleInterface(m_read), [&](QAccessibleInterface *item) {
            return item->role() == role && isCalled(item->text(QAccessible::Name), name);
        });
    }

    // Whether this sentence can be read anywhere: as the name of a label, or as the text of a cell.
    bool readsText(const QString &text) const
    {
        return search(QAccessible::queryAccessibleInterface(m_read), [&](QAccessibleInterface *item) {
            return item->role() != QAccessible::Button && isCalled(item->text(QAccessible::Name), text);
        });
    }

    // Presses what is called so and may be pressed.
    bool presses(const QString &name) const
    {
        for (const QAccessible::Role role : {QAccessible::Button, QAccessible::RadioButton, QAccessible::CheckBox}) {
            QAccessibleInterface *item = reads(role, name);
            QAccessibleActionInterface *actions = item ? item->actionInterface() : nullptr;
            if (!actions || item->state().disabled)
                continue;
            const QStringList offered = actions->actionNames();
            for (const QString &action :
                {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::toggleAction()})
                if (offered.contains(action)) {
                    actions->doAction(action);
                    // A button is down for a moment; what it does, it does when it comes up.
                    return QTest::qWaitFor([&] {
                        QAccessibleInterface *now = reads(role, name);
                        return !now || !now->state().pressed;
                    });
                }
        }
        return false;
    }

    // Waits until it is there and may be pressed, and presses it once.
    bool pressesOnceThere(const QString &name, int patienceMs) const
    {
        bool pressed = false;
        return QTest::qWaitFor([&] { return pressed = pressed || presses(name); }, patienceMs);
    }

    // Every line of the table with this name, cells joined.
    QStringList readsTable(const QString &name) const
    {
        QAccessibleInterface *item = reads(QAccessible::Table, name);
        QAccessibleTableInterface *table = item ? item->tableInterface() : nullptr;
        QStringList lines;
        for (int row = 0; table && row < table->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->columnCount(); ++column)
                cells << table->cellAt(row, column)->text(QAccessible::Name);
            lines << cells.join(QStringLiteral(" | "));
        }
        return lines;
    }

    // All that can be read, for when a test has lost its way.
    QString everything() const
    {
        QStringList lines;
        search(QAccessible::queryAccessibleInterface(m_read), [&](QAccessibleInterface *item) {
            if (const QString name = item->text(QAccessible::Name); !name.isEmpty())
                lines << QStringLiteral("%1 %2%3")
                             .arg(item->role())
                             .arg(name, item->state().disabled ? QStringLiteral(" (disabled)") : QString());
            return false;
        });
        return lines.join(QLatin1Char('\n'));
    }

private:
    static bool isCalled(const QString &name, const QString &wanted)
    {
        return wanted.endsWith(QChar(0x2026)) ? name.startsWith(wanted.chopped(1)) : name == wanted;
    }

    static QAccessibleInterface *search(
        QAccessibleInterface *from, const std::function<bool(QAccessibleInterface *)> &wanted)
    {
        if (!from || !from->isValid() || from->state().invisible)
            return nullptr;
        if (wanted(from))
            return from;
        // Lines of tables and trees have a way of their own; there can be very many.
        if (from->tableInterface())
            return nullptr;
        for (int i = 0; i < from->childCount(); ++i)
            if (QAccessibleInterface *found = search(from->child(i), wanted))
                return found;
        return nullptr;
    }

    QWidget *m_read = nullptr;
};
