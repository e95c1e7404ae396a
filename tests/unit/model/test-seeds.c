/*
 * The five seed charters say what their sources say: every word, in order, section by section.
 *
 * Both sides are brought to one form (words, one space apart, steps with their numbers) and
 * compared whole, so a word lost and a word invented both show. What may differ is in the one
 * table below, each row with its reason and with the number of times it is used. With
 * MAKLUMAT_SITE set to a built site, every text of the charters must also stand in its page.
 * YAML is read with libyaml itself, so that the program's reader is not its own witness.
 */
#include <glib.h>
#include <string.h>
#include <yaml.h>

typedef enum Section { HEAD, NEEDS, STEPS, TIME, FEE, PRODUCT, COMPLAINT, N_SECTIONS } Section;

static const char *const headings[N_SECTIONS] = {
    [NEEDS] = "Persyaratan",        [STEPS] = "Sistem, Mekanisme dan Prosedur",
    [TIME] = "Waktu Penyelesaian",  [FEE] = "Biaya / Tarif",
    [PRODUCT] = "Produk Pelayanan", [COMPLAINT] = "Pengaduan Layanan",
};

typedef struct Seed {
    const char *source, *folder, *slug;
    guint n_headers; /* how often the page header stands in it: the agency's facts */
} Seed;

static const Seed seeds[] = {
    {"000_bb39cf9177c25049", "kab-pasuruan/dinas-sosial", "data-dan-informasi", 3},
    {"001_2fc571fb9c969b14", "kab-pasuruan/dinas-komunikasi-dan-informatika",
     "informasi-pelayanan-publik", 3},
    {"002_3c2113af718c99f5", "kab-lebak/dinas-sosial", "permohonan-informasi-dan-dokumentasi",
     1},
    {"003_859f15a4e3969313", "kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah",
     "data-dan-informasi", 2},
    {"004_49a5f738c9551597", "kota-pasuruan/dinas-sosial", "bansos-bidang-rehabilitas-sosial",
     2},
};

typedef enum Kind {
    LIST_MARK, /* a word of this shape (1: digits, a: a small letter) is no word of the text */
    MARKUP,    /* marks around a text, put there when the PDF was turned into text */
    SOURCE_ONLY, /* words of the source that are not carried over */
    BRANCH_NAME, /* words of the source that stand again in the charter as a branch's name */
} Kind;

typedef struct Exception {
    int seed; /* ANY = all of them */
    Section section;
    Kind kind;
    const char *text;
    guint times; /* used exactly so often; for the marks of all seeds together */
    const char *reason;
} Exception;

enum { ANY = -1 };

/* Besides these, white space folds to one space and is dropped before a colon; headings and the
 * page header are recognised by their words and not carried over into the sections. */
static const Exception exceptions[] = {
    {ANY, HEAD, LIST_MARK, "1.", 67,
     "numbers are given by the page; those of steps are compared"},
    {ANY, HEAD, LIST_MARK, "a.", 19, "letters become the numbers of steps, which are compared"},
    {ANY, HEAD, LIST_MARK, "1)", 2, "outcomes of a branch are printed without a number"},
    {ANY, HEAD, LIST_MARK, "-", 9, "bullets"},
    {ANY, HEAD, MARKUP, "#", 9, "Markdown headings the conversion made of bold lines"},
    {ANY, HEAD, MARKUP, "<>", 16, "Markdown's marks around a web address"},
    {ANY, HEAD, MARKUP, "[]()", 3, "Markdown's marks for a link; its text is kept"},
    {ANY, HEAD, SOURCE_ONLY, "No. SK:", 5, "label of the key sk"},
    {0, STEPS, BRANCH_NAME, "tidak dikecualikan", 1, "step 3 says it; it names the branch 4-6"},
    {0, STEPS, BRANCH_NAME, "dikecualikan", 1, "step 7 says it; it names the branch 7-11"},
    {1, STEPS, SOURCE_ONLY, "Image not found or type unknown", 1,
     "a flow chart lost in the PDF"},
    {1, STEPS, BRANCH_NAME, "disetujui", 1, "step 4 says it; step 5 stays a whole sentence"},
    {1, STEPS, BRANCH_NAME, "ditolak", 1, "step 4 says it; step 6 stays a whole sentence"},
    {2, COMPLAINT, SOURCE_ONLY, "Alur Penanganan Pengaduan", 1, "heading of the key alur"},
    {2, COMPLAINT, SOURCE_ONLY, "Jangka Waktu Penyelesaian Pengaduan:", 1,
     "heading of the key batas_waktu"},
    {3, STEPS, SOURCE_ONLY, "Keterangan:", 1, "label of the text beside a flow chart"},
};
static guint used[G_N_ELEMENTS(exceptions)];

/* TRUE, and counted, when the table has this row. */
static gboolean
except(int seed, Section section, Kind kind, const char *text)
{
    for (guint i = 0; i < G_N_ELEMENTS(exceptions); i++) {
        const Exception *e = &exceptions[i];
        if (e->kind == kind && g_str_equal(e->text, text) &&
            (e->seed == ANY || (e->seed == seed && e->section == section))) {
            used[i]++;
            return TRUE;
        }
    }
    return FALSE;
}

/* The shape of a list mark, as the table spells it, or NULL. */
static const char *
mark_shape(const char *word)
{
    gsize digits = strspn(word, "0123456789");
    if (g_str_equal(word, "-"))
        return "-";
    if (digits > 0 && g_str_equal(word + digits, "."))
        return "1.";
    if (digits > 0)
        return g_str_equal(word + digits, ")") ? "1)" : NULL;
    return g_ascii_islower(word[0]) && g_str_equal(word + 1, ".") ? "a." : NULL;
}

static const char *
next_char(const char *p)
{
    return p + g_utf8_skip[(guchar)*p];
}

/* Adds the words of `text`, one space before each; a colon standing alone joins its word. */
static void
put_words(GString *out, const char *text)
{
    gboolean between = TRUE;
    for (const char *p = text; *p; p = next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c)) {
            between = TRUE;
            continue;
        }
        gboolean lone = c == ':' && (p[1] == '\0' || g_unichar_isspace(g_utf8_get_char(p + 1)));
        if (between && !lone)
            g_string_append_c(out, ' ');
        g_string_append_unichar(out, c);
        between = FALSE;
    }
}

/* As put_words(), without list marks; `numbered`: 1. or a. stays, as the number of a step. */
static void
put_line(GString *out, const char *line, gboolean numbered)
{
    g_autoptr(GString) folded = g_string_new(NULL);
    put_words(folded, line);
    g_auto(GStrv) words = g_strsplit(folded->str, " ", -1);
    for (char **w = words; *w; w++) {
        const char *shape = mark_shape(*w);
        if (**w == '\0')
            continue;
        if (!shape || !except(ANY, HEAD, LIST_MARK, shape))
            g_string_append_printf(out, " %s", *w);
        else if (numbered && g_str_equal(shape, "1."))
            g_string_append_printf(out, " %s", *w);
        else if (numbered && g_str_equal(shape, "a."))
            g_string_append_printf(out, " %d.", **w - 'a' + 1);
    }
}

/* Removes the words of `phrase` wherever they stand; how often. */
static guint
take_out(GString *text, const char *phrase)
{
    g_autofree char *needle = g_strdup_printf(" %s ", phrase);
    guint n = 0;
    g_string_append_c(text, ' ');
    for (char *at; (at = strstr(text->str, needle)); n++)
        g_string_erase(text, at - text->str, (gssize)strlen(needle) - 1);
    g_string_truncate(text, text->len - 1);
    return n;
}

typedef struct Document {
    GString *section[N_SECTIONS];
} Document;

static void
document_init(Document *doc)
{
    for (guint s = 0; s < N_SECTIONS; s++)
        doc->section[s] = g_string_new(NULL);
}

static void
document_clear(Document *doc)
{
    for (guint s = 0; s < N_SECTIONS; s++)
        g_string_free(doc->section[s], TRUE);
}

static char *
read_file(const char *folder, const char *name, const char *suffix)
{
    g_autofree char *path = g_strconcat(folder, "/", name, suffix, NULL);
    g_autoptr(GError) error = NULL;
    char *bytes = NULL;
    g_file_get_contents(path, &bytes, NULL, &error);
    g_assert_no_error(error);
    return bytes;
}

/* ---- the source ---- */

/* [text](target) and <address> lose their marks; a heading its leading #. */
static char *
without_markup(const char *line)
{
    GString *out = g_string_new(NULL);
    gsize hashes = strspn(line, "#");
    if (hashes > 0)
        g_assert_true(except(ANY, HEAD, MARKUP, "#"));
    for (const char *p = line + hashes; *p; p++) {
        const char *link = *p == '[' ? strstr(p, "](") : NULL;
        const char *end = link ? strchr(link, ')') : NULL;
        const char *close = g_str_has_prefix(p, "<http") ? strchr(p, '>') : NULL;
        if (end && except(ANY, HEAD, MARKUP, "[]()")) {
            g_string_append_len(out, p + 1, link - p - 1);
            p = end;
        } else if (close && except(ANY, HEAD, MARKUP, "<>")) {
            g_string_append_len(out, p + 1, close - p - 1);
            p = close;
        } else
            g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

static gboolean
find_heading(const char *line, Section *section)
{
    for (guint s = NEEDS; s < N_SECTIONS; s++)
        if (g_str_equal(line, headings[s])) {
            *section = (Section)s;
            return TRUE;
        }
    return FALSE;
}

/* The source without what the table excepts and without its page headers. */
static void
read_source(int seed, const char *header, Document *doc)
{
    g_autofree char *text = read_file("seeds", seeds[seed].source, ".txt");
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Section at = HEAD;
    guint n_headers = 0;
    for (char **l = lines; *l; l++) {
        g_autofree char *line = without_markup(*l);
        if (!find_heading(g_strstrip(line), &at))
            put_line(doc->section[at], line, at == STEPS);
    }
    for (guint s = 0; s < N_SECTIONS; s++) {
        n_headers += take_out(doc->section[s], header);
        for (guint i = 0; i < G_N_ELEMENTS(exceptions); i++) {
            const Exception *e = &exceptions[i];
            if (e->kind == SOURCE_ONLY && e->section == s &&
                (e->seed == ANY || e->seed == seed))
                used[i] += take_out(doc->section[s], e->text);
        }
    }
    g_assert_cmpuint(n_headers, ==, seeds[seed].n_headers);
}

/* ---- the charter ---- */

typedef enum Role {
    ROLE_TEXT,   /* its words are the source's */
    ROLE_ACTOR,  /* read together with the text that follows */
    ROLE_BRANCH, /* printed "Jika …" before what follows */
    ROLE_STEPS,  /* a list whose items take a number */
    ROLE_OWN,    /* the charter's own: a choice, a topic, a note on the source */
    ROLE_PAIR,   /* no key: the label of a channel */
} Role;

static const char *const text_keys[] = {
    "judul",     "sk",    "persyaratan", "waktu",       "biaya",   "produk",
    "pengaduan", "kanal", "alur",        "batas_waktu", "catatan", "untuk",
    "nilai",     "teks",  "maka",        "cabang",      NULL};
static const char *const actor_keys[] = {"oleh", NULL};
static const char *const branch_keys[] = {"jika", NULL};
static const char *const step_keys[] = {"prosedur", "langkah", NULL};
static const char *const own_keys[] = {"jenis",          "selesai", "keperluan", "kata_kunci",
                                       "layanan_serupa", "sumber",  NULL};
static const char *const *const roles[ROLE_PAIR] = {
    [ROLE_TEXT] = text_keys,  [ROLE_ACTOR] = actor_keys, [ROLE_BRANCH] = branch_keys,
    [ROLE_STEPS] = step_keys, [ROLE_OWN] = own_keys,
};

static Role
role_of(const char *key)
{
    for (guint r = 0; r < ROLE_PAIR; r++)
        if (g_strv_contains(roles[r], key))
            return (Role)r;
    return ROLE_PAIR;
}

/* Which section the text of a top-level key belongs to. */
static Section
section_of(const char *key)
{
    static const struct {
        const char *key;
        Section section;
    } table[] = {
        {"judul", HEAD}, {"sk", HEAD},   {"persyaratan", NEEDS}, {"prosedur", STEPS},
        {"waktu", TIME}, {"biaya", FEE}, {"produk", PRODUCT},    {"pengaduan", COMPLAINT}};
    for (guint i = 0; i < G_N_ELEMENTS(table); i++)
        if (g_str_equal(table[i].key, key))
            return table[i].section;
    g_error("%s: no key of a seed's charter", key);
}

typedef struct Walk {
    int seed;
    yaml_document_t *yaml;
    Section section;
    GString *out;
    GPtrArray *values; /* every text on its own, for the pages; actor and text as one */
    GString *branch;   /* "Jika …", waiting for what follows */
    GString *actor;
    int n_steps;
} Walk;

static const char *
scalar(const yaml_node_t *node)
{
    g_assert_cmpint(node->type, ==, YAML_SCALAR_NODE);
    return (const char *)node->data.scalar.value;
}

static void
walk_text(Walk *w, const char *text)
{
    put_words(w->out, w->branch->str);
    g_string_truncate(w->branch, 0);
    if (w->actor->len > 0)
        g_string_append_c(w->actor, ' ');
    g_string_append(w->actor, text);
    put_words(w->out, w->actor->str);
    g_ptr_array_add(w->values, g_strdup(w->actor->str));
    g_string_truncate(w->actor, 0);
}

static void walk_node(Walk *w, const yaml_node_t *node, Role role);

static void
walk_pair(Walk *w, const char *key, const yaml_node_t *value)
{
    switch (role_of(key)) {
    case ROLE_OWN:
        return;
    case ROLE_ACTOR:
        g_string_assign(w->actor, scalar(value));
        return;
    case ROLE_BRANCH:
        g_ptr_array_add(w->values, g_strdup(scalar(value)));
        if (!except(w->seed, w->section, BRANCH_NAME, scalar(value)))
            g_string_printf(w->branch, "Jika %s", scalar(value));
        return;
    case ROLE_PAIR:
        put_words(w->out, key);
        g_string_append_c(w->out, ':');
        walk_text(w, scalar(value));
        return;
    case ROLE_TEXT:
    case ROLE_STEPS:
        walk_node(w, value, role_of(key));
        return;
    }
}

static void
walk_node(Walk *w, const yaml_node_t *node, Role role)
{
    if (node->type == YAML_SCALAR_NODE)
        walk_text(w, scalar(node));
    else if (node->type == YAML_SEQUENCE_NODE)
        for (int *i = node->data.sequence.items.start; i < node->data.sequence.items.top; i++) {
            if (role == ROLE_STEPS)
                g_string_append_printf(w->out, " %d.", ++w->n_steps);
            walk_node(w, yaml_document_get_node(w->yaml, *i), ROLE_TEXT);
        }
    else
        for (yaml_node_pair_t *p = node->data.mapping.pairs.start;
             p < node->data.mapping.pairs.top; p++)
            walk_pair(w, scalar(yaml_document_get_node(w->yaml, p->key)),
                      yaml_document_get_node(w->yaml, p->value));
}

static void
load_yaml(yaml_document_t *document, const char *text, gsize len)
{
    yaml_parser_t parser;
    g_assert_true(yaml_parser_initialize(&parser));
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, len);
    g_assert_true(yaml_parser_load(&parser, document));
    yaml_parser_delete(&parser);
}

/* The body: text pasted under a heading of the source belongs to that heading's section. */
static void
read_body(const char *body, Document *doc, GPtrArray *values)
{
    g_auto(GStrv) lines = g_strsplit(body, "\n", -1);
    g_autoptr(GString) item = g_string_new(NULL);
    Section at = HEAD;
    for (char **l = lines; *l; l++) {
        gboolean heading = g_str_has_prefix(*l, "## ");
        gsize mark = strspn(*l, "0123456789");
        if (heading || mark > 0 || !l[1]) {
            if (item->len > 0)
                g_ptr_array_add(values, g_strdup(item->str));
            g_string_truncate(item, 0);
        }
        if (heading) {
            g_assert_true(find_heading(*l + 3, &at));
            continue;
        }
        const char *text = *l + (mark > 0 ? mark + 1 : 0);
        put_words(doc->section[at], text);
        put_words(item, text);
    }
}

/* The charter's words by section, and its texts one by one. */
static void
read_charter(int seed, Document *doc, GPtrArray *values)
{
    g_autofree char *folder = g_strconcat("content/", seeds[seed].folder, NULL);
    g_autofree char *text = read_file(folder, seeds[seed].slug, ".md");
    g_assert_true(g_str_has_prefix(text, "---\n"));
    const char *end = strstr(text, "\n---\n");
    g_assert_nonnull(end);
    yaml_document_t yaml;
    load_yaml(&yaml, text + 4, (gsize)(end - text - 3));
    const yaml_node_t *root = yaml_document_get_root_node(&yaml);
    Walk w = {.seed = seed,
              .yaml = &yaml,
              .values = values,
              .branch = g_string_new(NULL),
              .actor = g_string_new(NULL)};
    for (yaml_node_pair_t *p = root->data.mapping.pairs.start; p < root->data.mapping.pairs.top;
         p++) {
        const char *key = scalar(yaml_document_get_node(&yaml, p->key));
        if (role_of(key) == ROLE_OWN)
            continue;
        w.section = section_of(key);
        w.out = doc->section[w.section];
        walk_pair(&w, key, yaml_document_get_node(&yaml, p->value));
        g_assert_cmpuint(w.branch->len + w.actor->len, ==, 0);
    }
    read_body(end + 5, doc, values);
    yaml_document_delete(&yaml);
    g_string_free(w.branch, TRUE);
    g_string_free(w.actor, TRUE);
}

/* instansi.yaml: exactly these keys, in any order; what the source does not name is absent. */
enum { NAMA, INDUK, ALAMAT, KODE_POS, TELEPON, SITUS, N_FACTS };
static const char *const fact_keys[N_FACTS + 1] = {
    "nama", "instansi_induk", "alamat", "kode_pos", "telepon", "situs_web", NULL};

static void
read_agency(int seed, char *facts[N_FACTS])
{
    g_autofree char *folder = g_strconcat("content/", seeds[seed].folder, NULL);
    g_autofree char *text = read_file(folder, "instansi", ".yaml");
    yaml_document_t yaml;
    load_yaml(&yaml, text, strlen(text));
    const yaml_node_t *root = yaml_document_get_root_node(&yaml);
    for (yaml_node_pair_t *p = root->data.mapping.pairs.start; p < root->data.mapping.pairs.top;
         p++) {
        const char *key = scalar(yaml_document_get_node(&yaml, p->key));
        guint i = 0;
        while (i < N_FACTS && !g_str_equal(fact_keys[i], key))
            i++;
        g_assert_cmpuint(i, <, N_FACTS);
        facts[i] = g_strdup(scalar(yaml_document_get_node(&yaml, p->value)));
    }
    yaml_document_delete(&yaml);
}

/* ---- the tests ---- */

static void
test_verbatim(gconstpointer data)
{
    int seed = GPOINTER_TO_INT(data);
    Document source, charter;
    char *facts[N_FACTS] = {NULL};
    document_init(&source);
    document_init(&charter);
    g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) header = g_string_new(NULL);

    read_agency(seed, facts);
    const char *order[] = {
        facts[NAMA],  facts[ALAMAT], facts[KODE_POS], facts[TELEPON], facts[SITUS],
        facts[INDUK], "/",           facts[NAMA]};
    for (guint i = 0; i < G_N_ELEMENTS(order); i++)
        put_words(header, order[i] ? order[i] : "");
    read_source(seed, header->str + 1, &source);
    read_charter(seed, &charter, values);
    for (guint s = 0; s < N_SECTIONS; s++)
        g_assert_cmpstr(charter.section[s]->str, ==, source.section[s]->str);

    for (guint i = 0; i < G_N_ELEMENTS(exceptions);
         i++) /* a branch's name is the source's word */
        if (exceptions[i].kind == BRANCH_NAME && exceptions[i].seed == seed)
            g_assert_nonnull(
                strstr(source.section[exceptions[i].section]->str, exceptions[i].text));
    for (guint i = 0; i < N_FACTS; i++)
        g_free(facts[i]);
    document_clear(&source);
    document_clear(&charter);
}

/* After all seeds: no row of the table is idle, none covers more than it says. */
static void
test_exceptions(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(exceptions); i++)
        if (used[i] != exceptions[i].times) {
            g_test_message("\"%s\" (%s): used %u times, not %u", exceptions[i].text,
                           exceptions[i].reason, used[i], exceptions[i].times);
            g_test_fail();
        }
}

/* ---- the pages ---- */

static gunichar
entity(const char *name, gsize len)
{
    static const struct {
        const char *name;
        gunichar c;
    } table[] = {{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
                 {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}};
    g_autofree char *s = g_strndup(name, len);
    if (s[0] == '#')
        return (gunichar)g_ascii_strtoull(s + (s[1] == 'x' ? 2 : 1), NULL,
                                          s[1] == 'x' ? 16 : 10);
    for (guint i = 0; i < G_N_ELEMENTS(table); i++)
        if (g_str_equal(s, table[i].name))
            return table[i].c;
    g_error("&%s; is not known to the test", s);
}

/* Elements whose text is not the page's own: <pre> holds the source itself, folded. */
static const char *
skip_element(const char *p)
{
    static const char *const names[] = {"head", "script", "style", "pre"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        gsize n = strlen(names[i]);
        if (strncmp(p + 1, names[i], n) == 0 &&
            (p[n + 1] == '>' || g_ascii_isspace(p[n + 1]))) {
            g_autofree char *end = g_strdup_printf("</%s>", names[i]);
            const char *at = strstr(p, end);
            return at ? at : p + strlen(p);
        }
    }
    return p;
}

/* Adds c unless it is white space or a break hint; `digits`: nor what groups a phone number. */
static void
put_squeezed(GString *out, gunichar c, gboolean digits)
{
    gboolean groups = c == '(' || c == ')' || c == '-' || c == 0x2013;
    if (!g_unichar_isspace(c) && c != 0xAD && c != 0x200B && !(digits && groups))
        g_string_append_unichar(out, c);
}

/* A page's text without tags, and without white space: a value may span several elements. */
static char *
page_text(const char *html, gboolean digits)
{
    GString *out = g_string_new(NULL);
    for (const char *p = html; *p; p = next_char(p)) {
        const char *semicolon = *p == '&' ? strchr(p, ';') : NULL;
        if (*p == '<') {
            p = strchr(skip_element(p), '>');
            if (!p)
                break;
        } else if (semicolon) {
            put_squeezed(out, entity(p + 1, (gsize)(semicolon - p - 1)), digits);
            p = semicolon;
        } else
            put_squeezed(out, g_utf8_get_char(p), digits);
    }
    return g_string_free(out, FALSE);
}

static char *
squeezed(const char *text, gboolean digits)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p = next_char(p))
        put_squeezed(out, g_utf8_get_char(p), digits);
    return g_string_free(out, FALSE);
}

/* As written, or a phone number grouped anew, or an address without scheme and last slash. */
static gboolean
stands_in(const char *page, const char *page_digits, const char *value)
{
    g_autofree char *plain = squeezed(value, FALSE);
    g_autofree char *phone = squeezed(value, TRUE);
    if (strstr(page, plain))
        return TRUE;
    if (strspn(phone, "+0123456789") == strlen(phone) && strstr(page_digits, phone))
        return TRUE;
    char *address = g_ascii_strncasecmp(plain, "http", 4) == 0 ? strstr(plain, "://") : NULL;
    if (!address)
        return FALSE;
    if (g_str_has_suffix(address, "/"))
        address[strlen(address) - 1] = '\0';
    return strstr(page, address + 3) != NULL;
}

static void
assert_all_stand(const char *folder, const char *name, char **values, guint n)
{
    g_autofree char *html = read_file(folder, name, ".html");
    g_autofree char *text = page_text(html, FALSE);
    g_autofree char *digits = page_text(html, TRUE);
    for (guint i = 0; i < n; i++)
        if (values[i] && !stands_in(text, digits, values[i])) {
            g_test_message("%s/%s.html lacks: %s", folder, name, values[i]);
            g_test_fail();
        }
}

static void
test_pages(gconstpointer data)
{
    int seed = GPOINTER_TO_INT(data);
    const char *site = g_getenv("MAKLUMAT_SITE");
    if (!site || !*site) {
        g_test_skip("MAKLUMAT_SITE names no built site");
        return;
    }
    Document charter;
    char *facts[N_FACTS] = {NULL};
    document_init(&charter);
    g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *folder = g_build_filename(site, seeds[seed].folder, NULL);
    read_charter(seed, &charter, values);
    read_agency(seed, facts);
    assert_all_stand(folder, seeds[seed].slug, (char **)values->pdata, values->len);
    assert_all_stand(folder, "index", facts, N_FACTS);
    for (guint i = 0; i < N_FACTS; i++)
        g_free(facts[i]);
    document_clear(&charter);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(seeds); i++) {
        g_autofree char *path = g_strdup_printf("/seeds/verbatim/%03u", i);
        g_test_add_data_func(path, GUINT_TO_POINTER(i), test_verbatim);
    }
    g_test_add_func("/seeds/verbatim/exceptions", test_exceptions);
    for (guint i = 0; i < G_N_ELEMENTS(seeds); i++) {
        g_autofree char *path = g_strdup_printf("/seeds/pages/%03u", i);
        g_test_add_data_func(path, GUINT_TO_POINTER(i), test_pages);
    }
    return g_test_run();
}
