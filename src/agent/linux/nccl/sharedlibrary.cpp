// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/sharedlibrary.h"

#include "base/text.h"

#include <climits>
#include <cstdlib>
#include <dlfcn.h>
#include <link.h>
#include <unistd.h>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

std::string loadedFrom(void *handle)
{
    link_map *map = nullptr;
    if (dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0 || !map)
        return {};
    char resolved[PATH_MAX];
    return realpath(map->l_name, resolved) ? resolved : map->l_name;
}

} // namespace

base::Result<SharedLibrary> SharedLibrary::open(const std::vector<std::string> &paths, const base::Message &missing)
{
    for (const std::string &path : paths) {
        // A bare name is looked up by the loader (ldconfig's cache); a file that is not there is no failure yet.
        const bool bare = path.find('/') == std::string::npos;
        if (!bare && access(path.c_str(), F_OK) != 0)
            continue;
        if (void *handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) {
            SharedLibrary library;
            library.m_handle = handle;
            library.m_path = loadedFrom(handle);
            return library;
        }
        const char *reason = dlerror();
        const std::string text = base::cleanText(reason ? reason : "", 400);
        if (!bare || text.find("cannot open shared object file") == std::string::npos)
            return base::failed(
                base::Message("nccl.library-broken"_msg).with("library", base::cleanText(path, 200)), text);
    }
    return base::Error{
        base::ErrorKind::NotKnown, missing, base::cleanText("looked for: " + base::joined(paths, " "), 400)};
}

void *SharedLibrary::symbol(const char *name) const
{
    return dlsym(m_handle, name);
}

void *SharedLibrary::symbol(const char *name, const char *version) const
{
    return dlvsym(m_handle, name, version);
}

} // namespace sparkloom::agent
