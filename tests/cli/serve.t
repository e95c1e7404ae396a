#!/usr/bin/perl
# `maklumat serve` from outside: what it shows, what it writes, and what it refuses.
use strict;
use warnings;
use Test::More;
use IO::Socket::INET;
use JSON::PP;
use File::Temp qw(tempdir);
use File::Path qw(make_path);

my $maklumat = $ENV{MAKLUMAT} or die "MAKLUMAT is not set";
alarm 1800; # a server that says nothing must not hold up the tests for ever
my $top = tempdir(CLEANUP => 1);
my $dir = "$top/proyek";
my $agency = 'kab-x/dinas-y';
my $charter = "$agency/akta.md";
my ($port, $key, $pid);
$ENV{MAKLUMAT_LANG} = 'id';
$ENV{LD_BIND_NOW} = 1; # everything the module wants is there

sub put { my ($path, $text) = @_; (my $f = $path) =~ s{/[^/]*$}{}; make_path($f);
    open my $out, '>:raw', $path or die "$path: $!"; print $out $text; close $out }
sub get { my ($path) = @_; open my $in, '<:raw', $path or return; local $/; scalar <$in> }

sub start {
    my (@options) = @_;
    pipe my $read, my $write or die;
    $pid = fork // die;
    if ($pid == 0) { open STDOUT, '>&', $write or die; open STDERR, '>', "$top/galat"; exec $maklumat, 'serve', $dir, @options or die }
    close $write;
    while (<$read>) {
        ($port, $key) = ($1, $2) if m{http://127\.0\.0\.1:(\d+)/\?kunci=([0-9a-f]{32})};
        last if /Disusun/;
    }
    return $read;
}
sub stop { my ($signal) = @_; kill $signal, $pid; waitpid $pid, 0; return $? }

sub escape { my ($text) = @_; $text =~ s/([^A-Za-z0-9_.~-])/sprintf '%%%02X', ord $1/ge; $text }
sub form { my (%f) = @_; join '&', map { "$_=" . escape($f{$_}) } sort keys %f }

# ask(METHOD, TARGET, BODY, more headers): status, head and body
sub ask {
    my ($method, $target, $body, @more) = @_;
    $body //= '';
    my $socket = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port) or die "connect: $!";
    my @head = ("$method $target HTTP/1.1", "Host: 127.0.0.1:$port", "Cookie: maklumat-$port=$key", 'Connection: close');
    push @head, "Origin: http://127.0.0.1:$port", 'Content-Length: ' . length $body if $method eq 'POST';
    print $socket join("\r\n", @head, @more, '', $body);
    local $/;
    my $answer = <$socket> // '';
    my ($status) = $answer =~ m{^HTTP/1\.1 (\d+)};
    my ($h, $b) = split /\r\n\r\n/, $answer, 2;
    if (($h // '') =~ /chunked/i) { my $plain = ''; while ($b =~ s/^([0-9a-f]+)\r\n//i) { my $n = hex $1; last if !$n; $plain .= substr $b, 0, $n; substr($b, 0, $n + 2) = '' } $b = $plain }
    return ($status // 0, $h // '', $b // '');
}
sub status { my ($s) = ask(@_); $s }
# Until the page at that path holds (or, with a third argument, is something else than) these words.
sub wait_for {
    my ($path, $words) = @_;
    for (1 .. 300) { my ($s, $h, $b) = ask('GET', $path); return 1 if $s == 200 && $b =~ /\Q$words\E/; select undef, undef, undef, 0.1 }
    return 0;
}
sub open_file { my ($file) = @_; my ($s, $h, $b) = ask('GET', "/sunting/api/open?file=$file"); my ($hash) = $b =~ /"hash":"([0-9a-f]+)"/; return ($hash, $b) }
sub save { my ($file, $text, $hash) = @_; status('POST', '/sunting/api/save', form(file => $file, text => $text, hash => $hash)) }

my $text = "---\r\njudul: Akta # judul\r\nwaktu: 3 hari kerja\r\npersyaratan:\r\n  - 'KTP'\r\n---\r\nIsi.\r\n";
put("$dir/content/situs.yaml", "nama: Situs Uji\n");
my $year = (gmtime)[5] + 1900;
put("$dir/content/libur-$_.yaml", "sumber: SKB\nlibur:\n  - {tanggal: $_-12-25, nama: Natal}\n") for $year, $year + 1;
put("$dir/content/$agency/instansi.yaml", "nama: Dinas Y\ntelepon: (0343) 427605\n");
put("$dir/content/$charter", $text);
put("$dir/content/statis/jahat.html", "<script>fetch('/')</script>");
put("$dir/content/$agency/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
put("$top/rahasia.md", "---\njudul: Rahasia\n---\n");

my $out = start();
ok($port >= 8014, 'it says where it listens');
{
    my ($s, $h, $b) = ask('GET', '/');
    is($s, 200, 'the site is there');
    like($b, qr{<script src="/sunting/ui/langsung\.js"}, 'with what reloads it');
    like($h, qr{X-Content-Type-Options: nosniff}, 'types are what is said');
    ok(!-e "$dir/public", 'nothing is written into public/');
    ($s, $h, $b) = ask('GET', '/sunting/');
    is($s, 200, 'the editor is there');
    like($h, qr{Content-Security-Policy: default-src 'none'; script-src 'self';}, 'under a strict policy');
    ($s, $h, $b) = ask('GET', '/jahat.html');
    like($h, qr{Content-Security-Policy: sandbox}, "an author's own page runs as a stranger's");
}
{
    my ($s, $h, $b) = ask('GET', '/sunting/api/list');
    $b =~ s/("(?:warnings|notes)":)\d+/$1N/g;
    my $counts = '"errors":0,"warnings":N,"notes":N';
    is($b, qq({"readonly":false,"agencies":[{"folder":"$agency","file":"$agency/instansi.yaml",$counts,"gaps":0,"title":"Dinas Y",)
        . qq("services":[{"file":"$charter",$counts,"gaps":12,"title":"Akta","status":0}]}],"files":[{"file":"situs.yaml",$counts,"gaps":0},)
        . join(',', map { qq({"file":"libur-$_.yaml",$counts,"gaps":0}) } $year, $year + 1) . ']}', 'the list tells every file and its gaps');
    my %docs = (id => 'nama layanan', en => 'name of the service');
    for my $lang (sort keys %docs) {
        ($s, $h, $b) = ask('GET', "/sunting/api/fields?lang=$lang");
        my $fields = JSON::PP->new->decode($b)->{records}{service}{fields};
        is("$fields->[0]{key}: $fields->[0]{doc}", "judul: $docs{$lang}", "the table of fields, in $lang");
        is(scalar(grep { $_->{type} eq 'choice' && !@{ $_->{choices} // [] } } @$fields), 0, 'each choice has its words');
    }
}
{
    my %files = ("$agency/akta.html" => $charter, "$agency/poster/akta-a4.pdf" => "$agency/instansi.yaml", 'index.html' => 'situs.yaml', 'tiada/x.html' => 'situs.yaml');
    for my $page (sort keys %files) {
        my ($s, $h, $b) = ask('GET', "/sunting/api/findings?page=/$page");
        is(JSON::PP->new->decode($b)->{file}, $files{$page}, "$page is made of $files{$page}");
    }
    my $rich = join "\n", '---', 'judul: Akta', 'berlaku_sejak: 16 Januari 2024', 'biaya: Rp 5.000 per lembar', 'persyaratan:', "  - {teks: KTP, tautan: 'javascript:x'}",
        '  - {teks: Formulir, tautan: a.pdf}', 'pengaduan:', '  kanal:', '    - 0812-3456-7890 (WA)', '    - {jenis: surat, nilai: a@b.go.id}', '---', '';
    my ($s, $h, $b) = ask('POST', '/sunting/api/judge', form(file => $charter, text => $rich));
    my %read = map { $_->{field} => join ' -> ', $_->{text}, $_->{href} // () } @{ JSON::PP->new->decode($b)->{readings} };
    is_deeply(\%read, {
        'berlaku_sejak' => 'Selasa, 16 Januari 2024', 'biaya' => 'Rp5.000 per lembar',
        'persyaratan/0/tautan' => 'dicetak sebagai tulisan, bukan tautan', 'persyaratan/1/tautan' => 'dicetak sebagai tulisan, bukan tautan',
        'pengaduan/kanal/0' => 'WhatsApp: 0812-3456-7890 (WA) -> https://wa.me/6281234567890', 'pengaduan/kanal/1/nilai' => 'Surat: a@b.go.id',
    }, 'what is read is told field by field');
}
{
    my ($s, $h, $b) = ask('POST', '/sunting/api/judge', form(file => $charter, text => $text, action => 'set', at => 'waktu', value => '5 hari kerja'));
    is($s, 200, 'a change is judged');
    like($b, qr{"text":"---\\r\\njudul: Akta # judul\\r\\nwaktu: 5 hari kerja\\r\\n}, 'and changes its line only');
    like($b, qr{"field":"waktu","text":"selesai [^"]* bila masuk hari ini"}, 'what was read is said');
    like($b, qr("tag":"component-missing"[^}]*"field":"biaya"), 'a finding leads to its field');
    is(get("$dir/content/$charter"), $text, 'the file is as it was');
    ($s, $h, $b) = ask('GET', "/sunting/api/page?draft=$charter");
    like($b, qr{5 hari kerja}, 'the page shows the text that is not saved');
    ($s, $h, $b) = ask('GET', "/sunting/api/poster.png?file=$charter");
    like($b, qr{^\x89PNG}, 'and so does the poster');
    ($s) = ask('POST', '/sunting/api/judge', form(file => $charter, text => "---\na: &x 1\nb: *x\n---\n", action => 'set', at => 'a', value => '2'));
    is($s, 422, 'an anchor is not edited by a form');
}
{
    my ($hash) = open_file($charter);
    (my $new = $text) =~ s/3 hari/4 hari/;
    is(save($charter, $new, $hash), 200, 'it is saved');
    is(get("$dir/content/$charter"), $new, 'with every other byte');
    is(save($charter, $text, $hash), 409, 'but not over what was changed meanwhile');
    ok(wait_for("/$agency/akta.html", '4 hari kerja'), 'the site is built again');
    is(status('POST', '/sunting/api/undo', form(file => $charter)), 200, 'a save is taken back');
    is(get("$dir/content/$charter"), $text, 'byte for byte');
    is(status('POST', '/sunting/api/undo', form(file => $charter)), 404, 'and then there is none');
}
{
    my ($hash) = open_file($charter);
    rename "$dir/content/$charter", "$top/akta.md";
    symlink "$top/rahasia.md", "$dir/content/$charter";
    is(save($charter, 'x', $hash), 409, 'a link that took the place of the file is not written through');
    like(get("$top/rahasia.md"), qr/Rahasia/, 'nor what it leads to');
    is(status('GET', "/sunting/api/open?file=$charter"), 500, 'nor read through');
    unlink "$dir/content/$charter";
    rename "$top/akta.md", "$dir/content/$charter";
    rename "$dir/content/$agency", "$top/dinas";
    symlink "$top", "$dir/content/$agency";
    is(save("$agency/rahasia.md", 'x', $hash), 409, 'nor a folder that became a link');
    isnt(status('POST', '/sunting/api/upload?name=a.pdf&folder=' . escape($agency), '%PDF-1.4'), 200, 'nothing new is put there');
    ok(!-e "$top/a.pdf", 'nothing at all');
    unlink "$dir/content/$agency";
    rename "$top/dinas", "$dir/content/$agency";
}
for my $path ('../rahasia.md', '..%2frahasia.md', '/etc/passwd', '.maklumat-cache/x.md', 'kab-x/../../rahasia.md', 'kab-x\\..\\rahasia.md', "$agency/akta.txt", '', 'KAB-X/../x.md') {
    is(status('GET', '/sunting/api/open?file=' . escape($path)), 404, "no file is opened at \"$path\"");
}
for my $target ('/../rahasia.md', '/%2e%2e/rahasia.md', '/..%2frahasia.md', '/.maklumat', '/a//b') {
    is(status('GET', $target), 400, "no page at $target");
}
is(status('POST', '/sunting/api/new-agency', form(folder => '..', slug => 'x', title => 'X')), 422, 'no agency out of the folder');
is(status('POST', '/sunting/api/new-agency', form(folder => '', slug => '../x', title => 'X')), 422, 'no slug that climbs');
for my $folder ('halaman', 'statis', 'Kab Pasuruan', 'kab-x//y', 'kab-x/cari', 'riwayat') {
    is(status('POST', '/sunting/api/new-agency', form(folder => $folder, slug => 'uptd', title => 'X')), 422, "no agency in \"$folder\"");
    is(status('POST', '/sunting/api/new-service', form(folder => $folder, slug => 'abc', title => 'X')), 422, 'and no service');
}
is(status('POST', '/sunting/api/new-service', form(folder => 'tiada', slug => 'abc', title => 'X')), 422, 'no service where no agency is');
ok(!-e "$dir/content/tiada" && !-e "$dir/content/halaman" && !-e "$dir/content/Kab Pasuruan", 'and no folder is made');
put("$dir/content/statis/datang.html", '<script>1</script>');
put("$dir/content/statis/baru.html", '<script>2</script>');
ok(wait_for('/baru.html', '<script>2'), 'a file that comes while it runs is shown');
{
    my ($s, $h, $b) = ask('GET', '/baru.html');
    like($h, qr{Content-Security-Policy: sandbox}, "as a stranger's");
}
is(status('POST', '/sunting/api/upload?name=a.pdf&folder=' . escape($agency), '<html>'), 422, 'no page under a false name');
is(status('POST', '/sunting/api/upload?name=a.html&folder=' . escape($agency), '<html>'), 422, 'nor under its own');
is(status('POST', '/sunting/api/upload?name=' . escape('../../F 1.PDF') . '&folder=' . escape($agency), "%PDF-1.4\n\0x"), 200, 'a form is added');
ok(scalar(grep { -e } glob "$dir/content/$agency/*f-1.pdf"), 'under a safe name');
is(status('POST', '/sunting/api/new-agency', form(folder => 'kab-x', slug => 'dinas-z', title => 'Dinas "Z": baru')), 200, 'a new agency');
like(get("$dir/content/kab-x/dinas-z/instansi.yaml"), qr/^nama: 'Dinas "Z": baru'$/m, 'has its name');
is(status('POST', '/sunting/api/new-service', form(folder => 'kab-x/dinas-z', slug => 'izin', title => 'Izin')), 200, 'a new service');
is(status('POST', '/sunting/api/new-service', form(folder => 'kab-x/dinas-z', slug => 'izin', title => 'Izin')), 409, 'but not twice');
is(status('POST', '/sunting/api/new-page', form(slug => 'tentang', title => 'Tentang kami')), 200, 'a new page of the site');
like(get("$dir/content/halaman/tentang.md"), qr/^---\njudul: Tentang kami\nmenu: Tentang\n/, 'begun with its title');
is(status('POST', '/sunting/api/new-page', form(slug => '../x', title => 'X')), 422, 'and in its folder alone');
{
    my ($s, $h, $b) = ask('GET', '/x.html?draft=halaman/tentang.md');
    is($s, 200, 'it is shown before it is saved');
    like($b, qr{<h1>Tentang kami</h1>}, 'with its title');
    my ($t, $g, $c) = ask('POST', '/sunting/api/judge', form(file => 'halaman/tentang.md', text => "---\njudul: X\n---\n[a](tiada.pdf)\n"));
    like($c, qr/link-missing/, 'and judged by the same checks');
}
unlink "$dir/content/halaman/tentang.md";
is(status('POST', '/sunting/api/duplicate', form(file => $charter, slug => 'akta-dua', title => 'Akta Dua')), 200, 'a copy');
(my $copy = $text) =~ s/judul: Akta/judul: Akta Dua/;
is(get("$dir/content/$agency/akta-dua.md"), $copy, 'is the same but for its title');
put("$dir/content/$agency/akta.en.md", "---\njudul: Deed\n---\n");
is(status('POST', '/sunting/api/rename', form(file => $charter, slug => 'akta-lahir')), 200, 'another name');
like(get("$dir/content/$agency/akta-lahir.md"), qr{alamat_lama:\r\n  - kab-x/dinas-y/akta\.html\r\n}, 'keeps the old address');
ok(!-e "$dir/content/$charter", 'and the old file is gone');
ok(-e "$dir/content/$agency/akta-lahir.en.md", 'and its translation goes along');
unlink "$dir/content/$agency/akta-lahir.en.md";
ok(wait_for("/$agency/akta-lahir.html", '3 hari kerja'), 'its page is there');

# What cannot be done is told in the reader's language, and nothing is said to be done that is not.
sub told { my ($status, $h, $b) = @_; my $said = eval { JSON::PP->new->decode($b) } // {}; "$status " . ($said->{error} // "no answer: $b") }
{
    my $kept = "$dir/.maklumat-cache/serve/urung";
    my ($hash) = open_file("$agency/akta-lahir.md");
    my $was = get("$dir/content/$agency/akta-lahir.md");
    rename $kept, "$kept-lain";
    put($kept, 'bukan folder');
    my %form = (file => "$agency/akta-lahir.md", text => "$was\r\nlagi\r\n", hash => $hash);
    like(told(ask('POST', '/sunting/api/save', form(%form))), qr{^500 .*/serve/urung/[0-9a-f]+: bukan folder$}, 'no save whose former text cannot be kept');
    like(told(ask('POST', '/sunting/api/save?lang=en', form(%form))), qr{: Not a directory$}, 'told in English, too');
    is(get("$dir/content/$agency/akta-lahir.md"), $was, 'the file is as it was');
    unlink $kept;
    rename "$kept-lain", $kept;
    is(status('POST', '/sunting/api/save', form(%form)), 200, 'then it is saved');
    is(status('POST', '/sunting/api/undo', form(file => "$agency/akta-lahir.md")), 200, 'and taken back');
}
{
    rename "$dir/content", "$dir/isi";
    my @said;
    for (1 .. 300) { @said = ask('GET', '/sunting/api/findings?page=/index.html'); last if $said[0] == 500; select undef, undef, undef, 0.1 }
    is(told(@said), "500 $dir/content: tidak ada", 'a content folder that is gone is told, in one answer');
    is(told(ask('GET', '/sunting/api/list?lang=en')), "500 $dir/content: No such file or directory", 'in English');
    rename "$dir/isi", "$dir/content";
    ok(wait_for('/sunting/api/findings?page=/index.html', '"file":"situs.yaml"'), 'and back when it is back');
}

my $events = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port) or die "connect: $!";
print $events "GET /sunting/api/events HTTP/1.1\r\nHost: 127.0.0.1:$port\r\nCookie: maklumat-$port=$key\r\n\r\n";
my $heard = '';
1 while $heard !~ /\r\n\r\n/ && sysread $events, $heard, 4096, length $heard;
like($heard, qr{^HTTP/1\.1 200 .*^Content-Type: text/event-stream}ms, 'who waits is kept waiting');
put("$dir/content/$agency/akta-lahir.md", "tidak ada pembatas\n");
ok(wait_for('/sunting/api/findings', 'front-matter-missing'), 'a broken charter is reported');
1 while $heard !~ /^event: .*\ndata: .*\n\n/m && sysread $events, $heard, 4096, length $heard;
like($heard, qr{^event: \w+\ndata: .*\n\n}m, 'and told of the change');
close $events;
my ($s, $h, $b) = ask('GET', "/$agency/akta-lahir.html");
is($s, 200, 'and its page stays');
is(stop('INT'), 0, 'Ctrl-C ends it cleanly');

$out = start('--read-only');
is(status('POST', "/sunting/api/$_", form(file => $charter, text => 'x', hash => '0', slug => 'a', folder => '')), 404, "--read-only knows no $_")
    for qw(save undo new-agency new-service new-page duplicate rename upload);
is(status('GET', '/'), 200, 'but shows the site');
is(stop('TERM'), 0, 'so does a TERM');

unlink "$dir/content/$agency/akta-lahir.md";
is(system("cd '$dir' && '$maklumat' build >'$top/keluaran' 2>&1"), 0, 'the site is built') or diag get("$top/keluaran");
is(`grep -rlE 'sunting/|langsung[.](js|css)' '$dir/public'`, '', 'and holds no trace of all this');
$dir = "$top/tunggal";
put("$dir/content/instansi.yaml", "nama: Dinas Tunggal\n");
put("$dir/content/loket/akta.md", "---\njudul: Akta\n---\n");
$out = start();
for my $page ('index.html', 'poster/kanal.a4.pdf', 'loket/x/y.html') {
    my ($s, $h, $b) = ask('GET', "/sunting/api/findings?page=/$page");
    is(JSON::PP->new->decode($b)->{file}, 'instansi.yaml', "$page of the only agency, at the root, is made of its data");
}
is(stop('TERM'), 0, 'and ends');
isnt(system("'$maklumat' serve '$top/tidak-ada' >/dev/null 2>&1"), 0, 'no project, no server');
done_testing;
