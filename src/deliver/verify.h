/**
 * Verify: whether citizens see what was delivered.
 *
 * Reads pages over HTTP and compares them with the site's files. One thread.
 */
#pragma once
#include "base/diag.h"

enum { VERIFY_PAGES = 3 }; /* besides the home page */

typedef struct VerifyResult {
    char *url;
    gboolean same;
    gboolean unreached; /* no answer came: says nothing about the site */
    char *problem;      /* why it could not be read; NULL = it was read */
} VerifyResult;

typedef struct VerifyOptions {
    const char *ca_file; /* as in RemoteOptions */
    DiagLang lang;       /* of the problems */
} VerifyOptions;

/**
 * Compares the home page and up to VERIFY_PAGES of `pages` (char *), spread over the list. `url` ends with a slash.
 * Returns a GArray of VerifyResult, the caller's.
 */
GArray *verify_run(const char *site,
                   const char *url,
                   const GPtrArray *pages,
                   const VerifyOptions *options);
