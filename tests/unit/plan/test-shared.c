#include "plan/shared.h"
#include "support/shared-cards.h"

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
        g_string_append_printf(out, " %s", shared_service(plan, refs[i], plan->arena)->page);
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
    g_autofree char *text = describe(shared_plan_new(arena, NULL, 0, cards.items, cards.n));
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

/* A province without agencies of its own, one that has some, a region that holds none, a region that is an agency. */
static void
test_nested_regions(void)
{
    static const CardRow rows[] = {
        {"p/k/d", "D", "p/k", "Kab K", "p/k/d/x", "X", NULL, NULL, NULL, 0, STATUS_AKTIF, NULL,
         0},
        {"p/k/d", "D", "p/k", "Kab K", "p/k/d/y", "Y", NULL, NULL, NULL, 0, STATUS_AKTIF, NULL,
         0},
        {"p/a", "A", "p/a", "Kota A", "p/a/x", "X", NULL, NULL, NULL, 0, STATUS_AKTIF, NULL, 0},
        {"q/d", "Q", "q", "Prov Q", "q/d/x", "X", NULL, NULL, NULL, 0, STATUS_AKTIF, NULL, 0},
        {"q/k/c/d", "C", "q/k/c", "Kec C", "q/k/c/d/x", "X", NULL, NULL, NULL, 0, STATUS_AKTIF,
         NULL, 0},
    };
    static const Region regions[] = {
        {.path = "", .nama = {.str = "Negeri"}},   {.path = "p", .nama = {.str = "Prov P"}},
        {.path = "p/k", .nama = {.str = "Kab K"}}, {.path = "r", .nama = {.str = "Kosong"}},
        {.path = "q/k", .nama = {.str = NULL}},    {.path = "q", .nama = {.str = "Prov Q"}},
    };
    const Region *given[G_N_ELEMENTS(regions) + 1] = {NULL};
    Cards cards;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(regions); i++)
        given[i + 1] = &regions[i];
    cards_open(&cards, rows, G_N_ELEMENTS(rows));
    const SharedPlan *plan =
        shared_plan_new(arena, given, G_N_ELEMENTS(given), cards.items, cards.n);
    for (guint i = 0; i < plan->n_regions; i++) {
        const SharedRegion *region = &plan->regions[i];
        g_string_append_printf(
            out, "%s %s below %s: %u of %u agencies, %u services\n", region->nama,
            region->folder ? region->folder : "-",
            region->parent == SHARED_NONE ? "none" : plan->regions[region->parent].nama,
            region->n, region->n_all, region->n_all_services);
    }
    g_assert_cmpstr(out->str, ==,
                    "Kab K p/k/ below Prov P: 1 of 1 agencies, 2 services\n"
                    "Kec C q/k/c/ below Prov Q: 1 of 1 agencies, 1 services\n"
                    "Kota A - below Prov P: 1 of 1 agencies, 1 services\n"
                    "Prov P p/ below none: 0 of 2 agencies, 3 services\n"
                    "Prov Q q/ below none: 1 of 2 agencies, 2 services\n");
    cards_close(&cards);
}

/* Regions a … e with so many services of one comparison each. */
static void
test_split(void)
{
    static const guint sizes[] = {20, 30, 1, 120, 2};
    static const char *const names[] = {"a", "b", "c", "d", "e"};
    GArray *rows = g_array_new(FALSE, TRUE, sizeof(CardRow));
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        for (guint k = 0; k < sizes[i]; k++) {
            g_autofree char *page = g_strdup_printf("%s/d/%03u", names[i], k);
            char *text = arena_strndup(arena, page, strlen(page));
            CardRow row = {.agency = arena_strndup(arena, page, 3),
                           .nama = names[i],
                           .region = names[i],
                           .region_nama = names[i],
                           .page = text,
                           .judul = "Akta",
                           .similar = "akta",
                           .minutes = 200 - k};
            g_array_append_val(rows, row);
        }
    }
    Cards cards;
    cards_open(&cards, (const CardRow *)(gconstpointer)rows->data, rows->len);
    const SharedPlan *plan = shared_plan_new(arena, NULL, 0, cards.items, cards.n);
    guint n;
    const SharedPart *parts = shared_split(plan, &plan->comparisons[0], arena, &n);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(
            out, "%s–%s %u+%u%s %s … %s\n", plan->regions[parts[i].first].nama,
            plan->regions[parts[i].last].nama, parts[i].before, parts[i].n,
            parts[i].large ? " large" : "", shared_service(plan, parts[i].refs[0], plan->arena)->page,
            shared_service(plan, parts[i].refs[parts[i].n - 1], plan->arena)->page);
    g_assert_cmpstr(out->str, ==,
                    "a–b 0+50 b/d/029 … b/d/000\n"
                    "c–c 0+1 c/d/000 … c/d/000\n"
                    "d–d 0+50 large d/d/119 … d/d/070\n"
                    "d–d 50+50 large d/d/069 … d/d/020\n"
                    "d–d 100+20 large d/d/019 … d/d/000\n"
                    "e–e 0+2 e/d/001 … e/d/000\n");
    cards_close(&cards);
    g_array_unref(rows);
}

static void
test_n_pages(void)
{
    g_assert_cmpuint(shared_n_pages(0, 500), ==, 1);
    g_assert_cmpuint(shared_n_pages(500, 500), ==, 1);
    g_assert_cmpuint(shared_n_pages(501, 500), ==, 2);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shared/nested-regions", test_nested_regions);
    g_test_add_func("/shared/plan", test_plan);
    g_test_add_func("/shared/empty", test_empty);
    g_test_add_func("/shared/split", test_split);
    g_test_add_func("/shared/n-pages", test_n_pages);
    return g_test_run();
}
