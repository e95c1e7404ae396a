#include "publish/manifest.h"
#include "base/append.h"
#include "base/fs-stream.h"
#include "base/span.h"
#include <string.h>

#define OWN_NAMES  ".maklumat"
#define HEAD_SITE  "maklumat manifest 1 site"
#define HEAD_DRAFT "maklumat manifest 1 draft"

enum { HASH_DIGITS = 16 };

Manifest *
manifest_new(void)
{
    Manifest *manifest = g_new0(Manifest, 1);
    manifest->dirs = g_array_new(FALSE, FALSE, sizeof(ManifestDir));
    manifest->entries = g_array_new(FALSE, FALSE, sizeof(ManifestEntry));
    manifest->text = g_string_new(NULL);
    return manifest;
}

void
manifest_free(Manifest *manifest)
{
    g_array_unref(manifest->dirs);
    g_array_unref(manifest->entries);
    g_string_free(manifest->text, TRUE);
    g_free(manifest);
}

static const guint8 controls[256] = {[0x00 ... 0x1F] = 1, [0x7F] = 1};

static inline SpanBlock
control_hits(SpanBlock bytes)
{
    return (SpanBlock)((bytes < 0x20) | (bytes == 0x7F));
}

static gboolean
is_dots(const char *part, gsize len)
{
    return len == 1 || (len == 2 && part[1] == '.');
}

gboolean
manifest_path_is_valid(const char *path)
{
    gsize total = strlen(path);
    if (total == 0 || total > 4000 || strncmp(path, OWN_NAMES, strlen(OWN_NAMES)) == 0)
        return FALSE;
    if (span_until(path, total, control_hits, controls) < total)
        return FALSE;
    for (const char *part = path, *end = path + total;;) {
        const char *slash = memchr(part, '/', (gsize)(end - part));
        gsize len = (gsize)((slash != NULL ? slash : end) - part);
        if (len == 0 || len > 255 || (part[0] == '.' && is_dots(part, len)))
            return FALSE;
        if (slash == NULL)
            return TRUE;
        part = slash + 1;
    }
}

int
manifest_compare_dirs(const char *a, const char *b)
{
    while (*a != '\0' && *a == *b)
        a++, b++;
    int ca = *a == '/' ? 1 : (guchar)*a, cb = *b == '/' ? 1 : (guchar)*b;
    return ca - cb;
}

static guint32
keep_text(Manifest *manifest, const char *text, gsize len)
{
    gsize at = manifest->text->len;
    g_assert(at + len < G_MAXUINT32);
    append_bytes(manifest->text, text, len);
    append_bytes(manifest->text, "", 1); /* its NUL */
    return (guint32)at;
}

/* The last folder added, when it is the one of these bytes; else a new one. */
static ManifestDir *
dir_for(Manifest *manifest, const char *path, gsize len)
{
    if (manifest->dirs->len > 0) {
        ManifestDir *last =
            &g_array_index(manifest->dirs, ManifestDir, manifest->dirs->len - 1);
        const char *text = manifest->text->str + last->path;
        if (strncmp(text, path, len) == 0 && text[len] == '\0')
            return last;
    }
    ManifestDir dir = {keep_text(manifest, path, len), manifest->entries->len, 0};
    g_array_append_val(manifest->dirs, dir);
    return &g_array_index(manifest->dirs, ManifestDir, manifest->dirs->len - 1);
}

void
manifest_add(Manifest *manifest, const ManifestFile *file, ManifestState state)
{
    const char *slash = strrchr(file->path, '/');
    const char *name = slash == NULL ? file->path : slash + 1;
    ManifestDir *dir =
        dir_for(manifest, file->path, slash == NULL ? 0 : (gsize)(slash - file->path));
    ManifestEntry entry = {file->hash, file->size, keep_text(manifest, name, strlen(name)),
                           (gint)state};
    g_array_append_val(manifest->entries, entry);
    dir->n++;
}

typedef struct Reading {
    Manifest *manifest;
    guint64 n_lines;
    gboolean complete, damaged;
} Reading;

/* A decimal number at *text, before `end`; moves *text behind it. */
static gboolean
read_number(const char **text, char end, guint64 *value)
{
    guint64 number = 0;
    const char *p = *text;
    for (; g_ascii_isdigit(*p); p++) {
        if (number > G_MAXINT64 / 10 - 10)
            return FALSE;
        number = number * 10 + (guint64)(*p - '0');
    }
    if (p == *text || *p != end)
        return FALSE;
    *text = p + 1;
    *value = number;
    return TRUE;
}

static gboolean
read_hash(const char *text, guint64 *value)
{
    static const gint8 values[256] = {
        ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,
        ['6'] = 7,  ['7'] = 8,  ['8'] = 9,  ['9'] = 10, ['a'] = 11, ['b'] = 12,
        ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
    };
    guint64 number = 0;
    for (guint i = 0; i < HASH_DIGITS; i++) {
        int digit = values[(guchar)text[i]] - 1;
        if (digit < 0)
            return FALSE;
        number = number << 4 | (guint64)digit;
    }
    *value = number;
    return text[HASH_DIGITS] == '\0';
}

/* Whether the file just added stands behind the one before it. */
static gboolean
is_in_order(const Manifest *manifest)
{
    const char *text = manifest->text->str;
    guint n = manifest->dirs->len;
    const ManifestDir *dir = &g_array_index(manifest->dirs, ManifestDir, n - 1);
    if (dir->n > 1) {
        const ManifestEntry *last =
            &g_array_index(manifest->entries, ManifestEntry, manifest->entries->len - 1);
        return strcmp(text + last[-1].name, text + last->name) < 0;
    }
    return n < 2 || manifest_compare_dirs(text + dir[-1].path, text + dir->path) < 0;
}

static gboolean
read_file_line(Reading *reading, char *line)
{
    ManifestFile file = {line, 0, 0};
    char *tab = strchr(line, '\t');
    if (tab == NULL)
        return FALSE;
    *tab = '\0';
    const char *rest = tab + 1;
    if (!read_number(&rest, '\t', &file.size) || !read_hash(rest, &file.hash) ||
        !manifest_path_is_valid(line))
        return FALSE;
    manifest_add(reading->manifest, &file, MANIFEST_OLD);
    return is_in_order(reading->manifest);
}

/* The last line: "= COUNT CHECKSUM". */
static gboolean
read_last_line(const Reading *reading, const char *line, guint64 checksum)
{
    guint64 n_files, stated;
    const char *rest = line + 2;
    return read_number(&rest, ' ', &n_files) && read_hash(rest, &stated) &&
           n_files == reading->manifest->entries->len && stated == checksum;
}

static gboolean
read_line(char *line, gsize len, guint64 checksum, gpointer data)
{
    Reading *reading = data;
    gboolean fine;
    if (reading->n_lines++ == 0) {
        reading->manifest->draft = strcmp(line, HEAD_DRAFT) == 0;
        fine = reading->manifest->draft || strcmp(line, HEAD_SITE) == 0;
    } else if (line[0] == '=' && line[1] == ' ') {
        fine = reading->complete = read_last_line(reading, line, checksum);
    } else {
        /* Nothing may follow the last line, and no line may hold a NUL. */
        fine = !reading->complete && strlen(line) == len && read_file_line(reading, line);
    }
    reading->damaged |= !fine;
    return fine;
}

gboolean
manifest_read(int dir, const char *path, Manifest **manifest, gboolean *damaged, GError **error)
{
    GError *failure = NULL;
    Reading reading = {manifest_new(), 0, FALSE, FALSE};
    *manifest = NULL;
    *damaged = FALSE;
    gboolean fine = fs_each_line(dir, path, read_line, &reading, &failure);
    if (fine && reading.complete && !reading.damaged) {
        *manifest = reading.manifest;
        return TRUE;
    }
    manifest_free(reading.manifest);
    if (fine) {
        *damaged = TRUE;
        return TRUE;
    }
    gboolean missing = g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING);
    if (missing || g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_FILE) ||
        g_error_matches(failure, FS_ERROR, FS_ERROR_TOO_BIG)) {
        *damaged = !missing;
        g_error_free(failure);
        return TRUE;
    }
    g_propagate_error(error, failure);
    return FALSE;
}

Manifest *
manifest_parse(char *bytes, gsize len)
{
    Reading reading = {manifest_new(), 0, FALSE, FALSE};
    char *line = bytes, *end = bytes + len, *newline;
    guint64 checksum = 0;
    gboolean fine = TRUE;
    while (fine && (newline = memchr(line, '\n', (gsize)(end - line))) != NULL) {
        gsize n = (gsize)(newline - line);
        guint64 before = checksum;
        checksum = fs_hash(line, n + 1, before);
        *newline = '\0';
        fine = n <= FS_LINE_MAX && read_line(line, n, before, &reading);
        line = newline + 1;
    }
    if (fine && reading.complete && line == end)
        return reading.manifest;
    manifest_free(reading.manifest);
    return NULL;
}

static void
add_line(ManifestText *text, gsize from)
{
    text->checksum = fs_hash(text->out->str + from, text->out->len - from, text->checksum);
}

void
manifest_text_begin(ManifestText *text, GString *out)
{
    gsize from = out->len;
    *text = (ManifestText){out, 0, 0};
    append_text(out, HEAD_SITE "\n");
    add_line(text, from);
}

void
manifest_text_add(ManifestText *text, const ManifestFile *file)
{
    gsize from = text->out->len;
    append_text(text->out, file->path);
    append_bytes(text->out, "\t", 1);
    append_digits(text->out, file->size, 1);
    append_bytes(text->out, "\t", 1);
    append_hex(text->out, file->hash);
    append_bytes(text->out, "\n", 1);
    add_line(text, from);
    text->n_files++;
}

void
manifest_text_end(ManifestText *text)
{
    append_bytes(text->out, "= ", 2);
    append_digits(text->out, text->n_files, 1);
    append_bytes(text->out, " ", 1);
    append_hex(text->out, text->checksum);
    append_bytes(text->out, "\n", 1);
}

/* As manifest_compare_dirs() with the first `len` bytes of `path`. */
static int
compare_prefix(const char *path, gsize len, const char *dir)
{
    gsize same = 0;
    while (same < len && path[same] == dir[same])
        same++;
    int a = same == len ? 0 : path[same] == '/' ? 1 : (guchar)path[same];
    int b = dir[same] == '/' ? 1 : (guchar)dir[same];
    return a - b;
}

static const ManifestDir *
find_dir(const Manifest *manifest, const char *path, gsize len)
{
    for (guint low = 0, high = manifest->dirs->len; low < high;) {
        guint middle = low + (high - low) / 2;
        const ManifestDir *dir = &g_array_index(manifest->dirs, ManifestDir, middle);
        int order = compare_prefix(path, len, manifest->text->str + dir->path);
        if (order == 0)
            return dir;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static ManifestEntry *
find_in_dir(const Manifest *manifest, const ManifestDir *dir, const char *name)
{
    for (guint low = dir->first, high = dir->first + dir->n; low < high;) {
        guint middle = low + (high - low) / 2;
        ManifestEntry *entry = &g_array_index(manifest->entries, ManifestEntry, middle);
        int order = strcmp(name, manifest->text->str + entry->name);
        if (order == 0)
            return entry;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

ManifestEntry *
manifest_find(const Manifest *manifest, const char *path)
{
    ManifestPlace place = {0};
    return manifest_find_next(manifest, path, &place);
}

ManifestEntry *
manifest_find_next(const Manifest *manifest, const char *path, ManifestPlace *place)
{
    const char *slash = strrchr(path, '/'), *text = manifest->text->str;
    const char *name = slash == NULL ? path : slash + 1;
    gsize len = slash == NULL ? 0 : (gsize)(slash - path);
    const ManifestDir *dir = place->dir;
    if (dir == NULL || strncmp(text + dir->path, path, len) != 0 ||
        text[dir->path + len] != '\0')
        dir = find_dir(manifest, path, len);
    if (dir == NULL)
        return NULL;
    ManifestEntry *entries = &g_array_index(manifest->entries, ManifestEntry, 0);
    ManifestEntry *entry = NULL;
    if (dir == place->dir && place->next < dir->first + dir->n &&
        strcmp(text + entries[place->next].name, name) == 0)
        entry = entries + place->next;
    else
        entry = find_in_dir(manifest, dir, name);
    if (entry != NULL)
        *place = (ManifestPlace){dir, (guint)(entry - entries) + 1};
    return entry;
}

gboolean
manifest_state_is_live(gint state)
{
    return state == MANIFEST_KEPT || manifest_state_is_staged(state);
}

gboolean
manifest_state_is_staged(gint state)
{
    return state == MANIFEST_CHANGED || state == MANIFEST_LOST || state == MANIFEST_NEW;
}

gboolean
merged_write(const Merged *merged, gboolean draft, int dir, const char *path, GError **error)
{
    FsWriter *writer = fs_writer_open(dir, path, error);
    if (writer == NULL)
        return FALSE;
    guint64 n_files = 0;
    g_autoptr(GString) line = g_string_new(draft ? HEAD_DRAFT "\n" : HEAD_SITE "\n");
    fs_writer_add(writer, line->str, line->len);
    for (guint i = 0; i < merged->dirs->len; i++) {
        const MergedDir *folder = &g_array_index(merged->dirs, MergedDir, i);
        for (guint k = folder->first; k < folder->first + folder->n; k++) {
            const MergedFile *file = &g_array_index(merged->files, MergedFile, k);
            if (!manifest_state_is_live(file->entry->state))
                continue;
            merged_path(folder, file->name, line);
            append_bytes(line, "\t", 1);
            append_digits(line, file->entry->size, 1);
            append_bytes(line, "\t", 1);
            append_hex(line, file->entry->hash);
            append_bytes(line, "\n", 1);
            fs_writer_add(writer, line->str, line->len);
            n_files++;
        }
    }
    g_string_printf(line, "= %" G_GUINT64_FORMAT " %016" G_GINT64_MODIFIER "x\n", n_files,
                    fs_writer_checksum(writer));
    fs_writer_add(writer, line->str, line->len);
    return fs_writer_close(writer, error);
}
