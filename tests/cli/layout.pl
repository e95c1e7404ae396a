#!/usr/bin/perl
# layout.pl VOCABULARY FILE.pdf...: what a reader would send back of finished PDFs, a line each, by the words
# and boxes of pdftotext -bbox: words in the margin, on one another, too small, or broken.
#
# VOCABULARY holds every text that may be printed. A word of a sheet must be one of its words, or a part
# of an address or of a compound that ends at its stroke.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

use constant {PT => 72 / 25.4, MARGIN_MM => 9.6, LEAST_PT => 8.9, EM => 1.21};    # Inter's box, in em

my $vocabulary = shift @ARGV;
my (%word, @compounds);

sub bare {    # without what stands around words
    my ($text) = @_;
    $text =~ s/^[("'“‘\[]+//;
    $text =~ s/[)"'”’\].,:;!?]+$//;
    return $text;
}

sub learn {
    my ($token) = @_;
    $word{$token} = $word{bare($token)} = $word{uc bare($token)} = 1;
    push @compounds, bare($token) if $token =~ m{[-/@]} && length $token > 5;
}

open my $in, '<', $vocabulary or die "$vocabulary: $!\n";
while (<$in>) {
    learn($_) for split /[\s\x{a0}]+/;
    learn($_) for split /[\s\x{a0}"':,{}\[\]|]+/;
}
close $in;

# Amounts, dates, numbers of steps, codes of the mark are made by the program.
sub is_made {
    my ($text) = @_;
    return 1 if $text =~ /^[a-z]\.?$/;    # of items under an item
    return $text =~ /^(?:Rp)?[-+±0-9.,–\/]+(?:Rp[0-9.,]+)?$/ || $text =~ /^[-·•→›+×]+$/ || length $text == 0;
}

# "masing-" and "masing": pieces of a compound that end at a stroke.
sub is_piece {
    my ($text) = @_;
    for my $whole (@compounds) {
        my $at = index $whole, $text;
        next if $at < 0;
        my $end = $at + length $text;
        my $begins = $at == 0 || substr($whole, $at - 1, 1) =~ m{[-/@.–]};
        my $ends = $end == length $whole || substr($whole, $end - 1, 1) =~ m{[-/@.–]};
        return 1 if $begins && $ends;
    }
    return 0;
}

my %known;    # of words judged before

sub is_whole {
    my ($text) = @_;
    my $bare = bare($text);
    return $known{$text} //= $word{$text} || $word{$bare} || is_made($bare) || is_piece($bare) || $bare =~ m{://|\.html};
}

my $faults = 0;

sub fault {
    my ($where, $what) = @_;
    print "$where: $what\n" if ++$faults <= 40;
}

sub judge_page {
    my ($where, $w, $h, $words) = @_;
    my $edge = MARGIN_MM * PT;
    my @sorted = sort { $a->[1] <=> $b->[1] } @$words;
    for my $i (0 .. $#sorted) {
        my ($x0, $y0, $x1, $y1, $text) = @{$sorted[$i]};
        my $size = ($y1 - $y0) / EM;
        fault($where, "in the margin: $text") if $x0 < $edge || $x1 > $w - $edge || $y1 > $h - $edge + 0.25 * $size || $y0 < $edge - 0.3 * $size;
        fault($where, sprintf('%.1f pt: %s', $size, $text)) if $size < LEAST_PT;
        fault($where, "broken: $text") unless is_whole($text);
        my $low = $y1 - 0.3 * $size;    # the box is higher than the letters
        for my $k ($i + 1 .. $#sorted) {
            my ($a0, $b0, $a1, $b1, $other) = @{$sorted[$k]};
            last if $b0 + 0.3 * ($b1 - $b0) / EM > $low;
            fault($where, "on one another: $text / $other") if $a0 < $x1 - 0.8 && $x0 < $a1 - 0.8 && $other ne $text;
        }
    }
    return;
}

my ($pages, $n_words) = (0, 0);
for my $file (@ARGV) {
    open my $bbox, '-|', 'pdftotext', '-bbox', $file, '-' or die "pdftotext: $!\n";
    my ($w, $h, @words, $page);
    while (<$bbox>) {
        if (/<page width="([\d.]+)" height="([\d.]+)"/) {
            ($w, $h, @words) = ($1, $2);
            $page++;
        } elsif (m{<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>}) {
            my @box = ($1, $2, $3, $4, $5);
            $box[4] =~ s/&lt;/</g, $box[4] =~ s/&gt;/>/g, $box[4] =~ s/&quot;/"/g, $box[4] =~ s/&amp;/&/g;
            push @words, \@box;
            $n_words++;
        } elsif (m{</page>}) {
            $pages++;
            judge_page("$file, sheet $page", $w, $h, \@words);
        }
    }
    close $bbox;
}
print "$pages sheets, $n_words words, $faults faults\n";
exit($faults > 0 || $n_words == 0 ? 1 : 0);
