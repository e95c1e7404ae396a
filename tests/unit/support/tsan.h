/* Read before every file of `make tsan`: tells ThreadSanitizer of the locks of GLib, which is not built for it. */
#pragma once
#include <glib.h>
#if __has_include(<gio/gio.h>)
#include <gio/gio.h>
/* GIO watches folders in a thread of its own, with locks that are not seen either: `serve` looks by itself. */
#define g_file_monitor_directory(file, flags, cancellable, error) ((GFileMonitor *)NULL)
#endif
#include <sanitizer/tsan_interface.h>

static inline void
tsan_mutex_lock(GMutex *mutex)
{
    g_mutex_lock(mutex);
    __tsan_acquire(mutex);
}

static inline void
tsan_mutex_unlock(GMutex *mutex)
{
    __tsan_release(mutex);
    g_mutex_unlock(mutex);
}

static inline gboolean
tsan_once_enter(gsize *once)
{
    gboolean first = g_once_init_enter(once);
    __tsan_acquire(once);
    return first;
}

static inline void
tsan_once_leave(gsize *once, gsize value)
{
    __tsan_release(once);
    g_once_init_leave(once, value);
}

#undef g_once_init_enter
#undef g_once_init_leave
#define g_mutex_lock(mutex) tsan_mutex_lock(mutex)
#define g_mutex_unlock(mutex) tsan_mutex_unlock(mutex)
#define g_once_init_enter(once) tsan_once_enter((gsize *)(once))
#define g_once_init_leave(once, value) tsan_once_leave((gsize *)(once), (gsize)(value))
