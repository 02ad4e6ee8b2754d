// SPDX-License-Identifier: Apache-2.0
#include "base/remedy.h"

namespace sparkloom::base {

static constexpr std::string_view kRemedy = "remedy";  // its id
static constexpr std::string_view kWithin = "remedy."; // its arguments, beside those of the sentence

Message withRemedy(Message what, const Message &remedy)
{
    if (remedy.empty())
        return what;
    what.arguments.insert_or_assign(std::string(kRemedy), remedy.id);
    for (const auto &[name, argument] : remedy.arguments)
        what.arguments.insert_or_assign(std::string(kWithin) + name, argument);
    return what;
}

Message remedyOf(const Message &what)
{
    Message remedy;
    const auto found = what.arguments.find(std::string(kRemedy));
    const std::string *id = found == what.arguments.end() ? nullptr : std::get_if<std::string>(&found->second);
    if (!id)
        return remedy;
    remedy.id = *id;
    for (const auto &[name, argument] : what.arguments)
        if (name.starts_with(kWithin))
            remedy.arguments.emplace(name.substr(kWithin.size()), argument);
    return remedy;
}

} // namespace sparkloom::base
