#include "audit/values.h"
#include "audit/language.h"
#include "base/append.h"
#include "base/borrow.h"
#include "base/span.h"
#include "value/tokens.h"
#include <string.h>

/*
 * Bytes of an address whose code is read from an A4 poster at 100 dots an inch: version 12 with medium correction, 65
 * modules, on the largest code that the foot takes (paper/type.c), 287 bytes less the mark of what is printed
 * ("#c=" and five letters). Measured with zbarimg on rendered posters.
 */
enum { MAX_CODE_BYTES = 279 };

static gboolean
ends_as(const char *text, const char *const *ends, gsize n)
{
    g_autofree char *lower = g_ascii_strdown(text, -1);
    for (gsize i = 0; i < n; i++) {
        if (g_str_has_suffix(lower, ends[i]))
            return TRUE;
    }
    return FALSE;
}

/* ---- decrees ---- */

static void
check_decree(const Audit *audit, const Decree *decree)
{
    static const char *const ends[] = {".pdf",  ".doc", ".docx", ".odt", ".jpg",
                                       ".jpeg", ".png", ".xls",  ".xlsx"};
    const Text *number = &decree->nomor;
    if (audit_owns(audit, number) && ends_as(number->str, ends, G_N_ELEMENTS(ends)))
        finding_at(audit, DIAG_SK_FILE, number, number->str, NULL);
}

/* ---- the code on a poster ---- */

static void
check_code(const Audit *audit, const Service *service)
{
    const char *site = audit->site != NULL ? audit->site->url.str : NULL;
    if (site == NULL || *site == '\0')
        return;
    gsize len = strlen(site) + strlen(service->path) + strlen(".html");
    if (len <= MAX_CODE_BYTES)
        return;
    char number[24], most[24];
    g_snprintf(number, sizeof number, "%" G_GSIZE_FORMAT, len);
    g_snprintf(most, sizeof most, "%d", MAX_CODE_BYTES);
    diag_add(audit->diags, DIAG_QR_DENSE, service->head.mark, 0, number, most, NULL);
}

void
values_audit_service(const Audit *audit, const Service *service)
{
    check_decree(audit, &service->sk);
    check_code(audit, service);
}

void
values_audit_agency(const Audit *audit)
{
    check_decree(audit, &audit->agency->maklumat.sk);
    check_decree(audit, &audit->agency->kode_etik.sk);
}

/* ---- titles ---- */

static void
append_word(GString *out, const char *word, gsize len)
{
    append_bytes(out, word, len);
    append_bytes(out, " ", 1);
}

/* Letters and digits, small, with one blank between words. */
static char *
plain_title(const char *title)
{
    gsize len = strlen(title);
    g_autofree char *folded = span_is_ascii(title, len) ? g_ascii_strdown(title, (gssize)len)
                                                        : g_utf8_casefold(title, (gssize)len);
    GString *out = g_string_sized_new(strlen(folded) + 2);
    g_auto(Tokens) tokens;
    tokens_read(&tokens, folded);
    for (guint i = 0; i < tokens.n; i++) {
        if (tokens.at[i].kind != TOKEN_MARK)
            append_word(out, folded + tokens.at[i].start, tokens.at[i].len);
    }
    return g_string_free(out, FALSE);
}

/* The service's file from the content folder on: pages show findings, and are the same wherever the project lies. */
static const char *
name_of(const Service *service)
{
    const char *path = strstr(source_path(service->source), service->path);
    return path != NULL ? path : service->path;
}

void
values_audit_titles(const Audit *audit)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < audit->agency->services.n; i++) {
        const Service *service = &audit->agency->services.items[i];
        if (!text_has_words(service->judul) || service->status == STATUS_DICABUT)
            continue;
        char *title = plain_title(service->judul.str);
        const Service *before = g_hash_table_lookup(seen, title);
        Audit own = *audit;
        own.source = before != NULL ? before->source : NULL;
        if (before != NULL && audit_owns(&own, &before->judul))
            finding_at(&own, DIAG_TITLE_TWICE, &before->judul, before->judul.str,
                       name_of(service));
        g_hash_table_replace(seen, title, BORROW(service));
    }
}
