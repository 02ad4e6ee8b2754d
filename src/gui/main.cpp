// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/preferences.h"
#include "gui/quitsignals.h"
#include "gui/windows.h"
#include "widgets/common/watchedapplication.h"
#include "workplace/workplace.h"

#include <QCommandLineParser>
#include <QIcon>
#include <QStyleFactory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kMostSpeed = 1000;

// The texts of the command line that opens the window.
class Start {
    Q_DECLARE_TR_FUNCTIONS(start)
};

} // namespace

int main(int argc, char **argv)
{
    sparkloom::widgets::WatchedApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"sparkloom"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SPARKLOOM_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Sparkloom"_s);
    QGuiApplication::setDesktopFileName(u"io.github.sparkloom.Sparkloom"_s);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));

    sparkloom::gui::Preferences preferences;
    preferences.begin(); // for --help; --language may name another one
    QCommandLineParser parser;
    parser.setApplicationDescription(Start::tr("Finds, cables, configures and proves clusters of DGX Sparks."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"virtual"_s, Start::tr("Practise with virtual Sparks at once."), u"scenario"_s},
        {u"cluster"_s, Start::tr("The cluster to open, instead of the first page."), u"name"_s},
        {u"language"_s, Start::tr("Language of the window, e.g. de."), u"code"_s},
        {u"speed"_s, Start::tr("How fast virtual Sparks are, 1 is real time."), u"factor"_s, u"1"_s}});
    parser.process(app);
    if (parser.isSet(u"language"_s))
        preferences.begin(parser.value(u"language"_s));

    sparkloom::gui::StartOptions options;
    options.virtualScenario = parser.value(u"virtual"_s);
    options.cluster = parser.value(u"cluster"_s);
    bool isNumber = false;
    options.simulatorSpeed = parser.value(u"speed"_s).toDouble(&isNumber);
    if (!isNumber || options.simulatorSpeed <= 0 || options.simulatorSpeed > kMostSpeed) {
        qCritical("%s", qPrintable(Start::tr("--speed takes a number above 0, at most %1.").arg(kMostSpeed)));
        return 2;
    }
    // The window is closed in order, so that nothing is left running here or on a Spark.
    const sparkloom::gui::QuitSignals signalsToQuit;
    QObject::connect(&signalsToQuit, &sparkloom::gui::QuitSignals::quitRequested, &app, &QCoreApplication::quit);

    QApplication::setWindowIcon(QIcon(u":/sparkloom/icons/sparkloom.svg"_s));
    sparkloom::gui::Windows windows(preferences, options);
    // What the desktop wishes is asked for once the first page is there.
    const std::unique_ptr<sparkloom::engine::DesktopSettings> desktop = sparkloom::workplace::desktopSettings();
    preferences.follow(*desktop);
    QObject::connect(windows.open(options), &sparkloom::gui::MainWindow::pagePainted, desktop.get(),
        &sparkloom::engine::DesktopSettings::look, Qt::QueuedConnection);
    return QApplication::exec();
}
