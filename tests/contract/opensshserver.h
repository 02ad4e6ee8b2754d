// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remotehostcontract.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

class QSocketNotifier;

namespace sparkloom::test {

// The machine's own sshd, run as the user of the test with a configuration of its own, one `sshd -i` for each
// connection to a port that this object listens on. Only key sign-in: passwords would need root and the machine's
// accounts.
class OpenSshServer : public QObject, public HostUnderTest {
    Q_OBJECT
public:
    // moreConfig: lines of sshd_config.
    explicit OpenSshServer(const QByteArray &moreConfig = {});
    ~OpenSshServer() override; // ends the servers it started

    QString problem() const { return m_problem; } // why it cannot be used here; empty when it can

    engine::Endpoint endpoint() const override;
    engine::Credentials credentials() const override;
    engine::Credentials wrongCredentials() const override;
    QString command(Command command) const override;
    QString fingerprint() const override { return m_fingerprint; }

private:
    bool prepare(const QByteArray &moreConfig);
    bool writeFile(const QString &name, const QByteArray &text) const;
    bool listen();
    void acceptOne();

    QTemporaryDir m_folder;
    QString m_problem;
    QString m_program;
    QString m_fingerprint;
    engine::KeyPair m_key;
    engine::KeyPair m_otherKey;
    int m_listener = -1;
    quint16 m_port = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

} // namespace sparkloom::test
