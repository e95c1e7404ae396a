#include "import/heading.h"
#include "import/word-list.h"
#include "text/fold.h"
#include <string.h>

enum {
    WORDS_MAX = 12,      /* of a heading */
    TYPO_ONE_BYTES = 7,  /* from here on one typing error is allowed */
    TYPO_TWO_BYTES = 13, /* from here on two */
    COMPACT_MAX = 96
};

/* Headings that belong to no field, seen in exports and decrees. */
static const char no_field[] =
    "proses penyampaian pelayanan|proses penyampaian pelayanan service delivery|service "
    "delivery|"
    "proses pengelolaan pelayanan|proses pengelolaan pelayanan manufacturing|manufacturing|"
    "komponen service delivery|komponen manufacturing|proses pengelolaan pelayanan di internal|"
    "informasi tambahan|informasi lainnya|informasi lain|maklumat pelayanan|keterangan|catatan|"
    "ruang lingkup|definisi|pengertian|tujuan|masa berlaku|latar belakang|visi|misi|motto|moto|"
    "kelompok layanan|kategori layanan|unit pelayanan|unit layanan|penanggung jawab|"
    "penyelenggara|kode etik|jadwal|jadwal "
    "kunjungan|kompensasi|tautan|lampiran|pendahuluan|sasaran|pemohon";

typedef struct Name {
    char *words;     /* folded: "sistem mekanisme dan prosedur" */
    char *compact;   /* without spaces */
    char *reduced;   /* without words that add nothing, no spaces: "sistemmekanismeprosedur" */
    guint32 letters; /* bits of the letters in `compact` */
    gsize len;       /* of `compact` */
    Heading heading;
} Name;

/* All names, and where those of a kind of words are; of equal ones the first. */
typedef struct Names {
    GArray *list;                      /* Name */
    GHashTable *by_words, *by_reduced; /* index + 1 */
    GHashTable *words;                 /* each word of a component's names */
} Names;

/* ---- words ---- */

static gboolean
adds_nothing(const char *word)
{
    static const char words[] =
        "pelayanan|layanan|publik|dan|atau|serta|umum|administrasi|teknis|permohonan|"
        "pengajuan|dokumen|berkas|yang|diperlukan|dibutuhkan|harus|dipenuhi|untuk|"
        "administratif|dari|komponen|proses|standar";
    return word_list_has(words, word, strlen(word));
}

static char *
folded_words(const char *text, gsize len, guint *n)
{
    g_autofree char *part = g_strndup(text, len);
    g_autoptr(GString) word = g_string_new(NULL);
    GString *out = g_string_new(NULL);
    *n = 0;
    for (const char *at = part; fold_next_word(&at, word); (*n)++)
        g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", word->str);
    return g_string_free(out, FALSE);
}

static char *
reduce(const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    GString *out = g_string_new(NULL);
    for (char **part = parts; *part != NULL; part++)
        if (!adds_nothing(*part))
            g_string_append(out, *part);
    return g_string_free(out, FALSE);
}

static char *
without_spaces(const char *words)
{
    GString *out = g_string_new(NULL);
    for (const char *at = words; *at != '\0'; at++)
        if (*at != ' ')
            g_string_append_c(out, *at);
    return g_string_free(out, FALSE);
}

/* Inserted, lost, changed and swapped letters, never more than `max` + 1 are counted. */
static guint
distance(const char *a, const char *b, guint max)
{
    gsize n = strlen(a), m = strlen(b);
    if (n > COMPACT_MAX || m > COMPACT_MAX || n + max < m || m + max < n)
        return max + 1;
    guint rows[3][COMPACT_MAX + 1];
    for (guint j = 0; j <= m; j++)
        rows[0][j] = j;
    for (guint i = 1; i <= n; i++) {
        guint *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        now[0] = i;
        for (guint j = 1; j <= m; j++) {
            now[j] = MIN(MIN(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = MIN(now[j], before[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

/* Which letters a text has, a bit each; digits share one. */
static guint32
letters_of(const char *compact)
{
    guint32 bits = 0;
    for (const char *at = compact; *at != '\0'; at++)
        bits |= 1U << (g_ascii_isalpha(*at) ? (guint)(g_ascii_tolower(*at) - 'a') : 31U);
    return bits;
}

/* ---- the names ---- */

static void
add_name(GArray *names, const char *text, Heading heading)
{
    Name name = {.heading = heading};
    name.words = folded_words(text, strlen(text), &name.heading.words);
    name.reduced = reduce(name.words);
    name.compact = without_spaces(name.words);
    name.letters = letters_of(name.compact);
    name.len = strlen(name.compact);
    name.heading.common = name.heading.words == 1 && !heading.official;
    name.heading.doubtful = *text == '?';
    name.heading.name = name.words;
    g_array_append_val(names, name);
}

static void
add_names(GArray *names, const char *aliases, Heading heading)
{
    g_auto(GStrv) parts = g_strsplit(aliases != NULL ? aliases : "", "|", -1);
    for (char **part = parts; *part != NULL; part++)
        add_name(names, *part, heading);
}

static void
add_components(GArray *names)
{
    for (guint c = 1; c < G_N_ELEMENTS(component_names); c++)
        add_name(names, component_names[c],
                 (Heading){.kind = HEADING_COMPONENT, .component = c, .official = TRUE});
    for (guint c = 1; c < G_N_ELEMENTS(component_names); c++)
        add_names(names, field_component(c)->aliases,
                  (Heading){.kind = HEADING_COMPONENT, .component = c});
}

static void
add_parts(GArray *names)
{
    static const struct {
        const char *key;
        HeadingPart part;
    } parts[] = {{"kanal", PART_CHANNELS},
                 {"alur", PART_STEPS},
                 {"batas_waktu", PART_DEADLINES},
                 {"petugas", PART_OFFICER}};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        add_names(names, field_find(&record_complaint, parts[i].key, -1)->aliases,
                  (Heading){.kind = HEADING_COMPONENT, .component = 6, .part = parts[i].part});
}

static GArray *
make_list(void)
{
    static const struct {
        const char *key;
        HeadingKind kind;
    } others[] = {{"judul", HEADING_TITLE},
                  {"sk", HEADING_DECREE},
                  {"jam_layanan", HEADING_OTHER},
                  {"cara_akses", HEADING_OTHER}};
    GArray *names = g_array_new(FALSE, FALSE, sizeof(Name));
    add_components(names);
    add_parts(names);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        add_names(names, field_find(&record_service, others[i].key, -1)->aliases,
                  (Heading){.kind = others[i].kind});
    add_names(names, no_field, (Heading){.kind = HEADING_OTHER});
    return names;
}

static void
add_words(GHashTable *set, const char *text)
{
    g_autoptr(GString) word = g_string_new(NULL);
    while (fold_next_word(&text, word))
        g_hash_table_add(set, g_strdup(word->str));
}

static Names *
make_names(void)
{
    Names *names = g_new0(Names, 1);
    names->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    names->list = make_list();
    names->by_words = g_hash_table_new(g_str_hash, g_str_equal);
    names->by_reduced = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < names->list->len; i++) {
        const Name *name = &g_array_index(names->list, Name, i);
        if (!g_hash_table_contains(names->by_words, name->words))
            g_hash_table_insert(names->by_words, name->words, GUINT_TO_POINTER(i + 1));
        if (name->heading.kind == HEADING_COMPONENT && *name->reduced != '\0' &&
            !g_hash_table_contains(names->by_reduced, name->reduced))
            g_hash_table_insert(names->by_reduced, name->reduced, GUINT_TO_POINTER(i + 1));
        if (name->heading.kind == HEADING_COMPONENT)
            add_words(names->words, name->words);
    }
    return names;
}

/* Made once, kept. */
static const Names *
all_names(void)
{
    static gsize made = 0;
    if (g_once_init_enter(&made))
        g_once_init_leave(&made, (gsize)make_names());
    return (const Names *)made;
}

static gboolean
look_up(const Names *names, GHashTable *table, const char *words, Heading *out)
{
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(table, words));
    if (at > 0)
        *out = g_array_index(names->list, Name, at - 1).heading;
    return at > 0;
}

/* ---- reading ---- */

static gboolean
find_exact(const Names *names, const char *words, const char *reduced, Heading *out)
{
    if (look_up(names, names->by_words, words, out))
        return TRUE;
    if (!look_up(names, names->by_reduced, reduced, out))
        return FALSE;
    out->official = FALSE;
    return TRUE;
}

/* The nearest name within the errors allowed for its length; of equals the first. */
static gboolean
find_near(const Names *names, const char *words, Heading *out)
{
    g_autofree char *compact = without_spaces(words);
    gsize len = strlen(compact);
    guint32 letters = letters_of(compact);
    guint best = len >= TYPO_TWO_BYTES ? 3 : len >= TYPO_ONE_BYTES ? 2 : 0;
    gboolean found = FALSE;
    for (guint i = 0; best > 0 && i < names->list->len; i++) {
        const Name *name = &g_array_index(names->list, Name, i);
        if (name->heading.kind != HEADING_COMPONENT || name->len + best <= len ||
            len + best <= name->len ||
            (guint)__builtin_popcount(letters ^ name->letters) > 2 * (best - 1))
            continue; /* one error changes two letters at most */
        guint n = distance(compact, name->compact, best - 1);
        if (n >= best)
            continue;
        best = n;
        found = TRUE;
        *out = name->heading;
        out->typed = n > 0;
    }
    return found;
}

/* "Syaratnya", "Lama Prosesnya": what a message has. */
static gboolean
read_bare(const char *words, Heading *out)
{
    gsize len = strlen(words);
    if (len < 7 || !g_str_has_suffix(words, "nya"))
        return FALSE;
    g_autofree char *bare = g_strndup(words, len - 3);
    return look_up(all_names(), all_names()->by_words, bare, out);
}

guint
heading_n_telling(const char *text, gsize len)
{
    guint n, n_telling = 0;
    g_autofree char *words = folded_words(text, len, &n);
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    for (char **part = parts; n > 0 && *part != NULL; part++)
        n_telling += !adds_nothing(*part);
    return n_telling;
}

/* "Berapa lama prosesnya?", "Apa saja yang dibawa ke loket?" */
static gboolean
asks_or_joins(const char *word)
{
    static const char words[] =
        "apa|saja|apakah|berapa|bagaimana|siapa|kapan|dimana|mana|di|ke|pada|bagi|oleh|dalam|"
        "dengan|"
        "ini|adalah|ada|per|para|secara|bila|jika|saya|anda|kami|kita|cara|jenis|daftar|"
        "rincian|"
        "informasi|ketentuan|besaran|estimasi|perkiraan|tata|bagan|diagram|unit|tempat|loket|"
        "komponen|standar|sp|no|nomor|keterangan|uraian|untuk|mengurus|masyarakat|pemohon";
    return word_list_has(words, word, strlen(word));
}

static gboolean
is_near_a_name(const Names *names, const char *word)
{
    gsize len = strlen(word);
    guint max = len >= TYPO_TWO_BYTES ? 2 : len >= TYPO_ONE_BYTES ? 1 : 0;
    GHashTableIter iter;
    gpointer known;
    g_hash_table_iter_init(&iter, names->words);
    while (max > 0 && g_hash_table_iter_next(&iter, &known, NULL))
        if (distance(word, known, max) <= max)
            return TRUE;
    return FALSE;
}

static gboolean
is_known_word(const char *word)
{
    const Names *names = all_names();
    gsize len = strlen(word);
    g_autofree char *bare =
        g_strndup(word, len > 5 && g_str_has_suffix(word, "nya") ? len - 3 : len);
    return adds_nothing(word) || asks_or_joins(word) || heading_word_tells(word, FALSE) != 0 ||
           heading_word_tells(word, TRUE) != 0 || g_hash_table_contains(names->words, word) ||
           g_hash_table_contains(names->words, bare) || is_near_a_name(names, word);
}

gboolean
heading_says_more(const char *heading, const char *title)
{
    g_autoptr(GString) word = g_string_new(NULL), own = g_string_new(NULL);
    while (fold_next_word(&heading, word)) {
        gboolean known = is_known_word(word->str);
        for (const char *at = title; !known && fold_next_word(&at, own);)
            known = strcmp(own->str, word->str) == 0;
        if (!known)
            return TRUE;
    }
    return FALSE;
}

/* "Tarif/Biaya Retribusi", "Alur dan Prosedur Layanan": names of one component, in whatever order. */
static gboolean
is_of_one(const char *words, Heading *out)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    g_autofree const char **telling = g_new0(const char *, g_strv_length(parts) + 1);
    guint n = 0;
    for (char **part = parts; *part != NULL; part++)
        if (!adds_nothing(*part))
            telling[n++] = *part;
    return n > 1 && heading_all_of_one(telling, out);
}

gboolean
heading_read(const char *text, gsize len, Heading *out)
{
    enum { MIN_BYTES = 3 }; /* "SDM" */
    guint n;
    if (len < MIN_BYTES || len > HEADING_MAX_BYTES)
        return FALSE;
    g_autofree char *words = folded_words(text, len, &n);
    if (n == 0 || n > WORDS_MAX)
        return FALSE;
    g_autofree char *reduced = reduce(words);
    if (find_exact(all_names(), words, reduced, out) || read_bare(words, out))
        return TRUE;
    return (n > 1 && is_of_one(words, out)) || find_near(all_names(), words, out);
}

gboolean
heading_read_prefix(const char *text, Heading *out, gsize *len)
{
    g_autoptr(GString) words = g_string_new(NULL), word = g_string_new(NULL);
    const Names *names = all_names();
    guint n = 0;
    *len = 0;
    for (const char *at = text; n < WORDS_MAX && at - text < HEADING_MAX_BYTES; n++) {
        if (!fold_next_word(&at, word))
            break;
        g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", word->str);
        g_autofree char *reduced = adds_nothing(word->str) ? g_strdup("") : reduce(words->str);
        if (look_up(names, names->by_words, words->str, out) ||
            (*reduced != '\0' && look_up(names, names->by_reduced, reduced, out)))
            *len = (gsize)(at - text);
    }
    return *len > 0;
}
