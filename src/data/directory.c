#include "data/directory.h"
#include "base/json.h"

static void
put_path(Json *json, const char *key, AddressKind kind, const AgencyCard *card)
{
    g_autofree char *path = address_dup(kind, &(AddressParts){.folder = card->path});
    json_text_pair(json, key, path);
}

static void
put_agency(Json *json, const AgencyCard *card, guint n_listed)
{
    g_autoptr(GString) updated = g_string_new(NULL);
    json_object_begin(json);
    json_text_pair(json, "nama", card->nama);
    json_text_pair(json, "nama_lengkap", card->nama_lengkap);
    json_text_pair(json, "wilayah", *card->region_nama ? card->region_nama : card->wilayah);
    put_path(json, "halaman", ADDRESS_AGENCY, card);
    put_path(json, "data_json", ADDRESS_AGENCY_JSON, card);
    put_path(json, "data_csv", ADDRESS_AGENCY_CSV, card);
    json_int_pair(json, "n_layanan", n_listed);
    if (date_is_set(card->updated))
        date_append_iso(updated, card->updated);
    json_text_pair(json, "diperbarui", updated->len > 0 ? updated->str : NULL);
    json_object_end(json);
}

/* What wilayah.yaml says; agencies of no region are in none. */
static void
put_region(Json *json, const SharedRegion *region)
{
    if (*region->path == '\0')
        return;
    json_object_begin(json);
    json_text_pair(json, "nama", region->nama);
    json_text_pair(json, "jenis", *region->jenis ? region->jenis : NULL);
    json_text_pair(json, "folder", region->path);
    json_object_end(json);
}

void
directory_append(const Telling *tell, const SharedPlan *plan, GString *out)
{
    Json json;
    json_init(&json, out, 1);
    json_object_begin(&json);
    json_text_pair(&json, "situs", tell->name);
    json_text_pair(&json, "url", tell->url);
    json_key_array(&json, "wilayah");
    for (guint i = 0; i < plan->n_regions; i++)
        put_region(&json, &plan->regions[i]);
    json_array_end(&json);
    json_key_array(&json, "instansi");
    for (guint i = 0; i < plan->n_cards; i++)
        put_agency(&json, plan->cards[i], plan->cards[i]->counts.listed);
    json_array_end(&json);
    json_object_end(&json);
    g_string_append_c(out, '\n');
}
