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
    char *problem; /* why it could not be read; NULL = it was read */
} VerifyResult;

/**
 * Compares the home page and up to VERIFY_PAGES of `pages` (char *), spread over the list. `url` ends with a slash;
 * `ca_file` as in RemoteOptions. Returns a GArray of VerifyResult, the caller's.
 */
GArray *
verify_run(const char *site, const char *url, const GPtrArray *pages, const char *ca_file);
