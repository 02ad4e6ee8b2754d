// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/testmarks.h"

#include "widgets/common/glyphs.h"
#include "widgets/common/theme.h"

namespace sparkloom::widgets {

using viewmodels::TestMark;

QColor colourOf(TestMark mark)
{
    switch (mark) {
    case TestMark::Waiting: return Stage::line();
    case TestMark::Running: return Stage::link();
    case TestMark::Good:
    case TestMark::Ok: return Stage::good();
    case TestMark::NotTested: return Stage::unknown();
    case TestMark::Suspect: return Stage::warn();
    case TestMark::Bad: break;
    }
    return Stage::bad();
}

void paintMark(QPainter &painter, TestMark mark, const QRectF &rect)
{
    const QColor colour = colourOf(mark);
    switch (mark) {
    case TestMark::Waiting: paintGlyph(painter, Glyph::Ring, rect, colour); break;
    case TestMark::Running: paintGlyph(painter, Glyph::Arc, rect, colour); break;
    case TestMark::Good:
    case TestMark::Ok: paintBadge(painter, Glyph::Tick, rect, colour, Stage::ink()); break;
    case TestMark::NotTested: paintBadge(painter, Glyph::Dash, rect, colour, Stage::ink()); break;
    case TestMark::Suspect: paintBadge(painter, Glyph::Exclamation, rect, colour, Stage::ink()); break;
    case TestMark::Bad: paintBadge(painter, Glyph::Cross, rect, colour, Stage::ink()); break;
    }
}

} // namespace sparkloom::widgets
