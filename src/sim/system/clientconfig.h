// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/spark.h"

#include <map>
#include <string>
#include <vector>

namespace sparkloom::sim {

// Options of the OpenSSH client for one connection: key in small letters -> values. The first value of a key counts,
// IdentityFile collects all of them (ssh_config(5)).
using ClientOptions = std::map<std::string, std::vector<std::string>>;

// Adds one option unless an earlier one decided it.
void addOption(ClientOptions &options, const std::string &key, const std::string &value);
// Adds what this user's ~/.ssh/config (and what it includes) says for this host name as typed.
void readClientConfig(Spark &spark, const std::string &host, ClientOptions &options);
// The one value of a key, or the otherwise.
std::string optionOr(const ClientOptions &options, const std::string &key, const std::string &otherwise);
// "~/x" and "%d/x" with the home folder in place.
std::string inHome(const Spark &spark, const std::string &path);

} // namespace sparkloom::sim
