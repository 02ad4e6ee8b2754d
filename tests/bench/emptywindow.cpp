// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt window costs: what bench_window is measured against.
#include "firstframe.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QMainWindow window;
    window.resize(1280, 720);
    FirstFrame frame(window);
    window.show();
    return QApplication::exec();
}
