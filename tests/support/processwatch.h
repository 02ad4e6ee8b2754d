// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/remotehost.h"

#include <QObject>
#include <QTest>

#include <vector>

namespace sparkloom::test {

// Collects all that a process says.
class ProcessWatch : public QObject {
public:
    explicit ProcessWatch(engine::RemoteProcess &process)
    {
        connect(&process, &engine::RemoteProcess::outputReceived, this, [this](const QByteArray &bytes) {
            lateOutput = lateOutput || !exits.empty();
            largestChunk = std::max(largestChunk, bytes.size());
            outputSize += bytes.size();
            if (output.size() < kKeep)
                output += bytes;
        });
        connect(
            &process, &engine::RemoteProcess::errorReceived, this, [this](const QByteArray &bytes) { error += bytes; });
        connect(&process, &engine::RemoteProcess::finished, this,
            [this](const engine::ProcessExit &exit) { exits.push_back(exit); });
    }

    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return !exits.empty(); }, 40'000);
    }
    bool waitForOutput(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return output.contains(text); }, 40'000);
    }
    engine::ProcessExit::Kind kind() const { return exits.at(0).kind; }

    static constexpr qsizetype kKeep = 32 * 1024 * 1024;
    QByteArray output;
    QByteArray error;
    qint64 outputSize = 0;
    qsizetype largestChunk = 0;
    bool lateOutput = false; // after finished()
    std::vector<engine::ProcessExit> exits;
};

} // namespace sparkloom::test
