#include "base/work.h"
#include "support/tree-site.h"
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Place {
    char *folder, *out;
    TreeOptions options;
} Place;

static const Page first[] = {
    {"index.html", "home 1"},
    {"kab-a/index.html", "a 1"},
    {"kab-a/dinas-x/ktp.html", "ktp 1"},
    {"kab-a/dinas-x/poster/ktp.pdf", "pdf 1"},
    {"kab-b/index.html", "b 1"},
    {NULL, NULL},
};

static const char first_dump[] = ".maklumat\n"
                                 "index.html=home 1\n"
                                 "kab-a/\n"
                                 "kab-a/dinas-x/\n"
                                 "kab-a/dinas-x/ktp.html=ktp 1\n"
                                 "kab-a/dinas-x/poster/\n"
                                 "kab-a/dinas-x/poster/ktp.pdf=pdf 1\n"
                                 "kab-a/index.html=a 1\n"
                                 "kab-b/\n"
                                 "kab-b/index.html=b 1\n";

/* kab-a stays, its poster goes with its folder; kab-b goes; kab-c comes. */
static const Page second[] = {
    {"index.html", "home 2"},
    {"kab-a/index.html", "a 1"},
    {"kab-a/dinas-x/ktp.html", "ktp 2"},
    {"kab-c/dinas-z/kk.html", "kk 2"},
    {NULL, NULL},
};

static const char second_dump[] = ".maklumat\n"
                                  "index.html=home 2\n"
                                  "kab-a/\n"
                                  "kab-a/dinas-x/\n"
                                  "kab-a/dinas-x/ktp.html=ktp 2\n"
                                  "kab-a/index.html=a 1\n"
                                  "kab-c/\n"
                                  "kab-c/dinas-z/\n"
                                  "kab-c/dinas-z/kk.html=kk 2\n";

static void
set_up(Place *place, gconstpointer data)
{
    (void)data;
    place->folder = make_folder();
    place->out = below(place->folder, "public");
    place->options = (TreeOptions){.out = place->out, .n_workers = 1, .lang = DIAG_LANG_EN};
}

static void
tear_down(Place *place, gconstpointer data)
{
    (void)data;
    g_assert_true(fs_remove_tree(FS_CWD, place->folder, NULL));
    g_free(place->folder);
    g_free(place->out);
}

/* Publishes and compares the report: "new changed unchanged removed: strangers". */
static void
expect(const Place *place, const Page *pages, const char *report_text, const char *holds)
{
    TreeReport report;
    GError *error = NULL;
    publish(&place->options, pages, &report, &error);
    g_assert_no_error(error);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "%u %u %u %u:", report.n_new, report.n_changed, report.n_unchanged,
                    report.n_removed);
    for (guint i = 0; i < report.strangers->len; i++)
        g_string_append_printf(text, " %s", (char *)report.strangers->pdata[i]);
    g_string_append_printf(text, "%s%s", report.damaged ? " damaged" : "",
                           report.finished ? " finished" : "");
    tree_report_clear(&report);
    g_assert_cmpstr(text->str, ==, report_text);
    assert_holds(place->out, holds);
}

/* Publishing is refused with this error, and OUT is as before. */
static void
refuse(const Place *place, const Page *pages, TreeErrorCode code, const char *says)
{
    TreeReport report;
    GError *error = NULL;
    g_autofree char *before = dump(place->folder, TRUE), *after = NULL;
    g_assert_false(publish(&place->options, pages, &report, &error));
    g_assert_error(error, TREE_ERROR, (int)code);
    if (strstr(error->message, says) == NULL)
        g_error("\"%s\" does not say \"%s\"", error->message, says);
    g_error_free(error);
    after = dump(place->folder, TRUE);
    g_assert_cmpstr(after, ==, before);
}

static void
test_builds(Place *place, gconstpointer data)
{
    (void)data;
    expect(place, first, "5 0 0 0:", first_dump);
    expect(place, second, "1 2 1 2:", second_dump);
    expect(place, first, "2 2 1 1:", first_dump);
    g_autofree char *all = dump(place->folder, FALSE);
    g_assert_true(g_str_has_prefix(all, "public/\npublic/.maklumat="));
    g_assert_null(strstr(all, "staging"));
}

/* OUT is there and empty but for a stranger, as in a repository; or its folders are missing. */
static void
test_empty(Place *place, gconstpointer data)
{
    (void)data;
    g_autofree char *holds = g_strconcat(".gitkeep=\n", first_dump, NULL);
    put_text(place->out, ".gitkeep", "");
    expect(place, first, "5 0 0 0: .gitkeep", holds);
    g_autofree char *deep = below(place->folder, "a/b/c");
    place->options.out = deep;
    g_free(place->out);
    place->out = g_strdup(deep);
    expect(place, first, "5 0 0 0:", first_dump);
}

static void
test_unchanged(Place *place, gconstpointer data)
{
    static const char *const names[] = {".", ".maklumat", "index.html",
                                        "kab-a/dinas-x/ktp.html"};
    FsStat before[G_N_ELEMENTS(names)], after;
    (void)data;
    expect(place, first, "5 0 0 0:", first_dump);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = below(place->out, names[i]);
        g_assert_true(fs_stat(FS_CWD, path, &before[i], NULL));
    }
    expect(place, first, "0 0 5 0:", first_dump);
    for (gsize i = 1; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = below(place->out, names[i]);
        g_assert_true(fs_stat(FS_CWD, path, &after, NULL));
        g_assert_cmpuint(after.inode, ==, before[i].inode);
        g_assert_cmpint(after.mtime_ns, ==, before[i].mtime_ns);
    }
}

static void
test_strangers(Place *place, gconstpointer data)
{
    (void)data;
    expect(place, first, "5 0 0 0:", first_dump);
    put_text(place->out, ".htaccess", "h");
    put_text(place->out, ".well-known/security.txt", "w");
    put_text(place->out, "CNAME", "c");
    put_text(place->out, "kab-b/foto.jpg", "f");
    put_text(place->out, "kab-a/dinas-x/poster/lama/x", "x");
    expect(place, second,
           "1 2 1 2: .htaccess .well-known/ CNAME kab-a/dinas-x/poster/lama/ kab-b/foto.jpg",
           ".htaccess=h\n"
           ".maklumat\n"
           ".well-known/\n"
           ".well-known/security.txt=w\n"
           "CNAME=c\n"
           "index.html=home 2\n"
           "kab-a/\n"
           "kab-a/dinas-x/\n"
           "kab-a/dinas-x/ktp.html=ktp 2\n"
           "kab-a/dinas-x/poster/\n"
           "kab-a/dinas-x/poster/lama/\n"
           "kab-a/dinas-x/poster/lama/x=x\n"
           "kab-a/index.html=a 1\n"
           "kab-b/\n"
           "kab-b/foto.jpg=f\n"
           "kab-c/\n"
           "kab-c/dinas-z/\n"
           "kab-c/dinas-z/kk.html=kk 2\n");
}

/* What was put and not committed leaves no trace. */
static void
test_dropped(Place *place, gconstpointer data)
{
    (void)data;
    for (guint round = 0; round < 2; round++) {
        g_autofree char *before = dump(place->folder, TRUE);
        Tree *tree = tree_open(&place->options, NULL);
        g_assert_true(put_pages(tree, second, NULL));
        tree_free(tree);
        g_autofree char *after = dump(place->folder, TRUE);
        g_assert_cmpstr(after, ==, before);
        if (round == 0)
            expect(place, first, "5 0 0 0:", first_dump);
    }
}

static void
test_in_the_way(Place *place, gconstpointer data)
{
    (void)data;
    put_text(place->out, "index.html", "theirs");
    put_text(place->out, "kab-a/dinas-x/poster/ktp.pdf", "theirs too");
    put_text(place->out, "kab-a/dinas-x/lain.html", "other");
    refuse(place, first, TREE_ERROR_IN_THE_WAY,
           "index.html, kab-a/dinas-x/poster/ktp.pdf; move");
    place->options.lang = DIAG_LANG_ID;
    refuse(place, first, TREE_ERROR_IN_THE_WAY,
           "sudah ada dan bukan tulisan maklumat: index.html");
    place->options.adopt = TRUE;
    expect(place, first, "3 2 0 0: kab-a/dinas-x/lain.html",
           ".maklumat\n"
           "index.html=home 1\n"
           "kab-a/\n"
           "kab-a/dinas-x/\n"
           "kab-a/dinas-x/ktp.html=ktp 1\n"
           "kab-a/dinas-x/lain.html=other\n"
           "kab-a/dinas-x/poster/\n"
           "kab-a/dinas-x/poster/ktp.pdf=pdf 1\n"
           "kab-a/index.html=a 1\n"
           "kab-b/\n"
           "kab-b/index.html=b 1\n");
    /* With a manifest a stranger's file at a new path is in the way as well. */
    place->options.adopt = FALSE;
    put_text(place->out, "kab-c/dinas-z/kk.html", "theirs");
    refuse(place, second, TREE_ERROR_IN_THE_WAY, "kab-c/dinas-z/kk.html");
}

static void
test_many_in_the_way(Place *place, gconstpointer data)
{
    static const Page pages[] = {{"a", ""}, {"b", ""}, {"c", ""}, {"d", ""},
                                 {"e", ""}, {"f", ""}, {"g", ""}, {NULL, NULL}};
    (void)data;
    for (const Page *page = pages; page->path != NULL; page++)
        put_text(place->out, page->path, "theirs");
    refuse(place, pages, TREE_ERROR_IN_THE_WAY, "a, b, c, d, e, … (+2)");
}

/* Without its manifest the program knows nothing as its own. */
static void
test_lost_manifest(Place *place, gconstpointer data)
{
    g_autofree char *manifest = below(place->out, ".maklumat");
    (void)data;
    expect(place, first, "5 0 0 0:", first_dump);
    put_text(place->out, ".maklumat", "maklumat manifest 1 site\n");
    refuse(place, second, TREE_ERROR_UNKNOWN, ".maklumat is damaged");
    place->options.adopt = TRUE;
    expect(place, second, "1 3 0 0: kab-a/dinas-x/poster/ kab-b/ damaged",
           ".maklumat\n"
           "index.html=home 2\n"
           "kab-a/\n"
           "kab-a/dinas-x/\n"
           "kab-a/dinas-x/ktp.html=ktp 2\n"
           "kab-a/dinas-x/poster/\n"
           "kab-a/dinas-x/poster/ktp.pdf=pdf 1\n"
           "kab-a/index.html=a 1\n"
           "kab-b/\n"
           "kab-b/index.html=b 1\n"
           "kab-c/\n"
           "kab-c/dinas-z/\n"
           "kab-c/dinas-z/kk.html=kk 2\n");
    place->options.adopt = FALSE;
    g_assert_cmpint(unlink(manifest), ==, 0);
    refuse(place, second, TREE_ERROR_IN_THE_WAY, "index.html");
}

static void
test_conflicts(Place *place, gconstpointer data)
{
    static const Page file_and_folder[] = {{"a", ""}, {"a/b/c", ""}, {NULL, NULL}};
    static const Page twice[] = {{"a/x", "1"}, {"b", ""}, {"a/x", "1"}, {NULL, NULL}};
    static const Page bad[] = {{"a", ""}, {"b/../../c", ""}, {NULL, NULL}};
    static const Page reserved[] = {{".maklumat", ""}, {NULL, NULL}};
    static const Page needs_folder[] = {{"a", ""}, {"kab-a/x", ""}, {NULL, NULL}};
    static const Page needs_file[] = {{"a", ""}, {"kab-b", ""}, {NULL, NULL}};
    (void)data;
    refuse(place, file_and_folder, TREE_ERROR_CONFLICT, "a/b/c:");
    refuse(place, twice, TREE_ERROR_TWICE, "a/x");
    refuse(place, bad, TREE_ERROR_PATH, "b/../../c");
    refuse(place, reserved, TREE_ERROR_PATH, ".maklumat");
    put_text(place->out, "kab-a", "a file");
    put_text(place->out, "kab-b/x", "in a folder");
    place->options.adopt = TRUE;
    refuse(place, needs_folder, TREE_ERROR_CONFLICT, "kab-a");
    refuse(place, needs_file, TREE_ERROR_CONFLICT, "kab-b");
    refuse(place, file_and_folder, TREE_ERROR_CONFLICT, "a");
}

/* A name of ours may become a folder, or a folder of ours a file; a stranger's is in the way still. */
static void
test_other_kind(Place *place, gconstpointer data)
{
    static const Page as_file[] = {{"a", "1"}, {"b", "2"}, {NULL, NULL}};
    static const Page as_folder[] = {{"a/x", "3"}, {"a/y/z", "4"}, {"b", "2"}, {NULL, NULL}};
    (void)data;
    expect(place, as_file, "2 0 0 0:", ".maklumat\na=1\nb=2\n");
    expect(place, as_folder, "2 0 1 1:", ".maklumat\na/\na/x=3\na/y/\na/y/z=4\nb=2\n");
    put_text(place->out, "a/y/asing", "");
    refuse(place, as_file, TREE_ERROR_CONFLICT, "a/y/asing");
    g_autofree char *stranger = below(place->out, "a/y/asing");
    g_assert_cmpint(unlink(stranger), ==, 0);
    expect(place, as_file, "1 0 1 2:", ".maklumat\na=1\nb=2\n");
}

/* A folder that became a link is not followed; a page that became one is replaced, not what it leads to. */
static void
test_links(Place *place, gconstpointer data)
{
    static const char same_size[] = "../far";
    g_autofree char *page = below(place->out, "index.html");
    g_autofree char *dir = below(place->out, "kab-a"), *moved = below(place->folder, "moved");
    (void)data;
    put_text(place->folder, "far", "home 1");
    expect(place, first, "5 0 0 0:", first_dump);
    g_assert_cmpint(unlink(page), ==, 0);
    g_assert_cmpuint(strlen(same_size), ==, strlen(first[0].text));
    g_assert_cmpint(symlink(same_size, page), ==, 0);
    expect(place, first, "0 1 4 0:", first_dump);
    g_autofree char *all = dump(place->folder, FALSE);
    g_assert_true(g_str_has_prefix(all, "far=home 1\n"));
    g_assert_cmpint(rename(dir, moved), ==, 0);
    g_assert_cmpint(symlink(moved, dir), ==, 0);
    refuse(place, second, TREE_ERROR_CONFLICT, "kab-a");
}

static void
test_many_deletions(Place *place, gconstpointer data)
{
    enum { N = 200 };
    static const struct {
        guint kept;
        gboolean refused;
    } cases[] = {{200, FALSE}, {140, FALSE}, {139, TRUE}, {1, TRUE}, {0, TRUE}};
    char names[N][16];
    Page pages[N + 1];
    TreeReport report;
    (void)data;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        for (guint k = 0; k < N; k++) {
            g_snprintf(names[k], sizeof names[k], "%u.html", k);
            pages[k] = (Page){names[k], "x"};
        }
        pages[N] = (Page){NULL, NULL};
        g_assert_true(publish(&place->options, pages, &report, NULL));
        tree_report_clear(&report);
        pages[cases[i].kept] = (Page){NULL, NULL};
        if (cases[i].refused)
            refuse(place, pages, TREE_ERROR_MANY, "/200 published files would be deleted");
        place->options.force = cases[i].refused;
        g_assert_true(publish(&place->options, pages, &report, NULL));
        g_assert_cmpuint(report.n_removed, ==, N - cases[i].kept);
        tree_report_clear(&report);
        place->options.force = FALSE;
    }
    /* 50 of 60 is more than the part but not more than the number. */
    pages[60] = (Page){NULL, NULL};
    for (guint k = 0; k < 60; k++)
        pages[k] = (Page){names[k], "x"};
    g_assert_true(publish(&place->options, pages, &report, NULL));
    tree_report_clear(&report);
    pages[10] = (Page){NULL, NULL};
    g_assert_true(publish(&place->options, pages, &report, NULL));
    g_assert_cmpuint(report.n_removed, ==, 50);
    tree_report_clear(&report);
}

static void
test_draft(Place *place, gconstpointer data)
{
    (void)data;
    expect(place, first, "5 0 0 0:", first_dump);
    place->options.draft = TRUE;
    refuse(place, first, TREE_ERROR_NOT_DRAFT, "does not hold a draft");
    g_assert_true(fs_remove_tree(FS_CWD, place->out, NULL));
    put_text(place->out, ".htaccess", "h");
    g_autofree char *holds = g_strconcat(".htaccess=h\n", first_dump, NULL);
    expect(place, first, "5 0 0 0: .htaccess", holds);
    expect(place, first, "0 0 5 0: .htaccess", holds);
    place->options.draft = FALSE;
    place->options.only = "kab-a";
    refuse(place, first, TREE_ERROR_ONLY_DRAFT, "holds a draft");
    place->options.only = NULL;
    expect(place, first, "0 0 5 0: .htaccess", holds);
    /* The same bytes, but a site now. */
    place->options.draft = TRUE;
    refuse(place, first, TREE_ERROR_NOT_DRAFT, "does not hold a draft");
    g_assert_true(fs_remove_tree(FS_CWD, place->out, NULL));
    put_text(place->out, "foto.jpg", "f");
    refuse(place, first, TREE_ERROR_NOT_DRAFT, "does not hold a draft");
}

static void
test_only(Place *place, gconstpointer data)
{
    static const Page part[] = {
        {"kab-a/dinas-x/ktp.html", "ktp 2"}, {"kab-a/dinas-x/kk.html", "kk 2"}, {NULL, NULL}};
    static const Page more[] = {{"kab-a/dinas-xy/a.html", "xy"}, {NULL, NULL}};
    (void)data;
    expect(place, first, "5 0 0 0:", first_dump);
    place->options.only = "kab-a/dinas-x";
    refuse(place, more, TREE_ERROR_PATH, "kab-a/dinas-xy/a.html");
    expect(place, part, "1 1 0 1:",
           ".maklumat\n"
           "index.html=home 1\n"
           "kab-a/\n"
           "kab-a/dinas-x/\n"
           "kab-a/dinas-x/kk.html=kk 2\n"
           "kab-a/dinas-x/ktp.html=ktp 2\n"
           "kab-a/index.html=a 1\n"
           "kab-b/\n"
           "kab-b/index.html=b 1\n");
    place->options.only = NULL;
    expect(place, first, "1 1 3 1:", first_dump);
    place->options.only = "../x";
    refuse(place, part, TREE_ERROR_PATH, "../x");
}

static void
test_places(Place *place, gconstpointer data)
{
    g_autofree char *content = below(place->folder, "content"), *in = below(content, "public");
    g_autofree char *home = below(place->folder, "home"), *user = below(home, "dinas");
    g_autofree char *site = below(user, "public"), *file = below(place->folder, "file");
    g_autofree char *link_in = below(user, "www"), *link_out = below(user, "away");
    g_autofree char *dangling = below(user, "gone"),
                    *odd = below(place->folder, "./home//dinas/");
    const char *forbidden[] = {content, NULL};
    const struct {
        const char *out;
        int code; /* -1 = fine */
    } cases[] = {
        {content, TREE_ERROR_FORBIDDEN},
        {in, TREE_ERROR_FORBIDDEN},
        {place->folder, TREE_ERROR_HOME}, /* above home and above content */
        {user, TREE_ERROR_HOME},
        {odd, TREE_ERROR_HOME},
        {home, TREE_ERROR_HOME},
        {"/", TREE_ERROR_HOME},
        {"/..", TREE_ERROR_HOME},
        {link_out, TREE_ERROR_LINK},
        {dangling, TREE_ERROR_LINK},
        {link_in, -1},
        {site, -1},
    };
    (void)data;
    put_text(content, "situs.yaml", "s");
    put_text(site, ".htaccess", "h");
    put_text(place->folder, "file", "f");
    g_assert_cmpint(symlink("public", link_in), ==, 0);
    g_assert_cmpint(symlink("../../away", link_out), ==, 0);
    g_assert_cmpint(symlink("nothing", dangling), ==, 0);
    place->options.home = user;
    place->options.forbidden = forbidden;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        place->options.out = cases[i].out;
        g_autoptr(Tree) tree = tree_open(&place->options, &error);
        g_test_message("case %u: %s", (guint)i, error == NULL ? "fine" : error->message);
        g_assert_cmpint(error == NULL ? -1 : error->code, ==, cases[i].code);
        g_assert_true(error == NULL || error->domain == TREE_ERROR);
    }
    put_text(place->folder, "away/x", "x");
    place->options.out = link_out;
    refuse(place, first, TREE_ERROR_LINK, "away");
    g_autoptr(GError) error = NULL;
    place->options.out = file;
    g_assert_null(tree_open(&place->options, &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_DIR);
}

static void
test_above_content(Place *place, gconstpointer data)
{
    g_autofree char *content = below(place->folder, "proyek/content");
    g_autofree char *project = below(place->folder, "proyek");
    const char *forbidden[] = {content, NULL};
    (void)data;
    put_text(content, "situs.yaml", "s");
    place->options.forbidden = forbidden;
    place->options.out = project;
    refuse(place, first, TREE_ERROR_FORBIDDEN, "folder of content or themes or .maklumat-cache");
}

static void
test_busy(Place *place, gconstpointer data)
{
    (void)data;
    for (guint round = 0; round < 2; round++) {
        g_autoptr(Tree) tree = tree_open(&place->options, NULL);
        g_autoptr(GError) error = NULL;
        g_assert_nonnull(tree);
        g_assert_null(tree_open(&place->options, &error));
        g_assert_error(error, TREE_ERROR, TREE_ERROR_BUSY);
        TreeReport report;
        g_assert_true(put_pages(tree, first, NULL) && tree_commit(tree, &report, NULL));
        tree_report_clear(&report);
    }
    expect(place, first, "0 0 5 0:", first_dump);
}

/* Staging folders: those of killed builds go, one that is not ours is left alone. */
static void
test_staging(Place *place, gconstpointer data)
{
    (void)data;
    put_text(place->folder, ".public.maklumat-staging/lock", "");
    put_text(place->folder, ".public.maklumat-staging/tree/alien.html", "alien");
    expect(place, first, "5 0 0 0:", first_dump);
    put_text(place->folder, ".public.maklumat-staging/lock", "");
    put_text(place->out, ".maklumat-staging/lock", "");
    put_text(place->out, ".maklumat-staging/tree/alien.html", "alien");
    put_text(place->out, ".maklumat-staging/journal", "maklumat journal 1\nd\tindex.html\n");
    expect(place, first, "0 0 5 0:", first_dump);
    g_autofree char *all = dump(place->folder, FALSE);
    g_assert_null(strstr(all, "staging"));
    put_text(place->out, ".maklumat-staging/foto.jpg", "theirs");
    refuse(place, second, TREE_ERROR_STAGING, ".maklumat-staging");
    g_autofree char *staging = below(place->out, ".maklumat-staging");
    g_assert_true(fs_remove_tree(FS_CWD, staging, NULL));
    put_text(place->out, ".maklumat-staging", "a file");
    refuse(place, second, TREE_ERROR_STAGING, ".maklumat-staging");
}

/* Nobody but the builder may look into the staging folder; what is published has the usual modes. */
static void
test_modes(Place *place, gconstpointer data)
{
    struct stat st;
    g_autofree char *staging = below(place->folder, ".public.maklumat-staging");
    g_autofree char *dir = below(place->out, "kab-a"), *page = below(place->out, "index.html");
    mode_t mask = umask(022);
    (void)data;
    g_autoptr(Tree) tree = tree_open(&place->options, NULL);
    g_assert_cmpint(stat(staging, &st), ==, 0);
    g_assert_cmpint(st.st_mode & 0777, ==, 0700);
    g_clear_pointer(&tree, tree_free);
    expect(place, first, "5 0 0 0:", first_dump);
    g_assert_cmpint(stat(place->out, &st), ==, 0);
    g_assert_cmpint(st.st_mode & 0777, ==, 0755);
    g_assert_cmpint(stat(dir, &st), ==, 0);
    g_assert_cmpint(st.st_mode & 0777, ==, 0755);
    g_assert_cmpint(stat(page, &st), ==, 0);
    g_assert_cmpint(st.st_mode & 0777, ==, 0644);
    umask(mask);
}

static void
test_keep(Place *place, gconstpointer data)
{
    guint64 home = fs_hash("home 1", 6, 0), ktp = fs_hash("ktp 1", 5, 0);
    const ManifestFile good[] = {{"index.html", 6, home}, {"kab-a/dinas-x/ktp.html", 5, ktp}};
    const ManifestFile bad[][2] = {
        {{"index.html", 6, home}, {"kab-a/dinas-x/ktp.html", 5, ktp + 1}},
        {{"index.html", 6, home}, {"kab-a/dinas-x/ktp.html", 6, ktp}},
        {{"index.html", 6, home}, {"kab-a/dinas-x/ktq.html", 5, ktp}},
    };
    TreeReport report;
    (void)data;
    Tree *tree = tree_open(&place->options, NULL);
    g_assert_false(tree_keep(tree_worker(tree, 0), good, 2));
    g_assert_true(tree_keep(tree_worker(tree, 0), NULL, 0));
    tree_free(tree);
    expect(place, first, "5 0 0 0:", first_dump);

    tree = tree_open(&place->options, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_false(tree_keep(tree_worker(tree, 0), bad[i], 2));
    g_autoptr(GPtrArray) all = tree_deletions(tree);
    g_assert_cmpuint(all->len, ==, 5);
    g_assert_true(tree_keep(tree_worker(tree, 0), good, 2));
    g_autoptr(GPtrArray) rest = tree_deletions(tree);
    static const char *const gone[] = {"kab-a/dinas-x/poster/ktp.pdf", "kab-a/index.html",
                                       "kab-b/index.html"};
    g_assert_cmpuint(rest->len, ==, G_N_ELEMENTS(gone));
    for (guint i = 0; i < rest->len; i++)
        g_assert_cmpstr(rest->pdata[i], ==, gone[i]);
    g_assert_true(tree_commit(tree, &report, NULL));
    g_assert_cmpuint(report.n_unchanged, ==, 2);
    g_assert_cmpuint(report.n_removed, ==, 3);
    tree_report_clear(&report);
    tree_free(tree);

    /* Not where it should be, or cut short: it cannot be kept and is published again. */
    g_autofree char *page = below(place->out, "kab-a/dinas-x/ktp.html");
    for (guint round = 0; round < 2; round++) {
        tree = tree_open(&place->options, NULL);
        if (round == 0)
            g_assert_cmpint(unlink(page), ==, 0);
        else
            g_assert_cmpint(truncate(page, 2), ==, 0);
        g_assert_false(tree_keep(tree_worker(tree, 0), good, 2));
        g_assert_true(tree_keep(tree_worker(tree, 0), good, 1));
        ManifestFile put = {.path = good[1].path};
        g_assert_true(tree_put(tree_worker(tree, 0), &put, "ktp 1", 5, NULL));
        g_assert_cmpuint(put.size, ==, 5);
        g_assert_cmpuint(put.hash, ==, ktp);
        g_assert_true(tree_commit(tree, &report, NULL));
        g_assert_cmpuint(report.n_new, ==, round == 0);
        g_assert_cmpuint(report.n_changed, ==, round == 1);
        tree_report_clear(&report);
        tree_free(tree);
    }
    assert_holds(place->out, ".maklumat\nindex.html=home 1\nkab-a/\nkab-a/dinas-x/\n"
                             "kab-a/dinas-x/ktp.html=ktp 1\n");
}

/* Somebody removed published folders by hand: what is wanted comes back. */
static void
test_lost_folders(Place *place, gconstpointer data)
{
    g_autofree char *gone = below(place->out, "kab-a/dinas-x"),
                    *other = below(place->out, "kab-b");
    (void)data;
    expect(place, first, "5 0 0 0:", first_dump);
    g_assert_true(fs_remove_tree(FS_CWD, gone, NULL) && fs_remove_tree(FS_CWD, other, NULL));
    expect(place, first, "3 0 2 0:", first_dump);
    g_assert_true(fs_remove_tree(FS_CWD, gone, NULL) && fs_remove_tree(FS_CWD, other, NULL));
    expect(place, second, "2 1 1 0:", second_dump);
    expect(place, second, "0 0 4 0:", second_dump);
}

static void
test_put_file(Place *place, gconstpointer data)
{
    ManifestFile file = {.path = "kab-a/a b.pdf"};
    TreeReport report;
    GError *error = NULL;
    (void)data;
    put_text(place->folder, "formulir/a b.pdf", "isi");
    int from = fs_open_dir(FS_CWD, place->folder, NULL);
    Tree *tree = tree_open(&place->options, NULL);
    TreeWorker *worker = tree_worker(tree, 0);
    g_assert_true(tree_put_file(worker, &file, from, "formulir/a b.pdf", NULL));
    g_assert_cmpuint(file.size, ==, 3);
    g_assert_cmpuint(file.hash, ==, fs_hash("isi", 3, 0));
    file.path = "kab-a/x";
    g_assert_false(tree_put_file(worker, &file, from, "formulir/tidak-ada", &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_MISSING);
    g_error_free(error);
    g_assert_true(tree_commit(tree, &report, NULL));
    tree_report_clear(&report);
    tree_free(tree);
    fs_close_dir(from);
    assert_holds(place->out, ".maklumat\nkab-a/\nkab-a/a b.pdf=isi\n");
}

typedef struct Crowd {
    Tree *tree;
    guint round;
} Crowd;

static void
put_one(guint item, guint worker, gpointer data)
{
    Crowd *crowd = data;
    g_autofree char *path =
        g_strdup_printf("kab-%u/dinas-%u/%u.html", item % 3, item % 40, item);
    g_autofree char *text = g_strdup_printf("%u %u", item, item % 5 == 0 ? crowd->round : 0);
    GError *error = NULL;
    tree_put(tree_worker(crowd->tree, worker), &(ManifestFile){.path = path}, text,
             strlen(text), &error);
    g_assert_no_error(error);
}

/* One thread and four leave the same bytes, the manifest's among them. */
static void
test_threads(Place *place, gconstpointer data)
{
    g_autofree char *other = below(place->folder, "other"), *one = NULL, *four = NULL;
    (void)data;
    for (guint jobs = 1; jobs <= 4; jobs += 3) {
        place->options.out = jobs == 1 ? place->out : other;
        place->options.n_workers = jobs;
        for (guint round = 1; round <= 2; round++) {
            TreeReport report;
            Crowd crowd = {tree_open(&place->options, NULL), round};
            work_run(500, jobs, put_one, &crowd);
            g_assert_true(tree_commit(crowd.tree, &report, NULL));
            g_assert_cmpuint(report.n_changed, ==, round == 1 ? 0 : 100);
            tree_report_clear(&report);
            tree_free(crowd.tree);
        }
    }
    one = dump(place->out, TRUE);
    four = dump(other, TRUE);
    g_assert_cmpstr(four, ==, one);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*func)(Place *, gconstpointer);
    } tests[] = {
        {"/tree/builds", test_builds},
        {"/tree/empty", test_empty},
        {"/tree/unchanged", test_unchanged},
        {"/tree/strangers", test_strangers},
        {"/tree/dropped", test_dropped},
        {"/tree/in-the-way", test_in_the_way},
        {"/tree/many-in-the-way", test_many_in_the_way},
        {"/tree/lost-manifest", test_lost_manifest},
        {"/tree/conflicts", test_conflicts},
        {"/tree/other-kind", test_other_kind},
        {"/tree/links", test_links},
        {"/tree/many-deletions", test_many_deletions},
        {"/tree/draft", test_draft},
        {"/tree/only", test_only},
        {"/tree/places", test_places},
        {"/tree/above-content", test_above_content},
        {"/tree/busy", test_busy},
        {"/tree/staging", test_staging},
        {"/tree/modes", test_modes},
        {"/tree/keep", test_keep},
        {"/tree/lost-folders", test_lost_folders},
        {"/tree/put-file", test_put_file},
        {"/tree/threads", test_threads},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, Place, NULL, set_up, tests[i].func, tear_down);
    return g_test_run();
}
