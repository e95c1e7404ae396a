#include "audit/audit.h"
#include "audit/channels.h"
#include "audit/components.h"
#include "audit/consistency.h"
#include "audit/freshness.h"
#include "audit/language.h"
#include "audit/promises.h"

static void
audit_complaint(const Audit *audit, const Complaint *complaint)
{
    components_audit_complaint(audit, complaint);
    channels_audit(audit, &complaint->kanal);
    channels_audit_fax(audit, &complaint->kanal);
    promises_audit_complaint(audit, complaint);
    consistency_audit_steps(audit, &complaint->alur);
}

/* Everything that is words, of an original or a translation. */
static void
audit_words(const Audit *audit, const Service *service)
{
    language_audit(audit, &record_service, service);
    language_audit_body(audit, service->body, service->body_line);
    consistency_audit_lists(audit, &record_service, service);
}

static void
audit_service(const Audit *of_agency, const Service *service)
{
    Audit audit = *of_agency;
    audit.source = service->source;
    if (service->status == STATUS_DICABUT)
        return;
    components_audit(&audit, service);
    freshness_audit_service(&audit, service);
    promises_audit_service(&audit, service);
    if (service->component[6] == COMPONENT_PRESENT)
        audit_complaint(&audit, &service->pengaduan);
    consistency_audit_service(&audit, service);
    audit_words(&audit, service);
    for (guint i = 0; i < service->translations.n; i++) {
        audit.source = service->translations.items[i].source;
        audit_words(&audit, &service->translations.items[i]);
    }
}

static void
audit_own(const Audit *audit)
{
    const Agency *agency = audit->agency;
    if (agency->head.mark.source == NULL)
        return;
    freshness_audit_agency(audit);
    channels_audit_agency(audit);
    if (agency->pengaduan.head.given != 0)
        audit_complaint(audit, &agency->pengaduan);
    language_audit(audit, &record_agency, agency);
    language_audit_body(audit, agency->body, agency->body_line);
    consistency_audit_lists(audit, &record_agency, agency);
}

void
audit_services(const Loaded *loaded, Date today, DiagList *diags)
{
    const Agency *agency = loaded->agency;
    Audit audit = {agency, agency->source, loaded->arena, today, diags};
    for (guint i = 0; i < agency->services.n; i++)
        audit_service(&audit, &agency->services.items[i]);
}

void
audit_agency(const Loaded *loaded, Date today, DiagList *diags)
{
    const Agency *agency = loaded->agency;
    Audit audit = {agency, agency->source, loaded->arena, today, diags};
    audit_own(&audit);
    audit_services(loaded, today, diags);
}

void
audit_site(const Scan *scan, const SiteData *site, DiagList *diags)
{
    if (scan->site != NULL && (site->site.url.str == NULL || *site->site.url.str == '\0'))
        diag_add(diags, DIAG_SITE_URL_MISSING, site->site.head.mark, 0, NULL);
}
