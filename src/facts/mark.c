#include "facts/mark.h"
#include "model/walk.h"

/* FNV-1a, 64 bits: posters keep the mark for years, so it is no hash that may be exchanged. */
static guint64
hash_text(guint64 hash, const char *text) /* with its NUL */
{
    do
        hash = (hash ^ (guchar)*text) * 0x100000001b3u;
    while (*text++ != '\0');
    return hash;
}

static void
add_text(const Record *record, const Field *field, const Text *text, gpointer data)
{
    (void)record;
    guint64 *hash = data;
    if (field != NULL) /* NULL: a record written as one text */
        *hash = hash_text(*hash, field->key);
    *hash = hash_text(*hash, text->str);
}

void
mark_of_service(const Agency *agency, const Service *service, char mark[MARK_LEN + 1])
{
    static const char LETTERS[] = "0123456789abcdefghjkmnpqrstvwxyz"; /* none like another */
    guint64 hash = 0xcbf29ce484222325u;
    Service part = {.persyaratan = service->persyaratan,
                    .waktu = service->waktu,
                    .biaya = service->biaya,
                    .produk = service->produk,
                    .kompensasi = service->kompensasi};
    part.pengaduan.kanal =
        service->pengaduan.kanal.n > 0 ? service->pengaduan.kanal : agency->pengaduan.kanal;
    record_each_text(&record_service, &part, add_text, &hash);
    for (guint i = 0; i < service->varian.n; i++) {
        Variant variant = service->varian.items[i];
        variant.prosedur = (StepList){0};
        part = (Service){.varian = {.items = &variant, .n = 1}};
        record_each_text(&record_service, &part, add_text, &hash);
    }
    hash ^= hash >> 32;
    for (guint i = 0; i < MARK_LEN; i++, hash >>= 5)
        mark[i] = LETTERS[hash & 31];
    mark[MARK_LEN] = '\0';
}
