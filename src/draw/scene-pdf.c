#include "draw/scene-pdf.h"
#include "draw/pdf.h"
#include <cairo-pdf.h>

static const double MM = 72 / 25.4;
static const double BLEED_MM = 3, MARK_AWAY_MM = 4, MARK_MM = 5;

static cairo_status_t
write_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* Hairlines outside the corners of the finished sheet, in mm of the page. */
static void
draw_marks(cairo_t *cr, double edge, double w, double h)
{
    const double xs[2] = {edge, edge + w}, ys[2] = {edge, edge + h};
    cairo_new_path(cr);
    for (guint i = 0; i < 2; i++) {
        double out = i == 0 ? -1 : 1, near = out * MARK_AWAY_MM,
               far = out * (MARK_AWAY_MM + MARK_MM);
        for (guint k = 0; k < 2; k++) {
            cairo_move_to(cr, xs[i] + near, ys[k]);
            cairo_line_to(cr, xs[i] + far, ys[k]);
            cairo_move_to(cr, xs[k], ys[i] + near);
            cairo_line_to(cr, xs[k], ys[i] + far);
        }
    }
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_set_line_width(cr, 0.25 / MM);
    cairo_stroke(cr);
}

static gboolean
draw_page(const ScenePdf *pdf, cairo_t *cr, guint index, double edge_mm, GError **error)
{
    const Scene *scene = pdf->scenes[index];
    double scale = pdf->w_mm / scene->w;
    SceneCairo to = {cr, TRUE, QR_QUARTILE, pdf->logo};
    /* Inside the pages: cairo forgets tags that stand before a page's size is set. */
    if (index == 0)
        cairo_tag_begin(cr, "Document", NULL);
    cairo_save(cr);
    cairo_scale(cr, MM, MM);
    if (pdf->crop_marks) {
        draw_marks(cr, edge_mm, pdf->w_mm, scene->h * scale);
        cairo_rectangle(cr, edge_mm - BLEED_MM, edge_mm - BLEED_MM, pdf->w_mm + 2 * BLEED_MM,
                        scene->h * scale + 2 * BLEED_MM);
        cairo_clip(cr);
    }
    cairo_translate(cr, edge_mm, edge_mm);
    cairo_scale(cr, scale, scale);
    gboolean done = scene_cairo_paint(&to, scene, error);
    cairo_restore(cr);
    if (index == pdf->n_scenes - 1)
        cairo_tag_end(cr, "Document");
    cairo_show_page(cr);
    return done;
}

static double
page_height(const ScenePdf *pdf, const Scene *scene, double edge_mm)
{
    return (scene->h * pdf->w_mm / scene->w + 2 * edge_mm) * MM;
}

static gboolean
draw_file(const ScenePdf *pdf, double edge_mm, GByteArray *file, GError **error)
{
    double w = (pdf->w_mm + 2 * edge_mm) * MM;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        write_bytes, file, w, page_height(pdf, pdf->scenes[0], edge_mm));
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, pdf->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, pdf->author);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, pdf->date);
    cairo_t *cr = cairo_create(surface);
    gboolean done = TRUE;
    for (guint i = 0; done && i < pdf->n_scenes; i++) {
        cairo_pdf_surface_set_size(surface, w, page_height(pdf, pdf->scenes[i], edge_mm));
        done = draw_page(pdf, cr, i, edge_mm, error);
    }
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_status(cr) != CAIRO_STATUS_SUCCESS
                                ? cairo_status(cr)
                                : cairo_surface_status(surface);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    if (done && status != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, POSTER_ERROR, POSTER_ERROR_FAILED, "pdf: %s",
                    cairo_status_to_string(status));
        done = FALSE;
    }
    return done;
}

/* The words of figures, in the order they are drawn. */
static void
collect_words(const ScenePdf *pdf, GPtrArray *figures)
{
    for (guint s = 0; s < pdf->n_scenes; s++)
        for (guint i = 0; i < pdf->scenes[s]->items->len; i++) {
            const SceneItem *item = scene_item(pdf->scenes[s], i);
            if (item->kind == SCENE_BEGIN && item->tag == TAG_FIGURE)
                g_ptr_array_add(figures, item->text);
        }
}

gboolean
scene_pdf_append(const ScenePdf *pdf, GByteArray *out, GError **error)
{
    double edge_mm = pdf->crop_marks ? MARK_AWAY_MM + MARK_MM + 1 : 0;
    g_autoptr(GByteArray) file = g_byte_array_sized_new(64 * 1024);
    if (!draw_file(pdf, edge_mm, file, error))
        return FALSE;
    g_autoptr(GPtrArray) figures = g_ptr_array_new();
    collect_words(pdf, figures);
    double bleed = pdf->crop_marks ? BLEED_MM : 0;
    PdfExtras extras = {
        .lang = pdf->lang,
        .title = pdf->title,
        .author = pdf->author,
        .date = pdf->date,
        .trim_inset = edge_mm * MM,
        .bleed_inset = (edge_mm - bleed) * MM,
        .figures = (const char *const *)figures->pdata,
        .n_figures = figures->len,
    };
    return pdf_rewrite(file, &extras, out, error);
}
