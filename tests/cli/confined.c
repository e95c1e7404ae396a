/* Loaded into the program by tests/cli/confined.t: as soon as it has confined itself, tries what it must not be able to do, and writes
 * how each attempt ended to the open file 9. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void
tell(const char *attempt, int failed)
{
    dprintf(9, "%s: %s\n", attempt,
            !failed           ? "done"
            : errno == EACCES ? "refused"
                              : strerror(errno));
}

static int
opened(const char *path, int flags)
{
    int file = open(path, flags | O_CLOEXEC, 0600);
    if (file >= 0)
        close(file);
    return file < 0;
}

/* A thread that is there already is not confined. */
static void
tell_threads(void)
{
    DIR *tasks = opendir("/proc/self/task");
    int n = 0;
    for (const struct dirent *task; (task = readdir(tasks)) != NULL;)
        n += task->d_name[0] != '.';
    closedir(tasks);
    dprintf(9, "threads: %d\n", n);
}

static void
attempt(void)
{
    const char *secret = getenv("SECRET"), *outside = getenv("OUTSIDE"),
               *content = getenv("CONTENT");
    char path[4096];
    tell("read a file elsewhere", opened(secret, O_RDONLY));
    tell("change it", opened(secret, O_WRONLY | O_APPEND));
    tell("shorten it", truncate(secret, 1) != 0);
    snprintf(path, sizeof path, "%s.lain", secret);
    tell("rename it", rename(secret, path) != 0);
    tell("remove it", unlink(secret) != 0);
    snprintf(path, sizeof path, "%s/new", outside);
    tell("make a file elsewhere", opened(path, O_WRONLY | O_CREAT));
    tell("make a folder elsewhere", mkdir(path, 0700) != 0);
    tell("make a link elsewhere", symlink("/etc/passwd", path) != 0);
    snprintf(path, sizeof path, "%s/baru.md", content);
    tell("make a file in content", opened(path, O_WRONLY | O_CREAT));
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    tell("connect",
         connect(connection, (const struct sockaddr *)&address, sizeof address) != 0);
    close(connection);
}

long
syscall(long number, ...)
{
    static long (*real)(long, ...);
    if (real == NULL)
        real = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    va_list args;
    long a[6];
    va_start(args, number);
    for (int i = 0; i < 6; i++)
        a[i] = va_arg(args, long);
    va_end(args);
    if (number == SYS_landlock_restrict_self)
        tell_threads();
    long result = real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
    if (number == SYS_landlock_restrict_self && result == 0)
        attempt();
    return result;
}
