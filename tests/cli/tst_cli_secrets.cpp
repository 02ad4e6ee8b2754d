// SPDX-License-Identifier: GPL-3.0-or-later
// The document of --secrets-fd: what is accepted, that it is wiped, and that it follows its schema.
#include <QTest>

#include "cli/secretsdocument.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <fcntl.h>
#include <string>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom;
using namespace sparkloom::cli;

namespace {

base::Result<SecretsDocument> parse(std::string text)
{
    return SecretsDocument::parse({text.data(), text.size()});
}

std::string document(const std::string &hosts)
{
    return "{\"schema\":\"sparkloom-secrets\",\"version\":1,\"hosts\":" + hosts + "}";
}

QString reveal(const base::Secret &secret)
{
    return QString::fromUtf8(secret.reveal().data(), static_cast<qsizetype>(secret.reveal().size()));
}

} // namespace

class TestSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allFields_byNameOrAddress()
    {
        const auto secrets = parse(
            document("{\"Spark-A\":{\"user\":\"nvidia\",\"password\":\"p "
                     "w\",\"sudoPassword\":\"s\",\"keyPassphrase\":\"k\"},\"192.168.1.7\":{\"password\":\"x\"}}"));
        QVERIFY(secrets.ok());
        const HostSecrets *a = secrets->find({u"nobody"_s, u"spark-a"_s});
        QVERIFY(a);
        QCOMPARE(a->user, u"nvidia"_s);
        QCOMPARE(reveal(a->password), u"p w"_s);
        QCOMPARE(reveal(a->sudoPassword), u"s"_s);
        QCOMPARE(reveal(a->keyPassphrase), u"k"_s);
        QVERIFY(secrets->find({u"192.168.1.7"_s})->sudoPassword.empty());
        QVERIFY(!secrets->find({u"spark-b"_s}));
    }

    void escapes_areDecoded()
    {
        const auto secrets = parse(document("{\"a\":{\"password\":\"\\\"\\\\\\/\\t\\u00e4\\ud83d\\ude00\"}}"));
        QVERIFY(secrets.ok());
        QCOMPARE(reveal(secrets->find({u"a"_s})->password), u"\"\\/\tä😀"_s);
    }

    void wrongDocuments_areRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const std::string &text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("empty", "");
        row("no object", "[]");
        row("no schema", "{\"version\":1,\"hosts\":{}}");
        row("other schema", "{\"schema\":\"other\",\"version\":1,\"hosts\":{}}");
        row("other version", "{\"schema\":\"sparkloom-secrets\",\"version\":2,\"hosts\":{}}");
        row("unknown field at the top", "{\"schema\":\"sparkloom-secrets\",\"version\":1,\"hosts\":{},\"all\":{}}");
        row("repeated hosts", "{\"schema\":\"sparkloom-secrets\",\"version\":1,\"hosts\":{},\"hosts\":{}}");
        row("unknown field", document("{\"a\":{\"pasword\":\"x\"}}"));
        row("same host twice", document("{\"a\":{},\"A\":{}}"));
        row("same field twice", document("{\"a\":{\"password\":\"x\",\"password\":\"y\"}}"));
        row("number as password", document("{\"a\":{\"password\":1}}"));
        row("empty password", document("{\"a\":{\"password\":\"\"}}"));
        row("host is no host", document("{\"a b\":{}}"));
        row("wildcard", document("{\"*\":{\"password\":\"x\"}}"));
        row("user is no user", document("{\"a\":{\"user\":\"Ann;id\"}}"));
        row("newline in text", document("{\"a\":{\"password\":\"x\ny\"}}"));
        row("zero byte", document("{\"a\":{\"password\":\"x\\u0000y\"}}"));
        row("half a surrogate pair", document("{\"a\":{\"password\":\"\\ud83d\"}}"));
        row("cut off", "{\"schema\":\"sparkloom-secrets\",\"version\":1,\"hosts\":{\"a\":{\"password\":\"x");
        row("something after it", document("{}") + "{}");
        row("password too long", document("{\"a\":{\"password\":\"" + std::string(2000, 'x') + "\"}}"));
    }

    void wrongDocuments_areRefused()
    {
        QFETCH(QByteArray, text);
        const auto secrets = parse(text.toStdString());
        QVERIFY(!secrets.ok());
        QVERIFY(secrets.error().kind == base::ErrorKind::Usage);
    }

    void mistake_isNamedWithoutTheText()
    {
        const auto secrets = parse(document("{\"a\":{\"password\":\"canary-7261\"},\"b\":{\"password\":3}}"));
        QVERIFY(!secrets.ok());
        for (const auto &[name, argument] : secrets.error().message.arguments)
            QVERIFY(std::get<std::string>(argument).find("canary") == std::string::npos);
        QVERIFY(secrets.error().detail.empty());
    }

    void text_isWiped()
    {
        std::string text = document("{\"a\":{\"password\":\"canary-7261\"}}");
        QVERIFY(SecretsDocument::parse({text.data(), text.size()}).ok());
        QVERIFY(std::all_of(text.begin(), text.end(), [](char c) { return c == 0; }));
        std::string wrong = "{\"password\":\"canary-7261\"";
        QVERIFY(!SecretsDocument::parse({wrong.data(), wrong.size()}).ok());
        QVERIFY(std::all_of(wrong.begin(), wrong.end(), [](char c) { return c == 0; }));
    }

    void descriptor_isReadToItsEndAndClosed()
    {
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        const std::string text = document("{\"a\":{\"password\":\"x\"}}");
        QCOMPARE(write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
        close(ends[1]);
        QVERIFY(SecretsDocument::read(ends[0]).ok());
        QCOMPARE(fcntl(ends[0], F_GETFD), -1);
    }

    void descriptor_notOpen_isAUsageError()
    {
        const auto secrets = SecretsDocument::read(987);
        QVERIFY(!secrets.ok());
        QCOMPARE(secrets.error().message.id, std::string("cli.secrets-unreadable"));
    }

    void descriptor_withTooMuch_isRefused()
    {
        QFile zero(u"/dev/zero"_s);
        QVERIFY(zero.open(QIODevice::ReadOnly));
        const auto secrets = SecretsDocument::read(dup(zero.handle()));
        QVERIFY(!secrets.ok());
        QCOMPARE(secrets.error().message.id, std::string("cli.secrets-too-large"));
    }

    void schema_namesTheSameFields()
    {
        QFile file(
            QString::fromLocal8Bit(qgetenv("SPARKLOOM_SOURCE_DIR")) + u"/resources/schemas/secrets.schema.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonObject fields = schema[u"$defs"_s][u"host"_s][u"properties"_s].toObject();
        QCOMPARE(fields.keys(), (QStringList{u"keyPassphrase"_s, u"password"_s, u"sudoPassword"_s, u"user"_s}));
        for (const QString &field : fields.keys())
            QVERIFY2(parse(document("{\"a\":{\"" + field.toStdString() + "\":\"x\"}}")).ok(), qPrintable(field));
        QCOMPARE(schema[u"properties"_s][u"schema"_s][u"const"_s].toString(), u"sparkloom-secrets"_s);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_cli_secrets.moc"
