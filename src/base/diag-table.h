/* Every diagnostic: DIAG(CODE, tag, level, text id, text en, remedy id, remedy en, why id, why en).
 * Included several times with different DIAG macros: no include guard.
 * Level by consequence: NOTE published as is; WARNING published, something omitted or doubtful;
 * ERROR cannot be read as the contract says, nothing is published. Each has a fixture in tests/diag. */

/* Reading: bytes and characters. %1 = the byte, the size or the character's name. */
DIAG(NOT_UTF8, "not-utf8", DIAG_ERROR,
     "berkas ini tidak disimpan sebagai UTF-8 (bita %1 tidak terbaca)",
     "this file is not saved as UTF-8 (byte %1 cannot be read)",
     "simpan sebagai UTF-8: di Notepad pilih Berkas, Simpan Sebagai, lalu Pengodean: UTF-8",
     "save it as UTF-8: in Notepad choose File, Save As, then Encoding: UTF-8",
     "Halaman web memakai UTF-8. Berkas yang disimpan sebagai ANSI atau UTF-16 membuat huruf seperti "
     "é, – dan tanda petik lengkung rusak di layar warga. Standar HTML mewajibkan UTF-8.",
     "Web pages are UTF-8. A file saved as ANSI or UTF-16 turns letters such as é, – and curly quotes "
     "into rubbish on the citizen's screen. The HTML standard requires UTF-8.")
DIAG(FILE_TOO_BIG, "file-too-big", DIAG_ERROR,
     "berkas ini %1 bita, lebih besar daripada batas 4 MiB",
     "this file has %1 bytes, more than the limit of 4 MiB",
     "tulis satu layanan per berkas; gambar dan formulir disimpan sebagai berkas tersendiri",
     "write one service per file; keep pictures and forms in files of their own",
     "Satu layanan yang lengkap muat dalam beberapa puluh kilobita. Berkas yang jauh lebih besar hampir "
     "selalu salah salin, dan batas ini menjaga agar pembuatan situs tetap cepat.",
     "A complete charter fits into some ten kilobytes. A much larger file is nearly always a mistake in "
     "copying, and the limit keeps building fast.")
DIAG(CHAR_NUL, "char-nul", DIAG_ERROR,
     "ada karakter kosong %1 di dalam teks",
     "the text holds the empty character %1",
     "simpan ulang sebagai UTF-8, atau hapus karakter itu lalu ketik ulang barisnya",
     "save it again as UTF-8, or delete the character and type the line again",
     "Karakter NUL mengakhiri teks di banyak program, sehingga sisanya hilang tanpa pemberitahuan. "
     "Penyebab tersering: berkas disimpan sebagai UTF-16 (\"Unicode\" di Notepad).",
     "A NUL ends the text in many programs, so that the rest is lost in silence. The usual cause is a "
     "file saved as UTF-16 (\"Unicode\" in Notepad).")
DIAG(CHAR_CONTROL, "char-control", DIAG_ERROR,
     "ada karakter kendali %1 yang tidak terlihat di dalam teks",
     "the text holds the invisible control character %1",
     "hapus karakter itu; paling mudah dengan mengetik ulang kata di sekitarnya",
     "delete the character; typing the words around it again is the easiest way",
     "Karakter kendali biasanya terbawa saat menyalin dari PDF atau Word. YAML 1.2 (5.1) dan XML "
     "melarangnya, dan halaman yang memuatnya tidak sah.",
     "Control characters usually come along when copying from PDF or Word. YAML 1.2 (5.1) and XML forbid "
     "them, and a page that holds one is not valid.")
DIAG(CHAR_BIDI, "char-bidi", DIAG_ERROR,
     "ada karakter pengubah arah tulisan %1 di dalam teks",
     "the text holds %1, which changes the direction of writing",
     "hapus karakter itu; huruf Arab tampil benar tanpa karakter tersebut",
     "delete the character; Arabic letters show correctly without it",
     "Karakter ini membuat teks terbaca lain daripada isinya, misalnya nomor telepon atau alamat situs "
     "yang tampak terbalik. Lihat Unicode UTS #55 dan CVE-2021-42574.",
     "These characters make a text read otherwise than it is, for instance a telephone number or a web "
     "address in reverse. See Unicode UTS #55 and CVE-2021-42574.")
DIAG(CHAR_LINE, "char-line-separator", DIAG_ERROR,
     "ada pemisah baris tak terlihat %1 di dalam teks",
     "the text holds the invisible line separator %1",
     "hapus karakter itu lalu tekan Enter",
     "delete the character and press Enter",
     "Penyunting teks menampilkannya sebagai satu baris, sedangkan pembaca YAML menghitungnya sebagai "
     "baris baru, sehingga isi terpotong di tempat yang tidak terlihat.",
     "Editors show it as one line while YAML readers count a new one, so that the text is cut at a place "
     "nobody sees.")

/* Reading: YAML. %1 = the line as it should be written, unless said otherwise. */
DIAG(YAML_TAB, "yaml-tab", DIAG_ERROR,
     "jorokan baris ini memakai tab",
     "this line is indented with a tab",
     "pakai spasi: %1",
     "use spaces: %1",
     "YAML menentukan susunan dari jumlah spasi di awal baris dan melarang tab di sana (YAML 1.2, 6.1), "
     "karena lebar tab berbeda di tiap penyunting.",
     "YAML takes its structure from the number of spaces before a line and forbids tabs there (YAML 1.2, "
     "6.1), because their width differs from editor to editor.")
DIAG(YAML_START, "yaml-start", DIAG_ERROR, /* %2 = the first character */
     "isi yang diawali %2 harus diapit tanda kutip",
     "a text that begins with %2 must be put in quotes",
     "tulis: %1",
     "write: %1",
     "Di awal isi, tanda @ % * & ! | > [ ] { } dan sejenisnya mempunyai arti khusus dalam YAML (1.2, 5.3 "
     "dan 7.3.3). Tanda kutip membuatnya dibaca sebagai teks biasa.",
     "At the start of a text, @ % * & ! | > [ ] { } and the like have a meaning of their own in YAML "
     "(1.2, 5.3 and 7.3.3). Quotes make them plain text.")
DIAG(YAML_COLON, "yaml-colon", DIAG_ERROR,
     "isi baris ini memuat titik dua diikuti spasi, sehingga dibaca sebagai kunci kedua",
     "the text of this line holds a colon and a space, which reads as a second key",
     "tulis: %1",
     "write: %1",
     "Dalam YAML titik dua yang diikuti spasi memisahkan kunci dari isinya (1.2, 7.3.3), dan satu baris "
     "hanya boleh memuat satu kunci. Tanda kutip membuat titik dua menjadi bagian dari teks.",
     "In YAML a colon and a space part a key from its text (1.2, 7.3.3), and a line may hold one key "
     "only. Quotes make the colon a part of the text.")
DIAG(YAML_COMMA, "yaml-comma", DIAG_ERROR,
     "koma di dalam {…} memisahkan kunci, sehingga isinya terpotong",
     "a comma inside {…} parts keys, so the text is cut in two",
     "tulis: %1",
     "write: %1",
     "Di antara { dan } koma memulai kunci berikutnya (YAML 1.2, 7.4.2). Isi yang memuat koma harus "
     "diapit tanda kutip.",
     "Between { and } a comma begins the next key (YAML 1.2, 7.4.2). A text with a comma must be put in "
     "quotes.")
DIAG(YAML_QUOTE, "yaml-quote", DIAG_ERROR,
     "tanda kutip yang dibuka di sini tidak ditutup dengan benar di akhir isi",
     "the quote opened here is not closed at the end of the text",
     "tulis: %1",
     "write: %1",
     "Isi yang diawali tanda kutip berakhir pada tanda kutip yang sama (YAML 1.2, 7.3); tidak boleh ada "
     "teks lagi di belakangnya. Bila tanda kutip itu bagian dari teks, apit semuanya dengan tanda kutip jenis lain.",
     "A text that begins with a quote ends at the same quote (YAML 1.2, 7.3), with nothing behind it. "
     "Where the quote belongs to the text, put all of it into the other kind of quotes.")
DIAG(YAML_INDENT, "yaml-indent", DIAG_ERROR,
     "letak baris ini tidak cocok dengan baris di atasnya",
     "the position of this line does not fit the line above",
     "samakan jumlah spasi di awal baris dengan baris yang setingkat; lanjutan teks ditulis lebih menjorok",
     "give it as many spaces as its equals above; text that goes on from the line above is indented more",
     "Dalam YAML jumlah spasi di awal baris menentukan baris itu milik siapa (1.2, 6.1). Kunci yang "
     "setingkat harus mulai di kolom yang sama.",
     "In YAML the number of spaces before a line decides what it belongs to (1.2, 6.1). Keys of one "
     "level must begin in the same column.")
DIAG(YAML_KEY_LINE, "yaml-key-line", DIAG_ERROR,
     "baris ini bukan kunci dengan isi",
     "this line is not a key with its text",
     "tulis kunci, titik dua, spasi, lalu isi, misalnya judul: Akta Kelahiran; lanjutan teks ditulis menjorok",
     "write a key, a colon, a space and the text, as in judul: Akta Kelahiran; text that goes on is indented",
     "Bagian data sebuah berkas terdiri atas baris kunci: isi. Penyebab tersering: titik dua terlupa, atau "
     "tidak ada spasi sesudahnya (YAML 1.2, 7.3.3).",
     "The data of a file is made of lines key: text. The usual cause is a forgotten colon, or no space "
     "behind it (YAML 1.2, 7.3.3).")
DIAG(YAML_SYNTAX, "yaml-syntax", DIAG_ERROR, /* %1 = libyaml's words */
     "susunan YAML di sini tidak terbaca (%1)",
     "the YAML here cannot be read (%1)",
     "periksa tanda kutip, kurung dan jumlah spasi di baris ini dan baris di atasnya",
     "check the quotes, brackets and spaces of this line and the one above",
     "Bagian data ditulis dalam YAML 1.2. Hanya kunci utama yang memuat kesalahan ini yang tidak dibaca; "
     "kunci lain tetap diperiksa.",
     "The data is written in YAML 1.2. Only the top-level key that holds this mistake is not read; the "
     "others are checked all the same.")
DIAG(YAML_DUPLICATE, "yaml-duplicate", DIAG_ERROR, /* %1 = key, %2 = line of the first */
     "kunci %1 sudah ditulis di baris %2",
     "the key %1 was written before, in line %2",
     "gabungkan isinya di satu tempat lalu hapus yang lain",
     "bring the two together in one place and delete the other",
     "Bila satu kunci ditulis dua kali, salah satu isinya akan hilang tanpa pemberitahuan. YAML 1.2 "
     "(3.2.1.1) mewajibkan setiap kunci hanya sekali.",
     "Of a key written twice one text would be lost in silence. YAML 1.2 (3.2.1.1) demands that each key "
     "stands once.")
DIAG(YAML_ALIAS, "yaml-alias", DIAG_ERROR, /* %2 = the first character */
     "tanda %2 di awal isi dibaca sebagai rujukan YAML, yang tidak dipakai di sini",
     "%2 at the start of a text is read as a YAML reference, which is not used here",
     "tulis: %1",
     "write: %1",
     "Rujukan (& dan *) menyalin isi dari tempat lain (YAML 1.2, 7.1). Program ini menolaknya: berkas "
     "harus terbaca urut oleh siapa pun, dan rujukan dapat dipakai untuk menghabiskan memori.",
     "References (& and *) copy from another place (YAML 1.2, 7.1). This program refuses them: anybody "
     "should be able to read a file in order, and references can be used to exhaust memory.")
DIAG(YAML_TAG, "yaml-tag", DIAG_ERROR, /* %2 = the tag */
     "tanda jenis YAML %2 tidak dipakai di sini",
     "the YAML tag %2 is not used here",
     "tulis: %1",
     "write: %1",
     "Tanda ! menyatakan jenis data dalam YAML (1.2, 6.9.1). Di sini semua isi adalah teks, dan jenisnya "
     "ditentukan oleh kuncinya.",
     "A ! names a data type in YAML (1.2, 6.9.1). Here every text is text, and its key decides the type.")
DIAG(YAML_MERGE, "yaml-merge", DIAG_ERROR,
     "kunci gabung << tidak dipakai di sini",
     "the merge key << is not used here",
     "tulis kunci-kuncinya langsung; isi yang sama untuk semua layanan ditaruh di bawaan: dalam instansi.yaml",
     "write the keys themselves; what all services share goes under bawaan: in instansi.yaml",
     "Kunci << berasal dari YAML 1.1 dan tidak ada lagi dalam YAML 1.2. Untuk isi bersama tersedia bawaan: "
     "di instansi.yaml.",
     "The key << comes from YAML 1.1 and is no part of YAML 1.2. For shared text there is bawaan: in "
     "instansi.yaml.")
DIAG(YAML_DEPTH, "yaml-depth", DIAG_ERROR,
     "susunan di sini lebih dari 32 tingkat",
     "the nesting here is deeper than 32 levels",
     "kurangi tingkatnya; cabang prosedur boleh bersusun paling banyak 8",
     "use fewer levels; branches of a procedure may nest up to 8 deep",
     "Susunan sedalam itu tidak terbaca oleh warga dan hampir selalu salah ketik. Batas ini juga menjaga "
     "program dari berkas yang dibuat untuk memacetkannya.",
     "No citizen can read such nesting, and nearly always it is a slip. The limit also guards the program "
     "against files made to stall it.")
DIAG(YAML_ITEMS, "yaml-items", DIAG_ERROR,
     "daftar ini memuat lebih dari 2.000 butir; selebihnya tidak dibaca",
     "this list holds more than 2,000 items; the rest is not read",
     "bagi menjadi beberapa layanan atau berkas",
     "split it into several services or files",
     "Daftar sepanjang itu tidak terbaca di ponsel maupun di papan. Batas ini juga menjaga program dari "
     "berkas yang dibuat untuk memacetkannya.",
     "Nobody can read such a list on a phone or a board. The limit also guards the program against files "
     "made to stall it.")
DIAG(YAML_TEXT_LONG, "yaml-text-long", DIAG_ERROR, /* %1 = bytes */
     "teks ini %1 bita, lebih panjang daripada batas 64 KiB; selebihnya tidak dibaca",
     "this text has %1 bytes, more than the limit of 64 KiB; the rest is not read",
     "bagi menjadi beberapa butir, atau pindahkan ke berkas tersendiri dan tautkan",
     "split it into items, or move it to a file of its own and link to it",
     "Batas 64 KiB setara dengan sekitar 30 halaman. Teks sepanjang itu sebaiknya menjadi dokumen yang "
     "ditautkan.",
     "64 KiB are about 30 pages. A text of that length is better a document that is linked to.")
DIAG(YAML_NOT_MAP, "yaml-not-map", DIAG_ERROR,
     "di sini diharapkan baris kunci: isi",
     "lines of the form key: text are expected here",
     "mulai berkas dengan kunci, misalnya judul: Akta Kelahiran",
     "begin the file with a key, as in judul: Akta Kelahiran",
     "Bagian data sebuah berkas adalah kumpulan kunci dengan isinya. Daftar kunci ada di "
     "maklumat explain.",
     "The data of a file is a set of keys with their texts. maklumat explain lists them.")
DIAG(YAML_NOT_LIST, "yaml-not-list", DIAG_ERROR,
     "di sini diharapkan daftar: setiap butir di baris sendiri, diawali tanda hubung dan spasi",
     "a list is expected here: each item on a line of its own, begun with a hyphen and a space",
     "tulis: - butir pertama",
     "write: - first item",
     "Berkas ini adalah sebuah daftar. Dalam YAML setiap butir diawali tanda hubung dan spasi (1.2, 8.2.1).",
     "This file is a list. In YAML each item begins with a hyphen and a space (1.2, 8.2.1).")
DIAG(YAML_KEY, "yaml-key", DIAG_ERROR,
     "kunci di sini bukan teks",
     "the key here is not a text",
     "tulis kunci sebagai satu kata sebelum titik dua, misalnya judul: Akta Kelahiran",
     "write the key as one word before the colon, as in judul: Akta Kelahiran",
     "YAML membolehkan daftar sebagai kunci (1.2, 7.4.2), tetapi di sini setiap kunci adalah nama dari "
     "daftar yang tetap. Penyebab tersering: kurung { } atau [ ] tanpa tanda kutip.",
     "YAML allows a list as a key (1.2, 7.4.2), but here each key is a name from a fixed list. The usual "
     "cause is a { } or [ ] without quotes.")
DIAG(YAML_DOCUMENTS, "yaml-documents", DIAG_ERROR,
     "baris --- kedua memulai dokumen baru; isi sesudahnya tidak dibaca",
     "the second --- begins another document; what follows is not read",
     "hapus baris ini; satu berkas memuat satu dokumen",
     "delete this line; a file holds one document",
     "Dalam YAML baris --- memulai dokumen baru (1.2, 9.1). Satu berkas di sini berarti satu layanan atau "
     "satu instansi.",
     "In YAML a line --- begins a new document (1.2, 9.1). One file here means one service or one agency.")
DIAG(YAML_MANY, "yaml-many", DIAG_ERROR, /* %1 = how many were reported */
     "sudah %1 kesalahan YAML di berkas ini; sisanya tidak dibaca",
     "this file has %1 YAML mistakes already; the rest is not read",
     "perbaiki kesalahan di atas lebih dahulu, lalu periksa lagi",
     "mend those above first, then check again",
     "Berkas dengan kesalahan sebanyak itu biasanya bukan YAML sama sekali, misalnya dokumen Word yang "
     "diganti namanya.",
     "A file with so many mistakes is usually no YAML at all, for instance a renamed Word document.")
