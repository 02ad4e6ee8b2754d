// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagechecks.h"

#include "paintedtexts.h"
#include "widgets/common/plainlabel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWide = 100;            // pixels: narrower parts do not push a window
constexpr double kSlack = 1.5;        // pixels: rounding
constexpr double kLeaning = 0.09;     // of the height: what letters like J stand out of their box
constexpr double kMostOverlap = 0.08; // of the smaller of two words
constexpr double kMostOnLetters = 2;  // pixels of a mark in both directions: it is round, letters lean

QString placed(const PaintedText &painted)
{
    return u"\"%1\" at %2,%3 (%4x%5)"_s.arg(painted.text)
        .arg(qRound(painted.ink.x()))
        .arg(qRound(painted.ink.y()))
        .arg(qRound(painted.ink.width()))
        .arg(qRound(painted.ink.height()));
}

// Where something scrolls, in the window, and whether it does so sideways too.
struct Scroller {
    QRectF area;
    bool sideways = false;
};

std::vector<Scroller> scrollers(const QWidget &window)
{
    std::vector<Scroller> areas;
    for (const auto *area : window.findChildren<QAbstractScrollArea *>())
        if (area->isVisible())
            areas.push_back({QRectF(area->viewport()->mapTo(&window, QPoint()), QSizeF(area->viewport()->size())),
                area->horizontalScrollBar()->isVisible()});
    return areas;
}

bool isVisiblyPainted(const PaintedText &text)
{
    return !text.ink.isEmpty() && text.ink.intersects(text.shown);
}

QStringList cutByTheirWidgets(const QWidget &window)
{
    QStringList clipped;
    for (const auto *label : window.findChildren<widgets::PlainLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int wanted = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool tooNarrow = !label->wordWrap() && label->width() < label->sizeHint().width();
        // Lists may scroll up and down; sideways nothing may stick out.
        const QRect seen = label->visibleRegion().boundingRect();
        const bool sticksOut = !seen.isEmpty() && seen.width() < label->width();
        if (label->height() < wanted || tooNarrow || sticksOut)
            clipped << u"%1 (%2x%3): %4"_s.arg(label->objectName())
                           .arg(label->width())
                           .arg(label->height())
                           .arg(label->text());
    }
    for (const auto *button : window.findChildren<QAbstractButton *>())
        if (button->isVisible()
            && (button->width() < button->minimumSizeHint().width()
                || button->height() < button->minimumSizeHint().height()))
            clipped << u"button: %1"_s.arg(button->text());
    return clipped;
}

// What may be as long as somebody likes: names of Sparks beside each other, and hints in fields. All of it is said
// elsewhere: by the tip and by the screen reader, in a table, in the chart that a card opens.
constexpr std::array kMayBeShorter = {
    "sparkloom::widgets::FabricMap",  // names of Sparks on their drawings, and their maker or note
    "sparkloom::widgets::LiveCard",   // names of both ends of a cable, with what flows
    "sparkloom::widgets::RungButton", // names of the Sparks that a test is about
    "sparkloom::widgets::HistoryRow", // title of an earlier result, beside its figures
    "sparkloom::widgets::ChoiceCard", // names of the Sparks that are near
    "QLineEdit",                      // hints
};

bool mayBeShorter(const QWidget &window, const PaintedText &text)
{
    for (const QWidget *at = window.childAt(text.ink.center().toPoint()); at; at = at->parentWidget())
        if (std::any_of(kMayBeShorter.begin(), kMayBeShorter.end(), [&](const char *name) { return at->inherits(name); }))
            return true;
    return false;
}

// All that the window has to say itself, as it was given to its parts.
QStringList ownTexts(const QWidget &window)
{
    QStringList texts;
    const auto addModel = [&](const QAbstractItemModel *model, const QModelIndex &parent, const auto &self) -> void {
        for (int row = 0; model && row < model->rowCount(parent); ++row) {
            texts << model->index(row, 0, parent).data().toString();
            self(model, model->index(row, 0, parent), self);
        }
    };
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        texts << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            texts << edit->text() << edit->placeholderText();
        else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
            texts << plain->toPlainText();
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            addModel(view->model(), {}, addModel);
    }
    return texts;
}

// Words that were made shorter to have room, with an ellipsis that is not their own.
QStringList shortenedTexts(const QWidget &window, const std::vector<PaintedText> &painted)
{
    QStringList shortened;
    const QStringList own = ownTexts(window);
    for (const PaintedText &text : painted) {
        if (!text.text.contains(u'…') || !isVisiblyPainted(text))
            continue;
        const bool isOwn = std::any_of(
            own.begin(), own.end(), [&](const QString &whole) { return whole.contains(text.text); });
        if (!isOwn && !mayBeShorter(window, text))
            shortened << u"shortened: "_s + placed(text);
    }
    return shortened;
}

} // namespace

QStringList pages::clippedTexts(QWidget &window)
{
    QStringList clipped = cutByTheirWidgets(window);
    const std::vector<Scroller> areas = scrollers(window);
    const std::vector<PaintedText> painted = TextRecorder::paintedBy(window).texts;
    clipped << shortenedTexts(window, painted);
    for (const PaintedText &text : painted) {
        if (!isVisiblyPainted(text))
            continue;
        const double leaning = std::max(kSlack, kLeaning * text.ink.height());
        const QRectF room = text.shown.adjusted(-leaning, -kSlack, leaning, kSlack);
        const bool sideways = text.ink.left() < room.left() || text.ink.right() > room.right();
        const bool upOrDown = text.ink.top() < room.top() || text.ink.bottom() > room.bottom();
        bool mayBeSideways = false, mayBeUpOrDown = false;
        for (const Scroller &scroller : areas) {
            const QRectF &area = scroller.area;
            if (!area.intersects(text.ink))
                continue;
            mayBeUpOrDown |= text.ink.top() < area.top() || text.ink.bottom() > area.bottom();
            mayBeSideways |= scroller.sideways;
        }
        if ((sideways && !mayBeSideways) || (upOrDown && !mayBeUpOrDown))
            clipped << u"painted: %1, shown %2..%3 x %4..%5"_s.arg(placed(text))
                           .arg(text.shown.left())
                           .arg(text.shown.right())
                           .arg(text.shown.top())
                           .arg(text.shown.bottom());
    }
    return clipped;
}

QStringList pages::overlappingTexts(QWidget &window)
{
    Painted painted = TextRecorder::paintedBy(window);
    std::vector<PaintedText> &texts = painted.texts;
    std::erase_if(texts, [](const PaintedText &text) { return !isVisiblyPainted(text); });
    QStringList overlapping;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QRectF a = texts[i].ink.intersected(texts[i].shown);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const QRectF b = texts[j].ink.intersected(texts[j].shown);
            const QRectF both = a.intersected(b);
            const double smaller = std::min(a.width() * a.height(), b.width() * b.height());
            if (both.width() * both.height() > kMostOverlap * smaller)
                overlapping << placed(texts[i]) + u" and "_s + placed(texts[j]);
        }
        for (const QRectF &mark : painted.marks) {
            const QRectF both = a.intersected(mark);
            const bool isInside = mark.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(a); // its number
            if (!isInside && both.width() > kMostOnLetters && both.height() > kMostOnLetters)
                overlapping << placed(texts[i]) + u" under a mark at %1,%2"_s.arg(mark.x()).arg(mark.y());
        }
    }
    return overlapping;
}

QStringList pages::badNames(const QWidget &window)
{
    QStringList bad;
    QStringList buttons;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<QLabel *>(widget)
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const QString name = interface ? interface->text(QAccessible::Name).trimmed() : QString();
        if (name.isEmpty())
            bad << u"no name: %1 %2"_s.arg(
                QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        if (!qobject_cast<QAbstractButton *>(widget) || !widget->isEnabled() || name.isEmpty())
            continue;
        const QString said = name + u'|' + interface->text(QAccessible::Description);
        if (buttons.contains(said))
            bad << u"two buttons with one name: %1"_s.arg(name);
        buttons << said;
    }
    return bad;
}

QStringList pages::widestParts(const QWidget &window)
{
    QStringList widest;
    for (const QWidget *widget : window.findChildren<QWidget *>())
        if (const int least = widget->minimumSizeHint().width();
            widget->isVisible() && least > kWide && (!widget->layout() || widget->layout()->count() > 1))
            widest << u"%1 %2 needs %3"_s.arg(
                QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), QString::number(least));
    return widest;
}
