// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/hardware/half.h"
#include "engine/ports/remotehost.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

// Virtual Sparks: a sparkloom-sim child process with one scenario (design decision 18).
namespace sparkloom::engine {

struct VirtualSpark {
    QString name;        // "spark-a"
    Endpoint endpoint;   // 127.0.0.1 and a port
    QString fingerprint; // of its host key: virtual Sparks bring theirs
    QString user;
    base::Secret password; // sign-in and sudo
};

struct VirtualSocket {
    QString spark; // name; "switch" for the switch
    domain::CageIndex cage = domain::CageIndex::Zero;
    bool isSwitch = false;
};

// One running scenario. Main thread. Deleting it ends the child (stdin EOF).
class VirtualSparks : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual QFuture<base::Result<std::vector<VirtualSpark>>> start(const QString &scenario) = 0;
    // Answers when the simulator has done it. One cable between two sockets; a socket that is in use is refused.
    virtual QFuture<base::Result<void>> plug(const VirtualSocket &a, const VirtualSocket &b) = 0;
    virtual QFuture<base::Result<void>> unplug(const VirtualSocket &a) = 0;
    // The cable in this cage carries at most this per direction (Gb/s, up to 400); 0 takes the limit away.
    virtual QFuture<base::Result<void>> slow(const VirtualSocket &a, double gbps) = 0;
    // A fault by its id ("F-08") or name ("bad-cable") comes or goes. place: "spark-a", "spark-a:0", "spark-a:0B",
    // "cable:spark-a:0" or "port:spark-a:0" (the switch port that the cable of this cage leads to).
    virtual QFuture<base::Result<void>> setFault(const QString &fault, const QString &place, bool on) = 0;
    // Data from the first Spark to the second ("tcp", "rdma"), or an all_gather of all of them ("nccl"), for this many
    // simulated seconds, over every half that reaches. Answers when it has begun; refused where it finds no way.
    virtual QFuture<base::Result<void>> startTraffic(
        const QString &kind, const QStringList &sparks, double seconds) = 0;
    virtual bool isRunning() const = 0;
    virtual QString scenario() const = 0;

Q_SIGNALS:
    void ended(const sparkloom::base::Error &error); // the child ended although nobody asked for it
};

struct ScenarioInfo {
    QString name;
    QString title; // one line, English; text ids are in engine/text
    int sparkCount = 2;
};

class VirtualSparksFactory {
public:
    virtual ~VirtualSparksFactory() = default;
    virtual std::unique_ptr<VirtualSparks> create() = 0;
    virtual std::vector<ScenarioInfo> scenarios() const = 0;
};

} // namespace sparkloom::engine
