/*
 * Preloaded in front of libc: a call that writes to the disk fails or ends the process.
 *
 * FAULT_AT=N (from 1) names the call, FAULT_DO what becomes of it: `kill`, or the number of an
 * error, which `…+` gives to all later calls as well (a disk that stays full). With
 * FAULT_COUNT=FILE nothing fails and the number of calls is written there at the end. Opening for
 * writing, writing, closing what was written, renaming, making and removing are counted. Calls
 * that a test must not wait for (syncfs) do nothing. With FAULT_HURRY two seconds pass at each
 * look at the clock.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

enum { N_FDS = 1024 };

static atomic_long n_calls;
static atomic_bool writable[N_FDS]; /* opened for writing, not closed since */

static int
due(void)
{
    const char *at = getenv("FAULT_AT"), *what = getenv("FAULT_DO");
    long call = atomic_fetch_add(&n_calls, 1) + 1;
    if (at == NULL || what == NULL || call < atol(at) ||
        (call > atol(at) && strchr(what, '+') == NULL))
        return 0;
    if (strcmp(what, "kill") == 0)
        _exit(137);
    errno = atoi(what);
    return 1;
}

static FILE *count; /* opened before the program confines itself */

__attribute__((constructor)) static void
begin(void)
{
    const char *path = getenv("FAULT_COUNT");
    count = path == NULL ? NULL : fopen(path, "w");
    atomic_store(&n_calls, 0); /* but for what it took to open it */
}

__attribute__((destructor)) static void
report(void)
{
    if (count != NULL)
        fprintf(count, "%ld\n", atomic_load(&n_calls));
}

int
openat(int dir, const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : 0;
    va_end(list);
    int writes = (flags & (O_CREAT | O_TRUNC)) != 0 || (flags & O_ACCMODE) != O_RDONLY;
    if (writes && due())
        return -1;
    int fd = REAL(openat)(dir, path, flags, mode);
    if (writes && fd >= 0 && fd < N_FDS)
        atomic_store(&writable[fd], 1);
    return fd;
}

ssize_t
write(int fd, const void *bytes, size_t len)
{
    return fd > 2 && due() ? -1 : REAL(write)(fd, bytes, len);
}

int
close(int fd)
{
    int fails = fd >= 0 && fd < N_FDS && atomic_exchange(&writable[fd], 0) && due();
    int error_number = errno, result = REAL(close)(fd);
    if (!fails)
        return result;
    errno = error_number; /* closed all the same, as the system does it */
    return -1;
}

int
renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    return due() ? -1 : REAL(renameat)(from_dir, from, to_dir, to);
}

int
unlinkat(int dir, const char *path, int flags)
{
    return due() ? -1 : REAL(unlinkat)(dir, path, flags);
}

int
mkdirat(int dir, const char *path, mode_t mode)
{
    return due() ? -1 : REAL(mkdirat)(dir, path, mode);
}

int
syncfs(int fd)
{
    (void)fd;
    return due() ? -1 : 0;
}

int
clock_gettime(clockid_t clock, struct timespec *time)
{
    static atomic_long n_looks;
    int result = REAL(clock_gettime)(clock, time);
    if (getenv("FAULT_HURRY") != NULL)
        time->tv_sec += 2 * (atomic_fetch_add(&n_looks, 1) + 1);
    return result;
}
