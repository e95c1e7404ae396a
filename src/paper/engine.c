#include "paper/engine.h"
#include "base/module.h"
#include "draw/scene-cairo.h"
#include <cairo.h>
#include <hb.h>
#include <libdeflate.h>
#include <librsvg/rsvg.h>
#include <pango/pango.h>
#include <qrencode.h>

static void
append_versions(GString *out)
{
    g_string_append_printf(out, "pango %s\n", pango_version_string());
    g_string_append_printf(out, "harfbuzz %s\n", hb_version_string());
    g_string_append_printf(out, "cairo %s\n", cairo_version_string());
    g_string_append_printf(out, "librsvg %d.%d.%d\n", LIBRSVG_MAJOR_VERSION,
                           LIBRSVG_MINOR_VERSION, LIBRSVG_MICRO_VERSION);
    g_string_append_printf(out, "libqrencode %s\n", QRcode_APIVersionString());
    g_string_append_printf(out, "libdeflate %s\n", LIBDEFLATE_VERSION_STRING);
}

static const PosterEngine engine = {
    .fonts_new = fonts_new,
    .fonts_free = fonts_free,
    .fonts_trim = fonts_trim,
    .render = poster_render,
    .render_all = poster_render_all,
    .fits = poster_fits,
    .lane = poster_lane_svg,
    .evidence = evidence_append_pdf,
    .decree = decree_append_pdf,
    .logo_is_fine = scene_logo_is_fine,
    .append_versions = append_versions,
};

extern const Module maklumat_poster;
const Module maklumat_poster = {VERSION, &engine};
