'use strict';
/*
 * A webmaster's day at the editor, by keyboard and pointer: an agency and a service are begun, filled in, mended by the
 * remedy of a finding, looked at as a poster, saved, changed, taken back. Then `check` must find nothing, the site
 * must be byte for byte that of the same content written by hand, and a later edit must have changed its lines only.
 * Environment: MAKLUMAT (the program), MAKLUMAT_WEB_OUT (where pictures go; build/web).
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const axe = require('axe-core');
const { launch } = require('./lib/browser');
const { run, startServe } = require('./lib/child');

const TOP = path.resolve(__dirname, '../..');
const MAKLUMAT = process.env.MAKLUMAT ?? path.join(TOP, 'build/release/maklumat');
const OUT = path.join(path.resolve(process.env.MAKLUMAT_WEB_OUT ?? path.join(TOP, 'build/web')), 'sunting');
const HAND = path.join(__dirname, 'sunting');

let n = 0;
let failed = 0;
function ok(good, name, note = '') {
  n++;
  if (!good) failed++;
  process.stdout.write(`${good ? 'ok' : 'not ok'} ${n} - ${name}\n`);
  if (!good && note) process.stdout.write(`${String(note).replace(/^/gm, '#   ')}\n`);
}
const same = (got, wanted, name) => ok(got === wanted, name, `got:\n${got}\nwanted:\n${wanted}`);

const maklumat = (args, cwd) => run(MAKLUMAT, args, { seconds: 300, cwd });

/* What a person does in the form; places are paths in the file. */
class Desk {
  constructor(tab) {
    this.tab = tab;
  }

  field(at) {
    return this.tab.locator(`[data-at="${at}"]`);
  }

  /* Nothing is being judged any more. */
  async quiet() {
    await this.tab.waitForFunction(() => document.getElementById('isi').getAttribute('aria-busy') === 'false');
  }

  async reveal(locator) {
    await locator.evaluate((node) => {
      for (let at = node; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    });
  }

  async fill(at, value) {
    const field = this.field(at);
    await field.waitFor({ state: 'attached' });
    await this.reveal(field);
    if ((await field.evaluate((node) => node.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
    await this.quiet();
  }

  async add(list) {
    const button = this.tab.locator(`[data-tambah="${list}"]`);
    await this.reveal(button);
    await button.click();
  }

  /* A row of a list with these values: {'': words} or {key: value}. */
  async row(list, i, values) {
    if (!(await this.tab.locator(`[data-tempat="${list}/${i}"]`).count())) await this.add(list);
    for (const [key, value] of Object.entries(values)) await this.fill(key ? `${list}/${i}/${key}` : `${list}/${i}`, value);
  }

  async all(values) {
    for (const [at, value] of Object.entries(values)) await this.fill(at, value);
  }

  async save() {
    await this.tab.keyboard.press('Control+s');
    await this.tab.waitForFunction(() => !document.querySelector('.keadaan').classList.contains('kotor'));
  }

  notes(at) {
    return this.tab.locator(`[data-tempat="${at}"] > .catatan, [data-tempat="${at}"] > .muatan > .catatan`).first().innerText();
  }
}

async function judge(tab, name) {
  await tab.addScriptTag({ content: axe.source }).catch(() => {});
  const { violations } = await tab.evaluate(async () => {
    if (!window.axe) return { violations: [{ id: 'axe did not load', nodes: [] }] };
    const found = await window.axe.run(document, { iframes: false });
    return { violations: found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map((node) => node.html) })) };
  });
  ok(violations.length === 0, `${name}: axe finds nothing`, JSON.stringify(violations, null, 1));
}

async function narrow(tab, name) {
  await tab.setViewportSize({ width: 360, height: 740 });
  const [wide, room] = await tab.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  ok(wide <= room, `${name}: fits 360 px`, `${wide} px wide`);
  await tab.screenshot({ path: path.join(OUT, `${name}-360.png`) });
  await tab.setViewportSize({ width: 1280, height: 900 });
}

async function begin(tab, button, values) {
  await tab.getByRole('button', { name: button, exact: true }).last().click();
  const dialog = tab.getByRole('dialog');
  for (const [label, value] of Object.entries(values)) await dialog.getByLabel(label, { exact: false }).first().fill(value);
  await dialog.getByRole('button', { name: 'Buat' }).click();
  await tab.waitForURL(/\/sunting\/berkas\//);
  await tab.locator('.formulir > *').first().waitFor();
}

async function agency(tab, url) {
  const desk = new Desk(tab);
  await tab.goto(new URL('/sunting/', url).href);
  await begin(tab, 'Instansi baru', { Nama: 'Dinas Uji' });
  same(new URL(tab.url()).pathname, '/sunting/berkas/dinas-uji/instansi.yaml', 'a new agency is open');
  await desk.all({
    instansi_induk: 'Pemerintah Kabupaten Madya',
    wilayah: 'Kabupaten Madya',
    alamat: 'Jalan Merdeka 1, Madya',
    telepon: '(021) 5550123',
    situs_web: 'https://dinas.example',
  });
  ok((await desk.notes('telepon')).includes('(021) 5550123'), 'what was read of the telephone is said');
  await desk.row('email', 0, { '': 'dinas@madya.example' });
  await desk.row('jam_layanan', 0, { hari: 'Senin–Jumat', jam: '08.00–15.00' });
  await desk.row('pengaduan/kanal', 0, { '': 'Email: aduan@madya.example' });
  await desk.row('pengaduan/alur', 0, { oleh: 'Pengguna layanan', teks: 'menyampaikan aduan' });
  await desk.all({
    'pengaduan/batas_waktu/waktu': '5 hari kerja',
    'pengaduan/petugas': 'Sekretariat',
    'maklumat/tempat': 'Madya',
    'maklumat/tanggal': '2026-01-16',
    'maklumat/sk/nomor': '1/2026',
    'kepala/jabatan': 'Kepala Dinas Uji',
    'kepala/nama': 'Siti Aminah',
  });
  await desk.row('skm', 0, { nilai: '88,31', periode: 'Semester I 2026', responden: '150' });
  await desk.save();
}

async function service(tab, url) {
  const desk = new Desk(tab);
  await tab.goto(new URL('/sunting/', url).href);
  await tab.getByRole('link', { name: 'instansi.yaml' }).waitFor();
  await begin(tab, 'Layanan baru', { Nama: 'Izin Keramaian' });
  await desk.all({ ringkasan: 'Izin untuk keramaian umum.', 'sk/nomor': '188/12/2026', 'sk/tanggal': '2026-01-16', 'sk/tentang': 'Standar Pelayanan', berlaku_sejak: '2026-01-16' });
  await desk.row('persyaratan', 0, { teks: 'Fotokopi KTP', jumlah: '2 lembar' });
  await desk.row('persyaratan', 1, { teks: 'Surat kuasa', bila: 'dikuasakan' });
  await desk.row('prosedur', 0, { oleh: 'Pemohon', teks: 'menyerahkan berkas' });
  await desk.row('prosedur', 1, { oleh: 'Petugas', teks: 'memeriksa berkas' });
  await desk.row('prosedur/1/cabang', 0, { jika: 'berkas tidak lengkap', maka: 'berkas dikembalikan', selesai: 'ya' });
  await desk.row('prosedur/1/cabang', 1, { jika: 'berkas lengkap' });
  await desk.row('prosedur/1/cabang/1/langkah', 0, { oleh: 'Petugas', teks: 'menerbitkan izin' });
  const numbers = await tab.locator('[data-tempat="prosedur"] .nomor').allInnerTexts();
  same(numbers.filter(Boolean).join(' '), '1 2 3', 'steps show their printed numbers');
  await desk.fill('waktu/waktu', '3 hari kerja');
  ok(/selesai .* bila masuk hari ini/.test(await desk.notes('waktu')), 'the day it is done is said', await desk.notes('waktu'));
  await tab.locator('[data-tempat="biaya"] .tautan').click();
  await desk.fill('biaya/jenis', 'tabel');
  await desk.row('biaya/tarif', 0, { untuk: 'sekali', jumlah: 'Rp50.000' });
  await desk.row('biaya/tarif', 1, { untuk: 'berulang', jumlah: 'Rp75.000' });
  await desk.row('biaya/dasar', 0, { teks: 'Peraturan Daerah Nomor 1 Tahun 2024' });
  await desk.row('produk', 0, { teks: 'Surat izin' });
  for (const [list, words] of [['dasar_hukum', 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'], ['sarana', 'Ruang tunggu'], ['kompetensi_pelaksana', 'Sarjana'], ['pengawasan_internal', 'Dilakukan oleh atasan langsung'], ['jumlah_pelaksana', '2 orang'], ['jaminan_pelayanan', 'Dilayani sesuai standar'], ['jaminan_keamanan', 'Berkas disimpan di lemari terkunci'], ['evaluasi_kinerja', 'Dilakukan setiap enam bulan']])
    await desk.row(list, 0, { teks: words });
  await desk.row('varian', 0, { nama: 'Perpanjangan' });
  await desk.fill('varian/0/waktu/waktu', '1 hari kerja');
  return desk;
}

/* A mistake, seen at its field, mended by what its remedy says. */
async function mend(desk) {
  await desk.fill('ditinjau', '31-02-2026');
  const note = await desk.notes('ditinjau');
  ok(/Kesalahan|Peringatan/.test(note) && note.includes('31-02-2026'), 'a mistake is said at its field', note);
  ok((await desk.field('ditinjau').getAttribute('aria-describedby')) !== null, 'and read out with it');
  const remedy = /Saran: .*?(\d{4}-\d{2}-\d{2})/.exec(note);
  ok(remedy !== null, 'its remedy shows how it is written', note);
  await desk.fill('ditinjau', '2026-06-01');
  ok(!/Kesalahan|Peringatan/.test(await desk.notes('ditinjau')), 'mended as it says, it is fine');
}

async function look(tab) {
  const phone = tab.frameLocator('#lembar-ponsel iframe:not([hidden])');
  await phone.getByText('Fotokopi KTP').first().waitFor({ state: 'attached' });
  ok(true, 'the page at phone width shows what is not saved');
  await tab.getByRole('tab', { name: 'Poster A4' }).click();
  await tab.waitForFunction(() => { const img = document.querySelector('.poster img'); return img !== null && img.complete && img.naturalWidth > 500; });
  ok(true, 'the poster is there');
  await tab.screenshot({ path: path.join(OUT, 'poster.png') });
  await tab.getByRole('tab', { name: 'Layar lebar' }).click();
  await tab.frameLocator('#lembar-meja iframe:not([hidden])').getByText('Fotokopi KTP').first().waitFor({ state: 'attached' });
  await tab.getByRole('tab', { name: 'Ponsel' }).click();
}

/* Rows by keyboard, the text view, an edit that must stay small, and taking it back. */
async function later(tab, desk, file) {
  const before = fs.readFileSync(file, 'utf8').replace('judul: Izin Keramaian', '# catatan petugas\njudul: "Izin Keramaian"   # resmi');
  fs.writeFileSync(file, before);
  await tab.waitForFunction(async () => (await (await fetch('/sunting/api/open?file=dinas-uji/izin-keramaian.md')).json()).text.includes('catatan petugas'));
  await tab.waitForFunction(() => document.querySelector('.keadaan').textContent.startsWith('Semua'));
  await tab.reload();
  await desk.field('judul').waitFor();
  await desk.fill('judul', 'Izin Keramaian Umum');
  await desk.field('persyaratan/1/teks').focus();
  await tab.keyboard.press('Alt+ArrowUp');
  await desk.quiet();
  same(await desk.field('persyaratan/0/teks').inputValue(), 'Surat kuasa', 'a row moves by keyboard');
  same(await desk.field('persyaratan/1/teks').inputValue(), 'Fotokopi KTP', 'and the other takes its place, though the pen was there');
  await tab.setViewportSize({ width: 1280, height: 2400 }); // both rows in sight
  await tab.locator('[data-tempat="persyaratan/0"] > .palang .gagang').dragTo(tab.locator('[data-tempat="persyaratan/1"] > .palang .gagang'));
  await tab.waitForFunction(() => document.querySelector('[data-at="persyaratan/1/teks"]').value === 'Surat kuasa');
  await tab.setViewportSize({ width: 1280, height: 900 });
  await desk.quiet();
  same(await desk.field('persyaratan/1/teks').inputValue(), 'Surat kuasa', 'and by dragging');
  await tab.getByRole('tab', { name: 'Teks berkas' }).click();
  ok((await tab.locator('.naskah').inputValue()).includes('judul: "Izin Keramaian Umum"   # resmi'), 'the text view is the same document');
  await tab.getByRole('tab', { name: 'Isian' }).click();
  await desk.save();
  same(fs.readFileSync(file, 'utf8'), before.replace('"Izin Keramaian"', '"Izin Keramaian Umum"'), 'one line of the file has changed');
  await tab.getByRole('button', { name: /Batalkan simpanan/ }).click();
  await tab.waitForFunction(() => document.querySelector('[data-at="judul"]').value === 'Izin Keramaian');
  same(fs.readFileSync(file, 'utf8'), before, 'and back');
  await desk.fill('judul', 'Tulisan saya');
  fs.writeFileSync(file, before.replace('Fotokopi KTP', 'Fotokopi KTP-el'));
  await tab.keyboard.press('Control+s');
  const dialog = tab.getByRole('dialog');
  await dialog.waitFor();
  ok((await dialog.locator('textarea').nth(1).inputValue()).includes('KTP-el'), 'a file changed elsewhere is shown beside mine');
  ok(fs.readFileSync(file, 'utf8').includes('KTP-el'), 'and not written over');
  await dialog.getByRole('button', { name: /Pakai isi berkas/ }).click();
  fs.writeFileSync(file, before.replace('# catatan petugas\njudul: "Izin Keramaian"   # resmi', 'judul: Izin Keramaian'));
}

/* A page that is looked at: a style sheet is swapped under it, words load it again where it stood. */
async function live(tab, dir, url) {
  const folder = path.join(dir, 'themes/coba/static');
  const sheets = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.css'));
  await tab.goto(new URL('/dinas-uji/izin-keramaian.html', url).href);
  await tab.getByRole('link', { name: 'Ubah halaman ini' }).waitFor();
  await tab.evaluate(() => { window.sama = true; window.scrollTo(0, 300); });
  for (const sheet of sheets) fs.appendFileSync(path.join(folder, sheet), '\nbody { outline: 7px solid rgb(1, 2, 3); }\n');
  await tab.waitForFunction(() => getComputedStyle(document.body).outlineWidth === '7px');
  ok(await tab.evaluate(() => window.sama === true), 'a changed style sheet is swapped without loading the page again');
  const file = path.join(dir, 'content/dinas-uji/izin-keramaian.md');
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, text.replace('Fotokopi KTP', 'Fotokopi KTP berwarna'));
  await tab.getByText('Fotokopi KTP berwarna').first().waitFor({ state: 'attached' });
  await tab.waitForFunction(() => window.scrollY > 250);
  ok(await tab.evaluate(() => window.sama === undefined), 'changed words load it again, where it stood');
  fs.writeFileSync(file, 'rusak');
  await tab.waitForFunction(() => document.querySelector('.maklumat-langsung button.error') !== null);
  ok((await tab.getByText('Fotokopi KTP berwarna').count()) > 0, 'a broken charter is told, and its page stays');
  await tab.getByRole('button', { name: /kesalahan/ }).click();
  await tab.locator('.maklumat-daftar a', { hasText: /^baris/ }).first().click();
  await tab.waitForURL(/izin-keramaian\.md#/);
  await tab.locator('.pita.error').waitFor({ state: 'attached' });
  ok(await tab.locator('.naskah').isVisible(), 'its finding leads to the text, since no form can hold it');
  fs.writeFileSync(file, text);
  await tab.waitForFunction(() => document.querySelector('.pita.error') === null);
}

async function compare(dir, top) {
  const hand = path.join(top, 'tangan');
  fs.cpSync(HAND, path.join(hand, 'content'), { recursive: true });
  fs.cpSync(path.join(dir, 'themes'), path.join(hand, 'themes'), { recursive: true });
  for (const name of fs.readdirSync(path.join(dir, 'content')).filter((file) => file.endsWith('.yaml')))
    fs.copyFileSync(path.join(dir, 'content', name), path.join(hand, 'content', name));
  const checked = await maklumat(['check', '--fail-on', 'note', dir], top);
  /* The address has a folder, of which check always tells; nothing else may be found. */
  const found = (checked.stdout + checked.stderr).split('\n').filter((line) => / (kesalahan|peringatan|catatan)[:,]|\d (kesalahan|catatan)/.test(line));
  same(found.map((line) => line.replace(/^.*content\//, '').replace(/: situs .*\[/, ' [')).join('\n'),
    'situs.yaml:3:6: catatan [site-robots]\n0 kesalahan, 0 peringatan, 1 catatan', 'check finds only that the site stands in a folder');
  for (const project of [dir, hand]) {
    const built = await maklumat(['build', '--quiet', project], top);
    ok(built.code === 0, `${path.basename(project)} is built`, built.stdout + built.stderr);
  }
  const diff = await run('diff', ['-r', path.join(dir, 'public'), path.join(hand, 'public')], { seconds: 60 });
  same(diff.stdout, '', 'the site is that of the same content written by hand');
}

async function main() {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'maklumat-sunting-'));
  const dir = path.join(top, 'proyek');
  fs.mkdirSync(OUT, { recursive: true });
  fs.mkdirSync(path.join(dir, 'content'), { recursive: true });
  fs.cpSync(path.join(TOP, 'themes/default'), path.join(dir, 'themes/coba'), { recursive: true });
  fs.writeFileSync(path.join(dir, 'content/situs.yaml'), 'nama: Maklumat Pelayanan\ntema: coba\nurl: https://madya.example/layanan/\n');
  const year = new Date().getFullYear();
  for (const one of [year, year + 1])
    fs.writeFileSync(path.join(dir, `content/libur-${one}.yaml`), `sumber: SKB\nlibur:\n  - {tanggal: ${one}-12-25, nama: Hari Raya Natal, jenis: nasional}\n`);
  const { child, url } = await startServe(MAKLUMAT, dir);
  const browser = await launch();
  const problems = [];
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'id-ID', bypassCSP: false });
    const tab = await context.newPage();
    tab.setDefaultTimeout(60000);
    tab.on('console', (message) => message.type() === 'error' && !/409|axe|inline script/.test(message.text()) && problems.push(message.text()));
    tab.on('pageerror', (error) => problems.push(error.stack));
    tab.on('request', (request) => { if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:|about:)/.test(request.url())) problems.push(`request to ${request.url()}`); });
    await tab.goto(url);
    ok(!tab.url().includes('kunci'), 'the key leaves the address');
    await agency(tab, url);
    const desk = await service(tab, url);
    await mend(desk);
    await look(tab);
    await desk.save();
    await tab.screenshot({ path: path.join(OUT, 'isian.png') });
    await narrow(tab, 'isian');
    await later(tab, desk, path.join(dir, 'content/dinas-uji/izin-keramaian.md'));
    const free = await (await browser.newContext({ bypassCSP: true, storageState: await context.storageState() })).newPage();
    await free.goto(tab.url());
    await free.locator('.formulir > *').first().waitFor();
    await judge(free, 'the form');
    await free.goto(new URL('/sunting/', url).href);
    await free.getByRole('link', { name: 'Izin Keramaian' }).waitFor();
    await judge(free, 'the list');
    await narrow(free, 'daftar');
    await free.screenshot({ path: path.join(OUT, 'daftar.png') });
    await free.goto(new URL('/dinas-uji/izin-keramaian.html', url).href);
    await free.getByRole('link', { name: 'Ubah halaman ini' }).click();
    await free.waitForURL(/\/sunting\/berkas\/dinas-uji\/izin-keramaian\.md$/);
    ok(true, 'a previewed page leads to its form');
    await live(tab, dir, url);
    ok(problems.length === 0, 'no error in the console, no request to elsewhere', problems.join('\n'));
  } finally {
    await browser.close();
    child.removeAllListeners('exit');
    child.kill('SIGINT');
  }
  await compare(dir, top);
  fs.rmSync(top, { recursive: true, force: true });
  process.stdout.write(`1..${n}\n`);
  return failed === 0;
}

main().then((good) => process.exit(good ? 0 : 1), (error) => {
  process.stdout.write(`Bail out! ${error.stack}\n`);
  process.exit(1);
});
