// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.h"
#include "base/message.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/threadend.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace sparkloom::base;

class TestBase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashesEqualQts();
    void base64EqualsQts();
    void base64RefusesWhatNoEncoderWrites();
    void cleanText_data();
    void cleanText();
    void integers_data();
    void integers();
    void splitKeepsEmptyParts();
    void messageArguments();
    void secretIsBounded();
    void threadEnd_isBehindWhatTheThreadKept();
};

// Qt's own implementation is the witness, over every length around the block size.
void TestBase::hashesEqualQts()
{
    std::mt19937 random(1);
    for (int length = 0; length < 300; ++length) {
        QByteArray bytes(length, Qt::Uninitialized), key(length % 150, Qt::Uninitialized);
        for (char &c : bytes)
            c = static_cast<char>(random());
        for (char &c : key)
            c = static_cast<char>(random());
        const std::string text = bytes.toStdString();
        QCOMPARE(sha256Hex(text), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString());
        QCOMPARE(hmacSha256Hex(key.toStdString(), text),
            QMessageAuthenticationCode::hash(bytes, key, QCryptographicHash::Sha256).toHex().toStdString());
        Sha256 inPieces;
        for (std::size_t i = 0; i < text.size(); i += 7)
            inPieces.update(std::string_view(text).substr(i, 7));
        const Digest256 digest = inPieces.finish();
        QCOMPARE(toHex({reinterpret_cast<const char *>(digest.data()), digest.size()}), sha256Hex(text));
    }
}

void TestBase::base64EqualsQts()
{
    std::mt19937 random(7);
    for (std::size_t size = 0; size < 70; ++size) {
        std::string bytes(size, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(random());
        const std::string text = toBase64(bytes);
        QCOMPARE(text, QByteArray::fromStdString(bytes).toBase64().toStdString());
        QCOMPARE(fromBase64(text).value_or("none"), bytes);
    }
}

void TestBase::base64RefusesWhatNoEncoderWrites()
{
    for (const char *text :
        {"A", "AA", "AAA", "AA=A", "A===", "====", "AAAA====", "AA==AAAA", "AB==", "AAB=", "AA-_", "AA\n="})
        QVERIFY2(!fromBase64(text), text);
}

void TestBase::cleanText_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("spark-a") << QByteArray("spark-a");
    QTest::newRow("escape sequence") << QByteArray("a\x1b]52;c;x\x07") << QByteArray("a\\x1b]52;c;x\\x07");
    QTest::newRow("C1 control") << QByteArray("a\xc2\x9b") << QByteArray("a\\x9b");
    QTest::newRow("right-to-left override") << QByteArray("a\xe2\x80\xae"
                                                          "b")
                                            << QByteArray("ab");
    QTest::newRow("zero width") << QByteArray("a\xe2\x80\x8b\xef\xbb\xbf"
                                              "b")
                                << QByteArray("ab");
    QTest::newRow("invalid byte") << QByteArray("a\xff"
                                                "b")
                                  << QByteArray("a\xef\xbf\xbd"
                                                "b");
    QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    QTest::newRow("umlaut and beyond") << QByteArray("\xc3\xa4\xf0\x9f\x8e\x89")
                                       << QByteArray("\xc3\xa4\xf0\x9f\x8e\x89");
}

void TestBase::cleanText()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    QCOMPARE(sparkloom::base::cleanText(input.toStdString(), 100), expected.toStdString());
    // Cut on a character boundary, never longer than asked.
    for (std::size_t bound = 0; bound < 20; ++bound) {
        const std::string cut = sparkloom::base::cleanText(input.toStdString(), bound);
        QVERIFY(cut.size() <= bound);
        QVERIFY(QString::fromUtf8(cut.data(), static_cast<qsizetype>(cut.size())).toUtf8().toStdString() == cut);
    }
}

void TestBase::integers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    for (const char *good : {"0", "5", "10"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad : {"", " 1", "1 ", "+1", "0x1", "11", "-1", "1.0", "99999999999999999999", "1a"})
        QTest::newRow(bad) << QByteArray(bad) << false;
}

void TestBase::integers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    QCOMPARE(parseInteger(text.toStdString(), 0, 10).has_value(), ok);
}

void TestBase::splitKeepsEmptyParts()
{
    QCOMPARE(split("a,,b,", ',').size(), std::size_t(4));
    QCOMPARE(split("", ',').size(), std::size_t(1));
    QCOMPARE(trimmed("  a b\t\r\n"), std::string_view("a b"));
    QCOMPARE(trimmed(" \n"), std::string_view());
    QCOMPARE(lowered("AbZ\xc3\x84"), std::string("abz\xc3\x84"));
    QCOMPARE(joined({"a", "b", "a"}, ", "), std::string("a, b, a"));
}

void TestBase::messageArguments()
{
    const Message message =
        Message("cabling.plug-cable"_msg).with("number", 2).with("spark", "spark-b").with("load", 0.5);
    QCOMPARE(message.id, std::string("cabling.plug-cable"));
    QCOMPARE(std::get<std::int64_t>(message.arguments.at("number")), std::int64_t(2));
    QCOMPARE(std::get<std::string>(message.arguments.at("spark")), std::string("spark-b"));
    QCOMPARE(std::get<double>(message.arguments.at("load")), 0.5);
    const Result<int> good = 5, bad = failed("x.y"_msg);
    QVERIFY(good.ok() && *good == 5);
    QVERIFY(!bad && bad.error().kind == ErrorKind::Failed);
    QVERIFY(Result<void>().ok());
}

void TestBase::secretIsBounded()
{
    const Secret secret("correct horse"), copy = secret;
    QCOMPARE(copy.reveal(), std::string_view("correct horse"));
    QVERIFY(Secret().empty());
    QVERIFY(Secret(std::string(Secret::kMaxSize + 1, 'x')).empty());
    QCOMPARE(Secret(std::string(Secret::kMaxSize, 'x')).reveal().size(), Secret::kMaxSize);
    char memory[] = "secret";
    Secret::wipe(memory, sizeof memory);
    QVERIFY(std::string_view(memory, sizeof memory).find_first_not_of('\0') == std::string_view::npos);
}

void TestBase::threadEnd_isBehindWhatTheThreadKept()
{
    ThreadEnd().wait(); // of a thread that never began
    struct Kept {
        std::atomic<bool> *gone = nullptr;
        ~Kept()
        {
            for (int i = 0; i < 1000; ++i)
                std::this_thread::yield();
            *gone = true;
        }
    };
    ThreadEnd end;
    std::atomic<bool> gone = false, worked = false;
    std::thread([&] {
        static thread_local Kept kept;
        kept.gone = &gone;
        end.begin();
        worked = true;
    }).detach();
    while (!worked)
        std::this_thread::yield();
    end.wait();
    QVERIFY(gone);
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
