#include "import/draft-private.h"
#include "import/emit.h"
#include "import/word-list.h"
#include "value/duration.h"
#include <string.h>

enum { ACTOR_MAX_WORDS = 6, CONDITION_MAX_BYTES = 300 };

/* ---- who does it ---- */

/* First words of those who act in charters (seen in 57 texts). */
static const char actors[] =
    "pemohon|petugas|pengguna|pelanggan|masyarakat|warga|pasien|pengunjung|pelapor|"
    "pengadu|tamu|penduduk|peserta|klien|kepala|sekretaris|staf|staff|kasi|kasubbag|"
    "kasubag|kabid|kadis|camat|lurah|bupati|walikota|operator|admin|administrator|tim|"
    "dinas|badan|bidang|seksi|unit|bagian|loket|pejabat|penguji|verifikator|pimpinan|"
    "direktur|dokter|perawat|bendahara|kasir|notaris|panitera|hakim|juru|guru|orang|"
    "wajib|calon|pemilik|ketua|anggota|inspektur|koordinator|resepsionis|satpam|"
    "pengelola|penyewa|sub|subbag|kelurahan|desa|kecamatan|rt|front|back|customer|teller|"
    "analis|pelaksana|sekretariat";

static gboolean
is_actor_word(const char *word, gsize len)
{
    if (word_list_has(actors, word, len))
        return TRUE;
    /* "Penguji", "Penyuluh": who does it; "Pendaftaran": what is done. */
    return len > 5 && (g_str_has_prefix(word, "Pen") || g_str_has_prefix(word, "Pem")) &&
           strncmp(word + len - 2, "an", 2) != 0;
}

/* The word with which the deed begins. */
static gboolean
is_verb(const char *word, gsize len)
{
    static const char verbs[] =
        "datang|akan|wajib|dapat|harus|telah|tidak|lalu|kemudian|selanjutnya|ikut|duduk|"
        "antre|antri|isi|langsung|masuk|setuju|kembali";
    static const char *const starts[] = {"me", "ber", "di", "ter"};
    if (word_list_has(verbs, word, len))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(starts) && len > 5; i++)
        if (g_str_has_prefix(word, starts[i]))
            return TRUE;
    return FALSE;
}

/* Bytes of the actor a sentence begins with, before its verb; 0 = none is sure. */
static gsize
actor_len(const char *text)
{
    const char *at = text;
    for (guint n = 0; n <= ACTOR_MAX_WORDS; n++) {
        gsize len = strcspn(at, " ");
        if (n == 0 && !is_actor_word(at, len))
            return 0;
        if (n > 0 && is_verb(at, len))
            return (gsize)(at - text) - 1;
        if (at[len] != ' ' || strchr(",.;:)", at[len - 1]) != NULL)
            return 0;
        at += len + 1;
    }
    return 0;
}

/* ---- branches ---- */

typedef struct Condition {
    gsize start;             /* where "jika" begins */
    const char *when, *then; /* not NUL-terminated */
    gsize when_len;
} Condition;

/* "…; jika tidak lengkap, berkas dikembalikan": what stands between the word and the comma, and behind it. */
static gboolean
find_condition(const char *text, Condition *out)
{
    static const char *const words[] = {"jika ", "apabila ", "bila "};
    for (const char *at = text; *at != '\0'; at++) {
        if (at > text && at[-1] != ' ')
            continue;
        for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
            gsize n = strlen(words[i]);
            if (g_ascii_strncasecmp(at, words[i], n) != 0)
                continue;
            const char *comma = strchr(at, ','), *then = strstr(at, " maka ");
            const char *end = comma != NULL && (then == NULL || comma < then) ? comma : then;
            if (end == NULL || end - at > CONDITION_MAX_BYTES)
                return FALSE;
            *out = (Condition){(gsize)(at - text), at + n, end + 1, (gsize)(end - at) - n};
            out->then += strspn(out->then, " ");
            if (g_ascii_strncasecmp(out->then, "maka ", 5) == 0)
                out->then += 5;
            return *out->then != '\0' && out->when_len > 0;
        }
    }
    return FALSE;
}

/* ---- proposals ---- */

static void
append_pair(GString *yaml, const char *start, const char *key, const char *text, gsize len)
{
    g_autofree char *value = g_strndup(text, len);
    g_string_append_printf(yaml, "%s%s:", start, key);
    emit_text(yaml, (guint)strlen(start) + 2, g_strchomp(value));
}

/* The step as it could be: actor, deed and branch apart. FALSE: nothing is to be proposed. */
static gboolean
propose(const char *text, GString *yaml)
{
    Condition condition = {.start = strlen(text)};
    gboolean branch = find_condition(text, &condition);
    gsize actor = actor_len(text), deed = actor > 0 ? actor + 1 : 0;
    if (actor >= condition.start)
        actor = deed = 0;
    if (actor == 0 && !branch)
        return FALSE;
    const char *start = "- ";
    if (actor > 0) {
        append_pair(yaml, start, draft_key(&record_step, "oleh"), text, actor);
        start = "  ";
    }
    if (condition.start > deed) {
        append_pair(yaml, start, draft_key(&record_step, "teks"), text + deed,
                    condition.start - deed);
        start = "  ";
    }
    if (!branch)
        return TRUE;
    g_string_append_printf(yaml, "%s%s:\n", start, draft_key(&record_step, "cabang"));
    append_pair(yaml, "    - ", draft_key(&record_branch, "jika"), condition.when,
                condition.when_len);
    append_pair(yaml, "      ", draft_key(&record_branch, "maka"), condition.then,
                strlen(condition.then));
    return TRUE;
}

/* ---- the time of one step ---- */

/* "… berkas (15 menit)": where the brackets begin that hold one duration and nothing else; NULL = nowhere. */
static const char *
find_time(Arena *arena, const char *text, char **time)
{
    gsize len = strlen(text);
    while (len > 0 && strchr(".; ", text[len - 1]) != NULL)
        len--;
    const char *open = g_strrstr_len(text, (gssize)len, "(");
    if (len == 0 || text[len - 1] != ')' || open == NULL || open == text)
        return NULL;
    Duration duration;
    *time = arena_strndup(arena, open + 1, (gsize)(text + len - open) - 2);
    duration_parse(arena, *time, &duration);
    return duration.kind == DURATION_READ && *duration.note == '\0' ? open : NULL;
}

void
draft_put_step(Draft *draft, guint indent, const Entry *entry)
{
    g_autoptr(GString) yaml = g_string_new(NULL);
    char *time;
    if (propose(entry->text, yaml)) {
        if (!draft->proposed)
            emit_comment(
                draft->out, indent,
                "usul: tiap \"# - …\" dapat menggantikan butir di bawahnya: hapus \"# \" "
                "di depannya, lalu hapus butir itu.");
        draft->proposed = TRUE;
        emit_commented(draft->out, indent, yaml->str);
    }
    const char *open = find_time(draft->arena, entry->text, &time);
    if (open == NULL) {
        draft_put_item(draft, indent, entry->text, entry->number);
        return;
    }
    g_autofree char *deed = g_strchomp(g_strndup(entry->text, (gsize)(open - entry->text)));
    draft_put_first(draft, indent, draft_key(&record_step, "teks"), deed, entry->number);
    draft_put_pair(draft, indent + 2, draft_key(&record_step, "waktu"), time, entry->number);
}
