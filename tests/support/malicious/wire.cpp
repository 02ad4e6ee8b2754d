// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include "crypto.h"
#include "packetcipher.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sparkloom::test::malicious {
namespace {

constexpr int kPollMs = 20;
constexpr std::size_t kMaxPacket = 1024 * 1024;

using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY, EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX, EVP_MD_CTX_free>>;

std::string sha256(std::string_view text)
{
    std::string hash(SHA256_DIGEST_LENGTH, '\0');
    SHA256(bytesOf(text), text.size(), bytesOf(hash));
    return hash;
}

std::string publicBytes(const Key &key)
{
    std::string bytes(32, '\0');
    std::size_t size = bytes.size();
    must(EVP_PKEY_get_raw_public_key(key.get(), bytesOf(bytes), &size) == 1);
    return bytes;
}

std::string shared(const Key &own, std::string_view point)
{
    const Key peer(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, bytesOf(point), point.size()));
    const KeyContext context(EVP_PKEY_CTX_new(own.get(), nullptr));
    std::string secret(32, '\0');
    std::size_t size = secret.size();
    must(peer && context && EVP_PKEY_derive_init(context.get()) == 1
        && EVP_PKEY_derive_set_peer(context.get(), peer.get()) == 1
        && EVP_PKEY_derive(context.get(), bytesOf(secret), &size) == 1);
    return secret;
}

std::string sign(const Key &key, std::string_view text)
{
    const DigestContext context(EVP_MD_CTX_new());
    std::string signature(64, '\0');
    std::size_t size = signature.size();
    must(context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestSign(context.get(), bytesOf(signature), &size, bytesOf(text), text.size()) == 1);
    return signature;
}

const Key &hostKey()
{
    static const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    return key;
}

} // namespace

struct Wire::Keys {
    std::unique_ptr<PacketCipher> out, in;
    bool outOn = false, inOn = false;
};

Wire::Wire(int socket, const std::atomic<bool> &stopping) : m_socket(socket), m_stopping(stopping) {}

Wire::~Wire()
{
    shutdown(m_socket, SHUT_RDWR);
    close(m_socket);
}

void Wire::pause(int milliseconds) const
{
    for (int left = milliseconds; left > 0 && !m_stopping; left -= kPollMs)
        poll(nullptr, 0, std::min(left, kPollMs));
}

bool Wire::sendRaw(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (m_stopping)
            return false;
        pollfd fd{m_socket, POLLOUT, 0};
        if (poll(&fd, 1, kPollMs) == 0)
            continue;
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        bytes.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
    }
    return true;
}

bool Wire::fill(std::size_t size)
{
    char buffer[16384];
    while (m_read.size() < size) {
        if (m_stopping)
            return false;
        pollfd fd{m_socket, POLLIN, 0};
        if (poll(&fd, 1, kPollMs) == 0)
            continue;
        const ssize_t got = recv(m_socket, buffer, sizeof buffer, MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return false;
        m_read.append(buffer, got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    return true;
}

std::string Wire::take(std::size_t size)
{
    std::string bytes = m_read.substr(0, size);
    m_read.erase(0, size);
    return bytes;
}

bool Wire::greet(std::string_view banner)
{
    if (!sendRaw(banner))
        return false;
    m_serverBanner = banner.substr(0, banner.find('\r'));
    while (m_read.find('\n') == std::string::npos)
        if (!fill(m_read.size() + 1))
            return false;
    m_clientBanner = take(m_read.find('\n') + 1);
    while (!m_clientBanner.empty() && (m_clientBanner.back() == '\n' || m_clientBanner.back() == '\r'))
        m_clientBanner.pop_back();
    return true;
}

bool Wire::sendFrame(std::string frame, bool spoiled)
{
    const std::uint32_t number = m_sent++;
    return sendRaw(m_keys && m_keys->outOn ? m_keys->out->seal(number, frame, spoiled) : frame);
}

bool Wire::send(const Packet &packet, bool spoiled)
{
    const bool encrypted = m_keys && m_keys->outOn;
    const std::size_t block = encrypted ? m_keys->out->block() : 16;
    const std::size_t bare = 5 + packet.bytes().size() - (encrypted ? m_keys->out->unpadded() : 0);
    const std::size_t padding = block - bare % block + (block - bare % block < 4 ? block : 0);
    Packet frame;
    frame.u32(static_cast<std::uint32_t>(1 + packet.bytes().size() + padding)).byte(static_cast<int>(padding));
    return sendFrame(frame.raw(packet.bytes()).raw(std::string(padding, 'p')).bytes(), spoiled);
}

std::optional<std::string> Wire::receive()
{
    PacketCipher *cipher = m_keys && m_keys->inOn ? m_keys->in.get() : nullptr;
    const std::size_t first = cipher ? cipher->beginning() : 4;
    if (!fill(first))
        return std::nullopt;
    std::string frame = take(first);
    if (cipher)
        frame = cipher->begin(m_received, frame);
    const std::size_t length = PacketReader(frame).u32();
    if (length > kMaxPacket || length + 4 < first)
        return std::nullopt;
    const std::size_t left = length + 4 - first;
    if (!fill(left + (cipher ? cipher->check() : 0)))
        return std::nullopt;
    const std::string rest = take(left);
    frame += cipher ? cipher->rest(m_received, rest) : rest;
    take(cipher ? cipher->check() : 0);
    ++m_received;
    const std::size_t padding = static_cast<unsigned char>(frame[4]);
    return frame.substr(5, length - 1 - std::min(padding, length - 1));
}

std::optional<std::string> Wire::receive(int type)
{
    for (;;) {
        auto payload = receive();
        if (!payload || (!payload->empty() && payload->front() == static_cast<char>(type)))
            return payload;
    }
}

void Wire::idle()
{
    while (receive()) {
    }
}

void Wire::repeat(const Packet &packet, std::uint64_t times)
{
    while (times-- > 0 && send(packet)) {
    }
}

bool Wire::exchangeKeys(const Offer &offer)
{
    Packet init(kKexInit);
    const std::string methods = offer.keyExchange + (offer.strict ? ",kex-strict-s-v00@openssh.com" : "");
    init.raw(std::string(16, 'c')).string(methods).string(offer.hostKey);
    for (const std::string &list : {offer.cipher, offer.cipher, offer.mac, offer.mac})
        init.string(list);
    init.string("none").string("none").string("").string("").byte(offer.wrongGuess).u32(0);
    if (!send(init) || (offer.wrongGuess && !send(Packet(kEcdhReply).string(std::string(2000, 'g')))))
        return false;
    const auto clientInit = receive(kKexInit);
    if (!clientInit)
        return false;
    m_clientInit = *clientInit;
    if (!offer.insteadOfReply.empty())
        return send(Packet().raw(offer.insteadOfReply));
    PacketReader lists(*clientInit);
    lists.skip(17);
    const std::string_view wanted = lists.string();
    for (int i = 0; i < 9; ++i)
        (void)lists.string();
    const bool guessed = lists.byte() != 0 && !wanted.starts_with(offer.keyExchange);
    if (guessed && !receive())
        return false;
    const auto exchange = receive(kEcdhInit);
    if (!exchange)
        return false;
    PacketReader reader(*exchange);
    reader.byte();
    const std::string answer = answerExchange(offer, reader.string(), init.bytes());
    if (offer.stray && !send(Packet(kIgnore).string("stray")))
        return false;
    if (!send(Packet().raw(answer)) || !send(Packet(kNewKeys)))
        return false;
    m_next->outOn = true;
    if (offer.strict) // packets are counted anew with each NEWKEYS
        m_sent = 0;
    // A second exchange: the client's packets come under the old keys until its NEWKEYS.
    std::unique_ptr<Keys> fresh = std::move(m_next);
    std::unique_ptr<Keys> old = std::move(m_keys);
    m_keys = std::move(fresh);
    if (old) {
        std::swap(m_keys->in, old->in);
        m_keys->inOn = true;
    }
    const bool came = receive(kNewKeys).has_value();
    if (old)
        std::swap(m_keys->in, old->in);
    m_keys->inOn = true;
    if (offer.strict)
        m_received = 0;
    return came;
}

std::string Wire::answerExchange(const Offer &offer, std::string_view clientPoint, const std::string &serverInit)
{
    const Key own(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"));
    const std::string secret = shared(own, clientPoint);
    const std::string point = offer.zeroPoint ? std::string(32, '\0') : publicBytes(own);
    const std::string blob = offer.hostKeyBlob.empty()
        ? Packet().string("ssh-ed25519").string(publicBytes(hostKey())).bytes()
        : offer.hostKeyBlob;
    const std::string hash = sha256(Packet()
                                        .string(m_clientBanner)
                                        .string(m_serverBanner)
                                        .string(m_clientInit)
                                        .string(serverInit)
                                        .string(blob)
                                        .string(clientPoint)
                                        .string(point)
                                        .number(secret)
                                        .bytes());
    deriveKeys(offer.cipher, secret, hash);
    const std::string signature = sign(hostKey(), offer.wrongSignature ? sha256(hash) : hash);
    return Packet(kEcdhReply)
        .string(blob)
        .string(point)
        .string(Packet().string("ssh-ed25519").string(signature).bytes())
        .bytes();
}

void Wire::deriveKeys(const std::string &cipher, const std::string &secret, const std::string &hash)
{
    if (m_sessionId.empty())
        m_sessionId = hash;
    const std::string common = Packet().number(secret).raw(hash).bytes();
    const auto derive = [&](char letter) { return sha256(common + letter + m_sessionId); };
    const auto twice = [&](char letter) { return derive(letter) + sha256(common + derive(letter)); };
    m_next = std::make_unique<Keys>();
    m_next->in = makeCipher(cipher, {derive('A'), twice('C'), derive('E')});
    m_next->out = makeCipher(cipher, {derive('B'), twice('D'), derive('F')});
}

} // namespace sparkloom::test::malicious
