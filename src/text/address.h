/**
 * Address: the path of every output, in one table.
 *
 * Whoever writes, links, lists or protects an output asks here; a new page is a
 * row. Paths are relative to the site's root, UTF-8, with "/" and without a
 * leading one. Knows no content and no disk. No state, any thread.
 */
#pragma once
#include "base/arena.h"

#define ADDRESS_OWN_PAGES "halaman" /* the folder of the site's own pages, at the root */
#define ADDRESS_POSTERS "poster" /* the folder of posters in an agency's folder */

typedef enum AddressScope {
    ADDRESS_OF_SITE,    /* once, or once a page or part; no folder before it */
    ADDRESS_OF_REGION,  /* in the folder of a region */
    ADDRESS_OF_AGENCY,  /* in the folder of an agency */
    ADDRESS_OF_SERVICE, /* for each service, in its agency's folder or below */
    ADDRESS_OF_AUTHOR,  /* wherever the author's file or former address says */
} AddressScope;

typedef enum AddressKind {
#define ADDRESS(KIND, SCOPE, pattern, in_sitemap, reserved) ADDRESS_##KIND,
#include "text/address-kinds.h"
    N_ADDRESSES,
} AddressKind;

/*
 * Pattern: %f the folder with its slash, "" at the root; %s a slug; %v a size, language, hash or name;
 * %n "-2" and %m "/2" from the second page of a list on.
 */
typedef struct AddressInfo {
    AddressScope scope;
    const char *pattern;  /* NULL: the author's own path */
    gboolean in_sitemap;  /* meant to be found by search engines */
    const char *reserved; /* no folder or charter may have this name; NULL = takes none */
} AddressInfo;
extern const AddressInfo address_table[N_ADDRESSES];

typedef struct AddressParts {
    const char *folder;  /* without a slash at its end; NULL or "" = the root */
    const char *slug;    /* %s */
    const char *variant; /* %v */
    guint page;          /* from 1; 0 = 1 */
} AddressParts;

/** Appends the address; parts that the pattern does not name are not read. Not for a kind without one. */
void address_append(GString *out, AddressKind kind, const AddressParts *parts);
/** The address in `arena`. */
const char *address_in(Arena *arena, AddressKind kind, const AddressParts *parts);
/** The address as a text; g_free() it. */
char *address_dup(AddressKind kind, const AddressParts *parts);
/** TRUE when the path has the form of this kind. What lies in a folder has it for any folder. */
gboolean address_matches(AddressKind kind, const char *path);
/** TRUE when the path has the form of a kind of this scope. */
gboolean address_is_of(AddressScope scope, const char *path);
/** TRUE for the name of a folder at the root that holds outputs only: "aset", "keperluan". */
gboolean address_is_folder(const char *name);

/** TRUE when a charter or folder may not be called so: index, biaya, a-z, poster … */
gboolean address_is_reserved(const char *slug);
/** TRUE for a further page of a list: index-2, biaya-3. */
gboolean address_is_list_page(const char *slug);
