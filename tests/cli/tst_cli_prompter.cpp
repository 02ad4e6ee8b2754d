// SPDX-License-Identifier: GPL-3.0-or-later
// Questions: who answers them, what a person sees, and what happens where nobody can be asked. Terminals are
// pseudo-terminals.
#include <QTest>

#include "cli/prompter.h"
#include "terminal.h"

#include <QCoroFuture>
#include <QTemporaryFile>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom;
using namespace sparkloom::cli;
using namespace sparkloom::base::literals;

namespace {

const QString kPrintA = u"SHA256:"_s + QString(43, u'A');
const QString kPrintB = u"SHA256:"_s + QString(43, u'B');

engine::HostKeyQuestion question(const QString &name, const QString &print)
{
    engine::HostKeyQuestion question;
    question.name = name;
    question.address = u"192.168.1.7"_s;
    question.key.type = u"ssh-ed25519"_s;
    question.key.fingerprint = print;
    return question;
}

// A prompter with everything around it. Without a terminal its input is a plain file.
struct Desk {
    explicit Desk(bool withTerminal = true)
    {
        plain.open();
        output = std::make_unique<Output>(log, log, false);
        input = std::make_unique<TerminalInput>(withTerminal ? terminal.program : plain.handle(), terminal.program);
        prompter = std::make_unique<CommandPrompter>(*output, *input);
        prompter->setOptions(options);
    }
    ~Desk()
    {
        prompter.reset();
        input.reset();
        std::fclose(log);
    }
    QString logged() const
    {
        std::rewind(log);
        QByteArray bytes;
        for (int c = std::fgetc(log); c != EOF; c = std::fgetc(log))
            bytes += static_cast<char>(c);
        return QString::fromUtf8(bytes);
    }
    std::string problemId() const { return prompter->problem() ? prompter->problem()->message.id : std::string(); }

    Terminal terminal;
    QTemporaryFile plain;
    std::FILE *log = std::tmpfile();
    GlobalOptions options;
    std::unique_ptr<Output> output;
    std::unique_ptr<TerminalInput> input;
    std::unique_ptr<CommandPrompter> prompter;
};

SecretsDocument secrets(const char *text)
{
    std::string bytes = text;
    return SecretsDocument::parse({bytes.data(), bytes.size()}).value();
}

const char kSecrets[] = "{\"schema\":\"sparkloom-secrets\",\"version\":1,\"hosts\":{\"spark-a\":{\"user\":\"nvidia\","
                        "\"password\":\"pw-a\"},"
                        "\"spark-b\":{\"password\":\"pw-b\",\"sudoPassword\":\"sudo-b\"}}}";

} // namespace

class TestPrompter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // --- the terminal itself
    void hiddenAnswer_isNotEchoed_andEchoComesBack()
    {
        Desk desk;
        const auto answer = desk.input->ask(u"Password: "_s, true);
        QTRY_VERIFY(desk.terminal.screen().contains("Password: "));
        QVERIFY(!desk.terminal.echoes());
        desk.terminal.type("canary-9915\n");
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().has_value());
        QCOMPARE(answer.result()->reveal(), std::string_view("canary-9915"));
        QVERIFY(!desk.terminal.screen().contains("canary"));
        QVERIFY(desk.terminal.echoes());
    }

    void questions_areAskedOneAfterTheOther()
    {
        Desk desk;
        const auto first = desk.input->ask(u"One? "_s);
        const auto second = desk.input->ask(u"Two? "_s);
        QTRY_VERIFY(desk.terminal.screen().contains("One? "));
        QVERIFY(!desk.terminal.screen().contains("Two? "));
        desk.terminal.type("1\n");
        QTRY_VERIFY(desk.terminal.screen().contains("Two? "));
        desk.terminal.type("2\n");
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(first.result()->reveal(), std::string_view("1"));
        QCOMPARE(second.result()->reveal(), std::string_view("2"));
    }

    void cancel_endsAHiddenQuestion_andRestoresTheTerminal()
    {
        Desk desk;
        const auto answer = desk.input->ask(u"Password: "_s, true);
        QTRY_VERIFY(!desk.terminal.echoes());
        desk.input->cancel();
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!answer.result().has_value());
        QVERIFY(desk.terminal.echoes());
        QVERIFY(!desk.input->ask(u"More? "_s).result().has_value());
    }

    void endOfInput_isNoAnswer()
    {
        Desk desk;
        const auto answer = desk.input->ask(u"Name? "_s);
        QTRY_VERIFY(desk.terminal.screen().contains("Name? "));
        desk.terminal.type("\x04");
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!answer.result().has_value());
    }

    void tooLongALine_isAnEmptyAnswer()
    {
        Desk desk;
        const auto answer = desk.input->ask(u"Password: "_s, true);
        QTRY_VERIFY(!desk.terminal.echoes());
        for (int i = 0; i < 4; ++i)
            desk.terminal.type(QByteArray(500, 'x'));
        desk.terminal.type("\n");
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result()->empty());
    }

    // --- host keys
    void hostKeys_aPersonSeesThemAll_andEnterAcceptsNone()
    {
        Desk desk;
        const auto answer =
            desk.prompter->acceptHostKeys({question(u"spark-a"_s, kPrintA), question(u"spark-b"_s, kPrintB)});
        QTRY_VERIFY(desk.terminal.screen().contains("Enter accepts none"));
        const QString shown = desk.logged();
        QVERIFY(shown.contains(kPrintA) && shown.contains(kPrintB) && shown.contains(u"ssh-keygen -lf"_s));
        desk.terminal.type("\n");
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result(), (std::vector<bool>{false, false}));
        QCOMPARE(desk.problemId(), std::string("cli.hostkey-not-accepted"));
        QVERIFY(desk.prompter->problem()->kind == base::ErrorKind::Refused);
    }

    void hostKeys_byNumber()
    {
        Desk desk;
        const auto answer =
            desk.prompter->acceptHostKeys({question(u"spark-a"_s, kPrintA), question(u"spark-b"_s, kPrintB)});
        QTRY_VERIFY(desk.terminal.screen().contains("Enter accepts none"));
        desk.terminal.type("2\n");
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result(), (std::vector<bool>{false, true}));
    }

    void hostKeys_theCloneIsTold()
    {
        Desk desk;
        engine::HostKeyQuestion cloned = question(u"spark-b"_s, kPrintA);
        cloned.sameKeyAs = QStringList{u"spark-a"_s};
        const auto answer = desk.prompter->acceptHostKeys({cloned});
        QTRY_VERIFY(desk.terminal.screen().contains("Enter accepts none"));
        QVERIFY(desk.logged().contains(u"shows the same key as spark-a"_s));
        desk.terminal.type("all\n");
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result(), std::vector<bool>{true});
    }

    void hostKeys_grantsDecideWithoutAsking()
    {
        Desk desk;
        desk.options.yes = true;
        desk.options.hostKeys = {{u"spark-a"_s, kPrintA}, {u"spark-b"_s, kPrintA}};
        desk.prompter->setOptions(desk.options);
        const auto answer =
            desk.prompter->acceptHostKeys({question(u"spark-a"_s, kPrintA), question(u"spark-b"_s, kPrintB)});
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result(), (std::vector<bool>{true, false}));
        QCOMPARE(desk.problemId(), std::string("cli.hostkey-differs"));
        QVERIFY(desk.prompter->problem()->kind == base::ErrorKind::Refused); // exit code 5
        QVERIFY(desk.terminal.screen().isEmpty());
    }

    void hostKeys_unattendedWithoutAGrant_nameTheOption()
    {
        for (const bool terminal : {true, false}) {
            Desk desk(terminal);
            desk.options.yes = terminal;
            desk.prompter->setOptions(desk.options);
            const auto answer = desk.prompter->acceptHostKeys({question(u"spark-a"_s, kPrintA)});
            QTRY_VERIFY(answer.isFinished());
            QCOMPARE(answer.result(), std::vector<bool>{false});
            QCOMPARE(desk.problemId(), std::string("cli.hostkey-needed"));
            QVERIFY(desk.prompter->problem()->kind == base::ErrorKind::Usage);
        }
    }

    void hostKeys_virtualSparksBringTheirs()
    {
        Desk desk(false);
        engine::VirtualSpark spark;
        spark.name = u"spark-a"_s;
        spark.fingerprint = kPrintA;
        desk.prompter->setVirtualSparks({spark});
        const auto right = desk.prompter->acceptHostKeys({question(u"spark-a"_s, kPrintA)});
        const auto wrong = desk.prompter->acceptHostKeys({question(u"spark-a"_s, kPrintB)});
        QTRY_VERIFY(right.isFinished() && wrong.isFinished());
        QCOMPARE(right.result(), std::vector<bool>{true});
        QCOMPARE(wrong.result(), std::vector<bool>{false});
        QVERIFY(desk.prompter->problem()->kind == base::ErrorKind::Refused);
    }

    // --- passwords
    void credentials_typed()
    {
        Desk desk;
        const auto answer = desk.prompter->credentials(u"spark-a"_s, {});
        QTRY_VERIFY(desk.terminal.screen().contains("user name:"));
        desk.terminal.type("nvidia\n");
        QTRY_VERIFY(desk.terminal.screen().contains("password of nvidia"));
        QVERIFY(!desk.terminal.echoes());
        desk.terminal.type("canary-9915\n");
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result()->user, u"nvidia"_s);
        QCOMPARE(answer.result()->password.reveal(), std::string_view("canary-9915"));
        QVERIFY(!desk.terminal.screen().contains("canary") && !desk.logged().contains(u"canary"_s));
    }

    void credentials_fromSecrets_onceOnly()
    {
        Desk desk(false);
        desk.prompter->setSecrets(secrets(kSecrets));
        const auto first = desk.prompter->credentials(u"spark-a"_s, {});
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(first.result()->password.reveal(), std::string_view("pw-a"));
        const auto second = desk.prompter->credentials(u"spark-a"_s, base::Message("ssh.auth-denied"_msg));
        QTRY_VERIFY(second.isFinished());
        QVERIFY(!second.result().has_value()); // wrong passwords lock accounts
    }

    void credentials_ofOneSpark_areNotTriedOnAnother()
    {
        Desk desk(false);
        desk.prompter->setSecrets(secrets(kSecrets));
        const auto answer = desk.prompter->credentials(u"spark-c"_s, {});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!answer.result().has_value());
        QCOMPARE(desk.problemId(), std::string("cli.answer-needed"));
        QVERIFY(std::get<std::string>(desk.prompter->problem()->message.arguments.at("option")).find("--secrets-fd")
            != std::string::npos);
    }

    void sudo_reasonIsSaid_andAWrongPasswordIsAskedAgain()
    {
        Desk desk;
        const auto first = desk.prompter->sudoPassword(u"spark-a"_s, engine::SudoReason::Wake, false);
        QTRY_VERIFY(desk.terminal.screen().contains("To wake sleeping halves"));
        desk.terminal.type("one\n");
        QTRY_VERIFY(first.isFinished());
        const auto second = desk.prompter->sudoPassword(u"spark-a"_s, engine::SudoReason::Wake, true);
        QTRY_VERIFY(desk.terminal.screen().contains("not accepted"));
        desk.terminal.type("two\n");
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(second.result()->reveal(), std::string_view("two"));
    }

    void sudo_fromSecrets()
    {
        Desk desk(false);
        desk.prompter->setSecrets(secrets(kSecrets));
        const auto own = desk.prompter->sudoPassword(u"spark-b"_s, engine::SudoReason::Apply, false);
        const auto same = desk.prompter->sudoPassword(u"spark-a"_s, engine::SudoReason::Apply, false);
        const auto again = desk.prompter->sudoPassword(u"spark-b"_s, engine::SudoReason::Apply, true);
        QTRY_VERIFY(own.isFinished() && same.isFinished() && again.isFinished());
        QCOMPARE(own.result()->reveal(), std::string_view("sudo-b"));
        QCOMPARE(same.result()->reveal(), std::string_view("pw-a"));
        QVERIFY(!again.result().has_value());
    }

    // --- yes or no
    void plan_defaultIsNo_andAYesCountsForThisPlan()
    {
        Desk desk;
        domain::Plan plan;
        plan.id = "0123456789abcdef";
        const auto no = desk.prompter->confirmPlan(plan);
        QTRY_VERIFY(desk.terminal.screen().contains("[y/N]"));
        desk.terminal.type("\n");
        QTRY_VERIFY(no.isFinished());
        QVERIFY(!no.result());
        const auto yes = desk.prompter->confirmPlan(plan);
        QTRY_VERIFY(desk.terminal.screen().count("[y/N]") == 2);
        desk.terminal.type("y\n");
        QTRY_VERIFY(yes.isFinished());
        QVERIFY(yes.result());
        const auto same = desk.prompter->confirmPlan(plan);
        QTRY_VERIFY(same.isFinished());
        QVERIFY(same.result());
        QCOMPARE(desk.terminal.screen().count("[y/N]"), 2);
    }

    void plan_withoutATerminal_namesTheOption()
    {
        Desk desk(false);
        const auto answer = desk.prompter->confirmPlan({});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!answer.result());
        QCOMPARE(desk.problemId(), std::string("cli.confirm-needed"));
    }
};

QTEST_GUILESS_MAIN(TestPrompter)
#include "tst_cli_prompter.moc"
