// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/plan.h"
#include "sim/world/world.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sparkloom::sim {

// A set-up by Sparkloom that was done long ago: the agent itself carries the plan of the domain out on every virtual
// Spark, with the verbs and in the order that an application would use. World thread.
class SetUp {
public:
    // mtu: 1500 to 9000. done is called once, from the loop; not after this object is gone.
    SetUp(World &world, int mtu, std::function<void(base::Result<void>)> done);
    ~SetUp();
    void start();

private:
    class Agent;
    struct Hands;
    using Body = std::function<std::string(std::size_t spark)>;
    using Use = std::function<base::Result<void>(std::size_t spark, const std::string &answer)>;

    void step(std::size_t number);
    // One verb on all Sparks at once; the next step when all have answered.
    void forAll(bool asRoot, std::string_view verb, const Body &body, Use use, std::size_t nextStep);
    base::Result<void> makePlan();
    std::string beginBody(std::size_t spark) const;
    void fail(const base::Error &error);

    World &m_world;
    const int m_mtu;
    std::function<void(base::Result<void>)> m_done;
    std::vector<std::unique_ptr<Hands>> m_hands; // by Spark
    std::vector<domain::PlanInput> m_inputs;
    domain::Plan m_plan;
    std::size_t m_waiting = 0;
    bool m_ended = false;
};

} // namespace sparkloom::sim
