/**
 * Scan: which files the content folder holds, and what each one is by its name.
 *
 * Reads names only, never contents. Finds the agencies (a folder with
 * instansi.yaml or instansi.md), their services and translations, regions,
 * holiday files, the site's settings, static files and everything else, and
 * judges the names (slugs, one extension per charter, services without an
 * agency). All paths are relative to the content folder with `/`, "" is the
 * folder itself. A Scan owns its arena and an open descriptor of the folder;
 * once made it is constant and any thread may read it.
 */
#pragma once
#include "base/arena.h"
#include "base/diag.h"
#include "value/day.h"

#define SCAN_HISTORY "riwayat" /* the folder of former texts beside the charters */

enum {
    SCAN_MAX_PATH =
        1000, /* bytes of a folder's path: with OUT before it and a name behind, below PATH_MAX */
    SCAN_MAX_NAME = 250, /* bytes of a name that gets ".html": disks take 255 */
};

typedef struct ScanFile {
    const char *path;
    gint64 changed_ns;
    guint64 size, inode;
} ScanFile;

typedef struct ScanFileList {
    ScanFile *items;
    guint n;
} ScanFileList;

typedef struct ScanFolder ScanFolder;
struct ScanFolder {
    const char *path;
    guint index;                     /* place in Scan.folders */
    const ScanFolder *parent;        /* NULL for the content folder */
    const ScanFile *agency, *region; /* instansi.yaml or .md; wilayah.yaml; or NULL */
    ScanFileList holidays;           /* libur-YYYY.yaml, by year */
};

/** A charter's text as it stood from a day on: riwayat/slug.2026-01-16.md beside it. */
typedef struct ScanVersion {
    ScanFile file;
    const char *page; /* of the charter */
    Date date;
} ScanVersion;

/** Of a country's services there are many: their paths are made when they are wanted. */
typedef struct ScanService {
    const char *slug;
    const char *lang;         /* NULL, or the language of a translation (slug.en.md) */
    const char *ext;          /* ".md" or ".yaml" */
    const ScanFolder *folder; /* where it lies; its agency is this folder or one above */
    gint64 changed_ns;
    guint64 size, inode;
} ScanService;

/** The path of its file, kab-x/dinas-y/slug.en.md, in `arena`. */
const char *scan_service_path(const ScanService *service, Arena *arena);
/** The same without the extension: the path of its page. */
const char *scan_service_page(const ScanService *service, Arena *arena);

typedef struct ScanAgency {
    const ScanFolder *folder;
    ScanService *services; /* by path; a translation follows its original */
    guint n_services;
} ScanAgency;

/** A text that stands for a file of the scan: what an editor has not saved yet. */
typedef struct ScanGiven {
    const char *path; /* content path */
    const char *name; /* of it in diagnostics */
    const char *bytes;
    gsize len;
    gboolean used; /* set when the file was read */
} ScanGiven;

typedef struct Scan {
    Arena *arena;
    int dir;                    /* descriptor of the content folder */
    const char *label;          /* how the folder is named in diagnostics: "content" */
    ScanGiven *given;           /* borrowed; NULL: every file is read from the disk */
    Date day; /* the day the site is made for (build --date); {0}: none was given, see model/life.h */
    const ScanFile *site;       /* situs.yaml, or NULL */
    const ScanFile *topics;     /* keperluan.yaml, or NULL */
    const ScanFolder **folders; /* by path; [0] is the content folder */
    guint n_folders;
    ScanFileList pages; /* of the site itself: halaman/slug.md, by path */
    ScanAgency *agencies; /* by path */
    guint n_agencies;
    const ScanVersion *versions; /* by page and day */
    guint n_versions;
    ScanFileList others;  /* linkable files, by path */
    ScanFileList statics; /* below statis/: copied to the root of the site, by path */
} Scan;

/** Scans `path` (as the user typed it) on `jobs` threads (0 = one per core). NULL and FS_ERROR when the folder cannot be read; names that will not do go to `diags`. */
Scan *scan_new(const char *path, guint jobs, DiagList *diags, GError **error);
void scan_free(Scan *scan);

/** Whether the content folder's file system takes names for one that differ in capital letters only. */
gboolean scan_ignores_case(const Scan *scan);
/** The file of this path among `others`, or NULL. */
const ScanFile *scan_find_other(const Scan *scan, const char *path);
/** Index among `others` of the first file below this folder; those of one folder stand together. */
guint scan_first_other(const Scan *scan, const char *folder);
/** The folder of the agency a file lies in; NULL: above all agencies, or beside. */
const ScanFolder *scan_find_owner(const Scan *scan, const char *file);
/** Whether the site's root will hold a static file of that path, or (`folder`) a folder of static files. */
gboolean scan_has_static(const Scan *scan, const char *path, gboolean folder);
/** The service whose page (path without extension) this is, original or not; NULL when there is none. */
const ScanService *
scan_find_page(const Scan *scan, const char *page, const ScanAgency **agency);
/** The former texts of an original, by their days; *n receives how many. */
const ScanVersion *scan_find_versions(const Scan *scan, const ScanService *service, guint *n);
/** The site's own page (path without extension: halaman/tentang), or NULL. */
const ScanFile *scan_find_own_page(const Scan *scan, const char *page);
/** The agency whose folder this is, or NULL. */
const ScanAgency *scan_find_agency(const Scan *scan, const char *path);
/** The folder of this path, or NULL. */
const ScanFolder *scan_find_folder(const Scan *scan, const char *path);
/** "content/kab-x/…" for diagnostics; g_free() it. */
char *scan_display_path(const Scan *scan, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scan, scan_free)
