// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/physics/table.h"
#include "sim/simulator.h"

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <unistd.h>

// sparkloom-sim: virtual Sparks. A child process of whoever starts it: it ends with its stdin and with its parent.
int main(int argc, char **argv)
{
    using namespace sparkloom::sim;
    const auto options = parseOptions({argv + 1, argv + argc});
    if (!options) {
        std::fprintf(stderr, "sparkloom-sim: %s\n", options.error().detail.c_str());
        return 2;
    }
    switch (options->what) {
    case Options::What::Help: std::fputs(helpText().c_str(), stdout); return 0;
    case Options::What::List: std::fputs(listText().c_str(), stdout); return 0;
    case Options::What::Physics: std::fputs(physics::tableText(physics::publishedRows()).c_str(), stdout); return 0;
    case Options::What::Faults: std::fputs(faultsText().c_str(), stdout); return 0;
    case Options::What::Version: std::puts("sparkloom-sim " SPARKLOOM_VERSION); return 0;
    case Options::What::Run: break;
    }
    const pid_t parent = getppid();
    std::signal(SIGPIPE, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        return 0; // the parent went before the kernel was told
    return runSimulator(*options, STDIN_FILENO, STDOUT_FILENO);
}
