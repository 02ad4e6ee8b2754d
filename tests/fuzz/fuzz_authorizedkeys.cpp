// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "domain/plan/sshtrust.h"

using namespace sparkloom;
using namespace sparkloom::domain;

// Somebody's authorized_keys: our line comes and goes, and not one other byte changes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAfuzzfuzzfuzzfuzzfuzzfuzzfuzzfuzzfuzzfuzz12";
    const std::string tag = "sparkloom:f00dfeedf00dfeed";
    const std::string_view file = fuzz::asText(data, size);
    // Our own tag may stand in the input; then what is foreign is the rest.
    const std::string foreign = withoutAuthorizedTag(file, tag);
    fuzz::require(withoutAuthorizedTag(foreign, tag) == foreign, "removing twice is removing once");
    const std::vector<std::string> lines = {key + ' ' + tag};
    const std::string with = withAuthorizedLines(foreign, lines, tag);
    fuzz::require(hasAuthorizedKey(with, key), "the key is there");
    fuzz::require(with.starts_with(foreign), "what was there stays in its place");
    fuzz::require(withoutAuthorizedTag(with, tag) == foreign, "every byte comes back");
    fuzz::require(withAuthorizedLines(with, lines, tag) == with, "adding twice is adding once");
    if (const auto canonical = canonicalPublicKey(file))
        fuzz::require(canonicalPublicKey(*canonical) == canonical, "a canonical key is canonical");
    return 0;
}
