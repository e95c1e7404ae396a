/**
 * Index: the index the page's script searches, from file:// too.
 *
 * Files below cari/, each one call of a function of cari.js, as classic
 * scripts (fetch and modules are barred on file://). indeks.js is the
 * manifest. A small index stands in it whole; a large one is cut into
 *
 *   k0-HASH.js   maklumatKata(0,"akta 0a!2 akte …"): terms with their documents
 *   b0-HASH.js   maklumatBalik(0,"atka …"): terms read backwards, for slips at their beginning
 *   r0-HASH.js   maklumatCatatan(0,[[agency, folder],…],[[title,agency,page,time,fee],…])
 *
 * Documents are the services in the plan's order, by title and agency, so
 * that lists of documents are runs. See search/terms.h for their form.
 */
#pragma once
#include "base/output.h"
#include "facts/telling.h"
#include "plan/shared.h"

enum {
    INDEX_WHOLE_BYTES = 36 * 1024, /* up to here indeks.js holds everything */
    INDEX_SHARD_BYTES = 8 * 1024,  /* of terms, about; a single term has at most 3 lists */
    INDEX_RECORDS = 32,            /* services in a shard of records */
    INDEX_GROUP = 64, /* such shards share one hash: their names take little room */
};

/** Writes the index of the plan's services. FALSE when the sink stopped. */
gboolean index_put(const Telling *tell, const SharedPlan *plan, const OutputSink *sink);
