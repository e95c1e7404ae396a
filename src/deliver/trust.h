/**
 * Trust: the servers that a password without a name on it may go to.
 *
 * A password of a file, of the environment or of ~/.netrc's `default` is for no server in particular, and `kirim:` in
 * situs.yaml names one that whoever writes content may change. Such a password goes to a server once its user has said
 * yes to it; this is the list of those, as ssh's known_hosts: a file of the user's, outside every project, a server a
 * line as target_append_server() writes it. Nothing in it is secret. No state, any thread.
 */
#pragma once
#include <glib.h>

/** The list: $XDG_STATE_HOME/maklumat/tujuan (XDG Base Directory Specification 0.8). g_free() it. */
char *trust_path(void);
/** Whether the list has this line. FALSE, too, when it is not there or cannot be read. */
gboolean trust_has(const char *path, const char *server);
/** Adds the line, and makes the folders. FALSE and an error (FS_ERROR) when it cannot be kept: others' lines are as they were. */
gboolean trust_add(const char *path, const char *server, GError **error);
