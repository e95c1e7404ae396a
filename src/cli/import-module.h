/**
 * ImportModule: the command that needs libraries of archives and XML, loaded when it is called.
 */
#pragma once
#include "cli/command.h"

typedef struct ImportModule {
    Exit (*import)(const Cli *cli, const CliArgs *args);
    /* Of the libraries, one a line. */
    void (*append_versions)(GString *out);
} ImportModule;

Exit import_command(const Cli *cli, const CliArgs *args);
