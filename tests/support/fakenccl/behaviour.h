// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dlfcn.h>
#include <fstream>
#include <string>
#include <unistd.h>

// How a fake library behaves: words in the file "behaviour" beside the path through which it was loaded. A rank gets no
// environment of the test's choosing, so that this is the way to tell it.
namespace sparkloom::test {

inline std::string folderOf(const void *function)
{
    Dl_info info{};
    const std::string path = dladdr(function, &info) != 0 && info.dli_fname ? info.dli_fname : "";
    return path.substr(0, path.rfind('/'));
}

inline bool behaves(const void *function, const std::string &wanted)
{
    std::ifstream file(folderOf(function) + "/behaviour");
    for (std::string word; file >> word;)
        if (word == wanted)
            return true;
    return false;
}

// What a library that never returns does.
[[noreturn]] inline void hang()
{
    for (;;)
        pause();
}

} // namespace sparkloom::test
