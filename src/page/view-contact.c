#include "page/view-parts.h"
#include <string.h>

/* ---- channels ---- */

/* TRUE for a word with an address in it that may be broken after @ and dots. */
static gboolean
is_address(const char *word, gsize len)
{
    return memchr(word, '@', len) != NULL || g_strstr_len(word, (gssize)len, "://") != NULL;
}

/* Words outside the link break only where they are an address themselves. */
static void
append_words(GString *out, const char *text, gsize len)
{
    for (gsize i = 0; i < len;) {
        gsize n = strcspn(text + i, " \t\n");
        n = n > 0 ? n : strspn(text + i, " \t\n");
        n = MIN(n, len - i);
        view_append_broken(out, text + i, n, is_address(text + i, n));
        i += n;
    }
}

static gboolean
is_number_link(const char *href)
{
    return g_str_has_prefix(href, "tel:") || g_str_has_prefix(href, "sms:") ||
           g_str_has_prefix(href, "https://wa.me/");
}

/* The value as shown: an address that is all there is loses its scheme. */
static const char *
value_html(ViewContext *ctx, const ChannelValue *value, const char *display)
{
    gsize len = strlen(display), start = value->link_start, end = start + value->link_len;
    if (*value->href && start == 0 && end == len &&
        g_ascii_strncasecmp(display, "http", 4) == 0)
        return view_link_name(ctx, display);
    GString *out = view_scratch(ctx);
    if (*value->href == '\0' || end > len || end < start) {
        append_words(out, display, len);
        return view_keep(ctx);
    }
    append_words(out, display, start);
    view_append_broken(out, display + start, end - start, !is_number_link(value->href));
    append_words(out, display + end, len - end);
    return view_keep(ctx);
}

enum { NUMBER_CHARS = 24 };

/* TRUE for a number alone, which must not be broken over two lines. */
static gboolean
is_number(ChannelKind kind, const ChannelValue *value, const char *display)
{
    gboolean named = kind == CHANNEL_TELEPON || kind == CHANNEL_FAKS || kind == CHANNEL_SMS ||
                     kind == CHANNEL_WHATSAPP;
    gboolean linked = is_number_link(value->href) && value->link_len == strlen(display);
    return (named || linked) && g_utf8_strlen(display, -1) <= NUMBER_CHARS;
}

void
view_kanal_fill(ViewContext *ctx, const Channel *channel, ViewKanal *out)
{
    ChannelKind kind = (ChannelKind)channel->jenis;
    const char *label = view_text(channel->label);
    const char *display = channel->value.display != NULL ? channel->value.display : "";
    *out = (ViewKanal){
        .jenis = channel_kind_key(kind),
        .label = label,
        .nilai = "",
        .tautan = channel->value.href != NULL ? channel->value.href : "",
        .catatan = view_text(channel->jam),
    };
    if (*label == '\0' && kind == CHANNEL_LAINNYA && *out->tautan == '\0' && *display) {
        out->label = display; /* words that name no kind stand alone */
        return;
    }
    if (*label == '\0')
        out->label = view_word(ctx, channel_kind_label(kind), channel_kind_label_en(kind));
    if (*label == '\0' && view_same_words(display, channel_kind_label(kind), ""))
        return; /* "Kotak saran" is all there is to say */
    if (*display)
        out->nilai = value_html(ctx, &channel->value, display);
    out->nomor = is_number(kind, &channel->value, display);
}

MuList
view_kanal(ViewContext *ctx, const ChannelList *list)
{
    ViewKanal *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++)
        view_kanal_fill(ctx, &list->items[i], &rows[i]);
    return view_list(rows, list->n);
}

/* ---- complaints ---- */

static const ViewPetugas *
officer(ViewContext *ctx, const Officer *from)
{
    const char *nama = *view_text(from->nama) ? from->nama.str : view_text(from->teks);
    const char *jabatan = view_text(from->jabatan), *kontak = view_text(from->kontak);
    if (*nama == '\0' && *jabatan == '\0' && *kontak == '\0')
        return NULL;
    ViewPetugas *out = arena_new0(ctx->arena, ViewPetugas);
    out->nama = *nama ? nama : jabatan;
    out->jabatan = *nama ? jabatan : "";
    if (*kontak) {
        ChannelText read;
        Channel channel = {0};
        channel_parse_text(ctx->arena, kontak, &read);
        channel.jenis = read.kind;
        channel.label = (Text){read.label, from->kontak.mark};
        channel_read_value(ctx->arena, read.kind, read.value, &channel.value);
        ViewKanal *shown = arena_new0(ctx->arena, ViewKanal);
        view_kanal_fill(ctx, &channel, shown);
        if (*shown->nilai == '\0') /* the template prints the value alone */
            shown->nilai = view_escaped(ctx, kontak);
        out->kontak = shown;
    }
    return out;
}

void
view_pengaduan_fill(ViewContext *ctx,
                    const Complaint *complaint,
                    gboolean inherited,
                    const char *prefix,
                    ViewPengaduan *out)
{
    *out = (ViewPengaduan){
        .kanal = view_kanal(ctx, &complaint->kanal),
        .warisan = inherited,
        .catatan = view_text(complaint->catatan),
        .petugas = officer(ctx, &complaint->petugas),
        .ada_batas = complaint->batas_waktu.n > 0,
        .batas_waktu = view_waktu_baris(ctx, &complaint->batas_waktu),
        .ada_alur = complaint->alur.n > 0,
        .alur = view_langkah(ctx, &complaint->alur, prefix),
    };
    if (out->kanal.n == 0 && ctx->site->data->site.kanal_nasional) {
        ViewKanal *national = arena_new0(ctx->arena, ViewKanal);
        view_kanal_nasional(national);
        out->kanal = view_list(national, 1);
        out->nasional_saja = TRUE;
    }
    out->ada_kanal = out->kanal.n > 0;
}
