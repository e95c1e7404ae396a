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
    SESSION_REFUSED, /* the server said no to an order: session_refused() tells it */
    SESSION_FAILED   /* the error is set */
} SessionResult;

typedef struct SessionCall {
    const char *path; /* in the target; NULL = orders only */
    gboolean names;   /* the path is a folder, its names are wanted */
    gboolean look;    /* only whether it is there */
    const void *send; /* bytes to write there; NULL = read */
    gsize send_len;
    GString *received;               /* what was read; NULL for the others */
    const struct curl_slist *orders; /* before, without path; after a send */
} SessionCall;

typedef struct Session Session;

/** Borrows `options`. Connects; NULL and an error when that cannot be. */
Session *session_open(const RemoteOptions *options, GError **error);
void session_close(Session *session);
SessionResult session_call(Session *session, guint i, const SessionCall *call, GError **error);
/** Sets FAULT_REFUSED for `path` with the server's last words on connection `i`; always FALSE. */
gboolean session_refused(Session *session, guint i, const char *path, GError **error);
/** Whether the last order of a call was carried out though its refusal was not to matter ("*"). */
gboolean session_said_yes(Session *session, guint i);
/** The path at the server: target's folder and path in it. g_free() it. */
char *session_path(const Session *session, const char *path);
