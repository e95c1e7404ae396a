#include "import/from-text.h"
#include "import/heading.h"
#include "import/list-mark.h"
#include <string.h>

enum {
    ADDRESS_MAX_BYTES = 2000, /* of <address> or [text](address) */
    STRONG_MAX_BYTES = 160,   /* of *bold* words */
    QUOTED_MAX_LINES = 200,   /* of a cell of a sheet */
    SAMPLE_BYTES = 2000
};

/* ---- one line ---- */

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

static const char *
find_link(const char *at)
{
    const char *link = strstr(at, "](");
    return link != NULL ? link : at + strlen(at);
}

static void
unwrap_all(const char *text, GString *out)
{
    const char *at = text, *link = find_link(at);
    while (*at != '\0') {
        if (at > link)
            link = find_link(at);
        const char *next = *at == '<' || *at == '[' ? unwrap(at, link, out) : NULL;
        if (next == NULL)
            g_string_append_c(out, *at);
        at = next != NULL ? next : at + 1;
    }
}

/*
 * "*Waktu:* 30 menit", "**Syarat**": the stars go; TRUE when all of the line, or its label, was bold. Of
 * "*Waktu* 30 menit" *gap is where the value begins, if the bold words are a heading; else 0.
 */
static gboolean
take_stars(GString *line, guint *gap)
{
    Heading heading;
    *gap = 0;
    gsize skip = list_mark_picture_len(line->str), mark_len = list_mark_len(line->str + skip);
    if (line->str[skip] != '*' && line->str[skip + mark_len] == '*')
        skip += mark_len; /* "1. *Syarat*" */
    gsize stars = strspn(line->str + skip, "*");
    const char *inner = line->str + skip + stars;
    if (stars == 0 || stars > 2 || *inner == ' ' || *inner == '\0')
        return FALSE;
    const char *end = strchr(inner, '*');
    gsize closing = end != NULL ? strspn(end, "*") : 0;
    if (closing != stars || end - inner > STRONG_MAX_BYTES)
        return FALSE;
    const char *behind = end + closing;
    gboolean whole = *behind == '\0' || end[-1] == ':' || *behind == ':';
    gsize at = (gsize)(end - line->str), mark = list_mark_len(inner);
    if (!whole &&
        heading_read(inner + mark, (gsize)(end - inner) - MIN(mark, (gsize)(end - inner)),
                     &heading))
        *gap = (guint)(at - stars + strspn(behind, " "));
    g_string_erase(line, (gssize)at, (gssize)closing);
    g_string_erase(line, (gssize)skip, (gssize)stars);
    return whole;
}

/* "== SYARAT ==", "[SYARAT]": a frame of signs around a line; TRUE when it was taken off. */
static gboolean
take_frame(GString *line)
{
    char sign = line->str[0];
    if (sign == '\0' || strchr("=-~_*#[", sign) == NULL)
        return FALSE;
    gsize left = 0, right = 0, least = sign == '_' ? 1 : 2; /* "_Jam buka …_" of a chat */
    while (line->str[left] == sign)
        left++;
    while (right < line->len - left && line->str[line->len - 1 - right] == sign)
        right++;
    if (sign == '[' && line->str[line->len - 1] == ']' && strchr(line->str + 1, '[') == NULL) {
        left = right = least = 1;
    }
    if (left < least || right < least || left + right >= line->len)
        return FALSE;
    g_string_truncate(line, line->len - right);
    g_string_erase(line, 0, (gssize)left);
    g_strstrip(line->str);
    g_string_set_size(line, strlen(line->str));
    return TRUE;
}

/*
 * "[12/11/26 08.15] Bu Ani: ", "[08.15, 12/11/26] Bu Ani: " or "12/11/26 08.15 - Bu Ani: ": bytes of what a chat
 * puts before a message.
 */
static gsize
chat_prefix(const char *text)
{
    enum { TIME_MIN = 4, DATE_MIN = 6, STAMP_MAX = 10 };
    gsize open = *text == '[', first = strspn(text + open, "0123456789/.:-");
    const char *at = text + open + first;
    at += strspn(at, ", ");
    gsize second = strspn(at, "0123456789/.:");
    if (at == text + open + first || MIN(first, second) < TIME_MIN ||
        MAX(first, second) < DATE_MIN || MAX(first, second) > STAMP_MAX)
        return 0;
    at += second;
    const char *behind =
        open ? (*at == ']' ? at + 1 : NULL) : (g_str_has_prefix(at, " - ") ? at + 3 : NULL);
    if (behind == NULL)
        return 0;
    const char *colon = strstr(behind, ": ");
    return colon != NULL && colon - behind < 60 ? (gsize)(colon + 2 - text) : 0;
}

/* ">> Syarat", "» Syarat": signs that set a line off; their bytes and those of the spaces behind. */
static gsize
arrows_len(const char *text)
{
    gsize len = strspn(text, ">");
    if (len == 0 && g_str_has_prefix(text, "»"))
        len = strlen("»");
    return len > 0 && len != 1 && text[len] == ' ' ? len + strspn(text + len, " ") : 0;
}

static gboolean
has_words(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (g_unichar_isalnum(g_utf8_get_char(at)))
            return TRUE;
    return FALSE;
}

/* Adds one line; what a chat wrote before it is kept apart. */
static Block *
add_line(BlockSink *sink, const char *line, gsize len, guint number)
{
    guint gap;
    g_autofree char *folded = block_fold(line, len, &gap);
    gsize hashes = strspn(folded, "#"), chat = chat_prefix(folded);
    guint level = hashes <= 6 && folded[hashes] == ' ' ? (guint)hashes : 0;
    if (chat > 0) {
        Block *stray = block_sink_add(sink, folded, chat);
        stray->flags |= BLOCK_STRAY;
        stray->number = number;
    }
    g_autoptr(GString) text = g_string_sized_new(len);
    gsize arrows = chat == 0 && level == 0 ? arrows_len(folded) : 0;
    unwrap_all(folded + chat + level + (level > 0) + arrows, text);
    guint label;
    gboolean strong = take_stars(text, &label) || arrows > 0;
    strong = take_frame(text) || strong;
    if (!has_words(text->str))
        return NULL;
    Block *block = block_sink_add(sink, text->str, text->len);
    if (block == NULL)
        return NULL;
    block->gap =
        gap > 0 && chat == 0 && level == 0 && !strong && strlen(folded) == text->len ? gap : 0;
    block->gap = label > 0 && label < strlen(block->text) ? label : block->gap;
    block->number = number;
    block->level = level;
    block->flags |= (strong ? (guint)BLOCK_STRONG : 0U) | (chat > 0 ? (guint)BLOCK_APART : 0U);
    return block;
}

/* ---- tables pasted into a text ---- */

void
text_put_row(BlockSink *sink, char *const *cells, guint n, guint number)
{
    GArray *row = g_array_sized_new(FALSE, FALSE, sizeof(BlockCell), n);
    for (guint c = 0; c < n; c++) {
        BlockSink inner;
        g_auto(GStrv) lines = g_strsplit(cells[c], "\n", -1);
        block_sink_init(&inner, sink->arena);
        for (char **line = lines; *line != NULL; line++)
            add_line(&inner, *line, strlen(*line), number);
        BlockCell cell = {c, 1, block_sink_end(&inner)};
        g_array_append_val(row, cell);
    }
    block_sink_put_row(sink, row, number);
}

/* The cells of a line; pipes at its ends are the table's frame. NULL: fewer than two. */
static char **
split_cells(const char *line, gsize len, char delimiter)
{
    g_autofree char *text = g_strndup(line, len);
    char *start = text;
    if (delimiter == '|') {
        g_strstrip(text);
        start += *start == '|';
        gsize n = strlen(start);
        if (n > 0 && start[n - 1] == '|')
            start[n - 1] = '\0';
    }
    char between[] = {delimiter, '\0'};
    char **cells = g_strsplit(start, between, BLOCKS_MAX_CELLS);
    if (g_strv_length(cells) >= 2)
        return cells;
    g_strfreev(cells);
    return NULL;
}

/* How many of the cells name a component, a column or the service. */
static guint
count_names(char *const *cells)
{
    guint n = 0;
    for (; *cells != NULL; cells++) {
        g_autofree char *cell = g_strstrip(g_strdup(*cells));
        gsize skip = list_mark_len(cell);
        Heading heading;
        n += (heading_read(cell + skip, strlen(cell + skip), &heading) && !heading.typed &&
              heading.kind != HEADING_OTHER) ||
                     g_ascii_strcasecmp(cell, "komponen") == 0 ||
                     g_ascii_strcasecmp(cell, "uraian") == 0
                 ? 1
                 : 0;
    }
    return n;
}

typedef struct Pasted {
    char delimiter;    /* 0 = no table */
    guint first, last; /* lines */
} Pasted;

/* Tabs or pipes in at least two lines that name something, or below one that names three columns. */
static Pasted
find_pasted(const Source *source)
{
    static const char delimiters[] = {'\t', '|'};
    for (guint d = 0; d < G_N_ELEMENTS(delimiters); d++) {
        guint rows = 0, named = 0, most = 0;
        Pasted found = {delimiters[d], 0, 0};
        for (guint i = 1; i <= source_n_lines(source); i++) {
            gsize len;
            const char *line = source_line(source, i, &len);
            if (memchr(line, delimiters[d], len) == NULL || len > 100000)
                continue;
            g_auto(GStrv) cells = split_cells(line, len, delimiters[d]);
            if (cells == NULL)
                continue;
            rows++;
            guint n = count_names(cells);
            named += n > 0 ? 1 : 0;
            most = MAX(most, n);
            found.first = found.first == 0 ? i : found.first;
            found.last = i;
        }
        if (rows >= 2 && (named >= 2 || most >= 3))
            return found;
    }
    return (Pasted){0, 0, 0};
}

/* A sheet puts quotes around a cell of several lines: whether one is open at the end of the text. */
static gboolean
is_open_cell(const char *text, char delimiter)
{
    guint quotes = 0;
    gboolean quoted = FALSE;
    for (const char *at = text; *at != '\0'; at++) {
        quoted = quoted || (*at == '"' && at > text && at[-1] == delimiter);
        quotes += *at == '"';
    }
    return quoted && quotes % 2 == 1;
}

/* A cell of a sheet without its quotes, "" inside of it being one. */
static void
unquote(GString *cell)
{
    if (cell->len < 2 || *cell->str != '"' || cell->str[cell->len - 1] != '"')
        return;
    g_string_truncate(cell, cell->len - 1);
    g_string_erase(cell, 0, 1);
    g_string_replace(cell, "\"\"", "\"", 0);
}

/* Takes quotes and written line ends from the cells; FALSE when they hold no words. */
static gboolean
clean_cells(char **cells)
{
    gboolean words = FALSE;
    for (; *cells != NULL; cells++) {
        g_autoptr(GString) cell = g_string_new(*cells);
        unquote(cell);
        g_string_replace(cell, "<br>", "\n", 0);
        g_free(*cells);
        *cells = g_strdup(cell->str);
        words = words || has_words(*cells);
    }
    return words;
}

/* A row and the lines below it that have no delimiter: they belong to its last cell. */
static guint
add_pasted_row(BlockSink *sink, const Source *source, guint at, const Pasted *pasted)
{
    gsize len;
    const char *line = source_line(source, at, &len);
    guint n_lines = source_n_lines(source);
    g_autoptr(GString) row = g_string_new_len(line, (gssize)len);
    guint next = at + 1;
    for (; pasted->delimiter == '\t' && next <= n_lines && next - at < QUOTED_MAX_LINES &&
           is_open_cell(row->str, '\t');
         next++) {
        line = source_line(source, next, &len);
        g_string_append_printf(row, "\n%.*s", (int)len, line);
    }
    g_auto(GStrv) cells = split_cells(row->str, row->len, pasted->delimiter);
    if (cells == NULL) { /* "Catatan |": one cell */
        cells = g_new0(char *, 2);
        cells[0] = g_strdelimit(g_strdup(row->str), "|", ' ');
    }
    guint n = g_strv_length(cells);
    g_autoptr(GString) last = g_string_new(cells[n - 1]);
    for (; next <= n_lines; next++) {
        line = source_line(source, next, &len);
        if (memchr(line, pasted->delimiter, len) != NULL)
            break;
        if (len == 0 && next > pasted->last)
            break;
        g_string_append_printf(last, "\n%.*s", (int)len, line);
    }
    g_free(cells[n - 1]);
    cells[n - 1] = g_string_free(g_steal_pointer(&last), FALSE);
    if (clean_cells(cells))
        text_put_row(sink, cells, n, at);
    return next - 1;
}

/* ---- the text ---- */

/* "1." or "•" alone in a line, its words in the next: joins the two. */
static void
join_lone_marks(BlockSink *sink)
{
    guint out = 0;
    for (guint i = 0; i < sink->items->len; i++) {
        Block *block = &g_array_index(sink->items, Block, i);
        ListMark mark;
        gboolean lone = block->cells == NULL && list_mark_scan(block->text, &mark) &&
                        block->text[mark.len] == '\0' && list_mark_counts(mark.style);
        Block *next =
            i + 1 < sink->items->len ? &g_array_index(sink->items, Block, i + 1) : NULL;
        if (lone && next != NULL && next->cells == NULL && list_mark_len(next->text) == 0) {
            g_autofree char *text = g_strjoin(" ", block->text, next->text, NULL);
            next->text = arena_strndup(sink->arena, text, strlen(text));
            next->flags |= block->flags & BLOCK_APART;
            next->gap = 0;
            continue;
        }
        if (out != i)
            g_array_index(sink->items, Block, out) = *block;
        out++;
    }
    g_array_set_size(sink->items, out);
}

/* "# KTP" in line after line of one level: signs of a list, as no heading is a heading of nothing. */
static void
settle_hashes(BlockSink *sink)
{
    enum { LEVELS = 7, ADJACENT_MIN = 2 };
    guint adjacent[LEVELS] = {0};
    for (guint i = 1; i < sink->items->len; i++) {
        const Block *block = &g_array_index(sink->items, Block, i), *above = block - 1;
        adjacent[block->level] +=
            block->level == above->level && block->number == above->number + 1;
    }
    gboolean below = FALSE; /* one of them */
    for (guint i = 0; i < sink->items->len; i++) {
        Block *block = &g_array_index(sink->items, Block, i);
        if (below && block->number == block[-1].number + 1)
            block->flags &= ~(guint)BLOCK_APART; /* a heading's own, not an empty line's */
        below = block->level > 0 && adjacent[block->level] >= ADJACENT_MIN;
        if (!below)
            continue;
        block->level = 0;
        block->mark = "#";
    }
}

/* Whether the line just added is another person's message than the one before it. */
static gboolean
changes_sender(const BlockSink *sink, char **sender)
{
    const Block *before =
        sink->items->len > 1 ? &g_array_index(sink->items, Block, sink->items->len - 2) : NULL;
    if (before == NULL || !(before->flags & BLOCK_STRAY))
        return FALSE;
    g_autofree char *prefix = g_strconcat(before->text, " ", NULL);
    const char *name = chat_prefix(prefix) > 0 ? strpbrk(before->text, "]-") : NULL;
    if (name == NULL)
        return FALSE;
    gboolean other = *sender != NULL && strcmp(*sender, name) != 0;
    g_free(*sender);
    *sender = g_strdup(name);
    return other;
}

BlockList
blocks_from_text(Arena *arena, const Source *source)
{
    BlockSink sink;
    block_sink_init(&sink, arena);
    Pasted pasted = find_pasted(source);
    g_autofree char *sender = NULL;
    gboolean apart = TRUE;
    for (guint i = 1; i <= source_n_lines(source); i++) {
        gsize len;
        const char *line = source_line(source, i, &len);
        gboolean row = pasted.delimiter != 0 && i >= pasted.first && i <= pasted.last &&
                       memchr(line, pasted.delimiter, len) != NULL;
        if (row) {
            i = add_pasted_row(&sink, source, i, &pasted);
            apart = TRUE;
            continue;
        }
        guint behind = pasted.delimiter == 0 ? text_put_spaced_table(&sink, source, i) : i;
        if (behind > i) {
            i = behind - 1;
            apart = TRUE;
            continue;
        }
        Block *block = add_line(&sink, line, len, i);
        if (block != NULL && changes_sender(&sink, &sender))
            block->flags |= BLOCK_AFTER;
        if (block != NULL && (apart || block->level > 0))
            block->flags |= BLOCK_APART;
        apart = block == NULL || block->level > 0;
    }
    settle_hashes(&sink);
    join_lone_marks(&sink);
    return block_sink_end(&sink);
}

/* ---- encodings ---- */

/* Half of the first bytes are NUL, at even or at odd places: UTF-16 of Latin letters. */
static const char *
guess_utf16(const char *bytes, gsize len)
{
    gsize n = MIN(len, SAMPLE_BYTES), nul[2] = {0, 0};
    for (gsize i = 0; i < n; i++)
        nul[i % 2] += bytes[i] == '\0';
    if (n < 4 || nul[0] + nul[1] < n / 3)
        return NULL;
    return nul[1] > nul[0] ? "UTF-16LE" : "UTF-16BE";
}

gboolean
text_to_utf8(char **bytes, gsize *len, const char **from)
{
    const char *text = *bytes;
    gsize skip = 0, out_len;
    *from = NULL;
    if (*len >= 2 && memcmp(text, "\xFF\xFE", 2) == 0)
        *from = "UTF-16LE", skip = 2;
    else if (*len >= 2 && memcmp(text, "\xFE\xFF", 2) == 0)
        *from = "UTF-16BE", skip = 2;
    else if (memchr(text, '\0', MIN(*len, SAMPLE_BYTES)) != NULL)
        *from = guess_utf16(text, *len);
    else if (!g_utf8_validate_len(text, *len, NULL) && memchr(text, '\0', *len) == NULL)
        *from = "WINDOWS-1252";
    if (*from == NULL)
        return FALSE;
    char *out =
        g_convert(text + skip, (gssize)(*len - skip), "UTF-8", *from, NULL, &out_len, NULL);
    if (out == NULL)
        return FALSE;
    g_free(*bytes);
    *bytes = out;
    *len = out_len;
    return TRUE;
}
