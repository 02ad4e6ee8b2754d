// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packet.h"

#include <atomic>
#include <memory>
#include <optional>

namespace sparkloom::test::malicious {

// What the server says in its KEXINIT, and how it spoils the exchange.
struct Offer {
    std::string keyExchange = "curve25519-sha256";
    std::string hostKey = "ssh-ed25519";
    std::string cipher = "aes256-ctr";
    std::string mac = "hmac-sha2-256";
    bool strict = false; // OpenSSH's strict key exchange, against packets that are slipped in
    bool stray = false;  // slips a packet to ignore in before the answer
    bool wrongSignature = false;
    bool zeroPoint = false;     // the shared secret would be zero
    bool wrongGuess = false;    // says that it guessed the method, wrongly, and sends the first packet of that one
    std::string hostKeyBlob;    // instead of the right one
    std::string insteadOfReply; // a payload that is sent in the place of the answer
};

// The server's side of one SSH connection, by hand (RFC 4253 with curve25519, ed25519 and the ciphers of
// packetcipher.h): unlike a library it sends whatever it is told to. Every call ends when the client has gone or the
// server stops. One thread.
class Wire {
public:
    Wire(int socket, const std::atomic<bool> &stopping); // takes the socket over
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    // Bytes as they are; false when nobody reads any more.
    bool sendRaw(std::string_view bytes);
    // Our banner, the client's, and both KEXINITs; then the rest of the exchange. False: the client went.
    bool greet(std::string_view banner = "SSH-2.0-malicious\r\n");
    bool exchangeKeys(const Offer &offer = {});
    bool start() { return greet() && exchangeKeys(); }
    // One packet, encrypted once the keys are exchanged; spoiled: with a wrong check.
    bool send(const Packet &packet, bool spoiled = false);
    // A packet whose length field and padding say what the test wants; spoiled: with a wrong check. False as above.
    bool sendFrame(std::string frame, bool spoiled = false);
    // Payload of the next packet; nothing when the client went.
    std::optional<std::string> receive();
    // The next packet of this type; others are passed over.
    std::optional<std::string> receive(int type);
    // Reads until the client goes or the server stops.
    void idle();
    // Sends the same packet again and again until the client goes; at most this many times.
    void repeat(const Packet &packet, std::uint64_t times = UINT64_MAX);
    bool stopping() const { return m_stopping; }
    void pause(int milliseconds) const; // ends early when the server stops

private:
    struct Keys;
    bool fill(std::size_t size);
    std::string take(std::size_t size);
    std::string answerExchange(const Offer &offer, std::string_view clientPoint, const std::string &serverInit);
    void deriveKeys(const std::string &cipher, const std::string &secret, const std::string &hash);

    const int m_socket;
    const std::atomic<bool> &m_stopping;
    std::string m_read;
    std::string m_clientBanner, m_serverBanner, m_clientInit;
    std::string m_sessionId;
    std::uint32_t m_sent = 0, m_received = 0; // packets
    std::unique_ptr<Keys> m_next, m_keys;
};

} // namespace sparkloom::test::malicious
