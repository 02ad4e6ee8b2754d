// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/interruptedviewmodel.h"

#include "engine/text/isolates.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

void InterruptedViewModel::setInterruption(const std::optional<engine::Interruption> &interruption, bool inThisRun)
{
    if (interruption == m_interruption)
        return;
    m_interruption = interruption;
    m_inThisRun = inThisRun;
    // Where there is one way only, it is the answer; else nothing is preselected.
    m_choice = m_interruption && m_interruption->undo ? Choice::Finish : Choice::None;
    m_withoutMissing = false;
    Q_EMIT changed();
}

void InterruptedViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    using State = engine::HostState;
    m_names.clear();
    m_ready.clear();
    m_missing.clear();
    for (const engine::HostView &host : hosts) {
        m_names << host.name;
        if (host.state == State::Ready)
            m_ready << host.name;
        else if (host.state == State::Failed || host.state == State::Lost || host.state == State::HostKeyChanged)
            m_missing << host.name;
    }
    Q_EMIT changed();
}

void InterruptedViewModel::setLeaver(const QString &name, bool gone)
{
    m_leaver = name;
    m_leaverGone = gone;
    Q_EMIT changed();
}

// Nobody says of all of them that they are gone: then nothing is left to be settled.
bool InterruptedViewModel::withoutOffered() const
{
    const bool saidSo = m_leaverGone && m_missing == QStringList(m_leaver);
    return m_interruption && !m_missing.isEmpty() && m_missing.size() < m_names.size() && !saidSo;
}

QString InterruptedViewModel::withoutText() const
{
    return m_missing.size() == 1 ? tr("%1 is gone for good: go on without it").arg(m_missing.front())
                                 : tr("These are gone for good, go on without them: %1").arg(m_missing.join(u", "_s));
}

QString InterruptedViewModel::withoutDetail() const
{
    if (m_missing.size() > 1)
        return tr("Nothing is asked of them and nothing is done on them. Finishing takes them out of the cluster; "
                  "taking back keeps them in the list, to be taken out next. Should one come back, it may still have "
                  "addresses of this cluster: keep its cables unplugged until it is set up anew.");
    return tr(
        "Nothing is asked of it and nothing is done on it. Finishing takes it out of the cluster; taking back keeps "
        "it in the list, to be taken out next. Should it come back, it may still have addresses of this cluster: "
        "keep its cables unplugged until it is set up anew.");
}

void InterruptedViewModel::setWithoutMissing(bool on)
{
    if (m_withoutMissing == on)
        return;
    m_withoutMissing = on;
    Q_EMIT changed();
}

QStringList InterruptedViewModel::gone() const
{
    QStringList gone = withoutMissing() ? m_missing : QStringList();
    if (m_interruption && m_leaverGone && m_names.contains(m_leaver) && !gone.contains(m_leaver))
        gone << m_leaver;
    return gone;
}

QString InterruptedViewModel::headline() const
{
    return m_inThisRun ? tr("The change did not reach its end on every Spark.")
                       : tr("This computer was switched off in the middle.");
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
    const QString what = m_inThisRun ? brokenOff() : cutShort();
    const QString then = !m_leaver.isEmpty()
        ? tr("Some of the others may already have their new settings, without it. A Spark that had not yet been told "
             "to keep them has gone back by itself.")
        : m_interruption->undo
        ? tr("Some Sparks may be back already, and some not.")
        : tr(
            "Some Sparks may have kept them. A Spark that had not yet been told to keep them has gone back by itself.");
    QString text = what + u' ' + then;
    if (m_interruption->when.isValid())
        text += u'\n' + tr("The last thing that is known about it: %1.").arg(when);
    return text;
}

QString InterruptedViewModel::cutShort() const
{
    return !m_leaver.isEmpty()
        ? tr("Sparkloom was taking %1 out of the cluster when it ended, or lost this computer.").arg(m_leaver)
        : m_interruption->undo
        ? tr("Sparkloom was putting the earlier network settings back when it ended, or lost this computer.")
        : tr("Sparkloom was making new network settings permanent when it ended, or lost this computer.");
}

QString InterruptedViewModel::brokenOff() const
{
    return !m_leaver.isEmpty()
        ? tr("Sparkloom was taking %1 out of the cluster when a Spark failed, or its connection was lost.")
              .arg(m_leaver)
        : m_interruption->undo
        ? tr("Sparkloom was putting the earlier network settings back when a Spark failed, or its connection was lost.")
        : tr("Sparkloom was making new network settings permanent when a Spark failed, or its connection was lost.");
}

QString InterruptedViewModel::sparksText() const
{
    return engine::text::joined(m_names, u", "_s);
}

QString InterruptedViewModel::finishTitle() const
{
    return m_interruption && m_interruption->undo && m_leaver.isEmpty() ? tr("Finish putting them back")
                                                                        : tr("Finish it");
}

QString InterruptedViewModel::finishText() const
{
    if (!m_leaver.isEmpty())
        return tr("%1 is taken out on the others too, as you had reviewed it.").arg(m_leaver);
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
    const QStringList without = gone();
    const bool ready = std::all_of(m_names.begin(), m_names.end(),
        [&](const QString &name) { return m_ready.contains(name) || without.contains(name); });
    return {ready && !m_ready.isEmpty() ? text : tr("Sign in, then go on"), true, {}};
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
