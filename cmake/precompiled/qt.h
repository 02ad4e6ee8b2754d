// SPDX-License-Identifier: GPL-3.0-or-later
// As std.h, for targets that use Qt.
#include "std.h"

#include <QCoreApplication>
#include <QFuture>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QPromise>
#include <QString>
#include <QStringList>
#include <QTimer>
