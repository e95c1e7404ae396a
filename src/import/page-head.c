#include "import/reader-private.h"
#include "value/url.h"
#include <string.h>

enum {
    HEADER_MAX_LINES = 8,  /* between the agency's name and "Pemerintah … / …" */
    HEADER_MAX_BYTES = 400 /* of one line of it */
};

/* ---- page headers ---- */

/* How many lines from `at` on say `name`: 1, 2 when it is broken in two, else 0. */
static guint
says(const ReaderText *lines, guint at, const char *name)
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
    guint behind; /* first fact behind "Pemerintah … / …", as heads in two columns have them */
    const char *parent, *name;
} Header;

/* The line of the agency's name above `slash`; FALSE when there is none, or content between. */
static gboolean
find_name(const ReaderText *lines, Header *header)
{
    for (guint i = header->slash; i-- > 0 && header->slash - i <= HEADER_MAX_LINES + 2;) {
        guint n = says(lines, i, header->name);
        if (n > 0 && i + n <= header->slash) {
            header->first = i;
            header->facts = i + n;
            return TRUE;
        }
        if ((lines->items[i].flags & BLOCK_GONE) || (lines->items[i].flags & BLOCK_CONTENT) ||
            strlen(lines->items[i].text) > HEADER_MAX_BYTES)
            return FALSE;
    }
    return FALSE;
}

/* "Pemerintah Kab. X / Dinas Y" in line `at`, its end perhaps in the next one. */
static gboolean
find_header(Arena *arena, const ReaderText *lines, guint at, Header *header)
{
    const char *text = lines->items[at].text, *slash = g_strrstr(text, " / ");
    if (slash == NULL || slash == text || slash[3] == '\0' || strlen(text) > HEADER_MAX_BYTES ||
        (lines->items[at].flags & BLOCK_CONTENT))
        return FALSE;
    const Block *next = at + 1 < lines->n ? &lines->items[at + 1] : NULL;
    header->parent = arena_strndup(arena, text, (gsize)(slash - text));
    if (next != NULL && !(next->flags & BLOCK_APART) &&
        strlen(next->text) <= HEADER_MAX_BYTES) {
        g_autofree char *whole = g_strjoin(" ", slash + 3, next->text, NULL);
        header->name = arena_strndup(arena, whole, strlen(whole));
        header->slash = at;
        header->last = at + 1;
        if (find_name(lines, header))
            return TRUE;
    }
    *header = (Header){at, at, at, at, 0, header->parent, slash + 3};
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
void
page_head_split_contact(Arena *arena, const char *line, ReadAgency *agency)
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

/* Post code, telephone and site, nothing else. */
static gboolean
are_numbers(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL; word++)
        if (strspn(*word, "0123456789-()") != strlen(*word) && strstr(*word, "://") == NULL)
            return FALSE;
    return strlen(text) >= 5;
}

/* Address, post code or site behind the agency's line, from the other column of a head. */
static void
extend_behind(const ReaderText *lines, Header *header)
{
    enum { BEHIND_MAX = 5 };
    header->behind = header->last + 1;
    for (guint i = header->behind; i < lines->n && i < header->behind + BEHIND_MAX; i++) {
        const char *text = lines->items[i].text;
        gboolean place = g_ascii_strncasecmp(text, "jl", 2) == 0 ||
                         g_ascii_strncasecmp(text, "jalan ", 6) == 0;
        gboolean code = are_numbers(text);
        if ((lines->items[i].flags & BLOCK_CONTENT) || !(place || code))
            break;
        header->last = i;
    }
}

static void
take_facts(Arena *arena, const ReaderText *lines, const Header *header, ReadAgency *agency)
{
    g_autoptr(GString) address = g_string_new(NULL);
    for (guint i = header->facts; i <= header->last; i++) {
        const char *text = lines->items[i].text;
        if (i >= header->slash && i < header->behind)
            continue;
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
        page_head_split_contact(arena, arena_strndup(arena, address->str, address->len),
                                agency);
}

/* Whether the first header has a line of these words. */
static gboolean
was_there(const ReaderText *lines, const Header *first, const char *text)
{
    for (guint i = first->first; i <= first->last; i++)
        if (strcmp(lines->items[i].text, text) == 0)
            return TRUE;
    return FALSE;
}

/* Drops a header; what the first one does not say is kept, of no section. */
static void
drop_header(ReaderText *lines, const Header *header, const Header *first)
{
    for (guint i = header->first; i <= header->last; i++)
        lines->items[i].flags |= was_there(lines, first, lines->items[i].text) ||
                                         i == header->slash || i < header->facts
                                     ? BLOCK_GONE
                                     : BLOCK_STRAY;
    if (header->last + 1 < lines->n)
        lines->items[header->last + 1].flags |= BLOCK_APART;
}

static void
drop(ReaderText *lines, guint first, guint last)
{
    for (guint i = first; i <= last; i++)
        lines->items[i].flags |= BLOCK_GONE;
    if (last + 1 < lines->n)
        lines->items[last + 1].flags |= BLOCK_APART;
}

/* A header that is cut short: the name and at least the line behind it, as in a whole one. */
static void
drop_partial(ReaderText *lines, const Header *whole)
{
    for (guint i = 0; i + 1 < lines->n; i++) {
        guint n = 0;
        while (whole->first + n <= whole->last && i + n < lines->n &&
               !(lines->items[i + n].flags & BLOCK_GONE) &&
               strcmp(lines->items[i + n].text, lines->items[whole->first + n].text) == 0)
            n++;
        if (n >= 2)
            drop(lines, i, i + n - 1);
    }
}

void
page_head_take(Arena *arena, ReaderText *lines, ReadAgency *agency)
{
    Header header, first = {0};
    gboolean found = FALSE;
    for (guint i = 0; i < lines->n; i++) {
        if (!find_header(arena, lines, i, &header))
            continue;
        extend_behind(lines, &header);
        take_facts(arena, lines, &header, agency);
        if (!found)
            first = header;
        drop_header(lines, &header, &first);
        found = TRUE;
        i = header.last;
    }
    if (found && first.facts < first.slash)
        drop_partial(lines, &first);
}
