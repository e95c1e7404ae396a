/**
 * ViewLeaf: the views of one agency: its services, itself, its quality.
 *
 * Everything here depends on the agency alone (and what stands above it), see
 * ARCHITECTURE.md "leaf output". A Leaf lives on the stack of render_agency();
 * its own texts live in `keep`, those of a page in the context's arena. Borrows
 * the loaded agency. One thread per Leaf.
 */
#pragma once
#include "data/jsonld.h"
#include "model/diff.h"
#include "page/view-parts.h"

enum { LEAF_MOST_CRUMBS = 10 };

/** What is the same on several pages of the agency, made once: they lie in one folder, and all but translations are in
 * the site's first language. */
typedef struct LeafShared {
    const char *lang; /* of the crumbs; NULL: not made yet */
    ViewRemah crumbs[LEAF_MOST_CRUMBS];
    guint n_crumbs;
    const ViewInstansi *agency;
    /* what services have from it */
    gboolean has_complaint;
    ViewPengaduan complaint;
    MuList items[N_COMPONENTS + 1]; /* of ViewKelompokButir; empty: not made yet */
} LeafShared;

typedef struct Leaf {
    ViewContext ctx;
    Arena *keep;
    const Agency *agency;
    const char *folder; /* "kab-x/dinas-y/", "" at the root */
    const char *index;  /* page of the agency */
    const char *nama_lengkap;
    const char *language; /* when it is not "", views are made for this translation */
    Zone zone;
    KapanCalendar kapan;
    LeafShared shared;
    Jsonld jsonld;
    guint n_listed, n_free; /* services that are not withdrawn; of them, free ones */
    const FeeClass *fees;   /* of each service that is not withdrawn */
} Leaf;

/** Ready for the agency's pages; turn the context to each page first. */
void leaf_init(Leaf *leaf, Arena *keep, const Render *render, const Agency *agency);
void leaf_clear(Leaf *leaf);

/** "kab-x/dinas-y/slug.html", "….en.html". */
const char *leaf_page(ViewContext *ctx, const Service *service);
/** The time of a service, from its variants when it names none itself. */
void
leaf_waktu_fill(ViewContext *ctx, const Service *service, gboolean english, ViewWaktu *out);
/** The official name of component 1 … 14 in the page's language. */
const char *leaf_component_name(ViewContext *ctx, guint component);
/** The items of component 5 or 7 … 14. */
const ItemList *leaf_component_items(const Service *service, guint component);

/** Halaman with the crumbs down to the agency and, unless NULL, one more at the context's page. */
void leaf_halaman_fill(Leaf *leaf, const char *last, ViewHalaman *out);
/** The whole page of a service, for the context's page; out->layanan is filled before. `json` receives its JSON-LD and
 * must outlive the view. */
void leaf_halaman_layanan_fill(Leaf *leaf,
                               const Service *service,
                               GString *json,
                               ViewHalamanLayanan *out);
void leaf_layanan_fill(Leaf *leaf, const Service *service, ViewLayanan *out);
/** The same service on another page of the same folder, beside others: every id begins with `awalan_id`. */
void leaf_layanan_repeat(Leaf *leaf,
                         const Service *service,
                         const char *awalan_id,
                         const ViewLayanan *once,
                         ViewLayanan *out);
/**
 * The members of Layanan about variants, each variant whole: what it does not name is the service's. The
 * rest of `out` is filled before. Says too whether times and fees have details.
 */
void leaf_variants_fill(Leaf *leaf, const Service *service, ViewLayanan *out);
/** On a translated page: was this part of a service left in the original's language? */
gboolean leaf_is_untranslated(const Service *service, const char *key);
/** The members of Layanan about posters alone. */
void leaf_posters_fill(ViewContext *ctx, const Service *service, ViewLayanan *out);
/** The sizes of one poster as Berkas; `nama`: what stands before "A4" in the name, "" for none. Empty when
 * the site has no posters. */
MuList leaf_poster_files(ViewContext *ctx, AddressKind kind, AddressParts parts, const char *nama);
/** The posters of the agency, for who prints them; the rest of `out` is filled before. */
void leaf_poster_room_fill(Leaf *leaf, ViewHalamanPoster *out);
/** TRUE when the site has posters and the agency some of them. */
gboolean leaf_has_poster_room(const Leaf *leaf);
/** The members of Layanan about its life (model/life.h), its places and what is owed; see view-life.c. */
void leaf_life_fill(Leaf *leaf, const Service *service, ViewLayanan *out);
/** Services that rest, for the counter screen: MuList of ViewJeda. */
MuList leaf_jeda(Leaf *leaf);
/** Differences as MuList of ViewBarisPerubahan; what only moved is left out. */
MuList leaf_changes(ViewContext *ctx, const DiffChange *changes, guint n);
/** The newest `max` entries: MuList of ViewRiwayat. */
MuList leaf_history(ViewContext *ctx, const HistoryList *list, guint max);
/** TRUE when the agency has a page of what changed. */
gboolean leaf_has_history(const Agency *agency);
/** Fills what that page has beside Halaman and Instansi. */
void leaf_riwayat_fill(Leaf *leaf, ViewHalamanRiwayatInstansi *out);
void leaf_instansi_fill(Leaf *leaf, ViewInstansi *out);
/** The members of Instansi about what became of its services: surveys, complaints, forums; see view-outcomes.c. */
void leaf_outcomes_fill(ViewContext *ctx, const Agency *agency, ViewInstansi *out);
/** `whole`: as leaf_layanan_fill() left it. */
void
leaf_kartu_fill(Leaf *leaf, const Service *service, const ViewLayanan *whole, ViewKartu *out);

/** Findings of an agency in order of their files; borrows `findings`. */
typedef struct LeafFindings {
    const Diag **items;
    guint n;
} LeafFindings;
void leaf_findings_init(LeafFindings *out, Arena *arena, const DiagList *findings);
/** Fills what the page of quality has beside Halaman and Instansi. `services`: each as leaf_layanan_fill() left it. */
void leaf_mutu_fill(Leaf *leaf,
                    const ViewLayanan *services,
                    const LeafFindings *findings,
                    ViewHalamanMutuInstansi *out);
/** How the agency stands in each examination of the site (ViewInstrumen); what depends on the day is left open. */
MuList leaf_exams(Leaf *leaf);
/** Takes out of the book's services what holds for all of them, and keeps it once; of one service nothing. */
void leaf_cetak_share(Leaf *leaf, ViewHalamanCetak *book);
/** The facilities that the agency names, or all services alike: ViewKelompokButir. May be empty. */
MuList leaf_shared_facilities(MuList services);
