// SPDX-License-Identifier: GPL-3.0-or-later
#include "agentplay.h"

#include "protocol/codec.h"
#include "protocol/commandlines.h"

namespace sparkloom::test::malicious {

std::string helloLine(const std::string &mode)
{
    return protocol::helloLine({"0.1.0", mode, 7, false}) + '\n';
}

void politeAgent(Wire &wire, const Command &command)
{
    wire.send(data(command, helloLine()));
    std::string waiting;
    while (const auto packet = wire.receive()) {
        PacketReader reader(*packet);
        const int type = reader.byte();
        if (type == kEof || type == kClose)
            return;
        if (type != kData)
            continue;
        reader.u32();
        waiting += reader.string();
        wire.send(Packet(kWindowAdjust).u32(command.channel).u32(static_cast<std::uint32_t>(packet->size())));
        for (std::size_t end = waiting.find('\n'); end != std::string::npos; end = waiting.find('\n')) {
            const auto request = protocol::decodeLine(waiting.substr(0, end));
            waiting.erase(0, end + 1);
            if (request && request->id > 0)
                wire.send(
                    data(command, "{\"v\":1,\"id\":" + std::to_string(request->id) + ",\"t\":\"done\",\"body\":{}}\n"));
        }
    }
}

Script playing(AgentPlay play)
{
    return [play](Wire &wire) {
        if (!wire.start() || !letIn(wire))
            return;
        bool stored = false;
        while (const auto command = nextCommand(wire)) {
            if (!play.noise.empty())
                wire.send(data(*command, play.noise));
            const auto line = protocol::parseCommandLine(command->line);
            if (!line)
                return endCommand(wire, *command, 127);
            if (const auto *probe = std::get_if<protocol::ProbeCommand>(&*line)) {
                if (play.probeAnswers)
                    wire.send(data(*command,
                        "SPARKLOOM-PROBE " + probe->nonce + '\n' + play.machine + "\nnvidia\n1000\n/home/nvidia\n"));
                endCommand(wire, *command);
            } else if (std::get_if<protocol::UploadCommand>(&*line)) {
                if (!wire.receive(kEof))
                    return;
                stored = play.uploadStores;
                endCommand(wire, *command);
            } else if (play.serveStatus >= 0 && !stored) {
                endCommand(wire, *command, play.serveStatus);
            } else {
                play.agent(wire, *command);
                return wire.idle();
            }
        }
    };
}

} // namespace sparkloom::test::malicious
