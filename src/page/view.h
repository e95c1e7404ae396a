/**
 * View: what a page's template may use, as structs.
 *
 * One struct for every class of docs/tema.md: ViewLayanan for Layanan, with the members that its rows in
 * page/view-rows.h name, and the tables by which mustache/mustache.h reads them. Texts are UTF-8 and not escaped unless
 * marked HTML; NULL counts as "". Lists hold structs of the type beside them.
 * Nothing is owned: views live in the arena of the agency or of the shared
 * pages and borrow from the model and the cards. One thread fills a view.
 */
#pragma once
#include "page/theme.h"

// clang-format off
#define MEMBER_text      const char *
#define MEMBER_html      const char *
#define MEMBER_number    guint
#define MEMBER_flag      gboolean
#define MEMBER_texts     MuList
#define MEMBER_list(K)   MuList
#define MEMBER_object(K) const struct View##K *
#define MEMBER_part(K)   View##K
#define CLASS(C)                   typedef struct View##C {
#define ROW(C, kind, m, meaning)   MEMBER_##kind m;
#define BASE(C, m, K)              View##K m;
#define END(C)                     } View##C;
// clang-format on
#include "page/view-rows.h"

#undef MEMBER_text
#undef MEMBER_html
#undef MEMBER_number
#undef MEMBER_flag
#undef MEMBER_texts
#undef MEMBER_list
#undef MEMBER_object
#undef MEMBER_part

/** The class of the views of a page type: ViewHalamanLayanan for PAGE_LAYANAN, and so on. */
const MuClass *view_class(PageKind kind);

/** A list of `n` structs at `items`. */
static inline MuList
view_list(gconstpointer items, guint n)
{
    return (MuList){items, n};
}
