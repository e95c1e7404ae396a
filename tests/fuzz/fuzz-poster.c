/* Any bytes as a charter, printed: the PDF of its poster passes qpdf's check, every letter and digit that was set is read
 * out of it again, and every one of the content was set. Started in the source tree: the agency is that of tests/diag/_site. */
#include "fuzz.h"
#include "paper/content.h"
#include "paper/press.h"
#include "plan/plan.h"
#include "support/fonts-dir.h"
#include <poppler.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

/* How often each ASCII letter and digit stands in a text. Others may be composed anew by a reader of the PDF. */
typedef struct Letters {
    guint n[128];
} Letters;

static void
count(Letters *letters, const char *text, gsize len)
{
    for (gsize i = 0; i < len; i++)
        if (g_ascii_isalnum(text[i]))
            letters->n[(guchar)text[i]]++;
}

static void
count_text(Letters *letters, const char *text)
{
    if (text != NULL)
        count(letters, text, strlen(text));
}

static void
count_scene(Letters *letters, const Scene *scene)
{
    for (guint i = 0; i < scene->items->len; i++) {
        const SceneItem *item = scene_item(scene, i);
        for (guint p = 0; item->kind == SCENE_LINE && p < item->line->n; p++) {
            const LinePiece *piece = &item->line->pieces[p];
            const ShapedText *text = piece->span.text;
            guint32 from = text->glyphs[piece->begin].byte;
            guint32 to =
                piece->end < text->n_glyphs ? text->glyphs[piece->end].byte : text->len;
            count(letters, text->text + from, to - from);
        }
    }
}

static void
count_details(Letters *letters, const FlowDetail *details, guint n)
{
    for (guint i = 0; i < n; i++)
        count_text(letters, details[i].text);
}

static void count_steps(Letters *letters, const FlowStep *steps, guint n);

static void
count_branches(Letters *letters, const FlowBranch *branches, guint n)
{
    for (guint i = 0; i < n; i++) {
        count_text(letters, branches[i].label);
        count_text(letters, branches[i].outcome);
        count_text(letters, branches[i].time);
        count_details(letters, branches[i].details, branches[i].n_details);
        count_steps(letters, branches[i].steps, branches[i].n_steps);
        count_branches(letters, branches[i].branches, branches[i].n_branches);
    }
}

static void
count_steps(Letters *letters, const FlowStep *steps, guint n)
{
    for (guint i = 0; i < n; i++) {
        count_text(letters, steps[i].heading);
        count_text(letters, steps[i].actor);
        count_text(letters, steps[i].text);
        count_text(letters, steps[i].end);
        count_details(letters, steps[i].details, steps[i].n_details);
        count_branches(letters, steps[i].branches, steps[i].n_branches);
    }
}

static void
count_content(Letters *letters, const PosterContent *content)
{
    count_text(letters, content->title);
    count_text(letters, content->agency);
    for (guint i = 0; i < content->n_facts; i++) {
        count_text(letters, content->facts[i].value);
        count_text(letters, content->facts[i].note);
    }
    for (guint s = 0; s < content->n_sections; s++) {
        const PosterSection *section = &content->sections[s];
        if (section->kind == SECTION_FLOW)
            count_steps(letters, section->steps, section->n);
        for (guint i = 0; section->kind != SECTION_FLOW && i < section->n; i++) {
            const PosterItem *item = &section->items[i];
            count_text(letters, item->heading);
            count_text(letters, item->label);
            count_text(letters, item->lead);
            count_text(letters, item->text);
            count_details(letters, item->details, item->n_details);
        }
    }
    for (guint i = 0; i < content->n_channels; i++)
        count_text(letters, content->channels[i].text);
}

static void
check_letters(const Letters *less, const Letters *more, gboolean equal, const char *what)
{
    for (guint c = 0; c < G_N_ELEMENTS(less->n); c++)
        if (less->n[c] > more->n[c] || (equal && less->n[c] != more->n[c]))
            g_error("%s: %u times %c became %u", what, less->n[c], (char)c, more->n[c]);
}

static void
check_qpdf(const GByteArray *pdf)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    qpdflogger_handle log = qpdf_get_logger(qpdf);
    qpdflogger_set_info(log, qpdf_log_dest_discard, NULL, NULL);
    qpdf_read_memory(qpdf, "poster", (const char *)pdf->data, pdf->len, NULL);
    qpdf_check_pdf(qpdf);
    if (qpdf_has_error(qpdf))
        g_error("qpdf: %s", qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf)));
    if (qpdf_more_warnings(qpdf))
        g_error("qpdf: %s", qpdf_get_error_full_text(qpdf, qpdf_next_warning(qpdf)));
    qpdflogger_cleanup(&log);
    qpdf_cleanup(&qpdf);
}

static void
count_pdf(Letters *letters, const GByteArray *pdf)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(pdf->data, pdf->len);
    g_autoptr(GError) error = NULL;
    PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, &error);
    g_assert_no_error(error);
    for (int i = 0; i < poppler_document_get_n_pages(document); i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        g_autofree char *text = poppler_page_get_text(page);
        count_text(letters, text);
        g_object_unref(page);
    }
    g_object_unref(document);
}

/* What the sheets say, laid out the same way once more. */
static void
count_sheets(Letters *letters,
             Fonts *fonts,
             const PosterContent *content,
             const PosterOptions *options)
{
    Press press;
    PosterMisfit misfit = {NULL, NULL};
    press_init(&press, fonts, content, options, 0);
    PosterLayout *layout = poster_layout_new(&press, &misfit);
    g_assert_nonnull(layout);
    for (guint i = 0; i < layout->n_sheets; i++)
        count_scene(letters, layout->sheets[i]);
    poster_layout_free(layout);
    press_clear(&press);
}

static void
print_service(Fonts *fonts, const PosterContent *content)
{
    const PosterOptions options = {.size = POSTER_A4, .style = poster_style_default()};
    g_autoptr(GByteArray) pdf = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    PosterReport report;
    if (!poster_render(fonts, &(PosterJob){content, &options}, pdf, &report, &error)) {
        g_assert_false(g_error_matches(error, DRAW_ERROR, DRAW_ERROR_FAILED));
        return;
    }
    Letters said = {{0}}, set = {{0}}, read = {{0}};
    count_content(&said, content);
    count_sheets(&set, fonts, content, &options);
    check_qpdf(pdf);
    count_pdf(&read, pdf);
    check_letters(&said, &set, FALSE, "set");
    check_letters(&set, &read, TRUE, "read");
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    static Scan *scan;
    static SiteData *data;
    static Fonts *fonts;
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Arena) arena = arena_new();
    if (scan == NULL) {
        scan = scan_new("tests/diag/_site/content", 1, diags, NULL);
        data = site_load(scan, diags, NULL);
        fonts = fonts_new(fonts_dir(), &error);
        g_assert_no_error(error);
    }
    char *text = g_malloc(len + 1);
    memcpy(text, bytes, len);
    text[len] = '\0';
    g_autoptr(Loaded) loaded = load_text(
        scan, data, &(LooseText){&scan->agencies[0], NULL, "x.md", text, len}, diags, &error);
    g_assert_no_error(error);
    const PosterInput input = {.style = poster_style_default(),
                               .url = "https://contoh.example/x.html"};
    for (guint i = 0; i < loaded->agency->services.n; i++)
        print_service(fonts,
                      poster_content_service(arena, loaded->agency,
                                             &loaded->agency->services.items[i], &input));
    fonts_trim(fonts);
    return 0;
}
