/*
 * Neighbours of good texts: what stands one edit beside a fee, a duration, a telephone number, a date,
 * opening hours or an address is read whole or not at all.
 *
 * Every good text is edited in every place (a blank of another kind, a digit doubled or taken for a letter,
 * a separator lost, a sign put in) and gets every prefix and suffix. Where a value is read, the digits of
 * the text are accounted for by another way than the grammar's: none is dropped, joined or invented. Where
 * what was added makes the text say something else, no value is read.
 */
#include "value/channel.h"
#include "value/day.h"
#include "value/duration.h"
#include "value/fee.h"
#include "value/hours.h"
#include "value/money.h"
#include "value/phone.h"
#include "value/url.h"
#include <string.h>

/* ---- digits, counted without the grammars ---- */

static void
append_digits_of(GString *out, const char *text)
{
    for (; *text != '\0'; text++)
        if (g_ascii_isdigit(*text))
            g_string_append_c(out, *text);
}

static char *
digits_of(const char *text)
{
    GString *out = g_string_new(NULL);
    append_digits_of(out, text);
    return g_string_free(out, FALSE);
}

static int
compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The runs of digits without dots and leading zeros, sorted and joined: "1.440 menit, 02" is "1440 2". */
static char *
sorted_runs(const char *text)
{
    g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func(g_free);
    while (*text != '\0') {
        gsize n = g_ascii_isdigit(*text) ? strspn(text, "0123456789.") : 0;
        if (n > 0) {
            g_autofree char *run = g_strndup(text, n), *digits = digits_of(run);
            gsize zeros = MIN(strspn(digits, "0"), strlen(digits) - 1); /* "05 menit" */
            g_ptr_array_add(runs, g_strdup(digits + zeros));
        }
        text += MAX(n, 1);
    }
    g_ptr_array_sort(runs, compare_strings);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < runs->len; i++)
        g_string_append_printf(out, "%s ", (char *)runs->pdata[i]);
    return g_string_free(out, FALSE);
}

static gboolean
has_multiplier(const char *text)
{
    g_autofree char *lower = g_ascii_strdown(text, -1);
    return strstr(lower, "rb") || strstr(lower, "ribu") || strstr(lower, "jt") ||
           strstr(lower, "juta") || strstr(lower, "mil");
}

/* Are the digits of `text`, without those at its end that `unit` shows, those of the amount? */
static gboolean
shows_amount(const char *text, const char *unit, gint64 rupiah)
{
    g_autofree char *all = digits_of(text), *in_unit = digits_of(unit);
    g_autofree char *amount = g_strdup_printf("%" G_GINT64_FORMAT, rupiah);
    gsize n = strlen(all) - strlen(in_unit), n_amount = strlen(amount);
    const char *first = text + strcspn(text, "0123456789");
    gsize len = strspn(first, "0123456789.,");
    while (len > 0 && !g_ascii_isdigit(first[len - 1]))
        len--;
    g_autofree char *run = g_strndup(first, len);
    g_autofree char *of_run = digits_of(run);
    if (!g_str_has_suffix(all, in_unit) || strlen(of_run) != n || strncmp(of_run, all, n) != 0)
        return FALSE; /* the digits are not one run */
    if (n == n_amount + 2 && (g_str_has_suffix(run, ",00") || g_str_has_suffix(run, ".00")))
        n -= 2;
    if (n < n_amount && has_multiplier(text))
        return strncmp(all, amount, n) == 0 && strspn(amount + n, "0") == n_amount - n;
    return n == n_amount && strncmp(all, amount, n) == 0;
}

/* ---- one grammar each: is a value read, and does it hold the digits of the text? ---- */

typedef enum Verdict { NOT_READ, READ, WRONG } Verdict;

static Verdict
judge_fee(Arena *arena, const char *text)
{
    FeeText fee;
    fee_text_parse(arena, text, &fee);
    g_assert_cmpstr(fee.raw, ==, text);
    if (fee.kind == FEE_GRATIS) {
        g_autofree char *digits = digits_of(text);
        return strspn(digits, "0") == strlen(digits) ? READ : WRONG;
    }
    if (fee.kind != FEE_TETAP)
        return NOT_READ;
    return shows_amount(text, fee.satuan, fee.rupiah) ? READ : WRONG;
}

static Verdict
judge_money(Arena *arena G_GNUC_UNUSED, const char *text)
{
    gint64 rupiah;
    MoneyStatus status = money_parse(text, &rupiah);
    if (status != MONEY_READ && status != MONEY_THOUSANDS_LOST)
        return NOT_READ;
    return shows_amount(text, "", rupiah) ? READ : WRONG;
}

static Verdict
judge_duration(Arena *arena, const char *text)
{
    Duration duration;
    duration_parse(arena, text, &duration);
    g_assert_cmpstr(duration.raw, ==, text);
    if (duration.kind != DURATION_READ)
        return NOT_READ;
    g_autoptr(GString) shown = g_string_new(NULL);
    for (guint i = 0; i < duration.n_parts; i++) {
        g_string_append_printf(shown, "%" G_GINT64_FORMAT " ", duration.parts[i].min);
        if (duration.parts[i].max != duration.parts[i].min)
            g_string_append_printf(shown, "%" G_GINT64_FORMAT " ", duration.parts[i].max);
    }
    g_string_append_printf(shown, "%s %s %s", duration.starts, duration.excludes,
                           duration.note);
    g_autoptr(GString) in_digits = g_string_new(text);
    g_string_replace(in_digits, "satu", "1 ", 0);
    g_string_replace(shown, "satu", "1 ", 0);
    g_autofree char *written = sorted_runs(in_digits->str), *read = sorted_runs(shown->str);
    return strcmp(written, read) == 0 ? READ : WRONG;
}

/* The digits of a number of ours with its leading 0. */
static char *
national_digits(const char *text)
{
    g_autofree char *digits = digits_of(text);
    gboolean ours = strstr(text, "+62") != NULL || strlen(digits) >= 10;
    if (!g_str_has_prefix(digits, "62") || !ours)
        return g_steal_pointer(&digits);
    return g_strconcat("0", digits + 2 + (digits[2] == '0'), NULL);
}

static Verdict
judge_phone(Arena *arena, const char *text)
{
    Phone phone;
    phone_parse(arena, text, &phone);
    if (phone.status != PHONE_OK)
        return NOT_READ;
    g_autofree char *written = national_digits(text), *shown = national_digits(phone.display);
    g_autofree char *dialled = national_digits(phone.tel);
    return strcmp(written, shown) == 0 && strcmp(written, dialled) == 0 ? READ : WRONG;
}

/* Is there a digit or a letter at `p`, or a digit behind nothing but signs? A comma and a blank part. */
static gboolean
is_torn(const char *p)
{
    if (g_unichar_isalnum(g_utf8_get_char(p)))
        return TRUE;
    for (; *p != '\0' && *p != '(' && !g_unichar_isalnum(g_utf8_get_char(p));
         p = g_utf8_next_char(p))
        if (strchr(",;:", *p) != NULL && g_ascii_isspace(p[1]))
            return FALSE;
    return g_ascii_isdigit(*p);
}

/* The same, looking back from `end`. */
static gboolean
is_torn_before(const char *text, const char *end)
{
    const char *p = end;
    while (p > text && p[-1] != ')' && !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(p))))
        p = g_utf8_prev_char(p);
    gboolean parted = strchr(",;:", *p) != NULL && g_ascii_isspace(p[1]);
    return p > text && g_ascii_isdigit(p[-1]) && !parted;
}

/* The link is the whole number: what is left of the text does not go on with digits. */
static Verdict
judge_channel(Arena *arena, const char *text)
{
    ChannelValue value;
    channel_read_value(arena, CHANNEL_TELEPON, text, &value);
    if (!g_str_has_prefix(value.href, "tel:"))
        return NOT_READ;
    const char *start = value.display + value.link_start, *end = start + value.link_len;
    g_autofree char *link = g_strndup(start, value.link_len);
    g_autofree char *shown = national_digits(link), *dialled = national_digits(value.href);
    g_autofree char *all = digits_of(text), *all_shown = digits_of(value.display);
    gboolean whole = value.link_len == strlen(value.display);
    if (strcmp(shown, dialled) != 0 || is_torn(end) || is_torn_before(value.display, start))
        return WRONG;
    return whole ? judge_phone(arena, text) : strcmp(all, all_shown) == 0 ? READ : WRONG;
}

static Verdict
judge_date(Arena *arena G_GNUC_UNUSED, const char *text)
{
    Date date;
    if (date_parse(text, &date) != DATE_READ)
        return NOT_READ;
    g_autofree char *written = digits_of(text);
    g_autofree char *iso = g_strdup_printf("%04d%02d%02d", date.year, date.month, date.day);
    g_autofree char *words = g_strdup_printf("%d%04d", date.day, date.year);
    g_autofree char *padded = g_strdup_printf("%02d%04d", date.day, date.year);
    gboolean same = strcmp(written, iso) == 0 || strcmp(written, words) == 0 ||
                    strcmp(written, padded) == 0;
    return same ? READ : WRONG;
}

/* Minutes of the times in a text, in order: "8.00-15" is "480 900 ". NULL: one of them is none. */
static char *
times_of(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    while (*text != '\0') {
        gsize n = g_ascii_isdigit(*text) ? strspn(text, "0123456789.:") : 0;
        if (n > 0) {
            char *end;
            guint64 hour = g_ascii_strtoull(text, &end, 10), minute = 0;
            if ((*end == '.' || *end == ':') && g_ascii_isdigit(end[1]))
                minute = g_ascii_strtoull(end + 1, &end, 10);
            while (end < text + n && !g_ascii_isdigit(*end))
                end++;
            if (end < text + n)
                return NULL;
            g_string_append_printf(out, "%u ", (guint)(hour * 60 + minute));
        }
        text += MAX(n, 1);
    }
    return g_strdup(out->str);
}

static Verdict
judge_hours(Arena *arena G_GNUC_UNUSED, const char *text)
{
    Hours hours = {0};
    if (hours_add_row(&hours, "Senin", text, NULL, NULL) != HOURS_READ)
        return NOT_READ;
    g_autoptr(GString) read = g_string_new(NULL);
    for (guint i = 0; i < hours.n[SENIN]; i++)
        g_string_append_printf(read, "%d %d ", hours.open[SENIN][i].from,
                               hours.open[SENIN][i].to);
    g_autofree char *written = times_of(text);
    if (strcmp(read->str, "0 1440 ") == 0 && written != NULL && strcmp(written, "1440 ") == 0)
        return READ; /* 24 jam */
    return written != NULL && strcmp(written, read->str) == 0 ? READ : WRONG;
}

static Verdict
judge_url(Arena *arena, const char *text)
{
    UrlValue url;
    url_check(arena, text, TRUE, &url);
    if (url.status != URL_OK)
        return NOT_READ;
    g_autofree char *plain = g_uri_unescape_string(url.href, NULL);
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    const char *bare = g_str_has_prefix(trimmed, "<") ? trimmed + 1 : trimmed;
    gsize len = strlen(bare) - (bare > trimmed && g_str_has_suffix(bare, ">"));
    g_autofree char *address = g_strstrip(g_strndup(bare, len));
    gsize n = plain != NULL ? strlen(plain) : 0, n_address = strlen(address);
    return n >= n_address && g_ascii_strcasecmp(plain + n - n_address, address) == 0 ? READ
                                                                                     : WRONG;
}

/* ---- the texts ---- */

enum { MAX_TEXTS = 32 };

typedef struct Grammar {
    const char *name;
    Verdict (*judge)(Arena *arena, const char *text);
    const char *good[MAX_TEXTS];
    const char *before[MAX_TEXTS]; /* with one of these it says something else */
    const char *behind[MAX_TEXTS];
} Grammar;

static const Grammar grammars[] = {
    {"fee",
     judge_fee,
     {"Rp50.000", "Rp 50.000,-", "Rp. 50.000", "50.000", "IDR 50.000", "Rp 50.000,00",
      "Rp 50 ribu", "Rp2 juta", "Biaya sebesar Rp 5.000,-", "Rp. 50.000 per sertipikat",
      "Rp50.000,-/lembar", "50.000 sekali jalan", "Rp 5.000 per 100 lembar",
      "Rp50.000 (lima puluh ribu rupiah)", "Rp 1.250.000 per m2"},
     {"12 x ",    "12x ",         "0,5% dari ", "5 % ",        "minimal ",
      "maks. ",   "Maksimal ",    "s.d. ",      "> ",          "≥",
      "< ",       "± ",           "~",          "Luas x ",     "Luas bangunan × ",
      "mulai ",   "1/2 ",         "½ ",         "2 + ",        "-",
      "−",        "kurang dari ", "dua kali ",  "Rp 5.000 + ", "Rp 5.000 atau ",
      "2 lembar "},
     {" x 12",
      " x luas",
      "%",
      " ke atas",
      " atau lebih",
      " - Rp 100.000",
      " s.d. selesai",
      "+",
      " 000",
      " .000",
      " ditambah 5%",
      " dan Rp 5.000",
      " per m2 x 2",
      " minimal 2 orang",
      ",5",
      " 5",
      "½",
      " atau gratis",
      " dst",
      " kali luas",
      " (belum termasuk pajak)",
      " hingga Rp 9.000"}},
    {"money",
     judge_money,
     {"Rp50.000", "Rp 50.000,-", "50000", "IDR 50.000", "Rp 50.000,00", "Rp 50 ribu",
      "50.000 rupiah"},
     {"12 x ", "5% ", "minimal ", "> ", "± ", "-", "sd ", "1/2 ", "2 "},
     {" x 12", "%", "+", " 000", " .000", " 5", "½", " - 60.000", " per lembar"}},
    {"duration",
     judge_duration,
     {"5 hari kerja", "15 menit", "± 15 menit", "1–3 hari kerja", "1 jam 30 menit",
      "14 (empat belas) hari kerja", "paling lama 3 hari kerja", "1.440 menit",
      "7 HARI KALENDER", "1 s.d. 3 hari kerja"},
     {"2 x ", "3x", "5% dari ", "1, ", "2 ", "1/2 ", "½ ", "H-", "H+", "setiap ", "per ",
      "bukan ", "ke-", "7 dan ", "setelah ", "tidak ", "2 + ", "1.5 + ", "pukul "},
     {" x 2", " 30", ", 7", "%", "½", "/hari", " per hari", " sehari", " dan 7", " kali 2",
      " + 1", " - 7", " dalam seminggu", " setengah", " atau sesuai antrean",
      " tergantung antrean"}},
    {"phone",
     judge_phone,
     {"(0343) 427605", "0343-427605", "0343 427605", "0856-0796-6637", "085607966637",
      "+62 343 427605", "+6285607966637", "021 5252 000", "0812 3456 7890", "(021) 525-2000",
      "(0343) 427605 ext. 12"},
     {"O", "l", "1/", "x", "kira-kira ", "427605-", "7/"},
     {"-06", "-7", "/8", "/06", "O", "l", "x", "*1", " 7", " s.d. 09", "?", " atau 427606",
      "０", "#2", " - (0343) 427609"}},
    {"channel",
     judge_channel,
     {"(0343) 427605", "0343-427605", "0856-0796-6637", "085607966637", "+62 343 427605",
      "021 5252 000", "0812 3456 7890"},
     {"O", "l", "427605-", "7/", "0343 421111 / "},
     {"-06", "-7", "/8", "O", "l", "*1", " 7", " s.d. 09", "０", "#2", "/06 (loket)",
      "O (Budi)", "_2 Budi", " dan 0343 427606"}},
    {"channel-words",
     judge_channel,
     {"hubungi 0812 3456 7890", "Hub. (0343) 427605", "Loket 2: 0343-427605",
      "WA 0856-0796-6637"},
     {"0343 421111 atau ", "(0343) 421111; "},
     {"-06", "-7", "/8", "O", "l", "*1", " 7", " s.d. 09", "０", "#2", "/06 (loket)",
      "O (Budi)", "*2 Budi", " dan 0343 427606"}},
    {"date",
     judge_date,
     {"2024-01-16", "16 Januari 2024", "1 Mei 2026", "2026-12-31"},
     {"> ", "± ", "sebelum ", "s.d. ", "H-", "15-"},
     {" - 17 Januari 2024", "/17", "0", " atau 2025", ".5", "+1", " s.d. selesai"}},
    {"hours",
     judge_hours,
     {"07.30–16.00", "Pukul 8.00 - 15.00 WIB", "08:00–12:00 dan 13:00–16:00", "24 jam",
      "08.00 s.d. 15.00"},
     {"> ", "± ", "1", "2 x ", "sekitar ", "5% "},
     {" x 2", "5", "0", " - 17", " + 1", "½", " kecuali Jumat", " 30"}},
    {"url",
     judge_url,
     {"https://dinsos.contoh.go.id", "http://contoh.go.id/a/1?b=2", "dinsos.contoh.go.id",
      "<https://contoh.go.id/x>", "https://contoh.go.id:8080/a"},
     {"1 ", "javascript:", "x@", "http//", "//", "\\\\"},
     {" 2", "\n3"}},
};

/* ---- the edits ---- */

typedef struct Run {
    const Grammar *grammar;
    guint n, n_read;
} Run;

static Verdict
judge(Run *run, const char *text)
{
    g_autoptr(Arena) arena = arena_new();
    Verdict verdict = run->grammar->judge(arena, text);
    run->n++;
    run->n_read += verdict == READ;
    if (verdict == WRONG)
        g_test_message("%s: digits lost, joined or invented in \"%s\"", run->grammar->name,
                       text);
    g_assert_cmpint(verdict, !=, WRONG);
    return verdict;
}

static void
judge_edit(Run *run, const char *text, gsize at, gsize drop, const char *piece)
{
    g_autoptr(GString) edited = g_string_new(text);
    g_string_erase(edited, (gssize)at, (gssize)drop);
    g_string_insert(edited, (gssize)at, piece);
    if (g_utf8_validate(edited->str, (gssize)edited->len, NULL))
        judge(run, edited->str);
}

/* Every `step`th piece before every character and in place of it. */
static void
judge_edits(Run *run, const char *text, guint step)
{
    static const char *const pieces[] = {"",
                                         " ",
                                         "  ",
                                         "\xc2\xa0",
                                         "\xe2\x80\xaf",
                                         "\xe2\x80\x89",
                                         "\t",
                                         ".",
                                         ",",
                                         "-",
                                         "–",
                                         "/",
                                         "(",
                                         ")",
                                         "'",
                                         "’",
                                         "0",
                                         "7",
                                         "00",
                                         "000",
                                         "O",
                                         "l",
                                         "x",
                                         "%",
                                         ":",
                                         "+",
                                         "*",
                                         "_",
                                         "½",
                                         "²",
                                         "５",
                                         "satu ",
                                         " dan ",
                                         " atau ",
                                         " s.d. ",
                                         "; "};
    for (gsize at = 0; at <= strlen(text); at++)
        for (gsize i = at % step; i < G_N_ELEMENTS(pieces); i += step) {
            judge_edit(run, text, at, 0, pieces[i]);
            if (text[at] != '\0')
                judge_edit(run, text, at, 1, pieces[i]);
        }
}

/* What says something else: added, it leaves no value. */
static void
judge_added(Run *run, const char *good, const char *before, const char *behind)
{
    g_autofree char *text = g_strconcat(before, good, behind, NULL);
    Verdict verdict = judge(run, text);
    if (verdict == READ)
        g_test_message("%s: a value is read in \"%s\"", run->grammar->name, text);
    g_assert_cmpint(verdict, ==, NOT_READ);
    judge_edits(run, text, 4);
}

/* Added without a blank it is another word, not another text. */
static gboolean
makes_a_word(const char *first, const char *second)
{
    return g_ascii_isalpha(second[0]) && g_ascii_isalpha(first[strlen(first) - 1]);
}

static void
test_grammar(gconstpointer data)
{
    Run run = {.grammar = data};
    const Grammar *grammar = data;
    for (guint i = 0; grammar->good[i] != NULL; i++) {
        const char *good = grammar->good[i];
        g_test_message("%s", good);
        g_assert_cmpint(judge(&run, good), ==, READ);
        judge_edits(&run, good, 1);
        for (guint k = 0; grammar->before[k] != NULL; k++)
            if (!makes_a_word(grammar->before[k], good))
                judge_added(&run, good, grammar->before[k], "");
        for (guint k = 0; grammar->behind[k] != NULL; k++)
            if (!makes_a_word(good, grammar->behind[k]))
                judge_added(&run, good, "", grammar->behind[k]);
    }
    g_test_message("%s: %u texts, %u read", grammar->name, run.n, run.n_read);
    g_assert_cmpuint(run.n, >=, 5000);
    g_assert_cmpuint(run.n_read, >=, 100); /* the edits do leave good texts */
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions();
    for (guint i = 0; i < G_N_ELEMENTS(grammars); i++) {
        g_autofree char *path = g_strdup_printf("/neighbours/%s", grammars[i].name);
        g_test_add_data_func(path, &grammars[i], test_grammar);
    }
    return g_test_run();
}
