// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The algorithms that we accept, best first (measurement-and-safety 8.2). libssh leaves out names that it does not
// know.
namespace sparkloom::ssh::raii {

inline constexpr const char *kKeyExchange =
    "mlkem768x25519-sha256,sntrup761x25519-sha512,sntrup761x25519-sha512@openssh.com,curve25519-sha256,"
    "curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521,"
    "diffie-hellman-group18-sha512,diffie-hellman-group16-sha512";
inline constexpr const char *kHostKeys =
    "ssh-ed25519,ecdsa-sha2-nistp521,ecdsa-sha2-nistp384,ecdsa-sha2-nistp256,rsa-sha2-512,rsa-sha2-256";
// chacha20-poly1305 and CTR with encrypt-then-MAC first: builds without the fix of CVE-2026-59847 check GCM tags
// wrongly.
inline constexpr const char *kCiphers =
    "chacha20-poly1305@openssh.com,aes256-ctr,aes192-ctr,aes128-ctr,aes256-gcm@openssh.com,aes128-gcm@openssh.com";
inline constexpr const char *kMacs =
    "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512";
inline constexpr const char *kSignatures =
    "ssh-ed25519,sk-ssh-ed25519@openssh.com,ecdsa-sha2-nistp521,ecdsa-sha2-nistp384,ecdsa-sha2-nistp256,"
    "sk-ecdsa-sha2-nistp256@openssh.com,rsa-sha2-512,rsa-sha2-256";

} // namespace sparkloom::ssh::raii
