/*
 * generate N DIR [peers]: writes N synthetic services as DIR/content. Twenty services an agency,
 * twenty agencies a region. The same N gives the same bytes on every machine; a service does not
 * depend on how many there are. With `peers` the agencies' and regions' files are named _index.md
 * and begin and end with ---, as other generators want them; every service is the same file.
 */
#include "charter.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
save(const char *dir, const char *name, const GString *text)
{
    g_autofree char *path = g_build_filename(dir, name, NULL);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(text->str, 1, text->len, file) != text->len ||
        fclose(file) != 0) {
        fprintf(stderr, "generate: %s: %s\n", path, g_strerror(errno));
        exit(1);
    }
}

static void
make_folder(const char *dir)
{
    if (g_mkdir_with_parents(dir, 0777) != 0) {
        fprintf(stderr, "generate: %s: %s\n", dir, g_strerror(errno));
        exit(1);
    }
}

static void
save_front(const char *dir, const char *name, GString *text, gboolean peers)
{
    if (peers) {
        g_string_prepend(text, "---\n");
        g_string_append(text, "---\n");
        name = "_index.md";
    }
    save(dir, name, text);
    g_string_truncate(text, 0);
}

static void
write_agency(const char *region_dir, const Place *place, guint n_services, gboolean peers)
{
    g_autofree char *dir = g_build_filename(region_dir, place->words->folder, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    make_folder(dir);
    charter_put_agency(text, place);
    save_front(dir, "instansi.yaml", text, peers);
    for (guint k = 0; k < n_services; k++) {
        g_autofree char *title = charter_title(place, k);
        g_autofree char *page = charter_slug(title);
        g_autofree char *name = g_strconcat(page, ".md", NULL);
        g_string_truncate(text, 0);
        charter_put_service(text, place, k, title);
        save(dir, name, text);
    }
}

static void
write_region(const char *content, guint region, guint n_services, gboolean peers)
{
    guint n_names = G_N_ELEMENTS(region_names);
    const char *side = region_sides[region / n_names % G_N_ELEMENTS(region_sides)];
    const char *kind = region % 5 == 4 ? "kota" : "kabupaten";
    g_autofree char *bare = g_strconcat(region_names[region % n_names], side, NULL);
    g_autofree char *bare_slug = charter_slug(bare);
    g_autofree char *name =
        g_strdup_printf("%s %s", region % 5 == 4 ? "Kota" : "Kabupaten", bare);
    g_autofree char *folder =
        g_strdup_printf("%s-%s", region % 5 == 4 ? "kota" : "kab", bare_slug);
    g_autofree char *dir = g_build_filename(content, folder, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    make_folder(dir);
    g_string_append_printf(text, "nama: %s\njenis: %s\n", name, kind);
    save_front(dir, "wilayah.yaml", text, peers);
    for (guint i = 0; i * SERVICES_PER_AGENCY < n_services; i++) {
        guint n = MIN(n_services - i * SERVICES_PER_AGENCY, SERVICES_PER_AGENCY);
        const AgencyWords *words = &agency_words[i];
        g_autofree char *domain = g_strdup_printf("%s.%s%s.go.id", words->folder, bare_slug,
                                                  region % 5 == 4 ? "kota" : "kab");
        Place place = {name, folder, words, domain, region * AGENCIES_PER_REGION + i};
        write_agency(dir, &place, n, peers);
    }
}

/* The topics: the site's file, or where other generators look for data. */
static void
write_topics(const char *dir, const char *name)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(topics); i++)
        g_string_append_printf(text, "- slug: %s\n  label: %s\n  sinonim: [%s]\n", topics[i][0],
                               topics[i][1], topics[i][2]);
    make_folder(dir);
    save(dir, name, text);
}

static void
write_site(const char *project, const char *content, gboolean peers)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *data = g_build_filename(project, "data", NULL);
    g_string_append_printf(text, "nama: Janji Layanan\nbahasa: [id]\n");
    if (!peers)
        g_string_append_printf(text, "url: https://layanan.example.go.id/\n");
    save_front(content, "situs.yaml", text, peers);
    if (peers)
        write_topics(data, "topik.yaml");
    else
        write_topics(content, "keperluan.yaml");
}

int
main(int argc, char **argv)
{
    guint64 n = 0;
    if (argc < 3 || argc > 4 || !g_ascii_string_to_unsigned(argv[1], 10, 1, 204800, &n, NULL)) {
        fprintf(stderr, "usage: generate N DIR [peers]    (N from 1 to 204800)\n");
        return 2;
    }
    gboolean peers = argc == 4 && strcmp(argv[3], "peers") == 0;
    guint per_region = SERVICES_PER_AGENCY * AGENCIES_PER_REGION;
    g_autofree char *content = g_build_filename(argv[2], "content", NULL);
    make_folder(content);
    write_site(argv[2], content, peers);
    for (guint region = 0; region * per_region < n; region++)
        write_region(content, region, MIN((guint)n - region * per_region, per_region), peers);
    return 0;
}
