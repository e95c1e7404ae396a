#include "model/diff.h"
#include "model/walk.h"
#include <string.h>

/* Above this many pairs of items, lists are told as removed and added whole. */
enum { MOST_PAIRS = 4 * 1000 * 1000 };

typedef struct Diff {
    Arena *arena;
    GArray *out;
    const char *label, *key; /* of what lies around; "" at the top */
} Diff;

/* ---- words ---- */

static const char *
keep(Arena *arena, const GString *text)
{
    return arena_strndup(arena, text->str, text->len);
}

static void
add_word(GString *out, const char *word)
{
    if (word == NULL || *word == '\0')
        return;
    if (out->len > 0)
        g_string_append_c(out, ' ');
    g_string_append(out, word);
}

static void add_record(GString *out, const Record *record, gconstpointer self);

/* However it is written, a day is said the same way. */
static void
add_date(GString *out, const DateText *date)
{
    g_autoptr(GString) words = g_string_new(NULL);
    date_append_long(words, date->date, FALSE);
    add_word(out, date_is_set(date->date) ? words->str : date->raw.str);
}

/* A value that is no list, in words. */
static void
add_value(GString *out, const Record *record, const Field *field, gconstpointer self)
{
    gconstpointer value = field_value(field, self);
    switch (field->type) {
    case FIELD_CHOICE:
        if (field_is_given(record, self, field))
            add_word(out, field->choice((guint) * (const gint64 *)value));
        return;
    case FIELD_SWITCH:
        if (field_is_given(record, self, field)) {
            add_word(out, field->key);
            add_word(out, *(const gboolean *)value ? "ya" : "tidak");
        }
        return;
    case FIELD_NUMBER:
        if (field_is_given(record, self, field)) {
            add_word(out, field->key);
            g_string_append_printf(out, " %" G_GINT64_FORMAT, *(const gint64 *)value);
        }
        return;
    case FIELD_DATE:
        add_date(out, value);
        return;
    case FIELD_RECORD:
        add_record(out, field->record, value);
        return;
    default:
        add_word(out, field_words(field, value)->str);
        return;
    }
}

/* A record in one line: the text it was given as, else its values in the order of the table, lists left out. */
static void
add_record(GString *out, const Record *record, gconstpointer self)
{
    const Text *own = record_own_text(record, self);
    if (own != NULL && text_has_words(*own)) {
        add_word(out, own->str);
        return;
    }
    FIELD_FOREACH (record, field) {
        if (field_shape(field) != SHAPE_LIST)
            add_value(out, record, field, self);
    }
}

/* "kata_kunci" is "Kata kunci"; a word without vowels is an abbreviation: "SK", "SKM". */
static const char *
name_of(Arena *arena, const Field *field)
{
    char *name = arena_strndup(arena, field->key, strlen(field->key));
    gboolean short_form = strpbrk(name, "aeiou") == NULL;
    for (char *c = name; *c != '\0'; c++)
        *c = *c == '_' ? ' ' : short_form || c == name ? g_ascii_toupper(*c) : *c;
    return name;
}

static const char *
join(Arena *arena, const char *a, const char *between, const char *b)
{
    return *a ? arena_concat(arena, a, between, b, NULL) : arena_concat(arena, b, NULL);
}

/* What lies inside of `field`; `which`: the item's own name, or NULL. */
static Diff
inside(const Diff *diff, const Field *field, const char *which)
{
    const char *name = name_of(diff->arena, field);
    Diff out = *diff;
    if (which != NULL)
        name = join(diff->arena, name, " ", which);
    out.label = join(diff->arena, diff->label, ": ", name);
    out.key = join(diff->arena, diff->key, ".", field->key);
    return out;
}

static void
add_change(const Diff *diff, DiffKind kind, const char *before, const char *after)
{
    DiffChange change = {kind, diff->label, diff->key, before, after};
    g_array_append_val(diff->out, change);
}

static void
compare_values(const Diff *diff, const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return;
    if (*a == '\0')
        add_change(diff, DIFF_ADDED, NULL, b);
    else if (*b == '\0')
        add_change(diff, DIFF_REMOVED, a, NULL);
    else
        add_change(diff, DIFF_CHANGED, a, b);
}

/* ---- lists as lines ---- */

static void add_lines(Arena *arena, const Field *field, gconstpointer self, GPtrArray *lines);

/* The lists inside an item follow it as lines of their own. */
static void
add_inner_lines(Arena *arena, const Record *record, gconstpointer self, GPtrArray *lines)
{
    FIELD_FOREACH (record, field) {
        if (field_shape(field) == SHAPE_LIST)
            add_lines(arena, field, self, lines);
    }
}

static void
add_lines(Arena *arena, const Field *field, gconstpointer self, GPtrArray *lines)
{
    const List *list = field_value(field, self);
    gsize size = field_item_size(field);
    g_autoptr(GString) line = g_string_new(NULL);
    for (guint i = 0; i < list->n; i++) {
        gconstpointer item = (const char *)list->items + i * size;
        g_string_truncate(line, 0);
        if (field->record != NULL)
            add_record(line, field->record, item);
        else
            add_word(line, ((const Text *)item)->str);
        if (line->len > 0)
            g_ptr_array_add(lines, (gpointer)(guintptr)keep(arena, line));
        if (field->record != NULL)
            add_inner_lines(arena, field->record, item, lines);
    }
}

/* Which lines of two lists belong together: the longest common run of equal lines, in order. */
typedef struct Match {
    const char **a, **b;
    guint n, m;
    guint8 *kept_a, *kept_b; /* TRUE: the line stands in both, in order */
} Match;

static void
match_middle(Match *match, guint from, guint n, guint m)
{
    gsize width = (gsize)m + 1;
    if (n == 0 || m == 0 || (gsize)n * m > MOST_PAIRS)
        return;
    g_autofree guint16 *best = g_new0(guint16, ((gsize)n + 1) * width);
    const char **a = match->a + from, **b = match->b + from;
    for (guint i = n; i-- > 0;)
        for (guint k = m; k-- > 0;)
            best[i * width + k] = strcmp(a[i], b[k]) == 0
                                      ? (guint16)(best[(i + 1) * width + k + 1] + 1)
                                      : MAX(best[(i + 1) * width + k], best[i * width + k + 1]);
    for (guint i = 0, k = 0; i < n && k < m;) {
        if (strcmp(a[i], b[k]) == 0)
            match->kept_a[from + i++] = match->kept_b[from + k++] = TRUE;
        else if (best[(i + 1) * width + k] >= best[i * width + k + 1])
            i++;
        else
            k++;
    }
}

static void
match_lines(Match *match)
{
    guint first = 0, last = 0;
    while (first < match->n && first < match->m &&
           strcmp(match->a[first], match->b[first]) == 0) {
        match->kept_a[first] = match->kept_b[first] = TRUE;
        first++;
    }
    while (last < match->n - first && last < match->m - first &&
           strcmp(match->a[match->n - 1 - last], match->b[match->m - 1 - last]) == 0) {
        match->kept_a[match->n - 1 - last] = match->kept_b[match->m - 1 - last] = TRUE;
        last++;
    }
    match_middle(match, first, match->n - first - last, match->m - first - last);
}

/* A line that went from one place and came at another only moved; both are marked as told. */
static void
tell_moves(const Diff *diff, Match *match)
{
    for (guint i = 0; i < match->n; i++) {
        for (guint k = 0; k < match->m && !match->kept_a[i]; k++) {
            if (match->kept_b[k] || strcmp(match->a[i], match->b[k]) != 0)
                continue;
            match->kept_a[i] = match->kept_b[k] = TRUE;
            add_change(diff, DIFF_MOVED, match->a[i], match->b[k]);
        }
    }
}

/* Between two lines that stayed, what went and what came is told in pairs, the rest alone. */
static void
tell_gaps(const Diff *diff, const Match *match)
{
    guint i = 0, k = 0;
    while (i < match->n || k < match->m) {
        gboolean gone = i < match->n && !match->kept_a[i];
        gboolean came = k < match->m && !match->kept_b[k];
        if (gone && came)
            add_change(diff, DIFF_CHANGED, match->a[i++], match->b[k++]);
        else if (gone)
            add_change(diff, DIFF_REMOVED, match->a[i++], NULL);
        else if (came)
            add_change(diff, DIFF_ADDED, NULL, match->b[k++]);
        else {
            i++;
            k++;
        }
    }
}

static void
compare_lines(const Diff *diff, GPtrArray *a, GPtrArray *b)
{
    Match match = {(const char **)(void *)a->pdata,
                   (const char **)(void *)b->pdata,
                   a->len,
                   b->len,
                   NULL,
                   NULL};
    g_autofree guint8 *kept_a = g_new0(guint8, a->len + 1),
                      *kept_b = g_new0(guint8, b->len + 1);
    match.kept_a = kept_a;
    match.kept_b = kept_b;
    match_lines(&match);
    if ((gsize)a->len * b->len <= MOST_PAIRS)
        tell_moves(diff, &match);
    tell_gaps(diff, &match);
}

/* ---- records ---- */

static void compare_records(const Diff *, const Record *, gconstpointer, gconstpointer);

/* The field that tells items apart; NULL: only their words do. */
static const Field *
name_field(const Record *record)
{
    FIELD_FOREACH (record, field) {
        if (field->flags & FIELD_NAME)
            return field;
    }
    return NULL;
}

/* "Baru" of a variant, "2025" of a year: what the field says that tells items apart. */
static const char *
item_name(Arena *arena, const Field *field, gconstpointer item)
{
    if (field->type == FIELD_NUMBER) {
        char number[24];
        g_snprintf(number, sizeof number, "%" G_GINT64_FORMAT,
                   *(const gint64 *)field_value(field, item));
        return arena_strndup(arena, number, strlen(number));
    }
    if (field->type == FIELD_DATE) {
        g_autoptr(GString) words = g_string_new(NULL);
        add_date(words, field_value(field, item));
        return keep(arena, words);
    }
    const Text *text = field_value(field, item);
    return text->str != NULL ? text->str : "";
}

static gconstpointer
find_named(
    Arena *arena, const Field *field, const Field *key, const List *list, const char *name)
{
    for (guint i = 0; i < list->n; i++) {
        gconstpointer item = (const char *)list->items + i * field->record->size;
        if (strcmp(item_name(arena, key, item), name) == 0)
            return item;
    }
    return NULL;
}

/* The whole item in one line, for one that is new or gone. */
static const char *
item_words(Arena *arena, const Record *record, gconstpointer item)
{
    g_autoptr(GString) words = g_string_new(NULL);
    add_record(words, record, item);
    return keep(arena, words);
}

/* Items with names (variants, years, places) are compared part by part. */
static void
compare_named(
    const Diff *diff, const Field *field, const Field *key, gconstpointer a, gconstpointer b)
{
    const List *olds = field_value(field, a), *news = field_value(field, b);
    gsize size = field->record->size;
    for (guint i = 0; i < olds->n; i++) {
        gconstpointer item = (const char *)olds->items + i * size;
        const char *name = item_name(diff->arena, key, item);
        gconstpointer other = find_named(diff->arena, field, key, news, name);
        Diff deeper = inside(diff, field, other != NULL ? name : NULL);
        if (other != NULL)
            compare_records(&deeper, field->record, item, other);
        else
            add_change(&deeper, DIFF_REMOVED, item_words(diff->arena, field->record, item),
                       NULL);
    }
    Diff here = inside(diff, field, NULL);
    for (guint i = 0; i < news->n; i++) {
        gconstpointer item = (const char *)news->items + i * size;
        const char *name = item_name(diff->arena, key, item);
        if (find_named(diff->arena, field, key, olds, name) == NULL)
            add_change(&here, DIFF_ADDED, NULL, item_words(diff->arena, field->record, item));
    }
}

/* Behind the name of its field: "20", where among others it is "selesai 20". */
static void
add_own_value(GString *out, const Record *record, const Field *field, gconstpointer self)
{
    gconstpointer value = field_value(field, self);
    gboolean given = field_is_given(record, self, field);
    if (field->type == FIELD_NUMBER && given)
        g_string_append_printf(out, "%" G_GINT64_FORMAT, *(const gint64 *)value);
    else if (field->type == FIELD_SWITCH && given)
        add_word(out, *(const gboolean *)value ? "ya" : "tidak");
    else if (field->type != FIELD_NUMBER && field->type != FIELD_SWITCH)
        add_value(out, record, field, self);
}

/* Both point to the same items: states of one charter share what no change touched. */
static gboolean
is_shared(const Field *field, gconstpointer a, gconstpointer b)
{
    const List *x = field_value(field, a), *y = field_value(field, b);
    return x->n == y->n && x->items == y->items;
}

static void
compare_field(const Diff *diff,
              const Record *record,
              const Field *field,
              gconstpointer a,
              gconstpointer b)
{
    Diff here = inside(diff, field, NULL);
    if (field_shape(field) == SHAPE_LIST && is_shared(field, a, b))
        return;
    const Field *key = field->type == FIELD_RECORDS ? name_field(field->record) : NULL;
    if (key != NULL) {
        compare_named(diff, field, key, a, b);
    } else if (field_shape(field) == SHAPE_LIST) {
        g_autoptr(GPtrArray) olds = g_ptr_array_new(), news = g_ptr_array_new();
        add_lines(diff->arena, field, a, olds);
        add_lines(diff->arena, field, b, news);
        compare_lines(&here, olds, news);
    } else if (field->type == FIELD_RECORD && field->record->text_offset == NO_TEXT) {
        compare_records(&here, field->record, field_value(field, a), field_value(field, b));
    } else {
        g_autoptr(GString) old = g_string_new(NULL), new = g_string_new(NULL);
        add_own_value(old, record, field, a);
        add_own_value(new, record, field, b);
        compare_values(&here, keep(diff->arena, old), keep(diff->arena, new));
        if (field->type == FIELD_RECORD) { /* a fee's table, a fee's legal basis */
            gconstpointer x = field_value(field, a), y = field_value(field, b);
            FIELD_FOREACH (field->record, inner) {
                if (field_shape(inner) == SHAPE_LIST)
                    compare_field(&here, field->record, inner, x, y);
            }
        }
    }
}

static void
compare_records(const Diff *diff, const Record *record, gconstpointer a, gconstpointer b)
{
    FIELD_FOREACH (record, field) {
        compare_field(diff, record, field, a, b);
    }
}

void
diff_records(Arena *arena, const Record *record, gconstpointer a, gconstpointer b, GArray *out)
{
    Diff diff = {arena, out, "", ""};
    compare_records(&diff, record, a, b);
}

static void
split_lines(Arena *arena, const char *text, GPtrArray *lines)
{
    while (*text != '\0') {
        gsize n = strcspn(text, "\n");
        if (n > 0)
            g_ptr_array_add(lines, arena_strndup(arena, text, n));
        text += n + (text[n] == '\n');
    }
}

void
diff_texts(Arena *arena, DiffName name, const char *a, const char *b, GArray *out)
{
    Diff diff = {arena, out, name.label, name.key};
    g_autoptr(GPtrArray) olds = g_ptr_array_new(), news = g_ptr_array_new();
    split_lines(arena, a, olds);
    split_lines(arena, b, news);
    compare_lines(&diff, olds, news);
}
