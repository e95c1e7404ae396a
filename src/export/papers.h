/**
 * Papers: the documents that charters are written as. What the module "export" gives the program.
 *
 * Charters in, bytes out; knows no file and no command line. No state, any thread.
 */
#pragma once
#include "export/annex.h"
#include "export/sheet.h"

typedef struct Papers {
    gboolean (*annex)(const Agency *agency,
                      const Service *const *services,
                      guint n,
                      GByteArray *out);
    void (*csv)(const SheetRow *rows, guint n, GString *out);
    gboolean (*xlsx)(const SheetRow *rows, guint n, GByteArray *out, guint *n_cut);
    void (*sippn)(const SheetRow *rows, guint n, GString *out);
} Papers;
