#!/usr/bin/perl
# TAP: every PDF that is made keeps the machine rules of PDF/UA-1, and says each of its words once, in the order
# of the structure; and every rule is seen to be broken by a PDF that breaks it.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../pdfua";
use Encode;
use File::Temp;
use JSON::PP;
use Storable 'dclone';
use Rules;
use Broken;

chdir "$FindBin::Bin/../.." or die;
my $maklumat = $ENV{MAKLUMAT} // die "MAKLUMAT: path of the program\n";
for my $tool (qw(qpdf pdftotext)) {
    next unless system("command -v $tool >/dev/null 2>&1");
    print "ok 1 - # SKIP no $tool\n1..1\n";
    exit 0;
}
my $tmp = File::Temp->newdir;
my $n = 0;
my $failed = 0;

sub report {
    my ($good, $name, @why) = @_;
    printf "%s %d - %s\n", $good ? 'ok' : 'not ok', ++$n, $name;
    return if $good;
    $failed = 1;
    print "# $_\n" for @why;
}

sub make { my ($file, @options) = @_; system("'$maklumat' poster @options -o '$file' 2>'$tmp/log' >&2") == 0 }

# ---- what we make ----

# Words without their blanks: where a line ends is nobody's word.
sub letters { my ($text) = @_; $text =~ s/[\s\x{A0}\x{200B}]+//g; $text =~ s/\f//g; return $text }

sub first_difference {
    my ($a, $b) = @_;
    my $i = 0;
    $i++ while $i < length $a && $i < length $b && substr($a, $i, 1) eq substr($b, $i, 1);
    return map { encode('UTF-8', '…' . substr $_, $i > 20 ? $i - 20 : 0, 60) } $a, $b;
}

sub judge {
    my ($name, $file) = @_;
    my $pdf = Pdf->open_file($file);
    my @wrong = Rules::check($pdf);
    open my $out, '-|:encoding(UTF-8)', 'pdftotext', '-raw', $file, '-' or die;
    my $seen = letters(do { local $/; <$out> // '' });
    my $said = letters(Rules::said($pdf));
    push @wrong, 'what is seen and what is said:', first_difference($seen, $said) if $seen ne $said;
    push @wrong, 'no words' if $seen eq '';
    report(!@wrong, $name, @wrong);
    return $pdf;
}

my @options = ('--size a4 --annex', '--size a3', '--size a4 --hemat-tinta --padat --crop-marks --annex', '--size a2', '--size a1 --crop-marks --cmyk');
my @charters = sort glob('content/*/*/*.md');
my $base = "--base-url https://contoh.example/";
for my $i (0 .. $#charters) {
    my ($name) = $charters[$i] =~ m{content/(.*)\.md};
    make("$tmp/a.pdf", $charters[$i], $base, $options[$i % @options]) ? judge("$name $options[$i % @options]", "$tmp/a.pdf") : report(0, $name, `cat $tmp/log`);
    make("$tmp/b.pdf", $charters[$i], $options[($i + 1) % @options]) ? judge("$name $options[($i + 1) % @options]", "$tmp/b.pdf") : report(0, $name, `cat $tmp/log`);
}

# Pledge and channels, a logo, scripts whose letters change places, tables of fees, words that close a string.
my $rich = "$tmp/rich";
system("cp -r tests/golden/poster $rich && chmod -R u+w $rich") == 0 or die;
my $agency = "$rich/content/dinas-x";
sub append { my ($path, $text) = @_; open my $f, '>>', $path or die; print $f $text; close $f }
append("$agency/instansi.yaml", "logo: logo.svg\n");
append("$agency/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="100"><circle cx="40" cy="50" r="38" fill="#c00"/></svg>');
sub replace { my ($path, $from, $to) = @_; open my $f, '<', $path or die; my $text = do { local $/; <$f> }; $text =~ s/$from/$to/m or die; open $f, '>', $path or die; print $f $text }
replace("$agency/akta.md", '^judul:.*', "judul: 'Akta (\\) ꦲꦏ꧀ꦱꦫꦗꦮ ᬅᬓ᭄ᬱᬭ ᮃᮊ᮪ᮞᮛ'");
replace("$agency/kosong.md", '^judul:.*', "judul: Kosong\nwaktu: 3 hari kerja"); # with a title alone there is no poster
my $here = `pwd`;
chomp $here;
sub make_there { my ($file, @options) = @_; chdir $rich; my $made = make($file, @options); chdir $here; $made }
for my $charter (sort map { s{^\Q$rich\E/}{}r } glob("$agency/*.md")) {
    for my $size ('--size a4 --annex', '--size a3') {
        make_there("$tmp/a.pdf", $charter, $base, $size) ? judge("$charter $size", "$tmp/a.pdf") : report(0, $charter, `cat $tmp/log`);
    }
}
for my $kind (qw(maklumat kanal)) {
    make_there("$tmp/$kind.pdf", 'content/dinas-x', $base, "--kind $kind") ? judge("--kind $kind", "$tmp/$kind.pdf") : report(0, $kind, `cat $tmp/log`);
}

# The books of evidence: an agency that has everything, five that lack much, the other examination.
for my $book (['tests/exam', '--today 2026-11-22'], ['.', ''], ['tests/exam', '--instrumen ombudsman']) {
    my ($dir, $more) = @$book;
    system("'$maklumat' evidence --dir $dir $more -o '$tmp/a.pdf' 2>'$tmp/log' >&2") == 0 ? judge("evidence of $dir $more", "$tmp/a.pdf") : report(0, "evidence of $dir $more", `cat $tmp/log`);
}

# The annexes of decrees.
for my $folder (sort grep { -d } glob('content/*/*')) {
    system("'$maklumat' export lampiran $folder -o '$tmp/a.pdf' 2>'$tmp/log' >&2") == 0 ? judge("annex of $folder", "$tmp/a.pdf") : report(0, "annex of $folder", `cat $tmp/log`);
}

# For a print shop: inks alone, on words as on shapes and the logo; dark words are black and nothing else.
make_there("$tmp/cmyk.pdf", 'content/dinas-x/izin-rumah-potong.md', $base, '--size a4 --cmyk --crop-marks') or die `cat $tmp/log`;
my $inks = judge('--cmyk', "$tmp/cmyk.pdf");
my (%used, %words);
for my $page (@{$inks->pages}) {
    my $fill = '';
    for my $operation (Pdf::operators($inks->data($inks->get($page)->{'/Contents'}))) {
        my ($op, @args) = @$operation;
        $used{$op} = 1;
        $fill = join ' ', map { $_->{number} } @args if $op eq 'k';
        $words{$fill} = 1 if $op eq 'TJ';
    }
}
report(!grep({ $used{$_} } qw(g G rg RG cs CS sc SC scn SCN)) && $used{k} && $used{K}, 'all colours are inks');
my @dark = grep { (split ' ')[3] > 0.55 } keys %words;
report(@dark && !grep({ !/^0 0 0 / } @dark), 'dark words are in one ink', sort keys %words);
my ($picture) = grep { $_->{dict} && ($_->{dict}{'/ColorSpace'} // '') =~ /RGB|CMYK/ } map { $inks->get($_) } map { s/^obj://r } grep { /^obj/ } keys %{$inks->{objects}};
report($picture && $picture->{dict}{'/ColorSpace'} eq '/DeviceCMYK', 'the logo too');

# A date of the content, and none where there is none.
my ($dated, $undated) = map { Pdf->open_file($_) } "$tmp/a.pdf", "$tmp/kanal.pdf";
sub date_of { my ($pdf) = @_; $pdf->at($pdf->{objects}{trailer}{value}, '/Info')->{'/CreationDate'} }
report((grep { my $d = date_of($_); !defined $d || $d !~ /1980/ } $dated, $undated) == 2, 'no date is made up');

# ---- what breaks the rules ----

make_there("$tmp/good.pdf", 'content/dinas-x', $base, '--kind kanal') or die `cat $tmp/log`;
my $good = judge('the one to be broken', "$tmp/good.pdf");

# The PDF that `change` makes of the good one.
sub broken_file {
    my ($change) = @_;
    my $pdf = Pdf->of(dclone($good->{json}), "%PDF-1.5\n");
    my $draft = Draft->new($pdf);
    $change->($draft);
    open my $out, '>', "$tmp/broken.json" or die;
    print $out JSON::PP->new->utf8->encode($pdf->{json});
    close $out;
    system("qpdf --json-input '$tmp/broken.json' '$tmp/broken.pdf' 2>'$tmp/log'");
    system("qpdf --allow-weak-crypto --encrypt '' x 128 --accessibility=n -- '$tmp/broken.pdf' '$tmp/b2.pdf' && mv '$tmp/b2.pdf' '$tmp/broken.pdf'") if $draft->{encrypt};
    if ($draft->{header}) {
        open my $file, '+<:raw', "$tmp/broken.pdf" or die;
        print $file $draft->{header};
        close $file;
    }
    return "$tmp/broken.pdf";
}

report(join(' ', sort keys %Rules::RULES) eq join(' ', sort keys %Broken::BROKEN), 'every rule has something that breaks it');
my @none = Rules::check(Pdf->open_file(broken_file(sub { })));
report(!@none, 'unchanged, it keeps all', @none);
for my $rule (sort { Rules::by_number($a, $b) } keys %Broken::BROKEN) {
    my ($change, @others) = @{$Broken::BROKEN{$rule}};
    my %got = map { (split /: /)[0] => 1 } my @wrong = Rules::check(Pdf->open_file(broken_file($change)));
    my $want = join ' ', sort $rule, @others;
    report(join(' ', sort keys %got) eq $want, "$rule is seen", "wanted: $want", @wrong ? @wrong : 'nothing');
}

# A word that the structure does not know, and words in another order.
my $lost = Pdf->open_file(broken_file(sub { delete $_[0]->node('H1')->{value}{'/K'} }));
report(letters(Rules::said($lost)) ne letters(Rules::said($good)), 'a lost word is missed');
my $turned = Pdf->open_file(broken_file(sub { my $k = $_[0]->document->{value}{'/K'}; @$k = reverse @$k }));
report(letters(Rules::said($turned)) ne letters(Rules::said($good)), 'another order is missed');
print "1..$n\n";
exit $failed;
