#include "import/draft.h"
#include "import/draft-private.h"
#include "import/emit.h"
#include "import/likeness.h"
#include "text/markdown.h"
#include "text/yaml.h"
#include <string.h>

enum { QUOTE_MAX_CHARS = 60 };

/* ---- pieces ---- */

const char *
draft_key(const Record *record, const char *key)
{
    const Field *field = field_find(record, key, -1);
    g_assert(field != NULL);
    return field->key;
}

/* Which key of a record its bare text belongs to: `teks` of an item. */
static const char *
text_key(const Record *record)
{
    FIELD_FOREACH (record, field)
        if (field->offset == record->text_offset)
            return field->key;
    g_assert_not_reached();
}

static void
put_indent(Draft *draft, guint indent)
{
    for (guint i = 0; i < indent; i++)
        g_string_append_c(draft->out, ' ');
}

void
draft_refuse(Draft *draft, guint line)
{
    if (!draft->too_long)
        diag_add(draft->diags, DIAG_IMPORT_TOO_LONG, (Mark){draft->reading->source, line, 1}, 0,
                 NULL);
    draft->too_long = TRUE;
}

static void
put_text(Draft *draft, guint indent, const char *text, guint line)
{
    if (strlen(text) > YAML_MAX_TEXT)
        draft_refuse(draft, line);
    emit_text(draft->out, indent, text);
}

void
draft_put_key(Draft *draft, guint indent, const char *key)
{
    put_indent(draft, indent);
    g_string_append_printf(draft->out, "%s:\n", key);
}

void
draft_put_pair(Draft *draft, guint indent, const char *key, const char *text, guint line)
{
    put_indent(draft, indent);
    g_string_append_printf(draft->out, "%s:", key);
    put_text(draft, indent + 2, text, line);
}

void
draft_put_item(Draft *draft, guint indent, const char *text, guint line)
{
    put_indent(draft, indent);
    g_string_append_c(draft->out, '-');
    put_text(draft, indent + 2, text, line);
}

/* The first pair of an item that is a mapping. */
void
draft_put_first(Draft *draft, guint indent, const char *key, const char *text, guint line)
{
    put_indent(draft, indent);
    g_string_append_printf(draft->out, "- %s:", key);
    put_text(draft, indent + 4, text, line);
}

void
draft_doubt(Draft *draft, guint indent, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *whole = g_strconcat("periksa: ", text, NULL);
    emit_comment(draft->out, indent, whole);
    draft->report->doubts++;
    draft->report->unsure |= draft->component > 0 ? 1U << draft->component : 0;
}

char *
draft_quote(const char *text)
{
    if (g_utf8_strlen(text, -1) <= QUOTE_MAX_CHARS)
        return g_strdup_printf("\"%s\"", text);
    g_autofree char *start = g_utf8_substring(text, 0, QUOTE_MAX_CHARS);
    return g_strdup_printf("\"%s…\"", start);
}

void
draft_read(Draft *draft, const ReadSection *section, gboolean labels, EntryList *list)
{
    entries_read(draft->arena, &section->blocks, labels, list);
    gsize n = 0;
    for (guint i = 0; i < list->n; i++)
        n += 1 + list->items[i].n;
    if (n > YAML_MAX_ITEMS) {
        draft_refuse(draft, section->number);
        list->n = 0; /* nothing of it is written */
    }
}

/* ---- items ---- */

static void
put_children(Draft *draft, guint indent, const Entry *entry)
{
    for (guint i = 0; i < entry->n; i++)
        draft_put_item(draft, indent, entry->children[i].text, entry->children[i].number);
}

static void
put_entry(
    Draft *draft, const Record *record, guint indent, gboolean grouped, const Entry *entry)
{
    const Field *details = field_find(record, "rincian", -1);
    const Field *group = field_find(record, "kelompok", -1);
    gboolean named = entry->n > 0 && *entry->text != '\0';
    if (named && details != NULL) {
        draft_put_first(draft, indent, text_key(record), entry->text, entry->number);
        draft_put_key(draft, indent + 2, details->key);
        put_children(draft, indent + 4, entry);
    } else if (named && group != NULL && !grouped) { /* groups hold no groups */
        draft_put_first(draft, indent, group->key, entry->text, entry->number);
        draft_put_key(draft, indent + 2, draft_key(record, "butir"));
        put_children(draft, indent + 4, entry);
    } else if (record == &record_step && !named && entry->n == 0) {
        draft_put_step(draft, indent, entry);
    } else {
        if (named)
            draft_doubt(draft, indent,
                        "butir ini memuat anak butir; di sini ditulis sejajar sesudahnya.");
        if (*entry->text != '\0')
            draft_put_item(draft, indent, entry->text, entry->number);
        put_children(draft, indent, entry);
    }
}

/* Items behind entry `i` that carry a mark: what a paragraph ending with a colon announces. */
static guint
announced(const EntryList *list, guint i)
{
    guint n = 0;
    while (i + 1 + n < list->n && *list->items[i + 1 + n].mark != '\0' &&
           !list->items[i + 1 + n].group)
        n++;
    return entry_is_lead(&list->items[i]) ? n : 0;
}

/* A lead has no key in a procedure and must not take a number: it stays before its first step. */
static void
put_joined(
    Draft *draft, const Record *record, guint indent, const Entry *lead, const Entry *first)
{
    g_autofree char *quote = draft_quote(lead->text);
    g_autofree char *text = g_strjoin(" ", lead->text, first->text, NULL);
    Entry entry = *first;
    entry.text = text;
    draft_doubt(draft, indent,
                "%s pada naskah berdiri sebelum butir pertama; di sini disambung agar nomor "
                "langkah tetap. Hapus bila hanya label.",
                quote);
    put_entry(draft, record, indent, FALSE, &entry);
}

void
draft_put_entries(Draft *draft, const Record *record, guint indent, const EntryList *list)
{
    const Field *group = field_find(record, "kelompok", -1);
    for (guint i = 0; i < list->n; i++) {
        const Entry *entry = &list->items[i];
        guint n = announced(list, i);
        if (n == 0 || (group == NULL && record != &record_step)) {
            put_entry(draft, record, indent, FALSE, entry);
        } else if (group == NULL) {
            put_joined(draft, record, indent, entry, &list->items[++i]);
        } else {
            draft_put_first(draft, indent, group->key, entry->text, entry->number);
            draft_put_key(draft, indent + 2, draft_key(record, "butir"));
            for (guint k = 0; k < n; k++)
                put_entry(draft, record, indent + 4, TRUE, &list->items[++i]);
        }
    }
}

/* ---- doubts of any section ---- */

static void
put_entry_doubts(Draft *draft, guint indent, guint doubts)
{
    static const struct {
        guint doubt;
        const char *text;
    } texts[] = {
        {ENTRY_NUMBERED_TWICE, "butir naskah bernomor ganda (seperti \"a. 1.\"); angkanya yang "
                               "dipakai."},
        {ENTRY_OUT_OF_ORDER,
         "nomor pada naskah melompat atau mundur; butirnya ditulis menurut urutan naskah. "
         "Mungkin ada butir yang hilang, atau ada dua daftar."},
        {ENTRY_SPLIT, "naskah menulis beberapa butir dalam satu butir; di sini dipisahkan "
                      "menurut tanda, huruf, atau angkanya."},
        {ENTRY_TOO_DEEP, "ada anak butir tingkat ketiga; isinya tetap di dalam teks butir di "
                         "atasnya."},
        {ENTRY_LINES, "barisnya tidak bertanda; tiap baris yang sengaja diputus menjadi satu "
                      "butir. Gabungkan bila ada yang sebenarnya sambungan baris di atasnya."},
        {ENTRY_HEADLIKE,
         "ada baris yang tampak seperti judul dan tidak dikenal; di sini menjadi "
         "kelompok atau butir. Pindahkan bila itu bagian lain."},
        {ENTRY_JOINED,
         "ada baris tanpa tanda yang disambung ke butir di atasnya; pisahkan bila itu "
         "butir atau bagian lain."},
        {ENTRY_STRAY, "sesudah butir bertanda ada baris tanpa tanda; di sini menjadi butir "
                      "sendiri. Pindahkan bila itu bagian lain atau sambungan butir."},
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        if (doubts & texts[i].doubt)
            draft_doubt(draft, indent, "%s", texts[i].text);
}

/* Whether every item has the form of its section: then no heading over it is doubtful. */
static gboolean
is_borne_out(Draft *draft, const ReadSection *section, const EntryList *list)
{
    for (guint i = 0; i < list->n; i++)
        if (!(likeness_read(draft->arena, list->items[i].text) & (1U << section->component)))
            return FALSE;
    return list->n > 0;
}

static void
put_heading_doubts(Draft *draft,
                   guint indent,
                   const ReadSection *section,
                   const EntryList *list)
{
    gboolean sure = is_borne_out(draft, section, list);
    g_autofree char *heading = draft_quote(section->heading);
    if (heading_says_more(section->heading, draft->charter->title)) {
        g_autofree char *text = g_strdup_printf("judul pada naskah: \"%s\"", section->heading);
        emit_comment(draft->out, indent, text);
    }
    if (section->doubts & READ_TYPED && !sure)
        draft_doubt(draft, indent, "judul %s dibaca sebagai \"%s\"; pindahkan bila lain.",
                    heading, section->name);
    if (section->doubts & READ_COMMON && !sure)
        draft_doubt(
            draft, indent,
            "judul %s hanya satu kata di antara baris lain; mungkin bagian dari teks di "
            "atasnya.",
            heading);
    if (section->doubts & READ_REPEATED)
        draft_doubt(draft, indent, "judul %s ada lebih dari satu kali; isinya disatukan.",
                    heading);
}

void
draft_put_doubts(Draft *draft, guint indent, const ReadSection *section, const EntryList *list)
{
    if (section->doubts & READ_SCANNED)
        draft_doubt(draft, indent, "hasil pindai; bandingkan setiap angka dan nama.");
    if (section->doubts & READ_GUESSED)
        draft_doubt(
            draft, indent,
            "naskah tidak memuat judul di sini; bagian ini ditebak dari urutan baku dan "
            "isinya. Pindahkan bila salah.");
    put_heading_doubts(draft, indent, section, list);
    if (section->doubts & READ_CHART_LOST)
        draft_doubt(draft, indent,
                    "gambar (biasanya bagan alur) tidak ada dalam naskah: \"Image not found or "
                    "type unknown\".");
    if (section->doubts & READ_SHARED)
        draft_doubt(
            draft, indent,
            "naskah memuatnya satu kali, di belakang layanan terakhir; di sini disalin. "
            "Hapus bila bukan untuk layanan ini.");
    if (section->doubts & READ_JUMP)
        draft_doubt(draft, indent,
                    "nomor judul pada naskah melompat sesudah bagian ini; bagian di antaranya "
                    "mungkin terbaca sebagai isinya.");
    if (section->doubts & READ_GAP)
        draft_doubt(draft, indent,
                    "hanya bagian ini memuat baris kosong; pindahkan yang di belakangnya bila "
                    "itu bagian lain.");
    if (section->doubts & READ_LEFT)
        draft_doubt(
            draft, indent,
            "teks sesudah bagian ini tidak ditempatkan (lihat di bawah); kembalikan bila "
            "itu isinya.");
    put_entry_doubts(draft, indent,
                     list->doubts |
                         (section->doubts & READ_HEADLIKE ? (guint)ENTRY_HEADLIKE : 0U));
}

/* ---- prose ---- */

/* A letter or (1) is no mark in Markdown: it stays in the text behind a bullet. */
static void
put_prose_item(GString *body, guint indent, const Entry *entry, gboolean digits)
{
    gboolean own = digits && g_ascii_isdigit(*entry->mark);
    gboolean kept = !own && (g_ascii_isalnum(*entry->mark) || *entry->mark == '(');
    const char *mark = *entry->mark == '\0' ? "" : own ? entry->mark : "-";
    g_autofree char *text =
        g_strconcat(kept ? entry->mark : "", kept ? " " : "", entry->text, NULL);
    guint behind = indent + (guint)strlen(mark) + (*mark != '\0');
    g_string_append_printf(body, "%*s%s%s", (int)indent, "", mark, *mark != '\0' ? " " : "");
    emit_prose(body, behind, text);
    for (guint i = 0; i < entry->n; i++)
        put_prose_item(body, behind, &entry->children[i], FALSE);
}

void
draft_put_prose(Draft *draft, const char *heading, const EntryList *list, guint from)
{
    GString *body = draft->body;
    if (*heading != '\0') {
        g_string_append_c(body, '\n');
        emit_heading(body, heading);
    }
    gboolean in_list = FALSE;
    for (guint i = from; i < list->n; i++) {
        gboolean item = *list->items[i].mark != '\0';
        if (!item || !in_list)
            g_string_append_c(body, '\n');
        put_prose_item(body, 0, &list->items[i], TRUE);
        in_list = item;
    }
}

/* ---- the charter ---- */

/* `sk`: the number alone as a text, with date or subject as a mapping. */
static void
put_decree(Draft *draft)
{
    const ReadDecree *decree = &draft->charter->decree;
    const char *key = draft_key(&record_service, "sk");
    draft->report->decree = decree->number != NULL;
    if (decree->number == NULL && decree->asked)
        draft_doubt(draft, 0, "\"No. SK :\" pada naskah kosong, maka %s tidak diisi.", key);
    else if (decree->below)
        draft_doubt(draft, 0, "nomor ini berdiri di bawah \"No. SK :\", tidak di belakangnya.");
    if (decree->date == NULL && decree->about == NULL) {
        if (decree->number != NULL)
            draft_put_pair(draft, 0, key, decree->number, 0);
        return;
    }
    const struct {
        const char *key, *text;
    } facts[] = {
        {"nomor", decree->number}, {"tanggal", decree->date}, {"tentang", decree->about}};
    draft_put_key(draft, 0, key);
    for (guint i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i].text != NULL)
            draft_put_pair(draft, 2, draft_key(&record_decree, facts[i].key), facts[i].text, 0);
}

static void
put_head(Draft *draft, const DraftOrigin *origin)
{
    const ReadCharter *charter = draft->charter;
    gboolean named = *charter->title != '\0';
    if (!named)
        draft_doubt(draft, 0,
                    "nama layanan tidak ditemukan dalam naskah; di sini diambil dari nama "
                    "berkasnya.");
    else if (charter->title_guessed)
        draft_doubt(draft, 0,
                    "nama layanan diambil dari baris di atas judul pertama; periksa apakah itu "
                    "namanya.");
    if (origin->note != NULL)
        draft_doubt(draft, 0, "%s", origin->note);
    draft_put_pair(draft, 0, draft_key(&record_service, "judul"),
                   named ? charter->title : origin->title, 0);
    emit_comment(
        draft->out, 0,
        "Hasil impor. Bandingkan dengan naskahnya, terutama di bawah \"periksa\"; hapus "
        "komentar yang sudah diperiksa.");
    if (charter->title_line != NULL) {
        g_autofree char *line = g_strdup_printf("Judul pada naskah: %s", charter->title_line);
        emit_comment(draft->out, 0, line);
    }
    if (charter->sections[0].doubts & READ_CHART_LOST)
        draft_put_doubts(draft, 0, &(ReadSection){.heading = "", .doubts = READ_CHART_LOST},
                         &(EntryList){0});
    put_decree(draft);
}

static void
put_sections(Draft *draft)
{
    const ReadCharter *charter = draft->charter;
    gboolean complaint = FALSE;
    for (guint i = 0; i < charter->n; i++) {
        const ReadSection *section = &charter->sections[i];
        draft->component = section->component;
        if (section->component == 6 && !complaint)
            draft_put_complaint(draft);
        else if (section->component > 0 && section->component != 6)
            draft_put_component(draft, section);
        complaint = complaint || section->component == 6;
    }
    draft->component = 0;
}

/* ---- what could not be placed ---- */

static void
put_unplaced_blocks(Draft *draft, const BlockList *blocks)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < blocks->n; i++) {
        Block *block = &blocks->items[i];
        gboolean goes_on = i > 0 &&
                           !(block->flags & (BLOCK_APART | BLOCK_WHOLE | BLOCK_STRAY)) &&
                           block->cells == NULL && *block->mark == '\0' &&
                           g_unichar_islower(g_utf8_get_char(block->text));
        if (!goes_on && text->len > 0) {
            emit_comment_item(draft->out, 0, text->str);
            g_string_truncate(text, 0);
            draft->report->unplaced++;
        }
        g_autoptr(GString) words = g_string_new(NULL);
        blocks_append_text(&(BlockList){block, 1}, words);
        entries_join(text, words->str);
    }
    if (text->len > 0) {
        emit_comment_item(draft->out, 0, text->str);
        draft->report->unplaced++;
    }
}

static void
put_unplaced(Draft *draft)
{
    for (guint i = 0; i < draft->charter->n; i++) {
        const ReadSection *section = &draft->charter->sections[i];
        if (section->component > 0 || (section->blocks.n == 0 && *section->heading == '\0'))
            continue;
        const char *why = section->doubts & READ_HEAD     ? "di atas judul pertama"
                          : section->doubts & READ_FOOT   ? "kaki halaman situs"
                          : section->doubts & READ_HIDDEN ? "tersembunyi di lembar kerja"
                          : section->doubts & READ_BEHIND ? "di luar bagian mana pun"
                                                          : "bukan salah satu dari 14 komponen";
        g_autofree char *heading = *section->heading != '\0'
                                       ? g_strdup_printf("\"%s\", ", section->heading)
                                       : g_strdup("");
        g_autofree char *line = g_strconcat("tidak ditempatkan: ", heading, why, NULL);
        emit_comment(draft->out, 0, line);
        if (*section->heading != '\0' && section->blocks.n == 0)
            draft->report->unplaced++;
        put_unplaced_blocks(draft, &section->blocks);
    }
}

static void
put_origin(Draft *draft, const DraftOrigin *origin)
{
    const Record *record = field_find(&record_service, "sumber", -1)->record;
    draft_put_key(draft, 0, draft_key(&record_service, "sumber"));
    if (origin->link != NULL)
        draft_put_pair(draft, 2, draft_key(record, "tautan"), origin->link, 0);
    else
        draft_put_pair(draft, 2, draft_key(record, "catatan"), origin->name, 0);
}

gboolean
draft_append_charter(const Reading *reading,
                     const ReadCharter *charter,
                     const DraftOrigin *origin,
                     const DraftSink *sink)
{
    GString *out = sink->out;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) body = g_string_new(NULL);
    *sink->report = (DraftReport){0};
    Draft draft = {.arena = arena,
                   .reading = reading,
                   .charter = charter,
                   .out = out,
                   .body = body,
                   .diags = sink->diags,
                   .report = sink->report};
    gsize before = out->len;
    g_string_append(out, "---\n");
    put_head(&draft, origin);
    put_sections(&draft);
    put_unplaced(&draft);
    put_origin(&draft, origin);
    g_string_append_printf(out, "---\n%s", body->str);
    if (body->len > MARKDOWN_MAX_BYTES || out->len - before > SOURCE_MAX_BYTES)
        draft_refuse(&draft, 0);
    return !draft.too_long;
}

void
draft_append_agency(const ReadAgency *agency, GString *out)
{
    const struct {
        const char *key, *text;
    } facts[] = {
        {"nama", agency->name},      {"instansi_induk", agency->parent},
        {"alamat", agency->address}, {"kode_pos", agency->postcode},
        {"telepon", agency->phone},  {"email", agency->email},
        {"situs_web", agency->site},
    };
    for (guint i = 0; i < G_N_ELEMENTS(facts); i++) {
        if (facts[i].text == NULL || *facts[i].text == '\0')
            continue;
        if (facts[i].text == agency->address && agency->is_split)
            emit_comment(
                out, 0,
                "periksa: kode pos dan telepon pada naskah menempel di belakang alamat.");
        g_string_append_printf(out, "%s:", draft_key(&record_agency, facts[i].key));
        emit_text(out, 2, facts[i].text);
        if (i == 0)
            emit_comment(out, 0,
                         agency->letterhead ? "Hasil impor dari kop naskah."
                                            : "Hasil impor dari kepala halaman naskah.");
    }
}
