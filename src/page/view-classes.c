#include "page/view.h"

// clang-format off
#define CLASS(C)                 static const MuClass class_##C;
#define ROW(C, kind, m, meaning)
#define BASE(C, m, K)
#define END(C)
#include "page/view-rows.h"

#define TYPE_text      MU_TEXT, NULL
#define TYPE_html      MU_HTML, NULL
#define TYPE_number    MU_UINT, NULL
#define TYPE_flag      MU_BOOL, NULL
#define TYPE_texts     MU_TEXTS, NULL
#define TYPE_list(K)   MU_LIST, &class_##K
#define TYPE_object(K) MU_OBJECT, &class_##K
#define TYPE_part(K)   MU_STRUCT, &class_##K
#define FIELD(C, m, name, ...)    FIELD_(C, m, name, __VA_ARGS__)
#define FIELD_(C, m, name, type, cls) {name, type, offsetof(View##C, m), cls},
#define CLASS(C)                  static const MuField fields_of_##C[] = {
#define ROW(C, kind, m, meaning)  FIELD(C, m, #m, TYPE_##kind)
#define BASE(C, m, K)             FIELD(C, m, NULL, MU_STRUCT, &class_##K)
#define END(C)                    }; static const MuClass class_##C = \
                                  {#C, sizeof(View##C), fields_of_##C, G_N_ELEMENTS(fields_of_##C), NULL};
#include "page/view-rows.h"
// clang-format on

const MuClass *
view_class(PageKind kind)
{
    static const MuClass *const classes[N_PAGE_KINDS] = {
#define PAGE(KIND, template, C) [PAGE_##KIND] = &class_##C,
#include "page/kinds.h"
    };
    return classes[kind];
}
