/**
 * Trust: the targets that `kirim:` may name.
 *
 * `kirim:` in situs.yaml is content, and whoever writes that may change it: to a server that collects passwords, to a folder
 * whose files the user's programs obey. So a target that only the content names is used once its user has said yes to it; this
 * is the list of those, as ssh's known_hosts: a file of the user's, outside every project, one target for each project's folder.
 * A line is the target, a tab, and the folder. Nothing in it is secret. Two runs that write at once may lose one's line: it is
 * asked for again. No state, any thread.
 */
#pragma once
#include "base/diag.h"
#include "value/target.h"

/** The list: $XDG_STATE_HOME/maklumat/tujuan (XDG Base Directory Specification 0.8: a relative one does not count). g_free() it. */
char *trust_path(void);

/**
 * What is agreed to: the target as target_append_text() writes it; of a folder, where it is once every link is followed, in which
 * control characters, a "%", broken UTF-8 and what no address holds are %XX. g_free() it.
 */
char *trust_name(const Target *target);

/**
 * The target that was last agreed to for the project, whose folder is an absolute path without links; g_free() it.
 * NULL without an error: none. NULL with one: the list cannot be read (FS_ERROR), or is damaged (FAULT_TRUST, in `lang`)
 * and counts as empty.
 */
char *trust_find(const char *path, const char *project, DiagLang lang, GError **error);

/**
 * Remembers `target`, of trust_name(), in place of the project's other one, and makes the folders; only the user may read
 * them. A damaged list is written anew. FALSE and an error (FS_ERROR) when it cannot be kept: the file is as it was.
 */
gboolean trust_keep(const char *path, const char *project, const char *target, GError **error);
