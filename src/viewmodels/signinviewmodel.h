// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"
#include "engine/prompts.h"
#include "engine/text/text.h"
#include "viewmodels/pageviewmodel.h"

#include <QStringList>

#include <map>
#include <vector>

namespace sparkloom::viewmodels {

enum class RowTone { Quiet, Busy, Good, Question, Bad };

// One Spark on the sign-in page.
struct SignInRow {
    QString name;
    QString address;
    QString stateText;
    QString facts;       // "DGX Spark · DGX OS 7.2.3 · 128 GB", once known
    QString fingerprint; // of its host key, once seen
    RowTone tone = RowTone::Quiet;
    int progress = 0;             // 0 to 100
    bool asksCredentials = false; // wants a user name and password of its own, now
    bool ownCredentials = false;  // they are typed beside it before the sign-in: not the same on all
    bool canRetry = false;
    bool keyChanged = false; // hard stop: its own page says what that means
    bool canLeave = false;   // it cannot be signed in to, and the others can go on without it
    bool isSetUp = false;    // it belongs to what is set up, so leaving is a change
    QString user;
    QString problem; // why the last try was not accepted
    engine::text::Explanation error;
    QStringList notes;
};

struct KeyRow {
    QString name;
    QString address;
    QString type;
    QString fingerprint;
    QStringList sameKeyAs; // other machines with this key
    bool accepted = false;
};

// A Spark that shows another key than the one on record.
struct ChangedKey {
    QString name;
    QString known; // fingerprint on record
    QString shown; // fingerprint of now
};

// What the one form for all Sparks holds.
struct SignInForm {
    QString user;
    base::Secret password;
    bool sameOnAll = true;
    bool useAgent = true; // keys that the SSH agent of this computer holds
    QString keyFile;
    base::Secret keyPassphrase;
};

class SignInViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;

    void setHosts(const std::vector<engine::HostView> &hosts);
    void setSetUp(const QStringList &names); // who has addresses of the set-up that this computer made
    void setKeyed(const QStringList &names); // who has the key of this computer, as it has on record
    void setBusy(bool busy);
    void setPractice(bool practice); // virtual Sparks bring their credentials
    void askHostKeys(const std::vector<engine::HostKeyQuestion> &questions);
    // problem: why the last try was not accepted; empty: there was none.
    void askCredentials(const QString &name, const base::Message &problem);
    void setProblem(const std::optional<base::Error> &error);
    void setForm(const SignInForm &form)
    {
        m_form = form;
        Q_EMIT changed();
    }
    void forgetSecrets();

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;
    void retranslate() override { rebuild(); }

    const std::vector<SignInRow> &rows() const { return m_rows; }
    const std::vector<KeyRow> &keys() const { return m_keys; }
    bool askingKeys() const { return !m_keys.empty(); }
    const SignInForm &form() const { return m_form; }
    bool practice() const { return m_practice; }
    bool busy() const { return m_busy; }
    bool allReady() const;
    bool started() const; // somebody was connected to
    engine::text::Explanation problem() const;
    // The one whose page is open; nothing while the list is shown.
    std::optional<ChangedKey> changedKey() const;
    // User name and password of one Spark where they are not the same on all; empty where nothing was typed.
    SignInForm ownForm(const QString &name) const;
    // What will be installed and where, before it is.
    QString installsText() const;
    // That for Sparks which have the key of this computer nothing has to be typed; empty where none has it.
    QString keyedText() const;
    QString compareText() const;
    static QString compareCommand();
    static QString cloneWarning(const KeyRow &key); // empty where no other machine has it

    // Intents.
    void setUser(const QString &user);
    void setPassword(const base::Secret &password);
    void setSameOnAll(bool same);
    void setUseAgent(bool use);
    void setKeyFile(const QString &path, const base::Secret &passphrase);
    void acceptKey(int row, bool accepted);
    void answerKeys();
    void refuseKeys();
    void answerCredentials(const QString &name, const QString &user, const base::Secret &password);
    void giveUp(const QString &name);
    void retry(const QString &name);
    void takeOut(const QString &name) { Q_EMIT leaveRequested(name); }
    void replaceKey(const QString &name, const QString &typedName);
    void setOwn(const QString &name, const QString &user, const base::Secret &password);
    void showChangedKey(const QString &name);
    void closeChangedKey();
    void cancel() { Q_EMIT cancelRequested(); }

Q_SIGNALS:
    void signInRequested();
    void retryRequested(const QString &name);
    void leaveRequested(const QString &name); // out of the cluster
    void replaceKeyRequested(const QString &name, const QString &typedName);
    void keysAnswered(const std::vector<bool> &accepted);
    void credentialsAnswered(const QString &name, const QString &user, const sparkloom::base::Secret &password);
    void credentialsRefused(const QString &name);
    void cancelRequested();

private:
    void rebuild();
    bool everybodyIsNamed() const;

    struct Own {
        QString user;
        base::Secret password;
    };
    std::vector<engine::HostView> m_hosts;
    QStringList m_setUp;
    QStringList m_keyed;
    std::map<QString, Own> m_own;
    QString m_changedShown; // name of the Spark whose changed key is looked at
    std::vector<SignInRow> m_rows;
    std::vector<KeyRow> m_keys;
    std::map<QString, base::Message> m_asked; // name -> problem
    std::optional<base::Error> m_problem;
    SignInForm m_form;
    bool m_busy = false;
    bool m_practice = false;
};

} // namespace sparkloom::viewmodels
