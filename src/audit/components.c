#include "audit/components.h"
#include "model/fields.h"

static gboolean
is_missing(const Audit *audit, const Service *service, guint component)
{
    const char *key = field_component(component)->key;
    return service->component[component] == COMPONENT_MISSING &&
           finding_lacks_key(service->source, key) &&
           !finding_is_explained(audit, service->source, key);
}

/* How many services lack it, of those that are judged. */
static guint
count_missing(const Audit *audit, guint component)
{
    const ServiceList *services = &audit->agency->services;
    guint n = 0;
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        if (service->status != STATUS_DICABUT && service->head.given != 0)
            n += is_missing(audit, service, component) ? 1 : 0;
    }
    return n;
}

/* One finding for the components of `bits`. */
static void
report_shared(const Audit *audit, guint bits, guint n_services, gboolean inheritable)
{
    g_autoptr(GString) numbers = g_string_new(NULL), keys = g_string_new(NULL);
    char count[16];
    for (guint c = 1; c <= N_COMPONENTS; c++) {
        if ((bits & 1u << (c - 1)) == 0)
            continue;
        g_string_append_printf(numbers, "%s%u", numbers->len > 0 ? ", " : "", c);
        g_string_append_printf(keys, "%s%s", keys->len > 0 ? ", " : "",
                               field_component(c)->key);
    }
    g_snprintf(count, sizeof count, "%u", n_services);
    diag_add(audit->diags, DIAG_COMPONENT_SHARED, audit->agency->head.mark, 0, numbers->str,
             count, inheritable ? keys->str : NULL, NULL);
}

void
components_audit_shared(Audit *audit)
{
    enum { COMPLAINTS = 6 };
    guint missing[N_COMPONENTS + 1] = {0}, most = 0;
    if (audit->agency->head.given == 0)
        return;
    for (guint c = COMPLAINTS; c <= N_COMPONENTS; c++)
        missing[c] = count_missing(audit, c);
    for (guint c = FIRST_INHERITABLE; c <= N_COMPONENTS; c++) {
        if (missing[c] > 1) {
            audit->shared |= 1u << (c - 1);
            most = MAX(most, missing[c]);
        }
    }
    if (audit->shared != 0)
        report_shared(audit, audit->shared, most, TRUE);
    if (missing[COMPLAINTS] > 1) {
        report_shared(audit, 1u << (COMPLAINTS - 1), missing[COMPLAINTS], FALSE);
        audit->shared |= 1u << (COMPLAINTS - 1);
    }
}

/* What one finding says of several components: "7, 8", their names, the keys as "a", "b". */
typedef struct Gap {
    GString *numbers, *names, *keys;
    const char *first_key; /* NULL = none is missing */
} Gap;

static void
gap_add(Gap *gap, guint component)
{
    const char *key = field_component(component)->key;
    gboolean more = gap->first_key != NULL;
    g_string_append_printf(gap->numbers, "%s%u", more ? ", " : "", component);
    g_string_append_printf(gap->names, "%s%s", more ? "; " : "", component_names[component]);
    g_string_append_printf(gap->keys, "%s%s", more ? "\", \"" : "", key);
    gap->first_key = more ? gap->first_key : key;
}

/* Reports the components from `first` to `last` that are missing in one finding. */
static void
report_missing(const Audit *audit, const Service *service, guint first, guint last)
{
    guint missing = 0; /* bit per component */
    for (guint c = first; c <= last; c++)
        if ((audit->shared & 1u << (c - 1)) == 0 && is_missing(audit, service, c))
            missing |= 1u << c;
    if (missing == 0)
        return;
    Gap gap = {g_string_new(NULL), g_string_new(NULL), g_string_new(NULL), NULL};
    for (guint c = first; c <= last; c++)
        if ((missing & 1u << c) != 0)
            gap_add(&gap, c);
    diag_add(audit->diags, DIAG_COMPONENT_MISSING, service->head.mark, 0, gap.numbers->str,
             gap.names->str, gap.keys->str, gap.first_key, NULL);
    g_string_free(gap.numbers, TRUE);
    g_string_free(gap.names, TRUE);
    g_string_free(gap.keys, TRUE);
}

static void
report_empty(const Audit *audit, const Service *service, guint component)
{
    if (service->component[component] != COMPONENT_EMPTY)
        return;
    const char *key = field_component(component)->key;
    char number[16];
    g_snprintf(number, sizeof number, "%u", component);
    if (finding_is_blank(service->source, key))
        diag_add(audit->diags, DIAG_COMPONENT_EMPTY, finding_key(service->source, key), 0,
                 number, component_names[component], key, NULL);
}

/* What must be published is missed piece by piece; the rest, which most charters lack whole, at once. */
void
components_audit(const Audit *audit, const Service *service)
{
    for (guint c = 1; c < FIRST_INHERITABLE; c++)
        report_missing(audit, service, c, c);
    report_missing(audit, service, FIRST_INHERITABLE, N_COMPONENTS);
    for (guint c = 1; c <= N_COMPONENTS; c++)
        report_empty(audit, service, c);
}

void
components_audit_complaint(const Audit *audit, const Complaint *complaint)
{
    const Officer *officer = &complaint->petugas;
    Mark mark = finding_key(audit->source, "pengaduan");
    if (complaint->kanal.n == 0)
        diag_add(audit->diags, DIAG_COMPLAINT_CHANNEL_MISSING, mark, 0, NULL);
    if (!text_has_words(officer->teks) && !text_has_words(officer->nama) &&
        !text_has_words(officer->jabatan))
        diag_add(audit->diags, DIAG_COMPLAINT_OFFICER_MISSING, mark, 0, NULL);
    if (complaint->alur.n == 0)
        diag_add(audit->diags, DIAG_COMPLAINT_STEPS_MISSING, mark, 0, NULL);
    if (complaint->batas_waktu.n == 0)
        diag_add(audit->diags, DIAG_COMPLAINT_DEADLINE_MISSING, mark, 0, NULL);
}
