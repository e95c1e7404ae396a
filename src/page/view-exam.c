#include "audit/exam.h"
#include "base/append.h"
#include "base/html.h"
#include "page/view-leaf.h"
#include <string.h>

/* ---- words ---- */

/* A sentence whose keys stand between backticks, as HTML. */
static const char *
with_keys(ViewContext *ctx, const char *text)
{
    GString *html = arena_text_begin(ctx->arena);
    gboolean is_key = FALSE;
    for (;;) {
        gsize n = strcspn(text, "`");
        html_append_escaped(html, text, (gssize)n);
        text += n;
        if (*text == '\0')
            break;
        is_key = !is_key;
        append_text(html, is_key ? "<code>" : "</code>");
        text++;
    }
    append_text(html, is_key ? "</code>" : "");
    return arena_text_end(ctx->arena, html);
}

static MuList
texts(ViewContext *ctx, const TextList *list)
{
    const char **out = arena_alloc(ctx->arena, list->n * sizeof *out);
    for (guint i = 0; i < list->n; i++)
        out[i] = list->items[i].str;
    return view_list(out, list->n);
}

/* ---- items ---- */

static MuList
gaps(Leaf *leaf, const ExamResult *result)
{
    ViewContext *ctx = &leaf->ctx;
    ViewSaran *rows = arena_alloc(ctx->arena, result->n_gaps * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < result->n_gaps;) {
        GString *out = view_scratch(ctx);
        i = exam_append_gaps(result, i, leaf->agency,
                             ctx->english ? DIAG_LANG_EN : DIAG_LANG_ID, out);
        out->str[0] = g_ascii_toupper(out->str[0]);
        rows[n++].html = with_keys(ctx, view_keep(ctx));
    }
    return view_list(rows, n);
}

/* The pages that show proofs, by InstrumentPage. */
static const ViewTautan *
proof_pages(Leaf *leaf)
{
    static const struct {
        const char *id, *en;
    } names[N_INSTRUMENT_PAGES] = {
        [PROOF_AGENCY] = {"Halaman instansi", "The agency's page"},
        [PROOF_SERVICES] = {"Halaman setiap layanan", "The page of each service"},
        [PROOF_COMPLAINTS] = {"Halaman pengaduan", "The complaints page"},
        [PROOF_FEES] = {"Halaman biaya", "The fees page"},
        [PROOF_QUALITY] = {"Halaman ini", "This page"},
        [PROOF_BOARD] = {"Papan layar loket", "The counter screen"},
        [PROOF_BOOK] = {"Buku standar pelayanan", "The book of standards"},
        [PROOF_DATA] = {"Data terbuka", "The open data"},
    };
    ViewContext *ctx = &leaf->ctx;
    ViewTautan *rows = arena_alloc(ctx->arena, N_INSTRUMENT_PAGES * sizeof *rows);
    for (guint page = 0; page < N_INSTRUMENT_PAGES; page++) {
        g_autofree char *path = exam_proof_path((InstrumentPage)page, leaf->agency->path);
        rows[page].teks = view_word(ctx, names[page].id, names[page].en);
        rows[page].tautan = view_way(ctx, view_jalur(ctx, path));
    }
    return rows;
}

static MuList
proofs(ViewContext *ctx, const ViewTautan *pages, const ExamResult *result)
{
    ViewTautan *rows = arena_alloc(ctx->arena, N_INSTRUMENT_PAGES * sizeof *rows);
    guint n = 0;
    for (guint page = 0; result->state == EXAM_PROVED && page < N_INSTRUMENT_PAGES; page++)
        if ((result->item->pages >> page & 1) != 0)
            rows[n++] = pages[page];
    return view_list(rows, n);
}

static void
fill_item(Leaf *leaf, const ViewTautan *pages, const ExamResult *result, ViewButirUji *out)
{
    const InstrumentItem *item = result->item;
    gboolean more = (item->ways & ~(1u << WAY_SITE)) != 0;
    *out =
        (ViewButirUji){.nomor = item->nomor.str,
                       .tanya = item->tanya.str,
                       .terbukti = result->state == EXAM_PROVED,
                       .belum = result->state == EXAM_MISSING,
                       .ragu = item->doubtful,
                       .halaman = proofs(&leaf->ctx, pages, result),
                       .saran = gaps(leaf, result),
                       .siapkan = more ? texts(&leaf->ctx, &item->bukti) : view_list(NULL, 0),
                       .batas = text_str(item->batas)};
    out->umur_terbuka = result->age_open && out->terbukti;
}

static void
fill_exam(Leaf *leaf, const ViewTautan *pages, const Instrument *instrument, ViewInstrumen *out)
{
    ViewContext *ctx = &leaf->ctx;
    /* Ages are judged where the site is made for a day (build --date). */
    ExamSubject subject = {.agency = leaf->agency,
                           .site = &ctx->render->data->site,
                           .url = ctx->render->url,
                           .today = ctx->render->scan->day};
    Exam exam;
    guint next = 0;
    exam_run(ctx->arena, instrument, &subject, &exam);
    ViewBagianUji *parts = arena_alloc(ctx->arena, instrument->bagian.n * sizeof *parts);
    for (guint i = 0; i < instrument->bagian.n; i++) {
        const InstrumentPart *part = &instrument->bagian.items[i];
        ViewButirUji *items = arena_alloc(ctx->arena, part->butir.n * sizeof *items);
        for (guint k = 0; k < part->butir.n; k++) {
            fill_item(leaf, pages, &exam.results[next++], &items[k]);
            parts[i].n_terbukti += items[k].terbukti ? 1 : 0;
        }
        parts[i].judul = text_str(part->judul);
        parts[i].n_butir = part->butir.n;
        parts[i].butir = view_list(items, part->butir.n);
    }
    *out = (ViewInstrumen){.kunci = instrument->key,
                           .nama = instrument->nama.str,
                           .singkat = instrument->singkat.str,
                           .dasar = texts(ctx, &instrument->dasar),
                           .catatan = text_str(instrument->catatan),
                           .belum_diverifikasi = !instrument->diverifikasi,
                           .n_terbukti = exam.n_proved,
                           .n_belum = exam.n_missing,
                           .n_lain = exam.n_otherwise,
                           .n_butir = exam.n,
                           .bagian = view_list(parts, instrument->bagian.n)};
}

MuList
leaf_exams(Leaf *leaf)
{
    const InstrumentSet *set = leaf->ctx.render->instruments;
    guint n = set != NULL ? instrument_set_ready(set)->n : 0;
    ViewInstrumen *rows = arena_alloc(leaf->ctx.arena, n * sizeof *rows);
    const ViewTautan *pages = proof_pages(leaf);
    for (guint i = 0; i < n; i++)
        fill_exam(leaf, pages, set->items[i], &rows[i]);
    return view_list(rows, n);
}
