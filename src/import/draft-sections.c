#include "import/draft-private.h"
#include "value/channel.h"
#include "value/duration.h"
#include "value/url.h"
#include <string.h>

/* ---- procedure ---- */

static gboolean
is_conditional(const char *text)
{
    static const char *const words[] = {"jika ", "apabila ", "bila "};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strncasecmp(text, words[i], strlen(words[i])) == 0)
            return TRUE;
    return FALSE;
}

static void
put_step_doubts(Draft *draft, guint indent, const EntryList *list)
{
    enum { NAMED_MAX = 12 };
    g_autoptr(GString) numbers = g_string_new(NULL);
    guint step = 0, n = 0;
    for (guint i = 0; i < list->n; i++) {
        const Entry *entry = &list->items[i];
        step += !(entry_is_lead(entry) && i + 1 < list->n);
        gboolean found = is_conditional(entry->text);
        for (guint k = 0; k < entry->n; k++)
            found = found || is_conditional(entry->children[k].text);
        if (found && ++n <= NAMED_MAX)
            g_string_append_printf(numbers, "%s%u", n > 1 ? ", " : "", step);
    }
    draft_doubt(draft, indent,
                "pelaku tidak dipisahkan dari kalimatnya; pindahkan ke \"oleh:\" bila kalimat "
                "dimulai dengan pelaku.");
    if (n > 0)
        draft_doubt(draft, indent,
                    "langkah %s memuat \"Jika\" atau \"Apabila\"; bila itu percabangan, tulis "
                    "dengan \"cabang:\" (maklumat explain cabang).",
                    numbers->str);
}

/* ---- times ---- */

/* "Pengaduan ringan, selambat-lambatnya 5 hari kerja": the class before comma or colon, and the time. */
static gboolean
split_class(Arena *arena, const char *text, const char **class, const char **time)
{
    enum { CLASS_MAX_BYTES = 400 };
    gsize len = strcspn(text, ",:"), end = MIN(strcspn(text, "0123456789"), CLASS_MAX_BYTES);
    for (; text[len] != '\0' && len < end; len += 1 + strcspn(text + len + 1, ",:")) {
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

static void
put_times(Draft *draft, guint indent, const char *key, const EntryList *list)
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

static void
put_time_section(Draft *draft,
                 const char *key,
                 const SippnSection *section,
                 const EntryList *list)
{
    gboolean all = TRUE;
    for (guint i = 0; i < list->n; i++)
        all = all && is_time(draft, &list->items[i]);
    if (section->doubtful)
        draft_doubt(draft, 0,
                    "judulnya \"%s\"; bila yang dimaksud jam buka, pindahkan ke "
                    "\"jam_layanan:\".",
                    section->heading);
    if (list->n > 1 && all) {
        put_times(draft, 0, key, list);
        return;
    }
    g_autoptr(GString) whole = g_string_new(NULL);
    entry_append_whole(&list->items[0], whole);
    if (list->n > 1)
        draft_doubt(
            draft, 0,
            "di bawah waktu ini naskah memuat teks lain; teks itu ada di bawah, sesudah "
            "garis ---. Hapus bila mengulang prosedur.");
    draft_put_pair(draft, 0, key, whole->str, section->number);
    if (list->n > 1)
        draft_put_prose(draft, section->heading, list, 1);
}

/* ---- fees ---- */

/* One text whatever its lines are: which amount is whose is for the author to say. */
static void
put_fee_section(Draft *draft,
                const char *key,
                const SippnSection *section,
                const EntryList *list)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    for (guint i = 0; i < list->n; i++) {
        const Entry *entry = &list->items[i];
        gboolean marked = list->n > 1 && *entry->mark != '\0';
        g_string_append_printf(whole, "%s%s%s", i > 0 ? " " : "", marked ? entry->mark : "",
                               marked ? " " : "");
        entry_append_whole(entry, whole);
    }
    if (list->n > 1 || list->items[0].n > 0)
        draft_doubt(draft, 0,
                    "naskah menulis biaya dalam beberapa baris; susun dengan \"tarif:\" "
                    "bila itu daftar tarif.");
    draft_put_pair(draft, 0, key, whole->str, section->number);
}

/* ---- any component ---- */

void
draft_put_component(Draft *draft, const SippnSection *section)
{
    EntryList list;
    const Field *field = field_component(section->component);
    draft_read(draft, section, FALSE, &list);
    draft_put_doubts(draft, 0, section, list.doubts);
    if (list.n == 0) {
        draft_doubt(draft, 0, "\"%s\" pada naskah kosong, maka %s tidak diisi.",
                    section->heading, field->key);
        return;
    }
    if (field->type == FIELD_DURATIONS) {
        put_time_section(draft, field->key, section, &list);
    } else if (field->type == FIELD_RECORD) {
        put_fee_section(draft, field->key, section, &list);
    } else {
        if (field->record == &record_step)
            put_step_doubts(draft, 0, &list);
        draft_put_key(draft, 0, field->key);
        draft_put_entries(draft, field->record, 2, &list);
    }
}

/* ---- complaints ---- */

/* A line nobody can tell the kind of: part of an address, or a number without its name. */
static gboolean
is_unknown_channel(Draft *draft, const char *text)
{
    ChannelText channel;
    UrlSpan span;
    channel_parse_text(draft->arena, text, &channel);
    return !channel.named && !url_find(text, 0, &span) && !email_find(text, 0, &span);
}

static void
put_channels(Draft *draft, const EntryList *list)
{
    gboolean unknown = FALSE;
    guint from = list->n > 0 && entry_is_lead(&list->items[0]);
    if (from == 1)
        draft_put_pair(draft, 2, draft_key(&record_complaint, "catatan"), list->items[0].text,
                       list->items[0].number);
    if (from == list->n)
        return;
    draft_put_key(draft, 2, draft_key(&record_complaint, "kanal"));
    for (guint i = from; i < list->n; i++) {
        EntryList one = {(Entry *)&list->items[i], 1, 0};
        gboolean now = is_unknown_channel(draft, list->items[i].text);
        if (now && !unknown)
            draft_doubt(draft, 4,
                        "jenis kanal ini tidak disebut naskah; gabungkan bila sambungan baris "
                        "lain, atau tulis dengan \"jenis:\".");
        unknown = now;
        draft_put_entries(draft, &record_channel, 4, &one);
    }
}

static void
put_part(Draft *draft, const SippnSection *section, const EntryList *list)
{
    const Record *record = &record_complaint;
    draft_put_doubts(draft, 2, section, list->doubts);
    switch (section->part) {
    case PART_CHANNELS:
        put_channels(draft, list);
        break;
    case PART_STEPS:
        draft_put_key(draft, 2, draft_key(record, "alur"));
        draft_put_entries(draft, &record_step, 4, list);
        break;
    case PART_DEADLINES:
        put_times(draft, 2, draft_key(record, "batas_waktu"), list);
        break;
    case N_SIPPN_PARTS:
        g_assert_not_reached();
    }
}

void
draft_put_complaint(Draft *draft)
{
    const Sippn *sippn = draft->sippn;
    const Field *field = field_component(6);
    gboolean begun = FALSE;
    for (guint i = 0; i < sippn->n; i++) {
        const SippnSection *section = &sippn->sections[i];
        EntryList list;
        if (section->component != 6)
            continue;
        draft_read(draft, section, section->part == PART_CHANNELS, &list);
        if (list.n == 0) {
            draft_doubt(draft, begun ? 2 : 0, "\"%s\" pada naskah kosong.", section->heading);
            continue;
        }
        if (!begun)
            draft_put_key(draft, 0, field->key);
        begun = TRUE;
        put_part(draft, section, &list);
    }
}
