#include "deliver/parcels.h"
#include <string.h>

/* "path hash" lines as a manifest. */
static Manifest *
manifest_of(const char *lines)
{
    g_autoptr(GString) text = g_string_new(NULL);
    ManifestText out;
    g_auto(GStrv) rows = g_strsplit(lines, "\n", -1);
    manifest_text_begin(&out, text);
    for (char **row = rows; *row != NULL && **row != '\0'; row++) {
        char *space = strchr(*row, ' ');
        *space = '\0';
        ManifestFile file = {*row, 7, g_ascii_strtoull(space + 1, NULL, 10)};
        manifest_text_add(&out, &file);
    }
    manifest_text_end(&out);
    Manifest *manifest = manifest_parse(text->str, text->len);
    g_assert_nonnull(manifest);
    return manifest;
}

static void
append_list(const Parcels *parcels, GString *out)
{
    for (ParcelTurn turn = TURN_CLEAR; turn <= TURN_NONE; turn++) {
        for (guint i = 0; i < parcels->list->len; i++) {
            const Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
            if (parcel->turn == turn)
                g_string_append_printf(out, "%d %s\n", (int)turn, parcel->path);
        }
    }
    g_string_append_printf(out, "%u new, %u changed, %u kept, %u deleted, %u ours, %d bytes\n",
                           parcels->n_new, parcels->n_changed, parcels->n_kept,
                           parcels->n_deleted, parcels->n_ours, (int)parcels->n_bytes);
}

static void
check(const char *site, const char *there, gboolean again, const char *wanted)
{
    g_autoptr(Manifest) wants = manifest_of(site);
    g_autoptr(Manifest) has = there != NULL ? manifest_of(there) : NULL;
    const Manifest *records[] = {NULL, has};
    g_autoptr(Parcels) parcels = parcels_new(wants, records, 2, again);
    g_autoptr(GString) found = g_string_new(NULL);
    append_list(parcels, found);
    g_assert_cmpstr(found->str, ==, wanted);
}

static void
test_turns(void)
{
    check("index.html 11\nsitemap.xml 12\naset/gaya.css 10\ndinas/akta.html 13\n", NULL, FALSE,
          "1 aset/gaya.css\n2 dinas/akta.html\n3 index.html\n7 sitemap.xml\n"
          "4 new, 0 changed, 0 kept, 0 deleted, 0 ours, 28 bytes\n");
    check(
        "index.html 11\nsitemap.xml 12\naset/gaya.css 10\ndinas/akta.html 13\n",
        "index.html 1\nsitemap.xml 12\naset/gaya.css 2\ndinas/akta.html 3\ndinas/lama.html 4\n",
        FALSE,
        "4 aset/gaya.css\n5 dinas/akta.html\n6 index.html\n8 dinas/lama.html\n9 sitemap.xml\n"
        "0 new, 3 changed, 1 kept, 1 deleted, 5 ours, 21 bytes\n");
    check("index.html 11\n", "index.html 11\n", TRUE,
          "6 index.html\n0 new, 1 changed, 0 kept, 0 deleted, 1 ours, 7 bytes\n");
}

/* A name that was a file becomes a folder, and the reverse. */
static void
test_way(void)
{
    check("a/b.html 1\n", "a 2\n", FALSE,
          "0 a\n2 a/b.html\n1 new, 0 changed, 0 kept, 1 deleted, 1 ours, 7 bytes\n");
    check("a 1\n", "a/b/c.html 2\n", FALSE,
          "0 a/b/c.html\n1 a\n1 new, 0 changed, 0 kept, 1 deleted, 1 ours, 7 bytes\n");
}

/* What a cut delivery leaves: what was done is known, the rest is not. */
static void
test_journal(void)
{
    g_autoptr(Manifest) site = manifest_of("a.html 5\nb.html 6\nc.html 7\n");
    g_autoptr(Manifest) there = manifest_of("b.html 2\nd.html 3\ne.html 4\n");
    const Manifest *records[] = {there};
    g_autoptr(Parcels) parcels = parcels_new(site, records, 1, FALSE);
    g_autoptr(GString) text = g_string_new(NULL);
    const char *done[] = {"a.html", "d.html"};
    for (guint i = 0; i < parcels->list->len; i++) {
        Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        for (guint k = 0; k < G_N_ELEMENTS(done); k++)
            parcel->done |= strcmp(parcel->path, done[k]) == 0;
    }
    parcels_append_journal(parcels, text);
    g_assert_true(g_str_has_prefix(text->str, "maklumat manifest 1 site\n"
                                              "a.html\t7\t0000000000000005\n"
                                              "b.html\t7\t0000000000000001\n"
                                              "c.html\t7\t0000000000000000\n"
                                              "e.html\t7\t0000000000000000\n"
                                              "= 4 "));
    g_autoptr(Manifest) journal = manifest_parse(text->str, text->len);
    records[0] = journal;
    g_autoptr(Parcels) next = parcels_new(site, records, 1, FALSE);
    g_autoptr(GString) found = g_string_new(NULL);
    append_list(next, found);
    g_assert_cmpstr(found->str, ==,
                    "2 c.html\n5 b.html\n8 e.html\n9 a.html\n"
                    "1 new, 1 changed, 1 kept, 1 deleted, 4 ours, 14 bytes\n");
}

/* Two records that differ: the file is ours, its bytes are not known. */
static void
test_records(void)
{
    g_autoptr(Manifest) site = manifest_of("a.html 5\n");
    g_autoptr(Manifest) one = manifest_of("a.html 5\n"), two = manifest_of("a.html 4\n");
    const Manifest *records[] = {one, two};
    g_autoptr(Parcels) parcels = parcels_new(site, records, 2, FALSE);
    g_assert_cmpuint(parcels->n_changed, ==, 1);
}

static void
test_damage(void)
{
    const char *texts[] = {
        "", "x", "maklumat manifest 1 site\n",
        "maklumat manifest 1 site\na\t1\t0000000000000001\n= 1 0000000000000000\n",
        "maklumat manifest 1 site\n../a\t1\t0000000000000001\n"};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *copy = g_strdup(texts[i]);
        g_assert_null(manifest_parse(copy, strlen(texts[i])));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/parcels/turns", test_turns);
    g_test_add_func("/parcels/way", test_way);
    g_test_add_func("/parcels/journal", test_journal);
    g_test_add_func("/parcels/records", test_records);
    g_test_add_func("/parcels/damage", test_damage);
    return g_test_run();
}
