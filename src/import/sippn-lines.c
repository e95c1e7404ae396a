#include "import/entries.h"
#include "import/sippn-private.h"
#include "value/url.h"
#include <string.h>

enum {
    ADDRESS_MAX_BYTES = 2000, /* of <address> or [text](address) */
    HEADER_MAX_LINES = 8,     /* between the agency's name and "Pemerintah … / …" */
    HEADER_MAX_BYTES = 400    /* of one line of it */
};

/* ---- lines ---- */

/*
 * <address> and [text](address) lose their marks; an address that says more than its text stays, in
 * brackets. Appends what is inside and returns what follows; NULL: no such marks at `at`. `link` is the
 * next "](", the line's end for none: a line may be all brackets, so it is looked for once.
 */
static const char *
unwrap(const char *at, const char *link, GString *out)
{
    gsize room = strnlen(at, ADDRESS_MAX_BYTES);
    if (*at == '<') {
        gsize n = 1 + strcspn(at + 1, "<> ");
        if (n >= room || at[n] != '>' || (!memchr(at, ':', n) && !memchr(at, '@', n)))
            return NULL;
        g_string_append_len(out, at + 1, (gssize)n - 1);
        return at + n + 1;
    }
    gsize before = (gsize)(link - at);
    const char *end = before < room ? memchr(link, ')', room - before) : NULL;
    if (end == NULL || link == at + 1 || memchr(link, ' ', (gsize)(end - link)) != NULL)
        return NULL;
    gsize text = (gsize)(link - at - 1), address = (gsize)(end - link - 2);
    g_string_append_len(out, at + 1, (gssize)text);
    if (text != address || g_ascii_strncasecmp(at + 1, link + 2, text) != 0)
        g_string_append_printf(out, " (%.*s)", (int)address, link + 2);
    return end + 1;
}

/* One space between words, whatever white space there was; no-break spaces too. */
static char *
folded(const char *text, gsize len)
{
    GString *out = g_string_sized_new(len);
    gboolean between = FALSE;
    for (const char *at = text; at < text + len; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isspace(c)) {
            between = out->len > 0;
            continue;
        }
        if (between)
            g_string_append_c(out, ' ');
        between = FALSE;
        g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

static const char *
find_link(const char *at)
{
    const char *link = strstr(at, "](");
    return link != NULL ? link : at + strlen(at);
}

static const char *
clean_line(Arena *arena, const char *text, gsize len, guint *level)
{
    g_autofree char *plain = folded(text, len);
    g_autoptr(GString) out = g_string_sized_new(len);
    gsize hashes = strspn(plain, "#");
    *level = hashes <= 6 && plain[hashes] == ' ' ? (guint)hashes : 0;
    const char *at = plain + *level + (*level > 0), *link = find_link(at);
    while (*at != '\0') {
        if (at > link)
            link = find_link(at);
        const char *next = *at == '<' || *at == '[' ? unwrap(at, link, out) : NULL;
        if (next == NULL)
            g_string_append_c(out, *at);
        at = next != NULL ? next : at + 1;
    }
    return arena_strndup(arena, out->str, out->len);
}

void
sippn_read_lines(Arena *arena, const Source *source, SippnLines *out)
{
    guint n_lines = source_n_lines(source);
    out->items = arena_alloc(arena, (n_lines + 1) * sizeof *out->items);
    out->gone = arena_alloc(arena, (n_lines + 1) * sizeof *out->gone);
    out->n = 0;
    gboolean apart = TRUE;
    for (guint i = 1; i <= n_lines; i++) {
        gsize len;
        guint level;
        const char *line = source_line(source, i, &len);
        const char *text = clean_line(arena, line, len, &level);
        if (*text != '\0')
            out->items[out->n++] =
                (SippnLine){text, i, level, apart || level > 0, sippn_is_content(text)};
        apart = *text == '\0' || level > 0;
    }
}

/* ---- page headers ---- */

/* How many lines from `at` on say `name`: 1, 2 when it is broken in two, else 0. */
static guint
says(const SippnLines *lines, guint at, const char *name)
{
    const char *text = lines->items[at].text;
    gsize n = strlen(text);
    if (strcmp(text, name) == 0)
        return 1;
    return at + 1 < lines->n && strncmp(text, name, n) == 0 && name[n] == ' ' &&
                   strcmp(lines->items[at + 1].text, name + n + 1) == 0
               ? 2
               : 0;
}

typedef struct Header {
    guint first, facts, slash, last; /* lines: name, first fact, "Pemerintah … / …", last */
    const char *parent, *name;
} Header;

/* The line of the agency's name above `slash`; FALSE when there is none, or content between. */
static gboolean
find_name(const SippnLines *lines, Header *header)
{
    for (guint i = header->slash; i-- > 0 && header->slash - i <= HEADER_MAX_LINES + 2;) {
        guint n = says(lines, i, header->name);
        if (n > 0 && i + n <= header->slash) {
            header->first = i;
            header->facts = i + n;
            return TRUE;
        }
        if (lines->gone[i] || lines->items[i].content ||
            strlen(lines->items[i].text) > HEADER_MAX_BYTES)
            return FALSE;
    }
    return FALSE;
}

/* "Pemerintah Kab. X / Dinas Y" in line `at`, its end perhaps in the next one. */
static gboolean
find_header(Arena *arena, const SippnLines *lines, guint at, Header *header)
{
    const char *text = lines->items[at].text, *slash = g_strrstr(text, " / ");
    if (slash == NULL || slash == text || slash[3] == '\0' || strlen(text) > HEADER_MAX_BYTES ||
        lines->items[at].content)
        return FALSE;
    const SippnLine *next = at + 1 < lines->n ? &lines->items[at + 1] : NULL;
    header->parent = arena_strndup(arena, text, (gsize)(slash - text));
    if (next != NULL && !next->apart && strlen(next->text) <= HEADER_MAX_BYTES) {
        g_autofree char *whole = g_strjoin(" ", slash + 3, next->text, NULL);
        header->name = arena_strndup(arena, whole, strlen(whole));
        header->slash = at;
        header->last = at + 1;
        if (find_name(lines, header))
            return TRUE;
    }
    *header = (Header){at, at, at, at, header->parent, slash + 3};
    return find_name(lines, header) || g_str_has_prefix(header->parent, "Pemerintah ");
}

/* Whether the whole text is one web address. */
static gboolean
is_address(const char *text)
{
    UrlSpan span;
    return url_find(text, 0, &span) && span.start == 0 &&
           text[span.len + (text[span.len] == '/')] == '\0';
}

/* Length of the run of `set` at the end of the first `len` bytes. */
static gsize
run_at_end(const char *text, gsize len, const char *set)
{
    gsize n = 0;
    while (n < len && strchr(set, text[len - 1 - n]) != NULL)
        n++;
    return n;
}

/*
 * Bytes of a telephone number at the end of a line: 0343427605, 0343-427605, (0343) 427605; behind a
 * post code perhaps without a space. 0 = none.
 */
static gsize
phone_len(const char *line)
{
    enum { POSTCODE = 5, PHONE_MIN = 7, PHONE_MAX = 14 };
    gsize len = strlen(line), n = run_at_end(line, len, "0123456789-"), area = 0;
    const char *at = line + len - n;
    if (n >= POSTCODE + PHONE_MIN && *at != '0' && at[POSTCODE] == '0')
        n -= POSTCODE;
    else if (n < len && at[-1] == ' ' && at - line >= 2 && at[-2] == ')')
        area = run_at_end(line, len - n - 2, "0123456789") + 3;
    if (area > 0 && (area == 3 || area + n > len || line[len - n - area] != '('))
        return 0;
    char first = line[len - n - area + (area > 0)];
    return n + area >= PHONE_MIN && n <= PHONE_MAX && first == '0' ? n + area : 0;
}

/* "Jl. X No. 5 67126 0343427605": post code and telephone stand behind the address, in this order. */
static void
split_contact(Arena *arena, const char *line, SippnAgency *agency)
{
    gsize len = strlen(line), phone = phone_len(line), rest = len - phone;
    rest -= run_at_end(line, rest, " ");
    gsize code = run_at_end(line, rest, "0123456789");
    if (code != 5 || (rest > code && line[rest - code - 1] != ' '))
        code = 0;
    gsize address = rest - code;
    address -= run_at_end(line, address, " ");
    if (phone > 0)
        agency->phone = arena_strndup(arena, line + len - phone, phone);
    if (code > 0)
        agency->postcode = arena_strndup(arena, line + rest - code, code);
    agency->is_split = phone > 0 || code > 0;
    if (address > 0)
        agency->address = arena_strndup(arena, line, address);
}

static void
take_facts(Arena *arena, const SippnLines *lines, const Header *header, SippnAgency *agency)
{
    g_autoptr(GString) address = g_string_new(NULL);
    for (guint i = header->facts; i < header->slash; i++) {
        const char *text = lines->items[i].text;
        if (is_address(text) && agency->site == NULL)
            agency->site = text;
        else
            g_string_append_printf(address, "%s%s", address->len > 0 ? " " : "", text);
    }
    if (agency->name == NULL) {
        agency->name = header->name;
        agency->parent = header->parent;
    }
    if (address->len > 0 && agency->address == NULL && !agency->is_split)
        split_contact(arena, arena_strndup(arena, address->str, address->len), agency);
}

static void
drop(SippnLines *lines, guint first, guint last)
{
    for (guint i = first; i <= last; i++)
        lines->gone[i] = TRUE;
    if (last + 1 < lines->n)
        lines->items[last + 1].apart = TRUE;
}

/* A header that is cut short: the name and at least the line behind it, as in a whole one. */
static void
drop_partial(SippnLines *lines, const Header *whole)
{
    for (guint i = 0; i + 1 < lines->n; i++) {
        guint n = 0;
        while (whole->first + n <= whole->last && i + n < lines->n && !lines->gone[i + n] &&
               strcmp(lines->items[i + n].text, lines->items[whole->first + n].text) == 0)
            n++;
        if (n >= 2)
            drop(lines, i, i + n - 1);
    }
}

void
sippn_take_headers(Arena *arena, SippnLines *lines, SippnAgency *agency)
{
    Header header, first = {0};
    gboolean found = FALSE;
    for (guint i = 0; i < lines->n; i++) {
        if (!find_header(arena, lines, i, &header))
            continue;
        take_facts(arena, lines, &header, agency);
        drop(lines, header.first, header.last);
        if (!found)
            first = header;
        found = TRUE;
        i = header.last;
    }
    if (found && first.facts < first.slash)
        drop_partial(lines, &first);
}
