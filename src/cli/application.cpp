// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/application.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;

Application::Application()
    : m_output(stdout, stderr, false), m_terminal(STDIN_FILENO, STDERR_FILENO), m_prompter(m_output, m_terminal),
      m_lines(STDIN_FILENO)
{
    connect(&m_interrupts, &Interrupts::interrupted, this, &Application::interrupted);
    speak(false);
}

void Application::speak(bool document)
{
    m_output.setJson(document);
    m_language.use(document ? u"en"_s : QString());
}

void Application::interrupted(int count)
{
    // The second time somebody means it: open transactions roll back by themselves once we are gone.
    if (count > 1)
        ::_exit(static_cast<int>(ExitCode::CheckFailed));
    m_output.note("cli.cancelling"_msg, Output::Tone::Attention);
    m_prompter.cancel();
    m_lines.cancel();
    if (m_context)
        m_context->cancel();
}

ExitCode Application::failEarly(const QString &command, const base::Error &error)
{
    m_output.error(error);
    const ExitCode code = exitCodeOf(error.kind);
    m_output.document(command.isEmpty() ? u"error"_s : command, {{u"error"_s, errorJson(error)}}, code);
    return code;
}

base::Result<void> Application::readSecrets(const GlobalOptions &options)
{
    if (!options.secretsFd)
        return {};
    base::Result<SecretsDocument> secrets = SecretsDocument::read(*options.secretsFd);
    if (!secrets)
        return secrets.error();
    m_prompter.setSecrets(std::move(secrets).value());
    return {};
}

namespace {

// A name of ours, or a file. Errors: Usage.
base::Result<void> checkScenario(const QString &scenario)
{
    QStringList names;
    for (const engine::ScenarioInfo &known : workplace::scenarios())
        names << known.name;
    if (names.contains(scenario) || QFileInfo::exists(scenario))
        return {};
    return usageError(base::Message("cli.no-such-scenario"_msg)
                          .with("name", scenario.left(80).toStdString())
                          .with("names", names.join(u", "_s).toStdString()));
}

} // namespace

QCoro::Task<base::Result<void>> Application::openPlace(GlobalOptions options)
{
    if (!options.isVirtual()) {
        m_place.adapters = std::make_unique<workplace::Workplace>();
        co_return base::Result<void>();
    }
    const base::Result<void> known = checkScenario(options.virtualScenario);
    if (!known)
        co_return known.error();
    base::Result<std::unique_ptr<workplace::Workplace>> made = workplace::Workplace::forPractice(options.speed);
    if (!made)
        co_return made.error();
    m_place.adapters = std::move(made).value();
    const auto starting = m_place.adapters->simulator()->start(options.virtualScenario);
    const base::Result<std::vector<engine::VirtualSpark>> sparks = co_await starting;
    if (!sparks)
        co_return sparks.error();
    m_place.virtualSparks = sparks.value();
    co_return base::Result<void>();
}

QCoro::Task<ExitCode> Application::run(QStringList arguments)
{
    const base::Result<Invocation> parsed = parseCommandLine(arguments, allSyntax());
    if (!parsed) {
        speak(arguments.contains(u"--json"_s));
        co_return failEarly({}, parsed.error());
    }
    const Invocation invocation = parsed.value();
    const Command *command = findCommand(invocation.command);
    if (invocation.options.version) {
        m_output.raw(u"sparkloomctl "_s + QStringLiteral(SPARKLOOM_VERSION) + u'\n');
        co_return ExitCode::Healthy;
    }
    if (invocation.options.help) {
        m_output.raw(command ? commandHelp(command->syntax) : overviewHelp(allSyntax()));
        co_return ExitCode::Healthy;
    }
    speak(invocation.options.json);
    const bool shell = invocation.command == u"shell";
    if ((shell || command->syntax.shellOnly) && !(shell && invocation.options.isVirtual()))
        co_return failEarly(invocation.command, usageError("cli.only-virtual"_msg));
    const base::Result<void> secrets = readSecrets(invocation.options);
    if (!secrets)
        co_return failEarly(invocation.command, secrets.error());
    const base::Result<void> opened = co_await openPlace(invocation.options);
    if (!opened)
        co_return failEarly(invocation.command, opened.error());
    m_prompter.setVirtualSparks(m_place.virtualSparks);
    if (shell)
        co_return co_await runShell(invocation.options);
    co_return co_await runCommand(invocation);
}

QCoro::Task<ExitCode> Application::runCommand(Invocation invocation)
{
    Context context(invocation.options, m_place, m_prompter, m_output);
    m_context = &context;
    const Command *command = findCommand(invocation.command);
    const ExitCode code = co_await command->run(context, invocation);
    m_context = nullptr;
    co_return code;
}

QCoro::Task<ExitCode> Application::runShell(GlobalOptions options)
{
    options.plugByItself = false; // there is `plug`
    ExitCode last = ExitCode::Healthy;
    for (;;) {
        if (isatty(STDIN_FILENO))
            m_output.note(u"> "_s);
        const QFuture<std::optional<QString>> reading = m_lines.next();
        const std::optional<QString> line = co_await reading;
        if (!line)
            co_return last;
        if (line->trimmed() == u"exit" || line->trimmed() == u"quit")
            co_return last;
        const ExitCode code = co_await runLine(*line, options);
        if (code != ExitCode::Healthy)
            last = code;
        if (m_interrupts.count() > 0)
            co_return last;
    }
}

QCoro::Task<ExitCode> Application::runLine(QString line, GlobalOptions options)
{
    const base::Result<QStringList> words = splitLine(line);
    if (!words)
        co_return failEarly({}, words.error());
    if (words->isEmpty() || words->front().startsWith(u'#'))
        co_return ExitCode::Healthy;
    speak(options.json || words->contains(u"--json"_s)); // whatever the line before asked for
    const base::Result<Invocation> parsed = parseCommandLine(words.value(), allSyntax(), options);
    if (!parsed)
        co_return failEarly({}, parsed.error());
    const Command *command = findCommand(parsed->command);
    if (parsed->options.help) {
        m_output.raw(command ? commandHelp(command->syntax) : overviewHelp(allSyntax()));
        co_return ExitCode::Healthy;
    }
    // The Sparks were chosen when the shell was started.
    if (!command || !command->run || parsed->options.virtualScenario != options.virtualScenario
        || parsed->options.version)
        co_return failEarly(parsed->command, usageError("cli.not-in-shell"_msg));
    speak(parsed->options.json);
    const Invocation invocation = parsed.value();
    const ExitCode code = co_await runCommand(invocation);
    if (code != ExitCode::Healthy)
        m_output.note(base::Message("cli.exit-code"_msg).with("code", static_cast<int>(code)));
    co_return code;
}

} // namespace sparkloom::cli
