#include "deliver/verify.h"
#include "base/borrow.h"
#include "base/fs-words.h"
#include "base/fs.h"
#include "deliver/web.h"
#include <string.h>

static void
clear_result(gpointer data)
{
    VerifyResult *result = data;
    g_free(result->url);
    g_free(result->problem);
}

/* The site that was built, and where it is shown. */
typedef struct Pair {
    const char *site, *url, *ca_file;
    DiagLang lang;
} Pair;

static void
compare(CURL *easy, const Pair *pair, const char *path, GArray *results)
{
    gboolean home = strcmp(path, "index.html") == 0;
    g_autoptr(GString) url = g_string_new(pair->url), page = g_string_new(NULL);
    g_autofree char *name = g_build_filename(pair->site, path, NULL), *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize len = 0;
    if (!home)
        g_string_append_uri_escaped(url, path, "/", FALSE);
    VerifyResult result = {0};
    CURLcode code = web_get(easy, url->str, pair->ca_file, page);
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    result.unreached = code != CURLE_OK;
    if (result.unreached)
        result.problem = g_strdup(web_words(pair->lang, code));
    else if (status >= 400)
        result.problem = g_strdup_printf("HTTP %ld", status);
    else if ((bytes = fs_read(FS_CWD, name, WEB_MAX, &len, &error)) == NULL)
        result.problem = fs_words(pair->lang, error);
    else
        result.same = len == page->len && memcmp(bytes, page->str, len) == 0;
    result.url = g_string_free(g_steal_pointer(&url), FALSE);
    g_array_append_val(results, result);
}

GArray *
verify_run(const char *site,
           const char *url,
           const GPtrArray *pages,
           const VerifyOptions *options)
{
    GArray *results = g_array_new(FALSE, FALSE, sizeof(VerifyResult));
    CURL *easy = curl_easy_init();
    g_array_set_clear_func(results, clear_result);
    const Pair pair = {site, url, options->ca_file, options->lang};
    compare(easy, &pair, "index.html", results);
    guint n = MIN(pages->len, VERIFY_PAGES);
    for (guint i = 0; i < n; i++)
        compare(easy, &pair, pages->pdata[i * (pages->len / n)], results);
    curl_easy_cleanup(easy);
    return results;
}
