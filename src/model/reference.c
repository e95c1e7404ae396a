#include "model/schema.h"
#include <string.h>

static const struct {
    const char *id, *en;
} type_names[] = {
    [FIELD_TEXT] = {"teks", "text"},
    [FIELD_TEXTS] = {"teks atau daftar teks", "a text or a list of texts"},
    [FIELD_SLUG] = {"nama dari a–z, 0–9, dan tanda hubung", "a name of a–z, 0–9 and hyphens"},
    [FIELD_SLUGS] = {"daftar nama dari a–z, 0–9, dan tanda hubung",
                     "a list of names of a–z, 0–9 and hyphens"},
    [FIELD_PATHS] = {"daftar alamat lama di situs ini", "a list of former addresses here"},
    [FIELD_DATE] = {"tanggal: 2024-01-16 atau 16 Januari 2024",
                    "a date: 2024-01-16 or 16 Januari 2024"},
    [FIELD_DATES] = {"daftar tanggal", "a list of dates"},
    [FIELD_SWITCH] = {"ya atau tidak", "ya (yes) or tidak (no)"},
    [FIELD_NUMBER] = {"bilangan bulat mulai dari 1", "a whole number from 1"},
    [FIELD_CHOICE] = {"satu pilihan", "one of"},
    [FIELD_CHOICES] = {"satu pilihan atau daftar pilihan", "one or several of"},
    [FIELD_LINK] = {"alamat web, atau berkas di dalam content/",
                    "a web address, or a file of content/"},
    [FIELD_COLOR] = {"warna: \"#0b4650\"", "a colour: \"#0b4650\""},
    [FIELD_MONEY] = {"jumlah rupiah", "an amount in rupiah"},
    [FIELD_DURATION] = {"jangka waktu", "a duration"},
    [FIELD_DURATIONS] = {"jangka waktu, atau daftar {untuk, waktu}",
                         "a duration, or a list of {untuk, waktu}"},
    [FIELD_RECORD] = {"pasangan kunci dan isi", "keys with values"},
    [FIELD_RECORDS] = {"satu butir atau daftar butir", "one item or a list of items"},
    [FIELD_LEVELS] = {"pasangan nama temuan dan tingkat", "pairs of finding and level"},
};

static const char *
pick(const char *id, const char *en, DiagLang lang)
{
    return lang == DIAG_LANG_EN ? en : id;
}

const char *
schema_type_words(FieldType type, DiagLang lang)
{
    return pick(type_names[type].id, type_names[type].en, lang);
}

static void
append_inner(const Record *record, DiagLang lang, GString *out)
{
    if (record->text_offset != NO_TEXT)
        g_string_append_printf(out, "  %s\n",
                               pick("Boleh satu teks saja, atau dengan kunci:",
                                    "May be one text alone, or have the keys:", lang));
    else
        g_string_append_printf(out, "  %s\n", pick("Kuncinya:", "Its keys:", lang));
    FIELD_FOREACH (record, field) {
        g_string_append_printf(out, "    %-20s %s\n", field->key,
                               pick(field->doc_id, field->doc_en, lang));
    }
}

static void
append_example(const Field *field, DiagLang lang, GString *out)
{
    gboolean list = field->type == FIELD_RECORDS && field->record != &record_item;
    g_string_append_printf(out, "  %s\n    %s:%s%s\n", pick("Contoh:", "Example:", lang),
                           field->key, list ? "\n      - " : " ", field->example);
}

void
schema_append_field(const Record *record, const Field *field, DiagLang lang, GString *out)
{
    const char *choice;
    g_string_append_printf(out, "%s (%s)\n  %s\n", field->key,
                           pick(record->doc_id, record->doc_en, lang),
                           pick(field->doc_id, field->doc_en, lang));
    if (field->component > 0)
        g_string_append_printf(out, "  %s %u: %s (PermenPANRB 15/2014)\n",
                               pick("Komponen", "Component", lang), field->component,
                               component_names[field->component]);
    g_string_append_printf(out, "  %s: %s", pick("Isi", "Value", lang),
                           schema_type_words(field->type, lang));
    for (guint i = 0; field->choice != NULL && (choice = field->choice(i)) != NULL; i++)
        g_string_append_printf(out, "%s%s", i == 0 ? ": " : ", ", choice);
    g_string_append_c(out, '\n');
    if (field->flags & FIELD_REQUIRED)
        g_string_append_printf(out, "  %s\n", pick("Wajib.", "Required.", lang));
    if (field->flags & FIELD_NOT_TRANSLATED)
        g_string_append_printf(out, "  %s\n",
                               pick("Hanya di naskah asli, tidak di terjemahan.",
                                    "In the original only, not in translations.", lang));
    if (field->record != NULL)
        append_inner(field->record, lang, out);
    if (field->example != NULL)
        append_example(field, lang, out);
}

/* ---- scaffolds ---- */

static gboolean
is_active(const Field *field, const char *const *active)
{
    if (active == NULL)
        return (field->flags & FIELD_REQUIRED) != 0;
    for (; *active != NULL; active++) {
        if (strcmp(*active, field->key) == 0)
            return TRUE;
    }
    return FALSE;
}

/* One key of a record inside a scaffold, at that indentation. */
static void
append_inner_key(const Field *field, const char *lead, GString *out)
{
    g_string_append_printf(out, "#%s%s:", lead, field->key);
    if (field->example != NULL && field->type == FIELD_RECORDS)
        g_string_append_printf(out, "\n#      - %s", field->example);
    else if (field->example != NULL)
        g_string_append_printf(out, " %s", field->example);
    g_string_append_c(out, '\n');
}

static void
append_commented(const Field *field, GString *out)
{
    gboolean list = field->type == FIELD_RECORDS;
    gboolean words = field->record != NULL && field->record->text_offset != NO_TEXT;
    g_string_append_printf(out, "#%s:", field->key);
    if (field->example != NULL && !list) {
        g_string_append_printf(out, " %s\n", field->example);
    } else if (list && (field->example != NULL || words)) {
        g_string_append_printf(out, "\n#  - %s\n", field->example ? field->example : "…");
    } else if (field->record != NULL) {
        const char *lead = list ? "  - " : "    ";
        g_string_append_c(out, '\n');
        FIELD_FOREACH (field->record, inner) {
            append_inner_key(inner, lead, out);
            lead = "    ";
        }
    } else {
        g_string_append_c(out, '\n');
    }
}

void
schema_append_scaffold(const Record *record,
                       const char *const *active,
                       DiagLang lang,
                       GString *out)
{
    FIELD_FOREACH (record, field) {
        if (is_active(field, active))
            continue;
        g_string_append_printf(out, "\n# %s", pick(field->doc_id, field->doc_en, lang));
        if (field->component > 0)
            g_string_append_printf(out, " (%s %u)", pick("komponen", "component", lang),
                                   field->component);
        g_string_append_c(out, '\n');
        append_commented(field, out);
    }
}
