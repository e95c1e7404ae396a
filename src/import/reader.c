#include "import/list-mark.h"
#include "import/reader-private.h"
#include "import/unfold.h"
#include "import/word-list.h"
#include "text/fold.h"
#include <string.h>

enum {
    TITLE_MAX_WORDS = 16,
    TITLE_MAX_BLOCKS = 4,     /* before a heading that stands a second time */
    GUESSED_MAX_HEADINGS = 1, /* so many a text without headings may have all the same */
    GUESSED_MIN = 2, /* components that words tell of, before a text is taken for a standard */
    RESTART_COMPONENTS = 2, /* that a service has before its first heading may begin another */
    TYPED_SURE_BYTES = 9, /* "PERSYRATAN" can be nothing else */
    N_COMPONENTS = G_N_ELEMENTS(component_names)
};

/* A section being read. */
typedef struct Part {
    ReadSection section;
    GArray *blocks; /* Block */
} Part;

/* A service being read; its first part is what stands over the first heading. */
typedef struct Service {
    GPtrArray *parts;                            /* Part */
    guint opened[N_COMPONENTS][N_HEADING_PARTS]; /* index of the part, 0 = none */
    guint components;                            /* bits of those that are opened */
    guint filled; /* bits of those that hold something: a word of a menu has nothing below it */
    guint n_components, first; /* how many, and which was the first */
    GString *title, *decree;   /* from a label or a table; NULL = not told */
    gboolean title_guessed, takes_title, takes_decree;
    Part *stray, *foot, *hidden; /* of no section; NULL = nothing yet */
} Service;

typedef struct Reader {
    Arena *arena;
    ReaderText text;
    Reading *out;
    GPtrArray *services; /* Service */
    Service *now;
    Part *at;
    guint heading;    /* line of the last one; G_MAXUINT = none yet */
    gboolean beside;  /* its text stood beside it */
    gboolean footing; /* a list under a website's page has begun */
} Reader;

/* ---- building ---- */

static void
part_free(gpointer data)
{
    Part *part = data;
    g_array_unref(part->blocks);
    g_free(part);
}

static void
service_free(gpointer data)
{
    Service *service = data;
    g_ptr_array_unref(service->parts);
    if (service->title != NULL)
        g_string_free(service->title, TRUE);
    if (service->decree != NULL)
        g_string_free(service->decree, TRUE);
    g_free(service);
}

static Part *
add_part(Reader *r, ReadSection section)
{
    Part *part = g_new0(Part, 1);
    part->section = section;
    part->blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    g_ptr_array_add(r->now->parts, part);
    r->at = part;
    return part;
}

static void
begin_service(Reader *r)
{
    r->now = g_new0(Service, 1);
    r->now->parts = g_ptr_array_new_with_free_func(part_free);
    g_ptr_array_add(r->services, r->now);
    add_part(r, (ReadSection){.heading = "", .name = "", .doubts = READ_HEAD});
}

static guint
heading_doubts(const Found *found)
{
    const Heading *heading = &found->heading;
    return (heading->doubtful ? READ_AMBIGUOUS : 0U) |
           ((heading->typed && heading->words == 1 && found->written_len < TYPED_SURE_BYTES) ||
                    (heading->by_words && heading->common)
                ? READ_TYPED
                : 0U) |
           (heading->common && !heading->by_words && !found->sure ? READ_COMMON : 0U);
}

/* The headings of a section that has several: "Kontak / Pengaduan". */
static void
add_heading(Reader *r, ReadSection *section, const char *written, gsize len)
{
    if (strlen(section->heading) > HEADING_MAX_BYTES ||
        (strncmp(section->heading, written, len) == 0 && section->heading[len] == '\0'))
        return;
    g_autofree char *both = g_strdup_printf("%s / %.*s", section->heading, (int)len, written);
    section->heading = arena_strndup(r->arena, both, strlen(both));
}

/* Goes on in the section of this heading; a new one unless its component and part are there. */
static void
open_section(Reader *r, const Found *found, const Block *block)
{
    const Heading *heading = &found->heading;
    guint *opened = &r->now->opened[heading->component][heading->part];
    guint doubts = heading_doubts(found) | (block->flags & BLOCK_SCANNED ? READ_SCANNED : 0U);
    gsize len = found->written_len + (found->written[found->written_len] == ':');
    Part *same = *opened > 0 ? g_ptr_array_index(r->now->parts, *opened) : NULL;
    if (same != NULL && (same->section.doubts & READ_AMBIGUOUS) && !heading->doubtful) {
        same->section.component =
            0; /* "Waktu Pelayanan" before "Lama Penyelesaian": the hours */
        same->section.doubts &= READ_SCANNED;
        *opened = 0;
    }
    if (*opened > 0) {
        r->at = g_ptr_array_index(r->now->parts, *opened);
        r->at->section.doubts |= doubts | (r->at->blocks->len > 0 ? READ_REPEATED : 0U);
        add_heading(r, &r->at->section, found->written, len);
        return;
    }
    add_part(r, (ReadSection){.component = heading->component,
                              .part = heading->part,
                              .heading = arena_strndup(r->arena, found->written, len),
                              .name = heading->name,
                              .number = block->number,
                              .mark = reader_heading_mark(found, block),
                              .form = reader_form(block),
                              .doubts = doubts});
    *opened = r->now->parts->len - 1;
    if (!(r->now->components & (1U << heading->component)))
        r->now->n_components++;
    if (r->now->components == 0)
        r->now->first = heading->component;
    r->now->components |= 1U << heading->component;
}

static void
open_other(Reader *r, const char *heading, const Block *block, guint doubts)
{
    add_part(r, (ReadSection){.heading = heading,
                              .name = "",
                              .number = block->number,
                              .mark = reader_heading_mark(NULL, block),
                              .doubts =
                                  doubts | (block->flags & BLOCK_SCANNED ? READ_SCANNED : 0U)});
}

static void
add_block(Reader *r, const Block *block)
{
    g_array_append_vals(r->at->blocks, block, 1);
    if (r->at->section.component > 0)
        r->now->filled |= 1U << r->at->section.component;
    if (block->flags & BLOCK_SCANNED)
        r->at->section.doubts |= READ_SCANNED;
}

/* ---- where a service begins ---- */

/* "II. PELAYANAN B" where "I. PELAYANAN A" stands over the first heading of the service. */
static gboolean
follows_title(const Reader *r, const Block *block)
{
    const Part *head = g_ptr_array_index(r->now->parts, 0);
    ListMark mark, above;
    if (!list_mark_scan(block->text, &mark) || !list_mark_counts(mark.style))
        return FALSE;
    for (guint i = 0; i < head->blocks->len; i++)
        if (list_mark_scan(g_array_index(head->blocks, Block, i).text, &above) &&
            above.value + 1 == mark.value &&
            (above.style == mark.style || above.style == MARK_CAPITAL_ROMAN))
            return TRUE;
    return FALSE;
}

static gboolean
may_be_title(const Reader *r, const Block *block)
{
    gsize len = strlen(block->text);
    return block->cells == NULL && *block->mark == '\0' && len > 2 &&
           (list_mark_len(block->text) == 0 || reader_title_rest(block->text) != NULL ||
            follows_title(r, block)) &&
           strchr(".;,", block->text[len - 1]) == NULL &&
           reader_count_words(block->text) <= TITLE_MAX_WORDS;
}

/* How many blocks at the end of the section being read are a title, a decree or a letterhead of what follows. */
static guint
title_blocks(const Reader *r, gboolean decree_follows)
{
    const GArray *blocks = r->at->blocks;
    guint n = 0;
    gboolean strong = FALSE;
    for (guint i = blocks->len; i-- > 0 && n < TITLE_MAX_BLOCKS;) {
        const Block *block = &g_array_index(blocks, Block, i);
        gboolean decree = reader_decree_value(block->text) != NULL;
        if ((!decree && !may_be_title(r, block)) ||
            (i == 0 && n > 0 && r->at->section.component > 0))
            break; /* a section keeps its first line */
        gboolean loud = block->level > 0 || (block->flags & BLOCK_STRONG) ||
                        reader_is_upper(block->text) ||
                        reader_title_rest(block->text) != NULL || follows_title(r, block);
        if (!loud && !decree && n > 0)
            break;
        n++;
        strong = strong || loud;
        if (!loud && !decree && !decree_follows && !(block->flags & BLOCK_APART))
            return 0; /* runs on from the section above */
    }
    if (n == blocks->len && r->at->section.component > 0 && !strong && !decree_follows)
        return 0; /* it is all the section has */
    return n;
}

/* Moves the last `n` blocks of the section being read over the headings of a new service. */
static void
begin_from_end(Reader *r, guint n, gboolean guessed)
{
    GArray *blocks = r->at->blocks;
    gboolean titled = n == 0 && r->at->section.component == 0 && blocks->len == 0 &&
                      *r->at->section.heading != '\0' && r->now->parts->len > 1;
    const char *heading = r->at->section.heading;
    if (titled)
        g_ptr_array_set_size(r->now->parts, (gint)r->now->parts->len - 1);
    g_autofree Block *moved = g_memdup2(
        n > 0 ? &g_array_index(blocks, Block, blocks->len - n) : NULL, n * sizeof(Block));
    if (!titled)
        g_array_set_size(blocks, blocks->len - n);
    begin_service(r);
    if (titled)
        r->now->title = g_string_new(heading);
    for (guint i = 0; i < n; i++)
        add_block(r, &moved[i]);
    r->now->title_guessed = n > 0 && guessed && reader_title_rest(moved[0].text) == NULL;
}

/* Whether a heading that stands a second time begins another service. */
static gboolean
restarts(Reader *r, const Found *found, const Block *block)
{
    const Service *now = r->now;
    guint component = found->heading.component;
    if (!(now->components & (1U << component)) || now->n_components < RESTART_COMPONENTS ||
        component != now->first || found->heading.part != PART_CHANNELS)
        return FALSE;
    gboolean titled = r->at->section.component == 0 && r->at->blocks->len == 0;
    gboolean tables = (block->flags & BLOCK_KEY) && now->n_components > 3;
    gboolean between = tables && (r->at->section.doubts & READ_BEHIND);
    guint n = titled ? 0 : between ? r->at->blocks->len : title_blocks(r, FALSE);
    const Block *title =
        n > 0 ? &g_array_index(r->at->blocks, Block, r->at->blocks->len - n) : NULL;
    gboolean loud = title != NULL && (title->level > 0 || (title->flags & BLOCK_STRONG));
    if (n == 0 && !titled && !tables && !(found->mark_value == 1 && now->n_components > 3))
        return FALSE;
    begin_from_end(r, n, !loud && !between);
    return TRUE;
}

/* ---- lines ---- */

static void
take_value(Reader *r, const Block *block, const char *value)
{
    if (*value == '\0')
        return;
    Block line = *block;
    line.text = value;
    line.gap = 0;
    line.level = 0;
    line.flags =
        (line.flags | BLOCK_APART) & ~(guint)(BLOCK_KEY | BLOCK_STRONG | BLOCK_SERVICE);
    const char *before = value - 1; /* the value stands inside of the line */
    while (*before == ' ')
        before--;
    if (*before != ':' && !(block->flags & BLOCK_WHOLE))
        line.flags |= BLOCK_CLOSE;
    add_block(r, &line);
}

/* The name of the service, told by a label ("Nama Layanan : …") or a table. */
static void
take_title(Reader *r, const char *value)
{
    if (r->now->n_components > 0 || r->now->title != NULL)
        begin_service(r);
    r->now->title = g_string_new(value);
    r->now->takes_title = *value == '\0';
    r->at = g_ptr_array_index(r->now->parts, 0);
}

static void
take_decree_label(Reader *r, const char *value)
{
    if (r->now->decree == NULL)
        r->now->decree = g_string_new(NULL);
    g_string_append_printf(r->now->decree, "%s%s", r->now->decree->len > 0 ? " " : "", value);
    r->now->takes_decree = *value == '\0';
    if (r->at->section.component > 0)
        open_other(r, "", &(Block){.text = "", .mark = ""}, READ_BEHIND);
}

static gboolean
take_found(Reader *r, const Found *found, const Block *block)
{
    switch (found->heading.kind) {
    case HEADING_TITLE:
        take_title(r, found->value);
        return TRUE;
    case HEADING_DECREE:
        if (!(block->flags & BLOCK_KEY))
            return FALSE; /* the head reads it */
        take_decree_label(r, found->value);
        return TRUE;
    case HEADING_OTHER:
        if (r->now->n_components == 0 && !(block->flags & BLOCK_KEY))
            return FALSE;
        open_other(r, arena_strndup(r->arena, found->written, found->written_len), block, 0);
        take_value(r, block, found->value);
        return TRUE;
    case HEADING_COMPONENT:
        if (!restarts(r, found, block) && found->again)
            return FALSE;
        if (found->heading.doubtful &&
            (r->now->components & (1U << found->heading.component))) {
            /* Beside "Waktu Penyelesaian" it means the hours. */
            open_other(r, arena_strndup(r->arena, found->written, found->written_len), block,
                       0);
            take_value(r, block, found->value);
            return TRUE;
        }
        open_section(r, found, block);
        take_value(r, block, found->value);
        return TRUE;
    }
    return FALSE;
}

/* "STANDAR PELAYANAN …" or "No. SK" behind the sections of one service begin another. */
static gboolean
begins_service(Reader *r, const Block *block)
{
    if (block->flags & BLOCK_SERVICE) {
        take_title(r, block->text);
        return TRUE;
    }
    if (r->now->n_components == 0)
        return FALSE;
    if (reader_title_rest(block->text) != NULL && may_be_title(r, block) &&
        (reader_is_upper(block->text) || block->level > 0 ||
         (block->flags & (BLOCK_STRONG | BLOCK_APART | BLOCK_AFTER)))) {
        begin_from_end(r, 0, FALSE);
        add_block(r, block);
        return TRUE;
    }
    if (reader_decree_value(block->text) != NULL) {
        guint n = title_blocks(r, TRUE);
        if (n == 0)
            return FALSE;
        begin_from_end(r, n, FALSE);
        add_block(r, block);
        return TRUE;
    }
    return FALSE;
}

/* Words between the lines of a section that are not its own. */
static void
add_stray(Reader *r, const Block *block, guint kind)
{
    Part *at = r->at, **stray = kind == READ_FOOT     ? &r->now->foot
                                : kind == READ_HIDDEN ? &r->now->hidden
                                                      : &r->now->stray;
    if (*stray == NULL) {
        open_other(r, "", block, kind | READ_STRAY);
        *stray = r->at;
    }
    g_array_append_vals((*stray)->blocks, block, 1);
    r->at = at;
}

/* A line no heading is known for: told headings, tables' keys, feet; else a line of the section. */
static void
take_other(Reader *r, const Block *block)
{
    Service *now = r->now;
    if (g_ascii_strcasecmp(block->text, "Image not found or type unknown") == 0) {
        r->at->section.doubts |= READ_CHART_LOST;
    } else if (block->flags & BLOCK_KEY) {
        open_other(r, block->text, block, 0);
    } else if (now->takes_title && r->at == g_ptr_array_index(now->parts, 0)) {
        g_string_append_printf(now->title, "%s%s", now->title->len > 0 ? " " : "", block->text);
    } else if (now->takes_decree && r->at->section.component == 0) {
        g_string_append_printf(now->decree, "%s%s", now->decree->len > 0 ? " " : "",
                               block->text);
    } else if (block->level > 0 && *block->mark == '\0' && list_mark_len(block->text) == 0 &&
               now->parts->len > 1) {
        if (now->filled == 0) { /* behind a menu */
            r->at = g_ptr_array_index(now->parts, 0);
            add_block(r, block);
        } else {
            open_other(r, block->text, block, 0);
        }
    } else if (reader_is_foot(block->text) || r->footing) {
        add_stray(r, block, READ_FOOT);
        r->footing = r->footing || g_str_has_suffix(block->text, ":") ||
                     g_str_has_suffix(block->text, " terkait"); /* their names follow */
    } else if ((reader_is_signature(block->text) || (block->flags & BLOCK_AFTER)) &&
               r->at->section.component > 0) {
        open_other(r, "", block, READ_BEHIND);
        add_block(r, block);
    } else {
        add_block(r, block);
    }
}

static void
read_blocks(Reader *r)
{
    for (guint i = 0; i < r->text.n;) {
        const Block *block = &r->text.items[i];
        Found found = {.lines = 1};
        guint step = 1;
        if (block->flags & BLOCK_KEY)
            r->now->takes_title = r->now->takes_decree = FALSE;
        if (block->flags & BLOCK_GONE) {
            /* passed over */
        } else if (block->flags & BLOCK_STRAY) {
            add_stray(r, block, block->flags & BLOCK_HIDDEN ? READ_HIDDEN : READ_BEHIND);
        } else if (begins_service(r, block)) {
            /* taken */
        } else if (reader_find_heading(
                       r->arena, &r->text, i,
                       &(Reached){r->at->section.component,
                                  r->now->filled | (1U << r->at->section.component),
                                  r->now->first, r->heading, r->beside,
                                  (r->at->section.doubts & READ_AMBIGUOUS) != 0},
                       &found) &&
                   take_found(r, &found, block)) {
            step = found.lines;
            r->heading = i;
            r->beside = *found.value != '\0';
            r->footing = FALSE;
        } else {
            take_other(r, block);
        }
        i += step;
    }
}

/* ---- the result ---- */

/* Whether only parts of no component stand behind one. */
static gboolean
is_last(const Service *service, guint i)
{
    while (++i < service->parts->len)
        if (((Part *)g_ptr_array_index(service->parts, i))->section.component > 0)
            return FALSE;
    return TRUE;
}

static void
finish_service(Reader *r, const Service *service, gboolean first, ReadCharter *out)
{
    Part *head = g_ptr_array_index(service->parts, 0);
    BlockSink rest;
    block_sink_init(&rest, r->arena);
    BlockList over = blocks_of(r->arena, head->blocks);
    if (service->title != NULL && service->title->len > 0)
        out->title = arena_strndup(r->arena, service->title->str, service->title->len);
    if (service->decree != NULL) {
        out->decree.asked = TRUE;
        if (service->decree->len > 0)
            out->decree.number =
                arena_strndup(r->arena, service->decree->str, service->decree->len);
    }
    out->title_guessed = service->title_guessed;
    reader_take_head(r->arena, &over, out, first ? &r->out->agency : NULL, &rest);
    out->sections =
        arena_alloc(r->arena, 2 * (service->parts->len + 1) * sizeof *out->sections);
    for (guint i = 0; i < service->parts->len; i++) {
        Part *part = g_ptr_array_index(service->parts, i);
        ReadSection *section = &out->sections[out->n];
        *section = part->section;
        section->blocks = i == 0 ? block_sink_take(&rest) : blocks_of(r->arena, part->blocks);
        guint more = reader_part_pair(r->arena, service->components, section, section + 1);
        if (section->component > 0 && is_last(service, i))
            more += reader_cut_tail(r->arena, section, section + 1 + more);
        /* A heading of nothing is kept: its words are the author's. */
        out->n += more;
        out->n += i == 0 || section->component > 0 || section->blocks.n > 0 ||
                  *section->heading != '\0';
    }
    block_sink_clear(&rest);
    reader_weigh(r->arena, out);
}

static void
finish(Reader *r)
{
    Reading *out = r->out;
    out->charters = arena_alloc(r->arena, r->services->len * sizeof *out->charters);
    for (guint i = 0; i < r->services->len; i++) {
        out->charters[out->n].title = "";
        finish_service(r, g_ptr_array_index(r->services, i), i == 0, &out->charters[out->n]);
        ReadDecree *decree = &out->charters[i].decree;
        if (i > 0 && out->charters[0].decree.of_all && !decree->asked)
            *decree = out->charters[0].decree;
        out->n++;
    }
}

/* Services without a component are text around those that have some: their words go to a neighbour. */
static void
drop_empty(Reader *r)
{
    for (guint i = 0; i < r->services->len && r->services->len > 1;) {
        Service *service = g_ptr_array_index(r->services, i);
        if (service->n_components > 0) {
            i++;
            continue;
        }
        Service *other = g_ptr_array_index(r->services, i > 0 ? i - 1 : i + 1);
        for (guint k = 0; k < service->parts->len; k++) {
            Part *part = g_ptr_array_index(service->parts, k), *copy = g_new0(Part, 1);
            *copy = *part;
            part->blocks = g_array_new(FALSE, FALSE, sizeof(Block));
            if (k == 0)
                copy->section.doubts = i > 0 ? READ_BEHIND : READ_HEAD;
            if (k == 0 && service->title != NULL)
                copy->section.heading =
                    arena_strndup(r->arena, service->title->str, service->title->len);
            g_ptr_array_add(other->parts, copy);
        }
        g_ptr_array_remove_index(r->services, i);
    }
}

/* Whether the headings are enough to go by; without, sections are guessed where the text looks like SIPPN's. */
static gboolean
judge(Reader *r, const BlockList *blocks, DiagList *diags)
{
    guint most = 0;
    for (guint i = 0; i < r->services->len; i++)
        most = MAX(most, ((Service *)g_ptr_array_index(r->services, i))->n_components);
    if (most > GUESSED_MAX_HEADINGS)
        return TRUE;
    ReadCharter *guessed = arena_new0(r->arena, ReadCharter);
    guessed->title = "";
    if (reader_guess_sections(r->arena, blocks, most == 0 ? GUESSED_MIN : GUESSED_MIN + 1,
                              guessed)) {
        r->out->charters = guessed;
        r->out->n = 1;
        return FALSE;
    }
    if (most == 0)
        diag_add(diags, DIAG_IMPORT_NO_SECTION, source_mark(r->out->source, 0), 0,
                 component_names[1], component_names[2], NULL);
    return most > 0;
}

const Reading *
reading_new(Arena *arena, const Source *source, const BlockList *blocks, DiagList *diags)
{
    BlockList unfolded = unfold_tables(arena, blocks);
    BlockList asked = reader_cut_questions(arena, &unfolded);
    BlockList flat = reader_cut_inline(arena, &asked);
    Reader r = {.arena = arena,
                .text = {.arena = arena, .items = flat.items, .n = flat.n},
                .out = arena_new0(arena, Reading),
                .heading = G_MAXUINT,
                .services = g_ptr_array_new_with_free_func(service_free)};
    r.out->source = source;
    reader_mark_content(&r.text);
    page_head_take(arena, &r.text, &r.out->agency);
    reader_mark_scaffold(&r.text);
    reader_read_style(&r.text);
    begin_service(&r);
    read_blocks(&r);
    if (judge(&r, &flat, diags)) {
        drop_empty(&r);
        finish(&r);
        reader_share_complaint(arena, r.out);
    }
    g_ptr_array_unref(r.services);
    return r.out->n > 0 ? r.out : NULL;
}
