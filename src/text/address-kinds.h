/*
 * Every kind of output: ADDRESS(KIND, scope, pattern, in the sitemap, reserved name), as AddressInfo tells. The enum and
 * the table are made from it. Included twice with other macros, which go afterwards: no include guard.
 */
#ifndef ADDRESS /* so that it compiles alone */
#define ADDRESS(KIND, SCOPE, pattern, in_sitemap, reserved)
#endif

// clang-format off
ADDRESS(HOME, SITE, "index.html", TRUE, "index")
ADDRESS(AZ, SITE, "a-z%n.html", TRUE, "a-z")
ADDRESS(FEES, SITE, "biaya%n.html", TRUE, "biaya")
ADDRESS(COMPLAINTS, SITE, "pengaduan%n.html", TRUE, "pengaduan")
ADDRESS(QUALITY, SITE, "mutu%n.html", TRUE, "mutu")
ADDRESS(ABOUT, SITE, "tentang.html", TRUE, "tentang")
ADDRESS(ACCESSIBILITY, SITE, "aksesibilitas.html", TRUE, "aksesibilitas")
ADDRESS(NOT_FOUND, SITE, "404.html", FALSE, "404")
ADDRESS(TOPIC, SITE, "keperluan/%s%m.html", TRUE, "keperluan")
ADDRESS(EVENT, SITE, "peristiwa/%s%m.html", TRUE, "peristiwa")
ADDRESS(COMPARISON, SITE, "bandingkan/%s%m.html", TRUE, "bandingkan")
ADDRESS(DIRECTORY, SITE, "data/instansi.json", FALSE, "data")
ADDRESS(SEARCH_INDEX, SITE, "cari/indeks.js", FALSE, "cari")
ADDRESS(SEARCH_SHARD, SITE, "cari/%v.js", FALSE, "cari")
ADDRESS(ASSET, SITE, "aset/%v", FALSE, "aset")
ADDRESS(SITEMAP, SITE, "sitemap.xml", FALSE, NULL)
ADDRESS(SITEMAP_PART, SITE, "sitemap-%v.xml", FALSE, NULL)
ADDRESS(ROBOTS, SITE, "robots.txt", FALSE, NULL)
ADDRESS(FEED, SITE, "umpan.xml", FALSE, NULL)
ADDRESS(MANIFEST, SITE, ".maklumat", FALSE, NULL)
ADDRESS(REGION, REGION, "%findex%n.html", TRUE, "index")
ADDRESS(AGENCY, AGENCY, "%findex%n.html", TRUE, "index")
ADDRESS(AGENCY_FEES, AGENCY, "%fbiaya.html", TRUE, "biaya")
ADDRESS(AGENCY_COMPLAINTS, AGENCY, "%fpengaduan.html", TRUE, "pengaduan")
ADDRESS(AGENCY_QUALITY, AGENCY, "%fmutu.html", TRUE, "mutu")
ADDRESS(AGENCY_HISTORY, AGENCY, "%friwayat.html", FALSE, "riwayat")
ADDRESS(AGENCY_BOOK, AGENCY, "%fcetak.html", TRUE, "cetak")
ADDRESS(AGENCY_BOARD, AGENCY, "%fpapan.html", FALSE, "papan")
ADDRESS(AGENCY_JSON, AGENCY, "%fdata.json", FALSE, NULL)
ADDRESS(AGENCY_CSV, AGENCY, "%fdata.csv", FALSE, NULL)
ADDRESS(AGENCY_POSTER, AGENCY, "%f" ADDRESS_POSTERS "/%s.%v.pdf", FALSE, ADDRESS_POSTERS)
ADDRESS(AGENCY_THUMB, AGENCY, "%f" ADDRESS_POSTERS "/kecil/%s.instansi.png", FALSE, ADDRESS_POSTERS)
ADDRESS(AGENCY_ROOM, AGENCY, "%f" ADDRESS_POSTERS ".html", FALSE, ADDRESS_POSTERS)
ADDRESS(SERVICE, SERVICE, "%f%s.html", TRUE, NULL)
ADDRESS(TRANSLATION, SERVICE, "%f%s.%v.html", TRUE, NULL)
ADDRESS(POSTER, SERVICE, "%f" ADDRESS_POSTERS "/%s-%v.pdf", FALSE, ADDRESS_POSTERS)
ADDRESS(CARD, SERVICE, "%f" ADDRESS_POSTERS "/%s.png", FALSE, ADDRESS_POSTERS)
ADDRESS(THUMB, SERVICE, "%f" ADDRESS_POSTERS "/kecil/%s.png", FALSE, ADDRESS_POSTERS)
ADDRESS(FLOW, SERVICE, "%f" ADDRESS_POSTERS "/%s-alur.svg", FALSE, ADDRESS_POSTERS)
ADDRESS(OWN_PAGE, AUTHOR, ADDRESS_OWN_PAGES "/%s.html", TRUE, ADDRESS_OWN_PAGES)
ADDRESS(FORMER, AUTHOR, NULL, FALSE, NULL)
ADDRESS(FILE, AUTHOR, NULL, FALSE, NULL)
ADDRESS(STATIC, AUTHOR, NULL, FALSE, "statis")
// clang-format on

#undef ADDRESS
