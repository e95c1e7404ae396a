#include "base/fs-words.h"
#include "base/fs.h"

char *
fs_words(DiagLang lang, const GError *error)
{
    static const char *const words[] = {
        [FS_ERROR_MISSING] = "tidak ada",
        [FS_ERROR_EXISTS] = "sudah ada",
        [FS_ERROR_NOT_EMPTY] = "foldernya tidak kosong",
        [FS_ERROR_NOT_A_FILE] = "bukan berkas biasa",
        [FS_ERROR_NOT_A_DIR] = "bukan folder",
        [FS_ERROR_TOO_BIG] = "terlalu besar",
        [FS_ERROR_LONG_NAME] = "namanya terlalu panjang bagi sistem berkas",
        [FS_ERROR_DENIED] = "tidak diizinkan oleh sistem",
        [FS_ERROR_READ_ONLY] = "sistem berkasnya hanya dapat dibaca",
        [FS_ERROR_FULL] = "disk penuh",
        [FS_ERROR_BROKEN] = "disk gagal membaca atau menulis",
        [FS_ERROR_BUSY] = "sedang dipakai sistem atau program lain",
        [FS_ERROR_FAILED] = NULL, /* rare; the system's own words say most */
    };
    const char *own =
        lang == DIAG_LANG_ID && error->domain == FS_ERROR ? words[error->code] : NULL;
    const char *colon = g_strrstr(error->message, ": ");
    return own != NULL && colon != NULL
               ? g_strdup_printf("%.*s: %s", (int)(colon - error->message), error->message, own)
               : g_strdup(error->message);
}
