// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/exitcode.h"
#include "cli/table.h"
#include "engine/report/errorjson.h"

#include <QJsonObject>
#include <QString>

#include <cstdio>

namespace sparkloom::cli {

// Everything that sparkloomctl prints. Results go to standard output, what happens on the way and what went wrong to
// standard error. With --json standard output carries one document and nothing else; sentences then go to standard
// error. Colour only on a terminal, and never where NO_COLOR is set.
class Output {
public:
    enum class Tone { Plain, Strong, Quiet, Good, Bad, Attention };

    Output(std::FILE *out, std::FILE *err, bool json);

    bool json() const { return m_json; }
    void setJson(bool json) { m_json = json; }

    // A line of the result.
    void say(const QString &line = {}, Tone tone = Tone::Plain);
    void say(const base::Message &message, Tone tone = Tone::Plain);
    void say(const Table &table);
    // A line about what is going on.
    void note(const QString &line, Tone tone = Tone::Quiet);
    void note(const base::Message &message, Tone tone = Tone::Quiet);
    // What was seen, what it means, what to do; subject (a Spark's name) may be empty.
    void error(const base::Error &error, const QString &subject = {});
    // The one document of --json: schema, version and exit code are added. Nothing without --json.
    void document(const QString &command, QJsonObject body, ExitCode code);
    // Text exactly as it is, on standard output even with --json off the beaten path (env, help).
    void raw(const QString &text);

private:
    void write(std::FILE *file, const QString &line, Tone tone);

    std::FILE *m_out;
    std::FILE *m_err;
    bool m_json;
};

using engine::report::errorJson;

} // namespace sparkloom::cli
