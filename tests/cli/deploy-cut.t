#!/usr/bin/perl
# Deliveries to real servers on the loopback: vsftpd in the clear and with TLS, proftpd, OpenSSH's sftp. What is at the target is
# looked at after a delivery whose connection was cut: every page that index.html leads to is whole, as it was or as it
# will be, every link works, others' files are there; the next delivery brings, byte for byte, the site.
# ROUNDS=all cuts at every FTP command and at 40 points of each encrypted connection.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use FindBin;
use IO::Select;
use IO::Socket::INET;
use Time::HiRes qw(sleep time);

BEGIN { require "$FindBin::Bin/whole.pl" }
my $here   = abs_path(dirname(__FILE__) . '/..');
our $n     = 0;
my $ROUNDS = $ENV{ROUNDS} || 2;
my $m      = $ENV{MAKLUMAT};
$ENV{MAKLUMAT_LANG} = 'id';
$ENV{PATH} .= ':/usr/sbin:/usr/lib/openssh';
our $password = 'Rahasia-ini-tidak-boleh-terbaca';
my $top = tempdir(CLEANUP => 1);
my ($web, $content) = ("$top/web", "$top/site/content");
my @children;
my $said_all = '';
END { my $status = $?; kill 'KILL', @children if @children; waitpid $_, 0 for @children; $? = $status }

sub have { my ($name) = @_; return grep { -x "$_/$name" } split /:/, $ENV{PATH} }

if (!have('vsftpd')) {
    print "1..0 # SKIP vsftpd is not installed\n";
    exit 0;
}

# ---- the site, before and after ----

sub put { my ($path, $text) = @_; write_file("$content/$path", $text) }

sub service {
    my ($path, $title) = @_;
    put("$path.md", "---\njudul: $title\npersyaratan: [KTP, KK]\nwaktu: 3 hari kerja\nbiaya: gratis\n---\n");
}

sub site {
    my ($out) = @_;
    my $said = `cd '$top/site' && '$m' build --no-posters --quiet --force -o '$out' 2>&1`;
    die $said if $?;
    return slurp($out);
}

put('situs.yaml', "nama: Situs\n");
put('dinas-a/instansi.yaml', "nama: Dinas A\nalamat: Jl. Merdeka No. 1\n");
service('dinas-a/ktp', 'Penerbitan KTP');
service('dinas-a/kk',  'Penerbitan KK');
my $old = site("$top/old");
service('dinas-a/ktp', 'Penerbitan KTP elektronik');
service('dinas-a/kia', 'Kartu identitas anak');
unlink "$content/dinas-a/kk.md";
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

# ---- servers ----

sub free_port {
    my $socket = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "socket: $!";
    return $socket->sockport;
}

sub spawn {
    my ($port, @command) = @_;
    my $child = fork // die "fork: $!";
    if ($child == 0) {
        open STDOUT, '>', "$top/server.log";
        open STDERR, '>&', \*STDOUT;
        exec @command or exit 127;
    }
    push @children, $child;
    for (1 .. 100) {
        return $port if IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port);
        last if waitpid($child, 1) == $child;
        sleep 0.05;
    }
    return 0;
}

sub vsftpd {
    my (@more) = @_;
    my $port = free_port();
    my $user = getpwuid $<;
    write_file("$top/vsftpd-$port.conf", join "\n", 'listen=YES', "listen_port=$port", 'listen_address=127.0.0.1',
        'background=NO', 'anonymous_enable=YES', 'anon_upload_enable=YES', 'anon_mkdir_write_enable=YES',
        'anon_other_write_enable=YES', 'anon_world_readable_only=NO', 'anon_umask=022', "anon_root=$top",
        'write_enable=YES', "ftp_username=$user", 'run_as_launching_user=YES', 'allow_writeable_chroot=YES',
        'seccomp_sandbox=NO', @more, '');
    chmod 0600, "$top/vsftpd-$port.conf";
    return spawn($port, 'vsftpd', "$top/vsftpd-$port.conf");
}

# Debian has one FTP server at a time; a second one may lie unpacked in PROFTPD_ROOT.
my $proftpd_root = $ENV{PROFTPD_ROOT} // '';

sub proftpd {
    my ($uid, $gid) = ($<, (split ' ', $()[0]);
    my $port = free_port();
    write_file("$top/passwd", 'web:' . crypt($password, '$6$garam$') . ":$uid:$gid\::$top:/bin/sh\n");
    chmod 0600, "$top/passwd", "$top/key.pem";
    write_file("$top/proftpd.conf", join "\n", 'ServerType standalone', 'DefaultServer on', "Port $port", 'DefaultAddress 127.0.0.1',
        'UseIPv6 off', "ModulePath $proftpd_root/usr/lib/proftpd", 'LoadModule mod_tls.c', "AuthUserFile $top/passwd",
        'AuthOrder mod_auth_file.c', 'RequireValidShell off', 'RootLogin on', "PidFile $top/proftpd.pid",
        "ScoreboardFile $top/proftpd.score", "SystemLog $top/proftpd.log", 'WtmpLog off', 'DelayEngine off',
        'UseReverseDNS off', 'AllowOverwrite on', 'TLSEngine on', 'TLSRequired on', "TLSRSACertificateFile $top/cert.pem",
        "TLSRSACertificateKeyFile $top/key.pem", '');
    my ($program) = grep { -x } "$proftpd_root/usr/sbin/proftpd";
    return $program && spawn($port, $program, '-n', '-q', '-c', "$top/proftpd.conf");
}

sub sshd {
    my $port = free_port();
    my $home = "$top/home";
    make_path "$home/.ssh";
    chmod 0700, $home, "$home/.ssh";
    system "ssh-keygen -q -t ed25519 -N '' -f '$top/host' && ssh-keygen -q -t ed25519 -N '' -f '$home/.ssh/id_ed25519'";
    write_file("$top/sshd.conf", join "\n", "Port $port", 'ListenAddress 127.0.0.1', "HostKey $top/host",
        "AuthorizedKeysFile $home/.ssh/id_ed25519.pub", "PidFile $top/sshd.pid", 'StrictModes no', 'UsePAM no',
        'PasswordAuthentication no', 'Subsystem sftp internal-sftp', '');
    make_path '/run/sshd' if $< == 0;
    return spawn($port, (have('sshd'))[0] . '/sshd', '-D', '-f', "$top/sshd.conf");
}

# ---- what stands between: hands bytes on, counts, and cuts ----

# `count` tells what one piece of the client's bytes counts; after `limit` all is cut and nobody is let in any more, or,
# with `once`, whoever comes again.
sub proxy {
    my ($to, $count, $limit, $once) = @_;
    my $listen = IO::Socket::INET->new(Listen => 20, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "socket: $!";
    my $port = $listen->sockport;
    pipe my $read, my $write or die "pipe: $!";
    my $child = fork // die "fork: $!";
    if ($child) { push @children, $child; close $write; return ($port, $child, $read) }
    $SIG{TERM} = sub { syswrite $write, our $counted // 0; POSIX::_exit(0) };
    require POSIX;
    our $counted = 0;
    my (%peer, %is_client);
    my $select = IO::Select->new($listen);
    while (1) {
        for my $socket ($select->can_read) {
            if ($socket == $listen) {
                my $client = $listen->accept or next;
                my $server = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $to) or next;
                @peer{$client, $server} = ($server, $client);
                $is_client{$client} = 1;
                $select->add($client, $server);
                next;
            }
            my $peer = $peer{$socket} or next;
            if (!sysread $socket, my $bytes, 65536) {
                $select->remove($socket, $peer);
                delete @peer{$socket, $peer};
                $_->close for $socket, $peer;
                next;
            } else {
                $counted += $count->($bytes, $is_client{$socket});
                if (defined $limit && $counted > $limit) {
                    POSIX::_exit(0) unless $once;
                    ($limit, %peer) = (undef);
                    for my $open (grep { $_ != $listen } $select->handles) { $select->remove($open); close $open }
                    last;
                }
                syswrite $peer, $bytes;
            }
        }
    }
}

sub stop_proxy {
    my ($child, $read) = @_;
    kill 'TERM', $child;
    waitpid $child, 0;
    @children = grep { $_ != $child } @children;
    local $/;
    return <$read> || 0;
}

sub commands { my ($bytes, $client) = @_; return $client ? ($bytes =~ tr/\n//) : 0 }
sub bytes { my ($bytes) = @_; return length $bytes }

# ---- deliveries ----

sub deploy {
    my ($target, @more) = @_;
    local %ENV = (%ENV, MAKLUMAT_PASSWORD => $password, SSL_CERT_FILE => "$top/cert.pem", HOME => "$top/home");
    delete $ENV{SSH_AUTH_SOCK};
    my $command = join ' ', map { "'$_'" } $m, 'deploy', '--from', "$top/new", '--retries', 0, @more, $target;
    my $said = `cd '$top' && $command 2>&1 </dev/null`;
    $said_all .= $said;
    return ($? >> 8, $said);
}

# What is at the target, without what is on its way and what is others'.
sub found {
    my ($gone) = @_;
    my $files = slurp($web);
    for my $path (sort keys %strangers) { $$gone .= "$path is gone\n" if (delete $files->{$path} // '') ne $strangers{$path} }
    return $files;
}

sub points { my ($all, $most) = @_; return 1 .. $all if $ROUNDS eq 'all' && !$most;
    my $k = $ROUNDS eq 'all' ? $most : $ROUNDS; return map { int($all * ($_ - 0.5) / $k) } 1 .. $k }

# Cuts deliveries through a proxy in front of `to`.
sub cut_all {
    my ($name, $to, $target, $count, $most) = @_;
    for my $start (['changes', \&start_old, $old, $new], ['first', \&start_empty, $new]) {
        my ($kind, $begin, @whole) = @$start;
        next if $kind eq 'first' && $name ne 'ftp' && $ROUNDS ne 'all';
        $begin->();
        my ($port, $child, $read) = proxy($to, $count);
        my ($status, $said) = deploy(sprintf($target, $port), '-j', 2);
        my $all = stop_proxy($child, $read);
        ok($status == 0 && $all > 10, "$name, $kind: $all counted", $said) or next;
        my ($wrong, $stopped, $n_cuts) = ('', 0, 0);
        for my $at (points($all, $most)) {
            $begin->();
            ($port, $child, $read) = proxy($to, $count, $at);
            ($status, $said) = deploy(sprintf($target, $port), '-j', 2);
            stop_proxy($child, $read);
            $stopped++ if $status == 3;
            $n_cuts++;
            my $gone = '';
            my $faults = faults($kind eq 'first' ? slurp($web) : found(\$gone), @whole);
            $wrong .= "cut at $at: $gone$faults (status $status: $said)\n" if $gone . $faults ne '' || $status !~ /^[03]$/;
            my ($again, $words) = deploy(sprintf $target, $to);
            $gone = '';
            my $left = difference($kind eq 'first' ? slurp($web) : found(\$gone), $new);
            $wrong .= "after cut at $at: $again $words$gone$left\n" if $again != 0 || $gone . $left ne '';
        }
        ok($wrong eq '' && $stopped > 0, "$name, $kind: cut at $n_cuts of $all points, $stopped stopped", $wrong || 'none stopped');
    }
}

my $ftp = vsftpd();
if (!$ftp) {
    print "1..0 # SKIP vsftpd does not start here\n";
    exit 0;
}
my $plain = 'ftp://anonymous@127.0.0.1:%d/web';

start_empty();
my ($status, $said) = deploy(sprintf $plain, $ftp);
ok($status == 0 && difference(slurp($web), $new) eq '', 'ftp: first delivery', $said);
($status, $said) = deploy(sprintf $plain, $ftp);
ok($status == 0 && $said =~ /0 baru, 0 berubah, 0 dihapus, \d+ tetap; 0 B/, 'ftp: unchanged, nothing is sent', $said);
start_old();
my $before = slurp($web);
($status, $said) = deploy(sprintf($plain, $ftp), '--dry-run');
ok($status == 0 && $said =~ /^hapus dinas-a\/kk\.html$/m && $said =~ /^baru  dinas-b\/izin\.html  /m, 'ftp: the plan', $said);
ok(difference(slurp($web), $before) eq '', 'ftp: a plan changes nothing');
($status, $said) = deploy(sprintf $plain, $ftp);
my $gone = '';
ok($status == 0 && difference(found(\$gone), $new) eq '' && $gone eq '', 'ftp: changes, with strangers', $said . $gone);
cut_all('ftp', $ftp, $plain, \&commands, 0);
start_old();
my ($cut_port, $cut_child, $cut_read) = proxy($ftp, \&commands, 60, 1);
($status, $said) = deploy(sprintf($plain, $cut_port), '--retries', 3);
stop_proxy($cut_child, $cut_read);
ok($status == 0 && difference(found(\$gone), $new) eq '', 'ftp: cut once, it is tried again at once', $said);

start_empty();
write_file("$web/dinas-a/ktp.html", 'milik orang');
($status, $said) = deploy(sprintf $plain, $ftp);
ok($status == 3 && $said =~ m{bukan kiriman maklumat: dinas-a/ktp\.html;} && keys %{slurp($web)} == 1, 'ftp: others\' files are in the way', $said);
($status, $said) = deploy(sprintf($plain, $ftp), '--adopt');
ok($status == 0 && difference(slurp($web), $new) eq '', 'ftp: adopted', $said);

my $port = vsftpd('cmds_denied=RNFR,RNTO');
start_old();
($status, $said) = deploy(sprintf $plain, $port);
ok($status == 0 && difference(found(\$gone), $new) eq '' && $said =~ /tidak dapat mengganti nama/, 'ftp: a server that forbids rename', $said);
$port = vsftpd('write_enable=NO');
start_old();
$before = slurp($web);
($status, $said) = deploy(sprintf $plain, $port);
ok($status == 3 && $said =~ /server menolak: .*55\d/ && difference(slurp($web), $before) eq '', 'ftp: a read-only target', $said);
$port = vsftpd('max_per_ip=1');
start_old();
($status, $said) = deploy(sprintf($plain, $port), '-j', 4);
ok($status == 0 && difference(found(\$gone), $new) eq '', 'ftp: a server that allows one connection', $said);
$port = vsftpd('anonymous_enable=NO', 'local_enable=YES');
($status, $said) = deploy(sprintf $plain, $port);
ok($status == 3 && $said =~ /nama pengguna atau sandi ditolak/, 'ftp: login refused', $said);
SKIP: {
    make_path "$top/small";
    last SKIP if $< != 0 || system("mount -t tmpfs -o size=64k tmpfs '$top/small' 2>/dev/null");
    ($status, $said) = deploy("ftp://anonymous\@127.0.0.1:$ftp/small");
    ok($status == 3 && $said =~ /ruang di tujuan habis/, 'ftp: a full disk', $said);
    ok(!-e "$top/small/index.html", 'ftp: no home page without the pages it leads to');
    system "umount '$top/small'";
}

if (system("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout '$top/key.pem' -out '$top/cert.pem' 2>/dev/null && cat '$top/key.pem' '$top/cert.pem' >'$top/both.pem'") == 0) {
    my @tls = ('ssl_enable=YES', 'allow_anon_ssl=YES', 'force_anon_logins_ssl=YES', 'force_anon_data_ssl=YES', "rsa_cert_file=$top/both.pem");
    my $ftps = vsftpd(@tls);
    my $secure = 'ftps://anonymous@localhost:%d/web';
    start_empty();
    ($status, $said) = deploy(sprintf $secure, $ftps);
    ok($status == 0 && difference(slurp($web), $new) eq '', 'ftps: first delivery', $said);
    cut_all('ftps', $ftps, $secure, \&bytes, 40);
    if ($ROUNDS eq 'all') { # it is known by its silence, which takes a while
        my $implicit = vsftpd(@tls, 'implicit_ssl=YES');
        start_old();
        ($status, $said) = deploy(sprintf $secure, $implicit);
        ok($status == 0 && difference(found(\$gone), $new) eq '', 'ftps: a server that wants TLS from the first byte', $said);
    }
    ($status, $said) = deploy('ftps://anonymous@127.0.0.1:' . $ftps . '/web', '--ca-file', '/etc/ssl/certs/ca-certificates.crt');
    ok($status == 3 && $said =~ /--ca-file/, 'ftps: a certificate that nobody vouches for', $said);
    ($status, $said) = deploy(sprintf $secure, vsftpd());
    ok($status == 3 && $said =~ /tidak mendukung sambungan terenkripsi/, 'ftps: a server without TLS', $said);
}

if (-e "$top/cert.pem" && (my $proftpd = proftpd())) {
    my $secure = 'ftps://web@localhost:%d/web';
    start_old();
    ($status, $said) = deploy(sprintf $secure, $proftpd);
    ok($status == 0 && difference(found(\$gone), $new) eq '' && $said !~ /sempat/, 'proftpd: changes', $said);
    cut_all('proftpd', $proftpd, $secure, \&bytes, 40);
    { local $password = 'salah-sekali';
      ($status, $said) = deploy(sprintf $secure, $proftpd);
      ok($status == 3 && $said =~ /nama pengguna atau sandi ditolak/ && $said !~ /salah-sekali/, 'proftpd: a wrong password', $said); }
}

if (have('sshd') && have('ssh-keygen') && (my $ssh = sshd())) {
    my $user = getpwuid $<;
    my $shell = "sftp://$user\@localhost:%d$web";
    ($status, $said) = deploy(sprintf $shell, $ssh);
    ok($status == 3 && $said =~ /kunci server belum dikenal: localhost SHA256:/, 'sftp: a key that is not known', $said);
    my $key = (split ' ', slurp($top)->{'host.pub'})[1];
    write_file("$top/home/.ssh/known_hosts", "[localhost]:* ssh-ed25519 $key\n"); # behind any port
    start_old();
    ($status, $said) = deploy(sprintf $shell, $ssh);
    ok($status == 0 && difference(found(\$gone), $new) eq '' && $said !~ /sempat hilang/, 'sftp: changes, renamed over', $said);
    ($status, $said) = deploy(sprintf $shell, $ssh);
    ok($status == 0 && $said =~ /0 baru, 0 berubah, 0 dihapus, \d+ tetap; 0 B/, 'sftp: unchanged', $said);
    cut_all('sftp', $ssh, $shell, \&bytes, 40);
}
# ---- reading back ----

# Serves a folder over HTTP; what it is asked for is in $top/asked.
sub httpd {
    my ($folder) = @_;
    my $listen = IO::Socket::INET->new(Listen => 20, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "socket: $!";
    my $port = $listen->sockport;
    my $child = fork // die "fork: $!";
    if ($child) { push @children, $child; return $port }
    while (my $client = $listen->accept) {
        my $path = (<$client> // '') =~ m{^GET /situs/(\S*) } ? $1 : 'x';
        while (defined(my $line = <$client>)) { last if $line =~ /^\r?$/ }
        open my $asked, '>>', "$top/asked" or die;
        print $asked "$path\n";
        close $asked;
        $path = 'index.html' if $path eq '';
        local $/;
        open my $file, '<:raw', "$folder/$path";
        my $text = $file ? <$file> : undef;
        print $client defined $text ? "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n$text" : "HTTP/1.0 404 Not Found\r\n\r\n";
        close $client;
    }
    exit 0;
}

$port = httpd("$top/dilihat");
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
