/** What GLib asks of libintl: messages as they are (windows/intl.c). */
#pragma once
#include <locale.h>
#ifndef LC_MESSAGES
#define LC_MESSAGES 1729
#endif
#define gettext(id) libintl_gettext(id)
#define dgettext(domain, id) libintl_dgettext(domain, id)
#define dcgettext(domain, id, category) libintl_dcgettext(domain, id, category)
#define ngettext(one, many, n) libintl_ngettext(one, many, n)
#define dngettext(domain, one, many, n) libintl_dngettext(domain, one, many, n)
#define textdomain(domain) libintl_textdomain(domain)
#define bindtextdomain(domain, folder) libintl_bindtextdomain(domain, folder)
#define bind_textdomain_codeset(domain, codeset) libintl_bind_textdomain_codeset(domain, codeset)

char *libintl_gettext(const char *id);
char *libintl_dgettext(const char *domain, const char *id);
char *libintl_dcgettext(const char *domain, const char *id, int category);
char *libintl_ngettext(const char *one, const char *many, unsigned long n);
char *libintl_dngettext(const char *domain, const char *one, const char *many, unsigned long n);
char *libintl_textdomain(const char *domain);
char *libintl_bindtextdomain(const char *domain, const char *folder);
char *libintl_bind_textdomain_codeset(const char *domain, const char *codeset);
