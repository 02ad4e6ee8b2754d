// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/verdict.h"

#include <algorithm>
#include <utility>

namespace sparkloom::domain {

namespace {

constexpr std::pair<Verdict, std::string_view> kWords[] = {
    {Verdict::Good, "good"},
    {Verdict::Ok, "ok"},
    {Verdict::NotTested, "not tested"},
    {Verdict::Suspect, "suspect"},
    {Verdict::Degraded, "degraded"},
    {Verdict::Broken, "broken"},
    {Verdict::Invalid, "invalid"},
};

} // namespace

std::string_view toText(Verdict verdict)
{
    return std::find_if(std::begin(kWords), std::end(kWords), [verdict](const auto &row) {
        return row.first == verdict;
    })->second;
}

std::optional<Verdict> verdictFromText(std::string_view text)
{
    for (const auto &[verdict, word] : kWords)
        if (word == text)
            return verdict;
    return std::nullopt;
}

bool isFine(Verdict verdict)
{
    return verdict == Verdict::Good || verdict == Verdict::Ok;
}

bool isWrong(Verdict verdict)
{
    return !isFine(verdict) && verdict != Verdict::NotTested;
}

Verdict worse(Verdict a, Verdict b)
{
    return std::max(a, b);
}

} // namespace sparkloom::domain
