#include "paper/flow-lane.h"
#include <string.h>

/* The chart is the table officials know from SOP-AP: number, activity, a column per actor with the
 * symbol in it, and ways between the symbols. One symbol per row keeps every way off every symbol. */

typedef struct Pending {
    guint from;
    const char *label; /* of the way; NULL = none */
    gboolean answers;
} Pending;

static guint
lane_of(Lanes *l, const char *actor)
{
    const char *name = actor != NULL ? actor : l->words->nobody;
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(l->lanes, name));
    if (known > 0)
        return known - 1;
    guint lane = MIN(l->actors->len, l->most_lanes - 1);
    if (lane == l->actors->len) {
        g_ptr_array_add(l->actors, (gpointer)(guintptr)name);
    } else {
        g_ptr_array_index(l->actors, lane) = (gpointer)(guintptr)l->words->others;
        l->shares = TRUE;
    }
    g_hash_table_insert(l->lanes, (gpointer)(guintptr)name, GUINT_TO_POINTER(lane + 1));
    return lane;
}

Node *
lanes_node(const Lanes *l, guint i)
{
    return &g_array_index(l->nodes, Node, i);
}

static void
add_edge(Lanes *l, const Pending *way, guint to)
{
    Edge edge = {.from = way->from, .to = to, .label = way->label, .answers = way->answers};
    g_array_append_val(l->edges, edge);
}

static void
leave(Lanes *l, guint from)
{
    Pending way = {.from = from};
    g_array_append_val(l->open, way);
}

static void
leave_with(Lanes *l, guint from, const char *label, gboolean answers)
{
    Pending way = {from, label, answers};
    g_array_append_val(l->open, way);
}

/* Adds a node; all open ways lead to it. */
static guint
add_node(Lanes *l, Node made)
{
    guint index = l->nodes->len;
    g_array_append_val(l->nodes, made);
    if (made.number != NULL && !g_hash_table_contains(l->numbers, made.number))
        g_hash_table_insert(l->numbers, (gpointer)(guintptr)made.number,
                            GUINT_TO_POINTER(index + 1));
    for (guint i = 0; i < l->open->len; i++) {
        const Pending *way = &g_array_index(l->open, Pending, i);
        add_edge(l, way, index);
    }
    g_array_set_size(l->open, 0);
    return index;
}

/* The node with this printed number; the start when there is none. */
static guint
find_number(const Lanes *l, guint number)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%u", number);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(l->numbers, digits));
    return known > 0 ? known - 1 : 0;
}

static void add_steps(Lanes *l, const FlowStep *steps, guint n, const char *lead);

/* A branch ends, goes back, or leaves its last ways open. */
static void
close_branch(Lanes *l, gboolean ends, guint back_to)
{
    if (!ends && back_to == 0)
        return;
    for (guint i = 0; i < l->open->len; i++) {
        const Pending *way = &g_array_index(l->open, Pending, i);
        add_edge(l, way, ends ? (guint)TO_END : find_number(l, back_to));
    }
    g_array_set_size(l->open, 0);
}

/* TRUE when `no` is `yes` and one word of denial: "Jika lengkap", "Jika tidak lengkap". */
static gboolean
denies(const char *yes, const char *no)
{
    static const char *const WORDS[] = {" tidak ", " belum ", " bukan ", " tak ", " not "};
    for (guint i = 0; i < G_N_ELEMENTS(WORDS) && yes != NULL && no != NULL; i++) {
        const char *at = strstr(no, WORDS[i]);
        gsize before = at != NULL ? (gsize)(at - no) + 1 : 0;
        if (at != NULL && strncmp(yes, no, before) == 0 &&
            strcmp(yes + before, at + strlen(WORDS[i])) == 0)
            return TRUE;
    }
    return FALSE;
}

/* What stands on the way to a branch: an answer where the branches say so themselves. */
static void
leave_for_branch(Lanes *l, const FlowBranch *branches, guint n, guint i, guint from)
{
    const char *label = branches[i].label;
    if (n == 1 || (n == 2 && denies(label, branches[1 - i].label)))
        leave_with(l, from, l->words->yes, TRUE);
    else if (n == 2 && denies(branches[1 - i].label, label))
        leave_with(l, from, l->words->no, TRUE);
    else
        leave_with(l, from, label, FALSE);
}

static void
add_branches(Lanes *l, const FlowBranch *branches, guint n, guint from)
{
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(Pending));
    for (guint i = 0; i < n; i++) {
        const FlowBranch *b = &branches[i];
        g_array_set_size(l->open, 0);
        leave_for_branch(l, branches, n, i, from);
        const char *lead = b->label;
        if (b->outcome != NULL || b->n_steps == 0 || b->n_details > 0) {
            Node made = {.kind = b->n_branches > 0 ? NODE_DECISION : NODE_STEP,
                         .lane = lanes_node(l, from)->lane,
                         .lead = lead,
                         .text = b->outcome,
                         .more = {[MORE_TIME] = b->lasts},
                         .details = b->details,
                         .n_details = b->n_details};
            guint at = add_node(l, made);
            lead = NULL;
            if (b->n_branches > 0)
                add_branches(l, b->branches, b->n_branches, at);
            else
                leave(l, at);
        }
        add_steps(l, b->steps, b->n_steps, lead);
        close_branch(l, b->ends, b->back_to);
        g_array_append_vals(left, l->open->data, l->open->len);
    }
    g_array_set_size(l->open, 0);
    g_array_append_vals(l->open, left->data, left->len);
    if (n == 1)
        leave_with(l, from, l->words->no, TRUE);
}

static void
add_steps(Lanes *l, const FlowStep *steps, guint n, const char *lead)
{
    for (guint i = 0; i < n; i++) {
        const FlowStep *s = &steps[i];
        if (s->heading != NULL) {
            lead = s->heading;
            continue;
        }
        Node made = {.kind = s->n_branches > 0 ? NODE_DECISION : NODE_STEP,
                     .lane = lane_of(l, s->actor),
                     .number = s->number,
                     .lead = lead != NULL ? lead : s->when,
                     .actor = s->actor,
                     .text = s->text,
                     .more = {s->needs, s->lasts, s->output},
                     .details = s->details,
                     .n_details = s->n_details};
        guint at = add_node(l, made);
        lead = NULL;
        if (s->n_branches > 0)
            add_branches(l, s->branches, s->n_branches, at);
        else
            leave(l, at);
        close_branch(l, s->ends, s->back_to);
    }
}

static void
collect(Lanes *l, const FlowStep *steps, guint n)
{
    Node start = {.kind = NODE_START, .lead = l->words->start};
    add_node(l, start);
    leave(l, 0);
    add_steps(l, steps, n, NULL);
    Node end = {.kind = NODE_END, .lead = l->words->end};
    guint last = add_node(l, end);
    if (last > 1) {
        lanes_node(l, 0)->lane = lanes_node(l, 1)->lane;
        lanes_node(l, last)->lane = lanes_node(l, last - 1)->lane;
    }
    for (guint i = 0; i < l->edges->len; i++) {
        Edge *edge = &g_array_index(l->edges, Edge, i);
        if (edge->to == (guint)TO_END)
            edge->to = last;
    }
}

gboolean
lanes_is_direct(const Edge *edge)
{
    return edge->to == edge->from + 1;
}

/* Ways that may lie on one another: those to the same place, and those of a decision to its
 * branches. A number for each kind. */
static guint64
bundle_of(const Edge *edge, const guint *n_out)
{
    gboolean fans = n_out[edge->from] > 1;
    guint64 key = fans ? edge->from : edge->to;
    return key << 1 | (guint64)(fans ? 1 : 0);
}

typedef struct Bundle {
    guint64 key;
    guint low, high; /* rows */
    guint track;
} Bundle;

/* Short ones first: what spans others then runs outside of them and need not cross them. */
static gint
compare_bundles(gconstpointer a, gconstpointer b)
{
    const Bundle *x = a, *y = b;
    guint x_rows = x->high - x->low, y_rows = y->high - y->low;
    if (x_rows != y_rows)
        return x_rows < y_rows ? -1 : 1;
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    return x->key < y->key ? -1 : x->key > y->key;
}

/* Each on the innermost track that is free along it. */
static void
place_bundles(Lanes *l, GArray *bundles)
{
    g_autofree guint *taken_by =
        g_new0(guint, bundles->len + 1); /* bundle + 1, of each track */
    l->n_tracks = 0;
    g_array_sort(bundles, compare_bundles);
    for (guint i = 0; i < bundles->len; i++) {
        Bundle *bundle = &g_array_index(bundles, Bundle, i);
        for (guint k = 0; k < i; k++) {
            const Bundle *other = &g_array_index(bundles, Bundle, k);
            if (other->low <= bundle->high && bundle->low <= other->high)
                taken_by[other->track] = i + 1;
        }
        while (taken_by[bundle->track] == i + 1)
            bundle->track++;
        l->n_tracks = MAX(l->n_tracks, bundle->track + 1);
    }
}

static gint
compare_keys(gconstpointer a, gconstpointer b)
{
    const Bundle *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

static Bundle *
find_bundle(GArray *bundles, guint64 key)
{
    Bundle wanted = {.key = key};
    return bsearch(&wanted, bundles->data, bundles->len, sizeof wanted, compare_keys);
}

/* Ways that skip rows or lead back run in the gutter. */
static void
assign_tracks(Lanes *l)
{
    g_autofree guint *n_out = g_new0(guint, l->nodes->len);
    g_autoptr(GArray) bundles = g_array_new(FALSE, FALSE, sizeof(Bundle));
    for (guint i = 0; i < l->edges->len; i++) {
        const Edge *edge = &g_array_index(l->edges, Edge, i);
        n_out[edge->from] += lanes_is_direct(edge) ? 0 : 1;
    }
    for (guint i = 0; i < l->edges->len; i++) {
        const Edge *edge = &g_array_index(l->edges, Edge, i);
        Bundle bundle = {bundle_of(edge, n_out), MIN(edge->from, edge->to),
                         MAX(edge->from, edge->to), 0};
        if (!lanes_is_direct(edge))
            g_array_append_val(bundles, bundle);
    }
    g_array_sort(bundles, compare_keys);
    guint n = 0;
    for (guint i = 0; i < bundles->len; i++) {
        Bundle *bundle = &g_array_index(bundles, Bundle, i);
        Bundle *last = n > 0 ? &g_array_index(bundles, Bundle, n - 1) : NULL;
        if (last != NULL && last->key == bundle->key) {
            last->low = MIN(last->low, bundle->low);
            last->high = MAX(last->high, bundle->high);
        } else {
            g_array_index(bundles, Bundle, n++) = *bundle;
        }
    }
    g_array_set_size(bundles, n);
    place_bundles(l, bundles);
    g_array_sort(bundles, compare_keys);
    for (guint i = 0; i < l->edges->len; i++) {
        Edge *edge = &g_array_index(l->edges, Edge, i);
        if (lanes_is_direct(edge))
            continue;
        const Bundle *bundle = find_bundle(bundles, bundle_of(edge, n_out));
        edge->track = bundle->track;
        edge->fans = n_out[edge->from] > 1;
        edge->bundle = (guint)(bundle - (const Bundle *)(const void *)bundles->data);
    }
}

double
lanes_symbol_h(const Lanes *l)
{
    return 1.7 * l->type;
}

static double
row_gap(const Lanes *l)
{
    return 1.3 * l->type;
}

static void
weigh_labels(Lanes *l)
{
    for (guint i = 0; i < l->edges->len; i++) {
        Para label = lanes_label(l, &g_array_index(l->edges, Edge, i));
        double h = press_line_height(&label, lanes_label_size(l), 1.1);
        l->label_h = MAX(l->label_h, h);
    }
}

/* Rows one below the other, on a new page where one would leave its page. A row taller than any
 * page gets a page as tall as it. */
static void
place_rows(Lanes *l, const FlowPage *page)
{
    double most = page->first_mm, y = l->head;
    LanePage here = {0, 0, 0};
    for (guint i = 0; i < l->nodes->len; i++) {
        Node *n = lanes_node(l, i);
        n->h = MAX(lanes_words(l, NULL, n), lanes_symbol_h(l)) + row_gap(l);
        if (n->kind == NODE_DECISION) /* answers stand below one another at its right */
            n->h = MAX(n->h, 2 * (MAX(lanes_half_height(l, n), l->label_h) + 1.2 * l->label_h));
        if (most > 0 && i > here.first && y + n->h + l->strip > most) {
            here.end = i;
            here.h = y + l->strip;
            g_array_append_val(l->pages, here);
            here.first = i;
            most = page->later_mm;
            y = l->head + l->strip;
        }
        n->page = l->pages->len;
        n->y = y;
        y += n->h;
    }
    here.end = l->nodes->len;
    here.h = y + (l->pages->len > 0 ? l->strip : 0);
    g_array_append_val(l->pages, here);
}

/* One letter for all ways of a bundle that leave their page: they share the connector. */
static void
assign_letters(Lanes *l)
{
    guint last = 0;
    g_autoptr(GHashTable) letters = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < l->edges->len; i++) {
        Edge *edge = &g_array_index(l->edges, Edge, i);
        if (lanes_node(l, edge->from)->page == lanes_node(l, edge->to)->page)
            continue;
        gpointer key = GUINT_TO_POINTER(edge->bundle + 1);
        guint known =
            lanes_is_direct(edge) ? 0 : GPOINTER_TO_UINT(g_hash_table_lookup(letters, key));
        edge->letter = known > 0 ? known : ++last;
        if (!lanes_is_direct(edge))
            g_hash_table_insert(letters, key, GUINT_TO_POINTER(edge->letter));
    }
}

/* Rows share what is left of the page, up to a limit: a short chart is no taller for it. */
static void
spread_rows(Lanes *l, double most)
{
    LanePage *page = &g_array_index(l->pages, LanePage, 0);
    double spare = MIN(most - page->h, page->h - l->head);
    double each = MAX(spare, 0) / l->nodes->len;
    for (guint i = 0; i < l->nodes->len; i++) {
        lanes_node(l, i)->y += i * each;
        lanes_node(l, i)->h += each;
    }
    page->h += each * l->nodes->len;
}

/* FALSE: the page asks for more room than there is. */
static gboolean
solve(Lanes *l, const FlowPage *page)
{
    assign_tracks(l);
    weigh_labels(l);
    lanes_divide(l);
    if (page->fit < FLOW_ANY && !lanes_are_easy(l))
        return FALSE;
    l->head = lanes_head(l, NULL, 0);
    place_rows(l, page);
    if (page->fit == FLOW_EASY && (l->pages->len > 1 || l->head > page->first_mm / 3))
        return FALSE;
    if (page->fit == FLOW_EASY)
        spread_rows(l, page->first_mm);
    assign_letters(l);
    return TRUE;
}

static void
lanes_reset(Lanes *l, guint most_lanes)
{
    l->most_lanes = most_lanes;
    l->shares = FALSE;
    g_ptr_array_set_size(l->actors, 0);
    g_hash_table_remove_all(l->lanes);
    g_hash_table_remove_all(l->numbers);
    g_array_set_size(l->nodes, 0);
    g_array_set_size(l->edges, 0);
    g_array_set_size(l->open, 0);
}

/* A lane for each actor, or as many as their names have room for. */
static void
collect_actors(Lanes *l, const FlowStep *steps, guint n)
{
    lanes_reset(l, G_MAXUINT);
    collect(l, steps, n);
    if (l->actors->len == 0)
        lane_of(l, NULL);
    assign_tracks(l);
    guint room = lanes_room_for(l);
    if (room >= l->actors->len)
        return;
    lanes_reset(l, room);
    collect(l, steps, n);
}

static GPtrArray *
draw_pages(Lanes *l)
{
    GPtrArray *scenes = g_ptr_array_new_with_free_func((GDestroyNotify)scene_free);
    for (guint i = 0; i < l->pages->len; i++)
        g_ptr_array_add(scenes, lanes_draw(l, i));
    return scenes;
}

GPtrArray *
flow_swimlane(
    Fonts *fonts, const FlowStep *steps, guint n, const FlowPage *page, const FlowLook *look)
{
    Lanes l = {.fonts = fonts,
               .colors = &look->colors,
               .words = &look->words,
               .type = page->type_mm,
               .least = page->least_mm > 0 ? page->least_mm : 0.64 * page->type_mm,
               .w = page->width_mm,
               .track_w = (page->first_mm > 0 ? 1.3 : 0.9) * page->type_mm,
               .strip = page->first_mm > 0 ? 2.2 * page->type_mm : 0,
               .actors = g_ptr_array_new(),
               .lanes = g_hash_table_new(g_str_hash, g_str_equal),
               .numbers = g_hash_table_new(g_str_hash, g_str_equal),
               .nodes = g_array_new(FALSE, FALSE, sizeof(Node)),
               .edges = g_array_new(FALSE, FALSE, sizeof(Edge)),
               .open = g_array_new(FALSE, FALSE, sizeof(Pending)),
               .lane_edges = g_array_new(FALSE, FALSE, sizeof(double)),
               .pages = g_array_new(FALSE, FALSE, sizeof(LanePage)),
               .drawn = g_hash_table_new(g_direct_hash, g_direct_equal)};
    collect_actors(&l, steps, n);
    GPtrArray *scenes = solve(&l, page) ? draw_pages(&l) : NULL;
    g_ptr_array_free(l.actors, TRUE);
    g_hash_table_destroy(l.lanes);
    g_hash_table_destroy(l.numbers);
    g_hash_table_destroy(l.drawn);
    g_array_free(l.nodes, TRUE);
    g_array_free(l.edges, TRUE);
    g_array_free(l.open, TRUE);
    g_array_free(l.lane_edges, TRUE);
    g_array_free(l.pages, TRUE);
    return scenes;
}
