#include "audit/exam.h"
#include "base/append.h"
#include <string.h>

enum { MAX_NAMED = 3 }; /* services named one by one; the rest is a number */

typedef struct Words {
    const char *id, *en;
} Words;

/* What makes a fact true. */
static const Words fact_words[N_INSTRUMENT_FACTS] = {
    [FACT_PLEDGE_WHOLE] = {"lengkapi `maklumat.teks`: janji sesuai standar, perbaikan "
                           "terus-menerus, dan kesediaan "
                           "menerima sanksi atau memberi kompensasi",
                           "complete `maklumat.teks`: the promise by the standard, continuous "
                           "improvement, readiness "
                           "for sanctions or compensation"},
    [FACT_NO_BREAK] =
        {"tulis `jam_layanan` tanpa `istirahat`, bila memang ada petugas yang bergiliran",
         "write `jam_layanan` without `istirahat`, if officers do take turns"},
    [FACT_REST_DAYS] =
        {"tulis jam Sabtu atau Minggu di `jam_layanan`, bila memang buka",
         "write the hours of Saturday or Sunday in `jam_layanan`, if it is open"},
    [FACT_GOVERNMENT] = {"terbitkan di alamat .go.id, lalu tulis `url` di situs.yaml",
                         "publish below .go.id, then write `url` in situs.yaml"},
    [FACT_LAPOR] = {"tulis kanal SP4N-LAPOR! di `pengaduan.kanal`",
                    "write the channel SP4N-LAPOR! in `pengaduan.kanal`"},
    [FACT_IN_PERSON] =
        {"tulis tempat mengadu langsung di `pengaduan.kanal` (jenis: datang)",
         "write where to complain in person in `pengaduan.kanal` (jenis: datang)"},
};

static const char *
pick(Words words, DiagLang lang)
{
    return lang == DIAG_LANG_EN ? words.en : words.id;
}

static void
append_number(GString *out, Words before, guint n, Words after, DiagLang lang)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%u", n);
    append_text(out, pick(before, lang));
    append_text(out, digits);
    append_text(out, pick(after, lang));
}

/* Where the same key of services and of the agency will do, it is named once. */
static void
append_want(GString *out, const InstrumentWant *want, DiagLang lang)
{
    for (guint i = 0; i < want->n; i++) {
        if (i > 0 && strcmp(want->paths[i].key, want->paths[i - 1].key) == 0)
            continue;
        append_text(out, i == 0 ? "" : pick((Words){" atau ", " or "}, lang));
        append_bytes(out, "`", 1);
        append_text(out, want->paths[i].key);
        append_bytes(out, "`", 1);
        if (i > 0 && want->paths[i].scope == SCOPE_SITE)
            append_text(out, pick((Words){" di situs.yaml", " in situs.yaml"}, lang));
    }
}

static const char *
file_name(const Agency *agency)
{
    const char *path = agency->source != NULL ? source_path(agency->source) : "instansi.yaml";
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

static void
append_once(GString *out, const InstrumentWant *want, const Agency *agency, DiagLang lang)
{
    if (want->once == ONCE_NOWHERE)
        return;
    append_text(out, pick((Words){"; sekali untuk semua: di ", "; once for all: in "}, lang));
    append_text(out, want->once == ONCE_DEFAULTS ? "`bawaan` " : "");
    append_text(out, file_name(agency));
}

static void
append_services(GString *out, const ExamGap *gap, DiagLang lang)
{
    if (gap->n_services == 0) {
        append_text(
            out,
            pick((Words){"; belum ada layanan aktif", "; there is no active service"}, lang));
        return;
    }
    append_number(out, (Words){" di ", " in "}, gap->n_services,
                  (Words){" layanan: ", " service(s): "}, lang);
    for (guint i = 0; i < MIN(gap->n_services, MAX_NAMED); i++) {
        const char *title = gap->services[i]->judul.str;
        append_text(out, i > 0 ? "; " : "");
        append_text(out, title != NULL ? title : gap->services[i]->slug);
    }
    if (gap->n_services > MAX_NAMED)
        append_number(out, (Words){"; dan ", "; and "}, gap->n_services - MAX_NAMED,
                      (Words){" lainnya", " more"}, lang);
}

static void
append_place(GString *out,
             const ExamGap *gap,
             const InstrumentWant *want,
             const Agency *agency,
             DiagLang lang)
{
    if (want->place == SCOPE_SERVICES) {
        append_services(out, gap, lang);
        append_once(out, want, agency, lang);
        return;
    }
    append_text(out, pick((Words){" di ", " in "}, lang));
    append_text(out, want->place == SCOPE_SITE ? "situs.yaml" : file_name(agency));
}

static void
append_count(GString *out, const ExamGap *gap, DiagLang lang)
{
    const InstrumentWantList *some = &gap->rule->some;
    append_number(out, (Words){"isi paling sedikit ", "fill in at least "}, gap->need,
                  some->n > 1 ? (Words){" dari ", " of "} : (Words){" butir ", " items of "},
                  lang);
    for (guint i = 0; i < some->n; i++) {
        append_text(out, i == 0 ? "" : ", ");
        append_want(out, &some->items[i], lang);
    }
    append_number(out, (Words){" (baru ", " (now "}, gap->have, (Words){")", ")"}, lang);
}

/* Keys to write at one place are told in one sentence. */
static gboolean
is_told_with(const ExamGap *a, const ExamGap *b)
{
    if (a->is_fact || b->is_fact || a->want == NULL || b->want == NULL || a->old != b->old ||
        (a->old && a->rule->paling_lama != b->rule->paling_lama) ||
        a->want->place != b->want->place || a->want->once != b->want->once ||
        a->n_services != b->n_services)
        return FALSE;
    return a->n_services == 0 ||
           memcmp(a->services, b->services, a->n_services * sizeof *a->services) == 0;
}

static guint
append_wants(
    GString *out, const ExamResult *result, guint first, const Agency *agency, DiagLang lang)
{
    const ExamGap *gap = &result->gaps[first];
    guint next = first;
    append_text(out, gap->old ? pick((Words){"perbarui ", "bring up to date "}, lang)
                              : pick((Words){"tulis ", "write "}, lang));
    for (; next < result->n_gaps && is_told_with(gap, &result->gaps[next]); next++) {
        append_text(out, next > first ? ", " : "");
        append_want(out, result->gaps[next].want, lang);
    }
    append_place(out, gap, gap->want, agency, lang);
    if (gap->old)
        append_number(out, (Words){" (lebih dari ", " (more than "},
                      (guint)gap->rule->paling_lama, (Words){" bulan)", " months ago)"}, lang);
    return next;
}

guint
exam_append_gaps(
    const ExamResult *result, guint first, const Agency *agency, DiagLang lang, GString *out)
{
    const ExamGap *gap = &result->gaps[first];
    if (!gap->is_fact && gap->want != NULL)
        return append_wants(out, result, first, agency, lang);
    if (gap->is_fact) {
        append_text(out, pick(fact_words[gap->fact], lang));
    } else {
        append_count(out, gap, lang);
        append_place(out, gap, &gap->rule->some.items[0], agency, lang);
    }
    return first + 1;
}
