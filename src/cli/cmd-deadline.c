#include "cli/command.h"
#include "cli/content.h"
#include "model/load.h"
#include "model/timetable.h"
#include <string.h>

static const CommandOption deadline_options[] = {
    {"from",
     0,
     "TIME",
     {"saat permohonan diterima, misalnya 2026-12-18T10:00 (wajib)",
      "when the application is received, for example 2026-12-18T10:00 (required)"}},
    {"agency",
     0,
     "FOLDER",
     {"jam layanan dan penutupan instansi ini (bawaan: jam kerja umum)",
      "hours and closures of this agency (default: the general hours)"}},
    {"dir",
     0,
     "DIR",
     {"folder proyek dengan content/libur-TAHUN.yaml (bawaan: .)",
      "project folder with content/libur-YEAR.yaml (default: .)"}},
    {0},
};

/* Reads "2026-12-18T10:00", "2026-12-18 10.00"; without a clock the office has just opened. */
static gboolean
read_moment(const char *text, Date *date, int *minute)
{
    gsize n = text != NULL ? strcspn(text, "T ") : 0;
    if (n != strlen("2026-12-18"))
        return FALSE;
    g_autofree char *day = g_strndup(text, n);
    const char *clock = text + n;
    *minute = 0;
    if (date_parse(day, date) != DATE_READ)
        return FALSE;
    if (*clock == '\0')
        return TRUE;
    clock++;
    if (strlen(clock) != 5 || !g_ascii_isdigit(clock[0]) || !g_ascii_isdigit(clock[1]) ||
        strchr(":.", clock[2]) == NULL || !g_ascii_isdigit(clock[3]) ||
        !g_ascii_isdigit(clock[4]))
        return FALSE;
    int hour = (clock[0] - '0') * 10 + clock[1] - '0';
    *minute = hour * 60 + (clock[3] - '0') * 10 + clock[4] - '0';
    return hour < 24 && clock[3] < '6';
}

/* ---- saying it ---- */

static void
append_moment(const Cli *cli, Moment moment, GString *out)
{
    if (cli->lang == DIAG_LANG_ID) {
        moment_append_long(out, moment);
        return;
    }
    date_append_long_en(out, date_from_day(moment.day), TRUE);
    if (moment.minute >= 0) {
        g_string_append(out, " at ");
        minute_append(out, moment.minute);
    }
}

static void
append_notes(const Cli *cli, const Deadline *deadline, GString *out)
{
    const struct {
        gboolean holds;
        CommandText text;
    } notes[] = {
        {deadline->ambiguous_day,
         {"\"hari\" dihitung sebagai hari kalender; naskahnya tidak menyebut yang mana",
          "\"hari\" is counted in calendar days; the text does not say which"}},
        {deadline->received_later,
         {"di luar jam layanan, jadi dihitung dari hari kerja berikutnya",
          "outside service hours, so it counts from the next working day"}},
        {deadline->general_hours,
         {"memakai jam kerja umum (Perpres 21/2023)",
          "uses the general working hours (Perpres 21/2023)"}},
    };
    for (guint i = 0; i < G_N_ELEMENTS(notes); i++) {
        if (notes[i].holds)
            cli_append(cli, out, "Catatan: %s\n", "Note: %s\n", cli_text(cli, notes[i].text));
    }
}

/* Of what is done the same day: until when it may be handed in. */
static void
append_last_minute(const Cli *cli, int last_minute, GString *out)
{
    g_autoptr(GString) clock = g_string_new(NULL);
    if (last_minute < 0)
        return;
    minute_append(clock, last_minute);
    cli_append(cli, out, "Serahkan paling lambat pukul %s agar selesai hari itu juga.\n",
               "Hand it in by %s to have it done the same day.\n", clock->str);
}

static void
put_deadline(const Cli *cli,
             const Duration *duration,
             const Deadline *deadline,
             int last_minute)
{
    g_autoptr(GString) out = g_string_new(NULL);
    cli_append(cli, out, "Lama:     %s\n", "Takes:    %s\n", duration->raw);
    cli_append(cli, out, "Diterima: ", "Received: ");
    append_moment(cli, deadline->received, out);
    cli_append(cli, out, "\nSelesai:  ", "\nDone by:  ");
    if (deadline->about)
        cli_append(cli, out, "sekitar ", "about ");
    if (deadline->range) {
        append_moment(cli, deadline->earliest, out);
        cli_append(cli, out, " sampai ", " to ");
    }
    append_moment(cli, deadline->latest, out);
    g_string_append_c(out, '\n');
    append_last_minute(cli, last_minute, out);
    append_notes(cli, deadline, out);
    cli_put(out->str, out->len);
}

static Exit
refuse(const Cli *cli, DeadlineStatus status, const Duration *duration, int year)
{
    switch (status) {
    case DEADLINE_FOUND:
        return EXIT_FINE;
    case DEADLINE_NONE:
        return cli_usage(cli, "\"%s\" tidak memuat jangka waktu yang dapat dihitung",
                         "\"%s\" holds no duration that can be counted", duration->raw);
    case DEADLINE_BEYOND:
        if (year == 0)
            cli_error(cli, "\"%s\" lebih dari dua puluh tahun",
                      "\"%s\" is more than twenty years", duration->raw);
        else
            cli_error(
                cli, "hari libur tahun %d belum ditetapkan: tambahkan content/libur-%d.yaml",
                "the holidays of %d are not known: add content/libur-%d.yaml", year, year);
        return EXIT_FINDINGS;
    case DEADLINE_NEVER_OPEN:
        cli_error(cli, "instansi ini tidak pernah buka", "this agency is never open");
        return EXIT_FINDINGS;
    }
    return EXIT_FINE;
}

/* ---- the command ---- */

/* When the papers are handed in. */
typedef struct Start {
    Date date;
    int minute; /* of the day */
} Start;

static Exit
compute(const Cli *cli, const char *text, const Calendar *calendar, const Start *start)
{
    g_autoptr(Arena) arena = arena_new();
    Duration duration;
    Deadline deadline;
    duration_parse(arena, text, &duration);
    DeadlineStatus status =
        deadline_compute(&duration, calendar, start->date, start->minute, &deadline);
    if (status == DEADLINE_FOUND) {
        gboolean same_day =
            deadline.latest.day == date_to_day(start->date) && deadline.latest.minute >= 0;
        put_deadline(cli, &duration, &deadline,
                     same_day ? deadline_last_minute(&duration, calendar, start->date) : -1);
    }
    return refuse(cli, status, &duration, deadline.missing_year);
}

static Exit
compute_for_agency(const Cli *cli,
                   const Content *content,
                   const ScanAgency *which,
                   const char *text,
                   const Start *start)
{
    g_autoptr(DiagList) dropped = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Loaded) loaded =
                  load_agency(content->scan, content->data, which, dropped, &error);
    if (loaded == NULL)
        return cli_environment(cli, error);
    return compute(cli, text, loaded->agency->calendar, start);
}

static Exit
run_in_project(const Cli *cli, const CliArgs *args, const Start *start)
{
    const char *folder = cli_option(args, "agency"), *dir = cli_option(args, "dir");
    g_autoptr(GError) error = NULL;
    Content content;
    Exit exit;
    if (dir == NULL)
        dir = ".";
    if (!content_open(dir, &content, &error))
        return cli_project_failed(cli, dir, error);
    const ScanAgency *which = folder != NULL ? content_find_agency(&content, folder) : NULL;
    if (folder != NULL && which == NULL) {
        cli_error(cli, "tidak ada instansi di \"%s\"", "there is no agency in \"%s\"", folder);
        exit = EXIT_USAGE;
    } else if (which != NULL) {
        exit = compute_for_agency(cli, &content, which, args->rest[0], start);
    } else {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(DiagList) dropped = diag_list_new();
        Agency nobody = {.path = ""};
        Timetable timetable = {arena, dropped, content.data, content.scan->folders[0], &nobody};
        exit = compute(cli, args->rest[0], timetable_calendar(&timetable), start);
    }
    content_close(&content);
    return exit;
}

static Exit
run_deadline(const Cli *cli, const CliArgs *args)
{
    Start start;
    if (args->n_rest == 0)
        cli_error(cli, "sebutkan jangka waktunya, misalnya '5 hari kerja'",
                  "give the duration, for example '5 hari kerja'");
    else if (!read_moment(cli_option(args, "from"), &start.date, &start.minute))
        cli_error(cli, "--from memerlukan saat seperti 2026-12-18T10:00",
                  "--from takes a moment like 2026-12-18T10:00");
    else
        return run_in_project(cli, args, &start);
    return EXIT_USAGE;
}

const Command command_deadline = {
    "deadline",
    "DURATION",
    {"menghitung kapan layanan selesai", "computes when a service is done"},
    deadline_options,
    run_deadline,
    1,
};
