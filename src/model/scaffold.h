/**
 * Scaffold: the first text of a new file, for whoever begins one.
 *
 * What is written there is either true for everyone (the three statements of
 * the pledge) or a comment to be filled in; no fact is invented. Pure.
 */
#pragma once
#include "base/diag.h"

/** "dinas-sosial" -> "Dinas Sosial"; g_free() it. */
char *scaffold_title(const char *slug);

/** Names the schema of a file below content/, so that editors with a YAML language server complete and explain the keys. */
void scaffold_append_modeline(const char *path, const char *schema, GString *out);

/** situs.yaml. */
void scaffold_append_site(DiagLang lang, GString *out);
/** instansi.yaml at `path` (as typed; its parts say where the schemas lie), with this name. */
void scaffold_append_agency(const char *path, const char *title, DiagLang lang, GString *out);
/** A page of the site itself with this title. */
void scaffold_append_own_page(const char *title, DiagLang lang, GString *out);
/** A charter with this title. */
void scaffold_append_service(const char *title, DiagLang lang, GString *out);
