/**
 * Serve: the site on the webmaster's own machine, and an editor beside it.
 *
 * A module (base/module.h): it brings GIO and a web server, which nothing else needs. Puts the parts together: Http asks, Preview has the built site, Watch says
 * when files change, Desk judges and shows what is not saved yet, Store writes.
 * api.c answers what reads, api-write.c what writes; a server that only reads
 * has no way to the latter. Runs until it is told to stop.
 */
#pragma once
#include "base/diag.h"

typedef struct ServeOptions {
    const char *dir;   /* project folder */
    const char *theme; /* as in BuildOptions; NULL = as situs.yaml says */
    guint port;        /* 0 = SERVE_PORT or one near it */
    gboolean read_only;
    gboolean open; /* show it in the browser */
    DiagLang lang;
    /* It listens: the address with the key; whether the browser that was asked for was found. */
    void (*ready)(const char *url, gboolean opened, gpointer data);
    /* Each time; `trouble`: why there is no site, NULL = there is. */
    void (*built)(const DiagList *findings, const GError *trouble, gpointer data);
    gpointer data;
} ServeOptions;

enum { SERVE_PORT = 8014 }; /* begins with the 14 components; registered for nobody */

/** What the module "serve" exports. */
typedef struct ServeModule {
    /** Serves until SIGINT or SIGTERM. FALSE and a GError when it cannot begin; a port that is taken is FS_ERROR_EXISTS. */
    gboolean (*run)(const ServeOptions *options, GError **error);
    /** Of the libraries, one a line. */
    void (*append_versions)(GString *out);
} ServeModule;

/** ServeModule.run. */
gboolean serve_run(const ServeOptions *options, GError **error);
