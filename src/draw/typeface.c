#include "draw/typeface.h"
#include "base/deflate.h"
#include "draw/glyph-pixels.h"
#include <cairo.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

static const hb_tag_t CFF = HB_TAG('C', 'F', 'F', ' ');

static char *
read_name(hb_face_t *face)
{
    char name[64] = "";
    guint len = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &len, name);
    for (char *p = name; *p != '\0'; p++)
        if (!g_ascii_isalnum(*p) && *p != '-')
            *p = '-';
    return g_strdup(*name != '\0' ? name : "Font");
}

/* The tables a PDF reader looks at: it asks for glyphs by number. Without the others (above all the 3,000 characters
 * of cmap) a subset takes a third of the time. */
static hb_face_t *
bare_face(hb_face_t *face)
{
    static const char *const TABLES[] = {"CFF ", "glyf", "loca", "head", "hhea",
                                         "hmtx", "maxp", "cvt ", "fpgm", "prep"};
    hb_face_t *bare = hb_face_builder_create();
    for (guint i = 0; i < G_N_ELEMENTS(TABLES); i++) {
        hb_tag_t tag = hb_tag_from_string(TABLES[i], 4);
        hb_blob_t *table = hb_face_reference_table(face, tag);
        if (hb_blob_get_length(table) > 0)
            hb_face_builder_add_table(bare, tag, table);
        hb_blob_destroy(table);
    }
    return bare;
}

Typeface *
typeface_new(hb_face_t *face, cairo_font_face_t *cairo)
{
    Typeface *type = g_new0(Typeface, 1);
    type->face = hb_face_reference(face);
    type->bare = bare_face(face);
    type->font = hb_font_create(face);
    type->cairo = cairo_font_face_reference(cairo);
    type->name = read_name(face);
    type->n_glyphs = hb_face_get_glyph_count(face);
    type->per_em = 1000.0 / hb_face_get_upem(face);
    hb_blob_t *cff = hb_face_reference_table(face, CFF);
    type->is_cff = hb_blob_get_length(cff) > 0;
    hb_blob_destroy(cff);
    return type;
}

static void
subset_clear(TypefaceSubset *subset)
{
    g_free(subset->glyphs);
    g_free(subset->codes);
    g_clear_pointer(&subset->packed, g_byte_array_unref);
}

void
typeface_free(Typeface *type)
{
    if (type == NULL)
        return;
    for (guint i = 0; i < TYPEFACE_SUBSETS; i++)
        subset_clear(&type->subsets[i]);
    glyph_pixels_free(type->pixels);
    cairo_font_face_destroy(type->cairo);
    hb_font_destroy(type->font);
    hb_face_destroy(type->bare);
    hb_face_destroy(type->face);
    g_free(type->name);
    g_free(type);
}

double
typeface_advance(const Typeface *type, guint32 glyph)
{
    return hb_font_get_glyph_h_advance(type->font, glyph) * type->per_em;
}

GlyphPixels *
typeface_pixels(Typeface *type)
{
    if (type->pixels == NULL && type->is_cff)
        type->pixels = glyph_pixels_new(type->face);
    return type->pixels;
}

static gboolean
make_program(const Typeface *type, hb_subset_plan_t *plan, TypefaceSubset *subset)
{
    hb_face_t *face = hb_subset_plan_execute_or_fail(plan);
    if (face == NULL)
        return FALSE;
    hb_blob_t *blob =
        type->is_cff ? hb_face_reference_table(face, CFF) : hb_face_reference_blob(face);
    hb_face_destroy(face);
    guint len;
    const char *data = hb_blob_get_data(blob, &len);
    subset->len = len;
    subset->packed = g_byte_array_new();
    deflate_append(subset->packed, (const guint8 *)data, len, DEFLATE_LEVEL);
    hb_blob_destroy(blob);
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    subset->codes = g_new0(guint16, subset->n_glyphs);
    for (guint i = 0; i < subset->n_glyphs; i++)
        subset->codes[i] = (guint16)hb_map_get(map, subset->glyphs[i]);
    return len > 0;
}

static gboolean
make_subset(const Typeface *type, TypefaceSubset *subset)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        return FALSE;
    hb_set_t *wanted = hb_subset_input_glyph_set(input);
    for (guint i = 0; i < subset->n_glyphs; i++)
        hb_set_add(wanted, subset->glyphs[i]);
    /* Without subroutines: a fifth smaller when packed, and made sooner. */
    hb_subset_input_set_flags(input,
                              HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(type->bare, input);
    hb_subset_input_destroy(input);
    if (plan == NULL)
        return FALSE;
    gboolean made = make_program(type, plan, subset);
    hb_subset_plan_destroy(plan);
    return made;
}

const TypefaceSubset *
typeface_subset(Typeface *type, const guint32 *glyphs, guint n)
{
    TypefaceSubset *kept = type->subsets;
    for (guint i = 0; i < TYPEFACE_SUBSETS; i++)
        if (kept[i].packed != NULL && kept[i].n_glyphs == n &&
            memcmp(kept[i].glyphs, glyphs, n * sizeof *glyphs) == 0)
            return &kept[i];
    TypefaceSubset made = {.glyphs = g_memdup2(glyphs, n * sizeof *glyphs), .n_glyphs = n};
    if (!make_subset(type, &made)) {
        subset_clear(&made);
        return NULL;
    }
    subset_clear(&kept[TYPEFACE_SUBSETS - 1]);
    memmove(kept + 1, kept, (TYPEFACE_SUBSETS - 1) * sizeof *kept);
    kept[0] = made;
    return &kept[0];
}
