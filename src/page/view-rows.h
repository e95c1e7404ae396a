/*
 * Every name that a template may use, a row each: the struct of the views, the table by which the template engine
 * reads it and the tables of docs/tema.md are made from it.
 *
 * CLASS(C) begins the class C and END(C) ends it; BASE(C, member, K) takes in all names of the class K.
 * ROW(C, kind, name, meaning): `kind` is
 *
 *   text       UTF-8, not escaped; NULL counts as ""
 *   html       markup, escaped already
 *   number     guint
 *   flag       gboolean, for sections only
 *   texts      a list of texts
 *   list(K)    a list of K
 *   object(K)  a K or none
 *   part(K)    always a K
 *
 * `meaning` is what docs/tema.md says, in Indonesian. A class that is a part or a base stands before the one it
 * is in. Included several times with other macros, which go afterwards: no include guard.
 */
#include "page/view-rows-service.h"

#include "page/view-rows-agency.h"

#include "page/view-rows-page.h"

#undef CLASS
#undef ROW
#undef BASE
#undef END
