/** Web: one page read over HTTP, as a browser would get it; inner part of Verify and Inspect. */
#pragma once
#include "base/diag.h"
#include <curl/curl.h>
#include <glib.h>

enum { WEB_MAX = 64 * 1024 * 1024 /* bytes of one file */ };

/**
 * Appends what `url` (http or https) gives to `page`, decompressed, following a few redirects; the status is asked
 * of `easy` afterwards. `ca_file`: certificates to trust; NULL = the system's. One handle is for one thread at a time.
 */
CURLcode web_get(CURL *easy, const char *url, const char *ca_file, GString *page);

/** What went wrong, in words: no address is in them. libcurl's own where nothing better is known. */
const char *web_words(DiagLang lang, CURLcode code);
