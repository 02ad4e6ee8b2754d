// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace sparkloom::agent {

// A library that was loaded at run time. Never unloaded: threads of its own may still run when we end.
class SharedLibrary {
public:
    SharedLibrary() = default;
    // Each path in turn; missing says which error it is when none can be found (its detail lists them). A file that is
    // there and cannot be loaded is nccl.library-broken, with the loader's text.
    static base::Result<SharedLibrary> open(const std::vector<std::string> &paths, const base::Message &missing);

    const std::string &path() const { return m_path; } // of the file, links resolved
    // Fills a function pointer. False where the library has no such function.
    template <typename Function>
    bool get(const char *name, Function *&function) const
    {
        function = reinterpret_cast<Function *>(symbol(name));
        return function != nullptr;
    }
    // The same for one that must be there: the first that is missing is kept in missing().
    template <typename Function>
    void need(const char *name, Function *&function)
    {
        if (!get(name, function) && m_missing.empty())
            m_missing = name;
    }
    // The same for one that must be there in this version of the interface: an older one may have other arguments.
    template <typename Function>
    void need(const char *name, const char *version, Function *&function)
    {
        function = reinterpret_cast<Function *>(symbol(name, version));
        if (!function && m_missing.empty())
            m_missing = name;
    }
    const std::string &missing() const { return m_missing; }

private:
    void *symbol(const char *name) const;
    void *symbol(const char *name, const char *version) const;

    void *m_handle = nullptr;
    std::string m_path;
    std::string m_missing;
};

} // namespace sparkloom::agent
