/**
 * FromAnnex: the charters that an annex of ours carries (export/annex), read back as they were.
 *
 * `maklumat export lampiran` puts the texts it was made from beside the words in the package, and a mark of
 * those words. While the mark holds the words are what the charters say, and nothing need be guessed; once
 * an office program has saved the document the texts are gone or the mark is wrong, and the document is read as
 * any other. Looks at the local headers of stored parts alone: nothing is unpacked. The mark is no seal:
 * what is read is a stranger's text and is judged like one. Pure.
 */
#pragma once
#include <glib.h>

enum { ANNEX_MAX_CHARTERS = 2000 };

typedef struct AnnexCharter {
    char *slug;       /* g_malloc'ed */
    const char *text; /* borrows the bytes, `len` of them */
    gsize len;
} AnnexCharter;

/** The charters (AnnexCharter, freed with the array); none when the file is no annex of ours or its words were changed. */
GArray *annex_read_charters(const char *bytes, gsize len);
