#include "audit/linked.h"
#include "base/fs.h"
#include "text/picture.h"
#include "text/sniff.h"
#include "text/svg.h"
#include <string.h>

/*
 * Read by browsers as documents, or run or obeyed by servers: what is written in them acts with the rights of the site. svgz
 * cannot be judged unread. What begins with "php" is run, too (php7, phps).
 */
static const char *const runs[] = {
    "asax", "ashx",  "asmx",  "asp", "aspx", "cfm", "cgi",  "disco", "dtd",
    "fcgi", "hta",   "htc",   "htm", "html", "jsp", "jspx", "lsphp", "mathml",
    "mht",  "mhtml", "mml",   "mno", "phar", "pht", "phtm", "phtml", "rdf",
    "rss",  "shtm",  "shtml", "stm", "svgz", "swf", "vml",  "wsdl",  "xht",
    "xhtm", "xhtml", "xml",   "xsd", "xsf",  "xsl", "xslt", NULL};
/* The same at the end of a name only: web.config, php.ini. */
static const char *const obeyed[] = {"asa", "cer", "config", "ini", "var", NULL};
static const char *const programs[] = {"exe", "msi", "bat",  "cmd",  "com", "scr",
                                       "vbs", "js",  "mjs",  "jar",  "apk", "ps1",
                                       "lnk", "sh",  "docm", "xlsm", NULL};
static const char *const pictures[] = {"png", "jpg", "jpeg", "jfif", "gif", "webp", NULL};
/* What phones and offices open. */
static const char *const others[] = {
    "pdf",  "doc", "docx", "dot",     "dotx", "odt", "ott",  "rtf",  "txt",  "xls",
    "xlsx", "ods", "csv",  "tsv",     "ppt",  "pps", "pptx", "ppsx", "odp",  "svg",
    "bmp",  "tif", "tiff", "avif",    "heic", "mp3", "m4a",  "ogg",  "opus", "wav",
    "mp4",  "m4v", "mov",  "webm",    "3gp",  "zip", "rar",  "7z",   "ics",  "vcf",
    "json", "kmz", "p7m",  "geojson", "epub", NULL};

/* Small letters, up to what servers and editors put behind an ending: "asp;", "html~". */
static void
make_plain(char *ending)
{
    char *c = ending;
    for (; g_ascii_isalnum(*c); c++)
        *c = g_ascii_tolower(*c);
    if (*c == ';' || *c == '~')
        *c = '\0';
}

/* The ending without its dot; "" when there is none. g_free() it. */
static char *
ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    char *ending = g_strdup(dot != NULL && dot > name ? dot + 1 : "");
    make_plain(ending);
    return ending;
}

static gboolean
is_run(const char *ending)
{
    return g_strv_contains(runs, ending) || g_str_has_prefix(ending, "php");
}

/*
 * "surat.php.pdf": Apache asks each part of a name, and goes by an earlier one where it does not know the last. FALSE: a part is
 * refused.
 */
static gboolean
check_inner(const char *display, const char *ending, DiagList *diags)
{
    g_auto(GStrv) parts = g_strsplit(strrchr(display, '/') + 1, ".", -1);
    const char *program = NULL;
    for (char **part = parts; *part != NULL && part[1] != NULL; part++) {
        make_plain(*part);
        if (part == parts)
            continue;
        g_autofree char *dotted = g_strconcat(".", *part, NULL);
        gboolean unread = strcmp(*part, "svg") == 0 && strcmp(ending, "svg") != 0;
        if (is_run(*part) || unread) {
            diag_add_path(diags, DIAG_FILE_RUNS, display, dotted, NULL);
            return FALSE;
        }
        if (g_strv_contains(programs, *part))
            program = *part;
    }
    if (program != NULL) {
        g_autofree char *dotted = g_strconcat(".", program, NULL);
        diag_add_path(diags, DIAG_FILE_PROGRAM, display, dotted, NULL);
    }
    return TRUE;
}

/* FALSE: it is refused by its name. */
static gboolean
check_kind(const char *display, const char *ending, DiagList *diags)
{
    g_autofree char *dotted = g_strconcat(".", ending, NULL);
    const char *what = *ending != '\0' ? dotted : strrchr(display, '/') + 1;
    if (is_run(ending) || g_strv_contains(obeyed, ending)) {
        diag_add_path(diags, DIAG_FILE_RUNS, display, what, NULL);
        return FALSE;
    }
    if (g_strv_contains(programs, ending))
        diag_add_path(diags, DIAG_FILE_PROGRAM, display, what, NULL);
    else if (!g_strv_contains(pictures, ending) && !g_strv_contains(others, ending))
        diag_add_path(diags, DIAG_FILE_KIND, display, what, NULL);
    return check_inner(display, ending, diags);
}

/* A file that cannot be read is the environment's trouble, and told where it is copied. */
static void
check_svg(const Scan *scan, const ScanFile *file, const char *display, DiagList *diags)
{
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize len;
    SvgFault fault = {.line = 1};
    bytes = fs_read(scan->dir, file->path, LINKED_MAX_SVG, &len, &error);
    if (bytes == NULL) {
        if (!g_error_matches(error, FS_ERROR, FS_ERROR_TOO_BIG))
            return;
        g_snprintf(fault.what, sizeof fault.what, "> %d MB", LINKED_MAX_SVG >> 20);
    } else if (svg_is_safe(bytes, len, &fault)) {
        return;
    }
    char line[16];
    g_snprintf(line, sizeof line, "%u", fault.line);
    diag_add_path(diags, DIAG_SVG_UNSAFE, display, fault.what, line, NULL);
}

static void
check_head(const Scan *scan,
           const ScanFile *file,
           gboolean picture,
           const char *display,
           DiagList *diags)
{
    gsize len;
    guint32 width, height;
    char word[SNIFF_WORD];
    g_autofree char *bytes =
        fs_read_head(scan->dir, file->path, picture ? LINKED_HEAD : SNIFF_HEAD, &len, NULL);
    if (bytes == NULL)
        return;
    if (sniff_is_page(bytes, len, word))
        diag_add_path(diags, DIAG_FILE_PAGE, display, word, NULL);
    if (!picture || !picture_measure(bytes, len, &width, &height) ||
        !picture_is_huge(width, height))
        return;
    g_autofree char *size = g_strdup_printf("%u × %u", width, height);
    diag_add_path(diags, DIAG_PICTURE_BIG, display, size, NULL);
}

void
linked_audit(const Scan *scan, const char *const *files, guint n_files, DiagList *diags)
{
    for (guint i = 0; i < n_files; i++) {
        const ScanFile *file = scan_find_other(scan, files[i]);
        if (file == NULL)
            continue;
        g_autofree char *display = scan_display_path(scan, file->path);
        g_autofree char *ending = ending_of(file->path);
        gboolean may_pass = check_kind(display, ending, diags);
        if (strcmp(ending, "svg") == 0)
            check_svg(scan, file, display, diags);
        else if (may_pass)
            check_head(scan, file, g_strv_contains(pictures, ending), display, diags);
        if (file->size <= LINKED_HEAVY_FILE)
            continue;
        g_autofree char *size = g_strdup_printf("%" G_GUINT64_FORMAT, file->size >> 20);
        diag_add_path(diags, DIAG_FILE_HEAVY, display, size, NULL);
    }
}
