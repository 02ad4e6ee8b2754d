// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/signinpage.h"

#include "ui_signinpage.h"
#include "widgets/common/buttons.h"
#include "widgets/common/leadingmargins.h"
#include "widgets/common/theme.h"
#include "widgets/common/unseen.h"
#include "widgets/pages/changedkeypanel.h"
#include "widgets/pages/keytable.h"
#include "widgets/pages/signinrow.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace sparkloom::widgets {

namespace {

constexpr double kFormWidth = 340;
// Of 64 rows, so that no call holds the window for long: few are made in one call, and what lies below the window's
// edge comes into the layout once the page is in sight.
constexpr int kRowsAtOnce = 3;
constexpr int kRowsMs = 1;
constexpr int kRowsInSight = 12;
constexpr int kShownAtOnce = 8;

// The field keeps its text until the sign-in succeeded, so that a second try needs no typing.
base::Secret secretOf(const QLineEdit *field)
{
    QByteArray bytes = field->text().toUtf8();
    const base::Secret secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    base::Secret::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return secret;
}

} // namespace

SignInPage::SignInPage(viewmodels::SignInViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::SignInPage>()), m_keys(new KeyTable(model)),
      m_cancel(new Button({}, Button::Kind::Link))
{
    m_ui->setupUi(this);
    m_cancel->setObjectName(QStringLiteral("cancelSignIn"));
    m_ui->header->addTool(m_cancel);
    connect(m_cancel, &QAbstractButton::clicked, &m_model, &viewmodels::SignInViewModel::cancel);
    m_rowColumn = new QVBoxLayout(m_ui->rowsContent);
    setLeadingMargins(m_rowColumn, 0, 0, qRound(px(8)), 0);
    m_rowColumn->setSpacing(qRound(px(10)));
    m_rowColumn->addStretch(1);
    m_ui->keysArea->setWidget(m_keys);
    for (PlainLabel *label :
        {m_ui->userLabel, m_ui->passwordLabel, m_ui->keyFileLabel, m_ui->passphraseLabel, m_ui->compareLabel})
        label->setRole(PlainLabel::Role::Muted);
    m_ui->installsLabel->setRole(PlainLabel::Role::Small);
    m_ui->keyedLabel->setRole(PlainLabel::Role::Muted);
    m_ui->keyedLabel->setHideEmpty(true);
    m_ui->practiceInstallsLabel->setRole(PlainLabel::Role::Small);
    m_ui->practiceLabel->setRole(PlainLabel::Role::Body);
    m_ui->compareCommand->setRole(PlainLabel::Role::Mono);
    m_ui->compareCommand->setSelectable(true);
    m_ui->keyFileToggle->setKind(Button::Kind::Link);
    m_ui->keyFilePanel->hide();
    m_ui->userLabel->setBuddy(m_ui->userEdit);
    m_ui->passwordLabel->setBuddy(m_ui->passwordEdit);
    m_ui->sameCheck->setFont(fontOf(14));
    m_ui->agentCheck->setFont(fontOf(14));
    m_moreRows.setSingleShot(true);
    connect(&m_moreRows, &QTimer::timeout, this, &SignInPage::refreshRows);
    connectForm();
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &SignInPage::refreshWhenSeen);
    retranslate();
}

SignInPage::~SignInPage() = default;

void SignInPage::connectForm()
{
    connect(m_ui->userEdit, &QLineEdit::textChanged, &m_model, &viewmodels::SignInViewModel::setUser);
    connect(m_ui->passwordEdit, &QLineEdit::textChanged, this,
        [this] { m_model.setPassword(secretOf(m_ui->passwordEdit)); });
    connect(m_ui->sameCheck, &QAbstractButton::toggled, &m_model, &viewmodels::SignInViewModel::setSameOnAll);
    connect(m_ui->agentCheck, &QAbstractButton::toggled, &m_model, &viewmodels::SignInViewModel::setUseAgent);
    connect(m_ui->keyFileToggle, &QAbstractButton::clicked, this,
        [this] { m_ui->keyFilePanel->setVisible(!m_ui->keyFilePanel->isVisible()); });
    const auto keyFile = [this] {
        m_model.setKeyFile(m_ui->keyFileEdit->text().trimmed(), secretOf(m_ui->passphraseEdit));
    };
    connect(m_ui->keyFileEdit, &QLineEdit::textChanged, this, keyFile);
    connect(m_ui->passphraseEdit, &QLineEdit::textChanged, this, keyFile);
    connect(m_ui->browseButton, &QAbstractButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Private key file"), QDir::homePath() + QStringLiteral("/.ssh"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, m_ui->keyFileEdit, &QLineEdit::setText);
        dialog->open();
    });
    const auto submit = [this] {
        if (!m_model.allReady())
            m_model.triggerPrimary();
    };
    connect(m_ui->userEdit, &QLineEdit::returnPressed, this, submit);
    connect(m_ui->passwordEdit, &QLineEdit::returnPressed, this, submit);
    connect(m_ui->refuseButton, &QAbstractButton::clicked, &m_model, &viewmodels::SignInViewModel::refuseKeys);
}

QWidget *SignInPage::firstFocus()
{
    for (const viewmodels::SignInRow &row : m_model.rows())
        if (const auto asking = m_rows.find(row.name); asking != m_rows.end() && asking->second->firstFocus())
            return asking->second->firstFocus();
    return m_model.practice() || m_model.allReady() ? nullptr : m_ui->userEdit;
}

void SignInPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->userEdit->setAccessibleName(tr("User name"));
    m_ui->passwordEdit->setAccessibleName(tr("Password"));
    m_ui->keyFileEdit->setAccessibleName(tr("Private key file"));
    m_ui->passphraseEdit->setAccessibleName(tr("Passphrase of the key file"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleDescription(tr("Stops signing in; who is signed in already stays so"));
    m_cancel->updateGeometry();
    fitForm();
    m_ui->rowsArea->setAccessibleName(tr("Sparks"));
    m_ui->keysArea->setAccessibleName(tr("Fingerprints"));
    refresh();
}

// Narrow, because fields for names are; but a tick box has all its words in one line.
void SignInPage::fitForm()
{
    m_ui->leftStack->setMaximumWidth(
        std::max({qRound(px(kFormWidth)), m_ui->sameCheck->sizeHint().width(), m_ui->agentCheck->sizeHint().width()}));
}

void SignInPage::showEvent(QShowEvent *event)
{
    fitForm(); // what the window's style makes of the tick boxes is known by now
    Page::showEvent(event);
    m_moreRows.start();
}

void SignInPage::refreshRows()
{
    std::set<QString> wanted;
    for (const viewmodels::SignInRow &row : m_model.rows())
        wanted.insert(row.name);
    std::erase_if(m_rows, [&](const auto &entry) {
        if (wanted.contains(entry.first))
            return false;
        entry.second->deleteLater();
        entry.second->hide();
        return true;
    });
    int position = 0, made = 0;
    QElapsedTimer spent;
    spent.start();
    for (const viewmodels::SignInRow &row : m_model.rows()) {
        SignInRowWidget *&widget = m_rows[row.name];
        const bool isNew = !widget;
        if (isNew) {
            widget = new SignInRowWidget(m_model, m_ui->rowsContent);
            if (position >= kRowsInSight)
                widget->hide();
            m_rowColumn->insertWidget(position, widget);
        }
        widget->show(row);
        if (isNew)
            prepareUnseenWhole(*widget);
        made += isNew;
        ++position;
        if (isNew && made >= kRowsAtOnce && spent.elapsed() >= kRowsMs
            && position < static_cast<int>(m_model.rows().size())) {
            m_moreRows.start();
            return;
        }
    }
    revealRows();
}

void SignInPage::revealRows()
{
    int shown = 0;
    for (const viewmodels::SignInRow &row : m_model.rows()) {
        SignInRowWidget *widget = m_rows.at(row.name);
        if (!isVisible() || !widget->isHidden())
            continue;
        if (shown == kShownAtOnce) {
            m_moreRows.start();
            return;
        }
        widget->setVisible(true);
        ++shown;
    }
}

void SignInPage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    m_ui->problemNotice->show(m_model.problem());
    m_cancel->setVisible(m_model.busy() && !m_model.askingKeys()); // there it has one of its own
    m_ui->leftStack->setCurrentWidget(m_model.practice() ? m_ui->practicePage : m_ui->formPage);
    const bool changed = m_model.changedKey().has_value();
    m_ui->leftStack->setVisible(!m_model.askingKeys() && !changed);
    if (changed && !m_changed) {
        m_changed = new ChangedKeyPanel(m_model, this);
        m_ui->rightStack->addWidget(m_changed);
    }
    m_ui->rightStack->setCurrentWidget(m_model.askingKeys() ? m_ui->keysPage : changed ? m_changed : m_ui->rowsPage);
    if (m_changed)
        m_changed->refresh();
    refreshForm();
    m_ui->installsLabel->setText(m_model.installsText());
    m_ui->keyedLabel->show(m_model.keyedText());
    m_ui->practiceInstallsLabel->setText(m_model.installsText());
    m_ui->compareLabel->setText(m_model.compareText());
    m_ui->compareCommand->setText(viewmodels::SignInViewModel::compareCommand());
    m_ui->formPage->setEnabled(!m_model.busy() || m_model.askingKeys());
    if (m_model.form().password.empty() && m_model.allReady() && !m_ui->passwordEdit->text().isEmpty())
        m_ui->passwordEdit->clear(); // the password is forgotten once it is not needed
    m_keys->refresh();
    // Nothing is preselected, and the button that a hasty Return presses is Cancel.
    if (m_model.askingKeys() && !m_wasAskingKeys)
        m_ui->refuseButton->setFocus(Qt::OtherFocusReason);
    m_wasAskingKeys = m_model.askingKeys();
    refreshRows();
    followQuestion();
}

// Where they differ they are typed beside each Spark; and once all are signed in nothing is asked any more.
void SignInPage::refreshForm()
{
    const bool asks = !m_model.allReady();
    for (QWidget *shared :
        std::initializer_list<QWidget *>{m_ui->userLabel, m_ui->userEdit, m_ui->passwordLabel, m_ui->passwordEdit})
        shared->setVisible(asks && m_model.form().sameOnAll);
    for (const auto &[box, on] :
        {std::pair(m_ui->sameCheck, m_model.form().sameOnAll), std::pair(m_ui->agentCheck, m_model.form().useAgent)}) {
        const QSignalBlocker quiet(box); // what the model knows, it is not told again
        box->setChecked(on);
    }
    for (QWidget *choice : std::initializer_list<QWidget *>{m_ui->sameCheck, m_ui->agentCheck, m_ui->keyFileToggle})
        choice->setVisible(asks);
    if (!asks)
        m_ui->keyFilePanel->hide();
}

// A Spark that asks gets the keyboard, unless a person types or walks somewhere else.
void SignInPage::followQuestion()
{
    QWidget *first = firstFocus();
    const QWidget *now = window()->focusWidget();
    const bool free = !now || now == m_ui->header->findChild<QWidget *>(QStringLiteral("headline"));
    if (first && first != m_ui->userEdit && free)
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace sparkloom::widgets
