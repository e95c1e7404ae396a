#include "facts/agency.h"
#include "model/dates.h"
#include "model/walk.h"
#include "page/view-leaf.h"
#include <stdlib.h>
#include <string.h>

const ViewTautan *
view_named_link(ViewContext *ctx, const Link *link, const char *words)
{
    const char *raw = text_str(link->raw), *address = view_link(ctx, link);
    if (*raw == '\0')
        return NULL;
    ViewTautan *out = arena_new0(ctx->arena, ViewTautan);
    *out = (ViewTautan){*address ? words : raw, address, view_file_note(ctx, link->file)};
    return out;
}

/* Without a dot a number of four digits would be read as a year. */
static const char *
count_text(ViewContext *ctx, gint64 n)
{
    GString *out = view_scratch(ctx);
    g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
    for (gssize at = (gssize)out->len - 3; at > 0; at -= 3)
        g_string_insert_c(out, at, ctx->english ? ',' : '.');
    return view_keep(ctx);
}

/* ---- satisfaction ---- */

static const ViewTindakLanjut *
follow_up(ViewContext *ctx, const FollowUp *from)
{
    MuList plan = view_texts(ctx, &from->rencana);
    const ViewTautan *report =
        view_named_link(ctx, &from->laporan, view_label(ctx, "laporan_tindak_lanjut"));
    if (plan.n == 0 && !text_has_words(from->realisasi) && report == NULL)
        return NULL;
    ViewTindakLanjut *out = arena_new0(ctx->arena, ViewTindakLanjut);
    *out = (ViewTindakLanjut){plan.n > 0, plan, text_str(from->realisasi), report};
    return out;
}

static MuList
satisfaction_parts(ViewContext *ctx, const SatisfactionParts *parts)
{
    const struct {
        const char *id, *en;
        const Text *text;
    } all[] = {
        {"Persyaratan", "Requirements", &parts->persyaratan},
        {"Prosedur", "Procedure", &parts->prosedur},
        {"Waktu", "Time", &parts->waktu},
        {"Biaya", "Fees", &parts->biaya},
        {"Produk", "Output", &parts->produk},
        {"Kompetensi", "Competence", &parts->kompetensi},
        {"Perilaku", "Conduct", &parts->perilaku},
        {"Pengaduan", "Complaints", &parts->pengaduan},
        {"Sarana", "Facilities", &parts->sarana},
    };
    ViewUnsur *rows = arena_alloc(ctx->arena, G_N_ELEMENTS(all) * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
        if (text_has_words(*all[i].text))
            rows[n++] = (ViewUnsur){view_word(ctx, all[i].id, all[i].en), all[i].text->str};
    }
    return view_list(rows, n);
}

static const ViewSkm *
satisfaction(ViewContext *ctx, const Satisfaction *from)
{
    MuList parts = satisfaction_parts(ctx, &from->unsur);
    if (!text_has_words(from->nilai) && parts.n == 0)
        return NULL;
    static const char *const grades[] = {"skm_a", "skm_b", "skm_c", "skm_d"};
    char grade = agency_index_grade(from->nilai.str);
    ViewSkm *out = arena_new0(ctx->arena, ViewSkm);
    *out = (ViewSkm){
        .nilai = text_str(from->nilai),
        .periode = text_str(from->periode),
        .responden = text_str(from->responden),
        .mutu = grade != '\0' ? view_label(ctx, grades[grade - 'A']) : "",
        .populasi = from->populasi > 0 ? count_text(ctx, from->populasi) : "",
        .ada_unsur = parts.n > 0,
        .unsur = parts,
        .tanggal = view_tanggal(ctx, from->tanggal.date),
        .laporan = view_named_link(ctx, &from->laporan, view_label(ctx, "laporan_skm")),
        .tindak_lanjut = follow_up(ctx, &from->tindak_lanjut),
    };
    return out;
}

/* The newest, and the others as they are written. */
static void
fill_satisfaction(ViewContext *ctx, const Agency *agency, ViewInstansi *out)
{
    const Satisfaction *newest = satisfaction_newest(agency);
    ViewSkm *rows = arena_alloc(ctx->arena, agency->skm.n * sizeof *rows);
    guint n = 0;
    out->skm = newest != NULL ? satisfaction(ctx, newest) : NULL;
    for (guint i = 0; i < agency->skm.n; i++) {
        const ViewSkm *row =
            &agency->skm.items[i] != newest ? satisfaction(ctx, &agency->skm.items[i]) : NULL;
        if (row != NULL)
            rows[n++] = *row;
    }
    out->skm_lain = view_list(rows, n);
    out->ada_skm_lain = n > 0;
}

/* ---- complaints, facilities, conduct ---- */

static const char *
given_count(
    ViewContext *ctx, const ComplaintResult *year, const char *key, gint64 n)
{
    const Field *field = field_find(&record_complaint_result, key, -1);
    return field_is_given(&record_complaint_result, year, field) ? count_text(ctx, n) : "";
}

/* Whole percent, never 100 while one is open; "" where a number is missing or cannot be. */
static const char *
percent(ViewContext *ctx, const char *settled, const char *received, gint64 part, gint64 all)
{
    if (*settled == '\0' || *received == '\0' || all < 1 || part > all)
        return "";
    g_string_append_printf(view_scratch(ctx), "%" G_GINT64_FORMAT, part * 100 / all);
    return view_keep(ctx);
}

static MuList
complaint_results(ViewContext *ctx, const ComplaintResultList *list)
{
    ViewHasilPengaduan *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++) {
        const ComplaintResult *year = &list->items[i];
        ViewHasilPengaduan *row = &rows[i];
        g_string_append_printf(view_scratch(ctx), "%" G_GINT64_FORMAT, year->tahun);
        row->tahun = view_keep(ctx);
        row->masuk = given_count(ctx, year, "masuk", year->masuk);
        row->selesai = given_count(ctx, year, "selesai", year->selesai);
        row->persen = percent(ctx, row->selesai, row->masuk, year->selesai, year->masuk);
        row->lapor_masuk = given_count(ctx, year, "lapor_masuk", year->lapor_masuk);
        row->lapor_selesai = given_count(ctx, year, "lapor_selesai", year->lapor_selesai);
        row->lapor_persen = percent(ctx, row->lapor_selesai, row->lapor_masuk,
                                    year->lapor_selesai, year->lapor_masuk);
        row->laporan =
            view_named_link(ctx, &year->laporan, view_label(ctx, "laporan_pengaduan"));
    }
    return view_list(rows, list->n);
}

static const ViewKodeEtik *
conduct(ViewContext *ctx, const Conduct *from)
{
    MuList words = view_texts(ctx, &from->isi);
    const ViewSk *decree = view_sk(ctx, &from->sk);
    const ViewTautan *link =
        view_named_link(ctx, &from->tautan, view_label(ctx, "kode_etik_lengkap"));
    if (words.n == 0 && decree == NULL && link == NULL)
        return NULL;
    ViewKodeEtik *out = arena_new0(ctx->arena, ViewKodeEtik);
    *out = (ViewKodeEtik){words.n > 0, words, decree, link};
    return out;
}

/* What is said to be there or not, in the order of the table; its words are those of the table. */
static MuList
facilities(ViewContext *ctx, const Accessibility *from)
{
    ViewSaranaKhusus *rows =
        arena_alloc(ctx->arena, record_accessibility.n_fields * sizeof *rows);
    guint n = 0;
    FIELD_FOREACH (&record_accessibility, field) {
        if (!field_is_given(&record_accessibility, from, field))
            continue;
        const gint64 *presence = field_value(field, from);
        char *name = arena_strndup(ctx->arena, ctx->english ? field->doc_en : field->doc_id,
                                   strlen(ctx->english ? field->doc_en : field->doc_id));
        name[0] = g_ascii_toupper(name[0]);
        rows[n++] = (ViewSaranaKhusus){name, *presence == PRESENCE_ADA};
    }
    return view_list(rows, n);
}

/* ---- public consultations ---- */

static int
compare_forums(gconstpointer a, gconstpointer b)
{
    const Forum *const *x = a, *const *y = b;
    int order = date_compare((*y)->tanggal.date, (*x)->tanggal.date);
    return order != 0 ? order : (*x > *y) - (*x < *y);
}

MuList
view_forum(ViewContext *ctx, const ForumList *list)
{
    const Forum **sorted = arena_alloc(ctx->arena, list->n * sizeof *sorted);
    ViewForum *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++)
        sorted[i] = &list->items[i];
    if (list->n > 1)
        qsort(sorted, list->n, sizeof *sorted, compare_forums);
    for (guint i = 0; i < list->n; i++) {
        MuList parties = view_texts(ctx, &sorted[i]->unsur);
        rows[i] = (ViewForum){
            view_tanggal(ctx, sorted[i]->tanggal.date), parties.n > 0, parties,
            view_named_link(ctx, &sorted[i]->berita_acara, view_label(ctx, "berita_acara")),
            view_named_link(ctx, &sorted[i]->laporan, view_label(ctx, "laporan"))};
    }
    return view_list(rows, list->n);
}

const ViewAntrean *
view_antrean(ViewContext *ctx, const Queue *queue)
{
    const char *raw = text_str(queue->daring.raw), *address = view_link(ctx, &queue->daring);
    const char *how = text_str(queue->cara);
    if (*raw == '\0' && *how == '\0')
        return NULL;
    ViewAntrean *out = arena_new0(ctx->arena, ViewAntrean);
    *out = (ViewAntrean){address, *raw ? view_link_name(ctx, raw) : "", how};
    return out;
}

void
leaf_outcomes_fill(ViewContext *ctx, const Agency *agency, ViewInstansi *out)
{
    fill_satisfaction(ctx, agency, out);
    out->pengaduan_hasil = complaint_results(ctx, &agency->pengaduan_hasil);
    out->ada_pengaduan_hasil = out->pengaduan_hasil.n > 0;
    out->kode_etik = conduct(ctx, &agency->kode_etik);
    out->sarana_khusus = facilities(ctx, &agency->sarana_khusus);
    out->ada_sarana_khusus = out->sarana_khusus.n > 0;
    out->fkp = view_forum(ctx, &agency->fkp);
    out->ada_fkp = out->fkp.n > 0;
    out->antrean = view_antrean(ctx, &agency->bawaan.antrean);
    out->tanpa_jeda = agency->jam_layanan.n > 0 && hours_have_no_break(&agency->hours);
    out->ada_riwayat = leaf_has_history(agency);
    out->pemberitahuan = view_pemberitahuan(ctx, &agency->pemberitahuan);
}
