#include "audit/components.h"
#include "model/fields.h"

void
components_audit(const Service *service, DiagList *diags)
{
    for (guint c = 1; c <= N_COMPONENTS; c++) {
        const char *key = field_component(c)->key;
        char number[4];
        g_snprintf(number, sizeof number, "%u", c);
        switch (service->component[c]) {
        case COMPONENT_MISSING:
            diag_add(diags, DIAG_COMPONENT_MISSING, service->head.mark, 0, number,
                     component_names[c], key, NULL);
            break;
        case COMPONENT_EMPTY:
            diag_add(diags, DIAG_COMPONENT_EMPTY, service->head.mark, 0, number,
                     component_names[c], key, NULL);
            break;
        case COMPONENT_PRESENT:
        case COMPONENT_INHERITED:
            break;
        }
    }
}
