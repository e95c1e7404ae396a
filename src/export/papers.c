#include "export/papers.h"
#include "base/module.h"

static const Papers papers = {annex_append_odt, sheet_append_csv, sheet_append_xlsx,
                              sheet_append_sippn};

extern const Module maklumat_export;
const Module maklumat_export = {VERSION, &papers};
