/**
 * ViewCommon: what every page's view is filled with, whatever the page.
 *
 * A ViewContext says for which page and in which language views are made and
 * where their texts live. It knows paths (site root, canonical addresses,
 * links out of a page), dates and the fields of Halaman; it knows no charter.
 * Texts are arena-owned or borrowed, never NULL. One thread per context.
 */
#pragma once
#include "facts/telling.h"
#include "page/render.h"
#include "page/view.h"
#include "text/address.h"

typedef struct ViewContext {
    Arena *arena; /* of the views; the caller may put another one in between two pages */
    const Render *render;
    const char *lang;        /* of the page */
    const char *asli_lang;   /* of the words on a translated page; "" on others */
    gboolean english;        /* the program's own words: English, else Indonesian */
    AddressKind kind;        /* of the page */
    const char *page, *akar; /* path of the page; the way from it to the root */
    const char *situs_nama, *aset_css, *aset_css_daftar, *aset_css_petugas, *warna_tema;
    gboolean has_feed; /* something is dated; a page of an agency knows its own dates alone */
    const Source *own; /* of the translation at hand; NULL = no translation */
    Asked *asked;      /* about the rest of the site; NULL: nobody wants to know */
    GString *scratch;  /* for one text at a time: view_scratch(), then view_keep() */
    GHashTable *facilities; /* words of one, borrowed -> its sign; services of an agency have many in common */
    ViewHalaman always; /* what all pages in always.bahasa have */
} ViewContext;

/** Ready for pages in the site's first language with the site's colour. */
void view_context_init(ViewContext *ctx, Arena *arena, const Render *render);
void view_context_clear(ViewContext *ctx);
/** The style sheet and masthead of an agency's colour; NULL or "" = the site's. */
void view_context_color(ViewContext *ctx, const char *warna);
/** Turns to the page of that kind at `path` (borrowed) in the language `lang` (NULL = the site's first). */
void view_context_page(ViewContext *ctx, AddressKind kind, const char *lang, const char *path);

/** The empty scratch text; what was in it is gone. */
GString *view_scratch(ViewContext *ctx);
/** A copy of the scratch text. */
const char *view_keep(ViewContext *ctx);
/** A number in digits. */
const char *view_number(ViewContext *ctx, guint number);
/** The same with `before` before it. */
const char *view_numbered(ViewContext *ctx, const char *before, guint number);
/** One of two wordings, by the page's language. */
const char *view_word(const ViewContext *ctx, const char *indonesian, const char *english);
/** A label of the theme in the page's language. */
const char *view_label(const ViewContext *ctx, const char *name);
/** What outputs without a template are told with, for the context's page; its texts live where the context's do now. */
Telling view_telling(const ViewContext *ctx);

/** On a translated page: does this stand in the original? */
static inline gboolean
view_is_foreign(const ViewContext *ctx, Mark mark)
{
    return ctx->own != NULL && mark.source != ctx->own;
}

/** Without spaces and , ; : at its end (a list's punctuation); borrowed where nothing goes. */
const char *view_trim(ViewContext *ctx, Text text);

enum { TAB_MAX = 70, TAB_MAX_AFTER_LABEL = 44 }; /* characters of judul_tab */

/** The date in the page's language; NULL for no date. */
const ViewTanggal *view_tanggal(ViewContext *ctx, Date date);
void view_tanggal_fill(ViewContext *ctx, Date date, ViewTanggal *out);

/** The path of an output, in the context's arena; see text/address.h. */
const char *view_address(ViewContext *ctx, AddressKind kind, const AddressParts *parts);
/** The address in full, "" without a site address. */
const char *view_canonical(ViewContext *ctx, const char *path);
/** A path of the site as an address fit for `{{akar}}{{jalur}}`: percent-encoded. */
const char *view_jalur(ViewContext *ctx, const char *path);
/** The shortest way from the page to a path of the site. */
const char *view_way(ViewContext *ctx, const char *jalur);
/** The address to write for a link: out of the site as it is, a file relative to this page; "" = none. */
const char *view_link(ViewContext *ctx, const Link *link);
/** As view_link(), of link_target()'s answer. */
const char *view_inside_link(ViewContext *ctx, const char *path);
/** Kind and size of the file a link leads to: "PDF, 120 KB"; "" when it leads to none of ours. */
const char *view_file_note(ViewContext *ctx, const char *path);
/** How an address is shown: without scheme and last slash, with <wbr>. HTML. */
const char *view_link_name(ViewContext *ctx, const char *address);
/** Appends `text` escaped; when `breaks`, with <wbr> after @ and dots inside words. */
void view_append_broken(GString *out, const char *text, gsize len, gboolean breaks);

/** A text as HTML. */
const char *view_escaped(ViewContext *ctx, const char *text);

/** Those that are shown: MuList of ViewPemberitahuan. */
MuList view_pemberitahuan(ViewContext *ctx, const NoticeList *list);
/** Fills what all pages have, for the context's page; crumbs, JSON-LD, date and the like stay empty. */
void view_halaman_fill(ViewContext *ctx, ViewHalaman *out);
/** The crumbs, copied; the last one is the page itself. */
void view_remah_fill(ViewContext *ctx, ViewHalaman *out, const ViewRemah *items, guint n);
/** A language's own name, "English"; its code when it is not known. */
const char *view_language_name(const char *lang);

/** SP4N-LAPOR!, marked as the national channel. */
void view_kanal_nasional(ViewKanal *out);
