// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace sparkloom::widgets {

class PillButton;

// Several choices side by side on the stage, one of them chosen.
class PillBar : public QWidget {
    Q_OBJECT
public:
    explicit PillBar(QWidget *parent = nullptr);
    // name: what the buttons' object names begin with.
    void show(const QString &name, const QStringList &texts, const QStringList &descriptions, int chosen);

Q_SIGNALS:
    void chosen(int place);

private:
    std::vector<PillButton *> m_buttons;
};

} // namespace sparkloom::widgets
