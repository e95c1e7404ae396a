/**
 * PosixRename: OpenSSH's extension of SFTP that renames over a file in one step.
 *
 * Version 3 of the protocol refuses to rename over what is there, and no library of Debian 12
 * asks for the extension. So a second channel of the same connection speaks the four messages that it takes:
 * INIT, VERSION, EXTENDED, STATUS (draft-ietf-secsh-filexfer-02; OpenSSH, PROTOCOL, section 4.3).
 * One thread.
 */
#pragma once
#include <glib.h>
#include <libssh/libssh.h>

typedef enum PosixRenameResult {
    POSIX_RENAME_FINE,
    POSIX_RENAME_REFUSED,
    POSIX_RENAME_BROKEN /* the connection */
} PosixRenameResult;

/** Opens the channel; NULL when the server has no such extension. ssh_channel_free() it before the session. */
ssh_channel posix_rename_open(ssh_session ssh);
PosixRenameResult posix_rename(ssh_channel channel, const char *from, const char *to);
