/**
 * ViewParts: the pieces a charter's pages are put together from.
 *
 * Each function turns one part of the model (a duration, a fee, steps,
 * channels …) into the class of docs/tema.md. The author's words stay as they
 * are: where the program shows a value in their place that differs by more than
 * spaces and punctuation, the words are there too. Texts are borrowed from the
 * model or live in the context's arena. One thread per context.
 */
#pragma once
#include "facts/fee.h"
#include "facts/time.h"
#include "page/view-common.h"

/* ---- time ---- */

/** The fact, and all rows of the list when there are several. */
void view_waktu_fill(ViewContext *ctx,
                     const TimeFact *fact,
                     const WaktuList *list,
                     ViewWaktu *out);
/** All rows: MuList of ViewWaktuBaris. */
MuList view_waktu_baris(ViewContext *ctx, const WaktuList *list);

/** The part of `kapan` that services of one calendar share; {arena} to begin with. */
typedef struct KapanCalendar {
    Arena *arena; /* of the tail: outlives single pages */
    const Calendar *calendar;
    const char *tail; /* "" = no day is known */
} KapanCalendar;
/** The part of that JSON that says when an office is open; "" when no year has a holiday file. */
const char *view_calendar(ViewContext *ctx, const Calendar *calendar, Zone zone);
/** The JSON of docs/tema.md "Skrip"; "" when no row has a deadline or no year has a holiday file. */
const char *
view_kapan(ViewContext *ctx, KapanCalendar *shared, const Service *service, Zone zone);

/* ---- fees ---- */

void view_biaya_fill(ViewContext *ctx, const Fee *fee, gboolean translated, ViewBiaya *out);
/** The fee of a service, from its variants when it names none itself. */
void view_service_biaya_fill(ViewContext *ctx,
                             const Service *service,
                             gboolean translated,
                             ViewBiaya *out);
/** The switches of a fact; the texts are left alone. `noted`: a note stands below. */
void view_biaya_ringkas(FeeSaid said, gboolean noted, ViewBiayaRingkas *out);

/* ---- requirements and steps; ids begin with `prefix` ---- */

MuList view_syarat(ViewContext *ctx, const RequirementList *list, const char *prefix);
/** The same for a page where their ids begin with `prefix`, which those in `once` (made with "") do not. */
MuList view_syarat_repeat(ViewContext *ctx, MuList once, const char *prefix);
/** Ids are prefix, "langkah-" (or "adu-") and the number. */
MuList view_langkah(ViewContext *ctx, const StepList *list, const char *prefix);
/** The same for a page with another prefix than `once`, which was made of the same steps; few have ids. */
MuList
view_langkah_repeat(ViewContext *ctx, const StepList *list, MuList once, const char *prefix);

/* ---- items, decrees, hours ---- */

/** MuList of ViewKelompokButir; `icons`: facilities get their sign. */
MuList view_butir(ViewContext *ctx, const ItemList *list, gboolean pictures);
/** What is got: up to `max`, MuList of texts; *n_all receives how many there are. */
MuList view_item_texts(ViewContext *ctx, const ItemList *list, guint max, guint *n_all);
/** MuList of ViewTautan. */
MuList view_tautan(ViewContext *ctx, const ItemList *list);
/** NULL when the decree has no number. */
const ViewSk *view_sk(ViewContext *ctx, const Decree *decree);
MuList view_jam(ViewContext *ctx, const HoursRowList *rows);
/** MuList of const char *, empty ones left out. */
MuList view_texts(ViewContext *ctx, const TextList *list);
/** A Markdown body as HTML, its links relative to the page. `folder`: where its file lies. */
const char *
view_markdown(ViewContext *ctx, const char *body, const char *folder, const char *agency);
/** That HTML for a page of the same folder that several texts share: `id_prefix` before ids and links to them. */
const char *view_markdown_repeat(ViewContext *ctx, const char *html, const char *id_prefix);

/** The prose of a page of the site itself, below its title. */
const char *view_own_page_prose(ViewContext *ctx, const char *body);
/** NULL when nothing is said of it. */
const ViewAntrean *view_antrean(ViewContext *ctx, const Queue *queue);
/** MuList of ViewForum, the newest first. */
MuList view_forum(ViewContext *ctx, const ForumList *list);
/** A link with the name `words`, or as written where it leads nowhere; NULL when there is none. */
const ViewTautan *view_named_link(ViewContext *ctx, const Link *link, const char *words);

/* ---- channels ---- */

void view_kanal_fill(ViewContext *ctx, const Channel *channel, ViewKanal *out);
MuList view_kanal(ViewContext *ctx, const ChannelList *list);
/** `inherited`: said of all services of the agency. `prefix` as in view_langkah(). */
void view_pengaduan_fill(ViewContext *ctx,
                         const Complaint *complaint,
                         gboolean inherited,
                         const char *prefix,
                         ViewPengaduan *out);
