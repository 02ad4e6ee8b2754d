// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/tcptest.h"

#include <QCoroTask>

#include <memory>
#include <vector>

namespace sparkloom::engine {

// "Half 0A of spark-a: rx_crc_errors_phy grew by 12 under load".
base::Message grewOf(const ErrorDelta &error);

// The error counters of some halves, from a beginning to an end: counters that stand still on a healthy fabric,
// whatever it carries. Pauses, congestion marks and corrected bits are no errors.
class ErrorWatch {
public:
    ErrorWatch(const std::vector<TestSpark> &sparks, const std::vector<domain::LaneEnd> &ends);
    ~ErrorWatch();
    ErrorWatch(const ErrorWatch &) = delete;
    ErrorWatch &operator=(const ErrorWatch &) = delete;

    // Until each Spark has told what its counters stand at. Errors: Cancelled; NotKnown where one does not tell.
    QCoro::Task<base::Result<void>> begin(CancelToken token);
    // Nothing is read until the end: what comes and goes in between is not known then, what grew is.
    void rest();
    // Those that moved since, after one more reading of each; the largest first.
    QCoro::Task<std::vector<ErrorDelta>> end(CancelToken token);

private:
    struct Station;
    static void open(const std::shared_ptr<Station> &station);
    std::vector<std::shared_ptr<Station>> m_stations;
};

} // namespace sparkloom::engine
