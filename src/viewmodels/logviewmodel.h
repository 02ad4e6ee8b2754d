// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cluster.h"
#include "engine/flow/views.h"
#include "engine/ports/store.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

#include <deque>
#include <map>
#include <vector>

namespace sparkloom::viewmodels {

// One line of the log, in words.
struct LogLine {
    enum class Tone { Plain, Good, Bad };
    QString when;
    QString spark; // empty: the whole cluster, or this computer
    QString text;
    Tone tone = Tone::Plain;
};

// What was done on which Spark: what the journal on this computer tells of earlier days, and every step since the
// cluster was opened. Holds no secret: steps never carry one, and what looks like one is blackened all the same. Main
// thread.
class LogViewModel : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 2000; // older lines go

    using QObject::QObject;

    // Another cluster: what was noted is forgotten.
    void begin(const engine::Cluster &cluster);
    void setJournal(const std::vector<engine::JournalEntry> &entries);
    // These note what is different from the last call.
    void noteHosts(const std::vector<engine::HostView> &hosts, const QDateTime &now);
    void noteJobs(const std::vector<engine::JobView> &jobs, const QDateTime &now);
    void note(const QString &spark, const base::Message &text, const QDateTime &now);

    QStringList sparks() const; // that have lines, for the filter
    QString spark() const { return m_spark; }
    QString search() const { return m_search; }
    std::vector<LogLine> lines() const; // those that are asked for, oldest first
    int total() const { return static_cast<int>(m_entries.size()); }
    QString text() const; // the same lines to copy
    void filter(const QString &spark, const QString &search);

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        enum class Kind { Step, Host, Job, Note };
        QDateTime when;
        QString spark;
        Kind kind = Kind::Note;
        QString step; // of the journal
        engine::HostState host = engine::HostState::Idle;
        engine::JobView::State job = engine::JobView::State::Done;
        base::Message text;
        std::optional<base::Error> error;
    };
    void add(Entry entry);
    LogLine lineOf(const Entry &entry) const;
    bool isAskedFor(const LogLine &line) const;

    std::deque<Entry> m_entries;
    std::map<QString, QString> m_names; // by Spark id
    std::map<QString, engine::HostState> m_hosts;
    std::map<int, engine::JobView::State> m_jobs;
    QString m_spark;
    QString m_search;
};

// The text with what looks like a password, a token or a private key blackened.
QString withoutSecrets(const QString &text);

} // namespace sparkloom::viewmodels
