// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sparkloom::test {

// Whether this program was built with a sanitizer: it is slower then, and most of its memory is the sanitizer's.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
inline constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool kSanitized = false;
#endif

} // namespace sparkloom::test
