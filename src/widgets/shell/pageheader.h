// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace sparkloom::widgets {

class PlainLabel;

// The one sentence that matters, large, and one quiet line below it.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);
    void show(const QString &headline, const QString &detail);
    void setOnStage(bool onStage);
    // Buttons that belong to the page, at the end of the quiet line.
    void addTool(QWidget *tool);

private:
    PlainLabel *m_headline;
    PlainLabel *m_detail;
    QHBoxLayout *m_quietLine;
};

} // namespace sparkloom::widgets
