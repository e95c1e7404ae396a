/*
 * What publishing leaves when a system call fails or the process dies at it.
 *
 * The calls that change the disk are replaced here, in front of libc's: the
 * N-th fails with an error, or the process ends before or after it. Each
 * scenario runs in a child for every N; then every page reachable from
 * index.html must be whole and every link must lead somewhere, and the next
 * build must bring exactly what an undisturbed one does.
 */
#include "support/tree-site.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef enum Fault {
    FAULT_NONE,
    FAULT_ERROR,
    FAULT_KILL_BEFORE,
    FAULT_KILL_AFTER,
    FAULT_SHORT
} Fault;

enum { DIED = 77 };

/* Counting starts with `armed`; only the child ever sets it. */
static struct {
    gboolean armed;
    Fault fault;
    int error_number;
    guint at, calls;
    guint n_syncs, n_moves, n_early_moves; /* moves: into OUT; early: before the first sync */
} plan;

/* TRUE = this call is to fail. */
static gboolean
due(void)
{
    if (!plan.armed || ++plan.calls != plan.at)
        return FALSE;
    if (plan.fault == FAULT_KILL_BEFORE)
        _exit(DIED);
    errno = plan.error_number;
    return plan.fault == FAULT_ERROR;
}

/* After the real call. */
static void
passed(void)
{
    if (plan.armed && plan.calls == plan.at && plan.fault == FAULT_KILL_AFTER)
        _exit(DIED);
}

#define REAL(name) ((__typeof__(&name))(gpointer)dlsym(RTLD_NEXT, #name))

int openat(int dir, const char *path, int flags, ...);
ssize_t write(int fd, const void *bytes, size_t len);
int renameat(int from_dir, const char *from, int to_dir, const char *to);
int unlinkat(int dir, const char *path, int flags);
int mkdirat(int dir, const char *path, mode_t mode);
int syncfs(int fd);

int
openat(int dir, const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : 0;
    va_end(list);
    if ((flags & O_CREAT) == 0)
        return REAL(openat)(dir, path, flags, mode);
    if (due())
        return -1;
    int fd = REAL(openat)(dir, path, flags, mode);
    passed();
    return fd;
}

ssize_t
write(int fd, const void *bytes, size_t len)
{
    if (fd <= 2)
        return REAL(write)(fd, bytes, len);
    if (due())
        return -1;
    gboolean cut = plan.armed && plan.calls == plan.at && len > 1 &&
                   (plan.fault == FAULT_SHORT || plan.fault == FAULT_KILL_AFTER);
    ssize_t n = REAL(write)(fd, bytes, cut ? len / 2 : len);
    passed();
    return n;
}

int
renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    if (due())
        return -1;
    gboolean move = plan.armed && from_dir != to_dir;
    plan.n_moves += move ? 1 : 0;
    plan.n_early_moves += move && plan.n_syncs == 0 ? 1 : 0;
    int result = REAL(renameat)(from_dir, from, to_dir, to);
    passed();
    return result;
}

int
unlinkat(int dir, const char *path, int flags)
{
    if (due())
        return -1;
    int result = REAL(unlinkat)(dir, path, flags);
    passed();
    return result;
}

int
mkdirat(int dir, const char *path, mode_t mode)
{
    if (due())
        return -1;
    int result = REAL(mkdirat)(dir, path, mode);
    passed();
    return result;
}

/* Not the real one: a test must not make a busy machine write everything out. */
int
syncfs(int fd)
{
    (void)fd;
    if (due())
        return -1;
    plan.n_syncs += plan.armed ? 1 : 0;
    passed();
    return 0;
}

/* Pages name what they link to between brackets, from the root: "text [a/b.html]". */
static const Page before[] = {
    {"index.html", "old home [kab-a/index.html] [kab-b/index.html] [style-1.css]"},
    {"kab-a/index.html", "old a [kab-a/dinas/ktp.html] [style-1.css]"},
    {"kab-a/dinas/ktp.html", "old ktp [kab-a/dinas/poster/ktp.pdf] [kab-a/index.html]"},
    {"kab-a/dinas/poster/ktp.pdf", "old pdf"},
    {"kab-b/index.html", "old b [kab-b/dinas/kk.html] [style-1.css]"},
    {"kab-b/dinas/kk.html", "same [kab-b/index.html]"},
    {"kab-b/dinas/sktm.html", "withdrawn [kab-b/index.html]"},
    {"style-1.css", "old style"},
    {NULL, NULL},
};

/* Everything at once: new, changed, moved, withdrawn, a folder that comes and two that go. */
static const Page after[] = {
    {"index.html",
     "new home [kab-a/index.html] [kab-c/index.html] [style-2.css] [tentang.html]"},
    {"kab-a/index.html", "new a [kab-a/dinas/ktp.html] [style-2.css] [kab-a/dinas/kia.html]"},
    {"kab-a/dinas/ktp.html", "new ktp, no poster [kab-a/index.html]"},
    {"kab-a/dinas/kia.html", "new kia [kab-a/dinas/ktp.html] [kab-c/dinas/kk.html]"},
    {"kab-b/dinas/kk.html", "same [kab-b/index.html]"},
    {"kab-b/index.html", "new b [kab-b/dinas/kk.html] [style-2.css]"},
    {"kab-c/index.html", "new c [kab-c/dinas/kk.html] [style-2.css]"},
    {"kab-c/dinas/kk.html", "new kk [kab-c/index.html]"},
    {"style-2.css", "new style"},
    {"tentang.html", "new about [index.html]"},
    {NULL, NULL},
};

static const Page nothing[] = {{NULL, NULL}};

static const char *
text_of(const Page *pages, const char *path)
{
    for (; pages->path != NULL; pages++)
        if (strcmp(pages->path, path) == 0)
            return pages->text;
    return NULL;
}

/* Follows all links from `path`: every page is there and whole, as the old site had it or the new one. */
static void
crawl(const char *out, const Page *old, const char *path, GHashTable *seen)
{
    g_autofree char *file = below(out, path), *text = NULL;
    gsize len;
    if (!g_hash_table_add(seen, g_strdup(path)))
        return;
    if ((text = fs_read(FS_CWD, file, 10000, &len, NULL)) == NULL)
        g_error("broken link to %s", path);
    if (g_strcmp0(text, text_of(old, path)) != 0 && g_strcmp0(text, text_of(after, path)) != 0)
        g_error("%s is not whole: %s", path, text);
    for (const char *link = text; (link = strchr(link, '[')) != NULL;) {
        const char *end = strchr(++link, ']');
        g_autofree char *target = g_strndup(link, (gsize)(end - link));
        crawl(out, old, target, seen);
    }
}

static void
assert_site_is_whole(const char *out, const Page *old)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *home = below(out, "index.html");
    FsStat found;
    g_assert_true(fs_stat(FS_CWD, home, &found, NULL));
    if (found.kind == FS_NONE && text_of(old, "index.html") == NULL)
        return; /* nobody can have found a way in yet */
    crawl(out, old, "index.html", seen);
}

typedef struct Scenario {
    const char *name;
    const Page *old;    /* published before; empty = nothing */
    gboolean out_empty; /* OUT is there, with a stranger's file, though nothing was published */
} Scenario;

typedef struct Disk {
    char *folder, *out;
    TreeOptions options;
} Disk;

static void
make_disk(Disk *disk, const Scenario *scenario)
{
    TreeReport report;
    disk->folder = make_folder();
    disk->out = below(disk->folder, "public");
    disk->options = (TreeOptions){.out = disk->out, .n_workers = 1, .lang = DIAG_LANG_EN};
    if (scenario->out_empty)
        put_text(disk->out, ".htaccess", "theirs");
    if (scenario->old->path == NULL)
        return;
    g_assert_true(publish(&disk->options, scenario->old, &report, NULL));
    tree_report_clear(&report);
}

static void
drop_disk(Disk *disk)
{
    g_assert_true(fs_remove_tree(FS_CWD, disk->folder, NULL));
    g_free(disk->folder);
    g_free(disk->out);
}

/* Runs the new build in a child. Its status: 0 published, 1 an error, 2 no fault was due any more, DIED. */
static int
run_child(const Disk *disk, Fault fault, int error_number, guint at)
{
    pid_t child = fork();
    if (child == 0) {
        TreeReport report;
        GError *error = NULL;
        plan.armed = TRUE;
        plan.fault = fault;
        plan.error_number = error_number;
        plan.at = at;
        gboolean fine = publish(&disk->options, after, &report, &error);
        plan.armed = FALSE;
        _exit(plan.calls < at ? 2 : fine ? 0 : error != NULL ? 1 : 3);
    }
    int status;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* What an undisturbed build brings. */
static char *
expected_folder(const Scenario *scenario)
{
    Disk disk;
    TreeReport report;
    make_disk(&disk, scenario);
    g_assert_true(publish(&disk.options, after, &report, NULL));
    tree_report_clear(&report);
    char *text = dump(disk.folder, TRUE);
    drop_disk(&disk);
    return text;
}

/* After an error OUT is as it was or as it should be, unless a journal says how to go on. */
static void
assert_all_or_nothing(const Disk *disk, const char *untouched, const char *expected)
{
    g_autofree char *journal = below(disk->out, ".maklumat-staging/journal");
    FsStat found;
    g_assert_true(fs_stat(FS_CWD, journal, &found, NULL));
    if (found.kind != FS_NONE)
        return;
    int out = fs_open_dir(FS_CWD, disk->out, NULL);
    if (out >= 0)
        g_assert_true(fs_remove_tree(out, ".maklumat-staging", NULL));
    fs_close_dir(out);
    g_autofree char *now = dump(disk->out, TRUE), *all = dump(disk->folder, TRUE);
    if (strcmp(now, untouched) != 0)
        g_assert_cmpstr(all, ==, expected);
}

/* One disturbed build and the one after it. FALSE = there is no N-th call. */
static gboolean
disturb(const Scenario *scenario, Fault fault, int error_number, guint at, const char *expected)
{
    Disk disk;
    TreeReport report;
    GError *error = NULL;
    make_disk(&disk, scenario);
    g_autofree char *untouched = dump(disk.out, TRUE);
    int status = run_child(&disk, fault, error_number, at);

    assert_site_is_whole(disk.out, scenario->old);
    if (status == 2) {
        drop_disk(&disk);
        return FALSE;
    }
    g_assert_cmpint(status, !=, 3);
    if (fault == FAULT_SHORT)
        g_assert_cmpint(status, ==, 0);
    if (status == 1)
        assert_all_or_nothing(&disk, untouched, expected);
    publish(&disk.options, after, &report, &error);
    g_assert_no_error(error);
    tree_report_clear(&report);
    g_autofree char *found = dump(disk.folder, TRUE);
    g_assert_cmpstr(found, ==, expected);
    drop_disk(&disk);
    return TRUE;
}

static void
test_scenario(gconstpointer data)
{
    static const Fault faults[] = {FAULT_KILL_BEFORE, FAULT_KILL_AFTER, FAULT_ERROR,
                                   FAULT_SHORT};
    static const int error_numbers[] = {ENOSPC, EIO, EROFS};
    const Scenario *scenario = data;
    g_autofree char *expected = expected_folder(scenario);
    for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
        guint at = 1;
        while (disturb(scenario, faults[i], error_numbers[at % 3], at, expected))
            at++;
        /* Fewer would mean that the calls of fs.c pass us by. */
        g_assert_cmpuint(at, >, 30);
    }
}

/* Staged bytes are on the disk before the first of them is published; no sync for nothing. */
static void
test_syncs(gconstpointer data)
{
    static const struct {
        const Page *pages;
        guint n_syncs, n_moves;
    } cases[] = {{before, 2, 5}, {after, 2, 9}, {after, 0, 0}};
    Disk disk;
    TreeReport report;
    make_disk(&disk, data);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        memset(&plan, 0, sizeof plan);
        plan.armed = TRUE;
        g_assert_true(publish(&disk.options, cases[i].pages, &report, NULL));
        plan.armed = FALSE;
        tree_report_clear(&report);
        g_assert_cmpuint(plan.n_syncs, ==, cases[i].n_syncs);
        g_assert_cmpuint(plan.n_early_moves, ==, 0);
        g_assert_cmpuint(plan.n_moves, ==, cases[i].n_moves);
    }
    drop_disk(&disk);
}

int
main(int argc, char **argv)
{
    static const Scenario scenarios[] = {
        {"/faults/rebuild", before, FALSE},
        {"/faults/new", nothing, FALSE},
        {"/faults/empty", nothing, TRUE},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(scenarios); i++)
        g_test_add_data_func(scenarios[i].name, &scenarios[i], test_scenario);
    g_test_add_data_func("/faults/syncs", &scenarios[2], test_syncs);
    return g_test_run();
}
