#include "plan/shared.h"
#include "base/borrow.h"
#include "base/sort.h"
#include "model/dates.h"
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

static void
sort_agencies(SharedPlan *plan)
{
    guint n = plan->n_cards;
    g_autofree guint *by_name = g_new(guint, n + 1);
    plan->agencies = arena_alloc(plan->arena, n * sizeof *plan->agencies);
    plan->rank = arena_alloc(plan->arena, n * sizeof *plan->rank);
    plan->first = arena_alloc(plan->arena, (n + 1) * sizeof *plan->first);
    for (guint i = 0; i < n; i++) {
        plan->agencies[i] = by_name[i] = i;
        plan->first[i + 1] = plan->first[i] + plan->cards[i]->n_services;
        plan->n_services += plan->cards[i]->counts.listed;
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
                .jenis = card->region_jenis,
                .folder = region_folder(plan, paths, card->region),
                .first = i,
            };
        SharedRegion *region = &plan->regions[plan->n_regions - 1];
        region->n++;
        region->own = date_newer(region->own, card->updated);
        region->n_services += plan->cards[plan->agencies[i]]->counts.listed;
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
                           .jenis = text_str(regions[i]->jenis),
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
        region->newest = date_newer(region->newest, region->own);
        while (plan_climb(path)) {
            SharedRegion *over = g_hash_table_lookup(known, path);
            if (over == NULL)
                continue;
            if (parent == NULL)
                region->parent = (guint)(over - plan->regions);
            parent = over;
            over->n_all += region->n;
            over->n_all_services += region->n_services;
            over->newest = date_newer(over->newest, region->own);
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
    const Title *title;
    CardRef ref;
    guint page;  /* place of its page among those of its agency */
    guint slugs; /* in Gathering.named: where the slugs it names begin, up to NULL */
} Sorted;

typedef enum GroupKind { TOPICS, EVENTS, COMPARISONS, N_GROUP_KINDS } GroupKind;

/* A slug that services name. */
typedef struct Slug {
    const char *text; /* the plan's */
    guint n;          /* times it is named */
    SharedGroup *group;
} Slug;

/* What is in memory of all services while the plan is made. */
typedef struct Gathering {
    SharedPlan *plan;
    Arena *arena;
    GHashTable *titles; /* Title by text */
    Sorted *sorted;
    guint n;
    GHashTable *slugs[N_GROUP_KINDS]; /* Slug by text */
    GPtrArray *named;                 /* Slug, see Sorted */
    gint64 *minutes;                  /* as SharedPlan.updated */
} Gathering;

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
    if (x->title->place != y->title->place)
        return x->title->place < y->title->place ? -1 : 1;
    if (x->ref.agency != y->ref.agency)
        return plan->rank[x->ref.agency] < plan->rank[y->ref.agency] ? -1 : 1;
    return (x->page > y->page) - (x->page < y->page);
}

static const Title *
get_title(Gathering *g, const char *text)
{
    Title *title = g_hash_table_lookup(g->titles, text);
    if (title != NULL)
        return title;
    char letter = fold_letter(text);
    title = arena_new0(g->arena, Title);
    title->text = arena_strndup(g->arena, text, strlen(text));
    title->slot = letter != '\0' ? (guint)(letter - 'A' + 1) : 0;
    title->prefix = fold_prefix(text) >> 1;
    if (letter != '\0')
        title->prefix |= G_GUINT64_CONSTANT(1) << 63;
    g_hash_table_insert(g->titles, BORROW(title->text), title);
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

static CardTexts
slugs_of(const ServiceCard *card, GroupKind kind)
{
    if (kind == COMPARISONS)
        return (CardTexts){(const char **)BORROW(&card->layanan_serupa),
                           *card->layanan_serupa != '\0'};
    return kind == TOPICS ? card->keperluan : card->peristiwa;
}

/* NULL: a draft may hold what is no slug; it would name a file. */
static Slug *
get_slug(Gathering *g, GroupKind kind, const char *text)
{
    Slug *slug = g_hash_table_lookup(g->slugs[kind], text);
    if (slug != NULL || !slug_is_valid(text))
        return slug;
    slug = arena_new0(g->arena, Slug);
    slug->text = arena_strndup(g->plan->arena, text, strlen(text));
    g_hash_table_insert(g->slugs[kind], BORROW(slug->text), slug);
    return slug;
}

/* Returns where they begin in `named`. */
static guint
gather_slugs(Gathering *g, const ServiceCard *card)
{
    guint start = g->named->len;
    for (guint kind = 0; kind < N_GROUP_KINDS; kind++) {
        CardTexts slugs = slugs_of(card, (GroupKind)kind);
        for (guint i = 0; i < slugs.n; i++) {
            Slug *slug = get_slug(g, (GroupKind)kind, slugs.items[i]);
            if (slug == NULL)
                continue;
            slug->n++;
            g_ptr_array_add(g->named, slug);
        }
    }
    g_ptr_array_add(g->named, NULL);
    return start;
}

typedef struct Page {
    const char *path;
    guint service;
} Page;

static int
compare_pages(gconstpointer a, gconstpointer b)
{
    return strcmp(((const Page *)a)->path, ((const Page *)b)->path);
}

static void
gather_service(Gathering *g, CardRef ref, const ServiceCard *card, guint page)
{
    SharedPlan *plan = g->plan;
    guint number = plan->first[ref.agency] + ref.service;
    plan->updated[number] = plan->newest[number] = card->updated;
    if (card->n_changes > 0)
        plan->newest[number] = date_newer(card->updated, card->changes[0].date);
    g->minutes[number] = card->waktu.sort_minutes;
    if (card->status == STATUS_DICABUT)
        return;
    const Title *title = get_title(g, card->judul);
    plan->letters[title->slot + 1]++;
    plan->dated = plan->dated || date_is_set(plan->newest[number]);
    g->sorted[g->n++] = (Sorted){title, ref, page, gather_slugs(g, card)};
}

/* Reads the services of an agency, one after another as they were put away. */
static void
gather_agency(Gathering *g, guint which)
{
    g_autoptr(Arena) arena = arena_new();
    const AgencyCard *card = g->plan->cards[which];
    const ServiceCard **services = card_services(card, arena);
    Page *pages = arena_alloc(arena, card->n_services * sizeof *pages);
    for (guint i = 0; i < card->n_services; i++)
        pages[i] = (Page){services[i]->page, i};
    qsort(pages, card->n_services, sizeof *pages, compare_pages);
    for (guint i = 0; i < card->n_services; i++)
        gather_service(g, (CardRef){which, pages[i].service}, services[pages[i].service], i);
}

static void
sort_services(Gathering *g)
{
    SharedPlan *plan = g->plan;
    place_titles(g->titles);
    for (guint i = 1; i < G_N_ELEMENTS(plan->letters); i++)
        plan->letters[i] += plan->letters[i - 1];
    sort_stable(g->sorted, g->n, sizeof *g->sorted, compare_services, plan);
    plan->n_services = g->n;
    plan->services = arena_alloc(plan->arena, g->n * sizeof *plan->services);
    for (guint i = 0; i < g->n; i++)
        plan->services[i] = g->sorted[i].ref;
}

/* ---- groups ---- */

typedef struct Groups {
    SharedGroup *items; /* by slug */
    guint n;
} Groups;

static int
compare_slugs(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const Slug *const *)a)->text, (*(const Slug *const *)b)->text);
}

/* The groups of these slugs, their lists still empty. */
static Groups
make_groups(SharedPlan *plan, GHashTable *slugs)
{
    GHashTableIter iter;
    gpointer value;
    guint n = 0, n_slugs = g_hash_table_size(slugs);
    Groups groups = {arena_alloc(plan->arena, n_slugs * sizeof *groups.items), n_slugs};
    g_autofree Slug **sorted = g_new(Slug *, n_slugs + 1);
    g_hash_table_iter_init(&iter, slugs);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        sorted[n++] = value;
    if (n > 1)
        qsort(sorted, n, sizeof *sorted, compare_slugs);
    for (guint i = 0; i < n; i++) {
        groups.items[i] = (SharedGroup){
            .slug = sorted[i]->text,
            .refs = arena_alloc(plan->arena, sorted[i]->n * sizeof(CardRef)),
        };
        sorted[i]->group = &groups.items[i];
    }
    return groups;
}

static void
add_member(SharedGroup *group, CardRef ref)
{
    if (group->n == 0 || memcmp(&group->refs[group->n - 1], &ref, sizeof ref) != 0)
        group->refs[group->n++] = ref; /* a slug named twice counts once */
}

static void
count_agencies(const SharedPlan *plan, const Groups *groups)
{
    g_autofree guint *seen = g_new0(guint, plan->n_cards + 1);
    for (guint i = 0; i < groups->n; i++) {
        SharedGroup *group = &groups->items[i];
        for (guint k = 0; k < group->n; k++) {
            guint *last = &seen[group->refs[k].agency];
            group->n_agencies += *last != i + 1;
            *last = i + 1;
        }
    }
}

static int
compare_times(gconstpointer a, gconstpointer b, gpointer data)
{
    const Gathering *g = data;
    const CardRef *x = a, *y = b;
    gint64 first = g->minutes[g->plan->first[x->agency] + x->service];
    gint64 second = g->minutes[g->plan->first[y->agency] + y->service];
    return (first > second) - (first < second);
}

static void
plan_groups(Gathering *g)
{
    SharedPlan *plan = g->plan;
    Groups groups[N_GROUP_KINDS];
    for (guint kind = 0; kind < N_GROUP_KINDS; kind++)
        groups[kind] = make_groups(plan, g->slugs[kind]);
    for (guint i = 0; i < g->n; i++) {
        Slug *const *slugs = (Slug *const *)&g->named->pdata[g->sorted[i].slugs];
        for (; *slugs != NULL; slugs++)
            add_member((*slugs)->group, g->sorted[i].ref);
    }
    for (guint kind = 0; kind < N_GROUP_KINDS; kind++)
        count_agencies(plan, &groups[kind]);
    for (guint i = 0; i < groups[COMPARISONS].n; i++) {
        const SharedGroup *group = &groups[COMPARISONS].items[i];
        /* a stable sort: equal times stay by title */
        sort_stable(group->refs, group->n, sizeof(CardRef), compare_times, g);
    }
    plan->topics = groups[TOPICS].items;
    plan->n_topics = groups[TOPICS].n;
    plan->events = groups[EVENTS].items;
    plan->n_events = groups[EVENTS].n;
    plan->comparisons = groups[COMPARISONS].items;
    plan->n_comparisons = groups[COMPARISONS].n;
}

static void
plan_services(SharedPlan *plan)
{
    guint n = plan->first[plan->n_cards];
    g_autoptr(Arena) arena = arena_new();
    g_autofree Sorted *sorted = g_new(Sorted, n + 1);
    g_autofree gint64 *minutes = g_new(gint64, n + 1);
    g_autoptr(GPtrArray) named = g_ptr_array_new();
    Gathering g = {
        .plan = plan, .arena = arena, .sorted = sorted, .named = named, .minutes = minutes};
    g.titles = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint kind = 0; kind < N_GROUP_KINDS; kind++)
        g.slugs[kind] = g_hash_table_new(g_str_hash, g_str_equal);
    plan->updated = arena_alloc(plan->arena, n * sizeof *plan->updated);
    plan->newest = arena_alloc(plan->arena, n * sizeof *plan->newest);
    for (guint i = 0; i < plan->n_cards; i++)
        gather_agency(&g, i);
    sort_services(&g);
    plan_groups(&g);
    g_hash_table_unref(g.titles);
    for (guint kind = 0; kind < N_GROUP_KINDS; kind++)
        g_hash_table_unref(g.slugs[kind]);
}

/* ---- comparisons ---- */

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
    plan_services(plan);
    return plan;
}

guint
shared_n_pages(guint n, guint size)
{
    return n == 0 ? 1 : (n - 1) / size + 1;
}
