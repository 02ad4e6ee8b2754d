// SPDX-License-Identifier: GPL-3.0-or-later
#include "cutproxy.h"

#include <QHostAddress>

namespace sparkloom::test {

quint16 CutProxies::add(quint16 port)
{
    auto server = std::make_unique<QTcpServer>();
    QTcpServer *raw = server.get();
    if (!server->listen(QHostAddress(QHostAddress::LocalHost), 0))
        return 0;
    QObject::connect(raw, &QTcpServer::newConnection, raw, [this, raw] { accept(raw); });
    m_servers.push_back(std::move(server));
    m_targets[raw->serverPort()] = port;
    return raw->serverPort();
}

void CutProxies::arm(int at, Fault fault, std::function<void()> onPiece)
{
    m_pieces = 0;
    m_at = at;
    m_fault = fault;
    m_cut = false;
    m_onPiece = std::move(onPiece);
}

void CutProxies::accept(QTcpServer *server)
{
    const quint16 port = m_targets.value(server->serverPort());
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        const auto pair = std::make_shared<Pair>();
        pair->near.reset(socket);
        pair->proxy = server->serverPort();
        socket->setParent(nullptr);
        if (m_refusing || port == 0) {
            socket->abort();
            continue;
        }
        pair->far = std::make_unique<QTcpSocket>();
        pair->far->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        for (const bool out : {true, false}) {
            QTcpSocket *from = out ? pair->near.get() : pair->far.get(), *to = out ? pair->far.get() : pair->near.get();
            const std::weak_ptr<Pair> weak = pair;
            QObject::connect(from, &QTcpSocket::readyRead, from, [this, weak, from, to] {
                if (const auto alive = weak.lock())
                    forward(alive, *from, *to);
            });
            QObject::connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
        }
        m_pairs.push_back(pair);
    }
}

void CutProxies::forward(const std::shared_ptr<Pair> &pair, QTcpSocket &from, QTcpSocket &to)
{
    const QByteArray bytes = from.readAll();
    if (bytes.isEmpty())
        return;
    if (const auto isDue = m_dues.value(pair->proxy); isDue && isDue()) {
        close(pair->proxy);
        return;
    }
    if (++m_pieces != m_at) {
        to.write(bytes);
        return;
    }
    m_cut = true;
    if (const auto told = m_onPiece) // it may arm anew
        told();
    if (m_fault == Fault::None) {
        to.write(bytes);
    } else if (m_fault == Fault::Connection) {
        cut(pair);
    } else {
        m_refusing = true;
        for (const auto &each : m_pairs)
            cut(each);
    }
}

void CutProxies::close(quint16 proxy)
{
    m_dues.remove(proxy);
    m_targets[proxy] = 0;
    for (const auto &each : m_pairs)
        if (each->proxy == proxy && each->far)
            cut(each);
}

void CutProxies::cut(const std::shared_ptr<Pair> &pair)
{
    pair->near->abort();
    pair->far->abort();
}

} // namespace sparkloom::test
