#!/usr/bin/perl
# TAP: the work for n of anything grows as n, or nearly: steps are counted by valgrind, so no clock is asked and nothing
# else on the machine matters. Each shape is made at n, 4n and 16n; what the second four times cost must not be more than
# 4 · 1.75 times what the first cost (n log n is under that, a square is at 16), or a finding must have refused the largest,
# which then costs less than three times the smallest.
#   SIZE=100      the smallest n; `make growth` takes 6000, which makes it 100,000 of each
#   ONLY=REGEX    the shapes to try
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Copy qw(copy);
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);

chdir dirname(__FILE__) . '/../..' or die;
my $maklumat = abs_path($ENV{MAKLUMAT} // die "MAKLUMAT: path of the program\n");
my $size = $ENV{SIZE} // 100;
my $only = $ENV{ONLY} // '.';
my $top = tempdir(CLEANUP => 1);
my $site = abs_path('tests/diag/_site');
$ENV{MAKLUMAT_LANG} = 'id';
$ENV{MAKLUMAT_DATADIR} = abs_path($ENV{MAKLUMAT_DATADIR} // 'themes/default');
my $watched = ($ENV{BUILD} // '') =~ m{/(san|tsan|cov)$};
if ($watched || system('valgrind --version >/dev/null 2>&1') != 0) {
    print "1..0 # SKIP ", ($watched ? 'a build that is watched' : 'no valgrind'), "\n";
    exit;
}

# The charter of the tests with lines in place of some of its own.
my $head = "---\njudul: Akta Kelahiran\nsk: 188.4/12/2024\nberlaku_sejak: 2024-01-16\nditinjau: 2026-01-16\n";
my %rest = (
    persyaratan => "persyaratan:\n  - Fotokopi KTP\n",
    prosedur => "prosedur:\n  - oleh: Pemohon\n    teks: menyerahkan berkas\n",
    waktu => "waktu: 5 hari kerja\n",
    biaya => "biaya: Tidak dipungut biaya\n",
    produk => "produk: Kutipan akta kelahiran\n",
);
sub charter {
    my ($text, $body) = @_;
    my %own = %rest;
    delete $own{$_} for $text =~ /^(\w+):/mg;
    return $head . join('', map { $own{$_} // '' } sort keys %own) . $text . "---\n" . ($body // '');
}
sub lines { my ($n, $line) = @_; return join '', map { (my $l = $line) =~ s/%d/$_/g; $l } 1 .. $n }
# Words that do not repeat soon, of letters alone.
sub word { my $i = shift; my $w = ''; do { $w .= chr(97 + $i % 26); $i = int($i / 26) } while $i > 0; return "kata$w" }
sub words { return join ' ', map { word($_) } 1 .. shift }
my %file = (charter => 'dinas/akta.md', agency => 'dinas/instansi.yaml', site => 'situs.yaml', topics => 'keperluan.yaml', days => 'libur-2026.yaml');
sub read_file { my ($path) = @_; local $/; open my $in, '<', $path or die "$path: $!"; return <$in> }

# name => [command, file, text of n]. Commands: check, build (without posters), poster (all of it), distance (one
# poster to be read from three metres), import.
my @shapes = (
    ['requirements', 'build', 'charter', sub { charter("persyaratan:\n" . lines(shift, "  - Fotokopi surat nomor %d\n")) }],
    ['requirements under a group', 'check', 'charter', sub { charter("persyaratan:\n  - kelompok: Berkas\n    butir:\n" . lines(shift, "      - Fotokopi surat %d\n")) }],
    ['details of a requirement', 'check', 'charter', sub { charter("persyaratan:\n  - teks: Berkas\n    rincian:\n" . lines(shift, "      - surat %d\n")) }],
    ['forms', 'check', 'charter', sub { charter("persyaratan:\n" . lines(shift, "  - {teks: Formulir %d, formulir: F-%d, jumlah: 2 lembar}\n")) }],
    ['steps', 'build', 'charter', sub { charter("prosedur:\n" . lines(shift, "  - oleh: Petugas\n    teks: memeriksa berkas ke-%d\n    waktu: 5 menit\n")) }],
    ['branches', 'build', 'charter', sub { charter("prosedur:\n  - oleh: Petugas\n    teks: memeriksa\n    cabang:\n" . lines(shift, "      - {jika: berkas jenis %d, maka: diteruskan}\n")) }],
    ['steps that lead back', 'check', 'charter', sub { charter("prosedur:\n  - Pemohon datang\n" . lines(shift, "  - oleh: Petugas\n    teks: memeriksa %d\n    cabang:\n      - {jika: kurang, maka: dilengkapi, kembali: 1}\n      - {jika: lengkap, maka: diteruskan}\n")) }],
    ['depth of branches', 'check', 'charter', sub { my $n = shift; charter("prosedur:\n  - teks: mulai\n    cabang: " . ("[{jika: a, maka: b, cabang: " x $n) . '[]' . ('}]' x $n) . "\n") }],
    ['fees', 'build', 'charter', sub { charter("biaya:\n  jenis: tetap\n  dasar: Perda Nomor 1 Tahun 2024\n  tarif:\n" . lines(shift, "    - {untuk: Golongan %d, jumlah: Rp1%d00}\n")) }],
    ['times', 'check', 'charter', sub { charter("waktu:\n" . lines(shift, "  - {untuk: Golongan %d, waktu: 5 hari kerja}\n")) }],
    ['products', 'check', 'charter', sub { charter("produk:\n" . lines(shift, "  - Surat %d\n")) }],
    ['variants', 'build', 'charter', sub { charter("varian:\n" . lines(shift, "  - {nama: Keadaan %d, waktu: 2 hari kerja, persyaratan: [Fotokopi KTP, Surat %d]}\n")) }],
    ['channels', 'build', 'charter', sub { charter("pengaduan:\n  kanal:\n" . lines(shift, "    - {jenis: telepon, nilai: 021 555 %d, label: Meja %d}\n")) }],
    ['ways to apply', 'check', 'charter', sub { charter("cara_akses:\n" . lines(shift, "  - {jenis: loket, tempat: Loket %d}\n")) }],
    ['hours', 'check', 'charter', sub { charter("jam_layanan:\n" . lines(shift, "  - {hari: Senin, jam: 08.00–15.00}\n")) }],
    ['search words', 'build', 'charter', sub { charter("kata_kunci:\n" . join('', map { '  - ' . word($_) . "\n" } 1 .. shift)) }],
    ['topics of a charter', 'check', 'charter', sub { charter("keperluan:\n" . lines(shift, "  - topik-%d\n")) }],
    ['former addresses', 'build', 'charter', sub { charter("alamat_lama:\n" . lines(shift, "  - dinas/lama-%d.html\n")) }],
    ['laws', 'check', 'charter', sub { charter("dasar_hukum:\n" . lines(shift, "  - Peraturan Nomor %d Tahun 2024\n")) }],
    ['changes to come', 'check', 'charter', sub { charter("perubahan:\n" . lines(shift, "  - {mulai: 2027-01-16, waktu: %d hari kerja}\n")) }],
    ['notices', 'check', 'charter', sub { charter("pemberitahuan:\n" . lines(shift, "  - {mulai: 2026-01-16, teks: Libur %d}\n")) }],
    ['words of a summary', 'check', 'charter', sub { charter('ringkasan: ' . words(shift) . "\n") }],
    ['lines of a folded text', 'check', 'charter', sub { charter("ringkasan: >-\n" . join('', map { '  ' . word($_) . "\n" } 1 .. shift)) }],
    ['letters of a title', 'check', 'charter', sub { my $n = shift; (my $c = charter('')) =~ s/^judul: .*/'judul: ' . 'a' x (4 * $n)/em; $c }],
    ['digits of a time', 'check', 'charter', sub { charter('waktu: ' . '1' x (4 * shift) . " hari\n") }],
    ['digits of a fee', 'check', 'charter', sub { charter('biaya: Rp' . '1' x (4 * shift) . "\n") }],
    ['dots of a fee', 'check', 'charter', sub { charter('biaya: Rp1' . '.000' x shift() . "\n") }],
    ['dashes of hours', 'check', 'charter', sub { charter('jam_layanan: Senin' . '–Jumat 08.00' x shift() . "\n") }],
    ['brackets of a flow list', 'check', 'charter', sub { my $n = shift; charter('persyaratan: ' . '[' x $n . ']' x $n . "\n") }],
    ['unknown keys', 'check', 'charter', sub { charter(lines(shift, "asing%d: x\n")) }],
    ['the same key', 'check', 'charter', sub { charter("waktu: 1 hari\n" x shift) }],
    ['comments', 'check', 'charter', sub { charter("# keterangan\n" x shift) }],
    ['words pasted from Word', 'check', 'charter', sub { charter('ringkasan: "' . "\x{2022}\x{f0b7} a\x{a0}b " x shift() . "\"\n") }],
    ['paragraphs', 'build', 'charter', sub { charter('', join '', map { "Bagian " . word($_) . ".\n\n" } 1 .. shift) }],
    ['headings', 'build', 'charter', sub { charter('', "## Hal\n\nIsi.\n\n" x shift) }],
    ['links', 'build', 'charter', sub { charter('', join '', map { "[a$_](https://contoh.go.id/$_)\n\n" } 1 .. shift) }],
    ['links of one paragraph', 'build', 'charter', sub { charter('', "[a](https://contoh.go.id/) " x shift() . "\n") }],
    ['brackets that close nothing', 'check', 'charter', sub { charter('', '[' x shift() . "\n") }],
    ['stars that close nothing', 'check', 'charter', sub { charter('', '*a ' x shift() . "\n") }],
    ['depth of a list', 'check', 'charter', sub { my $n = shift; charter('', join '', map { ' ' x (2 * $_) . "- a\n" } 0 .. $n / 4) }],
    ['depth of a quotation', 'check', 'charter', sub { charter('', '> ' x shift() . "a\n") }],
    ['letters that run backwards', 'check', 'charter', sub { charter('', "\x{202e}a" x shift() . "\n") }],
    ['topics', 'build', 'topics', sub { lines(shift, "- {slug: t%d, label: Topik %d}\n") }],
    ['synonyms', 'check', 'topics', sub { "- slug: kependudukan\n  label: Kependudukan\n  sinonim:\n" . join '', map { '    - ' . word($_) . "\n" } 1 .. shift }],
    ['holidays', 'check', 'days', sub { "libur:\n" . join '', map { sprintf "  - {tanggal: 2026-%02d-%02d, nama: Hari %d}\n", 1 + $_ / 28 % 12, 1 + $_ % 28, $_ } 1 .. shift }],
    ['languages', 'check', 'site', sub { "nama: Layanan\nurl: https://contoh.example/\nbahasa: [id" . join('', map { sprintf ', %c%c%c', 97 + $_ / 676 % 26, 97 + $_ / 26 % 26, 97 + $_ % 26 } 1 .. shift) . "]\n" }],
    ['services', 'build', 'many', sub { shift }],
    ['agencies', 'build', 'agencies', sub { int(shift() / 2) }],
    ['requirements on paper', 'poster', 'charter', sub { charter("persyaratan:\n" . lines(int(shift() / 4), "  - Fotokopi surat nomor %d\n")) }],
    ['steps on paper', 'poster', 'charter', sub { charter("prosedur:\n" . lines(int(shift() / 4), "  - oleh: Petugas\n    teks: memeriksa berkas ke-%d\n")) }],
    ['branches on paper', 'poster', 'charter', sub { charter("prosedur:\n  - teks: memeriksa\n    cabang:\n" . lines(int(shift() / 4), "      - {jika: berkas jenis %d, maka: diteruskan}\n")) }],
    ['steps in a branch on paper', 'poster', 'charter', sub { charter("prosedur:\n  - teks: memeriksa\n    cabang:\n      - jika: kurang\n        maka: dilengkapi\n        langkah:\n" . lines(int(shift() / 2), "          - oleh: Petugas\n            teks: memeriksa berkas ke-%d\n")) }],
    ['details of a step on paper', 'poster', 'charter', sub { charter("prosedur:\n  - teks: memeriksa\n    rincian:\n" . lines(shift, "      - berkas ke-%d\n")) }],
    ['details of a requirement on paper', 'poster', 'charter', sub { charter("persyaratan:\n  - teks: Berkas\n    rincian:\n" . lines(shift, "      - surat ke-%d\n")) }],
    ['requirements at a distance', 'distance', 'charter', sub { charter("persyaratan:\n" . lines(int(shift() / 4), "  - Fotokopi surat nomor %d\n")) }],
    ['channels on paper', 'poster', 'charter', sub { charter("pengaduan:\n  kanal:\n" . lines(int(shift() / 4), "    - {jenis: telepon, nilai: 021 555 %d, label: Meja %d}\n")) }],
    ['fees on paper', 'poster', 'charter', sub { charter("biaya:\n  jenis: tetap\n  tarif:\n" . lines(int(shift() / 4), "    - {untuk: Golongan %d, jumlah: Rp1%d00}\n")) }],
    ['items to import', 'import', 'text', sub { "Akta Kelahiran\n\nPersyaratan\n\n" . lines(shift, "- Fotokopi surat %d\n") . "\nBiaya\n\nGratis\n" }],
    ['lines to import', 'import', 'text', sub { "Akta Kelahiran\n\nPersyaratan\n\n" . join('', map { "fotokopi " . word($_) . "\n" } 1 .. shift) }],
    ['headings to import', 'import', 'text', sub { "Akta Kelahiran\n\n" . "Persyaratan\n\n1. KTP\n\nBiaya\n\nGratis\n\n" x shift }],
    ['a paragraph to import', 'import', 'text', sub { "Akta Kelahiran\n\nPersyaratan\n\n" . words(shift) . "\n" }],
    ['rows to import', 'import', 'text', sub { "nama layanan,persyaratan,biaya\n" . lines(shift, "Layanan %d,KTP,Gratis\n") }],
);

sub put {
    my ($path, $text) = @_;
    make_path(dirname($path));
    utf8::encode($text) if utf8::is_utf8($text);
    open my $out, '>', $path or die "$path: $!";
    print {$out} $text;
    close $out;
}

sub lay {
    my ($dir, $what, $text) = @_;
    remove_tree($dir);
    system('cp', '-R', $site, $dir) == 0 or die;
    put("$dir/content/dinas/akta.md", charter(''));
    if ($what eq 'many') {
        (my $one = charter('')) =~ s/^judul: .*\n//m;
        $one =~ s/^---\n//;
        put("$dir/content/dinas/l$_.md", "---\njudul: Layanan " . word($_) . "\n$one") for 1 .. $text;
    } elsif ($what eq 'agencies') {
        my $agency = read_file("$site/content/dinas/instansi.yaml");
        for (1 .. $text) {
            (my $own = $agency) =~ s/^nama: .*/nama: Dinas $_/m;
            put("$dir/content/d$_/instansi.yaml", $own);
            put("$dir/content/d$_/akta.md", charter(''));
        }
    } else {
        put($what eq 'text' ? "$dir/masuk.txt" : "$dir/content/$file{$what}", $text);
    }
}

# steps COMMAND DIR: blocks of instructions run through, the exit code, the tags of the errors.
sub steps {
    my ($command, $dir) = @_;
    my @args = $command eq 'check' ? ('check') : $command eq 'build' ? ('build', '--no-posters', '-j1') : $command eq 'poster' ? ('build', '-j1')
        : $command eq 'distance' ? ('poster', 'content/dinas/akta.md', '--size', 'a3', '--jarak', '-o', 'jarak.pdf') : ('import', 'masuk.txt', '--print');
    my $said = "$top/said";
    my $code = system("cd '$dir' && valgrind --tool=none --stats=yes --log-file='$top/stats' '$maklumat' @args >'$said' 2>&1 </dev/null") >> 8;
    my ($n) = read_file("$top/stats") =~ /scheduler: ([\d,]+) event checks/ or die "valgrind counts nothing\n";
    $n =~ tr/,//d;
    my %tags;
    my $text = read_file($said);
    $tags{$1}++ while $text =~ /(?:kesalahan|peringatan): .*\[([a-z0-9-]+)\]$/mg;
    return ($n, $code, join ' ', sort keys %tags);
}

$| = 1;
# Valgrind 3.19 gives up on what clang tells debuggers.
if (`valgrind --tool=none --stats=yes '$maklumat' check '$site' 2>&1` !~ /event checks/) {
    print "1..0 # SKIP valgrind cannot read this program\n";
    exit;
}
my $n_tests = 0;
for my $shape (@shapes) {
    my ($name, $command, $what, $make) = @$shape;
    next if $name !~ /$only/;
    my (@n, @code, @tags);
    for my $i (0 .. 2) {
        lay("$top/s", $what, $make->($size * 4**$i));
        ($n[$i], $code[$i], $tags[$i]) = steps($command, "$top/s");
    }
    $n_tests++;
    my ($first, $second) = ($n[1] - $n[0], $n[2] - $n[1]);
    my $ratio = $first > 0 ? $second / $first : 0;
    my $crashed = grep { $_ > 3 } @code;
    my $refused = $tags[2] =~ /-(?:many|crowded|too-\w+|depth)\b/ && $n[2] < 3 * $n[0];
    my $good = !$crashed && ($refused || $first <= 0 || $ratio <= 4 * 1.75);
    printf "%sok %d - %s: %.2f%s\n", $good ? '' : 'not ', $n_tests, $name, $ratio, $tags[2] ? " ($tags[2])" : '';
    print "# $command: @n steps, exit codes @code\n" if !$good || $ENV{VERBOSE};
}
print "1..$n_tests\n";
