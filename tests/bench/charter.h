/**
 * Charter: the text of a synthetic service or agency.
 *
 * Made by a chance of its own for each, so that the same numbers give the same
 * bytes on every machine, whatever else is generated. Knows the words and what
 * charters look like; knows no files.
 */
#pragma once
#include "words.h"
#include <glib.h>

enum { SERVICES_PER_AGENCY = 20, AGENCIES_PER_REGION = G_N_ELEMENTS(agency_words) };

/** Where an agency stands. */
typedef struct Place {
    char *region, *region_slug; /* "Kabupaten Pasuruan", "kab-pasuruan" */
    const AgencyWords *words;
    char *domain;
    guint agency; /* number over all regions */
} Place;

/** Name of the agency's service `k`; g_free() it. */
char *charter_title(const Place *place, guint k);
/** The name of a folder or file for a text; g_free() it. */
char *charter_slug(const char *text);
/** Appends the whole file of service `k`. */
void charter_put_service(GString *out, const Place *place, guint k, const char *title);
/** Appends the keys of the agency's file. */
void charter_put_agency(GString *out, const Place *place);
