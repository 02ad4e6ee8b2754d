// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/side/aboutpage.h"

#include "widgets/common/buttons.h"
#include "widgets/common/savefile.h"
#include "widgets/common/theme.h"
#include "widgets/pages/diffview.h"
#include "widgets/shell/pageheader.h"
#include "widgets/side/textcolumn.h"

#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sparkloom::widgets {

AboutPage::AboutPage(const viewmodels::AboutViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_header(new PageHeader), m_text(new TextColumn), m_licence(new DiffView),
      m_gpl(new Button({}, Button::Kind::Link)), m_apache(new Button({}, Button::Kind::Link)),
      m_copy(new Button({}, Button::Kind::Link))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(qRound(px(32)), qRound(px(26)), qRound(px(32)), qRound(px(18)));
    column->setSpacing(qRound(px(12)));
    column->addWidget(m_header);
    column->addWidget(m_text, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(qRound(px(8)));
    for (Button *button : {m_gpl, m_apache, m_copy})
        row->addWidget(button);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_licence, 1);
    m_licence->hide();
    m_gpl->setObjectName(QStringLiteral("gplButton"));
    m_apache->setObjectName(QStringLiteral("apacheButton"));
    m_copy->setObjectName(QStringLiteral("copyVersionsButton"));
    connect(m_gpl, &QAbstractButton::clicked, this, [this] { showLicence(QStringLiteral("GPL-3.0-or-later")); });
    connect(m_apache, &QAbstractButton::clicked, this, [this] { showLicence(QStringLiteral("Apache-2.0")); });
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QString text = QStringLiteral("Sparkloom %1\n").arg(QCoreApplication::applicationVersion());
        for (const viewmodels::Library &library : m_model.libraries())
            text += QStringLiteral("%1 %2 (%3)\n").arg(library.name, library.version, library.licence);
        copyText(text);
    });
    connect(&m_model, &viewmodels::AboutViewModel::changed, this, &AboutPage::retranslate);
    retranslate();
}

QWidget *AboutPage::firstFocus()
{
    return m_text;
}

void AboutPage::showLicence(const QString &file)
{
    QFile text(QStringLiteral(":/sparkloom/licences/%1.txt").arg(file));
    if (!text.open(QIODevice::ReadOnly))
        return;
    m_licence->setAccessibleName(tr("Text of the licence %1").arg(file));
    m_licence->show(QString::fromUtf8(text.readAll()), DiffView::Form::Text);
    m_licence->setVisible(true);
}

void AboutPage::retranslate()
{
    m_header->show(tr("Sparkloom %1").arg(QCoreApplication::applicationVersion()),
        tr("Finds, cables, configures and proves clusters of DGX Sparks."));
    m_text->clear();
    m_text->setAccessibleName(tr("Licences and versions"));
    m_text->add(tr("Sparkloom is free software: GPL-3.0-or-later. What runs on the Sparks, and what both sides share, "
                   "is Apache-2.0. It comes without any warranty."));
    m_text->add(tr("NVIDIA and DGX Spark are names of their owners, who have no part in this program."));
    m_text->add(tr("Made with"), PlainLabel::Role::Heading);
    for (const viewmodels::Library &library : m_model.libraries())
        m_text->addPair(library.name,
            QStringList{library.version.isEmpty() ? tr("version not known") : library.version, library.licence}.join(
                QStringLiteral("  ·  ")));
    m_text->addSpace();
    m_gpl->setText(tr("Read GPL-3.0-or-later"));
    m_apache->setText(tr("Read Apache-2.0"));
    m_copy->setText(tr("Copy the versions"));
    for (Button *button : {m_gpl, m_apache, m_copy})
        button->updateGeometry();
}

} // namespace sparkloom::widgets
