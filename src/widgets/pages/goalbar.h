// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/topology.h"

#include <QAbstractButton>

#include <optional>
#include <vector>

namespace sparkloom::widgets {

// The shapes that the Sparks can be cabled into, side by side; one is chosen.
class GoalBar : public QWidget {
    Q_OBJECT
public:
    explicit GoalBar(QWidget *parent = nullptr);
    void show(const std::vector<domain::Topology> &choices, std::optional<domain::Topology> chosen);

Q_SIGNALS:
    void chosen(sparkloom::domain::Topology topology);

private:
    std::vector<domain::Topology> m_choices;
    std::vector<QAbstractButton *> m_buttons;
};

} // namespace sparkloom::widgets
