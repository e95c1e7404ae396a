#include "base/fs.h"
#include "page/view-leaf.h"
#include "text/picture.h"
#include <string.h>

enum { LOGO_MAX_FILE = 2 * 1024 * 1024, LOGO_HEAD = 4096, LOGO_MAX_SIDE = 16384 };

/* The first number behind `name="`, in whole units; 0 when there is none. */
static guint
attribute(const char *tag, const char *name)
{
    const char *at = strstr(tag, name);
    if (at == NULL)
        return 0;
    at += strlen(name);
    guint64 number = g_ascii_strtoull(at, NULL, 10);
    at += strspn(at, "0123456789.");
    gboolean pixels = *at == '"' || *at == '\'' || strncmp(at, "px", 2) == 0;
    return pixels && number <= LOGO_MAX_SIDE ? (guint)number : 0;
}

/* Width and height from viewBox="0 0 W H". */
static void
read_box(const char *tag, guint *width, guint *height)
{
    const char *at = strstr(tag, "viewBox=");
    guint64 values[4] = {0};
    if (at == NULL)
        return;
    at += strlen("viewBox=") + 1;
    for (guint i = 0; i < 4; i++) {
        at += strspn(at, " ,-");
        values[i] = g_ascii_strtoull(at, NULL, 10);
        at += strspn(at, "0123456789.");
    }
    *width = values[2] <= LOGO_MAX_SIDE ? (guint)values[2] : 0;
    *height = values[3] <= LOGO_MAX_SIDE ? (guint)values[3] : 0;
}

static void
measure_svg(const char *bytes, gsize len, guint *width, guint *height)
{
    g_autofree char *head = g_strndup(bytes, MIN(len, LOGO_HEAD));
    char *tag = strstr(head, "<svg"), *end = tag != NULL ? strchr(tag, '>') : NULL;
    if (end == NULL)
        return;
    *end = '\0';
    *width = MAX(attribute(tag, " width=\""), attribute(tag, " width='"));
    *height = MAX(attribute(tag, " height=\""), attribute(tag, " height='"));
    if (*width == 0 || *height == 0)
        read_box(tag, width, height);
}

const ViewLogo *
leaf_logo(ViewContext *ctx, const Link *logo)
{
    const Scan *scan = ctx->site->scan;
    g_autofree char *bytes = NULL;
    gsize len = 0;
    guint32 width, height;
    if (logo->file == NULL ||
        !fs_read(scan->dir, logo->file, LOGO_MAX_FILE, &bytes, &len, NULL))
        return NULL;
    if (!picture_measure(bytes, len, &width, &height))
        measure_svg(bytes, len, &width, &height);
    if (width == 0 || height == 0 || picture_is_huge(width, height))
        return NULL;
    ViewLogo *out = arena_new0(ctx->arena, ViewLogo);
    *out = (ViewLogo){view_jalur(ctx, logo->file), width, height};
    return out;
}
