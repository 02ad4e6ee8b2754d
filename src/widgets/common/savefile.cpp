// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/savefile.h"

#include "engine/text/isolates.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QPromise>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

#include <memory>

namespace sparkloom::widgets {

namespace {

QString write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace

void saveTextAs(QWidget *parent, const QString &title, const QString &suggestedName, const QString &text,
    const std::function<void(const QString &path, const QString &problem)> &done)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(parent, title, QDir(folder).filePath(suggestedName));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
        [parent, bytes = engine::text::withoutIsolates(text).toUtf8(), done](const QString &path) {
            // The disk may be slow, or far away.
            const auto promise = std::make_shared<QPromise<QString>>();
            promise->start();
            promise->future().then(parent, [path, done](const QString &problem) { done(path, problem); });
            QThreadPool::globalInstance()->start([promise, path, bytes] {
                promise->addResult(write(path, bytes));
                promise->finish();
            });
        });
    dialog->open();
}

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(engine::text::withoutIsolates(text));
}

void copySelectedTextPlain(QObject *owner)
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    QObject::connect(clipboard, &QClipboard::dataChanged, owner, [clipboard] {
        if (!clipboard->ownsClipboard()) // what other programs copy is theirs
            return;
        const QString text = clipboard->text();
        if (engine::text::withoutIsolates(text) != text)
            copyText(text);
    });
}

} // namespace sparkloom::widgets
