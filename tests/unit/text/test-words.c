#include "text/words.h"
#include <glib.h>

static void
test_drop_lead(void)
{
    static const char *const leads[] = {"untuk", "bagi", NULL};
    g_assert_cmpstr(words_drop_lead("Untuk  umum", leads), ==, "umum");
    g_assert_cmpstr(words_drop_lead("untukmu", leads), ==, "untukmu");
    g_assert_cmpstr(words_drop_lead("bagi", leads), ==, "bagi");
    g_assert_cmpstr(words_drop_lead("", leads), ==, "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/words/drop-lead", test_drop_lead);
    return g_test_run();
}
