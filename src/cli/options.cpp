// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "cli/exitcode.h"
#include "cli/tr.h"
#include "domain/hardware/address.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QList<QCommandLineOption> commonOptions()
{
    return {
        {u"virtual"_s, Cli::tr("Use the virtual Sparks of this scenario instead of real ones."), u"SCENARIO"_s},
        {u"speed"_s, Cli::tr("How fast time runs for virtual Sparks (1: as it is)."), u"FACTOR"_s},
        {u"no-plug"_s, Cli::tr("Virtual Sparks: leave the plugging to you.")},
        {u"cluster"_s, Cli::tr("Name of the cluster (default: default)."), u"NAME"_s},
        {u"user"_s, Cli::tr("User name on the Sparks."), u"NAME"_s},
        {u"identity"_s, Cli::tr("Private key file to sign in with the first time."), u"FILE"_s},
        {u"ssh-agent"_s, Cli::tr("Let the SSH agent sign in the first time.")},
        {u"json"_s, Cli::tr("One JSON document on standard output; sentences go to standard error.")},
        {QStringList{u"y"_s, u"yes"_s}, Cli::tr("Ask nothing. What then needs an answer needs an option.")},
        {u"hostkey"_s, Cli::tr("This Spark may show this key; once for every new Spark."), u"HOST=SHA256:..."_s},
        {u"secrets-fd"_s, Cli::tr("Read passwords from this file descriptor, as one JSON document."), u"N"_s},
        {QStringList{u"h"_s, u"help"_s}, Cli::tr("Explain this command.")},
        {QStringList{u"V"_s, u"version"_s}, Cli::tr("Say which version this is.")},
    };
}

bool takesValue(const QString &name)
{
    const QList<QCommandLineOption> options = commonOptions();
    return std::any_of(options.begin(), options.end(), [&](const QCommandLineOption &option) {
        return option.names().contains(name) && !option.valueName().isEmpty();
    });
}

// Where the command stands: the first word that is neither an option nor the value of one.
qsizetype commandPosition(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (!arguments[i].startsWith(u'-'))
            return i;
        const QString name = arguments[i].mid(arguments[i].startsWith(u"--"_s) ? 2 : 1);
        if (takesValue(name))
            ++i;
    }
    return -1;
}

base::Error wrongOption(const QString &option, const QString &value)
{
    return usageError(
        base::Message("cli.option-value"_msg).with("option", option.toStdString()).with("value", value.toStdString()));
}

base::Result<HostKeyGrant> parseGrant(const QString &text)
{
    static const QRegularExpression form(u"^(.+)=(SHA256:[A-Za-z0-9+/]{43})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch() || !domain::isHostNameOrAddress(match.captured(1).toStdString()))
        return wrongOption(u"hostkey"_s, text);
    return HostKeyGrant{match.captured(1), match.captured(2)};
}

base::Result<void> readNumbers(const QCommandLineParser &parser, GlobalOptions &options)
{
    if (parser.isSet(u"speed"_s)) {
        bool ok = false;
        options.speed = parser.value(u"speed"_s).toDouble(&ok);
        if (!ok || options.speed < 0.1 || options.speed > 100)
            return wrongOption(u"speed"_s, parser.value(u"speed"_s));
    }
    if (parser.isSet(u"secrets-fd"_s)) {
        bool ok = false;
        options.secretsFd = parser.value(u"secrets-fd"_s).toInt(&ok);
        if (!ok || *options.secretsFd < 0 || *options.secretsFd > 65535)
            return wrongOption(u"secrets-fd"_s, parser.value(u"secrets-fd"_s));
    }
    return {};
}

base::Result<void> readNames(const QCommandLineParser &parser, GlobalOptions &options)
{
    static const QRegularExpression word(u"^[a-z0-9][a-z0-9-]{0,31}$"_s);
    for (auto [name, target] : {std::pair{u"virtual"_s, &options.virtualScenario}, {u"cluster"_s, &options.cluster}}) {
        if (!parser.isSet(name))
            continue;
        *target = parser.value(name);
        // A scenario of one's own is a file, named as the simulator wants it.
        const bool isFile = name == u"virtual"_s && (target->contains(u'/') || target->endsWith(u".json"_s));
        if (!isFile && !word.match(*target).hasMatch())
            return wrongOption(name, *target);
    }
    if (parser.isSet(u"user"_s)) {
        options.user = parser.value(u"user"_s);
        if (!domain::isUserName(options.user.toStdString()))
            return wrongOption(u"user"_s, options.user);
    }
    if (parser.isSet(u"identity"_s))
        options.keyFile = parser.value(u"identity"_s);
    for (const QString &text : parser.values(u"hostkey"_s)) {
        const base::Result<HostKeyGrant> grant = parseGrant(text);
        if (!grant)
            return grant.error();
        options.hostKeys.push_back(*grant);
    }
    return {};
}

base::Result<void> readOptions(const QCommandLineParser &parser, GlobalOptions &options)
{
    options.json |= parser.isSet(u"json"_s);
    options.yes |= parser.isSet(u"yes"_s);
    options.useAgent |= parser.isSet(u"ssh-agent"_s);
    options.help = parser.isSet(u"help"_s);
    options.version = parser.isSet(u"version"_s);
    if (parser.isSet(u"no-plug"_s))
        options.plugByItself = false;
    const base::Result<void> numbers = readNumbers(parser, options);
    return numbers ? readNames(parser, options) : numbers;
}

QString helpOf(const QList<QCommandLineOption> &options)
{
    QCommandLineParser parser;
    parser.addOptions(options);
    // Qt formats the list of options well. Its usage line and its heading, in whatever language, make way for ours.
    const QString text = parser.helpText();
    return text.mid(text.indexOf(u'\n', text.indexOf(u"\n\n"_s) + 2) + 1);
}

} // namespace

base::Result<int> Invocation::number(const QString &option, int fallback, int min, int max) const
{
    if (!isSet(option))
        return fallback;
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok || number < min || number > max)
        return usageError(base::Message("cli.option-range"_msg)
                              .with("option", option.toStdString())
                              .with("min", min)
                              .with("max", max));
    return number;
}

base::Result<std::optional<std::chrono::milliseconds>> Invocation::timeout() const
{
    if (!isSet(u"timeout"_s))
        return std::optional<std::chrono::milliseconds>();
    const base::Result<int> seconds = number(u"timeout"_s, 60, 1, 86400);
    if (!seconds)
        return seconds.error();
    return std::optional<std::chrono::milliseconds>(std::chrono::seconds(*seconds));
}

base::Result<Invocation> parseCommandLine(
    const QStringList &arguments, const std::vector<CommandSyntax> &commands, const GlobalOptions &defaults)
{
    Invocation invocation;
    invocation.options = defaults;
    invocation.parser = std::make_shared<QCommandLineParser>();
    invocation.parser->addOptions(commonOptions());

    QStringList words = arguments;
    const CommandSyntax *syntax = nullptr;
    if (const qsizetype at = commandPosition(words); at >= 0) {
        invocation.command = words.takeAt(at);
        const auto known = std::find_if(commands.begin(), commands.end(),
            [&](const CommandSyntax &command) { return command.name == invocation.command; });
        if (known == commands.end())
            return usageError(
                base::Message("cli.unknown-command"_msg).with("command", invocation.command.toStdString()));
        syntax = &*known;
        invocation.parser->addOptions(syntax->options);
    }

    if (!invocation.parser->parse(QStringList{u"sparkloomctl"_s} + words)) {
        QString problem = invocation.parser->errorText();
        if (problem.endsWith(u'.')) // our sentence has its own
            problem.chop(1);
        return usageError(base::Message("cli.usage"_msg).with("problem", problem.toStdString()));
    }
    const base::Result<void> read = readOptions(*invocation.parser, invocation.options);
    if (!read)
        return read.error();
    // The one format that is a document: env --format json is env --json.
    if (invocation.command == u"env" && invocation.value(u"format"_s) == u"json")
        invocation.options.json = true;
    invocation.arguments = invocation.parser->positionalArguments();
    if (invocation.options.help || invocation.options.version)
        return invocation;
    if (!syntax)
        return usageError("cli.no-command"_msg);
    const auto count = invocation.arguments.size();
    if (count < syntax->minArguments)
        return usageError(base::Message("cli.too-few-arguments"_msg)
                              .with("command", syntax->name.toStdString())
                              .with("arguments", syntax->arguments.toStdString()));
    if (count > syntax->maxArguments)
        return usageError(base::Message("cli.too-many-arguments"_msg)
                              .with("command", syntax->name.toStdString())
                              .with("argument", invocation.arguments[syntax->maxArguments].toStdString()));
    return invocation;
}

QString overviewHelp(const std::vector<CommandSyntax> &commands)
{
    QString text = Cli::tr("Usage: sparkloomctl [OPTIONS] COMMAND [ARGUMENTS]\n\n"
                           "Finds DGX Sparks, cables and configures them, and proves the result. "
                           "A first try without any\n"
                           "hardware: sparkloomctl --virtual sealed-pair setup\n\nCommands:\n");
    for (const CommandSyntax &command : commands)
        if (!command.shellOnly)
            text += u"  %1  %2\n"_s.arg(command.name.leftJustified(9), command.summary);
    text += u'\n' + Cli::tr("Options for every command:") + u'\n' + helpOf(commonOptions());
    text += u'\n';
    text += Cli::tr("sparkloomctl COMMAND --help explains a command. The man page sparkloomctl(1) has examples\n"
                    "and all exit codes: 0 healthy, 1 a check failed, 2 usage, 3 not known, 4 unreachable, 5 refused.");
    text += u'\n';
    return text;
}

QString commandHelp(const CommandSyntax &command)
{
    QString text = Cli::tr("Usage: sparkloomctl [OPTIONS] %1").arg(command.name);
    if (!command.options.isEmpty())
        text += Cli::tr(" [OPTIONS]");
    if (!command.arguments.isEmpty())
        text += u' ' + command.arguments;
    text += u"\n\n"_s + command.summary + u"\n\n"_s + command.description + u'\n';
    if (!command.options.isEmpty())
        text += u'\n' + Cli::tr("Options of this command:") + u'\n' + helpOf(command.options);
    return text + u'\n' + Cli::tr("Options for every command:") + u'\n' + helpOf(commonOptions());
}

base::Result<QStringList> splitLine(const QString &line)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (const QChar c : line) {
        if (!quote.isNull()) {
            if (c == quote)
                quote = {};
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c.isSpace()) {
            if (inWord)
                words << word;
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return usageError("cli.open-quote"_msg);
    if (inWord)
        words << word;
    return words;
}

} // namespace sparkloom::cli
