// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../../support/await.h"
#include "adapters/store/journal.h"
#include "adapters/store/testresultstore.h"

#include <QDir>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom;
using engine::JournalEntry;
using store::FileJournal;
using test::await;

namespace {

JournalEntry entry(const char *transaction, const char *step, bool intent = true, const char *cluster = "desk")
{
    return {QString::fromLatin1(cluster), QString::fromLatin1(transaction), QStringLiteral("spark-1"),
        QString::fromLatin1(step), intent, QDateTime(QDate(2026, 11, 20), QTime(12, 0, 0, 7), Qt::UTC)};
}

QStringList list(std::initializer_list<const char *> texts)
{
    QStringList found;
    for (const char *text : texts)
        found.append(QString::fromLatin1(text));
    return found;
}

QStringList steps(const std::vector<JournalEntry> &entries)
{
    QStringList found;
    for (const JournalEntry &one : entries)
        found.append(
            one.transactionId + QLatin1Char(':') + one.step + (one.intent ? QLatin1String("?") : QLatin1String("!")));
    return found;
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    store::StorePaths m_paths;
    std::shared_ptr<store::IoThread> m_io;
    QString file() const { return m_paths.state + QStringLiteral("/journal.jsonl"); }
    QByteArray bytes() const
    {
        QFile f(file());
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }
    void setBytes(const QByteArray &text) const
    {
        QFile f(file());
        QVERIFY(f.open(QIODevice::WriteOnly) && f.write(text) == text.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = store::StorePaths::below(m_folder->path());
        m_io = std::make_shared<store::IoThread>();
    }

    void entries_areThereAfterARestart_withAllTheirFields()
    {
        const JournalEntry begun = entry("t1", "begin");
        QVERIFY(await(FileJournal(m_paths, m_io).append(begun)).ok());
        const FileJournal again(m_paths, std::make_shared<store::IoThread>());
        const auto open = again.open(QStringLiteral("desk"));
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open[0].transactionId, begun.transactionId);
        QCOMPARE(open[0].spark, begun.spark);
        QCOMPARE(open[0].when, begun.when);
        QVERIFY(open[0].intent);
        QVERIFY(again.open(QStringLiteral("other")).empty());
        QCOMPARE(QFileInfo(file()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void closedTransactions_areNotOpen()
    {
        FileJournal journal(m_paths, m_io);
        for (const char *step : {"begin", "trial", "persist", "commit", "closed"})
            QVERIFY(await(journal.append(entry("t1", step))).ok());
        QVERIFY(await(journal.append(entry("t2", "trial"))).ok());
        QVERIFY(await(journal.append(entry("t2", "trial", false))).ok());
        QCOMPARE(steps(journal.open(QStringLiteral("desk"))), list({"t2:trial?", "t2:trial!"}));
    }

    // A crash may leave any part of the last write: what was confirmed before stays, the rest never was.
    void truncation_atEachByte_losesOnlyWhatWasCutOff()
    {
        {
            FileJournal journal(m_paths, m_io);
            for (const char *step : {"begin", "trial", "persist"})
                QVERIFY(await(journal.append(entry("t1", step))).ok());
        }
        const QByteArray whole = bytes();
        const qsizetype lastLine = whole.lastIndexOf('\n', whole.size() - 2) + 1;
        for (qsizetype size = lastLine; size < whole.size(); ++size) {
            setBytes(whole.left(size));
            FileJournal journal(m_paths, m_io);
            QCOMPARE(steps(journal.open(QStringLiteral("desk"))), list({"t1:begin?", "t1:trial?"}));
            QVERIFY(await(journal.append(entry("t1", "rollback"))).ok());
            QCOMPARE(steps(journal.open(QStringLiteral("desk"))), list({"t1:begin?", "t1:trial?", "t1:rollback?"}));
        }
        // Shorter still: whatever is left is whole entries from the start, and the journal can be used.
        for (qsizetype size = 0; size < lastLine; ++size) {
            setBytes(whole.left(size));
            FileJournal journal(m_paths, m_io);
            const QStringList left = steps(journal.open(QStringLiteral("desk")));
            QCOMPARE(left, list({"t1:begin?", "t1:trial?"}).mid(0, left.size()));
            QVERIFY2(await(journal.append(entry("t9", "begin"))).ok(), qPrintable(QString::number(size)));
            QCOMPARE(steps(journal.open(QStringLiteral("desk"))), left + list({"t9:begin?"}));
        }
    }

    void damagedLine_doesNotHideWhatFollows()
    {
        FileJournal journal(m_paths, m_io);
        QVERIFY(await(journal.append(entry("t1", "begin"))).ok());
        setBytes(bytes() + "{\"cluster\":\"desk\",\"step\":\"dance\"}\n\x01\xff garbage\n");
        QVERIFY(await(journal.append(entry("t1", "trial"))).ok());
        QCOMPARE(steps(journal.open(QStringLiteral("desk"))), list({"t1:begin?", "t1:trial?"}));
    }

    void twoWriters_loseNothing()
    {
        FileJournal first(m_paths, m_io, 2000); // small, so that both rewrite the file too
        FileJournal second(m_paths, std::make_shared<store::IoThread>(), 2000);
        std::vector<QFuture<base::Result<void>>> pending;
        for (int i = 0; i < 60; ++i) {
            const QByteArray a = "a" + QByteArray::number(i), b = "b" + QByteArray::number(i);
            pending.push_back(first.append(entry(a.constData(), "begin")));
            pending.push_back(second.append(entry(b.constData(), "begin")));
            pending.push_back(first.append(entry(a.constData(), i % 3 ? "closed" : "trial")));
        }
        for (auto &one : pending)
            QVERIFY(await(one).ok());
        const auto open = FileJournal(m_paths, m_io).open(QStringLiteral("desk"));
        int ofFirst = 0, ofSecond = 0;
        for (const JournalEntry &one : open)
            ++(one.transactionId.startsWith(QLatin1Char('a')) ? ofFirst : ofSecond);
        QCOMPARE(ofFirst, 40); // 20 open transactions of two entries
        QCOMPARE(ofSecond, 60);
    }

    void growth_isCompacted_toWhatIsOpen()
    {
        FileJournal journal(m_paths, m_io, 3000);
        QVERIFY(await(journal.append(entry("keep", "begin"))).ok());
        for (int i = 0; i < 200; ++i) {
            const QByteArray id = QByteArray::number(i);
            QVERIFY(await(journal.append(entry(id.constData(), "begin"))).ok());
            QVERIFY(await(journal.append(entry(id.constData(), "closed"))).ok());
        }
        QVERIFY(QFileInfo(file()).size() < 4000);
        QCOMPARE(steps(journal.open(QStringLiteral("desk"))), list({"keep:begin?"}));
    }

    void newerVersion_isRefused_andLeftAlone()
    {
        FileJournal journal(m_paths, m_io);
        QVERIFY(await(journal.append(entry("t1", "begin"))).ok());
        const QByteArray newer = "{\"schema\":\"sparkloom-journal\",\"version\":2}\n{}\n";
        setBytes(newer);
        const auto result = await(journal.append(entry("t1", "trial")));
        QVERIFY(!result.ok());
        QCOMPARE(result.error().message.id, std::string("store.version-unknown"));
        QCOMPARE(bytes(), newer);
    }

    void unsoundEntry_isNotWritten()
    {
        FileJournal journal(m_paths, m_io);
        QVERIFY(!await(journal.append(entry("t1", "dance"))).ok());
        QVERIFY(!await(journal.append(entry(QByteArray(5000, 'x').constData(), "begin"))).ok());
        QVERIFY(!await(journal.append(entry("t1", "begin", true, "../x"))).ok());
        QVERIFY(!QFile::exists(file()));
    }

    void unwritableFolder_isAnError()
    {
        QFile block(m_folder->filePath(QStringLiteral("state")));
        QVERIFY(block.open(QIODevice::WriteOnly));
        FileJournal journal(m_paths, m_io);
        QVERIFY(!await(journal.append(entry("t1", "begin"))).ok());
    }

    void results_theNewestAreKeptForEachCluster()
    {
        store::FileTestResults results(m_paths, m_io);
        const QString desk = QStringLiteral("desk");
        QVERIFY(await(results.load(desk)).value().empty());
        const QDateTime first(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        const int kept = engine::TestResults::kKept;
        for (const int i : {0, 1})
            QVERIFY(await(results.keep(desk, first.addSecs(i), QByteArray::number(i))).ok());
        // Many more, without waiting for the disk each time.
        const QDir own(m_paths.state + QStringLiteral("/results/desk"));
        for (int i = 2; i < kept + 2; ++i) {
            QFile more(own.filePath(first.addSecs(i).toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z.json'"))));
            QVERIFY(more.open(QIODevice::WriteOnly) && more.write(QByteArray::number(i)) > 0);
            more.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        }
        QVERIFY(await(results.keep(desk, first.addSecs(kept + 2), QByteArray::number(kept + 2))).ok());
        const auto documents = await(results.load(desk)).value();
        QCOMPARE(documents.size(), std::size_t(kept));
        QCOMPARE(documents.front(), QByteArray::number(kept + 2));
        QCOMPARE(documents.back(), QByteArray::number(3));
        QVERIFY(await(results.load(QStringLiteral("other"))).value().empty());
        const QDir folder(m_paths.state + QStringLiteral("/results/desk"));
        const QFileInfo file = folder.entryInfoList(QDir::Files).front();
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void results_thatAreUnsoundAreNotKept()
    {
        store::FileTestResults results(m_paths, m_io);
        const QDateTime when(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        QVERIFY(!await(results.keep(QStringLiteral("../x"), when, "{}")).ok());
        QVERIFY(!await(results.keep(QStringLiteral("desk"), QDateTime(), "{}")).ok());
        QVERIFY(!await(results.keep(QStringLiteral("desk"), when, QByteArray(5 << 20, ' '))).ok());
        QVERIFY(!QFile::exists(m_paths.state + QStringLiteral("/results/desk")));
        QVERIFY(await(results.load(QStringLiteral("../x"))).value().empty());
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
