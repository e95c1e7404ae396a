/**
 * SshLogin: how an SSH server is met: where it is, whether it is the one that is known, who logs in.
 *
 * Keys and agents come before the password; the only record of servers is ~/.ssh/known_hosts, which is
 * read and never written. No state: any thread, with a session of its own.
 */
#pragma once
#include "deliver/remote.h"
#include <libssh/libssh.h>

/** Tells a new session where to connect to, as whom, and which files of ~/.ssh count. */
void ssh_login_prepare(const RemoteOptions *options, ssh_session ssh);
/** Whether the server is the one that the user knows; FALSE and FAULT_KEY_UNKNOWN or FAULT_KEY_CHANGED. Connected. */
gboolean ssh_login_check_key(const RemoteOptions *options, ssh_session ssh, GError **error);
/** Logs in by every way that the server takes; gives libssh's SSH_AUTH_… of the last one tried. */
int ssh_login(const RemoteOptions *options, ssh_session ssh);
