// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "base/text.h"
#include "engine/text/text.h"

#include <QJsonDocument>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
namespace {

constexpr std::size_t kMaxDetailBytes = 500;

bool wantsColour(std::FILE *file)
{
    return isatty(fileno(file)) && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

const char *escape(Output::Tone tone)
{
    switch (tone) {
    case Output::Tone::Plain: return "";
    case Output::Tone::Strong: return "\x1b[1m";
    case Output::Tone::Quiet: return "\x1b[2m";
    case Output::Tone::Good: return "\x1b[32m";
    case Output::Tone::Bad: return "\x1b[31m";
    case Output::Tone::Attention: return "\x1b[1;33m";
    }
    return "";
}

} // namespace

Output::Output(std::FILE *out, std::FILE *err, bool json) : m_out(out), m_err(err), m_json(json) {}

void Output::write(std::FILE *file, const QString &line, Tone tone)
{
    const bool colour = tone != Tone::Plain && !line.isEmpty() && wantsColour(file);
    const QByteArray text = line.toUtf8();
    std::fprintf(file, "%s%s%s\n", colour ? escape(tone) : "", text.constData(), colour ? "\x1b[0m" : "");
    std::fflush(file);
}

void Output::say(const QString &line, Tone tone)
{
    write(m_json ? m_err : m_out, line, tone);
}

void Output::say(const base::Message &message, Tone tone)
{
    say(engine::text::sentence(message), tone);
}

void Output::say(const Table &table)
{
    const QStringList lines = table.lines();
    say(lines.front(), Tone::Quiet);
    for (const QString &line : lines.mid(1))
        say(line);
}

void Output::note(const QString &line, Tone tone)
{
    write(m_err, line, tone);
}

void Output::note(const base::Message &message, Tone tone)
{
    note(engine::text::sentence(message), tone);
}

void Output::error(const base::Error &error, const QString &subject)
{
    const engine::text::Explanation explanation = engine::text::explain(error);
    write(m_err, subject.isEmpty() ? explanation.seen : u"%1: %2"_s.arg(subject, explanation.seen), Tone::Bad);
    if (!explanation.meaning.isEmpty())
        write(m_err, u"  "_s + explanation.meaning, Tone::Plain);
    if (!explanation.remedy.isEmpty())
        write(m_err, u"  "_s + explanation.remedy, Tone::Plain);
    if (!error.detail.empty())
        write(m_err, u"  (%1)"_s.arg(QString::fromStdString(base::cleanText(error.detail, kMaxDetailBytes))),
            Tone::Quiet);
}

void Output::document(const QString &command, QJsonObject body, ExitCode code)
{
    if (!m_json)
        return;
    body.insert(u"schema"_s, u"sparkloom-"_s + command);
    body.insert(u"version"_s, 1);
    body.insert(u"exitCode"_s, static_cast<int>(code));
    raw(QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Indented)));
}

void Output::raw(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), m_out);
    std::fflush(m_out);
}

} // namespace sparkloom::cli
