#include "cli/import-module.h"
#include "base/module.h"
#include <libxml/xmlversion.h>

static void
append_versions(GString *out)
{
    g_string_append_printf(out, "libxml %s\n", LIBXML_DOTTED_VERSION);
}

static const ImportModule functions = {import_command, append_versions};

extern const Module maklumat_import;
const Module maklumat_import = {VERSION, &functions};
