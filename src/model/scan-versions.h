/**
 * ScanVersions: former texts of charters, by their names; inner part of the Scan module.
 *
 * riwayat/akta.2026-01-16.md is the text that akta.md had from that day on. Names only. One thread.
 */
#pragma once
#include "model/scan.h"

/** Reads a name in the folder of former texts beside `folder`; FALSE when it is none. Fills page and date. */
gboolean
scan_version_read(Arena *arena, const char *folder, const char *name, ScanVersion *version);

/** Gives every original its versions (ScanVersion), sorted by their days and copied to the arena. */
void
scan_versions_hand_out(Arena *arena, GArray *versions, ScanAgency *agencies, guint n_agencies);
