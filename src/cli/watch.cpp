// SPDX-License-Identifier: GPL-3.0-or-later
// `watch`: what every cable, lane and direction carries, live.
#include "cli/command.h"
#include "cli/steps.h"
#include "cli/tr.h"
#include "cli/watchview.h"
#include "engine/flow/liveflow.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr int kLongest = 86'400; // seconds
constexpr int kScreenMs = 200;
constexpr int kLineMs = 1000;
constexpr int kJsonMs = 250;

bool onTerminal()
{
    return isatty(STDOUT_FILENO) && qgetenv("TERM") != "dumb";
}

struct TerminalSize {
    int columns = 80;
    int rows = 24;
};

TerminalSize terminalSize()
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return {};
    return {size.ws_col, size.ws_row};
}

// Shows the moment again and again. On a terminal it draws on the other screen, and gives the first one back.
class Watching : public QObject {
public:
    explicit Watching(Context &context) : m_context(context), m_screen(!context.output().json() && onTerminal())
    {
        if (m_screen)
            m_context.output().raw(u"\x1b[?1049h\x1b[?25l"_s);
        connect(&m_timer, &QTimer::timeout, this, [this] { show(); });
        m_timer.start(m_screen ? kScreenMs : context.output().json() ? kJsonMs : kLineMs);
        if (m_screen)
            show();
    }
    ~Watching() override
    {
        if (m_screen)
            m_context.output().raw(u"\x1b[?25h\x1b[?1049l"_s);
    }

private:
    void show()
    {
        const engine::LiveView view = m_context.session().live().view();
        Output &output = m_context.output();
        if (m_screen)
            return draw(view);
        if (!output.json()) {
            const QString time = QDateTime::currentDateTime().toString(u"HH:mm:ss"_s);
            for (const QString &line : watchLines(view))
                output.say(u"%1  %2"_s.arg(time, line));
            return;
        }
        QJsonObject json = watchJson(view);
        json.insert(u"schema"_s, u"sparkloom-watch"_s);
        json.insert(u"version"_s, 1);
        json.insert(u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        output.raw(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) + u'\n');
    }

    // Line by line over what was there, so that nothing flickers.
    void draw(const engine::LiveView &view)
    {
        const TerminalSize size = terminalSize();
        QString text = u"\x1b[H"_s;
        const QStringList lines = watchScreen(view, size.columns).mid(0, size.rows - 1);
        for (const QString &line : lines)
            text += line + u"\x1b[K\r\n"_s;
        m_context.output().raw(text + u"\x1b[J"_s);
    }

    Context &m_context;
    const bool m_screen;
    QTimer m_timer;
};

// What has been seen at the end.
ExitCode codeFor(const engine::LiveView &view)
{
    const bool anyStreams =
        std::any_of(view.sparks.begin(), view.sparks.end(), [](const auto &spark) { return spark.samples > 0; });
    return anyStreams && !view.cables.empty() ? ExitCode::Healthy : ExitCode::NotKnown;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<int> seconds = invocation.number(u"seconds"_s, 0, 1, kLongest);
    const base::Result<int> hz = invocation.number(u"hz"_s, engine::LiveFlow::kDefaultHz, 10, 50);
    if (!seconds || !hz)
        co_return context.fail(invocation.command, seconds ? hz.error() : seconds.error());
    const base::Result<void> signedIn = co_await openAndSignIn(context, false);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const base::Result<void> mapped = co_await mapCables(context, std::nullopt, true);
    if (!mapped)
        co_return context.fail(invocation.command, mapped.error());
    engine::LiveFlow &live = context.session().live();
    if (const base::Result<void> started = live.start(*hz); !started)
        co_return context.fail(invocation.command, started.error());
    context.output().note("cli.watching"_msg);
    {
        const Watching watching(context);
        const auto never = [] { return false; };
        const std::optional<std::chrono::milliseconds> deadline =
            *seconds > 0 ? std::optional(std::chrono::milliseconds(std::chrono::seconds(*seconds))) : std::nullopt;
        const bool ended = co_await context.waitUntil(never, deadline);
        static_cast<void>(ended);
    }
    const engine::LiveView view = live.view();
    live.stop();
    if (!context.output().json())
        for (const QString &line : watchSummary(view))
            context.output().say(line);
    co_return codeFor(view);
}

} // namespace

Command watchCommand()
{
    return {{u"watch"_s, {}, Cli::tr("Show what every cable, lane and direction carries, live."),
                Cli::tr("Read from the counters of every Spark, RDMA included; nothing is changed. What is not known "
                        "is shown so, never as\n"
                        "zero. NOW is the mean of the last 100 ms, PEAK the largest mean of 250 ms. On a terminal it "
                        "draws bars, else it\n"
                        "prints lines; with --json one document per line, four times a second. End with Ctrl-C."),
                {{u"seconds"_s, Cli::tr("Stop after so many seconds."), u"N"_s},
                    {u"hz"_s, Cli::tr("Samples per second, 10 to 50 (default: 20)."), u"N"_s}}},
        run};
}

} // namespace sparkloom::cli
