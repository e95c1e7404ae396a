#include "facts/channel.h"
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
    view_append_broken(out, display + start, end - start, !channel_href_is_number(value->href));
    append_words(out, display + end, len - end);
    return view_keep(ctx);
}

void
view_kanal_fill(ViewContext *ctx, const Channel *channel, ViewKanal *out)
{
    ChannelFact fact;
    channel_fact(channel, ctx->english, &fact);
    *out = (ViewKanal){
        .jenis = channel_kind_key((ChannelKind)channel->jenis),
        .label = fact.name,
        .nilai = "",
        .nomor = fact.number,
        .tautan = fact.href,
        .catatan = fact.hours,
    };
    if (*fact.name == '\0' && *fact.href == '\0') /* a name alone is set like any other */
        out->label = fact.value;
    else if (*fact.value)
        out->nilai = value_html(ctx, &channel->value, fact.value);
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
    const char *nama = text_has_words(from->nama) ? from->nama.str : text_str(from->teks);
    const char *jabatan = text_str(from->jabatan), *kontak = text_str(from->kontak);
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

/* Whom to turn to after the agency, in this order: when it has not answered (Perpres 76/2013), and when its own deadline
 * for complaints has passed (UU 37/2008 art. 24). Labels of the theme say when. */
static const struct {
    const char *when, *jenis, *name, *shown, *href;
} further[] = {
    {"lanjut_lapor", "lapor", "SP4N-LAPOR!", "www.<wbr>lapor.<wbr>go.<wbr>id",
     "https://www.lapor.go.id"},
    {"lanjut_ombudsman", "web", "Ombudsman RI", "ombudsman.<wbr>go.<wbr>id",
     "https://ombudsman.go.id"},
};

static MuList
further_channels(ViewContext *ctx)
{
    ViewLanjut *rows = arena_alloc(ctx->arena, sizeof *rows * G_N_ELEMENTS(further));
    for (gsize i = 0; i < G_N_ELEMENTS(further); i++)
        rows[i] = (ViewLanjut){.bila = view_label(ctx, further[i].when),
                               .kanal = {.jenis = further[i].jenis,
                                         .label = further[i].name,
                                         .nilai = further[i].shown,
                                         .tautan = further[i].href,
                                         .catatan = ""}};
    return view_list(rows, G_N_ELEMENTS(further));
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
        .catatan = text_str(complaint->catatan),
        .petugas = officer(ctx, &complaint->petugas),
        .ada_batas = complaint->batas_waktu.n > 0,
        .batas_waktu = view_waktu_baris(ctx, &complaint->batas_waktu),
        .ada_alur = complaint->alur.n > 0,
        .alur = view_langkah(ctx, &complaint->alur, prefix),
    };
    if (out->kanal.n == 0 && ctx->render->data->site.kanal_nasional) {
        ViewKanal *national = arena_new0(ctx->arena, ViewKanal);
        view_kanal_nasional(national);
        out->kanal = view_list(national, 1);
        out->nasional_saja = TRUE;
    }
    out->ada_kanal = out->kanal.n > 0;
    if (ctx->render->data->site.kanal_nasional)
        out->lanjut = further_channels(ctx);
}
