// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <vector>

// Proxies between an application and virtual Sparks on loopback. They count the pieces of traffic of all connections,
// in both directions and in the order in which they come, and do something at one of them.
namespace sparkloom::test {

class CutProxies {
public:
    enum class Fault {
        Connection, // the connection that carries the piece is cut
        Network,    // all connections are, and there are no new ones until mend()
        None,       // only `onPiece` is called
    };

    // A proxy in front of this port of 127.0.0.1; the port that it has there, 0 where it cannot listen.
    quint16 add(quint16 port);
    // New connections to this proxy lead to another port from now on; 0: to nobody.
    void lead(quint16 proxy, quint16 port) { m_targets[proxy] = port; }
    // From now on, at piece number `at` (0: never).
    void arm(int at, Fault fault, std::function<void()> onPiece = {});
    void mend() { m_refusing = false; }
    // Asked before any piece of this proxy's traffic is passed on. At the first yes its connections are cut, the piece
    // goes with them, and there are no new ones until lead().
    void closeWhen(quint16 proxy, std::function<bool()> isDue) { m_dues[proxy] = std::move(isDue); }
    void close(quint16 proxy);
    int pieces() const { return m_pieces; } // since arm()
    bool hasCut() const { return m_cut; }

private:
    struct Pair {
        std::unique_ptr<QTcpSocket> near, far;
        quint16 proxy = 0;
    };
    void accept(QTcpServer *server);
    void forward(const std::shared_ptr<Pair> &pair, QTcpSocket &from, QTcpSocket &to);
    void cut(const std::shared_ptr<Pair> &pair);

    std::vector<std::unique_ptr<QTcpServer>> m_servers;
    QHash<quint16, quint16> m_targets;            // by the proxy's port
    QHash<quint16, std::function<bool()>> m_dues; // likewise
    std::vector<std::shared_ptr<Pair>> m_pairs;
    int m_pieces = 0, m_at = 0;
    Fault m_fault = Fault::None;
    bool m_refusing = false, m_cut = false;
    std::function<void()> m_onPiece;
};

} // namespace sparkloom::test
