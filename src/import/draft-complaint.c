#include "import/draft-private.h"
#include "import/likeness.h"
#include "value/channel.h"
#include <string.h>

/* A line without a mark that names no kind of contact: perhaps it goes on with the one above. */
static gboolean
may_go_on(Draft *draft, const Entry *entry)
{
    ChannelText channel;
    channel_parse_text(draft->arena, entry->text, &channel);
    return *entry->mark == '\0' && !channel.named && strchr(entry->text, '@') == NULL &&
           !(likeness_read(draft->arena, entry->text) & LIKE_CONTACT);
}

/* What stands behind "Petugas pengaduan:" in a list of channels; NULL = it names no officer. */
static const char *
officer_of(const Entry *entry)
{
    Heading heading;
    gsize colon = strcspn(entry->text, ":");
    if (entry->text[colon] != ':' || entry->n > 0 ||
        !heading_read(entry->text, colon, &heading) || heading.part != PART_OFFICER)
        return NULL;
    const char *value = entry->text + colon + 1;
    value += strspn(value, " ");
    return *value != '\0' ? value : NULL;
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
    const char *officer = NULL;
    gboolean begun = FALSE;
    for (guint i = from; i < list->n; i++) {
        const char *named = officer_of(&list->items[i]);
        if (named != NULL && officer == NULL) {
            officer = named;
            continue;
        }
        if (!begun)
            draft_put_key(draft, 2, draft_key(&record_complaint, "kanal"));
        begun = TRUE;
        EntryList one = {(Entry *)&list->items[i], 1, 0};
        gboolean now = i > from && may_go_on(draft, &list->items[i]);
        if (now && !unknown)
            draft_doubt(draft, 4,
                        "jenis kanal ini tidak disebut naskah; gabungkan bila sambungan baris "
                        "lain, atau tulis dengan \"jenis:\".");
        unknown = now;
        draft_put_entries(draft, &record_channel, 4, &one);
    }
    if (officer != NULL)
        draft_put_pair(draft, 2, draft_key(&record_complaint, "petugas"), officer, 0);
}

static void
put_officer(Draft *draft, const EntryList *list)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    for (guint i = 0; i < list->n; i++) {
        g_string_append(whole, i > 0 ? " " : "");
        entry_append_whole(&list->items[i], whole);
    }
    draft_put_pair(draft, 2, draft_key(&record_complaint, "petugas"), whole->str,
                   list->items[0].number);
}

static void
put_part(Draft *draft, const ReadSection *section, const EntryList *list)
{
    const Record *record = &record_complaint;
    draft_put_doubts(draft, 2, section, list);
    switch (section->part) {
    case PART_CHANNELS:
        put_channels(draft, list);
        break;
    case PART_STEPS:
        draft_put_key(draft, 2, draft_key(record, "alur"));
        draft_put_entries(draft, &record_step, 4, list);
        break;
    case PART_DEADLINES:
        draft_put_times(draft, 2, draft_key(record, "batas_waktu"), list);
        break;
    case PART_OFFICER:
        put_officer(draft, list);
        break;
    case N_HEADING_PARTS:
        g_assert_not_reached();
    }
}

void
draft_put_complaint(Draft *draft)
{
    static const char *const signs[] = {"; ", " | ", " • ", " / ", " - ", " – ", ", ", NULL};
    const ReadCharter *charter = draft->charter;
    const Field *field = field_component(6);
    gboolean begun = FALSE;
    for (guint i = 0; i < charter->n; i++) {
        const ReadSection *section = &charter->sections[i];
        EntryList list;
        if (section->component != 6)
            continue;
        draft_read(draft, section, section->part == PART_CHANNELS, &list);
        if (section->part == PART_CHANNELS)
            entries_cut_signs(draft->arena, signs, &list);
        if (list.n == 0) {
            draft_doubt(draft, begun ? 2 : 0, "\"%s\" pada naskah kosong.", section->heading);
            continue;
        }
        if (!begun)
            draft_put_key(draft, 0, field->key);
        begun = TRUE;
        draft->report->found |= 1U << 6;
        put_part(draft, section, &list);
    }
}
