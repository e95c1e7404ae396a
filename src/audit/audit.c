#include "audit/audit.h"
#include "audit/components.h"

static void
audit_service(const Service *service, DiagList *diags)
{
    if (service->status == STATUS_DICABUT)
        return;
    components_audit(service, diags);
}

void
audit_agency(const SiteData *site G_GNUC_UNUSED,
             const Loaded *agency,
             Date today G_GNUC_UNUSED,
             DiagList *diags)
{
    for (guint i = 0; i < agency->agency->services.n; i++)
        audit_service(&agency->agency->services.items[i], diags);
}

void
audit_site(const Scan *scan, const SiteData *site, DiagList *diags)
{
    if (scan->site != NULL && (site->site.url.str == NULL || *site->site.url.str == '\0'))
        diag_add(diags, DIAG_SITE_URL_MISSING, site->site.head.mark, 0, NULL);
}
