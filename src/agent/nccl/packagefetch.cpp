// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/packagefetch.h"

#include "agent/nccl/packagetext.h"
#include "agent/smallfiles.h"
#include "base/text.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::chrono::milliseconds kLookUpPatience{20'000};
constexpr std::chrono::milliseconds kUnpackPatience{5 * 60'000};
constexpr std::chrono::milliseconds kFetchPatience{30 * 60'000}; // 100 MiB over 0.5 Mb/s
constexpr std::chrono::milliseconds kWatches{300};
constexpr std::size_t kMostSaid = 256 * 1024; // bytes of stdout; beyond it nothing is believed
constexpr std::size_t kCopiedAtOnce = 1 << 20;
constexpr std::size_t kElfHeader = 64;
constexpr std::uint32_t kScratchMode = 0700;
constexpr int kNoProgram = 127;
constexpr int kLate = 124;
constexpr int kTooMuch = 125; // was said
// Shares of the whole way, for the bar.
constexpr double kFetchedPart = 0.8, kUnpackedPart = 0.9;

// What apt must not be talked into by somebody's settings, and how long it waits for a server.
std::vector<std::string> aptGet(std::vector<std::string> words)
{
    std::vector<std::string> argv = {"apt-get", "-q", "-o", "APT::Get::AllowUnauthenticated=false", "-o",
        "Acquire::AllowInsecureRepositories=false", "-o", "Acquire::http::Timeout=30", "-o",
        "Acquire::https::Timeout=30", "-o", "Acquire::Retries=2"};
    argv.insert(argv.end(), words.begin(), words.end());
    return argv;
}

std::string packageArgument(const protocol::NcclPackage &package)
{
    return std::string(protocol::kNcclPackage) + '=' + package.version;
}

} // namespace

std::string ProgramResult::output() const
{
    return base::joined(lines, "\n");
}

PackageRun::PackageRun(System &system, ProgramHost &programs, Reply reply, std::function<void()> over)
    : m_system(system), m_programs(programs), m_reply(std::move(reply)), m_over(std::move(over))
{}

PackageRun::~PackageRun()
{
    m_system.loop().cancel(m_deadline);
    m_system.loop().cancel(m_later);
}

base::Result<void> PackageRun::run(
    ProgramCall call, std::chrono::milliseconds patience, std::function<void(const ProgramResult &)> then)
{
    m_said = {};
    m_then = std::move(then);
    auto child = m_programs.startProgram(std::move(call),
        {[this, bytes = std::size_t(0)](std::string_view line) mutable {
             if ((bytes += line.size() + 1) <= kMostSaid)
                 m_said.lines.emplace_back(line);
             else
                 m_said.exitCode = kTooMuch;
         },
            [this](int exitCode, const std::string &errors) { ended(exitCode, errors); }});
    if (!child)
        return child.error();
    m_child = std::move(child).value();
    m_system.loop().cancel(m_deadline);
    m_deadline = m_system.loop().after(patience, [this] {
        m_deadline = 0;
        m_child = nullptr;
        ended(kLate, {});
    });
    return {};
}

// The child is in the middle of telling this: what follows destroys it, and comes from the loop.
void PackageRun::ended(int exitCode, std::string errors)
{
    m_system.loop().cancel(std::exchange(m_deadline, 0));
    m_said.exitCode = m_said.exitCode == kTooMuch ? kTooMuch : exitCode;
    m_said.errors = std::move(errors);
    later(std::chrono::milliseconds(0), [this] {
        m_child = nullptr;
        const ProgramResult said = std::exchange(m_said, {});
        const auto then = std::exchange(m_then, nullptr);
        if (said.exitCode == kLate)
            return fail(base::failed("nccl.package-late"_msg));
        then(said);
    });
}

void PackageRun::later(std::chrono::milliseconds delay, std::function<void()> what)
{
    m_system.loop().cancel(m_later);
    m_later = m_system.loop().after(delay, [this, what = std::move(what)] {
        m_later = 0;
        what();
    });
}

void PackageRun::done(std::string_view body)
{
    m_reply.done(body);
    finish();
}

void PackageRun::fail(const base::Error &error)
{
    m_reply.fail(error);
    finish();
}

void PackageRun::finish()
{
    m_child = nullptr;
    later(std::chrono::milliseconds(0), m_over);
}

base::Result<void> PackageLook::begin()
{
    const base::Error noApt{base::ErrorKind::NotKnown, "nccl.package-no-apt"_msg, {}};
    const base::Error none{base::ErrorKind::NotKnown, "nccl.package-none"_msg, {}};
    ProgramCall policy{{"apt-cache", "policy", std::string(protocol::kNcclPackage)}};
    return run(std::move(policy), kLookUpPatience, [this, noApt, none](const ProgramResult &known) {
        if (known.exitCode == kNoProgram)
            return fail(noApt);
        const auto candidate = known.exitCode == 0 ? candidateIn(known.output()) : std::nullopt;
        if (!candidate)
            return fail(none);
        m_found.version = candidate->version;
        m_found.repository = candidate->repository;
        ProgramCall uris{aptGet({"--print-uris", "download", packageArgument(m_found)})};
        const auto started = run(std::move(uris), kLookUpPatience, [this, noApt](const ProgramResult &told) {
            if (told.exitCode == kNoProgram)
                return fail(noApt);
            const auto size = told.exitCode == 0 ? packageSizeIn(told.output()) : std::nullopt;
            if (!size)
                return fail(packageError(told.errors));
            m_found.bytes = *size;
            done(protocol::encode(m_found));
        });
        if (!started)
            fail(started.error());
    });
}

PackageFetch::PackageFetch(System &system, ProgramHost &programs, Reply reply, std::function<void()> over,
    KeptLibrary &kept, protocol::NcclPackage wanted)
    : PackageRun(system, programs, std::move(reply), std::move(over)), m_kept(kept), m_wanted(std::move(wanted))
{}

PackageFetch::~PackageFetch()
{
    m_kept.abandon();
}

base::Result<void> PackageFetch::begin()
{
    if (auto ready = m_kept.begin(m_wanted.bytes); !ready)
        return ready;
    if (auto folder = m_system.files().makeFolder(m_kept.scratch(), kScratchMode); !folder)
        return folder;
    ProgramCall call{aptGet({"download", packageArgument(m_wanted)}), m_kept.scratch(), protocol::kMostNcclPackage};
    if (auto started = run(std::move(call), kFetchPatience, [this](const ProgramResult &result) { fetched(result); });
        !started)
        return started;
    watch();
    return {};
}

// How much of it is there by now.
void PackageFetch::watch()
{
    std::uint64_t bytes = 0;
    for (const std::string &name : listNames(m_system.files(), m_kept.scratch()))
        bytes += m_system.files().info(m_kept.scratch() + '/' + name).size;
    say(kFetchedPart * std::min(1.0, static_cast<double>(bytes) / static_cast<double>(m_wanted.bytes)));
    later(kWatches, [this] { watch(); });
}

void PackageFetch::say(double part)
{
    const int percent = static_cast<int>(part * 100);
    if (std::exchange(m_said, percent) != percent)
        reply().event(protocol::event::kNcclFetching, protocol::encode(protocol::NcclFetching{percent}));
}

std::string PackageFetch::packageFile()
{
    std::string file;
    for (const std::string &name : listNames(m_system.files(), m_kept.scratch()))
        if (name.ends_with(".deb")) {
            if (!file.empty())
                return {};
            file = m_kept.scratch() + '/' + name;
        }
    const FileInfo info = m_system.files().info(file);
    return info.kind == FileInfo::Kind::File && info.size == static_cast<std::uint64_t>(m_wanted.bytes) ? file
                                                                                                        : std::string();
}

void PackageFetch::fetched(const ProgramResult &result)
{
    if (result.exitCode == kNoProgram)
        return fail({base::ErrorKind::NotKnown, "nccl.package-no-apt"_msg, {}});
    if (result.exitCode != 0)
        return fail(packageError(result.errors));
    m_file = packageFile();
    if (m_file.empty()) // not the one that was looked at
        return fail(base::refused(base::Message("nccl.package-odd"_msg).with("entry", packageArgument(m_wanted))));
    say(kFetchedPart);
    ProgramCall call{{"dpkg-deb", "--contents", m_file}};
    if (auto started = run(std::move(call), kUnpackPatience, [this](const ProgramResult &told) { listed(told); });
        !started)
        fail(started.error());
}

void PackageFetch::listed(const ProgramResult &result)
{
    if (result.exitCode != 0)
        return fail(packageError(result.errors));
    const auto contents = packageContents(result.lines);
    if (!contents)
        return fail(contents.error());
    // What is unpacked, and the copy of the library out of it.
    if (const auto room = m_kept.roomFor(contents->unpacked + contents->size); !room)
        return fail(room.error());
    const std::string tree = m_kept.scratch() + "/tree";
    m_library = tree + '/' + contents->library;
    m_receipt.version = contents->version;
    m_receipt.size = contents->size;
    m_receipt.from = base::cleanText(m_system.identity().hostname, 63);
    m_receipt.package = m_wanted;
    ProgramCall call{{"dpkg-deb", "--extract", m_file, tree}, {}, protocol::kMostNcclLibrary};
    if (auto started = run(std::move(call), kUnpackPatience, [this](const ProgramResult &told) { unpacked(told); });
        !started)
        fail(started.error());
}

void PackageFetch::unpacked(const ProgramResult &result)
{
    if (result.exitCode != 0)
        return fail(packageError(result.errors));
    Files &files = m_system.files();
    for (std::size_t at = m_kept.scratch().size(); at != std::string::npos;) {
        at = m_library.find('/', at + 1);
        const std::string part = m_library.substr(0, at);
        if (files.info(part).kind == FileInfo::Kind::SymbolicLink)
            return fail(base::refused(base::Message("nccl.package-odd"_msg).with("entry", part)));
    }
    const FileInfo info = files.info(m_library);
    const auto head = m_kept.readPiece(m_library, 0, kElfHeader);
    if (info.kind != FileInfo::Kind::File || info.size != static_cast<std::uint64_t>(m_receipt.size) || !head
        || !isLibraryFor(*head, m_system.identity().architecture))
        return fail(base::failed("nccl.package-no-library"_msg));
    keepPiece();
}

void PackageFetch::keepPiece()
{
    const auto piece = m_kept.readPiece(m_library, m_kept.have(), kCopiedAtOnce);
    if (!piece)
        return fail(piece.error());
    const std::int64_t end = m_kept.have() + static_cast<std::int64_t>(piece->size());
    if (piece->empty() || end > m_receipt.size)
        return fail(base::failed("nccl.copy-damaged"_msg));
    if (auto written = m_kept.append(*piece, end == m_receipt.size); !written)
        return fail(written.error());
    say(kUnpackedPart + (1 - kUnpackedPart) * static_cast<double>(end) / static_cast<double>(m_receipt.size));
    if (end < m_receipt.size)
        return later(std::chrono::milliseconds(0), [this] { keepPiece(); });
    if (auto finished = m_kept.finish(m_receipt); !finished)
        return fail(finished.error());
    reply().event(protocol::event::kNcclFetched, protocol::encode(m_kept.kept()));
    done();
}

} // namespace sparkloom::agent
