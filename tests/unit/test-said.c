/*
 * What a charter says, wherever it is said: each file of tests/said/content/dinas is a charter and,
 * in its text, the facts that the page, the poster, the card, the open data and JSON-LD give.
 * MAKLUMAT_WRITE_GOLDEN=1 writes the facts instead: read the difference before committing it.
 */
#include "data/charters.h"
#include "data/jsonld.h"
#include "facts/card.h"
#include "paper/content.h"
#include "support/view-site.h"
#include <json-glib/json-glib.h>

#define FOLDER "tests/said/content"
#define FENCE  "```said\n"

/* ---- lines ---- */

static void
put(GString *out, const char *name, const char *text)
{
    if (text != NULL && *text != '\0')
        g_string_append_printf(out, "  %s: %s\n", name, text);
}

static void
put_flags(GString *out, const char *name, const gboolean *flags, const char *const *words)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (guint i = 0; words[i] != NULL; i++)
        if (flags[i])
            g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", words[i]);
    put(out, name, line->str);
}

static void
put_page_time(GString *out, const ViewWaktu *time)
{
    static const char *const words[] = {"ada", "langkah", "banyak", "ambigu", NULL};
    put_flags(out, "waktu",
              (gboolean[]){time->ada, time->tiap_langkah, time->banyak, time->ambigu}, words);
    put(out, "waktu.inti", time->inti);
    put(out, "waktu.asli", time->tampil_asli ? time->asli : "");
    put(out, "waktu.untuk", time->untuk);
    put(out, "waktu.setara", time->setara);
}

static void
put_page_fee(GString *out, const ViewBiaya *fee)
{
    static const char *const words[] = {"ada",     "gratis",    "catatan", "tabel",
                                        "berumus", "peraturan", NULL};
    put_flags(out, "biaya",
              (gboolean[]){fee->ada, fee->gratis, fee->lihat_catatan, fee->tabel, fee->berumus,
                           fee->peraturan},
              words);
    put(out, "biaya.inti", fee->inti);
    put(out, "biaya.satuan", fee->satuan);
    put(out, "biaya.asli", fee->tampil_asli ? fee->asli : "");
    const ViewKelompokTarif *groups = fee->tarif.items;
    for (guint i = 0; i < fee->tarif.n; i++) {
        const ViewTarif *rows = groups[i].baris.items;
        for (guint k = 0; k < groups[i].baris.n; k++) {
            g_autofree char *row =
                g_strjoin(" | ", groups[i].nama, rows[k].untuk, rows[k].jumlah, rows[k].satuan,
                          rows[k].catatan, NULL);
            put(out, "tarif", row);
        }
    }
}

static void
put_page(GString *out, const ViewLayanan *view)
{
    g_string_append(out, "halaman\n");
    put_page_time(out, &view->waktu);
    put_page_fee(out, &view->biaya);
    for (guint i = 0; i < view->hasil.n; i++)
        put(out, "hasil", ((const char *const *)view->hasil.items)[i]);
    const ViewKanal *rows = view->pengaduan.kanal.items;
    for (guint i = 0; i < view->pengaduan.kanal.n && !view->pengaduan.nasional_saja; i++) {
        g_autofree char *row = g_strjoin(" | ", rows[i].label, rows[i].nilai, rows[i].tautan,
                                         rows[i].catatan, NULL);
        put(out, "kanal", row);
    }
}

static void
put_poster(GString *out, const PosterContent *content)
{
    g_string_append(out, "poster\n");
    for (guint i = 0; i < content->n_facts; i++) {
        const PosterFact *f = &content->facts[i];
        g_autofree char *big = f->number != NULL
                                   ? g_strjoin(" ", f->before != NULL ? f->before : "~",
                                               f->number, f->unit, f->after, NULL)
                                   : g_strdup(f->value);
        g_autofree char *note = g_strconcat(f->field, ".catatan", NULL);
        put(out, f->field, big);
        put(out, note, f->note);
    }
    for (guint i = 0; i < content->n_sections; i++) {
        const PosterSection *s = &content->sections[i];
        for (guint k = 0; k < s->n && s->kind == SECTION_TABLE; k++) {
            const PosterItem *item = &s->items[k];
            g_autofree char *row = g_strjoin(" | ", item->heading != NULL ? item->heading : "",
                                             item->label != NULL ? item->label : "",
                                             item->text != NULL ? item->text : "",
                                             item->other != NULL ? item->other : "", NULL);
            put(out, "tabel", row);
        }
    }
    for (guint i = 0; i < content->n_channels; i++) {
        const PosterItem *item = &content->channels[i];
        g_autofree char *row = g_strjoin(" | ", item->label != NULL ? item->label : "",
                                         item->text != NULL ? item->text : "",
                                         item->href != NULL ? item->href : "", NULL);
        put(out, "kanal", row);
    }
    put(out, "kaki", content->fine[0].text);
}

static void
put_card(GString *out, const ServiceCard *card)
{
    g_string_append(out, "kartu\n");
    put(out, "waktu", card->waktu.inti);
    put(out, "waktu.untuk", card->waktu.untuk);
    put(out, "biaya", card->biaya.inti);
    put(out, "biaya.satuan", card->biaya.satuan);
    put(out, "hasil", card->hasil);
    g_autofree char *date = g_strdup_printf("%04d-%02d-%02d", card->updated.year,
                                            card->updated.month, card->updated.day);
    put(out, "diperbarui", card->updated.year > 0 ? date : "");
}

static void
put_members(GString *out, JsonObject *object, const char *const *keys)
{
    for (; *keys != NULL; keys++) {
        JsonNode *node = json_object_get_member(object, *keys);
        g_autofree char *text = node != NULL ? json_to_string(node, FALSE) : NULL;
        put(out, *keys, text);
    }
}

static JsonNode *
parsed(const GString *text)
{
    g_autoptr(GError) error = NULL;
    JsonNode *node = json_from_string(text->str, &error);
    g_assert_no_error(error);
    return node;
}

static void
put_data(GString *out, JsonNode *data, guint which)
{
    static const char *const keys[] = {"waktu", "biaya", "produk", "varian", NULL};
    JsonArray *services = json_object_get_array_member(json_node_get_object(data), "layanan");
    g_string_append(out, "data\n");
    put_members(out, json_array_get_object_element(services, which), keys);
}

static void
put_jsonld(GString *out, const GString *text)
{
    static const char *const keys[] = {"offers", "availableChannel", "serviceOutput", NULL};
    g_autoptr(JsonNode) node = parsed(text);
    g_string_append(out, "json-ld\n");
    put_members(out, json_node_get_object(node), keys);
}

/* ---- files ---- */

static void
compare(const Service *service, const GString *said)
{
    g_autofree char *path = g_strconcat(FOLDER "/", service->path, ".md", NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    char *fence = strstr(text, FENCE), *want = fence != NULL ? fence + strlen(FENCE) : text;
    if (g_getenv("MAKLUMAT_WRITE_GOLDEN") != NULL) {
        if (fence != NULL)
            *fence = '\0';
        g_autofree char *whole = g_strconcat(text, FENCE, said->str, "```\n", NULL);
        g_assert_true(g_file_set_contents(path, whole, -1, NULL));
        return;
    }
    char *end = strstr(want, "```");
    if (end != NULL)
        *end = '\0';
    if (strcmp(said->str, want) != 0)
        g_test_message("%s", path);
    g_assert_cmpstr(said->str, ==, want);
}

/* What there is of the charters themselves and of no translation. */
typedef struct Original {
    const ServiceCard *card;
    JsonNode *data;
    guint which;
} Original;

static void
said(Leaf *leaf, const Service *service, const Original *original)
{
    PosterInput input = {.style = poster_style_default(),
                         .lang = service->lang != NULL ? POSTER_EN : POSTER_ID};
    g_autoptr(GString) json = g_string_new(NULL);
    g_autoptr(GString) out = g_string_new(NULL);
    ViewHalamanLayanan view;
    view_context_page(&leaf->ctx, service->lang != NULL ? ADDRESS_TRANSLATION : ADDRESS_SERVICE,
                      service->lang, leaf_page(&leaf->ctx, service));
    leaf_layanan_fill(leaf, service, &view.layanan);
    leaf_halaman_layanan_fill(leaf, service, json, &view);
    put_page(out, &view.layanan);
    put_poster(out, poster_content_service(leaf->ctx.arena, leaf->agency, service, &input));
    if (original != NULL) {
        put_card(out, original->card);
        put_data(out, original->data, original->which);
    }
    put_jsonld(out, json);
    compare(service, out);
}

static void
test_said(void)
{
    ViewSite v;
    view_site_open(&v, FOLDER, "themes/default", "https://kata.contoh.go.id/");
    g_autoptr(Loaded) loaded = view_site_load(&v, "dinas");
    const Agency *agency = loaded->agency;
    g_assert_cmpuint(agency->services.n, >=, 100);
    g_autoptr(Arena) arena = arena_new();
    const AgencyCard *card = card_make(arena, agency);
    g_autoptr(GString) text = g_string_new(NULL);
    Leaf leaf;
    leaf_init(&leaf, arena, &v.site, agency);
    charters_append_json(arena, agency, text);
    g_autoptr(JsonNode) data = parsed(text);
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        said(&leaf, service, &(Original){&card->services[i], data, i});
        for (guint k = 0; k < service->translations.n; k++)
            said(&leaf, &service->translations.items[k], NULL);
    }
    leaf_clear(&leaf);
    view_site_close(&v);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/said", test_said);
    return g_test_run();
}
