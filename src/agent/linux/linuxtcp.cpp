// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxtcp.h"

#include "agent/linux/tcpends.h"

namespace sparkloom::agent {
namespace {

class TcpSender : public TcpStreams {
public:
    using TcpStreams::TcpStreams;
    ~TcpSender() override
    {
        for (const SendingStream *const stream : m_sending)
            m_loop.remove(stream->socket());
    }

    base::Result<void> open(const std::string &token, std::chrono::milliseconds patience)
    {
        for (const TcpFlowSpec &flow : m_flows) {
            for (int i = 0; i < flow.streams; ++i) {
                auto socket = openTcpSocket(flow);
                if (!socket)
                    return socket.error();
                auto stream =
                    std::make_unique<SendingStream>(flow, std::move(socket).value(), wake(), TcpToken(token), patience);
                m_sending.push_back(stream.get());
                add(std::move(stream));
            }
        }
        startThreads();
        return {};
    }

protected:
    void running() override
    {
        for (SendingStream *const stream : m_sending)
            m_loop.add(stream->socket(), [this, stream] { hear(*stream); });
    }

private:
    // The receiver's word stays unread, so it is heard once only.
    void hear(SendingStream &stream)
    {
        m_loop.remove(stream.socket());
        if (stream.isTold())
            stream.finish();
    }

    std::vector<SendingStream *> m_sending;
};

} // namespace

base::Result<std::unique_ptr<TcpEnd>> LinuxTcp::receive(
    const std::string &token, std::vector<TcpFlowSpec> flows, TcpEvents events)
{
    auto listener = std::make_unique<TcpListener>(m_loop, token, std::move(flows), std::move(events));
    if (auto opened = listener->open(); !opened)
        return opened.error();
    return std::unique_ptr<TcpEnd>(std::move(listener));
}

base::Result<std::unique_ptr<TcpEnd>> LinuxTcp::send(
    const std::string &token, std::vector<TcpFlowSpec> flows, std::chrono::milliseconds patience, TcpEvents events)
{
    auto sender = std::make_unique<TcpSender>(m_loop, std::move(flows), std::move(events));
    if (auto opened = sender->open(token, patience); !opened)
        return opened.error();
    return std::unique_ptr<TcpEnd>(std::move(sender));
}

} // namespace sparkloom::agent
