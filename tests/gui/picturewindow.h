// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagestates.h"
#include "paintedtexts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/page.h"
#include "widgets/shell/setupview.h"

#include <QImage>
#include <QSplitter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

// A window in one of the states of pagestates.h, and how it looks; for tst_pictures.
namespace pages {

inline constexpr double kRounding = 2.5; // pixels

// What pulses is never twice the same.
class Calm {
public:
    Calm() { sparkloom::widgets::setCalm(true); }
    ~Calm() { sparkloom::widgets::setCalm(false); }
};

// The page comes after the first frame of the window, and is laid out in a few rounds of the loop.
inline void settle(const QWidget &view)
{
    const auto isShown = [&] {
        const auto pages = view.findChildren<sparkloom::widgets::Page *>();
        return std::any_of(
            pages.begin(), pages.end(), [](const sparkloom::widgets::Page *page) { return page->isVisible(); });
    };
    QTRY_VERIFY(isShown());
    for (int round = 0; round < 8; ++round)
        QCoreApplication::processEvents();
}

// How a window looks: its pixels, and its words with their places.
struct Look {
    QImage image;
    std::vector<PaintedText> texts;
};

// The same words in the same places: what was laid out twice may lie a pixel from where it lay at first.
inline bool saysTheSame(const Look &one, const Look &other)
{
    return one.texts.size() == other.texts.size()
        && std::equal(one.texts.begin(), one.texts.end(), other.texts.begin(), [](const auto &a, const auto &b) {
               const QPointF moved = a.ink.center() - b.ink.center();
               return a.text == b.text && std::abs(moved.x()) < kRounding && std::abs(moved.y()) < kRounding;
           });
}

// A window in one state, as it comes to be there.
class Window {
public:
    enum class Filled { Before, OnceMade, WhileShown };
    Window(const State &state, Filled filled) : view(models)
    {
        view.resize(1280, 720);
        view.applyTheme(false);
        if (filled == Filled::OnceMade)
            for (const sparkloom::viewmodels::Step step : sparkloom::viewmodels::kAllSteps)
                view.page(step);
        if (filled != Filled::WhileShown)
            state.fill(models);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        settle(view);
        if (filled == Filled::WhileShown)
            state.fill(models);
        settle(view);
        if (state.use)
            state.use(view);
        settle(view);
    }

    // The language is another one: as the window's own binding does it.
    void speakAnew()
    {
        settle(view);
        models.retranslate();
        settle(view);
    }

    // Without what a person has done there: where the focus is, how a page was divided.
    Look look()
    {
        if (QWidget *focus = view.focusWidget())
            focus->clearFocus();
        for (auto *splitter : view.findChildren<QSplitter *>())
            splitter->setSizes(QList<int>(splitter->count(), view.width()));
        Q_EMIT models.live.changed(); // its headline speaks once a second
        settle(view);
        return {view.grab().toImage(), TextRecorder::paintedBy(view).texts};
    }

    sparkloom::viewmodels::SetupViewModels models;
    sparkloom::widgets::SetupView view;
};

} // namespace pages
