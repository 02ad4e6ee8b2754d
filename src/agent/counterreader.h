// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/countersource.h"
#include "domain/measure/updateperiod.h"

#include <map>
#include <memory>
#include <vector>

namespace sparkloom::agent {

// Reads the counters of all halves of this Spark, each with the time just before and after; knows which halves report
// one port, and how often the sources really bring news. Whoever measures uses it: the stream, and tests beside it.
class CounterReader {
public:
    explicit CounterReader(System &system);

    // Looks which halves there are now. True where that changed the layout.
    bool refresh();
    // One tick. Port counters of a cage are read through one half once its halves are known to share them.
    domain::CounterSample read();
    // The slow lane of all halves, or of one (nothing where it is not there).
    domain::SlowSample readSlow();
    std::optional<domain::SlowSample::Half> readSlow(domain::HalfId half);

    const domain::CounterLayout &layout() const { return m_layout; }
    // Counts up whenever the layout became another one.
    int changes() const { return m_changes; }

    // Something flows whose source is not calibrated yet: then the half that a series of quick reads should be made of.
    std::optional<domain::HalfId> wantsCalibration() const { return m_wanted; }
    // One quick read of that half; after enough of them the periods are known and wantsCalibration() is over.
    void calibrate(domain::HalfId half);
    static constexpr std::chrono::milliseconds kQuickInterval{
        2}; // 500 Hz for half a second (measurement-and-safety 3.2)
    static constexpr std::size_t kQuickReads = 250;

private:
    struct Open {
        PresentHalf half;
        std::unique_ptr<CounterSource> source;
    };
    // One kind of source while it is being calibrated: quick reads of sent and received bytes together.
    struct Kind {
        bool known = false;
        std::vector<domain::QuickRead> reads;
    };

    template <typename Read>
    Read timed(Read (CounterSource::*what)(), CounterSource &source);
    void describe();
    void judgeSiblings(const domain::CounterSample &sample);
    void lookForLoad(const domain::CounterSample &sample);
    void finishCalibration();

    System &m_system;
    std::vector<Open> m_open;
    domain::CounterLayout m_layout;
    std::map<domain::CageIndex, domain::SiblingDetector> m_siblings;
    std::optional<domain::CounterSample> m_last;
    std::optional<domain::HalfId> m_wanted;
    Kind m_port;
    Kind m_rdma;
    Kind m_net;
    int m_changes = 0;
};

} // namespace sparkloom::agent
