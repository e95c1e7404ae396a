#include "search/terms.h"
#include "base/append.h"
#include "base/arena.h"
#include "base/borrow.h"
#include "base/fs.h"
#include "text/fold.h"
#include <string.h>

enum {
    MAX_PHRASE = 8,
    MAX_INITIALS = 20,
    MAX_KNOWN = 1 << 14, /* texts whose words are remembered */
};

typedef struct Word Word;
typedef struct Phrase {
    Word *words[MAX_PHRASE];
    guint n;
    Word *name; /* the one word it stands for */
    const struct Phrase *next;
} Phrase;

struct Word {
    const char *text;
    Term *exact; /* a synonym has the term of its name */
    Term *stems[TERMS_MAX_STEMS];
    guint n_stems;
    gboolean stop, number;
    gboolean letters;      /* of `exact`: nothing but a … z */
    const Phrase *phrases; /* that begin with this word */
};

struct Terms {
    Arena *arena;
    GHashTable *words, *terms; /* by text */
    GHashTable *known;         /* TermText by text */
    guint n_texts;             /* prepared so far */
    GString *word, *joined;    /* scratch */
    GPtrArray *found;          /* scratch: Word */
    Term **sorted;
};

struct TermText {
    Term **terms;
    guint n;
};

/* ---- words nobody searches for, and words that mean the same ---- */

static const char stop_words[] =
    "dan di ke dari yang untuk atau dengan pada oleh bagi dalam serta para ini itu adalah "
    "sebagai secara atas the of for and to in";

static const struct {
    const char *name, *forms; /* folded, '|' between them */
} synonyms[] = {
    {"ktp", "ektp|e ktp|kartu tanda penduduk"},
    {"kk", "kartu keluarga"},
    {"kia", "kartu identitas anak"},
    {"sktm", "surat keterangan tidak mampu"},
    {"skck", "surat keterangan catatan kepolisian"},
    {"sim", "surat izin mengemudi"},
    {"nik", "nomor induk kependudukan"},
    {"nib",
     "siup|tdp|nomor induk berusaha|surat izin usaha perdagangan|tanda daftar perusahaan"},
    {"npwp", "nomor pokok wajib pajak"},
    {"pbb", "pajak bumi dan bangunan|pajak rumah|pajak tanah"},
    {"imb", "izin mendirikan bangunan"},
    {"pbg", "persetujuan bangunan gedung"},
    {"pkh", "program keluarga harapan"},
    {"dtks",
     "dtsen|data terpadu kesejahteraan sosial|data tunggal sosial dan ekonomi nasional"},
    {"kis", "kartu indonesia sehat"},
    {"kip", "kartu indonesia pintar"},
    {"bpjs", "badan penyelenggara jaminan sosial"},
    {"umkm", "ukm|usaha mikro kecil dan menengah"},
    {"ppid", "pejabat pengelola informasi dan dokumentasi"},
    {"ppdb", "spmb|penerimaan peserta didik baru|sistem penerimaan murid baru"},
    {"rsud", "rumah sakit umum daerah"},
    {"puskesmas", "pusat kesehatan masyarakat"},
    {"dinsos", "dinas sosial"},
    {"dinkes", "dinas kesehatan"},
    {"diskominfo", "kominfo|dinas komunikasi dan informatika"},
    {"dukcapil", "disdukcapil|capil|kependudukan dan pencatatan sipil"},
    {"bansos", "bantuan sosial"},
    {"lansia", "manula|jompo|lanjut usia|usia lanjut|orang tua jompo"},
    {"disabilitas", "difabel|penyandang cacat"},
    {"gratis", "free|cuma cuma|tanpa biaya|tidak dipungut biaya"},
    {"izin", "ijin"},
    {"akta", "akte"},
    {"fotokopi", "fc|fotocopy|fotokopy|photocopy|photokopi|foto kopi|foto copy"},
    {"legalisasi", "legalisir"},
    {"kuitansi", "kwitansi"},
    {"apotek", "apotik"},
    {"ambulans", "ambulan|ambulance|mobil jenazah"},
    {"praktik", "praktek"},
    {"nasihat", "nasehat"},
    {"sertifikat", "sertipikat"},
    {"stnk", "surat tanda nomor kendaraan"},
    {"skpwni", "surat keterangan pindah|surat keterangan pindah wni"},
    {"kb", "keluarga berencana"},
    {"bukunikah", "buku nikah|surat nikah"},
    {"paspor", "pasport|passport|paspot"},
    {"ijazah", "ijasah"},
    {"plat", "pelat|plat nomor|pelat nomor|nopol"},
    {"hilang", "ilang"},
    {"rusak", "patah|robek|sobek"},
    {"hamil", "kandungan|mengandung"},
    {"berobat", "demam|batuk|pilek|flu"},
    {"usaha", "warung"},
    {"pecah", "pisah"},
    {"orangtua", "ortu|orang tua"},
    {"keterangan", "ket"},
    {"rs", "rumah sakit"},
    {"umrah", "umroh"},
    {"imunisasi", "vaksin|vaksinasi"},
};

/* Questions and verbs that go with anything: they add to a match and choose none. Folded. */
static const char weak_words[] =
    "cara bagaimana gimana apa mana dimana kapan berapa lama saya "
    "aku kami mau ingin bisa tolong buat "
    "membuat pembuatan bikin urus mengurus pengurusan minta "
    "meminta ajukan mengajukan pengajuan mohon "
    "permohonan syarat persyaratan biaya harga layanan pelayanan "
    "info baru hilang ilang rusak patah salah ganti mengganti pengen "
    "pingin sudah belum how to get my service";

const char *
terms_weak_words(void)
{
    return weak_words;
}

const char *
terms_stop_words(void)
{
    return stop_words;
}

void
terms_append_synonyms(GString *out)
{
    for (gsize i = 0; i < G_N_ELEMENTS(synonyms); i++)
        g_string_append_printf(out, "%s%s=%s", i > 0 ? ";" : "", synonyms[i].name,
                               synonyms[i].forms);
}

/* ---- words ---- */

static Term *
get_term(Terms *words, const char *text)
{
    Term *term = g_hash_table_lookup(words->terms, text);
    if (term == NULL) {
        term = arena_new0(words->arena, Term);
        term->text = arena_strndup(words->arena, text, strlen(text));
        g_hash_table_insert(words->terms, BORROW(term->text), term);
    }
    return term;
}

static Word *
get_word(Terms *words, const char *text)
{
    Word *word = g_hash_table_lookup(words->words, text);
    if (word != NULL)
        return word;
    char stems[TERMS_MAX_STEMS][80];
    word = arena_new0(words->arena, Word);
    word->exact = get_term(words, text);
    word->text = word->exact->text;
    word->n_stems = term_stems(text, stems);
    for (guint i = 0; i < word->n_stems; i++)
        word->stems[i] = get_term(words, stems[i]);
    word->number = text[strspn(text, "0123456789")] == '\0';
    word->stop = !word->number && *g_utf8_find_next_char(text, NULL) == '\0';
    word->letters = text[strspn(text, "abcdefghijklmnopqrstuvwxyz")] == '\0';
    g_hash_table_insert(words->words, BORROW(word->text), word);
    return word;
}

/* Appends the words of a text, at most `max`, to what was found. */
static void
find_words(Terms *words, const char *text, guint max)
{
    for (guint n = 0; n < max && fold_next_word(&text, words->word); n++)
        g_ptr_array_add(words->found, get_word(words, words->word->str));
}

static void
learn_form(Terms *words, Word *name, const char *form)
{
    g_ptr_array_set_size(words->found, 0);
    find_words(words, form, MAX_PHRASE);
    Word *first = words->found->pdata[0];
    if (words->found->len == 1) {
        first->exact = name->exact;
        first->letters = name->letters;
        first->n_stems = name->n_stems;
        memcpy(first->stems, name->stems, sizeof first->stems);
        return;
    }
    Phrase *phrase = arena_new0(words->arena, Phrase);
    phrase->n = words->found->len;
    memcpy(phrase->words, words->found->pdata, phrase->n * sizeof *phrase->words);
    phrase->name = name;
    phrase->next = first->phrases;
    first->phrases = phrase;
}

static guint
hash_text(gconstpointer text)
{
    return (guint)fs_hash(text, strlen(text), 0);
}

Terms *
terms_new(void)
{
    Terms *words = g_new0(Terms, 1);
    words->arena = arena_new();
    words->words = g_hash_table_new(g_str_hash, g_str_equal);
    words->terms = g_hash_table_new(g_str_hash, g_str_equal);
    words->known = g_hash_table_new(hash_text, g_str_equal);
    words->word = g_string_new(NULL);
    words->joined = g_string_new(NULL);
    words->found = g_ptr_array_new();
    find_words(words, stop_words, G_MAXUINT);
    for (guint i = 0; i < words->found->len; i++)
        ((Word *)words->found->pdata[i])->stop = TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(synonyms); i++) {
        g_auto(GStrv) forms = g_strsplit(synonyms[i].forms, "|", -1);
        Word *name = get_word(words, synonyms[i].name);
        for (char **form = forms; *form != NULL; form++)
            learn_form(words, name, *form);
    }
    return words;
}

void
terms_free(Terms *words)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, words->terms);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        for (guint i = 0; i < N_TERM_FIELDS; i++)
            g_free(((Term *)value)->lists[i].bytes);
    }
    g_hash_table_unref(words->words);
    g_hash_table_unref(words->terms);
    g_hash_table_unref(words->known);
    g_string_free(words->word, TRUE);
    g_string_free(words->joined, TRUE);
    g_ptr_array_unref(words->found);
    g_free(words->sorted);
    arena_free(words->arena);
    g_free(words);
}

/* ---- lists ---- */

static const char *
bytes_of(const TermList *list)
{
    return list->bytes != NULL ? list->bytes : list->few;
}

static void
put_byte(TermList *list, guint digit)
{
    char c = (char)('?' + digit);
    c = c == '\\' ? '0' : c;
    if (list->len < sizeof list->few) {
        list->few[list->len++] = c;
        return;
    }
    if (list->len >= list->room) {
        list->room = MAX(4 * (guint)sizeof list->few, list->room * 2);
        list->bytes = g_realloc(list->bytes, list->room);
        if (list->len == sizeof list->few)
            memcpy(list->bytes, list->few, sizeof list->few);
    }
    list->bytes[list->len++] = c;
}

static void
put_number(TermList *list, guint number)
{
    for (; number >= 32; number >>= 5)
        put_byte(list, 32 | (number & 31));
    put_byte(list, number);
}

static void
end_run(TermList *list)
{
    guint n = list->to - list->from;
    if (n == 0 || list->len > TERMS_MAX_LIST)
        return;
    put_number(list, (list->from - list->next) * 2 + (n > 1));
    if (n > 1)
        put_number(list, n - 2);
    list->next = list->from = list->to;
    if (list->len <= TERMS_MAX_KEPT)
        list->kept = list->len;
}

static void
add_document(Term *term, guint doc, TermField field)
{
    TermList *list = &term->lists[field];
    if (doc < list->to) /* it is there already */
        return;
    if (doc != list->to || list->from == list->to) {
        end_run(list);
        list->from = doc;
    }
    list->to = doc + 1;
}

/* ---- adding ---- */

static gboolean
phrase_stands_at(const Terms *words, guint at, const Phrase *phrase)
{
    if (at + phrase->n > words->found->len)
        return FALSE;
    for (guint i = 1; i < phrase->n; i++) {
        const Word *word = words->found->pdata[at + i];
        if (word->exact != phrase->words[i]->exact)
            return FALSE;
    }
    return TRUE;
}

typedef void (*TakeTerm)(Term *term, gpointer data);

/* Hands out the terms of the words found: all of them, or what other fields are found by. */
static void
take_word(const Word *word, gboolean all, TakeTerm take, gpointer data)
{
    if (word->stop || (word->number && !all))
        return;
    if (all || word->n_stems == 0)
        take(word->exact, data);
    for (guint i = 0; i < word->n_stems; i++)
        take(word->stems[i], data);
}

static void
take_found(const Terms *words, gboolean all, TakeTerm take, gpointer data)
{
    for (guint i = 0; i < words->found->len; i++) {
        const Word *word = words->found->pdata[i];
        take_word(word, all, take, data);
        for (const Phrase *phrase = word->phrases; phrase != NULL; phrase = phrase->next) {
            if (phrase_stands_at(words, i, phrase))
                take_word(phrase->name, all, take, data);
        }
    }
}

typedef struct Posting {
    guint doc;
    TermField field;
} Posting;

static void
add_term(Term *term, gpointer data)
{
    const Posting *posting = data;
    add_document(term, posting->doc, posting->field);
}

static void
find_only(Terms *words, const char *text, guint max)
{
    g_ptr_array_set_size(words->found, 0);
    find_words(words, text, max);
}

void
terms_add_text(Terms *words, const char *text, guint max_words, guint doc, TermField field)
{
    Posting posting = {doc, field};
    find_only(words, text, max_words);
    take_found(words, field != TERM_OTHER, add_term, &posting);
}

/* What was found as a whole ("=akta=kelahiran"). */
static void
add_whole(Terms *words, const Posting *posting)
{
    GString *whole = g_string_truncate(words->joined, 0);
    for (guint i = 0; i < words->found->len; i++) {
        append_bytes(whole, "=", 1);
        append_text(whole, ((const Word *)words->found->pdata[i])->text);
    }
    add_document(get_term(words, whole->str), posting->doc, posting->field);
}

/* Two words of letters, or a short letter code with the numbers behind it. */
static gboolean
may_be_joined(const Word *first, const Word *next)
{
    gsize len = strlen(first->exact->text);
    gboolean code = next->number && !first->number && len <= 3; /* F-1.02 */
    if ((first->stop && !code) || (next->stop && !next->number) ||
        len + strlen(next->exact->text) > TERMS_MAX_JOINED)
        return FALSE;
    return code || (!next->number && first->letters && next->letters);
}

/* Neighbours as one word; of a code all the numbers behind it. */
static void
add_joined(Terms *words, const Posting *posting)
{
    GString *joined = words->joined;
    guint n = MIN(words->found->len, (guint)TERMS_MAX_WHOLE);
    for (guint i = 0; i + 1 < n; i++) {
        const Word *next = words->found->pdata[i + 1];
        if (!may_be_joined(words->found->pdata[i], next))
            continue;
        g_string_truncate(joined, 0);
        append_text(joined, ((const Word *)words->found->pdata[i])->exact->text);
        append_text(joined, next->exact->text);
        for (guint k = i + 2; next->number && k < n; k++) {
            const Word *more = words->found->pdata[k];
            if (!more->number)
                break;
            append_text(joined, more->exact->text);
        }
        add_document(get_term(words, joined->str), posting->doc, posting->field);
    }
}

void
terms_add_name(Terms *words, const char *text, guint max_words, guint doc, TermField field)
{
    Posting posting = {doc, field};
    find_only(words, text, max_words);
    take_found(words, TRUE, add_term, &posting);
    if (words->found->len > 0 && words->found->len <= TERMS_MAX_WHOLE)
        add_whole(words, &posting);
    add_joined(words, &posting);
}

void
terms_add_folder(Terms *words, const char *folder, guint doc)
{
    GString *term = g_string_assign(words->joined, "@");
    for (gsize n = 0; folder[n] != '\0'; n++) {
        g_string_append_c(term, folder[n]);
        if (folder[n + 1] == '/' || folder[n + 1] == '\0')
            add_document(get_term(words, term->str), doc, TERM_OTHER);
    }
}

void
terms_add_initials(Terms *words, const char *text, guint doc, TermField field)
{
    GString *initials = g_string_truncate(words->joined, 0);
    find_only(words, text, MAX_INITIALS);
    for (guint i = 0; i < words->found->len; i++) {
        const Word *word = words->found->pdata[i];
        if (!word->stop && g_ascii_islower(word->exact->text[0]))
            g_string_append_c(initials, word->exact->text[0]);
    }
    if (initials->len > 2)
        add_document(get_term(words, initials->str), doc, field);
}

typedef struct Collected {
    GPtrArray *terms; /* Term, each once */
    guint text_no;
} Collected;

static void
collect_term(Term *term, gpointer data)
{
    const Collected *collected = data;
    if (term->text_no == collected->text_no)
        return;
    term->text_no = collected->text_no;
    g_ptr_array_add(collected->terms, term);
}

static TermText *
prepare(Terms *words, const char *const *texts, guint n, guint max_words, gboolean exact)
{
    TermText *out = arena_new0(words->arena, TermText);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    Collected collected = {all, ++words->n_texts};
    for (guint i = 0; i < n; i++) {
        find_only(words, texts[i], max_words);
        take_found(words, exact, collect_term, &collected);
    }
    out->terms = arena_alloc(words->arena, all->len * sizeof *out->terms);
    for (; out->n < all->len; out->n++)
        out->terms[out->n] = all->pdata[out->n];
    return out;
}

TermText *
terms_prepare(Terms *words, const char *const *texts, guint n, guint max_words)
{
    return prepare(words, texts, n, max_words, TRUE);
}

void
terms_add(const TermText *text, guint doc, TermField field)
{
    for (guint i = 0; i < text->n; i++)
        add_document(text->terms[i], doc, field);
}

void
terms_add_common(Terms *words, const char *text, guint max_words, guint doc)
{
    TermText *known = g_hash_table_lookup(words->known, text);
    if (known == NULL && g_hash_table_size(words->known) >= MAX_KNOWN) {
        terms_add_text(words, text, max_words, doc, TERM_OTHER);
        return;
    }
    if (known == NULL) {
        known = prepare(words, &text, 1, max_words, FALSE);
        g_hash_table_insert(words->known, arena_strndup(words->arena, text, strlen(text)),
                            known);
    }
    terms_add(known, doc, TERM_OTHER);
}

/* ---- terms ---- */

static int
compare_terms(gconstpointer a, gconstpointer b)
{
    return strcmp((*(Term *const *)a)->text, (*(Term *const *)b)->text);
}

Term **
terms_sorted(Terms *words, guint *n)
{
    GHashTableIter iter;
    gpointer value;
    g_free(words->sorted);
    words->sorted = g_new(Term *, g_hash_table_size(words->terms) + 1);
    *n = 0;
    g_hash_table_iter_init(&iter, words->terms);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        Term *term = value;
        gboolean used = FALSE;
        for (guint i = 0; i < N_TERM_FIELDS; i++) {
            end_run(&term->lists[i]);
            used = used || term->lists[i].len > 0;
        }
        if (used)
            words->sorted[(*n)++] = term;
    }
    if (*n > 1)
        qsort(words->sorted, *n, sizeof *words->sorted, compare_terms);
    return words->sorted;
}

void
term_append(const Term *term, GString *out)
{
    guint last = N_TERM_FIELDS;
    while (last > 0 && term->lists[last - 1].len == 0)
        last--;
    for (guint i = 0; i < last; i++) {
        const TermList *list = &term->lists[i];
        gboolean common = list->len > TERMS_MAX_LIST;
        if (i > 0)
            append_bytes(out, "!", 1);
        if (common)
            append_bytes(out, "*", 1);
        append_bytes(out, bytes_of(list), common ? list->kept : list->len);
    }
}
