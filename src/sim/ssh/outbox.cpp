// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/ssh/outbox.h"

#include <cerrno>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace sparkloom::sim {

Outbox::Outbox() : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "eventfd");
}

Outbox::~Outbox()
{
    close(m_descriptor);
}

void Outbox::wake()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(m_descriptor, &one, sizeof one); // a full counter wakes just as well
}

void Outbox::put(Item item)
{
    const std::lock_guard lock(m_mutex);
    if (m_ended)
        return;
    m_waiting += item.bytes.size();
    m_items.push_back(std::move(item));
    m_ended = m_waiting > kMaxWaiting;
    wake();
}

std::vector<Outbox::Item> Outbox::take()
{
    const std::lock_guard lock(m_mutex);
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = read(m_descriptor, &count, sizeof count);
    m_waiting = 0;
    return std::exchange(m_items, {});
}

void Outbox::end()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    wake();
}

bool Outbox::ended()
{
    const std::lock_guard lock(m_mutex);
    return m_ended;
}

} // namespace sparkloom::sim
