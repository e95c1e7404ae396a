# Pdf: a PDF as qpdf --json tells it, with what the rules ask: objects, structure, fonts, painted content.
# Reads what qpdf decoded; knows no rule. Streams stay in files: a JSON reader in Perl is slow on long strings.
package Pdf;
use strict;
use warnings;
use JSON::PP;
use File::Temp;
use MIME::Base64;

# From qpdf's JSON as it is in Perl, which is kept. `header`: how the file itself begins.
sub of {
    my ($class, $all, $header) = @_;
    return bless {json => $all, objects => $all->{qpdf}[1], header => $header}, $class;
}

sub open_file {
    my ($class, $path) = @_;
    open(my $file, '<:raw', $path) or die "$path: $!\n";
    read $file, my $header, 12;
    close $file;
    my $folder = File::Temp->newdir;
    open(my $qpdf, '-|', 'qpdf', '--json', '--json-key=qpdf', '--json-stream-data=file', "--json-stream-prefix=$folder/s",
        '--decode-level=generalized', $path) or die "qpdf: $!\n";
    my $json = do { local $/; <$qpdf> };
    close $qpdf;
    my $pdf = $class->of(JSON::PP->new->utf8->decode($json), $header);
    $pdf->{folder} = $folder;
    return $pdf;
}

sub is_reference { defined $_[0] && !ref $_[0] && $_[0] =~ /^\d+ \d+ R$/ }

# The value behind a reference: a plain value, or {dict, data} of a stream; anything else as it is.
sub get {
    my ($self, $value) = @_;
    for (1 .. 50) {
        return $value unless is_reference($value);
        my $object = $self->{objects}{"obj:$value"} or return undef;
        return $object->{stream} if $object->{stream};
        $value = $object->{value};
    }
    return undef;
}

# A value by keys from a dictionary, a stream's too.
sub at {
    my ($self, $value, @keys) = @_;
    for my $key (@keys) {
        $value = $self->get($value);
        $value = $value->{dict} if ref $value eq 'HASH' && ref $value->{dict} eq 'HASH';
        return undef unless ref $value eq 'HASH';
        $value = $value->{$key};
    }
    return $self->get($value);
}

sub data {
    my ($self, $value) = @_;
    my $stream = $self->get($value);
    return '' unless ref $stream eq 'HASH' && ref $stream->{dict};
    return decode_base64($stream->{data}) if defined $stream->{data};
    open(my $file, '<:raw', $stream->{datafile}) or die "$stream->{datafile}: $!\n";
    local $/;
    return <$file> // '';
}

sub list { my ($self, $value) = @_; $value = $self->get($value); ref $value eq 'ARRAY' ? @$value : defined $value ? $value : () }
sub root { my ($self) = @_; $self->at($self->{objects}{trailer}{value}, '/Root') }

# The characters of a text string; undef for anything else.
sub text {
    my ($self, $value) = @_;
    $value = $self->get($value);
    return undef if !defined $value || ref $value;
    return substr $value, 2 if $value =~ /^u:/s;
    return $value =~ /^b:([0-9a-f]*)$/ ? pack 'H*', $1 : undef;
}

sub pages {
    my ($self, $node, $list, $depth) = @_;
    $list //= [];
    $node //= $self->root->{'/Pages'};
    my $value = $self->get($node);
    return $list if !ref $value || ($depth // 0) > 20;
    if (($value->{'/Type'} // '') eq '/Pages') {
        $self->pages($_, $list, ($depth // 0) + 1) for $self->list($value->{'/Kids'});
    } else {
        push @$list, $node;
    }
    return $list;
}

# Every dictionary of the file, with its reference where it has one.
sub each_dictionary {
    my ($self, $do) = @_;
    my $walk;
    $walk = sub {
        my ($value, $name) = @_;
        if (ref $value eq 'HASH') {
            $do->($value, $name);
            $walk->($value->{$_}) for sort keys %$value;
        } elsif (ref $value eq 'ARRAY') {
            $walk->($_) for @$value;
        }
    };
    for my $name (sort keys %{$self->{objects}}) {
        my $object = $self->{objects}{$name};
        (my $reference = $name) =~ s/^obj://;
        $walk->($object->{stream} ? $object->{stream}{dict} : $object->{value}, $reference);
    }
}

# ---- structure ----

my %STANDARD = map { $_ => 1 } qw(Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3
    H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT
    RP Warichu WT WP Figure Formula Form);
sub is_standard { $STANDARD{$_[0]} }

# The standard type of an element; second value: the map leads in a circle.
sub standard_type {
    my ($self, $type) = @_;
    my %seen;
    while (!$STANDARD{$type}) {
        return ($type, 1) if $seen{$type}++;
        my $next = $self->at($self->root, '/StructTreeRoot', '/RoleMap', "/$type");
        return ($type, 0) unless defined $next;
        ($type = $next) =~ s{^/}{};
    }
    return ($type, 0);
}

# The tree as nodes {type, std, value, ref, parent, kids, marks: [page, MCID], objects}; the root's node is no element.
sub tree {
    my ($self) = @_;
    return $self->{tree} if $self->{tree};
    my $top = {std => '', type => '', kids => [], items => []};
    my %seen;
    my $grow;
    $grow = sub {
        my ($parent, $kid, $page) = @_;
        my $value = $self->get($kid);
        if (!ref $value) {
            push @{$parent->{items}}, {mark => $value, page => $page} if defined $value;
        } elsif (($value->{'/Type'} // '') eq '/MCR') {
            push @{$parent->{items}}, {mark => $value->{'/MCID'}, page => $value->{'/Pg'} // $page};
        } elsif (($value->{'/Type'} // '') eq '/OBJR') {
            push @{$parent->{items}}, {object => $value->{'/Obj'}};
        } else {
            return if is_reference($kid) && $seen{$kid}++;
            (my $type = $value->{'/S'} // '') =~ s{^/}{};
            my ($std, $circle) = $self->standard_type($type);
            my $node = {type => $type, std => $std, circle => $circle, value => $value, ref => $kid, parent => $parent,
                kids => [], items => []};
            push @{$parent->{kids}}, $node;
            push @{$parent->{items}}, $node;
            $grow->($node, $_, $value->{'/Pg'} // $page) for $self->list($value->{'/K'});
        }
    };
    my $structure = $self->at($self->root, '/StructTreeRoot');
    $grow->($top, $_, undef) for ref $structure ? $self->list($structure->{'/K'}) : ();
    return $self->{tree} = $top;
}

sub nodes {
    my ($self) = @_;
    my @all;
    my $walk;
    $walk = sub { for my $node (@{$_[0]{kids}}) { push @all, $node; $walk->($node) } };
    $walk->($self->tree);
    return @all;
}

# Attribute `key` of `owner`, from the element's own attributes.
sub attribute {
    my ($self, $node, $owner, $key) = @_;
    for my $entry ($self->list($node->{value}{'/A'})) {
        my $attributes = $self->get($entry);
        next unless ref $attributes eq 'HASH' && ($attributes->{'/O'} // '') eq "/$owner";
        return $self->get($attributes->{$key}) if defined $attributes->{$key};
    }
    return undef;
}

# ---- content: operators with their operands ----

sub string_of {
    my ($in) = @_;
    my ($out, $depth) = ('', 1);
    while ($$in =~ /\G(?:([^()\\]+)|(\()|(\))|\\([nrtbf()\\])|\\([0-7]{1,3})|\\(\r\n|\r|\n)|\\(.))/gcs) {
        if (defined $1) { $out .= $1 }
        elsif (defined $2) { $out .= '('; $depth++ }
        elsif (defined $3) { return $out if --$depth == 0; $out .= ')' }
        elsif (defined $4) { (my $c = $4) =~ tr/nrtbf/\n\r\t\x08\f/; $out .= $c }
        elsif (defined $5) { $out .= chr(oct($5) & 255) }
        elsif (defined $7) { $out .= $7 }
    }
    return $out;
}

sub operand {
    my ($in) = @_;
    $$in =~ /\G(?:\s|%[^\r\n]*)+/gc;
    return {number => $1} if $$in =~ /\G([-+]?(?:\d+\.?\d*|\.\d+))/gc;
    return {name => $1} if $$in =~ m{\G/([^\s()<>\[\]{}/%]*)}gc;
    return {string => string_of($in)} if $$in =~ /\G\(/gc;
    if ($$in =~ /\G<</gc) {
        my %dictionary;
        until ($$in =~ /\G\s*>>/gc) {
            my $key = operand($in) // last;
            last unless defined $key->{name};
            $dictionary{$key->{name}} = operand($in) // last;
        }
        return {dictionary => \%dictionary};
    }
    if ($$in =~ /\G<([0-9A-Fa-f\s]*)>/gc) {
        (my $hex = $1) =~ s/\s//g;
        return {string => pack 'H*', length($hex) % 2 ? "${hex}0" : $hex};
    }
    if ($$in =~ /\G\[/gc) {
        my @list;
        until ($$in =~ /\G\s*\]/gc) { push @list, operand($in) // last }
        return {list => \@list};
    }
    return {operator => $1} if $$in =~ /\G([^\s()<>\[\]{}\/%]+)/gc;
    return undef;
}

sub operators {
    my ($bytes) = @_;
    my (@all, @operands);
    while (defined(my $word = operand(\$bytes))) {
        if (!defined $word->{operator}) { push @operands, $word; next }
        push @all, [$word->{operator}, @operands];
        @operands = ();
    }
    return @all;
}

my %PAINTS = map { $_ => 1 } qw(f F f* B B* b b* S s sh Tj TJ ' " BI Do);

# What pages show, in order: {page, form, tag => [tags open, outermost first], mark => MCID or undef, artifact, font, codes => […],
# actual, op}. `form`: the XObject it stands in.
sub content {
    my ($self) = @_;
    return $self->{content} if $self->{content};
    my @all;
    for my $page (@{$self->pages}) {
        my $value = $self->get($page);
        my $bytes = join "\n", map { $self->data($_) } $self->list($value->{'/Contents'});
        $self->read_content($bytes, $value->{'/Resources'}, {page => $page, open => [], out => \@all, depth => 0});
    }
    return $self->{content} = \@all;
}

sub read_content {
    my ($self, $bytes, $resources, $at) = @_;
    my ($font, $mode, @kept) = (undef, 0);
    for my $operation (operators($bytes)) {
        my ($op, @args) = @$operation;
        if ($op eq 'BMC' || $op eq 'BDC') {
            my $properties = $op eq 'BDC' ? $self->properties($args[1], $resources) : {};
            push @{$at->{open}}, {tag => $args[0]{name} // '', %$properties, id => ++$self->{n_marks}, page => $at->{page},
                form => $at->{form}, parents => [@{$at->{open}}]};
            push @{$self->{marks}}, $at->{open}[-1];
        } elsif ($op eq 'EMC') { pop @{$at->{open}} }
        elsif ($op eq 'q') { push @kept, [$font, $mode] }
        elsif ($op eq 'Q') { ($font, $mode) = @{pop(@kept) // [undef, 0]} }
        elsif ($op eq 'Tf') { $font = $self->at($resources, '/Font') ? $self->get($resources)->{'/Font'} : undef;
            $font = $font ? $self->get($font)->{'/' . ($args[0]{name} // '')} : undef }
        elsif ($op eq 'Tr') { $mode = $args[0]{number} // 0 }
        next unless $PAINTS{$op};
        my $form = $op eq 'Do' ? $self->at($resources, '/XObject', '/' . ($args[0]{name} // '')) : undef;
        if ($form && ($form->{dict}{'/Subtype'} // '') eq '/Form' && $at->{depth} < 10) {
            my $name = $self->get($self->get($resources)->{'/XObject'})->{"/$args[0]{name}"};
            push @{$self->{forms}}, {name => $name, dict => $form->{dict}, parents => [@{$at->{open}}], page => $at->{page}};
            $self->read_content($self->data($name), $form->{dict}{'/Resources'} // $resources,
                {%$at, form => $name, depth => $at->{depth} + 1});
            next;
        }
        my @strings = map { $_->{string} // () } map { $_->{list} ? @{$_->{list}} : $_ } @args;
        push @{$at->{out}}, {page => $at->{page}, op => $op, parents => [@{$at->{open}}], mode => $mode,
            $op =~ /^(?:Tj|TJ|'|")$/ ? (font => $font, codes => [map { $self->codes($font, $_) } @strings]) : ()};
    }
}

sub properties {
    my ($self, $operand, $resources) = @_;
    my %plain;
    if (defined $operand->{name}) {
        my $named = $self->at($resources, '/Properties', "/$operand->{name}");
        for my $key (ref $named eq 'HASH' ? keys %$named : ()) {
            $plain{substr $key, 1} = $self->text($named->{$key}) // $named->{$key};
        }
        return \%plain;
    }
    for my $key (keys %{$operand->{dictionary} // {}}) {
        my $value = $operand->{dictionary}{$key};
        $plain{$key} = defined $value->{string} ? unicode($value->{string}) : $value->{number} // $value->{name};
    }
    return \%plain;
}

sub unicode {
    my ($bytes) = @_;
    return $bytes unless $bytes =~ /^\xFE\xFF/;
    require Encode;
    return Encode::decode('UTF-16', $bytes);
}

# ---- fonts ----

sub codes {
    my ($self, $font, $string) = @_;
    my $value = $self->get($font);
    return unpack 'C*', $string unless ref $value && ($value->{'/Subtype'} // '') eq '/Type0';
    return unpack 'n*', $string;
}

# {code => characters} of a ToUnicode map.
sub meanings {
    my ($self, $font) = @_;
    my $key = is_reference($font) ? $font : "$font";
    return $self->{meanings}{$key} if $self->{meanings}{$key};
    my %map;
    my $bytes = $self->data($self->at($font, '/ToUnicode') ? $self->get($font)->{'/ToUnicode'} : undef);
    while ($bytes =~ /beginbfchar(.*?)endbfchar/gs) {
        my $rows = $1;
        $map{hex $1} = unicode("\xFE\xFF" . pack 'H*', $2) while $rows =~ /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g;
    }
    while ($bytes =~ /beginbfrange(.*?)endbfrange/gs) {
        my $rows = $1;
        while ($rows =~ /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g) {
            my ($from, $to, $first) = (hex $1, hex $2, hex $3);
            $map{$_} = chr($first + $_ - $from) for $from .. $to;
        }
    }
    return $self->{meanings}{$key} = \%map;
}

# {code => thousandths of an em} of a composite font's /W; 'default' is /DW.
sub widths {
    my ($self, $descendant) = @_;
    my %widths = (default => $self->get($descendant->{'/DW'}) // 1000);
    my @rest = $self->list($descendant->{'/W'});
    while (@rest) {
        my $first = $self->get(shift @rest);
        my $next = $self->get(shift @rest);
        if (ref $next eq 'ARRAY') { $widths{$first++} = $self->get($_) for @$next }
        else { my $width = $self->get(shift @rest); $widths{$_} = $width for $first .. $next }
    }
    return \%widths;
}

# [widths of the glyphs of a font program, in thousandths of an em]; undef when it cannot be read.
sub program_widths {
    my ($self, $descriptor) = @_;
    return undef unless ref $descriptor;
    return cff_widths($self->data($descriptor->{'/FontFile3'})) if $descriptor->{'/FontFile3'};
    return truetype_widths($self->data($descriptor->{'/FontFile2'})) if $descriptor->{'/FontFile2'};
    return undef;
}

sub truetype_widths {
    my ($bytes) = @_;
    return undef if length $bytes < 12;
    my %tables;
    for my $i (0 .. unpack('n', substr $bytes, 4, 2) - 1) {
        my ($tag, $offset, $len) = unpack 'a4 x4 N N', substr $bytes, 12 + 16 * $i, 16;
        $tables{$tag} = substr $bytes, $offset, $len;
    }
    return undef unless $tables{head} && $tables{hhea} && $tables{hmtx} && $tables{maxp};
    my $em = unpack 'n', substr $tables{head}, 18, 2;
    my $n = unpack 'n', substr $tables{maxp}, 4, 2;
    my $measured = unpack 'n', substr $tables{hhea}, 34, 2;
    return [map { unpack('n', substr $tables{hmtx}, 4 * ($_ < $measured ? $_ : $measured - 1), 2) * 1000 / $em } 0 .. $n - 1];
}

sub cff_index {
    my ($bytes, $at) = @_;
    my $n = unpack 'n', substr $bytes, $at, 2;
    return ([], $at + 2) unless $n;
    my $size = ord substr $bytes, $at + 2, 1;
    my @offsets = map { hex unpack 'H*', substr $bytes, $at + 3 + $size * $_, $size } 0 .. $n;
    my $data = $at + 2 + $size * ($n + 1);
    return ([map { substr $bytes, $data + $offsets[$_], $offsets[$_ + 1] - $offsets[$_] } 0 .. $n - 1], $data + $offsets[$n]);
}

sub cff_dictionary {
    my ($bytes) = @_;
    my (%values, @operands);
    my @b = unpack 'C*', $bytes;
    while (@b) {
        my $b = shift @b;
        if ($b <= 21) { my $key = $b == 12 ? '12 ' . shift @b : $b; $values{$key} = [@operands]; @operands = () }
        elsif ($b == 28) { push @operands, unpack 's', pack 's', (shift(@b) << 8) + shift @b }
        elsif ($b == 29) { push @operands, unpack 'l', pack 'l', (shift(@b) << 24) + (shift(@b) << 16) + (shift(@b) << 8) + shift @b }
        elsif ($b == 30) {
            my $digits = '';
            REAL: while (@b) {
                my $two = shift @b;
                for my $nibble ($two >> 4, $two & 15) {
                    last REAL if $nibble == 15;
                    $digits .= ('0' .. '9', '.', 'E', 'E-', '', '-')[$nibble];
                }
            }
            push @operands, $digits + 0;
        } elsif ($b <= 246) { push @operands, $b - 139 }
        elsif ($b <= 250) { push @operands, ($b - 247) * 256 + shift(@b) + 108 }
        else { push @operands, -($b - 251) * 256 - shift(@b) - 108 }
    }
    return \%values;
}

# The width of a Type 2 charstring without subroutines stands before the operands of its first operator.
sub cff_widths {
    my ($bytes) = @_;
    return undef if length $bytes < 8;
    my (undef, $at) = cff_index($bytes, ord substr $bytes, 2, 1);
    my ($tops) = cff_index($bytes, $at);
    my $top = cff_dictionary($tops->[0]);
    my ($glyphs) = cff_index($bytes, $top->{17}[0]);
    my $private = $top->{18} ? cff_dictionary(substr $bytes, $top->{18}[1], $top->{18}[0]) : {};
    my $unit = ($top->{'12 7'} // [0.001])->[0] * 1000;
    my ($default, $nominal) = (($private->{20} // [0])->[0], ($private->{21} // [0])->[0]);
    my %least = (1 => -1, 3 => -1, 18 => -1, 23 => -1, 19 => -1, 20 => -1, 21 => 2, 22 => 1, 4 => 1, 14 => 0);
    return [map {
        my @b = unpack 'C*', $_;
        my (@operands, $width);
        while (@b && !defined $width) {
            my $b = shift @b;
            if ($b == 28) { push @operands, unpack 's', pack 's', (shift(@b) << 8) + shift @b }
            elsif ($b == 255) { push @operands, unpack('l', pack 'l', (shift(@b) << 24) + (shift(@b) << 16) + (shift(@b) << 8) + shift @b) / 65536 }
            elsif ($b >= 251) { push @operands, -($b - 251) * 256 - shift(@b) - 108 }
            elsif ($b >= 247) { push @operands, ($b - 247) * 256 + shift(@b) + 108 }
            elsif ($b >= 32) { push @operands, $b - 139 }
            else {
                my $least = $least{$b} // last;
                my $has = $least < 0 ? @operands % 2 : @operands > $least && ($b != 14 || @operands == 1 || @operands == 5);
                $width = $has ? $nominal + $operands[0] : $default;
            }
        }
        ($width // $default) * $unit;
    } @$glyphs];
}

1;
