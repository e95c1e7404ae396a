#include "audit/components.h"
#include "model/fields.h"

void
components_audit(const Audit *audit, const Service *service)
{
    for (guint c = 1; c <= N_COMPONENTS; c++) {
        const char *key = field_component(c)->key;
        const char number[] = {c > 9 ? '1' : (char)('0' + c),
                               c > 9 ? (char)('0' + c % 10) : '\0', '\0'};
        switch (service->component[c]) {
        case COMPONENT_MISSING:
            if (finding_lacks_key(service->source, key) &&
                !finding_is_explained(audit, service->source, key))
                diag_add(audit->diags, DIAG_COMPONENT_MISSING, service->head.mark, 0, number,
                         component_names[c], key, NULL);
            break;
        case COMPONENT_EMPTY:
            if (finding_is_blank(service->source, key))
                diag_add(audit->diags, DIAG_COMPONENT_EMPTY, finding_key(service->source, key),
                         0, number, component_names[c], key, NULL);
            break;
        case COMPONENT_PRESENT:
        case COMPONENT_INHERITED:
            break;
        }
    }
}

void
components_audit_complaint(const Audit *audit, const Complaint *complaint)
{
    const Officer *officer = &complaint->petugas;
    Mark mark = finding_key(audit->source, "pengaduan");
    if (complaint->kanal.n == 0)
        diag_add(audit->diags, DIAG_COMPLAINT_CHANNEL_MISSING, mark, 0, NULL);
    if (!text_is_given(&officer->teks) && !text_is_given(&officer->nama) &&
        !text_is_given(&officer->jabatan))
        diag_add(audit->diags, DIAG_COMPLAINT_OFFICER_MISSING, mark, 0, NULL);
    if (complaint->alur.n == 0)
        diag_add(audit->diags, DIAG_COMPLAINT_STEPS_MISSING, mark, 0, NULL);
    if (complaint->batas_waktu.n == 0)
        diag_add(audit->diags, DIAG_COMPLAINT_DEADLINE_MISSING, mark, 0, NULL);
}
