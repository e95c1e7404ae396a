#include "base/suggest.h"
#include "paper/style.h"
#include "text/yaml.h"
#include <string.h>

typedef enum ValueKind { VALUE_COLOR, VALUE_SWITCH, VALUE_NUMBER, VALUE_RANGE } ValueKind;

/* The keys of poster.yaml but its words. */
static const struct StyleKey {
    const char *group, *key;
    ValueKind kind;
    gsize offset;
    double min, max;
} KEYS[] = {
#define COLOR(key, member)                                                    \
    {                                                                         \
        "warna", key, VALUE_COLOR, G_STRUCT_OFFSET(PosterStyle, member), 0, 0 \
    }
#define NUMBER(group, key, member, min, max)                                     \
    {                                                                            \
        group, key, VALUE_NUMBER, G_STRUCT_OFFSET(PosterStyle, member), min, max \
    }
#define RANGE(key, member, min, max)                                                 \
    {                                                                                \
        "huruf_pt", key, VALUE_RANGE, G_STRUCT_OFFSET(PosterStyle, member), min, max \
    }
    COLOR("merek", brand),
    COLOR("corak", tone),
    COLOR("aksen", accent),
    COLOR("tinta", ink),
    COLOR("latar", tint),
    COLOR("redup", muted),
    COLOR("label", label),
    {"hiasan", "ornamen", VALUE_SWITCH, G_STRUCT_OFFSET(PosterStyle, ornament), 0, 0},
    NUMBER("ukuran_mm", "tepi", margin_mm, 12, 30),
    NUMBER("ukuran_mm", "logo", logo_mm, 8, 40),
    NUMBER("ukuran_mm", "qr", qr_mm, 36, 60),
    RANGE("judul", title_pt, 24, 100),
    NUMBER("huruf_pt", "judul_terkecil", title_least_pt, 14, 40),
    RANGE("angka", number_pt, 24, 90),
    RANGE("biaya", fee_pt, 14, 60),
    RANGE("produk", product_pt, 12, 50),
    RANGE("isi", body_pt, 12, 36),
    RANGE("maklumat", pledge_pt, 12, 48),
    NUMBER("huruf_pt", "isi_a4", floor_a4_pt, 10, 16),
    NUMBER("huruf_pt", "isi_padat", floor_dense_pt, 9, 14),
    NUMBER("huruf_pt", "induk", government_pt, 10, 24),
    NUMBER("huruf_pt", "instansi", agency_pt, 14, 40),
    NUMBER("huruf_pt", "pil", pill_pt, 8, 24),
    NUMBER("huruf_pt", "label_fakta", fact_label_pt, 10, 24),
    NUMBER("huruf_pt", "keluhan", footer_head_pt, 12, 32),
    NUMBER("huruf_pt", "label_kanal", channel_label_pt, 9, 16),
    NUMBER("huruf_pt", "kanal", channel_pt, 11, 20),
    NUMBER("huruf_pt", "kanal_terkecil", channel_least_pt, 9, 14),
    NUMBER("huruf_pt", "catatan", fine_pt, 9, 14),
    NUMBER("huruf_pt", "pindai", caption_pt, 9, 18),
    NUMBER("jarak", "baris", leading, 1.1, 1.8),
    NUMBER("jarak", "butir", gap_em, 0.2, 1.5),
    NUMBER("jarak", "kepala", heading_em, 1, 2),
#undef COLOR
#undef NUMBER
#undef RANGE
};

typedef struct StyleReader {
    PosterStyle *style;
    DiagList *diags;
} StyleReader;

static guint
width_of(const YamlNode *node)
{
    return (guint)MAX(g_utf8_strlen(node->text != NULL ? node->text : "", -1), 1);
}

/* A decimal number at *text, which is moved behind it; no locale, and none of strtod's "0x1F" and "1e1". */
static gboolean
read_decimal(const char **text, double *value)
{
    const char *behind = *text + strspn(*text, "0123456789.");
    char *end = NULL;
    if (!g_ascii_isdigit(**text))
        return FALSE;
    *value = g_ascii_strtod(*text, &end);
    *text = behind;
    return end == behind;
}

/* "40-72", with a hyphen or a dash, spaces or none. */
static gboolean
read_range(const char *text, PosterRange *range)
{
    static const char DASH[] = "\xE2\x80\x93";
    if (!read_decimal(&text, &range->min))
        return FALSE;
    text += strspn(text, " ");
    if (*text == '-')
        text++;
    else if (g_str_has_prefix(text, DASH))
        text += strlen(DASH);
    else
        return FALSE;
    text += strspn(text, " ");
    return read_decimal(&text, &range->max) && *text == '\0' && range->min <= range->max;
}

static void
complain_number(StyleReader *r, const struct StyleKey *key, const YamlNode *node)
{
    char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(low, sizeof low, "%g", key->min);
    g_ascii_formatd(high, sizeof high, "%g", key->max);
    g_autofree char *allowed = g_strdup_printf(
        "%s%s\xE2\x80\x93%s", key->kind == VALUE_RANGE ? "a-b, " : "", low, high);
    diag_add(r->diags, DIAG_CHOICE_UNKNOWN, node->mark, width_of(node), key->key, node->text,
             "", allowed, NULL);
}

static void
read_number(StyleReader *r, const struct StyleKey *key, const YamlNode *node)
{
    const char *text = node->text;
    double value;
    if (read_decimal(&text, &value) && *text == '\0' && value >= key->min && value <= key->max)
        *(double *)(void *)((char *)r->style + key->offset) = value;
    else
        complain_number(r, key, node);
}

static void
read_value(StyleReader *r, const struct StyleKey *key, const YamlNode *node)
{
    void *member = (char *)r->style + key->offset;
    PosterRange range;
    Color color;
    if (node->kind != YAML_TEXT) {
        diag_add(r->diags, DIAG_VALUE_NOT_TEXT, node->mark, 0, key->key, "", NULL);
        return;
    }
    switch (key->kind) {
    case VALUE_COLOR:
        if (color_parse(node->text, &color))
            *(guint32 *)member = (guint32)color.r << 16 | (guint32)color.g << 8 | color.b;
        else
            diag_add(r->diags, DIAG_COLOR_UNREADABLE, node->mark, width_of(node), node->text,
                     NULL);
        return;
    case VALUE_SWITCH:
        if (strcmp(node->text, "ya") == 0 || strcmp(node->text, "tidak") == 0)
            *(gboolean *)member = node->text[0] == 'y';
        else
            diag_add(r->diags, DIAG_SWITCH_UNREADABLE, node->mark, width_of(node), key->key,
                     node->text, NULL);
        return;
    case VALUE_NUMBER:
        read_number(r, key, node);
        return;
    case VALUE_RANGE:
        if (read_range(node->text, &range) && range.min >= key->min && range.max <= key->max)
            *(PosterRange *)member = range;
        else
            complain_number(r, key, node);
        return;
    }
}

/* Of the keys that may stand at a place, the one that was meant. */
static void
complain_key(StyleReader *r, const YamlNode *key, const char *const *known, guint n)
{
    const char *near = suggest_word(key->text, known, n);
    if (near != NULL) {
        diag_add(r->diags, DIAG_KEY_UNKNOWN, key->mark, width_of(key), key->text, near, NULL);
        return;
    }
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? ", " : "", known[i]);
    diag_add(r->diags, DIAG_KEY_FOREIGN, key->mark, width_of(key), key->text, all->str, NULL);
}

static void
read_words(StyleReader *r, const YamlNode *map, PosterLang lang)
{
    const char *known[N_POSTER_WORDS];
    for (guint i = 0; i < N_POSTER_WORDS; i++)
        known[i] = poster_word_table[i].key;
    for (guint p = 0; p < map->n; p++) {
        const YamlNode *key = map->pairs[p].key, *value = map->pairs[p].value;
        guint i = 0;
        while (i < N_POSTER_WORDS && strcmp(known[i], key->text) != 0)
            i++;
        if (i == N_POSTER_WORDS)
            complain_key(r, key, known, N_POSTER_WORDS);
        else if (value->kind != YAML_TEXT)
            diag_add(r->diags, DIAG_VALUE_NOT_TEXT, value->mark, 0, key->text, "", NULL);
        else
            r->style->words[lang][i] =
                g_string_chunk_insert_const(r->style->strings, value->text);
    }
}

static void
read_languages(StyleReader *r, const YamlNode *map)
{
    static const char *const LANGS[N_POSTER_LANGS] = {"id", "en"};
    for (guint p = 0; p < map->n; p++) {
        const YamlNode *key = map->pairs[p].key, *value = map->pairs[p].value;
        guint lang = 0;
        while (lang < N_POSTER_LANGS && strcmp(LANGS[lang], key->text) != 0)
            lang++;
        if (lang == N_POSTER_LANGS)
            complain_key(r, key, LANGS, N_POSTER_LANGS);
        else if (value->kind != YAML_MAP)
            diag_add(r->diags, DIAG_VALUE_NOT_MAP, value->mark, 0, key->text, NULL);
        else
            read_words(r, value, (PosterLang)lang);
    }
}

static void
read_group(StyleReader *r, const char *group, const YamlNode *map)
{
    const char *known[G_N_ELEMENTS(KEYS)];
    guint n = 0;
    for (guint i = 0; i < G_N_ELEMENTS(KEYS); i++)
        if (strcmp(KEYS[i].group, group) == 0)
            known[n++] = KEYS[i].key;
    for (guint p = 0; p < map->n; p++) {
        const struct StyleKey *found = NULL;
        for (guint i = 0; i < G_N_ELEMENTS(KEYS); i++)
            if (strcmp(KEYS[i].group, group) == 0 &&
                strcmp(KEYS[i].key, map->pairs[p].key->text) == 0)
                found = &KEYS[i];
        if (found != NULL)
            read_value(r, found, map->pairs[p].value);
        else
            complain_key(r, map->pairs[p].key, known, n);
    }
}

/* The slot of a group with this key; SLOT_NONE and a report for none. */
static PosterSlot
find_slot(StyleReader *r, const char *group, const YamlNode *node)
{
    const char *known[N_POSTER_SLOTS];
    guint n = 0;
    if (node->kind != YAML_TEXT) {
        diag_add(r->diags, DIAG_VALUE_NOT_TEXT, node->mark, 0, group, "", NULL);
        return SLOT_NONE;
    }
    for (guint i = 1; i < N_POSTER_SLOTS; i++) {
        if (strcmp(poster_slot_table[i].group, group) != 0)
            continue;
        if (strcmp(poster_slot_table[i].key, node->text) == 0)
            return (PosterSlot)i;
        known[n++] = poster_slot_table[i].key;
    }
    known[n] = NULL;
    const char *near = suggest_word(node->text, known, n);
    g_autofree char *all = g_strjoinv(", ", (char **)(guintptr)known);
    diag_add(r->diags, DIAG_CHOICE_UNKNOWN, node->mark, width_of(node), group, node->text,
             near != NULL ? near : "", all, NULL);
    return SLOT_NONE;
}

/* The parts of one group in the order they are printed; one part may stand without a list. */
static void
read_slots(StyleReader *r, const char *group, YamlNode *node)
{
    YamlNode *one[] = {node};
    YamlNode *const *items = node->kind == YAML_LIST ? node->items : one;
    guint n = node->kind == YAML_LIST ? node->n : 1, place = 0;
    guint8 *places = r->style->place;
    for (guint i = 1; i < N_POSTER_SLOTS; i++)
        if (strcmp(poster_slot_table[i].group, group) == 0)
            places[i] = 0;
    for (guint i = 0; i < n; i++) {
        PosterSlot slot = find_slot(r, group, items[i]);
        if (slot != SLOT_NONE && places[slot] == 0)
            places[slot] = (guint8)++place;
        else if (slot != SLOT_NONE)
            diag_add(r->diags, DIAG_POSTER_SLOT_TWICE, items[i]->mark, width_of(items[i]),
                     items[i]->text, group, NULL);
    }
    g_autoptr(GString) missing = g_string_new(NULL);
    for (guint i = 1; i < N_POSTER_SLOTS; i++)
        if (strcmp(poster_slot_table[i].group, group) == 0 && poster_slot_table[i].needed &&
            places[i] == 0)
            g_string_append_printf(missing, "%s%s", missing->len > 0 ? ", " : "",
                                   poster_slot_table[i].key);
    if (missing->len > 0)
        diag_add(r->diags, DIAG_POSTER_SLOT_MISSING, node->mark, 0, group, missing->str, NULL);
}

static void
read_order(StyleReader *r, const YamlNode *map)
{
    const char *groups[N_POSTER_SLOTS] = {NULL};
    guint n = 0;
    for (guint i = 1; i < N_POSTER_SLOTS; i++)
        if (n == 0 || strcmp(groups[n - 1], poster_slot_table[i].group) != 0)
            groups[n++] = poster_slot_table[i].group;
    for (guint p = 0; p < map->n; p++) {
        const YamlNode *key = map->pairs[p].key;
        guint g = 0;
        while (g < n && strcmp(groups[g], key->text) != 0)
            g++;
        if (g < n)
            read_slots(r, groups[g], map->pairs[p].value);
        else
            complain_key(r, key, groups, n);
    }
}

/* Shows the first key of the group with what the author wrote: `maklumat explain` knows the charters' keys of that name. */
static void
complain_group(StyleReader *r, const YamlNode *group, const YamlNode *value)
{
    const char *first = "…",
               *text = value->kind == YAML_TEXT && value->len > 0 ? value->text : "…";
    for (guint i = G_N_ELEMENTS(KEYS); i-- > 0;) {
        if (strcmp(KEYS[i].group, group->text) == 0)
            first = KEYS[i].key;
    }
    const char *quote = *text == '#' ? "\"" : "";
    g_autofree char *form = g_strconcat("{", first, ": ", quote, text, quote, "}", NULL);
    diag_add(r->diags, DIAG_VALUE_NOT_MAP, value->mark, 0, group->text, form, NULL);
}

PosterStyle *
poster_style_read(const Source *source, DiagList *diags)
{
    static const char *const GROUPS[] = {"warna", "hiasan",  "ukuran_mm", "huruf_pt",
                                         "jarak", "susunan", "kata"};
    g_autoptr(Arena) arena = arena_new();
    PosterStyle *style = g_memdup2(poster_style_default(), sizeof *style);
    style->strings = g_string_chunk_new(1024);
    StyleReader r = {style, diags};
    guint lines = source_n_lines(source);
    const YamlNode *root =
        yaml_read(arena, &(YamlPart){source, 1, MAX(lines, 1u), FALSE}, NULL, NULL, diags);
    for (guint p = 0; p < root->n; p++) {
        const YamlNode *key = root->pairs[p].key, *value = root->pairs[p].value;
        guint g = 0;
        while (g < G_N_ELEMENTS(GROUPS) && strcmp(GROUPS[g], key->text) != 0)
            g++;
        if (g == G_N_ELEMENTS(GROUPS))
            complain_key(&r, key, GROUPS, G_N_ELEMENTS(GROUPS));
        else if (value->kind != YAML_MAP)
            complain_group(&r, key, value);
        else if (strcmp(key->text, "kata") == 0)
            read_languages(&r, value);
        else if (strcmp(key->text, "susunan") == 0)
            read_order(&r, value);
        else
            read_group(&r, key->text, value);
    }
    return style;
}

void
poster_style_free(PosterStyle *style)
{
    if (style == NULL)
        return;
    g_clear_pointer(&style->strings, g_string_chunk_free);
    g_free(style);
}
