// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/virtualsparks/simulatorfactory.h"
#include "engine/ports/practicecontrol.h"

#include <QJsonObject>
#include <QProcess>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <map>

namespace sparkloom::virtualsparks {

// One sparkloom-sim, spoken to in JSON lines over its stdin and stdout (src/sim/control/control.h). Main thread.
class SimulatorProcess : public engine::VirtualSparks, public engine::PracticeControl {
    Q_OBJECT
public:
    explicit SimulatorProcess(SimulatorSettings settings);
    ~SimulatorProcess() override;

    QFuture<base::Result<std::vector<engine::VirtualSpark>>> start(const QString &scenario) override;
    QFuture<base::Result<void>> plug(const engine::VirtualSocket &a, const engine::VirtualSocket &b) override;
    QFuture<base::Result<void>> unplug(const engine::VirtualSocket &a) override;
    QFuture<base::Result<void>> slow(const engine::VirtualSocket &a, double gbps) override;
    QFuture<base::Result<void>> setFault(const QString &fault, const QString &place, bool on) override;
    QFuture<base::Result<void>> startTraffic(const QString &kind, const QStringList &sparks, double seconds) override;
    QFuture<base::Result<engine::PracticeState>> practiceState() override;
    bool isRunning() const override;
    QString scenario() const override { return m_scenario; }

private:
    using Started = base::Result<std::vector<engine::VirtualSpark>>;
    using Done = base::Result<void>;
    using Answer = base::Result<QJsonObject>;

    struct Waiting {
        std::function<void(const Answer &)> take; // called once
        base::MessageId refusal;                  // what a refusal is called
    };
    // What the answer says, as `read` understands it.
    template <typename T>
    QFuture<base::Result<T>> ask(
        QJsonObject object, base::MessageId refusal, base::Result<T> (*read)(const QJsonObject &));
    QFuture<Done> request(QJsonObject object, base::MessageId refusal);
    void readLines();
    void handleLine(const QByteArray &line);
    void handleFirstLine(const QJsonObject &object);
    void finishStart(Started result);
    void end(const base::Error &error);
    QString lastWords() const; // of its stderr, bounded
    void stopChild();

    SimulatorSettings m_settings;
    QString m_scenario;
    QProcess m_process;
    QTimer m_startLimit;
    QByteArray m_buffer;
    QByteArray m_errors;
    std::shared_ptr<QPromise<Started>> m_starting;
    std::map<qint64, Waiting> m_waiting;
    qint64 m_lastId = 0;
    bool m_up = false;
};

} // namespace sparkloom::virtualsparks
