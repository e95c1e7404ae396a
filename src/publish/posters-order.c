#include "publish/posters-blame.h"
#include "publish/posters-job.h"

void
posters_settle(const Posters *posters, PosterOptions *options)
{
    const PosterSettings *settings = &posters->render->data->site.poster;
    options->dense |= settings->padat;
    options->plain |= !settings->ornamen;
    options->ink_saving |= settings->hemat_tinta;
    options->style = posters->style;
}

gboolean
posters_single(Posters *posters, const Loaded *loaded, PosterOrder *order, GError **error)
{
    static const PosterContent *(*const contents[])(Job * job) = {
        [POSTER_SERVICE] = posters_service_content,
        [POSTER_PLEDGE] = posters_pledge_content,
        [POSTER_CHANNELS] = posters_channels_content};
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *logo = NULL;
    GError *problem = NULL;
    Job job = {.posters = posters,
               .arena = arena,
               .diags = order->diags,
               .service = order->subject.service};
    if (!posters_begin(&job, loaded->agency, &logo, error))
        return FALSE;
    Fonts *fonts = posters_fonts(posters, 0, error);
    if (fonts == NULL)
        return FALSE;
    const PosterBlame blame = {job.agency, job.service, job.diags};
    if (job.service != NULL && job.service->original != NULL) {
        job.input.lang = POSTER_EN;
        if (!poster_blame_translation(&blame))
            return TRUE;
    }
    posters_settle(posters, &order->options);
    order->options.date = poster_content_date(arena, loaded->agency, job.service);
    const PosterContent *content = contents[order->subject.kind](&job);
    if (poster_blame_content(&blame, content))
        return TRUE;
    return posters_engine(NULL)->render(fonts, &(PosterJob){content, &order->options},
                                        order->out, &order->report, &problem) ||
           posters_refuse(&job, &order->report, problem, error);
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
    if (poster_blame_content(&blame, content))
        return TRUE;
    if (!posters_engine(NULL)->fits(posters_fonts(job->posters, job->worker, NULL),
                                    &(PosterJob){content, options}, &report, &problem))
        return posters_refuse(job, &report, problem, error);
    g_ptr_array_add(contents, (gpointer)(guintptr)content);
    return TRUE;
}

gboolean
posters_join(
    Job *job, const PosterOptions *options, GByteArray *out, guint *n_posters, GError **error)
{
    const Agency *agency = job->agency;
    g_autoptr(GPtrArray) contents = g_ptr_array_new();
    Fonts *fonts = posters_fonts(job->posters, job->worker, error);
    gboolean fine = fonts != NULL;
    for (guint i = 0; fine && i < agency->services.n; i++) {
        job->service = &agency->services.items[i];
        if (job->service->status == STATUS_AKTIF && !job->service->without_poster)
            fine = add_printable(job, posters_service_content(job), options, contents, error);
    }
    job->service = NULL;
    if (fine && agency->maklumat.teks.str != NULL && !agency->without_pledge_poster)
        fine = add_printable(job, posters_pledge_content(job), options, contents, error);
    if (fine && agency->pengaduan.kanal.n > 0 && !agency->without_channels_poster)
        fine = add_printable(job, posters_channels_content(job), options, contents, error);
    *n_posters = contents->len;
    const PosterSet set = {(const PosterContent *const *)contents->pdata, contents->len};
    return fine && (contents->len == 0 ||
                    posters_engine(NULL)->render_all(fonts, &set, options, out, error));
}

gboolean
posters_all(Posters *posters, const Loaded *loaded, PosterOrder *order, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *logo = NULL;
    Job job = {.posters = posters, .arena = arena, .diags = order->diags};
    if (!posters_begin(&job, loaded->agency, &logo, error))
        return FALSE;
    posters_settle(posters, &order->options);
    order->options.date = poster_content_date(arena, loaded->agency, NULL);
    return posters_join(&job, &order->options, order->out, &order->n_posters, error);
}
