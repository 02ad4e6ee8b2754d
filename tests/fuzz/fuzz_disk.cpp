// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "agent/jobs.h"
#include "agent/session.h"
#include "agent/transaction/backup.h"
#include "agent/transaction/journal.h"
#include "agent/transaction/paths.h"
#include "agent/transaction/records.h"
#include "base/text.h"
#include "fakesystem.h"
#include "protocol/codec.h"
#include "protocol/messages_stream.h"

using namespace sparkloom;

namespace {

constexpr std::size_t kMostFiles = 256;

// The agent's own records carry a hash of themselves, which hardly a mutation would survive: they get a fresh one.
std::string sealed(std::string_view text)
{
    std::vector<agent::Record> records;
    for (const std::string_view line : base::split(text, '\n')) {
        agent::Record record;
        for (const std::string_view field : base::split(line, '\t'))
            record.emplace_back(field);
        if (!line.empty() && record[0] != "end")
            records.push_back(std::move(record));
    }
    return agent::encodeRecords(records);
}

// Files as in the seeds: "= PATH" and what stands in it, or "> PATH" and where the link leads, each up to the next.
void putFiles(test::FakeFiles &files, std::string_view text)
{
    std::string path, bytes;
    bool link = false;
    std::size_t count = 0;
    const auto finish = [&] {
        const bool sound = path.size() > 1 && path[0] == '/' && path.back() != '/' && path.size() < 256
            && path.find("//") == path.npos && path.find('\0') == path.npos;
        if (!sound || files.exists(path) || ++count > kMostFiles)
            return;
        if (!bytes.empty())
            bytes.pop_back(); // the newline before the next file
        if (path.ends_with("/journal") || path.ends_with("/manifest"))
            bytes = sealed(bytes);
        if (link)
            files.putLink(path, bytes);
        else
            files.put(path, bytes);
    };
    for (const std::string_view line : base::split(text, '\n')) {
        if (!line.starts_with("= ") && !line.starts_with("> ")) {
            bytes.append(line).push_back('\n');
            continue;
        }
        finish();
        link = line[0] == '>';
        path = line.substr(2);
        bytes.clear();
    }
    finish();
}

void ask(test::FakeSystem &system, agent::Mode mode, std::string_view verb, std::string_view body = "{}")
{
    bool answered = false;
    agent::Session session(system, mode, [&](const std::string &line) {
        const auto envelope = protocol::decodeLine(line);
        fuzz::require(envelope.ok(), "whatever stands on the disk, the answer is of the protocol");
        answered |= envelope->id == 1;
    });
    session.start();
    session.receive(protocol::requestLine(1, verb, body) + '\n');
    system.loop().advance(std::chrono::seconds(3));
    fuzz::require(answered, "each question has an answer");
    session.inputEnded();
    system.loop().advance(std::chrono::minutes(5));
    fuzz::require(session.finished(), "it ends with its input");
}

} // namespace

// Everything that the agent reads on the disk of a Spark: sysfs and procfs, files of the network, keys, and its own
// journals, backups, receipt and lock. Each question of the application is asked of such a machine.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    namespace verb = protocol::verb;
    const std::string_view text = fuzz::asText(data, size);
    test::FakeSystem system;
    system.network().add("enp1s0f0np0", "4c:bb:47:00:00:01");
    system.network().add("enp1s0f1np1", "4c:bb:47:00:00:02");
    system.network().add("enP2p1s0f0np0", "4c:bb:47:00:00:03");
    system.network().add("enP2p1s0f1np1", "4c:bb:47:00:00:04");
    putFiles(system.files(), text);

    for (const agent::Journal &journal : agent::allJournals(system.files())) {
        fuzz::require(journal.number >= 0 && journal.sinceUtcMs >= 0, "a journal is within its ranges");
        (void)agent::loadBackup(system.files(), agent::transactionFolder(journal.id));
    }
    fuzz::require(agent::fabricJobs(system, {"10.100.0.1"}).size() <= 64, "the jobs are bounded");
    ask(system, agent::Mode::User, verb::kInventory);
    ask(system, agent::Mode::User, verb::kCounters);
    ask(system, agent::Mode::User, verb::kStream);
    ask(system, agent::Mode::User, verb::kTrustState);
    ask(system, agent::Mode::Root, verb::kReadConfig);
    ask(system, agent::Mode::Root, verb::kPreflight);
    ask(system, agent::Mode::Root, verb::kTransactionStatus);
    ask(system, agent::Mode::Root, verb::kUndo,
        protocol::encode(protocol::UndoRequest{"00000000000000b1", 90, "somebody"}));
    ask(system, agent::Mode::Root, verb::kForget);
    return 0;
}
