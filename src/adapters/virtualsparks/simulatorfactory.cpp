// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/virtualsparks/simulatorfactory.h"

#include "adapters/virtualsparks/scenariotable.h"
#include "adapters/virtualsparks/simulatorprocess.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::virtualsparks {

std::unique_ptr<engine::VirtualSparks> SimulatorFactory::create()
{
    return std::make_unique<SimulatorProcess>(m_settings);
}

std::vector<engine::ScenarioInfo> SimulatorFactory::scenarios() const
{
    auto list = scenarioTable();
    std::ranges::sort(list, {}, [](const engine::ScenarioInfo &info) { return std::pair(info.sparkCount, info.name); });
    return list;
}

QString findSimulator()
{
    const QString here = QCoreApplication::applicationDirPath();
    QStringList folders = {here, here + u"/../libexec/sparkloom"_s, here + u"/../lib/sparkloom"_s};
    if (const QString named = qEnvironmentVariable("SPARKLOOM_BIN_DIR"); !named.isEmpty())
        folders.prepend(named);
    for (const QString &folder : folders) {
        const QFileInfo program(folder + u"/sparkloom-sim"_s);
        if (program.isFile() && program.isExecutable())
            return program.absoluteFilePath();
    }
    return {};
}

} // namespace sparkloom::virtualsparks
