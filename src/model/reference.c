#include "model/schema.h"
#include "text/blank.h"
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

static const char *
value_words(const Field *field, DiagLang lang)
{
    if (field->flags & FIELD_COUNT)
        return pick("jumlah: bilangan bulat mulai dari 0", "how many: a whole number from 0",
                    lang);
    return schema_type_words(field->type, lang);
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
                           value_words(field, lang));
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

/* The example with an X for every digit, or with hours that nobody keeps. */
static char *
blank_digits(const char *example)
{
    static const char range[] = "00.00–00.00";
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = example; *at != '\0';) {
        gsize n = 0;
        while (range[n] != '\0' &&
               (range[n] == '0' ? g_ascii_isdigit(at[n]) : at[n] == range[n]))
            n++;
        if (range[n] == '\0') {
            g_string_append(out, SCAFFOLD_HOURS);
            at += n;
        } else {
            g_string_append_c(out, g_ascii_isdigit(*at) ? 'X' : *at);
            at++;
        }
    }
    return g_strdup(out->str);
}

static gboolean
has_letters(const char *text)
{
    while (*text != '\0' && !g_ascii_isalpha(*text))
        text++;
    return *text != '\0';
}

/* A fact that was made up: three X, which the audit finds, and the example beside them. */
static char *
blank_text(const char *example, DiagLang lang)
{
    if (strstr(example, ": ") != NULL)
        return blank_digits(example);
    if (has_letters(example))
        return g_strdup_printf(BLANK " (%s %s)", pick("misalnya", "for example", lang),
                               example);
    char *blank = blank_digits(example);
    if (strstr(blank, BLANK) != NULL || strcmp(blank, SCAFFOLD_HOURS) == 0)
        return blank;
    g_free(blank);
    return g_strdup(BLANK);
}

/*
 * What a scaffold writes in place of an example: nothing that could be taken for a fact, and
 * nothing that cannot be read. NULL = only the key. g_free() it.
 */
static char *
placeholder_of(const Record *record, const Field *field, DiagLang lang)
{
    const char *example = field->example;
    if (example == NULL || record == &record_accessibility || field->flags & FIELD_COUNT)
        return NULL; /* how many, and what is there and what is not, would be facts */
    if (record == &record_site && g_str_has_prefix(example, "https://"))
        return g_strdup("https://" BLANK ".go.id/");
    if (record == &record_site || record == &record_poster)
        return g_strdup(example);
    switch (field->type) {
    case FIELD_NUMBER:
        return g_strdup(record == &record_complaint_result ? SCAFFOLD_YEAR : example);
    case FIELD_DATE:
    case FIELD_DATES:
        return g_strdup(SCAFFOLD_DATE);
    case FIELD_SLUG:
    case FIELD_SLUGS:
    case FIELD_PATHS:
        return NULL;
    case FIELD_CHOICES:
        return field->flags & FIELD_REQUIRED ? g_strdup(example) : NULL;
    case FIELD_SWITCH:
    case FIELD_CHOICE:
    case FIELD_LINK:
    case FIELD_COLOR:
    case FIELD_LEVELS:
        return g_strdup(example);
    case FIELD_TEXT:
    case FIELD_TEXTS:
    case FIELD_MONEY:
    case FIELD_DURATION:
    case FIELD_DURATIONS:
    case FIELD_RECORD:
    case FIELD_RECORDS:
        return record == &record_hours && has_letters(example) ? g_strdup(example)
                                                               : blank_text(example, lang);
    }
    return NULL;
}

/* One key of a record inside a scaffold, at that indentation. */
static void
append_inner_key(
    const Record *record, const Field *field, const char *lead, DiagLang lang, GString *out)
{
    g_autofree char *blank = placeholder_of(record, field, lang);
    g_string_append_printf(out, "#%s%s:", lead, field->key);
    if (blank != NULL)
        g_string_append_printf(out, "%s%s", field->type == FIELD_RECORDS ? "\n#      - " : " ",
                               blank);
    g_string_append_c(out, '\n');
}

static void
append_commented(const Record *record, const Field *field, DiagLang lang, GString *out)
{
    gboolean list = field->type == FIELD_RECORDS;
    gboolean words = field->record != NULL && field->record->text_offset != NO_TEXT;
    g_autofree char *blank = placeholder_of(record, field, lang);
    g_string_append_printf(out, "#%s:", field->key);
    if (blank != NULL && !list) {
        g_string_append_printf(out, " %s\n", blank);
    } else if (list && (blank != NULL || words)) {
        g_string_append_printf(out, "\n#  - %s\n", blank != NULL ? blank : BLANK);
    } else if (field->record != NULL) {
        const char *lead = list ? "  - " : "    ";
        g_string_append_c(out, '\n');
        FIELD_FOREACH (field->record, inner) {
            append_inner_key(field->record, inner, lead, lang, out);
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
        append_commented(record, field, lang, out);
    }
}
