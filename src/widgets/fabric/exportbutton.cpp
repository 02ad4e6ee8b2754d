// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/exportbutton.h"

#include "widgets/fabric/cableplan.h"
#include "widgets/fabric/mapfiles.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

ExportButton::ExportButton(Source picture, QWidget *parent)
    : Button({}, Kind::Link, parent), m_picture(std::move(picture)), m_menu(new QMenu(this))
{
    connect(this, &QAbstractButton::clicked, this, [this] { m_menu->popup(mapToGlobal(QPoint(0, height()))); });
    retranslate();
}

void ExportButton::retranslate()
{
    setText(tr("Save or print"));
    setAccessibleDescription(tr("The map as a file; the cable plan with labels to cut out"));
    updateGeometry();
    m_menu->clear();
    const auto add = [this](const QString &text, const char *name, const std::function<void()> &then) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, then);
    };
    const auto map = [](MapFormat format) {
        return [format](const viewmodels::FabricPicture &picture, const QString &path) {
            return saveMap(picture, path, format);
        };
    };
    add(tr("Map as a picture (PNG)…"), "savePng",
        [=, this] { askWhere(tr("Save the map"), u"fabric.png"_s, tr("Pictures (*.png)"), map(MapFormat::Png)); });
    add(tr("Map as a drawing (SVG)…"), "saveSvg",
        [=, this] { askWhere(tr("Save the map"), u"fabric.svg"_s, tr("Drawings (*.svg)"), map(MapFormat::Svg)); });
    add(tr("Map as PDF…"), "savePdf",
        [=, this] { askWhere(tr("Save the map"), u"fabric.pdf"_s, tr("PDF (*.pdf)"), map(MapFormat::Pdf)); });
    m_menu->addSeparator();
    add(tr("Cable plan with labels, as PDF…"), "savePlan", [this] {
        askWhere(tr("Save the cable plan"), u"cable-plan.pdf"_s, tr("PDF (*.pdf)"),
            [](const viewmodels::FabricPicture &picture, const QString &path) { return savePlan(picture, path); });
    });
    add(tr("Print the cable plan…"), "printPlan", [this] { print(); });
}

// The dialogs are of the desktop and wait for nobody: the window goes on.
void ExportButton::askWhere(const QString &title, const QString &name, const QString &filter, const Save &save)
{
    auto *dialog = new QFileDialog(window(), title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, save](const QString &path) { say(save(m_picture(), path)); });
    dialog->open();
}

void ExportButton::print()
{
    const auto printer = std::make_shared<QPrinter>();
    auto *dialog = new QPrintDialog(printer.get(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        if (!CablePlan(m_picture()).print(*printer))
            say(tr("The printer did not take the cable plan."));
    });
    // The dialog reads the printer until it is gone.
    connect(dialog, &QObject::destroyed, dialog, [printer] {});
    dialog->open();
}

void ExportButton::say(const QString &problem)
{
    if (problem.isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Not saved"), problem, QMessageBox::Close, window());
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void ExportButton::changeEvent(QEvent *event)
{
    Button::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sparkloom::widgets
