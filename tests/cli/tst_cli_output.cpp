// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to which stream, and how JSON documents look.
#include <QTest>

#include "cli/documents.h"
#include "cli/output.h"
#include "cli/words.h"
#include "engine/report/planreport.h"

#include <QJsonDocument>
#include <QTemporaryFile>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom;
using namespace sparkloom::cli;
using namespace sparkloom::base::literals;

namespace {

// Two streams that can be read back.
struct Streams {
    std::FILE *out = std::tmpfile();
    std::FILE *err = std::tmpfile();
    ~Streams()
    {
        std::fclose(out);
        std::fclose(err);
    }
    static QString text(std::FILE *file)
    {
        std::rewind(file);
        QByteArray bytes;
        for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file))
            bytes += static_cast<char>(c);
        return QString::fromUtf8(bytes);
    }
};

const base::Error kError{base::ErrorKind::Unreachable,
    base::Message("ssh.refused"_msg).with("host", "spark-a").with("port", 22), "errno\x1b[31m 111"};

} // namespace

class TestOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Only what would be done is offered; another owner's set-up can be taken over.
    void driftIsOfferedWhatHelps()
    {
        using domain::DriftKind;
        const auto offers = [](DriftKind kind, bool canBeKept, bool mends, bool kept = false) {
            engine::SparkStatus status;
            status.state = engine::SparkStatus::State::Differs;
            engine::DriftView view;
            view.finding.kind = kind;
            view.finding.reapplyMends = mends;
            if (!canBeKept)
                view.finding.cannotKeep = "drift.keep-lane"_msg;
            view.kept = kept;
            status.drift = {view};
            QStringList ids;
            for (const base::MessageId &id : driftOffers({status}))
                ids << QString::fromUtf8(id.text().data(), qsizetype(id.text().size()));
            return ids.join(u' ');
        };
        QCOMPARE(offers(DriftKind::MtuChanged, true, true), u"cli.drift-offer"_s);
        QCOMPARE(offers(DriftKind::AddressGone, false, true), u"cli.drift-offer-apply"_s);
        QCOMPARE(offers(DriftKind::RouteAdded, true, false), u"cli.drift-offer-keep"_s);
        QCOMPARE(offers(DriftKind::HalfAbsent, false, false), u"cli.drift-offer-hand"_s);
        QCOMPARE(offers(DriftKind::SetUpAnew, false, true), u"cli.drift-offer-apply cli.drift-offer-adopt"_s);
        QCOMPARE(offers(DriftKind::RouteAdded, true, false, true), QString());
    }

    void results_goToStandardOutput_notesAndErrorsDoNot()
    {
        Streams streams;
        Output output(streams.out, streams.err, false);
        output.say(u"result"_s, Output::Tone::Good);
        output.note(u"on the way"_s);
        output.error(kError, u"spark-a"_s);
        QCOMPARE(Streams::text(streams.out), u"result\n"_s); // no colour: not a terminal
        const QString err = Streams::text(streams.err);
        QVERIFY(err.startsWith(u"on the way\nspark-a: spark-a is there"_s));
        QVERIFY(err.contains(u"\\x1b[31m"_s) && !err.contains(QChar(0x1b)));
    }

    void json_isTheOnlyThingOnStandardOutput()
    {
        Streams streams;
        Output output(streams.out, streams.err, true);
        output.say(u"result"_s);
        output.document(u"status"_s, {{u"sparks"_s, QJsonArray()}}, ExitCode::NotKnown);
        const QJsonObject document = QJsonDocument::fromJson(Streams::text(streams.out).toUtf8()).object();
        QCOMPARE(document[u"schema"_s].toString(), u"sparkloom-status"_s);
        QCOMPARE(document[u"version"_s].toInt(), 1);
        QCOMPARE(document[u"exitCode"_s].toInt(), 3);
        QCOMPARE(Streams::text(streams.err), u"result\n"_s);
    }

    void checks_sayWhereTheyWereMade()
    {
        engine::Check check;
        check.from = u"spark-b"_s;
        QCOMPARE(whereOf(check), u"spark-b"_s); // nothing stands between it and the colon
        check.half = domain::HalfRef{{"b"}, {domain::CageIndex::Zero, domain::Side::A}};
        QCOMPARE(whereOf(check), u"spark-b 0A"_s);
    }

    void noJson_noDocument()
    {
        Streams streams;
        Output output(streams.out, streams.err, false);
        output.document(u"status"_s, {}, ExitCode::Healthy);
        QVERIFY(Streams::text(streams.out).isEmpty());
    }

    void error_inADocument_hasIdAndSentences()
    {
        const QJsonObject json = errorJson(kError);
        QCOMPARE(json[u"kind"_s].toString(), u"unreachable"_s);
        QCOMPARE(json[u"id"_s].toString(), u"ssh.refused"_s);
        for (const QString &part : {u"seen"_s, u"meaning"_s, u"remedy"_s})
            QVERIFY(!json[part].toString().isEmpty());
    }

    void cabling_inADocument_namesSocketsAsPlugTakesThem()
    {
        domain::SparkFacts facts;
        facts.id = {"0123456789abcdef0123456789abcdef"};
        engine::HostView host;
        host.name = u"spark-a"_s;
        host.facts = facts;
        const Names names(std::vector<engine::HostView>{host});
        engine::CablingView cabling;
        const domain::CableEnd cage{domain::CageRef{facts.id, domain::CageIndex::One}, -1};
        cabling.map.cables.push_back({cage, {std::nullopt, 0}, domain::Certainty::Certain,
            {{domain::EvidenceKind::Ipv6Datagram, {}, {}}, {domain::EvidenceKind::Ipv6Datagram, {}, {}}}});
        cabling.map.unknown.push_back({facts.id, domain::CageIndex::Zero});
        cabling.recognised = domain::Topology::Star;
        const QJsonObject json = cablingJson(cabling, names);
        QCOMPARE(json[u"topology"_s].toString(), u"star"_s);
        const QJsonObject cable = json[u"cables"_s].toArray().first().toObject();
        QCOMPARE(cable[u"a"_s].toString(), u"spark-a:1"_s);
        QCOMPARE(cable[u"b"_s].toString(), u"switch"_s);
        QCOMPARE(cable[u"evidence"_s].toArray(), QJsonArray{u"ipv6-datagram"_s});
        QCOMPARE(json[u"notKnown"_s].toArray(), QJsonArray{u"spark-a:0"_s});
        QVERIFY(!json.contains(u"goal"_s));
    }

    void everyEnumValue_hasAWord()
    {
        for (int i = 0; i <= static_cast<int>(engine::HostState::Lost); ++i)
            QVERIFY(!word(static_cast<engine::HostState>(i)).isEmpty()
                && !jsonWord(static_cast<engine::HostState>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(engine::Check::Kind::Ipv6Off); ++i)
            QVERIFY(!word(static_cast<engine::Check::Kind>(i)).isEmpty()
                && !jsonWord(static_cast<engine::Check::Kind>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(domain::EvidenceKind::Unplug); ++i)
            QVERIFY(!jsonWord(static_cast<domain::EvidenceKind>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(domain::Change::Kind::SshAliases); ++i)
            QVERIFY(!engine::report::jsonWord(static_cast<domain::Change::Kind>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(engine::SparkStatus::State::Unreachable); ++i)
            QVERIFY(!jsonWord(static_cast<engine::SparkStatus::State>(i)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_cli_output.moc"
