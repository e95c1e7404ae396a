#include "deliver/verify.h"
#include "base/borrow.h"
#include "base/fs.h"
#include <curl/curl.h>
#include <string.h>

enum { PAGE_MAX = 64 * 1024 * 1024, SECONDS_MAX = 30, REDIRECTS_MAX = 5 };

static void
clear_result(gpointer data)
{
    VerifyResult *result = data;
    g_free(result->url);
    g_free(result->problem);
}

static gsize
take_bytes(char *bytes, gsize size, gsize n, void *data)
{
    GString *page = data;
    if (page->len + size * n > PAGE_MAX)
        return 0;
    g_string_append_len(page, bytes, (gssize)(size * n));
    return size * n;
}

static CURLcode
get(CURL *easy, const char *url, const char *ca_file, GString *page)
{
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, (long)REDIRECTS_MAX);
    curl_easy_setopt(easy, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, (long)SECONDS_MAX);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "maklumat/" VERSION);
    if (ca_file != NULL)
        curl_easy_setopt(easy, CURLOPT_CAINFO, ca_file);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_bytes);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, page);
    return curl_easy_perform(easy);
}

static void
compare(CURL *easy,
        const char *site,
        const char *base,
        const char *path,
        const char *ca_file,
        GArray *results)
{
    gboolean home = strcmp(path, "index.html") == 0;
    g_autoptr(GString) url = g_string_new(base), page = g_string_new(NULL);
    g_autofree char *name = g_build_filename(site, path, NULL), *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize len = 0;
    if (!home)
        g_string_append_uri_escaped(url, path, "/", FALSE);
    VerifyResult result = {NULL, FALSE, NULL};
    CURLcode code = get(easy, url->str, ca_file, page);
    if (code != CURLE_OK)
        result.problem = g_strdup(curl_easy_strerror(code));
    else if (!fs_read(FS_CWD, name, PAGE_MAX, &bytes, &len, &error))
        result.problem = g_strdup(error->message);
    else
        result.same = len == page->len && memcmp(bytes, page->str, len) == 0;
    result.url = g_string_free(g_steal_pointer(&url), FALSE);
    g_array_append_val(results, result);
}

GArray *
verify_run(const char *site, const char *url, const GPtrArray *pages, const char *ca_file)
{
    GArray *results = g_array_new(FALSE, FALSE, sizeof(VerifyResult));
    CURL *easy = curl_easy_init();
    g_array_set_clear_func(results, clear_result);
    compare(easy, site, url, "index.html", ca_file, results);
    guint n = MIN(pages->len, VERIFY_PAGES);
    for (guint i = 0; i < n; i++)
        compare(easy, site, url, pages->pdata[i * (pages->len / n)], ca_file, results);
    curl_easy_cleanup(easy);
    return results;
}
