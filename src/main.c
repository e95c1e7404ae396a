#include "cli/command.h"
#include <signal.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/*
 * What an agency needed, a megabyte or two, is given back when its pages are made and needed again for the next one: it
 * stays in the heap meanwhile, else the kernel takes it and clears it anew for each. Only what is larger comes from and
 * goes to the kernel by itself.
 */
static void
keep_heap(void)
{
#ifdef __GLIBC__
    enum { LARGE = 1 << 20, KEPT = 8 << 20 };
    (void)mallopt(M_MMAP_THRESHOLD, LARGE);
    (void)mallopt(M_TRIM_THRESHOLD, KEPT);
#endif
}

int
main(int argc, char **argv)
{
#ifdef G_OS_WIN32 /* arguments come in a code page that has not every letter, paths with the other slash */
    argv = g_win32_get_command_line();
    for (int i = 1; i < argc; i++)
        g_strdelimit(argv[i], "\\", '/');
#endif
#ifdef SIGXFSZ /* a limit on the size of files (ulimit -f) is an error of writing, as a full disk is */
    (void)signal(SIGXFSZ, SIG_IGN);
#endif
    keep_heap();
    return (int)cli_main(argc, argv);
}
