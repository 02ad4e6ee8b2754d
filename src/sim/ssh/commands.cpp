// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/ssh/commands.h"

#include "base/sha256.h"
#include "protocol/commandlines.h"

#include <sstream>
#include <type_traits>

namespace sparkloom::sim {

namespace {

constexpr std::size_t kMaxUpload = 64 * 1024 * 1024;
constexpr const char *kMadeParent = "/.made-parent"; // in the folder of the uploads: ~/.cache was not there before
constexpr int kHashDiffers = 3;
constexpr int kNotWritable = 4;
constexpr int kNotFound = 127;

// A command that has said everything when it was made.
class SaidCommand : public RemoteCommand {
public:
    void input(std::string_view) override {}
    void inputEnded() override {}
    bool hangUp() override { return true; }
};

std::unique_ptr<RemoteCommand> say(CommandOutput &output, std::string text, std::string errors, int code)
{
    if (!text.empty())
        output.out(std::move(text));
    if (!errors.empty())
        output.err(std::move(errors));
    output.exit(code);
    return std::make_unique<SaidCommand>();
}

// Stores the agent's bytes under their hash, as the script of UploadCommand does.
class Upload : public RemoteCommand {
public:
    Upload(Spark &spark, UploadPool &uploads, std::string hash, CommandOutput output)
        : m_spark(spark), m_uploads(uploads), m_hash(std::move(hash)), m_output(std::move(output))
    {}

    void input(std::string_view bytes) override
    {
        if (m_ended)
            return;
        m_bytes.append(bytes);
        if (m_bytes.size() > kMaxUpload || m_bytes.size() > m_spark.files.freeBytes())
            end(kNotWritable);
    }
    void inputEnded() override
    {
        if (m_ended)
            return;
        if (base::sha256Hex(m_bytes) != m_hash)
            return end(kHashDiffers);
        const std::string path = userAgentPath(m_spark, m_hash);
        const std::string folder = path.substr(0, path.rfind('/'));
        const std::string ours = m_spark.pathInHome(protocol::kUserAgentFolder);
        const std::string cache = ours.substr(0, ours.rfind('/'));
        const bool madeCache = m_spark.files.info(m_spark.user, cache).kind == agent::FileInfo::Kind::Missing;
        for (const std::string &part : {cache, ours, folder})
            if (!m_spark.files.makeFolder(m_spark.user, part, 0700))
                return end(kNotWritable);
        if (madeCache)
            m_spark.files.putFile(ours + kMadeParent, "", 0600, m_spark.user);
        m_spark.files.putContent(path, m_uploads.keep(std::move(m_bytes), m_hash), 0700, m_spark.user);
        m_output.out("STORED " + m_hash + '\n');
        end(0);
    }
    bool hangUp() override { return true; }

private:
    void end(int code)
    {
        m_ended = true;
        m_bytes.clear();
        m_output.exit(code);
    }

    Spark &m_spark;
    UploadPool &m_uploads;
    std::string m_hash;
    std::string m_bytes;
    bool m_ended = false;
    CommandOutput m_output;
};

std::unique_ptr<RemoteCommand> serve(
    World &world, Spark &spark, UploadPool &uploads, const std::string &hash, CommandOutput &output)
{
    const std::string path = userAgentPath(spark, hash);
    const auto content = spark.files.read(spark.user, path, kMaxUpload);
    if (!content || uploads.hashOf(*content) != hash)
        return say(output, {}, {}, kHashDiffers);
    return makeAgentCommand(world, spark, spark.user, path, std::move(output));
}

// As the script of RemoveAgentCommand: ~/.cache goes too when the upload had made it and nothing else is in it.
void removeAgent(Spark &spark)
{
    const std::string ours = spark.pathInHome(protocol::kUserAgentFolder);
    const bool madeCache = spark.files.info(spark.user, ours + kMadeParent).kind == agent::FileInfo::Kind::File;
    spark.files.removeTree(ours);
    if (madeCache)
        (void)spark.files.remove(spark.user, ours.substr(0, ours.rfind('/')));
}

std::unique_ptr<RemoteCommand> checkSudo(Spark &spark, CommandOutput &output)
{
    if (spark.spec.sudo == SudoPolicy::Passwordless || spark.spec.sudo == SudoPolicy::Cached)
        return say(output, {}, {}, 0);
    return say(output, {}, "sudo: a password is required\n", 1);
}

} // namespace

std::string userAgentPath(const Spark &spark, const std::string &hash)
{
    return spark.pathInHome(protocol::kUserAgentFolder) + "/agent-" + hash.substr(0, 16) + "/sparkloom-agent";
}

std::unique_ptr<RemoteCommand> makeCommand(
    World &world, Spark &spark, UploadPool &uploads, const std::string &commandLine, CommandOutput output)
{
    const auto command = protocol::parseCommandLine(commandLine);
    if (!command)
        return say(output, {}, "This is a virtual Spark: it runs no programs.\n", kNotFound);
    return std::visit(
        [&](const auto &which) -> std::unique_ptr<RemoteCommand> {
            using Which = std::decay_t<decltype(which)>;
            if constexpr (std::is_same_v<Which, protocol::ProbeCommand>) {
                std::ostringstream text;
                text << "SPARKLOOM-PROBE " << which.nonce << '\n'
                     << spark.spec.architecture << '\n'
                     << spark.spec.user << '\n'
                     << spark.user.uid << '\n'
                     << spark.home << '\n';
                return say(output, text.str(), {}, 0);
            } else if constexpr (std::is_same_v<Which, protocol::UploadCommand>) {
                return std::make_unique<Upload>(spark, uploads, which.hash, std::move(output));
            } else if constexpr (std::is_same_v<Which, protocol::ServeCommand>) {
                return serve(world, spark, uploads, which.hash, output);
            } else if constexpr (std::is_same_v<Which, protocol::SudoCheckCommand>) {
                return checkSudo(spark, output);
            } else if constexpr (std::is_same_v<Which, protocol::PrivilegedCommand>) {
                return makePrivilegedCommand(
                    world, spark, uploads, which.hash, which.startNonce, which.passwordNonce, std::move(output));
            } else {
                static_assert(std::is_same_v<Which, protocol::RemoveAgentCommand>);
                removeAgent(spark);
                return say(output, {}, {}, 0);
            }
        },
        *command);
}

} // namespace sparkloom::sim
