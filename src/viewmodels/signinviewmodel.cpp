// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/signinviewmodel.h"

#include "engine/text/isolates.h"
#include "engine/text/text.h"
#include "viewmodels/sentence.h"
#include "viewmodels/words.h"

#include <QLocale>

#include <algorithm>
#include <variant>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

// Commands of texts begin with two blanks, as those of engine/text do.
constexpr char kNewHostKeys[] = "  sudo rm /etc/ssh/ssh_host_* && sudo ssh-keygen -A\n"
                                "  sudo systemctl restart ssh";

RowTone toneOf(engine::HostState state)
{
    switch (state) {
    case engine::HostState::Idle: return RowTone::Quiet;
    case engine::HostState::HostKeyWaiting: return RowTone::Question;
    case engine::HostState::HostKeyChanged:
    case engine::HostState::Failed: return RowTone::Bad;
    case engine::HostState::Ready: return RowTone::Good;
    default: return RowTone::Busy;
    }
}

// How far a Spark has come, in hundredths; the steps of signing in weigh the same.
int progressOf(engine::HostState state)
{
    switch (state) {
    case engine::HostState::Connecting: return 10;
    case engine::HostState::HostKeyWaiting: return 20;
    case engine::HostState::SigningIn: return 35;
    case engine::HostState::InstallingKey: return 55;
    case engine::HostState::Preparing: return 70;
    case engine::HostState::Inspecting: return 85;
    case engine::HostState::Ready: return 100;
    default: return 0;
    }
}

QString factsLine(const domain::SparkFacts &facts)
{
    QStringList parts;
    const QString maker = Words::maker(facts.maker, QString::fromStdString(facts.product));
    if (!maker.isEmpty())
        parts << maker;
    if (!facts.versions.dgxOs.empty())
        parts << u"DGX OS %1"_s.arg(QString::fromStdString(facts.versions.dgxOs));
    if (facts.memoryBytes > 0)
        parts
            << Words::tr("%1 GB memory").arg(QLocale().toString(qRound(static_cast<double>(facts.memoryBytes) / 1e9)));
    return engine::text::joined(parts, u" · "_s);
}

// Why a sign-in was not accepted, beside the fields for the next try. Which ways were tried tells a person nothing,
// unless the password was none of them.
QString whyAskedAgain(const base::Message &problem)
{
    if (problem.empty())
        return {};
    const base::Error error = base::refused(problem);
    const auto found = problem.arguments.find("tried");
    const auto *tried = found == problem.arguments.end() ? nullptr : std::get_if<std::string>(&found->second);
    const auto with = [tried](const char *way) { return tried && tried->find(way) != std::string::npos; };
    if (problem.id != "ssh.auth-denied" || !(with("password") || with("keyboard-interactive")))
        return said(inLine(error));
    return SignInViewModel::tr("The user name or the password was not accepted.") + u' '
        + engine::text::explain(error).remedy;
}

} // namespace

void SignInViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    m_hosts = hosts;
    std::erase_if(m_asked, [&](const auto &asked) {
        return std::none_of(m_hosts.begin(), m_hosts.end(), [&](const auto &host) { return host.name == asked.first; });
    });
    rebuild();
}

void SignInViewModel::setSetUp(const QStringList &names)
{
    m_setUp = names; // shown with the hosts, which are told next
}

void SignInViewModel::setBusy(bool busy)
{
    m_busy = busy;
    if (!busy) {
        m_asked.clear();
        m_keys.clear();
    }
    rebuild();
}

void SignInViewModel::setPractice(bool practice)
{
    m_practice = practice;
    Q_EMIT changed();
}

void SignInViewModel::askHostKeys(const std::vector<engine::HostKeyQuestion> &questions)
{
    m_keys.clear();
    for (const engine::HostKeyQuestion &question : questions)
        m_keys.push_back(
            {question.name, question.address, question.key.type, question.key.fingerprint, question.sameKeyAs, false});
    Q_EMIT changed();
}

void SignInViewModel::askCredentials(const QString &name, const base::Message &problem)
{
    m_asked[name] = problem;
    rebuild();
}

void SignInViewModel::setProblem(const std::optional<base::Error> &error)
{
    m_problem = error;
    Q_EMIT changed();
}

void SignInViewModel::forgetSecrets()
{
    m_form.password = {};
    m_form.keyPassphrase = {};
    for (auto &[name, own] : m_own)
        own.password = {};
    Q_EMIT changed();
}

void SignInViewModel::rebuild()
{
    m_rows.clear();
    for (const engine::HostView &host : m_hosts) {
        SignInRow row;
        row.name = host.name;
        row.address = host.endpoint.host;
        row.stateText = Words::hostState(host.state);
        row.tone = toneOf(host.state);
        row.progress = progressOf(host.state);
        row.user = host.user;
        if (host.facts)
            row.facts = factsLine(*host.facts);
        if (host.hostKey)
            row.fingerprint = host.hostKey->fingerprint;
        if (host.error)
            row.error = engine::text::explain(*host.error);
        row.keyChanged = host.state == engine::HostState::HostKeyChanged;
        row.canRetry = host.state == engine::HostState::Failed;
        row.isSetUp = m_setUp.contains(host.name);
        row.canLeave = (row.canRetry || row.keyChanged || host.state == engine::HostState::Lost)
            && (row.isSetUp || m_hosts.size() > 2); // two are the fewest
        row.ownCredentials = !m_form.sameOnAll && !m_practice && !m_busy
            && (host.state == engine::HostState::Idle || host.state == engine::HostState::Failed);
        for (const base::Message &note : host.notes)
            row.notes << engine::text::sentence(note);
        if (const auto asked = m_asked.find(host.name); asked != m_asked.end()) {
            row.asksCredentials = true;
            row.problem = whyAskedAgain(asked->second);
            row.tone = RowTone::Question;
            row.stateText = tr("Waiting for you");
        }
        m_rows.push_back(row);
    }
    Q_EMIT changed();
}

bool SignInViewModel::allReady() const
{
    return !m_hosts.empty() && std::all_of(m_hosts.begin(), m_hosts.end(), [](const auto &host) {
        return host.state == engine::HostState::Ready;
    });
}

bool SignInViewModel::started() const
{
    return m_busy || std::any_of(m_hosts.begin(), m_hosts.end(), [](const auto &host) {
        return host.state != engine::HostState::Idle;
    });
}

engine::text::Explanation SignInViewModel::problem() const
{
    return m_problem ? engine::text::explain(*m_problem) : engine::text::Explanation{};
}

std::optional<ChangedKey> SignInViewModel::changedKey() const
{
    const auto host =
        std::find_if(m_hosts.begin(), m_hosts.end(), [this](const auto &each) { return each.name == m_changedShown; });
    if (host == m_hosts.end() || host->state != engine::HostState::HostKeyChanged || !host->error)
        return std::nullopt;
    const auto argument = [&](const char *name) {
        const auto found = host->error->message.arguments.find(name);
        const std::string *text =
            found == host->error->message.arguments.end() ? nullptr : std::get_if<std::string>(&found->second);
        return text ? QString::fromStdString(*text) : QString();
    };
    return ChangedKey{host->name, argument("known"), argument("shown")};
}

SignInForm SignInViewModel::ownForm(const QString &name) const
{
    SignInForm form;
    if (const auto own = m_own.find(name); own != m_own.end()) {
        form.user = own->second.user;
        form.password = own->second.password;
    }
    return form;
}

bool SignInViewModel::everybodyIsNamed() const
{
    return std::all_of(m_hosts.begin(), m_hosts.end(), [this](const engine::HostView &host) {
        return host.state == engine::HostState::Ready || !host.user.isEmpty()
            || (!m_form.sameOnAll && !ownForm(host.name).user.isEmpty());
    });
}

QString SignInViewModel::headline() const
{
    if (const auto changed = changedKey(); changed && !askingKeys())
        return tr("%1 shows another key than before.").arg(changed->name);
    if (askingKeys())
        return tr("Are these really your Sparks?");
    if (allReady())
        return tr("Signed in to %n Spark(s).", nullptr, static_cast<int>(m_hosts.size()));
    if (!m_asked.empty())
        return tr("%n Spark(s) did not accept the sign-in.", nullptr, static_cast<int>(m_asked.size()));
    if (m_busy)
        return tr("Signing in.");
    const auto bad =
        std::count_if(m_rows.begin(), m_rows.end(), [](const SignInRow &row) { return row.tone == RowTone::Bad; });
    if (bad > 0)
        return tr("%n Spark(s) could not be signed in to.", nullptr, static_cast<int>(bad));
    return m_practice ? tr("Sign in to the virtual Sparks.") : tr("Sign in to your Sparks.");
}

QString SignInViewModel::detail() const
{
    if (changedKey() && !askingKeys())
        return tr("A key stands for one machine. Nothing secret was sent to this one.");
    if (askingKeys())
        return tr("Compare each fingerprint with the one that the Spark itself shows. Nothing secret is sent before "
                  "you accept it.");
    if (allReady())
        return tr("From now on this computer gets in with its own key; the password is forgotten.");
    if (m_practice)
        return tr("They bring their user name, password and fingerprints, so there is nothing to type.");
    return tr("Use the account that you made when you first switched the Spark on.");
}

QString SignInViewModel::installsText() const
{
    return tr("What is put on each Spark:\n"
              "•  in ~/.ssh/authorized_keys one line, the public key of this computer\n"
              "•  in ~/.cache/sparkloom a helper program\n"
              "Nothing else, and nothing as root. It can be removed again.");
}

void SignInViewModel::setKeyed(const QStringList &names)
{
    if (m_keyed == names)
        return;
    m_keyed = names;
    Q_EMIT changed();
}

QString SignInViewModel::keyedText() const
{
    QStringList names;
    int open = 0;
    for (const engine::HostView &host : m_hosts) {
        if (host.state == engine::HostState::Ready)
            continue;
        ++open;
        if (m_keyed.contains(host.name) && !host.user.isEmpty())
            names << host.name;
    }
    if (names.isEmpty() || m_practice)
        return {};
    if (names.size() == open)
        return tr("The key of this computer is on these Sparks: user name and password can stay empty.");
    //: %1 are the names of some Sparks
    return tr("The key of this computer is on %1: nothing has to be typed for that.").arg(names.join(u", "_s));
}

QString SignInViewModel::cloneWarning(const KeyRow &key)
{
    if (key.sameKeyAs.isEmpty())
        return {};
    return tr("The same key as %1: one was copied from the other. Make new host keys on one of them:")
               .arg(key.sameKeyAs.join(u", "_s))
        + u"\n%1"_s.arg(QLatin1StringView(kNewHostKeys));
}

QString SignInViewModel::compareText() const
{
    return tr("How to compare: with screen and keyboard at the Spark, open a terminal there and type the line below. "
              "One of the lines that it prints must hold the same fingerprint, every character of it.");
}

QString SignInViewModel::compareCommand()
{
    return u"for k in /etc/ssh/ssh_host_*_key.pub; do ssh-keygen -lf $k; done"_s;
}

PageAction SignInViewModel::primaryAction() const
{
    if (askingKeys()) {
        const auto marked = std::count_if(m_keys.begin(), m_keys.end(), [](const KeyRow &key) { return key.accepted; });
        if (marked == 0)
            return {tr("Accept"), false, tr("Mark each fingerprint that you compared")};
        return {tr("Accept %n fingerprint(s)", nullptr, static_cast<int>(marked)), true, {}};
    }
    if (allReady())
        return {tr("Continue"), true, {}};
    if (!m_asked.empty())
        return {tr("Sign in"), false, tr("Answer at the Spark that is marked")};
    if (m_busy)
        return {tr("Sign in"), false, tr("Signing in; a Spark that does not answer is given up after 18 seconds")};
    if (m_hosts.empty())
        return {tr("Sign in"), false, tr("Choose Sparks first")};
    const bool named = m_practice || (m_form.sameOnAll && !m_form.user.trimmed().isEmpty()) || everybodyIsNamed();
    const QString reason = m_form.sameOnAll ? tr("Type the user name") : tr("Type a user name beside each Spark");
    return {started() ? tr("Try again") : tr("Sign in"), named, named ? QString() : reason};
}

void SignInViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    if (askingKeys())
        answerKeys();
    else if (allReady())
        Q_EMIT continueRequested();
    else
        Q_EMIT signInRequested();
}

void SignInViewModel::setUser(const QString &user)
{
    m_form.user = user;
    Q_EMIT changed();
}

void SignInViewModel::setPassword(const base::Secret &password)
{
    m_form.password = password;
}

void SignInViewModel::setSameOnAll(bool same)
{
    m_form.sameOnAll = same;
    rebuild();
}

void SignInViewModel::setUseAgent(bool use)
{
    m_form.useAgent = use;
}

void SignInViewModel::setKeyFile(const QString &path, const base::Secret &passphrase)
{
    m_form.keyFile = path;
    m_form.keyPassphrase = passphrase;
}

void SignInViewModel::acceptKey(int row, bool accepted)
{
    if (row < 0 || row >= static_cast<int>(m_keys.size()))
        return;
    m_keys[static_cast<std::size_t>(row)].accepted = accepted;
    Q_EMIT changed();
}

void SignInViewModel::answerKeys()
{
    std::vector<bool> answers;
    for (const KeyRow &key : m_keys)
        answers.push_back(key.accepted);
    m_keys.clear();
    Q_EMIT keysAnswered(answers);
    Q_EMIT changed();
}

void SignInViewModel::refuseKeys()
{
    for (KeyRow &key : m_keys)
        key.accepted = false;
    answerKeys();
}

void SignInViewModel::answerCredentials(const QString &name, const QString &user, const base::Secret &password)
{
    m_asked.erase(name);
    Q_EMIT credentialsAnswered(name, user, password);
    rebuild();
}

void SignInViewModel::giveUp(const QString &name)
{
    m_asked.erase(name);
    Q_EMIT credentialsRefused(name);
    rebuild();
}

void SignInViewModel::setOwn(const QString &name, const QString &user, const base::Secret &password)
{
    m_own[name] = {user.trimmed(), password};
    Q_EMIT changed();
}

void SignInViewModel::showChangedKey(const QString &name)
{
    m_changedShown = name;
    Q_EMIT changed();
}

void SignInViewModel::closeChangedKey()
{
    m_changedShown.clear();
    Q_EMIT changed();
}

void SignInViewModel::retry(const QString &name)
{
    Q_EMIT retryRequested(name);
}

void SignInViewModel::replaceKey(const QString &name, const QString &typedName)
{
    Q_EMIT replaceKeyRequested(name, typedName);
}

} // namespace sparkloom::viewmodels
