/**
 * Guard: who may talk to the preview server, and about which path.
 *
 * A page of any site can make a browser send requests to this machine, so a
 * request counts only when it names this server as host (DNS rebinding), comes
 * from a page of it (Origin) and holds the key that was printed at the start.
 * Paths are taken apart before they meet a disk. Pure, any thread.
 */
#pragma once
#include <glib.h>

enum {
    GUARD_KEY_BYTES = 32,      /* of hexadecimal text: 128 bits */
    GUARD_MAX_TARGET = 4096,   /* bytes of a request's path and query */
    GUARD_MAX_BODY = 16 << 20, /* a text of SOURCE_MAX_BYTES with every byte as %XX */
};

/** A new key from the system's random numbers; g_free() it. NULL: it has none. */
char *guard_new_key(void);

/** Whether `host` (the header; may be NULL) is a loopback name with this port. */
gboolean guard_host(const char *host, guint port);
/** Whether `origin` (the header; may be NULL) is a page of this server. */
gboolean guard_origin(const char *origin, guint port);
/** Whether the key was given; takes the same time whatever is wrong. `given` may be NULL. */
gboolean guard_key(const char *given, gsize len, const char *key);
/** Whether the Cookie header (may be NULL) holds the key under `name`. */
gboolean guard_cookie(const char *header, const char *name, const char *key);

/**
 * The path of a request target, decoded once: begins with "/", no empty, "." or ".." part, none that begins
 * with a dot, no backslash, control character or what is no UTF-8. g_free() it; NULL: refused.
 */
char *guard_path(const char *target);
/** Whether a relative path from a parameter is of such parts. */
gboolean guard_is_relative(const char *path);

/** A name that a web server, FTP program and address take: lower-case letters, digits, dots and dashes. g_free() it; "" when nothing is left. */
char *guard_file_name(const char *name);
