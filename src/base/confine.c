#include "base/confine.h"
#include <fcntl.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#if !defined(NO_CONFINE) && __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif

#if defined(LANDLOCK_CREATE_RULESET_VERSION) && defined(SYS_landlock_create_ruleset)

/* Newer than the headers of Debian 12 (Linux 6.1). */
enum { VERSION_REFER = 2, VERSION_TRUNCATE = 3, VERSION_NET = 4 };
#define ACCESS_REFER       (1ULL << 13)
#define ACCESS_TRUNCATE    (1ULL << 14)
#define ACCESS_CONNECT_TCP (1ULL << 1)

typedef struct RulesetAttr {
    guint64 fs, net;
} RulesetAttr;

enum {
    READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    WRITE = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
            LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
            LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
            LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
            LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM,
    ON_FILE = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE
};

struct Confine {
    int rules;
    guint64 read, write; /* rights, as far as this kernel knows them */
};

guint
confine_version(void)
{
    long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? (guint)version : 0;
}

Confine *
confine_new(void)
{
    guint version = confine_version();
    if (version == 0)
        return NULL;
    Confine *confine = g_new0(Confine, 1);
    confine->read = READ;
    confine->write = READ | WRITE;
    confine->write |= version >= VERSION_REFER ? ACCESS_REFER : 0;
    confine->write |= version >= VERSION_TRUNCATE ? ACCESS_TRUNCATE : 0;
    const RulesetAttr attr = {confine->write, version >= VERSION_NET ? ACCESS_CONNECT_TCP : 0};
    gsize size = version >= VERSION_NET ? sizeof attr : sizeof attr.fs;
    confine->rules = (int)syscall(SYS_landlock_create_ruleset, &attr, size, 0);
    if (confine->rules < 0)
        g_clear_pointer(&confine, g_free);
    return confine;
}

static void
allow(Confine *confine, int place, guint64 rights)
{
    struct stat stat;
    if (fstat(place, &stat) == 0 && !S_ISDIR(stat.st_mode))
        rights &= ON_FILE | ACCESS_TRUNCATE; /* the others are refused for what is no folder */
    const struct landlock_path_beneath_attr rule = {.allowed_access = rights,
                                                    .parent_fd = place};
    syscall(SYS_landlock_add_rule, confine->rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

static gboolean
allow_path(Confine *confine, const char *path, guint64 rights)
{
    int place = open(path, O_PATH | O_CLOEXEC);
    if (place < 0)
        return FALSE;
    allow(confine, place, rights);
    close(place);
    return TRUE;
}

void
confine_read(Confine *confine, const char *path)
{
    if (confine != NULL && path != NULL)
        allow_path(confine, path, confine->read);
}

void
confine_write(Confine *confine, const char *path)
{
    g_autofree char *at = g_canonicalize_filename(path, NULL);
    while (confine != NULL && !allow_path(confine, at, confine->write) &&
           strcmp(at, "/") != 0) {
        char *above = g_path_get_dirname(at);
        g_free(at);
        at = above;
    }
}

void
confine_write_folder(Confine *confine, int folder)
{
    if (confine != NULL && folder >= 0)
        allow(confine, folder, confine->write);
}

gboolean
confine_enter(Confine *confine)
{
    if (confine == NULL)
        return FALSE;
    gboolean fine = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                    syscall(SYS_landlock_restrict_self, confine->rules, 0) == 0;
    close(confine->rules);
    g_free(confine);
    return fine;
}

#else

guint
confine_version(void)
{
    return 0;
}

Confine *
confine_new(void)
{
    return NULL;
}

void
confine_read(G_GNUC_UNUSED Confine *confine, G_GNUC_UNUSED const char *path)
{
}

void
confine_write(G_GNUC_UNUSED Confine *confine, G_GNUC_UNUSED const char *path)
{
}

void
confine_write_folder(G_GNUC_UNUSED Confine *confine, G_GNUC_UNUSED int folder)
{
}

gboolean
confine_enter(G_GNUC_UNUSED Confine *confine)
{
    return FALSE;
}

#endif

void
confine_read_system(Confine *confine)
{
    static const char *const folders[] = {"/bin", "/dev", "/etc",  "/lib", "/lib64",
                                          "/nix", "/opt", "/proc", "/run", "/sbin",
                                          "/sys", "/usr", "/var"};
    static const char *const of_user[] = {".fonts", ".fonts.conf", ".config/fontconfig",
                                          ".cache/fontconfig", ".local/share/fonts"};
    for (guint i = 0; i < G_N_ELEMENTS(folders); i++)
        confine_read(confine, folders[i]);
    for (guint i = 0; i < G_N_ELEMENTS(of_user); i++) {
        g_autofree char *path = g_build_filename(g_get_home_dir(), of_user[i], NULL);
        confine_read(confine, path);
    }
    g_auto(GStrv) programs =
               g_strsplit(g_getenv("PATH") != NULL ? g_getenv("PATH") : "", ":", -1);
    for (char **path = programs; *path != NULL; path++)
        confine_read(confine, **path == '/' ? *path : NULL);
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = program != NULL ? g_path_get_dirname(program) : NULL;
    confine_read(confine, folder);
    confine_read(confine, g_getenv("MAKLUMAT_DATADIR"));
    confine_read(confine, DATADIR);
    confine_read(confine, LIBDIR);
}
