/**
 * Scan: what its making and its finding share; inner part of the Scan module.
 *
 * scan.c makes a Scan, scan-versions.c its former texts; scan-find.c finds in it, in the orders below.
 */
#pragma once
#include "model/scan-names.h"
#include "model/scan.h"

/** The folder of the agency at or above this one, or NULL. */
const ScanFolder *scan_owner_of(const ScanFolder *folder);

/**
 * Reads a name in the folder of former texts beside `folder` (riwayat/akta.2026-01-16.md is the text that akta.md had from
 * that day on); FALSE when it is none. Fills page and date.
 */
gboolean
scan_version_read(Arena *arena, const char *folder, const char *name, ScanVersion *version);
/** Sorts the versions (ScanVersion) and copies them to the scan's arena. */
void scan_versions_freeze(Scan *scan, GArray *versions);

/* ScanService by folder, slug and language; ScanFolder * and ScanAgency by path; ScanFile by path. */
int scan_compare_pages(gconstpointer a, gconstpointer b);
int scan_compare_folders(gconstpointer a, gconstpointer b);
int scan_compare_agencies(gconstpointer a, gconstpointer b);
int scan_compare_files(gconstpointer a, gconstpointer b);
