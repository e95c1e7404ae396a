#include "publish/cache.h"
#include "support/tree-site.h"
#include <sys/stat.h>
#include <unistd.h>

/* Beside the cache lies a content folder with three inputs; the outputs and the card are made up. */
typedef struct Place {
    char *folder, *cache_dir;
    int content;
    CacheInput inputs[3];
    guint64 content_hash;
} Place;

static const char *const input_paths[] = {"kab/instansi.yaml", "kab/ktp.md",
                                          "kab/formulir.pdf"};
static const char *const input_texts[] = {"nama: Dinas", "judul: KTP", "isi formulir"};
static const ManifestFile outputs[] = {{"kab/index.html", 10, 0x1234},
                                       {"kab/ktp.html", 20, 0xffffffffffffffff},
                                       {"kab/formulir.pdf", 12, 3}};
static const guint8 card[] = {0, 1, 2, 255, 0, 'x'};

static void
write_input(Place *place, guint i, const char *text)
{
    g_autofree char *content = below(place->folder, "content");
    put_text(content, input_paths[i], text);
}

/* As a scan would see them, but for the time that no test can set back. */
static void
scan(Place *place)
{
    place->content_hash = 0;
    for (guint i = 0; i < 3; i++) {
        FsStat found;
        g_autofree char *text = NULL;
        gsize len;
        g_assert_true(fs_stat(place->content, input_paths[i], &found, NULL));
        place->inputs[i] =
            (CacheInput){input_paths[i], found.size, found.inode, found.mtime_ns};
        g_assert_true((text = fs_read(place->content, input_paths[i], 1000, &len, NULL)) !=
                      NULL);
        place->content_hash += fs_share(input_paths[i], fs_hash(text, len, 0));
    }
}

/* Sets an input's times back by `seconds` from now. */
static void
age(Place *place, guint i, guint seconds)
{
    struct timespec times[2] = {{.tv_sec = g_get_real_time() / G_USEC_PER_SEC - seconds}};
    times[1] = times[0];
    g_assert_cmpint(utimensat(place->content, input_paths[i], times, 0), ==, 0);
}

static Cache *
open_cache(const Place *place, const char *key)
{
    Cache *cache = cache_open(place->cache_dir, key);
    g_assert_nonnull(cache);
    return cache;
}

static void
store(Place *place, Cache *cache, const char *name)
{
    cache_store(
        cache, name,
        &(CacheRecord){place->inputs, 3, place->content_hash, outputs, 3, card, sizeof card});
}

static void
set_up(Place *place, gconstpointer data)
{
    (void)data;
    place->folder = make_folder();
    place->cache_dir = below(place->folder, ".maklumat-cache");
    for (guint i = 0; i < 3; i++)
        write_input(place, i, input_texts[i]);
    g_autofree char *content = below(place->folder, "content");
    place->content = fs_open_dir(FS_CWD, content, NULL);
    for (guint i = 0; i < 3; i++)
        age(place, i, 100 + i);
    scan(place);
    g_autoptr(Cache) cache = open_cache(place, "1");
    store(place, cache, "kab");
}

static void
tear_down(Place *place, gconstpointer data)
{
    (void)data;
    fs_close_dir(place->content);
    g_assert_true(fs_remove_tree(FS_CWD, place->folder, NULL));
    g_free(place->folder);
    g_free(place->cache_dir);
}

static void
assert_entry(const CacheEntry *entry)
{
    g_assert_nonnull(entry);
    g_assert_cmpuint(entry->n_files, ==, 3);
    for (guint i = 0; i < 3; i++) {
        g_assert_cmpstr(entry->files[i].path, ==, outputs[i].path);
        g_assert_cmpuint(entry->files[i].size, ==, outputs[i].size);
        g_assert_cmpuint(entry->files[i].hash, ==, outputs[i].hash);
    }
    g_assert_cmpuint(entry->blob_len, ==, sizeof card);
    g_assert_cmpint(memcmp(entry->blob, card, sizeof card), ==, 0);
}

/* Looks the agency up after a new scan; `reads` = the folder to read contents in, -1 = it may not read. */
static gboolean
hits(Place *place, const char *key, int reads)
{
    g_autoptr(Cache) cache = open_cache(place, key);
    scan(place);
    g_autoptr(CacheEntry) entry = cache_lookup(cache, "kab", place->inputs, 3, reads);
    if (entry != NULL)
        assert_entry(entry);
    return entry != NULL;
}

static void
test_stat(Place *place, gconstpointer data)
{
    (void)data;
    g_assert_true(hits(place, "1", -1));
    g_assert_false(hits(place, "2", place->content));
    g_assert_true(hits(place, "1", -1));
}

/* A fresh clone: other times, other inodes, the same bytes. */
static void
test_content(Place *place, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < 3; i++)
        age(place, i, 50);
    g_assert_false(hits(place, "1", -1));
    g_assert_true(hits(place, "1", place->content));
    /* Now it knows the new times. */
    g_assert_true(hits(place, "1", -1));
    /* The same size and time, other bytes and another inode. */
    g_autofree char *old = below(place->folder, "content/kab/ktp.md");
    g_assert_cmpint(unlink(old), ==, 0);
    write_input(place, 1, "judul: KTQ");
    age(place, 1, 50);
    g_assert_false(hits(place, "1", place->content));
    write_input(place, 1, "judul: KTP");
    g_assert_true(hits(place, "1", place->content));
    g_assert_cmpint(unlink(old), ==, 0);
    g_autoptr(Cache) cache = open_cache(place, "1");
    place->inputs[1].changed_ns++;
    g_assert_null(cache_lookup(cache, "kab", place->inputs, 3, place->content));
}

/* A file that may have changed twice in one tick of the clock is not trusted by its time. */
static void
test_young(Place *place, gconstpointer data)
{
    (void)data;
    g_autoptr(Cache) cache = open_cache(place, "1");
    write_input(place, 1, "judul: KTX");
    scan(place);
    store(place, cache, "kab");
    struct timespec times[2] = {{.tv_sec = (time_t)(place->inputs[1].changed_ns / 1000000000),
                                 .tv_nsec = (long)(place->inputs[1].changed_ns % 1000000000)}};
    times[1] = times[0];
    write_input(place, 1, "judul: KTY");
    g_assert_cmpint(utimensat(place->content, input_paths[1], times, 0), ==, 0);
    g_assert_false(hits(place, "1", place->content));
}

static void
test_inputs(Place *place, gconstpointer data)
{
    CacheInput other[4];
    (void)data;
    g_autoptr(Cache) cache = open_cache(place, "1");
    memcpy(other, place->inputs, sizeof place->inputs);
    other[3] = (CacheInput){"kab/baru.md", 0, 0, 0};
    g_assert_null(cache_lookup(cache, "kab", other, 4, place->content));
    g_assert_null(cache_lookup(cache, "kab", other, 2, place->content));
    other[1].path = "kab/ktq.md";
    g_assert_null(cache_lookup(cache, "kab", other, 3, place->content));
    g_assert_null(cache_lookup(cache, "kac", place->inputs, 3, place->content));
    g_assert_null(cache_lookup(NULL, "kab", place->inputs, 3, place->content));
    cache_store(NULL, "kab",
                &(CacheRecord){place->inputs, 3, 0, outputs, 3, card, sizeof card});
    cache_prune(NULL, NULL, 0);
    g_autoptr(CacheEntry) entry = cache_lookup(cache, "kab", place->inputs, 3, -1);
    assert_entry(entry);
}

static void
test_by_content(Place *place, gconstpointer data)
{
    (void)data;
    g_autoptr(Cache) cache = open_cache(place, "1");
    g_autoptr(CacheEntry) entry = cache_lookup_content(cache, "kab", place->content_hash);
    assert_entry(entry);
    g_assert_null(cache_lookup_content(cache, "kab", place->content_hash + 1));
    g_assert_null(cache_lookup_content(cache, "", place->content_hash));
    cache_store(cache, "", &(CacheRecord){.content = 7});
    g_autoptr(CacheEntry) shared = cache_lookup_content(cache, "", 7);
    g_assert_nonnull(shared);
    g_assert_cmpuint(shared->n_files, ==, 0);
    g_assert_cmpuint(shared->blob_len, ==, 0);
}

/* The one entry file of the cache. */
static char *
entry_path(const Place *place)
{
    g_autoptr(FsList) list = fs_list(FS_CWD, place->cache_dir, FALSE, NULL);
    for (guint i = 0; i < list->n; i++)
        if (g_str_has_suffix(list->entries[i].name, ".e"))
            return below(place->cache_dir, list->entries[i].name);
    g_assert_not_reached();
}

/* Cut at every byte and with every bit turned over, an entry is none. */
static void
test_damage(Place *place, gconstpointer data)
{
    g_autofree char *path = entry_path(place), *good = NULL;
    gsize len;
    (void)data;
    g_autoptr(Cache) cache = open_cache(place, "1");
    g_assert_true((good = fs_read(FS_CWD, path, 10000, &len, NULL)) != NULL);
    for (gsize cut = 0; cut < len; cut++) {
        g_assert_true(fs_write(FS_CWD, path, good, cut, NULL));
        g_assert_null(cache_lookup(cache, "kab", place->inputs, 3, place->content));
    }
    for (gsize i = 0; i < len; i++) {
        for (guint bit = 0; bit < 8; bit++) {
            g_autofree char *bad = g_memdup2(good, len);
            bad[i] = (char)(bad[i] ^ (1 << bit));
            g_assert_true(fs_write(FS_CWD, path, bad, len, NULL));
            g_assert_null(cache_lookup(cache, "kab", place->inputs, 3, place->content));
            g_assert_null(cache_lookup_content(cache, "kab", place->content_hash));
        }
    }
    g_assert_true(fs_write(FS_CWD, path, good, len, NULL));
    g_assert_true(hits(place, "1", -1));
    g_assert_cmpint(unlink(path), ==, 0);
    g_assert_false(hits(place, "1", place->content));
}

/* Numbers that no entry of ours has, under a right checksum: no crash, no entry. */
static void
test_forged(Place *place, gconstpointer data)
{
    enum { HEAD = 24 };
    g_autofree char *path = entry_path(place), *good = NULL;
    gsize len;
    (void)data;
    g_autoptr(Cache) cache = open_cache(place, "1");
    g_assert_true((good = fs_read(FS_CWD, path, 10000, &len, NULL)) != NULL);
    for (gsize i = HEAD; i + 8 <= len; i++) {
        guint64 key, checksum;
        g_autofree char *bad = g_memdup2(good, len);
        memset(bad + i, 0xff, 8);
        memcpy(&key, bad + 8, 8);
        checksum = GUINT64_TO_LE(fs_hash(bad + HEAD, len - HEAD, GUINT64_FROM_LE(key)));
        memcpy(bad + 16, &checksum, 8);
        g_assert_true(fs_write(FS_CWD, path, bad, len, NULL));
        g_autoptr(CacheEntry) entry = cache_lookup_content(cache, "kab", 1);
        g_autoptr(CacheEntry) other = cache_lookup(cache, "kab", place->inputs, 3, -1);
        g_assert_null(entry);
    }
}

static void
test_prune(Place *place, gconstpointer data)
{
    static const char *const names[] = {"kab", "kota"};
    (void)data;
    g_autoptr(Cache) cache = open_cache(place, "1");
    store(place, cache, "kota");
    store(place, cache, "gone");
    put_text(place->cache_dir, ".maklumat-1-0", "of a killed build");
    cache_prune(cache, names, 2);
    g_autoptr(FsList) list = fs_list(FS_CWD, place->cache_dir, FALSE, NULL);
    g_assert_cmpuint(list->n, ==, 4); /* two entries, the tag, the stamp */
    g_assert_null(cache_lookup(cache, "gone", place->inputs, 3, place->content));
    g_autoptr(CacheEntry) entry = cache_lookup(cache, "kota", place->inputs, 3, -1);
    assert_entry(entry);
    g_autofree char *tag = below(place->cache_dir, "CACHEDIR.TAG"), *text = NULL;
    gsize len;
    g_assert_true((text = fs_read(FS_CWD, tag, 1000, &len, NULL)) != NULL);
    g_assert_true(g_str_has_prefix(text, "Signature: 8a477f597d28d172789f06886806bc55\n"));
}

/* A folder of somebody's is no cache, by whatever name: nothing is put there, nothing is taken away. */
static void
test_strange(Place *place, gconstpointer data)
{
    static const char *const names[] = {"kab"};
    (void)data;
    g_autofree char *own = below(place->folder, "surat"), *link = below(place->folder, "pintas");
    g_autofree char *letter = below(own, "skripsi.txt"), *tag = below(own, "CACHEDIR.TAG");
    g_assert_true(fs_mkdir_p(FS_CWD, own, NULL));
    put_text(own, "skripsi.txt", "bab satu");
    g_assert_cmpint(symlink(own, link), ==, 0);
    g_assert_null(cache_open(own, "1"));
    g_assert_null(cache_open(link, "1"));
    g_assert_false(cache_is_own(own));
    g_assert_false(cache_is_own(link));
    g_assert_false(g_file_test(tag, G_FILE_TEST_EXISTS));

    /* The tag of another program's cache: ours may lie beside it, but what is its own stays. */
    put_text(own, "CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n");
    g_autoptr(Cache) cache = cache_open(own, "1");
    g_assert_nonnull(cache);
    cache_prune(cache, names, 1);
    g_assert_true(g_file_test(letter, G_FILE_TEST_EXISTS));
    g_assert_null(cache_open(link, "1"));
}

/* The preview's folder may be there first. */
static void
test_preview_first(Place *place, gconstpointer data)
{
    (void)data;
    g_autofree char *dir = below(place->folder, "baru"), *serve = below(dir, "serve");
    g_assert_true(cache_is_own(dir));
    g_assert_true(fs_mkdir_p(FS_CWD, serve, NULL));
    g_autoptr(Cache) cache = cache_open(dir, "1");
    g_assert_nonnull(cache);
}

static void
test_nowhere(Place *place, gconstpointer data)
{
    g_autofree char *file = below(place->folder, "content/kab/ktp.md/cache");
    (void)data;
    g_assert_null(cache_open(file, "1"));
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*func)(Place *, gconstpointer);
    } tests[] = {
        {"/cache/stat", test_stat},
        {"/cache/content", test_content},
        {"/cache/young", test_young},
        {"/cache/inputs", test_inputs},
        {"/cache/by-content", test_by_content},
        {"/cache/damage", test_damage},
        {"/cache/forged", test_forged},
        {"/cache/prune", test_prune},
        {"/cache/nowhere", test_nowhere},
        {"/cache/strange", test_strange},
        {"/cache/preview-first", test_preview_first},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, Place, NULL, set_up, tests[i].func, tear_down);
    return g_test_run();
}
