/**
 * Watch: tells when something below some folders has changed.
 *
 * The system tells of each folder (GFileMonitor); where it does not, or there
 * are more folders than it takes, their names, sizes and times are compared
 * every second. Changes are gathered until nothing has come for a moment. Runs
 * in GLib's main loop.
 */
#pragma once
#include <glib.h>

typedef struct Watch Watch;

enum { WATCH_GATHER_MS = 50, WATCH_LONGEST_MS = 500, WATCH_POLL_MS = 1000 };

/** `folders`: NULL-ended; missing ones are waited for. `changed` is called once for many changes. */
Watch *watch_new(const char *const *folders, void (*changed)(gpointer data), gpointer data);
void watch_free(Watch *watch); /* NULL is fine */
/** Whether it has to look by itself. */
gboolean watch_polls(const Watch *watch);
/** From now on it does. */
void watch_poll(Watch *watch);
