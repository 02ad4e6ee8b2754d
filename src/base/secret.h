// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace sparkloom::base {

// A password or passphrase. Its memory is locked and kept out of core dumps where the kernel allows it, and zeroed
// when the last copy goes. It has no stream operator and no conversion to a string type: it cannot be logged by
// accident. Copies share the bytes. Thread-safe to read.
class Secret {
public:
    // Longer input is cut off by the caller's own bound; more than this is refused (empty secret).
    static constexpr std::size_t kMaxSize = 1024;

    Secret() = default;
    // Copies the bytes; the caller zeroes its own copy with wipe().
    explicit Secret(std::string_view bytes);

    bool empty() const;
    // The bytes, only for handing them to the one place that needs them (libssh, a channel's stdin).
    std::string_view reveal() const;

    // Overwrites memory in a way the compiler may not remove.
    static void wipe(void *memory, std::size_t size);

private:
    struct Storage;
    std::shared_ptr<const Storage> m_storage;
};

} // namespace sparkloom::base
