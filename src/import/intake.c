#include "import/intake.h"
#include "import/from-office.h"
#include "import/from-pdf.h"
#include "import/from-text.h"
#include "import/word-list.h"
#include <string.h>

enum { SNIFF_BYTES = 1024 };

/* ---- what it is ---- */

static gboolean
holds(const char *bytes, gsize len, const char *words)
{
    return memmem(bytes, MIN(len, SNIFF_BYTES), words, strlen(words)) != NULL;
}

static gboolean
starts(const char *bytes, gsize len, const char *magic, gsize n)
{
    return len >= n && memcmp(bytes, magic, n) == 0;
}

/* A name as old Office files write it in their directory: UTF-16. */
static gboolean
holds_wide(const char *bytes, gsize len, const char *name)
{
    g_autoptr(GString) wide = g_string_new(NULL);
    for (const char *at = name; *at != '\0'; at++) {
        g_string_append_c(wide, *at);
        g_string_append_c(wide, '\0');
    }
    return memmem(bytes, len, wide->str, wide->len) != NULL;
}

static gboolean
is_picture(const char *bytes, gsize len)
{
    return starts(bytes, len, "\x89PNG", 4) || starts(bytes, len, "\xFF\xD8\xFF", 3) ||
           starts(bytes, len, "GIF8", 4) || starts(bytes, len, "II*\0", 4) ||
           starts(bytes, len, "MM\0*", 4) || starts(bytes, len, "BM", 2) ||
           (starts(bytes, len, "RIFF", 4) && len > 12 && memcmp(bytes + 8, "WEBP", 4) == 0) ||
           (len > 12 &&
            (memcmp(bytes + 4, "ftypheic", 8) == 0 || memcmp(bytes + 4, "ftypmif1", 8) == 0));
}

static gboolean
holds_name(const char *bytes, gsize len, const char *name)
{
    return memmem(bytes, len, name, strlen(name)) != NULL;
}

/* A PowerPoint file: its parts' names stand plain in the archive. */
static gboolean
is_slides(const char *bytes, gsize len)
{
    return starts(bytes, len, "PK\3\4", 4) && holds_name(bytes, len, "ppt/presentation.xml") &&
           !holds_name(bytes, len, "word/document.xml") &&
           !holds_name(bytes, len, "xl/workbook.xml");
}

/* A kind that is not read: its first bytes, a name (NULL = any) that old Office files write in their directory. */
typedef struct {
    const char *start;
    gsize n_start;
    const char *entry;
    const char *kind;
    const char *remedy;
} Foreign;

#define AS_WORD  "buka di Word atau LibreOffice, simpan sebagai .docx"
#define AS_EXCEL "buka di Excel atau LibreOffice, simpan sebagai .xlsx"
#define AS_TEXT  "salin teksnya ke berkas Word, simpan sebagai .docx"
#define UNPACKED "ekstrak dahulu, lalu impor berkas di dalamnya"
#define ANOTHER  "impor naskah standar pelayanannya: PDF, Word, Excel, halaman web, atau teks"
#define OLE      "\xD0\xCF\x11\xE0", 4

static const Foreign foreign_kinds[] = {
    {OLE, "WordDocument", "berkas Word lama (.doc)", AS_WORD},
    {OLE, "Workbook", "berkas Excel lama (.xls)", AS_EXCEL},
    {OLE, "Book", "berkas Excel lama (.xls)", AS_EXCEL},
    {OLE, "PowerPoint Document", "berkas PowerPoint lama (.ppt)", AS_TEXT},
    {OLE, NULL, "berkas Office lama", AS_TEXT},
    {"{\\rtf", 5, NULL, "berkas RTF", AS_WORD},
    {"Rar!", 4, NULL, "arsip terkompresi", UNPACKED},
    {"7z\xBC\xAF", 4, NULL, "arsip terkompresi", UNPACKED},
    {"\x1F\x8B", 2, NULL, "arsip terkompresi", UNPACKED},
    {"\177ELF", 4, NULL, "program, bukan dokumen", ANOTHER},
    {"MZ\x90", 3, NULL, "program, bukan dokumen", ANOTHER},
    {"SQLite format 3", 15, NULL, "berkas basis data", ANOTHER},
};

/* The kind, when it is none that is read, else NULL; what to do with it goes to `remedy`. */
static const char *
foreign_kind(const char *bytes, gsize len, const char **remedy)
{
    for (guint i = 0; i < G_N_ELEMENTS(foreign_kinds); i++) {
        const Foreign *kind = &foreign_kinds[i];
        if (starts(bytes, len, kind->start, kind->n_start) &&
            (kind->entry == NULL || holds_wide(bytes, len, kind->entry))) {
            *remedy = kind->remedy;
            return kind->kind;
        }
    }
    if (is_slides(bytes, len)) {
        *remedy = AS_TEXT;
        return "berkas PowerPoint (.pptx)";
    }
    if (holds(bytes, len, "MIME-Version:") && holds(bytes, len, "multipart/related")) {
        *remedy = "simpan halamannya sebagai \"Halaman Web, hanya HTML\"";
        return "halaman web tersimpan jenis .mht";
    }
    return NULL;
}

static gboolean
is_html(const char *bytes, gsize len)
{
    g_autofree char *start = g_ascii_strdown(bytes, (gssize)MIN(len, SNIFF_BYTES));
    const char *at = start + (g_str_has_prefix(start, "\xEF\xBB\xBF") ? 3 : 0);
    at += strspn(at, " \t\r\n");
    while (g_str_has_prefix(at, "<!--") || g_str_has_prefix(at, "<?xml")) {
        const char *end = strchr(at, '>');
        if (end == NULL)
            return FALSE;
        at = end + 1 + strspn(end + 1, " \t\r\n");
    }
    static const char tags[] =
        "<!doctype html|<html|<head|<body|<div|<table|<h1|<h2|<h3|<p>|<main|<article|<meta|"
        "<section|<ol|<ul|<p ";
    return word_list_begin(tags, at) > 0;
}

/* ---- text ---- */

static IntakeStatus
read_text(Arena *arena, const IntakeFile *file, Intake *out, DiagList *diags)
{
    char *bytes = g_strndup("", file->len);
    gsize len = file->len;
    const char *from;
    char delimiter;
    memcpy(bytes, file->bytes, len);
    if (text_to_utf8(&bytes, &len, &from) && g_str_has_prefix(from, "WINDOWS"))
        out->note =
            "naskah bukan UTF-8 dan dibaca sebagai Windows-1252; periksa huruf yang tidak "
            "biasa.";
    /* Pages end with a form feed, lines of a page with a vertical tab. */
    for (gsize i = 0; i < len; i++)
        bytes[i] = bytes[i] == '\f' ? ' ' : bytes[i] == '\v' ? '\n' : bytes[i];
    out->source = source_new(file->path, bytes, len, diags);
    if (!source_is_readable(out->source))
        return INTAKE_FINDING;
    if (source_n_lines(out->source) > INTAKE_MAX_LINES) {
        diag_add_path(diags, DIAG_IMPORT_HEAVY, file->path, NULL);
        return INTAKE_FINDING;
    }
    const char *text = source_text(out->source);
    out->blocks = csv_is_table(text, &delimiter) ? blocks_from_csv(arena, text, delimiter)
                                                 : blocks_from_text(arena, out->source);
    return INTAKE_READ;
}

IntakeStatus
intake_read(Arena *arena, const IntakeFile *file, Intake *out, DiagList *diags, GError **error)
{
    const char *remedy, *bytes = file->bytes, *path = file->path;
    const gsize len = file->len;
    *out = (Intake){0};
    if (len == 0 || strspn(bytes, " \t\r\n\f") == len) {
        diag_add_path(diags, DIAG_IMPORT_EMPTY, path, NULL);
        return INTAKE_FINDING;
    }
    if (starts(bytes, len, "\xD0\xCF\x11\xE0", 4) &&
        holds_wide(bytes, len, "EncryptedPackage")) {
        diag_add_path(diags, DIAG_IMPORT_LOCKED, path, NULL);
        return INTAKE_FINDING;
    }
    gboolean pdf = from_pdf_is(bytes, len),
             office = starts(bytes, len, "PK\3\4", 4) && !is_slides(bytes, len);
    if (!pdf && !office && !is_picture(bytes, len) && !is_html(bytes, len)) {
        const char *foreign = foreign_kind(bytes, len, &remedy);
        if (foreign == NULL)
            return read_text(arena, file, out, diags);
        diag_add_path(diags, DIAG_IMPORT_KIND, path, foreign, remedy, NULL);
        return INTAKE_FINDING;
    }
    out->source = source_new(path, g_strdup(""), 0, diags);
    if (pdf)
        return from_pdf_read(arena, file, out, diags, error);
    if (is_picture(bytes, len))
        return from_picture_read(arena, file, out, diags, error);
    return from_office_read(arena, file, out, diags, error);
}
