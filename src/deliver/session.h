/**
 * Session: connections to one server, kept by libcurl, and calls made on them.
 *
 * Knows logins and certificates, transient trouble and waiting; knows nothing of sites. Connection 0 is the one that must work; a further one that the server
 * does not let in is given up, and its thread shares connection 0.
 */
#pragma once
#include "deliver/remote.h"
#include <curl/curl.h>

typedef enum SessionResult {
    SESSION_FINE,
    SESSION_MISSING, /* no such file or folder */
    SESSION_REFUSED, /* the server said no to an order */
    SESSION_FAILED   /* the error is set */
} SessionResult;

typedef struct SessionCall {
    const char *path; /* in the target; NULL = orders only */
    gboolean names;   /* the path is a folder, its names are wanted */
    gboolean look;    /* only whether it is there */
    const void *send; /* bytes to write there; NULL = read */
    gsize send_len;
    GString *received; /* what was read, REMOTE_READ_MAX bytes at most; NULL for the others */
    GString *
        said; /* receives the server's last line, or what libcurl says of none; NULL = not wanted */
    const struct curl_slist *orders; /* before, without path; after a send */
} SessionCall;

typedef struct Session Session;

/** Borrows `options`. Connects; NULL and an error when that cannot be. */
Session *session_open(const RemoteOptions *options, GError **error);
void session_close(Session *session);
/**
 * Makes a call on connection `i`. All that came of it is in the result and in what `call` receives:
 * connection 0 may be another thread's the moment this returns.
 */
SessionResult session_call(Session *session, guint i, const SessionCall *call, GError **error);
/** Sets FAULT_REFUSED for `path` with what a call received as `said`; always FALSE. */
gboolean
session_refused(const Session *session, const char *path, const GString *said, GError **error);
/** The path at the server: target's folder and path in it. g_free() it. */
char *session_path(const Session *session, const char *path);
