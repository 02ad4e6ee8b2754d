// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace sparkloom::sim {

using nlohmann::json;

std::string textField(const json &object, const char *field, const std::string &otherwise, bool required)
{
    const auto it = object.find(field);
    if (it == object.end() && !required)
        return otherwise;
    if (it == object.end() || !it->is_string() || it->get_ref<const std::string &>().size() > kMaxFieldText)
        throw Mistake(std::string(field) + " must be a text");
    return it->get<std::string>();
}

int numberField(const json &object, const char *field, int otherwise, int least, int most)
{
    const auto it = object.find(field);
    if (it == object.end())
        return otherwise;
    if (!it->is_number_integer() || it->get<std::int64_t>() < least || it->get<std::int64_t>() > most)
        throw Mistake(
            std::string(field) + " must be a number from " + std::to_string(least) + " to " + std::to_string(most));
    return it->get<int>();
}

double realField(const json &object, const char *field, double otherwise, double least, double most)
{
    const auto it = object.find(field);
    if (it == object.end() && !std::isnan(otherwise))
        return otherwise;
    if (it == object.end() || !it->is_number() || !(it->get<double>() >= least && it->get<double>() <= most))
        throw Mistake(std::string(field) + " must be a number from " + std::to_string(std::lround(least)) + " to "
            + std::to_string(std::lround(most)));
    return it->get<double>();
}

bool yesOrNoField(const json &object, const char *field, bool otherwise)
{
    const auto it = object.find(field);
    if (it == object.end())
        return otherwise;
    if (!it->is_boolean())
        throw Mistake(std::string(field) + " must be true or false");
    return it->get<bool>();
}

const json &listField(const json &object, const char *field)
{
    static const json none = json::array();
    const auto it = object.find(field);
    if (it == object.end())
        return none;
    if (!it->is_array() || it->size() > kMaxFieldList)
        throw Mistake(std::string(field) + " must be a list");
    return *it;
}

void onlyFields(const json &object, const std::set<std::string> &known)
{
    if (!object.is_object())
        throw Mistake("an object is expected where something else stands");
    for (const auto &[key, value] : object.items())
        if (!known.contains(key))
            throw Mistake("the field " + key.substr(0, 60) + " is not known");
}

bool isLabel(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-'
        && std::ranges::all_of(
            text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

} // namespace sparkloom::sim
