// SPDX-License-Identifier: GPL-3.0-or-later
#include "storyroom.h"

#include "engine/flow/interruption.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocalSocket>

#include <algorithm>
#include <array>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::Step;

namespace {

constexpr int kSudoLookMs = 20;
constexpr int kAnswerMs = 20000; // of the simulator; nothing is asserted about time

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

StoryRoom::StoryRoom()
{
    QObject::connect(&m_sudoWatch, &QTimer::timeout, &m_sudoWatch, [this] { answerSudo(); });
}

void StoryRoom::enter()
{
    QVERIFY(QFile::exists(qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u"/sparkloom-sim"_s));
    m_language.use(u"en"_s);
}

void StoryRoom::makeFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path();
}

void StoryRoom::takeUp(const QString &folder, const QString &user, const QString &password)
{
    m_path = folder;
    const QByteArray bytes = password.toUtf8();
    engine::VirtualSpark spark;
    spark.user = user;
    spark.password = base::Secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    m_sparks = {spark};
}

void StoryRoom::begin(const QString &scenario, std::size_t members)
{
    makeFolder();
    m_sudo = Sudo::Answer;
    auto place = workplace::Workplace::forPractice(kSpeed);
    QVERIFY(place.ok());
    m_place = std::move(place).value();
    auto started = m_place->simulator()->start(scenario);
    QTRY_VERIFY_WITH_TIMEOUT(started.isFinished(), kPatienceMs);
    QVERIFY(started.result().ok());
    m_sparks = started.result().value();
    QVERIFY(members >= 2 && members <= 3 && m_sparks.size() >= members);
    const std::array proxies{&m_proxyA, &m_proxyB, &m_proxyC};
    const std::array ports{&m_portA, &m_portB, &m_portC};
    workplace::Workplace stored(folder());
    engine::Cluster cluster;
    cluster.members = workplace::membersFor(m_sparks); // they bring their fingerprints, as all virtual Sparks do
    cluster.members.resize(members);
    for (std::size_t i = 0; i < members; ++i) {
        *ports[i] = proxies[i]->add(m_sparks[i].endpoint.port);
        proxies[i]->mend();
        QVERIFY(*ports[i] != 0);
        cluster.members[i].endpoint.port = *ports[i];
    }
    QVERIFY(stored.environment().clusters->save(cluster).result().ok());
    openWindow(cluster.name);
    QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), static_cast<int>(members), kPatienceMs);
}

void StoryRoom::freeOfCables(const QString &spark)
{
    for (const domain::CageIndex cage : {domain::CageIndex::Zero, domain::CageIndex::One}) {
        auto pulled = m_place->simulator()->unplug({spark, cage, false});
        QTRY_VERIFY_WITH_TIMEOUT(pulled.isFinished(), kPatienceMs);
        QVERIFY(pulled.result().ok());
    }
}

void StoryRoom::plugAsRing()
{
    using domain::CageIndex;
    using engine::VirtualSocket;
    const std::array cables{
        std::pair(VirtualSocket{u"spark-b"_s, CageIndex::Zero}, VirtualSocket{u"spark-c"_s, CageIndex::One}),
        std::pair(VirtualSocket{u"spark-c"_s, CageIndex::Zero}, VirtualSocket{u"spark-a"_s, CageIndex::One})};
    for (const auto &[a, b] : cables) {
        auto plugged = m_place->simulator()->plug(a, b);
        QTRY_VERIFY_WITH_TIMEOUT(plugged.isFinished(), kPatienceMs);
        QVERIFY(plugged.result().ok());
    }
}

void StoryRoom::practise(const QString &scenario, const QStringList &without)
{
    makeFolder();
    openWindow({}, scenario);
    QTRY_COMPARE_WITH_TIMEOUT(models().steps.current(), Step::Find, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(models().find.primaryAction().enabled, kPatienceMs);
    for (const QString &name : without)
        click(u"card_"_s + name);
    click(u"primaryButton"_s);
}

void StoryRoom::openWindow(const QString &cluster, const QString &scenario)
{
    m_window.reset();
    gui::StartOptions options;
    options.folder = folder();
    options.cluster = cluster;
    options.virtualScenario = scenario;
    options.simulatorSpeed = kSpeed;
    m_window = std::make_unique<gui::MainWindow>(options);
    takeWindow(m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->start();
    waitForPage();
    m_sudoWatch.start(kSudoLookMs);
}

void StoryRoom::end()
{
    m_sudoWatch.stop();
    m_window.reset();
    m_place.reset();
    m_folder.reset();
    m_sparks.clear();
}

QString StoryRoom::password() const
{
    const std::string_view bytes = m_sparks.front().password.reveal();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void StoryRoom::type(const QString &name, const QString &text)
{
    auto *edit = comes<QLineEdit>(name);
    QVERIFY2(edit, qPrintable(name));
    edit->clear();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Tab); // a field takes its text up when it is left
}

void StoryRoom::signIn(const QString &password)
{
    if (models().steps.current() == Step::Find)
        click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::SignIn);
    type(u"userEdit"_s, m_sparks.front().user);
    type(u"passwordEdit"_s, password);
    click(u"primaryButton"_s);
}

void StoryRoom::goToCable(std::optional<domain::Topology> form)
{
    QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), m_patienceMs);
    click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::Topology);
    QTRY_VERIFY_WITH_TIMEOUT(models().topology.primaryAction().enabled, m_patienceMs);
    if (form) {
        const auto offered = [&] {
            const auto &cards = models().topology.cards();
            return std::any_of(cards.begin(), cards.end(), [&](const auto &card) { return card.topology == *form; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(offered(), m_patienceMs);
        models().topology.choose(*form);
    }
    click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::Cable);
}

void StoryRoom::goToReview()
{
    goToCable();
    bool woken = false;
    const auto cabled = [&] {
        QAbstractButton *wake = !woken && models().cable.wakeOffered() ? buttonWithText(u"Wake them"_s) : nullptr;
        if (wake) {
            wake->click();
            woken = true;
        }
        return models().cable.complete();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(cabled(), qPrintable(models().cable.headline()), kPatienceMs);
    click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::Review);
    QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled && models().review.plan(),
        qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
}

void StoryRoom::startApply()
{
    QVERIFY(models().review.plan() && models().review.plan()->changesSparks());
    click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::Apply);
}

QStringList StoryRoom::toBeDone() const
{
    QStringList lines;
    if (const auto &plan = models().review.plan())
        for (const auto &spark : plan->sparks)
            lines << u"%1: network %2, trust %3"_s.arg(QString::fromStdString(spark.hostname))
                         .arg(spark.networkChanges)
                         .arg(spark.trustChanges);
    return lines;
}

bool StoryRoom::isCommitting() const
{
    workplace::Workplace stored(folder());
    return engine::interruptionIn(stored.environment().journal->open(u"default"_s)).has_value();
}

int StoryRoom::signedIn() const
{
    int standing = 0;
    for (const QByteArray &line : contentOf(u"/proc/net/tcp"_s).split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 4 || fields[3] != "01") // TCP_ESTABLISHED
            continue;
        const int port = fields[1].mid(fields[1].indexOf(':') + 1).toInt(nullptr, 16);
        standing += std::any_of(m_sparks.begin(), m_sparks.end(),
            [port](const engine::VirtualSpark &spark) { return spark.endpoint.port == port; });
    }
    return standing;
}

QJsonObject StoryRoom::askSimulator(const QJsonObject &request)
{
    const QByteArray simulator =
        contentOf(u"/proc/self/task/%1/children"_s.arg(QCoreApplication::applicationPid())).split(' ').front();
    QLocalSocket socket;
    socket.setSocketOptions(QLocalSocket::AbstractNamespaceOption);
    socket.connectToServer(u"sparkloom-sim-"_s + QString::fromLatin1(simulator));
    if (!socket.waitForConnected(kAnswerMs))
        return {{u"error"_s, u"the simulator does not answer"_s}};
    QJsonObject numbered = request;
    numbered[u"id"_s] = 1;
    socket.write(QJsonDocument(numbered).toJson(QJsonDocument::Compact) + '\n');
    QByteArray told;
    while (!told.contains('\n') && socket.waitForReadyRead(kAnswerMs))
        told += socket.readAll();
    return QJsonDocument::fromJson(told.left(told.indexOf('\n'))).object();
}

QStringList StoryRoom::timers()
{
    const QJsonObject answer = askSimulator({{u"do"_s, u"state"_s}});
    if (!answer[u"ok"_s].toBool())
        return {u"no state: "_s + answer[u"error"_s].toString()};
    QStringList waiting;
    for (const auto &spark : answer[u"sparks"_s].toArray())
        for (const auto &timer : spark.toObject()[u"timers"_s].toArray())
            waiting << spark.toObject()[u"name"_s].toString() + u' ' + timer.toString();
    return waiting;
}

QString StoryRoom::signInState() const
{
    QStringList lines;
    for (const auto &row : models().signIn.rows())
        lines << row.name + u": "_s + row.stateText + u' ' + row.error.seen + u' ' + row.problem;
    return lines.join(u'\n');
}

void StoryRoom::answerSudo()
{
    auto *answer = m_window ? visible<QAbstractButton>(u"answerButton"_s) : nullptr;
    if (!answer)
        return;
    if (m_sudo == Sudo::Refuse) {
        if (auto *refuse = visible<QAbstractButton>(u"refuseButton"_s))
            refuse->click();
        return;
    }
    auto *edit = answer->parentWidget()->findChild<QLineEdit *>(u"passwordEdit"_s);
    if (!edit || !edit->text().isEmpty())
        return;
    edit->setText(password());
    answer->click();
}
