// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/sudoviewmodel.h"

#include "viewmodels/words.h"

#include <algorithm>

namespace sparkloom::viewmodels {

void SudoViewModel::ask(const QString &name, engine::SudoReason reason, bool wrongBefore)
{
    std::erase_if(m_questions, [&](const Question &question) { return question.name == name; });
    if (wrongBefore)
        m_same = {}; // not the same on all after all
    m_questions.push_back({name, reason, wrongBefore});
    next();
}

void SudoViewModel::next()
{
    while (!m_questions.empty() && !m_same.empty()) {
        const QString name = m_questions.front().name;
        m_questions.pop_front();
        Q_EMIT answered(name, m_same, true);
    }
    Q_EMIT changed();
}

void SudoViewModel::clear()
{
    m_questions.clear();
    m_same = {};
    Q_EMIT changed();
}

void SudoViewModel::setSeveralSparks(bool several)
{
    m_severalSparks = several;
    Q_EMIT changed();
}

QString SudoViewModel::headline() const
{
    if (!asking())
        return {};
    const Question &question = m_questions.front();
    return question.wrongBefore ? tr("%1 did not accept this sudo password.").arg(question.name)
                                : tr("%1 asks for your sudo password.").arg(question.name);
}

QString SudoViewModel::reason() const
{
    return asking() ? Words::sudoReason(m_questions.front().reason) : QString();
}

void SudoViewModel::answer(const base::Secret &password, bool sameOnAll)
{
    if (!asking())
        return;
    const QString name = m_questions.front().name;
    m_questions.pop_front();
    if (sameOnAll)
        m_same = password;
    Q_EMIT answered(name, password, sameOnAll);
    next();
}

void SudoViewModel::refuse()
{
    if (!asking())
        return;
    const QString name = m_questions.front().name;
    m_questions.pop_front();
    Q_EMIT refused(name);
    next();
}

} // namespace sparkloom::viewmodels
