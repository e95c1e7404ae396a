/* libintl for GLib on Windows: no catalogue, every message as it is. */
#include "libintl.h"

char *
libintl_gettext(const char *id)
{
    return (char *)id;
}

char *
libintl_dgettext(const char *domain, const char *id)
{
    (void)domain;
    return (char *)id;
}

char *
libintl_dcgettext(const char *domain, const char *id, int category)
{
    (void)domain;
    (void)category;
    return (char *)id;
}

char *
libintl_ngettext(const char *one, const char *many, unsigned long n)
{
    return (char *)(n == 1 ? one : many);
}

char *
libintl_dngettext(const char *domain, const char *one, const char *many, unsigned long n)
{
    (void)domain;
    return libintl_ngettext(one, many, n);
}

char *
libintl_textdomain(const char *domain)
{
    return (char *)domain;
}

char *
libintl_bindtextdomain(const char *domain, const char *folder)
{
    (void)domain;
    return (char *)folder;
}

char *
libintl_bind_textdomain_codeset(const char *domain, const char *codeset)
{
    (void)domain;
    return (char *)codeset;
}
