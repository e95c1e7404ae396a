#include "deliver/web.h"

enum { SECONDS_MAX = 60, REDIRECTS_MAX = 5 };

static gsize
take_bytes(char *bytes, gsize size, gsize n, void *data)
{
    GString *page = data;
    if (page->len + size * n > WEB_MAX)
        return 0;
    g_string_append_len(page, bytes, (gssize)(size * n));
    return size * n;
}

CURLcode
web_get(CURL *easy, const char *url, const char *ca_file, GString *page)
{
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, (long)REDIRECTS_MAX);
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

const char *
web_words(DiagLang lang, CURLcode code)
{
    if (lang != DIAG_LANG_ID)
        return curl_easy_strerror(code);
    switch ((int)code) {
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return "alamatnya tidak terbaca";
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return "nama server tidak ditemukan";
    case CURLE_COULDNT_CONNECT:
        return "server menolak sambungan atau tidak ada";
    case CURLE_OPERATION_TIMEDOUT:
        return "server terlalu lama tidak menjawab";
    case CURLE_PEER_FAILED_VERIFICATION:
        return "sertifikat server tidak dapat dipercaya";
    case CURLE_SSL_CONNECT_ERROR:
        return "sambungan terenkripsi gagal dibuat";
    case CURLE_TOO_MANY_REDIRECTS:
        return "alamat dialihkan terus-menerus";
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return "sambungan terputus";
    case CURLE_WRITE_ERROR:
        return "berkasnya terlalu besar";
    default:
        return curl_easy_strerror(code);
    }
}
