#include "base/work.h"

typedef struct Job {
    WorkFunc func;
    gpointer data;
    gint n_items;
    gint next; /* atomic: the next item nobody has taken */
} Job;

typedef struct Worker {
    Job *job;
    guint number;
} Worker;

guint
work_jobs(guint n_items, guint n_jobs)
{
    if (n_jobs == 0)
        n_jobs = g_get_num_processors();
    return CLAMP(n_jobs, 1, MIN(MAX(n_items, 1), (guint)WORK_MAX_JOBS));
}

static gpointer
take_items(gpointer data)
{
    const Worker *worker = data;
    Job *job = worker->job;
    for (;;) {
        gint item = g_atomic_int_add(&job->next, 1);
        if (item >= job->n_items)
            return NULL;
        job->func((guint)item, worker->number, job->data);
    }
}

void
work_run(guint n_items, guint n_jobs, WorkFunc func, gpointer data)
{
    n_jobs = work_jobs(n_items, n_jobs);
    g_assert(n_items <= G_MAXINT - WORK_MAX_JOBS); /* each worker counts once past the end */
    if (n_jobs == 1) {
        for (guint i = 0; i < n_items; i++)
            func(i, 0, data);
        return;
    }
    Job job = {func, data, (gint)n_items, 0};
    Worker workers[WORK_MAX_JOBS] = {{&job, 0}};
    GThread *threads[WORK_MAX_JOBS] = {NULL};
    for (guint i = 1; i < n_jobs; i++) {
        workers[i] = (Worker){&job, i};
        threads[i] = g_thread_try_new("maklumat", take_items, &workers[i], NULL);
    }
    take_items(&workers[0]);
    for (guint i = 1; i < n_jobs; i++)
        if (threads[i] != NULL)
            g_thread_join(threads[i]);
}
