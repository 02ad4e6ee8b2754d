// SPDX-License-Identifier: GPL-3.0-or-later
// What sparkloomctl leaves on virtual Sparks: one netplan file after a set-up, nothing new after a second one, and
// after undo and forget the state before first contact.
#include "toldshell.h"

using namespace Qt::Literals::StringLiterals;
using sparkloom::test::ToldShell;

class TestVirtualSetup : public QObject {
    Q_OBJECT

    ToldShell m_shell;

    QStringList snapshot() { return m_shell.snapshot(); }
    int run(const QByteArray &command) { return m_shell.run(command); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(ToldShell::program("sparkloomctl")))
            QSKIP("sparkloomctl is not part of this build");
        QVERIFY(m_shell.prepare());
    }

    void init() { QVERIFY(m_shell.start(u"pair"_s)); }

    void cleanup() { QVERIFY(m_shell.end()); }

    void setUpTwice_changesOnce()
    {
        const QStringList before = snapshot();
        QVERIFY(!before.isEmpty());
        QVERIFY2(run("setup") == 0, m_shell.said());
        const QStringList after = snapshot();
        QStringList newFiles;
        for (const QString &line : after)
            if (!before.contains(line) && line.startsWith(u"spark-a: file /etc/"_s) && !line.contains(u"/systemd/"_s))
                newFiles << line.section(u' ', 2, 4);
        QCOMPARE(newFiles,
            (QStringList{u"/etc/netplan/60-sparkloom.yaml 0600 0:0"_s, u"/etc/sysctl.d/90-sparkloom.conf 0644 0:0"_s}));
        QVERIFY(after.filter(u": timer "_s).isEmpty());
        const QStringList halves = after.filter(u"half enp1s0f0np0 "_s);
        QCOMPARE(halves.size(), 2);
        for (const QString &half : halves)
            QVERIFY2(half.contains(u"up mtu 9000 10."_s)
                    && half.contains(u"arp_ignore 1 arp_announce 2 rp_filter 2 disable_ipv6 1"_s),
                qPrintable(half));
        QVERIFY2(run("setup") == 0, m_shell.said());
        QCOMPARE(snapshot(), after);
    }

    void undoAndForget_leaveNothing()
    {
        const QStringList before = snapshot();
        QVERIFY2(run("setup") == 0, m_shell.said());
        QVERIFY2(run("undo") == 0, m_shell.said());
        for (const QString &line : snapshot())
            QVERIFY2(!line.contains(u"/etc/netplan/60-"_s) && !line.contains(u"/etc/sysctl.d/90-"_s)
                    && !line.contains(u"mtu 9000"_s),
                qPrintable(line));
        QVERIFY2(run("forget") == 0, m_shell.said());
        const QStringList after = snapshot();
        for (const QString &line : after)
            if (!before.contains(line))
                qWarning("left behind: %s", qPrintable(line));
        for (const QString &line : before)
            if (!after.contains(line))
                qWarning("missing: %s", qPrintable(line));
        QCOMPARE(after, before);
    }
};

QTEST_GUILESS_MAIN(TestVirtualSetup)
#include "tst_virtual_setup.moc"
