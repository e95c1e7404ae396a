#include "facts/channel.h"
#include "text/words.h"
#include <string.h>

enum { NUMBER_CHARS = 24 };

static const char *
or_empty(const char *text)
{
    return text != NULL ? text : "";
}

gboolean
channel_href_is_number(const char *href)
{
    return g_str_has_prefix(href, "tel:") || g_str_has_prefix(href, "https://wa.me/");
}

static gboolean
is_number(const Channel *channel, const ChannelFact *fact)
{
    ChannelKind kind = (ChannelKind)channel->jenis;
    gboolean named = kind == CHANNEL_TELEPON || kind == CHANNEL_FAKS || kind == CHANNEL_SMS ||
                     kind == CHANNEL_WHATSAPP;
    gboolean linked =
        channel_href_is_number(fact->href) && channel->value.link_len == strlen(fact->value);
    return (named || linked) && g_utf8_strlen(fact->value, -1) <= NUMBER_CHARS;
}

void
channel_fact(const Channel *channel, gboolean english, ChannelFact *out)
{
    ChannelKind kind = (ChannelKind)channel->jenis;
    *out = (ChannelFact){.name = or_empty(channel->label.str),
                         .value = or_empty(channel->value.display),
                         .href = or_empty(channel->value.href),
                         .hours = or_empty(channel->jam.str)};
    if (*out->name == '\0' && (kind != CHANNEL_LAINNYA || *out->value == '\0'))
        out->name = english ? channel_kind_label_en(kind) : channel_kind_label(kind);
    if (*out->href == '\0' && *out->name != '\0' &&
        (words_are_same(out->value, out->name, "") ||
         words_are_same(out->value, channel_kind_label(kind), "")))
        out->value = "";
    out->number = *out->value != '\0' && is_number(channel, out);
}
