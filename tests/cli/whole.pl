# What the tests of publishing and delivering share: files, and whether what was published is whole.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Find qw(find);
use File::Path qw(make_path);

our $n;

sub ok($$;$) { # in scalar context, so that a match that fails is an argument
    my ($fine, $what, $why) = @_;
    $n++;
    print $fine ? "ok $n - $what\n" : "not ok $n - $what\n";
    print "# $_\n" for $fine ? () : split /\n/, $why // '';
    return $fine;
}

sub write_file {
    my ($path, $text) = @_;
    make_path(dirname $path);
    open my $file, '>:raw', $path or die "$path: $!";
    print $file $text;
    close $file;
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

# What is wrong with the pages that index.html leads to; '' = nothing. `files` are as slurp() gives them, or a function that
# gives the bytes at a path, undef where there is nothing.
sub faults {
    my ($files, @whole) = @_;
    my $get = ref $files eq 'CODE' ? $files : sub { $files->{ $_[0] } };
    my (%seen, @wrong);
    my @todo = defined $get->('index.html') ? ('index.html') : ();
    while (defined(my $page = shift @todo)) {
        next if $seen{$page}++;
        my $bytes = $get->($page);
        if (!defined $bytes) { push @wrong, "broken link to $page"; next }
        push @wrong, "$page is not whole" unless grep { ($_->{$page} // '') eq $bytes } @whole;
        next unless $page =~ /\.html$/;
        my $text = $bytes =~ s/<!--.*?-->//gsr;
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

1;
