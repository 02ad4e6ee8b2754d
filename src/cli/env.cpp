// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/text/text.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

// The management address where the inventory knows it, else what the Spark was added as.
std::string managementAddress(const engine::HostView &host)
{
    if (host.facts)
        for (const domain::OtherInterface &other : host.facts->others)
            if (other.name == host.facts->managementInterface && !other.addresses.empty())
                return other.addresses.front().address.toString();
    return host.endpoint.host.toStdString();
}

QString hostfileText(Context &context)
{
    std::vector<std::string> addresses;
    for (const engine::HostView &host : context.session().hosts())
        addresses.push_back(managementAddress(host));
    return QString::fromStdString(domain::hostfile(addresses));
}

QString textFor(Context &context, const QString &format, const std::vector<SparkEnvironment> &environments)
{
    if (format == u"hostfile")
        return hostfileText(context);
    if (format != u"docker")
        return engine::report::environmentsText(environments);
    QString text;
    for (const SparkEnvironment &environment : environments) {
        if (environments.size() > 1)
            text += u"# "_s + environment.sparks.join(u", "_s) + u'\n';
        text += QString::fromStdString(domain::environmentAsDockerRun(environment.variables));
        if (!text.endsWith(u'\n'))
            text += u'\n';
    }
    return text;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const QString format = invocation.isSet(u"format"_s) ? invocation.value(u"format"_s)
        : context.options().json                         ? u"json"_s
                                                         : u"shell"_s;
    if (!QStringList{u"shell"_s, u"json"_s, u"docker"_s, u"hostfile"_s}.contains(format)) {
        const base::Message message =
            base::Message("cli.option-value"_msg).with("option", "format").with("value", format.toStdString());
        co_return context.fail(invocation.command, usageError(message));
    }
    const base::Result<void> signedIn = co_await openAndSignIn(context);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const std::vector<SparkEnvironment> all = environments(context);
    if (all.empty())
        co_return context.fail(invocation.command, {base::ErrorKind::NotKnown, "cli.not-set-up"_msg, {}});
    if (format == u"json") {
        context.output().document(invocation.command, environmentJson(all), ExitCode::Healthy);
    } else if (context.options().json) {
        context.output().document(
            invocation.command, {{u"format"_s, format}, {u"text"_s, textFor(context, format, all)}}, ExitCode::Healthy);
    } else {
        context.output().raw(textFor(context, format, all));
    }
    co_return ExitCode::Healthy;
}

} // namespace

Command envCommand()
{
    return {{u"env"_s, {}, Cli::tr("Print the environment for jobs on the cluster, with a reason for every line."),
                Cli::tr("For NCCL, UCX, Gloo and Open MPI. Example: eval \"$(sparkloomctl env)\""),
                {{u"format"_s, Cli::tr("shell, json, docker or hostfile (default: shell)."), u"FORMAT"_s}}},
        run};
}

} // namespace sparkloom::cli
