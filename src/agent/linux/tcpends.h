// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/epollloop.h"
#include "agent/linux/tcpstream.h"

#include <memory>
#include <vector>

namespace sparkloom::agent {

// The streams of one end, and what becomes of them. Loop thread.
class TcpStreams : public TcpEnd {
public:
    TcpStreams(EpollLoop &loop, std::vector<TcpFlowSpec> flows, TcpEvents events);
    ~TcpStreams() override;

    TcpReading read() override;
    void finish() override;
    std::vector<TcpFlowSpec> flows() const override { return m_flows; }

protected:
    void add(std::unique_ptr<TcpStream> stream) { m_streams.push_back(std::move(stream)); }
    void startThreads();
    // Every stream runs: nothing that belongs to joining is on its way any more.
    virtual void running() {}
    std::size_t wanted() const; // streams of all flows together
    int wake() const { return m_wake.get(); }
    void fail(const base::Error &error);

    EpollLoop &m_loop;
    std::vector<TcpFlowSpec> m_flows;

private:
    void look();

    const TcpEvents m_events;
    Descriptor m_wake;
    std::vector<std::unique_ptr<TcpStream>> m_streams;
    bool m_started = false;
    bool m_over = false;
};

// Listens for the streams of its flows.
class TcpListener : public TcpStreams {
public:
    TcpListener(EpollLoop &loop, const std::string &token, std::vector<TcpFlowSpec> flows, TcpEvents events);
    ~TcpListener() override;

    base::Result<void> open();
    TcpReading read() override;
    int strangers() const override { return m_strangers; }

private:
    struct Door { // where one flow comes in
        Descriptor socket;
        int missing = 0; // streams
    };
    struct Caller { // a connection that has not shown the token yet
        Descriptor socket;
        std::size_t door = 0;
        std::string said;
    };
    base::Result<void> openDoor(std::size_t number);
    void welcome(std::size_t door);
    void listen(int caller);
    void turnAway(int caller);
    void closeDoor(std::size_t number);
    void begin();

    const TcpToken m_token;
    std::vector<Door> m_doors; // as m_flows
    std::vector<Caller> m_callers;
    std::vector<std::pair<int, Descriptor>> m_joined; // flow
    int m_strangers = 0;
};

} // namespace sparkloom::agent
