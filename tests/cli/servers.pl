# What the tests of delivering share: real servers on the loopback (vsftpd, proftpd, OpenSSH's sftp), a web server that shows what is at
# the target, a proxy that counts and cuts, and the deliveries themselves. Servers end with the test.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use FindBin;
use HTTP::Tiny;
use IO::Select;
use IO::Socket::INET;
use POSIX ();
use Time::HiRes qw(sleep time);

require "$FindBin::Bin/whole.pl";
our $n = 0;
our $password = 'Rahasia-ini-tidak-boleh-terbaca';
our $top = tempdir(CLEANUP => 1);
our $web = "$top/web"; # what the servers show
our @children;
our $said_all = '';
my $m = $ENV{MAKLUMAT};
$ENV{MAKLUMAT_LANG} = 'id';
$ENV{PATH} .= ':/usr/sbin:/usr/lib/openssh';
END { my $status = $?; kill 'KILL', @children if @children; waitpid $_, 0 for @children; $? = $status }

sub have { my ($name) = @_; return grep { -x "$_/$name" } split /:/, $ENV{PATH} }

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

# Who logs in to which folder, by %d, the port.
our %target = (
    ftp     => 'ftp://anonymous@127.0.0.1:%d/web',
    ftps    => 'ftps://anonymous@localhost:%d/web',
    proftpd => 'ftps://web@localhost:%d/web',
    sftp    => 'sftp://' . getpwuid($<) . "\@localhost:%d$web",
);

# $top/cert.pem, for localhost, its key, and both in both.pem; 0 where there is no openssl.
sub certificate {
    return 1 if -e "$top/both.pem";
    return system("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost "
          . "-keyout '$top/key.pem' -out '$top/cert.pem' 2>/dev/null && cat '$top/key.pem' '$top/cert.pem' >'$top/both.pem'") == 0;
}

# Each server gives its port, 0 when it does not start here. It knows $password and no other.
sub vsftpd {
    my (@more) = @_;
    return 0 unless have('vsftpd');
    my $port = free_port();
    my $user = getpwuid $<;
    write_file("$top/vsftpd.passwords", "$password\n");
    chmod 0600, "$top/vsftpd.passwords";
    write_file("$top/vsftpd-$port.conf", join "\n", 'listen=YES', "listen_port=$port", 'listen_address=127.0.0.1',
        'background=NO', 'anonymous_enable=YES', 'anon_upload_enable=YES', 'anon_mkdir_write_enable=YES',
        'anon_other_write_enable=YES', 'anon_world_readable_only=NO', 'anon_umask=022', "anon_root=$top",
        'write_enable=YES', "ftp_username=$user", 'run_as_launching_user=YES', 'allow_writeable_chroot=YES',
        'secure_email_list_enable=YES', "email_password_file=$top/vsftpd.passwords", 'seccomp_sandbox=NO', @more, '');
    chmod 0600, "$top/vsftpd-$port.conf";
    return spawn($port, 'vsftpd', "$top/vsftpd-$port.conf");
}

sub vsftpd_tls {
    return certificate() && vsftpd('ssl_enable=YES', 'allow_anon_ssl=YES', 'force_anon_logins_ssl=YES', 'force_anon_data_ssl=YES',
        "rsa_cert_file=$top/both.pem", @_);
}

# Debian has one FTP server at a time; a second one lies unpacked in build/servers (tests/deps) or in PROFTPD_ROOT.
sub proftpd {
    my (@more) = @_;
    my $root = $ENV{PROFTPD_ROOT} // abs_path("$FindBin::Bin/../..") . '/build/servers';
    my ($program) = grep { -x } "$root/usr/sbin/proftpd", '/usr/sbin/proftpd';
    return 0 unless $program && certificate();
    my $modules = $program =~ s{/sbin/proftpd$}{/lib/proftpd}r;
    my ($uid, $gid) = ($<, (split ' ', $()[0]);
    my $port = free_port();
    write_file("$top/passwd", 'web:' . crypt($password, '$6$garam$') . ":$uid:$gid\::$top:/bin/sh\n");
    chmod 0600, "$top/passwd", "$top/key.pem";
    write_file("$top/proftpd-$port.conf", join "\n", 'ServerType standalone', 'DefaultServer on', "Port $port", 'DefaultAddress 127.0.0.1',
        'UseIPv6 off', "ModulePath $modules", 'LoadModule mod_tls.c', "AuthUserFile $top/passwd", 'AuthOrder mod_auth_file.c',
        'RequireValidShell off', 'RootLogin on', "PidFile $top/proftpd-$port.pid", "ScoreboardFile $top/proftpd-$port.score",
        "SystemLog $top/proftpd-$port.log", 'WtmpLog off', 'DelayEngine off', 'UseReverseDNS off', 'AllowOverwrite on', 'TLSEngine on',
        'TLSRequired on', "TLSRSACertificateFile $top/cert.pem", "TLSRSACertificateKeyFile $top/key.pem", @more, '');
    return spawn($port, $program, '-n', '-q', '-c', "$top/proftpd-$port.conf");
}

# $subsystem are options of the sftp server, or a program in its place and its options. The client's home knows neither the key of the server nor has it one of its own: see known().
sub sshd {
    my (@subsystem) = @_;
    return 0 unless have('sshd') && have('ssh-keygen');
    my $home = "$top/home";
    make_path "$home/.ssh";
    chmod 0700, $home, "$home/.ssh";
    -e "$top/host" or system "ssh-keygen -q -t ed25519 -N '' -f '$top/host' && ssh-keygen -q -t ed25519 -N '' -f '$home/.ssh/id_ed25519'";
    my $port = free_port();
    write_file("$top/sshd-$port.conf", join "\n", "Port $port", 'ListenAddress 127.0.0.1', "HostKey $top/host",
        "AuthorizedKeysFile $home/.ssh/id_ed25519.pub", "PidFile $top/sshd-$port.pid", 'StrictModes no', 'UsePAM no', 'PermitRootLogin yes',
        'PasswordAuthentication yes',
        'Subsystem sftp ' . join(' ', ($subsystem[0] // '') =~ m{^/} ? () : 'internal-sftp', @subsystem), '');
    make_path '/run/sshd' if $< == 0;
    return spawn($port, (have('sshd'))[0] . '/sshd', '-D', '-f', "$top/sshd-$port.conf");
}

# An sftp server, to be run by sshd(), that carries out the rename number $at of all and dies before it says so.
sub cut_renames {
    my ($at) = @_;
    my ($program) = grep { -x } map { "$_/sftp-server" } split /:/, $ENV{PATH};
    my $script = "$top/cut-rename-$at";
    write_file($script, "#!$^X\n" . <<'EOF' =~ s/PROGRAM/$program/r =~ s/AT/$at/r =~ s/COUNT/$script.count/gr);
use strict;
use warnings;
use IO::Select;
use IPC::Open2;
my $child = open2(my $from, my $to, 'PROGRAM', @ARGV);
my $select = IO::Select->new(\*STDIN, $from);
my ($text, $last) = ('', 0);
while (1) {
    for my $socket ($select->can_read) {
        sysread $socket, my $bytes, 65536 or exit;
        if ($socket == $from) { exit if $last; syswrite STDOUT, $bytes; next }
        $text .= $bytes;
        while (length $text >= 4 && length $text >= 4 + unpack 'N', $text) {
            my $message = substr $text, 0, 4 + unpack('N', $text), '';
            my $type = ord substr $message, 4;
            if ($type == 18 || $type == 200 && index($message, 'posix-rename@') > 0) {
                open my $count, '>>', 'COUNT'; print $count '.'; close $count;
                $last = -s 'COUNT' == AT;
            }
            syswrite $to, $message;
        }
    }
}
EOF
    chmod 0755, $script;
    return $script;
}

# The key of the server becomes one that is known, behind any port.
sub known {
    my $key = (split ' ', slurp($top)->{'host.pub'})[1];
    write_file("$top/home/.ssh/known_hosts", "[localhost]:* ssh-ed25519 $key\n");
}

# Serves $folder as http://127.0.0.1:PORT/situs/; gives the port. What it is asked for is added to $journal, when there is one.
sub httpd {
    my ($folder, $journal) = @_;
    my $listen = IO::Socket::INET->new(Listen => 20, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "socket: $!";
    my $child = fork // die "fork: $!";
    if ($child) { push @children, $child; return $listen->sockport }
    while (my $client = $listen->accept) {
        my $path = (<$client> // '') =~ m{^GET /situs/(\S*) } ? $1 : 'x';
        while (defined(my $line = <$client>)) { last if $line =~ /^\r?$/ }
        if ($journal) { open my $asked, '>>', $journal or die; print $asked "$path\n"; close $asked }
        $path =~ s/%([0-9a-fA-F]{2})/chr hex $1/ge;
        $path = 'index.html' if $path eq '';
        local $/;
        my $file;
        my $text = -f "$folder/$path" && open($file, '<:raw', "$folder/$path") ? <$file> : undef;
        print $client defined $text ? "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n$text" : "HTTP/1.0 404 Not Found\r\n\r\n";
        close $client;
    }
    exit 0;
}

# What is wrong with the pages that the home page at the port leads to, as faults() does, asked for over HTTP; adds to $$pages.
sub crawled {
    my ($port, $pages, @whole) = @_;
    my $browser = HTTP::Tiny->new(timeout => 600);
    return faults(sub {
        my ($path) = @_;
        my $answer = $browser->get("http://127.0.0.1:$port/situs/" . $path =~ s/([^A-Za-z0-9._\/~-])/sprintf '%%%02X', ord $1/ger);
        $$pages++;
        return $answer->{success} ? $answer->{content} : undef;
    }, @whole);
}

# The exit code of a delivery of the folder $from, and what it said.
sub deploy_from {
    my ($from, $target, @more) = @_;
    local %ENV = (%ENV, MAKLUMAT_PASSWORD => $password, HOME => "$top/home");
    $ENV{SSL_CERT_FILE} = "$top/cert.pem" if -e "$top/cert.pem";
    delete $ENV{SSH_AUTH_SOCK};
    my $command = join ' ', map { "'$_'" } $m, 'deploy', '--from', $from, '--retries', 0, @more, $target;
    my $said = `cd '$top' && $command 2>&1 </dev/null`;
    $said_all .= $said;
    return ($? >> 8, $said);
}

# Builds $top/site into $out; gives its files.
sub site {
    my ($out) = @_;
    my $said = `cd '$top/site' && '$m' build --no-posters --quiet --force -o '$out' 2>&1`;
    die $said if $?;
    return slurp($out);
}

sub put { my ($path, $text) = @_; write_file("$top/site/content/$path", $text) }

sub service {
    my ($path, $title, @more) = @_;
    put("$path.md", join "\n", '---', "judul: $title", 'persyaratan: [KTP, KK]', 'waktu: 3 hari kerja', 'biaya: gratis', @more, '---', '');
}

# Hands bytes on between a client and the server at `to`, counts, and cuts: gives its port, its process, and where it tells its count.
# `count` tells what one piece of the client's bytes counts; after `limit` all is cut and nobody is let in any more, or,
# with `once`, whoever comes again.
sub proxy {
    my ($to, $count, $limit, $once) = @_;
    my $listen = IO::Socket::INET->new(Listen => 20, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "socket: $!";
    my $port = $listen->sockport;
    pipe my $read, my $write or die "pipe: $!";
    my $child = fork // die "fork: $!";
    if ($child) { push @children, $child; close $write; return ($port, $child, $read) }
    my $counted = 0;
    $SIG{TERM} = sub { syswrite $write, $counted; POSIX::_exit(0) };
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

# A server that has too many users when its first guests give their name; the next ones it hands on to `to`.
sub crowded {
    my ($to, $first) = @_;
    my $listen = IO::Socket::INET->new(Listen => 20, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "socket: $!";
    my $port = $listen->sockport;
    my $child = fork // die "fork: $!";
    if ($child) { push @children, $child; return $port }
    $SIG{CHLD} = 'IGNORE';
    while (my $client = $listen->accept) {
        if ($first-- > 0) {
            print $client "220 Selamat datang\r\n";
            $client->flush;
            readline $client;
            print $client "421 Terlalu banyak pengguna\r\n";
            close $client;
            next;
        }
        next if fork;
        my $server = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $to) or POSIX::_exit(1);
        my $select = IO::Select->new($client, $server);
        while (my @ready = $select->can_read) {
            for my $socket (@ready) {
                sysread $socket, my $bytes, 65536 or POSIX::_exit(0);
                syswrite $socket == $client ? $server : $client, $bytes;
            }
        }
    }
    POSIX::_exit(0);
}

# An FTP server of $top that lets one client in at a time and tells others so, and that deletes no file named $kept. It gives its port.
sub narrow {
    my ($kept) = @_;
    my $listen = IO::Socket::INET->new(Listen => 20, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "socket: $!";
    my $child = fork // die "fork: $!";
    if ($child) { push @children, $child; return $listen->sockport }
    my ($client, $data, $from);
    my $done = sub { return $_[0] ? '250 Selesai' : '550 Tidak dapat' };
    my $over = sub { # bytes over the data connection, either way
        my ($bytes) = @_;
        print $client "150 Silakan\r\n";
        my $socket = $data->accept or return;
        local $/;
        if (defined $bytes) { print $socket $bytes } else { $bytes = <$socket> }
        close $socket;
        return $bytes;
    };
    my %order = (
        USER => sub { '331 Sandinya' }, PASS => sub { '230 Masuk' }, PWD => sub { '257 "/"' }, TYPE => sub { '200 Ya' },
        EPSV => sub {
            $data = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1');
            return '229 (|||' . $data->sockport . '|)';
        },
        SIZE => sub { -f $_[0] ? '213 ' . -s _ : '550 Tidak ada' },
        MDTM => sub { -f $_[0] ? '213 20260101000000' : '550 Tidak ada' },
        RETR => sub { -f $_[0] or return '550 Tidak ada'; open my $file, '<:raw', $_[0]; local $/; $over->(scalar <$file>); '226 Selesai' },
        NLST => sub { -d $_[0] or return '550 Tidak ada'; opendir my $dir, $_[0]; $over->(join '', map { "$_\r\n" } readdir $dir); '226 Selesai' },
        STOR => sub { my $bytes = $over->(); open my $file, '>:raw', $_[0] or return '550 Tidak dapat'; print $file $bytes; '226 Selesai' },
        DELE => sub { $_[0] =~ m{/\Q$kept\E$} ? "550 $kept tetap di sini" : $done->(unlink $_[0]) },
        MKD  => sub { $done->(mkdir $_[0]) }, RMD => sub { $done->(rmdir $_[0]) },
        RNFR => sub { $from = $_[0]; -e $from ? '350 Menjadi' : '550 Tidak ada' }, RNTO => sub { $done->(rename $from, $_[0]) },
    );
    my $select = IO::Select->new($listen);
    my $text = '';
    while (1) {
        for my $socket (sort { ($a == $listen) <=> ($b == $listen) } $select->can_read) { # whoever leaves does so before the next one comes
            if ($socket == $listen) {
                my $guest = $listen->accept or next;
                if ($client) { print $guest "421 Satu sambungan saja\r\n"; close $guest; next }
                print $guest "220 Selamat datang\r\n";
                ($client, $text) = ($guest, '');
                $select->add($client);
                next;
            }
            if (!sysread $client, $text, 65536, length $text) { $select->remove($client); close $client; undef $client; next }
            while ($text =~ s/^(\w+)(?: (.*?))?\r\n//) {
                my ($word, $path) = ($1, $2 // '');
                print $client $order{$word} ? $order{$word}->("$top/$path") : '502 Tidak dikenal', "\r\n";
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

1;
