#!/usr/bin/perl
# A site's life on real servers on the loopback: vsftpd with TLS, proftpd with TLS, OpenSSH's sftp, each the same steps: first delivery,
# nothing changed, one page changed, a service renamed, one withdrawn; then a wrong password, a full disk, a target that is
# read-only, a server that forbids renaming. Others' files are there from the beginning to the end.
use strict;
use warnings;
use File::Path qw(make_path);
use FindBin;

BEGIN { require "$FindBin::Bin/servers.pl" }
our ($n, $top, $web, $said_all, $password, %target);

my %started = (
    ftps    => [\&vsftpd_tls, { readonly => ['write_enable=NO'], norename => ['cmds_denied=RNFR,RNTO'] }],
    proftpd => [\&proftpd, { readonly => ["<Limit WRITE>\nDenyAll\n</Limit>"], norename => ["<Limit RNFR RNTO>\nDenyAll\n</Limit>"] }],
    sftp    => [\&sshd, { readonly => ['-R'], norename => ['-P rename,posix-rename'] }],
);
my %strangers = ('.htaccess' => 'Options -Indexes', '.well-known/acme' => 'x', 'dinas/surat.txt' => 'y');

put('situs.yaml', "nama: Situs\n");
put('dinas/instansi.yaml', "nama: Dinas\nalamat: Jl. Merdeka No. 1\n");
service('dinas/ktp', 'Penerbitan KTP');
service('dinas/kk',  'Penerbitan KK');
service('dinas/kia', 'Kartu identitas anak');

# The site after each step, built once for all servers.
my @steps;
sub step { my ($name) = @_; push @steps, [$name, "$top/step-" . @steps, site("$top/step-" . @steps)] }
step('first delivery');
step('nothing changed');
service('dinas/ktp', 'Penerbitan KTP', 'kata_kunci: [e-ktp]');
put('dinas/ktp.md', slurp("$top/site/content")->{'dinas/ktp.md'} =~ s/3 hari kerja/4 hari kerja/r);
step('one page changed');
unlink "$top/site/content/dinas/kk.md";
service('dinas/kartu-keluarga', 'Penerbitan KK', 'alamat_lama: dinas/kk.html');
step('a service renamed');
service('dinas/kia', 'Kartu identitas anak', 'status: dicabut');
step('a service withdrawn');
ok(($steps[3][2]{'dinas/kk.html'} // '') =~ /kartu-keluarga\.html/ && $steps[4][2]{'dinas/kia.html'} =~ /sudah dicabut/,
    'the old address leads on, and the page of what is withdrawn says so');

# What the server shows, strangers' files apart, of which $$gone tells.
sub found {
    my ($gone) = @_;
    my $files = slurp($web);
    for my $path (sort keys %strangers) { $$gone .= "$path is gone\n" if (delete $files->{$path} // '') ne $strangers{$path} }
    return $files;
}

# Which files are others than before: a file that is sent takes the place of the one that was.
sub inodes { my ($files) = @_; return { map { $_ => (stat "$web/$_")[1] } keys %$files } }

sub life {
    my ($name, $to) = @_;
    system 'rm', '-rf', $web;
    write_file("$web/$_", $strangers{$_}) for keys %strangers;
    my $http = httpd($web);
    my ($before, $inodes) = ({}, {});
    for (@steps) {
        my ($step, $from, $wanted) = @$_;
        my ($status, $said) = deploy_from($from, sprintf $target{$name}, $to);
        my ($gone, $pages) = ('', 0);
        my $files = found(\$gone);
        my $left = difference($files, $wanted) . crawled($http, \$pages, $wanted);
        ok($status == 0 && $left . $gone eq '' && $pages > 5, "$name: $step", $said . $left . $gone);
        my @news = grep { !exists $before->{$_} } sort keys %$wanted;
        my @changed = grep { exists $before->{$_} && $before->{$_} ne $wanted->{$_} } sort keys %$wanted;
        my @less = grep { !exists $wanted->{$_} } sort keys %$before;
        my @n = map { scalar grep { $_ ne '.maklumat' } @$_ } \@news, \@changed, \@less;
        ok($said =~ /\b$n[0] baru, $n[1] berubah, $n[2] dihapus, /, "$name: $step: @n files", $said);
        my $now = inodes($files);
        my $sent = join ' ', grep { ($inodes->{$_} // 0) != $now->{$_} && $_ ne '.maklumat' } sort keys %$now;
        my $same = join ' ', grep { $_ ne '.maklumat' } sort @news, @changed;
        ok($sent eq $same, "$name: $step: no other bytes travel", "sent: $sent\nare others: $same");
        ($before, $inodes) = ($wanted, $now);
    }
    return $before;
}

# The server as it is at the end of a life, one that stops deliveries: nothing is another, and the words say why.
sub refused {
    my ($name, $what, $target, $words) = @_;
    my $before = slurp($web);
    my ($status, $said) = deploy_from($steps[2][1], $target);
    ok($status == 3 && $said =~ $words, "$name: $what: said", "$status $said");
    ok(difference(slurp($web), $before) eq '', "$name: $what: nothing is changed there", difference(slurp($web), $before));
}

sub full_disk {
    my ($name, $to) = @_;
    my $small = "$top/web/small";
    make_path $small;
    if ($< != 0 || system "mount -t tmpfs -o size=64k tmpfs '$small' 2>/dev/null") {
        ok(1, "$name: a full disk # SKIP no disk can be mounted here");
        return;
    }
    my $target = sprintf($target{$name}, $to) . '/small';
    my ($status, $said) = deploy_from($steps[0][1], $target);
    ok($status == 3 && $said =~ /ruang di tujuan habis/, "$name: a full disk: said", "$status $said");
    ok(!-e "$small/index.html", "$name: a full disk: no home page without the pages it leads to");
    system "mount -o remount,size=4m '$small'";
    ($status, $said) = deploy_from($steps[0][1], $target);
    ok($status == 0 && difference(slurp($small), $steps[0][2]) eq '', "$name: a full disk: finished when there is room", $said);
    system "umount '$small'";
    rmdir $small;
}

for my $name (sort keys %started) {
    my ($start, $more) = @{ $started{$name} };
    my $to = $start->();
    if (!$to) { ok(1, "$name # SKIP is not installed, or does not start here"); next }
    my $target = sprintf $target{$name}, $to;
    if ($name eq 'sftp') {
        refused($name, 'a key that is not known', $target, qr/kunci server belum dikenal: localhost SHA256:/);
        known();
    }
    my $last = life($name, $to);
    { local $password = 'salah-sekali';
      rename "$top/home/.ssh/id_ed25519", "$top/home/.ssh/none";
      refused($name, 'a wrong password', $target, qr/nama pengguna atau sandi ditolak/);
      rename "$top/home/.ssh/none", "$top/home/.ssh/id_ed25519";
      ok($said_all !~ /salah-sekali/, "$name: which is not repeated"); }
    refused($name, 'read-only', sprintf($target{$name}, $start->(@{ $more->{readonly} })), qr/./);
    my ($gone, $http, $pages) = ('', httpd($web), 0);
    my ($status, $said) = deploy_from($steps[2][1], sprintf $target{$name}, $start->(@{ $more->{norename} }));
    my $left = difference(found(\$gone), $steps[2][2]) . crawled($http, \$pages, $steps[2][2]);
    ok($status == 0 && $left . $gone eq '' && $said =~ /tidak dapat mengganti nama/, "$name: a server that forbids rename", $said . $left . $gone);
    full_disk($name, $to);
}
# ---- a cut between a rename and its answer ----

sub cut_after_rename {
    my ($at, $what, @options) = @_;
    system 'rm', '-rf', $web;
    system 'cp', '-a', $steps[0][1], $web;
    my $target = sprintf $target{sftp}, sshd(cut_renames($at), @options);
    my ($status, $said) = deploy_from($steps[2][1], $target, '-j', 1, '--retries', 2);
    my $n_renames = -s "$top/cut-rename-$at.count" // 0;
    unlink "$top/cut-rename-$at.count";
    my $left = difference(slurp($web), $steps[2][2]);
    ok($status == 0 && $n_renames > $at && $left eq '' && $said !~ /tidak dapat mengganti nama/, "$what: cut behind rename $at",
        "$status $said$left");
}
if (have('sftp-server') && have('sshd') && have('ssh-keygen')) {
    for my $at (1, 3, 4) {
        cut_after_rename($at, 'sftp that renames over files');
        cut_after_rename($at, 'sftp that does not', '-P', 'posix-rename');
    }
}

# ---- one connection for all ----

# Whoever waits for the only connection must not take what it says to another for an answer of its own.
sub shared_connection {
    put("dinas/layanan-$_.md", slurp("$top/site/content")->{'dinas/ktp.md'}) for 1 .. 40;
    site("$top/whole");
    unlink glob "$top/site/content/dinas/layanan-*.md";
    site("$top/less");
    for my $round (1 .. 3) {
        system 'rm', '-rf', $web;
        system 'cp', '-a', "$top/whole", $web;
        my $target = sprintf $target{ftp}, narrow('layanan-7.html');
        my ($status, $said) = deploy_from("$top/less", $target, '-j', 8, '--force');
        ok($status == 3 && $said =~ /server menolak: dinas\/layanan-7\.html \(550 layanan-7\.html tetap di sini\)/,
            "one connection, $round: what is refused is told in the words of the refusal", "$status $said");
        ($status, $said) = deploy_from("$top/less", $target, '-j', 8, '--force');
        ok($status == 3 && $said =~ /menolak: dinas\/layanan-7\.html /, "one connection, $round: and is not forgotten", "$status $said");
    }
}
shared_connection();
# ---- a server that has more to say than anybody reads ----

sub endless {
    my ($name, $target) = @_;
    system 'rm', '-rf', $web;
    make_path $web;
    write_file("$web/.maklumat", '');
    truncate "$web/.maklumat", 129 * 1024 * 1024;
    my ($status, $said) = deploy_from($steps[0][1], $target);
    ok($status == 3 && $said =~ /\.maklumat: lebih banyak daripada yang dibaca/, "$name: a record without an end", "$status $said");
    unlink "$web/.maklumat";
}
endless('ftp', sprintf $target{ftp}, narrow('-'));
my $ssh = sshd();
endless('sftp', sprintf $target{sftp}, $ssh) if $ssh;

ok(index($said_all, $password) < 0, 'the password is in no output');
print "1..$n\n";
