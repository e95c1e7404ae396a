#include "base/fs.h"
#include "base/module.h"
#include "model/life.h"
#include "publish/posters-blame.h"
#include "publish/posters-job.h"
#include "text/address.h"
#include <string.h>

enum { MAX_LOGO_BYTES = 2 * 1024 * 1024 };

const PosterEngine *
posters_engine(GError **error)
{
    return module_open("poster", error);
}

Posters *
posters_new(const Render *render, Cache *cache, guint n_workers, DiagList *diags)
{
    const TextList *wanted = &render->data->site.poster.ukuran;
    Posters *posters = g_new0(Posters, 1);
    posters->render = render;
    posters->n_workers = MAX(n_workers, 1);
    posters->fonts = g_new0(Fonts *, posters->n_workers);
    posters->cache = cache;
    const Source *source = theme_source(render->theme, "poster.yaml");
    posters->own = source != NULL ? poster_style_read(source, diags) : NULL;
    posters->style = posters->own != NULL ? posters->own : poster_style_default();
    for (guint i = 0; i < wanted->n && posters->n_sizes < N_POSTER_SIZES; i++) {
        if (poster_size_find(wanted->items[i].str, &posters->sizes[posters->n_sizes]))
            posters->n_sizes++;
    }
    if (wanted->n == 0) {
        posters->sizes[posters->n_sizes++] = POSTER_A4;
        posters->sizes[posters->n_sizes++] = POSTER_A3;
    }
    return posters;
}

void
posters_free(Posters *posters)
{
    if (posters == NULL)
        return;
    for (guint i = 0; i < posters->n_workers; i++)
        if (posters->fonts[i] != NULL)
            posters_engine(NULL)->fonts_free(posters->fonts[i]);
    g_free(posters->fonts);
    g_clear_pointer(&posters->own, poster_style_free);
    g_free(posters);
}

guint
posters_count(const ManifestFile *files, guint n_files)
{
    guint n = 0;
    for (guint i = 0; i < n_files; i++) {
        const char *path = files[i].path;
        if (strstr(path, ADDRESS_POSTERS "/") == NULL)
            continue;
        gboolean poster = address_matches(ADDRESS_POSTER, path) ||
                          address_matches(ADDRESS_CARD, path) ||
                          address_matches(ADDRESS_AGENCY_POSTER, path);
        n += poster ? 1 : 0;
    }
    return n;
}

char *
posters_font_folder(void)
{
    const char *data = g_getenv("MAKLUMAT_DATADIR");
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *bin = program != NULL ? g_path_get_dirname(program) : NULL;
    char *candidates[] = {
        data != NULL ? g_build_filename(data, "fonts", NULL) : NULL,
        bin != NULL ? g_build_filename(bin, "..", "..", "themes", "default", "fonts", NULL)
                    : NULL,
        g_build_filename(DATADIR, "fonts", NULL),
    };
    char *found = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(candidates); i++) {
        FsStat stat;
        if (found == NULL && candidates[i] != NULL &&
            fs_stat(FS_CWD, candidates[i], &stat, NULL) && stat.kind == FS_DIR)
            found = g_steal_pointer(&candidates[i]);
        g_free(candidates[i]);
    }
    return found != NULL ? found : g_build_filename(DATADIR, "fonts", NULL);
}

Fonts *
posters_fonts(Posters *posters, guint worker, GError **error)
{
    g_assert(worker < posters->n_workers);
    const PosterEngine *engine = posters_engine(error);
    if (engine == NULL)
        return NULL;
    if (posters->fonts[worker] == NULL) {
        g_autofree char *folder = posters_font_folder();
        FsStat stat;
        if (!fs_stat(FS_CWD, folder, &stat, NULL) || stat.kind != FS_DIR) {
            g_set_error(error, DRAW_ERROR, DRAW_ERROR_FONTS,
                        "%s: huruf poster tidak ada; isi MAKLUMAT_DATADIR "
                        "(no poster fonts; set MAKLUMAT_DATADIR)",
                        folder);
            return NULL;
        }
        posters->fonts[worker] = engine->fonts_new(folder, error);
    }
    return posters->fonts[worker];
}

gboolean
posters_refuse(Job *job, const PosterReport *report, GError *problem, GError **error)
{
    const PosterBlame blame = {job->agency, job->service, job->diags};
    job->refused = TRUE;
    return poster_blame_error(&blame, report, problem, error);
}

static PosterOptions
options_of(const Job *job, PosterSize size, PosterFormat format)
{
    const PosterSettings *settings = &job->posters->render->data->site.poster;
    return (PosterOptions){
        .size = size,
        .format = format,
        .ink_saving = settings->hemat_tinta || poster_size_saves_ink(size),
        .dense = settings->padat,
        .plain = !settings->ornamen,
        .date = poster_content_date(job->arena, job->agency, job->service),
        .style = job->posters->style,
    };
}

static gboolean
has_card(const Job *job)
{
    return job->service != NULL && job->posters->render->data->site.poster.kartu;
}

/* Asks the layout only where the words are many: fonts need not be loaded for the others. Without modules there is none to ask. */
static gboolean
judge_length(Job *job, const PosterContent *content, GError **error)
{
    const Posters *posters = job->posters;
    if (!poster_may_be_too_long(content) || !module_any())
        return TRUE;
    Fonts *fonts = posters_fonts(job->posters, job->worker, error);
    for (guint i = 0; i <= posters->n_sizes && fonts != NULL && !job->refused; i++) {
        if (i == posters->n_sizes && !has_card(job))
            break;
        GError *problem = NULL;
        PosterReport result = {0};
        PosterOptions options =
            options_of(job, i < posters->n_sizes ? posters->sizes[i] : POSTER_CARD, POSTER_PDF);
        if (!posters_engine(NULL)->fits(fonts, &(PosterJob){content, &options}, &result,
                                        &problem) &&
            !posters_refuse(job, &result, problem, error))
            return FALSE;
    }
    return fonts != NULL;
}

/* Says what keeps the poster from being made; job->refused tells whether anything does. */
static gboolean
judge(Job *job, const PosterContent *content, GError **error)
{
    const PosterBlame blame = {job->agency, job->service, job->diags};
    job->refused = poster_blame_content(&blame, content);
    return job->refused || judge_length(job, content, error);
}

static gboolean
make_file(Job *job,
          const PosterContent *content,
          const PosterOptions *options,
          const char *path,
          GError **error)
{
    GError *problem = NULL;
    PosterReport result = {0};
    Fonts *fonts = posters_fonts(job->posters, job->worker, error);
    if (fonts == NULL)
        return FALSE;
    g_byte_array_set_size(job->bytes, 0);
    if (!posters_engine(NULL)->render(fonts, &(PosterJob){content, options}, job->bytes,
                                      &result, &problem))
        return posters_refuse(job, &result, problem, error);
    job->n_sheets = (guint8)MIN(result.n_sheets, 255u);
    return job->sink->put(job->sink->data, path, (const char *)job->bytes->data,
                          job->bytes->len);
}

/* `page` is a service's, "kab-x/dinas-y/slug", or named like one. g_free() it. */
static char *
path_of(AddressKind kind, const char *page, const char *variant)
{
    const char *slash = strrchr(page, '/');
    g_autofree char *folder = g_strndup(page, slash != NULL ? (gsize)(slash - page) : 0);
    return address_dup(kind, &(AddressParts){.folder = folder,
                                             .slug = slash != NULL ? slash + 1 : page,
                                             .variant = variant});
}

/* The flow chart for officials, which the service page shows. */
static gboolean
make_lane(Job *job, const PosterContent *content, const char *page, GError **error)
{
    Fonts *fonts = posters_fonts(job->posters, job->worker, error);
    g_autoptr(GString) svg = g_string_new(NULL);
    if (fonts == NULL)
        return FALSE;
    if (!posters_engine(NULL)->lane(fonts, content, job->posters->style, svg))
        return TRUE;
    g_autofree char *path = path_of(ADDRESS_FLOW, page, NULL);
    return job->sink->put(job->sink->data, path, svg->str, svg->len);
}

/* The picture of a poster for the agency's list of posters: of its largest size. */
static gboolean
put_thumb(Job *job, const char *page, AddressKind kind, const GByteArray *thumb)
{
    if (thumb->len == 0)
        return TRUE;
    g_autofree char *path =
        path_of(kind == ADDRESS_POSTER ? ADDRESS_THUMB : ADDRESS_AGENCY_THUMB, page, NULL);
    return job->sink->put(job->sink->data, path, (const char *)thumb->data, thumb->len);
}

static gboolean
make_sheets(
    Job *job, const PosterContent *content, const char *page, AddressKind kind, GError **error)
{
    Posters *posters = job->posters;
    g_autoptr(GByteArray) thumb = g_byte_array_new();
    guint largest = 0;
    for (guint i = 1; i < posters->n_sizes; i++)
        if (poster_size_measure(posters->sizes[i])->w_mm >
            poster_size_measure(posters->sizes[largest])->w_mm)
            largest = i;
    memset(job->sheets, 0, sizeof job->sheets);
    for (guint i = 0; i < MIN(posters->n_sizes, (guint)MAX_POSTER_SIZES); i++) {
        g_autofree char *path = path_of(kind, page, poster_size_key(posters->sizes[i]));
        PosterOptions options = options_of(job, posters->sizes[i], POSTER_PDF);
        options.thumb = i == largest ? thumb : NULL;
        if (!make_file(job, content, &options, path, error))
            return FALSE;
        job->sheets[i] = job->n_sheets;
    }
    return put_thumb(job, page, kind, thumb);
}

/* All sizes of one subject, and its card. `page` names the files: "kab-x/dinas-y/slug". */
static gboolean
make_subject(
    Job *job, const PosterContent *content, const char *page, AddressKind kind, GError **error)
{
    if (!make_sheets(job, content, page, kind, error))
        return FALSE;
    if (job->service != NULL && job->service->prosedur.n > 0 &&
        !make_lane(job, content, page, error))
        return FALSE;
    if (!has_card(job))
        return TRUE;
    g_autofree char *path = path_of(ADDRESS_CARD, page, NULL);
    const PosterOptions options = options_of(job, POSTER_CARD, POSTER_PNG);
    return make_file(job, content, &options, path, error);
}

static gboolean
recall(Job *job, const char *name)
{
    g_autoptr(CacheEntry) entry = cache_lookup_content(job->posters->cache, name, job->key);
    if (entry == NULL || entry->n_files == 0 || entry->blob_len != sizeof job->sheets ||
        !job->sink->keep(job->sink->data, entry->files, entry->n_files))
        return FALSE;
    memcpy(job->sheets, entry->blob, sizeof job->sheets);
    return TRUE;
}

static void
remember(Job *job, const char *name, guint n_before)
{
    guint n;
    const ManifestFile *files = job->sink->taken(job->sink->data, &n);
    if (!job->refused)
        cache_store(job->posters->cache, name,
                    &(CacheRecord){.content = job->key,
                                   .files = files + n_before,
                                   .n_files = n - n_before,
                                   .blob = job->sheets,
                                   .blob_len = sizeof job->sheets});
}

/* Without a sink the poster is judged and not made. */
static gboolean
do_subject(Job *job,
           const char *page,
           AddressKind kind,
           const PosterContent *(*content)(Job *job),
           GError **error)
{
    g_autofree char *name = g_strconcat("poster:", page, NULL);
    guint before;
    job->refused = FALSE;
    if (job->sink != NULL && recall(job, name))
        return TRUE;
    const PosterContent *words = content(job);
    if (!judge(job, words, error))
        return FALSE;
    if (job->sink == NULL || job->refused)
        return TRUE;
    job->sink->taken(job->sink->data, &before);
    if (!make_subject(job, words, page, kind, error))
        return FALSE;
    remember(job, name, before);
    return TRUE;
}

const PosterContent *
posters_service_content(Job *job)
{
    g_autoptr(GString) url = g_string_new(job->posters->render->url);
    if (job->posters->render->url != NULL) {
        address_append(url, ADDRESS_SERVICE, &(AddressParts){.slug = job->service->path});
        job->input.url = arena_strndup(job->arena, url->str, url->len);
    }
    return poster_content_service(job->arena, job->agency, job->service, &job->input);
}

static void
set_agency_url(Job *job)
{
    g_autoptr(GString) url = g_string_new(job->posters->render->url);
    if (job->posters->render->url == NULL)
        return;
    address_append(url, ADDRESS_AGENCY, &(AddressParts){.folder = job->agency->path});
    job->input.url = arena_strndup(job->arena, url->str, url->len);
}

const PosterContent *
posters_pledge_content(Job *job)
{
    set_agency_url(job);
    return poster_content_pledge(job->arena, job->agency, &job->input);
}

const PosterContent *
posters_channels_content(Job *job)
{
    set_agency_url(job);
    return poster_content_channels(job->arena, job->agency, &job->input);
}

static guint64
hash_source(const Source *source, guint64 key)
{
    return fs_hash(source_text(source), source_len(source), key);
}

/* One file of all posters for each size, where the site asks for it: they are printed in one go. */
static gboolean
make_joined(Job *job, Agency *agency, GError **error)
{
    Posters *posters = job->posters;
    if (!posters->render->data->site.poster.gabungan || job->sink == NULL)
        return TRUE;
    g_autofree char *page = g_strconcat(agency->path, *agency->path ? "/" : "", "semua", NULL);
    g_autofree char *name = g_strconcat("poster:", page, NULL);
    guint before, n = 0;
    job->refused = FALSE;
    agency->has_joined_posters = TRUE;
    if (recall(job, name))
        return TRUE;
    job->sink->taken(job->sink->data, &before);
    for (guint i = 0; i < posters->n_sizes; i++) {
        PosterOptions options = options_of(job, posters->sizes[i], POSTER_PDF);
        g_autofree char *path =
            path_of(ADDRESS_AGENCY_POSTER, page, poster_size_key(posters->sizes[i]));
        g_byte_array_set_size(job->bytes, 0);
        if (!posters_join(job, &options, job->bytes, &n, error) ||
            (n > 0 && !job->sink->put(job->sink->data, path, (const char *)job->bytes->data,
                                      job->bytes->len)))
            return FALSE;
    }
    agency->has_joined_posters = n > 0;
    if (n > 0)
        remember(job, name, before);
    return TRUE;
}

static gboolean
make_agency_posters(Job *job, Agency *agency, GError **error)
{
    g_autofree char *pledge =
        g_strconcat(agency->path, *agency->path ? "/" : "", "maklumat", NULL);
    g_autofree char *channels =
        g_strconcat(agency->path, *agency->path ? "/" : "", "kanal", NULL);
    job->service = NULL;
    memset(job->sheets, 0, sizeof job->sheets);
    /* The pledge lists the services: their words go in too. */
    for (guint i = 0; i < agency->services.n; i++) {
        job->key = hash_source(agency->services.items[i].source,
                               job->key ^ life_state(&agency->services.items[i]));
    }
    if (agency->maklumat.teks.str != NULL) {
        if (!do_subject(job, pledge, ADDRESS_AGENCY_POSTER, posters_pledge_content, error))
            return FALSE;
        agency->without_pledge_poster = job->refused;
        memcpy(agency->pledge_sheets, job->sheets, sizeof job->sheets);
    }
    if (agency->pengaduan.kanal.n > 0) {
        if (!do_subject(job, channels, ADDRESS_AGENCY_POSTER, posters_channels_content, error))
            return FALSE;
        agency->without_channels_poster = job->refused;
        memcpy(agency->channels_sheets, job->sheets, sizeof job->sheets);
    }
    return make_joined(job, agency, error);
}

/* FALSE and an error when what judges it is missing; a program without modules has nothing that does. */
static gboolean
read_logo(Job *job, char **bytes, GError **error)
{
    const Link *link = &job->agency->logo;
    gsize len;
    if (link->file == NULL)
        return TRUE;
    *bytes = fs_read(job->posters->render->scan->dir, link->file, MAX_LOGO_BYTES, &len, NULL);
    gboolean judged = *bytes != NULL && module_any();
    const PosterEngine *engine = judged ? posters_engine(error) : NULL;
    if (judged && engine == NULL)
        return FALSE;
    if (*bytes == NULL || (judged && !engine->logo_is_fine((const guint8 *)*bytes, len))) {
        if (job->agency->logo_width > 0) /* else loading has told */
            diag_add(job->diags, DIAG_POSTER_LOGO, link->raw.mark, (guint)strlen(link->raw.str),
                     link->raw.str, NULL);
        return TRUE;
    }
    job->input.logo = (const guint8 *)*bytes;
    job->input.logo_len = len;
    job->key = fs_hash(*bytes, len, job->key);
    return TRUE;
}

gboolean
posters_begin(Job *job, const Agency *agency, char **logo, GError **error)
{
    const Site *site = &job->posters->render->data->site;
    job->agency = agency;
    job->input = (PosterInput){.style = job->posters->style,
                               .lang = POSTER_ID,
                               .color = site->warna.str,
                               .national_channel = site->kanal_nasional};
    job->key = fs_hash(source_text(agency->source), source_len(agency->source), 0);
    return read_logo(job, logo, error);
}

/* English posters of the service's translation; typed values come from the original. */
static gboolean
make_translations(Job *job, Service *original, GError **error)
{
    const guint64 shared = job->key;
    for (guint i = 0; i < original->translations.n; i++) {
        Service *translation = &original->translations.items[i];
        if (!poster_blame_translation(&(PosterBlame){job->agency, translation, job->diags}))
            continue;
        job->service = translation;
        job->input.lang = POSTER_EN;
        job->key = hash_source(translation->source, shared);
        gboolean done =
            do_subject(job, translation->path, ADDRESS_POSTER, posters_service_content, error);
        job->input.lang = POSTER_ID;
        translation->has_own_poster = !job->refused;
        memcpy(translation->poster_sheets, job->sheets, sizeof job->sheets);
        if (!done)
            return FALSE;
    }
    return TRUE;
}

static gboolean
make_service(Job *job, Service *service, guint64 shared, GError **error)
{
    if (service->status == STATUS_DICABUT)
        return TRUE;
    job->service = service;
    job->key = hash_source(service->source, shared ^ life_state(service));
    if (!do_subject(job, service->path, ADDRESS_POSTER, posters_service_content, error))
        return FALSE;
    service->without_poster = job->refused;
    memcpy(service->poster_sheets, job->sheets, sizeof job->sheets);
    return make_translations(job, service, error);
}

gboolean
posters_make(Posters *posters, const Loaded *loaded, const PosterMaking *making, GError **error)
{
    Agency *agency = loaded->agency;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autofree char *logo = NULL;
    Job job = {.posters = posters,
               .worker = making->worker,
               .arena = arena,
               .sink = making->sink,
               .diags = making->diags,
               .bytes = bytes};
    if (!posters_begin(&job, agency, &logo, error))
        return FALSE;
    const guint64 shared = job.key;
    for (guint i = 0; i < agency->services.n; i++)
        if (!make_service(&job, &agency->services.items[i], shared, error))
            return FALSE;
    job.key = shared;
    if (!make_agency_posters(&job, agency, error))
        return FALSE;
    Fonts *fonts = posters->fonts[making->worker];
    if (fonts != NULL)
        posters_engine(NULL)->fonts_trim(fonts);
    return TRUE;
}

void
posters_cache_names(const ScanAgency *agency, GPtrArray *names)
{
    const char *path = agency->folder->path, *slash = *path != '\0' ? "/" : "";
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < agency->n_services; i++)
        g_ptr_array_add(
            names,
            g_strconcat("poster:", scan_service_page(&agency->services[i], arena), NULL));
    g_ptr_array_add(names, g_strconcat("poster:", path, slash, "maklumat", NULL));
    g_ptr_array_add(names, g_strconcat("poster:", path, slash, "kanal", NULL));
    g_ptr_array_add(names, g_strconcat("poster:", path, slash, "semua", NULL));
}
