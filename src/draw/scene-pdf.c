#include "draw/scene-pdf.h"
#include "base/html.h"
#include "draw/pdf-page.h"
#include "draw/pdf-picture.h"
#include <string.h>

static const double MM = 72 / 25.4;
static const double BLEED_MM = 3;

typedef struct Writing {
    const ScenePdf *pdf;
    PdfFile file;
    PdfFonts *fonts;
    PdfTree *tree;
    GString *pictures; /* "/Q0 9 0 R …" of the pages' resources */
    GPtrArray *codes;  /* borrowed texts; the place in it is the code's name */
    gboolean has_logo;
    guint *pages; /* object numbers */
    guint parent, resources;
    double edge_mm; /* around the finished sheet */
} Writing;

/* The size of a scene's millimetre on the sheet. */
static double
sheet_mm(const ScenePdf *pdf, const Scene *scene)
{
    return pdf->w_mm / MIN(scene->w, scene->h);
}

/* What of longer paper is left on either side of the sheet, in points: along its longer side. */
static double
spare(const ScenePdf *pdf, const Scene *scene)
{
    double longer = MAX(scene->w, scene->h) * sheet_mm(pdf, scene);
    return pdf->paper_mm > longer && !pdf->crop_marks ? (pdf->paper_mm - longer) / 2 * MM : 0;
}

/* ---- what all pages share ---- */

static void
add_glyphs(Writing *w)
{
    for (guint s = 0; s < w->pdf->n_scenes; s++) {
        const Scene *scene = w->pdf->scenes[s];
        for (guint i = 0; i < scene->items->len; i++) {
            const SceneItem *item = scene_item(scene, i);
            for (guint p = 0; item->kind == SCENE_LINE && p < item->line->n; p++) {
                const LinePiece *piece = &item->line->pieces[p];
                pdf_fonts_add(w->fonts, piece->span.text, piece->begin, piece->end);
            }
        }
    }
}

static void
add_picture(Writing *w, char letter, guint index, guint number)
{
    g_string_append_printf(w->pictures, "/%c%u ", letter, index);
    pdf_append_reference(w->pictures, number);
}

static gboolean
find_code(const Writing *w, const char *text, guint *index)
{
    for (guint i = 0; i < w->codes->len; i++)
        if (strcmp(g_ptr_array_index(w->codes, i), text) == 0) {
            *index = i;
            return TRUE;
        }
    return FALSE;
}

/* The same code and logo on several sheets are one picture. */
static gboolean
write_picture(Writing *w, const Scene *scene, const SceneItem *item, GError **error)
{
    guint index;
    if (item->kind == SCENE_LOGO && w->pdf->logo != NULL && !w->has_logo) {
        const PdfLook look = {sheet_mm(w->pdf, scene), w->pdf->cmyk};
        guint number = pdf_picture_logo(&w->file, w->pdf->logo, item, &look, error);
        if (number == 0)
            return FALSE;
        add_picture(w, 'L', 0, number);
        w->has_logo = TRUE;
    }
    if (item->kind != SCENE_QR || find_code(w, item->text, &index))
        return TRUE;
    g_autoptr(Qr) qr = qr_new(item->text, QR_QUARTILE);
    if (qr == NULL) {
        g_set_error(error, DRAW_ERROR, DRAW_ERROR_TOO_LONG, "QR: %s", item->text);
        return FALSE;
    }
    add_picture(w, 'Q', w->codes->len, pdf_picture_qr(&w->file, qr));
    g_ptr_array_add(w->codes, item->text);
    return TRUE;
}

static gboolean
write_resources(Writing *w, GError **error)
{
    g_autoptr(GString) body = g_string_new("<</Font<<");
    add_glyphs(w);
    if (!pdf_fonts_write(w->fonts, &w->file, body, error))
        return FALSE;
    for (guint s = 0; s < w->pdf->n_scenes; s++)
        for (guint i = 0; i < w->pdf->scenes[s]->items->len; i++)
            if (!write_picture(w, w->pdf->scenes[s], scene_item(w->pdf->scenes[s], i), error))
                return FALSE;
    g_string_append_printf(body, ">>/XObject<<%s>>>>", w->pictures->str);
    pdf_file_object(&w->file, w->resources, body);
    return TRUE;
}

/* ---- pages ---- */

static void
paint_item(Writing *w, PdfPage *page, const SceneItem *item)
{
    guint index;
    switch (item->kind) {
    case SCENE_BEGIN:
        pdf_tree_begin(w->tree, item->tag, item->text);
        return;
    case SCENE_END:
        pdf_tree_end(w->tree);
        return;
    case SCENE_QR:
        if (find_code(w, item->text, &index)) {
            g_autofree char *name = g_strdup_printf("Q%u", index);
            pdf_page_picture(page, item, name);
        }
        return;
    case SCENE_LOGO:
        if (w->has_logo)
            pdf_page_picture(page, item, "L0");
        return;
    case SCENE_RECT:
    case SCENE_ELLIPSE:
    case SCENE_PATH:
    case SCENE_LINE:
        pdf_page_paint(page, item);
        return;
    }
}

static guint
write_content(Writing *w, const Scene *scene)
{
    double beside = scene->w > scene->h ? spare(w->pdf, scene) : 0;
    double above = scene->w > scene->h ? 0 : spare(w->pdf, scene);
    PdfFrame frame = {w->edge_mm * MM + beside, w->edge_mm * MM + above, sheet_mm(w->pdf, scene) * MM,
                      w->pdf->crop_marks ? BLEED_MM * MM : 0, w->pdf->cmyk};
    pdf_tree_page(w->tree);
    g_autoptr(PdfPage) page = pdf_page_new(scene, &frame, w->fonts, w->tree);
    for (guint i = 0; i < scene->items->len; i++)
        paint_item(w, page, scene_item(scene, i));
    const GString *content = pdf_page_finish(page);
    guint number = pdf_file_number(&w->file);
    pdf_file_stream(&w->file, number,
                    &(PdfStream){PDF_PACK, "", (const guint8 *)content->str, content->len});
    return number;
}

static void
append_box(GString *out, const char *key, double inset, double w, double h)
{
    const double sides[4] = {inset, inset, w - inset, h - inset};
    g_string_append_printf(out, "/%s[", key);
    for (guint i = 0; i < 4; i++) {
        g_string_append(out, i > 0 ? " " : "");
        pdf_append_number(out, sides[i], 3);
    }
    g_string_append_c(out, ']');
}

static void
write_page(Writing *w, guint index, guint content)
{
    const Scene *scene = w->pdf->scenes[index];
    double edge = w->edge_mm * MM, bleed = w->pdf->crop_marks ? BLEED_MM * MM : 0;
    double per_mm = sheet_mm(w->pdf, scene) * MM;
    double width = scene->w * per_mm + 2 * edge, height = scene->h * per_mm + 2 * edge;
    *(scene->w > scene->h ? &width : &height) += 2 * spare(w->pdf, scene);
    g_autoptr(GString) body = g_string_new("<</Type/Page/Parent ");
    pdf_append_reference(body, w->parent);
    g_string_append(body, "/Resources ");
    pdf_append_reference(body, w->resources);
    g_string_append(body, "/Contents ");
    pdf_append_reference(body, content);
    append_box(body, "MediaBox", 0, width, height);
    append_box(body, "TrimBox", edge, width, height);
    append_box(body, "BleedBox", edge - bleed, width, height);
    pdf_tree_append_page_keys(w->tree, index, body);
    g_string_append(body, ">>");
    pdf_file_object(&w->file, w->pages[index], body);
}

/* The structure's root. */
static guint
write_pages(Writing *w)
{
    const guint n = w->pdf->n_scenes;
    g_autofree guint *contents = g_new0(guint, n);
    w->pages = g_new0(guint, n);
    for (guint i = 0; i < n; i++) {
        contents[i] = write_content(w, w->pdf->scenes[i]);
        w->pages[i] = pdf_file_number(&w->file);
    }
    guint structure = pdf_tree_write(w->tree, &w->file, w->pages);
    g_autoptr(GString) body = g_string_new("<</Type/Pages/Kids[");
    for (guint i = 0; i < n; i++) {
        write_page(w, i, contents[i]);
        pdf_append_reference(body, w->pages[i]);
        g_string_append_c(body, ' ');
    }
    g_string_append_printf(body, "]/Count %u>>", n);
    pdf_file_object(&w->file, w->parent, body);
    return structure;
}

/* ---- what is said of the file ---- */

static void
append_xmp(GString *out, const ScenePdf *pdf)
{
    g_string_append(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                         "<rdf:Description rdf:about=\"\" "
                         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                         "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                         "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
                         "<pdfuaid:part>1</pdfuaid:part>"
                         "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt>"
                         "<rdf:li xml:lang=\"x-default\">");
    html_append_escaped(out, pdf->title, -1);
    g_string_append(out, "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>");
    html_append_escaped(out, pdf->author, -1);
    g_string_append(out, "</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>");
    html_append_escaped(out, pdf->lang, -1);
    g_string_append(out, "</rdf:li></rdf:Bag></dc:language>");
    if (pdf->date != NULL) {
        g_string_append(out, "<xmp:CreateDate>");
        html_append_escaped(out, pdf->date, -1);
        g_string_append(out, "</xmp:CreateDate>");
    }
    g_string_append(out, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
}

static void
append_entry(GString *out, const char *key, const char *text)
{
    g_string_append(out, key);
    pdf_append_text(out, text != NULL ? text : "", text != NULL ? strlen(text) : 0);
}

/* "2025-06-14T00:00:00Z" as D:20250614000000Z (ISO 32000-1, 7.9.4). */
static void
append_date(GString *out, const char *date)
{
    g_string_append(out, "/CreationDate(D:");
    for (const char *p = date; *p != '\0'; p++)
        if (g_ascii_isdigit(*p) || *p == 'Z')
            g_string_append_c(out, *p);
    g_string_append_c(out, ')');
}

static guint
write_info(Writing *w)
{
    guint number = pdf_file_number(&w->file);
    g_autoptr(GString) body = g_string_new("<<");
    append_entry(body, "/Title", w->pdf->title);
    append_entry(body, "/Author", w->pdf->author);
    append_entry(body, "/Producer", "maklumat");
    if (w->pdf->date != NULL)
        append_date(body, w->pdf->date);
    g_string_append(body, ">>");
    pdf_file_object(&w->file, number, body);
    return number;
}

static guint
write_catalog(Writing *w, guint structure)
{
    guint number = pdf_file_number(&w->file), metadata = pdf_file_number(&w->file);
    g_autoptr(GString) xmp = g_string_new(NULL), body = g_string_new("<</Type/Catalog/Pages ");
    append_xmp(xmp, w->pdf);
    /* Plain: programs that know no PDF look for it. */
    pdf_file_stream(&w->file, metadata,
                    &(PdfStream){PDF_PLAIN, "/Type/Metadata/Subtype/XML",
                                 (const guint8 *)xmp->str, xmp->len});
    pdf_append_reference(body, w->parent);
    g_string_append(body, "/StructTreeRoot ");
    pdf_append_reference(body, structure);
    g_string_append(body, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
                          "/Metadata ");
    pdf_append_reference(body, metadata);
    append_entry(body, "/Lang", w->pdf->lang);
    g_string_append(body, ">>");
    pdf_file_object(&w->file, number, body);
    return number;
}

gboolean
scene_pdf_append(const ScenePdf *pdf, GByteArray *out, GError **error)
{
    Writing w = {.pdf = pdf,
                 .fonts = pdf_fonts_new(),
                 .tree = pdf_tree_new(),
                 .pictures = g_string_new(NULL),
                 .codes = g_ptr_array_new(),
                 .edge_mm = pdf->crop_marks ? PDF_MARK_AWAY_MM + PDF_MARK_MM + 1 : 0};
    pdf_file_init(&w.file, out);
    w.parent = pdf_file_number(&w.file);
    w.resources = pdf_file_number(&w.file);
    gboolean done = write_resources(&w, error);
    if (done) {
        guint root = write_catalog(&w, write_pages(&w));
        pdf_file_finish(&w.file, root, write_info(&w));
    }
    pdf_file_clear(&w.file);
    pdf_fonts_free(w.fonts);
    pdf_tree_free(w.tree);
    g_string_free(w.pictures, TRUE);
    g_ptr_array_free(w.codes, TRUE);
    g_free(w.pages);
    return done;
}
