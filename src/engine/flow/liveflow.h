// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/liveviews.h"

#include <QObject>

#include <memory>

namespace sparkloom::engine {

class CablingFlow;
class SessionCore;

// The counter streams of all ready Sparks: what every cable, lane and direction carries, now and in the last minute.
// Sparks that come back or are signed in later join by themselves. Nothing of it changes a Spark. Main thread.
class LiveFlow : public QObject {
    Q_OBJECT
public:
    static constexpr int kDefaultHz = 20;
    static constexpr std::chrono::seconds kKept{60}; // of every series

    LiveFlow(std::shared_ptr<SessionCore> core, std::shared_ptr<CablingFlow> cabling);
    ~LiveFlow() override;

    // Starts, or goes on with another rate; 10 to 50 samples per second. Errors: Unreachable, nobody is ready.
    base::Result<void> start(int hz = kDefaultHz);
    void stop();
    bool isRunning() const;
    // Peaks and totals begin anew.
    void clearTotals();

    LiveView view() const;
    // Of the view only what changes with every sample; cheap enough for every frame of a window.
    std::vector<LiveCable> cables() const;
    // The last minute of a lane (bytes of frames) or a cage (the wire), in the clock of this computer; null where
    // nothing was seen. Valid until the next turn of the event loop.
    const domain::Series *lane(const domain::HalfRef &half) const;
    const domain::Series *cage(const domain::CageRef &cage) const;
    // The monotonic clock of this computer that series and ages count in.
    static std::chrono::nanoseconds clock();

    void shutdown();

Q_SIGNALS:
    void sampled(const QString &spark); // a sample came
    void changed();                     // a Spark came or went, a layout or a cable changed

private:
    class Private;
    std::shared_ptr<Private> m; // shared with what waits for an answer
};

} // namespace sparkloom::engine
