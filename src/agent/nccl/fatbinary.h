// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// For which GPUs a program or library holds code, read from the headers of its fat binaries (ELF section .nv_fatbin):
// "sm_90" for machine code, "compute_120" for code that the driver still translates. Sorted by number, each once. Empty
// where there is none or the layout is not the known one. The layout is documented nowhere; it was checked against
// cuobjdump on NCCL 2.28.9. Reads headers only, not the code: of a mapped file few pages are touched.
std::vector<std::string> gpuCodeIn(std::string_view elf);

} // namespace sparkloom::agent
