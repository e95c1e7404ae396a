/* Every diagnostic: DIAG(CODE, tag, level, text id, text en, remedy id, remedy en, why id, why en).
 * Included several times with different DIAG macros: no include guard.
 * Level by consequence: NOTE published as is; WARNING published, something omitted or doubtful;
 * ERROR cannot be read as the contract says, nothing is published. Each has a fixture in tests/diag. */
#ifndef DIAG /* so that it compiles alone */
#define DIAG(code, ...)
#endif

/* Reading: bytes and characters. %1 = the byte, the size or the character's name. */
DIAG(NOT_UTF8, "not-utf8", DIAG_ERROR,
     "berkas ini tidak disimpan sebagai UTF-8 (byte %1 tidak terbaca)",
     "this file is not saved as UTF-8 (byte %1 cannot be read)",
     "simpan sebagai UTF-8: di Notepad pilih Berkas, Simpan Sebagai, lalu Pengodean: UTF-8",
     "save it as UTF-8: in Notepad choose File, Save As, then Encoding: UTF-8",
     "Halaman web memakai UTF-8. Berkas yang disimpan sebagai ANSI atau UTF-16 membuat huruf seperti "
     "é, – dan tanda petik lengkung rusak di layar warga. Standar HTML mewajibkan UTF-8.",
     "Web pages are UTF-8. A file saved as ANSI or UTF-16 turns letters such as é, – and curly quotes "
     "into rubbish on the citizen's screen. The HTML standard requires UTF-8.")
DIAG(FILE_TOO_BIG, "file-too-big", DIAG_ERROR,
     "berkas ini %1 byte, lebih besar daripada batas 4 MiB",
     "this file has %1 bytes, more than the limit of 4 MiB",
     "tulis satu layanan per berkas; gambar dan formulir disimpan sebagai berkas tersendiri",
     "write one service per file; keep pictures and forms in files of their own",
     "Satu layanan yang lengkap muat dalam beberapa puluh kilobyte. Berkas yang jauh lebih besar hampir "
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
DIAG(CHAR_INVISIBLE, "char-invisible", DIAG_ERROR, /* %2 = the line without it */
     "di kunci ini atau di sebelahnya ada %1, yang tidak terlihat",
     "in this key or beside it stands %1, which cannot be seen",
     "ketik ulang baris ini: %2", "type this line again: %2",
     "Karakter ini terbawa dari Word, PDF, atau WhatsApp. Kuncinya tampak benar, tetapi bagi komputer namanya lain, "
     "dan sesudah titik dua harus ada spasi biasa.",
     "Such characters come along from Word, PDF or WhatsApp. The key looks right but is another name to a computer, "
     "and the colon must be followed by a plain space.")

/* Reading: YAML. %1 = the line as it should be written, unless said otherwise. */
DIAG(YAML_TAB, "yaml-tab", DIAG_ERROR,
     "awal baris ini memakai tab, bukan spasi",
     "this line is indented with a tab",
     "ganti tab dengan spasi: %1|hapus tab di baris kosong ini",
     "use spaces: %1|delete the tab in this empty line",
     "YAML menentukan susunan dari jumlah spasi di awal baris dan melarang tab di sana (YAML 1.2, 6.1), "
     "karena lebar tab berbeda di tiap penyunting.",
     "YAML takes its structure from the number of spaces before a line and forbids tabs there (YAML 1.2, "
     "6.1), because their width differs from editor to editor.")
DIAG(YAML_START, "yaml-start", DIAG_ERROR, /* %2 = the first character */
     "isi tidak dapat diawali %2 tanpa tanda petik",
     "a text cannot begin with %2 without quotes",
     "tulis: %1",
     "write: %1",
     "Di awal isi, tanda @ % * & ! | > [ ] { } dan sejenisnya mempunyai arti khusus dalam YAML (1.2, 5.3 "
     "dan 7.3.3). Tanda petik membuatnya dibaca sebagai teks biasa.",
     "At the start of a text, @ % * & ! | > [ ] { } and the like have a meaning of their own in YAML "
     "(1.2, 5.3 and 7.3.3). Quotes make them plain text.")
DIAG(YAML_COLON, "yaml-colon", DIAG_ERROR,
     "isi baris ini memuat titik dua diikuti spasi, sehingga dibaca sebagai kunci kedua",
     "the text of this line holds a colon and a space, which reads as a second key",
     "tulis: %1",
     "write: %1",
     "Dalam YAML titik dua yang diikuti spasi memisahkan kunci dari isinya (1.2, 7.3.3), dan satu baris "
     "hanya boleh memuat satu kunci. Tanda petik membuat titik dua menjadi bagian dari teks.",
     "In YAML a colon and a space part a key from its text (1.2, 7.3.3), and a line may hold one key "
     "only. Quotes make the colon a part of the text.")
DIAG(YAML_COMMA, "yaml-comma", DIAG_ERROR,
     "koma di dalam {…} memisahkan kunci, sehingga isinya terpotong",
     "a comma inside {…} parts keys, so the text is cut in two",
     "tulis: %1",
     "write: %1",
     "Di antara { dan } koma memulai kunci berikutnya (YAML 1.2, 7.4.2). Isi yang memuat koma harus "
     "diapit tanda petik.",
     "Between { and } a comma begins the next key (YAML 1.2, 7.4.2). A text with a comma must be put in "
     "quotes.")
DIAG(YAML_QUOTE, "yaml-quote", DIAG_ERROR,
     "tanda petik yang dibuka di sini tidak ditutup dengan benar di akhir isi",
     "the quote opened here is not closed at the end of the text",
     "tulis: %1",
     "write: %1",
     "Isi yang diawali tanda petik berakhir pada tanda petik yang sama (YAML 1.2, 7.3); tidak boleh ada "
     "teks lagi di belakangnya. Bila tanda petik itu bagian dari teks, apit semuanya dengan tanda petik jenis lain.",
     "A text that begins with a quote ends at the same quote (YAML 1.2, 7.3), with nothing behind it. "
     "Where the quote belongs to the text, put all of it into the other kind of quotes.")
DIAG(YAML_ESCAPE, "yaml-escape", DIAG_ERROR,
     "garis miring terbalik di dalam tanda petik ganda mempunyai arti khusus",
     "a backslash inside double quotes has a meaning of its own",
     "tulis: %1",
     "write: %1",
     "Di dalam tanda petik ganda, \\ memulai kode huruf (YAML 1.2, 5.7). Tanda petik tunggal "
     "membiarkannya apa adanya.",
     "Inside double quotes a \\ begins the code of a character (YAML 1.2, 5.7). Single quotes leave it "
     "as it is.")
DIAG(YAML_BRACKET, "yaml-bracket", DIAG_ERROR, /* %2 = the bracket */
     "kurung %2 di sini tidak ditutup",
     "the bracket %2 is not closed here",
     "tulis: %1",
     "write: %1",
     "Susunan {kunci: isi} dan [butir, butir] harus ditutup dengan kurung yang sama (YAML 1.2, 7.4).",
     "{key: text} and [item, item] must be closed with the same bracket (YAML 1.2, 7.4).")
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
     "tulis: %1|tulis kunci, titik dua, spasi, lalu isi, misalnya judul: Akta Kelahiran; lanjutan teks ditulis menjorok",
     "write: %1|write a key, a colon, a space and the text, as in judul: Akta Kelahiran; text that goes on is indented",
     "Bagian data sebuah berkas terdiri atas baris kunci: isi. Penyebab tersering: titik dua terlupa, atau "
     "tidak ada spasi sesudahnya (YAML 1.2, 7.3.3).",
     "The data of a file is made of lines key: text. The usual cause is a forgotten colon, or no space "
     "behind it (YAML 1.2, 7.3.3).")
DIAG(YAML_SPACE, "yaml-space", DIAG_ERROR,
     "sesudah titik dua harus ada spasi",
     "a space must follow the colon",
     "tulis: %1",
     "write: %1",
     "Tanpa spasi, titik dua dibaca sebagai bagian dari kata, seperti dalam 08:00 atau https:// (YAML "
     "1.2, 7.3.3).",
     "Without a space the colon is read as part of the word, as in 08:00 or https:// (YAML 1.2, 7.3.3).")
DIAG(YAML_DIRECTIVE, "yaml-directive", DIAG_ERROR,
     "baris yang diawali % adalah perintah untuk pembaca YAML, yang tidak dipakai di sini",
     "a line that begins with % is an order to the YAML reader, which is not used here",
     "hapus baris ini; bila ini lanjutan teks, tulis menjorok",
     "delete this line; if it goes on with a text, indent it",
     "Perintah seperti %YAML dan %TAG (YAML 1.2, 6.8) tidak diperlukan: semua berkas dibaca dengan aturan "
     "yang sama.",
     "Orders such as %YAML and %TAG (YAML 1.2, 6.8) are not needed: all files are read by the same rules.")
DIAG(YAML_SYNTAX, "yaml-syntax", DIAG_ERROR, /* %1 = libyaml's words */
     "susunan YAML di sini tidak terbaca (%1)",
     "the YAML here cannot be read (%1)",
     "periksa tanda petik, kurung, dan jumlah spasi di baris ini dan di baris di atasnya",
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
DIAG(YAML_NODES, "yaml-size", DIAG_ERROR,
     "berkas ini memuat lebih dari 200.000 isi; selebihnya tidak dibaca",
     "this file holds more than 200,000 values; the rest is not read",
     "bagi menjadi beberapa layanan atau berkas",
     "split it into several services or files",
     "Satu layanan yang lengkap memuat beberapa ratus isi. Batas ini menjaga program dari berkas yang "
     "dibuat untuk memacetkannya.",
     "A complete service holds a few hundred values. The limit guards the program against files made to "
     "stall it.")
DIAG(TEXT_TOO_LONG, "text-too-long", DIAG_ERROR, /* %1 = bytes */
     "teks ini %1 byte, lebih panjang daripada batas 64 KiB; selebihnya tidak dibaca",
     "this text has %1 bytes, more than the limit of 64 KiB; the rest is not read",
     "bagi menjadi beberapa butir, atau pindahkan ke berkas tersendiri dan tautkan",
     "split it into items, or move it to a file of its own and link to it",
     "Batas 64 KiB setara dengan sekitar 30 halaman. Teks sepanjang itu sebaiknya menjadi dokumen yang "
     "ditautkan.",
     "64 KiB are about 30 pages. A text of that length is better a document that is linked to.")
DIAG(YAML_NOT_MAP, "yaml-not-map", DIAG_ERROR,
     "di sini diharapkan baris kunci: isi",
     "lines of the form key: text are expected here",
     "mulai berkas dengan kunci, misalnya judul: Akta Kelahiran untuk layanan, nama: Dinas Sosial untuk situs, instansi, atau tema",
     "begin the file with a key, as in judul: Akta Kelahiran of a service, nama: Dinas Sosial of a site, an agency or a theme",
     "Bagian data sebuah berkas adalah kumpulan kunci dengan isinya. Daftar kunci ada di "
     "maklumat explain.",
     "The data of a file is a set of keys with their texts. maklumat explain lists them.")
DIAG(YAML_NOT_LIST, "yaml-not-list", DIAG_ERROR,
     "di sini diharapkan daftar: setiap butir di baris sendiri, diawali tanda hubung dan spasi",
     "a list is expected here: each item on a line of its own, begun with a hyphen and a space",
     "tulis: - {slug: kependudukan, label: Kependudukan}",
     "write: - {slug: kependudukan, label: Kependudukan}",
     "Berkas ini adalah sebuah daftar. Dalam YAML setiap butir diawali tanda hubung dan spasi (1.2, 8.2.1).",
     "This file is a list. In YAML each item begins with a hyphen and a space (1.2, 8.2.1).")
DIAG(YAML_KEY, "yaml-key", DIAG_ERROR,
     "kunci di sini bukan teks",
     "the key here is not a text",
     "tulis kunci sebagai satu kata sebelum titik dua, misalnya judul: Akta Kelahiran",
     "write the key as one word before the colon, as in judul: Akta Kelahiran",
     "YAML membolehkan daftar sebagai kunci (1.2, 7.4.2), tetapi di sini setiap kunci adalah nama dari "
     "daftar yang tetap. Penyebab tersering: kurung { } atau [ ] tanpa tanda petik.",
     "YAML allows a list as a key (1.2, 7.4.2), but here each key is a name from a fixed list. The usual "
     "cause is a { } or [ ] without quotes.")
DIAG(YAML_COMMENT, "yaml-comment", DIAG_WARNING, /* %1 = the words, %2 = the line in quotes */
     "kata-kata sesudah tanda # dianggap komentar, jadi tidak terbit: %1",
     "words behind the sign # are taken for a comment and not published: %1",
     "tulis: %2|apit seluruh isinya dengan tanda petik, atau pindahkan komentar ke baris sendiri",
     "write: %2|put the whole value in quotes, or move the comment to a line of its own",
     "Dalam YAML tanda # sesudah spasi memulai komentar (1.2, 6.6), sehingga nomor rumah atau loket setelahnya hilang. "
     "Komentar yang disengaja ditulis di baris sendiri, atau dengan dua spasi di depan # dan satu di belakangnya.",
     "In YAML a # behind a blank begins a comment (1.2, 6.6), so that the number of a house or counter is lost. Comments "
     "on purpose stand on lines of their own, or have two blanks before the # and one behind it.")
DIAG(LIST_MELTED, "list-melted", DIAG_ERROR, /* %1, %2 = two items */
     "baris-baris ini terbaca sebagai SATU teks, bukan daftar",
     "these lines are read as ONE text, not as a list",
     "tulis setiap butir di baris sendiri, diawali tanda hubung dan spasi, sejajar: \"- %1\" lalu \"- %2\"|tulis setiap butir di baris "
     "sendiri, diawali tanda hubung dan spasi, sejajar dengan butir di atasnya: \"- %1\"",
     "write each item on a line of its own, with a hyphen and a blank, in one column: \"- %1\", then \"- %2\"|write each item on a "
     "line of its own, with a hyphen and a blank, in one column with the items above: \"- %1\"",
     "Daftar dari Word dan WhatsApp memakai \"-KTP\", \"•\", atau \"1.\"; bagi YAML itu bukan butir (1.2, 8.2.1), dan baris-barisnya "
     "disambung menjadi satu syarat atau langkah. Nomor dicetak sendiri oleh halaman.",
     "Lists from Word and WhatsApp use \"-KTP\", \"•\" or \"1.\", which are no items to YAML (1.2, 8.2.1): their lines are joined into "
     "one requirement or step. Pages print the numbers themselves.")
DIAG(LINES_JOINED, "lines-joined", DIAG_WARNING,
     "baris-baris ini terbit sebagai SATU butir", "these lines are published as ONE item",
     "bila masing-masing sebuah butir, awali dengan tanda hubung dan spasi: \"- %1\" lalu \"- %2\"; bila satu teks, tulis dalam satu baris",
     "if each is an item, begin it with a hyphen and a space: \"- %1\", then \"- %2\"; if it is one text, write it on one line",
     "YAML menyambung baris-baris yang tidak diawali tanda hubung menjadi satu teks, tanpa pemberitahuan.",
     "YAML joins lines that no hyphen begins into one text, without a word.")
DIAG(LIST_NESTED, "list-nested", DIAG_ERROR, /* %1 = the heading */
     "di bawah \"%1\" ada daftar di dalam daftar, yang tidak terbaca di sini",
     "below \"%1\" there is a list inside the list, which cannot be read here",
     "untuk kelompok tulis \"- kelompok: %1\", lalu di baris berikutnya \"  butir:\" dengan daftarnya; untuk langkah \"- teks: %1\" lalu \"  rincian:\"",
     "for a group write \"- kelompok: %1\", and on the next line \"  butir:\" with the list; for a step \"- teks: %1\" and \"  rincian:\"",
     "Judul dan butir di bawahnya ditulis dengan kunci, supaya halaman dan poster tahu mana judul dan mana syarat.",
     "A heading and the items below it are written with keys, so that pages and posters know which is which.")
DIAG(YAML_DOCUMENTS, "yaml-documents", DIAG_ERROR,
     "baris ini memulai dokumen baru; isi sesudahnya tidak dibaca",
     "this line begins another document; what follows is not read",
     "hapus baris ini; satu berkas memuat satu dokumen",
     "delete this line; a file holds one document",
     "Dalam YAML baris --- memulai dokumen baru dan baris ... mengakhirinya (1.2, 9.1). Satu berkas di sini berarti satu layanan atau "
     "satu instansi.",
     "In YAML a line --- begins a new document and ... ends one (1.2, 9.1). One file here means one service or one agency.")
DIAG(YAML_MANY, "yaml-many", DIAG_ERROR, /* %1 = how many were reported */
     "sudah %1 kesalahan YAML di berkas ini; sisanya tidak dibaca",
     "this file has %1 YAML mistakes already; the rest is not read",
     "perbaiki kesalahan di atas lebih dahulu, lalu periksa lagi",
     "mend those above first, then check again",
     "Berkas dengan kesalahan sebanyak itu biasanya bukan YAML sama sekali, misalnya dokumen Word yang "
     "diganti namanya.",
     "A file with so many mistakes is usually no YAML at all, for instance a renamed Word document.")

/* Names of files and folders. %1 = the name, %2 = the better one. */
DIAG(NAME_NOT_SLUG, "name-not-slug", DIAG_ERROR,
     "nama \"%1\" tidak dapat menjadi alamat halaman", "the name \"%1\" cannot be part of a page's address",
     "ubah namanya menjadi \"%2\"", "rename it to \"%2\"",
     "Nama folder dan berkas layanan menjadi alamat halaman, jadi hanya boleh huruf kecil a–z, angka, dan tanda hubung. Alamat seperti itu aman di semua server dan mudah didiktekan.",
     "Names of folders and charter files become the address of the page, so they may hold only a–z, digits and hyphens. Such addresses are safe on every server and easy to dictate.")
DIAG(NAME_RESERVED, "name-reserved", DIAG_ERROR,
     "nama \"%1\" dipakai situs untuk halamannya sendiri", "the name \"%1\" is used by the site for a page of its own",
     "ubah namanya, misalnya \"%2\"", "rename it, for example to \"%2\"",
     "Situs membuat halaman seperti cetak.html, mutu.html, dan data.json di setiap folder instansi. Layanan bernama sama akan menimpanya.",
     "The site makes pages such as cetak.html, mutu.html and data.json in each agency's folder. A service of the same name would overwrite them.")
DIAG(NAME_DEVICE, "name-device", DIAG_ERROR,
     "nama \"%1\" tidak dapat ada di Windows", "Windows can have no file or folder named \"%1\"",
     "ubah namanya, misalnya \"%2\"", "rename it, for example to \"%2\"",
     "Windows memakai con, prn, aux, nul, com1–com9, dan lpt1–lpt9 untuk perangkat. Berkas bernama begitu tidak dapat disalin ke sana, dibuka, atau diunggah dari sana.",
     "Windows keeps con, prn, aux, nul, com1–com9 and lpt1–lpt9 for devices. A file of such a name cannot be copied there, opened there or uploaded from there.")
DIAG(NAME_EXTENSION, "name-extension", DIAG_ERROR,
     "berkas \"%1\" tidak dikenali dari namanya", "the file \"%1\" is not recognised by its name",
     "ubah namanya menjadi \"%2\"", "rename it to \"%2\"",
     "Layanan ditulis dalam berkas .md atau .yaml, dengan huruf kecil. Satu ejaan saja membuat setiap berkas mudah ditemukan.",
     "Charters are .md or .yaml files, in small letters. One spelling makes every file easy to find.")
DIAG(NOT_A_FILE, "not-a-file", DIAG_WARNING,
     "ini tautan simbolis atau berkas khusus, jadi dilewati", "this is a symbolic link or a special file, so it is left out",
     "salin berkas aslinya ke sini", "copy the real file here",
     "Tautan simbolis dapat menunjuk ke luar folder isi, sehingga berkas yang tidak dimaksud ikut terbit.",
     "A symbolic link can point out of the content folder, and a file nobody meant to publish would be published.")
DIAG(FOLDER_TOO_DEEP, "folder-too-deep", DIAG_ERROR,
     "folder ini lebih dalam daripada 32 tingkat", "this folder is more than 32 levels deep",
     "pindahkan ke atas", "move it up",
     "Alamat yang sangat panjang tidak dapat dibuka di semua perangkat.", "Very long addresses do not open on every device.")
DIAG(AGENCY_TWICE, "agency-twice", DIAG_ERROR,
     "folder ini memuat instansi.md dan instansi.yaml", "this folder has both instansi.md and instansi.yaml",
     "gabungkan isinya ke dalam satu berkas", "put everything into one of them",
     "Satu folder memuat satu instansi. Bila ada dua berkas, tidak jelas mana yang berlaku.",
     "One folder is one agency. With two files nobody knows which of them holds.")
DIAG(AGENCY_AT_ROOT, "agency-at-root", DIAG_ERROR,
     "instansi ini berada di akar content/, padahal ada instansi lain: \"%1\"",
     "this agency lies at the root of content/ although there is another one: \"%1\"",
     "pindahkan berkas ini dan layanannya ke dalam folder, misalnya dinas-sosial/",
     "move this file and its services into a folder, such as dinas-sosial/",
     "Instansi di akar mendapat beranda sebagai halamannya. Bila ada instansi lain, beranda milik bersama, "
     "sehingga dua halaman berebut satu alamat.",
     "An agency at the root has the home page as its own. With other agencies the home page is everybody's, "
     "and two pages would claim one address.")
DIAG(CHARTER_TWICE, "charter-twice", DIAG_ERROR,
     "halaman yang sama juga ditulis di \"%1\"", "the same page is written in \"%1\" as well",
     "hapus atau ubah nama salah satunya", "delete or rename one of them",
     "Dua berkas tidak dapat menjadi satu alamat: yang satu akan menimpa yang lain tanpa pemberitahuan.",
     "Two files cannot become one address: one would silently overwrite the other.")
DIAG(SERVICE_WITHOUT_AGENCY, "service-without-agency", DIAG_ERROR,
     "layanan ini tidak berada di folder instansi mana pun", "this service is in no agency's folder",
     "buat instansi.yaml di folder ini atau di folder di atasnya", "make an instansi.yaml in this folder or one above it",
     "Setiap standar pelayanan dimiliki satu penyelenggara (UU 25/2009). Pemiliknya adalah folder terdekat ke atas yang memuat instansi.yaml.",
     "Every service standard belongs to one provider (Law 25/2009): the nearest folder upwards that holds instansi.yaml.")
DIAG(TRANSLATION_OF_NOTHING, "translation-of-nothing", DIAG_ERROR,
     "terjemahan ini tidak punya naskah asli \"%1.md\"", "this translation has no original \"%1.md\"",
     "tulis dulu naskah aslinya di folder yang sama", "write the original in the same folder first",
     "Terjemahan hanya memuat bagian yang diterjemahkan; sisanya diambil dari naskah asli.",
     "A translation holds only what is translated; the rest comes from the original.")
DIAG(TRANSLATION_OF_DATA, "translation-of-data", DIAG_ERROR,
     "\"%1\" tidak diterjemahkan, hanya layanan", "\"%1\" is not translated, only services are",
     "hapus berkas ini; yang perlu terbaca dalam bahasa lain ditulis di terjemahan layanannya, misalnya \"akta.en.md\"",
     "delete this file; what has to be read in another language goes into the translation of the service, for example \"akta.en.md\"",
     "Nama dan alamat instansi, wilayah, topik, dan hari libur sama untuk semua bahasa.",
     "Names and addresses of agencies, regions, topics and holidays are the same in every language.")

/* Keys and types. %1 = the key. */
DIAG(KEY_UNKNOWN, "key-unknown", DIAG_ERROR,
     "kunci \"%1\" tidak dikenal", "the key \"%1\" is not known",
     "tulis \"%2\"|`maklumat explain` mendaftar semua kunci", "write \"%2\"|`maklumat explain` lists all keys",
     "Kunci yang salah eja tidak boleh hilang diam-diam: isinya tidak akan terbit. Daftar kunci ada di `maklumat explain`.",
     "A misspelt key must not vanish in silence: its value would not be published. `maklumat explain` lists the keys.")
DIAG(KEY_FOREIGN, "key-foreign", DIAG_ERROR,
     "kunci \"%1\" tidak dikenal di sini", "the key \"%1\" is not known here",
     "kunci yang dikenal: %2|`maklumat explain` mendaftar semua kunci; bila isinya tidak termasuk kunci mana pun, tulis di keterangan, di bawah garis ---",
     "known keys: %2|`maklumat explain` lists all keys; what belongs under none of them goes into the prose below the line ---",
     "Setiap bagian berkas layanan mempunyai kunci sendiri. Isi di bawah kunci lain tidak dapat ditempatkan di halaman.",
     "Each part of a charter has keys of its own. What stands under another key has no place on the page.")
DIAG(KEY_ELSEWHERE, "key-elsewhere", DIAG_ERROR, /* %2 = the file */
     "kunci \"%1\" tidak dikenal di berkas ini", "the key \"%1\" is not known in this file",
     "pindahkan ke %2", "move it to %2",
     "Yang sama untuk semua layanan ditulis satu kali, di berkas instansinya atau di berkas situs.",
     "What all services share is written once, in the agency's file or in that of the site.")
DIAG(ROW_EXPECTED, "row-expected", DIAG_ERROR, /* %2 = as it should be, %3 = key of the list, %4 = key above */
     "\"%1\" tidak terbaca di tempat ini, yang memuat sebuah daftar", "\"%1\" cannot be read in this place, which holds a list",
     "tulis \"%3:\" di bawah \"%4:\", lalu di bawahnya setiap butir seperti ini: %2|tulis setiap butir seperti ini: %2",
     "write \"%3:\" under \"%4:\", and below it each item like this: %2|write each item like this: %2",
     "Kunci di sini tertentu namanya. Butir daftar diawali tanda hubung dan spasi, agar kata-katanya terbaca sebagai isi.",
     "Keys have set names here. Items of a list begin with a hyphen and a blank, so that their words are read as text.")
DIAG(KEY_REQUIRED, "key-required", DIAG_ERROR,
     "kunci wajib \"%1\" belum ada", "the required key \"%1\" is not there",
     "tambahkan baris \"%1: %2\"", "add a line \"%1: %2\"",
     "Tanpa kunci ini halaman tidak dapat dibuat.", "Without this key the page cannot be made.")
DIAG(VALUE_REQUIRED, "value-required", DIAG_ERROR,
     "kunci wajib \"%1\" belum diisi", "the required key \"%1\" has no value",
     "isi seperti \"%1: %2\"", "fill it in like \"%1: %2\"",
     "Tanpa isi kunci ini halaman tidak dapat dibuat.", "Without this value the page cannot be made.")
DIAG(KEY_NOT_TRANSLATED, "key-not-translated", DIAG_ERROR,
     "\"%1\" hanya ditulis di naskah asli", "\"%1\" belongs in the original only",
     "hapus baris ini dari terjemahan", "delete this line from the translation",
     "Nomor SK, tanggal, status, alamat, dan kelompok sama untuk semua bahasa. Ditulis dua kali, keduanya dapat berbeda.",
     "Decree, dates, status, addresses and groups are the same in every language. Written twice they could differ.")
DIAG(VALUE_NOT_TEXT, "value-not-text", DIAG_ERROR,
     "\"%1\" harus berisi satu teks", "\"%1\" takes one text",
     "tulis \"%1: %2\", dan nomor lain di bawah \"kontak:\" sebagai \"- Telepon: %3\"|tulis dalam satu baris: \"%1: %2\"",
     "write \"%1: %2\", and the other number under \"kontak:\" as \"- Telepon: %3\"|write it on one line: \"%1: %2\"",
     "Kunci ini memuat satu nilai, bukan daftar atau pasangan kunci. Teks yang memuat titik dua perlu tanda petik.",
     "This key holds one value, no list and no pairs. A text with a colon in it needs quotes.")
DIAG(VALUE_NOT_MAP, "value-not-map", DIAG_ERROR,
     "\"%1\" harus berisi pasangan kunci dan nilai", "\"%1\" takes pairs of key and value",
     "tulis seperti \"%1: %2\"|lihat bentuknya dengan `maklumat explain %1`", "write it like \"%1: %2\"|see its form with `maklumat explain %1`",
     "Bagian ini terdiri atas beberapa nilai bernama; satu teks saja tidak cukup untuk membacanya.",
     "This part consists of several named values; one text alone cannot be read as them.")
DIAG(ITEM_EMPTY, "item-empty", DIAG_WARNING,
     "ada butir kosong di \"%1\"", "\"%1\" has an empty item",
     "isi atau hapus baris ini", "fill in or delete this line",
     "Butir kosong tidak dicetak. Biasanya sisa dari penyalinan.", "Empty items are not printed. They are usually left over from copying.")
DIAG(CHOICE_UNKNOWN, "choice-unknown", DIAG_ERROR,
     "\"%2\" bukan pilihan untuk \"%1\"", "\"%2\" is not a choice for \"%1\"",
     "tulis \"%3\"|tulis salah satu: %4", "write \"%3\"|write one of %4",
     "Kunci ini hanya menerima pilihan tertentu, karena halaman, pencarian, dan data memakainya.",
     "This key takes certain choices only, because pages, search and data depend on them.")
DIAG(SWITCH_UNREADABLE, "switch-unreadable", DIAG_ERROR,
     "\"%1\" harus \"ya\" atau \"tidak\", bukan \"%2\"", "\"%1\" takes \"ya\" or \"tidak\", not \"%2\"",
     "tulis \"%1: ya\" atau \"%1: tidak\"", "write \"%1: ya\" or \"%1: tidak\"",
     "Kata lain seperti true, yes, atau 1 mudah tertukar artinya.", "Other words such as true, yes or 1 are easily confused.")
DIAG(NUMBER_UNREADABLE, "number-unreadable", DIAG_ERROR, /* %3 = the least */
     "\"%1\" harus bilangan bulat mulai dari %3, bukan \"%2\"", "\"%1\" takes a whole number from %3, not \"%2\"",
     "tulis angkanya saja, misalnya \"%1: 1\"", "write the number alone, for example \"%1: 1\"",
     "Nomor menunjuk langkah yang tercetak di halaman; jumlah dan tahun dihitung dan dibandingkan.",
     "A number refers to a step printed on the page; counts and years are added up and compared.")
DIAG(DATE_UNREADABLE, "date-unreadable", DIAG_ERROR,
     "tanggal \"%1\" tidak terbaca", "the date \"%1\" cannot be read",
     "tulis \"%2\"|tulis seperti 2024-01-16 atau 16 Januari 2024", "write \"%2\"|write it like 2024-01-16 or 16 Januari 2024",
     "Bentuk lain seperti 01/02/2024 dapat dibaca dua cara.", "Other forms such as 01/02/2024 can be read in two ways.")
DIAG(DATE_IMPOSSIBLE, "date-impossible", DIAG_ERROR,
     "tanggal \"%1\" tidak ada di kalender", "the calendar has no \"%1\"",
     "periksa tanggal dan bulannya", "check the day and the month",
     "Tanggal dipakai untuk menilai peninjauan dan menghitung hari kerja, jadi harus benar-benar ada.",
     "Dates are used to judge reviews and to count working days, so they must exist.")
DIAG(SLUG_BAD, "slug-bad", DIAG_ERROR,
     "\"%1\" tidak dapat menjadi alamat halaman", "\"%1\" cannot be part of a page's address",
     "tulis \"%2\"|pakai huruf kecil a–z, angka, dan tanda hubung", "write \"%2\"|use a–z, digits and hyphens",
     "Nilai ini menjadi nama halaman, jadi hanya boleh huruf kecil a–z, angka, dan tanda hubung.",
     "This value becomes the name of a page, so it may hold only a–z, digits and hyphens.")
DIAG(PATH_BAD, "path-bad", DIAG_ERROR,
     "\"%1\" bukan alamat lama di dalam situs ini", "\"%1\" is not a former address inside this site",
     "tulis jalurnya saja, misalnya layanan/akta.html: tanpa nama situs, garis miring di depan, titik di awal nama, dan tanpa ? atau #", "write the path alone, for example layanan/akta.html: no site's name, no leading slash, no name that begins with a dot, no ? or #",
     "Alamat lama menjadi halaman penerus di situs ini, agar tautan dan kode QR yang sudah tercetak tetap berguna.",
     "A former address becomes a forwarding page of this site, so that printed links and QR codes stay useful.")
DIAG(PATH_ENCODED, "path-encoded", DIAG_ERROR, /* %2 = the same with its letters */
     "alamat lama \"%1\" memuat kode seperti %%20, bukan hurufnya", "the former address \"%1\" holds codes like %%20 in place of the letters",
     "tulis \"%2\"|ganti setiap kode % dengan hurufnya", "write \"%2\"|put the letter in place of each % code",
     "Di bilah alamat, %20 berarti spasi. Halaman penerus disimpan dengan huruf aslinya, dan peramban menyandikannya sendiri (RFC 3986 bagian 2).",
     "In an address bar %20 stands for a space. The forwarding page is stored with the letters themselves, and browsers encode them (RFC 3986, section 2).")
DIAG(PATH_TOO_LONG, "path-too-long", DIAG_ERROR,
     "alamat \"%1\" terlalu panjang untuk disimpan di disk", "the address \"%1\" is too long to be stored on a disk",
     "pendekkan: paling banyak 250 byte per nama dan 1.000 byte seluruhnya", "shorten it: at most 250 bytes a name and 1,000 bytes in all",
     "Sistem berkas menerima nama sampai 255 byte dan jalur sampai sekitar 4.000 byte; banyak pelayan FTP menerima lebih sedikit.",
     "File systems take names of up to 255 bytes and paths of up to some 4,000; many FTP servers take less.")
DIAG(COLOR_UNREADABLE, "color-unreadable", DIAG_ERROR,
     "warna \"%1\" tidak terbaca", "the colour \"%1\" cannot be read",
     "tulis seperti \"#0b4650\", dengan tanda petik", "write it like \"#0b4650\", with the quotes",
     "Warna ditulis heksadesimal. Tanpa tanda petik, # memulai komentar YAML dan warnanya hilang.",
     "Colours are hexadecimal. Without quotes # begins a YAML comment and the colour is lost.")
DIAG(GROUP_EMPTY, "group-empty", DIAG_ERROR,
     "kelompok \"%1\" belum punya butir", "the group \"%1\" has no items",
     "tambahkan \"butir:\" dengan daftar di bawahnya", "add \"butir:\" with a list below it",
     "Judul tanpa isi menyesatkan pembaca.", "A heading over nothing misleads the reader.")
DIAG(GROUP_UNNAMED, "group-unnamed", DIAG_ERROR,
     "\"butir\" di sini belum punya judul", "\"butir\" here has no heading",
     "tambahkan \"kelompok:\" dengan judulnya", "add \"kelompok:\" with the heading",
     "Sub-daftar dicetak di bawah judulnya.", "A sub-list is printed under its heading.")
DIAG(GROUP_WITH_TEXT, "group-with-text", DIAG_ERROR,
     "kelompok \"%1\" tidak boleh punya \"teks\"", "the group \"%1\" cannot have a \"teks\"",
     "pindahkan teks itu menjadi butir pertama", "make the text the first item of \"butir\"",
     "Kelompok adalah judul; yang dinomori adalah butirnya.", "A group is a heading; its items carry the numbers.")
DIAG(GROUP_WITH_DETAILS, "group-with-details", DIAG_WARNING,
     "rincian kelompok \"%1\" tidak ditampilkan", "the details of the group \"%1\" are not shown",
     "pindahkan rincian itu ke dalam \"butir\"", "move the details into \"butir\"",
     "Rincian a, b, c milik satu syarat; kelompok hanyalah judul di atas butirnya.",
     "Details a, b, c belong to one requirement; a group is a heading over its items.")
DIAG(GROUP_TOO_DEEP, "group-too-deep", DIAG_ERROR,
     "kelompok di dalam kelompok", "a group inside a group",
     "jadikan satu tingkat saja", "make it one level",
     "Daftar bertingkat tiga sulit dibaca di layar ponsel dan tidak dapat dibacakan dengan jelas.",
     "Lists of three levels are hard to read on a phone and cannot be read aloud clearly.")
DIAG(DETAIL_TOO_DEEP, "detail-too-deep", DIAG_ERROR,
     "rincian di dalam rincian", "details inside details",
     "jadikan satu tingkat saja", "make it one level",
     "Rincian a, b, c milik satu syarat atau langkah dan tidak dirinci lagi.", "Details a, b, c belong to one requirement or step and have none of their own.")
DIAG(ITEM_WITHOUT_TEXT, "item-without-text", DIAG_ERROR,
     "butir ini tidak punya isi", "this item has no words",
     "tulis isinya di belakang \"teks: \"", "write its words behind \"teks: \"",
     "Tanpa teks tidak ada yang dapat dicetak.", "Without words there is nothing to print.")
DIAG(STEP_EMPTY, "step-empty", DIAG_ERROR,
     "langkah ini tidak punya isi", "this step has no words",
     "tulis isinya di belakang \"teks: \", \"rincian: \", atau \"cabang: \"", "write it behind \"teks: \", \"rincian: \" or \"cabang: \"",
     "Langkah tanpa isi tetap memakan nomor dan membuat nomor lain tidak cocok dengan SK.",
     "An empty step would still take a number, and the others would no longer match the decree.")
DIAG(BRANCH_EMPTY, "branch-empty", DIAG_ERROR,
     "cabang ini tidak punya akibat", "this branch has no outcome",
     "tambahkan \"maka:\" atau \"langkah:\"", "add \"maka:\" or \"langkah:\"",
     "Warga harus tahu apa yang terjadi pada setiap kemungkinan.", "The citizen must know what happens in each case.")
DIAG(BRANCH_TOO_DEEP, "branch-too-deep", DIAG_ERROR,
     "percabangan ini lebih dalam daripada 8 tingkat", "these branches are more than 8 levels deep",
     "pecah menjadi beberapa varian", "split it into variants",
     "Prosedur sedalam itu tidak dapat diikuti orang dan tidak muat di layar.", "Nobody can follow a procedure that deep, and no screen can hold it.")
DIAG(STEP_BACK_UNKNOWN, "step-back-unknown", DIAG_ERROR, /* %2 = the last number before it; none: it is the first */
     "tidak ada langkah %1 sebelum ini", "there is no step %1 before this one",
     "tulis nomor langkah yang tercetak sebelumnya, 1 sampai %2|hapus \"kembali\": sebelum langkah pertama tidak ada langkah",
     "write the number of an earlier step, 1 to %2|delete \"kembali\": there is no step before the first",
     "\"kembali\" menunjuk nomor yang tercetak dari langkah sebelumnya di daftar yang sama.",
     "\"kembali\" names the printed number of an earlier step of the same list.")
DIAG(HOURS_DAY, "hours-day", DIAG_ERROR,
     "hari \"%1\" tidak terbaca", "the days \"%1\" cannot be read",
     "tulis seperti \"Senin–Kamis\", \"Sabtu, Minggu\", atau \"Setiap hari termasuk hari libur\"", "write them like \"Senin–Kamis\", \"Sabtu, Minggu\" or \"Setiap hari termasuk hari libur\" (holidays, too)",
     "Jam layanan dipakai untuk menghitung kapan layanan selesai.", "Service hours are used to compute when a service is done.")
DIAG(HOURS_TIME, "hours-time", DIAG_ERROR,
     "jam \"%1\" tidak terbaca", "the hours \"%1\" cannot be read",
     "tulis seperti \"07.30–16.00\", \"24 jam\", atau \"tutup\"", "write them like \"07.30–16.00\", \"24 jam\" or \"tutup\"",
     "Jam layanan dipakai untuk menghitung kapan layanan selesai.", "Service hours are used to compute when a service is done.")
DIAG(HOURS_BACKWARDS, "hours-backwards", DIAG_ERROR,
     "jam \"%1\" berakhir sebelum mulai", "the hours \"%1\" end before they begin",
     "bila buka melewati tengah malam, tulis \"%2\"; bila tertukar, tulis jam mulai lebih dulu|tulis jam mulai lebih dulu, misalnya \"07.30–16.00\"",
     "if it is open past midnight, write \"%2\"; if they are swapped, write the beginning first|write the beginning first, for example \"07.30–16.00\"",
     "Rentang yang melewati tengah malam ditulis dalam dua baris.", "A range across midnight is written as two rows.")
DIAG(HOURS_BREAK, "hours-break", DIAG_ERROR,
     "istirahat \"%1\" tidak berada di dalam jam buka \"%2\"", "the break \"%1\" is not inside the hours \"%2\"",
     "tulis seperti \"12.00–13.00\"", "write it like \"12.00–13.00\"",
     "Waktu istirahat tidak dihitung sebagai jam layanan.", "The break does not count as service time.")
DIAG(HOURS_OVERLAP, "hours-overlap", DIAG_ERROR,
     "jam ini bertabrakan dengan baris lain untuk hari yang sama", "these hours overlap another row of the same day",
     "gabungkan barisnya atau perbaiki harinya", "join the rows or correct the day",
     "Satu hari hanya dapat punya satu susunan jam.", "A day can have one set of hours only.")
DIAG(HOURS_MANY, "hours-many", DIAG_ERROR,
     "dengan \"%1\" satu hari buka lebih dari empat kali", "with \"%1\" a day has more than four opening times",
     "gabungkan jam yang berdekatan", "join hours that are close to each other",
     "Satu hari dapat memuat paling banyak empat rentang jam buka, sudah terhitung yang terpotong istirahat.",
     "A day can hold four opening times at most, counting those that a break cuts in two.")
DIAG(PERIOD_BACKWARDS, "period-backwards", DIAG_ERROR,
     "masa ini berakhir %1, sebelum mulai %2", "this period ends on %1, before it begins on %2",
     "tukar tanggalnya, atau periksa tahunnya", "exchange the dates, or check the year",
     "Masa yang berakhir sebelum mulai tidak pernah berlaku, jadi jam khususnya tidak dipakai.",
     "A period that ends before it begins never holds, so its hours would not be used.")
DIAG(HOURS_ZONE, "hours-zone", DIAG_ERROR,
     "zona waktu di \"%1\" lain daripada zona instansi (%2)", "the time zone in \"%1\" is not the agency's (%2)",
     "hapus zonanya, atau isi \"zona_waktu\" di instansi.yaml", "delete the zone, or set \"zona_waktu\" in instansi.yaml",
     "Semua jam sebuah instansi memakai satu zona waktu.", "All hours of an agency are in one time zone.")
DIAG(LEVEL_TAG_UNKNOWN, "level-tag-unknown", DIAG_ERROR,
     "tidak ada temuan bernama \"%1\"", "there is no finding called \"%1\"",
     "salin namanya dari kurung siku di akhir pesan", "copy its name from the brackets at the end of a message",
     "Nama temuan terlihat di setiap pesan dan di `maklumat explain`.", "The names are shown with every message and by `maklumat explain`.")
DIAG(LEVEL_UNKNOWN, "level-unknown", DIAG_ERROR,
     "tingkat \"%1\" tidak dikenal", "the level \"%1\" is not known",
     "tulis catatan, peringatan, atau kesalahan", "write note, warning or error",
     "Hanya ada tiga tingkat temuan yang dapat dipilih.", "There are three levels to choose from.")
DIAG(TOPIC_UNKNOWN, "topic-unknown", DIAG_WARNING,
     "keperluan \"%1\" tidak ada di keperluan.yaml, jadi tidak ditampilkan", "the topic \"%1\" is not in keperluan.yaml, so it is not shown",
     "tulis \"%2\", atau tambahkan topiknya di keperluan.yaml|tambahkan topiknya di keperluan.yaml", "write \"%2\", or add the topic to keperluan.yaml|add the topic to keperluan.yaml",
     "Nama topik untuk warga ditulis sekali, di keperluan.yaml.", "The citizen's name of a topic is written once, in keperluan.yaml.")
DIAG(HOLIDAY_NAME, "holiday-name", DIAG_ERROR,
     "\"%1\" tidak menyebut tahun yang dapat dipakai", "\"%1\" names no year that can be used",
     "ubah namanya menurut tahun hari liburnya, misalnya \"libur-2026.yaml\"", "rename it after the year of its holidays, for example \"libur-2026.yaml\"",
     "Tahun di nama berkas menyatakan kalender tahun itu lengkap; yang dapat dipakai ialah 1900 sampai 9999.",
     "The year in the file's name says that this year's calendar is complete; 1900 to 9999 can be used.")
DIAG(HOLIDAY_YEAR, "holiday-year", DIAG_ERROR,
     "tanggal %1 bukan di tahun %2", "the date %1 is not in the year %2",
     "pindahkan ke berkas libur tahun itu", "move it to that year's file",
     "Tahun di nama berkas menyatakan kalender tahun itu lengkap; tenggat hanya dihitung di dalamnya.",
     "The year in the file's name says that this year's calendar is complete; deadlines are computed only inside it.")
DIAG(LANGUAGE_BAD, "language-bad", DIAG_ERROR,
     "\"%1\" bukan kode bahasa", "\"%1\" is not the code of a language",
     "tulis kode dua atau tiga huruf kecil, misalnya id atau en", "write a code of two or three small letters, for example id or en",
     "Kode ini memberi tahu pembaca layar bahasa halaman, dan dipakai di nama berkas terjemahan seperti akta.en.md.",
     "The code tells screen readers the language of a page, and names the files of translations such as akta.en.md.")
DIAG(LANGUAGES_MANY, "languages-many", DIAG_ERROR, /* %1 = the limit */
     "lebih dari %1 bahasa", "more than %1 languages",
     "hapus bahasa yang ini dan sesudahnya", "delete this language and those behind it",
     "Setiap bahasa membuat semua halaman sekali lagi. Situs layanan publik memakai satu atau dua; batas ini menjaga agar salah tempel tidak "
     "memenuhi memori.",
     "Every language makes all pages once more. Sites of public services have one or two; the limit keeps a mistake in pasting from "
     "filling the memory.")
DIAG(THEME_MISSING, "theme-missing", DIAG_ERROR,
     "tidak ada folder tema bernama \"%1\"", "there is no theme folder called \"%1\"",
     "hapus \"tema:\" untuk memakai tema bawaan, atau buat temanya dengan maklumat new theme", "delete \"tema:\" for the theme that is built in, or make one with maklumat new theme",
     "Tema adalah folder di themes/ proyek, atau jalur sebuah folder. Tanpa folder itu halaman tidak dapat dibuat seperti yang diminta.",
     "A theme is a folder in the project's themes/, or the path of a folder. Without it pages cannot look as they were meant to.")
DIAG(VALUE_TWICE, "value-twice", DIAG_WARNING,
     "\"%1\" sudah disebut di baris %2, jadi yang ini tidak dipakai", "\"%1\" is named in line %2 already, so this one is not used",
     "hapus atau ganti yang ini", "delete this one, or write another",
     "Satu topik, bahasa, atau ukuran poster cukup disebut sekali. Yang kedua tidak dapat punya halaman atau berkas sendiri.",
     "A topic, a language or a size of posters is named once. A second one can have no page or file of its own.")
DIAG(SITE_URL_BAD, "site-url-bad", DIAG_ERROR,
     "alamat situs \"%1\" tidak dapat dipakai", "the site's address \"%1\" cannot be used",
     "tulis alamat folder situsnya: \"%2\"|tulis lengkap, tanpa spasi, dan diakhiri garis miring, misalnya https://contoh.example/layanan/",
     "write the address of the site's folder: \"%2\"|write it in full, without spaces, with a slash at the end, for example https://contoh.example/layanan/",
     "Alamat ini dicetak sebagai kode QR dan masuk ke peta situs.", "This address is printed as a QR code and goes into the sitemap.")
DIAG(SITE_TARGET_BAD, "site-target-bad", DIAG_ERROR,
     "tujuan kiriman \"%1\" tidak terbaca", "the delivery's target \"%1\" cannot be read",
     "tulis misalnya ftps://pengguna@ftp.contoh.example/public_html, sftp://pengguna@server/~/www, atau nama folder", "write for example ftps://user@ftp.contoh.example/public_html, sftp://user@server/~/www or the name of a folder",
     "`maklumat deploy` mengirim situs ke tujuan ini bila tidak ada yang lain ditulis di perintahnya.", "`maklumat deploy` delivers the site to this target when its command line names no other.")
DIAG(SITE_TARGET_PASSWORD, "site-target-password", DIAG_ERROR,
     "kunci \"%1\" memuat sandi", "the key \"%1\" holds a password",
     "hapus titik dua dan sandi di depan @, ganti sandinya di panel hosting, lalu simpan yang baru di ~/.netrc", "remove the colon and the password before the @, change the password in your hosting panel, and keep the new one in ~/.netrc",
     "Folder isi dibagikan kepada orang lain; sandi di dalamnya memberi mereka kuasa atas situs. Baris itu tidak ditampilkan di sini agar sandinya tidak tersebar.", "A content folder is shared with others; a password in it gives them power over the site. The line is not shown here so that the password does not spread.")
DIAG(FRONT_MATTER_MISSING, "front-matter-missing", DIAG_ERROR,
     "berkas ini tidak dimulai dengan baris ---", "this file does not begin with a line ---",
     "mulai dengan ---, lalu \"judul: …\", lalu --- sebelum teks biasa", "begin with ---, then \"judul: …\", then --- before the prose",
     "Kunci berkas layanan ditulis di antara dua baris ---, teks bebas sesudahnya.", "A charter's keys stand between two lines ---, free text after them.")
DIAG(FRONT_MATTER_OPEN, "front-matter-open", DIAG_ERROR,
     "baris --- penutup tidak ada", "the closing line --- is missing",
     "tulis --- di baris sendiri setelah kunci terakhir", "write --- on a line of its own after the last key",
     "Tanpa penutup, teks bebas akan terbaca sebagai kunci.", "Without it the free text would be read as keys.")
DIAG(BODY_TOO_LONG, "body-too-long", DIAG_ERROR,
     "teks keterangan lebih panjang daripada 64 KiB", "the free text is longer than 64 KiB",
     "pindahkan sebagian ke berkas lain dan tautkan", "move a part to another file and link to it",
     "Halaman layanan harus ringan di ponsel murah.", "A service page must be light on a cheap phone.")
DIAG(KEY_IN_BODY, "key-in-body", DIAG_WARNING, /* %2 = the line of the closing --- */
     "kunci \"%1:\" berada di bawah garis --- di baris %2, jadi terbit sebagai keterangan biasa",
     "the key \"%1:\" stands below the line --- in line %2, so it is published as plain prose",
     "hapus garis --- di baris %2; garis penutup ditulis sesudah kunci terakhir", "delete the line --- in line %2; the closing one follows the last key",
     "Kunci berkas layanan ditulis di antara dua garis ---; yang di bawahnya teks bebas, bukan komponen standar.",
     "A charter's keys stand between two lines ---; what is below is free text and no component.")
DIAG(MARKDOWN_HTML, "markdown-html", DIAG_WARNING,
     "HTML tidak dijalankan, melainkan ditampilkan sebagai teks: %1", "HTML is not run but shown as text: %1",
     "hapus tanda itu; di keterangan di bawah garis --- dapat dipakai tanda Markdown: **tebal**, *miring*, [tautan](alamat)",
     "delete it; prose below the line --- may use Markdown: **bold**, *italic*, [link](address)",
     "HTML di dalam isi dapat merusak halaman atau menjalankan skrip di ponsel warga.", "HTML in content can break a page or run a script on the citizen's phone.")
DIAG(MARKDOWN_TABLE, "markdown-table", DIAG_WARNING,
     "tabel tidak dikenal di keterangan, jadi tampil sebagai garis dan tanda |", "prose knows no tables, so this one is shown as bars and dashes",
     "tulis sebagai daftar, satu baris satu butir: \"- KTP: 1 lembar\"; tarif ditulis di \"biaya: {tarif: …}\"",
     "write a list, an item a line: \"- KTP: 1 lembar\"; prices go under \"biaya: {tarif: …}\"",
     "Tabel lebar tidak terbaca di ponsel, dan tidak termasuk CommonMark.", "Wide tables cannot be read on a phone and are not part of CommonMark.")
DIAG(MARKDOWN_HEADING, "markdown-heading", DIAG_WARNING, /* %2 = the signs */
     "sesudah tanda # pada judul harus ada spasi", "a blank must follow the # of a heading",
     "tulis: %2 %1", "write: %2 %1",
     "Tanpa spasi baris ini terbit sebagai teks biasa dengan tanda # (CommonMark 4.2).", "Without it the line is published as plain text with the # (CommonMark 4.2).")
DIAG(MARKDOWN_ADDRESS, "markdown-address", DIAG_WARNING,
     "alamat \"%1\" memuat spasi, jadi tidak menjadi tautan", "the address \"%1\" holds a blank, so it is no link",
     "apit alamatnya dengan < dan >: (<%1>)", "put the address between < and >: (<%1>)",
     "Alamat tautan berakhir pada spasi (CommonMark 6.3), sehingga tanda kurungnya tampil apa adanya.", "A link's address ends at a blank (CommonMark 6.3), so the brackets are shown as they stand.")
DIAG(MARKDOWN_LIST, "markdown-list", DIAG_WARNING,
     "baris yang diawali tanda ini tidak menjadi butir: %1", "a line that begins so is no list item: %1",
     "awali setiap butir dengan tanda hubung dan spasi, sesudah satu baris kosong", "begin each item with a hyphen and a blank, below an empty line",
     "CommonMark mengenal \"- \", \"* \", \"+ \", dan \"1. \" sebagai butir; selain itu baris-barisnya disambung menjadi satu paragraf.",
     "CommonMark knows \"- \", \"* \", \"+ \" and \"1. \" as items; other lines are joined into one paragraph.")
DIAG(MARKDOWN_SIGN, "markdown-sign", DIAG_WARNING,
     "tanda \"%1\" tidak dikenal di keterangan, jadi tampil apa adanya", "the sign \"%1\" is not known in prose, so it is shown as it stands",
     "hapus tanda itu", "delete the sign",
     "Coretan, catatan kaki, dan kotak centang tidak termasuk CommonMark.", "Struck words, footnotes and task boxes are not part of CommonMark.")
DIAG(MARKDOWN_FENCE, "markdown-fence", DIAG_WARNING,
     "kata di belakang ``` atau ~~~ tidak tampil: %1", "words behind ``` or ~~~ are not shown: %1",
     "pindahkan ke baris di bawahnya, atau hapus",
     "put them on the line below, or delete them",
     "Tiga tanda itu membuka kotak berhuruf mesin tik; kata pada baris yang sama dibaca sebagai nama bahasa pemrograman (CommonMark 4.5).",
     "The three signs open a box of typewriter letters; words on their line are taken for the name of a programming language (CommonMark 4.5).")
DIAG(TRANSLATION_NUMBERS, "translation-numbers", DIAG_WARNING, /* %1 = here, %2 = in the original */
     "angka terjemahan berbeda dari naskah asli (%1 di sini, %2 di sana), jadi bagian ini tampil dalam bahasa asli", "the numbers of the translation differ from the original (%1 here, %2 there), so this part is shown in the original language",
     "cocokkan dengan naskah asli", "make them agree with the original",
     "Terjemahan menyampaikan standar yang sama; jumlah, hari, dan tarif yang lain menjanjikan hal yang lain.",
     "A translation gives the same standard; other amounts, days or prices promise something else.")
DIAG(TRANSLATION_COUNT, "translation-count", DIAG_WARNING,
     "\"%1\" punya %2 butir, naskah asli %3, jadi bagian ini tampil dalam bahasa asli", "\"%1\" has %2 items, the original has %3, so this part is shown in the original language",
     "terjemahkan semua butir dalam urutan yang sama", "translate every item in the same order",
     "Daftar diterjemahkan seutuhnya, agar tidak ada syarat atau langkah yang hilang dalam bahasa lain.",
     "Lists are translated whole, so that no requirement or step is lost in another language.")
DIAG(TRANSLATION_VALUE, "translation-value", DIAG_WARNING, /* %1 key, %2 = here, %3 = in the original; – where it is not written */
     "\"%1\" berbeda dari naskah asli (%2 di sini, %3 di sana), jadi bagian ini tampil dalam bahasa asli", "\"%1\" differs from the original (%2 here, %3 there), so this part is shown in the original language",
     "hapus \"%1\" dari terjemahan, atau samakan dengan naskah asli", "delete \"%1\" from the translation, or write it as the original has it",
     "Jenis biaya, cara mengajukan, dan akhir langkah sama untuk semua bahasa; yang lain di terjemahan menjanjikan hal yang lain.",
     "The kind of fee, the way to apply and where steps end are the same in every language; another one in a translation promises something else.")
DIAG(TRANSLATION_LANG, "translation-lang", DIAG_WARNING,
     "bahasa \"%1\" tidak ada di \"bahasa\" situs.yaml, jadi terjemahan ini tidak terbit", "the language \"%1\" is not in \"bahasa\" of situs.yaml, so this translation is not published",
     "tambahkan \"%1\" ke \"bahasa\" di situs.yaml", "add \"%1\" to \"bahasa\" in situs.yaml",
     "Situs menampilkan bahasa yang disebut di situs.yaml saja.", "The site shows the languages named in situs.yaml only.")
DIAG(TRANSLATION_OWN, "translation-own", DIAG_WARNING,
     "\"%1\" adalah bahasa naskah asli, jadi terjemahan ini tidak terbit", "\"%1\" is the language of the originals, so this translation is not published",
     "pindahkan isinya ke naskah asli \"%2.md\", lalu hapus berkas ini", "move what it holds to the original \"%2.md\", then delete this file",
     "Bahasa pertama di situs.yaml, atau bahasa Indonesia bila tidak diisi, adalah bahasa naskah asli.",
     "The first language of situs.yaml, Indonesian without one, is that of the originals.")
DIAG(SITE_MISSING, "site-missing", DIAG_NOTE,
     "situs.yaml belum ada", "there is no situs.yaml",
     "buat situs.yaml dengan baris \"nama: Maklumat Pelayanan\"", "make a situs.yaml with the line \"nama: Maklumat Pelayanan\"",
     "Berkas ini memberi nama dan alamat situs.", "This file gives the site its name and address.")
DIAG(CONTENT_EMPTY, "content-empty", DIAG_ERROR,
     "tidak ada instansi di folder ini", "there is no agency in this folder",
     "buat folder dengan instansi.yaml, atau jalankan `maklumat new agency`", "make a folder with instansi.yaml, or run `maklumat new agency`",
     "Situs dibuat dari folder instansi; tanpa itu tidak ada yang dapat diterbitkan.", "A site is made from agencies' folders; without one there is nothing to publish.")

/* Journeys of situs.yaml. %1 = what is written there, %2 = the likely correction. */
DIAG(JOURNEY_LINK, "journey-link", DIAG_WARNING,
     "langkah peristiwa ini tidak menuju halaman mana pun", "this step of a journey leads to no page",
     "isi \"tautan:\" dengan berkas layanan (kab-x/dinas/akta.md) atau alamat web, atau \"layanan_serupa:\"", "give \"tautan:\" a charter's file (kab-x/dinas/akta.md) or a web address, or give \"layanan_serupa:\"",
     "Urutan peristiwa mengantar warga dari satu layanan ke layanan berikutnya; langkah tanpa tujuan tampil sebagai teks biasa, dan tanpa \"teks:\" tidak tampil.", "A journey leads people from one service to the next; a step that leads nowhere is shown as plain text, and without \"teks:\" not at all.")
DIAG(JOURNEY_COMPARISON, "journey-comparison", DIAG_WARNING,
     "tidak ada layanan dengan \"layanan_serupa: %1\"", "no charter has \"layanan_serupa: %1\"",
     "tulis \"%2\"|periksa ejaannya, atau isi \"tautan:\" saja", "write \"%2\"|check the spelling, or give \"tautan:\" instead",
     "Langkah ini menuju halaman perbandingan, yang ada bila sedikitnya satu layanan memakai nama itu.", "The step leads to a comparison, which is there when at least one charter has the name.")
DIAG(JOURNEY_WITHDRAWN, "journey-withdrawn", DIAG_WARNING,
     "langkah ini menuju layanan yang sudah dicabut: \"%1\"", "this step leads to a withdrawn service: \"%1\"",
     "tulis layanan penggantinya, atau hapus langkahnya", "write the service that took its place, or delete the step",
     "Warga diantar ke layanan yang tidak dilayani lagi.", "People are led to a service that is no longer given.")
DIAG(JOURNEY_UNUSED, "journey-unused", DIAG_WARNING,
     "tidak ada layanan dengan \"peristiwa: [%1]\", jadi halamannya tidak dibuat", "no charter has \"peristiwa: [%1]\", so there is no page for it",
     "tambahkan \"peristiwa: [%1]\" pada layanan yang bersangkutan", "add \"peristiwa: [%1]\" to the charters concerned",
     "Urutan tampil di halaman peristiwanya, dan halaman itu mendaftar layanan yang menyebutnya.", "A journey stands on the page of its event, which lists the charters that name it.")

/* Links. %1 = the address, %2 = the likely correction. */
DIAG(LINK_MISSING, "link-missing", DIAG_ERROR,
     "berkas \"%1\" tidak ada", "there is no file \"%1\"",
     "tulis \"%2\", atau salin berkasnya ke folder berkas layanan ini|periksa ejaan namanya, atau salin berkasnya ke folder berkas layanan ini", "write \"%2\", or copy the file into this charter's folder|check the spelling, or copy the file into this charter's folder",
     "Tautan yang buntu lebih buruk daripada tanpa tautan: warga datang dengan formulir yang salah.",
     "A dead link is worse than none: people arrive with the wrong form.")
DIAG(LINK_OUTSIDE, "link-outside", DIAG_ERROR,
     "\"%1\" menunjuk ke luar folder isi", "\"%1\" points out of the content folder",
     "tulis \"%3\"; berkasnya sudah ada di sini|salin berkasnya ke folder berkas ini, lalu tulis \"%2\"|salin berkasnya ke folder berkas ini, lalu tulis namanya saja",
     "write \"%3\"; the file is here already|copy the file into this file's folder and write \"%2\"|copy the file into this file's folder and write its name alone",
     "Hanya berkas di dalam folder isi yang diterbitkan.", "Only files of the content folder are published.")
DIAG(LINK_ROOTED, "link-rooted", DIAG_ERROR,
     "\"%1\" dimulai dengan garis miring, padahal tautan dihitung dari folder berkas ini", "\"%1\" begins with a slash, but links count from this file's folder",
     "tulis \"%2\"|hapus garis miringnya, lalu tulis jalur dari folder ini: ../ untuk tiap folder di atasnya", "write \"%2\"|take the slash away and write the path from this folder: ../ for each folder above",
     "Situs dapat terletak di dalam folder pada pelayannya, misalnya /maklumat/. Tautan dari akar pelayan lalu menunjuk ke luar situs.",
     "A site may lie in a folder of its server, /maklumat/ for example. A link from the server's root would then lead out of it.")
DIAG(LINK_ANCHOR, "link-anchor", DIAG_WARNING,
     "bagian \"%1\" tidak ada di halaman itu", "the page has no section \"%1\"",
     "tulis judul yang ada di keterangannya (## Cara Mengisi menjadi #cara-mengisi) atau bagian halaman: #siapkan, #langkah, #waktu, #biaya, #adu, atau #dasar; di berkas instansi #layanan, #jam, #profil, #maklumat, #adu, atau #skm", "write a heading of its prose (## Cara Mengisi is #cara-mengisi) or a section of the page: #siapkan, #langkah, #waktu, #biaya, #adu or #dasar; in an agency's file #layanan, #jam, #profil, #maklumat, #adu or #skm",
     "Tautan itu tidak membawa pembaca ke mana pun. Tema sendiri dapat memiliki bagian lain, maka tingkatnya dapat diubah di situs.yaml.",
     "The link takes readers nowhere. A theme of your own may have other sections, so situs.yaml can change the level.")
DIAG(LINK_PERCENT, "link-percent", DIAG_ERROR, /* %2 = the same with %25 */
     "tanda %% di \"%1\" dibaca sebagai awal kode", "the %% in \"%1\" is read as the beginning of a code",
     "tulis \"%2\"", "write \"%2\"",
     "Di dalam alamat, tanda persen memulai kode sebuah huruf (RFC 3986, 2.1); tanda persen sendiri ditulis %25.",
     "In addresses a percent sign begins the code of a character (RFC 3986, 2.1); the sign itself is written %25.")
DIAG(LINK_WORDLESS, "link-wordless", DIAG_WARNING,
     "tautan ke \"%1\" tidak punya kata-kata", "the link to \"%1\" has no words",
     "tulis tujuannya di antara kurung siku: [Formulir permohonan](%1)", "say where it leads between the brackets: [Application form](%1)",
     "Pembaca layar menyebut kata-kata tautan; tanpa itu warga hanya mendengar alamatnya (WCAG 2.2, 2.4.4).",
     "Screen readers speak the words of a link; without them people hear its address (WCAG 2.2, 2.4.4).")
DIAG(LINK_FOREIGN, "link-foreign", DIAG_ERROR,
     "\"%1\" milik instansi lain", "\"%1\" belongs to another agency",
     "salin berkasnya ke folder ini, atau taruh di folder wilayah di atasnya", "copy the file into this folder, or put it in the region's folder above",
     "Halaman sebuah instansi hanya bergantung pada foldernya sendiri dan folder di atasnya, agar tetap utuh bila instansi lain berubah.",
     "An agency's pages depend on its own folder and those above it only, so that they stay whole when others change.")
DIAG(LINK_SCHEME, "link-scheme", DIAG_WARNING,
     "alamat \"%1\" tidak boleh menjadi tautan, jadi ditampilkan sebagai teks", "the address \"%1\" may not be a link, so it is shown as text",
     "tulis alamat yang dimulai dengan https://", "write an address that begins with https://",
     "Hanya http, https, mailto, dan tel yang aman dibuka dari halaman.", "Only http, https, mailto and tel are safe to open from a page.")
DIAG(LINK_BAD, "link-bad", DIAG_WARNING,
     "alamat \"%1\" tidak terbaca, jadi ditampilkan sebagai teks", "the address \"%1\" cannot be read, so it is shown as text",
     "tulis \"%2\"|tulis seperti https://contoh.go.id/halaman", "write \"%2\"|write it like https://contoh.go.id/page",
     "Nama host harus berupa kata-kata yang dipisahkan titik, lalu garis miring.", "A host is words parted by dots, then a slash.")
DIAG(LINK_USER, "link-user", DIAG_WARNING,
     "alamat \"%1\" memuat nama pengguna, jadi ditampilkan sebagai teks", "the address \"%1\" holds a user name, so it is shown as text",
     "tulis \"%2\"|tulis alamat tujuannya tanpa bagian sebelum @", "write \"%2\"|write the address without what stands before the @",
     "Bagian sebelum @ di alamat web adalah nama pengguna. Penipu memakainya untuk menyamarkan situs tujuan.",
     "What stands before @ in a web address is a user name. Fraudsters use it to disguise where a link leads.")
DIAG(LINK_EMAIL, "link-email", DIAG_WARNING,
     "\"%1\" alamat surel, bukan alamat web", "\"%1\" is an e-mail address, not a web address",
     "tulis \"%2\"", "write \"%2\"",
     "Tautan surel diawali mailto:.", "A link to an e-mail address begins with mailto:.")
DIAG(FILE_UNLINKED, "file-unlinked", DIAG_NOTE,
     "berkas ini tidak ditautkan dari berkas layanan mana pun, jadi tidak terbit", "no charter links to this file, so it is not published",
     "tulis \"logo: %2\" di instansi.yaml, atau hapus|tautkan dengan tautan: \"%1\", atau hapus|pindahkan ke folder instansi yang memakainya lalu tautkan, atau hapus",
     "write \"logo: %2\" in instansi.yaml, or delete it|link to it with tautan: \"%1\", or delete it|move it to the folder of the agency that uses it and link to it, or delete it",
     "Hanya berkas yang ditautkan yang ikut diunggah, agar tidak ada berkas yang terbit tanpa sengaja.",
     "Only files that are linked go on the site, so that nothing is published by accident.")
DIAG(ORIGIN_MISSING, "origin-missing", DIAG_ERROR,
     "naskah sumber \"%1\" tidak dapat dibaca", "the source text \"%1\" cannot be read",
     "periksa nama berkasnya; garis miring di depan berarti folder proyek", "check its name; a leading slash means the project's folder",
     "Sumber menunjukkan dari mana teks berkas layanan disalin.", "The source shows where the charter's text was copied from.")

/* Themes. %1 = the name in the template. */
DIAG(THEME_NAME, "theme-name", DIAG_ERROR,
     "templat memakai nama \"%1\" yang tidak ada di halaman ini", "the template uses \"%1\", which this page does not have",
     "lihat nama yang tersedia di docs/tema.md", "see docs/tema.md for the names there are",
     "Nama yang salah membuat bagian halaman kosong tanpa tanda apa pun.", "A wrong name leaves a part of the page empty without a sign.")
DIAG(THEME_PARTIAL, "theme-partial", DIAG_ERROR,
     "tidak ada berkas %1", "there is no file %1",
     "periksa ejaannya, atau buat berkas itu", "check the spelling, or make the file",
     "Bagian yang dipanggil templat (di partials) atau disertakan skrip (di static/js/bagian) harus ada di tema itu atau di tema bawaan.",
     "What a template calls (in partials/) or a script takes in (in static/js/bagian/) must be in the theme or in the default theme.")
DIAG(THEME_LABEL, "theme-label", DIAG_ERROR,
     "label \"%1\" tidak ada", "there is no label \"%1\"",
     "tambahkan \"%1\" di labels.<bahasa>.yaml", "add \"%1\" to labels.<language>.yaml",
     "Kata-kata antarmuka ditulis di berkas label, satu untuk setiap bahasa.", "The words of the interface stand in label files, one for each language.")
DIAG(THEME_BLOCK, "theme-block", DIAG_ERROR,
     "kerangka tidak punya blok \"%1\"", "the layout has no block \"%1\"",
     "pakai salah satu blok yang ada di kerangka", "use one of the layout's blocks",
     "Isi blok yang tidak dikenal kerangka tidak akan tampil.", "What stands in a block the layout does not know is not shown.")
DIAG(THEME_UNCLOSED, "theme-unclosed", DIAG_ERROR,
     "\"%1\" dibuka tetapi tidak ditutup", "\"%1\" is opened and never closed",
     "tambahkan {{/%1}}", "add {{/%1}}",
     "Bagian yang tidak ditutup menelan sisa halaman.", "A section that is not closed swallows the rest of the page.")
DIAG(THEME_CLOSE, "theme-close", DIAG_ERROR,
     "{{/%1}} menutup bagian yang tidak sedang terbuka", "{{/%1}} closes a section that is not open",
     "periksa urutan buka dan tutup", "check the order of opening and closing",
     "Bagian ditutup dalam urutan terbalik dari pembukaannya.", "Sections are closed in the reverse order of opening.")
DIAG(THEME_TAG, "theme-tag", DIAG_ERROR,
     "tanda \"%1\" tidak terbaca", "the tag \"%1\" cannot be read",
     "tulis seperti {{nama}}, {{#nama}}…{{/nama}}, atau {{>berkas}}", "write it like {{name}}, {{#name}}…{{/name}} or {{>file}}",
     "Templat memakai bahasa Mustache.", "Templates are written in Mustache.")
DIAG(THEME_RAW, "theme-raw", DIAG_ERROR,
     "\"%1\" teks biasa, tidak boleh ditulis dengan {{{…}}}", "\"%1\" is plain text and may not be written with {{{…}}}",
     "tulis {{%1}}", "write {{%1}}",
     "Hanya nilai bertipe html yang aman ditampilkan tanpa diloloskan; yang lain dapat memuat skrip.", "Only values of type html are safe unescaped; others may hold a script.")
DIAG(THEME_NOT_TEXT, "theme-not-text", DIAG_ERROR,
     "\"%1\" bukan teks", "\"%1\" is not a text",
     "pakai sebagai bagian: {{#%1}}…{{/%1}}", "use it as a section: {{#%1}}…{{/%1}}",
     "Daftar, objek, dan nilai ya/tidak tidak punya bentuk tulis.", "Lists, objects and truth values have no written form.")
DIAG(THEME_UNSUPPORTED, "theme-unsupported", DIAG_ERROR,
     "\"%1\" tidak didukung di sini", "\"%1\" is not supported here",
     "pakai nama tetap", "use a fixed name",
     "Nama dinamis dan lambda membuat templat tidak dapat diperiksa lebih dahulu.", "Dynamic names and lambdas would make templates impossible to check in advance.")
DIAG(THEME_DROPPED, "theme-dropped", DIAG_WARNING,
     "teks di luar blok di dalam \"%1\" tidak ditampilkan", "text outside a block inside \"%1\" is not shown",
     "pindahkan ke dalam {{$blok}}…{{/blok}}", "move it into {{$block}}…{{/block}}",
     "Halaman yang memakai kerangka hanya mengisi bloknya.", "A page that uses a layout fills its blocks only.")
DIAG(THEME_DEEP, "theme-deep", DIAG_ERROR,
     "\"%1\" bersarang terlalu dalam", "\"%1\" is nested too deeply",
     "periksa apakah sebuah bagian memanggil dirinya sendiri", "check whether a part calls itself",
     "Batas 64 tingkat menghentikan templat yang tidak berujung.", "A limit of 64 levels stops templates without end.")
DIAG(THEME_BIG, "theme-big", DIAG_ERROR,
     "\"%1\" lebih besar daripada 1 MiB", "\"%1\" is larger than 1 MiB",
     "pecah menjadi beberapa berkas", "split it into several files",
     "Templat sebesar itu hampir pasti berkas yang salah.", "A template that big is almost certainly the wrong file.")
DIAG(THEME_UNREADABLE, "theme-unreadable", DIAG_ERROR,
     "\"%1\" ada di folder tema, tetapi tidak dapat dibaca", "\"%1\" is in the theme's folder but cannot be read",
     "ganti dengan berkas biasa (bukan tautan) yang boleh dibaca, paling besar 4 MiB; atau hapus, maka bagian bawaan yang dipakai",
     "replace it by a plain file (no link) of at most 4 MiB that may be read; or delete it, and what is built in is used",
     "Tautan tidak diikuti, karena dapat menunjuk ke luar tema. Memakai bagian bawaan diam-diam akan menerbitkan halaman yang bukan dimaksud.",
     "Links are not followed, since they may lead out of the theme. Using the built-in part without a word would publish pages nobody meant.")
DIAG(THEME_EMPTY, "theme-empty", DIAG_ERROR,
     "berkas tema \"%1\" kosong", "the theme's file \"%1\" is empty",
     "isi berkas itu, atau hapus, maka bagian bawaan yang dipakai", "fill it, or delete it, and what is built in is used",
     "Templat, lembar gaya, skrip, atau gambar tanpa isi membuat halaman tampil rusak tanpa tanda apa pun.",
     "A template, style sheet, script or picture without content spoils the pages without a sign.")
DIAG(PAGE_TOO_BIG, "page-too-big", DIAG_ERROR, /* %1 = path of the page */
     "halaman %1 melebihi batas (128 MiB, atau 100 juta langkah templat), jadi tidak dapat dibuat",
     "the page %1 is beyond the limits (128 MiB, or 100 million steps of a template) and cannot be made",
     "bila temanya milik sendiri, hapus bagian yang berulang di dalam bagian berulang; bila tidak, bagi layanannya atas beberapa folder instansi, misalnya satu per UPT",
     "if the theme is your own, remove loops inside loops; if not, divide the services into several agencies' folders, one a UPT for example",
     "Halaman lain menautkannya, jadi situs tidak diterbitkan tanpa halaman ini. Halaman sebesar itu juga tidak terbuka di ponsel.",
     "Other pages link to it, so the site is not published without it. Nor would a phone open a page of that size.")
DIAG(PATH_TAKEN, "path-taken", DIAG_ERROR,
     "alamat \"%1\" sudah dipakai halaman lain", "the address \"%1\" is taken by another page",
     "ubah nama berkas ini; bila alamat_lama yang memakainya, hapus baris itu", "rename this file; where alamat_lama has the address, delete that line",
     "Dua keluaran tidak dapat menempati satu alamat; yang satu akan hilang tanpa pemberitahuan.", "Two outputs cannot have one address; one of them would silently be lost.")
DIAG(PATH_CLASH, "path-clash", DIAG_ERROR, /* %2 = what is in the way; a folder ends in a slash */
     "alamat \"%1\" bertabrakan dengan \"%2\": satu nama tidak dapat menjadi berkas dan folder sekaligus",
     "the address \"%1\" clashes with \"%2\": one name cannot be both a file and a folder",
     "ubah nama berkas ini; bila alamat_lama yang memakainya, hapus baris itu", "rename this file; where alamat_lama has the address, delete that line",
     "Situs disimpan sebagai berkas di dalam folder. Bila a.html sudah menjadi berkas, tidak ada tempat untuk a.html/b.html.",
     "A site is stored as files in folders. Where a.html is a file there is no room for a.html/b.html.")
DIAG(PATH_CASE, "path-case", DIAG_WARNING, /* %2 = the other */
     "alamat \"%1\" dan \"%2\" hanya berbeda huruf besar dan kecil", "the addresses \"%1\" and \"%2\" differ in capital letters only",
     "ubah salah satu namanya; huruf kecil semua paling aman", "rename one of them; small letters throughout are safest",
     "Windows, macOS, flashdisk, dan sebagian server FTP menganggap keduanya sama, sehingga yang satu menimpa yang lain saat disalin atau diunggah. Bila folder situsnya sendiri ada di tempat seperti itu, temuan ini menjadi kesalahan.",
     "Windows, macOS, USB sticks and some FTP servers take both for one, so that one overwrites the other when copied or uploaded. Where the site's own folder is such a place, this is an error.")
DIAG(PATH_PROGRAM, "path-program", DIAG_WARNING, /* %2 = the path of the forwarding page */
     "alamat lama \"%1\" dahulu dilayani program; halaman penerusnya menjadi \"%2\", dan alamat lamanya sendiri tetap tidak terbuka",
     "the former address \"%1\" was a program's; its forwarding page is \"%2\", and the address itself still opens nothing",
     "hapus baris ini, dan teruskan dari pelayannya: tulis \"Redirect 301 /%1 …\" dengan alamat barunya dalam content/statis/.htaccess", "delete this line and forward on the server: write \"Redirect 301 /%1 …\" with the new address in content/statis/.htaccess",
     "Situs ini hanya berkas. Pelayan menjalankan atau mengunduhkan berkas berakhiran .php dan sejenisnya, tidak menampilkannya sebagai halaman.",
     "This site is files only. A server runs files that end in .php and the like, or offers them for download; it does not show them as pages.")
DIAG(PATH_CONTROL, "path-control", DIAG_ERROR,
     "nama berkas \"%1\" memuat karakter kendali, misalnya ganti baris", "the file name \"%1\" holds a control character, a line end for example",
     "ubah nama berkasnya; huruf kecil, angka, dan tanda hubung paling aman", "rename the file; small letters, digits and hyphens are safest",
     "Karakter kendali tidak terlihat, dan alamat yang memuatnya tidak dapat diketik maupun diunggah dengan FTP.",
     "Control characters are invisible, and an address that holds one can neither be typed nor uploaded by FTP.")
DIAG(PAGE_VANISHED, "page-vanished", DIAG_ERROR,
     "halaman %1 sudah terbit, tetapi berkas layanannya tidak ada lagi", "the page %1 is published, but its charter is gone",
     "bila pindah, tulis \"alamat_lama: %1\" di berkas layanan yang baru; bila dicabut, kembalikan berkasnya dan tulis \"status: dicabut\"; --force menghapusnya", "if it moved, write \"alamat_lama: %1\" in the new charter; if it was withdrawn, bring the file back and write \"status: dicabut\"; --force deletes it",
     "Alamat halaman layanan tercetak sebagai kode QR di poster dan dipakai bertahun-tahun. Halaman yang hilang tanpa pengganti membuat warga menemui jalan buntu.",
     "A service page's address is printed as a QR code on posters and used for years. A page that vanishes without a successor leaves citizens at a dead end.")
DIAG(TRANSLATION_VANISHED, "translation-vanished", DIAG_ERROR, /* %2 = the language that the site has given up */
     "halaman terjemahan %1 sudah terbit, tetapi kini tidak dibuat lagi", "the translated page %1 is published, but is not made any more",
     "tulis \"%2\" lagi di \"bahasa\" dalam situs.yaml; --force menghapus semua halaman bahasa itu|kembalikan berkas terjemahannya, atau tulis \"alamat_lama: %1\" di naskah aslinya; --force menghapus halamannya",
     "write \"%2\" in \"bahasa\" of situs.yaml again; --force deletes all pages in that language|bring the translation's file back, or write \"alamat_lama: %1\" in its original; --force deletes the page",
     "Alamat itu tercetak sebagai kode QR di poster berbahasa itu dan disimpan warga. Halaman yang hilang tanpa pengganti membuat mereka menemui jalan buntu.",
     "Its address is printed as a QR code on the posters in that language, and kept by citizens. A page that vanishes without a successor leaves them at a dead end.")
DIAG(AGENCY_VANISHED, "agency-vanished", DIAG_ERROR, /* %1 = its folder, %2 = how many services */
     "halaman instansi \"%1\" dan %2 layanannya sudah terbit, tetapi foldernya tidak ada lagi", "the pages of the agency \"%1\" and its %2 services are published, but their folder is gone",
     "bila foldernya berganti nama, tulis \"alamat_lama: %1\" dalam instansi.yaml di folder yang baru; bila instansinya bubar, --force menghapus halamannya", "if the folder was renamed, write \"alamat_lama: %1\" in the instansi.yaml of the new folder; if the agency is gone, --force deletes the pages",
     "Satu baris itu meneruskan halaman semua layanannya. Alamatnya tercetak sebagai kode QR di poster dan dipakai bertahun-tahun.",
     "That one line forwards the pages of all its services. Their addresses are printed as QR codes on posters and used for years.")
DIAG(ADDRESS_VANISHED, "address-vanished", DIAG_ERROR,
     "halaman %1 sudah terbit, tetapi berkas di statis/ atau alamat_lama yang membuatnya tidak ada lagi", "the page %1 is published, but the file in statis/ or the alamat_lama that made it is gone",
     "kembalikan berkas \"content/statis/%1\", atau tulis \"alamat_lama: %1\" di berkas layanan penggantinya; --force menghapus halamannya", "bring the file \"content/statis/%1\" back, or write \"alamat_lama: %1\" in the charter that replaces it; --force deletes the page",
     "Alamat yang pernah terbit dapat tercetak di poster dan ditautkan dari situs lain. Halaman yang hilang tanpa pengganti membuat warga menemui jalan buntu.",
     "An address that was published may be printed on posters and linked from other sites. A page that vanishes without a successor leaves citizens at a dead end.")

/* The audit: what the law asks for. %1 = number, %2 = name, %3 = key of the component. */
DIAG(COMPONENT_SHARED, "component-shared", DIAG_WARNING, /* %1 = numbers, %2 = services, %3 = keys */
     "komponen %1 belum ada di %2 layanan instansi ini", "%2 services of this agency lack the components %1",
     "tulis sekali untuk semua layanan di bawah \"bawaan:\" dalam berkas ini, dengan isi dari SK: %3|tulis sekali untuk semua layanan: \"pengaduan:\" dalam berkas ini",
     "write them once for all services under \"bawaan:\" in this file, as the decree has them: %3|write it once for all services: \"pengaduan:\" in this file",
     "Komponen 7 sampai 14 (PermenPANRB 15/2014) dan pengaduan biasanya sama untuk semua layanan satu instansi; layanan yang tidak "
     "menulisnya memakai yang ada di instansi.yaml.",
     "Components 7 to 14 (PermenPANRB 15/2014) and complaints are usually the same for all services of an agency; a service that "
     "does not have them uses those of instansi.yaml.")
DIAG(COMPONENT_MISSING, "component-missing", DIAG_WARNING, /* %1, %2, %3: one or several */
     "komponen %1 belum ada: %2", "component %1 is not there: %2",
     "tambahkan kunci \"%3\" dengan isi dari SK", "add the key \"%3\" with what the decree says",
     "UU 25/2009 pasal 21 dan PermenPANRB 15/2014 mewajibkan 14 komponen standar pelayanan. Enam yang pertama harus dipublikasikan. "
     "Komponen 6 sampai 14 yang sama untuk semua layanan cukup ditulis sekali di instansi.yaml: pengaduan: dan bawaan:.",
     "Law 25/2009 art. 21 and PermenPANRB 15/2014 require 14 components of a service standard. The first six must be published. "
     "Components 6 to 14 that all services share are written once, in instansi.yaml: pengaduan: and bawaan:.")
DIAG(COMPONENT_EMPTY, "component-empty", DIAG_WARNING,
     "komponen %1 belum berisi: %2", "component %1 is empty: %2",
     "isi kunci \"%3\" menurut SK", "fill in the key \"%3\" from the decree",
     "Kunci yang ditulis tanpa isi berarti belum ditetapkan, dan tidak diwarisi dari instansi. "
     "Komponen 6 sampai 14 diwarisi dari instansi bila kuncinya dihapus.",
     "A key without a value means: not fixed yet; it is not inherited from the agency. Components 6 to 14 are "
     "inherited from the agency when the key is deleted.")
DIAG(SITE_URL_MISSING, "site-url-missing", DIAG_NOTE,
     "alamat situs belum diisi, jadi kode QR, peta situs, dan umpan tidak dibuat", "the site's address is not set, so there are no QR codes, sitemap and feed",
     "tambahkan \"url: https://contoh.example/\" setelah alamatnya pasti", "add \"url: https://contoh.example/\" once the address is fixed",
     "Kode QR, peta situs, dan umpan memerlukan alamat lengkap. Halamannya sendiri berjalan di folder mana pun.",
     "QR codes, the sitemap and the feed need a full address. The pages themselves work in any folder.")
DIAG(SITE_ROBOTS, "site-robots", DIAG_NOTE, /* %1 = folder, %2 = url */
     "situs berada di folder %1, sedangkan mesin pencari hanya membaca robots.txt di akar host",
     "the site lies in the folder %1, and search engines read robots.txt at the root of the host only",
     "minta pengelola host menambahkan baris \"Sitemap: %2sitemap.xml\" ke robots.txt di akar, atau daftarkan alamat itu di mesin pencari",
     "ask whoever runs the host to add \"Sitemap: %2sitemap.xml\" to the robots.txt at its root, or submit that address to search engines",
     "robots.txt berlaku untuk satu host dan dicari di akarnya saja (RFC 9309, 2.3).", "robots.txt is looked for at the root of a host alone (RFC 9309, 2.3).")

/* The audit: the standing of a standard. */
DIAG(SK_MISSING, "sk-missing", DIAG_WARNING,
     "nomor SK penetapan standar pelayanan belum ada", "the decree that fixed this standard is not named",
     "tambahkan \"sk: …\" dengan nomornya", "add \"sk: …\" with its number",
     "Standar pelayanan ditetapkan oleh pimpinan penyelenggara (UU 25/2009 pasal 20). Tanpa nomor SK warga dan pemeriksa tidak dapat memastikan standar ini berlaku.",
     "A service standard is fixed by the head of the provider (Law 25/2009 art. 20). Without its number neither citizens nor inspectors can tell that it holds.")
DIAG(SK_FILE, "sk-file", DIAG_WARNING, /* %1 = as written */
     "\"%1\" nama berkas, bukan nomor SK", "\"%1\" is the name of a file, not the number of a decree",
     "tulis nomornya, dan berkasnya sebagai tautan: \"sk: {nomor: …, tautan: %1}\"", "write the number, and the file as a link: \"sk: {nomor: …, tautan: %1}\"",
     "Nama berkas tercetak sebagai nomor SK, sedangkan berkasnya sendiri tidak ikut terbit.", "The file's name is printed as the decree's number, and the file itself is not published.")
DIAG(SK_SPACE, "sk-space", DIAG_NOTE,
     "ada spasi di dalam nomor SK: \"%1\"", "there is a space inside the decree's number: \"%1\"",
     "cocokkan dengan SK, lalu hapus spasinya", "compare it with the decree, then delete the space",
     "Spasi seperti ini biasanya berasal dari pergantian baris pada naskah pindaian. Nomor yang tepat memudahkan pencarian SK.",
     "Such a space usually comes from a line end of the scanned decree. The exact number makes the decree easy to find.")
DIAG(EFFECTIVE_MISSING, "effective-missing", DIAG_NOTE,
     "tanggal mulai berlaku belum ada", "the date this standard took effect is not given",
     "tambahkan \"berlaku_sejak: 2024-01-16\" dengan tanggal dari SK", "add \"berlaku_sejak: 2024-01-16\" with the decree's date",
     "Tanggal berlaku memberi tahu warga standar mana yang dipakai untuk permohonannya.",
     "The date tells citizens which standard their application falls under.")
DIAG(REVIEW_MISSING, "review-missing", DIAG_NOTE,
     "tanggal peninjauan terakhir belum ada", "the date of the last review is not given",
     "tambahkan \"ditinjau: 2026-01-16\" dengan tanggal peninjauan", "add \"ditinjau: 2026-01-16\" with the date of the review",
     "PEKPPP (PermenPANRB 29/2022) memberi nilai tertinggi bila standar pelayanan ditinjau setiap tahun.",
     "PEKPPP (PermenPANRB 29/2022) gives the best score where standards are reviewed every year.")
DIAG(REVIEW_YEAR, "review-year", DIAG_NOTE,
     "standar ini terakhir ditinjau lebih dari setahun yang lalu (%1 bulan)", "this standard was last reviewed more than a year ago (%1 months)",
     "tinjau isinya, lalu perbarui \"ditinjau\"", "review it, then update \"ditinjau\"",
     "PEKPPP (PermenPANRB 29/2022) memberi nilai tertinggi bila standar pelayanan ditinjau setiap tahun.",
     "PEKPPP (PermenPANRB 29/2022) gives the best score where standards are reviewed every year.")
DIAG(REVIEW_OVERDUE, "review-overdue", DIAG_WARNING,
     "standar ini terakhir ditinjau lebih dari tiga tahun yang lalu (%1 bulan)", "this standard was last reviewed more than three years ago (%1 months)",
     "tinjau isinya, lalu perbarui \"ditinjau\"", "review it, then update \"ditinjau\"",
     "Syarat, biaya, dan kontak yang berumur tiga tahun kemungkinan besar sudah berubah. PEKPPP menilai peninjauan setiap tahun.",
     "Requirements, fees and contacts that are three years old have probably changed. PEKPPP rates a yearly review.")
DIAG(DATE_FUTURE, "date-future", DIAG_WARNING,
     "tanggal %1 belum terjadi", "the date %1 is in the future",
     "periksa tahunnya", "check the year",
     "Peninjauan dan penetapan hanya dapat terjadi pada tanggal yang sudah lewat.", "Reviews and decrees can only have happened on a day gone by.")

/* The audit: the agency. */
DIAG(HOURS_MISSING, "hours-missing", DIAG_NOTE,
     "jam layanan belum ada, jadi dipakai jam kerja umum", "service hours are not given, so the general working hours are used",
     "tambahkan \"jam_layanan:\" dengan baris \"- {hari: Senin–Kamis, jam: 07.30–16.00, istirahat: 12.00–13.00}\"",
     "add \"jam_layanan:\" with the line \"- {hari: Senin–Kamis, jam: 07.30–16.00, istirahat: 12.00–13.00}\"",
     "Perkiraan selesai dihitung dengan jam layanan. Tanpa itu dipakai Perpres 21/2023, dan halaman menyebutkannya.",
     "The expected end is computed with the service hours. Without them Perpres 21/2023 is used, and the page says so.")
DIAG(ADDRESS_MISSING, "address-missing", DIAG_WARNING,
     "alamat kantor belum ada", "the office address is not given",
     "tambahkan \"alamat: \" dengan alamat lengkap", "add \"alamat: \" with the full address",
     "Warga harus tahu ke mana harus datang.", "Citizens must know where to go.")
DIAG(CONTACT_MISSING, "contact-missing", DIAG_WARNING,
     "telepon, surel, dan kontak lain belum ada", "there is no telephone, e-mail or other contact",
     "tambahkan \"telepon:\", \"email:\", atau \"kontak:\"", "add \"telepon:\", \"email:\" or \"kontak:\"",
     "Warga harus dapat bertanya sebelum berangkat dari rumah.", "Citizens must be able to ask before they leave home.")
DIAG(WEBSITE_MISSING, "website-missing", DIAG_NOTE,
     "situs web instansi belum ada", "the agency's website is not given",
     "tambahkan \"situs_web: https://…\" bila ada", "add \"situs_web: https://…\" if there is one",
     "Tautan ke situs resmi membantu warga memastikan bahwa halaman ini asli.", "A link to the official site helps citizens to see that this page is genuine.")
DIAG(POSTCODE_DOUBTFUL, "postcode-doubtful", DIAG_NOTE,
     "kode pos \"%1\" meragukan", "the post code \"%1\" is doubtful",
     "periksa kode pos kelurahan kantor: lima angka", "check the post code of the office's quarter: five digits",
     "Kode pos Indonesia terdiri atas lima angka; yang berakhir 000 adalah kode kota, bukan kode alamat.",
     "Indonesian post codes have five digits; those that end in 000 stand for a town, not for an address.")
DIAG(ADDRESS_PHONE, "address-phone", DIAG_NOTE,
     "nomor telepon tertulis di dalam alamat: \"%1\"", "a telephone number stands inside the address: \"%1\"",
     "pindahkan ke \"telepon:\"", "move it to \"telepon:\"",
     "Nomor di dalam alamat tidak dapat diketuk di ponsel dan ikut tercetak di peta serta data.", "A number inside the address cannot be tapped on a phone and ends up in maps and data.")
DIAG(FAX_IS_PHONE, "fax-is-phone", DIAG_WARNING,
     "nomor faks %1 sama dengan telepon instansi", "the fax number %1 is also the agency's telephone",
     "periksa nomor mana yang benar untuk faks", "check which number is the fax",
     "Bila satu nomor dipakai untuk keduanya, warga yang menelepon mungkin mendengar nada faks.", "Where one number stands for both, callers may hear a fax tone.")

/* The audit: the pledge (maklumat pelayanan). */
DIAG(PLEDGE_MISSING, "pledge-missing", DIAG_WARNING,
     "maklumat pelayanan belum ada", "the pledge of service is not given",
     "tambahkan \"maklumat:\"; `maklumat new agency` menuliskan teks yang memenuhi syarat", "add \"maklumat:\"; `maklumat new agency` writes a wording that complies",
     "Setiap penyelenggara wajib menyusun dan memublikasikan maklumat pelayanan (UU 25/2009 pasal 22).",
     "Every provider must write and publish a pledge of service (Law 25/2009 art. 22).")
DIAG(PLEDGE_PROMISE, "pledge-promise", DIAG_WARNING,
     "maklumat tidak memuat pernyataan sanggup melayani sesuai standar pelayanan", "the pledge lacks the promise to serve by the standard",
     "tulis misalnya: menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan", "write for example: menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan",
     "Maklumat memuat tiga pernyataan (PermenPANRB 15/2014); yang pertama adalah janji dan kesanggupan melayani sesuai standar.",
     "A pledge holds three statements (PermenPANRB 15/2014); the first is the promise and ability to serve by the standard.")
DIAG(PLEDGE_IMPROVEMENT, "pledge-improvement", DIAG_WARNING,
     "maklumat tidak memuat pernyataan akan melakukan perbaikan terus-menerus", "the pledge lacks the promise to improve continuously",
     "tulis misalnya: memberikan pelayanan sesuai kewajiban dan melakukan perbaikan secara terus-menerus", "write for example: memberikan pelayanan sesuai kewajiban dan melakukan perbaikan secara terus-menerus",
     "Maklumat memuat tiga pernyataan (PermenPANRB 15/2014); yang kedua adalah melayani sesuai kewajiban dan memperbaiki terus-menerus. Inilah yang paling sering terlupa.",
     "A pledge holds three statements (PermenPANRB 15/2014); the second is to serve as obliged and to improve continuously. It is the one most often forgotten.")
DIAG(PLEDGE_SANCTION, "pledge-sanction", DIAG_WARNING,
     "maklumat tidak memuat kesediaan menerima sanksi atau memberi kompensasi", "the pledge lacks the readiness for sanctions or compensation",
     "tulis misalnya: bersedia menerima sanksi dan/atau memberikan kompensasi", "write for example: bersedia menerima sanksi dan/atau memberikan kompensasi",
     "Maklumat memuat tiga pernyataan (PermenPANRB 15/2014); yang ketiga adalah kesediaan menerima sanksi dan/atau memberi kompensasi bila standar tidak dipenuhi.",
     "A pledge holds three statements (PermenPANRB 15/2014); the third is readiness for sanctions and/or compensation where the standard is not kept.")
DIAG(PLEDGE_UNDATED, "pledge-undated", DIAG_NOTE,
     "maklumat belum bertanggal", "the pledge has no date",
     "tambahkan \"tanggal:\" dengan tanggal penetapan", "add \"tanggal:\" with the day it was signed",
     "PEKPPP memberi nilai tertinggi bila maklumat ditetapkan secara resmi.", "PEKPPP gives the best score where the pledge was formally fixed.")

/* The audit: complaints. */
DIAG(COMPLAINT_CHANNEL_MISSING, "complaint-channel-missing", DIAG_WARNING,
     "pengaduan tidak menyebut kanal apa pun", "complaints name no channel at all",
     "tambahkan \"kanal:\" dengan nomor atau alamat pengaduan", "add \"kanal:\" with a number or address for complaints",
     "Penyelenggara wajib menyediakan sarana pengaduan (UU 25/2009 pasal 36). Tanpa kanal, halaman hanya menampilkan SP4N-LAPOR!.",
     "Providers must offer a way to complain (Law 25/2009 art. 36). Without a channel the page shows SP4N-LAPOR! only.")
DIAG(COMPLAINT_OFFICER_MISSING, "complaint-officer-missing", DIAG_NOTE,
     "petugas pengaduan belum disebut", "no officer for complaints is named",
     "tambahkan \"petugas:\" dengan nama atau unit", "add \"petugas:\" with a name or a unit",
     "Penyelenggara mengumumkan pejabat pengelola pengaduan (UU 25/2009 pasal 36).", "Providers announce who handles complaints (Law 25/2009 art. 36).")
DIAG(COMPLAINT_STEPS_MISSING, "complaint-steps-missing", DIAG_NOTE,
     "alur penanganan pengaduan belum ada", "how complaints are handled is not said",
     "tambahkan \"alur:\" dengan langkah-langkahnya", "add \"alur:\" with the steps",
     "Warga harus tahu apa yang terjadi setelah mengadu.", "Citizens must know what happens after they complain.")
DIAG(COMPLAINT_DEADLINE_MISSING, "complaint-deadline-missing", DIAG_NOTE,
     "batas waktu penyelesaian pengaduan belum ada", "there is no deadline for complaints",
     "tambahkan \"batas_waktu: 5 hari kerja\" menurut ketentuan instansi", "add \"batas_waktu: 5 hari kerja\" as the agency has it",
     "Tanpa batas waktu warga tidak tahu kapan boleh melapor lebih lanjut, misalnya ke Ombudsman.", "Without a deadline citizens do not know when they may go further, for instance to the Ombudsman.")

/* The audit: times and fees. %1 = as written. */
DIAG(DURATION_AMBIGUOUS, "duration-ambiguous", DIAG_WARNING,
     "\"hari\" di \"%1\" tidak menyebut hari kerja atau hari kalender", "\"hari\" in \"%1\" does not say working days or calendar days",
     "tulis \"hari kerja\" atau \"hari kalender\" sesuai SK", "write \"hari kerja\" or \"hari kalender\" as the decree has it",
     "Lima hari kerja dapat menjadi sepuluh hari kalender. Perkiraan selesai dihitung sebagai hari kalender dan ditandai meragukan.",
     "Five working days can be ten calendar days. The expected end is counted in calendar days and marked as doubtful.")
DIAG(DURATION_OPEN, "duration-open", DIAG_NOTE,
     "tidak ada jangka waktu yang terbaca di \"%1\", jadi dicetak apa adanya", "no duration can be read in \"%1\", so it is printed as written",
     "tulis seperti \"5 hari kerja\" atau \"15 menit\" bila memungkinkan; jam buka ditulis di \"jam_layanan\"", "write it like \"5 hari kerja\" or \"15 menit\" where possible; opening hours belong in \"jam_layanan\"",
     "Tanpa angka, warga tidak tahu kapan layanan selesai dan halaman tidak dapat menghitung perkiraannya.",
     "Without a number citizens do not know when the service is done, and the page cannot compute it.")
DIAG(DURATION_SEVERAL, "duration-several", DIAG_NOTE,
     "ada beberapa jangka waktu di \"%1\", jadi dicetak apa adanya", "there are several durations in \"%1\", so it is printed as written",
     "tulis sebagai daftar: \"- {untuk: …, waktu: …}\", satu baris untuk setiap jangka waktu", "write a list: \"- {untuk: …, waktu: …}\", one line for each duration",
     "Satu teks dengan beberapa jangka waktu tidak dapat dihitung maupun diurutkan.", "One text with several durations can neither be counted nor sorted.")
DIAG(DURATION_STEPS, "duration-steps", DIAG_WARNING, /* %1 = sum, %2 = promise */
     "waktu semua langkah berjumlah %1, lebih lama daripada \"%2\"", "the times of all steps add up to %1, longer than \"%2\"",
     "cocokkan keduanya dengan SK", "compare both with the decree",
     "Janji yang lebih pendek daripada langkah-langkahnya tidak dapat ditepati.", "A promise shorter than its steps cannot be kept.")
DIAG(FEE_UNREAD, "fee-unread", DIAG_NOTE,
     "biaya \"%1\" tidak terbaca sebagai jumlah, jadi dicetak apa adanya", "the fee \"%1\" cannot be read as an amount, so it is printed as written",
     "tulis \"Tidak dipungut biaya\", \"Rp50.000 per lembar\", daftar tarif, atau rumusnya: \"biaya: {jenis: rumus, rumus: …}\"", "write \"Tidak dipungut biaya\", \"Rp50.000 per lembar\", a list of tariffs, or the formula: \"biaya: {jenis: rumus, rumus: …}\"",
     "Biaya yang terbaca dapat dibandingkan dan dicari.", "A fee that can be read can be compared and searched.")
DIAG(FEE_NO_PRICE, "fee-no-price", DIAG_WARNING,
     "biaya hanya merujuk peraturan, jadi warga tidak tahu berapa yang harus dibayar", "the fee names a regulation only, so citizens cannot know what to pay",
     "tambahkan daftar \"tarif:\", atau \"dasar:\" dengan tautan ke peraturannya", "add a list \"tarif:\", or \"dasar:\" with a link to the regulation",
     "Biaya/tarif adalah komponen yang wajib dipublikasikan (UU 25/2009 pasal 21). Rujukan tanpa angka memberi peluang pungutan liar.",
     "The fee must be published (Law 25/2009 art. 21). A reference without a number leaves room for extortion.")
DIAG(FEE_THOUSANDS, "fee-thousands", DIAG_WARNING,
     "jumlah \"%1\" terlalu kecil; mungkin ribuannya hilang", "the amount \"%1\" is too small; its thousands may be lost",
     "periksa di peraturan, lalu tulis lengkap, misalnya Rp5.000", "check the regulation, then write it in full, for example Rp5.000",
     "Rp 5 sering merupakan sisa dari Rp 5.000 yang terpotong saat disalin.", "Rp 5 is often what is left of Rp 5.000 after copying.")
DIAG(FEE_AMOUNT_MISSING, "fee-amount-missing", DIAG_WARNING,
     "jumlah biaya tidak disebutkan", "the amount of the fee is not given",
     "tambahkan \"jumlah:\", \"tarif:\", atau \"rumus:\"", "add \"jumlah:\", \"tarif:\" or \"rumus:\"",
     "Biaya tanpa jumlah tercetak sebagai \"tidak disebutkan\".", "A fee without an amount is printed as \"not given\".")
DIAG(FEE_AMOUNT_UNREADABLE, "fee-amount-unreadable", DIAG_WARNING,
     "jumlah \"%1\" tidak terbaca, jadi dicetak apa adanya", "the amount \"%1\" cannot be read, so it is printed as written",
     "tulis seperti Rp50.000", "write it like Rp50.000",
     "Jumlah ditulis dalam rupiah bulat dengan titik sebagai pemisah ribuan.", "Amounts are whole rupiah, with dots between the thousands.")
DIAG(FEE_CONTRADICTION, "fee-contradiction", DIAG_WARNING,
     "biaya ditulis gratis, tetapi ada jumlah atau tarif", "the fee is said to be free, but there is an amount or a tariff",
     "hapus \"jumlah\" dan \"tarif\", atau ganti \"jenis\"", "delete \"jumlah\" and \"tarif\", or change \"jenis\"",
     "Warga dan petugas dapat membaca dua hal yang berlawanan.", "Citizens and staff may read two opposite things.")

/* The life of a charter. */
DIAG(DRAFT_KEPT, "draft-kept", DIAG_NOTE,
     "layanan ini masih draf, jadi tidak diterbitkan", "this service is a draft and is not published",
     "setelah selesai, hapus \"status: draf\"", "delete \"status: draf\" once it is finished",
     "Kesalahan di dalam draf disebut sebagai catatan dan tidak menahan layanan yang lain.",
     "Mistakes in a draft are told as notes and do not hold up other services.")
DIAG(EFFECTIVE_FUTURE, "effective-future", DIAG_NOTE, /* %1 = the day */
     "standar ini baru berlaku mulai %1", "this standard comes into force on %1",
     "sebelum hari itu halamannya bertanda \"Belum berlaku\"; pada hari itu bangun lagi dengan --date, atau perbarui \"ditinjau\"", "until then its page says \"Belum berlaku\"; on that day build again with --date, or renew \"ditinjau\"",
     "Warga tidak boleh mengira bahwa biaya dan waktunya sudah berlaku.", "Nobody should take its fee and time for those of today.")
DIAG(DAY_PASSED, "day-passed", DIAG_NOTE, /* %1 key, %2 the day */
     "\"%1\" (%2) sudah tiba, tetapi situs yang dibangun tanpa --date belum mengetahuinya", "\"%1\" (%2) has come, but a site built without --date does not know",
     "bangun dengan --date, atau perbarui \"ditinjau\" di berkas ini", "build with --date, or renew \"ditinjau\" in this file",
     "Program tidak membaca jam: tanpa --date, hari situs adalah tanggal terbaru yang disebut naskah instansi ini.",
     "The program reads no clock: without --date the site's day is the newest date that the agency's texts name.")
DIAG(DAY_AHEAD, "day-ahead", DIAG_WARNING, /* %1 key, %2 the day */
     "\"%1\" (%2) belum tiba, tetapi situs yang dibangun tanpa --date sudah memakainya", "\"%1\" (%2) is still to come, but a site built without --date has it already",
     "tulis \"ditinjau\" dengan tanggal peninjauan terakhir di berkas ini, atau bangun dengan --date", "write the last review's date as \"ditinjau\" in this file, or build with --date",
     "Program tidak membaca jam. Tanpa --date, dan tanpa tanggal peninjauan, SK, atau survei di naskah instansi ini, yang belum tiba tampil sebagai yang berlaku.",
     "The program reads no clock. Without --date, and without the date of a review, a decree or a survey in the agency's texts, what is to come is shown as what holds.")
DIAG(NOTICE_OVER, "notice-over", DIAG_NOTE, /* %1 = the day */
     "pemberitahuan ini hanya sampai %1", "this notice was only for the time up to %1",
     "hapus pemberitahuan ini, atau ganti tanggalnya", "delete the notice, or change its date",
     "Pemberitahuan yang sudah lewat tidak ditampilkan lagi.", "A notice whose time is over is not shown any more.")
DIAG(HISTORY_NAME, "history-name", DIAG_WARNING, /* %1 = the name */
     "\"%1\" di folder riwayat bukan nama naskah lama", "\"%1\" in the folder riwayat is no name of a former text",
     "taruh di sini berkas saja, bukan folder, dengan nama slug.TANGGAL.md, misalnya akta.2026-01-16.md; `maklumat record` menulisnya sendiri", "put only files here, no folders, named slug.DATE.md, like akta.2026-01-16.md; `maklumat record` does so itself",
     "Tanggal di namanya adalah hari naskah itu mulai berlaku; dari urutannya program tahu apa yang berubah.",
     "The date in the name is the day the text came to hold; from their order the program knows what changed.")
DIAG(HISTORY_BEHIND, "history-behind", DIAG_NOTE, /* %1 = the newest day recorded */
     "naskah ini berbeda dari yang dicatat di riwayat (%1)", "this text is another than the one recorded in riwayat (%1)",
     "catat perubahannya: maklumat record", "record the change: maklumat record",
     "Warga dan penguji menanyakan kapan standar berubah dan apa yang berubah.",
     "Citizens and inspectors ask when a standard changed, and in what.")
DIAG(CHANGE_EMPTY, "change-empty", DIAG_WARNING,
     "perubahan ini tidak menyebut apa yang berubah", "this change does not say what changes",
     "tulis bagian yang baru: persyaratan, prosedur, waktu, biaya, produk, varian, atau sk", "write the new part: persyaratan, prosedur, waktu, biaya, produk, varian or sk",
     "Yang tidak disebut di dalam perubahan tetap seperti semula.", "What a change does not name stays as it is.")

/* The audit: values that are hardly meant. */
DIAG(SKM_RANGE, "skm-range", DIAG_WARNING, /* %1 = as written */
     "nilai SKM \"%1\" di luar skalanya", "the satisfaction index \"%1\" is off its scale",
     "tulis indeks 25 sampai 100, misalnya \"88,31\", atau rata-rata 1 sampai 4", "write an index of 25 to 100, like \"88,31\", or a mean of 1 to 4",
     "Indeks Kepuasan Masyarakat berkisar 25–100, dari rata-rata 1–4 dikalikan 25 (PermenPANRB 14/2017).",
     "The satisfaction index goes from 25 to 100, a mean of 1 to 4 times 25 (PermenPANRB 14/2017).")
DIAG(SKM_MEAN, "skm-mean", DIAG_WARNING, /* %1 = as written, %2 = the mean of the scores as an index */
     "nilai SKM %1 bukan rata-rata sembilan unsurnya, yaitu %2", "the satisfaction index %1 is not the mean of its nine scores, which is %2",
     "periksa nilai dan kesembilan unsurnya di laporan survei", "compare the index and the nine scores with the survey's report",
     "Nilai SKM adalah rata-rata sembilan unsur dikalikan 25 (PermenPANRB 14/2017); bobot 0,11 untuk tiap unsur juga diterima.",
     "The index is the mean of the nine scores times 25 (PermenPANRB 14/2017); a weight of 0.11 for each is accepted, too.")
DIAG(SKM_PARTS, "skm-parts", DIAG_NOTE, /* %1 = how many */
     "nilai yang terbaca hanya %1 dari sembilan unsur", "only %1 of the nine scores can be read",
     "tulis kesembilan unsur: persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana", "write all nine: persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana",
     "Survei kepuasan masyarakat mengukur sembilan unsur (PermenPANRB 14/2017).", "The satisfaction survey measures nine elements (PermenPANRB 14/2017).")
DIAG(SKM_RESPONDENTS, "skm-respondents", DIAG_WARNING, /* %1 = as written, %2 = the least, %3 = people served */
     "responden survei (%1) terlalu sedikit untuk %3 orang yang dilayani", "the respondents (%1) are too few for %3 people served",
     "mintalah sedikitnya %2 responden pada survei berikutnya, atau periksa angka populasinya", "ask %2 people at least the next time, or correct the number of people served",
     "Jumlah responden dibaca dari tabel Krejcie dan Morgan (PermenPANRB 14/2017).", "The size of the sample is that of Krejcie and Morgan's table (PermenPANRB 14/2017).")
DIAG(SKM_OLD, "skm-old", DIAG_WARNING, /* %1 = period or date, %2 = the newest date of the content */
     "survei kepuasan terbaru (%1) sudah lebih dari setahun pada %2", "the newest survey (%1) was more than a year old on %2",
     "tambahkan hasil survei yang lebih baru sebagai butir \"skm\"", "add the result of a newer survey as an item of \"skm\"",
     "Survei kepuasan masyarakat dilakukan sedikitnya setahun sekali (PermenPANRB 14/2017). Umurnya dihitung terhadap tanggal terbaru di naskah instansi ini, bukan terhadap hari ini.",
     "The survey is made once a year at least (PermenPANRB 14/2017). Its age is counted to the newest date of this agency's texts, not to today.")
DIAG(COMPLAINT_COUNTS, "complaint-counts", DIAG_WARNING, /* %1 key, %2 number, %3 key, %4 number */
     "\"%1\" (%2) lebih banyak daripada \"%3\" (%4)", "\"%1\" (%2) is more than \"%3\" (%4)",
     "periksa kedua angka itu; yang selesai adalah bagian dari yang masuk pada tahun yang sama", "correct the two numbers; those settled are a part of those received in that year",
     "Persentase pengaduan yang selesai dihitung dari kedua angka ini.", "The share of complaints settled is computed from the two.")
DIAG(REVIEW_DUE, "review-due", DIAG_WARNING, /* %1 = the day, %2 = the interval as written */
     "menurut selang_tinjau (%2) standar ini harus ditinjau lagi paling lambat %1", "by its interval (%2) this standard was to be reviewed again by %1",
     "tinjau standarnya, lalu tulis tanggalnya di \"ditinjau\"", "review the standard and write the date as \"ditinjau\"",
     "Selang peninjauan adalah janji instansi sendiri; PEKPPP memeriksa apakah ditepati.", "The interval is the agency's own promise; PEKPPP asks whether it is kept.")
DIAG(REVIEW_INTERVAL, "review-interval", DIAG_NOTE, /* %1 = as written */
     "selang peninjauan \"%1\" lebih dari setahun atau tidak terbaca", "the interval of reviews \"%1\" is more than a year or cannot be read",
     "tulis satu jangka waktu, paling lama setahun: \"6 bulan\", \"1 tahun\"", "write one duration of a year at most: \"6 bulan\", \"1 tahun\"",
     "PEKPPP memberi nilai penuh bila standar pelayanan ditinjau sedikitnya setahun sekali.", "PEKPPP gives the full score where standards are reviewed once a year at least.")
DIAG(COMPENSATION_UNCLEAR, "compensation-unclear", DIAG_NOTE, /* %1 = the key */
     "kompensasi ini tidak menyebut \"%1\"", "this compensation does not say \"%1\"",
     "tulis kepada siapa warga memintanya (kepada) dan sampai kapan (batas_waktu)", "say whom to ask (kepada) and by when (batas_waktu)",
     "Janji kompensasi baru berguna bila warga tahu cara memintanya.", "A promise of compensation is of use only to people who know how to ask for it.")
DIAG(TITLE_TWICE, "title-twice", DIAG_WARNING, /* %1 = title, %2 = the other file */
     "judul \"%1\" dipakai juga di %2", "the title \"%1\" is used in %2 as well",
     "tambahkan yang membedakan, misalnya jenis atau sasarannya; bila sama, hapus salah satu berkasnya", "add what is different, like its kind or whom it is for; if they are the same, delete one of the files",
     "Dua layanan bernama sama tidak dapat dibedakan di daftar, di hasil pencarian, dan di papan.", "Two services of one name cannot be told apart in lists, in search results and on the board.")
DIAG(FILE_HEAVY, "file-heavy", DIAG_WARNING, /* %1 = MiB */
     "berkas yang ditautkan ini besarnya %1 MB", "this linked file has %1 MB",
     "kecilkan di bawah 5 MB: simpan ulang PDF dengan ukuran minimum, atau perkecil fotonya", "bring it below 5 MB: save the PDF anew at minimum size, or scale the photo down",
     "Di sinyal lemah 5 MB memerlukan beberapa menit dan menghabiskan kuota warga.", "On a weak signal 5 MB take minutes and use up the citizen's data.")
DIAG(FILE_PROGRAM, "file-program", DIAG_WARNING, /* %1 = the extension */
     "berkas \"%1\" yang ditautkan ini program, bukan dokumen", "this linked \"%1\" file is a program, not a document",
     "simpan sebagai PDF dengan nama tanpa \"%1\", lalu tautkan PDF-nya", "save it as PDF, with a name without \"%1\", and link to the PDF",
     "Ponsel dan kantor menolak berkas seperti ini, dan warga diajari membuka program dari internet.",
     "Phones and offices refuse such files, and citizens learn to open programs from the web.")
DIAG(FILE_RUNS, "file-runs", DIAG_ERROR, /* %1 = the extension */
     "berkas \"%1\" yang ditautkan ini dijalankan peramban atau server atas nama situs Anda, jadi tidak diterbitkan", "browsers or servers run this linked \"%1\" file in the name of your site, so it is not published",
     "simpan isinya sebagai PDF dengan nama tanpa \"%1\", lalu tautkan PDF-nya; halaman buatan sendiri ditaruh di content/statis", "save what it says as PDF, with a name without \"%1\", and link to the PDF; a page of your own making goes to content/statis",
     "Skrip di dalam halaman, XML, atau SVGZ berjalan dengan hak situs kantor: dapat mengubah halaman lain, menampilkan iklan judi, atau meminta data warga. Halaman yang disimpan dari internet hampir selalu memuatnya. Berkas .php dijalankan oleh server, juga bila .php berada di tengah namanya.",
     "Scripts in a page, in XML or in SVGZ run with the rights of the office's site: they may change other pages, show gambling, or ask citizens for data. Pages saved from the web nearly always hold some. A .php file is run by the server, also with .php in the middle of its name.")
DIAG(FILE_PAGE, "file-page", DIAG_ERROR, /* %1 = its first word, "<html" */
     "berkas yang ditautkan ini isinya halaman web atau XML (\"%1\"), apa pun akhiran namanya, jadi tidak diterbitkan", "this linked file holds a web page or XML (\"%1\"), whatever its name ends with, so it is not published",
     "buka berkasnya, simpan ulang sebagai PDF, lalu tautkan PDF-nya; bila berasal dari internet, unduh lagi: yang tersimpan mungkin halaman galat", "open the file, save it as PDF and link to the PDF; if it is from the web, download it again: what was saved may be an error page",
     "Bila server tidak mengenal akhiran suatu nama, peramban menebak jenis berkas dari huruf-huruf pertamanya, dan yang dimulai seperti halaman dijalankan dengan hak situs kantor. Aplikasi yang \"mengekspor ke Excel\" kadang menulis halaman web dengan nama .xls: buka dan simpan sebagai .xlsx. Peta .kml disimpan sebagai .kmz.",
     "Where a server does not know the ending of a name, browsers guess a file's kind by its first letters, and what begins as a page runs with the rights of the office's site. Applications that \"export to Excel\" sometimes write a web page named .xls: open it and save it as .xlsx. Save a .kml map as .kmz.")
DIAG(FILE_KIND, "file-kind", DIAG_WARNING, /* %1 = the extension */
     "jenis berkas \"%1\" yang ditautkan ini tidak dikenal", "the kind \"%1\" of this linked file is not known",
     "simpan sebagai PDF, atau beri nama dengan akhiran yang benar, misalnya .pdf, .docx, .xlsx, atau .jpg", "save it as PDF, or name it with the right ending, such as .pdf, .docx, .xlsx or .jpg",
     "Ponsel memilih aplikasi menurut akhiran nama berkas. Yang tidak dikenal tidak dapat dibuka warga, dan server menebak sendiri cara mengirimnya.",
     "Phones choose an app by the ending of a file's name. What they do not know citizens cannot open, and servers guess how to send it.")
DIAG(SVG_UNSAFE, "svg-unsafe", DIAG_ERROR, /* %1 = words of the file, %2 = its line */
     "gambar SVG ini memuat \"%1\" (baris %2), jadi tidak diterbitkan", "this SVG picture holds \"%1\" (line %2), so it is not published",
     "simpan ulang dari Inkscape sebagai \"SVG biasa\" (Plain SVG) tanpa skrip, tautan, dan gambar luar, atau simpan sebagai PNG", "save it again from Inkscape as \"Plain SVG\" without scripts, links and outside pictures, or save it as PNG",
     "SVG adalah dokumen: bila dibuka, skrip di dalamnya berjalan dengan hak situs kantor, dan rujukan keluar memberi tahu pihak lain siapa yang membacanya. Yang boleh hanya unsur dan atribut yang menggambar; rujukan tetap di dalam berkas dan tidak berlapis sampai peramban macet; XML-nya harus utuh, dan berkasnya dimulai dengan <?xml atau <svg: bila awalnya lain, peramban dapat membacanya sebagai halaman web.",
     "An SVG is a document: once opened, scripts in it run with the rights of the office's site, and references outside tell others who reads it. Only elements and attributes that draw may be in it; references stay inside the file and are not nested until browsers hang; its XML must be whole, and the file begins with <?xml or <svg: what begins otherwise browsers may read as a web page.")
DIAG(PICTURE_BIG, "picture-big", DIAG_WARNING, /* %1 = width and height */
     "gambar ini %1 piksel, terlalu besar untuk ponsel", "this picture has %1 pixels, too many for a phone",
     "perkecil sampai sisi terpanjangnya paling banyak 4.000 piksel", "scale it down until its longer side has at most 4,000 pixels",
     "Gambar dibuka utuh di memori, empat bita per piksel, betapapun kecil berkasnya. Di atas 64 juta piksel ponsel murah menutup peramban. Logo sebesar itu tidak ditampilkan di halaman.",
     "Pictures are unpacked whole, at four bytes a pixel, however small the file. Above 64 million pixels cheap phones close the browser. A logo of that size is not shown on pages.")
DIAG(LOGO_UNREADABLE, "logo-unreadable", DIAG_WARNING, /* %1 = the file */
     "ukuran logo \"%1\" tidak dapat dibaca, jadi halaman dibuat tanpa logo", "the size of the logo \"%1\" cannot be read, so pages are made without it",
     "simpan ulang sebagai PNG, atau sebagai SVG yang memuat width dan height atau viewBox, paling besar 2 MiB", "save it again as PNG, or as an SVG with width and height or a viewBox, of at most 2 MiB",
     "Halaman menyediakan tempat seukuran logo sebelum logonya termuat, supaya tulisan tidak bergeser saat dibaca. Berkas yang bukan gambar, terpotong, atau tidak menyebut ukuran tidak dapat ditampilkan.",
     "Pages keep room of the logo's size before it has loaded, so that words do not move while they are read. A file that is no picture, is cut off or names no size cannot be shown.")
DIAG(QR_DENSE, "qr-dense", DIAG_NOTE, /* %1 = bytes, %2 = the most */
     "alamat halaman ini %1 huruf, sehingga kode QR di poster A4 terlalu rapat", "this page's address has %1 letters, so the QR code on an A4 poster is too dense",
     "pendekkan nama folder atau berkasnya sampai alamatnya paling banyak %2 huruf, sebelum posternya dicetak", "shorten the name of the folder or the file until the address has at most %2 letters, before the poster is printed",
     "Semakin panjang alamat, semakin kecil kotak-kotak kodenya. Kode alamat yang panjang dicetak lebih besar; di atas batas itu kamera murah dan cetakan kantor tidak lagi membacanya di A4, poster A3 masih terbaca.",
     "The longer the address, the smaller the squares of its code. A long one gets a larger code; beyond that limit cheap cameras and office prints fail at A4, while an A3 poster can still be read.")

/* The audit: channels. %1 = as written, %2 = the likely correction. */
DIAG(CHANNEL_EMPTY, "channel-empty", DIAG_WARNING,
     "kanal \"%1\" tidak memuat nomor, alamat, atau akun", "the channel \"%1\" holds no number, address or account",
     "tambahkan alamatnya, misalnya \"%2: …\"", "add its address, for example \"%2: …\"",
     "Kanal tanpa alamat tidak dapat dipakai mengadu.", "Nobody can complain through a channel without an address.")
DIAG(CHANNEL_PHONE, "channel-phone", DIAG_WARNING,
     "nomor \"%1\" tidak terbaca, jadi tidak dapat diketuk", "the number \"%1\" cannot be read, so it cannot be tapped",
     "mungkin maksudnya \"%2\"; cocokkan dulu dengan nomor yang sebenarnya|tulis seperti (0343) 427605 atau 0856-0796-6637",
     "perhaps it should be \"%2\"; compare it with the real number first|write it like (0343) 427605 or 0856-0796-6637",
     "Nomor yang terlalu pendek, terlalu panjang, atau bercampur huruf tidak dapat dihubungi.", "A number that is too short, too long or mixed with letters cannot be dialled.")
DIAG(CHANNEL_AREA, "channel-area", DIAG_WARNING,
     "nomor \"%1\" tidak memuat kode wilayah", "the number \"%1\" has no area code",
     "tulis dengan kode wilayah, misalnya (0343) 427605", "write it with its area code, like (0343) 427605",
     "Tanpa kode wilayah nomor tidak dapat dihubungi dari ponsel atau dari kota lain.", "Without its area code a number cannot be dialled from a mobile or another town.")
DIAG(CHANNEL_TWO_PHONES, "channel-two-phones", DIAG_WARNING,
     "ada dua nomor di \"%1\"", "there are two numbers in \"%1\"",
     "tulis \"telepon: %3\", dan nomor lain di bawah \"kontak:\" sebagai \"- Telepon: %4\"|tulis sebagai dua kanal: \"%2\"|tulis satu kanal untuk setiap nomor", "write \"telepon: %3\", and the other number under \"kontak:\" as \"- Telepon: %4\"|write two channels: \"%2\"|write one channel for each number",
     "Dua nomor yang disambung tidak dapat diketuk di ponsel.", "Two numbers written as one cannot be tapped on a phone.")
DIAG(CHANNEL_SEVERAL, "channel-several", DIAG_WARNING,
     "ada beberapa alamat di \"%1\"", "there are several addresses in \"%1\"",
     "tulis satu kanal untuk setiap alamat: \"%2\"|tulis satu kanal untuk setiap alamat", "write one channel for each address: \"%2\"|write one channel for each address",
     "Hanya satu alamat per kanal yang dapat menjadi tautan.", "A channel can be a link to one address only.")
DIAG(CHANNEL_URL, "channel-url", DIAG_WARNING,
     "alamat \"%1\" tidak terbaca, jadi ditampilkan sebagai teks", "the address \"%1\" cannot be read, so it is shown as text",
     "mungkin maksudnya \"%2\"|tulis seperti https://contoh.go.id", "perhaps it should be \"%2\"|write it like https://contoh.go.id",
     "Nama host harus berupa kata-kata yang dipisahkan titik, lalu garis miring.", "A host is words parted by dots, then a slash.")
DIAG(CHANNEL_USER, "channel-user", DIAG_WARNING,
     "alamat \"%1\" memuat nama pengguna, jadi ditampilkan sebagai teks", "the address \"%1\" holds a user name, so it is shown as text",
     "mungkin maksudnya \"%2\"|tulis alamatnya tanpa bagian sebelum @", "perhaps it should be \"%2\"|write the address without what stands before the @",
     "Bagian sebelum @ di alamat web adalah nama pengguna. Biasanya yang dimaksud alamat surel.", "What stands before @ in a web address is a user name. Usually an e-mail address was meant.")
DIAG(CHANNEL_EMAIL_AS_WEB, "channel-email-as-web", DIAG_WARNING,
     "\"%1\" alamat surel, bukan situs web", "\"%1\" is an e-mail address, not a website",
     "tulis \"Email: %1\"", "write \"Email: %1\"",
     "Alamat surel tidak dapat dibuka di peramban.", "An e-mail address does not open in a browser.")
DIAG(CHANNEL_EMAIL, "channel-email", DIAG_WARNING,
     "alamat surel \"%1\" tidak terbaca", "the e-mail address \"%1\" cannot be read",
     "tulis \"%2\"|tulis seperti nama@contoh.go.id", "write \"%2\"|write it like nama@contoh.go.id",
     "Koma, spasi, atau @ yang hilang membuat surat tidak sampai.", "A comma, a space or a missing @ keeps the mail from arriving.")
DIAG(CHANNEL_PAGE_NAME, "channel-page-name", DIAG_NOTE,
     "\"%1\" nama halaman, bukan alamatnya, jadi tidak menjadi tautan", "\"%1\" is a page's name, not its address, so it is no link",
     "tulis akunnya dalam tanda petik, misalnya \"@dinsoskab\", atau alamat lengkapnya", "write the account in quotes, like \"@dinsoskab\", or the full address",
     "Nama halaman dapat sama dengan halaman palsu; akun atau alamatnya tidak.", "A page's name may be that of a fake as well; the account or address is not.")
DIAG(CHANNEL_KIND, "channel-kind", DIAG_NOTE,
     "label \"%1\" tidak menyebut jenis kanal yang dikenal", "the label \"%1\" names no known kind of channel",
     "tambahkan \"jenis:\", misalnya web atau aplikasi; labelnya tetap tercetak", "add \"jenis:\", for example web or aplikasi; the label is still printed",
     "Jenis kanal menentukan ikon dan tautannya. Kanal ini tampil sebagai lainnya.", "The kind decides the icon and the link. This channel is shown as other.")
DIAG(CHANNEL_TWO_LABELS, "channel-two-labels", DIAG_NOTE,
     "ada dua label untuk satu kanal: \"%1\"", "one channel has two labels: \"%1\"",
     "tulis label yang terakhir saja", "write the last label only",
     "Label pertama hanya mengumumkan yang kedua; yang tercetak cukup nama kanalnya.", "The first label only announces the second; the channel's name is enough.")
DIAG(LINK_INSECURE, "link-insecure", DIAG_NOTE,
     "alamat \"%1\" tidak memakai https", "the address \"%1\" does not use https",
     "tulis dengan https:// bila situsnya sudah mendukung", "write https:// if the site supports it",
     "Tanpa https data yang diisi warga dapat dibaca dan diubah di perjalanan.", "Without https what citizens enter can be read and changed on its way.")
DIAG(LINK_SHORT, "link-short", DIAG_NOTE,
     "tautan pendek \"%1\" tidak menunjukkan tujuannya", "the short link \"%1\" does not show where it leads",
     "tulis alamat tujuannya, atau tambahkan \"label:\"", "write the address it leads to, or add \"label:\"",
     "Tautan pendek dapat mati atau dialihkan tanpa sepengetahuan instansi.", "Short links can die or be redirected without the agency's knowledge.")
DIAG(LAPOR_MISNAMED, "lapor-misnamed", DIAG_WARNING,
     "\"%1\" bukan nama kanal pengaduan nasional", "\"%1\" is not the name of the national complaint channel",
     "tulis \"SP4N-LAPOR!\"", "write \"SP4N-LAPOR!\"",
     "Nama resminya SP4N-LAPOR! (Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional, www.lapor.go.id).",
     "Its official name is SP4N-LAPOR! (www.lapor.go.id).")

/* The audit: consistency and language. %1 = as written. */
DIAG(ITEM_TWICE, "item-twice", DIAG_WARNING,
     "butir ini sama dengan butir di baris %1", "this item is the same as the one in line %1",
     "hapus salah satunya bila tidak disengaja", "delete one of them unless it is meant",
     "Butir ganda biasanya sisa penyalinan. Keduanya tetap tercetak dan bernomor.", "Doubled items are usually left over from copying. Both are printed and numbered.")
DIAG(STEP_NOT_CITIZEN, "step-not-citizen", DIAG_NOTE,
     "tidak ada langkah yang dilakukan pemohon", "no step is done by the applicant",
     "sebutkan langkah pemohon dengan \"oleh: Pemohon\"", "name the applicant's steps with \"oleh: Pemohon\"",
     "Warga membaca prosedur untuk tahu apa yang harus ia lakukan; langkahnya ditandai \"Anda\".", "Citizens read a procedure to learn what to do; their steps are marked \"you\".")
DIAG(STEP_ACTOR_ONLY, "step-actor-only", DIAG_NOTE,
     "langkah \"%1\" hanya menyebut pelakunya", "the step \"%1\" names its actor only",
     "tambahkan yang dilakukannya, sesuai SK", "add what is done, as the decree has it",
     "Langkah tanpa perbuatan tidak memberi tahu apa pun.", "A step in which nothing is done says nothing.")
DIAG(BRANCH_YES_NO, "branch-yes-no", DIAG_NOTE,
     "\"jika: %1\" tidak menyebut apa yang ditanyakan", "\"jika: %1\" does not say what is asked",
     "tulis keadaannya, misalnya \"jika: berkas lengkap\"", "write the condition, for example \"jika: berkas lengkap\"",
     "\"Jika ya\" hanya berarti di samping gambar alur; dibacakan atau dicetak sebagai daftar artinya hilang.", "\"If yes\" makes sense beside a drawing only; read aloud or printed as a list it means nothing.")
DIAG(BODY_REPEATS, "body-repeats", DIAG_NOTE,
     "keterangan mengulang langkah-langkah prosedur", "the prose repeats the steps of the procedure",
     "hapus dari keterangan; prosedur sudah tercetak sebagai komponen 2", "delete them here; the procedure is printed as component 2",
     "Dua salinan akan berbeda begitu salah satunya diubah.", "Two copies differ as soon as one of them is changed.")
DIAG(NUMBER_WORDS, "number-words", DIAG_WARNING,
     "angka dan katanya berbeda: \"%1\"", "the number and its words differ: \"%1\"",
     "cocokkan dengan SK, lalu samakan", "compare with the decree, then make them agree",
     "Bila angka dan kata berbeda tidak jelas mana yang benar, jadi perkiraan selesai tidak dihitung dan biaya dicetak apa adanya.", "Where they differ nobody knows which is right, so no expected end is computed and a fee is printed as written.")
DIAG(PLACEHOLDER, "placeholder", DIAG_WARNING,
     "\"%1\" tampaknya teks contoh yang belum diganti", "\"%1\" looks like a placeholder that was not replaced",
     "ganti dengan isi yang sebenarnya, atau hapus", "put in what is true, or delete it",
     "Teks contoh yang terbit membuat warga ragu pada seluruh halaman.", "A published placeholder makes citizens doubt the whole page.")
DIAG(SENTENCE_LONG, "sentence-long", DIAG_NOTE,
     "kalimat ini lebih dari 50 kata", "this sentence has more than 50 words",
     "pecah menjadi beberapa kalimat atau butir", "split it into sentences or items",
     "Kalimat panjang sulit dipahami di layar kecil dan bila dibacakan.", "Long sentences are hard to follow on a small screen and when read aloud.")
DIAG(COMMA_SPACE, "comma-space", DIAG_NOTE,
     "tidak ada spasi sesudah koma: \"%1\"", "no space after the comma: \"%1\"",
     "tambahkan spasi sesudah koma", "put a space after the comma",
     "Tanpa spasi dua kata dibaca sebagai satu, juga oleh pembaca layar dan pencarian.", "Without it two words are read as one, by screen readers and the search as well.")
DIAG(BRACKET_OPEN, "bracket-open", DIAG_NOTE,
     "kurung buka ini tidak ditutup", "this bracket is never closed",
     "tutup kurungnya, atau hapus", "close the bracket, or delete it",
     "Biasanya sisa teks atau gambar yang hilang saat disalin.", "Usually left over from a text or picture lost in copying.")
DIAG(CHAR_PRIVATE, "char-private", DIAG_WARNING,
     "\"%1\" hanya ada di huruf Symbol dan Wingdings milik Word, jadi tampil sebagai kotak", "\"%1\" is in Word's fonts Symbol and Wingdings only, so a box is shown",
     "ganti dengan tanda biasa, misalnya - atau •, atau hapus", "put a plain sign in its place, such as - or •, or delete it",
     "Word menyimpan bulir dan centangnya sebagai karakter pribadi (Unicode 23.5) yang tidak dikenal ponsel warga.",
     "Word keeps its bullets and ticks as private characters (Unicode 23.5), which no citizen's phone knows.")
DIAG(ITEM_NUMBERED, "item-numbered", DIAG_NOTE,
     "butir ini diawali \"%1\", padahal daftar sudah bernomor", "this item begins with \"%1\", and the list is numbered already",
     "hapus tanda itu", "delete it",
     "Nomor tercetak dua kali dan dapat tidak cocok.", "The number is printed twice, and the two may not agree.")
DIAG(ITEMS_INLINE, "items-inline", DIAG_NOTE,
     "beberapa butir a, b, c tertulis dalam satu teks", "several items a, b, c stand in one text",
     "tulis sebagai daftar, atau sebagai \"rincian:\" di bawah butir ini", "write a list, or \"rincian:\" below this item",
     "Butir yang terpisah dapat dicentang, dinomori, dan dibacakan satu per satu.", "Separate items can be ticked, numbered and read aloud one by one.")

/* Posters. %1 = the field, the text or the file. */
DIAG(POSTER_TOO_LONG, "poster-too-long", DIAG_WARNING,
     "satu teks di %1 lebih panjang daripada satu lembar poster, jadi posternya tidak dibuat",
     "one text in %1 is longer than a sheet of the poster, so the poster is not made",
     "pecah teks ini menjadi beberapa butir, langkah, atau rincian; banyaknya tidak dibatasi", "split this text into several items, steps or details; there may be any number of them",
     "Poster tidak pernah memotong teks. Daftar yang panjang berlanjut ke lembar berikutnya, tetapi satu teks harus muat utuh di satu lembar.",
     "Posters never cut text. Long lists go on over further sheets, but a single text has to fit a sheet whole.")
DIAG(POSTER_CROWDED, "poster-crowded", DIAG_WARNING, /* %1 = the limit */
     "lebih dari %1 cabang, langkah di dalam cabang, atau kanal sekaligus, jadi posternya tidak dibuat",
     "more than %1 branches, steps in branches or channels at once, so the poster is not made",
     "kelompokkan menjadi paling banyak %1; halamannya tetap memuat semuanya", "group them into %1 at most; the page holds them all",
     "Poster menaruh cabang dan kanal berdampingan, dan langkah di dalam cabang dalam satu bingkai. Sebanyak itu tidak ada yang membacanya di dinding.",
     "A poster sets branches and channels side by side, and steps in branches in one frame. Nobody reads that many on a wall.")
DIAG(POSTER_EMPTY, "poster-empty", DIAG_NOTE,
     "layanan ini belum memuat persyaratan, prosedur, waktu, dan biaya, jadi posternya tidak dibuat",
     "this service has no requirements, procedure, time or fee yet, so its poster is not made",
     "isi salah satunya, misalnya \"waktu: 3 hari kerja\"", "add one of them, for example \"waktu: 3 hari kerja\"",
     "Poster yang hanya berisi judul dan \"belum dicantumkan\" tidak menolong siapa pun, dan tetap tergantung setelah isinya ada.",
     "A poster that holds a title and \"not stated\" helps nobody, and goes on hanging once there is something to say.")
DIAG(POSTER_TRANSLATION, "poster-translation", DIAG_NOTE, /* %1 = the key */
     "\"%1\" belum diterjemahkan, jadi tidak ada poster dalam bahasa ini", "\"%1\" is not translated, so there is no poster in this language",
     "tambahkan \"%1\" di berkas terjemahan ini", "add \"%1\" to this translation",
     "Poster dalam dua bahasa membingungkan pembacanya. Poster berbahasa Inggris dibuat bila judul, persyaratan, dan prosedurnya sudah diterjemahkan; halamannya tetap ada.",
     "A poster in two languages puzzles its readers. An English one is made when title, requirements and procedure are translated; the page is there anyway.")
DIAG(POSTER_SLOT_TWICE, "poster-slot-twice", DIAG_WARNING,
     "\"%1\" disebut dua kali di \"%2\"", "\"%1\" stands twice in \"%2\"",
     "hapus salah satu", "delete one of them",
     "Setiap bagian poster dicetak satu kali, di tempat namanya pertama kali disebut.", "Each part of a poster is printed once, where its name stands first.")
DIAG(POSTER_SLOT_MISSING, "poster-slot-missing", DIAG_WARNING,
     "\"%1\" tidak menyebut %2, jadi bagian itu tidak tercetak di poster", "\"%1\" does not name %2, so posters are printed without it",
     "tambahkan %2 kalau tidak sengaja", "add %2 unless that is meant",
     "Persyaratan, prosedur, waktu, biaya, produk, dan penanganan pengaduan adalah komponen standar pelayanan (UU 25/2009 pasal 21). Poster tanpa salah satunya tidak memuat standar yang lengkap.",
     "Requirements, procedure, time, fee, product and the handling of complaints are components of a service standard (UU 25/2009, article 21). A poster without one of them does not show the whole standard.")
DIAG(POSTER_GLYPH, "poster-glyph", DIAG_WARNING, /* %2 = its number */
     "\"%1\" (%2) tidak ada di antara huruf poster, jadi posternya tidak dibuat",
     "the posters' fonts have no \"%1\" (%2), so the poster is not made",
     "ganti dengan kata atau tanda biasa, atau hapus", "put a word or a plain sign in its place, or delete it",
     "Poster memakai huruf yang ikut di dalam tema, agar hasilnya sama di semua komputer. Huruf yang tidak ada di sana, misalnya "
     "emoji dan huruf Arab, akan tercetak sebagai kotak. Halaman web tetap menampilkannya.",
     "Posters use the fonts of the theme, so that they look alike on every computer. What these fonts lack, emoji and Arabic "
     "letters for instance, would be printed as a box. Web pages show it all the same.")
DIAG(POSTER_LOGO, "poster-logo", DIAG_WARNING,
     "logo \"%1\" tidak dapat dicetak, jadi poster dibuat tanpa logo", "the logo \"%1\" cannot be printed, so posters are made without it",
     "simpan ulang sebagai PNG atau SVG, paling besar 1 MiB dan 4.096 piksel", "save it again as PNG or SVG, of at most 1 MiB and 4,096 pixels",
     "Poster hanya dapat memuat gambar PNG dan SVG. JPG dan WEBP tampil di halaman web saja.",
     "Posters can hold PNG and SVG pictures only. JPG and WEBP are shown on web pages alone.")

/* Import. %1 = the agency's name, or what the finding quotes. */
DIAG(IMPORT_NO_SECTION, "import-no-section", DIAG_ERROR, /* %1, %2 = headings that are looked for */
     "naskah ini tidak memuat judul bagian standar pelayanan", "this text holds no heading of a service standard",
     "tulis judul seperti \"%1\" atau \"%2\" di baris sendiri di atas isi setiap bagian, lalu impor lagi",
     "write headings such as \"%1\" or \"%2\" in lines of their own above the text of each part, and import it again",
     "Berkas layanan disusun menurut komponen standar pelayanan (UU 25/2009 pasal 21). Tanpa judulnya isi tidak dapat dibagi, "
     "dan menebak berarti mengarang.",
     "A charter is made of the components of a service standard (UU 25/2009, article 21). Without their headings the "
     "text cannot be divided, and guessing would be inventing.")
DIAG(IMPORT_NO_TITLE, "import-no-title", DIAG_ERROR,
     "nama layanan tidak ditemukan di atas judul bagian yang pertama", "no name of the service stands above the first heading",
     "tulis nama layanannya di baris sendiri, di atas \"No. SK\"", "write the service's name in a line of its own, above \"No. SK\"",
     "Nama layanan menjadi judul dan alamat halaman.", "The service's name becomes the title and the address of its page.")
DIAG(IMPORT_TOO_LONG, "import-too-long", DIAG_ERROR,
     "bagian ini lebih besar daripada batas satu berkas layanan (64 KiB satu teks, 2000 butir satu daftar)",
     "this part is beyond the limits of a charter (64 KiB a text, 2000 items a list)",
     "bagi naskahnya: satu layanan per berkas", "divide the text: one service a file",
     "Naskah sebesar ini hampir selalu beberapa layanan yang tersambung. Hasilnya tidak akan terbaca oleh maklumat check.",
     "Such a text is nearly always several services in one. maklumat check could not read the result.")
DIAG(IMPORT_OTHER_AGENCY, "import-other-agency", DIAG_ERROR, /* %2 = parent; %3, %4 = those of the first file */
     "naskah ini milik %1 (%2), yang lain milik %3 (%4)", "this text belongs to %1 (%2), the others to %3 (%4)",
     "impor setiap instansi ke foldernya sendiri dengan -o", "import each agency into a folder of its own with -o",
     "Satu folder memuat satu instansi, dan setiap layanan di dalamnya terbit atas nama instansi itu.",
     "A folder holds one agency, and every service in it is published in that agency's name.")
DIAG(IMPORT_NO_AGENCY, "import-no-agency", DIAG_WARNING, /* %1 = the folder */
     "kepala halaman instansi tidak ditemukan, jadi instansi.yaml tidak dibuat", "there is no page header of an agency, so instansi.yaml is not made",
     "buat dengan: maklumat new agency %1", "make it with: maklumat new agency %1",
     "Nama, alamat, dan telepon instansi dibaca dari kepala halaman SIPPN. Tanpa instansi.yaml layanan di folder itu tidak terbit.",
     "The agency's name, address and telephone come from SIPPN's page header. Without instansi.yaml the services of the folder are not published.")
DIAG(IMPORT_EMPTY, "import-empty", DIAG_ERROR,
     "berkas ini kosong", "this file is empty",
     "periksa apakah unduhan atau salinannya selesai, lalu impor lagi", "see whether its download or copy was finished, and import it again",
     "Tidak ada satu huruf pun di dalamnya.", "There is not one letter in it.")
DIAG(IMPORT_KIND, "import-kind", DIAG_ERROR, /* %1 = what it is, %2 = what to do (both Indonesian) */
     "ini %1", "this is: %1",
     "%2", "%2",
     "Jenis berkas dikenali dari isinya, bukan dari namanya. Yang dibaca: PDF, .docx, .odt, .xlsx, .ods, halaman web, teks, dan CSV.",
     "The kind is told by the bytes, not by the name. What is read: PDF, .docx, .odt, .xlsx, .ods, web pages, text and CSV.")
DIAG(IMPORT_LOCKED, "import-locked", DIAG_ERROR,
     "berkas ini dikunci dengan kata sandi", "this file is locked with a password",
     "buka dengan kata sandinya, simpan atau cetak ke berkas baru tanpa kata sandi, lalu impor yang baru",
     "open it with its password, save or print it to a new file without one, and import that",
     "Isinya tersandi. Tanpa kata sandi tidak ada program yang dapat membacanya, dan maklumat tidak meminta kata sandi.",
     "Its content is encrypted. No program can read it without the password, and maklumat asks for none.")
DIAG(IMPORT_HEAVY, "import-heavy", DIAG_ERROR,
     "berkas ini terlalu berat untuk dibaca", "this file is too heavy to be read",
     "pecah menjadi beberapa berkas, atau salin teksnya ke berkas .txt", "divide it into several files, or copy its text into a .txt file",
     "Berkas dibaca oleh program terpisah dengan batas waktu prosesor (10 detik) dan memori (256 MB), agar berkas yang rusak atau "
     "jahat tidak menghentikan komputer ini.",
     "Files are read by a program of its own with limits of processor time (10 seconds) and memory (256 MB), so that a damaged or "
     "hostile one cannot stop this computer.")
DIAG(IMPORT_DAMAGED, "import-damaged", DIAG_ERROR,
     "berkas ini rusak, jadi isinya tidak dapat diambil", "this file is damaged, so its content cannot be taken",
     "buka di Word atau LibreOffice, simpan ulang, lalu impor lagi", "open it in Word or LibreOffice, save it again, and import that",
     "Berkas .docx, .odt, .xlsx, dan .ods adalah arsip; arsip ini terpotong atau isinya tidak sesuai dengan jenisnya.",
     "Files of .docx, .odt, .xlsx and .ods are archives; this one is cut off, or holds something else.")
DIAG(IMPORT_ENTITY, "import-entity", DIAG_ERROR,
     "berkas ini menyebut berkas lain atau kata pengganti di dalam XML-nya", "this file refers to other files or declares entities in its XML",
     "buka di Word atau LibreOffice, simpan ulang, lalu impor lagi; bila tidak jelas asalnya, jangan dipakai",
     "open it in Word or LibreOffice, save it again, and import that; do not use it when you do not know where it is from",
     "Program kantor tidak pernah menulis hal itu. Biasanya berkas seperti ini dibuat untuk mencuri isi berkas lain atau menghabiskan memori.",
     "No office program writes that. Such files are usually made to steal other files or to use up memory.")
DIAG(IMPORT_PICTURE, "import-picture", DIAG_ERROR,
     "ini gambar, dan teks di dalamnya tidak dapat dibaca", "this is a picture, and no text could be read from it",
     "pindai ulang lebih jelas dan pasang tesseract-ocr dengan tesseract-ocr-ind, atau ketik isinya ke berkas .txt",
     "scan it again more clearly and install tesseract-ocr with tesseract-ocr-ind, or type its text into a .txt file",
     "Teks dalam gambar dibaca oleh tesseract bila terpasang; setiap bagian hasilnya diberi tanda \"periksa: hasil pindai\".",
     "Text in pictures is read by tesseract where it is installed; each part of the result is marked \"periksa: hasil pindai\".")
DIAG(IMPORT_PAGE, "import-page", DIAG_WARNING, /* %1 = number of the page */
     "halaman %1 hanya gambar dan tidak terbaca, jadi isinya tidak ada dalam berkas layanan", "page %1 is only a picture and could not be read, so its content is in no charter",
     "baca halaman itu lalu ketik isinya di berkas layanan, atau ketik ke berkas .txt dan impor; tesseract dipasang dengan: sudo apt install tesseract-ocr tesseract-ocr-ind",
     "read the page and type its content into the charter, or into a .txt file and import that; tesseract is installed with: sudo apt install tesseract-ocr tesseract-ocr-ind",
     "Sebagian halaman PDF ini memuat teks dan terbaca; halaman ini tidak. Halaman yang memang kosong boleh diabaikan.",
     "Some pages of this PDF hold text and were read; this one was not. A page that is empty may be ignored.")
DIAG(IMPORT_NO_PROGRAM, "import-no-program", DIAG_ERROR, /* %1 = program, %2 = its package */
     "berkas ini dibaca dengan %1, yang belum terpasang", "this file is read with %1, which is not installed",
     "pasang dengan: sudo apt install %2", "install it with: sudo apt install %2",
     "PDF dibaca oleh program terpisah yang tidak dibawa oleh maklumat.", "PDF is read by a program of its own that does not come with maklumat.")
DIAG(PDF_UNREADABLE, "pdf-unreadable", DIAG_ERROR,
     "PDF ini rusak, jadi teksnya tidak dapat diambil",
     "this PDF is damaged, so its text cannot be taken",
     "unduh ulang dari SIPPN, atau salin teksnya ke berkas .txt", "download it again from SIPPN, or copy its text into a .txt file",
     "Teks PDF diambil oleh pdftotext (poppler-utils) sebagai program terpisah. Program itu berhenti dengan kesalahan.",
     "The text of a PDF is taken by pdftotext (poppler-utils) as a program of its own. It ended with an error.")
DIAG(PDF_NO_TEXT, "pdf-no-text", DIAG_ERROR,
     "PDF ini tidak memuat teks, mungkin hasil pindai", "this PDF holds no text; it may be a scan",
     "unduh PDF aslinya, atau pasang tesseract: sudo apt install tesseract-ocr tesseract-ocr-ind",
     "download the original, or install tesseract: sudo apt install tesseract-ocr tesseract-ocr-ind",
     "Hasil pindai hanya gambar halaman. Hurufnya dibaca oleh tesseract bila terpasang; karena angka dan nama dapat keliru, "
     "setiap bagian hasilnya diberi tanda \"periksa: hasil pindai\".",
     "A scan is only a picture of the page. Its letters are read by tesseract where it is installed; as numbers and names may be "
     "wrong, each part of the result is marked \"periksa: hasil pindai\".")
DIAG(INSTRUMENT_RULE, "instrument-rule", DIAG_ERROR, /* %1 = number of the item */
     "butir %1: `cara: situs` dan `aturan` harus ada bersama-sama", "item %1: `cara: situs` and `aturan` need each other",
     "tulis kunci yang membuktikannya di `aturan`, atau hapus `situs` dari `cara` (dan `aturan`-nya)",
     "write the keys that prove it under `aturan`, or take `situs` out of `cara` (and drop `aturan`)",
     "Butir yang dibuktikan situs dinilai dari isi kunci; tanpa aturan tidak ada yang dapat dinilai, dan aturan pada butir lain "
     "tidak akan pernah dibaca.",
     "An item that the site proves is judged by what keys hold; without a rule there is nothing to judge, and the rule of another "
     "item would never be read.")
DIAG(INSTRUMENT_MANY, "instrument-many", DIAG_ERROR, /* %1 = how many */
     "berkas instrumen ini dan yang sesudahnya tidak dibaca: lebih dari %1", "this instrument and those behind it are not read: more than %1",
     "hapus instrumen yang tidak dipakai dari folder instrumen", "remove those that are not used from the folder instrumen",
     "Setiap instrumen menjadi satu halaman pada setiap instansi.", "Each instrument becomes a page of every agency.")
