// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

// The port to one machine over SSH. Lives on the main thread; the adapter does its work on one thread per host
// (design decision 19) and answers through futures and signals that arrive on the main thread.
namespace sparkloom::engine {

// Where to connect. host is a name or literal that passed domain::isHostNameOrAddress.
struct Endpoint {
    QString host;
    quint16 port = 22;
    // Addresses known from discovery, tried before resolving the name; "fe80::1%eth0" form for link-local.
    std::vector<QString> addresses;
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

struct HostKey {
    QString type;        // "ssh-ed25519"
    QByteArray blob;     // binary key blob
    QString fingerprint; // "SHA256:..." as ssh-keygen prints it
    friend bool operator==(const HostKey &, const HostKey &) = default;
};

// Result of connecting: the key exchange is done, nothing secret was sent.
struct Greeting {
    HostKey hostKey;
    QString peerAddress;  // address that the socket reached
    QString localAddress; // ours, as the host sees it
    QString banner;       // identification string of the server, untrusted, at most 255 bytes
};

struct KeyPair {
    QByteArray privateKey; // OpenSSH text form, kept in memory only as long as needed
    QString publicKey;     // "ssh-ed25519 AAAA..."
};

// What may be tried to sign in, in this order: own key, agent, key file, keyboard-interactive / password.
struct Credentials {
    QString user; // passed domain::isUserName
    std::optional<KeyPair> ownKey;
    bool useAgent = false;
    QString keyFile;                // path, empty for none
    base::Secret keyPassphrase;     // for keyFile
    base::Secret password;          // empty: none offered
    bool allowPasswordless = false; // "none" method: virtual Sparks only
};

struct SignIn {
    enum class Method { OwnKey, Agent, KeyFile, KeyboardInteractive, Password, None };
    Method method = Method::OwnKey;
};

struct ProcessExit {
    enum class Kind { Exited, Signalled, ConnectionLost, LimitExceeded, Cancelled, NotStarted };
    Kind kind = Kind::Exited;
    int code = -1;     // exit status where Exited
    base::Error error; // where not Exited
};

// One command on the host. Exactly one finished(), always, also after the connection is lost. Deleting it closes the
// channel. All signals on the main thread. stdout is delivered in order in chunks of at most 64 KiB; stderr is kept to
// protocol::kMaxStderrKept bytes. More than protocol::kMaxCommandOutput of stdout without a reader's say (see
// setUnlimited) ends it with LimitExceeded.
class RemoteProcess : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void write(const QByteArray &bytes) = 0;
    // Writes a secret; it is copied nowhere but into the channel.
    virtual void writeSecret(const base::Secret &secret) = 0;
    virtual void closeInput() = 0;
    virtual void cancel() = 0; // closes the channel; finished() with Cancelled within a second
    virtual bool isRunning() const = 0;

Q_SIGNALS:
    void outputReceived(const QByteArray &bytes);
    void errorReceived(const QByteArray &bytes);
    void finished(const sparkloom::engine::ProcessExit &exit);
};

class RemoteHost : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Connects and exchanges keys: bounded by 8 s connect + 10 s key exchange (measurement-and-safety 11).
    // Errors: Unreachable (why: refused, no route, timed out, closed without banner F-28), Protocol.
    virtual QFuture<base::Result<Greeting>> connectToHost(const Endpoint &endpoint) = 0;
    // Only after the caller accepted the host key. Bounded by 20 s and six tries.
    // Errors: SignIn (which methods the server offers is in the message), Unreachable.
    virtual QFuture<base::Result<SignIn>> signIn(const Credentials &credentials) = 0;
    // A command line of protocol/commandlines.h. Never null.
    virtual std::unique_ptr<RemoteProcess> start(const QString &commandLine, bool unlimitedOutput = false) = 0;
    // Ends everything; effective within a second, also in the middle of connecting. Idempotent.
    virtual void disconnectFromHost() = 0;
    virtual bool isConnected() const = 0;

Q_SIGNALS:
    // The connection ended although nobody asked for it.
    void connectionLost(const sparkloom::base::Error &error);
};

// Makes RemoteHost objects, and knows the state of the library beneath.
class RemoteHostFactory {
public:
    virtual ~RemoteHostFactory() = default;
    virtual std::unique_ptr<RemoteHost> create() = 0;
    // Version and patch level check of libssh (design decision 5): an Error says what is known against it.
    virtual base::Result<void> libraryCheck() const = 0;
};

} // namespace sparkloom::engine

Q_DECLARE_METATYPE(sparkloom::engine::ProcessExit)
