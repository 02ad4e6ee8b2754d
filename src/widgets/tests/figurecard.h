// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/testblocks.h"

#include <QWidget>

class QPainter;
class QVBoxLayout;

namespace sparkloom::widgets {

class PlainLabel;

// The scale of a figure: zones of what is expected, and a mark for each run.
void paintScale(QPainter &painter, const QRectF &area, const viewmodels::FigureLine &line);

// A card of results: the title with its verdict, what was found, the figures with their directions apart, and what to
// do. Read by a screen reader as one text.
class TestCard : public QWidget {
    Q_OBJECT
public:
    explicit TestCard(QWidget *parent = nullptr);
    void show(const viewmodels::TestBlock &block);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addText(const QString &text, bool strong);
    void addFigure(const viewmodels::FigureLine &figure);

    viewmodels::TestBlock m_block;
    QVBoxLayout *m_column;
    PlainLabel *m_title;
    PlainLabel *m_word;
    QWidget *m_body = nullptr;
};

} // namespace sparkloom::widgets
