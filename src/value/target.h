/**
 * Target: where a finished site is to be put: a server's folder or one of this machine.
 *
 * Reads `ftps://user@host:port/folder`, `ftp://`, `sftp://` and names of local
 * folders. Knows nothing of connections. A password has no place in it: one
 * that is written there is a fault, and nothing here repeats it.
 *
 * Paths follow the addresses of curl: behind ftp and ftps a folder counts from where the
 * login leads (`ftp://host/public_html`; from the root with two slashes), behind sftp from the root
 * (`sftp://host/var/www`; from the user's home as `sftp://host/~/www`).
 */
#pragma once
#include <glib.h>

typedef enum TargetKind { TARGET_FOLDER, TARGET_FTP, TARGET_FTPS, TARGET_SFTP } TargetKind;

typedef enum TargetFault {
    TARGET_FINE,
    TARGET_UNKNOWN,  /* another scheme: http://, scp:// */
    TARGET_PASSWORD, /* user:password@host */
    TARGET_BROKEN    /* no host, a bad port, bytes that no address may hold */
} TargetFault;

typedef struct Target {
    TargetKind kind;
    char *user; /* NULL = none is named */
    char *host; /* an IPv6 address in brackets; NULL for a folder */
    guint port; /* 0 = the scheme's own */
    char *
        path; /* decoded, no slash at the end; "" = where the login leads; "/…" = from the root */
} Target;

/** Reads `text`; *target is filled only when it is fine. target_clear() it. */
TargetFault target_read(const char *text, Target *target);
void target_clear(Target *target);

/**
 * Appends the address without anything secret, as people know it: "ftps://user@host/public_html".
 * In user and host, what could make a server look like another one is %XX.
 */
void target_append_text(const Target *target, GString *out);
