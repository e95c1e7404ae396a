#include "cli/versions.h"
#include "base/confine.h"
#include "base/module.h"
#include "cli/deliver-module.h"
#include "cli/import-module.h"
#include "paper/engine.h"
#include "serve/serve.h"
#include <cmark.h>
#include <yaml.h>

void
versions_append(GString *out)
{
    g_string_append_printf(out, "glib %u.%u.%u\n", glib_major_version, glib_minor_version,
                           glib_micro_version);
    guint landlock = confine_version();
    if (landlock > 0)
        g_string_append_printf(out, "landlock %u\n", landlock);
    else
        g_string_append(out, "landlock -\n");
    g_string_append_printf(out, "libyaml %s\n", yaml_get_version_string());
    g_string_append_printf(out, "cmark %s\n", cmark_version_string());
    g_autoptr(GError) error = NULL;
    const PosterEngine *engine = module_open("poster", &error);
    if (engine != NULL)
        engine->append_versions(out);
    else
        g_string_append_printf(out, "%s\n", error->message);
    const DeliverModule *deliver = module_open("deliver", NULL);
    if (deliver != NULL)
        deliver->append_versions(out);
#ifndef NO_SERVE
    const ServeModule *serve = module_open("serve", NULL);
    if (serve != NULL)
        serve->append_versions(out);
#endif
    const ImportModule *import = module_open("import", NULL);
    if (import != NULL)
        import->append_versions(out);
}
