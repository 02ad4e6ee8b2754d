// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/proveviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>

class QVBoxLayout;

namespace sparkloom::widgets {

namespace Ui {
class ProvePage;
}

class Button;
class MapTools;

// What was proven on each half, what was not, the environment to use it with, and the way back.
class ProvePage : public Page {
    Q_OBJECT
public:
    explicit ProvePage(viewmodels::ProveViewModel &model, QWidget *parent = nullptr);
    ~ProvePage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void refresh() override;
    void askUndo();
    void refreshLines();
    void refreshEnvironment();
    void refreshDetails();
    void offerForBox(const QString &box, const QPoint &at);

    viewmodels::ProveViewModel &m_model;
    std::unique_ptr<Ui::ProvePage> m_ui;
    MapTools *m_tools;
    QVBoxLayout *m_lineColumn;
    Button *m_undoNow;
    Button *m_keep;
    QString m_shownLines;
};

} // namespace sparkloom::widgets
