// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/announcementbounds.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <KDNSSD/RemoteService>
#include <KDNSSD/ServiceBrowser>

#include <memory>
#include <vector>

namespace sparkloom::kdnssd {

// What KDNSSD tells of one announcement. It keeps interface and address to itself.
struct Service {
    QString name;
    QString type;
    QString hostName;
    quint16 port = 0;
    friend bool operator==(const Service &, const Service &) = default;
};

// Browses on a thread of its own: KDNSSD's calls to Avahi block for up to the 25 s of D-Bus (qt-engineering C.2).
// One announcement comes once per interface and family; copies are counted, and every one of them is told, since it may
// mean another address. It resolves itself, at a bounded rate: left to KDNSSD, every one of a
// flood would be at once.
class BrowserThread : public QObject {
    Q_OBJECT
public:
    // preferred: called on this object's thread.
    explicit BrowserThread(engine::PreferredNames preferred) : m_preferred(std::move(preferred)) {}

    void begin(); // on its thread
    void end();   // on its thread

Q_SIGNALS:
    void unavailable();
    void settled(); // all that is announced now was told
    void appeared(const sparkloom::kdnssd::Service &service);
    void vanished(const sparkloom::kdnssd::Service &service);

private:
    struct Known {
        KDNSSD::RemoteService::Ptr service;
        int copies = 0;
        enum class State { Asked, Answered, Failed } state = State::Asked;
    };
    void added(const KDNSSD::RemoteService::Ptr &service);
    void removed(const KDNSSD::RemoteService::Ptr &service);
    void resolved(const QString &key, bool success);
    void resolveSoon(const QString &key, bool preferred);
    void resolveNext();
    bool isPreferred(const KDNSSD::RemoteService &service) const;
    bool makeRoom();
    void settleIfDone();

    std::vector<std::unique_ptr<KDNSSD::ServiceBrowser>> m_browsers;
    std::vector<bool> m_finished;  // of m_browsers
    QHash<QString, Known> m_known; // by type and name
    engine::PreferredNames m_preferred;
    QStringList m_toResolve; // keys, who is preferred first
    std::unique_ptr<QTimer> m_resolveTimer;
    int m_burstLeft = engine::kLookUpBurst;
};

} // namespace sparkloom::kdnssd
