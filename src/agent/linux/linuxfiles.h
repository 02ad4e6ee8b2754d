// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

namespace sparkloom::agent {

// Files of this machine, with the rights of this process.
class LinuxFiles : public Files {
public:
    base::Result<std::string> read(const std::string &path, std::size_t maxBytes) override;
    FileInfo info(const std::string &path) override;
    base::Result<std::vector<std::string>> list(const std::string &folder) override;
    base::Result<std::string> readLink(const std::string &path) override;
    base::Result<void> writeAtomic(
        const std::string &path, std::string_view bytes, std::uint32_t mode, std::optional<Owner> owner) override;
    base::Result<void> writeSpecial(const std::string &path, std::string_view bytes) override;
    base::Result<void> rename(const std::string &from, const std::string &to) override;
    base::Result<void> remove(const std::string &path) override;
    base::Result<void> makeFolder(const std::string &path, std::uint32_t mode) override;
    std::uint64_t freeBytes(const std::string &folder) override;
    base::Result<std::unique_ptr<Lock>> lock(const std::string &path, std::string_view ownerText) override;
};

} // namespace sparkloom::agent
