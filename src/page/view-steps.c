#include "facts/condition.h"
#include "facts/picture.h"
#include "page/view-parts.h"
#include "text/words.h"
#include <string.h>

/* ---- requirements ---- */

/* a … z, then 27, 28 … */
static const char *
letter(ViewContext *ctx, guint i)
{
    static const char letters[] = "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0l\0m\0n\0o\0p\0q\0r\0s\0t\0"
                                  "u\0v\0w\0x\0y\0z";
    return i < 26 ? letters + 2 * i : view_number(ctx, i + 1);
}

static MuList
details(ViewContext *ctx, const RequirementList *list)
{
    if (list->n == 0)
        return view_list(NULL, 0);
    ViewRincian *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        rows[i] = (ViewRincian){
            .huruf = letter(ctx, i),
            .teks = text_str(req->teks),
            .untuk = words_trim(ctx->arena, condition_whom(req->untuk)),
            .bila = words_trim(ctx->arena, condition_when(req->bila)),
            .jumlah = text_str(req->jumlah),
            .formulir = text_str(req->formulir),
            .tautan = view_link(ctx, &req->tautan),
            .berkas = view_file_note(ctx, req->tautan.file),
            .asing = view_is_foreign(ctx, req->head.mark),
        };
    }
    return view_list(rows, list->n);
}

typedef struct Groups {
    ViewKelompokSyarat *groups;
    ViewSyarat *rows;
    guint n_groups, n_rows;
    const char *prefix; /* of ids */
} Groups;

static void
fill_requirement(ViewContext *ctx, const Groups *g, const Requirement *req, ViewSyarat *out)
{
    *out = (ViewSyarat){
        .no = req->nomor,
        .id = view_numbered(ctx, g->prefix, req->nomor),
        .teks = text_str(req->teks),
        .untuk = words_trim(ctx->arena, condition_whom(req->untuk)),
        .bila = words_trim(ctx->arena, condition_when(req->bila)),
        .jumlah = text_str(req->jumlah),
        .formulir = text_str(req->formulir),
        .tautan = view_link(ctx, &req->tautan),
        .berkas = view_file_note(ctx, req->tautan.file),
        .gambar = pictogram_path(picture_of(req->teks.str)),
        .asing = view_is_foreign(ctx, req->head.mark),
        .ada_rincian = req->rincian.n > 0,
        .rincian = details(ctx, &req->rincian),
    };
}

static void
count_requirements(const RequirementList *list, guint *n_groups, guint *n_rows)
{
    for (guint i = 0; i < list->n; i++) {
        *n_groups += 1;
        if (list->items[i].butir.n > 0)
            count_requirements(&list->items[i].butir, n_groups, n_rows);
        else
            *n_rows += 1;
    }
}

/* What stands over the requirements of a group; NULL: over loose ones. */
static ViewKelompokSyarat
heading_of(ViewContext *ctx, const Requirement *group)
{
    if (group == NULL)
        return (ViewKelompokSyarat){.nama = "",
                                    .teks = "",
                                    .untuk = "",
                                    .bila = "",
                                    .jumlah = "",
                                    .formulir = "",
                                    .tautan = "",
                                    .berkas = ""};
    const char *name = view_trim(ctx, group->kelompok);
    return (ViewKelompokSyarat){
        .nama = name,
        .teks = name,
        .asing = view_is_foreign(ctx, group->head.mark),
        .untuk = words_trim(ctx->arena, condition_whom(group->untuk)),
        .bila = words_trim(ctx->arena, condition_when(group->bila)),
        .jumlah = text_str(group->jumlah),
        .formulir = text_str(group->formulir),
        .tautan = view_link(ctx, &group->tautan),
        .berkas = view_file_note(ctx, group->tautan.file),
    };
}

/* Loose requirements make groups without a name; a group within a group follows it. */
static void
add_groups(ViewContext *ctx, Groups *g, const RequirementList *list, const Requirement *group)
{
    ViewKelompokSyarat *open = NULL;
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        if (req->butir.n > 0) {
            add_groups(ctx, g, &req->butir, req);
            open = NULL;
            continue;
        }
        if (open == NULL) {
            open = &g->groups[g->n_groups++];
            *open = heading_of(ctx, group);
            open->butir = view_list(&g->rows[g->n_rows], 0);
        }
        fill_requirement(ctx, g, req, &g->rows[g->n_rows++]);
        open->butir.n++;
    }
}

MuList
view_syarat(ViewContext *ctx, const RequirementList *list, const char *prefix)
{
    guint n_groups = 0, n_rows = 0;
    count_requirements(list, &n_groups, &n_rows);
    Groups g = {
        .groups = arena_alloc(ctx->arena, n_groups * sizeof *g.groups),
        .rows = arena_alloc(ctx->arena, n_rows * sizeof *g.rows),
        .prefix = arena_concat(ctx->arena, prefix, "s", NULL),
    };
    add_groups(ctx, &g, list, NULL);
    return view_list(g.groups, g.n_groups);
}

MuList
view_syarat_repeat(ViewContext *ctx, MuList once, const char *prefix)
{
    ViewKelompokSyarat *groups = arena_alloc(ctx->arena, once.n * sizeof *groups);
    for (guint i = 0; i < once.n; i++) {
        groups[i] = ((const ViewKelompokSyarat *)once.items)[i];
        MuList *list = &groups[i].butir;
        ViewSyarat *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
        for (guint k = 0; k < list->n; k++) {
            rows[k] = ((const ViewSyarat *)list->items)[k];
            rows[k].id = arena_concat(ctx->arena, prefix, rows[k].id, NULL);
        }
        list->items = rows;
    }
    return view_list(groups, once.n);
}

/* ---- steps ---- */

/* One numbering: steps that another goes back to have an id. */
typedef struct Track {
    const char *prefix; /* of ids */
    guint n;            /* the highest number */
    gboolean goes_back; /* some step does */
    gboolean *targets;  /* by number; NULL: none is one */
} Track;

static MuList make_steps(ViewContext *ctx, const StepList *list, const Track *track);
static MuList make_branches(ViewContext *ctx, const BranchList *list, const Track *track);

static const char *
step_id(ViewContext *ctx, const Track *track, guint no)
{
    return view_numbered(ctx, track->prefix, no);
}

static const ViewKembali *
back_to(ViewContext *ctx, gint64 kembali, const Track *track)
{
    if (kembali <= 0 || kembali > track->n)
        return NULL;
    ViewKembali *out = arena_new0(ctx->arena, ViewKembali);
    out->no = (guint)kembali;
    out->id = step_id(ctx, track, out->no);
    return out;
}

/* What follows the words of a step or a branch; both structs name it alike. */
#define FOLLOWS(ctx, it, track)                             \
    ((ViewLanjutan){                                        \
        .waktu = text_str((it)->waktu.waktu),               \
        .ada_rincian = (it)->rincian.n > 0,                 \
        .rincian = details(ctx, &(it)->rincian),            \
        .ada_cabang = (it)->cabang.n > 0,                   \
        .cabang = make_branches(ctx, &(it)->cabang, track), \
        .selesai = (it)->selesai,                           \
        .kembali = back_to(ctx, (it)->kembali, track),      \
    })

static MuList
make_branches(ViewContext *ctx, const BranchList *list, const Track *track)
{
    if (list->n == 0)
        return view_list(NULL, 0);
    ViewCabang *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++) {
        const Branch *branch = &list->items[i];
        rows[i] = (ViewCabang){
            .jika = condition_when(branch->jika),
            .maka = text_str(branch->maka),
            .ada_langkah = branch->langkah.n > 0,
            .langkah = make_steps(ctx, &branch->langkah, track),
            .lanjut = FOLLOWS(ctx, branch, track),
        };
        rows[i].lanjut.asing = view_is_foreign(ctx, branch->head.mark);
    }
    return view_list(rows, list->n);
}

static MuList
make_steps(ViewContext *ctx, const StepList *list, const Track *track)
{
    ViewLangkah *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    guint counted = 0; /* what a browser would number this item */
    for (guint i = 0; i < list->n; i++) {
        const Step *step = &list->items[i];
        rows[i] = (ViewLangkah){
            .no = step->nomor,
            .lompat = step->nomor != counted + 1,
            .id = track->targets != NULL && track->targets[step->nomor]
                      ? step_id(ctx, track, step->nomor)
                      : "",
            .anda = step->anda,
            .bila = words_trim(ctx->arena, condition_when(step->bila)),
            .oleh = text_str(step->oleh),
            .teks = text_str(step->teks),
            .lanjut = FOLLOWS(ctx, step, track),
        };
        rows[i].lanjut.asing = view_is_foreign(ctx, step->head.mark);
        counted = step->nomor;
    }
    return view_list(rows, list->n);
}

static void note_branches(const BranchList *list, Track *track);

/* First the highest number; once there is room, which numbers are gone back to. */
static void
note_back(Track *track, gint64 kembali)
{
    track->goes_back |= kembali > 0;
    if (track->targets != NULL && kembali > 0 && kembali <= track->n)
        track->targets[kembali] = TRUE;
}

static void
note_steps(const StepList *list, Track *track)
{
    for (guint i = 0; i < list->n; i++) {
        if (track->targets == NULL)
            track->n = MAX(track->n, list->items[i].nomor);
        note_back(track, list->items[i].kembali);
        note_branches(&list->items[i].cabang, track);
    }
}

static void
note_branches(const BranchList *list, Track *track)
{
    for (guint i = 0; i < list->n; i++) {
        note_back(track, list->items[i].kembali);
        note_steps(&list->items[i].langkah, track);
        note_branches(&list->items[i].cabang, track);
    }
}

MuList
view_langkah(ViewContext *ctx, const StepList *list, const char *prefix)
{
    Track track = {.prefix = prefix};
    note_steps(list, &track);
    if (track.goes_back) {
        track.targets = arena_alloc(ctx->arena, (track.n + 1) * sizeof *track.targets);
        note_steps(list, &track);
    }
    return make_steps(ctx, list, &track);
}

MuList
view_langkah_repeat(ViewContext *ctx, const StepList *list, MuList once, const char *prefix)
{
    Track track = {.prefix = prefix};
    note_steps(list, &track);
    return track.goes_back ? view_langkah(ctx, list, prefix) : once;
}
