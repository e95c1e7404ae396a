#include "page/view-common.h"
#include "base/append.h"
#include "base/html.h"
#include "text/slug.h"
#include "text/words.h"
#include <string.h>

/* ---- the context ---- */

void
view_context_init(ViewContext *ctx, Arena *arena, const Render *render)
{
    const char *nama = render->data->site.nama.str;
    *ctx = (ViewContext){.arena = arena, .render = render};
    ctx->scratch = g_string_sized_new(4096);
    ctx->facilities = g_hash_table_new(g_str_hash, g_str_equal);
    ctx->situs_nama = nama != NULL && *nama ? nama : "Maklumat Pelayanan";
    view_context_color(ctx, NULL);
    view_context_page(ctx, ADDRESS_HOME, NULL, "index.html");
}

void
view_context_clear(ViewContext *ctx)
{
    g_string_free(ctx->scratch, TRUE);
    g_hash_table_destroy(ctx->facilities);
}

void
view_context_color(ViewContext *ctx, const char *warna)
{
    if (warna == NULL || *warna == '\0')
        warna = ctx->render->data->site.warna.str;
    theme_css(ctx->render->theme, SHEET_OFFICE, warna, view_scratch(ctx), NULL);
    ctx->aset_css_petugas = view_keep(ctx);
    theme_css(ctx->render->theme, SHEET_LIST, warna, view_scratch(ctx), NULL);
    ctx->aset_css_daftar = view_keep(ctx);
    theme_css(ctx->render->theme, SHEET_PUBLIC, warna, view_scratch(ctx), NULL);
    ctx->aset_css = view_keep(ctx);
    color_append_hex(view_scratch(ctx), theme_head_color(ctx->render->theme, warna));
    ctx->warna_tema = view_keep(ctx);
}

/* The way up from a page, as the end of one constant text. */
static const char *
way_up(ViewContext *ctx, const char *path)
{
    static const char ups[] = "../../../../../../../../../../../../../../../../";
    gsize depth = 0;
    for (const char *c = path; *c != '\0'; c++)
        depth += *c == '/';
    if (3 * depth < sizeof ups)
        return ups + sizeof ups - 1 - 3 * depth;
    GString *out = view_scratch(ctx);
    for (gsize i = 0; i < depth; i++)
        g_string_append(out, "../");
    return view_keep(ctx);
}

void
view_context_page(ViewContext *ctx, AddressKind kind, const char *lang, const char *path)
{
    ctx->kind = kind;
    ctx->lang = lang != NULL ? lang : ctx->render->lang;
    ctx->asli_lang =
        lang != NULL && strcmp(lang, ctx->render->lang) != 0 ? ctx->render->lang : "";
    ctx->english = strcmp(ctx->lang, "en") == 0 || g_str_has_prefix(ctx->lang, "en-");
    ctx->page = path;
    ctx->akar = way_up(ctx, path);
}

/* ---- texts ---- */

GString *
view_scratch(ViewContext *ctx)
{
    return g_string_truncate(ctx->scratch, 0);
}

const char *
view_keep(ViewContext *ctx)
{
    return ctx->scratch->len > 0
               ? arena_strndup(ctx->arena, ctx->scratch->str, ctx->scratch->len)
               : "";
}

const char *
view_number(ViewContext *ctx, guint number)
{
    return view_numbered(ctx, "", number);
}

const char *
view_numbered(ViewContext *ctx, const char *before, guint number)
{
    GString *out = view_scratch(ctx);
    append_text(out, before);
    append_int(out, number);
    return view_keep(ctx);
}

const char *
view_word(const ViewContext *ctx, const char *indonesian, const char *english)
{
    return ctx->english ? english : indonesian;
}

const char *
view_label(const ViewContext *ctx, const char *name)
{
    return theme_label(ctx->render->theme, ctx->lang, name);
}

static const char *
label_of(gconstpointer theme, const char *lang, const char *name)
{
    return theme_label(theme, lang, name);
}

Telling
view_telling(const ViewContext *ctx)
{
    return (Telling){
        .arena = ctx->arena,
        .data = ctx->render->data,
        .name = ctx->situs_nama,
        .url = ctx->render->url,
        .lang = ctx->lang,
        .label = label_of,
        .labels = ctx->render->theme,
    };
}

const char *
view_trim(ViewContext *ctx, Text text)
{
    return words_trim(ctx->arena, text_str(text));
}

/* ---- dates ---- */

void
view_tanggal_fill(ViewContext *ctx, Date date, ViewTanggal *out)
{
    date_append_iso(view_scratch(ctx), date);
    out->iso = view_keep(ctx);
    if (ctx->english)
        date_append_long_en(view_scratch(ctx), date, FALSE);
    else
        date_append_long(view_scratch(ctx), date, FALSE);
    out->teks = view_keep(ctx);
}

const ViewTanggal *
view_tanggal(ViewContext *ctx, Date date)
{
    if (!date_is_set(date))
        return NULL;
    ViewTanggal *out = arena_new0(ctx->arena, ViewTanggal);
    view_tanggal_fill(ctx, date, out);
    return out;
}

/* ---- addresses ---- */

const char *
view_address(ViewContext *ctx, AddressKind kind, const AddressParts *parts)
{
    address_append(view_scratch(ctx), kind, parts);
    return view_keep(ctx);
}

const char *
view_canonical(ViewContext *ctx, const char *path)
{
    if (ctx->render->url == NULL)
        return "";
    GString *out = view_scratch(ctx);
    g_string_append(out, ctx->render->url);
    slug_append_encoded_path(out, path);
    return view_keep(ctx);
}

const char *
view_jalur(ViewContext *ctx, const char *path)
{
    slug_append_encoded_path(view_scratch(ctx), path);
    return view_keep(ctx);
}

/* A fragment as its author wrote it, with what may not stand in an address percent-encoded. */
static void
append_fragment(GString *out, const char *tail)
{
    for (; *tail != '\0'; tail++) {
        if (*tail > ' ' && *tail < 0x7F && strchr("\"<>\\^`{|}", *tail) == NULL)
            g_string_append_c(out, *tail);
        else
            g_string_append_printf(out, "%%%02X", (guchar)*tail);
    }
}

const char *
view_inside_link(ViewContext *ctx, const char *path)
{
    GString *out = view_scratch(ctx);
    const char *tail = strrchr(path, '#'); /* a fragment, or part of a file's name */
    if (tail != NULL && asked_ask(ctx->asked, ctx->render->scan, ASKED_FILE, path))
        tail = NULL;
    g_string_append(out, ctx->akar);
    if (tail == NULL) {
        slug_append_encoded_path(out, path);
        return view_keep(ctx);
    }
    g_autofree char *file = g_strndup(path, (gsize)(tail - path));
    slug_append_encoded_path(out, file);
    append_fragment(out, tail);
    return view_keep(ctx);
}

/* "PDF" of "formulir/f-1.pdf"; nothing for a name without a usual extension. */
static void
append_kind(GString *out, const char *path)
{
    enum { MAX_KIND = 4 };
    const char *dot = strrchr(path, '.');
    gsize n = dot != NULL ? strlen(dot + 1) : 0;
    if (n == 0 || n > MAX_KIND || strchr(dot, '/') != NULL)
        return;
    for (const char *at = dot + 1; *at != '\0'; at++)
        if (!g_ascii_isalnum(*at))
            return;
    for (const char *at = dot + 1; *at != '\0'; at++)
        g_string_append_c(out, g_ascii_toupper(*at));
    g_string_append(out, ", ");
}

/* Whole KB, from a MB on with one digit behind the comma; what is left over counts as one more. */
static void
append_size(GString *out, guint64 bytes, gboolean english)
{
    enum { KB = 1024, MB = 1024 * KB };
    if (bytes <= MB - KB) {
        g_string_append_printf(out, "%" G_GUINT64_FORMAT " KB", MAX((bytes + KB - 1) / KB, 1));
        return;
    }
    guint64 tenths = (bytes * 10 + MB - 1) / MB;
    g_string_append_printf(out, "%" G_GUINT64_FORMAT "%c%" G_GUINT64_FORMAT " MB", tenths / 10,
                           english ? '.' : ',', tenths % 10);
}

const char *
view_file_note(ViewContext *ctx, const char *path)
{
    if (path == NULL)
        return "";
    const ScanFile *file = scan_find_other(ctx->render->scan, path);
    if (file == NULL && strchr(path, '#') != NULL) {
        g_autofree char *whole = g_strndup(path, (gsize)(strrchr(path, '#') - path));
        file = scan_find_other(ctx->render->scan, whole);
    }
    if (file == NULL)
        return "";
    GString *out = view_scratch(ctx);
    append_kind(out, file->path);
    append_size(out, file->size, ctx->english);
    return view_keep(ctx);
}

const char *
view_link(ViewContext *ctx, const Link *link)
{
    if (link->file != NULL)
        return view_inside_link(ctx, link->file);
    return link->href != NULL ? link->href : "";
}

void
view_append_broken(GString *out, const char *text, gsize len, gboolean breaks)
{
    gsize run = 0;
    for (gsize i = 0; breaks && i + 1 < len; i++) {
        if ((text[i] != '.' && text[i] != '@') || i == 0 || !g_ascii_isalnum(text[i + 1]))
            continue;
        html_append_escaped(out, text + run, (gssize)(i + 1 - run));
        g_string_append(out, "<wbr>");
        run = i + 1;
    }
    html_append_escaped(out, text + run, (gssize)(len - run));
}

const char *
view_escaped(ViewContext *ctx, const char *text)
{
    html_append_escaped(view_scratch(ctx), text, -1);
    return view_keep(ctx);
}

const char *
view_link_name(ViewContext *ctx, const char *address)
{
    static const char *const fronts[] = {"https://", "http://"};
    for (gsize i = 0; i < G_N_ELEMENTS(fronts); i++) {
        gsize n = strlen(fronts[i]);
        if (g_ascii_strncasecmp(address, fronts[i], n) != 0)
            continue;
        address += n;
        break;
    }
    gsize len = strlen(address);
    if (len > 1 && address[len - 1] == '/')
        len--;
    view_append_broken(view_scratch(ctx), address, len, TRUE);
    return view_keep(ctx);
}

/* ---- the page ---- */

/* The site's own pages that have a place there. */
static MuList
menu(ViewContext *ctx)
{
    const OwnPageList *pages = &ctx->render->data->site.pages;
    ViewMenu *rows = arena_alloc(ctx->arena, pages->n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < pages->n; i++) {
        const OwnPage *page = &pages->items[i];
        if (!text_has_words(page->menu))
            continue;
        const char *path =
            view_address(ctx, ADDRESS_OWN_PAGE, &(AddressParts){.slug = page->slug});
        rows[n++] = (ViewMenu){page->menu.str, path, strcmp(path, ctx->page) == 0};
    }
    return view_list(rows, n);
}

MuList
view_pemberitahuan(ViewContext *ctx, const NoticeList *list)
{
    ViewPemberitahuan *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        const Notice *notice = &list->items[i];
        if (notice->shown && text_has_words(notice->teks))
            rows[n++] =
                (ViewPemberitahuan){notice->teks.str, view_tanggal(ctx, notice->dari.date),
                                    view_tanggal(ctx, notice->sampai.date)};
    }
    return view_list(rows, n);
}

static void
fill_always(ViewContext *ctx)
{
    const Render *render = ctx->render;
    ctx->always = (ViewHalaman){
        .bahasa = ctx->lang,
        .aset_js = theme_script(render->theme, ctx->lang, "maklumat"),
        .aset_js_daftar = theme_script(render->theme, ctx->lang, "daftar"),
        .aset_js_cari = theme_script(render->theme, ctx->lang, "cari"),
        .aset_js_papan = theme_script(render->theme, ctx->lang, "papan"),
        .aset_css_janji = theme_sheet(render->theme, "janji"),
        .aset_js_janji = theme_script(render->theme, ctx->lang, "janji"),
        .aset_ikon = theme_icon(render->theme),
        .draf = render->draft,
        .satu_instansi = render->single_agency,
    };
}

void
view_halaman_fill(ViewContext *ctx, ViewHalaman *out)
{
    const Render *render = ctx->render;
    if (ctx->always.bahasa != ctx->lang)
        fill_always(ctx);
    *out = ctx->always;
    out->asli_lang = ctx->asli_lang;
    out->asli_nama = *ctx->asli_lang ? view_language_name(ctx->asli_lang) : "";
    out->akar = ctx->akar;
    out->jalur_halaman = ctx->page;
    out->situs_nama = ctx->situs_nama;
    out->judul_tab = words_cut(ctx->arena, ctx->situs_nama, TAB_MAX_AFTER_LABEL);
    out->kanonik = view_canonical(ctx, ctx->page);
    out->umpan = render->url != NULL && ctx->has_feed ? address_table[ADDRESS_FEED].pattern : "";
    out->aset_css = ctx->aset_css;
    out->aset_css_daftar = ctx->aset_css_daftar;
    out->aset_css_petugas = ctx->aset_css_petugas;
    out->warna_tema = ctx->warna_tema;
    out->tolak_indeks = render->draft || !address_table[ctx->kind].in_sitemap;
    out->menu = menu(ctx);
    out->pemberitahuan_situs = view_pemberitahuan(ctx, &render->data->site.pemberitahuan);
}

const char *
view_way(ViewContext *ctx, const char *jalur)
{
    const char *page = ctx->page;
    gsize same = 0; /* bytes of folders that both are in */
    for (gsize i = 0; jalur[i] != '\0' && jalur[i] == page[i]; i++)
        if (jalur[i] == '/')
            same = i + 1;
    GString *out = view_scratch(ctx);
    for (const char *c = page + same; *c != '\0'; c++)
        if (*c == '/')
            g_string_append(out, "../");
    g_string_append(out, jalur + same);
    return view_keep(ctx);
}

void
view_remah_fill(ViewContext *ctx, ViewHalaman *out, const ViewRemah *items, guint n)
{
    ViewRemah *copy = arena_alloc(ctx->arena, n * sizeof *copy);
    for (guint i = 0; i < n; i++) {
        copy[i] = items[i];
        copy[i].tautan = view_way(ctx, items[i].jalur);
        copy[i].ini = i + 1 == n;
    }
    out->remah = view_list(copy, n);
}

const char *
view_language_name(const char *lang)
{
    static const struct {
        const char *lang, *name;
    } names[] = {
        {"id", "Bahasa Indonesia"}, {"en", "English"},       {"jv", "Basa Jawa"},
        {"su", "Basa Sunda"},       {"ban", "Basa Bali"},    {"mad", "Bhâsa Madhurâ"},
        {"min", "Baso Minang"},     {"ace", "Bahsa Acèh"},   {"bug", "Basa Ugi"},
        {"bjn", "Bahasa Banjar"},   {"ms", "Bahasa Melayu"}, {"zh", "中文"},
        {"ar", "العربية"},          {"ja", "日本語"},        {"nl", "Nederlands"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i].lang, lang) == 0)
            return names[i].name;
    return lang;
}

void
view_kanal_nasional(ViewKanal *out)
{
    *out = (ViewKanal){
        .jenis = channel_kind_key(CHANNEL_LAPOR),
        .label = "SP4N-LAPOR!",
        .nilai = "www.<wbr>lapor.<wbr>go.<wbr>id",
        .tautan = "https://www.lapor.go.id",
        .nasional = TRUE,
        .catatan = "",
    };
}
