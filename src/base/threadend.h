// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace sparkloom::base {

// Waits until a thread is really gone, with what libraries keep for each thread. A QThread counts as ended before that:
// its pthread is detached, and OpenSSL gives the thread's state back a moment later. Where that meets the end of the
// program, both free the same memory. (Most likely what the lab showed once, on a busy machine: "double free or
// corruption" at the end of a set-up.)
class ThreadEnd {
public:
    // In the thread, at its beginning.
    void begin();
    // In another thread, once that one ends by itself: microseconds. Returns at once where begin() was never called.
    void wait() const;

private:
    std::atomic<int> m_thread{0}; // the kernel's number
};

} // namespace sparkloom::base
