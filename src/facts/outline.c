#include "facts/outline.h"
#include "facts/channel.h"
#include "facts/condition.h"
#include "model/fields.h"
#include "model/walk.h"
#include <stdarg.h>
#include <string.h>

typedef struct Outline {
    Arena *arena;
    GArray *lines;
} Outline;

/* ---- words ---- */

/* The texts joined; ends with NULL. */
static const char *join(const Outline *o, ...) G_GNUC_NULL_TERMINATED;
static const char *
join(const Outline *o, ...)
{
    g_autoptr(GString) out = g_string_new(NULL);
    va_list args;
    va_start(args, o);
    for (const char *text; (text = va_arg(args, const char *)) != NULL;)
        g_string_append(out, text);
    va_end(args);
    return arena_strndup(o->arena, out->str, out->len);
}

/* "word text: " */
static const char *
lead(const Outline *o, const char *word, const char *text)
{
    return *text ? join(o, word, " ", text, ": ", NULL) : "";
}

/* Between a text and what it announces: a colon, unless the author ended it with a mark. */
static const char *
joint(const char *text)
{
    gsize n = strlen(text);
    return n == 0 ? "" : strchr(",;:", text[n - 1]) != NULL ? " " : ": ";
}

/* One more thing in brackets. */
static void
add_aside(GString *asides, const char *before, const char *text)
{
    if (*text == '\0')
        return;
    g_string_append(asides, asides->len > 0 ? "; " : "");
    g_string_append(asides, before);
    g_string_append(asides, text);
}

static const char *
with_asides(const Outline *o, const char *text, const GString *asides)
{
    if (asides->len == 0)
        return text;
    return join(o, text, *text ? " (" : "(", asides->str, ")", NULL);
}

static const char *
number(const Outline *o, guint n)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%u.", n);
    return arena_strndup(o->arena, digits, strlen(digits));
}

static const char *
letter(const Outline *o, guint i)
{
    char mark[3] = {(char)('a' + i % 26), '.', '\0'};
    return i < 26 ? arena_strndup(o->arena, mark, 2) : number(o, i + 1);
}

static void
add(const Outline *o, guint level, const char *marker, const char *text)
{
    OutlineLine line = {level, FALSE, marker, text};
    if (*text != '\0')
        g_array_append_val(o->lines, line);
}

static void
add_heading(const Outline *o, guint level, const char *text)
{
    OutlineLine line = {level, TRUE, "", text};
    if (*text != '\0')
        g_array_append_val(o->lines, line);
}

static const char *
link_words(const Link *link)
{
    return text_str(link->raw);
}

/* ---- requirements ---- */

/* `words`: the requirement's text, or a group's name. */
static const char *
requirement_words(const Outline *o, const Requirement *req, Text words)
{
    g_autoptr(GString) asides = g_string_new(NULL);
    add_aside(asides, "", text_str(req->jumlah));
    add_aside(asides, "formulir ", text_str(req->formulir));
    add_aside(asides, "", link_words(&req->tautan));
    return with_asides(o,
                       join(o, lead(o, "Untuk", condition_whom(req->untuk)),
                            lead(o, "Bila", condition_when(req->bila)), text_str(words), NULL),
                       asides);
}

static void
add_details(const Outline *o, guint level, const RequirementList *list)
{
    for (guint i = 0; i < list->n; i++)
        add(o, level, letter(o, i), requirement_words(o, &list->items[i], list->items[i].teks));
}

static void
add_requirements(const Outline *o, guint level, const RequirementList *list)
{
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        if (req->butir.n > 0) {
            add_heading(o, level, requirement_words(o, req, req->kelompok));
            add_requirements(o, level, &req->butir);
            continue;
        }
        add(o, level, number(o, req->nomor), requirement_words(o, req, req->teks));
        add_details(o, level + 1, &req->rincian);
    }
}

/* ---- steps ---- */

typedef struct Ending {
    const Waktu *time;
    gboolean ends;
    gint64 back;
} Ending;

static const char *
with_ending(const Outline *o, const char *text, Ending ending)
{
    g_autoptr(GString) asides = g_string_new(NULL);
    add_aside(asides, "", text_str(ending.time->waktu));
    if (ending.back > 0) {
        g_autofree char *back =
            g_strdup_printf("kembali ke langkah %" G_GINT64_FORMAT, ending.back);
        add_aside(asides, "", back);
    }
    add_aside(asides, "", ending.ends ? "selesai" : "");
    return with_asides(o, text, asides);
}

static void add_branches(const Outline *o, guint level, const BranchList *list);

static void
add_steps(const Outline *o, guint level, const StepList *list)
{
    for (guint i = 0; i < list->n; i++) {
        const Step *step = &list->items[i];
        const char *who = text_str(step->oleh), *what = text_str(step->teks);
        const char *words = join(o, lead(o, "Bila", condition_when(step->bila)), who,
                                 *who && *what ? " " : "", what, NULL);
        add(o, level, number(o, step->nomor),
            with_ending(o, words, (Ending){&step->waktu, step->selesai, step->kembali}));
        add_details(o, level + 1, &step->rincian);
        add_branches(o, level + 1, &step->cabang);
    }
}

static void
add_branches(const Outline *o, guint level, const BranchList *list)
{
    for (guint i = 0; i < list->n; i++) {
        const Branch *branch = &list->items[i];
        const char *when = condition_when(branch->jika), *then = text_str(branch->maka);
        const char *words = join(o, "Jika ", when, *then ? joint(when) : "", then, NULL);
        add(o, level, "",
            with_ending(o, words, (Ending){&branch->waktu, branch->selesai, branch->kembali}));
        add_details(o, level + 1, &branch->rincian);
        add_steps(o, level + 1, &branch->langkah);
        add_branches(o, level + 1, &branch->cabang);
    }
}

/* ---- time, fee, items ---- */

static void
add_times(const Outline *o, guint level, const WaktuList *list)
{
    for (guint i = 0; i < list->n; i++) {
        const Waktu *row = &list->items[i];
        const char *whom = text_str(row->untuk);
        add(o, level, list->n > 1 ? number(o, i + 1) : "",
            join(o, whom, joint(whom), text_str(row->waktu), NULL));
    }
}

static void
add_tariffs(const Outline *o, guint level, const TariffList *list)
{
    const char *group = "";
    for (guint i = 0; i < list->n; i++) {
        const Tariff *row = &list->items[i];
        const char *own = text_str(row->kelompok), *whom = text_str(row->untuk);
        const char *unit = text_str(row->satuan), *note = text_str(row->catatan);
        if (*own && strcmp(own, group) != 0)
            add_heading(o, level, own);
        group = own;
        add(o, level, number(o, i + 1),
            join(o, whom, joint(whom), text_str(row->jumlah), *unit ? " " : "", unit,
                 *note ? " (" : "", note, *note ? ")" : "", NULL));
    }
}

static void add_items(const Outline *o, guint level, const ItemList *list);

static void
add_fee(const Outline *o, guint level, const Fee *fee)
{
    if (fee->raw.str != NULL) {
        add(o, level, "", text_str(fee->raw));
        return;
    }
    const char *amount = text_str(fee->jumlah), *unit = text_str(fee->satuan);
    if (fee->head.given != 0 && fee->jenis == FEE_GRATIS)
        add(o, level, "", "Gratis");
    if (fee->head.given != 0 && fee->jenis == FEE_SESUAI_PERATURAN)
        add(o, level, "", "Sesuai peraturan");
    add(o, level, "", join(o, amount, *amount && *unit ? " " : "", unit, NULL));
    add(o, level, "", text_str(fee->rumus));
    add_tariffs(o, level, &fee->tarif);
    add_items(o, level, &fee->dasar);
    add(o, level, "", text_str(fee->catatan));
}

/* "Words (address)", or the one that there is. */
static const char *
linked_words(const Outline *o, Text words, const Link *to)
{
    const char *text = text_str(words), *link = link_words(to);
    gboolean both = *text && *link && strcmp(text, link) != 0;
    return both ? join(o, text, " (", link, ")", NULL) : *text ? text : link;
}

static void
add_items(const Outline *o, guint level, const ItemList *list)
{
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        const Item *item = &list->items[i];
        if (item->butir.n > 0) {
            add_heading(o, level, linked_words(o, item->kelompok, &item->tautan));
            add_items(o, level + 1, &item->butir);
            continue;
        }
        add(o, level, list->n > 1 ? number(o, ++n) : "",
            linked_words(o, item->teks, &item->tautan));
    }
}

/* ---- complaints ---- */

/* As written; what was written by keys begins with its name. */
static const char *
channel_words(const Outline *o, const Channel *channel)
{
    ChannelFact fact;
    if (text_has_words(channel->raw))
        return channel->raw.str;
    channel_fact(channel, FALSE, &fact);
    const char *value = text_str(channel->nilai), *hours = text_str(channel->jam);
    return join(o, fact.name, *fact.name && *value ? ": " : "", value, *hours ? " (" : "",
                hours, *hours ? ")" : "", NULL);
}

static void
add_channels(const Outline *o, guint level, const ChannelList *list)
{
    for (guint i = 0; i < list->n; i++)
        add(o, level, number(o, i + 1), channel_words(o, &list->items[i]));
}

static void
add_officer(const Outline *o, guint level, const Officer *officer)
{
    const char *const parts[] = {text_str(officer->teks), text_str(officer->nama),
                                 text_str(officer->jabatan), text_str(officer->kontak)};
    g_autoptr(GString) words = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (*parts[i])
            g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "", parts[i]);
    if (words->len > 0)
        add(o, level, "", join(o, "Petugas: ", words->str, NULL));
}

static void
add_complaint(const Outline *o, guint level, const Complaint *complaint)
{
    add_channels(o, level, &complaint->kanal);
    if (complaint->alur.n > 0)
        add_heading(o, level, "Alur penanganan pengaduan");
    add_steps(o, level, &complaint->alur);
    if (complaint->batas_waktu.n > 0)
        add_heading(o, level, "Batas waktu penyelesaian pengaduan");
    add_times(o, level, &complaint->batas_waktu);
    add_officer(o, level, &complaint->petugas);
    add(o, level, "", text_str(complaint->catatan));
}

/* ---- components ---- */

static void
add_variant(const Outline *o, const Variant *variant, guint c)
{
    switch (c) {
    case 1:
        add_requirements(o, 1, &variant->persyaratan);
        return;
    case 2:
        add_steps(o, 1, &variant->prosedur);
        return;
    case 3:
        add_times(o, 1, &variant->waktu);
        return;
    case 4:
        add_fee(o, 1, &variant->biaya);
        return;
    case 5:
        add_items(o, 1, &variant->produk);
        return;
    default:
        return;
    }
}

static void
add_variants(const Outline *o, const Service *service, guint c)
{
    for (guint i = 0; i < service->varian.n; i++) {
        const Variant *variant = &service->varian.items[i];
        guint before = o->lines->len;
        add_heading(o, 0, text_str(variant->nama));
        guint named = o->lines->len;
        add_variant(o, variant, c);
        if (o->lines->len == named)
            g_array_set_size(o->lines, before);
    }
}

void
outline_component(Arena *arena, const Service *service, guint c, GArray *lines)
{
    Outline o = {arena, lines};
    switch (c) {
    case 1:
        add_requirements(&o, 0, &service->persyaratan);
        break;
    case 2:
        add_steps(&o, 0, &service->prosedur);
        break;
    case 3:
        add_times(&o, 0, &service->waktu);
        break;
    case 4:
        add_fee(&o, 0, &service->biaya);
        break;
    case 6:
        add_complaint(&o, 0, &service->pengaduan);
        break;
    default: /* lists of items */
        add_items(&o, 0, field_value(field_component(c), service));
        break;
    }
    add_variants(&o, service, c);
}

/* ---- beside the components ---- */

static void
append_text(const Record *record G_GNUC_UNUSED,
            const Field *field G_GNUC_UNUSED,
            const Text *text,
            gpointer data)
{
    GString *out = data;
    g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", text->str);
}

static void
add_record(const Outline *o, const Record *record, gconstpointer self, const char *marker)
{
    g_autoptr(GString) words = g_string_new(NULL);
    FIELD_FOREACH (record, field) {
        if (field->type == FIELD_CHOICE && field_is_given(record, self, field))
            g_string_append(words,
                            field->choice((guint) * (const gint64 *)field_value(field, self)));
    }
    record_each_text(record, self, append_text, words);
    add(o, 0, marker, arena_strndup(o->arena, words->str, words->len));
}

void
outline_beside(Arena *arena, const Service *service, GArray *lines)
{
    static const struct {
        const char *key, *name;
    } rows[] = {{"cara_akses", "Cara mengajukan"},
                {"jam_layanan", "Jam layanan"},
                {"lokasi", "Tempat layanan"},
                {"antrean", "Nomor antrean"},
                {"kompensasi", "Kompensasi"}};
    Outline o = {arena, lines};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        const Field *field = field_find(&record_service, rows[i].key, -1);
        const List *list = field_value(field, service);
        if (field_is_empty(field, service))
            continue;
        add_heading(&o, 0, rows[i].name);
        if (field->type == FIELD_RECORD)
            add_record(&o, field->record, list, "");
        for (guint k = 0; field->type == FIELD_RECORDS && k < list->n; k++)
            add_record(&o, field->record, (const char *)list->items + k * field->record->size,
                       list->n > 1 ? number(&o, k + 1) : "");
    }
}

const char *
outline_text(Arena *arena, const GArray *lines)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        const OutlineLine *line = &g_array_index(lines, OutlineLine, i);
        if (out->len > 0)
            g_string_append_c(out, '\n');
        g_string_append_printf(out, "%*s%s%s%s", (int)(2 * line->level), "", line->marker,
                               *line->marker ? " " : "", line->text);
    }
    return arena_strndup(arena, out->str, out->len);
}
