// SPDX-License-Identifier: GPL-3.0-or-later
// A colleague changes virtual Sparks by hand: status says what and since when, and repairs nothing; keep accepts what
// can be kept, apply puts back what its plan showed, forget leaves nothing.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "heldshell.h"
#endif

#include <QRegularExpression>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using sparkloom::test::HeldShell;

class TestVirtualDrift : public QObject {
    Q_OBJECT

    std::unique_ptr<HeldShell> m_shell;

    int run(const QByteArray &command) { return m_shell->run(command); }
    // The same, and whether it said this, in the words that a person reads.
    bool says(const QByteArray &command, int code, const QByteArray &sentence, const QByteArray &never = {})
    {
        (void)m_shell->errors();
        const int ended = run(command);
        m_words = m_shell->errors();
        const bool right = ended == code && m_words.contains(sentence) && (never.isEmpty() || !m_words.contains(never));
        if (!right)
            qWarning("%s: %d\n%s", command.constData(), ended, m_words.constData());
        return right;
    }
    QByteArray m_words;
    bool colleague(const QByteArray &what)
    {
        const QJsonObject answer = m_shell->ask("\"do\":\"colleague\"," + what);
        if (!answer[u"ok"_s].toBool())
            qWarning("%s", qPrintable(answer[u"reason"_s].toString()));
        return answer[u"ok"_s].toBool();
    }
    QJsonArray driftOf(const QString &spark) const
    {
        const QJsonArray sparks = m_shell->document()[u"sparks"_s].toArray();
        for (const auto &each : sparks)
            if (each[u"name"_s].toString() == spark)
                return each[u"drift"_s].toArray();
        return {};
    }
    // "mtu-changed 0A", "file-gone /etc/...": what the last status said of a Spark.
    QStringList drift(const QString &spark) const
    {
        QStringList lines;
        const QJsonArray all = driftOf(spark);
        for (const auto &finding : all)
            lines << finding[u"kind"_s].toString() + u' '
                    + finding[finding[u"half"_s].isUndefined() ? u"subject"_s : u"half"_s].toString();
        return lines;
    }
    QString plannedChanges() const
    {
        return QString::fromUtf8(QJsonDocument(m_shell->document()[u"plan"_s].toObject()).toJson());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(HeldShell::program("sparkloomctl")))
            QSKIP("sparkloomctl is not part of this build");
    }

    void init()
    {
        m_shell = std::make_unique<HeldShell>();
        QVERIFY(m_shell->start(u"pair"_s));
        QVERIFY2(run("setup") == 0, m_shell->said().constData());
        QVERIFY2(run("status") == 0, m_shell->said().constData());
        QVERIFY(drift(u"spark-a"_s).isEmpty() && drift(u"spark-b"_s).isEmpty());
    }

    void cleanup() { QVERIFY(m_shell->finish()); }

    void everyDrift_isToldLeftAloneAndPutBack()
    {
        const QStringList healthy = m_shell->snapshot();
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"mtu\":1500"));
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0B\",\"addAddress\":\"172.30.0.9/24\""));
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"sysctl\":\"arp_ignore\",\"value\":0"));
        QVERIFY(colleague("\"spark\":\"spark-a\",\"remove\":\"/etc/sysctl.d/90-sparkloom.conf\""));
        QVERIFY(colleague("\"spark\":\"spark-b\",\"half\":\"0A\",\"up\":false"));
        QVERIFY(colleague("\"spark\":\"spark-b\",\"cutLine\":\" sparkloom:\",\"from\":\"~/.ssh/authorized_keys\""));
        QVERIFY(colleague("\"spark\":\"spark-b\",\"remove\":\"/etc/netplan/60-sparkloom.yaml\""));
        const QStringList spoiled = m_shell->snapshot();
        QVERIFY(spoiled != healthy);

        QVERIFY2(run("status") == 1, m_shell->said().constData());
        QCOMPARE(drift(u"spark-a"_s),
            (QStringList{u"file-gone /etc/sysctl.d/90-sparkloom.conf"_s, u"address-added 0B"_s, u"mtu-changed 0A"_s,
                u"setting-changed 0A"_s}));
        QCOMPARE(drift(u"spark-b"_s),
            (QStringList{u"file-gone /etc/netplan/60-sparkloom.yaml"_s, u"half-down 0A"_s, u"login-gone spark-a"_s}));
        const QJsonArray ofB = driftOf(u"spark-b"_s);
        QVERIFY2(!ofB[2][u"changed"_s].toString().isEmpty(), "the file's own time says since when");
        QVERIFY2(
            ofB[1][u"changed"_s].isUndefined() && !ofB[1][u"notYet"_s].toString().isEmpty(), "the look before does");
        QCOMPARE(m_shell->snapshot(), spoiled); // nothing was repaired

        // Only the address can be kept: the rest takes a lane, a file of ours or a setting away, or is at one end only.
        QVERIFY2(run("keep spark-a") == 1, m_shell->said().constData());
        QCOMPARE(m_shell->document()[u"kept"_s].toInt(), 1);
        QVERIFY(driftOf(u"spark-a"_s)[1][u"kept"_s].toBool());
        QCOMPARE(m_shell->snapshot(), spoiled);

        QVERIFY2(run("plan --diff") == 0, m_shell->said().constData());
        const QString plan = plannedChanges();
        QVERIFY2(plan.contains(u"ip address del 172.30.0.9/24"_s), "what was kept is put back only when shown");
        for (const QString &shown : {u"/etc/sysctl.d/90-sparkloom.conf"_s, u"/etc/netplan/60-sparkloom.yaml"_s,
                 u"authorized_keys"_s, u"mtu 9000"_s, u"arp_ignore=1"_s})
            QVERIFY2(plan.contains(shown), qPrintable(shown));
        QVERIFY2(run("apply") == 0, m_shell->said().constData());
        QVERIFY2(run("status") == 0, m_shell->said().constData());
        QVERIFY(drift(u"spark-a"_s).isEmpty() && drift(u"spark-b"_s).isEmpty());
        QVERIFY2(run("verify") == 0, m_shell->said().constData());
        for (const QString &line : m_shell->snapshot().filter(u" half "_s))
            QVERIFY2(healthy.contains(line), qPrintable(line));
        QVERIFY2(run("plan") == 0, m_shell->said().constData());
        QVERIFY(!m_shell->document()[u"plan"_s][u"changes"_s].toBool(true));
    }

    // However a Spark's own key was lost: it is seen there and nowhere else, and the key made anew is told to the peer.
    void lostKey_isSeenAndPutBackWithItsPeers()
    {
        const QByteArray key = "\"~/.ssh/sparkloom_cluster\"", open = "\"~/.ssh/sparkloom_cluster.pub\"";
        const QByteArray other = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/";
        for (const QByteArray &what : {"\"remove\":" + key, "\"remove\":" + open,
                 "\"cutLine\":\"BEGIN\",\"from\":" + key, "\"cutLine\":\"b3BlbnNzaC1rZXkt\",\"from\":" + key,
                 "\"write\":" + open + ",\"text\":\"" + other + "\""}) {
            QVERIFY2(colleague("\"spark\":\"spark-b\"," + what), what.constData());
            QVERIFY2(run("status") == 1, what + m_shell->said());
            QCOMPARE(drift(u"spark-b"_s), QStringList{u"key-gone ~/.ssh/sparkloom_cluster"_s});
            QCOMPARE(drift(u"spark-a"_s), QStringList());
            QVERIFY2(run("plan") == 0, m_shell->said().constData());
            const QString plan = plannedChanges();
            QVERIFY2(plan.contains(u"ssh-keygen"_s) && plan.contains(u"authorized_keys"_s), qPrintable(plan));
            QVERIFY2(run("apply") == 0, what + m_shell->said());
            QVERIFY2(run("verify") == 0, what + m_shell->said());
            QVERIFY2(run("status") == 0, what + m_shell->said());
        }
    }

    void whatCanBeKept_isKeptUntilItChanges()
    {
        for (const char *spark : {"spark-a", "spark-b"})
            QVERIFY(colleague(QByteArray("\"spark\":\"") + spark + "\",\"half\":\"0A\",\"mtu\":4000"));
        const QByteArray foreign =
            "\"spark\":\"spark-b\",\"write\":\"/etc/netplan/70-other.yaml\",\"mode\":384,"
            "\"text\":\"network:\\n  version: 2\\n  ethernets:\\n    dummy9:\\n      dhcp4: true\\n\"";
        QVERIFY(colleague(foreign));
        QVERIFY2(run("status") == 1, m_shell->said().constData());
        QCOMPARE(drift(u"spark-b"_s), (QStringList{u"file-added /etc/netplan/70-other.yaml"_s, u"mtu-changed 0A"_s}));
        QVERIFY2(run("keep") == 0, m_shell->said().constData());
        QCOMPARE(m_shell->document()[u"kept"_s].toInt(), 3);
        QVERIFY(says("status", 0, "Kept as it is.", "Nothing was repaired"));
        QVERIFY(says("keep", 0, "There is nothing more to accept", "Every Spark is as it was set up"));
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"mtu\":3000"));
        QVERIFY2(run("status") == 1, m_shell->said().constData());
        const QJsonArray ofA = driftOf(u"spark-a"_s);
        QCOMPARE(ofA.size(), 1);
        QVERIFY(!ofA[0][u"canBeKept"_s].toBool(true)); // the other end has 4000
    }

    void typedRoute_isLeftToItsOwnerAndComesBackWithUndo()
    {
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"addRoute\":\"172.31.0.0/16\""));
        QVERIFY2(run("status") == 1, m_shell->said().constData());
        QCOMPARE(drift(u"spark-a"_s), QStringList{u"route-added 0A"_s});
        QVERIFY(!driftOf(u"spark-a"_s)[0][u"reapplyMends"_s].toBool(true));
        QVERIFY2(run("keep") == 0, m_shell->said().constData());
        // A change of the same halves takes it away; undo gives it back with the rest.
        const QStringList before = m_shell->snapshot().filter(u"route "_s);
        QCOMPARE(before, QStringList{u"spark-a: route enp1s0f0np0 172.31.0.0/16"_s});
        QVERIFY2(run("apply --mtu 4000") == 0, m_shell->said().constData());
        QVERIFY(m_shell->snapshot().filter(u"route "_s).isEmpty());
        QVERIFY2(run("undo") == 0, m_shell->said().constData());
        QCOMPARE(m_shell->snapshot().filter(u"route "_s), before);
    }

    void typedIpv6AndRules_comeBackWithUndo()
    {
        // The set-up has IPv6 off on its halves: somebody turns it on again, and uses it.
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"sysctl\":\"disable_ipv6\",\"value\":0"));
        for (const char *typed : {"\"address6\",\"text\":\"fd00::1/64\"", "\"route6\",\"text\":\"fd01::/64\"",
                 "\"rule\",\"text\":\"iif enp1s0f0np0 lookup 100\""})
            QVERIFY(colleague(QByteArray("\"spark\":\"spark-a\",\"half\":\"0A\",\"typed\":") + typed));
        const QStringList before = m_shell->snapshot().filter(u"typed "_s);
        QCOMPARE(before.size(), 3);
        QVERIFY2(run("apply --mtu 4000") == 0, m_shell->said().constData());
        QCOMPARE(m_shell->snapshot().filter(u"typed "_s), before.filter(u"iif "_s));
        QVERIFY2(run("undo") == 0, m_shell->said().constData());
        QStringList after = m_shell->snapshot().filter(u"typed "_s);
        QVERIFY(std::ranges::is_permutation(after, before));
    }

    void profileOfNetworkManager_goesOnlyWhenWantedAndComesBack()
    {
        QVERIFY2(run("undo") == 0, m_shell->said().constData());
        const QByteArray profile =
            "\"spark\":\"spark-a\",\"write\":\"/etc/NetworkManager/system-connections/typed.nmconnection\","
            "\"mode\":384,\"text\":\"[connection]\\ntype=ethernet\\ninterface-name=enp1s0f0np0\\n\"";
        QVERIFY(colleague(profile));
        const auto lines = [this] { return m_shell->snapshot().filter(u"typed.nmconnection"_s); };
        const QStringList before = lines();
        QCOMPARE(before.size(), 1);
        QVERIFY2(run("plan") == 0, m_shell->said().constData());
        QVERIFY(plannedChanges().contains(u"typed.nmconnection"_s));
        QVERIFY2(run("apply") == 5, m_shell->said().constData());
        QCOMPARE(lines(), before);
        QVERIFY2(run("apply --insist take-over") == 0, m_shell->said().constData());
        QVERIFY(lines().isEmpty());
        QVERIFY2(run("undo") == 0, m_shell->said().constData());
        QCOMPARE(lines(), before);
    }

    // One that says what the plan wants and that nobody brought up: it stays, and the set-up brings it up.
    void profileThatIsRight_isKeptAndBroughtUp()
    {
        QString before;
        QVERIFY2(run("undo") == 0 && run("plan") == 0, m_shell->said().constData());
        const QJsonObject plan = m_shell->document()[u"plan"_s].toObject();
        const QString sparkA = plan[u"sparks"_s][0][u"hostname"_s] == u"spark-a"_s
            ? plan[u"sparks"_s][0][u"spark"_s].toString()
            : plan[u"sparks"_s][1][u"spark"_s].toString();
        for (const auto &half : plan[u"halves"_s].toArray())
            if (half[u"spark"_s] == sparkA && half[u"half"_s] == u"0A"_s)
                before = half[u"after"_s].toString();
        QVERIFY2(!before.isEmpty(), m_shell->said().constData());
        const QString path = u"/etc/NetworkManager/system-connections/fabric.nmconnection"_s;
        const QJsonObject profile{{u"spark"_s, u"spark-a"_s}, {u"write"_s, path}, {u"mode"_s, 384},
            {u"text"_s,
                u"[connection]\nid=fabric\nuuid=6f1bcf32-1\ntype=ethernet\ninterface-name=enp1s0f0np0\n"
                "[ethernet]\nmtu=9000\n[ipv4]\naddress1=%1\nmethod=manual\n[ipv6]\nmethod=disabled\n"_s.arg(before)}};
        const QByteArray written = QJsonDocument(profile).toJson(QJsonDocument::Compact);
        QVERIFY(colleague(written.mid(1, written.size() - 2)));
        QVERIFY2(run("apply") == 0, m_shell->said().constData());
        QVERIFY2(plannedChanges().contains(u"adopted-file"_s) && plannedChanges().contains(path),
            m_shell->said().constData());
        QVERIFY2(run("verify") == 0, m_shell->said().constData());
        QVERIFY2(run("status") == 0, m_shell->said().constData());
    }

    // Two applications at once: the second one is told who the first one is, and since when.
    void anotherSparkloomAtWork_isNamedAndNothingIsChanged()
    {
        QVERIFY(colleague("\"spark\":\"spark-b\",\"changing\":\"you@laptop\",\"seconds\":3000"));
        const QStringList before = m_shell->snapshot().filter(QRegularExpression(u" half |/etc/"_s));
        for (const char *command : {"apply --mtu 4000", "undo"}) {
            const bool undo = qstrcmp(command, "undo") == 0;
            // It was begun on spark-a.
            QVERIFY(says(command, 5, undo ? "The undo did not come about" : "The set-up was taken back",
                undo ? "The set-up was taken back" : "not begun"));
            const QJsonObject error = m_shell->document()[u"error"_s].toObject();
            QCOMPARE(error[u"id"_s].toString(), u"remote.locked"_s);
            static const QRegularExpression who(u"you@laptop, since .*[0-9]{1,2}:[0-9]{2}"_s);
            QVERIFY2(error[u"seen"_s].toString().contains(who), qPrintable(error[u"seen"_s].toString()));
            QVERIFY(!error[u"remedy"_s].toString().isEmpty());
            QCOMPARE(m_shell->snapshot().filter(QRegularExpression(u" half |/etc/"_s)), before);
        }
        QVERIFY(colleague("\"spark\":\"spark-a\",\"changing\":\"you@laptop\",\"seconds\":3000"));
        QVERIFY(says("apply --mtu 4000", 5, "The set-up was not begun", "The set-up was taken back"));
        QVERIFY(says("undo", 5, "The undo was not begun", "The set-up was taken back"));
    }

    // A plug that is out is nothing that apply could put back.
    void pulledPlug_isForAPerson()
    {
        QVERIFY(m_shell->ask("\"do\":\"unplug\",\"a\":{\"spark\":\"spark-a\",\"cage\":0}")[u"ok"_s].toBool());
        QVERIFY(QTest::qWaitFor([this] { return run("status") == 1; }, HeldShell::kPatienceMs));
        QVERIFY(says("status", 1, "Only a person can mend this", "sparkloomctl apply"));
        QVERIFY(says("keep", 1, "Only a person can mend it", "sparkloomctl apply"));
    }

    // A set-up proved every value: what differs later is dated by it, without a look in between.
    void setUp_isALookToo()
    {
        QVERIFY(m_shell->finish());
        m_shell = std::make_unique<HeldShell>();
        QVERIFY(m_shell->start(u"pair"_s));
        for (const char *command : {"setup", "apply --mtu 4000"}) {
            QVERIFY2(run(command) == 0, m_shell->said().constData());
            QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"mtu\":1500"));
            QVERIFY(says("status", 1, "has MTU 1500", "Since when is not known"));
            QVERIFY2(run("apply") == 0, m_shell->said().constData());
        }
    }

    // What undo takes back while an earlier set-up stands below it is the last one, and no more is claimed.
    void undo_saysWhatStands()
    {
        QVERIFY2(run("apply --mtu 4000") == 0, m_shell->said().constData());
        QVERIFY(says("undo", 0, "The last set-up was taken back.", "as it was before the set-up"));
        QVERIFY(says("undo", 0, "as it was before the set-up"));
    }

    // An interrupted change is told by what it was, and nothing is offered that would be refused.
    void interruptedChange_isToldByItsKind()
    {
        QVERIFY(m_shell->leaveOpen({u"begin"_s, u"commit"_s}));
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"mtu\":1500"));
        QVERIFY(says("status", 1, "sparkloomctl revert", "sparkloomctl keep"));
        QVERIFY2(m_words.contains("half applied") && !m_words.contains("differs from the plan"), m_words.constData());
        QVERIFY(says("keep", 1, "sparkloomctl revert", "The rest cannot be accepted"));
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"mtu\":9000"));
        QVERIFY(says("finish", 0, "Set up on every Spark.", "There is no interrupted set-up."));
        QVERIFY(says("finish", 0, "There is no interrupted set-up."));

        QVERIFY(m_shell->leaveOpen({u"undo"_s, u"commit"_s}));
        QVERIFY(says("status", 0, "An undo of this cluster was interrupted.", "sparkloomctl revert"));
        QCOMPARE(run("revert"), 5);
        QVERIFY(says("finish", 0, "The undo is complete on every Spark.", "Set up on every Spark."));
    }

    // What takes a set-up back ends what runs on the fabric as a change does: it waits, or is insisted on.
    void work_isInTheWayOfTakingBack()
    {
        QVERIFY2(run("traffic rdma 3000 spark-a spark-b") == 0, m_shell->said().constData());
        const QStringList before = m_shell->snapshot().filter(QRegularExpression(u" half |/etc/"_s));
        for (const char *command : {"undo", "forget", "leave spark-b", "forget spark-a"}) {
            QVERIFY2(run(command) == 5, m_shell->said().constData());
            QCOMPARE(m_shell->document()[u"error"_s][u"id"_s].toString(), u"preflight.rdma-traffic"_s);
        }
        QCOMPARE(m_shell->snapshot().filter(QRegularExpression(u" half |/etc/"_s)), before);
        QVERIFY2(run("undo --insist sometimes") == 2, m_shell->said().constData());
        QVERIFY2(run("undo --insist busy") == 0, m_shell->said().constData());
        QVERIFY2(run("forget") == 0, m_shell->said().constData()); // nothing is set up any more
    }

    void forget_leavesNothing()
    {
        QVERIFY(colleague("\"spark\":\"spark-a\",\"half\":\"0A\",\"mtu\":1500"));
        QVERIFY(colleague("\"spark\":\"spark-b\",\"remove\":\"/etc/sysctl.d/90-sparkloom.conf\""));
        QVERIFY2(run("status") == 1, m_shell->said().constData());
        QVERIFY2(run("forget") == 0, m_shell->said().constData());
        for (const QString &line : m_shell->snapshot())
            QVERIFY2(!line.contains(u"sparkloom"_s) && !line.contains(u"mtu 9000"_s), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TestVirtualDrift)
#include "tst_virtual_drift.moc"
