#include "model/dates.h"
#include "model/charter.h"
#include "page/view-leaf.h"
#include <stdlib.h>
#include <string.h>

enum { N_DELIVERY = 6 };

/* ---- findings ---- */

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    const Diag *const *x = a, *const *y = b;
    int order = strcmp((*x)->path, (*y)->path);
    if (order == 0 && (*x)->line != (*y)->line)
        order = (*x)->line < (*y)->line ? -1 : 1;
    if (order == 0 && (*x)->col != (*y)->col)
        order = (*x)->col < (*y)->col ? -1 : 1;
    return order != 0 ? order : (int)(*x)->code - (int)(*y)->code;
}

/* What a page does not say: the grid of components shows what is missing, and no page depends on the day. */
static gboolean
is_left_out(const Diag *diag)
{
    static const DiagCode codes[] = {DIAG_COMPONENT_MISSING, DIAG_DATE_FUTURE, DIAG_REVIEW_YEAR,
                                     DIAG_REVIEW_OVERDUE,    DIAG_REVIEW_DUE,
                                     DIAG_EFFECTIVE_FUTURE,  DIAG_DAY_PASSED,
                                     DIAG_NOTICE_OVER};
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
        if (diag->code == codes[i])
            return TRUE;
    return FALSE;
}

void
leaf_findings_init(LeafFindings *out, Arena *arena, const DiagList *findings)
{
    guint n = findings != NULL ? diag_list_n(findings) : 0;
    *out = (LeafFindings){arena_alloc(arena, n * sizeof *out->items), 0};
    for (guint i = 0; i < n; i++) {
        const Diag *diag = diag_list_get(findings, i);
        if (!is_left_out(diag))
            out->items[out->n++] = diag;
    }
    if (out->n > 1)
        qsort(out->items, out->n, sizeof *out->items, compare_paths);
}

/* The first finding of a file; n when there is none. */
static guint
first_of(const LeafFindings *findings, const char *path)
{
    guint low = 0, high = findings->n;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (strcmp(findings->items[middle]->path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A message of the terminal as a sentence of the page. */
static const char *
sentence(ViewContext *ctx)
{
    GString *out = ctx->scratch;
    out->str[0] = g_ascii_toupper(out->str[0]);
    if (out->len > 0 && strchr(".!?", out->str[out->len - 1]) == NULL)
        g_string_append_c(out, '.');
    return view_keep(ctx);
}

static void
fill_finding(ViewContext *ctx, const Diag *diag, ViewTemuan *out)
{
    DiagLang lang = ctx->english ? DIAG_LANG_EN : DIAG_LANG_ID;
    out->galat = diag->level >= DIAG_ERROR;
    out->peringatan = diag->level == DIAG_WARNING;
    diag_append_text(diag, lang, view_scratch(ctx));
    out->teks = sentence(ctx);
    diag_append_fix(diag, lang, view_scratch(ctx));
    out->saran = sentence(ctx);
}

static guint
count_findings(const LeafFindings *findings, const Source *source)
{
    const char *path = source_path(source);
    guint first = first_of(findings, path), n = first;
    while (n < findings->n && strcmp(findings->items[n]->path, path) == 0)
        n++;
    return n - first;
}

static void
add_findings(ViewContext *ctx,
             const LeafFindings *findings,
             const Source *source,
             ViewTemuan *room,
             MuList *list)
{
    guint first = first_of(findings, source_path(source));
    guint n = count_findings(findings, source);
    for (guint i = 0; i < n; i++)
        fill_finding(ctx, findings->items[first + i], &room[list->n++]);
    list->items = room;
}

/* The findings of a file and, of a service, of its translations. */
static MuList
findings_of(ViewContext *ctx,
            const LeafFindings *findings,
            const Source *source,
            const ServiceList *translations)
{
    MuList list = {NULL, 0};
    guint n = count_findings(findings, source);
    for (guint i = 0; i < translations->n; i++)
        n += count_findings(findings, translations->items[i].source);
    ViewTemuan *room = arena_alloc(ctx->arena, n * sizeof *room);
    add_findings(ctx, findings, source, room, &list);
    for (guint i = 0; i < translations->n; i++)
        add_findings(ctx, findings, translations->items[i].source, room, &list);
    return list;
}

/* ---- components ---- */

static gboolean
is_there(const Service *service, guint component)
{
    return service->component[component] >= COMPONENT_PRESENT;
}

/* The names of all components, or of those that the service lacks; NULL = all. */
static MuList
names_of(Leaf *leaf, const Service *lacking)
{
    ViewNamaKomponen *rows = arena_alloc(leaf->ctx.arena, N_COMPONENTS * sizeof *rows);
    guint n = 0;
    for (guint c = 1; c <= N_COMPONENTS; c++)
        if (lacking == NULL || !is_there(lacking, c))
            rows[n++] = (ViewNamaKomponen){c, leaf_component_name(&leaf->ctx, c), FALSE};
    if (n > 0)
        rows[n - 1].terakhir = TRUE;
    return view_list(rows, n);
}

static void
fill_row(Leaf *leaf, const Service *service, const ViewLayanan *whole, ViewBarisMutu *out)
{
    ViewContext *ctx = &leaf->ctx;
    ViewKomponenMutu *marks = arena_alloc(ctx->arena, N_COMPONENTS * sizeof *marks);
    out->judul = whole->judul;
    out->jalur = whole->jalur;
    for (guint c = 1; c <= N_COMPONENTS; c++) {
        gboolean there = is_there(service, c);
        marks[c - 1] = (ViewKomponenMutu){c, leaf_component_name(ctx, c), there,
                                          service->component[c] == COMPONENT_INHERITED};
        out->n_ada += there ? 1 : 0;
    }
    out->komponen = view_list(marks, N_COMPONENTS);
    out->kosong = names_of(leaf, service);
    out->ada_kosong = out->kosong.n > 0;
    out->ada_sk = whole->sk != NULL;
    out->ditinjau = whole->ditinjau;
}

/* ---- evidence of publication ---- */

static void
fill_evidence(ViewContext *ctx, const char *nama, const Link *given, ViewBukti *out)
{
    *out = (ViewBukti){.nama = nama, .teks = "", .tautan = "", .jalur = ""};
    if (!text_has_words(given->raw))
        return;
    out->ada = TRUE;
    out->teks = given->raw.str;
    out->tautan = view_link(ctx, given);
}

/* What the site itself is evidence of, unless the agency says something else. */
static void
claim(ViewContext *ctx, const char *words, const char *path, ViewBukti *out)
{
    if (out->ada || path == NULL)
        return;
    out->ada = TRUE;
    out->teks = words;
    out->jalur = view_jalur(ctx, path);
}

static const char *
first_poster(Leaf *leaf)
{
    for (guint i = 0; leaf->ctx.render->posters && i < leaf->agency->services.n; i++) {
        const Service *service = &leaf->agency->services.items[i];
        if (service->status != STATUS_AKTIF)
            continue;
        ViewLayanan view = {0};
        leaf_posters_fill(&leaf->ctx, service, &view);
        if (view.ada_poster)
            return ((const ViewBerkas *)view.poster.items)->jalur;
    }
    return NULL;
}

static MuList
evidence(Leaf *leaf)
{
    ViewContext *ctx = &leaf->ctx;
    const Media *media = &leaf->agency->media;
    const struct {
        const char *id, *en;
        const Link *given;
    } classes[] = {
        {"Media cetak", "Print", &media->cetak},
        {"Media elektronik", "Electronic media", &media->elektronik},
        {"Media sosial", "Social media", &media->media_sosial},
        {"Situs web", "Website", &media->situs},
        {"Aplikasi", "Application", &media->aplikasi},
        {"SIPPN", "SIPPN", &media->sippn},
        {"Luar ruang", "Outdoor media", &media->luar_ruang},
    };
    ViewBukti *rows = arena_alloc(ctx->arena, G_N_ELEMENTS(classes) * sizeof *rows);
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++)
        fill_evidence(ctx, view_word(ctx, classes[i].id, classes[i].en), classes[i].given,
                      &rows[i]);
    claim(ctx, view_word(ctx, "Poster standar pelayanan", "Posters of the service standards"),
          first_poster(leaf), &rows[0]);
    claim(
        ctx, view_word(ctx, "Tayangan layar loket", "Counter screen"),
        view_address(ctx, ADDRESS_AGENCY_BOARD, &(AddressParts){.folder = leaf->agency->path}),
        &rows[1]);
    claim(ctx,
          view_word(ctx, "Halaman instansi di situs ini", "The agency's page on this site"),
          leaf->index, &rows[3]);
    return view_list(rows, G_N_ELEMENTS(classes));
}

void
leaf_mutu_fill(Leaf *leaf,
               const ViewLayanan *services,
               const LeafFindings *findings,
               ViewHalamanMutuInstansi *out)
{
    const ServiceList *list = &leaf->agency->services;
    ViewBarisMutu *rows = arena_alloc(leaf->ctx.arena, list->n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        const Service *service = &list->items[i];
        guint all = 0, delivery = 0;
        if (!service_is_listed(service))
            continue;
        ViewBarisMutu *row = &rows[n++];
        fill_row(leaf, service, &services[i], row);
        row->temuan =
            findings_of(&leaf->ctx, findings, service->source, &service->translations);
        row->ada_temuan = row->temuan.n > 0;
        for (guint c = 1; c <= N_COMPONENTS; c++) {
            all += is_there(service, c) ? 1 : 0;
            delivery += c <= N_DELIVERY && is_there(service, c) ? 1 : 0;
        }
        out->n_lengkap += all == N_COMPONENTS;
        out->n_enam += delivery == N_DELIVERY;
    }
    out->layanan = view_list(rows, n);
    out->empat_belas = names_of(leaf, NULL);
    out->temuan =
        findings_of(&leaf->ctx, findings, leaf->agency->source, &(ServiceList){NULL, 0});
    out->ada_temuan = out->temuan.n > 0;
    out->bukti = evidence(leaf);
    out->instrumen = leaf_exams(leaf);
}
