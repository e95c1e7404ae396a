#include "base/fs.h"
#include "publish/journal.h"
#include "publish/manifest.h"
#include <string.h>
#include <unistd.h>

static char *folder;
static int dir;

static void
setup(void)
{
    folder = g_dir_make_tmp("maklumat-manifest-XXXXXX", NULL);
    dir = fs_open_dir(FS_CWD, folder, NULL);
    g_assert_cmpint(dir, >=, 0);
}

static void
teardown(void)
{
    fs_close_dir(dir);
    g_assert_true(fs_remove_tree(FS_CWD, folder, NULL));
    g_free(folder);
}

static void
test_paths(void)
{
    static const struct {
        const char *path;
        gboolean valid;
    } cases[] = {
        {"index.html", TRUE},
        {"kab-x/dinas-y/poster/a-a3.pdf", TRUE},
        {"a b/Formulir (1) é.pdf", TRUE},
        {".htaccess", TRUE},
        {"a/.maklumat", TRUE},
        {"a..b/...", TRUE},
        {"", FALSE},
        {"/etc/passwd", FALSE},
        {"a/", FALSE},
        {"a//b", FALSE},
        {".", FALSE},
        {"..", FALSE},
        {"../a", FALSE},
        {"a/../b", FALSE},
        {"a/./b", FALSE},
        {"a/..", FALSE},
        {"a\tb", FALSE},
        {"a\nb", FALSE},
        {"a\x7f", FALSE},
        {".maklumat", FALSE},
        {".maklumat-staging/tree/a", FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (manifest_path_is_valid(cases[i].path) != cases[i].valid)
            g_error("%s", cases[i].path);
    }
    g_autofree char *name = g_strnfill(256, 'a'), *deep = g_strnfill(4002, 'a');
    for (gsize i = 1; i < 4002; i += 2)
        deep[i] = '/';
    g_assert_false(manifest_path_is_valid(name));
    g_assert_true(manifest_path_is_valid(name + 1));
    g_assert_false(manifest_path_is_valid(deep + 1));
    deep[3999] = '\0';
    g_assert_true(manifest_path_is_valid(deep));
}

static Manifest *
manifest_of(const ManifestFile *files, guint n, ManifestState state)
{
    Manifest *manifest = manifest_new();
    for (guint i = 0; i < n; i++)
        manifest_add(manifest, &files[i], state);
    return manifest;
}

/* In the order a worker may meet them; the folder a comes twice. */
static const ManifestFile some_files[] = {
    {"a/z.html", 10, 0x1},
    {"a-b/index.html", 20, 0xffffffffffffffff},
    {"a/b/c/deep.pdf", 30, 0xabc},
    {"index.html", 40, 0x4},
    {"a/a.html", G_MAXINT64 / 20, 0x5},
    {"404.html", 0, 0},
};

static const char written[] = "maklumat manifest 1 site\n"
                              "404.html\t0\t0000000000000000\n"
                              "index.html\t40\t0000000000000004\n"
                              "a/a.html\t461168601842738790\t0000000000000005\n"
                              "a/z.html\t10\t0000000000000001\n"
                              "a/b/c/deep.pdf\t30\t0000000000000abc\n"
                              "a-b/index.html\t20\tffffffffffffffff\n"
                              "= 6 ";

static void
write_some(const char *name, gboolean draft)
{
    g_autoptr(Manifest) one = manifest_of(some_files, 3, MANIFEST_NEW);
    g_autoptr(Manifest) two = manifest_of(some_files + 3, 3, MANIFEST_KEPT);
    Manifest *both[] = {one, two};
    g_autoptr(Merged) merged = merged_new(both, 2);
    g_assert_null(merged->twice);
    g_assert_true(merged_write(merged, draft, dir, name, NULL));
}

static void
test_write_read(void)
{
    g_autofree char *text = NULL;
    g_autoptr(Manifest) manifest = NULL;
    gsize len;
    gboolean damaged;
    setup();
    write_some("m", FALSE);
    g_assert_true((text = fs_read(dir, "m", 10000, &len, NULL)) != NULL);
    g_assert_cmpuint(len, ==, strlen(written) + 17);
    text[strlen(written)] = '\0';
    g_assert_cmpstr(text, ==, written);
    g_assert_true(manifest_read(dir, "m", &manifest, &damaged, NULL));
    g_assert_false(damaged);
    g_assert_nonnull(manifest);
    g_assert_false(manifest->draft);
    g_assert_cmpuint(manifest->entries->len, ==, 6);
    for (gsize i = 0; i < G_N_ELEMENTS(some_files); i++) {
        const ManifestEntry *entry = manifest_find(manifest, some_files[i].path);
        g_assert_nonnull(entry);
        g_assert_cmpuint(entry->size, ==, some_files[i].size);
        g_assert_cmpuint(entry->hash, ==, some_files[i].hash);
        g_assert_cmpint(entry->state, ==, MANIFEST_OLD);
    }
    static const char *const absent[] = {
        "a",         "a/b", "a/b/c", "a-b",           "A/a.html", "a/a.htm",
        "a/a.html5", "zz",  "0",     "a/b/c/deep.pd", "b/a.html", "a/b/index.html"};
    for (gsize i = 0; i < G_N_ELEMENTS(absent); i++)
        g_assert_null(manifest_find(manifest, absent[i]));
    /* Forwards, backwards and between what is not there: the place is a hint and nothing more. */
    ManifestPlace place = {0};
    const guint n = G_N_ELEMENTS(some_files);
    for (guint i = 0; i < 2 * n; i++) {
        const char *path = some_files[i < n ? i : 2 * n - 1 - i].path;
        g_assert_true(manifest_find_next(manifest, path, &place) ==
                      manifest_find(manifest, path));
        g_assert_null(manifest_find_next(manifest, absent[i % G_N_ELEMENTS(absent)], &place));
    }
    write_some("d", TRUE);
    g_clear_pointer(&manifest, manifest_free);
    g_assert_true(manifest_read(dir, "d", &manifest, &damaged, NULL));
    g_assert_true(manifest->draft);
    teardown();
}

static void
test_merged_dirs(void)
{
    static const char *const paths[] = {"", "a", "a/b", "a/b/c", "a-b"};
    static const guint parents[] = {0, 0, 1, 2, 0}, n_files[] = {2, 2, 0, 1, 1};
    g_autoptr(Manifest) one = manifest_of(some_files, 6, MANIFEST_NEW);
    g_autoptr(Merged) merged = merged_new(&one, 1);
    g_assert_cmpuint(merged->dirs->len, ==, G_N_ELEMENTS(paths));
    for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
        const MergedDir *found = &g_array_index(merged->dirs, MergedDir, i);
        g_assert_cmpstr(found->path, ==, paths[i]);
        g_assert_cmpuint(found->parent, ==, parents[i]);
        g_assert_cmpuint(found->n, ==, n_files[i]);
        g_assert_true(merged_find_dir(merged, paths[i]) == found);
    }
    g_assert_null(merged_find_dir(merged, "b"));
    g_autoptr(Manifest) two = manifest_of(some_files + 2, 1, MANIFEST_NEW);
    Manifest *both[] = {one, two};
    g_autoptr(Merged) clash = merged_new(both, 2);
    g_assert_cmpstr(clash->twice, ==, "a/b/c/deep.pdf");
}

static void
expect_damaged(const char *bytes, gsize len)
{
    g_autoptr(Manifest) manifest = NULL;
    gboolean damaged;
    g_assert_true(fs_write(dir, "m", bytes, len, NULL));
    g_assert_true(manifest_read(dir, "m", &manifest, &damaged, NULL));
    g_assert_true(damaged);
    g_assert_null(manifest);
}

/* Cut at every byte and with every bit turned over, a manifest is none. */
static void
test_damage(void)
{
    g_autofree char *good = NULL;
    g_autoptr(Manifest) manifest = NULL;
    gsize len;
    gboolean damaged;
    setup();
    write_some("m", FALSE);
    g_assert_true((good = fs_read(dir, "m", 10000, &len, NULL)) != NULL);
    for (gsize cut = 0; cut < len; cut++)
        expect_damaged(good, cut);
    for (gsize i = 0; i < len; i++) {
        for (guint bit = 0; bit < 8; bit++) {
            g_autofree char *bad = g_memdup2(good, len);
            bad[i] = (char)(bad[i] ^ (1 << bit));
            expect_damaged(bad, len);
        }
    }
    g_autofree char *more = g_strconcat(good, "x\n", NULL);
    expect_damaged(more, strlen(more));
    g_assert_true(fs_unlink(dir, "m", NULL));
    g_assert_true(manifest_read(dir, "m", &manifest, &damaged, NULL));
    g_assert_false(damaged);
    g_assert_null(manifest);
    g_assert_true(fs_mkdir_p(dir, "m", NULL));
    g_assert_true(manifest_read(dir, "m", &manifest, &damaged, NULL));
    g_assert_true(damaged);
    teardown();
}

/* A whole manifest with a right checksum that we would not have written. */
static void
test_foreign(void)
{
    static const char *const bodies[] = {
        "maklumat manifest 2 site\n",
        "maklumat manifest 1 site\n../../home/x\t1\t0000000000000001\n",
        "maklumat manifest 1 site\n/etc/passwd\t1\t0000000000000001\n",
        "maklumat manifest 1 site\n.maklumat\t1\t0000000000000001\n",
        "maklumat manifest 1 site\nb\t1\t0000000000000001\na\t1\t0000000000000001\n",
        "maklumat manifest 1 site\na\t1\t0000000000000001\na\t1\t0000000000000001\n",
        "maklumat manifest 1 site\nb/x\t1\t0000000000000001\na/x\t1\t0000000000000001\n",
        "maklumat manifest 1 site\na\t-1\t0000000000000001\n",
        "maklumat manifest 1 site\na\t99999999999999999999999\t0000000000000001\n",
        "maklumat manifest 1 site\na\t1\t00000000000000001\n",
        "maklumat manifest 1 site\na\t1\t000000000000000A\n",
        "maklumat manifest 1 site\na\t1\n",
        "maklumat manifest 1 site\na\n",
        "maklumat manifest 1 site\n\n",
    };
    setup();
    for (gsize i = 0; i < G_N_ELEMENTS(bodies); i++) {
        guint64 checksum = 0;
        guint n = 0;
        for (const char *line = bodies[i], *end; *line != '\0'; line = end, n++) {
            end = strchr(line, '\n') + 1;
            checksum = fs_hash(line, (gsize)(end - line), checksum);
        }
        g_autofree char *text =
            g_strdup_printf("%s= %u %016" G_GINT64_MODIFIER "x\n", bodies[i], n - 1, checksum);
        expect_damaged(text, strlen(text));
    }
    teardown();
}

/* A journal in a folder that came from elsewhere reaches nothing outside of it. */
static void
test_journal_leads_out(void)
{
    static const struct {
        const char *path;
        gboolean holds;
    } cases[] = {
        {"a", TRUE},          {"a/b/c", TRUE},         {"there/b", TRUE},
        {"../a", FALSE},      {"a/../../b", FALSE},    {"/etc/passwd", FALSE},
        {"out/a", FALSE},     {"there/out/b", FALSE},  {".maklumat-x", FALSE},
        {"there/dead", TRUE}, {"there/dead/b", FALSE}, {"staged/a", FALSE},
    };
    setup();
    g_assert_true(fs_mkdir_p(dir, "there", NULL) && fs_mkdir_p(dir, "tree", NULL));
    g_assert_true(symlinkat("/", dir, "out") == 0 && symlinkat("..", dir, "there/out") == 0 &&
                  symlinkat("nowhere", dir, "there/dead") == 0 &&
                  symlinkat("/", dir, "tree/staged") == 0);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        gboolean armed;
        Journal *journal = journal_begin(dir, NULL);
        journal_add(journal, JOURNAL_DELETE, "there/a");
        journal_add(journal, JOURNAL_DELETE, cases[i].path);
        g_assert_true(journal_end(journal, NULL) && journal_arm(dir, FALSE, NULL));
        g_assert_true(journal_look(dir, dir, &armed, NULL));
        g_test_message("%s", cases[i].path);
        g_assert_cmpint(armed, ==, cases[i].holds);
    }
    teardown();
}

static void
test_journal(void)
{
    gboolean armed;
    g_autofree char *text = NULL, *found = NULL;
    gsize len;
    setup();
    g_assert_true(journal_look(dir, dir, &armed, NULL));
    g_assert_false(armed);
    g_assert_true(fs_mkdir_p(dir, "tree/new", NULL) && fs_mkdir_p(dir, "out/old", NULL));
    g_assert_true(fs_write(dir, "tree/new/a", "A", 1, NULL));
    g_assert_true(fs_write(dir, "tree/b", "B2", 2, NULL) &&
                  fs_write(dir, "out/b", "B", 1, NULL));
    g_assert_true(fs_write(dir, "out/old/c", "C", 1, NULL));
    g_assert_true(fs_write(dir, "manifest", "M", 1, NULL));
    Journal *journal = journal_begin(dir, NULL);
    journal_add(journal, JOURNAL_MOVE, "new");
    journal_add(journal, JOURNAL_MOVE, "b");
    journal_add(journal, JOURNAL_DELETE, "old/c");
    journal_add(journal, JOURNAL_RMDIR, "old");
    g_assert_true(journal_end(journal, NULL));
    g_assert_true(journal_look(dir, dir, &armed, NULL));
    g_assert_false(armed);
    g_assert_true(journal_arm(dir, FALSE, NULL));
    g_assert_true(journal_look(dir, dir, &armed, NULL));
    g_assert_true(armed);
    g_assert_true((text = fs_read(dir, "journal", 1000, &len, NULL)) != NULL);
    g_assert_true(
        g_str_has_prefix(text, "maklumat journal 1\nm\tnew\nm\tb\nd\told/c\nr\told\n= 4 "));
    for (gsize cut = 0; cut < len; cut++) {
        g_assert_true(fs_write(dir, "journal", text, cut, NULL));
        g_assert_true(journal_look(dir, dir, &armed, NULL));
        g_assert_false(armed);
    }
    g_assert_true(fs_write(dir, "journal", text, len, NULL));
    int out = fs_open_dir(dir, "out", NULL);
    /* The second time nothing is left to do, and that is no mistake. */
    for (guint again = 0; again < 2; again++) {
        g_assert_true(fs_write(dir, "journal", text, len, NULL));
        GError *error = NULL;
        journal_run(dir, out, ".maklumat", again == 1 ? JOURNAL_AGAIN : 0, &error);
        g_assert_no_error(error);
        g_assert_true((found = fs_read(out, "b", 10, &len, NULL)) != NULL);
        g_assert_cmpstr(found, ==, "B2");
        g_clear_pointer(&found, g_free);
        len = strlen(text);
    }
    g_autoptr(FsList) left = fs_list(out, ".", FALSE, NULL);
    g_assert_cmpuint(left->n, ==, 3);
    g_assert_cmpstr(left->entries[0].name, ==, ".maklumat");
    g_assert_cmpstr(left->entries[1].name, ==, "b");
    g_assert_cmpstr(left->entries[2].name, ==, "new");
    /* For the first time it would be: what was staged is gone. */
    g_assert_true(fs_write(dir, "journal", text, len, NULL));
    g_assert_false(journal_run(dir, out, ".maklumat", 0, NULL));
    fs_close_dir(out);
    teardown();
}

/* Some folders go on where the name of another ends, with a byte that sorts before the slash. */
static char *
many_path(guint i)
{
    return g_strdup_printf("kab-%u%s/dinas-%u/layanan-%u.html", i % 7,
                           i % 3 == 0 ? "-kota" : "", i % 1000, i);
}

/* 100,000 files: what a big site needs must be linear; a quadratic step would not end here. */
static void
test_many(void)
{
    enum { N = 100000 };
    setup();
    g_autoptr(Manifest) manifest = manifest_new();
    for (guint i = 0; i < N; i++) {
        g_autofree char *path = many_path(i);
        manifest_add(manifest, &(ManifestFile){path, i, i}, MANIFEST_NEW);
    }
    g_autoptr(Merged) merged = merged_new(&manifest, 1);
    g_assert_cmpuint(merged->files->len, ==, N);
    g_assert_true(merged_write(merged, FALSE, dir, "m", NULL));
    g_autoptr(Manifest) back = NULL;
    gboolean damaged;
    g_assert_true(manifest_read(dir, "m", &back, &damaged, NULL));
    g_assert_nonnull(back);
    for (guint i = 0; i < N; i++) {
        g_autofree char *path = many_path(i);
        const ManifestEntry *entry = manifest_find(back, path);
        g_assert_true(entry != NULL && entry->size == i && entry->hash == i);
    }
    teardown();
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/manifest/paths", test_paths);
    g_test_add_func("/manifest/write-read", test_write_read);
    g_test_add_func("/manifest/merged-dirs", test_merged_dirs);
    g_test_add_func("/manifest/damage", test_damage);
    g_test_add_func("/manifest/foreign", test_foreign);
    g_test_add_func("/manifest/journal", test_journal);
    g_test_add_func("/manifest/journal-leads-out", test_journal_leads_out);
    g_test_add_func("/manifest/many", test_many);
    return g_test_run();
}
