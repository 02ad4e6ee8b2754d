// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/logfiles.h"

#include "sim/world/spark.h"

namespace sparkloom::sim {

void mountLogFiles(Spark &spark)
{
    constexpr std::uint32_t kNotForEverybody = 0640; // root and the group adm
    spark.files.putGenerated(
        "/var/log/syslog", [&spark]() -> base::Result<std::string> { return spark.log.text(); }, {}, kNotForEverybody);
    spark.files.putGenerated(
        "/var/log/kern.log", [&spark]() -> base::Result<std::string> { return spark.log.text("kernel"); }, {},
        kNotForEverybody);
    spark.files.putGenerated("/etc/ufw/ufw.conf", [&spark]() -> base::Result<std::string> {
        return "# /etc/ufw/ufw.conf\nENABLED=" + std::string(spark.firewallIsOn() ? "yes" : "no") + "\nLOGLEVEL=low\n";
    });
}

} // namespace sparkloom::sim
