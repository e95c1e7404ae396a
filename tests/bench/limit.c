/*
 * limit IN SITE OUT: the least a generator can do, in one thread: reads every file below IN, then
 * writes the files of SITE, which was built before, to the same paths below OUT, which must not
 * exist. Prints wall and CPU seconds of just that. SITE itself is read folder by folder while
 * the clocks stand still, so that its bytes come from memory, as a generator's would.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MAX_DEPTH = 32 };

typedef struct Clock {
    double wall, cpu; /* seconds */
} Clock;

typedef struct File {
    char name[NAME_MAX + 1];
    size_t start, len; /* in the bytes of its folder */
} File;

typedef struct Folder {
    File *files;
    size_t n_files, cap_files;
    char *bytes;
    size_t len, cap;
} Folder;

static double total_wall, total_cpu;
static size_t n_read, n_written, bytes_read, bytes_written;
static char input[4 << 20];

static void
fail(const char *what)
{
    fprintf(stderr, "limit: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void *
need(void *memory)
{
    if (memory == NULL)
        fail("memory");
    return memory;
}

static double
seconds(clockid_t which)
{
    struct timespec t;
    clock_gettime(which, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static Clock
clock_start(void)
{
    return (Clock){seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID)};
}

static void
clock_stop(Clock start)
{
    total_wall += seconds(CLOCK_MONOTONIC) - start.wall;
    total_cpu += seconds(CLOCK_PROCESS_CPUTIME_ID) - start.cpu;
}

static int
is_hidden(const char *name)
{
    return name[0] == '.';
}

/* ---- reading the inputs ---- */

static void
read_file(int dir, const char *name)
{
    int fd = openat(dir, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        fail(name);
    ssize_t n = read(fd, input, sizeof input);
    if (n < 0)
        fail(name);
    bytes_read += (size_t)n;
    n_read++;
    close(fd);
}

static void
read_tree(int dir)
{
    DIR *stream = fdopendir(dir);
    if (stream == NULL)
        fail("input folder");
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        if (is_hidden(entry->d_name))
            continue;
        if (entry->d_type == DT_REG) {
            read_file(dir, entry->d_name);
            continue;
        }
        int below = openat(dir, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (below < 0)
            fail(entry->d_name);
        read_tree(below);
    }
    closedir(stream);
}

/* ---- writing what a generator would ---- */

static void
take_file(Folder *folder, int dir, const char *name)
{
    struct stat stat;
    int fd = openat(dir, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &stat) != 0)
        fail(name);
    size_t size = (size_t)stat.st_size;
    if (folder->len + size > folder->cap) {
        folder->cap = 2 * (folder->len + size);
        folder->bytes = need(realloc(folder->bytes, folder->cap));
    }
    if (folder->n_files == folder->cap_files) {
        folder->cap_files = 2 * folder->cap_files + 16;
        folder->files = need(realloc(folder->files, folder->cap_files * sizeof *folder->files));
    }
    File *file = &folder->files[folder->n_files++];
    snprintf(file->name, sizeof file->name, "%s", name);
    file->start = folder->len;
    file->len = size;
    for (size_t at = 0; at < size;) {
        ssize_t n = read(fd, folder->bytes + folder->len + at, size - at);
        if (n <= 0)
            fail(name);
        at += (size_t)n;
    }
    folder->len += size;
    close(fd);
}

static void
write_files(const Folder *folder, int dir)
{
    for (size_t i = 0; i < folder->n_files; i++) {
        const File *file = &folder->files[i];
        int fd = openat(dir, file->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 || write(fd, folder->bytes + file->start, file->len) != (ssize_t)file->len)
            fail(file->name);
        close(fd);
        n_written++;
        bytes_written += file->len;
    }
}

static int
make_folder(int dir, const char *name)
{
    if (mkdirat(dir, name, 0777) != 0)
        fail(name);
    int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        fail(name);
    return fd;
}

static void
write_tree(int from, int to, int depth)
{
    Folder folder = {0};
    DIR *stream = fdopendir(from);
    if (stream == NULL || depth > MAX_DEPTH)
        fail("site folder");
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        if (!is_hidden(entry->d_name) && entry->d_type == DT_REG)
            take_file(&folder, from, entry->d_name);
    }
    Clock start = clock_start();
    write_files(&folder, to);
    clock_stop(start);
    free(folder.files);
    free(folder.bytes);
    rewinddir(stream);
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        if (is_hidden(entry->d_name) || entry->d_type != DT_DIR)
            continue;
        int below = openat(from, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (below < 0)
            fail(entry->d_name);
        start = clock_start();
        int target = make_folder(to, entry->d_name);
        clock_stop(start);
        write_tree(below, target, depth + 1);
        close(target);
    }
    closedir(stream);
}

int
main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: limit IN SITE OUT\n");
        return 2;
    }
    int in = open(argv[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int site = open(argv[2], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (in < 0 || site < 0)
        fail("open");
    Clock start = clock_start();
    read_tree(in);
    int out = make_folder(AT_FDCWD, argv[3]);
    clock_stop(start);
    write_tree(site, out, 0);
    printf("%.6f %.6f %zu %zu %zu %zu\n", total_wall, total_cpu, n_read, bytes_read, n_written,
           bytes_written);
    return 0;
}
