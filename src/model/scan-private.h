/**
 * Scan: what its making and its finding share; inner part of the Scan module.
 *
 * scan.c makes a Scan, scan-find.c finds in it: in the orders below.
 */
#pragma once
#include "model/scan.h"

/** "akta.en" -> slug "akta", lang "en" (NULL = none); writes into `stem`, which both borrow. */
void scan_split_lang(char *stem, const char **slug, const char **lang);
/** The folder of the agency at or above this one, or NULL. */
const ScanFolder *scan_owner_of(const ScanFolder *folder);

/* ScanService by folder, slug and language; ScanFolder * and ScanAgency by path; ScanFile by path. */
int scan_compare_pages(gconstpointer a, gconstpointer b);
int scan_compare_folders(gconstpointer a, gconstpointer b);
int scan_compare_agencies(gconstpointer a, gconstpointer b);
int scan_compare_files(gconstpointer a, gconstpointer b);
