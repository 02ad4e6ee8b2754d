// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/rawframes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sparkloom::domain {
namespace {

// What went from one cage to another.
struct OneWay {
    std::vector<Evidence> broadcast;
    bool direct = false;
    bool couldBeDirect = true;
};

} // namespace

std::vector<Evidence> evidenceFromFrames(std::span<const FramesHeard> heard)
{
    std::set<HalfRef> able;
    for (const FramesHeard &spark : heard)
        for (const HalfId half : spark.direct)
            able.insert({spark.at, half});
    std::vector<Evidence> found;
    std::map<std::pair<CageRef, CageRef>, OneWay> ways;
    for (const FramesHeard &spark : heard) {
        for (const FramesHeard::Frame &frame : spark.frames) {
            const HalfRef at{spark.at, frame.at};
            OneWay &way = ways[{frame.from.cageRef(), at.cageRef()}];
            found.push_back({frame.direct ? EvidenceKind::DirectFrame : EvidenceKind::RawFrame, frame.from, at});
            way.direct = way.direct || frame.direct;
            way.couldBeDirect = way.couldBeDirect && able.contains(frame.from) && able.contains(at);
            if (!frame.direct)
                way.broadcast.push_back({EvidenceKind::SwitchedFrame, frame.from, at});
        }
    }
    for (const auto &[ends, there] : ways) {
        const auto back = ways.find({ends.second, ends.first});
        if (back == ways.end())
            continue;
        const auto passedOn = [](const OneWay &way) {
            return !way.broadcast.empty() && !way.direct && way.couldBeDirect;
        };
        if (passedOn(there) && passedOn(back->second))
            found.push_back(*std::min_element(there.broadcast.begin(), there.broadcast.end()));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace sparkloom::domain
