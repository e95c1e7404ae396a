/*
 * Any bytes as what each source of import makes or reads: blocks as lines, text, CSV, words with boxes, HTML, an
 * archive. What comes of them is read and written as charters: nothing may crash or hang, and every charter
 * must be YAML. The first byte chooses.
 */
#include "fuzz.h"
#include "import/draft.h"
#include "import/from-office.h"
#include "import/from-text.h"
#include "import/pdf-private.h"
#include "text/yaml.h"
#include <string.h>

static void
check_charter(const char *text)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    const char *end = strstr(text + 4, "\n---\n");
    g_assert(end != NULL);
    gsize len = (gsize)(end + 1 - (text + 4));
    g_autoptr(Source) source = source_new("x", g_strndup(text + 4, len), len, diags);
    yaml_read(arena, &(YamlPart){source, 1, source_n_lines(source), FALSE}, NULL, NULL, diags);
    g_assert(diag_list_n(diags) == 0);
}

/* Reads and writes; texts beyond the limits of a charter are refused. */
static void
use_blocks(Arena *arena, const Source *source, const BlockList *blocks)
{
    g_autoptr(DiagList) diags = diag_list_new();
    const Reading *reading = reading_new(arena, source, blocks, diags);
    for (guint i = 0; reading != NULL && i < reading->n; i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        DraftReport report;
        if (draft_append_charter(reading, &reading->charters[i],
                                 &(DraftOrigin){NULL, "x", "x", NULL},
                                 &(DraftSink){out, &report, diags}))
            check_charter(out->str);
    }
}

/* Words that a source cannot make: what a readable Source refuses. */
static gboolean
is_readable(const char *bytes, gsize len)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source = source_new("x", g_strndup(bytes, len), len, diags);
    return source_is_readable(source);
}

/* Lines and bullets: the bytes as the points of a picture, dark where they are odd. */
static void
use_picture(PdfText *text, const char *bytes, gsize len)
{
    enum { WIDTH = 64, MAX_HEIGHT = 2000 };
    gsize height = MIN(len / WIDTH, MAX_HEIGHT);
    g_autoptr(GString) picture = g_string_new(NULL);
    g_string_append_printf(picture, "P5\n%d %zu\n255\n", WIDTH, height);
    for (gsize i = 0; i < height * WIDTH; i++)
        g_string_append_c(picture, bytes[i] % 2 != 0 ? '\0' : '\xFF');
    pdf_rules_read(text, picture->str, picture->len);
}

static void
use_words(Arena *arena, const Source *source, const char *bytes, gsize len)
{
    PdfText text, flat;
    pdf_text_init(&text, arena);
    pdf_text_init(&flat, arena);
    pdf_text_read(&text, bytes, len);
    if (text.words->len > 0) {
        use_picture(&text, bytes, len);
        pdf_text_measure(&text);
        pdf_unfold_leaflets(&text, &flat);
        BlockList blocks = pdf_layout(&flat);
        use_blocks(arena, source, &blocks);
    }
    pdf_text_clear(&text);
    pdf_text_clear(&flat);
}

static void
use_office(Arena *arena, const Source *source, const char *bytes, gsize len)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    BlockList blocks;
    if (office_parse(bytes, len, lines) == OFFICE_FINE && is_readable(lines->str, lines->len)) {
        g_assert(blocks_parse(arena, lines->str, lines->len, &blocks));
        use_blocks(arena, source, &blocks);
    }
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    if (len < 1)
        return 0;
    g_autofree char *rest = g_strndup((const char *)bytes + 1, len - 1);
    g_autoptr(Source) source = source_new("fuzz", g_strdup(rest), strlen(rest), diags);
    BlockList blocks = {NULL, 0};
    char delimiter;
    switch (*bytes % 4) {
    case 0:
        if (is_readable(rest, strlen(rest)) && blocks_parse(arena, rest, strlen(rest), &blocks))
            use_blocks(arena, source, &blocks);
        break;
    case 1:
        if (!source_is_readable(source))
            break;
        blocks = csv_is_table(source_text(source), &delimiter)
                     ? blocks_from_csv(arena, source_text(source), delimiter)
                     : blocks_from_text(arena, source);
        use_blocks(arena, source, &blocks);
        break;
    case 2:
        if (is_readable(rest, strlen(rest)))
            use_words(arena, source, rest, strlen(rest));
        break;
    default:
        use_office(arena, source, (const char *)bytes + 1, len - 1);
        break;
    }
    return 0;
}
