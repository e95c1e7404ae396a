/**
 * Deliver: brings a built site to where citizens see it.
 *
 * The way of one delivery, top to bottom: the site's manifest, what earlier deliveries left at
 * the target, the plan, the journal, the files turn by turn (deliver/parcels.h), the
 * manifest. Only files of earlier deliveries are ever changed or deleted. Bytes that
 * differ from the site's manifest are not sent. Prints nothing; errors are the
 * environment's. One delivery to a target at a time is the caller's matter.
 */
#pragma once
#include "deliver/parcels.h"
#include "deliver/remote.h"

typedef struct DeliverProgress {
    guint n_files, files; /* done, of all */
    guint64 n_bytes, bytes;
} DeliverProgress;

typedef struct DeliverOptions {
    const char *site; /* the built site */
    const char *const
        *forbidden; /* folders that a local target must not be, be in or hold; ended by NULL */
    const RemoteOptions *remote; /* `sent` is set by deliver_run() */
    gboolean dry_run;            /* plan only; nothing at the target is changed */
    gboolean adopt, force;       /* write over others' files; delete however many */
    gboolean again;              /* believe nothing of the target, send everything */
    DiagLang lang;
    void (*planned)(gpointer data,
                    const Parcels *parcels); /* before anything is changed; may be NULL */
    void (*progress)(
        gpointer data,
        const DeliverProgress *progress); /* by one thread at a time; may be NULL */
    gpointer data;
} DeliverOptions;

typedef struct DeliverReport {
    guint n_new, n_changed, n_kept, n_deleted;
    guint64 n_bytes;
    gboolean resumed; /* an earlier delivery had been cut off */
    RemoteMove move;
    GPtrArray *pages; /* char *: changed and new pages, those that were changed first */
} DeliverReport;

/** FALSE and an error: what was sent so far is whole, and the next run goes on. *report is for deliver_report_clear() in any case. */
gboolean deliver_run(const DeliverOptions *options, DeliverReport *report, GError **error);
void deliver_report_clear(DeliverReport *report);
