// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language.h"
#include "gui/mainwindow.h"
#include "gui/quitsignals.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QStyleFactory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kMostSpeed = 1000;

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"sparkloom"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SPARKLOOM_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Sparkloom"_s);
    QGuiApplication::setDesktopFileName(u"io.github.sparkloom.Sparkloom"_s);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Finds, cables, configures and proves clusters of DGX Sparks."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"virtual"_s, u"Practise with virtual Sparks at once."_s, u"scenario"_s},
        {u"cluster"_s, u"The cluster to open."_s, u"name"_s, u"default"_s},
        {u"language"_s, u"Language of the window, e.g. de."_s, u"code"_s},
        {u"speed"_s, u"How fast virtual Sparks are, 1 is real time."_s, u"factor"_s, u"1"_s}});
    parser.process(app);

    sparkloom::gui::Language language;
    language.use(parser.value(u"language"_s));

    sparkloom::gui::StartOptions options;
    options.virtualScenario = parser.value(u"virtual"_s);
    options.cluster = parser.value(u"cluster"_s);
    bool isNumber = false;
    options.simulatorSpeed = parser.value(u"speed"_s).toDouble(&isNumber);
    if (!isNumber || options.simulatorSpeed <= 0 || options.simulatorSpeed > kMostSpeed) {
        qCritical("--speed takes a number above 0, at most %g", kMostSpeed);
        return 2;
    }
    // The window is closed in order, so that nothing is left running here or on a Spark.
    const sparkloom::gui::QuitSignals signalsToQuit;
    QObject::connect(&signalsToQuit, &sparkloom::gui::QuitSignals::quitRequested, &app, &QCoreApplication::quit);

    sparkloom::gui::MainWindow window(options);
    window.setWindowIcon(QIcon(u":/sparkloom/icons/sparkloom.svg"_s));
    window.show();
    window.start();
    return QApplication::exec();
}
