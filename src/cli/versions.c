#include "cli/versions.h"
#include <archive.h>
#include <cairo.h>
#include <cmark.h>
#include <curl/curl.h>
#include <libdeflate.h>
#include <librsvg/rsvg.h>
#include <pango/pango.h>
#include <qrencode.h>
#include <yaml.h>

void
versions_append(GString *out)
{
    g_string_append_printf(out, "glib %u.%u.%u\n", glib_major_version, glib_minor_version,
                           glib_micro_version);
    g_string_append_printf(out, "libyaml %s\n", yaml_get_version_string());
    g_string_append_printf(out, "cmark %s\n", cmark_version_string());
    g_string_append_printf(out, "pango %s\n", pango_version_string());
    g_string_append_printf(out, "cairo %s\n", cairo_version_string());
    g_string_append_printf(out, "librsvg %d.%d.%d\n", LIBRSVG_MAJOR_VERSION,
                           LIBRSVG_MINOR_VERSION, LIBRSVG_MICRO_VERSION);
    g_string_append_printf(out, "libqrencode %s\n", QRcode_APIVersionString());
    g_string_append_printf(out, "libdeflate %s\n", LIBDEFLATE_VERSION_STRING);
    g_string_append_printf(out, "%s\n", archive_version_string());
    g_string_append_printf(out, "%s\n", curl_version());
}
