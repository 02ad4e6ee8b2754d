// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/virtualsparks/simulatorprocess.h"

#include "adapters/virtualsparks/practicejson.h"
#include "base/text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::virtualsparks {

using namespace base::literals;

namespace {

constexpr qsizetype kMaxLine = 4 * 1024 * 1024; // 256 Sparks take 60 KiB
constexpr qsizetype kMaxErrors = 4096;
constexpr std::chrono::seconds kStartLimit{20};
constexpr int kStopMs = 2000; // it takes a few milliseconds

template <typename T>
QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template <typename T>
void settle(QPromise<T> &promise, T value)
{
    promise.addResult(std::move(value));
    promise.finish();
}

std::optional<engine::VirtualSpark> sparkFrom(const QJsonObject &object)
{
    engine::VirtualSpark spark;
    spark.name = object.value(u"name"_s).toString();
    spark.endpoint.host = object.value(u"host"_s).toString();
    const int port = object.value(u"port"_s).toInt();
    spark.fingerprint = object.value(u"fingerprint"_s).toString();
    spark.user = object.value(u"user"_s).toString();
    const QByteArray password = object.value(u"password"_s).toString().toUtf8();
    spark.password = base::Secret(std::string_view(password.constData(), static_cast<std::size_t>(password.size())));
    if (spark.name.isEmpty() || spark.endpoint.host != u"127.0.0.1" || port < 1 || port > 65535
        || !spark.fingerprint.startsWith(u"SHA256:"))
        return std::nullopt;
    spark.endpoint.port = static_cast<quint16>(port);
    return spark;
}

base::Error broken(base::MessageId id, const QString &detail)
{
    return base::failed(id, base::cleanText(detail.toStdString(), 1000));
}

} // namespace

SimulatorProcess::SimulatorProcess(SimulatorSettings settings) : m_settings(std::move(settings))
{
    m_startLimit.setSingleShot(true);
    // Ctrl-C at a terminal is for us: the Sparks must still be there while a change is taken back.
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    connect(&m_startLimit, &QTimer::timeout, this, [this] { end(broken("virtual.not-started"_msg, lastWords())); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SimulatorProcess::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this,
        [this] { m_errors = (m_errors + m_process.readAllStandardError()).right(kMaxErrors); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(broken("virtual.not-started"_msg, m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this,
        [this] { end(broken(m_up ? "virtual.ended"_msg : "virtual.not-started"_msg, lastWords())); });
}

SimulatorProcess::~SimulatorProcess()
{
    m_process.disconnect(this);
    const base::Error gone{base::ErrorKind::Cancelled, "virtual.ended"_msg, {}};
    if (m_starting)
        settle(*m_starting, Started(gone));
    for (const auto &[id, waiting] : m_waiting)
        waiting.take(Answer(gone));
    stopChild();
}

void SimulatorProcess::stopChild()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // it ends with its stdin
    if (!m_process.waitForFinished(kStopMs)) {
        m_process.kill();
        m_process.waitForFinished(kStopMs);
    }
}

bool SimulatorProcess::isRunning() const
{
    return m_up;
}

QString SimulatorProcess::lastWords() const
{
    return QString::fromUtf8(m_errors).trimmed();
}

QFuture<SimulatorProcess::Started> SimulatorProcess::start(const QString &scenario)
{
    if (m_process.state() != QProcess::NotRunning)
        return readyFuture(Started(base::refused("virtual.already-running"_msg)));
    const QString program = m_settings.program.isEmpty() ? findSimulator() : m_settings.program;
    if (program.isEmpty())
        return readyFuture(Started(base::failed("virtual.program-missing"_msg)));
    m_scenario = scenario;
    m_buffer.clear();
    m_errors.clear();
    m_starting = std::make_shared<QPromise<Started>>();
    m_starting->start();
    const auto future = m_starting->future();
    m_startLimit.start(kStartLimit);
    QStringList arguments = {u"--scenario"_s, scenario, u"--speed"_s, QString::number(m_settings.speed), u"--seed"_s,
        QString::number(m_settings.seed)};
    if (!m_settings.architecture.isEmpty())
        arguments << u"--architecture"_s << m_settings.architecture;
    m_process.start(program, arguments);
    return future;
}

void SimulatorProcess::finishStart(Started result)
{
    m_startLimit.stop();
    if (const auto promise = std::exchange(m_starting, nullptr))
        settle(*promise, std::move(result));
}

// The child is gone or of no use: everybody who waits hears it.
void SimulatorProcess::end(const base::Error &error)
{
    const bool wasUp = std::exchange(m_up, false);
    if (m_process.state() != QProcess::NotRunning) {
        const QSignalBlocker quiet(&m_process);
        stopChild();
    }
    finishStart(Started(error));
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[id, entry] : waiting)
        entry.take(Answer(error));
    if (wasUp)
        Q_EMIT ended(error);
}

void SimulatorProcess::readLines()
{
    m_buffer += m_process.readAllStandardOutput();
    for (qsizetype at = m_buffer.indexOf('\n'); at >= 0; at = m_buffer.indexOf('\n')) {
        const QByteArray line = m_buffer.left(at);
        m_buffer.remove(0, at + 1);
        handleLine(line);
    }
    if (m_buffer.size() > kMaxLine)
        end(broken("virtual.ended"_msg, u"a line of the simulator is too long"_s));
}

void SimulatorProcess::handleLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (m_starting)
        return handleFirstLine(object);
    const auto node = m_waiting.extract(object.value(u"id"_s).toInteger());
    if (node.empty())
        return;
    const Waiting &waiting = node.mapped();
    if (object.value(u"ok"_s).toBool())
        return waiting.take(Answer(object));
    const std::string reason = base::cleanText(object.value(u"reason"_s).toString().toStdString(), 200);
    waiting.take(Answer(base::refused(base::Message(waiting.refusal).with("reason", reason))));
}

void SimulatorProcess::handleFirstLine(const QJsonObject &object)
{
    std::vector<engine::VirtualSpark> sparks;
    for (const auto &value : object.value(u"sparks"_s).toArray())
        if (auto spark = sparkFrom(value.toObject()))
            sparks.push_back(*std::move(spark));
    if (object.value(u"sparkloom-sim"_s).toInt() != 1 || sparks.empty())
        return end(broken("virtual.not-started"_msg, u"the simulator speaks another language"_s));
    m_up = true;
    finishStart(Started(std::move(sparks)));
}

template <typename T>
QFuture<base::Result<T>> SimulatorProcess::ask(
    QJsonObject object, base::MessageId refusal, base::Result<T> (*read)(const QJsonObject &))
{
    if (!m_up)
        return readyFuture(base::Result<T>(base::failed("virtual.ended"_msg)));
    const qint64 id = ++m_lastId;
    object.insert(u"id"_s, id);
    const auto promise = std::make_shared<QPromise<base::Result<T>>>();
    promise->start();
    const auto take = [promise, read](const Answer &answer) {
        settle(*promise, answer ? read(*answer) : base::Result<T>(answer.error()));
    };
    m_waiting.emplace(id, Waiting{take, refusal});
    m_process.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    return promise->future();
}

QFuture<SimulatorProcess::Done> SimulatorProcess::request(QJsonObject object, base::MessageId refusal)
{
    return ask<void>(std::move(object), refusal, [](const QJsonObject &) { return Done(); });
}

QFuture<base::Result<engine::PracticeState>> SimulatorProcess::practiceState()
{
    return ask<engine::PracticeState>({{u"do"_s, u"faults"_s}}, "virtual.fault-refused"_msg,
        [](const QJsonObject &answer) { return base::Result<engine::PracticeState>(practiceFrom(answer)); });
}

QFuture<SimulatorProcess::Done> SimulatorProcess::plug(const engine::VirtualSocket &a, const engine::VirtualSocket &b)
{
    return request({{u"do"_s, u"plug"_s}, {u"a"_s, socketJson(a)}, {u"b"_s, socketJson(b)}}, "virtual.refused"_msg);
}

QFuture<SimulatorProcess::Done> SimulatorProcess::unplug(const engine::VirtualSocket &a)
{
    return request({{u"do"_s, u"unplug"_s}, {u"a"_s, socketJson(a)}}, "virtual.refused"_msg);
}

QFuture<SimulatorProcess::Done> SimulatorProcess::slow(const engine::VirtualSocket &a, double gbps)
{
    return request({{u"do"_s, u"slow"_s}, {u"a"_s, socketJson(a)}, {u"gbps"_s, gbps}}, "virtual.fault-refused"_msg);
}

QFuture<SimulatorProcess::Done> SimulatorProcess::setFault(const QString &fault, const QString &place, bool on)
{
    return request(
        {{u"do"_s, u"fault"_s}, {u"fault"_s, fault}, {u"place"_s, place}, {u"on"_s, on}}, "virtual.fault-refused"_msg);
}

QFuture<SimulatorProcess::Done> SimulatorProcess::startTraffic(
    const QString &kind, const QStringList &sparks, double seconds)
{
    return request({{u"do"_s, u"traffic"_s}, {u"kind"_s, kind}, {u"sparks"_s, QJsonArray::fromStringList(sparks)},
                       {u"seconds"_s, seconds}},
        "virtual.traffic-refused"_msg);
}

} // namespace sparkloom::virtualsparks
