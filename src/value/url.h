/**
 * Url: which link targets are allowed, and what a mistyped one was meant to be.
 *
 * The one rule for every address an author writes (content contract, sections
 * 5 and 8): http, https, mailto, tel and relative only. Nothing is fetched and
 * no file is looked for: whether a relative target exists is the caller's to
 * ask. Texts live in the caller's arena, never NULL. Pure, any thread.
 */
#pragma once
#include "base/arena.h"

typedef enum UrlStatus {
    URL_OK,       /* href is absolute and safe */
    URL_RELATIVE, /* href is the trimmed text, a file or #fragment for the caller to resolve */
    URL_EMPTY,
    URL_SCHEME,  /* javascript:, data:, ftp:, //host, C:\ : refused */
    URL_CONTROL, /* control characters, or white space in an absolute address */
    URL_USER,    /* a user name before the host */
    URL_EMAIL,   /* an e-mail address without mailto: */
    URL_BAD,     /* no host name, mistyped scheme, bad mailto: or tel: */
} UrlStatus;

typedef struct UrlValue {
    UrlStatus status;
    const char *
        href; /* scheme and host in lower case, other than ASCII percent-encoded; "" when refused */
    const char *suggestion; /* likely correction of a refused one; "" = none */
    gboolean scheme_added;  /* it was a host without scheme: http://, lapor.go.id https:// */
} UrlValue;

/**
 * Checks one address (white space around it and <…> are dropped). `channel` TRUE: it stands for
 * a contact, so any host gets a scheme and nothing is relative. FALSE (tautan): only a first part
 * that ends in .id, .com, .org or .net counts as a host, and the caller looks for such a file first.
 */
void url_check(Arena *arena, const char *text, gboolean channel, UrlValue *out);

/** A piece of a text that looks like an address. */
typedef struct UrlSpan {
    guint start, len;
} UrlSpan;

/**
 * Finds the next web address at or after byte `from`, brackets and closing punctuation left out;
 * FALSE: none. Without scheme or www. it ends in .id, .com, .org, .net or .me (wa.me, t.me).
 */
gboolean url_find(const char *text, gsize from, UrlSpan *span);
/** Finds the next e-mail address (something@something) the same way. */
gboolean email_find(const char *text, gsize from, UrlSpan *span);
/** TRUE when `len` bytes are an address of the form name@host.tld. */
gboolean email_is_valid(const char *text, gsize len);
/** TRUE when `len` bytes are a host name with a dot and an alphabetic last part. */
gboolean host_is_valid(const char *text, gsize len);
