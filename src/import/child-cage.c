#include "import/child-cage.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif

/* AddressSanitizer maps terabytes of address space that it never fills. */
#if defined(__SANITIZE_ADDRESS__)
#define HAS_SHADOW 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_SHADOW 1
#endif
#endif

static void
limit_resources(const ChildLimits *limits, gboolean may_exec)
{
    const struct rlimit cpu = {limits->cpu_seconds, limits->cpu_seconds};
    const struct rlimit memory = {limits->memory, limits->memory};
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CPU, &cpu);
    setrlimit(RLIMIT_FSIZE, &none);
    setrlimit(RLIMIT_CORE, &none);
#ifdef HAS_SHADOW
    if (!may_exec)
        return;
#endif
    /* A copy of this process has its libraries mapped already; only what it takes anew is counted. */
    setrlimit(may_exec ? RLIMIT_AS : RLIMIT_DATA, &memory);
}

#ifdef LANDLOCK_ACCESS_FS_WRITE_FILE
/* Every right to change a file system that Landlock's first version knows is handled and granted nowhere. */
static void
enter_landlock(void)
{
    const struct landlock_ruleset_attr attr = {
        .handled_access_fs = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                             LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                             LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                             LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                             LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
    if (rules < 0)
        return;
    syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
}
#else
static void
enter_landlock(void)
{
}
#endif

#if defined(__x86_64__)
#define CAGE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define CAGE_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef CAGE_ARCH
/* Younger than the headers of Debian 12; one number on every machine. */
enum { FCHMODAT2 = 452, SETXATTRAT = 463, REMOVEXATTRAT = 466 };
enum { X32_BIT = 0x40000000, OPEN_TO_WRITE = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND };

#define LOAD(member) \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (guint)offsetof(struct seccomp_data, member))
#define REFUSE     BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)
#define DENY(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), REFUSE
/* The low half of an argument that holds the flags of an open: both machines are little-endian. */
#define DENY_WRITING(call, argument)                                              \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 4), LOAD(args[argument]),  \
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (guint)OPEN_TO_WRITE, 0, 1), REFUSE, \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* Refused: sockets, everything that changes a file system, and ways around this filter. */
static const struct sock_filter filter[] = {
    LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CAGE_ARCH, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL),
    LOAD(nr),
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 0, 1),
    REFUSE,
    DENY_WRITING(openat, 2),
#ifdef SYS_open
    DENY_WRITING(open, 1),
    DENY(creat),
    DENY(rename),
    DENY(link),
    DENY(symlink),
    DENY(unlink),
    DENY(mkdir),
    DENY(rmdir),
    DENY(mknod),
    DENY(chmod),
    DENY(chown),
    DENY(lchown),
    DENY(utime),
    DENY(utimes),
    DENY(futimesat),
#endif
    DENY(socket),
    DENY(socketpair),
    DENY(connect),
    DENY(bind),
    DENY(listen),
    DENY(accept),
    DENY(accept4),
    DENY(sendto),
    DENY(sendmsg),
    DENY(sendmmsg),
    DENY(openat2),
    DENY(renameat),
    DENY(renameat2),
    DENY(linkat),
    DENY(symlinkat),
    DENY(unlinkat),
    DENY(mkdirat),
    DENY(mknodat),
    DENY(truncate),
    DENY(ftruncate),
    DENY(fallocate),
    DENY(fchmod),
    DENY(fchmodat),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FCHMODAT2, 0, 1),
    REFUSE,
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SETXATTRAT, 0, 1),
    REFUSE,
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, REMOVEXATTRAT, 0, 1),
    REFUSE,
    DENY(fchown),
    DENY(fchownat),
    DENY(utimensat),
    DENY(setxattr),
    DENY(lsetxattr),
    DENY(fsetxattr),
    DENY(removexattr),
    DENY(mount),
    DENY(umount2),
    DENY(chroot),
    DENY(pivot_root),
    DENY(ptrace),
    DENY(process_vm_writev),
    DENY(pidfd_getfd),
    DENY(kill),
    DENY(tkill),
    DENY(tgkill),
    DENY(rt_sigqueueinfo),
    DENY(rt_tgsigqueueinfo),
    DENY(pidfd_send_signal),
    DENY(mq_open),
    DENY(bpf),
    DENY(perf_event_open),
    DENY(keyctl),
    DENY(unshare),
    DENY(setns),
    DENY(io_uring_setup),
    DENY(open_by_handle_at),
    DENY(shmget),
    DENY(msgget),
    DENY(semget),
};
static const struct sock_filter no_exec[] = {DENY(execve), DENY(execveat)};
static const struct sock_filter allow[] = {BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};

static void
enter_seccomp(gboolean may_exec)
{
    struct sock_filter whole[G_N_ELEMENTS(filter) + G_N_ELEMENTS(no_exec) + 1];
    guint n = 0;
    for (guint i = 0; i < G_N_ELEMENTS(filter); i++)
        whole[n++] = filter[i];
    for (guint i = 0; i < G_N_ELEMENTS(no_exec) && !may_exec; i++)
        whole[n++] = no_exec[i];
    whole[n++] = allow[0];
    const struct sock_fprog program = {(unsigned short)n, whole};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
static void
enter_seccomp(gboolean may_exec)
{
    (void)may_exec; /* a machine whose numbers of system calls are not known here */
}
#endif

void
child_cage_enter(const ChildLimits *limits, gboolean may_exec)
{
    limit_resources(limits, may_exec);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return;
    enter_landlock();
    enter_seccomp(may_exec);
}
