// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/leaver.h"
#include "viewmodels/pageviewmodel.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// "Take this Spark out of the cluster?": what that does to it and to the others, and the ways to do it. Changes
// nothing: after it the plan is reviewed. Main thread.
class LeaveViewModel : public QObject {
    Q_OBJECT
public:
    enum class Way {
        Clean,   // it gets its earlier state back
        Gone,    // gone or broken: it is never asked
        ListOnly // it stays set up, and only this list forgets it
    };
    struct Question {
        QString name;
        QStringList others;
        bool othersStay = false; // a cluster
        bool answers = true;     // false: the last try to reach it failed
        bool canBeListOnly = true;
    };
    using QObject::QObject;

    void ask(const Question &question);
    void close();

    bool asking() const { return m_question.has_value(); }
    QString headline() const;
    QString othersText() const; // what becomes of the others, whichever way
    std::vector<Way> ways() const;
    static QString title(Way way);
    QString text(Way way) const;
    std::optional<Way> chosen() const { return m_way; }
    PageAction action() const;

    void choose(Way way);
    void proceed();

Q_SIGNALS:
    void changed();
    void planRequested(const QString &name, bool gone);
    void dropRequested(const QString &name); // off the list only

private:
    std::optional<Question> m_question;
    std::optional<Way> m_way;
};

} // namespace sparkloom::viewmodels
