/**
 * Http: a small web server for one person on this machine.
 *
 * libmicrohttpd speaks HTTP; this module runs it in GLib's main loop, binds
 * 127.0.0.1 only, keeps out whom Guard keeps out, bounds heads, bodies, times
 * and streams, and hands what is left to one handler. Knows nothing of content.
 * One thread: that of the main loop.
 */
#pragma once
#include <glib.h>

typedef struct Http Http;

enum {
    HTTP_MAX_CONNECTIONS = 128,
    HTTP_MAX_STREAMS = 32, /* open event streams; more are refused */
    HTTP_MAX_HEAD = 32 * 1024,
    HTTP_HEAD_SECONDS = 10,
    HTTP_BODY_SECONDS = 60,
};

typedef struct HttpRequest {
    const char *method; /* "GET" or "POST"; HEAD is GET to a handler */
    const char *path;   /* by guard_path() */
    const char *body;   /* NUL-terminated; never NULL */
    gsize body_len;
    gpointer inner;
} HttpRequest;

typedef struct HttpReply {
    guint status;       /* 200 unless the handler says otherwise */
    const char *type;   /* a static text */
    GString *body;      /* to be filled */
    char *location;     /* g_malloc'ed, or NULL */
    const char *policy; /* Content-Security-Policy, a static text; NULL = none */
    gboolean is_stream; /* this connection becomes an event stream */
} HttpReply;

typedef struct HttpOptions {
    guint port;         /* 0 = any that is free */
    gboolean exact;     /* no other one when it is taken */
    guint head_seconds; /* for a whole head, and between two requests; 0 = HTTP_HEAD_SECONDS */
    const char *key;    /* by guard_new_key(); outlives the server */
    void (*handle)(const HttpRequest *request, HttpReply *reply, gpointer data);
    gpointer data;
} HttpOptions;

/** Starts to listen. NULL and a GError (FS_ERROR_EXISTS) when no port is to be had. */
Http *http_start(const HttpOptions *options, GError **error);
void http_stop(Http *http); /* NULL is fine; streams end */
guint http_port(const Http *http);

/** A parameter of the address, or NULL. */
const char *http_query(const HttpRequest *request, const char *name);
/** A field of a form that was sent (application/x-www-form-urlencoded), or NULL. Borrowed from the request. */
const char *http_form(const HttpRequest *request, const char *name);

/** Sends an event to every open stream; `data` is one line. */
void http_broadcast(Http *http, const char *event, const char *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Http, http_stop)
