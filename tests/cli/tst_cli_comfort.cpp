// SPDX-License-Identifier: GPL-3.0-or-later
// Comfort on virtual Sparks: names on the Sparks, names on the owner's computer, the light of a socket.
#include <QTest>

#include "virtualshell.h"

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::test;

namespace {

// Changes of one kind anywhere in the plan of a document.
QJsonArray changesOf(const QJsonObject &document, const QString &kind)
{
    const QJsonObject plan = document[u"plan"_s].toObject();
    QJsonArray found;
    const auto take = [&](const QJsonArray &changes) {
        for (const QJsonValue change : changes)
            if (change[u"kind"_s].toString() == kind)
                found << change;
    };
    for (const QJsonValue spark : plan[u"sparks"_s].toArray())
        take(spark[u"changes"_s].toArray());
    take(plan[u"computer"_s].toArray());
    return found;
}

int codeOf(const QJsonObject &document)
{
    return document[u"exitCode"_s].toInt();
}

} // namespace

class TestComfort : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostsNames_areInPlanAndUndo_andRemembered()
    {
        const QList<QJsonObject> done = shell(u"pair"_s,
            {"plan", "apply --hosts-names yes", "plan", "verify", "apply --hosts-names no", "undo", "plan", "undo",
                "forget"});
        QCOMPARE(done.size(), 9);
        QVERIFY(changesOf(done[0], u"hosts-file"_s).isEmpty());
        const QJsonArray changes = changesOf(done[1], u"hosts-file"_s);
        QCOMPARE(changes.size(), 2);
        QVERIFY(changes[0][u"diff"_s].toString().contains(u"-fabric"_s) && changes[0][u"needsRoot"_s].toBool());
        QVERIFY2(codeOf(done[1]) == 0, QJsonDocument(done[1]).toJson().constData());
        QVERIFY(!changesAnything(done[2]));
        QCOMPARE(codeOf(done[3]), 0);
        QCOMPARE(changesOf(done[4], u"hosts-file"_s).size(), 2);
        QVERIFY(changesOf(done[4], u"hosts-file"_s)[0][u"diff"_s].toString().contains(u"\n-10."_s));
        QCOMPARE(codeOf(done[4]), 0);
        // The names of the first set-up are back, but "no" is what was said last.
        QCOMPARE(codeOf(done[5]), 0);
        QCOMPARE(changesOf(done[6], u"hosts-file"_s).size(), 2);
        QCOMPARE(codeOf(done[7]), 0);
        QVERIFY2(codeOf(done[8]) == 0, QJsonDocument(done[8]).toJson().constData());
    }

    // What virtual Sparks would be called stands in a temporary folder, never in the owner's own configuration.
    void sshAliases_areInPlanAndUndo()
    {
        const Home home;
        const Run run =
            home.run({u"--virtual"_s, u"pair"_s, u"--speed"_s, u"20"_s, u"--yes"_s, u"--json"_s, u"shell"_s},
                "setup --ssh-aliases yes\nplan\napply --ssh-aliases no\nplan --ssh-aliases yes\napply --ssh-aliases "
                "yes\nundo\nplan --ssh-aliases no\n");
        const QList<QJsonObject> done = documentsOf(run.out);
        QCOMPARE(done.size(), 7);
        QCOMPARE(changesOf(done[0], u"ssh-aliases"_s).size(), 2);
        QVERIFY(changesOf(done[0], u"ssh-aliases"_s)[0][u"diff"_s].toString().contains(u"+Host spark-a"_s));
        QVERIFY2(codeOf(done[0]) == 0, QJsonDocument(done[0]).toJson().constData());
        QVERIFY(!changesAnything(done[1]));
        QCOMPARE(changesOf(done[2], u"ssh-aliases"_s).size(), 2);
        QCOMPARE(outcome(done[2]), u"applied"_s);
        QVERIFY(changesAnything(done[3]) && !done[3][u"plan"_s][u"needsRoot"_s].toBool());
        QCOMPARE(outcome(done[4]), u"applied"_s);
        QCOMPARE(codeOf(done[5]), 0);
        QVERIFY(changesOf(done[6], u"ssh-aliases"_s).isEmpty());
        QVERIFY(!QFile::exists(home.folder.filePath(u".ssh"_s)));
    }

    void light_blinks()
    {
        const QList<QJsonObject> done = shell(u"pair"_s,
            {"blink spark-b 0 --seconds 1", "blink spark-b 2", "blink nobody 0", "blink spark-a 0 --seconds 61"});
        QCOMPARE(done.size(), 4);
        QVERIFY2(codeOf(done[0]) == 0, QJsonDocument(done[0]).toJson().constData());
        QCOMPARE(done[0][u"interface"_s].toString(), u"enp1s0f0np0"_s);
        for (int i = 1; i < 4; ++i)
            QCOMPARE(codeOf(done[i]), 2);
    }

    // A Spark without a cable hides its card.
    void light_ofASealedBox_isNotThere()
    {
        const QList<QJsonObject> done = shell(u"sealed-pair"_s, {"blink spark-a 0"});
        QCOMPARE(done.size(), 1);
        QCOMPARE(codeOf(done[0]), 3);
        QVERIFY(done[0][u"error"_s][u"meaning"_s].toString().contains(u"hides"_s));
    }

    // An option that a command asks for and does not have would be told by Qt, in words of its own.
    void noCommand_speaksInWordsOfQt()
    {
        QByteArray err;
        const QList<QJsonObject> done = shell(u"pair"_s,
            {"discover --seconds 1", "setup", "trust", "inspect", "cables", "blink spark-a 0 --seconds 1", "plan",
                "apply", "verify", "test tcp --quick --seconds 1", "nccl", "watch --seconds 1", "status", "keep", "env",
                "replace spark-a", "replace spark-a --hosts-names yes --ssh-aliases no", "adopt", "finish", "revert",
                "leave spark-b", "undo", "forget"},
            &err);
        QVERIFY(done.size() >= 21); // watch has a line for each sample
        QVERIFY2(!err.contains("QCommandLine"), err.constData());
        const auto replaced = [](const QJsonObject &each) { return each[u"schema"_s] == u"sparkloom-replace"_s; };
        QCOMPARE(std::count_if(done.begin(), done.end(), replaced), 2);
        for (const QJsonObject &each : done)
            if (replaced(each))
                QCOMPARE(each[u"error"_s][u"id"_s].toString(), u"cli.replace-same-key"_s);
    }

    void wishes_areYesOrNo()
    {
        const QList<QJsonObject> done = shell(u"pair"_s, {"plan --hosts-names maybe", "plan --ssh-aliases 1"});
        QCOMPARE(done.size(), 2);
        QCOMPARE(codeOf(done[0]), 2);
        QCOMPARE(codeOf(done[1]), 2);
    }
};

QTEST_GUILESS_MAIN(TestComfort)
#include "tst_cli_comfort.moc"
