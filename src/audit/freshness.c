#include "audit/freshness.h"
#include "audit/language.h"
#include "text/blank.h"
#include "value/tokens.h"
#include <string.h>

enum { MONTHS_NOTED = 12, MONTHS_OVERDUE = 36 };

/* Reports a key that is not given; one that was lost to a mistake, or refused, is reported already. */
static void
want_key(const Audit *audit, DiagCode code, const char *key, Mark mark)
{
    if (finding_is_blank(audit->source, key) &&
        !finding_is_explained(audit, audit->source, key))
        diag_add(audit->diags, code, mark, 0, NULL);
}

static gint64
months_between(Date from, Date to)
{
    gint64 months = (to.year - from.year) * 12 + to.month - from.month;
    return to.day < from.day ? months - 1 : months;
}

static gboolean
is_older(const Audit *audit, Date date, gint64 months)
{
    return date_compare(date_add_months(date, months), audit->today) < 0;
}

static void
check_future(const Audit *audit, const DateText *date)
{
    if (date_is_set(audit->today) && date_is_set(date->date) && audit_owns(audit, &date->raw) &&
        date_compare(date->date, audit->today) > 0)
        finding_at(audit, DIAG_DATE_FUTURE, &date->raw, date->raw.str, NULL);
}

/* The day by which the standard wants to be reviewed again; {0}: it does not say, or not readably. */
static Date
next_review(const Service *service)
{
    const Duration *value = &service->selang_tinjau.value;
    Date last = service->ditinjau.date;
    if (!text_has_words(service->selang_tinjau.waktu) || value->kind != DURATION_READ ||
        value->n_parts != 1 || value->parts[0].max > 1000)
        return (Date){0};
    gint64 n = value->parts[0].max;
    switch (value->parts[0].unit) {
    case UNIT_TAHUN:
        return date_add_months(last, n * 12);
    case UNIT_BULAN:
        return date_add_months(last, n);
    case UNIT_MINGGU:
        return date_from_day(date_to_day(last) + (gint32)n * 7);
    case UNIT_HARI:
    case UNIT_HARI_KALENDER:
        return date_from_day(date_to_day(last) + (gint32)n);
    case UNIT_HARI_KERJA: /* nobody plans a review in minutes or working days */
    case UNIT_DETIK:
    case UNIT_MENIT:
    case UNIT_JAM:
    case N_UNITS:
        break;
    }
    return (Date){0};
}

static gboolean
is_due(const Audit *audit, const Service *service)
{
    Date due = next_review(service);
    if (!date_is_set(due) || date_compare(due, audit->today) >= 0)
        return FALSE;
    g_autoptr(GString) day = g_string_new(NULL);
    date_append_long(day, due, FALSE);
    finding_at(audit, DIAG_REVIEW_DUE, &service->ditinjau.raw, day->str,
               service->selang_tinjau.waktu.str);
    return TRUE;
}

static void
check_review(const Audit *audit, const Service *service)
{
    const DateText *review = &service->ditinjau;
    if (!text_has_words(review->raw)) {
        want_key(audit, DIAG_REVIEW_MISSING, "ditinjau", service->head.mark);
        return;
    }
    if (!date_is_set(audit->today) || !date_is_set(review->date) ||
        language_is_scaffold(review->raw.str))
        return;
    char number[24];
    g_snprintf(number, sizeof number, "%" G_GINT64_FORMAT,
               months_between(review->date, audit->today));
    if (is_older(audit, review->date, MONTHS_OVERDUE))
        finding_at(audit, DIAG_REVIEW_OVERDUE, &review->raw, number, NULL);
    else if (!is_due(audit, service) && is_older(audit, review->date, MONTHS_NOTED))
        finding_at(audit, DIAG_REVIEW_YEAR, &review->raw, number, NULL);
}

/* A blank beside a slash or dot between digits: left over from a line end of the scanned decree. */
static void
check_decree(const Audit *audit, const Decree *decree)
{
    const char *text = decree->nomor.str;
    if (!audit_owns(audit, &decree->nomor))
        return;
    for (const char *space = strchr(text, ' '); space != NULL; space = strchr(space + 1, ' ')) {
        gboolean after = space > text && strchr("/.", space[-1]) != NULL;
        if (space > text + 1 && after && g_ascii_isdigit(space[-2]) &&
            g_ascii_isdigit(space[1])) {
            finding_at(audit, DIAG_SK_SPACE, &decree->nomor, text, NULL);
            return;
        }
    }
}

/* ---- days to come ---- */

static gboolean
is_past(const Audit *audit, Date date)
{
    return date_is_set(date) && date_is_set(audit->today) &&
           date_compare(date, audit->today) < 0;
}

static void
tell_day(const Audit *audit, DiagCode code, const char *key, const DateText *date)
{
    g_autoptr(GString) day = g_string_new(NULL);
    date_append_long(day, date->date, FALSE);
    if (audit_owns(audit, &date->raw))
        finding_at(audit, code, &date->raw, key != NULL ? key : day->str,
                   key != NULL ? day->str : NULL);
}

static void
check_notices(const Audit *audit, const NoticeList *list)
{
    for (guint i = 0; i < list->n; i++) {
        if (is_past(audit, list->items[i].sampai.date))
            tell_day(audit, DIAG_NOTICE_OVER, NULL, &list->items[i].sampai);
    }
}

/* What the page says of a day (model/life), against the day of the check. */
static void
check_life(const Audit *audit, const Service *service)
{
    Date today = audit->today;
    const DateText *start = &service->berlaku_sejak;
    check_notices(audit, &service->pemberitahuan);
    if (!date_is_set(today))
        return;
    if (date_compare(start->date, today) > 0 && !service->belum_berlaku)
        tell_day(audit, DIAG_DAY_AHEAD, "berlaku_sejak", start);
    else if (date_compare(start->date, today) > 0)
        tell_day(audit, DIAG_EFFECTIVE_FUTURE, NULL, start);
    else if (service->belum_berlaku)
        tell_day(audit, DIAG_DAY_PASSED, "berlaku_sejak", start);
    for (guint i = 0; i < service->perubahan.n; i++) {
        const Change *change = &service->perubahan.items[i];
        if (!date_is_set(change->mulai.date))
            continue;
        gboolean ahead = date_compare(change->mulai.date, today) > 0;
        if (ahead == change->applied)
            tell_day(audit, ahead ? DIAG_DAY_AHEAD : DIAG_DAY_PASSED, "perubahan",
                     &change->mulai);
    }
    if (service->status == STATUS_NONAKTIF && is_past(audit, service->nonaktif.sampai.date))
        tell_day(audit, DIAG_DAY_PASSED, "nonaktif", &service->nonaktif.sampai);
}

void
freshness_audit_service(const Audit *audit, const Service *service)
{
    Mark mark = service->head.mark;
    if (!text_has_words(service->sk.nomor))
        want_key(audit, DIAG_SK_MISSING, "sk", mark);
    if (!text_has_words(service->berlaku_sejak.raw))
        want_key(audit, DIAG_EFFECTIVE_MISSING, "berlaku_sejak", mark);
    check_decree(audit, &service->sk);
    check_review(audit, service);
    check_future(audit, &service->ditinjau);
    check_future(audit, &service->sk.tanggal);
    check_life(audit, service);
}

/* ---- the pledge ---- */

enum { MAX_WORDS = 8 };

/* The statement is there when one word of each row is: the second row may be empty. */
static const struct {
    DiagCode code;
    const char *words[2][MAX_WORDS];
} statements[] = {
    {DIAG_PLEDGE_PROMISE,
     {{"sanggup", "siap", "berjanji", "bersedia", "berkomitmen", "bertekad", "wajib"},
      {"standar"}}},
    {DIAG_PLEDGE_IMPROVEMENT,
     {{"perbaikan", "memperbaiki", "meningkatkan", "peningkatan", "penyempurnaan",
       "menyempurnakan"},
      {NULL}}},
    {DIAG_PLEDGE_SANCTION, {{"sanksi", "kompensasi", "ganti rugi"}, {NULL}}},
};

static gboolean
has_any(const Tokens *tokens, const char *const *words)
{
    for (guint k = 0; k < MAX_WORDS && words[k] != NULL; k++) {
        for (guint i = 0; i < tokens->n; i++) {
            if (tokens_match(tokens, i, words[k]) > 0)
                return TRUE;
        }
    }
    return words[0] == NULL;
}

gboolean
freshness_is_pledge_whole(const char *text)
{
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    for (guint i = 0; i < G_N_ELEMENTS(statements); i++) {
        if (!has_any(&tokens, statements[i].words[0]) ||
            !has_any(&tokens, statements[i].words[1]))
            return FALSE;
    }
    return TRUE;
}

static void
check_pledge(const Audit *audit)
{
    const Pledge *pledge = &audit->agency->maklumat;
    if (!text_has_words(pledge->teks)) {
        want_key(audit, DIAG_PLEDGE_MISSING, "maklumat", audit->agency->head.mark);
        return;
    }
    g_auto(Tokens) tokens;
    tokens_read(&tokens, pledge->teks.str);
    for (guint i = 0; i < G_N_ELEMENTS(statements); i++) {
        if (!has_any(&tokens, statements[i].words[0]) ||
            !has_any(&tokens, statements[i].words[1]))
            finding_at(audit, statements[i].code, &pledge->teks, NULL, NULL);
    }
    if (!text_has_words(pledge->tanggal.raw))
        diag_add(audit->diags, DIAG_PLEDGE_UNDATED, finding_key(audit->source, "maklumat"), 0,
                 NULL);
    check_future(audit, &pledge->tanggal);
    check_decree(audit, &pledge->sk);
}

/* ---- the agency's facts ---- */

static void
check_postcode(const Audit *audit)
{
    const Text *code = &audit->agency->kode_pos;
    if (!text_has_words(*code) || strstr(code->str, BLANK) != NULL)
        return; /* the rules of language know placeholders */
    gboolean five = strlen(code->str) == 5 && strspn(code->str, "0123456789") == 5;
    if (!five || code->str[0] == '0' || strcmp(code->str + 2, "000") == 0)
        finding_at(audit, DIAG_POSTCODE_DOUBTFUL, code, code->str, NULL);
}

/* "… Bangil Telp. (0343) 429064" in the address. */
static void
check_address(const Audit *audit)
{
    static const char *const words[] = {"telp", "telepon", "tlp", "fax", "faks", "hp", NULL};
    const Text *address = &audit->agency->alamat;
    if (!text_has_words(*address)) {
        want_key(audit, DIAG_ADDRESS_MISSING, "alamat", audit->agency->head.mark);
        return;
    }
    g_auto(Tokens) tokens;
    tokens_read(&tokens, address->str);
    for (guint i = 0; i + 1 < tokens.n; i++) {
        for (guint k = 0; words[k] != NULL; k++) {
            if (tokens_is_word(&tokens, i, words[k])) {
                finding_in(audit, DIAG_ADDRESS_PHONE, address,
                           (FindingPart){tokens.at[i].start,
                                         strlen(address->str) - tokens.at[i].start},
                           NULL);
                return;
            }
        }
    }
}

void
freshness_audit_agency(const Audit *audit)
{
    const Agency *agency = audit->agency;
    Mark mark = agency->head.mark;
    if (agency->jam_layanan.n == 0)
        want_key(audit, DIAG_HOURS_MISSING, "jam_layanan", mark);
    if (!text_has_words(agency->situs_web.raw))
        want_key(audit, DIAG_WEBSITE_MISSING, "situs_web", mark);
    if (agency->surel.n == 0 && agency->kontak.n == 0 &&
        finding_is_blank(audit->source, "email") && finding_is_blank(audit->source, "kontak"))
        want_key(audit, DIAG_CONTACT_MISSING, "telepon", mark);
    check_address(audit);
    check_postcode(audit);
    check_pledge(audit);
    check_notices(audit, &agency->pemberitahuan);
}
