#include "import/list-mark.h"
#include "import/reader-private.h"
#include "import/word-list.h"
#include "text/fold.h"
#include "value/day.h"
#include <string.h>

enum { MAX_PARTS = 5, SCAFFOLD_MAX_BYTES = 160 };

/* ---- how headings are written ---- */

/* What one kind of heading names: bits of components, so that one named twice counts once. */
typedef struct Seen {
    guint plain, lower, upper, mixed, colons, bare, dashes, values, lone;
    guint marked[MARK_CAPITAL_ROMAN + 1]; /* by MarkStyle */
    guint parts[MAX_PARTS];               /* of numbers like 3.1, by how many parts they have */
} Seen;

static guint
count_bits(guint bits)
{
    return (guint)__builtin_popcount(bits);
}

gsize
reader_bare_number(const char *text)
{
    gsize digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 2 || *text == '0' || text[digits] != ' ' ||
        !g_unichar_isupper(g_utf8_get_char(text + digits + 1)))
        return 0;
    return digits + 1;
}

gboolean
reader_is_upper(const char *text)
{
    gboolean letter = FALSE;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (g_unichar_islower(g_utf8_get_char(at)))
            return FALSE;
        letter = letter || g_unichar_isalpha(g_utf8_get_char(at));
    }
    return letter;
}

guint
reader_count_words(const char *text)
{
    guint n = 0;
    g_autoptr(GString) word = g_string_new(NULL);
    for (const char *at = text; fold_next_word(&at, word);)
        n++;
    return n;
}

gsize
reader_sign_len(const char *text)
{
    static const char *const signs[] = {"–", "—", "-", "=", "=>", "->", "→"};
    gsize blank = strspn(text, " ");
    for (guint i = 0; blank > 0 && i < G_N_ELEMENTS(signs); i++) {
        gsize n = strlen(signs[i]);
        if (strncmp(text + blank, signs[i], n) == 0 && text[blank + n] == ' ')
            return blank + n + strspn(text + blank + n, " ");
    }
    return 0;
}

gsize
reader_value_at(const Block *block, gsize label, const Block *behind, gboolean known)
{
    static const char adding[] = " pelayanan | layanan ";
    gsize adds = word_list_begin(adding, block->text + label);
    const char *text = block->text + label + (adds > 0 ? adds : 1);
    gunichar first = g_utf8_get_char(text);
    Heading heading;
    gsize len;
    gboolean alone = behind == NULL || heading_read_prefix(behind->text, &heading, &len);
    gboolean value = g_unichar_isupper(first) || g_unichar_isdigit(first) ||
                     (known && alone && g_unichar_isalpha(first)) || strcmp(text, "–") == 0 ||
                     strcmp(text, "-") == 0;
    return (alone || known) && value && text[-1] == ' ' && *block->mark == '\0' &&
                   g_unichar_isupper(g_utf8_get_char(block->text))
               ? (gsize)(text - block->text)
               : 0;
}

/* The component a line names behind its mark; 0 = none. *colon: its label ends with one. */
static guint
named_component(const Block *block, gsize skip, gboolean counts, gboolean *colon)
{
    const char *start = block->text + skip;
    gsize len = strcspn(start, ":"), prefix;
    Heading heading;
    *colon = start[len] == ':';
    if (block->gap > skip && !*colon)
        len = block->gap - skip;
    if (heading_read(start, len, &heading) && heading.component > 0 &&
        !(heading.typed && heading.words == 1))
        return heading.component;
    if (counts && heading_read_prefix(start, &heading, &prefix) && heading.component > 0 &&
        heading.words > 1)
        return heading.component;
    return 0;
}

static void
see_case(const char *start, gsize len, guint bit, Seen *seen)
{
    g_autofree char *label = g_strndup(start, len);
    if (g_unichar_islower(g_utf8_get_char(label)))
        seen->lower |= bit;
    else if (reader_is_upper(label))
        seen->upper |= bit;
    else
        seen->mixed |= bit;
}

/* What stands behind a name in its line; `more`: it is not all of the line. */
static void
see_beside(const Block *block, gsize skip, gboolean more, const Block *behind, Seen *seen)
{
    Heading heading;
    gsize len;
    if (!heading_read_prefix(block->text + skip, &heading, &len) || heading.component == 0)
        return;
    const char *value = block->text + skip + len;
    if (reader_sign_len(value) > 0)
        seen->dashes |= 1U << heading.component;
    else if (more && skip == 0 && *value == ' ' &&
             reader_value_at(block, len, behind, FALSE) > 0)
        seen->values |= 1U << heading.component;
}

/* A name apart, known or by its words, its text right below it; `skip` G_MAXSIZE: it has a mark. */
static void
see_lone(const Block *block, gsize skip, guint component, const Block *behind, Seen *seen)
{
    enum { TOLD_MAX_WORDS = 4 };
    Heading heading;
    if (!(block->flags & BLOCK_APART) || behind == NULL || (behind->flags & BLOCK_APART))
        return;
    if (component == 0 && skip < G_MAXSIZE &&
        heading_read_words(block->text + skip, strlen(block->text + skip), &heading) &&
        heading.words <= TOLD_MAX_WORDS)
        component = heading.component;
    seen->lone |= component > 0 ? 1U << component : 0U;
}

static void
see_line(const Block *block, const Block *behind, Seen *seen)
{
    ListMark mark = {.style = MARK_NONE}, given;
    Heading heading;
    gsize bare = reader_bare_number(block->text), len;
    if (bare > 0 && heading_read_prefix(block->text + bare, &heading, &len))
        seen->bare |= 1U << heading.component;
    gsize skip = list_mark_picture_len(block->text);
    gboolean marked = list_mark_scan(block->text + skip, &mark), colon;
    if (marked)
        skip += list_mark_len(block->text + skip);
    MarkStyle style = *block->mark != '\0' && list_mark_scan(block->mark, &given) ? given.style
                      : marked                                                    ? mark.style
                                                                                  : MARK_NONE;
    guint component = named_component(block, skip, marked && list_mark_counts(style), &colon);
    see_beside(block, skip, component == 0, behind, seen);
    see_lone(block, marked ? G_MAXSIZE : skip, component, behind, seen);
    if (component == 0)
        return;
    guint bit = 1U << component;
    const char *start = block->text + skip;
    gboolean lower = g_unichar_islower(g_utf8_get_char(start));
    if (style == MARK_MULTI && mark.parts < MAX_PARTS)
        seen->parts[mark.parts] |= bit;
    seen->colons |= colon ? bit : 0U;
    if (list_mark_counts(style))
        seen->marked[style] |= bit;
    else if (style == MARK_NONE) {
        see_case(start, strcspn(start, ":"), bit, seen);
        seen->plain |= lower ? 0U : bit;
    }
}

void
reader_read_style(ReaderText *text)
{
    Seen seen = {0};
    guint numbered = 0, keys = 0;
    Heading heading;
    for (guint i = 0; i < text->n; i++)
        if (!(text->items[i].flags & BLOCK_WHOLE) && text->items[i].cells == NULL)
            text->width = MAX(text->width, (guint)g_utf8_strlen(text->items[i].text, -1));
    for (guint i = 0; i < text->n; i++) {
        if ((text->items[i].flags & BLOCK_KEY) &&
            heading_read(text->items[i].text, strlen(text->items[i].text), &heading))
            keys |= 1U << heading.component;
        if (!(text->items[i].flags & (BLOCK_GONE | BLOCK_KEY | BLOCK_STRAY)) &&
            text->items[i].cells == NULL)
            see_line(&text->items[i], i + 1 < text->n ? &text->items[i + 1] : NULL, &seen);
    }
    for (guint style = MARK_DIGIT; style <= MARK_ROMAN; style++)
        numbered |= seen.marked[style];
    guint plain = count_bits(seen.plain & ~numbered);
    for (guint style = MARK_DIGIT; style <= MARK_ROMAN; style++)
        if (count_bits(seen.marked[style]) >= 2 &&
            (plain < 2 || plain * 4 < count_bits(numbered)))
            text->numbered |= 1U << style;
    for (guint parts = MAX_PARTS; parts-- > 0;)
        text->parts = count_bits(seen.parts[parts]) >= 2 ? parts : text->parts;
    guint others = seen.upper | seen.mixed;
    text->lower = count_bits(seen.lower & seen.colons) >= 3 &&
                  count_bits(others) <= count_bits(seen.lower & seen.colons);
    text->small = count_bits(seen.lower) >= 3 && others == 0;
    text->upper = count_bits(seen.upper) >= 3 && count_bits(seen.mixed & ~seen.upper) < 2;
    text->bare = count_bits(seen.bare & ~1U) >= 3;
    text->colons = count_bits(seen.colons) >= 3;
    text->dashes = count_bits(seen.dashes) >= 3;
    text->values = count_bits(seen.values) >= 3;
    text->plain = plain >= 3;
    text->keys = count_bits(keys & ~1U) >= 3;
    text->lone = count_bits(seen.lone) >= 3;
}

/* ---- what only arranges a text ---- */

void
reader_mark_content(ReaderText *text)
{
    for (guint i = 0; i < text->n; i++) {
        Block *block = &text->items[i];
        gsize mark = list_mark_len(block->text);
        Heading heading;
        if (mark > 0 || *block->mark != '\0' || block->cells != NULL ||
            (heading_read(block->text, strcspn(block->text, ":"), &heading) &&
             heading.kind == HEADING_COMPONENT && !heading.typed))
            block->flags |= BLOCK_CONTENT;
    }
}

/* "Pasal 5", "BAB III", "Bagian Kedua", "Paragraf 1": and nothing else in the line. */
static gboolean
is_of_law(const char *text)
{
    static const char words[] = "pasal|bab|bagian|paragraf";
    static const char ordinals[] =
        " kesatu pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan "
        "kesepuluh kesebelas keduabelas ketigabelas keempatbelas ";
    g_autoptr(GString) word = g_string_new(NULL);
    const char *at = text;
    if (!fold_next_word(&at, word))
        return FALSE;
    if (!word_list_has(words, word->str, word->len) || !fold_next_word(&at, word))
        return FALSE;
    g_autofree char *key = g_strdup_printf(" %s ", word->str);
    gboolean number = strspn(word->str, "0123456789ab") == word->len ||
                      strspn(word->str, "ivxl") == word->len || strstr(ordinals, key) != NULL;
    return number && (!fold_next_word(&at, word) || strcmp(word->str, "belas") == 0) &&
           !fold_next_word(&at, word);
}

/* "B. Komponen Standar Pelayanan yang terkait dengan … (Manufacturing)": half of the components follows. */
static gboolean
is_half(const char *text)
{
    g_autofree char *lower = g_ascii_strdown(text, -1);
    const char *words = lower + list_mark_len(lower);
    return strstr(lower, "service delivery") != NULL ||
           strstr(lower, "manufacturing") != NULL ||
           g_str_has_prefix(words, "komponen standar pelayanan yang") ||
           g_str_has_prefix(words, "proses pengelolaan pelayanan") ||
           g_str_has_prefix(words, "proses penyampaian pelayanan") ||
           strcmp(words, "pengelolaan pelayanan") == 0 ||
           strcmp(words, "penyampaian pelayanan") == 0;
}

/* "#KIA #Gratis": what a message ends with. */
static gboolean
is_hash_tags(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL; word++)
        if (**word != '#' || (*word)[1] == '\0')
            return FALSE;
    return TRUE;
}

/* "Balai X - Halaman 2", "Hal. 3", "- 2 -", "Page 2 of 5": the foot of a page. */
static gboolean
is_page_foot(const char *text)
{
    enum { DIGITS_MAX = 3, FOOT_MAX_BYTES = 24 };
    gsize len = strlen(text), digits = 0, dashes = strspn(text, "-–— ");
    while (digits < len && g_ascii_isdigit(text[len - 1 - digits]))
        digits++;
    g_autofree char *lower = g_ascii_strdown(text, (gssize)(len - digits));
    g_strchomp(lower);
    if (digits > 0 && digits <= DIGITS_MAX &&
        (g_str_has_suffix(lower, "halaman") || g_str_has_suffix(lower, " page") ||
         g_str_has_suffix(lower, "hal.") || g_str_has_suffix(lower, " hal")))
        return TRUE;
    if (dashes > 0) {
        gsize number = strspn(text + dashes, "0123456789"),
              behind = strspn(text + dashes + number, "- ");
        return number > 0 && number <= DIGITS_MAX && behind > 0 &&
               text[dashes + number + behind] == '\0';
    }
    return len < FOOT_MAX_BYTES && word_list_begin("halaman |page ", text) > 0 &&
           g_ascii_isdigit(*(strchr(text, ' ') + 1));
}

/* The same line of two pages' heads, or their numbers. */
static gboolean
is_alike(const char *a, const char *b)
{
    return strcmp(a, b) == 0 || (is_page_foot(a) && is_page_foot(b));
}

/* How many lines from `at` on are those of another page's head: lines the document began with, in their order. */
static guint
repeats_head(const ReaderText *text, guint at)
{
    enum { HEAD_LINES = 8 };
    for (guint from = 0; from < HEAD_LINES && from < at; from++) {
        guint n = 0;
        while (from + n < MIN(at, HEAD_LINES) && at + n < text->n &&
               !(text->items[at + n].flags & (BLOCK_GONE | BLOCK_KEY | BLOCK_CONTENT)) &&
               text->items[at + n].cells == NULL && text->items[at + n].level == 0 &&
               is_alike(text->items[from + n].text, text->items[at + n].text))
            n++;
        if (n >= 2)
            return n;
    }
    return 0;
}

/* The number of a page: alone in its line, 1 to 999, below no heading; 0 = it is none. */
static guint
page_number(const ReaderText *text, guint at)
{
    enum { DIGITS_MAX = 3 };
    const char *line = text->items[at].text;
    const char *above = at > 0 ? text->items[at - 1].text : "";
    gsize digits = strspn(line, "0123456789");
    Heading heading;
    if (digits == 0 || digits > DIGITS_MAX || line[digits] != '\0' ||
        text->items[at].cells != NULL || (text->items[at].flags & BLOCK_KEY) ||
        heading_read(above + list_mark_len(above), strlen(above + list_mark_len(above)),
                     &heading))
        return 0;
    return (guint)g_ascii_strtoull(line, NULL, 10);
}

/* Lines that count the pages of a text, one by one: two at least. */
static void
mark_page_numbers(ReaderText *text)
{
    guint n = 0, last = 0;
    for (guint i = 0; i < text->n; i++) {
        guint number = page_number(text, i);
        if (number > 0 && last > 0 && number != last + 1)
            return;
        n += number > 0;
        last = number > 0 ? number : last;
    }
    for (guint i = 0; n > 1 && i < text->n; i++)
        text->items[i].flags |= page_number(text, i) > 0 ? (guint)BLOCK_STRAY : 0U;
}

void
reader_mark_scaffold(ReaderText *text)
{
    mark_page_numbers(text);
    for (guint i = 0; i < text->n; i++)
        for (guint n = repeats_head(text, i); n > 0; n--)
            text->items[i++].flags |= BLOCK_STRAY;
    for (guint i = 0; i < text->n; i++) {
        Block *block = &text->items[i];
        if (block->cells != NULL || (block->flags & (BLOCK_KEY | BLOCK_GONE)) ||
            strlen(block->text) > SCAFFOLD_MAX_BYTES ||
            !(is_half(block->text) || is_of_law(block->text) || is_hash_tags(block->text) ||
              is_page_foot(block->text)))
            continue;
        block->flags |= BLOCK_STRAY;
        if (!is_page_foot(block->text) && i + 1 < text->n)
            text->items[i + 1].flags |= BLOCK_APART;
    }
}

gboolean
reader_is_foot(const char *text)
{
    static const char starts[] =
        "copyright|hak cipta|powered by|dicetak dari sippn|bagikan|share this|all rights|"
        "kembali ke atas|anda juga dapat menyampaikan pengaduan|melalui lapor!, anda|"
        "website lapor! unduh|unduh di play store|isu dan keluhan|klik banner|didukung oleh|"
        "baca juga|artikel terkait|layanan terkait|berita terkait|layanan lainnya|"
        "kebijakan privasi|pengunjung hari ini|peta situs|dibuat dengan|dibuat oleh|anda "
        "pengunjung|best view|terakhir "
        "diperbarui|"
        "statistik pengunjung|total pengunjung";
    static const char inside[] = "©|peta situs|kebijakan privasi|sippn.menpan.go.id";
    if (strlen(text) < HEADING_MAX_BYTES && word_list_inside(inside, text))
        return TRUE;
    return word_list_begin(starts, text) > 0;
}

/* "Pamulihan, Januari 2025", "Contoh, 4 Maret 2024": where and when it was signed. */
static gboolean
is_place_and_date(const char *text)
{
    enum { PLACE_MAX_BYTES = 40 };
    gsize place = strcspn(text, ",");
    Date date;
    if (text[place] != ',' || place > PLACE_MAX_BYTES ||
        !g_unichar_isupper(g_utf8_get_char(text)))
        return FALSE;
    const char *when = text + place + 1 + strspn(text + place + 1, " ._…");
    g_autofree char *first = g_strconcat("1 ", when, NULL);
    return date_parse(when, &date) == DATE_READ || date_parse(first, &date) == DATE_READ;
}

gboolean
reader_is_signature(const char *text)
{
    static const char starts[] =
        "ditetapkan di|ditetapkan pada|dikeluarkan di|disahkan di|demikian |terima kasih|"
        "terimakasih|wassalam|hormat kami|salam |mengetahui|menyetujui,|ttd|(ttd|dto|nip.";
    return word_list_begin(starts, text) > 0 || is_place_and_date(text);
}
