// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h> // ssh_send_keepalive is declared here, though clients use it

// The functions of libssh that are used here, from a library that is loaded with the first call. It brings OpenSSL and
// Kerberos along and sets them up while it is loaded: a fifth of what an empty window costs (2.4 of 11 ms of processor
// time, measured 2026-11-22), and nobody signs in before the window stands there. A function that is not in this list
// is not found when programs are linked. No Qt here.
namespace sparkloom::ssh {

// Where the function is; threads may ask at once. Without the library the program ends, as it would at its start.
void *functionOfLibssh(const char *name);

} // namespace sparkloom::ssh

#define SPARKLOOM_LIBSSH(function)                                                                                     \
    (*[] {                                                                                                             \
        static const auto place =                                                                                      \
            reinterpret_cast<decltype(&::function)>(::sparkloom::ssh::functionOfLibssh(#function));                    \
        return place;                                                                                                  \
    }())

#define ssh_channel_close SPARKLOOM_LIBSSH(ssh_channel_close)
#define ssh_channel_free SPARKLOOM_LIBSSH(ssh_channel_free)
#define ssh_channel_is_open SPARKLOOM_LIBSSH(ssh_channel_is_open)
#define ssh_channel_new SPARKLOOM_LIBSSH(ssh_channel_new)
#define ssh_channel_open_session SPARKLOOM_LIBSSH(ssh_channel_open_session)
#define ssh_channel_poll SPARKLOOM_LIBSSH(ssh_channel_poll)
#define ssh_channel_read_nonblocking SPARKLOOM_LIBSSH(ssh_channel_read_nonblocking)
#define ssh_channel_request_exec SPARKLOOM_LIBSSH(ssh_channel_request_exec)
#define ssh_channel_send_eof SPARKLOOM_LIBSSH(ssh_channel_send_eof)
#define ssh_channel_window_size SPARKLOOM_LIBSSH(ssh_channel_window_size)
#define ssh_channel_write SPARKLOOM_LIBSSH(ssh_channel_write)
#define ssh_clean_pubkey_hash SPARKLOOM_LIBSSH(ssh_clean_pubkey_hash)
#define ssh_connect SPARKLOOM_LIBSSH(ssh_connect)
#define ssh_disconnect SPARKLOOM_LIBSSH(ssh_disconnect)
#define ssh_event_add_session SPARKLOOM_LIBSSH(ssh_event_add_session)
#define ssh_event_dopoll SPARKLOOM_LIBSSH(ssh_event_dopoll)
#define ssh_event_free SPARKLOOM_LIBSSH(ssh_event_free)
#define ssh_event_new SPARKLOOM_LIBSSH(ssh_event_new)
#define ssh_event_remove_session SPARKLOOM_LIBSSH(ssh_event_remove_session)
#define ssh_finalize SPARKLOOM_LIBSSH(ssh_finalize)
#define ssh_free SPARKLOOM_LIBSSH(ssh_free)
#define ssh_get_error SPARKLOOM_LIBSSH(ssh_get_error)
#define ssh_get_fd SPARKLOOM_LIBSSH(ssh_get_fd)
#define ssh_get_fingerprint_hash SPARKLOOM_LIBSSH(ssh_get_fingerprint_hash)
#define ssh_get_poll_flags SPARKLOOM_LIBSSH(ssh_get_poll_flags)
#define ssh_get_publickey_hash SPARKLOOM_LIBSSH(ssh_get_publickey_hash)
#define ssh_get_server_publickey SPARKLOOM_LIBSSH(ssh_get_server_publickey)
#define ssh_get_serverbanner SPARKLOOM_LIBSSH(ssh_get_serverbanner)
#define ssh_get_status SPARKLOOM_LIBSSH(ssh_get_status)
#define ssh_init SPARKLOOM_LIBSSH(ssh_init)
#define ssh_is_connected SPARKLOOM_LIBSSH(ssh_is_connected)
#define ssh_key_free SPARKLOOM_LIBSSH(ssh_key_free)
#define ssh_key_type SPARKLOOM_LIBSSH(ssh_key_type)
#define ssh_key_type_to_char SPARKLOOM_LIBSSH(ssh_key_type_to_char)
#define ssh_new SPARKLOOM_LIBSSH(ssh_new)
#define ssh_options_set SPARKLOOM_LIBSSH(ssh_options_set)
#define ssh_pki_export_privkey_base64 SPARKLOOM_LIBSSH(ssh_pki_export_privkey_base64)
#define ssh_pki_export_pubkey_base64 SPARKLOOM_LIBSSH(ssh_pki_export_pubkey_base64)
#define ssh_pki_generate SPARKLOOM_LIBSSH(ssh_pki_generate)
#define ssh_pki_import_privkey_base64 SPARKLOOM_LIBSSH(ssh_pki_import_privkey_base64)
#define ssh_pki_key_ecdsa_name SPARKLOOM_LIBSSH(ssh_pki_key_ecdsa_name)
#define ssh_remove_channel_callbacks SPARKLOOM_LIBSSH(ssh_remove_channel_callbacks)
#define ssh_send_keepalive SPARKLOOM_LIBSSH(ssh_send_keepalive)
#define ssh_set_agent_socket SPARKLOOM_LIBSSH(ssh_set_agent_socket)
#define ssh_set_blocking SPARKLOOM_LIBSSH(ssh_set_blocking)
#define ssh_set_channel_callbacks SPARKLOOM_LIBSSH(ssh_set_channel_callbacks)
#define ssh_set_counters SPARKLOOM_LIBSSH(ssh_set_counters)
#define ssh_string_free_char SPARKLOOM_LIBSSH(ssh_string_free_char)
#define ssh_userauth_agent SPARKLOOM_LIBSSH(ssh_userauth_agent)
#define ssh_userauth_kbdint SPARKLOOM_LIBSSH(ssh_userauth_kbdint)
#define ssh_userauth_kbdint_getnprompts SPARKLOOM_LIBSSH(ssh_userauth_kbdint_getnprompts)
#define ssh_userauth_kbdint_getprompt SPARKLOOM_LIBSSH(ssh_userauth_kbdint_getprompt)
#define ssh_userauth_kbdint_setanswer SPARKLOOM_LIBSSH(ssh_userauth_kbdint_setanswer)
#define ssh_userauth_list SPARKLOOM_LIBSSH(ssh_userauth_list)
#define ssh_userauth_none SPARKLOOM_LIBSSH(ssh_userauth_none)
#define ssh_userauth_password SPARKLOOM_LIBSSH(ssh_userauth_password)
#define ssh_userauth_publickey SPARKLOOM_LIBSSH(ssh_userauth_publickey)
#define ssh_version SPARKLOOM_LIBSSH(ssh_version)
