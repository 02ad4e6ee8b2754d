// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hosts/remotecommand.h"

#include "protocol/limits.h"

#include <QRandomGenerator>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {
constexpr qsizetype kChunk = 64 * 1024;
}

QCoro::Task<base::Result<CommandOutput>> runCommand(std::shared_ptr<RemoteHost> host, protocol::CommandLine command,
    QByteArray input, std::chrono::milliseconds timeout, CancelToken token)
{
    const std::shared_ptr<RemoteProcess> process = host->start(QString::fromStdString(protocol::render(command)));
    const auto collected = std::make_shared<CommandOutput>();
    const Pending<CommandOutput> done;
    QObject::connect(
        process.get(), &RemoteProcess::outputReceived, process.get(), [collected](const QByteArray &bytes) {
            const auto room = qsizetype(protocol::kMaxCommandOutput) - collected->output.size();
            collected->output += bytes.left(std::max<qsizetype>(room, 0));
        });
    QObject::connect(process.get(), &RemoteProcess::errorReceived, process.get(), [collected](const QByteArray &bytes) {
        const auto room = qsizetype(protocol::kMaxStderrKept) - collected->errors.size();
        collected->errors += bytes.left(std::max<qsizetype>(room, 0));
    });
    QObject::connect(
        process.get(), &RemoteProcess::finished, process.get(), [collected, done](const ProcessExit &exit) {
            if (exit.kind != ProcessExit::Kind::Exited) {
                done.resolve(exit.error);
                return;
            }
            collected->exitCode = exit.code;
            done.resolve(base::Result<CommandOutput>(*collected));
        });
    for (qsizetype from = 0; from < input.size(); from += kChunk)
        process->write(input.mid(from, kChunk));
    process->closeInput();
    expire(timeout, [done] {
        done.resolve(base::Error{base::ErrorKind::Unreachable, base::Message("hosts.command-timeout"_msg), {}});
    });
    base::Result<CommandOutput> result = co_await done.wait(token);
    process->disconnect();
    if (process->isRunning())
        process->cancel();
    co_return result;
}

std::string randomHexDigits(int digits)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (int i = 0; i < digits; ++i)
        text += kDigits[QRandomGenerator::system()->bounded(16)];
    return text;
}

} // namespace sparkloom::engine
