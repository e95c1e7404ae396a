'use strict';
/*
 * TAP: the search over a site large enough to be cut into shards. Builds 1,200 services with the program, reads the
 * index as a browser would, counts every byte, and asks what people ask.
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { open, ask } = require('./baca');

const MAKLUMAT = process.env.MAKLUMAT;
const MOST_FILE = 40 * 1024;
const MOST_QUERY = 100 * 1024;

const KINDS = [
  ['akta-kelahiran', 'Pencatatan Akta Kelahiran', 'KTP orang tua', 'lahir'],
  ['akta-kematian', 'Pencatatan Akta Kematian', 'Surat keterangan kematian', 'meninggal'],
  ['kartu-keluarga', 'Penerbitan Kartu Keluarga', 'KTP-el suami dan istri', ''],
  ['kia', 'Kartu Identitas Anak', 'Fotokopi akta', ''],
  ['izin-praktik', 'Perizinan Praktik Dokter', 'Sertifikat kompetensi', ''],
  ['sktm', 'Surat Keterangan Tidak Mampu', 'Pengantar RT dan RW', ''],
  ['pindah', 'Surat Pindah Datang', 'Kartu tanda penduduk', 'pindah'],
  ['nikah', 'Pendaftaran Pernikahan', 'Pasfoto latar biru', 'menikah'],
  ['aduan', 'Pengaduan Masyarakat', 'Kronologi kejadian', ''],
  ['lansia', 'Bantuan Lanjut Usia', 'Surat domisili', 'lansia'],
  ['legalisir', 'Legalisir Dokumen', 'Dokumen asli', ''],
  ['rekomendasi', 'Rekomendasi Penelitian', 'Proposal penelitian', ''],
];
const PLACES = [
  'Bangil', 'Beji', 'Gempol', 'Gondangwetan', 'Grati', 'Kejayan', 'Kraton', 'Lekok', 'Lumbang', 'Nguling',
  'Pandaan', 'Pasrepan', 'Pohjentrek', 'Prigen', 'Purwodadi', 'Purwosari', 'Puspo', 'Rejoso', 'Rembang', 'Sukorejo',
]; // prettier-ignore

/* Words of their own for every service, so that there are several shards; no question is near them. */
function madeUp(n) {
  const letters = 'bcdfghjklmnprstv';
  const syllable = (i) => letters[i % 16] + (Math.floor(i / 16) % 2 ? 'o' : 'u');
  return [0, 1, 2, 3].map((k) => syllable(7 * n + 5 * k) + syllable(n >> 5) + syllable(n % 32) + 'xx'.slice(k % 2) + 'wxyz'[k]);
}

function write(folder, file, text) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
}

function makeContent(folder) {
  let n = 0;
  write(folder, 'situs.yaml', 'nama: Uji\nbahasa: [id, en]\n');
  for (const place of PLACES)
    for (let unit = 1; unit <= 5; unit++) {
      const agency = path.join(folder, `kec-${place.toLowerCase()}`, `unit-${unit}`);
      write(agency, 'instansi.yaml', `nama: Unit ${unit} Kecamatan ${place}\n`);
      for (const [slug, title, requirement, event] of KINDS) {
        n++;
        const lines = [`judul: ${title}`, `persyaratan: [${requirement}]`, 'biaya: gratis', 'waktu: 3 hari kerja',
          `kata_kunci: [${madeUp(n).join(', ')}]`];
        if (event) lines.push(`peristiwa: [${event}]`);
        write(agency, `${slug}.md`, `---\n${lines.join('\n')}\n---\n`);
      }
    }
  write(path.join(folder, 'kec-bangil', 'unit-1'), 'kia.en.md', '---\njudul: Minor Card\nkata_kunci: [kidpass]\n---\n');
  return n;
}

let n = 0;
let bad = 0;
function ok(fine, name, note) {
  console.log(`${fine ? 'ok' : 'not ok'} ${++n} - ${name}`);
  if (!fine) {
    bad++;
    if (note) console.log(`# ${note}`);
  }
}

/* query, number of services, agencies, topics and life events found, title of the first (or null), whether all words were found */
const QUESTIONS = [
  ['akta kelahiran', 100, 'Pencatatan Akta Kelahiran'],
  ['kelahiran', 101, 'Pencatatan Akta Kelahiran'],
  ['lahir', 101, 'Pencatatan Akta Kelahiran'],
  ['melahirkan', 101, 'Pencatatan Akta Kelahiran'],
  ['KELAHIRAN', 101, 'Pencatatan Akta Kelahiran'],
  ['kelah', 101, 'Pencatatan Akta Kelahiran'],
  ['akte lahir bangil', 5, 'Pencatatan Akta Kelahiran'],
  ['kk', 100, 'Penerbitan Kartu Keluarga'],
  ['kartu keluarga', 100, 'Penerbitan Kartu Keluarga'],
  ['ktp', 300, 'Pencatatan Akta Kelahiran'],
  ['e-KTP', 300, 'Pencatatan Akta Kelahiran'],
  ['kartu tanda penduduk', 300, 'Pencatatan Akta Kelahiran'],
  ['sktm', 100, 'Surat Keterangan Tidak Mampu'],
  ['surat keterangan tidak mampu', 100, 'Surat Keterangan Tidak Mampu'],
  ['ijin praktek', 100, 'Perizinan Praktik Dokter'],
  ['izin', 100, 'Perizinan Praktik Dokter'],
  ['menikah', 101, 'Menikah'],
  ['daftar nikah', 100, 'Pendaftaran Pernikahan'],
  ['lansia', 101, 'Bantuan Lanjut Usia'],
  ['manula', 101, 'Bantuan Lanjut Usia'],
  ['legalisasi', 100, 'Legalisir Dokumen'],
  ['mengadu', 100, 'Pengaduan Masyarakat'],
  ['teliti', 100, 'Rekomendasi Penelitian'],
  ['photocopy', 100, 'Kartu Identitas Anak'],
  ['grati', 65, 'Unit 1 Kecamatan Grati'],
  ['unit 3 grati', 13, 'Unit 3 Kecamatan Grati'],
  /* the words of a translation */
  ['minor card', 1, 'Kartu Identitas Anak'],
  ['kidpass', 1, 'Kartu Identitas Anak'],
  /* one slip, at every place */
  ['jelahiran', 101, 'Pencatatan Akta Kelahiran'],
  ['klahiran', 101, 'Pencatatan Akta Kelahiran'],
  ['kelahrian', 101, 'Pencatatan Akta Kelahiran'],
  ['kelahirann', 101, 'Pencatatan Akta Kelahiran'],
  ['kelahirqn', 101, 'Pencatatan Akta Kelahiran'],
  ['akrtu', 300, 'Kartu Identitas Anak'],
  ['rekomendsi', 100, 'Rekomendasi Penelitian'],
  ['xyzzyx', 0, null],
  /* words that are never together: those with most of them */
  ['kelahiran nikah', 202, 'Pencatatan Akta Kelahiran', false],
  ['dan di', 0, null],
  ['', 0, null],
];

function main() {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'cari-'));
  try {
    const out = path.join(temp, 'out');
    const wanted = makeContent(path.join(temp, 'content'));
    execFileSync(MAKLUMAT, ['build', temp, '-o', out, '--no-posters'], { stdio: ['ignore', 'ignore', 'ignore'] });
    const files = fs.readdirSync(path.join(out, 'cari'));
    const sizes = files.map((file) => fs.statSync(path.join(out, 'cari', file)).size);
    ok(['k4-', 'b3-', 'r9-'].every((start) => files.some((file) => file.startsWith(start))), 'the index is cut into shards', files.join(' '));
    ok(Math.max(...sizes) <= MOST_FILE, 'no file is over 40 KB', String(Math.max(...sizes)));
    let most = 0;
    for (const [query, count, title, whole = true] of QUESTIONS) {
      const { n: found, records, lengkap, bytes } = ask(out, query);
      const first = records.length ? records[0].judul : null;
      ok(
        (count === 0 ? true : found === count) && first === title && (!count || lengkap === whole),
        `"${query}"`,
        `${found} found, first ${first}, all words ${lengkap}`,
      );
      most = Math.max(most, bytes);
    }
    ok(most <= MOST_QUERY, 'no query loads over 100 KB', String(most));
    const { reader } = open(out);
    reader.catatan([...Array(wanted).keys()], (records) => {
      const pages = records.map(({ jalur }) => jalur);
      ok(new Set(pages).size === wanted, 'every service has a record', `${new Set(pages).size}`);
      ok(pages.every((page) => fs.existsSync(path.join(out, page))), 'every record leads to a page');
    });
    console.log(`1..${n}`);
  } finally {
    fs.rmSync(temp, { recursive: true });
  }
  process.exit(bad ? 1 : 0);
}
main();
