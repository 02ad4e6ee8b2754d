// SPDX-License-Identifier: GPL-3.0-or-later
#include "packetcipher.h"

#include "crypto.h"
#include "packet.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace sparkloom::test::malicious {
namespace {

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Releaser<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>>;
using Mac = std::unique_ptr<EVP_MAC, Releaser<EVP_MAC, EVP_MAC_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, Releaser<EVP_MAC_CTX, EVP_MAC_CTX_free>>;

constexpr std::size_t kTag = 16; // of GCM and of Poly1305

std::string touched(std::string check, bool spoiled)
{
    if (spoiled)
        check[0] = static_cast<char>(check[0] ^ 1);
    return check;
}

CipherContext stream(const EVP_CIPHER *kind, std::string key, std::string start)
{
    CipherContext context(EVP_CIPHER_CTX_new());
    must(context && EVP_EncryptInit_ex(context.get(), kind, nullptr, bytesOf(key), bytesOf(start)) == 1);
    return context;
}

// Streams are the same both ways.
std::string crypt(const CipherContext &context, std::string_view text)
{
    std::string out(text.size(), '\0');
    int size = 0;
    must(EVP_EncryptUpdate(context.get(), bytesOf(out), &size, bytesOf(text), static_cast<int>(text.size())) == 1);
    return out;
}

class CtrHmac : public PacketCipher {
public:
    explicit CtrHmac(const KeyMaterial &keys)
        : m_stream(stream(EVP_aes_256_ctr(), keys.key, keys.start)), m_integrity(keys.integrity)
    {}
    std::string seal(std::uint32_t number, const std::string &frame, bool spoiled) override
    {
        const std::string checked = Packet().u32(number).raw(frame).bytes();
        std::string mac(check(), '\0');
        unsigned size = 0;
        HMAC(EVP_sha256(), m_integrity.data(), static_cast<int>(m_integrity.size()), bytesOf(std::string_view(checked)),
            checked.size(), bytesOf(mac), &size);
        return crypt(m_stream, frame) + touched(mac, spoiled);
    }
    std::string begin(std::uint32_t, const std::string &first) override { return crypt(m_stream, first); }
    std::string rest(std::uint32_t, const std::string &sealed) override { return crypt(m_stream, sealed); }
    std::size_t beginning() const override { return block(); }
    std::size_t check() const override { return 32; }
    std::size_t block() const override { return 16; }
    std::size_t unpadded() const override { return 0; }

private:
    CipherContext m_stream;
    std::string m_integrity;
};

class Gcm : public PacketCipher {
public:
    explicit Gcm(const KeyMaterial &keys) : m_key(keys.key.substr(0, 32)), m_start(keys.start.substr(0, 12)) {}
    std::string seal(std::uint32_t, const std::string &frame, bool spoiled) override
    {
        const CipherContext context = next();
        const std::string_view length = std::string_view(frame).substr(0, 4);
        int size = 0;
        must(EVP_EncryptUpdate(context.get(), nullptr, &size, bytesOf(length), 4) == 1);
        const std::string body = crypt(context, std::string_view(frame).substr(4));
        std::string last(kTag, '\0'), tag(kTag, '\0');
        must(EVP_EncryptFinal_ex(context.get(), bytesOf(last), &size) == 1
            && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTag, tag.data()) == 1);
        return std::string(length) + body + touched(tag, spoiled);
    }
    std::string begin(std::uint32_t, const std::string &first) override { return first; }
    std::string rest(std::uint32_t, const std::string &sealed) override { return crypt(next(), sealed); }
    std::size_t beginning() const override { return 4; }
    std::size_t check() const override { return kTag; }
    std::size_t block() const override { return 16; }
    std::size_t unpadded() const override { return 4; }

private:
    // The last eight bytes of the start count the packets. Decrypting is the same counter mode.
    CipherContext next()
    {
        CipherContext context = stream(EVP_aes_256_gcm(), m_key, m_start);
        for (std::size_t i = m_start.size(); i-- > 4 && ++m_start[i] == 0;) {
        }
        return context;
    }
    std::string m_key, m_start;
};

class ChachaPoly : public PacketCipher {
public:
    explicit ChachaPoly(const KeyMaterial &keys) : m_main(keys.key.substr(0, 32)), m_header(keys.key.substr(32, 32)) {}
    std::string seal(std::uint32_t number, const std::string &frame, bool spoiled) override
    {
        const std::string sealed = crypt(at(m_header, number, 0), std::string_view(frame).substr(0, 4))
            + crypt(at(m_main, number, 1), std::string_view(frame).substr(4));
        return sealed + touched(poly(crypt(at(m_main, number, 0), std::string(32, '\0')), sealed), spoiled);
    }
    std::string begin(std::uint32_t number, const std::string &first) override
    {
        return crypt(at(m_header, number, 0), first);
    }
    std::string rest(std::uint32_t number, const std::string &sealed) override
    {
        return crypt(at(m_main, number, 1), sealed);
    }
    std::size_t beginning() const override { return 4; }
    std::size_t check() const override { return kTag; }
    std::size_t block() const override { return 8; }
    std::size_t unpadded() const override { return 4; }

private:
    // OpenSSL takes the block's number, little end first, and then the nonce: here the packet's number in eight bytes.
    static CipherContext at(const std::string &key, std::uint32_t number, int block)
    {
        std::string start(8, '\0');
        start[0] = static_cast<char>(block);
        return stream(EVP_chacha20(), key, Packet().raw(start).u32(0).u32(number).bytes());
    }
    static std::string poly(const std::string &key, std::string_view text)
    {
        const Mac mac(EVP_MAC_fetch(nullptr, "POLY1305", nullptr));
        const MacContext context(EVP_MAC_CTX_new(mac.get()));
        std::string tag(kTag, '\0');
        std::size_t size = 0;
        must(context && EVP_MAC_init(context.get(), bytesOf(std::string_view(key)), key.size(), nullptr) == 1
            && EVP_MAC_update(context.get(), bytesOf(text), text.size()) == 1
            && EVP_MAC_final(context.get(), bytesOf(tag), &size, tag.size()) == 1);
        return tag;
    }
    std::string m_main, m_header;
};

} // namespace

std::unique_ptr<PacketCipher> makeCipher(std::string_view name, const KeyMaterial &keys)
{
    if (name == "aes256-gcm@openssh.com")
        return std::make_unique<Gcm>(keys);
    if (name == "chacha20-poly1305@openssh.com")
        return std::make_unique<ChachaPoly>(keys);
    return std::make_unique<CtrHmac>(keys);
}

} // namespace sparkloom::test::malicious
