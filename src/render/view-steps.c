#include "render/view-parts.h"
#include <string.h>

static const char *const untuk_leads[] = {"untuk", "bagi", "khusus", NULL};
static const char *const bila_leads[] = {"bila", "apabila", "jika", NULL};

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
    ViewRincian *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        rows[i] = (ViewRincian){
            .huruf = letter(ctx, i),
            .teks = view_text(req->teks),
            .untuk = view_drop_lead(view_trim(ctx, req->untuk), untuk_leads),
            .bila = view_drop_lead(view_trim(ctx, req->bila), bila_leads),
            .jumlah = view_text(req->jumlah),
            .formulir = view_text(req->formulir),
            .tautan = view_link(ctx, &req->tautan),
        };
    }
    return view_list(rows, list->n);
}

typedef struct Groups {
    ViewKelompokSyarat *groups;
    ViewSyarat *rows;
    guint n_groups, n_rows;
    const char *prefix;
} Groups;

static void
fill_requirement(ViewContext *ctx, const Groups *g, const Requirement *req, ViewSyarat *out)
{
    *out = (ViewSyarat){
        .no = req->nomor,
        .id = view_concat(ctx, g->prefix, "s", view_number(ctx, req->nomor), NULL),
        .teks = view_text(req->teks),
        .untuk = view_drop_lead(view_trim(ctx, req->untuk), untuk_leads),
        .bila = view_drop_lead(view_trim(ctx, req->bila), bila_leads),
        .jumlah = view_text(req->jumlah),
        .formulir = view_text(req->formulir),
        .tautan = view_link(ctx, &req->tautan),
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

/* Loose requirements make groups without a name; a group within a group follows it. */
static void
add_groups(ViewContext *ctx, Groups *g, const RequirementList *list, const char *nama)
{
    ViewKelompokSyarat *open = NULL;
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        if (req->butir.n > 0) {
            add_groups(ctx, g, &req->butir, view_trim(ctx, req->kelompok));
            open = NULL;
            continue;
        }
        if (open == NULL) {
            open = &g->groups[g->n_groups++];
            *open = (ViewKelompokSyarat){nama, view_list(&g->rows[g->n_rows], 0)};
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
        .prefix = prefix,
    };
    add_groups(ctx, &g, list, "");
    return view_list(g.groups, g.n_groups);
}

/* ---- steps ---- */

static MuList make_steps(ViewContext *ctx, const StepList *list, const char *prefix);
static MuList make_branches(ViewContext *ctx, const BranchList *list, const char *prefix);

static const ViewKembali *
back_to(ViewContext *ctx, gint64 kembali, const char *prefix)
{
    if (kembali <= 0 || kembali > G_MAXINT32)
        return NULL;
    ViewKembali *out = arena_new0(ctx->arena, ViewKembali);
    out->no = (guint)kembali;
    out->id = view_concat(ctx, prefix, view_number(ctx, out->no), NULL);
    return out;
}

static void
fill_branch(ViewContext *ctx, const Branch *branch, const char *prefix, ViewCabang *out)
{
    *out = (ViewCabang){
        .jika = view_drop_lead(view_text(branch->jika), bila_leads),
        .maka = view_text(branch->maka),
        .waktu = view_text(branch->waktu.waktu),
        .ada_langkah = branch->langkah.n > 0,
        .langkah = make_steps(ctx, &branch->langkah, prefix),
        .ada_rincian = branch->rincian.n > 0,
        .rincian = details(ctx, &branch->rincian),
        .ada_cabang = branch->cabang.n > 0,
        .cabang = make_branches(ctx, &branch->cabang, prefix),
        .selesai = branch->selesai,
        .kembali = back_to(ctx, branch->kembali, prefix),
    };
}

static MuList
make_branches(ViewContext *ctx, const BranchList *list, const char *prefix)
{
    ViewCabang *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++)
        fill_branch(ctx, &list->items[i], prefix, &rows[i]);
    return view_list(rows, list->n);
}

static void
fill_step(ViewContext *ctx, const Step *step, const char *prefix, ViewLangkah *out)
{
    *out = (ViewLangkah){
        .no = step->nomor,
        .id = view_concat(ctx, prefix, view_number(ctx, step->nomor), NULL),
        .anda = step->anda,
        .bila = view_drop_lead(view_trim(ctx, step->bila), bila_leads),
        .oleh = view_text(step->oleh),
        .teks = view_text(step->teks),
        .waktu = view_text(step->waktu.waktu),
        .ada_rincian = step->rincian.n > 0,
        .rincian = details(ctx, &step->rincian),
        .ada_cabang = step->cabang.n > 0,
        .cabang = make_branches(ctx, &step->cabang, prefix),
        .selesai = step->selesai,
        .kembali = back_to(ctx, step->kembali, prefix),
    };
}

static MuList
make_steps(ViewContext *ctx, const StepList *list, const char *prefix)
{
    ViewLangkah *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++)
        fill_step(ctx, &list->items[i], prefix, &rows[i]);
    return view_list(rows, list->n);
}

MuList
view_langkah(ViewContext *ctx, const StepList *list, const char *prefix)
{
    return make_steps(ctx, list, prefix);
}
