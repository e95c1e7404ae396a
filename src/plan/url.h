/**
 * Url: paths inside the site, and the way from one to another.
 *
 * A path has no leading slash: "kab-x/dinas-y/slug.html". Pure.
 */
#pragma once
#include <glib.h>

/** Appends the way from a page up to the site's root: "", "../", "../../". */
void url_append_root(GString *out, const char *page);
/** Appends the way from `page` to `path`, percent-encoded: "../../aset/x.css". */
void url_append_relative(GString *out, const char *page, const char *path);
