#include "import/from-pdf.h"
#include "import/child.h"
#include "import/pdf-private.h"
#include <string.h>

enum {
    TSV_MAX_BYTES = 48 * 1024 * 1024, /* of the words of one PDF */
    PICTURE_MAX_BYTES = 40 * 1024 * 1024,
    SCAN_MAX_PAGES = 60,
    RULES_CPU_SECONDS = 4,
    WALL_FACTOR = 12 /* waiting time allowed for each second of CPU */
};

static const ChildLimits text_limits = {INTAKE_CPU_SECONDS, INTAKE_CPU_SECONDS *WALL_FACTOR,
                                        INTAKE_MEMORY, TSV_MAX_BYTES};
static const ChildLimits picture_limits = {INTAKE_CPU_SECONDS, INTAKE_CPU_SECONDS *WALL_FACTOR,
                                           INTAKE_MEMORY, PICTURE_MAX_BYTES};
static const ChildLimits rule_limits = {RULES_CPU_SECONDS, RULES_CPU_SECONDS *WALL_FACTOR,
                                        INTAKE_MEMORY, PICTURE_MAX_BYTES};
/* Pixels on the longer side of a page's picture: A4 at 300 dpi, of which tesseract takes 200 MB at most. */
static const char scan_side[] = "3508";

gboolean
from_pdf_is(const char *bytes, gsize len)
{
    static const char magic[] = "%PDF-";
    return memmem(bytes, MIN(len, 1024), magic, strlen(magic)) != NULL;
}

/* ---- scans ---- */

/* Words of a picture (PGM, PNG, JPEG, TIFF); FALSE when tesseract is missing or fails. */
static gboolean
read_picture(const char *bytes, gsize len, PdfText *text)
{
    static const char *const argv[] = {"tesseract", "stdin", "stdout", "-l", "ind",
                                       "--dpi",     "300",   "tsv",    NULL};
    ChildAnswer answer;
    g_autoptr(GError) error = NULL;
    ChildStatus status =
        child_exec(&(ChildProgram){argv, bytes, len}, &text_limits, &answer, &error);
    gboolean fine = status == CHILD_DONE && answer.code == 0;
    guint first = text->words->len;
    if (fine)
        pdf_text_read(text, answer.bytes, answer.len);
    for (guint i = first; i < text->words->len; i++)
        g_array_index(text->words, PdfWord, i).flags |= BLOCK_SCANNED;
    child_answer_clear(&answer);
    return fine;
}

static gboolean
read_scanned_page(const char *bytes, gsize len, guint page, PdfText *text)
{
    g_autofree char *number = g_strdup_printf("%u", page);
    const char *argv[] = {"pdftoppm", "-scale-to", scan_side, "-gray", "-f",
                          number,     "-l",        number,    "-",     NULL};
    ChildAnswer answer;
    g_autoptr(GError) error = NULL;
    ChildStatus status =
        child_exec(&(ChildProgram){argv, bytes, len}, &picture_limits, &answer, &error);
    gboolean fine = status == CHILD_DONE && answer.len > 0 && answer.len <= PICTURE_MAX_BYTES &&
                    read_picture(answer.bytes, answer.len, text);
    child_answer_clear(&answer);
    return fine;
}

static void
tell_lost(guint page, const char *path, DiagList *diags)
{
    g_autofree char *number = g_strdup_printf("%u", page);
    diag_add_path(diags, DIAG_IMPORT_PAGE, path, number, NULL);
}

/*
 * A copy of `from` in which pages without words are read from their pictures. Behind a page that is too much
 * for the limits none is tried any more: one hostile file takes the time of one page.
 */
static void
read_scans(const IntakeFile *file, const PdfText *from, PdfText *out, DiagList *diags)
{
    guint scanned = 0;
    gboolean going = TRUE;
    for (guint p = 0; p < from->pages->len; p++) {
        PdfPage page = g_array_index(from->pages, PdfPage, p);
        guint before = out->pages->len;
        if (page.n == 0) {
            going = going && ++scanned <= SCAN_MAX_PAGES &&
                    read_scanned_page(file->bytes, file->len, p + 1, out);
            if (going && out->pages->len > before)
                continue;
            if (!going)
                tell_lost(p + 1, file->path, diags);
        }
        PdfPage copy = page;
        copy.first = out->words->len;
        g_array_append_val(out->pages, copy);
        for (guint i = 0; i < page.n; i++) {
            PdfWord word = g_array_index(from->words, PdfWord, page.first + i);
            word.page = out->pages->len;
            g_array_append_val(out->words, word);
        }
    }
}

/* The lines drawn on the pages; none of a document that is too much for the limits. */
static void
read_rules(const IntakeFile *file, PdfText *text)
{
    static const char *const argv[] = {"pdftoppm",  "-r", "72", "-gray",
                                       "-aaVector", "no", "-",  NULL};
    ChildAnswer answer = {0};
    g_autoptr(GError) error = NULL;
    if (child_exec(&(ChildProgram){argv, file->bytes, file->len}, &rule_limits, &answer,
                   &error) == CHILD_DONE &&
        answer.len <= PICTURE_MAX_BYTES)
        pdf_rules_read(text, answer.bytes, answer.len);
    child_answer_clear(&answer);
}

static gboolean
can_scan(void)
{
    return child_has_program("pdftoppm") && child_has_program("tesseract");
}

static guint
count_empty_pages(const PdfText *text)
{
    guint n = 0;
    for (guint p = 0; p < text->pages->len; p++)
        n += g_array_index(text->pages, PdfPage, p).n == 0 ? 1 : 0;
    return n;
}

/* Without tesseract the pages that hold no words are told, if others do. */
static void
tell_empty_pages(const PdfText *text, const char *path, DiagList *diags)
{
    for (guint p = 0; p < text->pages->len && text->words->len > 0; p++)
        if (g_array_index(text->pages, PdfPage, p).n == 0)
            tell_lost(p + 1, path, diags);
}

/* ---- PDF ---- */

/* Why there are no words, in words; TRUE when there are. */
static gboolean
judge(ChildStatus status, const ChildAnswer *answer, const char *path, DiagList *diags)
{
    if (status == CHILD_NO_PROGRAM)
        diag_add_path(diags, DIAG_IMPORT_NO_PROGRAM, path, "pdftotext", "poppler-utils", NULL);
    else if (status == CHILD_HEAVY || status == CHILD_BROKEN)
        diag_add_path(diags, DIAG_IMPORT_HEAVY, path, NULL);
    else if (answer->len > TSV_MAX_BYTES)
        diag_add_path(diags, DIAG_IMPORT_HEAVY, path, NULL);
    else if (answer->code != 0 && strstr(answer->messages, "assword") != NULL)
        diag_add_path(diags, DIAG_IMPORT_LOCKED, path, NULL);
    else if (answer->code != 0 && strstr(answer->messages, "emory") != NULL)
        diag_add_path(diags, DIAG_IMPORT_HEAVY, path, NULL);
    else if (answer->code != 0)
        diag_add_path(diags, DIAG_PDF_UNREADABLE, path, NULL);
    else
        return TRUE;
    return FALSE;
}

static IntakeStatus
lay_out(PdfText *text, const char *path, Intake *out, DiagList *diags)
{
    if (text->words->len == 0) {
        diag_add_path(diags, DIAG_PDF_NO_TEXT, path, NULL);
        return INTAKE_FINDING;
    }
    PdfText flat;
    pdf_text_init(&flat, text->arena);
    pdf_text_measure(text);
    pdf_unfold_leaflets(text, &flat);
    out->blocks = pdf_layout(&flat);
    pdf_text_clear(&flat);
    return INTAKE_READ;
}

IntakeStatus
from_pdf_read(
    Arena *arena, const IntakeFile *file, Intake *out, DiagList *diags, GError **error)
{
    static const char *const argv[] = {"pdftotext", "-enc", "UTF-8", "-tsv", "-", "-", NULL};
    ChildAnswer answer;
    PdfText text, scans;
    ChildStatus status =
        child_exec(&(ChildProgram){argv, file->bytes, file->len}, &text_limits, &answer, error);
    if (status == CHILD_FAILED)
        return INTAKE_FAILED;
    gboolean fine = judge(status, &answer, file->path, diags);
    IntakeStatus result = INTAKE_FINDING;
    pdf_text_init(&text, arena);
    pdf_text_init(&scans, arena);
    if (fine) {
        pdf_text_read(&text, answer.bytes, answer.len);
        guint empty = count_empty_pages(&text);
        gboolean scan = empty > 0 && can_scan();
        if (scan)
            read_scans(file, &text, &scans, diags);
        else if (empty > 0)
            tell_empty_pages(&text, file->path, diags);
        if (text.words->len > 0 || scan)
            read_rules(file, scan ? &scans : &text);
        result = lay_out(scan ? &scans : &text, file->path, out, diags);
    }
    pdf_text_clear(&text);
    pdf_text_clear(&scans);
    child_answer_clear(&answer);
    return result;
}

IntakeStatus
from_picture_read(Arena *arena,
                  const IntakeFile *file,
                  Intake *out,
                  DiagList *diags,
                  G_GNUC_UNUSED GError **error)
{
    PdfText text;
    pdf_text_init(&text, arena);
    gboolean read =
        child_has_program("tesseract") && read_picture(file->bytes, file->len, &text);
    IntakeStatus result = INTAKE_FINDING;
    if (read && text.words->len > 0)
        result = lay_out(&text, file->path, out, diags);
    else
        diag_add_path(diags, DIAG_IMPORT_PICTURE, file->path, NULL);
    pdf_text_clear(&text);
    return result;
}
