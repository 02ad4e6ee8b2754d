// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "domain/plan/hostsfile.h"
#include "domain/plan/sshaliases.h"

using namespace sparkloom;

// Files of others that names go into: /etc/hosts of a Spark and the SSH configuration of this computer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    const std::string body = "10.100.0.2 spark-b-fabric spark-b-fabric-1a\n", without = domain::withHostsBody(text, {});
    const std::string with = domain::withHostsBody(text, body);
    fuzz::require(domain::hostsBody(with) == body, "our block is found again");
    fuzz::require(domain::withHostsBody(with, {}) == without, "and goes without a trace");
    const std::vector<domain::HostsEntry> entries = {{{0x0a640002}, {"spark-b-fabric", "spark-b-fabric-1a"}}};
    for (const std::string &name : domain::namesTaken(text, entries))
        fuzz::require(name.size() <= text.size(), "a name of the file");

    domain::SshAliasState state;
    state.folder = "/home/ann/.ssh";
    state.config = std::string(text);
    for (const std::string &name : domain::namesInConfig(text))
        fuzz::require(!name.empty() && name.find_first_of("*?!") == std::string::npos, "one name only");
    for (const std::string &path : domain::includesOf(text))
        fuzz::require(!path.empty(), "a path");
    const domain::AliasTexts named = domain::withAliases(state, "default", "Host spark-a\n");
    domain::SshAliasState then = state;
    then.config = named.config;
    then.file = named.file;
    fuzz::require(domain::aliasSection(then, "default") == "Host spark-a\n", "our section is found again");
    const domain::AliasTexts back = domain::withAliases(then, "default", {});
    fuzz::require(!back.file && back.config && back.config->size() <= text.size(), "nothing of ours stays");
    return 0;
}
