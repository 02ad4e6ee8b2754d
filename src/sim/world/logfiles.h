// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sparkloom::sim {

class Spark;

// Files that show what goes on on a Spark beside sysfs: the logs in /var/log and the settings of ufw. Made when read.
void mountLogFiles(Spark &spark);

} // namespace sparkloom::sim
