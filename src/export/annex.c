#include "export/annex.h"
#include "base/html.h"
#include "export/carry.h"
#include "export/zip.h"
#include "facts/decree.h"
#include "facts/outline.h"
#include "model/fields.h"
#include <libdeflate.h>
#include <string.h>

enum { DEEPEST = 8 }; /* levels with an indent of their own; deeper lines stand as deep */

typedef struct Writer {
    Arena *arena;
    GString *xml;
} Writer;

/* ---- XML ---- */

static void
add(Writer *w, const char *xml)
{
    g_string_append(w->xml, xml);
}

/* Words as text: a line end is one, runs of blanks stay as they are. */
static void
add_text(Writer *w, const char *text)
{
    while (*text != '\0') {
        gsize n = strcspn(text, "\n\t ");
        html_append_escaped(w->xml, text, (gssize)n);
        text += n;
        gsize blanks = strspn(text, " ");
        if (blanks > 1)
            g_string_append_printf(w->xml, " <text:s text:c=\"%u\"/>", (guint)blanks - 1);
        else if (blanks == 1)
            add(w, " ");
        text += blanks;
        if (*text == '\n')
            add(w, "<text:line-break/>");
        else if (*text == '\t')
            add(w, "<text:tab/>");
        text += *text == '\n' || *text == '\t';
    }
}

static void
add_paragraph(Writer *w, const char *style, const char *text)
{
    g_string_append_printf(w->xml, "<text:p text:style-name=\"%s\">", style);
    add_text(w, text);
    add(w, "</text:p>\n");
}

static void
begin_cell(Writer *w)
{
    add(w, "<table:table-cell table:style-name=\"sel\" office:value-type=\"string\">");
}

static void
end_cell(Writer *w)
{
    add(w, "</table:table-cell>\n");
}

static void
add_cell(Writer *w, const char *style, const char *text)
{
    begin_cell(w);
    add_paragraph(w, style, text);
    end_cell(w);
}

/* ---- a service ---- */

static void
add_line(Writer *w, const OutlineLine *line)
{
    char style[16];
    g_snprintf(style, sizeof style, "%s%u",
               line->heading   ? "jl"
               : *line->marker ? "no"
                               : "ur",
               MIN(line->level, (guint)DEEPEST));
    g_string_append_printf(w->xml, "<text:p text:style-name=\"%s\">", style);
    if (*line->marker) {
        add_text(w, line->marker);
        add(w, "<text:tab/>");
    }
    add_text(w, line->text);
    add(w, "</text:p>\n");
}

static void
add_component(Writer *w, const Service *service, guint c)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(OutlineLine));
    char number[8];
    g_snprintf(number, sizeof number, "%u.", c);
    outline_component(w->arena, service, c, lines);
    add(w, "<table:table-row>\n");
    add_cell(w, "tengah", number);
    add_cell(w, "ur0", component_names[c]);
    begin_cell(w);
    for (guint i = 0; i < lines->len; i++)
        add_line(w, &g_array_index(lines, OutlineLine, i));
    if (lines->len == 0)
        add_paragraph(w, "ur0", DECREE_BLANK);
    end_cell(w);
    add(w, "</table:table-row>\n");
}

static void
add_table(Writer *w, const Service *service)
{
    static const char *const heads[] = {"NO", "KOMPONEN", "URAIAN"};
    add(w, "<table:table table:style-name=\"tabel\">\n"
           "<table:table-column table:style-name=\"kol1\"/>"
           "<table:table-column table:style-name=\"kol2\"/>"
           "<table:table-column table:style-name=\"kol3\"/>\n"
           "<table:table-header-rows><table:table-row>\n");
    for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
        add_cell(w, "kepala", heads[i]);
    add(w, "</table:table-row></table:table-header-rows>\n");
    for (guint c = 1; c <= N_COMPONENTS; c++)
        add_component(w, service, c);
    add(w, "</table:table>\n");
}

static void
add_beside(Writer *w, const Service *service)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(OutlineLine));
    outline_beside(w->arena, service, lines);
    for (guint i = 0; i < lines->len; i++)
        add_line(w, &g_array_index(lines, OutlineLine, i));
}

static void
add_service(Writer *w, const Service *service, gboolean first)
{
    add_paragraph(w, first ? "judul" : "judulbaru", decree_title(w->arena, service));
    add_table(w, service);
    add_beside(w, service);
    if (service->body != NULL && *service->body) {
        add_paragraph(w, "jl0", "Keterangan");
        g_auto(GStrv) lines = g_strsplit(service->body, "\n", -1);
        for (guint i = 0; lines[i] != NULL; i++)
            if (*lines[i])
                add_paragraph(w, "ur0", lines[i]);
    }
}

/* ---- the decree ---- */

static void
add_title_block(Writer *w, const DecreeWords *words)
{
    const char *const lines[] = {words->head, words->number, words->day, words->about};
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
        add_paragraph(w, "kanan", lines[i]);
}

static void
add_signature(Writer *w, const DecreeWords *words)
{
    add_paragraph(w, "ttd", words->place_day);
    add_paragraph(w, "ttdjabatan", words->office);
    add_paragraph(w, "ttdnama", words->name);
    if (words->rank != NULL)
        add_paragraph(w, "ttd", words->rank);
    add_paragraph(w, "ttd", words->nip);
}

/* ---- the file ---- */

#define NAMESPACES                                                              \
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""        \
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""          \
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""            \
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""          \
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""   \
    " office:version=\"1.3\""
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
add_paragraph_style(Writer *w, const char *name, const char *paragraph, const char *text)
{
    g_string_append_printf(w->xml,
                           "<style:style style:name=\"%s\" style:family=\"paragraph\">"
                           "<style:paragraph-properties %s/><style:text-properties %s/>"
                           "</style:style>\n",
                           name, paragraph, text);
}

/* Numbered lines hang behind their numbers, a step further in at each level. */
static void
add_line_styles(Writer *w)
{
    for (guint level = 0; level <= DEEPEST; level++) {
        char name[16], flat[96], hang[128];
        g_snprintf(flat, sizeof flat, "fo:margin-left=\"%.1fcm\"", 0.8 * level);
        g_snprintf(hang, sizeof hang, "fo:margin-left=\"%.1fcm\" fo:text-indent=\"-0.8cm\"",
                   0.8 * (level + 1));
        g_snprintf(name, sizeof name, "ur%u", level);
        add_paragraph_style(w, name, flat, "");
        g_snprintf(name, sizeof name, "no%u", level);
        add_paragraph_style(w, name, hang, "");
        g_snprintf(name, sizeof name, "jl%u", level);
        add_paragraph_style(w, name, flat, "fo:font-weight=\"bold\"");
    }
}

static void
add_styles(Writer *w)
{
    static const char *const widths[] = {"1.1cm", "4.4cm", "11.5cm"};
    add(w, "<office:automatic-styles>\n");
    add_paragraph_style(w, "kanan", "fo:margin-left=\"8.5cm\"", "");
    add_paragraph_style(w, "judul",
                        "fo:text-align=\"center\" fo:margin-top=\"0.8cm\" "
                        "fo:margin-bottom=\"0.4cm\" fo:keep-with-next=\"always\"",
                        "fo:font-weight=\"bold\"");
    add_paragraph_style(w, "judulbaru",
                        "fo:text-align=\"center\" fo:break-before=\"page\" "
                        "fo:margin-bottom=\"0.4cm\" fo:keep-with-next=\"always\"",
                        "fo:font-weight=\"bold\"");
    add_paragraph_style(w, "kepala", "fo:text-align=\"center\"", "fo:font-weight=\"bold\"");
    add_paragraph_style(w, "tengah", "fo:text-align=\"center\"", "");
    add_paragraph_style(w, "ttd", "fo:margin-left=\"9.5cm\" fo:keep-with-next=\"always\"", "");
    add_paragraph_style(w, "ttdjabatan",
                        "fo:margin-left=\"9.5cm\" fo:margin-bottom=\"2.2cm\" "
                        "fo:keep-with-next=\"always\"",
                        "");
    add_paragraph_style(w, "ttdnama", "fo:margin-left=\"9.5cm\" fo:keep-with-next=\"always\"",
                        "fo:font-weight=\"bold\" style:text-underline-style=\"solid\"");
    add_line_styles(w);
    add(w, "<style:style style:name=\"tabel\" style:family=\"table\">"
           "<style:table-properties style:width=\"17cm\" table:align=\"left\" "
           "table:border-model=\"collapsing\"/></style:style>\n"
           "<style:style style:name=\"sel\" style:family=\"table-cell\">"
           "<style:table-cell-properties fo:border=\"0.5pt solid #000000\" "
           "fo:padding=\"0.15cm\"/></style:style>\n");
    for (guint i = 0; i < G_N_ELEMENTS(widths); i++)
        g_string_append_printf(
            w->xml,
            "<style:style style:name=\"kol%u\" style:family=\"table-column\">"
            "<style:table-column-properties style:column-width=\"%s\"/>"
            "</style:style>\n",
            i + 1, widths[i]);
    add(w, "</office:automatic-styles>\n");
}

static const char styles_xml[] =
    XML "<office:document-styles" NAMESPACES "><office:styles>"
        "<style:default-style style:family=\"paragraph\">"
        "<style:text-properties style:font-name=\"Arial\" fo:font-family=\"Arial\" "
        "fo:font-size=\"11pt\" fo:language=\"id\" fo:country=\"ID\"/></style:default-style>"
        "</office:styles><office:automatic-styles>"
        "<style:page-layout style:name=\"A4\"><style:page-layout-properties "
        "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin-top=\"2cm\" "
        "fo:margin-bottom=\"2cm\" fo:margin-left=\"2cm\" fo:margin-right=\"2cm\"/>"
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        "<style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"/>"
        "</office:master-styles></office:document-styles>\n";

#define ENTRY(path, type)                                                                    \
    "<manifest:file-entry manifest:full-path=\"" path "\" manifest:media-type=\"" type "\"/" \
    ">\n"
static const char manifest_head[] = XML
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.3\">\n" ENTRY("/", "application/vnd.oasis.opendocument.text")
        ENTRY("content.xml", "text/xml") ENTRY("styles.xml", "text/xml");

static const char mimetype[] = "application/vnd.oasis.opendocument.text";

/* ---- what it carries ---- */

/* The charters' texts, named as import/from-annex looks for them; nothing when one of them cannot be carried. */
static GPtrArray *
carried_texts(const Service *const *services, guint n)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < n; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        if (!carry_append(services[i], text)) {
            g_ptr_array_set_size(texts, 0);
            return texts;
        }
        g_ptr_array_add(texts, g_strdup(text->str));
    }
    return texts;
}

/* The charters, and a mark of the words that were made from them. */
static void
add_carried(Zip *zip,
            const Service *const *services,
            const GPtrArray *texts,
            const GString *words,
            GString *manifest)
{
    char mark[32];
    for (guint i = 0; i < texts->len; i++) {
        g_autofree char *name = g_strdup_printf("piagam/%s.md", services[i]->slug);
        zip_add(zip, name, texts->pdata[i], strlen(texts->pdata[i]), TRUE);
        g_string_append_printf(manifest, ENTRY("%s", "text/markdown"), name);
    }
    if (texts->len == 0)
        return;
    g_snprintf(mark, sizeof mark, "%08x %u\n", libdeflate_crc32(0, words->str, words->len),
               (guint)words->len);
    zip_add(zip, "piagam/tanda", mark, strlen(mark), TRUE);
    g_string_append(manifest, ENTRY("piagam/tanda", "text/plain"));
}

gboolean
annex_append_odt(const Agency *agency, const Service *const *services, guint n, GByteArray *out)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) xml = g_string_new(XML "<office:document-content" NAMESPACES ">\n");
    Writer w = {arena, xml};
    DecreeWords words;
    decree_words(arena, agency, services, n, &words);
    add_styles(&w);
    add(&w, "<office:body><office:text>\n");
    add_title_block(&w, &words);
    for (guint i = 0; i < n; i++)
        add_service(&w, services[i], i == 0);
    add_signature(&w, &words);
    add(&w, "</office:text></office:body></office:document-content>\n");
    Zip *zip = zip_new(out);
    zip_add(zip, "mimetype", mimetype, strlen(mimetype), TRUE);
    zip_add(zip, "content.xml", xml->str, xml->len, FALSE);
    zip_add(zip, "styles.xml", styles_xml, strlen(styles_xml), FALSE);
    g_autoptr(GString) manifest = g_string_new(manifest_head);
    g_autoptr(GPtrArray) texts = carried_texts(services, n);
    add_carried(zip, services, texts, xml, manifest);
    g_string_append(manifest, "</manifest:manifest>\n");
    zip_add(zip, "META-INF/manifest.xml", manifest->str, manifest->len, FALSE);
    return zip_close(zip);
}
