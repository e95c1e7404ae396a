#!/usr/bin/perl
# A build that is killed, or whose disk fails, at any call that writes: every page that index.html
# leads to is whole (as it was, or as it will be), every link works, strangers' files are there; the
# next build brings, byte for byte, what an undisturbed one does. A failing disk (EIO, full,
# read-only, not allowed; for one call, or from then on) ends the build with 3 and words that say so.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use FindBin;
use Time::HiRes qw(time);

$ENV{MAKLUMAT_LANG} = 'id';

BEGIN { require "$FindBin::Bin/whole.pl" }
my $here   = abs_path(dirname(__FILE__) . '/..');
my $shim   = "$ENV{BUILD}/tests/faults/shim.so";
my $cc     = $ENV{CC} || 'cc';
my $ROUNDS = $ENV{ROUNDS} || 5;    # of each kind, spread over all calls; `all` = each call, with each error
our $n     = 0;

make_path(dirname $shim);
if (`ldd '$ENV{MAKLUMAT}' 2>/dev/null` =~ /asan/ || system($cc, qw(-shared -fPIC -O1 -D_GNU_SOURCE -o), $shim, "$here/faults/shim.c")) {
    print "1..0 # SKIP the shim needs a C compiler and a build without sanitizers\n";
    exit 0;
}

my $top = tempdir(DIR => -w '/dev/shm' ? '/dev/shm' : undef, CLEANUP => 1);
my ($content, $out) = ("$top/content", "$top/public");

sub put {
    my ($path, $text) = @_;
    write_file("$content/$path", $text);
}

sub service {
    my ($path, $title, $more) = @_;
    put("$path.md", "---\njudul: $title\npersyaratan: [KTP, KK]\nwaktu: 3 hari kerja\nbiaya: gratis\n"
          . ($more // '') . "---\n");
}

sub agency {
    my ($path, $name) = @_;
    put("$path/instansi.yaml", "nama: $name\nalamat: Jl. Merdeka No. 1\n");
}

sub write_old {
    put('situs.yaml', "nama: Situs lama\n");
    agency('kab-x/dinas-a', 'Dinas A');
    service('kab-x/dinas-a/ktp', 'Penerbitan KTP');
    service('kab-x/dinas-a/kk',  'Penerbitan KK');
    agency('kab-x/dinas-b', 'Dinas B');
    service('kab-x/dinas-b/izin', 'Izin usaha');
}

# One title changes, one service and one agency come, one service goes.
sub write_new {
    service('kab-x/dinas-a/ktp',  'Penerbitan KTP elektronik');
    service('kab-x/dinas-a/kia',  'Kartu identitas anak');
    agency('kab-y/dinas-c', 'Dinas C');
    service('kab-y/dinas-c/sktm', 'Surat keterangan tidak mampu');
    unlink "$content/kab-x/dinas-b/izin.md";
}

sub build {
    my ($where, %env) = @_;
    local %ENV = (%ENV, %env);
    my $said = `'$ENV{MAKLUMAT}' build --jobs 1 --force --quiet --output '$where' '$top' 2>&1 >/dev/null`;
    return ($? >> 8, $said);
}

# A build by two workers, killed from outside when `seconds` have passed; the exit code as a shell has it.
sub build_and_kill {
    my ($where, $seconds) = @_;
    my $child = fork // die "fork: $!";
    if ($child == 0) {
        open STDOUT, '>', '/dev/null';
        open STDERR, '>', '/dev/null';
        exec $ENV{MAKLUMAT}, qw(build --jobs 2 --force --output), $where, $top or exit 127;
    }
    select undef, undef, undef, $seconds;
    kill 'KILL', $child;
    waitpid $child, 0;
    return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

my %words = (
    5  => 'disk gagal membaca atau menulis',
    13 => 'tidak diizinkan oleh sistem',
    28 => 'disk penuh',
    30 => 'sistem berkasnya hanya dapat dibaca',
);
my @errors = sort { $a <=> $b } keys %words;
my %strangers = ('.htaccess' => 'Options -Indexes', '.well-known/acme' => 'x', 'kab-x/dinas-b/surat.txt' => 'y');

# Which call fails how: [N, what].
sub plan {
    my ($kind, $calls) = @_;
    my @what = $kind eq 'killed' ? 'kill' : map { $kind eq 'failing once' ? $_ : "$_+" } @errors;
    return map { my $at = $_; map { [$at, $_] } @what } 1 .. $calls if $ROUNDS eq 'all';
    return map { [int($calls * $_ / $ROUNDS), $what[$_ % @what]] } 1 .. $ROUNDS;
}

# What is wrong after a build that was disturbed; '' = nothing.
sub damage {
    my ($do, $status, $said, $before, @whole) = @_;
    my $found = slurp($out);
    my @wrong = grep { $_ ne '' } faults($found, @whole);
    for my $path ($before eq 'rebuild' ? sort keys %strangers : ()) {
        push @wrong, "$path is gone" if (delete $found->{$path} // '') ne $strangers{$path};
    }
    my $number = $do =~ /^(\d+)/ ? $1 : 0;
    if ($number == 0) {
        push @wrong, "status $status" if $status != 137;
    } elsif ($status == 0) {    # the cache, which is only a cache, or cleaning up, which the next build does
        delete @$found{ grep { m{^\.maklumat-staging/} } keys %$found };
        push @wrong, grep { $_ ne '' } difference($found, $whole[-1]);
    } elsif ($status != 3 || $said !~ /\Amaklumat: \Q$out\E: .*: \Q$words{$number}\E\nmaklumat: halaman yang sudah terbit tetap utuh;.*\n\z/) {
        push @wrong, "status $status, saying: $said";
    }
    return join "\n", @wrong;
}

write_old();
my ($status, $said) = build("$top/old");
ok($status == 0, 'the old site builds', $said) or exit 1;
my $old = slurp("$top/old");
system 'mv', "$top/.maklumat-cache", "$top/cache";
write_new();
($status, $said) = build("$top/new");
ok($status == 0, 'the new site builds', $said) or exit 1;
my $new = slurp("$top/new");
ok(faults($new, $new) eq '', 'no link of it is broken', faults($new, $new));

for my $before ('rebuild', 'new') {
    my $start = sub {
        system 'rm', '-rf', $out, "$top/.maklumat-cache";
        return if $before eq 'new';
        system 'cp', '-a', "$top/old", $out;
        system 'cp', '-a', "$top/cache", "$top/.maklumat-cache";
        write_file("$out/$_", $strangers{$_}) for keys %strangers;
    };
    $start->();
    build($out, LD_PRELOAD => $shim, FAULT_COUNT => "$top/count");
    open my $file, '<', "$top/count" or die "no count: $!";
    chomp(my $calls = <$file>);
    my @whole = $before eq 'rebuild' ? ($old, $new) : ($new);
    for my $kind ('killed', 'failing once', 'failing for good') {
        my ($wrong, $stopped, $n_runs) = ('', 0, 0);
        for my $run (plan($kind, $calls)) {
            my ($at, $do) = @$run;
            my $where = "call $at of $calls, $do";
            $n_runs++;
            $start->();
            ($status, $said) = build($out, LD_PRELOAD => $shim, FAULT_AT => $at, FAULT_DO => $do);
            $stopped++ if $status != 0;
            my $why = damage($do, $status, $said, $before, @whole);
            $wrong .= "$where: $why\n" if $why ne '';
            ($status, $said) = build($out);
            my $after = slurp($out);
            delete @$after{keys %strangers};
            $why = $status == 0 ? difference($after, $new) : $said;
            $wrong .= "after $where: $why\n" if $why ne '';
        }
        ok($wrong eq '' && $stopped > 0, "$before: $kind ($n_runs of $calls calls, $stopped stopped)", $wrong || 'none was stopped');
    }

    $start->();
    my $began = time;
    build_and_kill($out, 0) for 1 .. 3;    # what starting costs
    my $least = (time - $began) / 3;
    $began = time;
    build($out);
    my $most = time - $began;
    my ($wrong, $killed, $n_runs) = ('', 0, $ROUNDS eq 'all' ? 100 : $ROUNDS);
    for my $i (1 .. $n_runs) {
        $start->();
        $status = build_and_kill($out, $least + ($most - $least) * $i / $n_runs);
        $killed++ if $status == 137;
        my $why = $status == 137 || $status == 0 ? faults(slurp($out), @whole) : "status $status";
        $wrong .= "kill $i of $n_runs: $why\n" if $why ne '';
        ($status, $said) = build($out);
        my $after = slurp($out);
        delete @$after{keys %strangers};
        $why = $status == 0 ? difference($after, $new) : $said;
        $wrong .= "after kill $i of $n_runs: $why\n" if $why ne '';
    }
    ok($wrong eq '', "$before: killed from outside ($n_runs times, $killed in time)", $wrong);
}
print "1..$n\n";
