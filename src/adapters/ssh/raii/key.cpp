// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/raii/key.h"

#include "adapters/ssh/raii/secrettext.h"

namespace sparkloom::ssh::raii {

std::optional<Key> Key::generateEd25519()
{
    ssh_key key = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK || key == nullptr)
        return std::nullopt;
    return Key(KeyHandle(key));
}

std::optional<Key> Key::fromPrivateText(std::string_view text, const base::Secret &passphrase)
{
    const SecretText phrase(passphrase);
    if (!phrase.usable())
        return std::nullopt;
    std::string terminated(text);
    ssh_key key = nullptr;
    // Never a null passphrase: OpenSSL would ask for one on the terminal.
    const int rc = ssh_pki_import_privkey_base64(terminated.c_str(), phrase.text(), nullptr, nullptr, &key);
    base::Secret::wipe(terminated.data(), terminated.size());
    if (rc != SSH_OK || key == nullptr)
        return std::nullopt;
    return Key(KeyHandle(key));
}

std::string Key::type() const
{
    const ssh_keytypes_e type = ssh_key_type(m_handle.get());
    if (type == SSH_KEYTYPE_ECDSA_P256 || type == SSH_KEYTYPE_ECDSA_P384 || type == SSH_KEYTYPE_ECDSA_P521)
        if (const char *name = ssh_pki_key_ecdsa_name(m_handle.get()))
            return name;
    const char *name = ssh_key_type_to_char(type);
    return name ? name : "unknown";
}

std::string Key::blobBase64() const
{
    char *text = nullptr;
    if (ssh_pki_export_pubkey_base64(m_handle.get(), &text) != SSH_OK)
        return {};
    return takeText(text);
}

std::string Key::publicLine() const
{
    return type() + ' ' + blobBase64();
}

std::string Key::fingerprint() const
{
    unsigned char *hash = nullptr;
    std::size_t size = 0;
    if (ssh_get_publickey_hash(m_handle.get(), SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != 0)
        return {};
    const std::string text = takeText(ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size));
    ssh_clean_pubkey_hash(&hash);
    return text;
}

std::string Key::privateText() const
{
    char *text = nullptr;
    if (ssh_pki_export_privkey_base64(m_handle.get(), nullptr, nullptr, nullptr, &text) != SSH_OK || text == nullptr)
        return {};
    std::string copy(text);
    base::Secret::wipe(text, copy.size());
    ssh_string_free_char(text);
    return copy;
}

} // namespace sparkloom::ssh::raii
