// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/librarycheck.h"

#include "adapters/ssh/lazylibssh.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>

namespace sparkloom::ssh {
using namespace base::literals;
namespace {

// First package of each release with the fixes of CVE-2026-0964 to 0968, 3731 and 59843 to 59850, read from the
// package's own changelog. A release that is not here is "not known".
struct Patched {
    std::string_view distribution, release, version;
};
constexpr std::array kPatched = {
    Patched{"debian", "12", "0.10.6-0+deb12u3"}, Patched{"debian", "13", "0.11.5-0+deb13u1"}};

// Upstream's security releases of 2026-07-21 (0.12.1 and 0.11.5) have them too, whoever built them.
constexpr int kFixedRelease = SSH_VERSION_INT(0, 12, 1);
constexpr int kFixedRelease11 = SSH_VERSION_INT(0, 11, 5);
constexpr int kNextAfter11 = SSH_VERSION_INT(0, 12, 0);

// Oldest library that has no remotely reachable hole of before 2026 (0.10.6: Terrapin and others).
constexpr int kOldestLibrary = SSH_VERSION_INT(0, 10, 6);

// deb-version(7): a tilde sorts before everything, even the end; letters before the rest.
int weight(char c)
{
    if (c == '~')
        return -1;
    if (std::isdigit(static_cast<unsigned char>(c)))
        return 0;
    return std::isalpha(static_cast<unsigned char>(c)) ? c : c + 256;
}

int comparePart(std::string_view a, std::string_view b)
{
    std::size_t i = 0, j = 0;
    const auto digit = [](std::string_view text, std::size_t at) {
        return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at]));
    };
    while (i < a.size() || j < b.size()) {
        while ((i < a.size() && !digit(a, i)) || (j < b.size() && !digit(b, j))) {
            const int left = i < a.size() ? weight(a[i]) : 0;
            const int right = j < b.size() ? weight(b[j]) : 0;
            if (left != right)
                return left - right;
            ++i;
            ++j;
        }
        while (i < a.size() && a[i] == '0')
            ++i;
        while (j < b.size() && b[j] == '0')
            ++j;
        int difference = 0;
        while (digit(a, i) && digit(b, j)) {
            if (difference == 0)
                difference = a[i] - b[j];
            ++i;
            ++j;
        }
        if (digit(a, i))
            return 1;
        if (digit(b, j))
            return -1;
        if (difference != 0)
            return difference;
    }
    return 0;
}

struct DebianVersion {
    long long epoch = 0;
    std::string_view upstream, revision;
};

DebianVersion splitVersion(std::string_view text)
{
    DebianVersion version;
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        version.epoch = base::parseInteger(text.substr(0, colon), 0, 1'000'000).value_or(0);
        text.remove_prefix(colon + 1);
    }
    const std::size_t dash = text.rfind('-');
    version.upstream = text.substr(0, dash);
    version.revision = dash == std::string_view::npos ? std::string_view("0") : text.substr(dash + 1);
    return version;
}

std::string unquoted(std::string_view text)
{
    text = base::trimmed(text);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    return base::cleanText(text, 64);
}

void readOsRelease(const std::string &path, LibraryFacts &facts)
{
    std::ifstream file(path);
    std::string line;
    for (int count = 0; count < 200 && std::getline(file, line); ++count) {
        if (line.starts_with("ID="))
            facts.distribution = unquoted(std::string_view(line).substr(3));
        else if (line.starts_with("VERSION_ID="))
            facts.release = unquoted(std::string_view(line).substr(11));
    }
}

void readDpkgStatus(const std::string &path, LibraryFacts &facts)
{
    std::ifstream file(path);
    std::string line, package;
    bool installed = false;
    while (std::getline(file, line)) {
        if (line.starts_with("Package: ")) {
            package = line.substr(9);
            installed = false;
        } else if (package != "libssh-4" && package != "libssh-4t64") {
            continue;
        } else if (line.starts_with("Status: ")) {
            installed = line.ends_with(" installed");
        } else if (installed && line.starts_with("Version: ")) {
            facts.package = package;
            facts.packageVersion = base::cleanText(line.substr(9), 64);
            return;
        }
    }
}

int versionNumber(std::string_view text)
{
    const auto parts = base::split(text, '.');
    if (parts.size() != 3)
        return 0;
    const auto number = [&](std::size_t i) {
        return static_cast<int>(base::parseInteger(parts[i], 0, 255).value_or(0));
    };
    return SSH_VERSION_INT(number(0), number(1), number(2));
}

base::Message told(base::MessageId id, const LibraryFacts &facts)
{
    return base::Message(id)
        .with("version", facts.version)
        .with("package", facts.package)
        .with("packageVersion", facts.packageVersion)
        .with("distribution", facts.distribution + (facts.release.empty() ? "" : " " + facts.release));
}

} // namespace

// "0.10.6/openssl/zlib" without what it was built with.
std::string libraryVersion()
{
    const std::string_view text = ssh_version(0);
    return base::cleanText(text.substr(0, text.find('/')), 32);
}

int compareDebianVersions(std::string_view a, std::string_view b)
{
    const DebianVersion left = splitVersion(a), right = splitVersion(b);
    if (left.epoch != right.epoch)
        return left.epoch < right.epoch ? -1 : 1;
    const int upstream = comparePart(left.upstream, right.upstream);
    return upstream != 0 ? upstream : comparePart(left.revision, right.revision);
}

LibraryFacts installedLibrary(const std::string &osRelease, const std::string &dpkgStatus)
{
    LibraryFacts facts;
    facts.version = libraryVersion();
    readOsRelease(osRelease, facts);
    readDpkgStatus(dpkgStatus, facts);
    return facts;
}

base::Result<void> checkLibrary(const LibraryFacts &facts)
{
    const int version = versionNumber(facts.version);
    if (version >= kFixedRelease || (version >= kFixedRelease11 && version < kNextAfter11))
        return {};
    if (version < kOldestLibrary)
        return base::refused(told("ssh.library-old"_msg, facts).with("needed", "0.10.6"));
    const auto known = std::find_if(kPatched.begin(), kPatched.end(), [&](const Patched &patched) {
        return patched.distribution == facts.distribution && patched.release == facts.release;
    });
    if (known == kPatched.end() || facts.packageVersion.empty())
        return base::refused(told("ssh.library-unknown"_msg, facts));
    if (compareDebianVersions(facts.packageVersion, known->version) < 0)
        return base::refused(told("ssh.library-unpatched"_msg, facts).with("needed", std::string(known->version)));
    return {};
}

} // namespace sparkloom::ssh
