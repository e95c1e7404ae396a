#include "text/svg.h"
#include "text/picture.h"
#include "text/svg-private.h"
#include <string.h>

typedef struct Open {
    SvgName name;
    guint element;
} Open;

typedef struct Svg {
    const char *text, *at, *end;
    SvgRefs *refs;
    SvgFilter *filter;
    GString *scratch; /* the value in hand, entities resolved */
    GString *style;   /* what the open style element says */
    SvgLetters letters;
    gboolean inherits; /* some property is taken from the parent by name */
    Open open[SVG_MAX_DEPTH];
    guint depth;
    SvgName attributes[SVG_MAX_ATTRIBUTES]; /* of the tag in hand */
    guint n_attributes;
    gboolean typed;  /* a document type was there */
    gboolean rooted; /* the first element has begun */
    gboolean safe;
    SvgFault *fault;
} Svg;

/* The first fault counts; it quotes the file in one line. */
static void
refuse(Svg *s, const char *at, gsize len)
{
    enum { QUOTED = 48 };
    if (!s->safe)
        return;
    s->safe = FALSE;
    s->fault->line = 1;
    for (const char *c = s->text; c < at; c++)
        s->fault->line += *c == '\n';
    g_autofree char *valid = g_utf8_make_valid(at, (gssize)MIN(len, QUOTED));
    gsize n = 0;
    for (const char *c = valid; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        gsize size = g_unichar_isprint(letter) ? (gsize)(g_utf8_next_char(c) - c) : 1;
        if (n + size >= sizeof s->fault->what)
            break;
        memcpy(s->fault->what + n, g_unichar_isprint(letter) ? c : " ", size);
        n += size;
    }
    s->fault->what[n] = '\0';
    if (n == 0)
        g_strlcpy(s->fault->what, "<", sizeof s->fault->what);
}

/* What stands here, up to the end of its line or its tag. */
static void
refuse_here(Svg *s, const char *at)
{
    gsize n = 0, left = (gsize)(s->end - at);
    while (n < left && at[n] != '\n' && at[n] != '\r' && (n == 0 || at[n - 1] != '>'))
        n++;
    refuse(s, at, n);
}

static void
skip_blanks(Svg *s)
{
    while (s->at < s->end && svg_is_blank(*s->at))
        s->at++;
}

static gboolean
starts(const Svg *s, const char *text)
{
    gsize n = strlen(text);
    return n <= (gsize)(s->end - s->at) && memcmp(s->at, text, n) == 0;
}

/* Splits "prefix:name". */
static SvgName
cut_prefix(SvgName *name)
{
    const char *colon = memchr(name->start, ':', name->len);
    if (colon == NULL)
        return (SvgName){name->start, 0};
    SvgName prefix = {name->start, (gsize)(colon - name->start)};
    *name = (SvgName){colon + 1, name->len - prefix.len - 1};
    return prefix;
}

/* No other prefix than "svg" is SVG's: svg_namespace_passes(). */
static gboolean
is_style(SvgName name)
{
    return svg_name_is(name, "style") || svg_name_is(name, "svg:style");
}

static gboolean
in_style(const Svg *s)
{
    return s->depth > 0 && is_style(s->open[s->depth - 1].name);
}

/* ---- values ---- */

/* One reference to a character; 0: none that a file without definitions may hold. *len = its bytes. */
static gunichar
read_entity(const char *at, gsize left, gsize *len)
{
    static const struct {
        const char *text;
        char c;
    } named[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (gsize i = 0; i < G_N_ELEMENTS(named); i++) {
        *len = strlen(named[i].text);
        if (*len <= left && memcmp(at, named[i].text, *len) == 0)
            return (gunichar)named[i].c;
    }
    if (left < 4 || at[1] != '#')
        return 0;
    gboolean hex = at[2] == 'x';
    gunichar value = 0;
    gsize n = hex ? 3 : 2, start = n;
    for (;
         n < left && n < start + 8 && (hex ? g_ascii_isxdigit(at[n]) : g_ascii_isdigit(at[n]));
         n++)
        value = value * (hex ? 16 : 10) + (gunichar)g_ascii_xdigit_value(at[n]);
    *len = n + 1;
    gboolean whole = n > start && n < left && at[n] == ';' && value <= 0x10FFFF;
    return whole && svg_letter_passes(value) ? value : 0;
}

static void
append_resolved(Svg *s, SvgName raw, GString *out)
{
    for (gsize i = 0; i < raw.len;) {
        if (raw.start[i] != '&') {
            g_string_append_c(out, raw.start[i++]);
            continue;
        }
        gsize len;
        gunichar letter = read_entity(raw.start + i, raw.len - i, &len);
        if (letter == 0) {
            refuse(s, raw.start + i, MIN(raw.len - i, 16));
            return;
        }
        g_string_append_unichar(out, letter);
        i += len;
    }
}

/*
 * "#name" at `text`, up to what ends an address; NULL: it leads elsewhere. A percent ends it, and line ends: browsers decode the
 * one and drop the others, so another name would be meant.
 */
static const char *
read_local(const Svg *s, const char *text, SvgName *id)
{
    if (*text != '#')
        return NULL;
    id->start = text + 1;
    id->len = strcspn(text + 1, "\"') \t\n\r;%");
    for (gsize i = 0; s->letters == SVG_ONE_BYTE && i < id->len; i++) {
        if ((guchar)id->start[i] >= 0x80) /* the same letter as a byte and as an entity */
            id->len = i;
    }
    return id->len > 0 ? text + 1 + id->len : NULL;
}

/*
 * What the property is drawn for whose value refers at `at`; `from` = where the reference before it ended, `before` = what that one
 * was drawn for, `name` = of the attribute.
 */
static SvgSpread
find_spread(const char *from, const char *at, SvgSpread before, SvgName name)
{
    static const char *const each[] = {"fill", "stroke", "marker-"};
    const char *start = at;
    while (start > from && strchr(";{}", start[-1]) == NULL)
        start--;
    if (start == from && *from == ')') /* the same property goes on */
        return before;
    start += strspn(start, " \t\r\n");
    gboolean own = memchr(start, ':', (gsize)(at - start)) == NULL; /* fill="url(#a)" */
    SvgName property = own ? name : (SvgName){start, strcspn(start, " \t\r\n:")};
    if (svg_name_is(property, "marker") || svg_name_is(property, "marker-mid"))
        return SVG_VERTICES;
    for (gsize i = 0; i < G_N_ELEMENTS(each); i++) {
        if (property.len >= strlen(each[i]) &&
            memcmp(property.start, each[i], strlen(each[i])) == 0)
            return SVG_EACH;
    }
    return SVG_ONCE;
}

/* What CSS says of colours and effects stays inside the file. `where` is quoted when it does not; `name` = of the attribute. */
static void
check_css(Svg *s, const char *value, gboolean sheet, SvgName name, SvgName where)
{
    static const char *const loads[] = {
        "image(",   "image-set(",  "src(", "@import",      "javascript:", "expression(",
        "element(", "cross-fade(", "\\",   "-moz-binding", "behavior:"};
    g_autofree char *lower = g_ascii_strdown(value, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(loads); i++) {
        if (strstr(lower, loads[i]) != NULL) {
            refuse(s, where.start, where.len);
            return;
        }
    }
    s->inherits |= strstr(lower, "inherit") != NULL;
    gboolean variables =
        strstr(lower, "--") != NULL; /* a value of its own, used nobody knows where */
    SvgSpread spread = SVG_ONCE;
    for (const char *at = lower, *from = lower; (at = strstr(at, "url(")) != NULL;) {
        spread = find_spread(from, at, spread, name);
        at += strlen("url(");
        const char *own = value + (at - lower);
        own += strspn(own, " \t\r\n");
        char quote = *own == '"' || *own == '\'' ? *own : '\0';
        own += quote != '\0';
        SvgName id;
        const char *next = read_local(s, own, &id);
        if (next != NULL && quote != '\0')
            next = *next == quote ? next + 1 : NULL;
        if (variables || next == NULL || next[strspn(next, " \t\r\n")] != ')') {
            refuse(s, where.start, where.len);
            return;
        }
        (sheet ? svg_refs_add_style : svg_refs_add)(s->refs, id, spread);
        from = lower + (next + strspn(next, " \t\r\n") - value);
    }
}

/* "data:image/png;base64,…" of a size that a phone can show, in letters that all decode alike. */
static gboolean
holds_picture(const char *value)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n";
    static const char *const kinds[] = {"png", "jpeg", "jpg", "gif", "webp"};
    const char *at = value + strlen("data:image/");
    if (g_ascii_strncasecmp(value, "data:image/", strlen("data:image/")) != 0)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        gsize n = strlen(kinds[i]);
        if (g_ascii_strncasecmp(at, kinds[i], n) != 0 ||
            g_ascii_strncasecmp(at + n, ";base64,", strlen(";base64,")) != 0)
            continue;
        gsize len;
        guint32 width, height;
        const char *coded = at + n + strlen(";base64,");
        g_autofree guchar *bytes = g_base64_decode(coded, &len);
        return coded[strspn(coded, letters)] == '\0' &&
               picture_measure(bytes, len, &width, &height) && !picture_is_huge(width, height);
    }
    return FALSE;
}

/* ---- tags ---- */

static SvgName
read_name(Svg *s)
{
    SvgName name = {s->at, 0};
    while (s->at < s->end && (g_ascii_isalnum(*s->at) || strchr(":_-.", *s->at) != NULL))
        s->at++;
    name.len = (gsize)(s->at - name.start);
    return name;
}

static gboolean
is_foreign(SvgName prefix)
{
    return prefix.len > 0 && !svg_name_is(prefix, "svg");
}

static gboolean
href_passes(Svg *s, SvgName element, const char *value)
{
    SvgName id;
    value += strspn(value, " \t\r\n");
    if (*value == '#') {
        const char *next = read_local(s, value, &id);
        if (next != NULL)
            svg_refs_add(s->refs, id, SVG_ONCE);
        return value[1] == '\0' || (next != NULL && next[strspn(next, " ")] == '\0');
    }
    return svg_name_is(element, "image") && holds_picture(value);
}

/* `whole` is the attribute as written. */
static void
check_attribute(Svg *s, SvgName element, SvgName name, SvgName raw, SvgName whole)
{
    gboolean foreign_element = is_foreign(cut_prefix(&element));
    SvgName prefix = cut_prefix(&name);
    if (svg_name_is(prefix, "xmlns") || (prefix.len == 0 && svg_name_is(name, "xmlns"))) {
        SvgName of = prefix.len > 0 ? name : prefix;
        if (!svg_namespace_passes(of, raw))
            refuse(s, whole.start, whole.len);
        return;
    }
    g_string_truncate(s->scratch, 0);
    append_resolved(s, raw, s->scratch);
    const char *value = s->scratch->str;
    gboolean passes = TRUE;
    if (foreign_element)
        return;
    if (svg_name_is(name, "href"))
        passes = href_passes(s, element, value);
    else if (svg_name_is(prefix, "xml"))
        passes = svg_name_is(name, "space") || svg_name_is(name, "lang");
    else if (prefix.len == 0 || svg_name_is(prefix, "svg"))
        passes = svg_attribute_passes(name);
    else
        return;
    if (!passes)
        refuse(s, whole.start, whole.len);
    else if (!svg_name_is(name, "href") && !svg_name_is(name, "id") && !svg_name_is_hint(name))
        check_css(s, value, FALSE, name, whole);
    if (prefix.len > 0)
        return;
    if (svg_name_is(name, "id"))
        svg_refs_id(s->refs, (SvgName){value, strlen(value)});
    if (svg_name_is(name, "d") || svg_name_is(name, "points"))
        svg_refs_vertices(s->refs, strlen(value) / 2 + 1); /* "0 0 1 1": two letters a number */
    svg_filter_attribute(s->filter, name, value);
}

/* Keeps the name of an attribute; FALSE: the tag has it, or as many as it may have. */
static gboolean
note_attribute(Svg *s, SvgName name)
{
    for (guint i = 0; i < s->n_attributes; i++) {
        const SvgName *other = &s->attributes[i];
        if (other->len == name.len && memcmp(other->start, name.start, name.len) == 0)
            return FALSE;
    }
    if (s->n_attributes == SVG_MAX_ATTRIBUTES)
        return FALSE;
    s->attributes[s->n_attributes++] = name;
    return TRUE;
}

/* One attribute of the tag that is open; FALSE: none is left, or what stands here is not well formed. */
static gboolean
read_attribute(Svg *s, SvgName element)
{
    const char *before = s->at;
    skip_blanks(s);
    if (s->at < s->end && (*s->at == '>' || *s->at == '/'))
        return FALSE;
    SvgName name = read_name(s);
    skip_blanks(s);
    gboolean assigned = before < name.start && starts(s, "=");
    s->at += assigned;
    skip_blanks(s);
    char quote = s->at < s->end ? *s->at : '\0';
    const char *close = assigned && (quote == '"' || quote == '\'')
                            ? memchr(s->at + 1, quote, (gsize)(s->end - s->at) - 1)
                            : NULL;
    if (close == NULL || memchr(s->at, '<', (gsize)(close - s->at)) != NULL ||
        !svg_name_is_formed(name) || !note_attribute(s, name)) {
        refuse_here(s, name.start);
        return FALSE;
    }
    SvgName value = {s->at + 1, (gsize)(close - s->at) - 1};
    s->at = close + 1;
    check_attribute(s, element, name, value,
                    (SvgName){name.start, (gsize)(close + 1 - name.start)});
    return s->safe;
}

static gboolean
element_passes(const Svg *s, SvgName name)
{
    SvgName prefix = cut_prefix(&name);
    if (in_style(s) || (!s->rooted && !svg_name_is(name, "svg")))
        return FALSE;
    return is_foreign(prefix) ? s->rooted && !svg_name_is(prefix, "xlink")
                              : svg_element_passes(name);
}

static void
close_element(Svg *s)
{
    const Open *open = &s->open[--s->depth];
    svg_refs_close(s->refs, open->element);
    if (!is_style(open->name))
        return;
    check_css(s, s->style->str, TRUE, open->name, open->name);
    g_string_truncate(s->style, 0);
}

static void
read_start_tag(Svg *s)
{
    const char *tag = s->at++;
    SvgName name = read_name(s), local = name;
    if (!svg_name_is_formed(name) || !element_passes(s, name) || s->depth == SVG_MAX_DEPTH ||
        (s->rooted && s->depth == 0)) {
        refuse_here(s, tag);
        return;
    }
    cut_prefix(&local);
    s->rooted = TRUE;
    s->n_attributes = 0;
    s->open[s->depth++] = (Open){name, svg_refs_open(s->refs, local)};
    while (read_attribute(s, name))
        continue;
    if (!svg_filter_tag(s->filter, local))
        refuse_here(s, tag);
    gboolean empty = starts(s, "/>");
    if (empty || starts(s, ">"))
        s->at += empty ? 2 : 1;
    else
        refuse_here(s, tag);
    if (empty && s->safe)
        close_element(s);
}

static void
read_end_tag(Svg *s)
{
    const char *tag = s->at;
    s->at += 2;
    SvgName name = read_name(s);
    skip_blanks(s);
    const Open *open = s->depth > 0 ? &s->open[s->depth - 1] : NULL;
    if (open == NULL || open->name.len != name.len ||
        memcmp(open->name.start, name.start, name.len) != 0 || !starts(s, ">")) {
        refuse_here(s, tag);
        return;
    }
    s->at++;
    close_element(s);
}

/* ---- what is no element ---- */

static void
read_cdata(Svg *s)
{
    SvgName inside;
    gsize len = s->depth > 0 ? svg_cdata(s->at, s->end, &inside) : 0;
    if (len == 0)
        refuse_here(s, s->at);
    else if (in_style(s))
        g_string_append_len(s->style, inside.start, (gssize)inside.len);
    s->at += len;
}

/* A comment, a packet's mark or a document type. */
static void
read_aside(Svg *s)
{
    gsize len = svg_comment(s->at, s->end);
    if (len == 0)
        len = svg_packet(s->at, s->end);
    if (len == 0 && !s->rooted && !s->typed) {
        len = svg_doctype(s->at, s->end);
        s->typed = len > 0;
    }
    if (len == 0)
        refuse_here(s, s->at);
    s->at += len;
}

static void
read_markup(Svg *s)
{
    if (starts(s, "<![CDATA["))
        read_cdata(s);
    else if (starts(s, "<!") || starts(s, "<?"))
        read_aside(s);
    else if (starts(s, "</"))
        read_end_tag(s);
    else
        read_start_tag(s);
}

/* Up to the next tag. */
static void
read_text(Svg *s)
{
    const char *next = memchr(s->at, '<', (gsize)(s->end - s->at));
    SvgName text = {s->at, (gsize)((next != NULL ? next : s->end) - s->at)};
    const char *mark = g_strstr_len(text.start, (gssize)text.len, "]]>");
    GString *out = in_style(s) ? s->style : s->scratch;
    if (s->depth == 0)
        skip_blanks(s);
    if (s->depth == 0 && s->at < text.start + text.len)
        refuse_here(s, s->at);
    else if (mark != NULL)
        refuse_here(s, mark);
    else
        append_resolved(s, text, out);
    g_string_truncate(s->scratch, 0);
    s->at = text.start + text.len;
}

static void
read_document(Svg *s)
{
    const char *start = s->at;
    gsize declared = svg_declaration(s->at, s->end, &s->letters);
    if (start > s->text) /* a mark of the byte order tells more */
        s->letters = SVG_UTF8;
    s->at += declared;
    skip_blanks(s);
    if (declared == 0 && !starts(s, "<svg")) /* see svg.h */
        refuse_here(s, s->at);
    const char *bad = svg_bad_letter(s->at, s->end, s->letters);
    if (bad != NULL)
        refuse_here(s, bad);
    while (s->safe && s->at < s->end) {
        if (*s->at == '<')
            read_markup(s);
        else
            read_text(s);
    }
    if (s->safe && (s->depth > 0 || !s->rooted))
        refuse_here(s, s->depth > 0 ? s->open[s->depth - 1].name.start - 1 : start);
    if (s->safe && !svg_refs_are_few(s->refs, s->inherits))
        refuse_here(s, start);
}

gboolean
svg_is_safe(const char *bytes, gsize len, SvgFault *fault)
{
    static const char bom[] = "\xEF\xBB\xBF";
    *fault = (SvgFault){.line = 0};
    Svg s = {.text = bytes, .at = bytes, .end = bytes + len, .safe = TRUE, .fault = fault};
    gboolean wide =
        len >= 2 && (memcmp(bytes, "\xFE\xFF", 2) == 0 || memcmp(bytes, "\xFF\xFE", 2) == 0);
    if (wide || (len > 0 && memchr(bytes, '\0', len) != NULL)) {
        g_strlcpy(fault->what, "UTF-16", sizeof fault->what);
        fault->line = 1;
        return FALSE;
    }
    if (starts(&s, bom))
        s.at += strlen(bom);
    const char *start = s.at;
    skip_blanks(&s);
    if (s.at == s.end)
        return TRUE;
    s.at = start;
    s.refs = svg_refs_new();
    s.filter = svg_filter_new();
    s.scratch = g_string_new(NULL);
    s.style = g_string_new(NULL);
    read_document(&s);
    svg_refs_free(s.refs);
    svg_filter_free(s.filter);
    g_string_free(s.scratch, TRUE);
    g_string_free(s.style, TRUE);
    return s.safe;
}
