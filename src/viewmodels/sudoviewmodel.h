// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "engine/prompts.h"

#include <QObject>
#include <QString>

#include <deque>

namespace sparkloom::viewmodels {

// Questions for sudo passwords, one at a time, shown in the page that is open; never a dialog. Main thread.
class SudoViewModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void ask(const QString &name, engine::SudoReason reason, bool wrongBefore);
    void clear();

    bool asking() const { return !m_questions.empty(); }
    QString headline() const; // "spark-a asks for your sudo password."
    QString reason() const;
    bool wrongBefore() const { return asking() && m_questions.front().wrongBefore; }
    bool severalSparks() const { return m_severalSparks; }
    void setSeveralSparks(bool several);
    // Whether "the same on all Sparks" is ticked at first.
    bool sameSuggested() const { return m_sameSuggested; }
    void setSameSuggested(bool suggested) { m_sameSuggested = suggested; }

    // sameOnAll: the person said that this password is also that of the other Sparks.
    void answer(const base::Secret &password, bool sameOnAll);
    void refuse();

Q_SIGNALS:
    void changed();
    void answered(const QString &name, const sparkloom::base::Secret &password, bool sameOnAll);
    void refused(const QString &name);

private:
    struct Question {
        QString name;
        engine::SudoReason reason = engine::SudoReason::Apply;
        bool wrongBefore = false;
    };
    void next();

    std::deque<Question> m_questions;
    base::Secret m_same; // given for all Sparks; tried once on each
    bool m_severalSparks = false;
    bool m_sameSuggested = false;
};

} // namespace sparkloom::viewmodels
