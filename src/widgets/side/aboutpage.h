// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/aboutviewmodel.h"
#include "widgets/pages/page.h"

namespace sparkloom::widgets {

class Button;
class DiffView;
class PageHeader;
class TextColumn;

// Version, licences of ours and of the libraries, with the full texts of ours.
class AboutPage : public Page {
    Q_OBJECT
public:
    explicit AboutPage(const viewmodels::AboutViewModel &model, QWidget *parent = nullptr);
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void showLicence(const QString &file);

    const viewmodels::AboutViewModel &m_model;
    PageHeader *m_header;
    TextColumn *m_text;
    DiffView *m_licence;
    Button *m_gpl;
    Button *m_apache;
    Button *m_copy;
};

} // namespace sparkloom::widgets
