#include "model/steps.h"
#include "base/diag.h"
#include <string.h>

/* Words for the citizen with which an actor's name may begin (content contract, section 3). */
static const char *const applicants_known[] = {
    "Pemohon", "Pengguna", "Pelanggan", "Pasien",     "Pemustaka", "Pengunjung",
    "Pelapor", "Pengadu",  "Tamu",      "Masyarakat", "Warga",     "Penduduk",
    "Penyewa", "Peserta",  "Klien",     "Wajib",      "Orang tua",
};

typedef struct Counter {
    const TextList *applicants;
    DiagList *diags;
    guint n, n_own;
} Counter;

static gboolean
begins_with_word(const char *text, const char *word)
{
    const char case_bit = 'a' - 'A';
    if (*word == '\0' || (*text | case_bit) != (*word | case_bit))
        return FALSE;
    gsize n = strlen(word);
    return g_ascii_strncasecmp(text, word, n) == 0 && !g_ascii_isalnum(text[n]);
}

static gboolean
is_citizen(const Counter *c, const char *actor)
{
    for (guint i = 0; i < G_N_ELEMENTS(applicants_known); i++) {
        if (begins_with_word(actor, applicants_known[i]))
            return TRUE;
    }
    for (guint i = 0; i < c->applicants->n; i++) {
        if (begins_with_word(actor, c->applicants->items[i].str))
            return TRUE;
    }
    return FALSE;
}

static void
check_back(const Counter *c, Mark mark, gint64 *back, guint last)
{
    if (*back <= 0 || *back <= last)
        return;
    char wanted[24], allowed[24];
    g_snprintf(wanted, sizeof wanted, "%" G_GINT64_FORMAT, *back);
    g_snprintf(allowed, sizeof allowed, "%u", last);
    diag_add(c->diags, DIAG_STEP_BACK_UNKNOWN, mark, 0, wanted, last > 0 ? allowed : NULL,
             NULL);
    *back = 0;
}

static void number(Counter *c, StepList *steps, guint depth);

static void
number_branches(Counter *c, BranchList *branches, guint depth)
{
    if (branches->n > 0 && depth > STEPS_MAX_DEPTH) {
        diag_add(c->diags, DIAG_BRANCH_TOO_DEEP, branches->items[0].head.mark, 0, NULL);
        branches->n = 0;
    }
    for (guint i = 0; i < branches->n; i++) {
        Branch *branch = &branches->items[i];
        check_back(c, branch->head.mark, &branch->kembali, c->n);
        number(c, &branch->langkah, depth);
        number_branches(c, &branch->cabang, depth + 1);
    }
}

static void
number(Counter *c, StepList *steps, guint depth)
{
    for (guint i = 0; i < steps->n; i++) {
        Step *step = &steps->items[i];
        check_back(c, step->head.mark, &step->kembali, c->n);
        step->nomor = ++c->n;
        step->anda = step->oleh.str != NULL && is_citizen(c, step->oleh.str);
        c->n_own += step->anda ? 1 : 0;
        number_branches(c, &step->cabang, depth + 1);
    }
}

guint
steps_number(StepList *steps, const TextList *applicants, DiagList *diags, guint *n_own)
{
    Counter c = {applicants, diags, 0, 0};
    number(&c, steps, 0);
    if (n_own != NULL)
        *n_own = c.n_own;
    return c.n;
}

static guint
number_requirements(RequirementList *list, guint n)
{
    for (guint i = 0; i < list->n; i++) {
        Requirement *req = &list->items[i];
        if (req->butir.n > 0)
            n = number_requirements(&req->butir, n);
        else
            req->nomor = ++n;
    }
    return n;
}

guint
requirements_number(RequirementList *list)
{
    return number_requirements(list, 0);
}
