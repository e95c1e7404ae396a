# Rules: the machine rules of PDF/UA-1 (ISO 14289-1), one entry a rule, named clause-number as the public validation
# profile does. Each says what is wrong on a Pdf; nothing when all is well.
package Rules;
use strict;
use warnings;
use Pdf;

our %RULES;
sub rule { my ($name, $test) = @_; $RULES{$name} = $test }

# All that is wrong, as "rule: what", in the order of the rules.
sub check {
    my ($pdf) = @_;
    my @wrong;
    for my $name (sort { by_number($a, $b) } keys %RULES) {
        my %seen;
        push @wrong, map { "$name: $_" } grep { !$seen{$_}++ } $RULES{$name}->($pdf);
    }
    return @wrong;
}

sub by_number {
    my @a = split /[.-]/, $_[0];
    my @b = split /[.-]/, $_[1];
    while (@a && @b) { my $order = shift(@a) <=> shift @b; return $order if $order }
    return @a <=> @b;
}

# ---- 5, 6: what the file says of itself ----

sub xmp { my ($pdf) = @_; my $bytes = $pdf->data($pdf->root->{'/Metadata'}); utf8::decode($bytes); $bytes }

# [prefix, key, value] of the properties in PDF/UA's name space, elements and attributes.
sub identification {
    my ($pdf) = @_;
    my $xmp = xmp($pdf);
    my @found;
    my @prefixes = $xmp =~ m{xmlns:(\w+)\s*=\s*["']http://www\.aiim\.org/pdfua/ns/id/["']}g;
    for my $prefix (@prefixes) {
        push @found, [$prefix, $1, $2] while $xmp =~ m{<\Q$prefix\E:(\w+)[^>]*>([^<]*)<}g;
        push @found, [$prefix, $1, $2] while $xmp =~ m{\s\Q$prefix\E:(\w+)\s*=\s*["']([^"']*)["']}g;
    }
    return @found;
}
rule '5-1' => sub { identification($_[0]) ? () : 'no PDF/UA identification' };
rule '5-2' => sub { map { "part $_->[2]" } grep { $_->[1] eq 'part' && $_->[2] ne '1' } identification($_[0]) };
my $n = 3;
for my $key (qw(part amd corr)) {
    rule '5-' . $n++ => sub { map { "prefix $_->[0]" } grep { $_->[1] eq $key && $_->[0] ne 'pdfuaid' } identification($_[0]) };
}
rule '6.1-1' => sub { $_[0]{header} =~ /^%PDF-1\.[0-7][\r\n]/ ? () : 'header' };
rule '6.2-1' => sub { ($_[0]->at($_[0]->root, '/MarkInfo', '/Marked') // 0) ? () : 'not marked' };
rule '7.1-4' => sub { ($_[0]->at($_[0]->root, '/MarkInfo', '/Suspects') // 0) ? 'suspects' : () };
rule '7.1-8' => sub {
    my $metadata = $_[0]->at($_[0]->root, '/Metadata');
    ref $metadata && ref $metadata->{dict} && ($metadata->{dict}{'/Type'} // '') eq '/Metadata' ? () : 'no metadata';
};
rule '7.1-9' => sub { xmp($_[0]) =~ m{<dc:title>.*?<rdf:li[^>]*>[^<]+}s ? () : 'no dc:title' };
rule '7.1-10' => sub { ($_[0]->at($_[0]->root, '/ViewerPreferences', '/DisplayDocTitle') // 0) ? () : 'title not displayed' };
rule '7.1-11' => sub { ref $_[0]->at($_[0]->root, '/StructTreeRoot') ? () : 'no structure' };

# ---- 7.1: tagged or artifact ----

sub is_tagged { my ($mark) = @_; $mark->{tag} ne 'Artifact' && defined $mark->{MCID} }

# The marks that the structure knows: "page MCID" => node.
sub known {
    my ($pdf) = @_;
    return $pdf->{known} if $pdf->{known};
    my %known;
    for my $node ($pdf->nodes) {
        $known{"$_->{page} $_->{mark}"} = $node for grep { defined $_->{mark} && defined $_->{page} } @{$node->{items}};
    }
    return $pdf->{known} = \%known;
}

sub is_known { my ($pdf, $mark) = @_; is_tagged($mark) && exists known($pdf)->{"$mark->{page} $mark->{MCID}"} }
sub marks { my ($pdf) = @_; $pdf->content; @{$pdf->{marks} // []} }

rule '7.1-1' => sub {
    my ($pdf) = @_;
    map { 'artifact in tagged content' } grep { $_->{tag} eq 'Artifact' && grep { is_tagged($_) } @{$_->{parents}} } marks($pdf);
};
rule '7.1-2' => sub {
    my ($pdf) = @_;
    map { "tagged content in an artifact: $_->{tag}" }
        grep { is_tagged($_) && grep { $_->{tag} eq 'Artifact' } @{$_->{parents}} } marks($pdf);
};
rule '7.1-3' => sub {
    my ($pdf) = @_;
    map { "neither tagged nor artifact: $_->{op}" }
        grep { my $item = $_; !grep { $_->{tag} eq 'Artifact' || is_known($pdf, $_) } @{$item->{parents}} } @{$pdf->content};
};
rule '7.1-5' => sub { my ($pdf) = @_; map { "type $_->{type}" } grep { !$_->{circle} && !Pdf::is_standard($_->{std}) } $pdf->nodes };
rule '7.1-6' => sub { map { "type $_->{type}" } grep { $_->{circle} } $_[0]->nodes };
rule '7.1-7' => sub {
    my $map = $_[0]->at($_[0]->root, '/StructTreeRoot', '/RoleMap');
    map { "type $_" } grep { Pdf::is_standard(substr $_, 1) } ref $map ? sort keys %$map : ();
};
rule '7.1-12' => sub { map { "no parent: $_->{type}" } grep { !ref $_[0]->get($_->{value}{'/P'}) } $_[0]->nodes };

# ---- 7.2: language, tables, lists ----

sub has_lang { defined $_[0]->text($_[0]->root->{'/Lang'}) }
sub lang_of { my ($pdf, $node) = @_; for (; $node; $node = $node->{parent}) { return 1 if $node->{value} && defined $node->{value}{'/Lang'} } 0 }
sub no_lang_for {
    my ($key) = @_;
    return sub {
        my ($pdf) = @_;
        return () if has_lang($pdf);
        map { "$key of $_->{type}" } grep { defined $_->{value}{"/$key"} && !lang_of($pdf, $_) } $pdf->nodes;
    };
}
rule '7.2-2' => sub { ref $_[0]->at($_[0]->root, '/Outlines') && !has_lang($_[0]) ? 'outlines' : () };
rule '7.2-21' => no_lang_for('ActualText');
rule '7.2-22' => no_lang_for('Alt');
rule '7.2-23' => no_lang_for('E');
rule '7.2-24' => sub { my ($pdf) = @_; has_lang($pdf) ? () : map { 'annotation' } grep { defined $_->{'/Contents'} } annotations($pdf) };
rule '7.2-25' => sub { my ($pdf) = @_; has_lang($pdf) ? () : map { 'field' } grep { defined $_->{'/TU'} } fields($pdf) };
rule '7.2-29' => sub {
    my ($pdf) = @_;
    my @all = ($pdf->root->{'/Lang'}, (map { $_->{value}{'/Lang'} } $pdf->nodes));
    my @said = ((map { $pdf->text($_) } grep { defined } @all), grep { defined } map { $_->{Lang} } marks($pdf));
    map { "language \"$_\"" } grep { !/^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/ } @said;
};
my $number = 30;
for my $key (qw(ActualText Alt E)) {
    rule '7.2-' . $number++ => sub {
        my ($pdf) = @_;
        has_lang($pdf) ? () : map { "$key of a span" }
            grep { $_->{tag} eq 'Span' && defined $_->{$key} && !spoken($pdf, $_) } marks($pdf);
    };
}
# Whether a mark or anything around it has a language.
sub spoken {
    my ($pdf, $mark) = @_;
    for my $here ($mark, @{$mark->{parents}}) {
        return 1 if defined $here->{Lang};
        return 1 if is_known($pdf, $here) && lang_of($pdf, known($pdf)->{"$here->{page} $here->{MCID}"});
    }
    return 0;
}
rule '7.2-33' => sub { !has_lang($_[0]) && xmp($_[0]) =~ /xml:lang\s*=\s*["']x-default/ ? 'x-default' : () };
rule '7.2-34' => sub {
    my ($pdf) = @_;
    has_lang($pdf) ? () : map { 'text' }
        grep { $_->{codes} && !grep { spoken($pdf, $_) } @{$_->{parents}} } @{$pdf->content};
};

sub may_hold {
    my ($parent, @kids) = @_;
    my %fine = map { $_ => 1 } @kids;
    return sub {
        my ($pdf) = @_;
        map { my $node = $_; map { "$_->{std} in $parent" } grep { !$fine{$_->{std}} } @{$node->{kids}} }
            grep { $_->{std} eq $parent } $pdf->nodes;
    };
}
sub stands_in {
    my ($kid, @parents) = @_;
    my %fine = map { $_ => 1 } @parents;
    return sub {
        my ($pdf) = @_;
        map { "$kid in " . ($_->{parent}{std} || 'nothing') } grep { $_->{std} eq $kid && !$fine{$_->{parent}{std}} } $pdf->nodes;
    };
}
sub kids_of { my ($node, $type) = @_; grep { $_->{std} eq $type } @{$node->{kids}} }
sub of_type { my ($pdf, $type) = @_; grep { $_->{std} eq $type } $pdf->nodes }
sub holds { my ($node) = @_; @{$node->{kids}} }

rule '7.2-3' => may_hold(qw(Table TR THead TBody TFoot Caption));
rule '7.2-4' => stands_in(qw(TR Table THead TBody TFoot));
rule '7.2-5' => stands_in(qw(THead Table));
rule '7.2-6' => stands_in(qw(TBody Table));
rule '7.2-7' => stands_in(qw(TFoot Table));
rule '7.2-8' => stands_in(qw(TH TR));
rule '7.2-9' => stands_in(qw(TD TR));
rule '7.2-10' => may_hold(qw(TR TH TD));
rule '7.2-11' => sub { map { 'heads' } grep { kids_of($_, 'THead') > 1 } of_type($_[0], 'Table') };
rule '7.2-12' => sub { map { 'feet' } grep { kids_of($_, 'TFoot') > 1 } of_type($_[0], 'Table') };
rule '7.2-13' => sub { map { 'foot alone' } grep { kids_of($_, 'TFoot') && !kids_of($_, 'TBody') } of_type($_[0], 'Table') };
rule '7.2-14' => sub { map { 'head alone' } grep { kids_of($_, 'THead') && !kids_of($_, 'TBody') } of_type($_[0], 'Table') };
rule '7.2-16' => sub {
    map { 'caption inside' } grep { my @k = @{$_->{kids}}; grep { $k[$_]{std} eq 'Caption' } 1 .. $#k - 1 } of_type($_[0], 'Table');
};
rule '7.2-17' => stands_in(qw(LI L));
rule '7.2-18' => stands_in(qw(LBody LI));
rule '7.2-19' => may_hold(qw(L L LI Caption));
rule '7.2-20' => may_hold(qw(LI Lbl LBody));
rule '7.2-26' => stands_in(qw(TOCI TOC));
rule '7.2-27' => may_hold(qw(TOC TOC TOCI Caption));
sub late_caption {
    my ($type) = @_;
    return sub { map { 'late caption' } grep { my @k = @{$_->{kids}}; grep { $k[$_]{std} eq 'Caption' } 1 .. $#k } of_type($_[0], $type) };
}
rule '7.2-28' => late_caption('TOC');
rule '7.2-40' => late_caption('L');
rule '7.2-36' => may_hold(qw(THead TR));
rule '7.2-37' => may_hold(qw(TBody TR));
rule '7.2-38' => may_hold(qw(TFoot TR));
rule '7.2-39' => sub { map { 'captions' } grep { kids_of($_, 'Caption') > 1 } of_type($_[0], 'Table') };

# The cells of a table in their places: {cell}[row][column], {twice}, {width}[row], {high}[column], {spans}.
sub grid {
    my ($pdf, $table) = @_;
    my @rows = map { $_->{std} eq 'TR' ? $_ : kids_of($_, 'TR') } @{$table->{kids}};
    my %grid = (rows => scalar @rows, cells => []);
    for my $r (0 .. $#rows) {
        my $c = 0;
        for my $cell (grep { $_->{std} =~ /^T[HD]$/ } @{$rows[$r]{kids}}) {
            my $across = $pdf->attribute($cell, 'Table', '/ColSpan') // 1;
            my $down = $pdf->attribute($cell, 'Table', '/RowSpan') // 1;
            $c++ while $grid{at}[$r][$c];
            push @{$grid{cells}}, [$cell, $r, $c];
            for my $y ($r .. $r + $down - 1) {
                for my $x ($c .. $c + $across - 1) {
                    $grid{twice}++ if $grid{at}[$y][$x];
                    $grid{at}[$y][$x] = $cell;
                }
            }
            $grid{spans} = 1 if $across > 1;
            $c += $across;
        }
    }
    return \%grid;
}
sub widths { my ($grid) = @_; map { scalar grep { $_ } @{$grid->{at}[$_] // []} } 0 .. $#{$grid->{at} // []} }
sub is_ragged { my ($grid) = @_; my @w = widths($grid); grep { $_ != $w[0] } @w }
rule '7.2-15' => sub { my ($pdf) = @_; map { 'cells overlap' } grep { grid($pdf, $_)->{twice} } of_type($pdf, 'Table') };
rule '7.2-41' => sub { my ($pdf) = @_; map { 'a cell reaches below its table' } grep { my $g = grid($pdf, $_); @{$g->{at} // []} > $g->{rows} } of_type($pdf, 'Table') };
rule '7.2-42' => sub { my ($pdf) = @_; map { 'ragged rows' } grep { my $g = grid($pdf, $_); !$g->{spans} && is_ragged($g) } of_type($pdf, 'Table') };
rule '7.2-43' => sub { my ($pdf) = @_; map { 'ragged rows with spans' } grep { my $g = grid($pdf, $_); $g->{spans} && is_ragged($g) } of_type($pdf, 'Table') };

# ---- 7.3 … 7.9: what elements say ----

sub says { my ($pdf, $node) = @_; length($pdf->text($node->{value}{'/Alt'}) // '') || defined $node->{value}{'/ActualText'} }
rule '7.3-1' => sub { my ($pdf) = @_; map { 'a figure without words' } grep { !says($pdf, $_) } of_type($pdf, 'Figure') };
rule '7.7-1' => sub { my ($pdf) = @_; map { 'a formula without words' } grep { !says($pdf, $_) } of_type($pdf, 'Formula') };
rule '7.4.2-1' => sub {
    my ($pdf) = @_;
    my ($deepest, @wrong) = (0);
    for my $node (grep { $_->{std} =~ /^H[1-6]$/ } $pdf->nodes) {
        my $level = substr $node->{std}, 1;
        push @wrong, "$node->{std} behind level $deepest" if $level > $deepest + 1;
        $deepest = $level;
    }
    return @wrong;
};
rule '7.4.4-1' => sub { map { "two H in $_->{type}" } grep { kids_of($_, 'H') > 1 } $_[0]->tree, $_[0]->nodes };
sub uses_both { my ($pdf) = @_; of_type($pdf, 'H') && grep { $_->{std} =~ /^H[1-6]$/ } $pdf->nodes }
rule '7.4.4-2' => sub { uses_both($_[0]) ? 'H beside H1 … H6' : () };
rule '7.4.4-3' => sub { uses_both($_[0]) ? 'H1 … H6 beside H' : () };

# A cell's heads: by its Headers, or a head in its row or column whose scope says so.
sub heads_of {
    my ($pdf, $grid, $cell, $row, $column) = @_;
    my %ids = map { ($pdf->text($_->[0]{value}{'/ID'}) // '') => 1 } grep { $_->[0]{std} eq 'TH' } @{$grid->{cells}};
    my $named = $pdf->attribute($cell, 'Table', '/Headers');
    if ($named) {
        my @unknown = grep { !$ids{$_} } map { $pdf->text($_) // '' } $pdf->list($named);
        return @unknown ? (0, join ' ', @unknown) : (1, '');
    }
    for my $x (0 .. $#{$grid->{at}[$row]}) {
        my $head = $grid->{at}[$row][$x] or next;
        return (1, '') if $head->{std} eq 'TH' && ($pdf->attribute($head, 'Table', '/Scope') // '') =~ m{^/(?:Row|Both)$};
    }
    for my $y (0 .. $#{$grid->{at}}) {
        my $head = $grid->{at}[$y][$column] or next;
        return (1, '') if $head->{std} eq 'TH' && ($pdf->attribute($head, 'Table', '/Scope') // '') =~ m{^/(?:Column|Both)$};
    }
    return (0, '');
}
sub lost_cells {
    my ($pdf, $want_named) = @_;
    my @wrong;
    for my $table (of_type($pdf, 'Table')) {
        my $grid = grid($pdf, $table);
        for my $place (@{$grid->{cells}}) {
            my ($cell, $row, $column) = @$place;
            next unless $cell->{std} eq 'TD';
            my ($found, $unknown) = heads_of($pdf, $grid, $cell, $row, $column);
            push @wrong, $unknown ne '' ? "no head \"$unknown\"" : 'a cell without a head' if !$found && ($unknown ne '' ? 1 : 0) == $want_named;
        }
    }
    return @wrong;
}
rule '7.5-1' => sub { lost_cells($_[0], 1) };
rule '7.5-2' => sub { lost_cells($_[0], 0) };
rule '7.9-1' => sub { my ($pdf) = @_; map { 'a note without an ID' } grep { !length($pdf->text($_->{value}{'/ID'}) // '') } of_type($pdf, 'Note') };
rule '7.9-2' => sub {
    my ($pdf) = @_;
    my %n;
    $n{$pdf->text($_->{value}{'/ID'}) // ''}++ for of_type($pdf, 'Note');
    map { "two notes \"$_\"" } grep { $_ ne '' && $n{$_} > 1 } sort keys %n;
};

# ---- 7.10 … 7.16: layers, files, forms, keys ----

sub layers { my ($pdf) = @_; my $oc = $pdf->at($pdf->root, '/OCProperties') or return (); grep { ref } map { $pdf->get($_) } $oc->{'/D'}, $pdf->list($oc->{'/Configs'}) }
rule '7.10-1' => sub { my ($pdf) = @_; map { 'no name' } grep { !length($pdf->text($_->{'/Name'}) // '') } layers($pdf) };
rule '7.10-2' => sub { map { 'AS' } grep { exists $_->{'/AS'} } layers($_[0]) };
rule '7.11-1' => sub {
    my ($pdf) = @_;
    my @wrong;
    $pdf->each_dictionary(sub {
        my ($d) = @_;
        push @wrong, 'a file without F and UF' if exists $d->{'/EF'} && grep { !length($pdf->text($d->{$_}) // '') } '/F', '/UF';
    });
    return @wrong;
};
rule '7.15-1' => sub {
    my ($pdf) = @_;
    my $xfa = $pdf->at($pdf->root, '/AcroForm', '/XFA') or return ();
    my $bytes = join '', map { $pdf->data($_) } ref $xfa eq 'ARRAY' ? @$xfa : $pdf->root->{'/AcroForm'} && $pdf->at($pdf->root, '/AcroForm')->{'/XFA'};
    return $bytes =~ m{<dynamicRender>\s*required} ? 'dynamic form' : ();
};
rule '7.16-1' => sub {
    my ($pdf) = @_;
    my $keys = $pdf->get($pdf->{objects}{trailer}{value}{'/Encrypt'});
    return ref $keys && !(defined $keys->{'/P'} && $keys->{'/P'} & 512) ? 'closed to screen readers' : ();
};

# ---- 7.18: links and other annotations ----

sub annotations { my ($pdf) = @_; map { my $page = $_; map { $pdf->get($_) } $pdf->list($pdf->get($page)->{'/Annots'}) } @{$pdf->pages} }
sub fields { my ($pdf) = @_; my $form = $pdf->at($pdf->root, '/AcroForm'); ref $form ? map { $pdf->get($_) } $pdf->list($form->{'/Fields'}) : () }

# Visible annotations of a kind with the element that holds each.
sub shown {
    my ($pdf, $wanted) = @_;
    my %holder;
    for my $node ($pdf->nodes) { $holder{$_->{object}} = $node for grep { $_->{object} } @{$node->{items}} }
    my @shown;
    for my $page (@{$pdf->pages}) {
        my $value = $pdf->get($page);
        my @crop = map { $pdf->get($_) } $pdf->list($value->{'/CropBox'} // $value->{'/MediaBox'});
        for my $reference ($pdf->list($value->{'/Annots'})) {
            my $a = $pdf->get($reference);
            next if ($a->{'/F'} // 0) & 2 || !$wanted->($a->{'/Subtype'} // '');
            my @r = map { $pdf->get($_) } $pdf->list($a->{'/Rect'});
            next if @r == 4 && @crop == 4 && ($r[2] < $crop[0] || $r[0] > $crop[2] || $r[3] < $crop[1] || $r[1] > $crop[3]);
            push @shown, [$a, $holder{$reference}];
        }
    }
    return @shown;
}
sub named { my ($pdf, $a, $node) = @_; length($pdf->text($a->{'/Contents'}) // '') || ($node && length($pdf->text($node->{value}{'/Alt'}) // '')) }
rule '7.18.1-1' => sub { map { "$_->[0]{'/Subtype'} outside of Annot" } grep { ($_->[1]{std} // '') ne 'Annot' } shown($_[0], sub { $_[0] !~ m{^/(?:Widget|PrinterMark|Link)$} }) };
rule '7.18.1-2' => sub { my ($pdf) = @_; map { "$_->[0]{'/Subtype'} without words" } grep { !named($pdf, @$_) } shown($pdf, sub { $_[0] ne '/Widget' }) };
rule '7.18.1-3' => sub {
    my ($pdf) = @_;
    map { 'a field without words' } grep { my ($a, $node) = @$_; !length($pdf->text($a->{'/TU'} // $pdf->at($a, '/Parent', '/TU')) // '') && !($node && defined $node->{value}{'/Alt'}) } shown($pdf, sub { $_[0] eq '/Widget' });
};
rule '7.18.2-1' => sub { map { 'TrapNet' } shown($_[0], sub { $_[0] eq '/TrapNet' }) };
rule '7.18.3-1' => sub { my ($pdf) = @_; map { 'tab order' } grep { $pdf->list($_->{'/Annots'}) && ($_->{'/Tabs'} // '') ne '/S' } map { $pdf->get($_) } @{$pdf->pages} };
rule '7.18.4-1' => sub { map { 'a widget outside of Form' } grep { ($_->[1]{std} // '') ne 'Form' } shown($_[0], sub { $_[0] eq '/Widget' }) };
rule '7.18.4-2' => sub {
    my ($pdf) = @_;
    map { 'a form of several things' } grep { !$pdf->attribute($_, 'PrintField', '/Role') && !(@{$_->{items}} == 1 && $_->{items}[0]{object}) } of_type($pdf, 'Form');
};
rule '7.18.5-1' => sub { map { 'a link outside of Link' } grep { ($_->[1]{std} // '') ne 'Link' } shown($_[0], sub { $_[0] eq '/Link' }) };
rule '7.18.5-2' => sub { my ($pdf) = @_; map { 'a link without words' } grep { !length($pdf->text($_->[0]{'/Contents'}) // '') } shown($pdf, sub { $_[0] eq '/Link' }) };
sub clips { my ($pdf) = @_; my @all; $pdf->each_dictionary(sub { push @all, $_[0] if ($_[0]{'/S'} // '') eq '/MCD' }); @all }
rule '7.18.6.2-1' => sub { my ($pdf) = @_; map { 'a clip without CT' } grep { !defined $_->{'/CT'} } clips($pdf) };
rule '7.18.6.2-2' => sub { my ($pdf) = @_; map { 'a clip without Alt' } grep { my @alt = $pdf->list($_->{'/Alt'}); !@alt || @alt % 2 || grep { !defined $pdf->text($_) } @alt } clips($pdf) };
rule '7.18.8-1' => sub { map { 'a printer mark in the structure' } grep { $_->[1] } shown($_[0], sub { $_[0] eq '/PrinterMark' }) };

# ---- 7.20: forms that are painted ----

sub forms { my ($pdf) = @_; $pdf->content; @{$pdf->{forms} // []} }
rule '7.20-1' => sub { map { 'a reference XObject' } grep { exists $_->{dict}{'/Ref'} } forms($_[0]) };
rule '7.20-2' => sub {
    my ($pdf) = @_;
    my %uses;
    $uses{$_->{name}}++ for grep { exists $_->{dict}{'/StructParents'} } forms($pdf);
    map { 'tagged content painted twice' } grep { $uses{$_} > 1 } sort keys %uses;
};

# ---- 7.21: fonts ----

# Fonts that show something: [font, its descendant or itself, {code => 1}].
sub fonts {
    my ($pdf) = @_;
    return @{$pdf->{fonts}} if $pdf->{fonts};
    my (%used, %mode, @order);
    for my $item (grep { $_->{codes} && $_->{font} } @{$pdf->content}) {
        push @order, $item->{font} unless $used{$item->{font}};
        $used{$item->{font}}{$_} = 1 for @{$item->{codes}};
        $mode{$item->{font}} = 1 if $item->{mode} != 3;
    }
    my @fonts;
    for my $reference (@order) {
        my $font = $pdf->get($reference);
        my ($kid) = map { $pdf->get($_) } $pdf->list($font->{'/DescendantFonts'});
        push @fonts, {ref => $reference, font => $font, inner => $kid // $font, codes => $used{$reference}, seen => $mode{$reference}};
    }
    $pdf->{fonts} = \@fonts;
    return @fonts;
}
sub composite { my ($pdf) = @_; grep { ($_->{font}{'/Subtype'} // '') eq '/Type0' } fonts($pdf) }
sub descriptor { my ($pdf, $f) = @_; $pdf->get($f->{inner}{'/FontDescriptor'}) }
sub is_embedded { my ($pdf, $f) = @_; my $d = descriptor($pdf, $f); ref $d && grep { ref $pdf->get($d->{$_}) } '/FontFile', '/FontFile2', '/FontFile3' }
# ISO 32000-1, table 118
my %KNOWN_CMAP = map { $_ => 1 } map { ("$_-H", "$_-V") } qw(Identity GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2
    UniGB-UTF16 B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16 83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ
    Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16 KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16);
$KNOWN_CMAP{$_} = 1 for qw(H V);
sub cmap { my ($pdf, $f) = @_; $pdf->get($f->{font}{'/Encoding'}) }

rule '7.21.3.1-1' => sub {
    my ($pdf) = @_;
    map { 'CIDSystemInfo' } grep {
        my $cmap = cmap($pdf, $_);
        my $own = $pdf->get($_->{inner}{'/CIDSystemInfo'}) // {};
        my $other = ref $cmap ? $pdf->get($cmap->{dict}{'/CIDSystemInfo'}) // {} : {};
        ref $cmap && !(($pdf->text($own->{'/Registry'}) // '') eq ($pdf->text($other->{'/Registry'}) // '?')
            && ($pdf->text($own->{'/Ordering'}) // '') eq ($pdf->text($other->{'/Ordering'}) // '?')
            && ($own->{'/Supplement'} // 0) <= ($other->{'/Supplement'} // -1));
    } composite($pdf);
};
rule '7.21.3.2-1' => sub {
    my ($pdf) = @_;
    map { 'no CIDToGIDMap' } grep {
        my $map = $pdf->get($_->{inner}{'/CIDToGIDMap'});
        ($_->{inner}{'/Subtype'} // '') eq '/CIDFontType2' && is_embedded($pdf, $_) && !(ref $map || ($map // '') eq '/Identity');
    } composite($pdf);
};
rule '7.21.3.3-1' => sub { my ($pdf) = @_; map { 'a CMap that is nowhere' } grep { my $cmap = cmap($pdf, $_); !ref $cmap && !$KNOWN_CMAP{substr $cmap // '/?', 1} } composite($pdf) };
rule '7.21.3.3-2' => sub {
    my ($pdf) = @_;
    map { 'WMode' } grep {
        my $cmap = cmap($pdf, $_);
        my ($said) = ref $cmap ? $pdf->data($_->{font}{'/Encoding'}) =~ m{/WMode\s+(\d)} : ();
        ref $cmap && ($said // 0) != ($cmap->{dict}{'/WMode'} // 0);
    } composite($pdf);
};
rule '7.21.3.3-3' => sub {
    my ($pdf) = @_;
    map { 'a CMap that uses another' } grep {
        my $cmap = cmap($pdf, $_);
        my $base = ref $cmap ? $pdf->get($cmap->{dict}{'/UseCMap'}) : undef;
        defined $base && (ref $base ? !$KNOWN_CMAP{substr $base->{dict}{'/CMapName'} // '/?', 1} : !$KNOWN_CMAP{substr $base, 1});
    } composite($pdf);
};
rule '7.21.4.1-1' => sub { my ($pdf) = @_; map { 'not embedded' } grep { $_->{seen} && ($_->{font}{'/Subtype'} // '') ne '/Type3' && !is_embedded($pdf, $_) } fonts($pdf) };

# [code, glyph] of what a composite font shows.
sub glyphs {
    my ($pdf, $f) = @_;
    my $map = $pdf->get($f->{inner}{'/CIDToGIDMap'});
    my $bytes = ref $map ? $pdf->data($f->{inner}{'/CIDToGIDMap'}) : undef;
    map { [$_, defined $bytes ? unpack('n', substr($bytes, 2 * $_, 2) . "\0\0") : $_] } sort { $a <=> $b } keys %{$f->{codes}};
}
sub program { my ($pdf, $f) = @_; $f->{program} //= $pdf->program_widths(descriptor($pdf, $f)) }
rule '7.21.4.1-2' => sub {
    my ($pdf) = @_;
    map { my $f = $_; my $program = program($pdf, $f); map { "no glyph for $_->[0]" } grep { $program && $_->[1] > $#$program } glyphs($pdf, $f) } grep { $_->{seen} } composite($pdf);
};
rule '7.21.4.2-1' => sub {
    my ($pdf) = @_;
    map { 'CharSet' } grep {
        my $d = descriptor($pdf, $_);
        ($_->{font}{'/Subtype'} // '') eq '/Type1' && ref $d && defined $d->{'/CharSet'} && is_embedded($pdf, $_)
            && grep { index(($pdf->text($d->{'/CharSet'}) // '') . '/', "/$_/") < 0 } names($pdf, $_);
    } fonts($pdf);
};
# Names of the glyphs that a simple font's differences give to what is shown.
sub names {
    my ($pdf, $f) = @_;
    my $encoding = $pdf->get($f->{font}{'/Encoding'});
    my ($code, %name) = (0);
    for my $entry (ref $encoding ? $pdf->list($encoding->{'/Differences'}) : ()) {
        if ($entry =~ /^\d+$/) { $code = $entry } else { $name{$code++} = substr $entry, 1 }
    }
    return map { $name{$_} // () } keys %{$f->{codes}};
}
rule '7.21.4.2-2' => sub {
    my ($pdf) = @_;
    map { 'CIDSet' } grep {
        my $d = descriptor($pdf, $_);
        my $program = program($pdf, $_);
        my $set = ref $d && $d->{'/CIDSet'} ? unpack('B*', $pdf->data($d->{'/CIDSet'})) . '0' x 65536 : undef;
        defined $set && $program && grep { (substr $set, $_, 1) ne '1' } 0 .. $#$program;
    } composite($pdf);
};
rule '7.21.5-1' => sub {
    my ($pdf) = @_;
    my @wrong;
    for my $f (grep { $_->{seen} } composite($pdf)) {
        my ($program, $widths) = (program($pdf, $f), $pdf->widths($f->{inner}));
        for my $pair (glyphs($pdf, $f)) {
            my $real = $program ? $program->[$pair->[1]] : undef;
            my $said = $widths->{$pair->[0]} // $widths->{default};
            push @wrong, sprintf('width of %d: %s, %.1f in the font', $pair->[0], $said, $real) if defined $real && abs($real - $said) > 1;
        }
    }
    return @wrong;
};

sub truetype { my ($pdf) = @_; grep { ($_->{font}{'/Subtype'} // '') eq '/TrueType' } fonts($pdf) }
sub is_symbolic { my ($pdf, $f) = @_; my $d = descriptor($pdf, $f); ref $d && ($d->{'/Flags'} // 0) & 4 }
# [platform, encoding] of the cmap's tables.
sub character_maps {
    my ($pdf, $f) = @_;
    my $d = descriptor($pdf, $f);
    my $bytes = ref $d && $d->{'/FontFile2'} ? $pdf->data($d->{'/FontFile2'}) : '';
    for my $i (0 .. (length $bytes > 12 ? unpack 'n', substr $bytes, 4, 2 : 0) - 1) {
        my ($tag, $offset) = unpack 'a4 x4 N', substr $bytes, 12 + 16 * $i, 16;
        next unless $tag eq 'cmap';
        my $count = unpack 'n', substr $bytes, $offset + 2, 2;
        return map { [unpack 'n n', substr $bytes, $offset + 4 + 8 * $_, 4] } 0 .. $count - 1;
    }
    return ();
}
rule '7.21.6-1' => sub {
    my ($pdf) = @_;
    map { 'no character map' } grep { my @maps = character_maps($pdf, $_); my $symbols = grep { $_->[0] == 3 && $_->[1] == 0 } @maps; !is_symbolic($pdf, $_) && @maps <= ($symbols ? 1 : 0) } truetype($pdf);
};
rule '7.21.6-2' => sub {
    my ($pdf) = @_;
    map { 'encoding' } grep {
        my $encoding = $pdf->get($_->{font}{'/Encoding'});
        my $base = ref $encoding ? $encoding->{'/BaseEncoding'} // '' : $encoding // '';
        !is_symbolic($pdf, $_) && $base !~ m{^/(?:MacRoman|WinAnsi)Encoding$};
    } truetype($pdf);
};
rule '7.21.6-3' => sub { my ($pdf) = @_; map { 'a symbolic font with an encoding' } grep { is_symbolic($pdf, $_) && defined $_->{font}{'/Encoding'} } truetype($pdf) };
rule '7.21.6-4' => sub {
    my ($pdf) = @_;
    map { 'character maps of a symbolic font' } grep { my @maps = character_maps($pdf, $_); is_symbolic($pdf, $_) && @maps != 1 && !grep { $_->[0] == 3 && $_->[1] == 0 } @maps } truetype($pdf);
};
rule '7.21.7-1' => sub {
    my ($pdf) = @_;
    map { my $f = $_; my $map = $pdf->meanings($f->{ref}); map { "what is $_->[0]?" } grep { !length($map->{$_->[0]} // '') } glyphs($pdf, $f) } composite($pdf);
};
rule '7.21.7-2' => sub {
    my ($pdf) = @_;
    map { my $f = $_; my $map = $pdf->meanings($f->{ref}); map { "meaning of $_->[0]" } grep { ($map->{$_->[0]} // '') =~ /[\x{0}\x{FEFF}\x{FFFE}]/ } glyphs($pdf, $f) } composite($pdf);
};
rule '7.21.8-1' => sub { my ($pdf) = @_; map { 'the glyph for none' } grep { my $f = $_; grep { $_->[1] == 0 } glyphs($pdf, $f) } composite($pdf) };

# ---- what is heard ----

# The words of the structure, in its order: of each page's marks what their glyphs mean, or what is said in their place.
sub said {
    my ($pdf) = @_;
    my %text;
    my %done;
    for my $item (grep { $_->{codes} } @{$pdf->content}) {
        my ($mark) = grep { is_known($pdf, $_) } @{$item->{parents}};
        my ($span) = grep { defined $_->{ActualText} } @{$item->{parents}};
        next unless $mark;
        my $key = "$mark->{page} $mark->{MCID}";
        if ($span) {
            $text{$key} .= $span->{ActualText} unless $done{$span->{id}}++;
        } else {
            my $map = $pdf->meanings($item->{font});
            $text{$key} .= join '', map { $map->{$_} // '' } @{$item->{codes}};
        }
    }
    my $out = '';
    my $walk;
    $walk = sub {
        for my $item (@{$_[0]{items}}) {
            if ($item->{items}) { $walk->($item) }
            elsif (defined $item->{mark}) { $out .= ($text{"$item->{page} $item->{mark}"} // '') . ' ' }
        }
    };
    $walk->($pdf->tree);
    return $out;
}

1;
