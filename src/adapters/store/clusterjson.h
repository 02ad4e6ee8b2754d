// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cluster.h"

#include <QByteArray>

// The cluster file: schema "sparkloom-cluster", version 1 (resources/schemas/cluster.schema.json).
namespace sparkloom::store {

inline constexpr qint64 kMaxClusterFile = 1024 * 1024;
inline constexpr qsizetype kMaxMembers = 64;

// A name that may be part of a file name: ^[a-z0-9][a-z0-9-]{0,31}$.
bool isClusterName(const QString &name);
QByteArray encodeCluster(const engine::Cluster &cluster);
// path is only for messages. Errors: no JSON, another schema or version, a value out of its bounds (which one).
base::Result<engine::Cluster> decodeCluster(const QByteArray &text, const QString &path);

} // namespace sparkloom::store
