// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/side/settingspage.h"

#include "engine/text/isolates.h"
#include "ui_settingspage.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::SettingsViewModel;

SettingsPage::SettingsPage(SettingsViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::SettingsPage>()),
      m_forget(new Button({}, Button::Kind::Plain)), m_keep(new Button({}, Button::Kind::Plain))
{
    m_ui->setupUi(this);
    for (PlainLabel *heading : {m_ui->placesHeading, m_ui->knownHeading})
        heading->setRole(PlainLabel::Role::Heading);
    m_ui->sudoHint->setRole(PlainLabel::Role::Muted);
    m_ui->calmHint->setRole(PlainLabel::Role::Muted);
    m_ui->calmHint->setHideEmpty(true);
    m_ui->placesLabel->setSelectable(true);
    for (QComboBox *combo : {m_ui->languageCombo, m_ui->appearanceCombo})
        combo->setFont(fontOf(14));
    for (QCheckBox *box : {m_ui->calmBox, m_ui->sudoBox})
        box->setFont(fontOf(14));
    m_ui->languageLabel->setBuddy(m_ui->languageCombo);
    m_ui->appearanceLabel->setBuddy(m_ui->appearanceCombo);
    m_known = new QVBoxLayout(m_ui->knownPlace);
    m_known->setContentsMargins(0, 0, 0, 0);
    m_known->setSpacing(qRound(px(6)));
    m_ui->askNotice->addButton(m_keep);
    m_ui->askNotice->addButton(m_forget);
    m_forget->setObjectName(u"forgetNow"_s);
    m_keep->setObjectName(u"forgetNot"_s);
    connect(m_ui->languageCombo, &QComboBox::activated, this, &SettingsPage::choose);
    connect(m_ui->appearanceCombo, &QComboBox::activated, this, &SettingsPage::choose);
    connect(m_ui->calmBox, &QCheckBox::clicked, this, &SettingsPage::choose);
    connect(m_ui->sudoBox, &QCheckBox::clicked, this, &SettingsPage::choose);
    connect(m_forget, &QAbstractButton::clicked, &m_model, &SettingsViewModel::confirmForget);
    connect(m_keep, &QAbstractButton::clicked, &m_model, &SettingsViewModel::refuseForget);
    connect(&m_model, &SettingsViewModel::changed, this, &SettingsPage::refresh);
    retranslate();
}

SettingsPage::~SettingsPage() = default;

QWidget *SettingsPage::firstFocus()
{
    return m_ui->languageCombo;
}

void SettingsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->languageCombo->setAccessibleName(tr("Language"));
    m_ui->appearanceCombo->setAccessibleName(tr("Appearance"));
    m_ui->area->setAccessibleName(tr("Settings"));
    m_forget->setText(tr("Forget it"));
    m_keep->setText(tr("Keep it"));
    for (Button *button : {m_forget, m_keep})
        button->updateGeometry();
    m_shownKnown.clear();
    refresh();
}

void SettingsPage::choose()
{
    SettingsViewModel::Values values = m_model.values();
    values.language = m_ui->languageCombo->currentData().toString();
    values.appearance = static_cast<SettingsViewModel::Appearance>(m_ui->appearanceCombo->currentData().toInt());
    values.calm = m_ui->calmBox->isChecked();
    values.sameSudo = m_ui->sudoBox->isChecked();
    m_model.choose(values);
}

void SettingsPage::refreshChoices()
{
    using Appearance = SettingsViewModel::Appearance;
    const SettingsViewModel::Values &values = m_model.values();
    const QSignalBlocker quietLanguage(m_ui->languageCombo), quietAppearance(m_ui->appearanceCombo);
    m_ui->languageCombo->clear();
    for (const QString &code : QStringList{QString()} + m_model.languages())
        m_ui->languageCombo->addItem(SettingsViewModel::languageName(code), code);
    m_ui->languageCombo->setCurrentIndex(qMax(0, m_ui->languageCombo->findData(values.language)));
    m_ui->appearanceCombo->clear();
    m_ui->appearanceCombo->addItem(tr("As the desktop has it"), static_cast<int>(Appearance::System));
    m_ui->appearanceCombo->addItem(tr("Light"), static_cast<int>(Appearance::Light));
    m_ui->appearanceCombo->addItem(tr("Dark"), static_cast<int>(Appearance::Dark));
    m_ui->appearanceCombo->setCurrentIndex(static_cast<int>(values.appearance));
    m_ui->calmBox->setChecked(values.calm);
    m_ui->calmHint->show(m_model.calmHint());
    m_ui->sudoBox->setChecked(values.sameSudo);
}

void SettingsPage::refreshKnown()
{
    QStringList wanted;
    for (const auto &known : m_model.remembered())
        wanted << known.name + known.sparks + known.reason;
    if (wanted == m_shownKnown && !wanted.isEmpty())
        return;
    m_shownKnown = wanted;
    for (QWidget *row : m_knownRows)
        row->deleteLater();
    m_knownRows.clear();
    for (const auto &known : m_model.remembered()) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(qRound(px(14)));
        line->addWidget(new PlainLabel(engine::text::joined({known.name, known.sparks}, u": "_s)), 1);
        if (!known.reason.isEmpty()) {
            line->addWidget(new PlainLabel(known.reason, PlainLabel::Role::Muted), 1);
        } else {
            auto *forget = new Button(tr("Forget…"), Button::Kind::Link);
            forget->setObjectName(u"forget_%1"_s.arg(known.name));
            forget->setAccessibleName(tr("Forget the cluster %1").arg(known.name));
            connect(forget, &QAbstractButton::clicked, this, [this, name = known.name] {
                m_model.forget(name);
                m_keep->setFocus();
            });
            line->addWidget(forget);
        }
        m_known->addWidget(row);
        m_knownRows.push_back(row);
    }
    m_ui->knownHeading->setVisible(!m_knownRows.empty());
    m_ui->knownPlace->setVisible(!m_knownRows.empty());
}

void SettingsPage::refresh()
{
    m_ui->header->show(tr("Settings"), tr("They hold for all windows, at once."));
    refreshChoices();
    QStringList places;
    for (const auto &place : m_model.places())
        //: what is kept, and the folder
        places << tr("%1: %2").arg(SettingsViewModel::placeName(place.kind), place.path);
    m_ui->placesLabel->setText(places.join(u'\n'));
    refreshKnown();
    const QString asking = m_model.asking();
    const bool asks = !asking.isEmpty();
    m_forget->setVisible(asks);
    m_keep->setVisible(asks);
    if (asks)
        m_ui->askNotice->show({tr("Forget the cluster %1 on this computer?").arg(asking),
                                  tr("Its Sparks stay as they are, and go on working. This computer no longer knows "
                                     "them, and cannot undo their set-up by one click. Whoever signs in to them again "
                                     "can take the cluster over."),
                                  {}},
            Notice::Tone::Warn);
    else
        m_ui->askNotice->show(m_model.problem(), Notice::Tone::Bad);
}

} // namespace sparkloom::widgets
