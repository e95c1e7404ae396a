#include "import/entries.h"
#include "import/list-mark.h"
#include "import/reader-private.h"
#include "import/word-list.h"
#include "text/fold.h"
#include "value/url.h"
#include <string.h>

enum { LABEL_MAX_BYTES = 120, LETTERHEAD_MAX_BYTES = 200 };

/* ---- lines by what they begin with ---- */

static gboolean
begins(const char *text, const char *start)
{
    gsize n = strlen(start);
    return g_ascii_strncasecmp(text, start, n) == 0 && !g_ascii_isalnum(text[n]);
}

/* What stands behind a label and its colon or spaces; NULL when the line is another. */
static const char *
label_value(const char *text, const char *label)
{
    gsize n = strlen(label);
    if (g_ascii_strncasecmp(text, label, n) != 0 || strchr(": ", text[n]) == NULL)
        return NULL;
    return text + n + strspn(text + n, ": ");
}

const char *
reader_decree_value(const char *text)
{
    static const char *const labels[] = {"No. SK",
                                         "No SK",
                                         "Nomor SK",
                                         "No.SK",
                                         "SK Nomor",
                                         "SK No.",
                                         "Nomor Surat Keputusan",
                                         "No. Surat Keputusan"};
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
        const char *value = label_value(text, labels[i]);
        if (value != NULL &&
            (g_ascii_tolower(*labels[i]) != 's' || strpbrk(value, "0123456789") != NULL))
            return value;
    }
    return NULL;
}

/* A line of its own below an empty "No. SK :" that looks like a number of a decree. */
static gboolean
is_number(const char *text)
{
    if (strpbrk(text, "0123456789") == NULL || strlen(text) >= LABEL_MAX_BYTES)
        return FALSE;
    g_autofree char *lower = g_ascii_strdown(text, -1);
    return strchr(text, '/') != NULL || strstr(lower, " tahun ") != NULL;
}

const char *
reader_title_rest(const char *text)
{
    static const char starts[] =
        "standar pelayanan publik|standar pelayanan|standard pelayanan|"
        "standar operasional pelayanan|standar layanan|standart pelayanan|"
        "standar operasional prosedur|informasi layanan|informasi pelayanan|info layanan|sop|"
        "tanya jawab seputar|tanya jawab tentang|tanya jawab";
    text += list_mark_len(text); /* "3. STANDAR PELAYANAN …" of a decree */
    gsize n = word_list_begin(starts, text);
    if (n == 0)
        return NULL;
    const char *rest = text + n + strspn(text + n, " :-–—\"“(");
    gsize number = label_value(rest, "nomor") != NULL ? strlen("nomor ") : 0;
    gsize digits = number > 0 ? strspn(rest + number, "0123456789 :") : 0;
    return digits > 0 ? rest + number + digits : rest; /* "STANDAR PELAYANAN NOMOR 3 :" */
}

/* ---- letterhead ---- */

typedef enum HeadKind {
    HEAD_OTHER,
    HEAD_PARENT,  /* PEMERINTAH KABUPATEN … */
    HEAD_NAME,    /* DINAS … */
    HEAD_ADDRESS, /* Jl. … */
    HEAD_CONTACT, /* telephone, e-mail, site */
    HEAD_DECREE,  /* LAMPIRAN KEPUTUSAN …, NOMOR, TANGGAL, TENTANG */
    HEAD_TITLE,   /* STANDAR PELAYANAN … */
    HEAD_COLUMNS  /* NO KOMPONEN URAIAN of a table whose lines were lost */
} HeadKind;

/* First words of the lines of a head, by kind. */
static const char parents[] =
    "pemerintah|bupati|gubernur|wali kota|walikota|kabupaten|kota|provinsi|kementerian|"
    "pemprov|pemkab|pemkot|republik indonesia";
static const char names[] =
    "dinas|badan|kecamatan|kelurahan|kantor|upt|uptd|rsud|rumah sakit|puskesmas|"
    "sekretariat|inspektorat|satuan polisi pamong praja|balai|bagian|desa|nagari|"
    "pengadilan negeri|polres|polsek|kepolisian|perpustakaan|blud|perumda|perumdam|pdam|"
    "kua|lapas|rutan|lembaga pemasyarakatan|samsat|satlantas|satpas|satintelkam|polda|"
    "polresta|pengadilan|kejaksaan|universitas|institut|politeknik|fakultas|sma|smk|smp|"
    "sd|madrasah|bps|bpjs|dpmptsp|disdukcapil|ppid|unit pelaksana teknis|satuan";
static const char addresses[] = "jl|jln|jalan|alamat|komplek|kompleks";
static const char contacts[] =
    "telp|telepon|tlp|telpon|fax|faks|email|e-mail|website|situs|laman|kode pos|surel|"
    "web|http|https|www";
static const char decrees[] =
    "lampiran|keputusan|surat keputusan|nomor|tanggal|tentang|peraturan|no.|perihal|hal|"
    "sifat|kepada|yth|di tempat|menimbang|mengingat|memutuskan|menetapkan|ditetapkan";

static HeadKind
head_kind(const char *text)
{
    UrlSpan span;
    if (strlen(text) > LETTERHEAD_MAX_BYTES)
        return HEAD_OTHER;
    if (reader_title_rest(text) != NULL)
        return HEAD_TITLE;
    if (word_list_begin(parents, text) > 0)
        return HEAD_PARENT;
    if (word_list_begin(names, text) > 0)
        return HEAD_NAME;
    if (word_list_begin(addresses, text) > 0)
        return HEAD_ADDRESS;
    if (word_list_begin(contacts, text) > 0 ||
        (strchr(text, ' ') == NULL && (url_find(text, 0, &span) || email_find(text, 0, &span))))
        return HEAD_CONTACT;
    if (word_list_begin(decrees, text) > 0)
        return HEAD_DECREE;
    return HEAD_OTHER;
}

/* "Telp. (0343) 1 Email: a@b.id": what it names; a telephone only when nothing else is in the line. */
static void
take_contact(Arena *arena, const char *text, ReadAgency *agency)
{
    UrlSpan span;
    if (email_find(text, 0, &span)) {
        if (agency->email == NULL)
            agency->email = arena_strndup(arena, text + span.start, span.len);
    } else if (url_find(text, 0, &span)) {
        if (agency->site == NULL)
            agency->site = arena_strndup(arena, text + span.start, span.len);
    } else if (agency->phone == NULL && (begins(text, "telp") || begins(text, "telepon") ||
                                         begins(text, "tlp") || begins(text, "telpon"))) {
        const char *digits = strpbrk(text, "(0123456789+");
        gsize n = digits != NULL ? strspn(digits, "()0123456789+- ") : 0;
        if (n > 5 && digits[n] == '\0')
            agency->phone = arena_strndup(arena, digits, n);
    }
}

/* A post code or telephone, alone in a line below the address. */
static gboolean
is_code(const char *text)
{
    return strspn(text, "0123456789-() ") == strlen(text);
}

/*
 * The letterhead: lines from a PEMERINTAH or DINAS on, as far as they name, place or reach the agency.
 * Returns how many.
 */
static guint
take_letterhead(Arena *arena, const BlockList *head, ReadAgency *agency)
{
    guint n = 0;
    gboolean named = FALSE, placed = FALSE;
    g_autoptr(GString) name = g_string_new(NULL), address = g_string_new(NULL);
    ReadAgency found = {.letterhead = TRUE};
    for (; n < head->n; n++) {
        const char *text = head->items[n].text;
        HeadKind kind = head_kind(text);
        gboolean goes_on = named && !placed && n > 0 && kind == HEAD_OTHER &&
                           reader_is_upper(text) && !(head->items[n].flags & BLOCK_APART);
        if (kind == HEAD_PARENT && !named && found.parent == NULL)
            found.parent = text;
        else if ((kind == HEAD_NAME && !placed && !(named && found.parent == NULL)) || goes_on)
            g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "", text);
        else if ((kind == HEAD_ADDRESS && !placed) || (placed && is_code(text)))
            g_string_append_printf(address, "%s%s", address->len > 0 ? " " : "", text);
        else if (kind == HEAD_CONTACT && (named || found.parent != NULL))
            take_contact(arena, text, &found);
        else
            break;
        named = name->len > 0;
        placed = placed || kind == HEAD_ADDRESS;
    }
    gboolean whole = named && (found.parent != NULL || placed);
    if (!whole)
        return 0;
    found.name = arena_strndup(arena, name->str, name->len);
    if (address->len > 0)
        page_head_split_contact(arena, arena_strndup(arena, address->str, address->len),
                                &found);
    if (found.parent == NULL)
        found.parent = "";
    if (agency->name == NULL)
        *agency = found;
    return n;
}

/* ---- decree ---- */

/* "STANDAR PELAYANAN" alone, or of a year. */
static gboolean
says_no_more(const char *rest)
{
    gsize label = begins(rest, "tahun") ? strlen("tahun") : 0;
    return rest[label + (label > 0 ? strspn(rest + label, " 0123456789") : 0)] == '\0';
}

/* "PUBLIK", "PADA DINAS X", "KECAMATAN X": says whose standards these are, not which service. */
static gboolean
is_generic(const char *rest)
{
    static const char starts[] = "pada|di lingkungan|publik";
    return says_no_more(rest) || word_list_begin(starts, rest) > 0 ||
           word_list_begin(names, rest) > 0;
}

typedef struct Head {
    Arena *arena;
    ReadCharter *out;
    gboolean below;    /* the line before was an empty label of the number */
    gboolean annex;    /* "LAMPIRAN …" or "KEPUTUSAN …" stood above */
    gboolean in_about; /* the line before was TENTANG */
} Head;

static gboolean
take_part(const char **member, const char *value)
{
    if (*member != NULL || *value == '\0')
        return FALSE;
    *member = value;
    return TRUE;
}

/* The number behind its label, `value`, or (NULL) on the line below, `text`. */
static gboolean
take_number(Head *head, const char *value, const char *text)
{
    ReadDecree *decree = &head->out->decree;
    gboolean first = decree->number == NULL;
    decree->asked = TRUE;
    head->below = value != NULL && *value == '\0' && first;
    if (value != NULL && *value == '\0')
        return TRUE;
    decree->below = decree->below || (value == NULL && first);
    decree->of_all = decree->of_all || head->annex;
    return take_part(&decree->number, value != NULL ? value : text);
}

/* TRUE when the line is of the decree and has said all it says. */
static gboolean
take_decree(Head *head, const Block *block)
{
    ReadDecree *decree = &head->out->decree;
    const char *text = block->text, *value = reader_decree_value(text);
    gboolean below = head->below;
    head->below = FALSE;
    if (value != NULL || (below && is_number(text)))
        return take_number(head, value, text);
    if (!head->annex)
        return FALSE;
    value = label_value(text, "nomor");
    if (value != NULL && is_number(value)) {
        decree->asked = decree->of_all = TRUE;
        return take_part(&decree->number, value);
    }
    value = label_value(text, "tanggal");
    if (value != NULL && strpbrk(value, "0123456789") != NULL)
        return take_part(&decree->date, value);
    value = begins(text, "tentang") ? text + strlen("tentang") : NULL;
    if (value != NULL) {
        value += strspn(value, ": ");
        head->in_about = *value == '\0';
        return head->in_about || take_part(&decree->about, value);
    }
    if (head->in_about) {
        const char *rest = reader_title_rest(text);
        head->in_about = FALSE;
        if (rest != NULL && !is_generic(rest))
            return FALSE; /* it names the service */
        return take_part(&decree->about, text);
    }
    return FALSE;
}

/* "Keputusan Kepala UPT X Nomor 440/77/2024": its number; the words before it stay. */
static void
cut_decree(Head *head, Block *block)
{
    static const char label[] = " nomor ";
    g_autofree char *lower = g_ascii_strdown(block->text, -1);
    const char *decree = strstr(lower, "keputusan "),
               *number = decree != NULL ? strstr(decree, label) : NULL;
    gboolean fixed = decree == lower || strstr(lower, "ditetapkan dengan keputusan") != NULL;
    if (number == NULL || !fixed)
        return;
    gsize at = (gsize)(number - lower) + strlen(label);
    if (!is_number(block->text + at) || !take_part(&head->out->decree.number, block->text + at))
        return;
    head->out->decree.asked = head->out->decree.of_all = TRUE;
    block->text = arena_strndup(head->arena, block->text, at - 1);
}

/* ---- title ---- */

/* What no title begins with. */
static const char talk[] =
    "pengumuman|halo|hai|assalamualaikum|assalamu|selamat|yth|info|mohon|pagi|siang|"
    "berikut|kepada|"
    "dengan "
    "hormat|oleh|bapak|ibu|saudara|diposting|disalin|penyelenggara|instansi|bmkg|"
    "dipublikasikan|home|menu|beranda|"
    "kategori";

static gboolean
may_continue(const Block *block, const Block *above)
{
    enum { FULL_BYTES = 40 }; /* of a line that was broken, when no capitals or print tell */
    gboolean full = strlen(above->text) >= FULL_BYTES ||
                    g_unichar_islower(g_utf8_get_char(block->text)) ||
                    reader_is_upper(above->text) || (above->flags & BLOCK_STRONG) ||
                    entries_ends_open(above->text, strlen(above->text));
    return full && word_list_begin(talk, block->text) == 0 && !(block->flags & BLOCK_APART) &&
           list_mark_len(block->text) == 0 && block->cells == NULL &&
           reader_decree_value(block->text) == NULL &&
           (head_kind(block->text) == HEAD_OTHER || (block->flags & BLOCK_STRONG)) &&
           reader_is_upper(block->text) == reader_is_upper(above->text) &&
           (block->flags & BLOCK_STRONG) == (above->flags & BLOCK_STRONG) &&
           strstr(block->text, ": ") == NULL && strstr(block->text, " | ") == NULL &&
           !(block->flags & BLOCK_WHOLE);
}

/* The title from `at` on; returns how many blocks it takes. */
static guint
take_title(Head *head, const BlockList *list, guint at, const char *start)
{
    g_autoptr(GString) title = g_string_new(start);
    guint n = 1;
    if (title->len == 0 && at + n < list->n) { /* "STANDAR PELAYANAN" and the name below it */
        const char *below = list->items[at + n].text;
        g_string_append(title, below + strspn(below, ": "));
        n++;
    }
    while (at + n < list->n && may_continue(&list->items[at + n], &list->items[at + n - 1])) {
        entries_join(title, list->items[at + n].text);
        n++;
    }
    head->out->title = arena_strndup(head->arena, title->str, title->len);
    return n;
}

/* "Layanan Publik", "LAYANAN DINAS X": whose services these are, not which. */
static gboolean
says_whose(const char *text)
{
    const char *rest =
        begins(text, "layanan") || begins(text, "pelayanan") ? text + strcspn(text, " ") : NULL;
    return rest != NULL && is_generic(rest + strspn(rest, " "));
}

/* What a line says of itself: whether it may be the name of a service. */
static int
title_score(const Block *block)
{
    static const char services[] =
        "pelayanan|layanan|penerbitan|pembuatan|surat|izin|rekomendasi|pengajuan|pendaftaran|"
        "legalisir|kartu|akta|permohonan|cetak|perpanjangan|pengujian|uji|legalisasi|"
        "pemasangan|pengurusan|konsultasi|daftar|kunjungan";
    const char *text = block->text + list_mark_picture_len(block->text);
    gsize len = strlen(text);
    int score = (block->level > 0              ? 5
                 : block->flags & BLOCK_STRONG ? 4
                                               : 0) +
                (reader_is_upper(text) ? 2 : 0);
    text += strspn(text, "> ");
    score += word_list_inside(services, text) ? 2 : 0;
    score -= word_list_begin(talk, text) > 0 ? 6 : 0;
    if (len == 0 || strchr(".!?:;,", text[len - 1]) != NULL || len > LETTERHEAD_MAX_BYTES)
        score -= 5;
    gboolean year = len > 4 && strspn(text + len - 4, "0123456789") == 4;
    if ((g_ascii_isdigit(*text) && list_mark_len(text) == 0) ||
        (year && strchr(text, ',') != NULL)) /* "Contoh, 4 Januari 2024" */
        score -= 6;
    score -= says_whose(text) ? 3 : 0;
    score -=
        strchr(text, ' ') == NULL && strpbrk(text, "0123456789") != NULL ? 6 : 0; /* "SP-07" */
    score -= strstr(text, ": ") != NULL ? 5 : 0; /* "Penanggung jawab: …" */
    return score - (strchr("\"'(#@", *text) != NULL ? 4 : 0) -
           (strstr(text, "://") != NULL || strstr(text, " | ") != NULL || strchr(text, '>')
                ? 6
                : 0);
}

/* The line most like a name among those that are nothing else; of equals the first. */
static guint
find_likeliest(const BlockList *list, const gboolean *taken)
{
    enum { LONE_MIN = -3 }; /* of the only line there is */
    guint best = G_MAXUINT, lone = G_MAXUINT, n = 0;
    int score = 0;
    for (guint i = 0; i < list->n; i++) {
        const Block *block = &list->items[i];
        if (taken[i] || block->cells != NULL || *block->mark != '\0' ||
            (block->flags & BLOCK_STRAY) || reader_title_rest(block->text) != NULL ||
            reader_decree_value(block->text) != NULL || head_kind(block->text) != HEAD_OTHER)
            continue;
        int now = title_score(block);
        lone = n++ == 0 && now >= LONE_MIN ? i : G_MAXUINT;
        if (now < 0 || (best != G_MAXUINT && now <= score))
            continue;
        best = i;
        score = now;
    }
    return best != G_MAXUINT ? best : lone;
}

/* Which block is the title's first: "STANDAR PELAYANAN X", else the likeliest that is nothing else. */
static guint
find_title(const BlockList *list, const gboolean *taken)
{
    guint generic = G_MAXUINT;
    for (guint i = 0; i < list->n; i++) {
        const char *text = list->items[i].text;
        const char *rest = reader_title_rest(text);
        if (taken[i] || list->items[i].cells != NULL)
            continue;
        if (list->items[i].level == 1 && rest == NULL && head_kind(text) == HEAD_OTHER &&
            !says_whose(text))
            return i;
        if (rest != NULL && !is_generic(rest))
            return i;
        if (rest != NULL && *rest == '\0' && i + 1 < list->n && !taken[i + 1] &&
            head_kind(list->items[i + 1].text) == HEAD_OTHER &&
            reader_decree_value(list->items[i + 1].text) == NULL)
            return i;
        if (rest != NULL)
            generic = MIN(generic, i);
    }
    guint likeliest = find_likeliest(list, taken);
    if (likeliest != G_MAXUINT)
        return likeliest;
    if (generic != G_MAXUINT && says_no_more(reader_title_rest(list->items[generic].text)))
        return G_MAXUINT;
    return generic;
}

/* "… kami sampaikan standar pelayanan Surat Keterangan Usaha pada Desa X": the words with capitals behind it. */
static gsize
named_in_sentence(const char *text, const char **start)
{
    static const char label[] = "standar pelayanan ";
    g_autofree char *lower = g_ascii_strdown(text, -1);
    const char *found = strstr(lower, label);
    if (found == NULL || found == lower)
        return 0;
    const char *at = *start = text + (found - lower) + strlen(label);
    while (g_unichar_isupper(g_utf8_get_char(at)) || *at == '(') {
        at += strcspn(at, " ");
        at += *at == ' ';
        if (at > *start + 1 && strchr(",.;:)", at[-2]) != NULL)
            break;
    }
    return (gsize)(at - *start);
}

/* "Berikut info PELAYANAN SURAT SEHAT ya": three words or more in capitals inside of a line. */
static gsize
named_in_capitals(const char *text, const char **start)
{
    enum { WORDS_MIN = 3 };
    for (const char *at = text; *at != '\0';) {
        guint n = 0;
        const char *from = at;
        while (*at != '\0') {
            gsize len = strcspn(at, " ");
            g_autofree char *word = g_strndup(at, len);
            gboolean sign = strpbrk(word, "/&-") != NULL && len == 1;
            if (!reader_is_upper(word) && !sign)
                break;
            n += sign ? 0 : 1;
            at += len + strspn(at + len, " ");
        }
        if (n >= WORDS_MIN && from > text) {
            *start = from;
            return (gsize)(at - from);
        }
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    return 0;
}

/* "KECAMATAN X - DISPENSASI NIKAH": the service behind its agency. */
static gsize
named_behind_agency(const char *text, const char **start)
{
    const char *dash = head_kind(text) == HEAD_NAME ? strstr(text, " - ") : NULL;
    *start = dash != NULL ? dash + 3 : text;
    return dash != NULL ? strlen(*start) : 0;
}

/* A name inside of a line that says more: guessed. The line stays where it is. */
static void
guess_title(Head *head, const BlockList *list)
{
    static gsize (*const ways[])(const char *, const char **) = {
        named_in_sentence, named_behind_agency, named_in_capitals};
    for (guint way = 0; way < G_N_ELEMENTS(ways); way++)
        for (guint i = 0; i < list->n; i++) {
            const char *start;
            gsize len = ways[way](list->items[i].text, &start);
            while (len > 0 && strchr(" ,.;:", start[len - 1]) != NULL)
                len--;
            if (len < 4 || len > LETTERHEAD_MAX_BYTES)
                continue;
            head->out->title = arena_strndup(head->arena, start, len);
            head->out->title_guessed = TRUE;
            return;
        }
}

static void
settle_title(Head *head, const BlockList *list, gboolean *taken)
{
    if (*head->out->title != '\0')
        return;
    guint at = find_title(list, taken);
    const char *rest = at != G_MAXUINT ? reader_title_rest(list->items[at].text) : NULL;
    if (at == G_MAXUINT || (rest != NULL && *rest != '\0' && is_generic(rest)))
        guess_title(head, list);
    if (at == G_MAXUINT || *head->out->title != '\0')
        return;
    const Block *block = &list->items[at];
    gboolean whole = rest == NULL || is_generic(rest);
    gboolean lone = rest != NULL && *rest == '\0';
    ListMark mark;
    gboolean marked =
        rest == NULL && list_mark_scan(block->text, &mark) && list_mark_counts(mark.style);
    gsize skip = rest == NULL ? list_mark_picture_len(block->text) : 0;
    if (marked)
        skip = list_mark_len(block->text); /* "II. PELAYANAN X" of a list of services */
    guint n = take_title(head, list, at, lone || !whole ? rest : block->text + skip);
    for (guint i = at; i < at + n; i++)
        taken[i] = TRUE;
    if (marked || (rest != NULL && (lone || !whole))) {
        g_autoptr(GString) line = g_string_new(block->text);
        for (guint i = at + 1; i < at + n; i++)
            entries_join(line, list->items[i].text);
        head->out->title_line = arena_strndup(head->arena, line->str, line->len);
    }
}

void
reader_take_head(
    Arena *arena, const BlockList *list, ReadCharter *out, ReadAgency *agency, BlockSink *rest)
{
    Head head = {.arena = arena, .out = out};
    g_autofree gboolean *taken = g_new0(gboolean, list->n + 1);
    ReadAgency other = {.name = ""};
    guint n = take_letterhead(arena, list, agency != NULL ? agency : &other);
    out->title += strspn(out->title, ": "); /* it may have stood below its label */
    for (guint i = 0; i < list->n; i++) {
        const Block *block = &list->items[i];
        taken[i] = i < n;
        if (taken[i] || block->cells != NULL)
            continue;
        head.annex = head.annex || begins(block->text, "lampiran") ||
                     head_kind(block->text) == HEAD_TITLE || begins(block->text, "keputusan") ||
                     begins(block->text, "peraturan") || begins(block->text, "surat keputusan");
        taken[i] = take_decree(&head, block);
        if (!taken[i])
            cut_decree(&head, &list->items[i]);
    }
    settle_title(&head, list, taken);
    for (guint i = 0; i < list->n; i++)
        if (!taken[i])
            block_sink_put(rest, &list->items[i]);
}
