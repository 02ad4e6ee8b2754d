// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/parts.h"

namespace sparkloom::sim {

namespace {

class SimFiles : public agent::Files {
public:
    SimFiles(Spark &spark, Credentials who) : m_files(spark.files), m_who(who) {}

    base::Result<std::string> read(const std::string &path, std::size_t maxBytes) override
    {
        const auto content = m_files.read(m_who, path, maxBytes);
        if (!content)
            return content.error();
        return **content;
    }
    agent::FileInfo info(const std::string &path) override { return m_files.info(m_who, path); }
    base::Result<std::vector<std::string>> list(const std::string &folder) override
    {
        return m_files.list(m_who, folder);
    }
    base::Result<std::string> readLink(const std::string &path) override { return m_files.readLink(m_who, path); }
    base::Result<void> writeAtomic(
        const std::string &path, std::string_view bytes, std::uint32_t mode, std::optional<Owner> owner) override
    {
        return m_files.writeAtomic(m_who, path, bytes, mode, owner);
    }
    base::Result<void> writeSpecial(const std::string &path, std::string_view bytes) override
    {
        return m_files.writeSpecial(m_who, path, bytes);
    }
    base::Result<void> rename(const std::string &from, const std::string &to) override
    {
        return m_files.rename(m_who, from, to);
    }
    base::Result<void> remove(const std::string &path) override { return m_files.remove(m_who, path); }
    base::Result<void> makeFolder(const std::string &path, std::uint32_t mode) override
    {
        return m_files.makeFolder(m_who, path, mode);
    }
    std::uint64_t freeBytes(const std::string &) override { return m_files.freeBytes(); }
    base::Result<std::unique_ptr<Lock>> lock(const std::string &path, std::string_view ownerText) override
    {
        return m_files.lock(m_who, path, ownerText);
    }

private:
    MemoryFiles &m_files;
    Credentials m_who;
};

} // namespace

std::unique_ptr<agent::Files> makeSimFiles(Spark &spark, Credentials who)
{
    return std::make_unique<SimFiles>(spark, who);
}

} // namespace sparkloom::sim
