// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page and state in light and dark, in English, German and the pseudo-locale (longer, accented, from
// right to left), at 1280x720 and 1920x1080; at 1x, or at what QT_SCALE_FACTOR says. Fails on text that is cut off or
// painted over other text, and on controls without a name of their own. The pictures are written where a person can
// look through them.
//
// tst_pictures [FOLDER] [--full | --few]: every combination; each state once, languages, themes and sizes by turns; or,
// with --few, one state in ten.
#include "engine/text/english.h"
#include "engine/text/language.h"
#include "engine/text/pseudolocale.h"
#include "engine/text/reader.h"
#include "livestates.h"
#include "memberstates.h"
#include "pagechecks.h"
#include "pagestates.h"
#include "paintedwidget.h"
#include "passingstates.h"
#include "picturewindow.h"
#include "testfixtures.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/fabricmap.h"
#include "widgets/pages/page.h"
#include "widgets/shell/setupview.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSplitter>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <cmath>
#include <string_view>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;

void initTranslations()
{
    Q_INIT_RESOURCE(sparkloom_translations);
}

namespace {

using pages::Calm;
using pages::Look;
using pages::saysTheSame;
using pages::settle;
using pages::Window;

enum class Extent { Few, Turns, Full };
enum class Tongue { English, German, RightToLeft };

constexpr std::size_t kFew = 10;
constexpr std::size_t kSome = 4;
constexpr std::size_t kSeldom = 12;
const std::array kSizes = {QSize(1280, 720), QSize(1920, 1080)};
const std::array kTongues = {Tongue::English, Tongue::German, Tongue::RightToLeft};
const std::array<const char *, 3> kTongueNames = {"en", "de", "rtl"};
QString pictureFolder = u"pictures"_s;
Extent extent = Extent::Turns;

// Where two pictures of one size differ.
QRect difference(const QImage &one, const QImage &other)
{
    QRect differs;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            if (one.pixel(x, y) != other.pixel(x, y))
                differs |= QRect(x, y, 1, 1);
    return differs;
}

void compare(const Look &look, const Look &expected, const char *name, const char *expectedName)
{
    if (look.image == expected.image || saysTheSame(look, expected))
        return;
    const auto path = [](const char *which) {
        return u"%1/%2-%3.png"_s.arg(
            pictureFolder, QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(which));
    };
    look.image.save(path(name));
    expected.image.save(path(expectedName));
    QString where;
    QDebug(&where) << difference(look.image, expected.image);
    QFAIL(qPrintable(u"%1: see %2 and %3"_s.arg(where, path(name), path(expectedName))));
}

std::vector<pages::State> allStates()
{
    std::vector<pages::State> all = pages::states();
    for (const fixtures::LiveState &state : fixtures::liveStates())
        all.push_back({state.name, state.fill});
    for (const fixtures::TestState &state : fixtures::testStates())
        all.push_back({state.name, state.fill});
    for (const auto &more : {fixtures::memberStates(), fixtures::passingStates()})
        for (const fixtures::SideState &state : more)
            all.push_back({state.name, state.fill});
    return all;
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(pictureFolder));
        initTranslations();
        engine::text::setReader(engine::text::Reader::Window);
        m_german = m_translator.load(u":/i18n/sparkloom_de.qm"_s);
        QVERIFY(m_plurals.load(u":/i18n/sparkloom_en.qm"_s) && QCoreApplication::installTranslator(&m_plurals));
    }

    void page_rendersCleanly_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("tongue");
        QTest::addColumn<int>("size");
        const auto all = allStates();
        for (std::size_t i = 0; i < all.size(); i += extent == Extent::Few ? kFew : 1)
            for (std::size_t tongue = 0; tongue < kTongues.size(); ++tongue)
                for (std::size_t look = 0; look < 4; ++look) {
                    // By turns: over all states every theme and size comes up in every language.
                    if (extent == Extent::Few && look != (i + tongue) % 4)
                        continue;
                    if (extent == Extent::Turns && (tongue != i % kTongues.size() || look != i % 4))
                        continue;
                    const bool dark = look % 2 == 1;
                    const std::size_t size = look / 2;
                    QTest::addRow(
                        "%s-%s-%s-%d", all[i].name, dark ? "dark" : "light", kTongueNames[tongue], kSizes[size].width())
                        << static_cast<int>(i) << dark << static_cast<int>(tongue) << static_cast<int>(size);
                }
    }

    void page_rendersCleanly()
    {
        QFETCH(int, state);
        QFETCH(bool, dark);
        QFETCH(int, tongue);
        QFETCH(int, size);
        const bool german = kTongues[static_cast<std::size_t>(tongue)] == Tongue::German;
        engine::text::writeNumbersAs(QLocale(german ? QLocale::German : QLocale::English));
        if (german)
            QVERIFY2(m_german && QCoreApplication::installTranslator(&m_translator), "no German translation was built");
        else if (kTongues[static_cast<std::size_t>(tongue)] == Tongue::RightToLeft)
            QVERIFY(QCoreApplication::installTranslator(&m_pseudo));
        viewmodels::SetupViewModels models;
        widgets::SetupView view(models);
        const QSize wanted = kSizes[static_cast<std::size_t>(size)];
        view.resize(wanted);
        view.applyTheme(dark);
        const pages::State shown = allStates()[static_cast<std::size_t>(state)];
        shown.fill(models);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.layoutDirection() == Qt::RightToLeft,
            kTongues[static_cast<std::size_t>(tongue)] == Tongue::RightToLeft);
        settle(view);
        if (shown.use)
            shown.use(view);
        QCoreApplication::processEvents();
        // Nothing pushes the window wider.
        QVERIFY2(view.size() == wanted,
            qPrintable(u"%1x%2\n"_s.arg(view.width()).arg(view.height()) + pages::widestParts(view).join(u'\n')));
        const QString name = u"%1/%2@%3x.png"_s.arg(pictureFolder, QString::fromLatin1(QTest::currentDataTag()))
                                 .arg(view.devicePixelRatio());
        const QPixmap picture = view.grab();
        QCOMPARE(picture.size(), (QSizeF(wanted) * view.devicePixelRatio()).toSize());
        QVERIFY2(picture.save(name), qPrintable(name));
        const QStringList wrong = pages::clippedTexts(view) + pages::overlappingTexts(view) + pages::badNames(view);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        for (auto *dialog : view.findChildren<QDialog *>())
            if (dialog->isVisible())
                dialogRendersCleanly(*dialog);
    }

    void page_madeLate_looksLikeOneMadeEarly_data() { someStates(kSome, 0); }

    // A page is made when it is first shown: what its view-model held before must be in it.
    void page_madeLate_looksLikeOneMadeEarly()
    {
        QFETCH(int, state);
        const pages::State shown = allStates()[static_cast<std::size_t>(state)];
        const Calm calm;
        const Look early = Window(shown, Window::Filled::OnceMade).look();
        compare(Window(shown, Window::Filled::Before).look(), early, "made-late", "made-early");
    }

    void page_filledWhileShown_looksLikeOneFilledBefore_data() { someStates(kSeldom, 3); }

    // What comes while a page is shown has its room, too; and all that stands there speaks another language as soon as
    // the person does.
    void page_filledWhileShown_looksLikeOneFilledBefore()
    {
        QFETCH(int, state);
        const pages::State shown = allStates()[static_cast<std::size_t>(state)];
        const Calm calm;
        const auto before = qScopeGuard([locale = QLocale()] { QLocale::setDefault(locale); });
        engine::text::Language language(engine::text::Language::Arguments::Isolated);
        QVERIFY(language.use(u"de"_s));
        const Look german = Window(shown, Window::Filled::Before).look();
        QVERIFY(language.use(u"en"_s));
        const Look english = Window(shown, Window::Filled::Before).look();
        Window window(shown, Window::Filled::WhileShown);
        compare(window.look(), english, "filled-late", "filled-early");
        const QStringList wrong = pages::clippedTexts(window.view) + pages::overlappingTexts(window.view);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(language.use(u"de"_s));
        window.speakAnew();
        compare(window.look(), german, "switched", "from-the-start");
    }

    // What pictures show can be so: what the rail says, and what a page says, is said of the same thing.
    void states_canBe()
    {
        using viewmodels::Step;
        using viewmodels::StepState;
        int failed = 0, drifted = 0, untouched = 0;
        for (const pages::State &state : allStates()) {
            viewmodels::SetupViewModels models;
            state.fill(models);
            const Step current = models.steps.current();
            const viewmodels::ProveViewModel &prove = models.prove;
            if (current == Step::Prove && !prove.verifying() && prove.tally().contains(u"failed"_s)) {
                ++failed;
                QVERIFY2(models.steps.state(Step::Prove) == StepState::Failed, state.name);
            }
            if (models.drift.state() != viewmodels::DriftViewModel::State::Hidden) {
                ++drifted;
                QVERIFY2(current != Step::Start, state.name);
            }
            // Where nothing was changed so far, nothing was tried.
            if (!models.apply.timerNote().contains(u"nothing has been changed"_s))
                continue;
            for (const engine::JobView &job : models.apply.model()->jobs()) {
                ++untouched;
                const bool tried = job.title.id == "apply.step-trial" && job.state != engine::JobView::State::Waiting;
                QVERIFY2(!tried, state.name);
            }
        }
        QVERIFY2(failed > 0 && drifted > 0 && untouched > 0, "nothing of it was looked at");
    }

    // A long word for what is not a Spark has the room up to the sockets.
    void storage_isNamedWhole()
    {
        const auto all = pages::states();
        const auto split = std::find_if(all.begin(), all.end(),
            [](const pages::State &each) { return QLatin1StringView(each.name) == u"cable-split"; });
        QVERIFY(split != all.end());
        const auto before = qScopeGuard([locale = QLocale()] { QLocale::setDefault(locale); });
        engine::text::Language language;
        QVERIFY(language.use(u"de"_s));
        QStringList texts;
        for (const PaintedText &each : Window(*split, Window::Filled::Before).look().texts)
            texts << each.text;
        QVERIFY2(texts.contains(u"Netzwerkspeicher"_s), qPrintable(texts.join(u'|')));
    }

    // The checks see what is painted, in both directions of reading, where it is painted.

    void words_areFoundWhereTheyArePainted_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<int>("alignment");
        QTest::addColumn<QString>("text");
        for (const bool mirrored : {false, true})
            for (const Qt::Alignment alignment :
                {Qt::Alignment(Qt::AlignLeft), Qt::Alignment(Qt::AlignRight), Qt::Alignment(Qt::AlignHCenter),
                    Qt::AlignLeft | Qt::AlignAbsolute, Qt::AlignRight | Qt::AlignAbsolute})
                for (const QString &text : {u"Half 0A"_s, engine::text::pseudoText(u"Half 0A"_s)})
                    QTest::addRow("%s-%x-%lld", mirrored ? "rtl" : "ltr", static_cast<unsigned>(alignment.toInt()),
                        static_cast<long long>(text.size()))
                        << mirrored << static_cast<int>(alignment.toInt()) << text;
    }

    void words_areFoundWhereTheyArePainted()
    {
        QFETCH(bool, mirrored);
        QFETCH(int, alignment);
        QFETCH(QString, text);
        PaintedWidget widget([&](QPainter &painter) { painter.drawText(widget.rect(), alignment, text); });
        widget.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        const std::vector<PaintedText> found = TextRecorder::paintedBy(widget).texts;
        QRectF ink;
        for (const PaintedText &each : found)
            ink |= each.ink;
        const QRectF pixels = inkOf(widget.grab().toImage());
        QVERIFY(!pixels.isEmpty());
        QVERIFY2(std::abs(ink.left() - pixels.left()) < 3 && std::abs(ink.right() - pixels.right()) < 3,
            qPrintable(
                u"%1..%2, painted %3..%4"_s.arg(ink.left()).arg(ink.right()).arg(pixels.left()).arg(pixels.right())));
    }

    // The points of a list stand where one begins to read.
    void points_areMirrored_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("ltr") << false;
        QTest::newRow("rtl") << true;
    }

    void points_areMirrored()
    {
        QFETCH(bool, mirrored);
        if (mirrored)
            QVERIFY(QCoreApplication::installTranslator(&m_pseudo));
        const auto all = allStates();
        const auto ring = std::find_if(all.begin(), all.end(),
            [](const pages::State &state) { return std::string_view(state.name) == "topology-ring"; });
        QVERIFY(ring != all.end());
        const Calm calm;
        int points = 0;
        Window window(*ring, Window::Filled::Before);
        for (const QString &name : {u"partsLabel"_s, u"splitLabel"_s}) {
            auto *list = window.view.findChild<widgets::PlainLabel *>(name);
            QVERIFY(list && list->isVisible());
            for (const PaintedText &text : TextRecorder::paintedBy(*list).texts) {
                if (!text.text.contains(u'•'))
                    continue;
                ++points;
                const bool isRight = mirrored ? text.ink.right() > list->width() - 20 : text.ink.left() < 20;
                QVERIFY2(isRight, qPrintable(u"%1 at %2"_s.arg(text.text).arg(text.ink.left())));
            }
        }
        QVERIFY(points > 2);
    }

    // No plug stands on the name of a cage, or on the question of where its cable leads.
    void namesOfCages_areReadable_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"cable-closer", "cable-not-needed", "cable-wrong", "cable-ring", "cable-star"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void namesOfCages_areReadable()
    {
        QFETCH(QString, name);
        const auto all = allStates();
        const auto state = std::find_if(
            all.begin(), all.end(), [&](const pages::State &each) { return name == QLatin1String(each.name); });
        QVERIFY(state != all.end());
        viewmodels::SetupViewModels models;
        state->fill(models);
        const viewmodels::FabricPicture picture = models.cable.picture();
        const Calm calm;
        for (const int width : {560, 700, 860}) {
            widgets::FabricMap map;
            map.resize(width, width / 2);
            map.setPicture(picture);
            map.show();
            QVERIFY(QTest::qWaitForWindowExposed(&map));
            QCOMPARE(pages::overlappingTexts(map), QStringList());
            qsizetype unknown = 0, asked = 0;
            for (const viewmodels::PictureBox &box : picture.boxes)
                unknown += std::count_if(box.sockets.begin(), box.sockets.end(),
                    [](const viewmodels::PictureSocket &socket) { return !socket.otherEndKnown; });
            for (const PaintedText &text : TextRecorder::paintedBy(map).texts)
                asked += text.text.endsWith(u'?') && map.rect().contains(text.ink.toRect());
            QVERIFY2(asked >= unknown, qPrintable(u"%1 of %2"_s.arg(asked).arg(unknown)));
        }
    }

    // Of a list that scrolls, no line is cut through its letters.
    void drift_isToldInWholeLines_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1280, 1400, 1920})
            QTest::addRow("%d", width) << width;
    }

    void drift_isToldInWholeLines()
    {
        QFETCH(int, width);
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
        const auto all = allStates();
        const auto found = std::find_if(all.begin(), all.end(),
            [](const pages::State &state) { return std::string_view(state.name) == "drift-found"; });
        QVERIFY(found != all.end());
        Window window(*found, Window::Filled::Before);
        window.view.resize(width, 720);
        settle(window.view);
        const auto *lines = window.view.findChild<QPlainTextEdit *>(u"driftLines"_s);
        QVERIFY(lines && lines->isVisible());
        const QRectF shown(lines->viewport()->mapTo(&window.view, QPoint()), QSizeF(lines->viewport()->size()));
        int seen = 0;
        for (const PaintedText &text : TextRecorder::paintedBy(window.view).texts) {
            if (!text.ink.intersects(shown))
                continue;
            ++seen;
            QVERIFY2(text.ink.bottom() < shown.bottom() + 1,
                qPrintable(u"%1: %2 below %3, which ends at %4"_s.arg(text.text)
                               .arg(text.ink.top())
                               .arg(shown.top())
                               .arg(shown.bottom())));
        }
        QVERIFY(seen > 2);
    }

    // An ellipsis is found where words were made shorter, and not where it is their own.
    void whatIsMadeShorter_isFound()
    {
        PaintedWidget widget([&](QPainter &painter) {
            painter.drawText(widget.rect(), Qt::AlignLeft,
                painter.fontMetrics().elidedText(u"Write the file and forget the verb"_s, Qt::ElideRight, 120));
        });
        const QStringList found = pages::clippedTexts(widget);
        QVERIFY2(found.size() == 1 && found.front().startsWith(u"shortened"_s), qPrintable(found.join(u'\n')));
        PaintedWidget around([](QPainter &) {});
        auto *own = new widgets::PlainLabel(u"Forget…"_s, widgets::PlainLabel::Role::Body, &around);
        own->setGeometry(around.rect());
        QCOMPARE(pages::clippedTexts(around), QStringList());
    }

    void whatIsPaintedOverWords_isFound()
    {
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QString left = u"What a rung is called"_s, right = u"what was measured"_s;
            double mark = -1;
            PaintedWidget widget([&](QPainter &painter) {
                painter.drawText(widget.rect(), Qt::AlignLeft | Qt::AlignAbsolute, left);
                painter.drawText(widget.rect(), Qt::AlignRight | Qt::AlignAbsolute, right);
                painter.setBrush(Qt::black);
                if (mark >= 0)
                    painter.drawEllipse(QRectF(mark, 0, 18, 18));
            });
            widget.setLayoutDirection(direction);
            QCOMPARE(pages::overlappingTexts(widget), QStringList());
            mark = 20;
            QCOMPARE(pages::overlappingTexts(widget).size(), 1);
            mark = widget.width() / 2.0; // between them
            QCOMPARE(pages::overlappingTexts(widget), QStringList());
            left += u' ' + left + u' ' + left; // up to the other one's words
            QVERIFY(!pages::overlappingTexts(widget).isEmpty());
            QCOMPARE(pages::clippedTexts(widget), QStringList());
            left += u' ' + left;
            QVERIFY(!pages::clippedTexts(widget).isEmpty());
        }
    }

    void cleanup()
    {
        engine::text::writeNumbersAs(QLocale(QLocale::English));
        QCoreApplication::removeTranslator(&m_translator);
        QCoreApplication::removeTranslator(&m_pseudo); // and with it left to right again
    }

private:
    static void dialogRendersCleanly(QDialog &dialog)
    {
        const QString name = u"%1/%2-dialog@%3x.png"_s.arg(pictureFolder, QString::fromLatin1(QTest::currentDataTag()))
                                 .arg(dialog.devicePixelRatio());
        QVERIFY2(dialog.grab().save(name), qPrintable(name));
        const QStringList wrong = pages::clippedTexts(dialog) + pages::overlappingTexts(dialog);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // One state in so many, from the first of them on; all of them in the full tier.
    static void someStates(std::size_t each, std::size_t first)
    {
        QTest::addColumn<int>("state");
        const auto all = allStates();
        const std::size_t step = extent == Extent::Full ? 1 : extent == Extent::Few ? kFew * each / kSome : each;
        for (std::size_t i = extent == Extent::Full ? 0 : first; i < all.size(); i += step)
            QTest::addRow("%s", all[i].name) << static_cast<int>(i);
    }

    QTranslator m_plurals;
    QTranslator m_translator;
    engine::text::PseudoLocale m_pseudo;
    bool m_german = false;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    QApplication::setCursorFlashTime(0); // pictures are compared
    QStringList arguments = app.arguments();
    if (arguments.removeAll(u"--full"_s) > 0)
        extent = Extent::Full;
    if (arguments.removeAll(u"--few"_s) > 0)
        extent = Extent::Few;
    if (arguments.size() > 1 && arguments[1].contains(u'/'))
        pictureFolder = arguments.takeAt(1);
    TestPictures test;
    return QTest::qExec(&test, arguments);
}

#include "tst_pictures.moc"
