/* Any text as every typed value: each grammar comes to an end, gives back what it printed, and what it read has its
 * digits from the text. */
#include "fuzz.h"
#include "value/channel.h"
#include "value/color.h"
#include "value/day.h"
#include "value/duration.h"
#include "value/fee.h"
#include "value/hours.h"
#include "value/money.h"
#include "value/phone.h"
#include "value/target.h"
#include "value/url.h"
#include <string.h>

static void
read_money(const char *text)
{
    gint64 amount, again;
    MoneyStatus status = money_parse(text, &amount);
    if (status != MONEY_READ && status != MONEY_THOUSANDS_LOST)
        return;
    g_autoptr(GString) printed = g_string_new(NULL);
    money_append(printed, amount);
    MoneyStatus second = money_parse(printed->str, &again);
    g_assert_true(amount < 0 || second == MONEY_READ || second == MONEY_THOUSANDS_LOST);
    g_assert_true(amount < 0 || again == amount);
}

static void
read_date(const char *text)
{
    Date date, again;
    g_autoptr(GString) printed = g_string_new(NULL);
    date_append_guess(printed, text);
    g_string_truncate(printed, 0);
    if (date_parse(text, &date) != DATE_READ)
        return;
    g_assert_true(date_is_valid(date.year, date.month, date.day));
    date_append_iso(printed, date);
    g_assert_cmpint(date_parse(printed->str, &again), ==, DATE_READ);
    g_assert_cmpint(date_compare(date, again), ==, 0);
}

static void
read_duration(Arena *arena, const char *text)
{
    Duration duration;
    g_autoptr(GString) printed = g_string_new(NULL);
    duration_parse(arena, text, &duration);
    g_assert_cmpuint(duration.n_parts, <=, DURATION_MAX_PARTS);
    for (guint i = 0; i < duration.n_parts; i++) {
        g_assert_cmpint(duration.parts[i].min, >=, 0);
        g_assert_cmpint(duration.parts[i].max, >=, duration.parts[i].min);
        duration_append_part(&duration.parts[i], printed);
    }
    duration_append_iso8601(&duration, printed);
    duration_append_in_hours(&duration, printed);
    g_assert_true(g_utf8_validate_len(printed->str, printed->len, NULL));
}

static void
read_fee(Arena *arena, const char *text)
{
    FeeText fee;
    fee_text_parse(arena, text, &fee);
    if (fee.kind == FEE_TETAP)
        g_assert_nonnull(strpbrk(text, "0123456789"));
    g_assert_nonnull(fee_satuan(arena, text));
}

static void
read_hours(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "|", 3);
    Hours hours = {0};
    g_autoptr(GString) evening = g_string_new(NULL), morning = g_string_new(NULL);
    const char *day = parts[0] != NULL ? parts[0] : "",
               *time = parts[0] != NULL ? parts[1] : NULL;
    hours_add_row(&hours, day, time != NULL ? time : day, time != NULL ? parts[2] : NULL, NULL);
    hours_split_night(day, time != NULL ? time : day, evening, morning);
    for (guint d = 0; d < HOURS_DAYS; d++)
        g_assert_cmpuint(hours.n[d], <=, HOURS_MAX_INTERVALS);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    g_autofree char *raw = g_strndup((const char *)bytes, len);
    g_autofree char *text = g_utf8_make_valid(raw, -1);
    g_autoptr(Arena) arena = arena_new();
    ChannelText channel;
    Phone phone;
    UrlValue url;
    Color color;
    read_money(text);
    read_date(text);
    read_duration(arena, text);
    read_fee(arena, text);
    read_hours(text);
    channel_parse_text(arena, text, &channel);
    phone_parse(arena, text, &phone);
    url_check(arena, text, FALSE, &url);
    url_check(arena, text, TRUE, &url);
    color_parse(text, &color);
    return 0;
}
