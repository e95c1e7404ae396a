#include "draw/pdf-font.h"
#include "draw/typeface.h"
#include <hb-ot.h>
#include <math.h>
#include <string.h>

struct PdfFonts {
    GPtrArray *fonts; /* PdfFont */
};

static void
font_free(gpointer data)
{
    PdfFont *font = data;
    g_free(font->glyphs);
    g_free(font);
}

PdfFonts *
pdf_fonts_new(void)
{
    PdfFonts *fonts = g_new0(PdfFonts, 1);
    fonts->fonts = g_ptr_array_new_with_free_func(font_free);
    return fonts;
}

void
pdf_fonts_free(PdfFonts *fonts)
{
    if (fonts == NULL)
        return;
    g_ptr_array_free(fonts->fonts, TRUE);
    g_free(fonts);
}

static PdfFont *
find(const PdfFonts *fonts, const Typeface *type)
{
    for (guint i = 0; i < fonts->fonts->len; i++) {
        PdfFont *font = g_ptr_array_index(fonts->fonts, i);
        if (font->type->face == type->face)
            return font;
    }
    return NULL;
}

const PdfFont *
pdf_fonts_find(const PdfFonts *fonts, const Typeface *type)
{
    return find(fonts, type);
}

gboolean
pdf_glyph_says(const PdfGlyph *glyph, const char *text, guint len)
{
    return glyph->len == len && memcmp(glyph->text, text, len) == 0;
}

/* ---- which glyphs ---- */

static PdfFont *
find_or_add(PdfFonts *fonts, Typeface *type)
{
    PdfFont *font = find(fonts, type);
    if (font == NULL) {
        font = g_new0(PdfFont, 1);
        font->type = type;
        font->index = fonts->fonts->len;
        font->glyphs = g_new0(PdfGlyph, type->n_glyphs);
        g_ptr_array_add(fonts->fonts, font);
    }
    return font;
}

static void
use(PdfFont *font, guint32 index, const char *text, guint len)
{
    PdfGlyph *glyph = &font->glyphs[index];
    if (glyph->is_used)
        return;
    *glyph = (PdfGlyph){.is_used = TRUE, .text = text, .len = len};
    font->n_used++;
}

/* The first glyph of a group stands for all of its characters, the others repeat the last: every glyph must
 * mean something (ISO 14289-1, 7.21.7), and the text itself says what the group is. */
static void
add_run(PdfFont *font, const ShapedText *text, const TextRun *run, guint begin, guint end)
{
    for (guint i = begin, next; i < end; i = next) {
        guint32 from, to;
        next = shaped_text_cluster(text, run, i, &from, &to);
        const char *last = g_utf8_find_prev_char(text->text, text->text + to);
        gboolean is_first = TRUE;
        for (guint k = i; k < next; k++) {
            guint32 index = text->glyphs[k].index;
            if (index >= font->type->n_glyphs)
                continue;
            if (is_first)
                use(font, index, text->text + from, to - from);
            else
                use(font, index, last, (guint)(text->text + to - last));
            is_first = FALSE;
        }
    }
}

void
pdf_fonts_add(PdfFonts *fonts, const ShapedText *text, guint begin, guint end)
{
    for (guint r = 0; r < text->n_runs; r++) {
        const TextRun *run = &text->runs[r];
        guint from = MAX(begin, run->begin), to = MIN(end, run->end);
        if (from < to)
            add_run(find_or_add(fonts, run->type), text, run, from, to);
    }
}

/* ---- what is written ---- */

/* The typeface's numbers of the glyphs, by their codes; [0] is the one for nothing. */
static guint32 *
by_code(const PdfFont *font, guint *n)
{
    guint most = 0;
    for (guint i = 0; i < font->type->n_glyphs; i++)
        if (font->glyphs[i].is_used)
            most = MAX(most, font->glyphs[i].code);
    guint32 *glyphs = g_new0(guint32, most + 1);
    for (guint i = 0; i < font->type->n_glyphs; i++)
        if (font->glyphs[i].is_used)
            glyphs[font->glyphs[i].code] = i;
    *n = most + 1;
    return glyphs;
}

static void
append_hex(GString *out, guint value)
{
    g_string_append_printf(out, "%04X", value);
}

static void
append_meaning(GString *out, guint code, const PdfGlyph *glyph)
{
    glong n = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(glyph->text, glyph->len, NULL, &n, NULL);
    g_string_append_c(out, '<');
    append_hex(out, code);
    g_string_append(out, "><");
    for (glong i = 0; i < n; i++)
        append_hex(out, units[i]);
    g_string_append(out, ">\n");
}

/* A font as the file has it. */
typedef struct Coded {
    const char *name;
    const guint32 *glyphs; /* as by_code() gives them */
    guint n;
} Coded;

/* ISO 32000-1, 9.10.3; at most a hundred rows a group. */
static guint
write_meanings(const PdfFont *font, const Coded *coded, PdfFile *file)
{
    enum { GROUP = 100 };
    g_autoptr(GString) map = g_string_new(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
    guint left = font->n_used, open = 0;
    for (guint code = 0; code < coded->n; code++) {
        const PdfGlyph *glyph = &font->glyphs[coded->glyphs[code]];
        if (!glyph->is_used || glyph->code != code)
            continue;
        if (open == 0) {
            open = MIN(left, GROUP);
            left -= open;
            g_string_append_printf(map, "%u beginbfchar\n", open);
        }
        append_meaning(map, code, glyph);
        if (--open == 0)
            g_string_append(map, "endbfchar\n");
    }
    g_string_append(map, "endcmap CMapName currentdict/CMap defineresource pop end end");
    guint number = pdf_file_number(file);
    pdf_file_stream(file, number,
                    &(PdfStream){PDF_PACK, "", (const guint8 *)map->str, map->len});
    return number;
}

static guint
write_program(const PdfFont *font, const TypefaceSubset *subset, PdfFile *file)
{
    guint number = pdf_file_number(file);
    g_autofree char *keys = font->type->is_cff
                                ? g_strdup("/Subtype/CIDFontType0C")
                                : g_strdup_printf("/Length1 %" G_GSIZE_FORMAT, subset->len);
    pdf_file_stream(file, number,
                    &(PdfStream){PDF_PACKED, keys, subset->packed->data, subset->packed->len});
    return number;
}

/* Six letters before the name tell subsets apart (9.6.4): made from what is in it. */
static char *
subset_name(const PdfFont *font, const TypefaceSubset *subset)
{
    guint32 hash = 2166136261u;
    char letters[7] = "";
    for (guint i = 0; i < subset->n_glyphs; i++)
        hash = (hash ^ subset->glyphs[i]) * 16777619u;
    for (guint i = 0; i < 6; i++, hash /= 26)
        letters[i] = (char)('A' + hash % 26);
    return g_strconcat(letters, "+", font->type->name, NULL);
}

static void
append_measure(GString *out, const char *key, double units, const Typeface *type)
{
    g_string_append(out, key);
    pdf_append_int(out, lround(units * type->per_em));
}

static guint
write_descriptor(const Typeface *type, const char *name, guint program, PdfFile *file)
{
    hb_font_extents_t extents = {0};
    hb_position_t capitals = 0;
    hb_font_get_h_extents(type->font, &extents);
    hb_ot_metrics_get_position(type->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capitals);
    g_autoptr(GString) body = g_string_new("<</Type/FontDescriptor/FontName/");
    g_string_append(body, name);
    /* Symbolic: its glyphs are asked for by number. No glyph is measured for the box: that of the lines will do. */
    g_string_append(body, "/Flags 4/ItalicAngle 0/StemV 80");
    append_measure(body, "/Ascent ", extents.ascender, type);
    append_measure(body, "/Descent ", extents.descender, type);
    append_measure(body, "/CapHeight ", capitals > 0 ? capitals : extents.ascender, type);
    append_measure(body, "/FontBBox[-1000 ", extents.descender, type);
    append_measure(body, " 3000 ", extents.ascender, type);
    g_string_append(body, type->is_cff ? "]/FontFile3 " : "]/FontFile2 ");
    pdf_append_reference(body, program);
    g_string_append(body, ">>");
    guint number = pdf_file_number(file);
    pdf_file_object(file, number, body);
    return number;
}

static guint
write_descendant(const PdfFont *font, const Coded *coded, guint descriptor, PdfFile *file)
{
    g_autoptr(GString) body = g_string_new("<</Type/Font/Subtype/");
    g_string_append(body,
                    font->type->is_cff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity");
    g_string_append_printf(body, "/BaseFont/%s", coded->name);
    g_string_append(body, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                          "/FontDescriptor ");
    pdf_append_reference(body, descriptor);
    g_string_append(body, "/W[0[");
    for (guint code = 0; code < coded->n; code++) {
        g_string_append(body, code > 0 ? " " : "");
        pdf_append_int(body, code > 0 ? font->glyphs[coded->glyphs[code]].width
                                      : lround(typeface_advance(font->type, 0)));
    }
    g_string_append(body, "]]>>");
    guint number = pdf_file_number(file);
    pdf_file_object(file, number, body);
    return number;
}

/* Gives every used glyph its code and width; NULL when there is no subset. */
static const TypefaceSubset *
settle(PdfFont *font)
{
    g_autofree guint32 *wanted = g_new(guint32, font->n_used);
    guint n = 0;
    for (guint i = 0; i < font->type->n_glyphs; i++)
        if (font->glyphs[i].is_used)
            wanted[n++] = i;
    const TypefaceSubset *subset = typeface_subset(font->type, wanted, n);
    for (guint i = 0; subset != NULL && i < n; i++) {
        PdfGlyph *glyph = &font->glyphs[wanted[i]];
        glyph->code = subset->codes[i];
        glyph->width = (gint16)lround(typeface_advance(font->type, wanted[i]));
    }
    return subset;
}

static gboolean
write_font(PdfFont *font, guint number, PdfFile *file)
{
    const TypefaceSubset *subset = settle(font);
    if (subset == NULL)
        return FALSE;
    guint n;
    g_autofree guint32 *glyphs = by_code(font, &n);
    g_autofree char *name = subset_name(font, subset);
    const Coded coded = {name, glyphs, n};
    guint program = write_program(font, subset, file);
    guint meanings = write_meanings(font, &coded, file);
    guint descriptor = write_descriptor(font->type, name, program, file);
    guint descendant = write_descendant(font, &coded, descriptor, file);
    g_autoptr(GString) body = g_string_new("<</Type/Font/Subtype/Type0/BaseFont/");
    g_string_append_printf(body, "%s/Encoding/Identity-H/DescendantFonts[", name);
    pdf_append_reference(body, descendant);
    g_string_append(body, "]/ToUnicode ");
    pdf_append_reference(body, meanings);
    g_string_append(body, ">>");
    pdf_file_object(file, number, body);
    return TRUE;
}

gboolean
pdf_fonts_write(PdfFonts *fonts, PdfFile *file, GString *resources, GError **error)
{
    for (guint i = 0; i < fonts->fonts->len; i++) {
        PdfFont *font = g_ptr_array_index(fonts->fonts, i);
        if (font->n_used == 0)
            continue;
        guint number = pdf_file_number(file);
        if (!write_font(font, number, file)) {
            g_set_error(error, DRAW_ERROR, DRAW_ERROR_FAILED, "pdf: no subset of %s",
                        font->type->name);
            return FALSE;
        }
        g_string_append_printf(resources, "/F%u ", i);
        pdf_append_reference(resources, number);
    }
    return TRUE;
}
