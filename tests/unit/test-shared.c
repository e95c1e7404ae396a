#include "plan/shared.h"
#include "shared-cards.h"

/* Cards come in the order of their paths. */
static const CardRow site[] = {
    {"kab-a/dinas-x", "Dinas X Kabupaten A", "kab-a", "Kabupaten A", "kab-a/dinas-x/akta",
     "Akta Kelahiran", "akta keluarga", "lahir", "akta-lahir", 900, STATUS_AKTIF, NULL, 0},
    {"kab-a/dinas-x", NULL, NULL, NULL, "kab-a/dinas-x/cerai", "Akta Cerai", "akta", NULL,
     "akta-cerai", 60, STATUS_DICABUT, NULL, 0},
    {"kab-a/dinas-x", NULL, NULL, NULL, "kab-a/dinas-x/zakat", "“Zakat”", "akta akta", NULL,
     NULL, 0, STATUS_NONAKTIF, NULL, 0},
    {"kab-b", "Kecamatan B", "kab-b", "Kabupaten B", "kab-b/akta-2", "AKTA kelahiran",
     "keluarga", "lahir sakit", "akta-lahir", 0, STATUS_AKTIF, NULL, 0},
    {"kab-b", NULL, NULL, NULL, "kab-b/akta", "Akta kelahiran", "keluarga", NULL, "akta-lahir",
     60, STATUS_AKTIF, NULL, 0},
    {"kementerian", "Kementerian", "", "", "kementerian/17-an", "17 Agustus", NULL, NULL,
     "../jahat", 0, STATUS_AKTIF, NULL, 0},
    {"kementerian", NULL, NULL, NULL, "kementerian/aksara", "ꦲꦏ꧀ꦱꦫ", NULL, NULL, NULL, 0,
     STATUS_AKTIF, NULL, 0},
    {"kota-a/badan", "Badan", "kota-a", "kabupaten a", NULL, NULL, NULL, NULL, NULL, 0,
     STATUS_AKTIF, NULL, 0},
};

static void
append_refs(GString *out, const SharedPlan *plan, const CardRef *refs, guint n)
{
    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, " %s", shared_service(plan, refs[i])->page);
    g_string_append_c(out, '\n');
}

static void
append_groups(
    GString *out, const SharedPlan *plan, const char *kind, const SharedGroup *groups, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(out, "%s %s (%u):", kind, groups[i].slug, groups[i].n_agencies);
        append_refs(out, plan, groups[i].refs, groups[i].n);
    }
}

static char *
describe(const SharedPlan *plan)
{
    GString *out = g_string_new(plan->rooted ? "rooted\n" : "");
    for (guint i = 0; i < plan->n_regions; i++) {
        const SharedRegion *region = &plan->regions[i];
        g_string_append_printf(out, "region '%s' %s, %u:", region->nama,
                               region->folder ? region->folder : "-", region->n_services);
        for (guint k = 0; k < region->n; k++)
            g_string_append_printf(out, " %s",
                                   plan->cards[plan->agencies[region->first + k]]->path);
        g_string_append_c(out, '\n');
    }
    g_string_append(out, "services:");
    append_refs(out, plan, plan->services, plan->n_services);
    for (guint i = 0; i < 27; i++)
        if (plan->letters[i] < plan->letters[i + 1])
            g_string_append_printf(out, "%c %u–%u\n", i > 0 ? (char)('@' + i) : '#',
                                   plan->letters[i], plan->letters[i + 1]);
    append_groups(out, plan, "topic", plan->topics, plan->n_topics);
    append_groups(out, plan, "event", plan->events, plan->n_events);
    append_groups(out, plan, "comparison", plan->comparisons, plan->n_comparisons);
    return g_string_free(out, FALSE);
}

static void
check(const CardRow *rows, guint n, const char *wanted)
{
    Cards cards;
    g_autoptr(Arena) arena = arena_new();
    cards_open(&cards, rows, n);
    g_autofree char *text = describe(shared_plan_new(arena, cards.items, cards.n));
    g_assert_cmpstr(text, ==, wanted);
    cards_close(&cards);
}

static void
test_plan(void)
{
    check(site, G_N_ELEMENTS(site),
          "region 'Kabupaten A' kab-a/, 2: kab-a/dinas-x\n"
          "region 'kabupaten a' kota-a/, 0: kota-a/badan\n"
          "region 'Kabupaten B' -, 2: kab-b\n"
          "region '' -, 2: kementerian\n"
          "services: kementerian/17-an kementerian/aksara kab-a/dinas-x/akta kab-b/akta "
          "kab-b/akta-2 kab-a/dinas-x/zakat\n"
          "# 0–2\n"
          "A 2–5\n"
          "Z 5–6\n"
          "topic akta (1): kab-a/dinas-x/akta kab-a/dinas-x/zakat\n"
          "topic keluarga (2): kab-a/dinas-x/akta kab-b/akta kab-b/akta-2\n"
          "event lahir (2): kab-a/dinas-x/akta kab-b/akta-2\n"
          "event sakit (1): kab-b/akta-2\n"
          "comparison akta-lahir (2): kab-b/akta kab-a/dinas-x/akta kab-b/akta-2\n");
}

static void
test_empty(void)
{
    check(NULL, 0, "services:\n");
    static const CardRow root[] = {{"", "Dinas", "", "", "layanan", "Layanan", NULL, NULL, NULL,
                                    0, STATUS_AKTIF, NULL, 0}};
    check(root, 1,
          "rooted\n"
          "region '' -, 1: \n"
          "services: layanan\n"
          "L 0–1\n");
}

static void
test_split(void)
{
    Cards cards;
    g_autoptr(Arena) arena = arena_new();
    cards_open(&cards, site, G_N_ELEMENTS(site));
    const SharedPlan *plan = shared_plan_new(arena, cards.items, cards.n);
    guint n;
    const SharedPart *parts = shared_split(plan, &plan->comparisons[0], arena, &n);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(out, "%s:", plan->regions[parts[i].region].nama);
        append_refs(out, plan, parts[i].refs, parts[i].n);
    }
    g_assert_cmpstr(out->str, ==,
                    "Kabupaten A: kab-a/dinas-x/akta\n"
                    "Kabupaten B: kab-b/akta kab-b/akta-2\n");
    cards_close(&cards);
}

static void
test_paths(void)
{
    static const SharedRegion region = {.path = "kab-a", .folder = "kab-a/"},
                              none = {.path = ""};
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint page = 1; page <= 2; page++) {
        shared_append_az(out, page);
        g_string_append_c(out, ' ');
        shared_append_root(out, "biaya", page);
        g_string_append_c(out, ' ');
        shared_append_group(out, "keperluan", "akta", page);
        g_string_append_c(out, ' ');
        shared_append_region(out, &region, page);
        g_string_append_c(out, ' ');
        shared_append_part(out, "akta", &region, page);
        g_string_append_c(out, ' ');
        shared_append_part(out, "akta", &none, page);
        g_string_append_c(out, '\n');
    }
    g_assert_cmpstr(out->str, ==,
                    "a-z.html biaya.html keperluan/akta.html kab-a/index.html "
                    "bandingkan/akta/kab-a/index.html bandingkan/akta/index.html\n"
                    "a-z-2.html biaya-2.html keperluan/akta/2.html kab-a/index-2.html "
                    "bandingkan/akta/kab-a/index-2.html bandingkan/akta/index-2.html\n");
    g_assert_cmpuint(shared_n_pages(0, 500), ==, 1);
    g_assert_cmpuint(shared_n_pages(500, 500), ==, 1);
    g_assert_cmpuint(shared_n_pages(501, 500), ==, 2);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shared/plan", test_plan);
    g_test_add_func("/shared/empty", test_empty);
    g_test_add_func("/shared/split", test_split);
    g_test_add_func("/shared/paths", test_paths);
    return g_test_run();
}
