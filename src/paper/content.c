#include "paper/content.h"
#include "facts/mark.h"
#include "paper/make.h"
#include "value/money.h"
#include "value/phone.h"
#include <string.h>

static void
append_section(GArray *to, const PosterItem *items, guint n)
{
    if (n > 0)
        g_array_append_vals(to, items, n);
}

static PosterItem *
keep_items(const PosterMake *make, GArray *items, guint *n)
{
    PosterItem *kept = arena_alloc(make->arena, sizeof *kept * items->len);
    if (items->len > 0)
        memcpy(kept, items->data, sizeof *kept * items->len);
    *n = items->len;
    return kept;
}

/* Whether a variant has a list of its own: it replaces the service's (CONTENT.md, varian). */
typedef gboolean (*VariantHas)(const Variant *variant);

static gboolean
has_requirements(const Variant *variant)
{
    return variant->persyaratan.n > 0;
}

static gboolean
has_procedure(const Variant *variant)
{
    return variant->prosedur.n > 0;
}

/* Over the service's own list the names of the variants it is for: those that replace nothing.
 * NULL: there is no need to say. *used is FALSE when each variant has its own. */
static const char *
base_heading(const PosterMake *make, const Service *service, VariantHas has, gboolean *used)
{
    const char *names = NULL;
    guint n_own = 0;
    for (guint i = 0; i < service->varian.n; i++) {
        const Variant *variant = &service->varian.items[i];
        const char *name = make_text(variant->nama);
        if (has(variant))
            n_own++;
        else if (name != NULL)
            names = names == NULL ? name : make_concat(make, names, "; ", name, NULL);
    }
    *used = n_own == 0 || n_own < service->varian.n;
    return n_own > 0 ? names : NULL;
}

/* The service's own requirements, and each variant's that replace them, under their names. */
static void
add_requirements(const PosterMake *make, const Service *service, PosterContent *content)
{
    g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(PosterItem));
    guint n;
    gboolean used;
    PosterItem base = {.field = "varian",
                       .heading = base_heading(make, service, has_requirements, &used)};
    PosterItem *items = make_requirements(make, &service->persyaratan, &n);
    if (used && n > 0 && base.heading != NULL)
        g_array_append_val(all, base);
    append_section(all, items, used ? n : 0);
    for (guint i = 0; i < service->varian.n; i++) {
        const Variant *variant = &service->varian.items[i];
        items = make_requirements(make, &variant->persyaratan, &n);
        PosterItem heading = {.field = "varian", .heading = make_text(variant->nama)};
        if (n > 0 && heading.heading != NULL)
            g_array_append_val(all, heading);
        append_section(all, items, n);
    }
    PosterSection section = {.kind = SECTION_TICKS,
                             .slot = SLOT_REQUIREMENTS,
                             .heading = make_word(make, WORD_REQUIREMENTS, NULL),
                             .empty = make_word(make, WORD_NO_REQUIREMENTS, NULL)};
    section.items = keep_items(make, all, &section.n);
    make_section(content, section);
}

static void
append_steps(const PosterMake *make, const char *heading, const StepList *list, GArray *all)
{
    FlowStep over = {.field = "varian", .heading = heading};
    if (list->n == 0)
        return;
    if (heading != NULL)
        g_array_append_val(all, over);
    g_array_append_vals(all, make_steps(make, list, "prosedur"), list->n);
}

static void
add_procedure(const PosterMake *make, const Service *service, PosterContent *content)
{
    g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(FlowStep));
    gboolean used;
    const char *heading = base_heading(make, service, has_procedure, &used);
    if (used)
        append_steps(make, heading, &service->prosedur, all);
    for (guint i = 0; i < service->varian.n; i++) {
        const Variant *variant = &service->varian.items[i];
        append_steps(make, make_text(variant->nama), &variant->prosedur, all);
    }
    FlowStep *steps = arena_alloc(make->arena, sizeof *steps * all->len);
    if (all->len > 0)
        memcpy(steps, all->data, sizeof *steps * all->len);
    make_section(content, (PosterSection){.kind = SECTION_FLOW,
                                          .slot = SLOT_PROCEDURE,
                                          .heading = make_word(make, WORD_PROCEDURE, NULL),
                                          .steps = steps,
                                          .n = all->len,
                                          .empty = make_word(make, WORD_NO_PROCEDURE, NULL)});
}

static gboolean
is_english(const PosterMake *make)
{
    return make->input->lang == POSTER_EN;
}

static PosterFact
make_service_time(const PosterMake *make, const Service *service)
{
    TimeFact time;
    time_fact_of_service(make->arena, service, is_english(make), &time);
    return make_time(make, &time);
}

static PosterFact
make_service_fee(const PosterMake *make, const Service *service)
{
    FeeFact fee;
    fee_fact_of_service(make->arena, service, is_english(make), &fee);
    return make_fee(make, &fee);
}

/* Name, time and fee of each variant; TRUE when any of them names one. */
static void
add_variants(const PosterMake *make, const Service *service, PosterContent *content)
{
    PosterItem *rows = arena_alloc(make->arena, sizeof *rows * service->varian.n);
    gboolean times = FALSE, fees = FALSE, english = is_english(make);
    TimeFact base_time;
    FeeFact base_fee;
    time_fact(make->arena, &service->waktu, english, &base_time);
    fee_fact(make->arena, &service->biaya, english, &base_fee);
    for (guint i = 0; i < service->varian.n; i++) {
        const Variant *variant = &service->varian.items[i];
        TimeFact time_said;
        FeeFact fee_said;
        time_fact_of_variant(make->arena, variant, english, &time_said);
        fee_fact(make->arena, &variant->biaya, english, &fee_said);
        PosterFact time = make_time(make, time_said.any ? &time_said : &base_time);
        PosterFact fee = make_fee(make, fee_said.any ? &fee_said : &base_fee);
        times = times || time_said.any;
        fees = fees || fee_said.any;
        rows[i] = (PosterItem){.field = "varian",
                               .label = make_text(variant->nama),
                               .text = make_fact_text(make, &time),
                               .other = make_fact_text(make, &fee)};
    }
    if (!times && !fees)
        return;
    /* What no variant names is the same for all, and said in the band. */
    for (guint i = 0; i < service->varian.n; i++) {
        rows[i].text = times ? rows[i].text : rows[i].other;
        rows[i].other = times && fees ? rows[i].other : NULL;
    }
    const char *time = make_word(make, WORD_TIME_SHORT, NULL);
    const char *fee = make_word(make, WORD_FEE, NULL);
    make_section(content, (PosterSection){
                              .kind = SECTION_TABLE,
                              .slot = SLOT_VARIANTS,
                              .heading = make_word(make, WORD_VARIANT, NULL),
                              .columns = {"", times ? time : fee, times && fees ? fee : NULL},
                              .items = rows,
                              .n = service->varian.n});
}

static void
add_tables(const PosterMake *make, const Service *service, PosterContent *content)
{
    guint n;
    if (service->waktu.n > 1)
        make_section(content,
                     (PosterSection){.kind = SECTION_TABLE,
                                     .slot = SLOT_TIME_TABLE,
                                     .heading = make_word(make, WORD_TIME_TABLE, NULL),
                                     .items = make_time_rows(make, &service->waktu, "waktu"),
                                     .n = service->waktu.n});
    PosterItem *rows = make_fee_rows(make, &service->biaya, &n);
    if (n > 0)
        make_section(content, (PosterSection){.kind = SECTION_TABLE,
                                              .slot = SLOT_FEE_TABLE,
                                              .heading = make_word(make, WORD_FEE_TABLE, NULL),
                                              .items = rows,
                                              .n = n});
    if (service->varian.n > 0)
        add_variants(make, service, content);
}

/* "Senin–Kamis 08.00–15.30, istirahat 12.00–13.00; Jumat …" */
static const char *
hours_text(const PosterMake *make, const HoursRowList *rows)
{
    const char *text = NULL;
    for (guint i = 0; i < rows->n; i++) {
        const HoursRow *row = &rows->items[i];
        const char *days = make_text(row->hari), *hours = make_text(row->jam);
        const char *pause = make_text(row->istirahat);
        if (days == NULL && hours == NULL)
            continue;
        const char *one = make_concat(
            make, days != NULL ? days : "", days != NULL && hours != NULL ? " " : "",
            hours != NULL ? hours : "", pause != NULL ? ", " : "",
            pause != NULL ? make_word(make, WORD_BREAK, pause) : "", NULL);
        text = text == NULL ? one : make_concat(make, text, "; ", one, NULL);
    }
    return text;
}

/* Where and when to come: what somebody before a closed door needs. */
/* Where a way leads; FALSE: it does not say. */
static gboolean
way_row(const PosterMake *make, const Access *way, PosterItem *row)
{
    static const PosterWordKey WAYS[] = {[ACCESS_DATANG] = WORD_IN_PERSON,
                                         [ACCESS_DARING] = WORD_ONLINE,
                                         [ACCESS_TELEPON] = WORD_BY_PHONE};
    const char *place = make_trimmed(make, way->tempat);
    if (place == NULL || way->jenis < 0 || way->jenis >= (gint64)G_N_ELEMENTS(WAYS))
        return FALSE;
    *row = (PosterItem){.field = "cara_akses",
                        .label = make_word(make, WAYS[way->jenis], NULL),
                        .text = place,
                        .href = way->tautan.href};
    return TRUE;
}

static PosterItem
venue_row(const PosterMake *make, const Venue *venue)
{
    const char *where = make_trimmed(make, venue->alamat);
    const char *when = hours_text(make, &venue->jam_layanan);
    const char *both = where != NULL && when != NULL ? "; " : "";
    return (PosterItem){.field = "lokasi",
                        .label = make_text(venue->nama),
                        .text = make_concat(make, where != NULL ? where : "", both,
                                            when != NULL ? when : "", NULL)};
}

static void
add_place(const PosterMake *make, const Service *service, PosterContent *content)
{
    const HoursRowList *hours = &service->jam_layanan;
    if (hours->n == 0)
        hours = &make->agency->jam_layanan;
    const char *open = hours_text(make, hours);
    guint n = 0;
    PosterItem *rows = arena_alloc(
        make->arena, sizeof *rows * (service->cara_akses.n + service->lokasi.n + 2));
    for (guint i = 0; i < service->cara_akses.n; i++)
        n += way_row(make, &service->cara_akses.items[i], &rows[n]) ? 1 : 0;
    if (open != NULL)
        rows[n++] = (PosterItem){
            .field = "jam_layanan", .label = make_word(make, WORD_HOURS, NULL), .text = open};
    for (guint i = 0; i < service->lokasi.n; i++)
        rows[n++] = venue_row(make, &service->lokasi.items[i]);
    if (make_text(service->antrean.cara) != NULL)
        rows[n++] = (PosterItem){.field = "antrean",
                                 .label = make_word(make, WORD_QUEUE, NULL),
                                 .text = make_text(service->antrean.cara)};
    if (n > 0)
        make_section(content, (PosterSection){.kind = SECTION_ROWS,
                                              .slot = SLOT_PLACE,
                                              .heading = make_word(make, WORD_PLACE, NULL),
                                              .items = rows,
                                              .n = n});
}

const PosterContent *
poster_content_service(Arena *arena,
                       const Agency *agency,
                       const Service *service,
                       const PosterInput *input)
{
    PosterMake make = {arena, agency, input};
    PosterContent *content = arena_new0(arena, PosterContent);
    make_agency(&make, content);
    make_decree(&make, service, content);
    content->kind = POSTER_SERVICE;
    content->pill = make_state(&make, service);
    if (input->url != NULL) {
        char mark[MARK_LEN + 1];
        mark_of_service(agency, service, mark);
        content->code = make_concat(&make, input->url, "#c=", mark, NULL);
    }
    content->title = make_text(service->judul) != NULL ? service->judul.str : "";
    content->facts[0] = make_service_time(&make, service);
    content->facts[1] = make_service_fee(&make, service);
    content->facts[2] = make_product(&make, &service->produk);
    content->n_facts = 3;
    make_pause(&make, service, content);
    add_requirements(&make, service, content);
    add_procedure(&make, service, content);
    add_tables(&make, service, content);
    make_changes(&make, service, content);
    make_compensation(&make, service, content);
    add_place(&make, service, content);
    const ChannelList *channels = &service->pengaduan.kanal;
    if (channels->n == 0)
        channels = &agency->pengaduan.kanal;
    content->channels_heading = make_word(&make, WORD_COMPLAINTS, NULL);
    content->channels = make_channels(&make, channels, &content->n_channels);
    return content;
}

/* ---- the pledge ---- */

/* "Kepala" alone says nothing without the agency's name. */
static const char *
office_of(const PosterMake *make, const char *title)
{
    const char *agency = make_text(make->agency->nama);
    if (title == NULL || agency == NULL || strchr(title, ' ') != NULL)
        return title != NULL ? title : agency;
    return make_concat(make, title, " ", agency, NULL);
}

static const PosterSigner *
make_signer(const PosterMake *make)
{
    const Chief *chief = &make->agency->kepala;
    const Pledge *pledge = &make->agency->maklumat;
    const char *place = make_trimmed(make, pledge->tempat);
    const char *date = make_date(make, pledge->tanggal.date);
    PosterSigner *signer = arena_new0(make->arena, PosterSigner);
    if (place != NULL || date != NULL)
        signer->place_date = make_concat(make, place != NULL ? place : "",
                                         place != NULL && date != NULL ? ", " : "",
                                         date != NULL ? date : "", NULL);
    signer->title = office_of(make, make_text(chief->jabatan));
    signer->name = make_text(chief->nama);
    signer->rank = make_text(chief->pangkat);
    if (make_text(chief->nip) != NULL)
        signer->nip = make_word(make, WORD_NIP, chief->nip.str);
    return signer;
}

const PosterContent *
poster_content_pledge(Arena *arena, const Agency *agency, const PosterInput *input)
{
    PosterMake make = {arena, agency, input};
    PosterContent *content = arena_new0(arena, PosterContent);
    make_agency(&make, content);
    content->kind = POSTER_PLEDGE;
    content->title = make_word(&make, WORD_PLEDGE_TITLE, NULL);
    content->pledge = make_text(agency->maklumat.teks);
    if (content->pledge == NULL)
        content->pledge = make_word(&make, WORD_NO_PLEDGE, NULL);
    content->signer = make_signer(&make);
    PosterItem *rows = arena_alloc(arena, sizeof *rows * agency->services.n);
    guint n = 0;
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        if (service->status != STATUS_AKTIF)
            continue;
        PosterFact time = make_service_time(&make, service);
        PosterFact fee = make_service_fee(&make, service);
        rows[n++] = (PosterItem){.field = service->slug,
                                 .label = make_text(service->judul),
                                 .text = make_fact_text(&make, &time),
                                 .other = make_fact_text(&make, &fee)};
    }
    make_section(content,
                 (PosterSection){.kind = SECTION_TABLE,
                                 .heading = make_word(&make, WORD_OUR_SERVICES, NULL),
                                 .columns = {"", make_word(&make, WORD_TIME_SHORT, NULL),
                                             make_word(&make, WORD_FEE, NULL)},
                                 .items = rows,
                                 .n = n,
                                 .empty = make_word(&make, WORD_NO_SERVICES, NULL)});
    content->channels_heading = make_word(&make, WORD_COMPLAINTS, NULL);
    content->channels = make_channels(&make, &agency->pengaduan.kanal, &content->n_channels);
    return content;
}

/* ---- complaint channels ---- */

static void
add_officer(const PosterMake *make, PosterContent *content)
{
    const Officer *officer = &make->agency->pengaduan.petugas;
    const char *name = make_text(officer->nama);
    if (name == NULL)
        name = make_text(officer->teks);
    const char *title = make_text(officer->jabatan), *contact = make_text(officer->kontak);
    if (name == NULL && title == NULL && contact == NULL)
        return;
    Phone phone;
    phone_parse(make->arena, contact, &phone);
    PosterItem *rows = arena_alloc(make->arena, 2 * sizeof *rows);
    guint n = 0;
    if (name != NULL || title != NULL) /* the heading says whose name it is */
        rows[n++] = (PosterItem){.field = "pengaduan.petugas",
                                 .label = name != NULL ? title : NULL,
                                 .text = name != NULL ? name : title};
    if (contact != NULL)
        rows[n++] = (PosterItem){.field = "pengaduan.petugas",
                                 .text = phone.status == PHONE_OK ? phone.display : contact,
                                 .href = phone.status == PHONE_OK ? phone.tel : NULL};
    make_section(content, (PosterSection){.kind = SECTION_ROWS,
                                          .slot = SLOT_OFFICER,
                                          .heading = make_word(make, WORD_OFFICER, NULL),
                                          .items = rows,
                                          .n = n});
}

/* Channels fill the sheet, so its foot says where and when to come in person. */
static void
add_office(const PosterMake *make, PosterContent *content)
{
    const char *hours = hours_text(make, &make->agency->jam_layanan);
    const char *address = make_address(make);
    PosterItem *rows = arena_alloc(make->arena, 2 * sizeof *rows);
    guint n = 0, n_fine = 0;
    if (hours == NULL)
        return;
    if (address != NULL)
        rows[n++] = (PosterItem){
            .field = "alamat", .label = make_word(make, WORD_IN_PERSON, NULL), .text = address};
    rows[n++] = (PosterItem){
        .field = "jam_layanan", .label = make_word(make, WORD_HOURS, NULL), .text = hours};
    content->channels_heading = make_word(make, WORD_PLACE, NULL);
    content->channels = rows;
    content->n_channels = n;
    for (guint i = 0; i < content->n_fine; i++) /* said above it */
        if (content->fine[i].slot != SLOT_ADDRESS)
            content->fine[n_fine++] = content->fine[i];
    content->n_fine = n_fine;
}

const PosterContent *
poster_content_channels(Arena *arena, const Agency *agency, const PosterInput *input)
{
    PosterMake make = {arena, agency, input};
    const Complaint *complaint = &agency->pengaduan;
    PosterContent *content = arena_new0(arena, PosterContent);
    PosterSection channels = {.kind = SECTION_ROWS,
                              .slot = SLOT_CHANNEL_LIST,
                              .heading = make_word(&make, WORD_CHANNELS, NULL),
                              .empty = make_word(&make, WORD_NO_CHANNELS, NULL)};
    make_agency(&make, content);
    content->kind = POSTER_CHANNELS;
    content->title = make_word(&make, WORD_CHANNELS_TITLE, NULL);
    channels.items = make_channels(&make, &complaint->kanal, &channels.n);
    make_section(content, channels);
    if (complaint->alur.n > 0)
        make_section(
            content,
            (PosterSection){.kind = SECTION_FLOW,
                            .slot = SLOT_COMPLAINT_FLOW,
                            .heading = make_word(&make, WORD_COMPLAINT_FLOW, NULL),
                            .steps = make_steps(&make, &complaint->alur, "pengaduan.alur"),
                            .n = complaint->alur.n});
    if (complaint->batas_waktu.n > 0)
        make_section(content, (PosterSection){
                                  .kind = SECTION_TABLE,
                                  .slot = SLOT_COMPLAINT_DEADLINES,
                                  .heading = make_word(&make, WORD_COMPLAINT_DEADLINES, NULL),
                                  .items = make_time_rows(&make, &complaint->batas_waktu,
                                                          "pengaduan.batas_waktu"),
                                  .n = complaint->batas_waktu.n});
    add_officer(&make, content);
    add_office(&make, content);
    return content;
}
