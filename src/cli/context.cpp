// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"

#include <QCoroFuture>
#include <QPromise>
#include <QTimer>

#include <algorithm>

namespace sparkloom::cli {

// One waitUntil() under way.
class Context::Waiting : public QObject {
public:
    Waiting(Context &context, std::function<bool()> done) : m_context(context), m_done(std::move(done))
    {
        m_promise.start();
        m_context.m_waiting.push_back(this);
    }
    ~Waiting() override { std::erase(m_context.m_waiting, this); }

    QFuture<bool> future() { return m_promise.future(); }
    void look()
    {
        if (m_context.m_cancelled)
            finish(false);
        else if (m_done())
            finish(true);
    }
    void finish(bool result)
    {
        if (std::exchange(m_finished, true))
            return;
        m_promise.addResult(result);
        m_promise.finish();
    }

private:
    Context &m_context;
    std::function<bool()> m_done;
    QPromise<bool> m_promise;
    bool m_finished = false;
};

Context::Context(const GlobalOptions &options, const Place &place, CommandPrompter &prompter, Output &output)
    : m_options(options), m_place(place), m_prompter(prompter), m_output(output)
{
    m_prompter.setOptions(options);
    m_prompter.setLookup([this](const QString &name) {
        CommandPrompter::Known known;
        if (const engine::ClusterMember *member = m_session ? m_session->cluster().member(name) : nullptr) {
            known.user = member->user;
            known.names = member->knownAs;
            // Announced as spark-a.local, spoken of as spark-a.
            known.names << member->name << member->endpoint.host << member->endpoint.host.section(u'.', 0, 0);
            for (const QString &address : member->endpoint.addresses)
                known.names << address;
        }
        return known;
    });
}

Context::~Context()
{
    m_prompter.setLookup({});
}

QCoro::Task<base::Result<engine::ClusterSession *>> Context::open()
{
    if (m_session)
        co_return m_session.get();
    const engine::Environment environment = m_place.adapters->environment(&m_prompter);

    base::Result<std::shared_ptr<engine::ClusterStore::Lock>> lock = environment.clusters->lock(m_options.cluster);
    if (!lock)
        co_return lock.error();
    m_lock = std::move(lock).value();

    const QFuture<base::Result<std::vector<engine::Cluster>>> loading = environment.clusters->load();
    const base::Result<std::vector<engine::Cluster>> clusters = co_await loading;
    if (!clusters)
        co_return clusters.error();
    engine::Cluster cluster;
    cluster.name = m_options.cluster;
    for (const engine::Cluster &stored : clusters.value())
        if (stored.name == m_options.cluster)
            cluster = stored;

    // Virtual Sparks are always there; they bring their host keys and are announced to nobody.
    if (cluster.members.empty())
        cluster.members = workplace::membersFor(m_place.virtualSparks);

    m_session = std::make_unique<engine::ClusterSession>(environment, cluster);
    const auto look = [this] {
        const std::vector<Waiting *> waiting = m_waiting;
        for (Waiting *each : waiting)
            each->look();
    };
    connect(m_session.get(), &engine::ClusterSession::foundChanged, this, look);
    connect(m_session.get(), &engine::ClusterSession::cablingChanged, this, look);
    connect(m_session.get(), &engine::ClusterSession::hostChanged, this, look);
    co_return m_session.get();
}

bool Context::hasMembers() const
{
    return m_session && !m_session->cluster().members.empty();
}

QCoro::Task<base::Result<void>> Context::store()
{
    const engine::Cluster cluster = m_session->cluster();
    engine::ClusterStore *clusters = m_place.adapters->environment().clusters;
    const QFuture<base::Result<void>> stored =
        cluster.members.empty() ? clusters->remove(cluster.name) : clusters->save(cluster);
    const base::Result<void> result = co_await stored;
    co_return result;
}

QCoro::Task<bool> Context::waitUntil(std::function<bool()> done, std::optional<std::chrono::milliseconds> timeout)
{
    Waiting waiting(*this, std::move(done));
    const QFuture<bool> future = waiting.future();
    QTimer deadline;
    deadline.setSingleShot(true);
    connect(&deadline, &QTimer::timeout, &waiting, [&waiting] { waiting.finish(false); });
    if (timeout)
        deadline.start(*timeout);
    waiting.look();
    const bool result = co_await future;
    co_return result;
}

void Context::cancel()
{
    m_cancelled = true;
    m_prompter.cancel();
    if (m_session)
        m_session->cancel();
    const std::vector<Waiting *> waiting = m_waiting;
    for (Waiting *each : waiting)
        each->look();
}

ExitCode Context::fail(const QString &command, const base::Error &error, QJsonObject body)
{
    const base::Error told = m_prompter.problem().value_or(error);
    const QString subject = m_prompter.problem() ? QString() : std::exchange(m_subject, {});
    m_output.error(told, subject);
    const ExitCode code = exitCodeOf(told.kind);
    QJsonObject json = errorJson(told);
    if (!subject.isEmpty())
        json.insert(QStringLiteral("spark"), subject);
    body.insert(QStringLiteral("error"), json);
    m_output.document(command, body, code);
    return code;
}

} // namespace sparkloom::cli
