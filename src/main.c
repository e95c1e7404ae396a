#include "cli/command.h"
#include <signal.h>

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
    return (int)cli_main(argc, argv);
}
