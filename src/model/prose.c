#include "model/prose.h"
#include "text/markdown.h"
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
take_fence(const char *info, guint line, gpointer data)
{
    const Check *check = data;
    diag_add(check->links->diags, DIAG_MARKDOWN_FENCE, mark_of_line(check, line), 0, info,
             NULL);
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

/* What CommonMark makes links, pictures, HTML or fenced code of has one of those signs. */
static void
look_for_links(Check *check, gsize len)
{
    if (strpbrk(check->body, "[<") == NULL && strstr(check->body, "```") == NULL &&
        strstr(check->body, "~~~") == NULL)
        return;
    g_autoptr(Markdown) read = markdown_new(check->body, len);
    MarkdownHooks hooks = {.link = take_link,
                           .html = take_html,
                           .wordless = take_wordless,
                           .fence = take_fence,
                           .data = check};
    markdown_look(read, &hooks);
}

const char *
prose_check(const LinkBase *links,
            const Record *record,
            const Source *source,
            const Front *front)
{
    gsize len = strlen(front->body);
    if (len > MARKDOWN_MAX_BYTES) {
        diag_add(links->diags, DIAG_BODY_TOO_LONG, (Mark){source, front->body_line, 1}, 0,
                 NULL);
        return "";
    }
    if (len > 0) {
        Check check = {links, source, front->body, front->body_line};
        look_for_links(&check, len);
        markup_each_slip(front->body, len, take_slip, &check);
        look_for_key(&check, record);
    }
    return front->body;
}

/* ---- parts of other pages ---- */

/* FALSE: the page is one of this agency's and has no such part. */
static gboolean
may_have(Arena *arena, Agency *agency, const LinkFragment *fragment)
{
    const char *page = fragment->page, *name = fragment->name;
    g_autofree char *own =
        g_strconcat(agency->path, *agency->path != '\0' ? "/" : "", "index.html", NULL);
    if (link_is_anchor(name))
        return TRUE;
    if (strcmp(page, own) == 0)
        return link_is_heading(arena, agency->body, &agency->headings, name);
    for (guint i = 0; i < agency->services.n; i++) {
        Service *service = &agency->services.items[i];
        gsize n = strlen(service->path);
        if (strncmp(page, service->path, n) == 0 && strcmp(page + n, ".html") == 0)
            return link_is_heading(arena, service->body, &service->headings, name) ||
                   link_is_variant(&service->varian, name);
    }
    return TRUE;
}

void
prose_check_fragments(Arena *arena, Agency *agency, const GPtrArray *fragments, DiagList *diags)
{
    for (guint i = 0; i < fragments->len; i++) {
        const LinkFragment *fragment = fragments->pdata[i];
        if (!may_have(arena, agency, fragment))
            diag_add(diags, DIAG_LINK_ANCHOR, fragment->raw.mark, 0, fragment->raw.str, NULL);
    }
}
