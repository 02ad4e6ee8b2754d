// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/interruptedviewmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

void InterruptedViewModel::setInterruption(const std::optional<engine::Interruption> &interruption)
{
    if (interruption == m_interruption)
        return;
    m_interruption = interruption;
    // Where there is one way only, it is the answer; else nothing is preselected.
    m_choice = m_interruption && m_interruption->undo ? Choice::Finish : Choice::None;
    Q_EMIT changed();
}

void InterruptedViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    m_names.clear();
    for (const engine::HostView &host : hosts)
        m_names << host.name;
    m_allReady = !hosts.empty() && std::all_of(hosts.begin(), hosts.end(), [](const auto &host) {
        return host.state == engine::HostState::Ready;
    });
    Q_EMIT changed();
}

QString InterruptedViewModel::headline() const
{
    return tr("This computer was switched off in the middle.");
}

QString InterruptedViewModel::detail() const
{
    if (!m_interruption)
        return tr("Nothing is left of it any more.");
    return tr("The Sparks can be reached as before. They may differ until this is settled.");
}

QString InterruptedViewModel::happened() const
{
    if (!m_interruption)
        return {};
    const QString when = QLocale().toString(m_interruption->when.toLocalTime(), QLocale::LongFormat);
    const QString what = m_interruption->undo
        ? tr("Sparkloom was putting the earlier network settings back when it ended, or lost this computer.")
        : tr("Sparkloom was making new network settings permanent when it ended, or lost this computer.");
    const QString then =
        tr("Some Sparks may have kept them. A Spark that had not yet been told to keep them has gone back by itself.");
    QString text = what + u' ' + (m_interruption->undo ? tr("Some Sparks may be back already, and some not.") : then);
    if (m_interruption->when.isValid())
        text += u'\n' + tr("The last thing that is known about it: %1.").arg(when);
    return text;
}

QString InterruptedViewModel::sparksText() const
{
    return m_names.join(u", "_s);
}

QString InterruptedViewModel::finishTitle() const
{
    return m_interruption && m_interruption->undo ? tr("Finish putting them back") : tr("Finish it");
}

QString InterruptedViewModel::finishText() const
{
    if (m_interruption && m_interruption->undo)
        return tr("The Sparks that are not back yet follow. Settings that are back on one Spark cannot be taken "
                  "forward again.");
    return tr("The Sparks that went back are set up too, as you had reviewed it; then every half is proven.");
}

QString InterruptedViewModel::revertTitle() const
{
    return tr("Take it back");
}

QString InterruptedViewModel::revertText() const
{
    return tr("The Sparks that kept the new settings get the earlier ones back, byte for byte.");
}

PageAction InterruptedViewModel::primaryAction() const
{
    const QString text = m_choice == Choice::Revert ? revertTitle()
        : m_choice == Choice::Finish                ? finishTitle()
                                                    : tr("Continue");
    if (!m_interruption)
        return {tr("Continue"), false, tr("Nothing is left to be settled")};
    if (m_choice == Choice::None)
        return {text, false, tr("Choose one of the two")};
    return {m_allReady ? text : tr("Sign in, then go on"), true, {}};
}

void InterruptedViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    if (m_choice == Choice::Finish)
        Q_EMIT finishRequested();
    else
        Q_EMIT revertRequested();
}

void InterruptedViewModel::choose(Choice choice)
{
    if (choice == Choice::Revert && !revertPossible())
        return;
    m_choice = choice;
    Q_EMIT changed();
}

} // namespace sparkloom::viewmodels
