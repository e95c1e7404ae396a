#include "plan/shared.h"
#include "base/borrow.h"
#include "base/sort.h"
#include "plan/plan.h"
#include "text/fold.h"
#include "text/slug.h"
#include <string.h>

/* ---- agencies and regions ---- */

static int
compare_names(const char *a, const char *b)
{
    int order = fold_compare(a, b);
    return order != 0 ? order : strcmp(a, b);
}

/* The same place: 0. One without a name comes last. */
static int
compare_places(const char *nama,
               const char *path,
               const char *other_nama,
               const char *other_path)
{
    int order = (*nama == '\0') - (*other_nama == '\0');
    if (order == 0)
        order = compare_names(nama, other_nama);
    return order != 0 ? order : strcmp(path, other_path);
}

static int
compare_regions(const AgencyCard *a, const AgencyCard *b)
{
    return compare_places(a->region_nama, a->region, b->region_nama, b->region);
}

static int
compare_agencies(gconstpointer a, gconstpointer b, gpointer data)
{
    const SharedPlan *plan = data;
    const AgencyCard *x = plan->cards[*(const guint *)a], *y = plan->cards[*(const guint *)b];
    int order = compare_regions(x, y);
    if (order == 0)
        order = compare_names(x->nama, y->nama);
    return order != 0 ? order : strcmp(x->path, y->path);
}

static int
compare_full_names(gconstpointer a, gconstpointer b, gpointer data)
{
    const SharedPlan *plan = data;
    const AgencyCard *x = plan->cards[*(const guint *)a], *y = plan->cards[*(const guint *)b];
    int order = compare_names(x->nama_lengkap, y->nama_lengkap);
    return order != 0 ? order : strcmp(x->path, y->path);
}

static guint
count_listed(const AgencyCard *card)
{
    guint n = 0;
    for (guint i = 0; i < card->n_services; i++)
        n += card->services[i].status != STATUS_DICABUT;
    return n;
}

static void
sort_agencies(SharedPlan *plan)
{
    guint n = plan->n_cards;
    g_autofree guint *by_name = g_new(guint, n + 1);
    plan->agencies = arena_alloc(plan->arena, n * sizeof *plan->agencies);
    plan->rank = arena_alloc(plan->arena, n * sizeof *plan->rank);
    plan->n_listed = arena_alloc(plan->arena, n * sizeof *plan->n_listed);
    for (guint i = 0; i < n; i++) {
        plan->agencies[i] = by_name[i] = i;
        plan->n_listed[i] = count_listed(plan->cards[i]);
        plan->n_services += plan->n_listed[i];
        plan->rooted = plan->rooted || *plan->cards[i]->path == '\0';
    }
    sort_stable(plan->agencies, n, sizeof(guint), compare_agencies, plan);
    sort_stable(by_name, n, sizeof(guint), compare_full_names, plan);
    for (guint i = 0; i < n; i++)
        plan->rank[by_name[i]] = i;
}

/* A region's page stands in its folder, unless the site or an agency has its page there. */
static const char *
region_folder(const SharedPlan *plan, GHashTable *paths, const char *path)
{
    gsize n = strlen(path);
    if (n == 0 || g_hash_table_contains(paths, path))
        return NULL;
    char *folder = arena_alloc(plan->arena, n + 2);
    memcpy(folder, path, n);
    folder[n] = '/';
    return folder;
}

/* The regions that agencies are in, in the agencies' order. */
static void
add_nearest_regions(SharedPlan *plan, GHashTable *paths)
{
    for (guint i = 0; i < plan->n_cards; i++) {
        const AgencyCard *card = plan->cards[plan->agencies[i]];
        const AgencyCard *last = i > 0 ? plan->cards[plan->agencies[i - 1]] : NULL;
        if (last == NULL || compare_regions(last, card) != 0)
            plan->regions[plan->n_regions++] = (SharedRegion){
                .path = card->region,
                .nama = card->region_nama,
                .folder = region_folder(plan, paths, card->region),
                .first = i,
            };
        SharedRegion *region = &plan->regions[plan->n_regions - 1];
        region->n++;
        region->n_services += plan->n_listed[plan->agencies[i]];
    }
}

/* Regions that only have regions below: a province without agencies of its own. */
static void
add_regions_above(SharedPlan *plan, GHashTable *paths, const Region *const *regions, guint n)
{
    g_autoptr(GHashTable) above = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < plan->n_regions; i++) {
        g_autofree char *path = g_strdup(plan->regions[i].path);
        while (plan_climb(path))
            g_hash_table_add(above, g_strdup(path));
    }
    for (guint i = 0; i < plan->n_regions; i++)
        g_hash_table_remove(above, plan->regions[i].path);
    for (guint i = 0; i < n; i++) {
        if (regions[i] == NULL || regions[i]->nama.str == NULL ||
            !g_hash_table_contains(above, regions[i]->path))
            continue;
        plan->regions[plan->n_regions++] =
            (SharedRegion){.path = regions[i]->path,
                           .nama = regions[i]->nama.str,
                           .folder = region_folder(plan, paths, regions[i]->path)};
    }
}

static int
compare_shared_regions(gconstpointer a, gconstpointer b)
{
    const SharedRegion *x = a, *y = b;
    return compare_places(x->nama, x->path, y->nama, y->path);
}

/* Each region's nearest one above with a page, and what both have together. */
static void
join_regions(SharedPlan *plan)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < plan->n_regions; i++)
        if (plan->regions[i].folder != NULL)
            g_hash_table_insert(known, BORROW(plan->regions[i].path), &plan->regions[i]);
    for (guint i = 0; i < plan->n_regions; i++) {
        SharedRegion *region = &plan->regions[i], *parent = NULL;
        g_autofree char *path = g_strdup(region->path);
        region->parent = SHARED_NONE;
        region->n_all += region->n;
        region->n_all_services += region->n_services;
        while (plan_climb(path)) {
            SharedRegion *over = g_hash_table_lookup(known, path);
            if (over == NULL)
                continue;
            if (parent == NULL)
                region->parent = (guint)(over - plan->regions);
            parent = over;
            over->n_all += region->n;
            over->n_all_services += region->n_services;
        }
    }
}

static void
plan_regions(SharedPlan *plan, const Region *const *regions, guint n)
{
    g_autoptr(GHashTable) paths = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < plan->n_cards; i++)
        g_hash_table_add(paths, BORROW(plan->cards[i]->path));
    plan->regions = arena_alloc(plan->arena, (plan->n_cards + n) * sizeof *plan->regions);
    add_nearest_regions(plan, paths);
    add_regions_above(plan, paths, regions, n);
    if (plan->n_regions > 0)
        qsort(plan->regions, plan->n_regions, sizeof *plan->regions, compare_shared_regions);
    join_regions(plan);
}

/* ---- services ---- */

/* Many agencies have services of one title: each title is folded and placed once. */
typedef struct Title {
    guint64 prefix; /* whether it begins with a Latin letter, then how it begins */
    const char *text;
    guint slot;  /* in SharedPlan.letters */
    guint place; /* among the titles; equal for titles that differ in case or marks only */
} Title;

typedef struct Sorted {
    guint64 key; /* place of the title, then rank of the agency */
    CardRef ref;
} Sorted;

static int
compare_titles(gconstpointer a, gconstpointer b)
{
    const Title *x = *(const Title *const *)a, *y = *(const Title *const *)b;
    if (x->prefix != y->prefix)
        return x->prefix < y->prefix ? -1 : 1;
    return fold_compare(x->text, y->text);
}

static int
compare_services(gconstpointer a, gconstpointer b, gpointer data)
{
    const SharedPlan *plan = data;
    const Sorted *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return strcmp(shared_service(plan, x->ref)->page, shared_service(plan, y->ref)->page);
}

static Title *
get_title(GHashTable *titles, Arena *arena, const char *text)
{
    Title *title = g_hash_table_lookup(titles, text);
    if (title != NULL)
        return title;
    char letter = fold_letter(text);
    title = arena_new0(arena, Title);
    title->text = text;
    title->slot = letter != '\0' ? (guint)(letter - 'A' + 1) : 0;
    title->prefix = fold_prefix(text) >> 1;
    if (letter != '\0')
        title->prefix |= G_GUINT64_CONSTANT(1) << 63;
    g_hash_table_insert(titles, BORROW(text), title);
    return title;
}

static void
place_titles(GHashTable *titles)
{
    guint n = 0;
    GHashTableIter iter;
    gpointer value;
    g_autofree Title **sorted = g_new(Title *, g_hash_table_size(titles) + 1);
    g_hash_table_iter_init(&iter, titles);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        sorted[n++] = value;
    if (n > 1)
        qsort(sorted, n, sizeof *sorted, compare_titles);
    for (guint i = 1; i < n; i++)
        sorted[i]->place =
            sorted[i - 1]->place + (compare_titles(&sorted[i - 1], &sorted[i]) != 0);
}

/* Gathers the services that are listed, with their titles. */
static void
gather_services(
    SharedPlan *plan, GHashTable *titles, Arena *arena, Sorted *sorted, const Title **title_of)
{
    guint n = 0;
    for (guint i = 0; i < plan->n_cards; i++) {
        for (guint k = 0; k < plan->cards[i]->n_services; k++) {
            const ServiceCard *card = &plan->cards[i]->services[k];
            if (card->status == STATUS_DICABUT)
                continue;
            title_of[n] = get_title(titles, arena, card->judul);
            plan->letters[title_of[n]->slot + 1]++;
            sorted[n++].ref = (CardRef){i, k};
        }
    }
}

static void
sort_services(SharedPlan *plan)
{
    guint n = plan->n_services;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GHashTable) titles = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree Sorted *sorted = g_new(Sorted, n + 1);
    g_autofree const Title **title_of = g_new(const Title *, n + 1);
    gather_services(plan, titles, arena, sorted, title_of);
    place_titles(titles);
    for (guint i = 1; i < G_N_ELEMENTS(plan->letters); i++)
        plan->letters[i] += plan->letters[i - 1];
    for (guint i = 0; i < n; i++)
        sorted[i].key = (guint64)title_of[i]->place << 32 | plan->rank[sorted[i].ref.agency];
    sort_stable(sorted, n, sizeof *sorted, compare_services, plan);
    plan->services = arena_alloc(plan->arena, n * sizeof *plan->services);
    for (guint i = 0; i < n; i++)
        plan->services[i] = sorted[i].ref;
}

/* ---- groups ---- */

typedef CardTexts (*SlugsOf)(const ServiceCard *card);

static CardTexts
slugs_of_topics(const ServiceCard *card)
{
    return card->keperluan;
}

static CardTexts
slugs_of_events(const ServiceCard *card)
{
    return card->peristiwa;
}

static CardTexts
slugs_of_comparison(const ServiceCard *card)
{
    return (CardTexts){(const char **)BORROW(&card->layanan_serupa),
                       *card->layanan_serupa != '\0'};
}

static int
compare_slugs(gconstpointer a, gconstpointer b)
{
    return strcmp(((const SharedGroup *)a)->slug, ((const SharedGroup *)b)->slug);
}

static int
compare_slug_to_group(gconstpointer slug, gconstpointer group)
{
    return strcmp(slug, ((const SharedGroup *)group)->slug);
}

/* Counts the members of every group; the groups by slug, their lists still empty. */
static SharedGroup *
count_groups(SharedPlan *plan, SlugsOf slugs_of, guint *n_groups)
{
    g_autoptr(GHashTable) sizes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < plan->n_services; i++) {
        CardTexts slugs = slugs_of(shared_service(plan, plan->services[i]));
        for (guint k = 0; k < slugs.n; k++) {
            if (!slug_is_valid(slugs.items[k])) /* a draft may hold one; it would name a file */
                continue;
            guint n = GPOINTER_TO_UINT(g_hash_table_lookup(sizes, slugs.items[k]));
            g_hash_table_insert(sizes, BORROW(slugs.items[k]), GUINT_TO_POINTER(n + 1));
        }
    }
    GHashTableIter iter;
    gpointer slug, n;
    SharedGroup *groups = arena_alloc(plan->arena, g_hash_table_size(sizes) * sizeof *groups);
    g_hash_table_iter_init(&iter, sizes);
    *n_groups = 0;
    while (g_hash_table_iter_next(&iter, &slug, &n))
        groups[(*n_groups)++] = (SharedGroup){
            .slug = slug,
            .refs = arena_alloc(plan->arena, GPOINTER_TO_UINT(n) * sizeof(CardRef)),
        };
    if (*n_groups > 1)
        qsort(groups, *n_groups, sizeof *groups, compare_slugs);
    return groups;
}

static void
count_agencies(SharedPlan *plan, SharedGroup *groups, guint n_groups)
{
    g_autofree guint *seen = g_new0(guint, plan->n_cards + 1);
    for (guint i = 0; i < n_groups; i++) {
        for (guint k = 0; k < groups[i].n; k++) {
            guint *last = &seen[groups[i].refs[k].agency];
            groups[i].n_agencies += *last != i + 1;
            *last = i + 1;
        }
    }
}

static SharedGroup *
plan_groups(SharedPlan *plan, SlugsOf slugs_of, guint *n_groups)
{
    SharedGroup *groups = count_groups(plan, slugs_of, n_groups);
    for (guint i = 0; i < plan->n_services; i++) {
        CardTexts slugs = slugs_of(shared_service(plan, plan->services[i]));
        for (guint k = 0; k < slugs.n; k++) {
            SharedGroup *group = bsearch(slugs.items[k], groups, *n_groups, sizeof *groups,
                                         compare_slug_to_group);
            if (group == NULL)
                continue;
            if (group->n == 0 ||
                memcmp(&group->refs[group->n - 1], &plan->services[i], sizeof(CardRef)) != 0)
                group->refs[group->n++] =
                    plan->services[i]; /* a slug named twice counts once */
        }
    }
    count_agencies(plan, groups, *n_groups);
    return groups;
}

/* ---- comparisons ---- */

static int
compare_times(gconstpointer a, gconstpointer b, gpointer data)
{
    gint64 x = shared_service(data, *(const CardRef *)a)->waktu.sort_minutes;
    gint64 y = shared_service(data, *(const CardRef *)b)->waktu.sort_minutes;
    return (x > y) - (x < y);
}

static void
sort_comparisons(SharedPlan *plan)
{
    for (guint i = 0; i < plan->n_comparisons;
         i++) /* a stable sort: equal times stay by title */
        sort_stable(plan->comparisons[i].refs, plan->comparisons[i].n, sizeof(CardRef),
                    compare_times, plan);
}

/* Lays parts over the regions: as many whole regions as fit on a page, or several pages for one. */
static guint
lay_parts(const guint *sizes, guint n_regions, SharedPart *parts, guint *part_of)
{
    guint n = 0, room = 0;
    for (guint i = 0; i < n_regions; i++) {
        if (sizes[i] == 0)
            continue;
        gboolean large = sizes[i] > SHARED_COMPARE_PAGE;
        if (large || sizes[i] > room) {
            guint n_pages = shared_n_pages(sizes[i], SHARED_COMPARE_PAGE);
            part_of[i] = n;
            for (guint k = 0; k < n_pages; k++)
                parts[n++] = (SharedPart){
                    .first = i, .last = i, .before = k * SHARED_COMPARE_PAGE, .large = large};
            room = large ? 0 : SHARED_COMPARE_PAGE;
        }
        if (!large) {
            room -= sizes[i];
            part_of[i] = n - 1;
        }
        parts[n - 1].last = i;
    }
    return n;
}

SharedPart *
shared_split(const SharedPlan *plan, const SharedGroup *group, Arena *arena, guint *n_parts)
{
    g_autofree guint *region_of = g_new(guint, plan->n_cards + 1);
    g_autofree guint *sizes = g_new0(guint, plan->n_regions + 1);
    g_autofree guint *part_of = g_new0(guint, plan->n_regions + 1);
    for (guint i = 0; i < plan->n_regions; i++) {
        for (guint k = 0; k < plan->regions[i].n; k++)
            region_of[plan->agencies[plan->regions[i].first + k]] = i;
    }
    for (guint i = 0; i < group->n; i++)
        sizes[region_of[group->refs[i].agency]]++;
    guint most = plan->n_regions + group->n / SHARED_COMPARE_PAGE + 1;
    SharedPart *parts = arena_alloc(arena, most * sizeof *parts);
    *n_parts = lay_parts(sizes, plan->n_regions, parts, part_of);
    for (guint i = 0; i < *n_parts; i++)
        parts[i].refs = arena_alloc(arena, SHARED_COMPARE_PAGE * sizeof(CardRef));
    for (guint i = 0; i < group->n; i++) {
        guint *place = &part_of[region_of[group->refs[i].agency]];
        if (parts[*place].n == SHARED_COMPARE_PAGE) /* of a large region: on to its next page */
            (*place)++;
        parts[*place].refs[parts[*place].n++] = group->refs[i];
    }
    return parts;
}

/* ---- the plan ---- */

SharedPlan *
shared_plan_new(Arena *arena,
                const Region *const *regions,
                guint n_regions,
                const AgencyCard *const *cards,
                guint n_cards)
{
    SharedPlan *plan = arena_new0(arena, SharedPlan);
    plan->arena = arena;
    plan->cards = cards;
    plan->n_cards = n_cards;
    sort_agencies(plan);
    plan_regions(plan, regions, n_regions);
    sort_services(plan);
    plan->topics = plan_groups(plan, slugs_of_topics, &plan->n_topics);
    plan->events = plan_groups(plan, slugs_of_events, &plan->n_events);
    plan->comparisons = plan_groups(plan, slugs_of_comparison, &plan->n_comparisons);
    sort_comparisons(plan);
    return plan;
}

guint
shared_n_pages(guint n, guint size)
{
    return n == 0 ? 1 : (n - 1) / size + 1;
}
