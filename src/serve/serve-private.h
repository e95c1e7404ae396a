/**
 * Serve: its parts; inner part of the Serve module.
 *
 * A Serve lives on the stack of serve_run(); everything happens in its main loop.
 */
#pragma once
#include "base/json.h"
#include "serve/desk.h"
#include "serve/draft.h"
#include "serve/http.h"
#include "serve/preview.h"
#include "serve/serve.h"
#include "serve/store.h"
#include "serve/watch.h"

typedef struct Serve {
    ServeOptions options;
    GMainLoop *loop;
    Http *http;
    Preview *preview;
    Watch *watch;
    Desk desk;
    Store store;
    gboolean stale; /* files have changed since the desk was opened */
    GHashTable
        *texts; /* content path -> GBytes: what is being written, for its page and poster */
} Serve;

enum { SERVE_MAX_TEXTS = 64 };

/** One of the two words by the language the page asks for. */
const char *serve_say(const HttpRequest *request, const char *id, const char *en);
DiagLang serve_lang(const HttpRequest *request);
/** The reply is {"error": words} with this status. */
void serve_refuse(HttpReply *reply, guint status, const char *words);
/** The same with what the environment said, which is never NULL and freed. */
void serve_fail(const HttpRequest *request, HttpReply *reply, GError *error);

/** Opens the desk anew when files have changed; FALSE: it cannot be, and the reply says so. */
gboolean serve_desk(Serve *serve, const HttpRequest *request, HttpReply *reply);
/** The content path a request is about, one with a form; NULL: none, and the reply says so. */
const char *serve_file(const HttpRequest *request, const char *value, HttpReply *reply);
/** Judges the text and adds everything the editor shows of it to the present object. */
gboolean
serve_tell_text(Serve *serve, const HttpRequest *request, const DeskText *text, Json *json);

/** Answers what only reads; FALSE: no such address. */
gboolean api_read(Serve *serve, const HttpRequest *request, HttpReply *reply);
/** The page of the text being written (`draft` in the address names its file). */
void api_show_draft(Serve *serve, const HttpRequest *request, HttpReply *reply);
/** Answers what writes; FALSE: no such address. */
gboolean api_write(Serve *serve, const HttpRequest *request, HttpReply *reply);
