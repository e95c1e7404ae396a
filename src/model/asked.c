#include "model/asked.h"
#include "base/fs.h"
#include <string.h>

Asked *
asked_new(void)
{
    Asked *asked = g_new(Asked, 1);
    asked->questions = g_array_new(FALSE, FALSE, sizeof(AskedQuestion));
    asked->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    asked->texts = g_string_chunk_new(256);
    return asked;
}

void
asked_free(Asked *asked)
{
    if (asked == NULL)
        return;
    g_array_unref(asked->questions);
    g_hash_table_unref(asked->seen);
    g_string_chunk_free(asked->texts);
    g_free(asked);
}

static guint64
hash_text(guint64 hash, const char *text)
{
    return fs_hash(text, strlen(text) + 1, hash);
}

/* The size of a file stands beside links to it. */
static guint64
hash_file(guint64 hash, const ScanFile *file)
{
    return fs_hash((const char *)&file->size, sizeof file->size, hash_text(hash, file->path));
}

/* Linkable files with their sizes, and folders that have a say of their own. */
static gint64
hash_names(const Scan *scan, const char *path)
{
    gsize n = strlen(path);
    guint64 hash = 0;
    for (guint i = scan_first_other(scan, path);
         i < scan->others.n && strncmp(scan->others.items[i].path, path, n) == 0; i++)
        hash = hash_file(hash, &scan->others.items[i]);
    const ScanFolder *own = scan_find_folder(scan, path);
    for (guint i = own != NULL ? own->index + 1 : scan->n_folders;
         i < scan->n_folders && strncmp(scan->folders[i]->path, path, n) == 0; i++) {
        const ScanFolder *folder = scan->folders[i];
        const char *const voices[] = {folder->agency != NULL ? folder->agency->path : "",
                                      folder->region != NULL ? folder->region->path : "",
                                      folder->holidays.n > 0 ? folder->path : ""};
        for (guint k = 0; k < G_N_ELEMENTS(voices); k++)
            hash = hash_text(hash, voices[k]);
    }
    return (gint64)hash;
}

/* 0 = no such file. */
static gint64
size_of(const ScanFile *file)
{
    return file != NULL ? 1 + (gint64)file->size : 0;
}

static AskedDay
has_come(const Scan *scan, const char *subject)
{
    Date date;
    if (!date_is_set(scan->day) || date_parse(subject, &date) != DATE_READ)
        return ASKED_DAY_UNKNOWN;
    return date_compare(date, scan->day) <= 0 ? ASKED_DAY_REACHED : ASKED_DAY_AHEAD;
}

gint64
asked_answer(const Scan *scan, AskedKind kind, const char *subject)
{
    switch (kind) {
    case ASKED_PAGE:
        return scan_find_page(scan, subject, NULL) != NULL ||
               scan_find_own_page(scan, subject) != NULL;
    case ASKED_AGENCY:
        return scan_find_agency(scan, subject) != NULL;
    case ASKED_FILE:
        return size_of(scan_find_other(scan, subject));
    case ASKED_NAMES:
        return hash_names(scan, subject);
    case ASKED_DAY:
        return has_come(scan, subject);
    case ASKED_TAKEN:
    case ASKED_FREE:
        break;
    }
    g_assert_not_reached();
}

void
asked_note(Asked *asked, AskedKind kind, const char *subject, gint64 answer)
{
    const char number[] = {(char)('0' + kind), ' ', '\0'};
    if (asked == NULL || !g_hash_table_add(asked->seen, g_strconcat(number, subject, NULL)))
        return;
    AskedQuestion question = {kind, g_string_chunk_insert(asked->texts, subject), answer};
    g_array_append_val(asked->questions, question);
}

gint64
asked_ask(Asked *asked, const Scan *scan, AskedKind kind, const char *subject)
{
    gint64 answer = asked_answer(scan, kind, subject);
    asked_note(asked, kind, subject, answer);
    return answer;
}
