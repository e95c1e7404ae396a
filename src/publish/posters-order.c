#include "publish/posters-blame.h"
#include "publish/posters-job.h"

/* What the site says of all its posters. */
static void
settle(const Posters *posters, PosterOptions *options)
{
    const PosterSettings *settings = &posters->site->data->site.poster;
    options->dense |= settings->padat;
    options->plain |= !settings->ornamen;
    options->ink_saving |= settings->hemat_tinta;
    options->style = posters->style;
}

gboolean
posters_single(Posters *posters,
               const Loaded *loaded,
               const PosterSubject *subject,
               PosterOptions *options,
               GByteArray *out,
               PosterReport *result,
               DiagList *diags,
               GError **error)
{
    static const PosterContent *(*const contents[])(Job * job) = {
        [POSTER_SERVICE] = posters_service_content,
        [POSTER_PLEDGE] = posters_pledge_content,
        [POSTER_CHANNELS] = posters_channels_content};
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *logo = NULL;
    GError *problem = NULL;
    Job job = {.posters = posters, .arena = arena, .diags = diags, .service = subject->service};
    if (!posters_begin(&job, loaded->agency, &logo, error))
        return FALSE;
    PosterFonts *fonts = posters_fonts(posters, 0, error);
    if (fonts == NULL)
        return FALSE;
    if (subject->service != NULL && subject->service->original != NULL) {
        job.input.lang = POSTER_EN;
        if (!poster_blame_translation(&(PosterBlame){job.agency, subject->service, diags}))
            return TRUE;
    }
    settle(posters, options);
    options->date = poster_content_date(arena, loaded->agency, subject->service);
    const PosterContent *content = contents[subject->kind](&job);
    const PosterBlame blame = {job.agency, job.service, diags};
    if (poster_blame_glyphs(&blame, content))
        return TRUE;
    return posters_engine(NULL)->render(fonts, content, options, out, result, &problem) ||
           posters_refuse(&job, result, problem, error);
}

/* Adds a poster that can be printed; what cannot is reported. FALSE: the environment failed. */
static gboolean
add_printable(Job *job,
              const PosterContent *content,
              const PosterOptions *options,
              GPtrArray *contents,
              GError **error)
{
    const PosterBlame blame = {job->agency, job->service, job->diags};
    GError *problem = NULL;
    PosterReport report;
    if (poster_blame_glyphs(&blame, content))
        return TRUE;
    if (!posters_engine(NULL)->fits(posters_fonts(job->posters, 0, NULL), content, options,
                                    &report, &problem))
        return posters_refuse(job, &report, problem, error);
    g_ptr_array_add(contents, (gpointer)(guintptr)content);
    return TRUE;
}

gboolean
posters_all(Posters *posters,
            const Loaded *loaded,
            PosterOptions *options,
            GByteArray *out,
            guint *n_posters,
            DiagList *diags,
            GError **error)
{
    const Agency *agency = loaded->agency;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GPtrArray) contents = g_ptr_array_new();
    g_autofree char *logo = NULL;
    Job job = {.posters = posters, .arena = arena, .diags = diags};
    if (!posters_begin(&job, agency, &logo, error))
        return FALSE;
    PosterFonts *fonts = posters_fonts(posters, 0, error);
    if (fonts == NULL)
        return FALSE;
    settle(posters, options);
    options->date = poster_content_date(arena, agency, NULL);
    for (guint i = 0; i < agency->services.n; i++) {
        job.service = &agency->services.items[i];
        if (job.service->status == STATUS_AKTIF &&
            !add_printable(&job, posters_service_content(&job), options, contents, error))
            return FALSE;
    }
    job.service = NULL;
    if (!add_printable(&job, posters_pledge_content(&job), options, contents, error) ||
        !add_printable(&job, posters_channels_content(&job), options, contents, error))
        return FALSE;
    *n_posters = contents->len;
    const PosterSet set = {(const PosterContent *const *)contents->pdata, contents->len};
    return contents->len == 0 ||
           posters_engine(NULL)->render_all(fonts, &set, options, out, error);
}
