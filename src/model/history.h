/**
 * History: when a charter changed, and in what.
 *
 * A charter's former texts lie beside it as riwayat/slug.2026-01-16.md, each as it stood from that day on
 * (`maklumat record` writes them); what changed is the difference between one and the next, told by
 * model/diff.h. A change whose day has come (model/life.h) is an entry of its own. Kept is what concerns
 * the standard: words for the search, notices and the like are left out. Entries live in the caller's
 * arena. Pure; any thread.
 */
#pragma once
#include "model/charter.h"
#include "model/diff.h"

/** A charter's text as it stood from a day on. */
typedef struct HistoryVersion {
    Date date;
    Service *service; /* bound, no more */
} HistoryVersion;

/**
 * The entries of these versions, which are in the order of their days, the oldest without changes. *behind:
 * the text of today is another than the newest of them.
 */
HistoryList history_of(Arena *arena,
                       const HistoryVersion *versions,
                       guint n,
                       const Service *today,
                       gboolean *behind);

/**
 * What a change of `perubahan` will change of `before`, its decree apart; *after receives the service as it
 * will be. Nothing is applied.
 */
History history_ahead(Arena *arena, const Service *before, const Change *change, Service *after);

/** Adds an entry for each change of `perubahan` that was applied since `before`, a copy of the service; newest first from then on. */
void history_finish(Arena *arena, const Service *before, Service *service);

/** Appends the entry in one line: "Biaya: Rp5.000 → Rp7.000; Persyaratan, dihapus: KK". */
void history_append_line(const History *entry, GString *out);
