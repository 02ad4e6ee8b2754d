// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"
#include "protocol/commandlines.h"
#include "sim/ssh/commands.h"

namespace sparkloom::sim {

namespace {

constexpr std::size_t kMaxAgent = 64 * 1024 * 1024;
constexpr std::size_t kMaxPasswordLine = 1024;
constexpr int kMostTries = 3;
constexpr int kHashDiffers = 3;
constexpr int kCannotInstall = 4;

constexpr std::string_view kLecture = "\nWe trust you have received the usual lecture from the local "
                                      "System\nAdministrator. It usually boils down to these three things:\n\n"
                                      "    #1) Respect the privacy of others.\n    #2) Think before you type.\n    #3) "
                                      "With great power comes great responsibility.\n\n";

class PrivilegedCommand : public RemoteCommand {
public:
    PrivilegedCommand(World &world, Spark &spark, UploadPool &uploads, std::string hash, std::string startNonce,
        std::optional<std::string> passwordNonce, CommandOutput output)
        : m_world(world), m_spark(spark), m_uploads(uploads), m_hash(std::move(hash)),
          m_startNonce(std::move(startNonce)), m_passwordNonce(std::move(passwordNonce)), m_output(std::move(output))
    {
        ask();
    }
    ~PrivilegedCommand() override { base::Secret::wipe(m_line.data(), m_line.size()); }

    void ask()
    {
        const SudoPolicy policy = m_spark.spec.sudo;
        if (policy == SudoPolicy::Passwordless || (policy == SudoPolicy::Cached && !m_passwordNonce))
            return becomeRoot();
        if (!m_passwordNonce)
            return refuse("sudo: a password is required\n");
        if (policy == SudoPolicy::Lecture && !m_spark.lectured)
            m_output.err(std::string(kLecture));
        m_spark.lectured = true;
        m_output.err(*m_passwordNonce);
    }

    void input(std::string_view bytes) override
    {
        if (m_agent)
            return m_agent->input(bytes);
        while (!bytes.empty() && !m_ended && !m_agent) {
            const std::size_t end = bytes.find('\n');
            m_line.append(bytes.substr(0, end));
            bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
            if (m_line.size() > kMaxPasswordLine)
                return refuse("sudo: password is too long\n");
            if (end != std::string_view::npos)
                judgePassword();
        }
        if (m_agent && !bytes.empty())
            m_agent->input(bytes);
    }
    void inputEnded() override
    {
        if (m_agent)
            m_agent->inputEnded();
        else if (!m_ended)
            refuse("\nsudo: no password was provided\nsudo: a password is required\n");
    }
    bool hangUp() override { return m_agent ? m_agent->hangUp() : true; }

private:
    void judgePassword()
    {
        const bool right = m_line == m_spark.spec.password;
        base::Secret::wipe(m_line.data(), m_line.size());
        m_line.clear();
        if (right && m_spark.spec.sudo == SudoPolicy::NotAllowed)
            return refuse(m_spark.spec.user + " is not in the sudoers file.\n");
        if (right)
            return becomeRoot();
        if (++m_tries == kMostTries)
            return refuse("sudo: " + std::to_string(kMostTries) + " incorrect password attempts\n");
        m_output.err("Sorry, try again.\n" + *m_passwordNonce);
    }

    // The script that sudo starts: a copy that only root can write, checked there.
    void becomeRoot()
    {
        m_output.out("OK-" + m_startNonce + '\n');
        MemoryFiles &files = m_spark.files;
        const std::string path = protocol::rootAgentPath(m_hash);
        auto installed = files.read(kRoot, path, kMaxAgent);
        if (!installed || m_uploads.hashOf(*installed) != m_hash) {
            const auto uploaded = files.read(kRoot, userAgentPath(m_spark, m_hash), kMaxAgent);
            if (!uploaded || m_uploads.hashOf(*uploaded) != m_hash)
                return end(kHashDiffers);
            const std::string folder(protocol::kRootFolder);
            const bool madeParent =
                files.info(kRoot, folder.substr(0, folder.rfind('/'))).kind == agent::FileInfo::Kind::Missing;
            if (!files.makeFolder(kRoot, folder, 0755))
                return end(kCannotInstall);
            if (madeParent)
                files.putFile(folder + "/.made-parent", "", 0644);
            files.putContent(path, *uploaded, 0755, kRoot);
        }
        m_agent = makeAgentCommand(m_world, m_spark, kRoot, path, m_output);
    }

    void refuse(std::string why)
    {
        m_output.err(std::move(why));
        end(1);
    }
    void end(int code)
    {
        m_ended = true;
        m_output.exit(code);
    }

    World &m_world;
    Spark &m_spark;
    UploadPool &m_uploads;
    std::string m_hash;
    std::string m_startNonce;
    std::optional<std::string> m_passwordNonce;
    CommandOutput m_output;
    std::string m_line;
    int m_tries = 0;
    bool m_ended = false;
    std::unique_ptr<RemoteCommand> m_agent;
};

} // namespace

std::unique_ptr<RemoteCommand> makePrivilegedCommand(World &world, Spark &spark, UploadPool &uploads,
    const std::string &hash, const std::string &startNonce, const std::optional<std::string> &passwordNonce,
    CommandOutput output)
{
    return std::make_unique<PrivilegedCommand>(
        world, spark, uploads, hash, startNonce, passwordNonce, std::move(output));
}

} // namespace sparkloom::sim
