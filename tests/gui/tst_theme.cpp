// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast of every pair of colours that carries text or a mark (4.5:1 and 3:1, WCAG 2.1), and the order of what is
// read from right to left.
#include "engine/text/isolates.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QTest>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace sparkloom::widgets;

namespace {

double luminance(const QColor &colour)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

// Where the letters begin that stand at these places of a line that is read from right to left, from the left.
std::vector<double> lettersIn(const QString &text, const std::vector<qsizetype> &places)
{
    QTextLayout layout(text);
    QTextOption option;
    option.setTextDirection(Qt::RightToLeft);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(10000); // all of it
    layout.endLayout();
    std::vector<double> lefts;
    for (const qsizetype place : places) {
        const double one = line.cursorToX(static_cast<int>(place)), other = line.cursorToX(static_cast<int>(place) + 1);
        lefts.push_back(std::min(one, other));
    }
    return lefts;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What a machine on the network calls itself is shown letter by letter, also in a tool tip.
    void tips_showNamesAsTheyAre()
    {
        QCOMPARE(plainTip(QStringLiteral("spark-a & spark-b < 3 ms")), QStringLiteral("spark-a & spark-b < 3 ms"));
        for (const char *name : {"<b>spark</b>", "  <img src=file:///etc/passwd>x", "a&lt;b", "<!DOCTYPE html>x",
                 "<a href='http://x'>spark</a>\nsecond line"}) {
            const QString text = QString::fromLatin1(name);
            QVERIFY(Qt::mightBeRichText(text));
            QTextDocument shown;
            shown.setHtml(plainTip(text));
            QCOMPARE(shown.toPlainText().simplified(), text.simplified());
            QWidget widget;
            setPlainToolTip(&widget, text);
            QCOMPARE(widget.toolTip(), plainTip(text));
        }
    }

    void text_isReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const Theme *theme : {&Theme::light(), &Theme::darkOne()}) {
            const QByteArray name = theme->dark ? "dark " : "light ";
            const auto row = [&](const char *what, const QColor &ink, const QColor &ground) {
                QTest::newRow((name + what).constData()) << ink << ground;
            };
            for (const auto &[place, ground] :
                {std::pair("window", theme->window), std::pair("rail", theme->rail), std::pair("card", theme->card)}) {
                const QByteArray on = QByteArray(" on ") + place;
                row(("text" + on).constData(), theme->text, ground);
                row(("muted" + on).constData(), theme->muted, ground);
                row(("accent" + on).constData(), theme->accentText, ground);
                row(("bad" + on).constData(), theme->bad, ground);
                row(("good" + on).constData(), theme->good, ground);
                row(("warn" + on).constData(), theme->warn, ground);
            }
            row("primary button", theme->onAccent, theme->accent);
            row("disabled button", theme->onDisabled, theme->disabled);
            row("text on tint", theme->text, theme->accentTint);
            row("text on bad", theme->text, theme->badTint);
            row("text on warn", theme->text, theme->warnTint);
            row("muted on warn", theme->muted, theme->warnTint);
            row("muted on tint", theme->muted, theme->accentTint);
            row("accent on tint", theme->accentText, theme->accentTint);
            row("text on good", theme->text, theme->goodTint);
            row("bad on bad", theme->bad, theme->badTint);
            row("warn on warn", theme->warn, theme->warnTint);
            row("good on good", theme->good, theme->goodTint);
        }
        for (const auto &[place, ground] : {std::pair("top", Stage::top()), std::pair("bottom", Stage::bottom()),
                 std::pair("socket", Stage::socket())}) {
            QTest::addRow("stage text on its %s", place) << Stage::text() << ground;
            QTest::addRow("stage muted on its %s", place) << Stage::muted() << ground;
            QTest::addRow("stage link on its %s", place) << Stage::link() << ground;
            QTest::addRow("stage bad on its %s", place) << Stage::bad() << ground;
            QTest::addRow("stage warn on its %s", place) << Stage::warn() << ground;
            QTest::addRow("stage good on its %s", place) << Stage::good() << ground;
        }
        for (int number = 1; number <= 7; ++number)
            QTest::addRow("number of cable %d", number) << Stage::ink() << Stage::cable(number);
    }

    void text_isReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QString::number(contrast(ink, ground))));
    }

    void cables_standOutFromTheStage()
    {
        for (int number = 1; number <= 7; ++number)
            QVERIFY(contrast(Stage::cable(number), Stage::bottom()) >= 3.0);
        for (const QColor &mark : {Stage::good(), Stage::bad(), Stage::warn(), Stage::unknown()})
            QVERIFY(contrast(mark, Stage::top()) >= 3.0);
    }

    // WCAG 1.4.11: what can be used is seen by its border, and where the focus is.
    void controls_standOutFromTheirGround()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::darkOne()})
            for (const QColor &ground : {theme->window, theme->rail, theme->card}) {
                QVERIFY(contrast(theme->field, ground) >= 3.0);
                QVERIFY(contrast(theme->accentText, ground) >= 3.0); // the ring of the focus
                QVERIFY(contrast(theme->accent, ground) >= 3.0);     // the primary button
                QVERIFY(contrast(theme->muted, ground) >= 3.0);      // other buttons
            }
    }

    // Cables are told apart by number and place; colours that are next to each other in number are told apart too.
    void cables_haveAColourOfTheirOwn()
    {
        for (int number = 1; number < 7; ++number)
            QVERIFY(Stage::cable(number) != Stage::cable(number + 1));
        QCOMPARE(Stage::cable(0), Stage::unknown());
    }

    // A name, what stands in brackets behind it, and the words of the sentence ("did not answer"): each follows to the
    // left of the one before, and each argument is read from left to right.
    void rightToLeft_argumentsKeepTheirPlaceAndTheirOrder()
    {
        const QString sentence = QStringLiteral("%1 (%2) \u05dc\u05d0 \u05e2\u05e0\u05d4");
        const QString name = QStringLiteral("spark-1a2b"), address = QStringLiteral("192.168.1.7:22");
        const auto inOrder = [&](const QString &text) {
            const qsizetype n = text.indexOf(name), a = text.indexOf(address), w = text.indexOf(QChar(0x05e2));
            const auto at = lettersIn(text, {n + 1, n + 3, a + 1, a + 3, w});
            return at[0] > at[2] && at[2] > at[4] && at[0] < at[1] && at[2] < at[3];
        };
        QVERIFY2(!inOrder(sentence.arg(name, address)), "what this is for");
        const QString isolated = sparkloom::engine::text::isolatePlaceholders(sentence).arg(name, address);
        QVERIFY(inOrder(isolated));
        QVERIFY2(isolated.isRightToLeft(), "though it begins with a name in Latin letters");
    }

    void theme_followsThePalette()
    {
        QPalette palette;
        palette.setColor(QPalette::Window, QColor(0x20, 0x20, 0x20));
        QVERIFY(Theme::of(palette).dark);
        palette.setColor(QPalette::Window, QColor(0xf0, 0xf0, 0xf0));
        QVERIFY(!Theme::of(palette).dark);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
