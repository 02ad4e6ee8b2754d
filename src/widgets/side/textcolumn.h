// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/plainlabel.h"

#include <QScrollArea>

class QVBoxLayout;

namespace sparkloom::widgets {

// Text to read, in a column that scrolls: headings, sentences, and pairs of a short text and what belongs to it. The
// keyboard scrolls it.
class TextColumn : public QScrollArea {
    Q_OBJECT
public:
    explicit TextColumn(QWidget *parent = nullptr);
    void clear();
    void add(const QString &text, PlainLabel::Role role = PlainLabel::Role::Body);
    void addPair(const QString &term, const QString &text);
    void addWidget(QWidget *widget);
    void addSpace();

private:
    void startAnew();

    QVBoxLayout *m_column = nullptr;
};

} // namespace sparkloom::widgets
