// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/lazylibssh.h"

#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>

namespace sparkloom::ssh {

namespace {

constexpr char kLibrary[] = "libssh.so.4"; // of every release since 0.8; its symbols are versioned

// Nothing of a Spark is open yet, so there is nothing to close in order.
[[noreturn]] void endWithout(const char *what)
{
    const char *why = dlerror();
    std::fprintf(stderr, "error while loading shared libraries: %s\n", why ? why : what);
    std::_Exit(127); // as the dynamic linker does
}

void *library()
{
    static void *const loaded = dlopen(kLibrary, RTLD_LAZY | RTLD_LOCAL);
    if (!loaded)
        endWithout(kLibrary);
    return loaded;
}

} // namespace

void *functionOfLibssh(const char *name)
{
    void *place = dlsym(library(), name);
    if (!place)
        endWithout(name);
    return place;
}

} // namespace sparkloom::ssh
