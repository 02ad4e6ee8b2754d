// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/testsheet.h"

#include "viewmodels/testsviewmodel.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/stagepanel.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/fabricmap.h"
#include "widgets/tests/figurecard.h"
#include "widgets/tests/markline.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::TestMark;

namespace {

constexpr int kWidth = 1000, kMapHeight = 250, kMostHeight = 12000;
constexpr int kMargin = 36;

void add(QVBoxLayout *column, const QString &text, PlainLabel::Role role)
{
    if (text.isEmpty())
        return;
    auto *label = new PlainLabel(text, role);
    label->setOnStage(true);
    column->addWidget(label);
}

} // namespace

QImage sheetOf(const viewmodels::TestsViewModel &model, double scale)
{
    if (!model.report() || model.state() != viewmodels::TestsViewModel::State::Done)
        return {};
    StagePanel sheet;
    auto *column = new QVBoxLayout(&sheet);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    add(column, model.headline(), PlainLabel::Role::Headline);
    add(column, model.whenText(), PlainLabel::Role::Muted);
    add(column, model.staleText(), PlainLabel::Role::Warn);
    auto *map = new FabricMap;
    map->setFixedHeight(kMapHeight);
    map->setPicture(model.picture());
    column->addWidget(map);
    for (const viewmodels::TestBlock &block : model.blocks()) {
        auto *card = new TestCard;
        card->show(block);
        column->addWidget(card);
    }
    for (const QString &line : model.proven())
        column->addWidget(new MarkLine(TestMark::Good, line));
    for (const QString &line : model.notProven())
        column->addWidget(new MarkLine(TestMark::NotTested, line));
    add(column,
        QCoreApplication::translate("sparkloom::widgets::TestSheet", "Sparkloom · state of the Sparks %1 · %2")
            .arg(model.report()->fingerprint, model.report()->when.toUTC().toString(Qt::ISODate)),
        PlainLabel::Role::Small);
    sheet.setFixedWidth(kWidth);
    column->activate();
    const int height = qBound(200, column->heightForWidth(kWidth), kMostHeight);
    sheet.setFixedHeight(height);
    QImage picture((QSizeF(kWidth, height) * scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    sheet.render(&picture);
    return picture;
}

} // namespace sparkloom::widgets
