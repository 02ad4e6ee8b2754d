// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/ssh/keys.h"

#include <libssh/libssh.h>

namespace sparkloom::sim {

namespace {

// A text that libssh allocated.
std::string taken(char *text)
{
    std::string copy = text ? text : "";
    ssh_string_free_char(text);
    return copy;
}

} // namespace

void KeyDeleter::operator()(ssh_key_struct *key) const
{
    ssh_key_free(key);
}

KeyPointer generateKey()
{
    ssh_key key = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK)
        return nullptr;
    return KeyPointer(key);
}

KeyPointer privateKeyFrom(const std::string &openSshText)
{
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_base64(openSshText.c_str(), nullptr, nullptr, nullptr, &key) != SSH_OK)
        return nullptr;
    return KeyPointer(key);
}

KeyPointer copyOf(const KeyPointer &key)
{
    return KeyPointer(ssh_key_dup(key.get()));
}

std::string publicLine(const KeyPointer &key)
{
    char *base64 = nullptr;
    if (!key || ssh_pki_export_pubkey_base64(key.get(), &base64) != SSH_OK)
        return {};
    return std::string(ssh_key_type_to_char(ssh_key_type(key.get()))) + ' ' + taken(base64);
}

std::string privateText(const KeyPointer &key)
{
    char *text = nullptr;
    if (!key || ssh_pki_export_privkey_base64(key.get(), nullptr, nullptr, nullptr, &text) != SSH_OK)
        return {};
    return taken(text);
}

std::string fingerprint(const KeyPointer &key)
{
    unsigned char *hash = nullptr;
    std::size_t length = 0;
    if (!key || ssh_get_publickey_hash(key.get(), SSH_PUBLICKEY_HASH_SHA256, &hash, &length) != SSH_OK)
        return {};
    std::string text = taken(ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, length));
    ssh_clean_pubkey_hash(&hash);
    return text;
}

} // namespace sparkloom::sim
