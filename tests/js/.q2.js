'use strict';
/*
 * TAP: how well the search answers what people type (tests/js/pertanyaan.txt) over the services of a made-up
 * regency (tests/js/layanan.txt): a right title must be among the first three for 95 of 100. Prints the misses.
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { ask } = require('./baca');

const MOST_WRONG = 0.05;
const lines = (file) => fs.readFileSync(path.join("/tmp/page/js",file), 'utf8').split('\n').filter((l) => l && l[0] !== '#');
const words = (text) => (text || '').split(',').map((t) => t.trim()).filter(Boolean);
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

function makeContent(folder) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'situs.yaml'), 'nama: Kabupaten Bahari\n');
  for (const line of lines('layanan.txt')) {
    const [agency, title, keywords, event, papers, variants] = line.split('|').map((t) => t.trim());
    const dir = path.join(folder, slug(agency));
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(path.join(dir, 'instansi.yaml'), `nama: ${agency}\nwilayah: Kabupaten Bahari\n`);
    const head = [`judul: ${title}`, 'biaya: Rp10.000', 'waktu: 3 hari kerja'];
    if (keywords) head.push(`kata_kunci: [${keywords}]`);
    if (event) head.push(`peristiwa: [${event}]`);
    if (papers) {
      head.push('persyaratan:');
      for (const paper of words(papers)) {
        const form = /^Formulir (F-\S+)$/.exec(paper);
        head.push(form ? `  - {teks: Formulir, formulir: ${form[1]}}` : `  - ${paper}`);
      }
    }
    if (words(variants).length) head.push('varian:', ...words(variants).map((v) => `  - {nama: ${v}}`));
    fs.writeFileSync(path.join(dir, `${slug(title)}.md`), `---\n${head.join('\n')}\n---\n`);
  }
}

function main() {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'tanya-'));
  try {
    const out = path.join(temp, 'out');
    makeContent(path.join(temp, 'content'));
    execFileSync(process.env.MAKLUMAT, ['build', temp, '-o', out, '--no-posters'], { stdio: ['ignore', 'ignore', 'ignore'] });
    let right = 0;
    const questions = lines('pertanyaan.txt').map((line) => line.split(' = '));
    for (const [query, wanted] of questions) {
      const first = ask(out, query).records.slice(0, 3).map((r) => r.judul);
      const fine = words(wanted).some((title) => first.some((f) => f === title || f === `${title} Kabupaten Bahari`));
      if (fine) right++;
      else console.log(`# ${query}: ${first.join(' | ') || 'nothing'} (${wanted})`);
    }
    console.log(`# ${right} of ${questions.length} among the first three`);
    const fine = questions.length - right <= MOST_WRONG * questions.length;
    console.log(`${fine ? 'ok' : 'not ok'} 1 - a right answer among the first three\n1..1`);
    process.exitCode = fine ? 0 : 1;
  } finally {
    fs.rmSync(temp, { recursive: true });
  }
}
main();
