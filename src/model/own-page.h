/**
 * OwnPage: the pages of the site itself, halaman/slug.md.
 *
 * Reads one in the way charters are read: keys by the table, prose and links by the same checks.
 * It may link to any page, and to files of its own folder and of the content folder.
 * One thread per arena.
 */
#pragma once
#include "model/charter.h"
#include "model/scan.h"

/** Reads the text into *page, whose slug is set. FALSE: its keys cannot be read, which is told. */
gboolean own_page_read(
    const Scan *scan, Arena *arena, const Source *source, DiagList *diags, OwnPage *page);

/** By their place in the menu, those without one behind, by slug. */
void own_pages_sort(OwnPageList *pages);
/** What other pages show of them: the menu. */
guint64 own_pages_menu_hash(const OwnPageList *pages);
