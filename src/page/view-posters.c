#include "page/view-leaf.h"
#include <string.h>

/* ---- the posters of an agency, for who prints them ---- */

static AddressParts
parts_of(ViewContext *ctx, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return (AddressParts){.slug = path};
    return (AddressParts){.folder = arena_strndup(ctx->arena, path, (gsize)(slash - path)),
                          .slug = slash + 1};
}

static MuList
files_with_sheets(ViewContext *ctx, MuList files, const guint8 sheets[MAX_POSTER_SIZES])
{
    const ViewBerkas *from = files.items;
    ViewBerkasPoster *rows = arena_alloc(ctx->arena, files.n * sizeof *rows);
    for (guint i = 0; i < files.n; i++) {
        guint n = i < MAX_POSTER_SIZES ? sheets[i] : 0;
        rows[i] = (ViewBerkasPoster){from[i].nama, from[i].jalur, n, n != 1};
    }
    return view_list(rows, files.n);
}

static ViewPoster
service_poster(Leaf *leaf, const Service *service)
{
    ViewContext *ctx = &leaf->ctx;
    AddressParts parts = parts_of(ctx, service->path);
    MuList files = leaf_poster_files(ctx, ADDRESS_POSTER, parts, "");
    return (ViewPoster){text_str(service->judul), leaf_page(ctx, service),
                        view_address(ctx, ADDRESS_THUMB, &parts),
                        files_with_sheets(ctx, files, service->poster_sheets)};
}

static ViewPoster
agency_poster(Leaf *leaf,
              const char *slug,
              const char *name,
              const guint8 sheets[MAX_POSTER_SIZES])
{
    ViewContext *ctx = &leaf->ctx;
    AddressParts parts = {.folder = leaf->agency->path, .slug = slug};
    MuList files = leaf_poster_files(ctx, ADDRESS_AGENCY_POSTER, parts, "");
    return (ViewPoster){name, "", view_address(ctx, ADDRESS_AGENCY_THUMB, &parts),
                        files_with_sheets(ctx, files, sheets)};
}

static gboolean
has_poster(const Service *service)
{
    return service->status != STATUS_DICABUT && !service->without_poster;
}

static guint
count_posters(const Agency *agency)
{
    guint n = 2;
    for (guint i = 0; i < agency->services.n; i++)
        n += 1 + agency->services.items[i].translations.n;
    return n;
}

void
leaf_poster_room_fill(Leaf *leaf, ViewHalamanPoster *out)
{
    ViewContext *ctx = &leaf->ctx;
    const Agency *agency = leaf->agency;
    ViewPoster *rows = arena_alloc(ctx->arena, count_posters(agency) * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        if (has_poster(service))
            rows[n++] = service_poster(leaf, service);
        for (guint k = 0; k < service->translations.n; k++)
            if (service->translations.items[k].has_own_poster)
                rows[n++] = service_poster(leaf, &service->translations.items[k]);
    }
    if (agency->maklumat.teks.str != NULL && !agency->without_pledge_poster)
        rows[n++] =
            agency_poster(leaf, "maklumat", view_label(ctx, "maklumat"), agency->pledge_sheets);
    if (agency->pengaduan.kanal.n > 0 && !agency->without_channels_poster)
        rows[n++] = agency_poster(leaf, "kanal",
                                  view_word(ctx, "Kanal pengaduan", "Complaint channels"),
                                  agency->channels_sheets);
    out->poster = view_list(rows, n);
    if (agency->has_joined_posters)
        out->gabungan =
            leaf_poster_files(ctx, ADDRESS_AGENCY_POSTER,
                              (AddressParts){.folder = agency->path, .slug = "semua"}, "");
    out->ada_gabungan = out->gabungan.n > 0;
}

gboolean
leaf_has_poster_room(const Leaf *leaf)
{
    const Agency *agency = leaf->agency;
    gboolean any = (agency->maklumat.teks.str != NULL && !agency->without_pledge_poster) ||
                   (agency->pengaduan.kanal.n > 0 && !agency->without_channels_poster);
    for (guint i = 0; i < agency->services.n; i++)
        any = any || has_poster(&agency->services.items[i]);
    return any && leaf->ctx.render->posters;
}
