// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/logviewmodel.h"

#include "engine/text/text.h"
#include "viewmodels/jobmodel.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

using State = engine::JobView::State;

// Only what a person did or has to know; connecting and inspecting are the way there.
bool isTold(engine::HostState state)
{
    using Host = engine::HostState;
    return state == Host::Ready || state == Host::Failed || state == Host::HostKeyChanged || state == Host::Lost;
}

bool isTold(State state)
{
    return state != State::Waiting && state != State::Running && state != State::Skipped;
}

QString stepWords(const QString &step, bool intent)
{
    if (step == u"begin")
        return LogViewModel::tr("A change was begun.");
    if (step == u"trial")
        return intent ? LogViewModel::tr("Settings are tried out, with a timer that takes them back.")
                      : LogViewModel::tr("Settings were tried out, with a timer that takes them back.");
    if (step == u"prove")
        return intent ? LogViewModel::tr("The trial is being proven.") : LogViewModel::tr("The trial was proven.");
    if (step == u"trust")
        return intent ? LogViewModel::tr("Sign-in from Spark to Spark is being set up.")
                      : LogViewModel::tr("Sign-in from Spark to Spark was set up.");
    if (step == u"persist")
        return intent ? LogViewModel::tr("Settings are made to last.")
                      : LogViewModel::tr("Settings were made to last.");
    if (step == u"commit")
        return intent ? LogViewModel::tr("The change is being completed.")
                      : LogViewModel::tr("The change was completed.");
    if (step == u"rollback")
        return intent ? LogViewModel::tr("The change is being taken back.")
                      : LogViewModel::tr("The change was taken back.");
    if (step == u"undo")
        return intent ? LogViewModel::tr("The set-up is being undone.") : LogViewModel::tr("The set-up was undone.");
    return LogViewModel::tr("The change is closed.");
}

QString hostWords(engine::HostState state)
{
    switch (state) {
    case engine::HostState::Ready: return LogViewModel::tr("Signed in, and looked at the hardware.");
    case engine::HostState::HostKeyChanged: return LogViewModel::tr("It shows another host key than before.");
    case engine::HostState::Lost: return LogViewModel::tr("The connection was lost.");
    default: return LogViewModel::tr("Signing in failed.");
    }
}

} // namespace

QString withoutSecrets(const QString &text)
{
    static const QRegularExpression key(u"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression named(
        u"\\b(pass(?:word|phrase|wd)?|secret|token|api[-_ ]?key)(\"?\\s*[=:]\\s*\"?)([^\\s\"']+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString clean = text;
    clean.replace(key, u"●●●"_s);
    clean.replace(named, u"\\1\\2●●●"_s);
    return clean;
}

void LogViewModel::begin(const engine::Cluster &cluster)
{
    m_entries.clear();
    m_hosts.clear();
    m_jobs.clear();
    m_names.clear();
    for (const engine::ClusterMember &member : cluster.members)
        if (!member.sparkId.isEmpty())
            m_names[member.sparkId] = member.name;
    m_spark.clear();
    m_search.clear();
    Q_EMIT changed();
}

void LogViewModel::add(Entry entry)
{
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > kMost)
        m_entries.pop_front();
}

void LogViewModel::setJournal(const std::vector<engine::JournalEntry> &entries)
{
    std::erase_if(m_entries, [](const Entry &entry) { return entry.kind == Entry::Kind::Step; });
    const std::size_t first = entries.size() > kMost / 2 ? entries.size() - kMost / 2 : 0;
    for (std::size_t i = first; i < entries.size(); ++i) {
        Entry entry;
        entry.when = entries[i].when;
        entry.kind = Entry::Kind::Step;
        entry.step = entries[i].step + (entries[i].intent ? u"?"_s : QString());
        const auto name = m_names.find(entries[i].spark);
        entry.spark = name == m_names.end() ? entries[i].spark.left(8) : name->second;
        add(std::move(entry));
    }
    std::stable_sort(
        m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) { return a.when < b.when; });
    Q_EMIT changed();
}

void LogViewModel::noteHosts(const std::vector<engine::HostView> &hosts, const QDateTime &now)
{
    bool news = false;
    for (const engine::HostView &host : hosts) {
        const auto known = m_hosts.find(host.name);
        const bool same = known != m_hosts.end() && known->second == host.state;
        m_hosts[host.name] = host.state;
        if (host.facts)
            m_names[QString::fromStdString(host.facts->id.value)] = host.name;
        if (same || !isTold(host.state))
            continue;
        Entry entry;
        entry.when = now;
        entry.spark = host.name;
        entry.kind = Entry::Kind::Host;
        entry.host = host.state;
        entry.error = host.error;
        add(std::move(entry));
        news = true;
    }
    if (news)
        Q_EMIT changed();
}

void LogViewModel::noteJobs(const std::vector<engine::JobView> &jobs, const QDateTime &now)
{
    bool news = false;
    for (const engine::JobView &job : jobs) {
        const auto known = m_jobs.find(job.id);
        const bool same = known != m_jobs.end() && known->second == job.state;
        m_jobs[job.id] = job.state;
        if (same || !isTold(job.state))
            continue;
        Entry entry;
        entry.when = now;
        entry.spark = job.spark;
        entry.kind = Entry::Kind::Job;
        entry.job = job.state;
        entry.text = job.title;
        entry.error = job.error;
        add(std::move(entry));
        news = true;
    }
    if (news)
        Q_EMIT changed();
}

void LogViewModel::note(const QString &spark, const base::Message &text, const QDateTime &now)
{
    Entry entry;
    entry.when = now;
    entry.spark = spark;
    entry.text = text;
    add(std::move(entry));
    Q_EMIT changed();
}

LogLine LogViewModel::lineOf(const Entry &entry) const
{
    LogLine line;
    line.when = QLocale().toString(entry.when.toLocalTime(), QLocale::ShortFormat);
    line.spark = entry.spark;
    switch (entry.kind) {
    case Entry::Kind::Step: {
        const bool intent = entry.step.endsWith(u'?');
        line.text = stepWords(intent ? entry.step.chopped(1) : entry.step, intent);
        break;
    }
    case Entry::Kind::Host:
        line.text = hostWords(entry.host);
        line.tone = entry.host == engine::HostState::Ready ? LogLine::Tone::Good : LogLine::Tone::Bad;
        break;
    case Entry::Kind::Job:
        //: a job and how it ended
        line.text = tr("%1: %2").arg(engine::text::sentence(entry.text), JobModel::stateText(entry.job));
        line.tone = entry.job == State::Done ? LogLine::Tone::Good : LogLine::Tone::Bad;
        break;
    case Entry::Kind::Note: line.text = engine::text::sentence(entry.text); break;
    }
    if (entry.error)
        line.text += (line.text.endsWith(u'.') ? u" "_s : u". "_s) + engine::text::explain(*entry.error).seen;
    line.text = withoutSecrets(line.text.simplified());
    return line;
}

bool LogViewModel::isAskedFor(const LogLine &line) const
{
    if (!m_spark.isEmpty() && line.spark != m_spark)
        return false;
    return m_search.isEmpty() || line.text.contains(m_search, Qt::CaseInsensitive)
        || line.spark.contains(m_search, Qt::CaseInsensitive);
}

QStringList LogViewModel::sparks() const
{
    QStringList names;
    for (const Entry &entry : m_entries)
        if (!entry.spark.isEmpty() && !names.contains(entry.spark))
            names << entry.spark;
    names.sort();
    return names;
}

std::vector<LogLine> LogViewModel::lines() const
{
    std::vector<LogLine> lines;
    for (const Entry &entry : m_entries)
        if (LogLine line = lineOf(entry); isAskedFor(line))
            lines.push_back(std::move(line));
    return lines;
}

QString LogViewModel::text() const
{
    QString text;
    for (const LogLine &line : lines())
        text += QStringList{line.when, line.spark, line.text}.join(u'\t') + u'\n';
    return text;
}

void LogViewModel::filter(const QString &spark, const QString &search)
{
    m_spark = spark;
    m_search = search.trimmed();
    Q_EMIT changed();
}

} // namespace sparkloom::viewmodels
