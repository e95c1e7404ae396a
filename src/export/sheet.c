#include "export/sheet.h"
#include "base/html.h"
#include "export/zip.h"
#include "facts/agency.h"
#include "facts/outline.h"
#include "model/fields.h"
#include <string.h>

enum { FIRST_COMPONENT = 5, N_COLUMNS = FIRST_COMPONENT + N_COMPONENTS };
enum {
    MOST_CELL = 32767
}; /* characters of a cell, the limit of spreadsheets (Excel specifications) */

static const char *
component_text(Arena *arena, const Service *service, guint c)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(OutlineLine));
    outline_component(arena, service, c, lines);
    return outline_text(arena, lines);
}

static const char *
column_name(guint column)
{
    static const char *const names[FIRST_COMPONENT] = {"Instansi", "Layanan", "Nomor SK",
                                                       "Tanggal SK", "Status"};
    return column < FIRST_COMPONENT ? names[column]
                                    : component_names[column - FIRST_COMPONENT + 1];
}

static const char *
cell_text(Arena *arena, const SheetRow *row, guint column)
{
    const Service *service = row->service;
    switch (column) {
    case 0:
        return agency_full_name(arena, row->agency);
    case 1:
        return text_str(service->judul);
    case 2:
        return text_str(service->sk.nomor);
    case 3:
        return text_str(service->sk.tanggal.raw);
    case 4:
        return service->status == STATUS_AKTIF      ? "aktif"
               : service->status == STATUS_NONAKTIF ? "nonaktif"
                                                    : "dicabut";
    default:
        return component_text(arena, service, column - FIRST_COMPONENT + 1);
    }
}

/* ---- CSV ---- */

/* An apostrophe keeps a spreadsheet from taking a text for a formula. */
static void
append_csv_cell(GString *out, const char *text, gboolean last)
{
    g_string_append_c(out, '"');
    if (*text != '\0' && strchr("=+-@\t\r\n'", *text) != NULL)
        g_string_append_c(out, '\'');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *text);
    }
    g_string_append(out, last ? "\"\r\n" : "\",");
}

void
sheet_append_csv(const SheetRow *rows, guint n, GString *out)
{
    g_autoptr(Arena) arena = arena_new();
    g_string_append(out, "\xEF\xBB\xBF");
    for (guint c = 0; c < N_COLUMNS; c++)
        append_csv_cell(out, column_name(c), c == N_COLUMNS - 1);
    for (guint i = 0; i < n; i++)
        for (guint c = 0; c < N_COLUMNS; c++)
            append_csv_cell(out, cell_text(arena, &rows[i], c), c == N_COLUMNS - 1);
}

/* ---- workbook ---- */

#define XML  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define REL  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char types_xml[] =
    XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>\n";
static const char rels_xml[] =
    XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r1\" Type=\"" REL "/officeDocument\" Target=\"xl/workbook.xml\"/>"
        "</Relationships>\n";
static const char workbook_xml[] =
    XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" REL "\"><sheets>"
        "<sheet name=\"Standar pelayanan\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>\n";
static const char workbook_rels_xml[] = XML
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"r1\" Type=\"" REL "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"r2\" Type=\"" REL "/styles\" Target=\"styles.xml\"/></Relationships>\n";
/* Style 0: wrapped, from the top; style 1: the same, bold. */
static const char styles_xml[] = XML
    "<styleSheet xmlns=\"" MAIN "\"><fonts count=\"2\"><font><sz val=\"10\"/>"
    "<name val=\"Arial\"/></font><font><b/><sz val=\"10\"/><name val=\"Arial\"/></font></fonts>"
    "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
    "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
    "<cellXfs count=\"2\"><xf applyAlignment=\"1\"><alignment vertical=\"top\" "
    "wrapText=\"1\"/></xf><xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\">"
    "<alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs></styleSheet>\n";

/* The longest start of `text` a cell takes, in bytes. */
static gsize
cell_len(const char *text)
{
    return g_utf8_strlen(text, -1) <= MOST_CELL
               ? strlen(text)
               : (gsize)(g_utf8_offset_to_pointer(text, MOST_CELL) - text);
}

static void
append_xlsx_cell(GString *xml, guint row, guint column, const char *text, guint style)
{
    g_string_append_printf(xml,
                           "<c r=\"%c%u\" s=\"%u\" t=\"inlineStr\"><is>"
                           "<t xml:space=\"preserve\">",
                           (char)('A' + column), row, style);
    html_append_escaped(xml, text, (gssize)cell_len(text));
    g_string_append(xml, "</t></is></c>");
}

static void
append_sheet(const SheetRow *rows, guint n, GString *xml, guint *n_cut)
{
    g_autoptr(Arena) arena = arena_new();
    g_string_append(xml, XML "<worksheet xmlns=\"" MAIN "\"><sheetViews><sheetView "
                             "workbookViewId=\"0\"><pane xSplit=\"2\" ySplit=\"1\" "
                             "topLeftCell=\"C2\" state=\"frozen\"/></sheetView></sheetViews>"
                             "<cols><col min=\"1\" max=\"2\" width=\"28\" customWidth=\"1\"/>"
                             "<col min=\"3\" max=\"5\" width=\"16\" customWidth=\"1\"/>"
                             "<col min=\"6\" max=\"19\" width=\"48\" customWidth=\"1\"/></cols>"
                             "<sheetData>\n");
    for (guint i = 0; i <= n; i++) {
        g_string_append_printf(xml, "<row r=\"%u\">", i + 1);
        for (guint c = 0; c < N_COLUMNS; c++) {
            const char *text = i > 0 ? cell_text(arena, &rows[i - 1], c) : column_name(c);
            *n_cut += text[cell_len(text)] != '\0' ? 1 : 0;
            append_xlsx_cell(xml, i + 1, c, text, i == 0);
        }
        g_string_append(xml, "</row>\n");
    }
    g_string_append(xml, "</sheetData></worksheet>\n");
}

gboolean
sheet_append_xlsx(const SheetRow *rows, guint n, GByteArray *out, guint *n_cut)
{
    g_autoptr(GString) sheet = g_string_new(NULL);
    *n_cut = 0;
    append_sheet(rows, n, sheet, n_cut);
    Zip *zip = zip_new(out);
    zip_add(zip, "[Content_Types].xml", types_xml, strlen(types_xml), FALSE);
    zip_add(zip, "_rels/.rels", rels_xml, strlen(rels_xml), FALSE);
    zip_add(zip, "xl/workbook.xml", workbook_xml, strlen(workbook_xml), FALSE);
    zip_add(zip, "xl/_rels/workbook.xml.rels", workbook_rels_xml, strlen(workbook_rels_xml),
            FALSE);
    zip_add(zip, "xl/styles.xml", styles_xml, strlen(styles_xml), FALSE);
    zip_add(zip, "xl/worksheets/sheet1.xml", sheet->str, sheet->len, FALSE);
    return zip_close(zip);
}

/* ---- SIPPN ---- */

static void
append_box(GString *out, const char *name, const char *text)
{
    g_string_append_printf(out, "--- %s ---\n%s\n\n", name,
                           *text ? text : "(belum ada dalam piagam)");
}

void
sheet_append_sippn(const SheetRow *rows, guint n, GString *out)
{
    /* The headings of SIPPN's own exports, in their order. */
    static const struct {
        const char *name;
        guint component;
    } boxes[] = {{"Persyaratan", 1},        {"Sistem, Mekanisme dan Prosedur", 2},
                 {"Waktu Penyelesaian", 3}, {"Biaya / Tarif", 4},
                 {"Produk Pelayanan", 5},   {"Pengaduan Layanan", 6}};
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < n; i++) {
        const Service *service = rows[i].service;
        g_string_append_printf(out, "%s=== %s ===\n\n", i > 0 ? "\n" : "",
                               text_str(service->judul));
        append_box(out, "Nama Instansi", agency_full_name(arena, rows[i].agency));
        append_box(out, "Nama Layanan", text_str(service->judul));
        append_box(out, "No. SK", text_str(service->sk.nomor));
        for (gsize k = 0; k < G_N_ELEMENTS(boxes); k++)
            append_box(out, boxes[k].name, component_text(arena, service, boxes[k].component));
        for (guint c = FIRST_INHERITABLE; c <= N_COMPONENTS; c++)
            append_box(out, component_names[c], component_text(arena, service, c));
    }
}
