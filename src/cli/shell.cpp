// SPDX-License-Identifier: GPL-3.0-or-later
// `shell`: several commands against the same virtual Sparks. The loop itself is in application.cpp, which runs
// commands.
#include "cli/command.h"
#include "cli/tr.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {

Command shellCommand()
{
    return {{u"shell"_s, {}, Cli::tr("With --virtual: read commands line by line, all for the same virtual Sparks."),
                Cli::tr("Beside the ordinary commands there are plug A:CAGE B:CAGE, plug A:CAGE switch, unplug A:CAGE, "
                        "slow A:CAGE GBPS,\n"
                        "fault on|off FAULT PLACE, and traffic KIND SECONDS SPARK SPARK...; exit ends it. The exit "
                        "code is that of the last\n"
                        "command that did not end with 0."),
                {}},
        nullptr};
}

} // namespace sparkloom::cli
