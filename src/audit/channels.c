#include "audit/channels.h"
#include "audit/language.h"
#include "value/phone.h"
#include <string.h>

/* What a status says; DIAG codes without one are fine. */
static const struct {
    ChannelStatus status;
    DiagCode code;
} codes[] = {
    {CHANNEL_NO_ADDRESS, DIAG_CHANNEL_EMPTY},
    {CHANNEL_PHONE_UNREADABLE, DIAG_CHANNEL_PHONE},
    {CHANNEL_PHONE_NO_AREA, DIAG_CHANNEL_AREA},
    {CHANNEL_PHONE_TWO, DIAG_CHANNEL_TWO_PHONES},
    {CHANNEL_PLACEHOLDER, DIAG_PLACEHOLDER},
    {CHANNEL_SEVERAL, DIAG_CHANNEL_SEVERAL},
    {CHANNEL_URL_BAD, DIAG_CHANNEL_URL},
    {CHANNEL_URL_USER, DIAG_CHANNEL_USER},
    {CHANNEL_EMAIL_CALLED_WEB, DIAG_CHANNEL_EMAIL_AS_WEB},
    {CHANNEL_EMAIL_BAD, DIAG_CHANNEL_EMAIL},
    {CHANNEL_PAGE_NAME, DIAG_CHANNEL_PAGE_NAME},
};

static const char *const short_hosts[] = {
    "bit.ly/", "s.id/", "tinyurl.com/", "linktr.ee/", "goo.gl/", "cutt.ly/", "shorturl.at/",
};

static char *
suggestion(const ChannelValue *value)
{
    if (value->n_suggestions == 0)
        return NULL;
    if (value->n_suggestions == 1)
        return g_strdup(value->suggestions[0]);
    return g_strconcat(value->suggestions[0], "\" dan \"", value->suggestions[1], NULL);
}

/* A link without a label hides where it leads. */
static void
check_address(const Audit *audit, const Channel *channel, const Text *place)
{
    const char *href = channel->value.href;
    if (g_ascii_strncasecmp(place->str, "http://", 7) == 0 ||
        strstr(place->str, " http://") != NULL)
        finding_at(audit, DIAG_LINK_INSECURE, place, place->str, NULL);
    const char *host = strstr(href, "://");
    for (guint i = 0; host != NULL && i < G_N_ELEMENTS(short_hosts); i++) {
        if (g_str_has_prefix(host + 3, short_hosts[i]) && !text_has_words(channel->label))
            finding_at(audit, DIAG_LINK_SHORT, place, place->str, NULL);
    }
}

/* "Media Sosial : (Instagram : …)": the value begins with a label of its own. */
static gboolean
has_two_labels(const Channel *channel)
{
    const char *value = channel->nilai.str;
    while (*value == '(' || *value == ' ')
        value++;
    gsize word = 0;
    while (g_ascii_isalpha(value[word]))
        word++;
    static const char *const schemes[] = {"http", "https", "mailto", "tel"};
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++) {
        if (word == strlen(schemes[i]) && g_ascii_strncasecmp(value, schemes[i], word) == 0)
            return FALSE;
    }
    gsize at = word + strspn(value + word, " ");
    return text_has_words(channel->label) && word > 1 && value[at] == ':' &&
           !g_str_has_prefix(value + at, "://");
}

/* Without the marks that end an item of a list. */
static gsize
end_of_words(const char *text)
{
    gsize len = strlen(text);
    while (len > 1 && strchr(";,. ", text[len - 1]) != NULL)
        len--;
    return len;
}

/* `telepon` of the agency takes one number, so the other has its place elsewhere; FALSE: it is not so. */
static gboolean
report_two_telephones(const Audit *audit, const ChannelValue *value, const Text *place)
{
    if (value->status != CHANNEL_PHONE_TWO || value->n_suggestions < 2 ||
        place->str != audit->agency->telepon.str)
        return FALSE;
    diag_add(audit->diags, DIAG_CHANNEL_TWO_PHONES, place->mark,
             (guint)g_utf8_strlen(place->str, -1), place->str, "", value->suggestions[0],
             value->suggestions[1], NULL);
    return TRUE;
}

static void
check_value(const Audit *audit, const Channel *channel, const Text *place)
{
    const ChannelValue *value = &channel->value;
    if (report_two_telephones(audit, value, place))
        return;
    for (guint i = 0; i < G_N_ELEMENTS(codes); i++) {
        if (codes[i].status != value->status)
            continue;
        gsize start, len;
        if (codes[i].code == DIAG_PLACEHOLDER &&
            language_find_placeholder(place->str, &start, &len))
            return; /* the rules of language say so, at the very letters */
        g_autofree char *better = suggestion(value);
        if (value->status == CHANNEL_URL_USER && better != NULL &&
            strchr(better, '@') != NULL) {
            char *mail = g_strconcat(channel_kind_label(CHANNEL_EMAIL), ": ", better, NULL);
            g_free(better);
            better = mail;
        }
        if (codes[i].code == DIAG_CHANNEL_EMPTY && better == NULL)
            better = g_strdup(channel_kind_label((ChannelKind)channel->jenis));
        finding_in(audit, codes[i].code, place, (FindingPart){0, end_of_words(place->str)},
                   better);
        return;
    }
    check_address(audit, channel, place);
}

static void
check_channel(const Audit *audit, const Channel *channel)
{
    const Text *place = &channel->nilai;
    ChannelKind kind = (ChannelKind)channel->jenis;
    if (channel->head.mark.source != audit->source)
        return;
    if (!text_has_words(*place)) {
        if (channel_kind_needs_value(kind))
            diag_add(audit->diags, DIAG_CHANNEL_EMPTY, channel->head.mark, 0,
                     channel_kind_label(kind), channel_kind_label(kind), NULL);
        return;
    }
    if (kind == CHANNEL_LAINNYA && text_has_words(channel->label))
        finding_at(audit, DIAG_CHANNEL_KIND, &channel->label, channel->label.str, NULL);
    if (has_two_labels(channel))
        finding_at(audit, DIAG_CHANNEL_TWO_LABELS, place, place->str, NULL);
    check_value(audit, channel, place);
}

void
channels_audit(const Audit *audit, const ChannelList *list)
{
    for (guint i = 0; i < list->n; i++)
        check_channel(audit, &list->items[i]);
}

void
channels_audit_agency(const Audit *audit)
{
    const Agency *agency = audit->agency;
    channels_audit(audit, &agency->surel);
    channels_audit(audit, &agency->kontak);
    const Text *site = &agency->situs_web.raw;
    if (text_has_words(*site) && g_ascii_strncasecmp(site->str, "http://", 7) == 0)
        finding_at(audit, DIAG_LINK_INSECURE, site, site->str, NULL);
}

void
channels_audit_fax(const Audit *audit, const ChannelList *list)
{
    Phone own, fax;
    phone_parse(audit->arena, audit->agency->telepon.str, &own);
    for (guint i = 0; own.status == PHONE_OK && i < list->n; i++) {
        const Channel *channel = &list->items[i];
        if (channel->jenis != CHANNEL_FAKS || !audit_owns(audit, &channel->nilai))
            continue;
        phone_parse(audit->arena, channel->nilai.str, &fax);
        if (fax.status == PHONE_OK && strcmp(fax.tel, own.tel) == 0)
            finding_at(audit, DIAG_FAX_IS_PHONE, &channel->nilai, fax.display, NULL);
    }
}
