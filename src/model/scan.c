#include "base/fs-tree.h"
#include "model/scan-names.h"
#include "model/scan-private.h"
#include "text/address.h"
#include "text/slug.h"
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 32, FIRST_YEAR = 1900 };

typedef struct Scanner {
    Scan *scan;
    DiagList *diags;
    GPtrArray *folders;               /* ScanFolder */
    GArray *services;                 /* Found */
    GArray *agencies;                 /* ScanAgency */
    GArray *versions;                 /* ScanVersion */
    GArray *others, *statics, *pages; /* ScanFile */
} Scanner;

/* A charter and the folder that owns it, until the agencies are known. */
typedef struct Found {
    ScanService service;
    const ScanFolder *agency;
} Found;

static const char *
join(Arena *arena, const char *folder, const char *name)
{
    gsize above = strlen(folder), len = strlen(name);
    char *path = arena_new_text(arena, above + (above > 0) + len);
    memcpy(path, folder, above);
    if (above > 0)
        path[above++] = '/';
    memcpy(path + above, name, len);
    return path;
}

static ScanFile
file_of(Scanner *s, const ScanFolder *folder, const FsEntry *entry)
{
    return (ScanFile){join(s->scan->arena, folder->path, entry->name), entry->stat.changed_ns,
                      entry->stat.size, entry->stat.inode};
}

static const ScanFile *
keep(Scanner *s, ScanFile file)
{
    ScanFile *copy = arena_new0(s->scan->arena, ScanFile);
    *copy = file;
    return copy;
}

static void
report(Scanner *s, DiagCode code, const char *path, const char *a, const char *b)
{
    g_autofree char *display = scan_display_path(s->scan, path);
    diag_add_path(s->diags, code, display, a, b, NULL);
}

static void
report_name(Scanner *s, const char *path, const char *name, const char *ext)
{
    const char *dot =
        strrchr(name, '.'); /* "Akta Lahir.EN": a translation keeps its language */
    gboolean lang = dot != NULL && dot > name && strlen(dot) == 3 && g_ascii_isalpha(dot[1]) &&
                    g_ascii_isalpha(dot[2]);
    g_autofree char *stem = g_strndup(name, lang ? (gsize)(dot - name) : strlen(name));
    g_autofree char *slug = slug_from(stem), *code = g_ascii_strdown(lang ? dot : "", -1);
    g_autofree char *better = g_strconcat(*slug ? slug : "layanan", code, ext, NULL);
    g_autofree char *bad = g_strconcat(name, ext, NULL);
    report(s, DIAG_NAME_NOT_SLUG, path, bad, better);
}

/* Names of systems and editors, also below statis/, where names that begin with . are wanted. */
static gboolean
is_litter(const char *name)
{
    return name[0] == '~' || g_ascii_strcasecmp(name, "Thumbs.db") == 0;
}

static gboolean
is_ignored(const char *name)
{
    return name[0] == '.' || is_litter(name);
}

const ScanFolder *
scan_owner_of(const ScanFolder *folder)
{
    while (folder != NULL && folder->agency == NULL)
        folder = folder->parent;
    return folder;
}

static const char *
path_here(Scanner *s, const ScanFolder *folder, const FsEntry *entry)
{
    return join(s->scan->arena, folder->path, entry->name);
}

static void
add_service(Scanner *s, const ScanFolder *folder, const FsEntry *entry, const char *ext)
{
    gsize n = strlen(entry->name) - strlen(ext);
    char *name = arena_strndup(s->scan->arena, entry->name, n);
    ScanService service = {.slug = name,
                           .ext = ext,
                           .folder = folder,
                           .changed_ns = entry->stat.changed_ns,
                           .size = entry->stat.size,
                           .inode = entry->stat.inode};
    if (strchr(name, '.') != NULL)
        scan_split_lang(name, &service.slug, &service.lang);
    const ScanFolder *owner = scan_owner_of(folder);
    g_autofree char *original =
        service.lang != NULL ? g_strconcat(service.slug, ext, NULL) : NULL;
    if (original != NULL && scan_is_data_name(original, folder->parent == NULL)) {
        report(s, DIAG_TRANSLATION_OF_DATA, path_here(s, folder, entry), original, NULL);
    } else if (!slug_is_valid(service.slug)) {
        g_autofree char *stem = g_strndup(entry->name, n);
        report_name(s, path_here(s, folder, entry), stem, ext);
    } else if (address_is_reserved(service.slug)) {
        g_autofree char *better = slug_from(service.slug);
        report(s, DIAG_NAME_RESERVED, path_here(s, folder, entry), service.slug, better);
    } else if (slug_is_device(service.slug)) {
        g_autofree char *better = slug_from(service.slug);
        report(s, DIAG_NAME_DEVICE, path_here(s, folder, entry), service.slug, better);
    } else if (owner == NULL) {
        report(s, DIAG_SERVICE_WITHOUT_AGENCY, path_here(s, folder, entry), NULL, NULL);
    } else {
        Found found = {service, owner};
        g_array_append_val(s->services, found);
    }
}

/* The site's own pages lie in one folder, whatever agencies there are. */
static gboolean
holds_own_pages(const ScanFolder *folder)
{
    return folder->parent != NULL && folder->parent->parent == NULL &&
           strcmp(folder->path, ADDRESS_OWN_PAGES) == 0;
}

static void
add_own_page(Scanner *s, const ScanFolder *folder, const FsEntry *entry, const char *ext)
{
    ScanFile file = file_of(s, folder, entry);
    g_autofree char *slug = g_strndup(entry->name, strlen(entry->name) - strlen(ext));
    g_autofree char *right = scan_own_page_slug(slug);
    g_autofree char *better = g_strconcat(*right != '\0' ? right : "tentang", ".md", NULL);
    if (!slug_is_valid(slug))
        report(s, DIAG_NAME_NOT_SLUG, file.path, entry->name, better);
    else if (strcmp(slug, "index") == 0 || address_is_list_page(slug))
        report(s, DIAG_NAME_RESERVED, file.path, slug, "beranda");
    else if (slug_is_device(slug))
        report(s, DIAG_NAME_DEVICE, file.path, slug, "beranda");
    else if (strcmp(ext, ".md") != 0)
        report(s, DIAG_NAME_EXTENSION, file.path, entry->name, better);
    else
        g_array_append_val(s->pages, file);
}

/* Most names are told apart by their first letter. */
static inline gboolean
is_called(const char *name, const char *wanted)
{
    return name[0] == wanted[0] && strcmp(name, wanted) == 0;
}

static void
take_file(Scanner *s, ScanFolder *folder, GArray *holidays, const FsEntry *entry)
{
    const char *name = entry->name;
    if (is_called(name, "instansi.yaml") || is_called(name, "instansi.md"))
        return; /* seen before the others */
    g_autofree char *better = scan_better_name(name);
    if (better != NULL) {
        report(s, DIAG_NAME_EXTENSION, join(s->scan->arena, folder->path, name), name, better);
    } else if (is_called(name, "wilayah.yaml")) {
        folder->region = keep(s, file_of(s, folder, entry));
    } else if (scan_is_year_file(name) &&
               g_ascii_strtoull(name + strlen("libur-"), NULL, 10) < FIRST_YEAR) {
        report(s, DIAG_HOLIDAY_NAME, join(s->scan->arena, folder->path, name), name, NULL);
    } else if (scan_is_year_file(name)) {
        ScanFile file = file_of(s, folder, entry);
        g_array_append_val(holidays, file);
    } else if (folder->parent == NULL && is_called(name, "situs.yaml")) {
        s->scan->site = keep(s, file_of(s, folder, entry));
    } else if (folder->parent == NULL && is_called(name, "keperluan.yaml")) {
        s->scan->topics = keep(s, file_of(s, folder, entry));
    } else if (holds_own_pages(folder) && scan_has_ext(name, ".md")) {
        add_own_page(s, folder, entry, ".md");
    } else if (holds_own_pages(folder) && scan_has_ext(name, ".yaml")) {
        add_own_page(s, folder, entry, ".yaml");
    } else if (scan_has_ext(name, ".md")) {
        add_service(s, folder, entry, ".md");
    } else if (scan_has_ext(name, ".yaml")) {
        add_service(s, folder, entry, ".yaml");
    } else {
        ScanFile file = file_of(s, folder, entry);
        g_array_append_val(s->others, file);
    }
}

static void
find_agency(Scanner *s, ScanFolder *folder, const FsList *list)
{
    for (guint i = 0; i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        if (g_ascii_tolower(entry->name[0]) != 'i')
            continue;
        /* In capitals it is reported (take_file) and still the agency's: its services have one. */
        gboolean yaml = g_ascii_strcasecmp(entry->name, "instansi.yaml") == 0;
        if (entry->stat.kind != FS_FILE ||
            (!yaml && g_ascii_strcasecmp(entry->name, "instansi.md") != 0))
            continue;
        if (folder->agency != NULL) {
            report(s, DIAG_AGENCY_TWICE, join(s->scan->arena, folder->path, entry->name), NULL,
                   NULL);
            continue;
        }
        folder->agency = keep(s, file_of(s, folder, entry));
    }
    if (folder->agency != NULL) {
        ScanAgency agency = {.folder = folder};
        g_array_append_val(s->agencies, agency);
    }
}

/* Whether a folder is entered: not too many above it, its path not too long for a disk. */
static gboolean
is_reachable(Scanner *s, const char *path, guint depth)
{
    if (depth >= MAX_DEPTH)
        report(s, DIAG_FOLDER_TOO_DEEP, path, NULL, NULL);
    else if (strlen(path) > SCAN_MAX_PATH)
        report(s, DIAG_PATH_TOO_LONG, path, path, NULL);
    else
        return TRUE;
    return FALSE;
}

static gboolean
is_entered(const char *path, const char *name)
{
    gboolean statics = strcmp(path, "statis") == 0 || g_str_has_prefix(path, "statis/");
    return statics ? !is_litter(name) : !is_ignored(name);
}

/* The list of a folder; NULL and its error when it could not be read. */
static const FsList *
list_of(FsTree *tree, GError **error)
{
    if (tree->list == NULL)
        g_propagate_error(error, g_steal_pointer(&tree->error));
    return tree->list;
}

static gboolean
scan_folder(Scanner *s, const ScanFolder *parent, FsTree *tree, guint depth, GError **error);

static gboolean
scan_statics(Scanner *s, FsTree *tree, guint depth, GError **error)
{
    const FsList *list = list_of(tree, error);
    if (list == NULL)
        return FALSE;
    for (guint i = 0; i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        const char *name = join(s->scan->arena, tree->path, entry->name);
        if (is_litter(entry->name))
            continue;
        if (entry->stat.kind == FS_FILE) {
            ScanFile file = {name, entry->stat.changed_ns, entry->stat.size, entry->stat.inode};
            g_array_append_val(s->statics, file);
        } else if (entry->stat.kind != FS_DIR) {
            report(s, DIAG_NOT_A_FILE, name, NULL, NULL);
        } else if (!is_reachable(s, name, depth)) {
            continue;
        } else if (!scan_statics(s, tree->below[i], depth + 1, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* The former texts of the charters in `folder`; anything else there is told. */
static gboolean
scan_versions(Scanner *s, const ScanFolder *folder, FsTree *tree, GError **error)
{
    const FsList *list = list_of(tree, error);
    for (guint i = 0; list != NULL && i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        const char *path = join(s->scan->arena, tree->path, entry->name);
        ScanVersion version = {
            {path, entry->stat.changed_ns, entry->stat.size, entry->stat.inode}, NULL, {0}};
        if (is_ignored(entry->name))
            continue;
        if (entry->stat.kind == FS_FILE &&
            scan_version_read(s->scan->arena, folder->path, entry->name, &version))
            g_array_append_val(s->versions, version);
        else
            report(s,
                   entry->stat.kind != FS_FILE && entry->stat.kind != FS_DIR
                       ? DIAG_NOT_A_FILE
                       : DIAG_HISTORY_NAME,
                   path, entry->name, NULL);
    }
    return list != NULL;
}

static gboolean
take_folder(Scanner *s, const ScanFolder *folder, FsTree *below, guint depth, GError **error)
{
    const char *slash = strrchr(below->path, '/'), *name = slash ? slash + 1 : below->path;
    if (folder->parent == NULL && strcmp(name, "statis") == 0)
        return scan_statics(s, below, depth + 1, error);
    if (strcmp(name, SCAN_HISTORY) == 0 && scan_owner_of(folder) != NULL)
        return scan_versions(s, folder, below, error);
    return !is_reachable(s, below->path, depth) ||
           scan_folder(s, folder, below, depth + 1, error);
}

/* The names of folders become the URL where they hold charters; folders of forms and pictures keep theirs. */
static void
check_folder_name(Scanner *s, const ScanFolder *folder, guint n_charters)
{
    const char *slash = strrchr(folder->path, '/');
    const char *name = slash ? slash + 1 : folder->path;
    if (folder->parent == NULL || n_charters == 0)
        return;
    if (!slug_is_valid(name)) {
        report_name(s, folder->path, name, "");
    } else if (address_is_reserved(name)) {
        g_autofree char *better = slug_from(name);
        report(s, DIAG_NAME_RESERVED, folder->path, name, better);
    } else if (slug_is_device(name)) {
        g_autofree char *better = g_strconcat("dinas-", name, NULL);
        report(s, DIAG_NAME_DEVICE, folder->path, name, better);
    }
}

static gboolean
scan_folder(Scanner *s, const ScanFolder *parent, FsTree *tree, guint depth, GError **error)
{
    const FsList *list = list_of(tree, error);
    if (list == NULL)
        return FALSE;
    ScanFolder *folder = arena_new0(s->scan->arena, ScanFolder);
    folder->path = arena_strndup(s->scan->arena, tree->path, strlen(tree->path));
    folder->parent = parent;
    g_ptr_array_add(s->folders, folder);
    guint before = s->services->len + s->agencies->len;
    g_autoptr(GArray) holidays = g_array_new(FALSE, FALSE, sizeof(ScanFile));
    find_agency(s, folder, list);
    for (guint i = 0; i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        if (is_ignored(entry->name))
            continue;
        if (entry->stat.kind == FS_FILE)
            take_file(s, folder, holidays, entry);
        else if (entry->stat.kind == FS_DIR) {
            if (tree->below[i] == NULL) /* too deep, which is told */
                is_reachable(s, join(s->scan->arena, tree->path, entry->name), depth);
            else if (!take_folder(s, folder, tree->below[i], depth, error))
                return FALSE;
        } else {
            report(s, DIAG_NOT_A_FILE, join(s->scan->arena, tree->path, entry->name), NULL,
                   NULL);
        }
    }
    folder->holidays.n = holidays->len;
    folder->holidays.items = arena_alloc(s->scan->arena, holidays->len * sizeof(ScanFile));
    if (holidays->len > 0)
        memcpy(folder->holidays.items, holidays->data, holidays->len * sizeof(ScanFile));
    check_folder_name(s, folder, s->services->len + s->agencies->len - before);
    return TRUE;
}

int
scan_compare_pages(gconstpointer a, gconstpointer b)
{
    const ScanService *x = a, *y = b;
    int order = x->folder == y->folder ? 0 : strcmp(x->folder->path, y->folder->path);
    if (order == 0)
        order = strcmp(x->slug, y->slug);
    return order != 0 ? order : g_strcmp0(x->lang, y->lang);
}

/* Originals before their translations, everything in byte order of the page. */
static int
compare_services(gconstpointer a, gconstpointer b)
{
    int order = scan_compare_pages(a, b);
    const ScanService *x = a, *y = b;
    return order != 0 ? order : strcmp(x->ext, y->ext);
}

int
scan_compare_folders(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const ScanFolder *const *)a)->path, (*(const ScanFolder *const *)b)->path);
}

int
scan_compare_agencies(gconstpointer a, gconstpointer b)
{
    return strcmp(((const ScanAgency *)a)->folder->path, ((const ScanAgency *)b)->folder->path);
}

int
scan_compare_files(gconstpointer a, gconstpointer b)
{
    return strcmp(((const ScanFile *)a)->path, ((const ScanFile *)b)->path);
}

static int
compare_found(gconstpointer a, gconstpointer b)
{
    const Found *x = a, *y = b;
    int order = x->agency == y->agency ? 0 : strcmp(x->agency->path, y->agency->path);
    return order != 0 ? order : compare_services(&x->service, &y->service);
}

/* The same page from akta.md and akta.yaml, and a translation of nothing, are the author's mistakes. */
static gboolean
is_alone(Scanner *s, const Found *found, const Found *previous, const ScanService **original)
{
    const ScanService *service = &found->service;
    Arena *arena = s->scan->arena;
    if (service->lang == NULL)
        *original = service;
    if (previous != NULL && scan_compare_pages(&previous->service, service) == 0) {
        report(s, DIAG_CHARTER_TWICE, scan_service_path(service, arena),
               scan_service_path(&previous->service, arena), NULL);
        return FALSE;
    }
    if (service->lang != NULL && (*original == NULL || (*original)->folder != service->folder ||
                                  strcmp((*original)->slug, service->slug) != 0)) {
        report(s, DIAG_TRANSLATION_OF_NOTHING, scan_service_path(service, arena), service->slug,
               NULL);
        return FALSE;
    }
    return TRUE;
}

/*
 * Files come by their names, and "akta-lahir.md" before "akta.md", where slugs are the other way round: nearly every
 * service is at its place or a few away from it. Folders may lie further off; then all are sorted.
 */
static void
sort_services(GArray *services)
{
    Found *found = (Found *)(void *)services->data;
    gsize moves = 0, most = 8 * (gsize)services->len;
    for (guint i = 1; i < services->len && moves <= most; i++) {
        guint k = i;
        while (k > 0 && compare_found(&found[k - 1], &found[i]) > 0)
            k--;
        if (k == i)
            continue;
        Found one = found[i];
        moves += i - k;
        memmove(&found[k + 1], &found[k], (i - k) * sizeof one);
        found[k] = one;
    }
    if (moves > most)
        g_array_sort(services, compare_found);
}

static void
hand_out_services(Scanner *s)
{
    sort_services(s->services);
    ScanService *all = arena_alloc(s->scan->arena, s->services->len * sizeof *all);
    guint n = 0, i = 0;
    const ScanService *original = NULL;
    for (guint a = 0; a < s->agencies->len; a++) {
        ScanAgency *agency = &g_array_index(s->agencies, ScanAgency, a);
        agency->services = all + n;
        for (; i < s->services->len; i++) {
            const Found *found = &g_array_index(s->services, Found, i);
            if (found->agency != agency->folder)
                break;
            if (is_alone(s, found, i > 0 ? found - 1 : NULL, &original))
                all[n++] = found->service;
        }
        agency->n_services = (guint)(all + n - agency->services);
    }
}

static void *
freeze(Arena *arena, GArray *array, gsize size)
{
    void *copy = arena_alloc(arena, array->len * size);
    if (array->len > 0)
        memcpy(copy, array->data, array->len * size);
    return copy;
}

/* Its page would be the home page, which belongs to all of them. */
static void
check_root_agency(Scanner *s)
{
    if (s->agencies->len < 2)
        return;
    const ScanAgency *first = &g_array_index(s->agencies, ScanAgency, 0);
    const ScanAgency *other = &g_array_index(s->agencies, ScanAgency, 1);
    if (*first->folder->path == '\0')
        report(s, DIAG_AGENCY_AT_ROOT, first->folder->agency->path, other->folder->agency->path,
               NULL);
}

static void
freeze_all(Scanner *s)
{
    Scan *scan = s->scan;
    g_ptr_array_sort(s->folders, scan_compare_folders);
    for (guint i = 0; i < s->folders->len; i++)
        ((ScanFolder *)g_ptr_array_index(s->folders, i))->index = i;
    g_array_sort(s->agencies, scan_compare_agencies);
    check_root_agency(s);
    g_array_sort(s->others, scan_compare_files);
    g_array_sort(s->statics, scan_compare_files);
    g_array_sort(s->pages, scan_compare_files);
    hand_out_services(s);
    scan_versions_freeze(scan, s->versions);
    scan->n_folders = s->folders->len;
    scan->folders = arena_alloc(scan->arena, s->folders->len * sizeof *scan->folders);
    memcpy(scan->folders, s->folders->pdata, s->folders->len * sizeof *scan->folders);
    scan->n_agencies = s->agencies->len;
    scan->agencies = freeze(scan->arena, s->agencies, sizeof(ScanAgency));
    scan->others =
        (ScanFileList){freeze(scan->arena, s->others, sizeof(ScanFile)), s->others->len};
    scan->pages =
        (ScanFileList){freeze(scan->arena, s->pages, sizeof(ScanFile)), s->pages->len};
    scan->statics =
        (ScanFileList){freeze(scan->arena, s->statics, sizeof(ScanFile)), s->statics->len};
}

Scan *
scan_new(const char *path, guint jobs, DiagList *diags, GError **error)
{
    int dir = fs_open_dir(FS_CWD, path, error);
    if (dir < 0)
        return NULL;
    Scan *scan = g_new0(Scan, 1);
    scan->arena = arena_new();
    scan->dir = dir;
    gsize n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    scan->label = arena_strndup(scan->arena, path, n);
    Scanner s = {scan,
                 diags,
                 g_ptr_array_new(),
                 g_array_new(FALSE, FALSE, sizeof(Found)),
                 g_array_new(FALSE, FALSE, sizeof(ScanAgency)),
                 g_array_new(FALSE, FALSE, sizeof(ScanVersion)),
                 g_array_new(FALSE, FALSE, sizeof(ScanFile)),
                 g_array_new(FALSE, FALSE, sizeof(ScanFile)),
                 g_array_new(FALSE, FALSE, sizeof(ScanFile))};
    g_autoptr(FsTree) tree = fs_tree_new(dir, MAX_DEPTH, is_entered, jobs);
    gboolean fine = scan_folder(&s, NULL, tree, 0, error);
    if (fine)
        freeze_all(&s);
    g_ptr_array_unref(s.folders);
    g_array_unref(s.services);
    g_array_unref(s.agencies);
    g_array_unref(s.others);
    g_array_unref(s.statics);
    g_array_unref(s.pages);
    g_array_unref(s.versions);
    if (!fine) {
        g_prefix_error(error, "%s/", scan->label);
        g_clear_pointer(&scan, scan_free);
    }
    return scan;
}

void
scan_free(Scan *scan)
{
    fs_close_dir(scan->dir);
    arena_free(scan->arena);
    g_free(scan);
}
