#include "base/work.h"

enum { N_ITEMS = 2000 };

typedef struct Slots {
    guint calls[N_ITEMS];
    guint64 result[N_ITEMS];
    guint per_worker[WORK_MAX_JOBS];
} Slots;

static void
count(guint item, guint worker, gpointer data)
{
    Slots *slots = data;
    slots->calls[item]++;
    slots->result[item] = (guint64)item * item;
    slots->per_worker[worker]++;
}

static void
test_run(void)
{
    static const guint jobs[] = {1, 2, 3, 7, 64, 1000, 0};
    for (gsize i = 0; i < G_N_ELEMENTS(jobs); i++) {
        g_autofree Slots *slots = g_new0(Slots, 1);
        guint sum = 0;
        work_run(N_ITEMS, jobs[i], count, slots);
        for (guint j = 0; j < N_ITEMS; j++) {
            g_assert_cmpuint(slots->calls[j], ==, 1);
            g_assert_cmpuint(slots->result[j], ==, (guint64)j * j);
        }
        for (guint j = 0; j < WORK_MAX_JOBS; j++) {
            sum += slots->per_worker[j];
            g_assert_true(j < work_jobs(N_ITEMS, jobs[i]) || slots->per_worker[j] == 0);
        }
        g_assert_cmpuint(sum, ==, N_ITEMS);
    }
    work_run(0, 4, count, NULL);
}

static void
note_order(guint item, guint worker, gpointer data)
{
    GString *order = data;
    g_string_append_printf(order, "%u.%u ", item, worker);
}

static void
test_inline(void)
{
    g_autoptr(GString) order = g_string_new(NULL);
    work_run(4, 1, note_order, order);
    work_run(1, 9, note_order, order);
    g_assert_cmpstr(order->str, ==, "0.0 1.0 2.0 3.0 0.0 ");
}

static void
test_jobs(void)
{
    static const struct {
        guint items, jobs, expected;
    } cases[] = {{0, 0, 1}, {0, 5, 1}, {1, 5, 1},
                 {5, 2, 2}, {3, 9, 3}, {9999, 9999, WORK_MAX_JOBS}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpuint(work_jobs(cases[i].items, cases[i].jobs), ==, cases[i].expected);
    g_assert_cmpuint(work_jobs(9999, 0), ==, MIN(g_get_num_processors(), (guint)WORK_MAX_JOBS));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/jobs/run", test_run);
    g_test_add_func("/jobs/inline", test_inline);
    g_test_add_func("/jobs/count", test_jobs);
    return g_test_run();
}
