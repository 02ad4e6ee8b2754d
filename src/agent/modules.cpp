// SPDX-License-Identifier: Apache-2.0
#include "agent/halves.h"
#include "agent/plugprobes.h"
#include "base/text.h"
#include "protocol/messages_plugs.h"

namespace sparkloom::agent {

namespace {

constexpr std::size_t kMaxProblem = 200;

class ModulesHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &, Reply reply) override
    {
        protocol::ModulesAnswer answer;
        const std::vector<PresentHalf> halves = findHalves(system());
        for (const domain::CageIndex cage : domain::kAllCages)
            read(cage, halves, answer);
        reply.done(protocol::encode(answer));
    }

private:
    // Both halves of a cage see the same plug: the first that can read it will do.
    void read(domain::CageIndex cage, const std::vector<PresentHalf> &halves, protocol::ModulesAnswer &answer)
    {
        std::optional<protocol::ModulesAnswer::Problem> problem;
        for (const PresentHalf &half : halves) {
            if (half.id.cage != cage)
                continue;
            const auto bytes = system().network().moduleEeprom(half.link.name);
            if (bytes)
                if (auto module = domain::parseModuleEeprom(*bytes)) {
                    answer.modules.push_back({half.id, std::move(*module)});
                    return;
                }
            if (!problem)
                problem = {half.id, bytes ? std::string() : base::cleanText(bytes.error().detail, kMaxProblem)};
        }
        if (problem)
            answer.problems.push_back(std::move(*problem));
    }
};

} // namespace

std::shared_ptr<Handler> makeModulesHandler(const Context &context)
{
    return std::make_shared<ModulesHandler>(context);
}

} // namespace sparkloom::agent
