#!/usr/bin/perl
# A build that is killed, or whose disk fails, at any call that writes: every page that index.html
# leads to is whole (as it was, or as it will be) and every link works; the next build brings, byte
# for byte, what an undisturbed one does.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Find qw(find);
use File::Path qw(make_path);
use File::Temp qw(tempdir);

my $here   = abs_path(dirname(__FILE__) . '/..');
my $shim   = "$ENV{BUILD}/tests/faults/shim.so";
my $cc     = $ENV{CC} || 'cc';
my $ROUNDS = $ENV{ROUNDS} || 6;    # of each kind, spread over all calls; ROUNDS=50 makes 100 kills and 100 full disks
my $n      = 0;

sub ok {
    my ($fine, $what, $why) = @_;
    $n++;
    print $fine ? "ok $n - $what\n" : "not ok $n - $what\n";
    print "# $_\n" for $fine ? () : split /\n/, $why // '';
    return $fine;
}

make_path(dirname $shim);
if (`ldd '$ENV{MAKLUMAT}' 2>/dev/null` =~ /asan/ || system($cc, qw(-shared -fPIC -O1 -D_GNU_SOURCE -o), $shim, "$here/faults/shim.c")) {
    print "1..0 # SKIP the shim needs a C compiler and a build without sanitizers\n";
    exit 0;
}

my $top = tempdir(DIR => -w '/dev/shm' ? '/dev/shm' : undef, CLEANUP => 1);
my ($content, $out) = ("$top/content", "$top/public");

sub put {
    my ($path, $text) = @_;
    make_path(dirname "$content/$path");
    open my $file, '>:raw', "$content/$path" or die "$path: $!";
    print $file $text;
    close $file;
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
    my $said = `'$ENV{MAKLUMAT}' build --jobs 1 --force --quiet --output '$where' '$top' 2>&1`;
    return ($? >> 8, $said);
}

# path => bytes of everything in a folder.
sub slurp {
    my ($folder) = @_;
    my %files;
    return \%files unless -d $folder;
    find({ no_chdir => 1, wanted => sub {
        return unless -f $_;
        open my $file, '<:raw', $_ or die "$_: $!";
        local $/;
        $files{ substr $_, 1 + length $folder } = <$file>;
    } }, $folder);
    return \%files;
}

# What is wrong with the pages that index.html leads to; '' = nothing.
sub faults {
    my ($files, @whole) = @_;
    my (%seen, @wrong);
    my @todo = exists $files->{'index.html'} ? ('index.html') : ();
    while (defined(my $page = shift @todo)) {
        next if $seen{$page}++;
        if (!exists $files->{$page}) { push @wrong, "broken link to $page"; next }
        push @wrong, "$page is not whole" unless grep { ($_->{$page} // '') eq $files->{$page} } @whole;
        next unless $page =~ /\.html$/;
        my $text = $files->{$page} =~ s/<!--.*?-->//gsr;
        while ($text =~ /\s(?:href|src)="([^"#?]+)/g) {
            my $link = $1;
            next if $link =~ /^(?:[a-z]+:|\/)/;
            my $path = ($page =~ m{^(.*/)}s ? $1 : '') . $link;
            $path =~ s/%([0-9a-fA-F]{2})/chr hex $1/ge;
            1 while $path =~ s{(^|/)\./}{$1} || $path =~ s{(^|/)(?!\.\./)[^/]+/\.\./}{$1};
            push @todo, $path;
        }
    }
    return join "\n", @wrong;
}

sub difference {
    my ($found, $wanted) = @_;
    my %all = (%$found, %$wanted);
    return join "\n", map { "$_ differs" }
      grep { ($found->{$_} // "\0") ne ($wanted->{$_} // "\0") } sort keys %all;
}

write_old();
my ($status, $said) = build("$top/old");
ok($status == 0, 'the old site builds', $said) or exit 1;
my $old = slurp("$top/old");
write_new();
($status, $said) = build("$top/new");
ok($status == 0, 'the new site builds', $said) or exit 1;
my $new = slurp("$top/new");
ok(faults($new, $new) eq '', 'no link of it is broken', faults($new, $new));

for my $before ('rebuild', 'new') {
    my $start = sub {
        system 'rm', '-rf', $out;
        system 'cp', '-a', "$top/old", $out if $before eq 'rebuild';
    };
    $start->();
    build($out, LD_PRELOAD => $shim, FAULT_COUNT => "$top/count");
    open my $file, '<', "$top/count" or die "no count: $!";
    chomp(my $calls = <$file>);
    my @whole = $before eq 'rebuild' ? ($old, $new) : ($new);
    for my $do ('kill', 28) {    # 28 = ENOSPC
        my ($wrong, $killed) = ('', 0);
        for my $i (1 .. $ROUNDS) {
            my $at = int($calls * $i / $ROUNDS);
            $start->();
            ($status, $said) = build($out, LD_PRELOAD => $shim, FAULT_AT => $at, FAULT_DO => $do);
            $killed++ if $status == ($do eq 'kill' ? 137 : 3);
            my $why = faults(slurp($out), @whole);
            $wrong .= "call $at of $calls, status $status: $why\n" if $why ne '';
            ($status, $said) = build($out);
            $why = $status == 0 ? difference(slurp($out), $new) : $said;
            $wrong .= "after call $at of $calls: $why\n" if $why ne '';
        }
        # A cache that cannot be written stops nothing.
        ok($wrong eq '' && $killed >= ($do eq 'kill' ? $ROUNDS : 1),
            "$before: " . ($do eq 'kill' ? 'killed' : 'disk full'), $wrong || "only $killed were stopped");
    }
}
print "1..$n\n";
