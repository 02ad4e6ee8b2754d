// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/markline.h"

#include "widgets/common/leadingmargins.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/tests/testmarks.h"

#include <QPainter>
#include <QVBoxLayout>

namespace sparkloom::widgets {

namespace {
constexpr double kMarkTop = 1, kMarkSide = 17, kTextFrom = 27;
}

MarkLine::MarkLine(QWidget *parent) : MarkLine(viewmodels::TestMark::NotTested, {}, parent) {}

MarkLine::MarkLine(viewmodels::TestMark mark, const QString &text, QWidget *parent)
    : QWidget(parent), m_mark(mark), m_label(new PlainLabel(text))
{
    auto *column = new QVBoxLayout(this);
    setLeadingMargins(column, qRound(px(kTextFrom)), 0, 0, 0);
    setMinimumHeight(qRound(px(kMarkTop + kMarkSide + 1))); // a single line of text is lower than the mark
    m_label->setOnStage(true);
    column->addWidget(m_label);
}

void MarkLine::show(viewmodels::TestMark mark, const QString &text)
{
    m_mark = mark;
    m_label->setText(text);
    setVisible(!text.isEmpty());
    update();
}

void MarkLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double side = px(kMarkSide);
    paintMark(
        painter, m_mark, QRectF(layoutDirection() == Qt::RightToLeft ? width() - side : 0, px(kMarkTop), side, side));
}

} // namespace sparkloom::widgets
