/**
 * Values: what can be read, and is hardly meant.
 *
 * A decree's file where its number belongs, an index beyond its scale, a title
 * twice, a form that is a program, an address too long for the code on a
 * poster. Findings only, nothing is changed. One thread.
 */
#pragma once
#include "audit/finding.h"

/** Bytes of a linked file above which a phone should not load it. */
enum { VALUES_HEAVY_FILE = 5 * 1024 * 1024 };

void values_audit_service(const Audit *audit, const Service *service);
void values_audit_agency(const Audit *audit);
/** Services of the agency that are called alike. */
void values_audit_titles(const Audit *audit);
/** The files that the agency's charters link to; findings stand at the files. */
void values_audit_files(const Scan *scan, const Agency *agency, DiagList *diags);
