// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace sparkloom::sim {

// Reading the fields of scenario files and of the control channel. Whatever does not fit throws a Mistake, which the
// public functions turn into an Error of kind Usage.

// What is wrong, in words for a person.
struct Mistake : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline constexpr std::size_t kMaxFieldText = 16 * 1024;
inline constexpr std::size_t kMaxFieldList = 1024;

std::string textField(
    const nlohmann::json &object, const char *field, const std::string &otherwise, bool required = false);
int numberField(const nlohmann::json &object, const char *field, int otherwise, int least, int most);
// Also fractions; otherwise may be NaN, which marks a field that is required.
double realField(const nlohmann::json &object, const char *field, double otherwise, double least, double most);
bool yesOrNoField(const nlohmann::json &object, const char *field, bool otherwise);
// An empty list where the field is missing.
const nlohmann::json &listField(const nlohmann::json &object, const char *field);
// Refuses fields that are not among these, and anything that is no object.
void onlyFields(const nlohmann::json &object, const std::set<std::string> &known);
// A host name as scenarios have it: 1 to 63 small letters, digits and inner hyphens.
bool isLabel(std::string_view text);

template <typename T, std::size_t N>
T choiceField(const nlohmann::json &object, const char *field,
    const std::array<std::pair<std::string_view, T>, N> &values, T otherwise)
{
    const std::string text = textField(object, field, {});
    if (text.empty())
        return otherwise;
    for (const auto &[name, value] : values)
        if (name == text)
            return value;
    throw Mistake(std::string(field) + " has a value that is not known");
}

} // namespace sparkloom::sim
