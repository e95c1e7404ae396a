#include "base/confine.h"
#include "publish/build-private.h"

/* Settings, theme, output and cache are open, no thread runs yet: from here on only what the build reads and writes. */
void
build_confine(const Build *b)
{
    Confine *confine = confine_new();
    g_autofree char *fonts = posters_font_folder();
    confine_read_system(confine);
    confine_read(confine, b->options->dir);
    confine_read(confine, b->content);
    confine_read(confine, b->project.theme_folder);
    confine_read(confine, fonts);
    confine_write_folder(confine, b->tree != NULL ? tree_folder(b->tree) : -1);
    confine_write_folder(confine, cache_folder(b->cache));
    confine_enter(confine);
}
