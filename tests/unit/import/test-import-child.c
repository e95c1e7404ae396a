/*
 * Import's children: what they try is denied, what is too much is ended, and hostile archives are findings.
 */
#include "base/deflate.h"
#include "import/child.h"
#include "import/from-office.h"
#include "import/from-pdf.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static const ChildLimits limits = {10, 120, 256 * 1024 * 1024, 1024 * 1024};

/* ---- the cage ---- */

typedef struct Attempt {
    const char *dir;
    gboolean exec; /* another program is tried too */
} Attempt;

static void
tell(GString *out, const char *what, long result)
{
    g_string_append_printf(out, "%s: %s\n", what, result >= 0 ? "done" : "denied");
}

/* Everything a stranger's parser must not do. */
static int
try_all(gconstpointer data, GString *out)
{
    const Attempt *attempt = data;
    g_autofree char *new = g_build_filename(attempt->dir, "new", NULL);
    g_autofree char *old = g_build_filename(attempt->dir, "old", NULL);
    g_autofree char *other = g_build_filename(attempt->dir, "other", NULL);
    tell(out, "create", open(new, O_WRONLY | O_CREAT, 0600));
    tell(out, "write", open(old, O_WRONLY));
    tell(out, "truncate", truncate(old, 0));
    tell(out, "rename", rename(old, other));
    tell(out, "link", link(old, other));
    tell(out, "symlink", symlink(old, other));
    tell(out, "remove", unlink(old));
    tell(out, "folder", mkdir(other, 0700));
    tell(out, "mode", chmod(old, 0777));
    tell(out, "socket", socket(AF_INET, SOCK_STREAM, 0));
    tell(out, "local socket", socket(AF_UNIX, SOCK_STREAM, 0));
    if (attempt->exec) {
        execl("/bin/true", "true", (char *)NULL);
        tell(out, "program", -1);
    }
    tell(out, "read", open(old, O_RDONLY));
    return 7;
}

#define DENIED                                                                        \
    "create: denied\nwrite: denied\ntruncate: denied\nrename: denied\nlink: denied\n" \
    "symlink: denied\nremove: denied\nfolder: denied\nmode: denied\nsocket: denied\n" \
    "local socket: denied\n"

static void
test_denied(void)
{
    g_autofree char *dir = g_dir_make_tmp("import-XXXXXX", NULL);
    g_autofree char *old = g_build_filename(dir, "old", NULL), *text = NULL;
    g_autoptr(GError) error = NULL;
    ChildAnswer answer;
    g_assert_true(g_file_set_contents(old, "milik kami", -1, NULL));
    g_assert_cmpint(child_call(try_all, &(Attempt){dir, TRUE}, &limits, &answer, &error), ==,
                    CHILD_DONE);
#if defined(__x86_64__) || defined(__aarch64__)
    g_assert_cmpstr(answer.bytes, ==, DENIED "program: denied\nread: done\n");
#endif
    g_assert_cmpint(answer.code, ==, 7);
    g_assert_true(g_file_get_contents(old, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "milik kami");
    child_answer_clear(&answer);
    g_unlink(old);
    g_assert_cmpint(g_rmdir(dir), ==, 0);
}

/* The same in another program, as pdftotext and tesseract are: this one, called again. */
static void
test_denied_program(void)
{
#ifdef __SANITIZE_ADDRESS__
    g_test_skip("no bound holds the address space that this program reserves for its checks");
    return;
#endif
    g_autofree char *dir = g_dir_make_tmp("import-XXXXXX", NULL);
    g_autofree char *old = g_build_filename(dir, "old", NULL), *text = NULL;
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autoptr(GError) error = NULL;
    ChildAnswer answer;
    const char *const argv[] = {self, "--attempt", dir, NULL};
    /* Its libraries are many: room for them, the rest as for any source. */
    const ChildLimits roomy = {limits.cpu_seconds, limits.wall_seconds,
                               2UL * 1024 * 1024 * 1024, limits.output};
    g_assert_true(g_file_set_contents(old, "milik kami", -1, NULL));
    g_assert_cmpint(child_exec(&(ChildProgram){argv, "", 0}, &roomy, &answer, &error), ==,
                    CHILD_DONE);
#if defined(__x86_64__) || defined(__aarch64__)
    g_assert_cmpstr(answer.bytes, ==, DENIED "read: done\n");
    g_assert_cmpint(answer.code, ==, 7);
#endif
    g_assert_true(g_file_get_contents(old, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "milik kami");
    child_answer_clear(&answer);
    g_unlink(old);
    g_assert_cmpint(g_rmdir(dir), ==, 0);
}

static void
test_exec(void)
{
    g_autoptr(GError) error = NULL;
    ChildAnswer answer;
    const char *const argv[] = {"sh", "-c",
                                "cat; (echo x >\"$0\") || echo ' denied'; echo no >&2; exit 3",
                                "/tmp/maklumat-import-test", NULL};
    g_assert_cmpint(child_exec(&(ChildProgram){argv, "halo", 4}, &limits, &answer, &error), ==,
                    CHILD_DONE);
    g_assert_cmpstr(answer.bytes, ==, "halo denied\n");
    g_assert_true(g_str_has_suffix(answer.messages, "no\n"));
    g_assert_cmpint(answer.code, ==, 3);
    g_assert_false(g_file_test(argv[3], G_FILE_TEST_EXISTS));
    child_answer_clear(&answer);
    const char *const none[] = {"maklumat-tiada", NULL};
    g_assert_cmpint(child_exec(&(ChildProgram){none, "", 0}, &limits, &answer, &error), ==,
                    CHILD_NO_PROGRAM);
}

static int
spin(gconstpointer data, GString *out)
{
    volatile guint n = 0;
    for (;;)
        n++;
    (void)data;
    g_string_append_c(out, (char)n);
    return 0;
}

#ifndef __SANITIZE_ADDRESS__ /* takes memory by itself */
/* Takes memory until there is none: how many pieces of 16 MB it got. */
static int
hoard(gconstpointer data, GString *out)
{
    enum { PIECE = 16 * 1024 * 1024, MANY = 64 };
    guint n = 0;
    (void)data;
    for (; n < MANY; n++) {
        volatile char *piece =
            malloc(PIECE); /* volatile: what is never read would not be taken */
        if (piece == NULL)
            break;
        for (gsize i = 0; i < PIECE; i += 4096)
            piece[i] = 1;
    }
    g_string_append_printf(out, "%s", n * PIECE <= 256U * 1024 * 1024 ? "ended" : "unbounded");
    return 0;
}
#endif

static int
talk(gconstpointer data, GString *out)
{
    (void)data;
    for (guint i = 0; i < 100; i++)
        g_string_append(out, "kata ");
    return 0;
}

static void
test_limits(void)
{
    g_autoptr(GError) error = NULL;
    ChildAnswer answer;
    const ChildLimits short_time = {1, 120, limits.memory, 100};
    g_assert_cmpint(child_call(spin, NULL, &short_time, &answer, &error), ==, CHILD_HEAVY);
    child_answer_clear(&answer);
    g_assert_cmpint(child_call(talk, NULL, &short_time, &answer, &error), ==, CHILD_DONE);
    g_assert_cmpuint(answer.len, ==, 101);
    child_answer_clear(&answer);
#ifndef __SANITIZE_ADDRESS__
    g_assert_cmpint(child_call(hoard, NULL, &limits, &answer, &error), ==, CHILD_DONE);
    g_assert_cmpstr(answer.bytes, ==, "ended");
    child_answer_clear(&answer);
#endif
}

/* ---- hostile archives ---- */

/* A ZIP of one part: `head`, then `filler` as often as it takes to `size` bytes, then `tail`. */
static GString *
zip_of(const char *name, const char *head, const char *filler, gsize size, const char *tail)
{
    enum { CHUNK = 1024 * 1024 };
    char *packed = g_malloc(8 * CHUNK);
    gsize used = 0, n = strlen(filler);
    g_autofree char *chunk = g_malloc(CHUNK);
    for (gsize i = 0; i < CHUNK; i++)
        chunk[i] = n > 0 ? filler[i % n] : ' ';
    struct archive *archive = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    archive_write_set_format_zip(archive);
    g_assert_cmpint(archive_write_open_memory(archive, packed, 8 * CHUNK, &used), ==,
                    ARCHIVE_OK);
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    g_assert_cmpint(archive_write_header(archive, entry), ==, ARCHIVE_OK);
    archive_write_data(archive, head, strlen(head));
    for (gsize at = 0; at < size; at += CHUNK)
        archive_write_data(archive, chunk,
                           MIN(size - at, (gsize)CHUNK) / MAX(n, 1) * MAX(n, 1));
    archive_write_data(archive, tail, strlen(tail));
    archive_entry_free(entry);
    g_assert_cmpint(archive_write_close(archive), ==, ARCHIVE_OK);
    archive_write_free(archive);
    GString *out = g_string_new_len(packed, (gssize)used);
    g_free(packed);
    return out;
}

#define DOCUMENT  "word/document.xml"
#define DOC(text) "<w:document xmlns:w='w'><w:body>" text "</w:body></w:document>"

static const struct {
    const char *name, *part, *head, *filler;
    gsize size;
    const char *tail, *tag;
} hostile[] = {
    {"zip", DOCUMENT, "", " ", 400 * 1024 * 1024UL, "", "import-heavy"},
    {"paragraphs", DOCUMENT, "<w:document xmlns:w='w'><w:body>",
     "<w:p><w:r><w:t>a</w:t></w:r></w:p>", 40 * 1024 * 1024UL, "</w:body></w:document>",
     "import-heavy"},
    {"laughs", DOCUMENT,
     "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
     "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>" DOC(
         "<w:p><w:r><w:t>&c;</w:t></w:r></w:p>"),
     "", 0, "", "import-entity"},
    {"stranger", DOCUMENT,
     "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" DOC(
         "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"),
     "", 0, "", "import-entity"},
    {"deep", DOCUMENT, "<w:document xmlns:w='w'><w:body>", "<w:sdt>", 7 * 100000UL, "",
     "import-damaged"},
    {"no-xml", DOCUMENT, "bukan XML", "", 0, "", "import-damaged"},
    {"other", "catatan.bin", "x", "", 0, "", "import-kind"},
    {"folder", "naskah/standar.pdf", "x", "", 0, "", "import-kind"},
};

static void
test_hostile(gconstpointer data)
{
    guint i = GPOINTER_TO_UINT(data);
    g_autoptr(GString) zip = zip_of(hostile[i].part, hostile[i].head, hostile[i].filler,
                                    hostile[i].size, hostile[i].tail);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    Intake intake = {0};
    g_assert_cmpint(from_office_read(arena, &(IntakeFile){"x.docx", zip->str, zip->len},
                                     &intake, diags, &error),
                    ==, INTAKE_FINDING);
    g_assert_no_error(error);
    g_assert_cmpuint(diag_list_n(diags), ==, 1);
    g_assert_cmpstr(diag_info(diag_list_get(diags, 0)->code)->tag, ==, hostile[i].tag);
}

/* Tables of four hundred million hidden columns in all, and a word: read within the bounds of a child. */
static void
test_columns(void)
{
    static const char table[] =
        "<d:table><d:table-column d:visibility='collapse' d:number-columns-repeated='10000'/>"
        "</d:table>";
    g_autoptr(GString) zip = zip_of(
        "content.xml", "<d:document-content xmlns:d='d'><d:body><d:spreadsheet>", table,
        40000 * (sizeof table - 1),
        "<d:p>Gratis</d:p></d:spreadsheet></d:body></d:document-content>");
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    Intake intake = {0};
    g_assert_cmpint(from_office_read(arena, &(IntakeFile){"x.ods", zip->str, zip->len}, &intake,
                                     diags, &error),
                    ==, INTAKE_READ);
    g_assert_no_error(error);
    g_assert_cmpuint(intake.blocks.n, ==, 1);
    g_assert_cmpstr(intake.blocks.items[0].text, ==, "Gratis");
}

/* ---- hostile PDF ---- */

typedef struct Pdf {
    GString *out;
    GArray *at; /* gsize: where each object begins */
} Pdf;

static void
pdf_add(Pdf *pdf, const char *dict, const char *stream, gsize len)
{
    gsize at = pdf->out->len;
    g_array_append_val(pdf->at, at);
    g_string_append_printf(pdf->out, "%u 0 obj\n<<%s", pdf->at->len, dict);
    if (stream != NULL) {
        g_string_append_printf(pdf->out, "/Length %" G_GSIZE_FORMAT ">>stream\n", len);
        g_string_append_len(pdf->out, stream, (gssize)len);
        g_string_append(pdf->out, "\nendstream\nendobj\n");
        return;
    }
    g_string_append(pdf->out, ">>\nendobj\n");
}

/* A document of one page, whose content is object 4. */
static Pdf
pdf_new(void)
{
    Pdf pdf = {g_string_new("%PDF-1.5\n"), g_array_new(FALSE, FALSE, sizeof(gsize))};
    pdf_add(&pdf, "/Type/Catalog/Pages 2 0 R", NULL, 0);
    pdf_add(&pdf, "/Type/Pages/Kids[3 0 R]/Count 1", NULL, 0);
    pdf_add(&pdf,
            "/Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
            "/Resources<</XObject<</F 5 0 R>>>>",
            NULL, 0);
    return pdf;
}

/* The tag of what is found in it; frees it. */
static const char *
found_in(Pdf *pdf)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    Intake intake = {0};
    gsize xref = pdf->out->len;
    g_string_append_printf(pdf->out, "xref\n0 %u\n0000000000 65535 f \n", pdf->at->len + 1);
    for (guint i = 0; i < pdf->at->len; i++)
        g_string_append_printf(pdf->out, "%010" G_GSIZE_FORMAT " 00000 n \n",
                               g_array_index(pdf->at, gsize, i));
    g_string_append_printf(
        pdf->out, "trailer<</Size %u/Root 1 0 R>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
        pdf->at->len + 1, xref);
    g_assert_cmpint(from_pdf_read(arena, &(IntakeFile){"x.pdf", pdf->out->str, pdf->out->len},
                                  &intake, diags, &error),
                    ==, INTAKE_FINDING);
    g_assert_no_error(error);
    g_assert_cmpuint(diag_list_n(diags), ==, 1);
    g_string_free(pdf->out, TRUE);
    g_array_unref(pdf->at);
    return diag_info(diag_list_get(diags, 0)->code)->tag;
}

/* Drawings in drawings, ten times nine times over: work for days. */
static const char *
nested_forms(void)
{
    enum { DEPTH = 9 };
    Pdf pdf = pdf_new();
    pdf_add(&pdf, "", "/F Do", 5);
    for (guint i = 0; i < DEPTH; i++) {
        static const char ten[] = "/F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do";
        g_autofree char *dict = g_strdup_printf(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %u 0 R>>>>",
            6 + i);
        pdf_add(&pdf, dict, ten, strlen(ten));
    }
    pdf_add(&pdf, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 m 1 1 l S", 13);
    return found_in(&pdf);
}

/* Half a megabyte that unpacks to millions of states to be kept. */
static const char *
packed_states(void)
{
    enum { BYTES = 256 * 1024 * 1024 };
    Pdf pdf = pdf_new();
    g_autoptr(GByteArray) packed = g_byte_array_new();
    guint8 *states = g_malloc(BYTES);
    for (gsize i = 0; i < BYTES; i += 2)
        memcpy(states + i, "q ", 2);
    deflate_append(packed, states, BYTES, 6);
    g_free(states);
    pdf_add(&pdf, "/Filter/FlateDecode", (const char *)packed->data, packed->len);
    return found_in(&pdf);
}

/* Whatever it is, it ends within the bounds of every child. */
static void
test_bombs(void)
{
    g_autofree char *program = g_find_program_in_path("pdftotext");
    struct rusage before, after;
    if (program == NULL) {
        g_test_skip("pdftotext is not installed (poppler-utils)");
        return;
    }
    g_assert_cmpstr(packed_states(), ==, "import-heavy");
    getrusage(RUSAGE_CHILDREN, &before);
    g_assert_cmpstr(nested_forms(), ==, "import-heavy");
    getrusage(RUSAGE_CHILDREN, &after);
    g_assert_cmpint(after.ru_utime.tv_sec - before.ru_utime.tv_sec, <=, INTAKE_CPU_SECONDS + 1);
}

int
main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--attempt") == 0) {
        g_autoptr(GString) told = g_string_new(NULL);
        int code = try_all(&(Attempt){argv[2], FALSE}, told);
        g_assert_cmpint(write(1, told->str, told->len), ==, (gssize)told->len);
        return code;
    }
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/child/denied", test_denied);
    g_test_add_func("/import/child/denied-program", test_denied_program);
    g_test_add_func("/import/child/exec", test_exec);
    g_test_add_func("/import/child/limits", test_limits);
    g_test_add_func("/import/child/bombs", test_bombs);
    g_test_add_func("/import/child/columns", test_columns);
    for (guint i = 0; i < G_N_ELEMENTS(hostile); i++) {
        g_autofree char *path = g_strconcat("/import/hostile/", hostile[i].name, NULL);
        g_test_add_data_func(path, GUINT_TO_POINTER(i), test_hostile);
    }
    return g_test_run();
}
