#include "import/heading.h"
#include "import/word-list.h"
#include "text/fold.h"
#include <string.h>

enum { MAX_WORDS = 9 };

/* Words that tell a component; weak ones only when no other word does. */
static const struct {
    guint component;
    const char *words, *weak;
} told[] = {
    {1, " syarat persyaratan kelengkapan prasyarat dipersyaratkan disyaratkan ",
     " berkas dokumen dibawa disiapkan "},
    {2, " prosedur mekanisme alur langkah tahapan ", " cara caranya proses tahap "},
    {3, " waktu lama lamanya durasi ", " kapan "},
    {4, " biaya biayanya tarif retribusi ongkos pnbp pungutan ", " bayar membayar dibayar "},
    {5, " produk hasil output keluaran luaran ",
     " dapat didapat dapatkan didapatkan diperoleh diterima terima "},
    {6, " pengaduan aduan keluhan mengadu melapor kritik masukan narahubung pengadu komplain ",
     " saran kontak hubungi lapor kendala keberatan "},
    {7, " hukum ", " landasan regulasi "},
    {8, " sarana prasarana fasilitas sarpras ", ""},
    {9, " kompetensi kualifikasi ", " sdm "},
    {10, " pengawasan pengawas ", ""},
    {13, " keamanan keselamatan ", ""},
    {12, " jaminan garansi ", ""},
    {14, " evaluasi monev ", " kinerja "},
};

/* Words a heading may begin with before the one that tells. */
static const char before[] =
    " tempat ketentuan unit layanan pelayanan requirement informasi info "
    "saluran media data estimasi perkiraan standar besaran daftar "
    "rincian jenis tata bagan diagram kanal pusat ";

guint
heading_word_tells(const char *word, gboolean weak)
{
    g_autofree char *key = g_strdup_printf(" %s ", word);
    gsize len = strlen(word);
    g_autofree char *bare = len > 5 && g_str_has_suffix(word, "nya")
                                ? g_strdup_printf(" %.*s ", (int)len - 3, word)
                                : g_strdup(key);
    for (guint i = 0; i < G_N_ELEMENTS(told); i++) {
        const char *words = weak ? told[i].weak : told[i].words;
        if (strstr(words, key) != NULL || strstr(words, bare) != NULL)
            return 1U << told[i].component;
    }
    return 0;
}

/* The component of all words told: complaints before what they are done with, safety before guarantees. */
static guint
choose(guint first, guint bits, gboolean weak)
{
    if (weak && bits & (1U << 5))
        return 5; /* "Dokumen apa yang saya terima?" */
    if (bits & (1U << 6))
        return 6;
    if (bits & (1U << 13) && bits & (1U << 12))
        return 13;
    return first;
}

gboolean
heading_all_of_one(const char *const *words, Heading *out)
{
    guint bits = 0;
    for (const char *const *first = words; *words != NULL; words++) {
        if (words > first && strcmp(words[0], words[-1]) == 0)
            return FALSE; /* two lines, not one name */
        guint told_here = heading_word_tells(*words, FALSE);
        if (told_here == 0 || (bits != 0 && bits != told_here))
            return FALSE;
        bits = told_here;
    }
    if (bits == 0)
        return FALSE;
    guint component = (guint)g_bit_nth_lsf(bits, -1);
    *out = (Heading){.kind = HEADING_COMPONENT,
                     .component = component,
                     .words = 2, /* at least: one alone has a name */
                     .name = component_names[component]};
    return TRUE;
}

gboolean
heading_read_words(const char *text, gsize len, Heading *out)
{
    if (len == 0 || len > HEADING_MAX_BYTES)
        return FALSE;
    g_autofree char *part = g_strndup(text, len);
    g_autoptr(GString) word = g_string_new(NULL);
    char opening[HEADING_MAX_BYTES + 3];
    guint n = 0, bits[2] = {0, 0}, first[2] = {0, 0}, lead = 0;
    for (const char *at = part; fold_next_word(&at, word); n++) {
        if (n == 0)
            g_snprintf(opening, sizeof opening, " %s ", word->str);
        for (guint weak = 0; weak < 2; weak++) {
            guint told_here = heading_word_tells(word->str, weak == 1);
            if (told_here != 0 && bits[weak] == 0)
                first[weak] = (guint)g_bit_nth_lsf(told_here, -1);
            bits[weak] |= told_here;
            lead |= n == 0 ? told_here : 0;
        }
    }
    gboolean weak = bits[0] == 0;
    if (n == 0 || n > MAX_WORDS || bits[weak] == 0)
        return FALSE;
    guint component = choose(first[weak], bits[weak], weak);
    gboolean neutral = n <= 3 && strstr(before, opening) != NULL;
    gboolean leads = (lead & (1U << component)) != 0;
    *out = (Heading){.kind = HEADING_COMPONENT,
                     .component = component,
                     .common = weak || !(leads || neutral),
                     .by_words = TRUE,
                     .leads = leads && !weak,
                     .words = n,
                     .name = component_names[component]};
    return TRUE;
}

gboolean
heading_is_key_column(const char *text)
{
    static const char words[] =
        "komponen|komponen standar pelayanan|unsur|komponen pelayanan|komponen standar|"
        "uraian komponen";
    return word_list_says(words, text);
}

gboolean
heading_is_value_column(const char *text)
{
    static const char words[] =
        "uraian|keterangan|isi|penjelasan|deskripsi|uraian isi|uraian keterangan|"
        "standar pelayanan";
    return word_list_says(words, text);
}
