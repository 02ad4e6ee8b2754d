// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/reviewviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>

class QCheckBox;
class QModelIndex;

namespace sparkloom::widgets {

class Notice;

namespace Ui {
class ReviewPage;
}

// The plan as a tree, and what one change is, why, and how it is taken back.
class ReviewPage : public Page {
    Q_OBJECT
public:
    explicit ReviewPage(viewmodels::ReviewViewModel &model, QWidget *parent = nullptr);
    ~ReviewPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void prepareViews();
    void prepareAddresses();
    void refresh() override;
    void refreshAddresses();
    void offerExport();
    void save(viewmodels::ReviewViewModel::Export form);
    void tellExport(const QString &text);
    void askFor(viewmodels::ReviewViewModel::Question question, Notice *notice, QCheckBox *box);
    void showDetails(const QModelIndex &index);
    void selectFirstChange();

    viewmodels::ReviewViewModel &m_model;
    std::unique_ptr<Ui::ReviewPage> m_ui;
    QWidget *m_room;      // below what is said while there is no plan
    QString m_exportTold; // how the last export went, until the plan is another one
};

} // namespace sparkloom::widgets
