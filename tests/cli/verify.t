#!/usr/bin/perl
# `maklumat verify`: a site as it is served, and as it lies in a folder, against what was built.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);
use IO::Compress::Gzip qw(gzip);
use IO::Socket::INET;
use Test::More;

my $root = abs_path(dirname(__FILE__) . '/../..');
my $maklumat = $ENV{MAKLUMAT} or die 'MAKLUMAT: path of the program';
my $top = tempdir(CLEANUP => 1);
$ENV{MAKLUMAT_LANG} = 'id';
chdir $top or die;
system("cp -R '$root/content' '$root/seeds' .") == 0 or die;
system("'$maklumat' build --no-posters >/dev/null 2>&1") == 0 or die 'no site';

sub run {
    my $out = `'$maklumat' verify @_ 2>&1`;
    return ($? >> 8) . " $out";
}
sub get { open my $file, '<:raw', $_[0] or die "$_[0]: $!"; local $/; return scalar <$file> }
sub put { my ($path, $bytes) = @_; make_path(dirname $path); open my $file, '>:raw', $path or die "$path: $!"; print $file $bytes; close $file }

my $page = 'kab-lebak/dinas-sosial/index.html';
my $n = () = get('public/.maklumat') =~ /\t/g;
$n /= 2;

# ---- a folder ----

system('cp -R public salinan');
is(run('salinan'), "0 $n berkas sama, 0 berubah, 0 hilang, 0 bukan dari maklumat, 0 dialihkan, 0 tidak terbaca\n", 'a copy is the same');
my $html = get("salinan/$page");
$html =~ s{</main>}{<a href="https://judi.example/slot">slot gacor</a><script>document.title = 'x';</script></main>};
put("salinan/$page", $html);
put('salinan/kab-lebak/bonus/index.html', 'judi');
unlink 'salinan/404.html' or die;
my $style = (glob 'salinan/*/*.css')[0];
put($style, get($style) . ' ');
$style =~ s{^salinan/}{};
is(run('salinan'), '1 ' . join('', sort { 0 } "berubah: $style\n", "hilang: 404.html\n") =~ s/^(.*\n)(.*\n)$/$2$1/r
      . "berubah: $page\n  disisipkan: a https://judi.example/slot\n  disisipkan: script document.title = 'x';\n"
      . "bukan dari maklumat: kab-lebak/bonus/index.html\n"
      . ($n - 3) . " berkas sama, 2 berubah, 1 hilang, 1 bukan dari maklumat, 0 dialihkan, 0 tidak terbaca\n",
    'one page changed, one added, one gone: each named, with what was slipped in');
like(run('tiada'), qr/^3 maklumat: tiada: tidak ada/, 'a folder that is not there');
like(run('salinan --from tiada'), qr/^3 maklumat: .*tiada/, 'no site to compare with');
put("public/$page", 'disunting');
like(run('salinan'), qr/^3 maklumat: .*jalankan lagi `maklumat build`/, 'our own copy was edited');
system("'$maklumat' build --no-posters >/dev/null 2>&1");

# ---- a server ----

# Answers with the files of `salinan` until it is killed; %is says what else it does.
sub serve {
    my %is = @_;
    my $socket = IO::Socket::INET->new(Listen => 64, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "$!";
    my $pid = fork // die;
    return ($pid, 'http://127.0.0.1:' . $socket->sockport . '/layanan/') if $pid;
    $SIG{CHLD} = 'IGNORE';
    while (my $client = $socket->accept) {
        next if fork;
        my ($path, $gzip) = (undef, 0);
        while (my $line = <$client>) {
            $path //= $1 if $line =~ m{^GET /layanan/(\S*)};
            $gzip = 1 if $is{gzip} && $line =~ /^Accept-Encoding:.*gzip/i;
            last if $line eq "\r\n";
        }
        my $file = ($path // '') . (($path // '') =~ m{(^|/)$} ? 'index.html' : '');
        my ($status, $head, $body) = ('200 OK', '', -f "salinan/$file" ? get("salinan/$file") : undef);
        ($status, $body) = ('404 Not Found', 'tidak ada') unless defined $body;
        ($status, $head) = ('302 Found', "Location: http://127.0.0.1:$is{elsewhere}/\r\n") if $is{elsewhere} && $file eq $page;
        ($status, $head) = ('302 Found', "Location: $is{to}\r\n") if $is{to} && $file eq $page;
        $body =~ s{</body>}{<script src="//iklan.example/b.js"></script></body>} if $is{banner} && $file =~ /\.html$/;
        if ($gzip) { my $packed; gzip(\$body => \$packed); ($body, $head) = ($packed, "$head" . "Content-Encoding: gzip\r\n") }
        print $client "HTTP/1.1 $status\r\n${head}Content-Length: " . length($body) . "\r\nConnection: close\r\n\r\n$body";
        exit 0;
    }
    exit 0;
}
sub against { my ($pid, $url) = serve(@_); my $told = run($url); kill 'TERM', $pid; waitpid $pid, 0; return $told }

remove_tree('salinan');
system('cp -R public salinan');
my $served = $n - grep { m{(^|/)\.[^/]*$} } map { /^([^\t]+)\t/ ? $1 : () } split /\n/, get('public/.maklumat');
my $fine = "0 $served berkas sama, 0 berubah, 0 hilang, 0 bukan dari maklumat, 0 dialihkan, 0 tidak terbaca\n";
is(against(), $fine, 'a server that gives what was built');
is(against(gzip => 1), $fine, 'a server that compresses');
my $pages = grep { /\.html$/ } map { /^([^\t]+)\t/ ? $1 : () } split /\n/, get('public/.maklumat');
my $told = against(banner => 1);
my $named = () = $told =~ m{  disisipkan: script //iklan\.example/b\.js\n}g;
is("$named " . ($told =~ /, (\d+) berubah/)[0], "$pages $pages", 'a banner is named on every page');
my $moved = against(to => 'https://judi.invalid/');
like($moved, qr/^1 tidak terbaca: \Q$page\E \(.*\)$/m, 'a redirect that leads nowhere');
my ($other, $elsewhere) = serve();
my ($port) = $elsewhere =~ /:(\d+)/;
like(against(elsewhere => $port), qr{^1 dialihkan: \Q$page\E -> http://127\.0\.0\.1:$port/$}m, 'a redirect to another place');
kill 'TERM', $other; waitpid $other, 0;
put("salinan/$page", get("salinan/$page") =~ s/Lebak/Lebek/r);
unlink 'salinan/404.html';
is(against(), "1 hilang: 404.html\nberubah: $page\n" . ($served - 2)
      . " berkas sama, 1 berubah, 1 hilang, 0 bukan dari maklumat, 0 dialihkan, 0 tidak terbaca\n", 'one byte changed, one file gone');
like(run('http://127.0.0.1:9/'), qr/^3 maklumat: .*127\.0\.0\.1:9/, 'nobody answers');
like(run(), qr/^2 maklumat: tulis alamat situsnya/, 'no address is known');
done_testing;
