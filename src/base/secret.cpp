// SPDX-License-Identifier: Apache-2.0
#include "base/secret.h"

#include <cstring>
#include <sys/mman.h>

namespace sparkloom::base {

// One anonymous mapping of its own: locking and dump exclusion work on whole pages.
struct Secret::Storage {
    explicit Storage(std::string_view bytes) : size(bytes.size())
    {
        void *memory = mmap(nullptr, kMaxSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED)
            throw std::bad_alloc();
        data = static_cast<char *>(memory);
        // Both may be refused (RLIMIT_MEMLOCK); the secret is still zeroed at the end.
        (void)mlock(data, kMaxSize);
        (void)madvise(data, kMaxSize, MADV_DONTDUMP);
        std::memcpy(data, bytes.data(), bytes.size());
    }
    ~Storage()
    {
        wipe(data, kMaxSize);
        (void)munlock(data, kMaxSize);
        munmap(data, kMaxSize);
    }
    Storage(const Storage &) = delete;
    Storage &operator=(const Storage &) = delete;

    char *data = nullptr;
    std::size_t size = 0;
};

Secret::Secret(std::string_view bytes)
{
    if (!bytes.empty() && bytes.size() <= kMaxSize)
        m_storage = std::make_shared<const Storage>(bytes);
}

bool Secret::empty() const
{
    return !m_storage || m_storage->size == 0;
}

std::string_view Secret::reveal() const
{
    return m_storage ? std::string_view(m_storage->data, m_storage->size) : std::string_view();
}

void Secret::wipe(void *memory, std::size_t size)
{
    explicit_bzero(memory, size);
}

} // namespace sparkloom::base
