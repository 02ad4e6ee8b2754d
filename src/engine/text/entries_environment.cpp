// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Why each line of the environment is there (facts 2.8).
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    {"environment.nccl-socket",
        QT_TRANSLATE_NOOP("text", "NCCL meets over the management network ({interface}); the cables carry data only.")},
    {"environment.gloo-socket", QT_TRANSLATE_NOOP("text", "Gloo meets over the same interface.")},
    {"environment.tensorpipe-socket", QT_TRANSLATE_NOOP("text", "TensorPipe meets over the same interface.")},
    {"environment.ucx-devices", QT_TRANSLATE_NOOP("text", "UCX starts its connections over the management network.")},
    {"environment.openmpi-interface", QT_TRANSLATE_NOOP("text", "Open MPI's own messages use the management network.")},
    {"environment.nccl-devices",
        QT_TRANSLATE_NOOP("text", "Exactly the RoCE devices that have an address in this plan.")},
    {"environment.nccl-devices-no-storage",
        QT_TRANSLATE_NOOP(
            "text", "Exactly the RoCE devices that lead to the other Spark; those that lead to storage are left out.")},
    {"environment.large-ring",
        QT_TRANSLATE_NOOP("text",
            "Experimental: in a ring of {count} Sparks not everybody is a neighbour of everybody, RDMA does not pass "
            "through a Spark, and NVIDIA supports rings of three only. Large jobs may hang; a switch has no such "
            "limit.")},
    {"environment.line",
        QT_TRANSLATE_NOOP("text",
            "Experimental: the two ends of a line are no neighbours and RDMA does not pass through a Spark, so NCCL "
            "works between neighbours only, never over the whole line. One more cable makes it a ring.")},
    {"environment.storage-left-out",
        QT_TRANSLATE_NOOP("text", "The cages that lead to storage have addresses, but no job uses them.")},
    {"environment.nccl-subnet-aware",
        QT_TRANSLATE_NOOP(
            "text", "Every lane is a subnet of its own: NCCL (2.30.7 or newer) pairs devices by subnet.")},
    {"environment.nccl-merge-nics",
        QT_TRANSLATE_NOOP("text",
            "In a ring the two cages of a Spark lead to different neighbours and must not be merged into one device.")},
    {"environment.nccl-net-plugin",
        QT_TRANSLATE_NOOP("text", "Keeps container images from replacing NCCL's own transport.")},
    {"environment.nccl-algo-ring",
        QT_TRANSLATE_NOOP("text", "Not every Spark is a neighbour of every other: only rings work.")},
    {"environment.nccl-cumem",
        QT_TRANSLATE_NOOP(
            "text", "Together with NCCL_RUNTIME_CONNECT: only connections that are really used are made.")},
    {"environment.nccl-runtime-connect",
        QT_TRANSLATE_NOOP("text", "Connections to Sparks that are no neighbours are never tried.")},
};

std::span<const Entry> environmentEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
