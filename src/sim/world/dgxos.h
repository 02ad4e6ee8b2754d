// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sparkloom::sim {

class Spark;

// Fills the files of a Spark with what DGX OS has in /etc, /home and so on, as far as anybody reads it (facts 1.6).
void installDgxOs(Spark &spark);
// /etc/dgx-release as spark.parameters.software has it: quoted or not, with or without updates, or not there at all.
void installRelease(Spark &spark);

} // namespace sparkloom::sim
