#include "paper/poster.h"
#include "draw/png.h"
#include "draw/scene-cairo.h"
#include "draw/scene-pdf.h"
#include "draw/scene-svg.h"
#include "paper/press.h"
#include <cairo.h>
#include <math.h>
#include <string.h>

static gboolean
is_card(PosterSize size)
{
    return poster_size_measure(size)->w_px > 0;
}

/* Capitals of 0.727 em seen under 15 minutes of arc. */
static double
reading_distance_m(double em_mm)
{
    return em_mm * 0.727 / tan(15.0 / 60 * G_PI / 180) / 1000;
}

static gboolean
paint_png(const PosterOptions *options,
          const Scene *scene,
          SceneLogo *logo,
          GByteArray *out,
          GError **error)
{
    guint dpi = options->dpi > 0 ? options->dpi : 96;
    double per_mm = is_card(options->size)
                        ? poster_size_measure(options->size)->w_px / SHEET_W
                        : dpi / 25.4 * poster_size_measure(options->size)->w_mm / SHEET_W;
    int w = (int)lround(scene->w * per_mm), h = (int)lround(scene->h * per_mm);
    int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, w);
    g_autofree guint8 *pixels =
        g_malloc((gsize)stride * (gsize)h); /* cairo's own is zeroed first */
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24, w, h, stride);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, per_mm, per_mm);
    SceneCairo to = {cr, is_card(options->size) ? QR_MEDIUM : QR_QUARTILE, logo};
    gboolean done = scene_cairo_paint(&to, scene, error);
    cairo_surface_flush(surface);
    if (done && (cairo_status(cr) != CAIRO_STATUS_SUCCESS ||
                 !png_append(out, pixels, (guint)w, (guint)h, (gsize)stride))) {
        g_set_error(error, DRAW_ERROR, DRAW_ERROR_FAILED, "png: %s",
                    cairo_status_to_string(cairo_status(cr)));
        done = FALSE;
    }
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return done;
}

static gboolean
paint_pdf(const PosterJob *job,
          const PosterLayout *layout,
          SceneLogo *logo,
          GByteArray *out,
          GError **error)
{
    static const char *const LANGS[N_POSTER_LANGS] = {"id-ID", "en"};
    const PosterContent *content = job->content;
    const PosterOptions *options = job->options;
    ScenePdf pdf = {
        .scenes = layout->sheets,
        .n_scenes = layout->n_sheets + layout->n_annexes,
        .w_mm = poster_size_measure(options->size)->w_mm,
        .paper_mm = poster_size_measure(options->size)->paper_mm,
        .crop_marks = options->crop_marks,
        .cmyk = options->cmyk,
        .logo = logo,
        .title = content->title,
        .author = content->agency,
        .lang = LANGS[content->lang],
        .date = options->date,
    };
    return scene_pdf_append(&pdf, out, error);
}

static gboolean
paint(const Press *press,
      const PosterLayout *layout,
      SceneLogo *logo,
      GByteArray *out,
      GError **error)
{
    const PosterOptions *options = press->options;
    switch (options->format) {
    case POSTER_PDF:
        return paint_pdf(&(PosterJob){press->content, options}, layout, logo, out, error);
    case POSTER_PNG:
        return paint_png(options, layout->sheets[MIN(options->sheet, layout->n_sheets - 1)],
                         logo, out, error);
    case POSTER_SVG: {
        g_autoptr(GString) svg = g_string_new(NULL);
        SceneSvg how = {.prefix = "p",
                        .w_mm = poster_size_measure(options->size)->w_mm,
                        .xml = TRUE,
                        .qr_level = is_card(options->size) ? QR_MEDIUM : QR_QUARTILE,
                        .logo = press->content->logo,
                        .logo_len = press->content->logo_len};
        scene_svg_append(&how, layout->sheets[MIN(options->sheet, layout->n_sheets - 1)], svg);
        g_byte_array_append(out, (const guint8 *)svg->str, (guint)svg->len);
        return TRUE;
    }
    }
    return FALSE;
}

static void
fill_report(PosterReport *report, const Press *press, const PosterLayout *layout)
{
    double real_mm = layout->body_mm * press->scale;
    report->n_sheets = layout->n_sheets;
    report->body_pt = real_mm / PT;
    report->reading_distance_m = reading_distance_m(real_mm);
    report->n_dropped = layout->n_dropped;
}

/* Whole characters only. */
static void
copy_beginning(char *to, gsize size, const char *text)
{
    const char *end = NULL;
    g_strlcpy(to, text, size);
    if (!g_utf8_validate(to, -1, &end))
        to[end - to] = '\0';
}

static PosterLayout *
solve(Press *press, PosterMisfit *misfit)
{
    const PosterOptions *options = press->options;
    if (is_card(options->size))
        return poster_card_new(press, misfit);
    if (options->distance || options->size == POSTER_BANNER)
        return poster_distance_new(press, misfit);
    return poster_layout_new(press, misfit);
}

/* A picture of the first sheet, for lists of posters. */
static gboolean
paint_thumb(const PosterOptions *options,
            const PosterLayout *layout,
            SceneLogo *logo,
            GError **error)
{
    PosterOptions small = *options;
    double inches = poster_size_measure(options->size)->w_mm / 25.4;
    small.dpi = (guint)lround(POSTER_THUMB_PX / inches);
    return paint_png(&small, layout->sheets[0], logo, options->thumb, error);
}

/* `out` NULL: nothing is painted. */
static gboolean
solve_and_paint(
    Press *press, SceneLogo *logo, GByteArray *out, PosterReport *report, GError **error)
{
    const PosterOptions *options = press->options;
    PosterMisfit misfit = {NULL, NULL};
    PosterLayout *layout = solve(press, &misfit);
    if (layout != NULL && options->annex && options->format == POSTER_PDF)
        press_annex(press, layout);
    const char *fault = fonts_fault(press->fonts);
    gboolean done = FALSE;
    if (fault != NULL) {
        copy_beginning(report->words, sizeof report->words, fault);
        g_set_error(error, DRAW_ERROR, DRAW_ERROR_GLYPH, "no glyph in the fonts: %s", fault);
    } else if (layout == NULL) {
        const char *field = misfit.field != NULL ? misfit.field : "prosedur";
        g_strlcpy(report->field, field, sizeof report->field);
        if (misfit.words != NULL)
            copy_beginning(report->words, sizeof report->words, misfit.words);
        g_set_error(error, DRAW_ERROR, DRAW_ERROR_TOO_LONG, "too long for a sheet: %s", field);
    } else {
        fill_report(report, press, layout);
        done = out == NULL || paint(press, layout, logo, out, error);
        if (done && out != NULL && options->thumb != NULL)
            done = paint_thumb(options, layout, logo, error);
    }
    poster_layout_free(layout);
    return done;
}

static gboolean
make(Fonts *fonts, const PosterJob *job, GByteArray *out, PosterReport *report, GError **error)
{
    PosterReport unused;
    if (report == NULL)
        report = &unused;
    memset(report, 0, sizeof *report);
    g_autoptr(SceneLogo) logo = NULL;
    const PosterContent *content = job->content;
    if (content->logo != NULL) {
        logo = scene_logo_new(content->logo, content->logo_len, error);
        if (logo == NULL)
            return FALSE;
    }
    fonts_trim(fonts);
    PosterOptions known = *job->options;
    if (known.style == NULL)
        known.style = poster_style_default();
    Press press;
    press_init(&press, fonts, content, &known, logo != NULL ? scene_logo_ratio(logo) : 0);
    gboolean done = solve_and_paint(&press, logo, out, report, error);
    press_clear(&press);
    return done;
}

gboolean
poster_fits(Fonts *fonts, const PosterJob *job, PosterReport *report, GError **error)
{
    return make(fonts, job, NULL, report, error);
}

gboolean
poster_render(
    Fonts *fonts, const PosterJob *job, GByteArray *out, PosterReport *report, GError **error)
{
    guint before = out->len;
    gboolean done = make(fonts, job, out, report, error);
    if (!done)
        g_byte_array_set_size(out, before);
    return done;
}

/* The sheets of `from` go behind those of `to`; what else it holds is let go. */
static void
take_sheets(PosterLayout *to, PosterLayout *from)
{
    guint n = from->n_sheets + from->n_annexes;
    to->sheets = g_renew(Scene *, to->sheets, to->n_sheets + n);
    memcpy(to->sheets + to->n_sheets, from->sheets, n * sizeof(Scene *));
    to->n_sheets += n;
    from->n_sheets = from->n_annexes = 0;
    poster_layout_free(from);
}

gboolean
poster_render_all(Fonts *fonts,
                  const PosterSet *set,
                  const PosterOptions *options,
                  GByteArray *out,
                  GError **error)
{
    g_autoptr(SceneLogo) logo = NULL;
    const PosterContent *first = set->contents[0];
    PosterOptions known = *options;
    if (known.style == NULL)
        known.style = poster_style_default();
    if (first->logo != NULL) {
        logo = scene_logo_new(first->logo, first->logo_len, error);
        if (logo == NULL)
            return FALSE;
    }
    fonts_trim(fonts);
    double ratio = logo != NULL ? scene_logo_ratio(logo) : 0;
    g_autofree Press *presses = g_new(Press, set->n);
    PosterLayout *all = g_new0(PosterLayout, 1);
    for (guint i = 0; i < set->n; i++) {
        PosterMisfit misfit;
        press_init(&presses[i], fonts, set->contents[i], &known, ratio);
        PosterLayout *layout = solve(&presses[i], &misfit);
        if (layout != NULL && known.annex)
            press_annex(&presses[i], layout);
        if (layout != NULL)
            take_sheets(all, layout);
    }
    PosterContent content = *first;
    content.title = content.agency;
    gboolean done = paint_pdf(&(PosterJob){&content, &known}, all, logo, out, error);
    poster_layout_free(all);
    for (guint i = 0; i < set->n; i++)
        press_clear(&presses[i]);
    return done;
}
