#include "import/draft-private.h"
#include "import/likeness.h"
#include "import/list-mark.h"
#include "value/day.h"
#include "value/duration.h"
#include <string.h>

/* ---- times ---- */

/* "Pengaduan ringan, selambat-lambatnya 5 hari kerja": the class before comma or colon, and the time. */
static gboolean
split_class(Arena *arena, const char *text, const char **class, const char **time)
{
    enum { CLASS_MAX_BYTES = 400 };
    gsize len = strcspn(text, ",:"), end = MIN(strcspn(text, "0123456789"), CLASS_MAX_BYTES);
    for (; len < end && text[len] != '\0'; len += 1 + strcspn(text + len + 1, ",:")) {
        const char *rest = text + len + 1;
        Duration duration;
        duration_parse(arena, rest, &duration);
        if (duration.kind != DURATION_READ)
            continue;
        *class = g_strchomp(arena_strndup(arena, text, len + (text[len] == ',')));
        *time = rest + strspn(rest, " ");
        return **class != '\0';
    }
    return FALSE;
}

static gboolean
is_time(Draft *draft, const Entry *entry)
{
    Duration duration;
    duration_parse(draft->arena, entry->text, &duration);
    return entry->n == 0 &&
           (duration.kind == DURATION_READ || duration.kind == DURATION_ON_SPOT);
}

/* Whether each entry is a time, or a class and its time. */
static gboolean
are_times(Draft *draft, const EntryList *list)
{
    const char *class, *time;
    for (guint i = 0; i < list->n; i++)
        if (!is_time(draft, &list->items[i]) &&
            (list->items[i].n > 0 ||
             !split_class(draft->arena, list->items[i].text, &class, &time)))
            return FALSE;
    return TRUE;
}

void
draft_put_times(Draft *draft, guint indent, const char *key, const EntryList *list)
{
    draft_put_key(draft, indent, key);
    for (guint i = 0; i < list->n; i++) {
        const Entry *entry = &list->items[i];
        const char *class, *time;
        g_autoptr(GString) whole = g_string_new(NULL);
        entry_append_whole(entry, whole);
        if (entry->n > 0 || !split_class(draft->arena, entry->text, &class, &time)) {
            draft_put_item(draft, indent + 2, whole->str, entry->number);
            continue;
        }
        draft_put_first(draft, indent + 2, draft_key(&record_waktu, "untuk"), class,
                        entry->number);
        draft_put_pair(draft, indent + 4, draft_key(&record_waktu, "waktu"), time,
                       entry->number);
    }
}

/* "4 Hari" and below it the whole procedure once more, as some exports have it. */
static gboolean
is_pasted(Draft *draft, const EntryList *list)
{
    enum { PASTED_FROM = 2 };
    guint marked = 0, times = 0;
    for (guint i = 1; i < list->n; i++) {
        Duration duration;
        duration_parse(draft->arena, list->items[i].text, &duration);
        marked += *list->items[i].mark != '\0';
        times += duration.kind != DURATION_OPEN;
    }
    return is_time(draft, &list->items[0]) && *list->items[0].mark == '\0' &&
           marked >= PASTED_FROM && times == 0;
}

/* A date where a time is asked for, and lines beside times that tell none. */
static void
doubt_no_time(Draft *draft, const EntryList *list)
{
    const char *class, *time, *other = NULL;
    guint times = 0;
    for (guint i = 0; i < list->n; i++) {
        const Entry *entry = &list->items[i];
        Date date;
        if (date_parse(entry->text, &date) == DATE_READ)
            draft_doubt(
                draft, 0,
                "isinya tanggal; lembar kerja mengubah \"3-5\" menjadi tanggal bila selnya "
                "bukan teks.");
        if (is_time(draft, entry) || entry->n > 0 ||
            split_class(draft->arena, entry->text, &class, &time))
            times++;
        else
            other = entry->text;
    }
    if (times == 0 || other == NULL)
        return;
    g_autofree char *quote = draft_quote(other);
    draft_doubt(draft, 0, "%s tidak menyebut lamanya; pindahkan bila itu bagian lain.", quote);
}

static void
put_time_section(Draft *draft,
                 const char *key,
                 const ReadSection *section,
                 const EntryList *list)
{
    if (section->doubts & READ_AMBIGUOUS && !are_times(draft, list))
        draft_doubt(draft, 0,
                    "judulnya \"%s\"; bila yang dimaksud jam buka, pindahkan ke "
                    "\"jam_layanan:\".",
                    section->heading);
    gboolean pasted = list->n > 1 && is_pasted(draft, list);
    if (!pasted)
        doubt_no_time(draft, list);
    if (list->n > 1 && !pasted) {
        draft_put_times(draft, 0, key, list);
        return;
    }
    g_autoptr(GString) whole = g_string_new(NULL);
    entry_append_whole(&list->items[0], whole);
    if (pasted)
        draft_doubt(
            draft, 0,
            "di bawah waktu ini naskah memuat teks lain; teks itu ada di bawah, sesudah "
            "garis ---. Hapus bila mengulang prosedur.");
    draft_put_pair(draft, 0, key, whole->str, section->number);
    if (pasted)
        draft_put_prose(draft, section->heading, list, 1);
}

/* ---- items of another section ---- */

/* What may stand in a section beside its own: bits of LIKE_… */
static guint
allowed_in(guint component)
{
    guint own = 1U << component;
    switch (component) {
    case 2: /* "(15 menit)" behind a step */
    case 6: /* "paling lama 5 hari kerja" */
        return own | LIKE_TIME | LIKE_CONTACT;
    case 10: /* "setiap tiga bulan" */
    case 12:
    case 14:
        return own | LIKE_TIME | LIKE_FEE | LIKE_LAW;
    default:
        return own;
    }
}

/* Another component that a text names: "PROSEDUR" alone, "10 menit BIAYA : gratis"; 0 = none. */
static guint
named_inside(const char *text, guint component)
{
    enum { LOOKED_AT = 400 };
    for (const char *at = text; *at != '\0' && at - text < LOOKED_AT; at++) {
        Heading heading;
        gsize len;
        if ((at > text && at[-1] != ' ') || !g_ascii_isupper(*at) ||
            !heading_read_prefix(at, &heading, &len) || heading.component == 0 ||
            heading.component == component)
            continue;
        char behind = at[len + strspn(at + len, " ")];
        if (behind == ':' || (behind == '\0' && at == text))
            return heading.component;
    }
    return 0;
}

/* What the sentences of a text are like, each by itself. */
static guint
like_of_sentences(Arena *arena, const char *text)
{
    g_auto(GStrv) sentences = g_strsplit(text, ". ", -1);
    guint like = likeness_read(arena, text);
    for (char **sentence = sentences; *sentence != NULL && sentences[1] != NULL; sentence++)
        like |= likeness_read(arena, *sentence);
    return like;
}

/* The first item that tells of another component than its section's, by its form or a name; NULL = none. */
static const Entry *
find_unlike(Draft *draft, const EntryList *list, guint component, guint *other)
{
    for (guint i = 0; i < list->n; i++) {
        guint like = like_of_sentences(draft->arena, list->items[i].text);
        *other = component == 6 ? 0 : named_inside(list->items[i].text, component);
        if (*other == 0 && (like & ~allowed_in(component)) != 0 &&
            (!(like & allowed_in(component)) || component == 3 || component == 4))
            *other = (guint)g_bit_nth_lsf(like & ~allowed_in(component), -1);
        if (*other > 0)
            return &list->items[i];
    }
    return NULL;
}

void
draft_doubt_unlike(Draft *draft, guint indent, guint component, const EntryList *list)
{
    guint other;
    const Entry *entry = find_unlike(draft, list, component, &other);
    if (entry == NULL)
        return;
    g_autofree char *quote = draft_quote(entry->text);
    draft_doubt(draft, indent, "%s tampak seperti %s, bukan %s; pindahkan bila benar.", quote,
                field_component(other)->key, field_component(component)->key);
}

/* ---- any component ---- */

static gboolean
has_marks(const ReadSection *section)
{
    for (guint i = 0; i < section->blocks.n; i++) {
        const Block *block = &section->blocks.items[i];
        if (block->cells != NULL || *block->mark != '\0' || list_mark_len(block->text) > 0)
            return TRUE;
    }
    return FALSE;
}

/* Lines without marks, where the other lists of the document have some: one of them may be another's. */
static gboolean
is_odd_list(const ReadCharter *charter, const ReadSection *section, const EntryList *list)
{
    enum { LISTS_MIN = 2 };
    guint marked = 0;
    for (guint i = 0; i < charter->n; i++)
        marked += charter->sections[i].component > 0 && charter->sections[i].blocks.n > 1 &&
                  has_marks(&charter->sections[i]);
    return list->n > 1 && marked >= LISTS_MIN && !has_marks(section);
}

void
draft_put_component(Draft *draft, const ReadSection *section)
{
    static const char *const things[] = {"; ", ", ", NULL}, *const others[] = {"; ", NULL},
                             *const steps[] = {"; ", " → ", " > ", " -> ", " => ", " » ", NULL};
    EntryList list;
    const Field *field = field_component(section->component);
    draft_read(draft, section, FALSE, &list);
    if (field->type != FIELD_DURATIONS && field->type != FIELD_RECORD)
        entries_cut_signs(draft->arena,
                          section->component == 1 || section->component == 7 ? things
                          : section->component == 2                          ? steps
                                                                             : others,
                          &list);
    if (field->type != FIELD_DURATIONS && field->type != FIELD_RECORD &&
        is_odd_list(draft->charter, section, &list))
        list.doubts |= ENTRY_LINES;
    draft_put_doubts(draft, 0, section, &list);
    if (list.n == 0) {
        draft_doubt(draft, 0, "\"%s\" pada naskah kosong, maka %s tidak diisi.",
                    section->heading, field->key);
        return;
    }
    draft->report->found |= 1U << section->component;
    draft_doubt_unlike(draft, 0, section->component, &list);
    if (field->type == FIELD_DURATIONS) {
        put_time_section(draft, field->key, section, &list);
    } else if (field->type == FIELD_RECORD) {
        draft_put_fee(draft, section, field->key, &list);
    } else {
        draft_put_key(draft, 0, field->key);
        draft_put_entries(draft, field->record, 2, &list);
    }
}
