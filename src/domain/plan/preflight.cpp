// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/preflight.h"

#include "domain/plan/occupation.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;
using Consent = PreflightFinding::Consent;

class Judge {
public:
    Judge(const Plan &plan, std::span<const PreflightInput> sparks) : m_plan(plan), m_sparks(sparks) {}

    std::vector<PreflightFinding> run()
    {
        for (const PreflightInput &spark : m_sparks)
            occupied(spark);
        for (const SparkPlan &spark : m_plan.sparks)
            takenOver(spark);
        for (const PreflightInput &spark : m_sparks) {
            management(spark);
            forwarding(spark);
        }
        people();
        differing("preflight.ota-differs"_msg, [](const SparkFacts &facts) {
            return facts.versions.dgxOta.empty() ? facts.versions.dgxOs : facts.versions.dgxOta;
        });
        differing("preflight.kernel-differs"_msg, [](const SparkFacts &facts) { return facts.versions.kernel; });
        differing("preflight.driver-differs"_msg, [](const SparkFacts &facts) { return facts.versions.driver; });
        differing("preflight.firmware-differs"_msg, [](const SparkFacts &facts) {
            return facts.halves.empty() ? std::string() : facts.halves.front().firmware;
        });
        clocks();
        return std::move(m_findings);
    }

private:
    void add(Consent consent, const SparkId &spark, Message text)
    {
        m_findings.push_back({consent, spark, std::move(text)});
    }
    bool changesNetwork(const SparkId &spark) const
    {
        const SparkPlan *plan = m_plan.forSpark(spark);
        return plan && plan->networkChanges;
    }

    void occupied(const PreflightInput &spark)
    {
        if (!spark.occupation || !changesNetwork(spark.facts.id))
            return;
        for (PreflightFinding &finding : judgeOccupation(spark.facts, *spark.occupation))
            m_findings.push_back(std::move(finding));
    }

    void takenOver(const SparkPlan &spark)
    {
        for (const Change &change : spark.changes)
            if (change.kind == Change::Kind::ForeignFile)
                add(Consent::TakeOver, spark.spark,
                    Message("preflight.take-over"_msg).with("spark", spark.hostname).with("file", change.path));
    }

    void management(const PreflightInput &spark)
    {
        const std::string &name = spark.facts.managementInterface;
        const auto about = [&](Message text) {
            add(Consent::None, spark.facts.id,
                std::move(text).with("spark", spark.facts.hostname).with("interface", name));
        };
        if (spark.facts.halfByNetdev(name))
            about("preflight.management-on-half"_msg);
        for (const OtherInterface &other : spark.facts.others)
            if (other.name == name && other.wireless)
                about("preflight.management-on-wifi"_msg);
    }

    void forwarding(const PreflightInput &spark)
    {
        if (spark.firewall && spark.firewall->docker && spark.firewall->forwardPolicy == "DROP")
            add(Consent::None, spark.facts.id,
                Message("preflight.docker-forward-drop"_msg).with("spark", spark.facts.hostname));
    }

    // The same user name everywhere but another number: files on shared storage belong to somebody else then. Names
    // that differ are a warning of the plan itself.
    void people()
    {
        std::set<std::string> names;
        for (const PreflightInput &spark : m_sparks)
            names.insert(spark.facts.user);
        if (names.size() == 1)
            differing("preflight.uid-differs"_msg, [](const SparkFacts &facts) { return std::to_string(facts.uid); });
    }

    // "7.6.0 (spark-a, spark-b), 7.3.1 (spark-c)": only Sparks that have a value, and only where there are two.
    template <typename Value>
    void differing(Message text, Value value)
    {
        std::map<std::string, std::string> sparksOf;
        for (const PreflightInput &spark : m_sparks)
            if (const std::string known = value(spark.facts); !known.empty()) {
                std::string &list = sparksOf[known];
                list += (list.empty() ? "" : ", ") + spark.facts.hostname;
            }
        if (sparksOf.size() < 2)
            return;
        std::string list;
        for (const auto &[known, sparks] : sparksOf)
            list += (list.empty() ? "" : ", ") + known + " (" + sparks + ')';
        add(Consent::None, {}, std::move(text).with("list", list));
    }

    void clocks()
    {
        const PreflightInput *first = nullptr, *last = nullptr;
        for (const PreflightInput &spark : m_sparks) {
            if (!spark.clockOffsetMs)
                continue;
            if (!first || *spark.clockOffsetMs < *first->clockOffsetMs)
                first = &spark;
            if (!last || *spark.clockOffsetMs > *last->clockOffsetMs)
                last = &spark;
        }
        if (!first || *last->clockOffsetMs - *first->clockOffsetMs <= kMostClockSkewMs)
            return;
        add(Consent::None, last->facts.id,
            Message("preflight.clock-skew"_msg)
                .with("ahead", last->facts.hostname)
                .with("behind", first->facts.hostname)
                .with("milliseconds", *last->clockOffsetMs - *first->clockOffsetMs));
    }

    const Plan &m_plan;
    std::span<const PreflightInput> m_sparks;
    std::vector<PreflightFinding> m_findings;
};

} // namespace

std::vector<PreflightFinding> judgePreflight(const Plan &plan, std::span<const PreflightInput> sparks)
{
    std::vector<PreflightFinding> findings = Judge(plan, sparks).run();
    std::stable_partition(findings.begin(), findings.end(),
        [](const PreflightFinding &finding) { return finding.consent != Consent::None; });
    return findings;
}

const PreflightFinding *withoutConsent(
    std::span<const PreflightFinding> findings, std::span<const PreflightFinding::Consent> given)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const PreflightFinding &finding) {
        return finding.consent != Consent::None
            && std::find(given.begin(), given.end(), finding.consent) == given.end();
    });
    return found == findings.end() ? nullptr : &*found;
}

} // namespace sparkloom::domain
