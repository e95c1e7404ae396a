#include "model/prose.h"
#include "text/markup.h"
#include <string.h>

enum { MAX_QUOTED = 40 };

typedef struct Check {
    const LinkBase *links;
    const Source *source;
    const char *body;
    guint line;
} Check;

static Mark
mark_of_line(const Check *check, guint line)
{
    return (Mark){check->source, check->line + (line > 0 ? line - 1 : 0), 1};
}

static Mark
mark_of_byte(const Check *check, const char *at)
{
    const char *first = source_at(check->source, check->line, 1);
    return source_mark(check->source,
                       (gsize)(first - source_text(check->source)) + (gsize)(at - check->body));
}

/* ---- what the parser tells ---- */

static char *
take_link(const char *target, guint line, gboolean is_image G_GNUC_UNUSED, gpointer data)
{
    const Check *check = data;
    gboolean inside;
    return g_strdup(link_target(check->links, target, mark_of_line(check, line), &inside));
}

static void
take_html(const char *html, guint line, gpointer data)
{
    const Check *check = data;
    g_autofree char *start =
        g_utf8_substring(html, 0, MIN(MAX_QUOTED, g_utf8_strlen(html, -1)));
    g_strdelimit(start, "\n", ' ');
    diag_add(check->links->diags, DIAG_MARKDOWN_HTML, mark_of_line(check, line), 0,
             g_strchomp(start), NULL);
}

static void
take_wordless(const char *target, guint line, gpointer data)
{
    const Check *check = data;
    diag_add(check->links->diags, DIAG_LINK_WORDLESS, mark_of_line(check, line), 0, target,
             NULL);
}

static void
take_heading(const char *id, gpointer data)
{
    g_ptr_array_add(data, g_strdup(id));
}

static gboolean
is_too_long(const Prose *prose)
{
    return strlen(prose->body) > MARKDOWN_MAX_BYTES;
}

void
prose_open(Prose *prose, const Source *source, const Front *front)
{
    *prose = (Prose){source, front->body, front->body_line, NULL};
    if (*prose->body != '\0' && !is_too_long(prose))
        prose->read = markdown_new(prose->body, strlen(prose->body));
}

void
prose_close(Prose *prose)
{
    g_clear_pointer(&prose->read, markdown_free);
}

const char *const *
prose_headings(Arena *arena, const Prose *prose)
{
    static const char *const none[] = {NULL};
    const char *body = prose->body;
    gboolean may_have = strchr(body, '#') != NULL || strstr(body, "\n==") != NULL ||
                        strstr(body, "\n--") != NULL;
    if (!may_have || prose->read == NULL)
        return none;
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    MarkdownHooks hooks = {.heading = take_heading, .is_taken = link_is_anchor, .data = ids};
    markdown_each_heading(prose->read, &hooks);
    const char **kept = arena_alloc(arena, (ids->len + 1) * sizeof *kept);
    for (guint i = 0; i < ids->len; i++)
        kept[i] = arena_strndup(arena, ids->pdata[i], strlen(ids->pdata[i]));
    kept[ids->len] = NULL;
    return kept;
}

/* ---- what it does not ---- */

static void
take_slip(const MarkupSlip *slip, gpointer data)
{
    static const DiagCode codes[] = {
        [MARKUP_TABLE] = DIAG_MARKDOWN_TABLE,     [MARKUP_HEADING] = DIAG_MARKDOWN_HEADING,
        [MARKUP_ADDRESS] = DIAG_MARKDOWN_ADDRESS, [MARKUP_LIST] = DIAG_MARKDOWN_LIST,
        [MARKUP_SIGN] = DIAG_MARKDOWN_SIGN,
    };
    const Check *check = data;
    g_autofree char *whole = g_strndup(slip->at, slip->len);
    const char *words = g_strchomp(whole);
    if (slip->kind == MARKUP_HEADING)
        words += strspn(words, "#");
    g_autofree char *level = g_strndup(whole, (gsize)(words - whole));
    diag_add(check->links->diags, codes[slip->kind], mark_of_byte(check, slip->at),
             (guint)g_utf8_strlen(whole, -1), words, level, NULL);
}

/* The first key of the record that stands at the beginning of a line. */
static void
look_for_key(const Check *check, const Record *record)
{
    const char *line = check->body;
    for (; line != NULL; line = strchr(line, '\n') != NULL ? strchr(line, '\n') + 1 : NULL) {
        gsize n = strspn(line, "abcdefghijklmnopqrstuvwxyz_");
        if (n == 0 || line[n] != ':' || strchr(" \n\r", line[n + 1]) == NULL ||
            field_find(record, line, (gssize)n) == NULL)
            continue;
        char closing[16];
        g_autofree char *key = g_strndup(line, n);
        g_snprintf(closing, sizeof closing, "%u", check->line - 1);
        diag_add(check->links->diags, DIAG_KEY_IN_BODY, mark_of_byte(check, line), (guint)n,
                 key, closing, NULL);
        return;
    }
}

const char *
prose_check(const LinkBase *links, const Record *record, Prose *prose)
{
    const char *body = prose->body;
    if (is_too_long(prose)) {
        diag_add(links->diags, DIAG_BODY_TOO_LONG, (Mark){prose->source, prose->line, 1}, 0,
                 NULL);
        return "";
    }
    if (prose->read == NULL)
        return body;
    Check check = {links, prose->source, body, prose->line};
    MarkdownHooks hooks = {
        .link = take_link, .html = take_html, .wordless = take_wordless, .data = &check};
    markdown_look(prose->read, &hooks);
    markup_each_slip(body, strlen(body), take_slip, &check);
    look_for_key(&check, record);
    return body;
}

/* ---- parts of other pages ---- */

static gboolean
has_heading(const char *const *headings, const char *name)
{
    for (; headings != NULL && *headings != NULL; headings++) {
        if (strcmp(*headings, name) == 0)
            return TRUE;
    }
    return FALSE;
}

/* FALSE: the page is one of this agency's and has no such part. */
static gboolean
may_have(const Agency *agency, const LinkFragment *fragment)
{
    const char *page = fragment->page, *name = fragment->name;
    g_autofree char *own =
        g_strconcat(agency->path, *agency->path != '\0' ? "/" : "", "index.html", NULL);
    if (link_is_anchor(name))
        return TRUE;
    if (strcmp(page, own) == 0)
        return has_heading(agency->headings, name);
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        gsize n = strlen(service->path);
        if (strncmp(page, service->path, n) == 0 && strcmp(page + n, ".html") == 0)
            return has_heading(service->headings, name) ||
                   link_is_variant(&service->varian, name);
    }
    return TRUE;
}

void
prose_check_fragments(const Agency *agency, const GPtrArray *fragments, DiagList *diags)
{
    for (guint i = 0; i < fragments->len; i++) {
        const LinkFragment *fragment = fragments->pdata[i];
        if (!may_have(agency, fragment))
            diag_add(diags, DIAG_LINK_ANCHOR, fragment->raw.mark, 0, fragment->raw.str, NULL);
    }
}
