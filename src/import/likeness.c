#include "import/likeness.h"
#include "import/word-list.h"
#include "value/channel.h"
#include "value/duration.h"
#include "value/fee.h"
#include "value/url.h"
#include <string.h>

enum { ITEM_MAX_BYTES = 400 /* a longer text is no value */ };

static gboolean
is_time(Arena *arena, const char *text)
{
    Duration duration;
    duration_parse(arena, text, &duration);
    return duration.kind == DURATION_ON_SPOT ||
           (duration.kind == DURATION_READ &&
            (*duration.note == '\0' || g_ascii_isdigit(*text)));
}

static gboolean
is_fee(Arena *arena, const char *text)
{
    enum { SENTENCE_MAX_BYTES = 100 };
    static const char free[] = "tidak dipungut biaya|tidak dikenakan biaya|tidak ada biaya|"
                               "bebas biaya|tanpa biaya|tanpa dipungut biaya";
    FeeText fee;
    if (strlen(text) <= SENTENCE_MAX_BYTES && word_list_inside(free, text))
        return TRUE; /* "Layanan ini tidak dikenakan biaya." */
    if (strspn(text, "0123456789") == strlen(text))
        return FALSE;                       /* "2" of anything */
    const char *colon = strstr(text, ": "); /* "Di kantor: gratis" */
    fee_text_parse(arena, colon != NULL ? colon + 2 : text, &fee);
    return fee.kind == FEE_GRATIS || fee.kind == FEE_TETAP;
}

static gboolean
is_contact(Arena *arena, const char *text)
{
    ChannelText channel;
    UrlSpan span;
    channel_parse_text(arena, text, &channel);
    return (channel.named && *channel.label != '\0' && *channel.value != '\0') ||
           email_find(text, 0, &span) || url_find(text, 0, &span);
}

/* "Peraturan Menteri … Nomor 5 Tahun 2020", "UU 25/2009": how laws are cited. */
static gboolean
is_law(const char *text)
{
    static const char starts[] =
        "undang-undang|undang undang|uu |peraturan |perpres|permen|perda|perbup|perwal|"
        "pergub|inpres|keppres|kepmen|keputusan |pp |instruksi "
        "|permendagri|permenkes|permenpan|"
        "permenpanrb|permendikbud|perma |pma |perpol|perkap|perban";
    if (strpbrk(text, "0123456789") == NULL)
        return FALSE;
    return word_list_begin(starts, text) > 0;
}

guint
likeness_read(Arena *arena, const char *text)
{
    if (*text == '\0' || strlen(text) > ITEM_MAX_BYTES)
        return 0;
    return (is_time(arena, text) ? LIKE_TIME : 0U) | (is_fee(arena, text) ? LIKE_FEE : 0U) |
           (is_contact(arena, text) ? LIKE_CONTACT : 0U) | (is_law(text) ? LIKE_LAW : 0U);
}
