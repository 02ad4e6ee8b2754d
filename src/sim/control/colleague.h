// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace sparkloom::sim {

class World;

// Somebody with root rights who changes a virtual Spark behind Sparkloom's back; nothing for any other verb.
//   in:  {"do":"colleague","spark":"spark-a","half":"0A","mtu":1500}
//        {"do":"colleague","spark":"spark-a","half":"0A","addAddress":"172.30.0.9/24"}   also "removeAddress"
//        {"do":"colleague","spark":"spark-a","half":"0A","addRoute":"172.31.0.0/16"}
//        {"do":"colleague","spark":"spark-a","half":"0A","typed":"rule","text":"from 10.1.0.0/16 lookup 100"}
//                                                                   or "address6", "route6"
//        {"do":"colleague","spark":"spark-a","half":"0A","sysctl":"arp_ignore","value":0}
//        {"do":"colleague","spark":"spark-a","half":"0A","up":false}
//        {"do":"colleague","spark":"spark-a","write":"/etc/netplan/90-x.yaml","text":"...","mode":384}
//        {"do":"colleague","spark":"spark-a","remove":"/etc/sysctl.d/90-sparkloom.conf"}
//        {"do":"colleague","spark":"spark-a","cutLine":"sparkloom:","from":"/home/nvidia/.ssh/authorized_keys"}
//        {"do":"colleague","spark":"spark-a","changing":"you@laptop","seconds":600}
//                                       another Sparkloom at work: it holds the lock so long, and changes nothing
//        {"do":"colleague","spark":"spark-a","clockAhead":-24}
//                                       sets the clock so many hours ahead of the true time; 0: right again
//   A path may begin with "~/": the home of the user who signs in.
std::optional<nlohmann::json> answerColleague(World &world, const nlohmann::json &request);

} // namespace sparkloom::sim
