/**
 * Money: whole rupiah as int64.
 *
 * Reads and prints amounts (`jumlah`, content contract section 5); what a whole
 * fee text means is fee.h's business. No floats, no locale. Pure, any thread.
 */
#pragma once
#include <glib.h>

typedef enum MoneyStatus {
    MONEY_READ,
    MONEY_EMPTY,          /* no text, or only "-" */
    MONEY_UNREADABLE,     /* "Rp ,-", "Rp 50,000", words */
    MONEY_THOUSANDS_LOST, /* read, but 1 … 99 rupiah: "Rp. 5" is probably 5.000 */
    MONEY_TOO_LARGE,      /* beyond int64 */
} MoneyStatus;

/**
 * Reads a text that is an amount and nothing else: "Rp. 50.000,-", "IDR 50.000", "50000",
 * "Rp50.000,00", "Rp 50 ribu". *rupiah is set for READ and THOUSANDS_LOST, else 0. NULL is empty.
 */
MoneyStatus money_parse(const char *text, gint64 *rupiah);

/**
 * Reads an amount at the start of `text` (no leading space skipped); *len receives its bytes,
 * 0 when there is none. `marked` tells whether it says that it is money (Rp, IDR, rupiah, ",-").
 */
MoneyStatus money_read_prefix(const char *text, gint64 *rupiah, gsize *len, gboolean *marked);

/** Appends "Rp50.000"; negative amounts as "-Rp50.000". */
void money_append(GString *out, gint64 rupiah);
