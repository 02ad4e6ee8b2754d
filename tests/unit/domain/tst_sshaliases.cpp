// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the Sparks in the owner's SSH configuration: what is written, and that nothing of the owner's is touched.
#include "domain/plan/sshaliases.h"

#include <QTest>

#include <random>

using namespace sparkloom::domain;

namespace {

const std::vector<SshAlias> kTwo = {
    {"spark-a", "192.168.77.11", 22, "nvidia"}, {"spark-b", "spark-b.local", 2222, "ann"}};

SshAliasState state(std::optional<std::string> config = std::nullopt, std::optional<std::string> file = std::nullopt)
{
    SshAliasState state;
    state.folder = "/home/ann/.ssh";
    state.config = std::move(config);
    state.file = std::move(file);
    state.identity = "/home/ann/my data/id_ed25519";
    state.knownHosts = "/home/ann/100%/known_hosts";
    return state;
}

SshAliasState after(SshAliasState state, const AliasTexts &texts)
{
    state.config = texts.config;
    state.file = texts.file;
    state.madeFolder = false;
    return state;
}

// There and back again.
void comesBack(const SshAliasState &before)
{
    const std::string section = renderAliases(kTwo, before);
    const SshAliasState named = after(before, withAliases(before, "default", section));
    QVERIFY(named.config && named.config->ends_with(before.config.value_or("")));
    QCOMPARE(aliasSection(named, "default"), section);
    QCOMPARE(withAliases(named, "default", section).config, named.config);
    QCOMPARE(withAliases(named, "default", section).file, named.file);
    const AliasTexts back = withAliases(named, "default", {});
    QCOMPARE(back.config, before.config);
    QCOMPARE(back.file, before.file);
    QCOMPARE(back.removeFolder, before.madeFolder);
}

} // namespace

class TestSshAliases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void section_hasWhatSshNeeds()
    {
        QCOMPARE(renderAliases(kTwo, state()),
            std::string("Host spark-a\n    HostName 192.168.77.11\n    User nvidia\n"
                        "    IdentityFile \"/home/ann/my data/id_ed25519\"\n"
                        "    UserKnownHostsFile ~/.ssh/known_hosts \"/home/ann/100%%/known_hosts\"\n"
                        "Host spark-b\n    HostName spark-b.local\n    Port 2222\n    User ann\n"
                        "    IdentityFile \"/home/ann/my data/id_ed25519\"\n"
                        "    UserKnownHostsFile ~/.ssh/known_hosts \"/home/ann/100%%/known_hosts\"\n"));
    }

    void whatSshCouldMisread_isLeftOut()
    {
        for (const SshAlias &bad :
            {SshAlias{"*", "h", 22, "u"}, SshAlias{"a b", "h", 22, "u"}, SshAlias{"!a", "h", 22, "u"},
                SshAlias{"-a", "h", 22, "u"}, SshAlias{"10.0.0.1", "h", 22, "u"}, SshAlias{"a\nb", "h", 22, "u"},
                SshAlias{"a", "h\nUser root", 22, "u"}, SshAlias{"a", "-oProxyCommand=x", 22, "u"},
                SshAlias{"a", "h", 22, "u\nx"}, SshAlias{"", "h", 22, "u"}})
            QVERIFY2(renderAliases({&bad, 1}, state()).empty(), bad.name.c_str());
        SshAliasState odd = state();
        odd.identity = "/home/a\"b/key";
        const std::string text = renderAliases(kTwo, odd);
        QVERIFY(text.find("IdentityFile") == std::string::npos && text.find("UserKnownHostsFile") != std::string::npos);
    }

    void line_standsAtTheTop()
    {
        const std::string own = "Host *\n    User bob\n";
        const AliasTexts texts = withAliases(state(own), "default", renderAliases(kTwo, state()));
        const std::size_t at = texts.config->find("Include \"/home/ann/.ssh/sparkloom_aliases\"\n");
        QVERIFY(at != std::string::npos && at < texts.config->find("Host *"));
    }

    void textsComeBackByteForByte_data()
    {
        QTest::addColumn<bool>("there");
        QTest::addColumn<QByteArray>("config");
        QTest::newRow("no configuration") << false << QByteArray();
        QTest::newRow("empty") << true << QByteArray();
        QTest::newRow("entries") << true << QByteArray("Host *\n  User bob\n");
        QTest::newRow("no end of line") << true << QByteArray("Host a b\n  User bob");
        QTest::newRow("other line ends") << true << QByteArray("Host *\r\n  User bob\r\n");
        QTest::newRow("odd bytes") << true << QByteArray("# \xff\xfe\0\n", 6);
    }
    void textsComeBackByteForByte()
    {
        QFETCH(bool, there);
        QFETCH(QByteArray, config);
        SshAliasState before = state(there ? std::optional(config.toStdString()) : std::nullopt);
        comesBack(before);
        before.madeFolder = !there;
        comesBack(before);
    }

    void random_textsComeBack()
    {
        std::mt19937 random(7);
        for (int run = 0; run < 2000; ++run) {
            std::string text;
            for (unsigned i = random() % 80; i > 0; --i)
                text += "Host Include \"#=\n\t*?abc"[random() % 23];
            comesBack(state(text));
        }
    }

    // Somebody writes into config between set-up and undo.
    void linesOfOthers_stay()
    {
        const SshAliasState before = state("Host x\n");
        SshAliasState named = after(before, withAliases(before, "default", renderAliases(kTwo, before)));
        named.config = "# mine\n" + *named.config + "Host y\n";
        QCOMPARE(withAliases(named, "default", {}).config, std::optional<std::string>("# mine\nHost x\nHost y\n"));
        SshAliasState made = state();
        made = after(made, withAliases(made, "default", renderAliases(kTwo, made)));
        made.config = *made.config + "Host y\n"; // a file that we made has become theirs
        QCOMPARE(withAliases(made, "default", {}).config, std::optional<std::string>("Host y\n"));
    }

    void clusters_shareTheFile()
    {
        const SshAliasState before = state("Host x\n");
        const SshAliasState one = after(before, withAliases(before, "lab", renderAliases(kTwo, before)));
        const std::string other = renderAliases({&kTwo[0], 1}, before);
        const SshAliasState both = after(one, withAliases(one, "lab-2", other));
        QCOMPARE(aliasSection(both, "lab"), renderAliases(kTwo, before));
        QCOMPARE(aliasSection(both, "lab-2"), other);
        QCOMPARE(namesOfOthers(both, "lab"), std::vector<std::string>{"spark-a"});
        QCOMPARE(both.config, one.config); // one line reads both
        const SshAliasState left = after(both, withAliases(both, "lab-2", {}));
        QCOMPARE(left.file, one.file);
        QCOMPARE(withAliases(left, "lab", {}).config, before.config);
    }

    void namesOfEntries_areRead()
    {
        QCOMPARE(namesInConfig("Host spark-a *.lan !x spark-?\nhost=spark-b\n  HOST \"spark c\" d\n#Host e\nHostName "
                               "f\nMatch host g\n"),
            (std::vector<std::string>{"spark-a", "spark-b", "spark c", "d"}));
        QCOMPARE(
            includesOf(
                "Include config.d/*.conf \"a b\"\ninclude ~/.ssh/more\nInclude \"/home/ann/.ssh/sparkloom_aliases\"\n"),
            (std::vector<std::string>{"config.d/*.conf", "a b", "~/.ssh/more"}));
    }
};

QTEST_GUILESS_MAIN(TestSshAliases)
#include "tst_sshaliases.moc"
