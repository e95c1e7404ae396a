#include "text/address.h"
#include "base/append.h"
#include <string.h>

const AddressInfo address_table[N_ADDRESSES] = {
#define ADDRESS(KIND, SCOPE, pattern, in_sitemap, reserved) \
    [ADDRESS_##KIND] = {ADDRESS_OF_##SCOPE, pattern, in_sitemap, reserved},
#include "text/address-kinds.h"
};

/* ---- making ---- */

static void
append_page(GString *out, char joint, guint page)
{
    if (page > 1)
        g_string_append_printf(out, "%c%u", joint, page);
}

static void
append_part(GString *out, char part, const AddressParts *parts)
{
    switch (part) {
    case 'f':
        if (parts->folder != NULL && *parts->folder != '\0') {
            append_text(out, parts->folder);
            append_bytes(out, "/", 1);
        }
        return;
    case 's':
        append_text(out, parts->slug);
        return;
    case 'v':
        append_text(out, parts->variant);
        return;
    case 'n':
        append_page(out, '-', parts->page);
        return;
    case 'm':
        append_page(out, '/', parts->page);
        return;
    default:
        g_assert_not_reached();
    }
}

void
address_append(GString *out, AddressKind kind, const AddressParts *parts)
{
    const char *at = address_table[kind].pattern;
    g_assert(at != NULL);
    while (*at != '\0') {
        gsize n = 0;
        while (at[n] != '\0' && at[n] != '%')
            n++;
        append_bytes(out, at, n);
        at += n;
        if (*at == '%') {
            append_part(out, at[1], parts);
            at += 2;
        }
    }
}

const char *
address_in(Arena *arena, AddressKind kind, const AddressParts *parts)
{
    GString *out = arena_text_begin(arena);
    address_append(out, kind, parts);
    return arena_text_end(arena, out);
}

char *
address_dup(AddressKind kind, const AddressParts *parts)
{
    GString *out = g_string_sized_new(128);
    address_append(out, kind, parts);
    return g_string_free(out, FALSE);
}

/* ---- matching ---- */

static gboolean matches(const char *pattern, const char *path);

/* The rest of the pattern behind each possible length of what a part allows. */
static gboolean
match_bytes(const char *rest, const char *path, const char *allowed)
{
    gsize most = strspn(path, allowed);
    for (gsize n = most; n > 0; n--)
        if (matches(rest, path + n))
            return TRUE;
    return FALSE;
}

static gboolean
match_page(const char *rest, const char *path, char joint)
{
    if (matches(rest, path))
        return TRUE;
    gsize digits = *path == joint ? strspn(path + 1, "0123456789") : 0;
    return digits > 0 && matches(rest, path + 1 + digits);
}

static gboolean
match_folder(const char *rest, const char *path)
{
    if (matches(rest, path))
        return TRUE;
    for (const char *slash = path; (slash = strchr(slash, '/')) != NULL;)
        if (matches(rest, ++slash))
            return TRUE;
    return FALSE;
}

#define SLUG_BYTES "abcdefghijklmnopqrstuvwxyz0123456789-"

static gboolean
matches(const char *pattern, const char *path)
{
    while (*pattern != '\0' && *pattern != '%' && *pattern == *path) {
        pattern++;
        path++;
    }
    if (*pattern != '%')
        return *pattern == *path;
    switch (pattern[1]) {
    case 'f':
        return match_folder(pattern + 2, path);
    case 's':
        return match_bytes(pattern + 2, path, SLUG_BYTES);
    case 'v':
        return match_bytes(pattern + 2, path, SLUG_BYTES "ABCDEFGHIJKLMNOPQRSTUVWXYZ._");
    case 'n':
        return match_page(pattern + 2, path, '-');
    default:
        return match_page(pattern + 2, path, '/');
    }
}

gboolean
address_matches(AddressKind kind, const char *path)
{
    const char *pattern = address_table[kind].pattern;
    return pattern != NULL && matches(pattern, path);
}

gboolean
address_is_of(AddressScope scope, const char *path)
{
    for (guint i = 0; i < N_ADDRESSES; i++)
        if (address_table[i].scope == scope && address_matches((AddressKind)i, path))
            return TRUE;
    return FALSE;
}

gboolean
address_is_folder(const char *name)
{
    gsize n = strlen(name);
    for (guint i = 0; i < N_ADDRESSES; i++) {
        const AddressInfo *info = &address_table[i];
        if (info->scope == ADDRESS_OF_SITE && strncmp(info->pattern, name, n) == 0 &&
            info->pattern[n] == '/')
            return TRUE;
    }
    return FALSE;
}

/* ---- names that charters may not have ---- */

gboolean
address_is_list_page(const char *slug)
{
    gsize len = strlen(slug);
    if (len == 0 || !g_ascii_isdigit(slug[len - 1]))
        return FALSE;
    for (guint i = 0; i < N_ADDRESSES; i++) {
        const AddressInfo *info = &address_table[i];
        gsize n = info->reserved != NULL ? strlen(info->reserved) : len;
        if (n < len && strncmp(slug, info->reserved, n) == 0 && slug[n] == '-' &&
            slug[n + 1 + strspn(slug + n + 1, "0123456789")] == '\0' &&
            info->pattern != NULL && strstr(info->pattern, "%n.html") != NULL)
            return TRUE;
    }
    return FALSE;
}

gboolean
address_is_reserved(const char *slug)
{
    for (guint i = 0; i < N_ADDRESSES; i++) {
        const char *reserved = address_table[i].reserved;
        if (reserved != NULL && reserved[0] == slug[0] && reserved[1] == slug[1] &&
            strcmp(slug, reserved) == 0)
            return TRUE;
    }
    return address_is_list_page(slug);
}
