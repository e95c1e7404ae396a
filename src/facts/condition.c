#include "facts/condition.h"
#include "text/words.h"

const char *
condition_whom(Text text)
{
    static const char *const leads[] = {"untuk", "bagi", "khusus", NULL};
    return text.str != NULL ? words_drop_lead(text.str, leads) : "";
}

const char *
condition_when(Text text)
{
    static const char *const leads[] = {"bila", "apabila", "jika", NULL};
    return text.str != NULL ? words_drop_lead(text.str, leads) : "";
}
