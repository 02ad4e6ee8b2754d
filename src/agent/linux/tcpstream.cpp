// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/tcpstream.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <vector>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// What one system call moves at most: iperf3's default, so that both programs ask the same of the kernel
// (tests/bench/bench_tcp.py).
constexpr std::size_t kBlock = 128 * 1024;

sockaddr_in addressOf(domain::Ipv4Address address, int port)
{
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(static_cast<std::uint16_t>(port));
    result.sin_addr.s_addr = htonl(address.value);
    return result;
}

void setTimeout(int socket, int option, std::chrono::milliseconds time)
{
    timeval value{};
    value.tv_sec = time.count() / 1000;
    value.tv_usec = (time.count() % 1000) * 1000;
    setsockopt(socket, SOL_SOCKET, option, &value, sizeof value);
}

std::chrono::nanoseconds cpuOf(clockid_t clock)
{
    timespec time{};
    if (clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// Bytes that no layer can shorten: a sequence of xorshift64.
std::vector<char> incompressible(std::size_t size)
{
    std::vector<char> bytes(size);
    std::uint64_t state = 0x9e3779b97f4a7c15;
    for (std::size_t i = 0; i + sizeof state <= size; i += sizeof state) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        std::memcpy(bytes.data() + i, &state, sizeof state);
    }
    return bytes;
}

bool isPatienceOver(int errorNumber)
{
    return errorNumber == EINPROGRESS || errorNumber == EAGAIN || errorNumber == ETIMEDOUT;
}

} // namespace

bool sameSecret(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b.empty() ? 0 : b[i % b.size()]);
    return difference == 0;
}

base::Result<Descriptor> openTcpSocket(const TcpFlowSpec &flow)
{
    Descriptor opened(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const std::string where = flow.local.toString() + " on " + flow.netdev;
    if (!opened.valid())
        return systemError(errno, "open socket for", where);
    // Where it is forbidden, the address alone binds.
    const int bound = setsockopt(
        opened.get(), SOL_SOCKET, SO_BINDTODEVICE, flow.netdev.c_str(), static_cast<socklen_t>(flow.netdev.size()));
    if (bound != 0 && errno != EPERM)
        return systemError(errno, "bind socket to", flow.netdev);
    const sockaddr_in local = addressOf(flow.local, 0);
    if (bind(opened.get(), reinterpret_cast<const sockaddr *>(&local), sizeof local) != 0)
        return systemError(errno, "bind socket to", where);
    return opened;
}

void TcpStream::start()
{
    m_thread = std::thread([this] { run(); });
}

void TcpStream::stop()
{
    m_stopping.store(true, std::memory_order_relaxed);
    const linger none{1, 0};
    setsockopt(m_socket.get(), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    shutdown(m_socket.get(), SHUT_RDWR);
}

void TcpStream::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void TcpStream::run()
{
    const bool fine = work();
    m_cpuAtEnd.store(cpuOf(CLOCK_THREAD_CPUTIME_ID).count());
    // The other end sees the end now, also where this object stays for its figures.
    shutdown(m_socket.get(), fine ? SHUT_WR : SHUT_RDWR);
    setState(fine ? State::Ended : State::Failed);
}

void TcpStream::setState(State state)
{
    m_state.store(state, std::memory_order_release);
    const std::uint64_t one = 1;
    // Full means that the loop is woken anyway.
    [[maybe_unused]] const ssize_t written = write(m_wake, &one, sizeof one);
}

bool TcpStream::fail(base::MessageId problem, int errorNumber)
{
    m_problem = problem;
    m_errno = errorNumber;
    return false;
}

base::Error TcpStream::error() const
{
    return base::failed(m_problem, m_errno == 0 ? std::string() : std::strerror(m_errno));
}

std::chrono::nanoseconds TcpStream::cpu() const
{
    clockid_t clock{};
    // The thread may end between the two looks: its clock is gone then, but its figure is there.
    if (m_cpuAtEnd.load() < 0 && m_thread.joinable()
        && pthread_getcpuclockid(const_cast<std::thread &>(m_thread).native_handle(), &clock) == 0)
        if (const auto now = cpuOf(clock); now.count() > 0)
            return now;
    return std::chrono::nanoseconds(std::max<std::int64_t>(0, m_cpuAtEnd.load()));
}

std::uint64_t TcpStream::retransmits() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    return getsockopt(m_socket.get(), IPPROTO_TCP, TCP_INFO, &info, &size) == 0 ? info.tcpi_total_retrans : 0;
}

bool ReceivingStream::work()
{
    setState(State::Running);
    std::vector<char> block(kBlock);
    for (;;) {
        const ssize_t got = recv(m_socket.get(), block.data(), block.size(), 0);
        if (got > 0)
            count(static_cast<std::size_t>(got));
        else if (got == 0)
            return true;
        else if (errno != EINTR)
            return stopping() || fail("tcp.stream-broke"_msg, errno);
    }
}

// The other direction carries nothing else, so the byte always finds room.
void ReceivingStream::finish()
{
    if (open()) [[maybe_unused]]
        const ssize_t sent = send(m_socket.get(), "", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
}

// Neither an end nor an error of the connection is taken from it here: the thread meets them itself.
bool SendingStream::isTold() const
{
    int waiting = 0;
    return ioctl(m_socket.get(), FIONREAD, &waiting) == 0 && waiting > 0;
}

bool SendingStream::work()
{
    return joinReceiver() && sendAll() && awaitEnd();
}

bool SendingStream::joinReceiver()
{
    setTimeout(m_socket.get(), SO_SNDTIMEO, m_patience); // bounds connect, too
    setTimeout(m_socket.get(), SO_RCVTIMEO, m_patience);
    const sockaddr_in to = addressOf(m_to.peer, m_to.port);
    if (connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0) {
        const bool noWay = errno == EHOSTUNREACH || errno == ENETUNREACH || errno == ENETDOWN;
        return fail(isPatienceOver(errno) ? "tcp.connect-timeout"_msg
                : errno == ECONNREFUSED   ? "tcp.connect-refused"_msg
                : noWay                   ? "tcp.no-way"_msg
                                          : "tcp.stream-broke"_msg,
            errno);
    }
    const std::string &shown = m_token.shown;
    if (send(m_socket.get(), shown.data(), shown.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(shown.size()))
        return fail("tcp.stream-broke"_msg, errno);
    std::string answer(m_token.answer.size(), '\0');
    const ssize_t got = recv(m_socket.get(), answer.data(), answer.size(), MSG_WAITALL);
    if (got < 0 && isPatienceOver(errno))
        return fail("tcp.connect-timeout"_msg, errno);
    if (got <= 0)
        return fail("tcp.turned-away"_msg, got < 0 ? errno : 0);
    return sameSecret(answer, m_token.answer) && got == static_cast<ssize_t>(answer.size())
        ? true
        : fail("tcp.wrong-peer"_msg, 0);
}

bool SendingStream::sendAll()
{
    const std::vector<char> block = incompressible(kBlock);
    setState(State::Running);
    while (!stopping() && !m_finishing.load(std::memory_order_relaxed)) {
        const ssize_t sent = send(m_socket.get(), block.data(), block.size(), MSG_NOSIGNAL);
        if (sent > 0)
            count(static_cast<std::size_t>(sent));
        // EAGAIN: nothing went for a while; the figure will show it.
        else if (sent < 0 && errno != EINTR && errno != EAGAIN)
            return stopping() || fail("tcp.stream-broke"_msg, errno);
    }
    return true;
}

// The receiver closes when it has read everything. One that does not is given up after the patience.
bool SendingStream::awaitEnd()
{
    shutdown(m_socket.get(), SHUT_WR);
    char byte = 0;
    while (!stopping()) {
        const ssize_t got = recv(m_socket.get(), &byte, 1, 0);
        if (got == 0 || (got < 0 && errno != EINTR))
            break;
    }
    return true;
}

} // namespace sparkloom::agent
