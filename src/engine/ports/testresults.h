// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QString>

#include <vector>

namespace sparkloom::engine {

// Results of tests that this computer remembers, one document each (engine/report/testjson.h). Holds no secret. What it
// gives back was read from files that anybody may have changed: it is to be parsed as such.
class TestResults {
public:
    static constexpr int kKept = 50; // of each cluster; the oldest go

    virtual ~TestResults() = default;
    // The newest first.
    virtual QFuture<base::Result<std::vector<QByteArray>>> load(const QString &clusterName) = 0;
    virtual QFuture<base::Result<void>> keep(
        const QString &clusterName, const QDateTime &when, const QByteArray &document) = 0;
    // What the cluster reached before (engine/bench/baseline.h); empty where there is nothing.
    virtual QFuture<base::Result<QByteArray>> baseline(const QString &)
    {
        return QtFuture::makeReadyFuture(base::Result<QByteArray>(QByteArray()));
    }
    virtual QFuture<base::Result<void>> keepBaseline(const QString &, const QByteArray &)
    {
        return QtFuture::makeReadyFuture(base::Result<void>());
    }
};

} // namespace sparkloom::engine
