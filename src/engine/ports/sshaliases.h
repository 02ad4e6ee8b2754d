// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/plan/sshaliases.h"

#include <QFuture>

#include <string>

namespace sparkloom::engine {

// The SSH configuration of whoever sits at this computer. A future that is done means: durable.
class SshAliasStore {
public:
    virtual ~SshAliasStore() = default;
    virtual QFuture<base::Result<domain::SshAliasState>> read() = 0;
    // Replaces the section of one cluster in our file, and adds or takes away the line that reads it; everything else
    // stays byte for byte. Errors: Refused where the configuration is no plain file of this user.
    virtual QFuture<base::Result<void>> write(const std::string &cluster, const std::string &section) = 0;
};

} // namespace sparkloom::engine
