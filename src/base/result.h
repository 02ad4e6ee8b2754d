// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace sparkloom::base {

// What kind of failure it is; decides the exit code of the command line (man page) and the tone of the window.
enum class ErrorKind {
    Failed,      // a step or a check failed (exit 1)
    Usage,       // the request itself is wrong (exit 2)
    NotKnown,    // could not be found out or was not tested (exit 3)
    Unreachable, // no connection, or it was lost (exit 4)
    Refused,     // stopped for safety: changed host key, stale plan, busy fabric (exit 5)
    SignIn,      // the credentials were not accepted (exit 4)
    Cancelled,   // somebody cancelled (exit 1)
    Protocol,    // the other side broke a rule or a limit (exit 1)
    Internal,    // our own mistake (exit 1)
};

// A failure: kind, sentence, and bounded raw detail (never a secret, never shown as more than plain text).
struct Error {
    ErrorKind kind = ErrorKind::Failed;
    Message message;
    std::string detail;

    friend bool operator==(const Error &, const Error &) = default;
};

// A value or an Error. value() on an error (and the reverse) is a programming mistake and asserts.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const &
    {
        assert(ok());
        return std::get<0>(m_content);
    }
    T &value() &
    {
        assert(ok());
        return std::get<0>(m_content);
    }
    T &&value() &&
    {
        assert(ok());
        return std::get<0>(std::move(m_content));
    }
    const Error &error() const
    {
        assert(!ok());
        return std::get<1>(m_content);
    }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }

private:
    std::variant<T, Error> m_content;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error &error() const
    {
        assert(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

// Shorthands for the common kinds.
inline Error failed(Message message, std::string detail = {})
{
    return {ErrorKind::Failed, std::move(message), std::move(detail)};
}
inline Error refused(Message message, std::string detail = {})
{
    return {ErrorKind::Refused, std::move(message), std::move(detail)};
}
inline Error protocolError(Message message, std::string detail = {})
{
    return {ErrorKind::Protocol, std::move(message), std::move(detail)};
}

} // namespace sparkloom::base
