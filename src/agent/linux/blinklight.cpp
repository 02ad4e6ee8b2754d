// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/blinklight.h"

#include "agent/linux/descriptor.h"

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <mutex>
#include <net/if.h>
#include <optional>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <thread>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// A driver that cannot do it says so at once; whoever is still at it after this long is blinking.
constexpr std::chrono::milliseconds kSaysNo{100};
// A signal that comes before the thread is in the kernel is lost, so it is sent until the thread has ended.
constexpr std::chrono::milliseconds kSignalAgain{2};
constexpr int kWakeUp = SIGUSR1;

void ignoreSignal(int) {}

// Without SA_RESTART: it interrupts the call. The handler itself has nothing to do.
void prepareSignal()
{
    struct sigaction action {};
    action.sa_handler = ignoreSignal;
    sigemptyset(&action.sa_mask);
    (void)sigaction(kWakeUp, &action, nullptr);
}

class BlinkingLight : public Network::Blinking {
public:
    BlinkingLight(const std::string &netdev, std::chrono::seconds atMost)
        : m_socket(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)),
          m_thread([this, netdev, atMost] { hold(netdev, atMost); })
    {}
    ~BlinkingLight() override
    {
        std::unique_lock lock(m_mutex);
        while (!m_over.wait_for(lock, kSignalAgain, [this] { return m_result.has_value(); }))
            pthread_kill(m_thread.native_handle(), kWakeUp);
        lock.unlock();
        m_thread.join();
    }

    // errno of a driver or kernel that said no; 0 while it blinks.
    int refusal()
    {
        std::unique_lock lock(m_mutex);
        m_over.wait_for(lock, kSaysNo, [this] { return m_result.has_value(); });
        return m_result.value_or(0);
    }

private:
    void hold(const std::string &netdev, std::chrono::seconds atMost)
    {
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, kWakeUp);
        pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
        ethtool_value command{};
        command.cmd = ETHTOOL_PHYS_ID;
        command.data = static_cast<__u32>(atMost.count());
        ifreq request{};
        std::strncpy(request.ifr_name, netdev.c_str(), IFNAMSIZ - 1);
        request.ifr_data = reinterpret_cast<char *>(&command);
        const int rc = ioctl(m_socket.get(), SIOCETHTOOL, &request);
        const int error = rc == 0 || errno == EINTR ? 0 : errno;
        const std::lock_guard lock(m_mutex);
        m_result = error;
        m_over.notify_all();
    }

    const Descriptor m_socket;
    std::mutex m_mutex; // guards m_result
    std::condition_variable m_over;
    std::optional<int> m_result; // errno, 0 for none; nothing while the kernel holds the thread
    std::thread m_thread;        // last: it uses all of the above
};

} // namespace

base::Result<std::unique_ptr<Network::Blinking>> blinkLight(const std::string &netdev, std::chrono::seconds atMost)
{
    prepareSignal();
    auto light = std::make_unique<BlinkingLight>(netdev, atMost);
    const int refusal = light->refusal();
    if (refusal == EOPNOTSUPP)
        return base::Error{
            base::ErrorKind::NotKnown, base::Message("remote.blink-not-supported"_msg).with("interface", netdev), {}};
    if (refusal != 0)
        return systemError(refusal, "blink", netdev);
    return std::unique_ptr<Network::Blinking>(std::move(light));
}

} // namespace sparkloom::agent
