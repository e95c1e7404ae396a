# Broken: for every rule a change that makes a good PDF break it, and the rules it breaks with it.
# A change gets a Draft: the objects of qpdf's JSON, which become a PDF again.
package Broken;
use strict;
use warnings;

# ---- a PDF to be changed ----

package Draft;
use MIME::Base64;

sub new { my ($class, $pdf) = @_; bless {pdf => $pdf, objects => $pdf->{objects}}, $class }
sub root { $_[0]{pdf}->root }
sub get { $_[0]{pdf}->get($_[1]) }
sub add {
    my ($self, $object) = @_;
    my $number = 9000 + ++$self->{added};
    $self->{objects}{"obj:$number 0 R"} = ref $object eq 'HASH' && exists $object->{dict} ? {stream => $object} : {value => $object};
    return "$number 0 R";
}
sub stream { my ($self, $dict, $bytes) = @_; $self->add({dict => $dict, data => encode_base64($bytes, '')}) }
sub edit {
    my ($self, $reference, $change) = @_;
    my $stream = $self->get($reference);
    local $_ = $self->{pdf}->data($reference);
    $change->();
    delete $stream->{datafile};
    $stream->{data} = encode_base64($_, '');
}
sub xmp { my ($self, $change) = @_; $self->edit($self->root->{'/Metadata'}, $change) }
sub page { my ($self) = @_; $self->get($self->{pdf}->pages->[0]) }
# Adds to the first page's content, outside of every mark.
sub paint { my ($self, $operators) = @_; $self->edit($self->page->{'/Contents'}, sub { $_ .= "\n$operators\n" }) }
# Adds into the first tagged content.
sub tag { my ($self, $operators) = @_; $self->edit($self->page->{'/Contents'}, sub { s/>>BDC\n/>>BDC\n$operators\n/ }) }
sub node { my ($self, $type) = @_; (grep { $_->{std} eq $type } $self->{pdf}->nodes)[0] }
sub document { $_[0]->node('Document') }
# A new element with its kids: [type, {more keys}, kids…].
sub element {
    my ($self, $parent, $tree) = @_;
    my ($type, $more, @kids) = @$tree;
    my $value = {'/S' => "/$type", '/P' => $parent, %$more};
    my $reference = $self->add($value);
    my @inner = map { ref $_ eq 'ARRAY' ? $self->element($reference, $_) : $_ } @kids;
    $value->{'/K'} = \@inner if @inner;
    return $reference;
}
sub grow {
    my ($self, @trees) = @_;
    my $top = $self->document;
    push @{$top->{value}{'/K'}}, map { $self->element($top->{ref}, $_) } @trees;
}
sub silence { my ($self) = @_; delete $self->root->{'/Lang'} }
sub note {
    my ($self, $annotation) = @_;
    my $reference = $self->add({'/Type' => '/Annot', '/Rect' => [10, 10, 20, 20], %$annotation});
    push @{$self->page->{'/Annots'}}, $reference;
    return $reference;
}
sub note_in { my ($self, $type, $annotation) = @_; $self->grow([$type, {}, {'/Type' => '/OBJR', '/Obj' => $self->note($annotation)}]) }
sub resource { my ($self, $kind, $name, $value) = @_; my $r = $self->get($self->page->{'/Resources'}); $r->{$kind}{$name} = $value }
sub font { my ($self) = @_; my $r = $self->get($self->page->{'/Resources'}); $self->get($r->{'/Font'}{'/F0'}) }
sub inner { my ($self) = @_; $self->get($self->font->{'/DescendantFonts'}[0]) }
sub descriptor { my ($self) = @_; $self->get($self->inner->{'/FontDescriptor'}) }
# Shows "A" in a font of its own, as an artifact.
sub show { my ($self, $font) = @_; $self->resource('/Font', '/F9', $self->add($font)); $self->paint('/Artifact BMC BT /F9 1 Tf (A)Tj ET EMC') }
# A TrueType font with these character maps: [platform, encoding].
sub truetype {
    my ($self, $flags, $encoding, @maps) = @_;
    my $cmap = pack('n n', 0, scalar @maps) . join '', map { pack 'n n N', @$_, 12 } @maps;
    my $program = pack('N n4', 0x10000, 1, 16, 0, 0) . pack('a4 N N N', 'cmap', 0, 28, length $cmap) . $cmap;
    my $file = $self->stream({}, $program);
    $self->show({'/Type' => '/Font', '/Subtype' => '/TrueType', '/BaseFont' => '/X', ($encoding ? ('/Encoding' => $encoding) : ()),
        '/FontDescriptor' => {'/Type' => '/FontDescriptor', '/Flags' => $flags, '/FontFile2' => $file}});
}

package Broken;

my @SILENT = qw(7.2-22 7.2-24 7.2-33 7.2-34);
my ($HEAD, $ROW) = ({'/A' => {'/O' => '/Table', '/Scope' => '/Column'}}, ['TR', {}]);
sub wide { my (%more) = @_; {'/A' => {'/O' => '/Table', '/Scope' => '/Column', %more}} }
sub in_document { my (@trees) = @_; sub { $_[0]->grow(@trees) } }
sub cmap {
    my ($doc, $dict, $bytes) = @_;
    $doc->font->{'/Encoding'} = $doc->stream({'/Type' => '/CMap', '/CMapName' => '/Own',
        '/CIDSystemInfo' => {'/Registry' => 'u:Adobe', '/Ordering' => 'u:Identity', '/Supplement' => 0}, %$dict}, $bytes);
}

# rule => [change, rules broken with it]
our %BROKEN = (
    '5-1' => [sub { $_[0]->xmp(sub { s{<pdfuaid:part>1</pdfuaid:part>}{} }) }],
    '5-2' => [sub { $_[0]->xmp(sub { s{<pdfuaid:part>1<}{<pdfuaid:part>2<} }) }],
    '5-3' => [sub { $_[0]->xmp(sub { s{pdfuaid}{ua}g }) }],
    '5-4' => [sub { $_[0]->xmp(sub { s{<pdfuaid:part>}{<ua:amd xmlns:ua="http://www.aiim.org/pdfua/ns/id/">1</ua:amd>$&} }) }],
    '5-5' => [sub { $_[0]->xmp(sub { s{<pdfuaid:part>}{<ua:corr xmlns:ua="http://www.aiim.org/pdfua/ns/id/">1</ua:corr>$&} }) }],
    '6.1-1' => [sub { $_[0]{header} = '%PDF-2.0' }],
    '6.2-1' => [sub { $_[0]->root->{'/MarkInfo'}{'/Marked'} = JSON::PP::false }],
    '7.1-1' => [sub { $_[0]->tag('/Artifact BMC EMC') }],
    '7.1-2' => [sub { $_[0]->paint('/Artifact BMC /P<</MCID 999>>BDC EMC EMC') }],
    '7.1-3' => [sub { $_[0]->paint('0 0 1 1 re f') }],
    '7.1-4' => [sub { $_[0]->root->{'/MarkInfo'}{'/Suspects'} = JSON::PP::true }],
    '7.1-5' => [sub { $_[0]->node('P')->{value}{'/S'} = '/Kalimat' }],
    '7.1-6' => [sub {
        $_[0]->node('P')->{value}{'/S'} = '/A';
        $_[0]->get($_[0]->root->{'/StructTreeRoot'})->{'/RoleMap'} = {'/A' => '/B', '/B' => '/A'};
    }],
    '7.1-7' => [sub { $_[0]->get($_[0]->root->{'/StructTreeRoot'})->{'/RoleMap'} = {'/P' => '/H1'} }],
    '7.1-8' => [sub { $_[0]->get($_[0]->root->{'/Metadata'})->{dict}{'/Type'} = '/Other' }],
    '7.1-9' => [sub { $_[0]->xmp(sub { s{<dc:title>.*</dc:title>}{}s }) }],
    '7.1-10' => [sub { delete $_[0]->root->{'/ViewerPreferences'} }],
    '7.1-11' => [sub { delete $_[0]->root->{'/StructTreeRoot'} }, '7.1-3', '7.18.5-1'],
    '7.1-12' => [sub { delete $_[0]->node('P')->{value}{'/P'} }],
    '7.2-2' => [sub { $_[0]->silence; $_[0]->root->{'/Outlines'} = $_[0]->add({'/Type' => '/Outlines'}) }, @SILENT],
    '7.2-3' => [in_document(['Table', {}, ['P', {}]])],
    '7.2-4' => [in_document(['TR', {}])],
    '7.2-5' => [in_document(['THead', {}])],
    '7.2-6' => [in_document(['TBody', {}])],
    '7.2-7' => [in_document(['TFoot', {}])],
    '7.2-8' => [in_document(['TH', {}])],
    '7.2-9' => [in_document(['TD', {}])],
    '7.2-10' => [in_document(['Table', {}, ['TR', {}, ['P', {}]]])],
    '7.2-11' => [in_document(['Table', {}, ['THead', {}], ['THead', {}], ['TBody', {}]])],
    '7.2-12' => [in_document(['Table', {}, ['TBody', {}], ['TFoot', {}], ['TFoot', {}]])],
    '7.2-13' => [in_document(['Table', {}, ['TFoot', {}]])],
    '7.2-14' => [in_document(['Table', {}, ['THead', {}]])],
    '7.2-15' => [in_document(['Table', {}, ['TR', {}, ['TH', $HEAD], ['TH', wide('/RowSpan' => 2)]], ['TR', {}, ['TH', wide('/ColSpan' => 2)]]])],
    '7.2-16' => [in_document(['Table', {}, $ROW, ['Caption', {}], $ROW])],
    '7.2-17' => [in_document(['LI', {}])],
    '7.2-18' => [in_document(['LBody', {}])],
    '7.2-19' => [in_document(['L', {}, ['P', {}]])],
    '7.2-20' => [in_document(['L', {}, ['LI', {}, ['P', {}]]])],
    '7.2-21' => [sub { $_[0]->silence; $_[0]->node('P')->{value}{'/ActualText'} = 'u:x' }, @SILENT],
    '7.2-22' => [sub { $_[0]->silence }, grep { $_ ne '7.2-22' } @SILENT],
    '7.2-23' => [sub { $_[0]->silence; $_[0]->node('P')->{value}{'/E'} = 'u:x' }, @SILENT],
    '7.2-24' => [sub { $_[0]->silence }, grep { $_ ne '7.2-24' } @SILENT],
    '7.2-25' => [sub { $_[0]->silence; $_[0]->root->{'/AcroForm'} = {'/Fields' => [$_[0]->add({'/TU' => 'u:x'})]} }, @SILENT],
    '7.2-26' => [in_document(['TOCI', {}])],
    '7.2-27' => [in_document(['TOC', {}, ['P', {}]])],
    '7.2-28' => [in_document(['TOC', {}, ['TOCI', {}], ['Caption', {}]])],
    '7.2-29' => [sub { $_[0]->root->{'/Lang'} = 'u:id_ID' }],
    '7.2-30' => [sub { $_[0]->silence; $_[0]->tag('/Span<</ActualText(x)>>BDC EMC') }, @SILENT],
    '7.2-31' => [sub { $_[0]->silence; $_[0]->tag('/Span<</Alt(x)>>BDC EMC') }, @SILENT],
    '7.2-32' => [sub { $_[0]->silence; $_[0]->tag('/Span<</E(x)>>BDC EMC') }, @SILENT],
    '7.2-33' => [sub { $_[0]->silence }, grep { $_ ne '7.2-33' } @SILENT],
    '7.2-34' => [sub { $_[0]->silence }, grep { $_ ne '7.2-34' } @SILENT],
    '7.2-36' => [in_document(['Table', {}, ['THead', {}, ['P', {}]], ['TBody', {}]])],
    '7.2-37' => [in_document(['Table', {}, ['TBody', {}, ['P', {}]]])],
    '7.2-38' => [in_document(['Table', {}, ['TBody', {}], ['TFoot', {}, ['P', {}]]])],
    '7.2-39' => [in_document(['Table', {}, ['Caption', {}], ['Caption', {}]])],
    '7.2-40' => [in_document(['L', {}, ['LI', {}], ['Caption', {}]])],
    '7.2-41' => [in_document(['Table', {}, ['TR', {}, ['TH', wide('/RowSpan' => 2)]]])],
    '7.2-42' => [in_document(['Table', {}, ['TR', {}, ['TH', $HEAD], ['TH', $HEAD]], ['TR', {}, ['TH', $HEAD]]])],
    '7.2-43' => [in_document(['Table', {}, ['TR', {}, ['TH', wide('/ColSpan' => 2)]], ['TR', {}, ['TH', $HEAD]]])],
    '7.3-1' => [sub { $_[0]->node('Figure')->{value}{'/Alt'} = 'u:' }],
    '7.4.2-1' => [in_document(['H6', {}])],
    '7.4.4-1' => [in_document(['Sect', {}, ['H', {}], ['H', {}]]), '7.4.4-2', '7.4.4-3'],
    '7.4.4-2' => [in_document(['H', {}]), '7.4.4-3'],
    '7.4.4-3' => [in_document(['H', {}]), '7.4.4-2'],
    '7.5-1' => [in_document(['Table', {}, ['TR', {}, ['TH', {'/ID' => 'u:a'}], ['TD', {'/A' => {'/O' => '/Table', '/Headers' => ['u:b']}}]]])],
    '7.5-2' => [in_document(['Table', {}, ['TR', {}, ['TH', {}], ['TD', {}]]])],
    '7.7-1' => [in_document(['Formula', {}])],
    '7.9-1' => [in_document(['Note', {}])],
    '7.9-2' => [in_document(['Note', {'/ID' => 'u:a'}], ['Note', {'/ID' => 'u:a'}])],
    '7.10-1' => [sub { $_[0]->root->{'/OCProperties'} = {'/OCGs' => [], '/D' => {}} }],
    '7.10-2' => [sub { $_[0]->root->{'/OCProperties'} = {'/OCGs' => [], '/D' => {'/Name' => 'u:a', '/AS' => []}} }],
    '7.11-1' => [sub { $_[0]->root->{'/AF'} = [$_[0]->add({'/Type' => '/Filespec', '/F' => 'u:a', '/EF' => {}})] }],
    '7.15-1' => [sub { $_[0]->root->{'/AcroForm'} = {'/XFA' => $_[0]->stream({}, '<a><dynamicRender>required</dynamicRender></a>')} }],
    '7.16-1' => [sub { $_[0]{encrypt} = 1 }],
    '7.18.1-1' => [sub { $_[0]->note({'/Subtype' => '/Text', '/Contents' => 'u:a'}) }],
    '7.18.1-2' => [sub { $_[0]->note_in('Annot', {'/Subtype' => '/Text'}) }],
    '7.18.1-3' => [sub { $_[0]->note_in('Form', {'/Subtype' => '/Widget'}) }],
    '7.18.2-1' => [sub { $_[0]->note_in('Annot', {'/Subtype' => '/TrapNet', '/Contents' => 'u:a'}) }],
    '7.18.3-1' => [sub { delete $_[0]->page->{'/Tabs'} }],
    '7.18.4-1' => [sub { $_[0]->note({'/Subtype' => '/Widget', '/TU' => 'u:a'}) }],
    '7.18.4-2' => [in_document(['Form', {}, ['P', {}]])],
    '7.18.5-1' => [sub { my $link = $_[0]->node('Link')->{value}; $link->{'/K'} = [grep { !ref } @{$link->{'/K'}}] }],
    '7.18.5-2' => [sub { $_[0]->get($_[0]->page->{'/Annots'}[0])->{'/Contents'} = 'u:' }, '7.18.1-2'],
    '7.18.6.2-1' => [sub { $_[0]->root->{'/X'} = $_[0]->add({'/S' => '/MCD', '/Alt' => ['u:', 'u:a']}) }],
    '7.18.6.2-2' => [sub { $_[0]->root->{'/X'} = $_[0]->add({'/S' => '/MCD', '/CT' => 'u:video/mp4'}) }],
    '7.18.8-1' => [sub { $_[0]->note_in('Annot', {'/Subtype' => '/PrinterMark', '/Contents' => 'u:a'}) }],
    '7.20-1' => [sub {
        $_[0]->resource('/XObject', '/X9', $_[0]->stream({'/Type' => '/XObject', '/Subtype' => '/Form', '/BBox' => [0, 0, 1, 1], '/Ref' => {}}, ''));
        $_[0]->paint('/Artifact BMC /X9 Do EMC');
    }],
    '7.20-2' => [sub {
        $_[0]->resource('/XObject', '/X9', $_[0]->stream({'/Type' => '/XObject', '/Subtype' => '/Form', '/BBox' => [0, 0, 1, 1], '/StructParents' => 99}, ''));
        $_[0]->paint('/Artifact BMC /X9 Do /X9 Do EMC');
    }],
    '7.21.3.1-1' => [sub { cmap($_[0], {'/CIDSystemInfo' => {'/Registry' => 'u:Adobe', '/Ordering' => 'u:Japan1', '/Supplement' => 0}}, '') }],
    '7.21.3.2-1' => [sub { $_[0]->inner->{'/Subtype'} = '/CIDFontType2'; delete $_[0]->inner->{'/CIDToGIDMap'} }],
    '7.21.3.3-1' => [sub { $_[0]->font->{'/Encoding'} = '/Own-H' }],
    '7.21.3.3-2' => [sub { cmap($_[0], {'/WMode' => 1}, '/WMode 0 def') }],
    '7.21.3.3-3' => [sub { cmap($_[0], {'/UseCMap' => '/Own-H'}, '') }],
    '7.21.4.1-1' => [sub { delete $_[0]->descriptor->{'/FontFile3'} }],
    '7.21.4.1-2' => [sub { $_[0]->tag('BT /F0 1 Tf <7FFF>Tj ET') }, '7.21.7-1'],
    '7.21.4.2-1' => [sub {
        $_[0]->show({'/Type' => '/Font', '/Subtype' => '/Type1', '/BaseFont' => '/ABCDEF+X', '/Encoding' => {'/Differences' => [65, '/A']},
            '/FontDescriptor' => {'/CharSet' => 'u:/B', '/FontFile' => $_[0]->stream({}, '')}});
    }],
    '7.21.4.2-2' => [sub { $_[0]->descriptor->{'/CIDSet'} = $_[0]->stream({}, "\x80") }],
    '7.21.5-1' => [sub { $_ += 2 for @{$_[0]->inner->{'/W'}[1]} }],
    '7.21.6-1' => [sub { $_[0]->truetype(32, '/WinAnsiEncoding', [3, 0]) }],
    '7.21.6-2' => [sub { $_[0]->truetype(32, undef, [3, 1]) }],
    '7.21.6-3' => [sub { $_[0]->truetype(4, '/WinAnsiEncoding', [3, 0]) }],
    '7.21.6-4' => [sub { $_[0]->truetype(4, undef, [3, 1], [1, 0]) }],
    '7.21.7-1' => [sub { delete $_[0]->font->{'/ToUnicode'} }],
    '7.21.7-2' => [sub { $_[0]->edit($_[0]->font->{'/ToUnicode'}, sub { s/(beginbfchar\s*<....>)<[^>]*>/$1<FEFF>/ }) }],
    '7.21.8-1' => [sub { $_[0]->tag('BT /F0 1 Tf <0000>Tj ET') }, '7.21.7-1'],
);

1;
