// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/localsystem.h"

namespace sparkloom::local {

// The computer that the application runs on.
class ThisComputer : public engine::LocalSystem {
public:
    std::vector<domain::Ipv4Prefix> routes() const override;
    QString userAtComputer() const override; // at most 128 bytes of plain text
};

} // namespace sparkloom::local
