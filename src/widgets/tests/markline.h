// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/testwords.h"

#include <QWidget>

namespace sparkloom::widgets {

class PlainLabel;

// One sentence on the stage with its mark.
class MarkLine : public QWidget {
    Q_OBJECT
public:
    explicit MarkLine(QWidget *parent = nullptr);
    MarkLine(viewmodels::TestMark mark, const QString &text, QWidget *parent = nullptr);
    void show(viewmodels::TestMark mark, const QString &text); // hidden where there is no text

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    viewmodels::TestMark m_mark;
    PlainLabel *m_label;
};

} // namespace sparkloom::widgets
