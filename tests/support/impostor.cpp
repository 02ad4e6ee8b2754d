// SPDX-License-Identifier: GPL-3.0-or-later
// impostor ADDRESS PORT - an SSH server that stands where a Spark should be, takes whatever is offered and keeps a
// record. It prints "key SHA256:..." and listens until its standard input ends; then it prints what it saw, one fact a
// line: connections, list-requests, auth-requests, commands, and "secret ..." for every password or answer that reached
// it.
#include "testsshserver.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <unistd.h>

namespace {

sparkloom::test::ServerScript script(const char *address, const char *port)
{
    sparkloom::test::ServerScript script;
    script.address = address;
    script.port = static_cast<std::uint16_t>(std::strtoul(port, nullptr, 10));
    script.banner = "OpenSSH_9.6p1"; // as a Spark's
    script.password = {};            // none is right, so that a client shows all that it would try
    script.offerInteractive = true;
    script.prompts = {{{"Password: ", false, {}}}};
    return script;
}

void print(const sparkloom::test::ServerRecord &record)
{
    std::printf("connections %d\nlist-requests %d\nauth-requests %d\ncommands %zu\ninput-bytes %zu\n",
        record.connections, record.listRequests, record.authRequests, record.commands.size(), record.input.size());
    for (const std::vector<std::string> &texts : {record.passwords, record.answers})
        for (const std::string &text : texts)
            std::printf("secret %s\n", text.c_str());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: impostor ADDRESS PORT\n", stderr);
        return 2;
    }
    try {
        const sparkloom::test::TestSshServer server(script(argv[1], argv[2]));
        std::printf("key %s\n", server.hostKeyFingerprint().c_str());
        std::fflush(stdout);
        char byte = 0;
        while (read(STDIN_FILENO, &byte, 1) > 0) {
        }
        print(server.record());
    } catch (const std::exception &error) {
        std::fprintf(stderr, "impostor: %s\n", error.what());
        return 1;
    }
    return 0;
}
