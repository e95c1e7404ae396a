#include "base/borrow.h"
#include "base/fs.h"
#include "base/path.h"
#include "model/fields.h"
#include "plan/plan.h"
#include <string.h>

/* Endings of addresses that were made by a program, not files. */
static gboolean
was_program(const char *former)
{
    static const char *const endings[] = {".php", ".asp", ".aspx", ".jsp", ".cgi", ".cfm"};
    const char *dot = strrchr(former, '.');
    for (guint i = 0; dot != NULL && i < G_N_ELEMENTS(endings); i++) {
        if (g_ascii_strcasecmp(dot, endings[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
check_former(
    const Scan *scan, Asked *asked, const Text *former, GHashTable *seen, DiagList *diags)
{
    g_autoptr(GString) path = g_string_new(NULL);
    plan_append_former(path, former->str);
    plan_ask_free(asked, scan, path->str);
    g_autofree char *clash = plan_find_clash(scan, path->str);
    guint width = (guint)g_utf8_strlen(former->str, -1);
    if (plan_is_file(scan, path->str) || !g_hash_table_add(seen, g_strdup(path->str)))
        diag_add(diags, DIAG_PATH_TAKEN, former->mark, width, path->str, NULL);
    else if (clash != NULL)
        diag_add(diags, DIAG_PATH_CLASH, former->mark, width, path->str, clash, NULL);
    else if (was_program(former->str))
        diag_add(diags, DIAG_PATH_PROGRAM, former->mark, width, former->str, path->str, NULL);
}

/* Linked files lie where the author put them; only a page can be in their way. */
static void
check_file(const Scan *scan, Asked *asked, const char *path, DiagList *diags)
{
    asked_note(asked, ASKED_TAKEN, path, plan_is_blocked(scan, path));
    g_autofree char *display = scan_display_path(scan, path), *above = g_strdup(path);
    if (plan_is_taken(scan, path))
        diag_add_path(diags, DIAG_PATH_TAKEN, display, path, NULL);
    while (plan_climb(above)) {
        if (plan_is_taken(scan, above) && !plan_is_taken(scan, path))
            diag_add_path(diags, DIAG_PATH_CLASH, display, path, above, NULL);
    }
}

void
plan_check_agency(const Scan *scan, const Loaded *loaded, DiagList *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const Agency *agency = loaded->agency;
    for (guint i = 0; i < agency->services.n; i++) {
        const TextList *formers = &agency->services.items[i].alamat_lama;
        for (guint k = 0; k < formers->n; k++)
            check_former(scan, loaded->asked, &formers->items[k], seen, diags);
    }
    for (guint i = 0; i < agency->n_files; i++)
        check_file(scan, loaded->asked, agency->files[i], diags);
}

void
plan_check_own_pages(const Scan *scan, const OwnPageList *pages, DiagList *diags)
{
    for (guint i = 0; i < pages->n; i++) {
        for (guint k = 0; k < pages->items[i].n_files; k++)
            check_file(scan, NULL, pages->items[i].files[k], diags);
    }
}

/* ---- former addresses of the whole site ---- */

/* What former addresses will be: files, and the folders those need. */
typedef struct Claims {
    const Scan *scan;
    GHashTable *
        files; /* char *, owned: the card whose services claim it, NULL = an agency's former folder does */
    GHashTable *folders; /* char *, owned */
    GHashTable *small;   /* char *, owned: a path in small letters, to the path as it is */
    DiagList *diags;
} Claims;

/* What of an earlier claim is in the way of `path`; NULL = nothing. g_free() it. */
static char *
find_rival(const Claims *claims, const char *path)
{
    g_autofree char *above = g_strdup(path);
    if (g_hash_table_contains(claims->folders, path))
        return g_strconcat(path, "/", NULL);
    while (plan_climb(above)) {
        if (g_hash_table_contains(claims->files, above))
            return g_steal_pointer(&above);
    }
    return NULL;
}

/* What differs from `path` in capital letters only: an earlier claim, a file or a page. g_free() it. */
static char *
find_alike(const Claims *claims, const char *path)
{
    g_autofree char *small = path_small(path);
    const char *other = g_hash_table_lookup(claims->small, small);
    if (other != NULL)
        return g_strdup(other);
    return strcmp(small, path) != 0 && plan_is_file(claims->scan, small)
               ? g_steal_pointer(&small)
               : NULL;
}

static void
add_claim(Claims *claims, const char *path, const AgencyCard *by)
{
    g_autofree char *above = g_strdup(path);
    g_hash_table_insert(claims->small, path_small(path), g_strdup(path));
    g_hash_table_insert(claims->files, g_strdup(path), BORROW(by));
    while (plan_climb(above))
        g_hash_table_add(claims->folders, g_strdup(above));
}

/* Who says that an address was once a page of ours. */
typedef struct Claimant {
    const Record *record;      /* of the file: a service's or an agency's */
    const char *file, *former; /* where it is said, in which words */
    const AgencyCard *by;      /* NULL = an agency's former folder */
} Claimant;

static gboolean
is_of_path(char c)
{
    return g_ascii_isalnum(c) || (c != '\0' && strchr("/._-", c) != NULL);
}

/* Where the words stand, behind the key for former addresses; 0: not as they are. */
static gsize
find_words(const Source *source, const Claimant *claimant)
{
    const char *text = source_text(source), *at = NULL, *words = claimant->former;
    FIELD_FOREACH (claimant->record, field) {
        if (field->type == FIELD_PATHS && (at = strstr(text, field->key)) != NULL)
            at += strlen(field->key);
    }
    gsize n = strlen(words);
    if (at == NULL || n == 0)
        return 0;
    while ((at = strstr(at, words)) != NULL && (is_of_path(at[-1]) || is_of_path(at[n])))
        at += n;
    return at != NULL ? (gsize)(at - text) : 0;
}

/* A card has no places, so the file is read once more. */
static void
report_claim(const Claims *claims,
             const Claimant *claimant,
             DiagCode code,
             const char *path,
             const char *other)
{
    gsize len, offset = 0;
    g_autoptr(DiagList) told = diag_list_new();
    g_autofree char *display = scan_display_path(claims->scan, claimant->file);
    char *bytes = fs_read(claims->scan->dir, claimant->file, SOURCE_MAX_BYTES, &len, NULL);
    g_autoptr(Source) source = bytes != NULL ? source_new(display, bytes, len, told) : NULL;
    if (source != NULL)
        offset = find_words(source, claimant);
    if (offset > 0)
        diag_add(claims->diags, code, source_mark(source, offset),
                 (guint)g_utf8_strlen(claimant->former, -1), path, other, NULL);
    else
        diag_add_path(claims->diags, code, display, path, other, NULL);
}

/* Two services `by` of one agency are judged by plan_check_agency(). */
static void
claim(Claims *claims, const char *path, const Claimant *claimant)
{
    gpointer other;
    g_autofree char *rival = find_rival(claims, path);
    g_autofree char *alike = find_alike(claims, path);
    if (g_hash_table_lookup_extended(claims->files, path, NULL, &other)) {
        if (claimant->by == NULL || other != claimant->by)
            report_claim(claims, claimant, DIAG_PATH_TAKEN, path, NULL);
        return;
    }
    if (rival != NULL)
        report_claim(claims, claimant, DIAG_PATH_CLASH, path, rival);
    else if (alike != NULL)
        report_claim(claims, claimant, DIAG_PATH_CASE, path, alike);
    add_claim(claims, path, claimant->by);
}

/* What stands in the agency's former folders: forwarding pages for its home page, services and translations. */
static void
claim_folders(Claims *claims, const AgencyCard *card)
{
    const ScanAgency *agency = scan_find_agency(claims->scan, card->path);
    gsize own = strlen(card->path) + (*card->path != '\0');
    g_autoptr(Arena) arena = arena_new();
    for (guint k = 0; k < card->alamat_lama.n; k++) {
        const char *folder = card->alamat_lama.items[k];
        gboolean is_folder = strspn(folder, "/") < strlen(folder);
        for (guint i = 0; is_folder && i <= agency->n_services; i++) {
            g_autoptr(GString) path = g_string_new(NULL);
            plan_append_moved(path, folder,
                              i < agency->n_services
                                  ? scan_service_page(&agency->services[i], arena) + own
                                  : "index");
            g_string_append(path, ".html");
            if (plan_is_free(claims->scan, path->str))
                claim(claims, path->str,
                      &(Claimant){&record_agency, agency->folder->agency->path, folder, NULL});
        }
    }
}

/* Where the translations of a service stood beside its former page. */
static void
claim_translations(Claims *claims,
                   const ScanAgency *agency,
                   const ScanService *original,
                   const Claimant *claimant)
{
    const ScanService *end = agency->services + agency->n_services;
    for (const ScanService *s = original + 1;
         s < end && s->folder == original->folder && strcmp(s->slug, original->slug) == 0;
         s++) {
        g_autoptr(GString) path = g_string_new(NULL);
        if (plan_append_former_translation(path, claimant->former, s->lang) &&
            plan_is_free(claims->scan, path->str))
            claim(claims, path->str, claimant);
    }
}

static void
claim_services(Claims *claims, const AgencyCard *card)
{
    g_autoptr(Arena) arena = arena_new();
    const ScanAgency *agency = scan_find_agency(claims->scan, card->path);
    for (guint k = 0; k < card->n_services; k++) {
        const ServiceCard *service = &card->services[k];
        const ScanService *scanned = service->alamat_lama.n > 0
                                         ? scan_find_page(claims->scan, service->page, NULL)
                                         : NULL;
        for (guint i = 0; scanned != NULL && i < service->alamat_lama.n; i++) {
            g_autoptr(GString) path = g_string_new(NULL);
            const Claimant claimant = {&record_service, scan_service_path(scanned, arena),
                                       service->alamat_lama.items[i], card};
            plan_append_former(path, claimant.former);
            if (plan_is_free(claims->scan, path->str)) /* else plan_check_agency() has told */
                claim(claims, path->str, &claimant);
            claim_translations(claims, agency, scanned, &claimant);
        }
    }
}

static gboolean
is_small(const char *path)
{
    while (*path != '\0' && (guchar)*path < 0x80 && !g_ascii_isupper(*path))
        path++;
    return *path == '\0';
}

/* The files with capital letters in their names, by those names in small letters. */
static GHashTable *
note_capitals(const Scan *scan)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    const ScanFileList *lists[] = {&scan->others, &scan->statics};
    for (guint l = 0; l < G_N_ELEMENTS(lists); l++) {
        for (guint i = 0; i < lists[l]->n; i++) {
            const char *path = lists[l]->items[i].path + (l == 1 ? strlen("statis/") : 0);
            if (!is_small(path) && g_utf8_validate(path, -1, NULL))
                g_hash_table_insert(names, path_small(path), g_strdup(path));
        }
    }
    return names;
}

void
plan_check_formers(const Scan *scan,
                   const AgencyCard *const *cards,
                   guint n_cards,
                   DiagList *diags)
{
    Claims claims = {scan, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                     g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                     note_capitals(scan), diags};
    for (guint i = 0; i < n_cards; i++) {
        claim_services(&claims, cards[i]);
        claim_folders(&claims, cards[i]);
    }
    g_hash_table_unref(claims.files);
    g_hash_table_unref(claims.folders);
    g_hash_table_unref(claims.small);
}

/* ---- files that keep their names ---- */

/* The server, the disk or the uploading computer may take two names for one that differ in case only. */
static void
check_case(
    const Scan *scan, GHashTable *seen, const char *path, const char *file, DiagList *diags)
{
    if (is_small(path) ||
        !g_utf8_validate(path, -1, NULL)) /* most are small; a disk takes any bytes */
        return;
    g_autofree char *small = path_small(path);
    if (strcmp(small, path) == 0)
        return;
    const char *other = g_hash_table_lookup(seen, small);
    if (other == NULL && plan_is_file(scan, small))
        other = small;
    if (other != NULL) {
        g_autofree char *display = scan_display_path(scan, file);
        diag_add_path(diags, DIAG_PATH_CASE, display, path, other, NULL);
    }
    g_hash_table_insert(seen, g_steal_pointer(&small), g_strdup(path));
}

static void
check_bytes(const Scan *scan, const char *path, const char *file, DiagList *diags)
{
    const char *at = path;
    while (*at != '\0' && !g_ascii_iscntrl(*at))
        at++;
    if (*at == '\0')
        return;
    g_autofree char *display = scan_display_path(scan, file);
    diag_add_path(diags, DIAG_PATH_CONTROL, display, path, NULL);
}

static void
check_static(const Scan *scan, const char *path, const char *file, DiagList *diags)
{
    g_autofree char *display = scan_display_path(scan, file);
    g_autofree char *clash = plan_find_clash(scan, path);
    if (plan_is_taken(scan, path) || scan_find_other(scan, path) != NULL)
        diag_add_path(diags, DIAG_PATH_TAKEN, display, path, NULL);
    else if (clash != NULL)
        diag_add_path(diags, DIAG_PATH_CLASH, display, path, clash, NULL);
}

void
plan_check_files(const Scan *scan, DiagList *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < scan->others.n; i++) {
        const char *path = scan->others.items[i].path;
        check_bytes(scan, path, path, diags);
        check_case(scan, seen, path, path, diags);
    }
    for (guint i = 0; i < scan->statics.n; i++) {
        const char *file = scan->statics.items[i].path, *path = file + strlen("statis/");
        check_bytes(scan, path, file, diags);
        check_static(scan, path, file, diags);
        check_case(scan, seen, path, file, diags);
    }
}
