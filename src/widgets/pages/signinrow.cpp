// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/signinrow.h"

#include "engine/text/isolates.h"
#include "widgets/common/buttons.h"
#include "widgets/common/commandlines.h"
#include "widgets/common/glyphs.h"
#include "widgets/common/leadingmargins.h"
#include "widgets/common/notice.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <tuple>

namespace sparkloom::widgets {

using viewmodels::RowTone;

namespace {

constexpr double kMark = 22;

// A secret out of a field; the field is emptied.
base::Secret takeSecret(QLineEdit *field)
{
    QByteArray bytes = field->text().toUtf8();
    const base::Secret secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    base::Secret::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    field->clear();
    return secret;
}

bool same(const viewmodels::SignInRow &a, const viewmodels::SignInRow &b)
{
    const auto all = [](const viewmodels::SignInRow &row) {
        return std::tie(row.name, row.address, row.stateText, row.facts, row.fingerprint, row.tone, row.progress,
            row.asksCredentials, row.ownCredentials, row.canRetry, row.keyChanged, row.canLeave, row.isSetUp, row.user,
            row.problem, row.error.seen, row.error.meaning, row.error.remedy, row.notes);
    };
    return all(a) == all(b);
}

} // namespace

SignInRowWidget::SignInRowWidget(viewmodels::SignInViewModel &model, QWidget *parent)
    : CardPanel(parent), m_model(model), m_name(new PlainLabel({}, PlainLabel::Role::Heading, this)),
      m_state(new PlainLabel({}, PlainLabel::Role::Muted, this)),
      m_facts(new PlainLabel({}, PlainLabel::Role::Small, this))
{
    auto *column = new QVBoxLayout(this);
    setLeadingMargins(column, qRound(px(52)), qRound(px(13)), qRound(px(18)), qRound(px(15)));
    column->setSpacing(qRound(px(5)));
    auto *top = new QHBoxLayout;
    m_name->setWordWrap(false);
    m_state->setAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
    top->addWidget(m_name);
    top->addWidget(m_state, 1);
    column->addLayout(top);
    column->addWidget(m_facts);
    m_facts->setMinimumHeight(qRound(px(18)));
}

QVBoxLayout *SignInRowWidget::column() const
{
    return qobject_cast<QVBoxLayout *>(layout());
}

void SignInRowWidget::buildError()
{
    m_error = new Notice(this);
    column()->insertWidget(column()->indexOf(m_noteCommands ? m_noteCommands : m_facts) + 1, m_error);
    m_retry = new Button(tr("Try again"), Button::Kind::Plain);
    m_error->addButton(m_retry);
    connect(m_retry, &QAbstractButton::clicked, this, [this] { m_model.retry(m_row.name); });
    m_changedKey = new Button(tr("Look at the two keys"), Button::Kind::Plain);
    m_error->addButton(m_changedKey);
    connect(m_changedKey, &QAbstractButton::clicked, this, [this] { m_model.showChangedKey(m_row.name); });
}

void SignInRowWidget::showError()
{
    // What a changed key means, and what to do, has a page of its own.
    const engine::text::Explanation changed{tr("It shows another key than before."), {}, {}};
    const engine::text::Explanation &error = m_row.keyChanged ? changed : m_row.error;
    if (!m_error && error.seen.isEmpty())
        return;
    if (!m_error)
        buildError();
    m_error->show(error, Notice::Tone::Bad);
    m_changedKey->setText(tr("Look at the two keys"));
    m_changedKey->setVisible(m_row.keyChanged);
    m_retry->setText(tr("Try again"));
    m_retry->setVisible(m_row.canRetry);
    for (Button *button : {m_retry, m_changedKey}) // the same on each row but for the Spark
        button->setAccessibleDescription(m_row.name);
}

// Made when a Spark first asks: of 64 most never do.
void SignInRowWidget::buildQuestion()
{
    m_question = new QWidget(this);
    layout()->addWidget(m_question);
    auto *column = new QVBoxLayout(m_question);
    column->setContentsMargins(0, qRound(px(4)), 0, 0);
    m_problem = new PlainLabel({}, PlainLabel::Role::Bad);
    m_problem->setHideEmpty(true);
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    m_user = new QLineEdit;
    m_user->setMaxLength(32);
    m_user->setObjectName(QStringLiteral("rowUser"));
    m_password = new QLineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(512);
    m_password->setObjectName(QStringLiteral("rowPassword"));
    m_answer = new Button(tr("Sign in"), Button::Kind::Plain);
    m_giveUp = new Button(tr("Not now"), Button::Kind::Link);
    row->addWidget(m_user, 2);
    row->addWidget(m_password, 3);
    row->addWidget(m_answer);
    row->addWidget(m_giveUp);
    column->addLayout(row);
    const auto answer = [this] {
        if (m_row.asksCredentials)
            m_model.answerCredentials(m_row.name, m_user->text().trimmed(), takeSecret(m_password));
        else
            m_model.triggerPrimary();
    };
    connect(m_answer, &QAbstractButton::clicked, this, answer);
    connect(m_password, &QLineEdit::returnPressed, this, answer);
    connect(m_user, &QLineEdit::textEdited, this, &SignInRowWidget::ownChanged);
    connect(m_password, &QLineEdit::textEdited, this, &SignInRowWidget::ownChanged);
    connect(m_giveUp, &QAbstractButton::clicked, this, [this] { m_model.giveUp(m_row.name); });
}

// What is typed beside a Spark before the sign-in, where it is not the same on all.
void SignInRowWidget::ownChanged()
{
    if (!m_row.ownCredentials || m_row.asksCredentials)
        return;
    QByteArray bytes = m_password->text().toUtf8();
    const base::Secret password(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    base::Secret::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    m_model.setOwn(m_row.name, m_user->text(), password);
}

void SignInRowWidget::show(const viewmodels::SignInRow &row)
{
    if (m_shown && same(row, m_row))
        return;
    const bool asks = row.asksCredentials || row.ownCredentials;
    const bool newQuestion =
        (row.asksCredentials && !m_row.asksCredentials) || (row.ownCredentials && !m_row.ownCredentials);
    m_shown = true;
    m_row = row;
    m_name->setText(row.name);
    m_state->setText(row.stateText);
    m_state->setRole(row.tone == RowTone::Bad ? PlainLabel::Role::Bad
            : row.tone == RowTone::Good       ? PlainLabel::Role::Good
                                              : PlainLabel::Role::Muted);
    QStringList facts = {row.address};
    if (!row.facts.isEmpty())
        facts << row.facts;
    m_facts->setText(engine::text::joined(facts, QStringLiteral(" · ")));
    setPlainToolTip(m_facts, row.fingerprint);
    if (!m_notes && !row.notes.isEmpty()) {
        m_notes = new PlainLabel({}, PlainLabel::Role::Warn, this);
        m_notes->setHideEmpty(true);
        m_noteCommands = makeCommandLabel(this);
        column()->insertWidget(column()->indexOf(m_facts) + 1, m_notes);
        column()->insertWidget(column()->indexOf(m_notes) + 1, m_noteCommands);
    }
    if (m_notes) {
        const CommandLines told = commandLinesOf(row.notes.join(QLatin1Char('\n')));
        m_notes->show(told.words);
        m_noteCommands->show(told.commands);
    }
    showError();
    offerLeave();
    if (asks && !m_question)
        buildQuestion();
    if (m_question)
        showQuestion(asks, newQuestion);
    setAccessibleName(QStringLiteral("%1, %2").arg(row.name, row.stateText));
    update();
}

void SignInRowWidget::offerLeave()
{
    if (!m_leave && m_row.canLeave) {
        m_leave = new Button({}, Button::Kind::Link, this);
        m_leave->setObjectName(QStringLiteral("rowLeave"));
        QWidget *const above = m_error ? static_cast<QWidget *>(m_error) : m_noteCommands ? m_noteCommands : m_facts;
        column()->insertWidget(column()->indexOf(above) + 1, m_leave, 0, Qt::AlignLeading);
        connect(m_leave, &QAbstractButton::clicked, this, [this] { m_model.takeOut(m_row.name); });
    }
    if (!m_leave)
        return;
    m_leave->setText(m_row.isSetUp ? tr("Take it out of the cluster…") : tr("Go on without it"));
    m_leave->setAccessibleDescription(m_row.name);
    m_leave->updateGeometry();
    m_leave->setVisible(m_row.canLeave);
}

void SignInRowWidget::showQuestion(bool asks, bool isNew)
{
    m_question->setVisible(asks);
    m_answer->setVisible(m_row.asksCredentials);
    m_giveUp->setVisible(m_row.asksCredentials);
    m_problem->show(m_row.problem);
    if (isNew) {
        m_user->setText(m_row.user);
        m_password->clear();
        ownChanged();
    }
    m_answer->setText(tr("Sign in"));
    m_giveUp->setText(tr("Not now"));
    m_user->setPlaceholderText(tr("User name"));
    m_user->setAccessibleName(tr("User name on %1").arg(m_row.name));
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(tr("Password on %1").arg(m_row.name));
    for (Button *button : {m_answer, m_giveUp})
        button->setAccessibleDescription(m_row.name);
}

QWidget *SignInRowWidget::firstFocus() const
{
    return m_row.asksCredentials ? m_password : nullptr;
}

void SignInRowWidget::changeEvent(QEvent *event)
{
    CardPanel::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_shown)
        return;
    m_shown = false;
    show(viewmodels::SignInRow(m_row));
}

void SignInRowWidget::paintEvent(QPaintEvent *event)
{
    CardPanel::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(window()->palette());
    const double side = px(kMark);
    const double x = layoutDirection() == Qt::RightToLeft ? width() - px(16) - side : px(16);
    const QRectF mark(x, px(14), side, side);
    switch (m_row.tone) {
    case RowTone::Good: paintBadge(painter, Glyph::Tick, mark, theme.good, theme.card); break;
    case RowTone::Bad: paintBadge(painter, Glyph::Exclamation, mark, theme.bad, theme.card); break;
    case RowTone::Question: paintBadge(painter, Glyph::Question, mark, theme.warn, theme.card); break;
    case RowTone::Busy: paintGlyph(painter, Glyph::Arc, mark, theme.accentText); break;
    case RowTone::Quiet: paintGlyph(painter, Glyph::Ring, mark, theme.muted); break;
    }
    if (m_row.tone != RowTone::Busy && m_row.tone != RowTone::Question)
        return;
    // Progress as a thin line along the lower edge.
    const QRectF track(px(52), height() - px(7), width() - px(70), px(3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(track, 1.5, 1.5);
    QRectF done = track;
    done.setWidth(track.width() * m_row.progress / 100.0);
    if (layoutDirection() == Qt::RightToLeft)
        done.moveRight(track.right());
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(done, 1.5, 1.5);
}

} // namespace sparkloom::widgets
