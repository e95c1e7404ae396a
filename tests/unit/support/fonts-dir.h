/** Where the tests find the committed fonts. */
#pragma once
#include <glib.h>

/* The folder of the theme's fonts; the string is kept for the program's life. */
static inline const char *
fonts_dir(void)
{
    static char *dir;
    const char *data = g_getenv("MAKLUMAT_DATADIR");
    if (dir == NULL)
        dir = g_build_filename(data != NULL ? data : "themes/default", "fonts", NULL);
    return dir;
}
