/**
 * DeliverModule: the commands that need libraries of network and archives, loaded when one of them is called.
 */
#pragma once
#include "cli/command.h"

typedef struct DeliverModule {
    Exit (*deploy)(const Cli *cli, int argc, char **argv);
    Exit (*pack)(const Cli *cli, int argc, char **argv);
    Exit (*verify)(const Cli *cli, int argc, char **argv);
    /* Of the libraries, one a line. */
    void (*append_versions)(GString *out);
} DeliverModule;

Exit deliver_deploy_command(const Cli *cli, int argc, char **argv);
Exit deliver_pack_command(const Cli *cli, int argc, char **argv);
Exit deliver_verify_command(const Cli *cli, int argc, char **argv);
