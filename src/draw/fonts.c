#include "base/arena.h"
#include "base/sort.h"
#include "base/span.h"
#include "draw/breaks.h"
#include "draw/text.h"
#include "draw/typeface.h"
#include "text/glyphs.h"
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

enum { REFERENCE_PX = 32, MAX_CACHE_BYTES = 16 * 1024 * 1024 };
static const double EM = (double)REFERENCE_PX * PANGO_SCALE;

typedef struct FaceInfo {
    const char *family;
    PangoWeight weight;
    const char *features;
    gboolean is_code; /* a line ends only at blanks and behind "/" */
} FaceInfo;

/* Three fonts on a sheet: each is four kilobytes of the file. No tabular figures: they would be a
 * fourth and fifth, and no numbers stand in columns. */
static const FaceInfo FACES[N_FONT_FACES] = {
    [FACE_REGULAR] = {"Inter", PANGO_WEIGHT_NORMAL, NULL, FALSE},
    [FACE_BOLD] = {"Inter", PANGO_WEIGHT_BOLD, NULL, FALSE},
    [FACE_DISPLAY] = {"Inter Display", PANGO_WEIGHT_ULTRABOLD, NULL, FALSE},
    [FACE_CODE] = {"Inter", PANGO_WEIGHT_NORMAL, "cv05=1, cv08=1", TRUE},
    [FACE_CODE_BOLD] = {"Inter", PANGO_WEIGHT_BOLD, "cv05=1, cv08=1", TRUE},
};

/* Scripts Inter lacks, with a letter of each to prove that the font is there. */
static const struct {
    const char *family, *sample;
} FALLBACKS[] = {
    {"Noto Sans Javanese", "\xEA\xA6\xB2"},
    {"Noto Sans Balinese", "\xE1\xAC\x93"},
    {"Noto Sans Sundanese", "\xE1\xAE\x8A"},
};

/* What a source text at an address was shaped to: layouts ask for the same ones hundreds of times. */
enum { N_RECENT = 1024 };
typedef struct Recent {
    const char *source, *key; /* key: the cache's copy, compared before it is believed */
    GHashTable *cache;
    ShapedText *text;
} Recent;

struct Fonts {
    PangoFontMap *map;
    PangoContext *contexts[N_FONT_FACES];
    PangoAttrList *attrs[N_FONT_FACES];
    PangoGlyphString *glyphs;
    GHashTable *types; /* PangoFont* -> Typeface*, both owned */
    Arena *arena;      /* the cached texts */
    GHashTable *cache[N_FONT_FACES], *spaced[N_FONT_FACES];
    Recent recent[N_RECENT];
    const char *fault;
    guint n_shaped;
};

static gboolean
is_font_name(const char *name)
{
    return g_str_has_suffix(name, ".otf") || g_str_has_suffix(name, ".ttf");
}

/* A configuration with the fonts of `dir` and nothing else. Files are added one by one in byte
 * order: adding a folder would want a writable cache. */
static FcConfig *
config_new(const char *dir_path, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(dir_path, 0, error);
    if (dir == NULL)
        return NULL;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        if (is_font_name(name))
            g_ptr_array_add(names, g_build_filename(dir_path, name, NULL));
    g_ptr_array_sort(names, sort_compare_texts);
    if (names->len == 0) {
        g_set_error(error, DRAW_ERROR, DRAW_ERROR_FONTS, "%s: no fonts", dir_path);
        return NULL;
    }
    FcConfig *config = FcConfigCreate();
    for (guint i = 0; i < names->len; i++)
        FcConfigAppFontAddFile(config, (const FcChar8 *)g_ptr_array_index(names, i));
    return config;
}

/* Font maps start fontconfig's default configuration in the background; ours in its place keeps
 * the system's fonts out of the process, also out of logos with words in them. It stands for as
 * long as any Fonts lives. */
static GMutex users_lock;
static guint n_users;

static void
use_config(FcConfig *config)
{
    g_mutex_lock(&users_lock);
    if (n_users++ == 0)
        FcConfigSetCurrent(config);
    g_mutex_unlock(&users_lock);
}

static void
release_config(void)
{
    g_mutex_lock(&users_lock);
    if (--n_users == 0)
        FcConfigSetCurrent(NULL);
    g_mutex_unlock(&users_lock);
}

static PangoContext *
context_new(PangoFontMap *map, const FaceInfo *info)
{
    PangoContext *context = pango_font_map_create_context(map);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("id"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    GString *families = g_string_new(info->family);
    for (guint i = 0; i < G_N_ELEMENTS(FALLBACKS); i++)
        g_string_append_printf(families, ",%s", FALLBACKS[i].family);
    PangoFontDescription *want = pango_font_description_new();
    pango_font_description_set_family(want, families->str);
    pango_font_description_set_weight(want, info->weight);
    pango_font_description_set_absolute_size(want, EM);
    pango_context_set_font_description(context, want);
    pango_font_description_free(want);
    g_string_free(families, TRUE);
    return context;
}

/* TRUE when `sample` is set in `family` (and weight, unless 0): neither library says so itself. */
static gboolean
check_face(PangoContext *context, const char *sample, const char *family, guint weight)
{
    PangoAttrList *none = pango_attr_list_new();
    GList *items = pango_itemize(context, sample, 0, (int)strlen(sample), none, NULL);
    gboolean fits = items != NULL;
    for (GList *i = items; i != NULL; i = i->next) {
        const PangoItem *item = i->data;
        if (item->analysis.font == NULL) {
            fits = FALSE;
            break;
        }
        PangoFontDescription *got = pango_font_describe(item->analysis.font);
        fits = fits && g_strcmp0(pango_font_description_get_family(got), family) == 0 &&
               (weight == 0 || (guint)pango_font_description_get_weight(got) == weight);
        pango_font_description_free(got);
    }
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(none);
    return fits;
}

static gboolean
check_fonts(const Fonts *fonts, const char *dir, GError **error)
{
    for (guint f = 0; f < N_FONT_FACES; f++) {
        const FaceInfo *info = &FACES[f];
        if (!check_face(fonts->contexts[f], "A", info->family, info->weight)) {
            g_set_error(error, DRAW_ERROR, DRAW_ERROR_FONTS, "%s: no font %s of weight %d",
                        dir, info->family, info->weight);
            return FALSE;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(FALLBACKS); i++)
        if (!check_face(fonts->contexts[FACE_REGULAR], FALLBACKS[i].sample, FALLBACKS[i].family,
                        0)) {
            g_set_error(error, DRAW_ERROR, DRAW_ERROR_FONTS, "%s: no font %s", dir,
                        FALLBACKS[i].family);
            return FALSE;
        }
    return TRUE;
}

Fonts *
fonts_new(const char *dir, GError **error)
{
    FcConfig *config = config_new(dir, error);
    if (config == NULL)
        return NULL;
    use_config(config);
    Fonts *fonts = g_new0(Fonts, 1);
    fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), config);
    FcConfigDestroy(config);
    fonts->glyphs = pango_glyph_string_new();
    fonts->arena = arena_new();
    fonts->types = g_hash_table_new_full(g_direct_hash, g_direct_equal, g_object_unref,
                                         (GDestroyNotify)typeface_free);
    for (guint f = 0; f < N_FONT_FACES; f++) {
        fonts->contexts[f] = context_new(fonts->map, &FACES[f]);
        fonts->cache[f] = g_hash_table_new(g_str_hash, g_str_equal);
        fonts->spaced[f] = g_hash_table_new(g_str_hash, g_str_equal);
        fonts->attrs[f] = pango_attr_list_new();
        if (FACES[f].features != NULL)
            pango_attr_list_insert(fonts->attrs[f],
                                   pango_attr_font_features_new(FACES[f].features));
    }
    if (check_fonts(fonts, dir, error))
        return fonts;
    fonts_free(fonts);
    return NULL;
}

void
fonts_free(Fonts *fonts)
{
    if (fonts == NULL)
        return;
    for (guint f = 0; f < N_FONT_FACES; f++) {
        g_clear_object(&fonts->contexts[f]);
        g_hash_table_destroy(fonts->cache[f]);
        g_hash_table_destroy(fonts->spaced[f]);
        pango_attr_list_unref(fonts->attrs[f]);
    }
    g_hash_table_destroy(fonts->types);
    pango_glyph_string_free(fonts->glyphs);
    /* Pango 1.50 forgets its reference to the configuration when the map goes. */
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), NULL);
    g_object_unref(fonts->map);
    arena_free(fonts->arena);
    release_config();
    g_free(fonts);
}

void
fonts_trim(Fonts *fonts)
{
    fonts->fault = NULL;
    if (arena_bytes(fonts->arena) < MAX_CACHE_BYTES)
        return;
    for (guint f = 0; f < N_FONT_FACES; f++) {
        g_hash_table_remove_all(fonts->cache[f]);
        g_hash_table_remove_all(fonts->spaced[f]);
    }
    memset(fonts->recent, 0, sizeof fonts->recent);
    arena_free(fonts->arena);
    fonts->arena = arena_new();
}

const char *
fonts_fault(Fonts *fonts)
{
    return g_steal_pointer(&fonts->fault);
}

guint
fonts_n_shaped(const Fonts *fonts)
{
    return fonts->n_shaped;
}

/* The text in characters that the fonts have; one without a plain form stays, and will be a fault. */
static char *
plain_text(const char *text)
{
    if (span_is_ascii(text, strlen(text)))
        return g_strdup(text);
    GString *plain = g_string_sized_new(strlen(text));
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (!glyphs_append_plain(plain, g_utf8_get_char(at)))
            g_string_append_unichar(plain, g_utf8_get_char(at));
    }
    return g_string_free(plain, FALSE);
}

/* One blank for each run of blanks, none at the start; a single one at the end is kept, it parts spans. */
static char *
fold_blanks(Arena *arena, const char *source, guint *len)
{
    g_autofree char *text = plain_text(source);
    char *folded = arena_strndup(arena, text, strlen(text));
    guint n = 0;
    for (const char *p = text; *p != '\0'; p++) {
        if (!g_ascii_isspace(*p))
            folded[n++] = *p;
        else if (n > 0 && folded[n - 1] != ' ')
            folded[n++] = ' ';
    }
    folded[n] = '\0';
    *len = n;
    return folded;
}

/* The typeface of `font` at any size, kept for as long as the fonts. */
static Typeface *
find_type(Fonts *fonts, PangoFont *font)
{
    Typeface *type = g_hash_table_lookup(fonts->types, font);
    if (type == NULL) {
        cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
        type = typeface_new(hb_font_get_face(pango_font_get_hb_font(font)),
                            cairo_scaled_font_get_font_face(scaled));
        g_hash_table_insert(fonts->types, g_object_ref(font), type);
    }
    return type;
}

typedef struct Shaping {
    Fonts *fonts;
    ShapedText *text;
    GArray *glyphs, *runs;
} Shaping;

/* Inter's letters keep to one height; the marks of other scripts are measured. */
static const float LATIN_ASCENT = 0.76f, LATIN_DESCENT = 0.22f;

static void
grow_extents(ShapedText *text, PangoFont *font, PangoGlyphString *glyphs)
{
    PangoRectangle ink;
    pango_glyph_string_extents(glyphs, font, &ink, NULL);
    text->ascent = MAX(text->ascent, (float)(-ink.y / EM));
    text->descent = MAX(text->descent, (float)((ink.y + ink.height) / EM));
}

static void
shape_item(Shaping *s, const PangoItem *item)
{
    PangoGlyphString *glyphs = s->fonts->glyphs;
    pango_shape_full(s->text->text + item->offset, item->length, s->text->text,
                     (int)s->text->len, &item->analysis, glyphs);
    TextRun run = {find_type(s->fonts, item->analysis.font), s->glyphs->len, 0,
                   (guint32)(item->offset + item->length)};
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &glyphs->glyphs[i];
        TextGlyph glyph = {
            .index = info->glyph,
            .byte = (guint32)(item->offset + glyphs->log_clusters[i]),
            .x = (float)(info->geometry.x_offset / EM),
            .y = (float)(info->geometry.y_offset / EM),
            .advance = (float)(info->geometry.width / EM),
        };
        if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
            s->text->faulty = TRUE;
            glyph.index = PANGO_GLYPH_EMPTY;
        }
        g_array_append_val(s->glyphs, glyph);
    }
    run.end = s->glyphs->len;
    g_array_append_val(s->runs, run);
    if (item->analysis.script != PANGO_SCRIPT_LATIN &&
        item->analysis.script != PANGO_SCRIPT_COMMON)
        grow_extents(s->text, item->analysis.font, glyphs);
}

static void
cut_words(Shaping *s, const guint8 *breaks)
{
    ShapedText *text = s->text;
    const TextGlyph *glyphs = text->glyphs;
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(TextWord));
    TextWord word = {0};
    for (guint i = 0; i < text->n_glyphs; i++) {
        gboolean starts_cluster = i > 0 && glyphs[i].byte != glyphs[i - 1].byte;
        if (starts_cluster && breaks[glyphs[i].byte]) {
            word.end = i;
            g_array_append_val(words, word);
            word = (TextWord){.begin = i, .ink_end = i};
        }
        word.advance += glyphs[i].advance;
        if (text->text[glyphs[i].byte] != ' ') {
            word.ink = word.advance;
            word.ink_end = i + 1;
        }
    }
    if (text->n_glyphs > 0) {
        word.end = text->n_glyphs;
        g_array_append_val(words, word);
    }
    for (guint i = 0; i < words->len; i++)
        text->widest = MAX(text->widest, g_array_index(words, TextWord, i).ink);
    text->n_words = words->len;
    text->words = arena_alloc(s->fonts->arena, words->len * sizeof(TextWord));
    if (words->len > 0)
        memcpy(text->words, words->data, words->len * sizeof(TextWord));
}

static void
keep_glyphs(Shaping *s)
{
    ShapedText *text = s->text;
    text->n_glyphs = s->glyphs->len;
    text->glyphs = arena_alloc(s->fonts->arena, s->glyphs->len * sizeof(TextGlyph));
    text->n_runs = s->runs->len;
    text->runs = arena_alloc(s->fonts->arena, s->runs->len * sizeof(TextRun));
    memcpy(text->glyphs, s->glyphs->data, s->glyphs->len * sizeof(TextGlyph));
    memcpy(text->runs, s->runs->data, s->runs->len * sizeof(TextRun));
    double pen = 0;
    for (guint i = 0; i < text->n_glyphs; i++) {
        pen += text->glyphs[i].advance;
        if (text->text[text->glyphs[i].byte] != ' ')
            text->width = (float)pen;
    }
}

static ShapedText *
shape(Fonts *fonts, FontFace face, const char *source)
{
    ShapedText *text = arena_new0(fonts->arena, ShapedText);
    text->text = fold_blanks(fonts->arena, source, &text->len);
    text->face = face;
    text->ascent = LATIN_ASCENT;
    text->descent = LATIN_DESCENT;
    text->ends_blank = text->len == 0 || text->text[text->len - 1] == ' ';
    fonts->n_shaped++;
    if (text->len == 0)
        return text;
    Shaping s = {fonts, text, g_array_new(FALSE, FALSE, sizeof(TextGlyph)),
                 g_array_new(FALSE, FALSE, sizeof(TextRun))};
    GList *items = pango_itemize(fonts->contexts[face], text->text, 0, (int)text->len,
                                 fonts->attrs[face], NULL);
    for (GList *i = items; i != NULL; i = i->next)
        shape_item(&s, i->data);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    keep_glyphs(&s);
    g_autofree guint8 *breaks = text_breaks(text->text, text->len, FACES[face].is_code);
    cut_words(&s, breaks);
    g_array_free(s.glyphs, TRUE);
    g_array_free(s.runs, TRUE);
    return text;
}

/* A text is shaped once and may be drawn on many sheets: each of them has its fault. */
static const ShapedText *
note_fault(Fonts *fonts, const ShapedText *text)
{
    if (text->faulty && fonts->fault == NULL)
        fonts->fault = text->text;
    return text;
}

static const ShapedText *
get_cached(Fonts *fonts,
           GHashTable *cache,
           FontFace face,
           const char *source,
           const char *behind)
{
    gsize mixed = ((gsize)source >> 3) + (gsize)face * 131 + (gsize)(*behind != '\0') * 17;
    Recent *recent = &fonts->recent[(mixed ^ mixed >> 10) % N_RECENT];
    if (recent->source == source && recent->cache == cache && strcmp(recent->key, source) == 0)
        return note_fault(fonts, recent->text);
    gpointer key, found;
    if (!g_hash_table_lookup_extended(cache, source, &key, &found)) {
        key = arena_strndup(fonts->arena, source, strlen(source));
        g_autofree char *whole = g_strconcat(source, behind, NULL);
        found = shape(fonts, face, whole);
        g_hash_table_insert(cache, key, found);
    }
    *recent = (Recent){source, key, cache, found};
    return note_fault(fonts, found);
}

const ShapedText *
shaped_text_get(Fonts *fonts, FontFace face, const char *source)
{
    return get_cached(fonts, fonts->cache[face], face, source != NULL ? source : "", "");
}

const ShapedText *
shaped_text_get_spaced(Fonts *fonts, FontFace face, const char *source)
{
    return get_cached(fonts, fonts->spaced[face], face, source != NULL ? source : "", " ");
}
