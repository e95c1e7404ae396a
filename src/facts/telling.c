#include "facts/telling.h"
#include "facts/fee.h"
#include "text/slug.h"
#include <string.h>

const char *
telling_label(const Telling *tell, const char *name)
{
    return tell->label(tell->labels, tell->lang, name);
}

const char *
telling_time(const Telling *tell, const CardTime *waktu)
{
    if (!waktu->ada)
        return telling_label(tell, "belum_ditetapkan");
    return waktu->tiap_langkah ? telling_label(tell, "lihat_langkah") : waktu->inti;
}

const char *
telling_fee(const Telling *tell, const CardFee *biaya)
{
    switch ((FeeSaid)biaya->said) {
    case FEE_SAID_FREE:
        return biaya->noted ? arena_concat(tell->arena, telling_label(tell, "gratis"),
                                           telling_label(tell, "lihat_catatan"), NULL)
                            : telling_label(tell, "gratis");
    case FEE_SAID_AMOUNT:
    case FEE_SAID_RANGE:
    case FEE_SAID_WORDS:
        return biaya->inti;
    case FEE_SAID_FORMULA:
        return *biaya->inti ? biaya->inti : telling_label(tell, "dihitung");
    case FEE_SAID_TABLE:
        return telling_label(tell, "menurut_tarif");
    case FEE_SAID_BY_RULE:
        return telling_label(tell, "sesuai_peraturan");
    case FEE_SAID_VARIANTS:
        return telling_label(tell, "lihat_varian");
    case FEE_SAID_NOTHING:
        break;
    }
    return telling_label(tell, "belum_ditetapkan");
}

const char *
telling_topic(const Telling *tell, const char *slug)
{
    const Topic *topic = site_topic(tell->data, slug);
    const char *label = topic != NULL ? text_str(topic->label) : "";
    return *label ? label : slug;
}

/* The events of CONTENT "peristiwa", with their labels. */
static const struct {
    const char *slug, *label;
} life_events[] = {
    {"lahir", "peristiwa_lahir"},         {"sekolah", "peristiwa_sekolah"},
    {"kerja", "peristiwa_kerja"},         {"usaha", "peristiwa_usaha"},
    {"menikah", "peristiwa_menikah"},     {"pindah", "peristiwa_pindah"},
    {"sakit", "peristiwa_sakit"},         {"lansia", "peristiwa_lansia"},
    {"meninggal", "peristiwa_meninggal"},
};

const char *
telling_life_event(guint i)
{
    return i < G_N_ELEMENTS(life_events) ? life_events[i].slug : NULL;
}

const char *
telling_event(const Telling *tell, const char *slug)
{
    for (gsize i = 0; i < G_N_ELEMENTS(life_events); i++) {
        if (strcmp(life_events[i].slug, slug) != 0)
            continue;
        const char *label = telling_label(tell, life_events[i].label);
        return *label ? label : slug;
    }
    return slug;
}

const char *
telling_address(const Telling *tell, AddressKind kind, const AddressParts *parts)
{
    return address_in(tell->arena, kind, parts);
}

const char *
telling_canonical(const Telling *tell, const char *path)
{
    if (tell->url == NULL)
        return "";
    GString *out = arena_text_begin(tell->arena);
    g_string_append(out, tell->url);
    slug_append_encoded_path(out, path);
    return arena_text_end(tell->arena, out);
}
