#!/usr/bin/perl
# Deliveries that are cut off, by a proxy before real servers: vsftpd in the clear and with TLS, proftpd, OpenSSH's sftp. After each
# cut the target is crawled over HTTP: every page that the home page leads to is whole, as it was or as it will be, every link
# works; others' files are there; the next delivery brings, byte for byte, the site.
# ROUNDS=all cuts at every FTP command and at 40 random points of each encrypted connection; SEED=N chooses them.
use strict;
use warnings;
use FindBin;

BEGIN { require "$FindBin::Bin/servers.pl" }
our ($n, $top, $web, $said_all, $password, %target);
my $ROUNDS = $ENV{ROUNDS} || 2;
my $seed = $ENV{SEED} || time;
srand $seed;

if (!have('vsftpd')) {
    print "1..0 # SKIP vsftpd is not installed\n";
    exit 0;
}
print "# SEED=$seed\n";

# ---- the site, before and after ----

put('situs.yaml', "nama: Situs\n");
put('dinas-a/instansi.yaml', "nama: Dinas A\nalamat: Jl. Merdeka No. 1\n");
service('dinas-a/ktp', 'Penerbitan KTP');
service('dinas-a/kk',  'Penerbitan KK');
my $old = site("$top/old");
service('dinas-a/ktp', 'Penerbitan KTP elektronik');
service('dinas-a/kia', 'Kartu identitas anak');
unlink "$top/site/content/dinas-a/kk.md";
put('dinas-b/instansi.yaml', "nama: Dinas B\n");
service('dinas-b/izin', 'Izin usaha');
my $new = site("$top/new");
my %strangers = ('.htaccess' => 'Options -Indexes', '.well-known/acme' => 'x', 'dinas-a/surat.txt' => 'y');

sub start_old {
    system 'rm', '-rf', $web;
    system 'cp', '-a', "$top/old", $web;
    write_file("$web/$_", $strangers{$_}) for keys %strangers;
}

sub start_empty { system 'rm', '-rf', $web; make_path $web }

# ---- deliveries ----

sub deploy { return deploy_from("$top/new", @_) }

# What is at the target, without what is on its way and what is others'.
sub found {
    my ($gone) = @_;
    my $files = slurp($web);
    for my $path (sort keys %strangers) { $$gone .= "$path is gone\n" if (delete $files->{$path} // '') ne $strangers{$path} }
    return $files;
}

# The places of cuts among `all`: every one, or some at random, in order.
sub points {
    my ($all, $most) = @_;
    return 1 .. $all if $ROUNDS eq 'all' && !$most;
    my %at;
    $at{ 1 + int rand($all - 1) }++ while keys %at < ($ROUNDS eq 'all' ? $most : $ROUNDS);
    return sort { $a <=> $b } keys %at;
}

# Cuts deliveries through a proxy in front of `to`.
sub cut_all {
    my ($name, $to, $count, $most) = @_;
    my $target = $target{$name};
    my $http = httpd($web);
    for my $start (['changes', \&start_old, $old, $new], ['first', \&start_empty, $new]) {
        my ($kind, $begin, @whole) = @$start;
        next if $kind eq 'first' && $name ne 'ftp' && $ROUNDS ne 'all';
        $begin->();
        my ($port, $child, $read) = proxy($to, $count);
        my ($status, $said) = deploy(sprintf($target, $port), '-j', 2);
        my $all = stop_proxy($child, $read);
        ok($status == 0 && $all > 10, "$name, $kind: $all counted", $said) or next;
        my ($wrong, $stopped, $n_cuts, $pages) = ('', 0, 0, 0);
        for my $at (points($all, $most)) {
            $begin->();
            ($port, $child, $read) = proxy($to, $count, $at);
            ($status, $said) = deploy(sprintf($target, $port), '-j', 2);
            stop_proxy($child, $read);
            $stopped++ if $status == 3;
            $n_cuts++;
            my $gone = '';
            found(\$gone) if $kind eq 'changes';
            my $faults = crawled($http, \$pages, @whole);
            $wrong .= "cut at $at: $gone$faults (status $status: $said)\n" if $gone . $faults ne '' || $status !~ /^[03]$/;
            my ($again, $words) = deploy(sprintf $target, $to);
            $gone = '';
            my $left = difference($kind eq 'first' ? slurp($web) : found(\$gone), $new);
            $wrong .= "after cut at $at: $again $words$gone$left\n" if $again != 0 || $gone . $left ne '';
        }
        ok($wrong eq '' && $stopped > 0, "$name, $kind: cut at $n_cuts of $all points, $stopped stopped, $pages pages crawled",
            $wrong || 'none stopped');
    }
}

my $ftp = vsftpd();
if (!$ftp) {
    print "1..0 # SKIP vsftpd does not start here\n";
    exit 0;
}
start_old();
my $before = slurp($web);
my ($status, $said) = deploy(sprintf($target{ftp}, $ftp), '--dry-run');
ok($status == 0 && $said =~ /^hapus dinas-a\/kk\.html$/m && $said =~ /^baru  dinas-b\/izin\.html  /m, 'ftp: the plan', $said);
ok(difference(slurp($web), $before) eq '', 'ftp: a plan changes nothing');
my $gone = '';
cut_all('ftp', $ftp, \&commands, 0);
start_old();
my ($cut_port, $cut_child, $cut_read) = proxy($ftp, \&commands, 60, 1);
($status, $said) = deploy(sprintf($target{ftp}, $cut_port), '--retries', 3);
stop_proxy($cut_child, $cut_read);
ok($status == 0 && difference(found(\$gone), $new) eq '', 'ftp: cut once, it is tried again at once', $said);
# What a cut left under names that the next delivery does not use again, so that it stands there at the end.
sub leftovers {
    my ($name, $to) = @_;
    start_old();
    deploy(sprintf $target{$name}, $to);
    write_file("$web/.maklumat-kirim$_", 'cut') for '', '-0', '-1', '-2', '-3', '-4', '-5';
    my ($status, $said) = deploy(sprintf($target{$name}, $to), '-j', 2);
    ok($status == 0 && difference(found(\$gone), $new) eq '', "$name: what cuts left is cleared away", $said);
}
leftovers('ftp', $ftp);
start_old();
($status, $said) = deploy(sprintf($target{ftp}, crowded($ftp, 2)), '--retries', 2);
ok($status == 0 && difference(found(\$gone), $new) eq '', 'ftp: too many users at first: it comes again', $said);
($status, $said) = deploy(sprintf($target{ftp}, crowded($ftp, 9)), '--retries', 1);
ok($status == 3 && $said =~ /: 421 Terlalu banyak pengguna;/ && $said !~ /sandi ditolak/, 'ftp: too many users for long: said, not blamed on the password', $said);
my $port = vsftpd('max_per_ip=1');
start_old();
($status, $said) = deploy(sprintf($target{ftp}, $port), '-j', 4);
ok($status == 0 && difference(found(\$gone), $new) eq '', 'ftp: a server that allows one connection', $said);

if (my $ftps = vsftpd_tls()) {
    leftovers('ftps', $ftps);
    cut_all('ftps', $ftps, \&bytes, 40);
    if ($ROUNDS eq 'all') { # it is known by its silence, which takes a while
        my $implicit = vsftpd_tls('implicit_ssl=YES');
        start_old();
        ($status, $said) = deploy(sprintf $target{ftps}, $implicit);
        ok($status == 0 && difference(found(\$gone), $new) eq '', 'ftps: a server that wants TLS from the first byte', $said);
    }
    ($status, $said) = deploy('ftps://anonymous@127.0.0.1:' . $ftps . '/web', '--ca-file', '/etc/ssl/certs/ca-certificates.crt');
    ok($status == 3 && $said =~ /--ca-file/, 'ftps: a certificate that nobody vouches for', $said);
    ($status, $said) = deploy(sprintf $target{ftps}, $ftp);
    ok($status == 3 && $said =~ /tidak mendukung sambungan terenkripsi/, 'ftps: a server without TLS', $said);
}
if (my $proftpd = proftpd()) { leftovers('proftpd', $proftpd); cut_all('proftpd', $proftpd, \&bytes, 40) }
if (my $ssh = sshd()) { known(); leftovers('sftp', $ssh); cut_all('sftp', $ssh, \&bytes, 40) }

# ---- reading back ----

$port = httpd("$top/dilihat", "$top/asked");
write_file("$top/content/situs.yaml", "nama: Situs\nurl: http://127.0.0.1:$port/situs/\n");
($status, $said) = deploy("$top/dilihat");
my @asked = split /\n/, slurp($top)->{asked} // '';
ok($status == 0 && @asked == 4 && $asked[0] eq '' && (grep { /\.html$/ } @asked) == 3, 'the home page and three pages are read back', $said . "@asked");
($status, $said) = deploy("$top/dilihat");
ok($status == 0 && split(/\n/, slurp($top)->{asked}) == 4, 'not when nothing was sent');
($status, $said) = deploy("$top/tidak-dilihat");
ok($status == 0, 'the same pages elsewhere are fine', $said);
write_file("$top/dilihat/index.html", 'lain');
($status, $said) = deploy("$top/ketiga");
ok($status == 1 && $said =~ m{^maklumat: http://127\.0\.0\.1:\d+/situs/: yang tampil berbeda}m, 'what differs is told', $said);
($status, $said) = deploy("$top/keempat", '--no-verify');
ok($status == 0, 'unless nobody wants to know', $said);

ok(index($said_all, $password) < 0, 'the password is in no output');
print "1..$n\n";
