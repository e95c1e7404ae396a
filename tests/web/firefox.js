'use strict';
/*
 * The editor in Firefox: the list, a form, a mistake and its finding, the page and the poster beside it, rows by keyboard, a
 * save, an event that reloads the previewed page in its place. What the day of serve.js does in Chromium, in short.
 * Environment: MAKLUMAT (the program), MAKLUMAT_FIREFOX, MAKLUMAT_WEB_OUT (where pictures go; build/web).
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const puppeteer = require('puppeteer-core');
const { startServe } = require('./lib/child');

const TOP = path.resolve(__dirname, '../..');
const MAKLUMAT = process.env.MAKLUMAT ?? path.join(TOP, 'build/release/maklumat');
const FIREFOX = process.env.MAKLUMAT_FIREFOX ?? '/usr/bin/firefox-esr';
const OUT = path.join(path.resolve(process.env.MAKLUMAT_WEB_OUT ?? path.join(TOP, 'build/web')), 'firefox');
const WAIT = { timeout: 240000 };

let n = 0;
let failed = 0;
function ok(good, name, note = '') {
  n++;
  if (!good) failed++;
  process.stdout.write(`${good ? 'ok' : 'not ok'} ${n} - ${name}\n`);
  if (!good && note) process.stdout.write(`${String(note).replace(/^/gm, '#   ')}\n`);
}

/* Puts a value as typing does; the field's fold is opened first. */
async function fill(tab, at, value) {
  const field = await tab.waitForSelector(`[data-at="${at}"]`, WAIT);
  await field.evaluate((node) => {
    for (let up = node; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
    node.focus();
    node.select();
  });
  await tab.keyboard.type(value);
  await tab.waitForFunction((place, words) => document.querySelector(`[data-at="${place}"]`).value === words && document.getElementById('isi').getAttribute('aria-busy') === 'false', WAIT, at, value);
}

const note = (tab, at) => tab.$eval(`[data-tempat="${at}"]`, (node) => node.innerText);

async function edit(tab, url, dir) {
  const file = path.join(dir, 'content/contoh/dinas-contoh/surat-keterangan-contoh.md');
  const before = fs.readFileSync(file, 'utf8');
  await tab.goto(new URL('/sunting/', url).href);
  await tab.waitForFunction(() => document.body.innerText.includes('Surat Keterangan Contoh'), WAIT);
  ok(true, 'the list shows the charters');
  await tab.screenshot({ path: path.join(OUT, 'daftar.png') });
  await tab.goto(new URL('/sunting/berkas/contoh/dinas-contoh/surat-keterangan-contoh.md', url).href);
  await fill(tab, 'ditinjau', '31-02-2026');
  await tab.waitForFunction(() => /Kesalahan|Peringatan/.test(document.querySelector('[data-tempat="ditinjau"]').innerText), WAIT);
  ok((await note(tab, 'ditinjau')).includes('31-02-2026'), 'a mistake is said at its field', await note(tab, 'ditinjau'));
  await fill(tab, 'ditinjau', '2026-06-01');
  await tab.waitForFunction(() => !/Kesalahan|Peringatan/.test(document.querySelector('[data-tempat="ditinjau"]').innerText), WAIT);
  ok(true, 'and mended');
  await tab.waitForFunction(() => document.querySelector('#lembar-ponsel iframe:not([hidden])')?.contentDocument?.body?.innerText.includes('Surat Keterangan Contoh'), WAIT);
  ok(true, 'the page stands beside the form');
  await tab.evaluate(() => [...document.querySelectorAll('[role=tab]')].find((node) => node.textContent.includes('Poster')).click());
  await tab.waitForFunction(() => document.querySelector('.poster img')?.naturalWidth > 500, WAIT);
  ok(true, 'so does the poster');
  await tab.screenshot({ path: path.join(OUT, 'poster.png') });
  const first = await tab.$eval('[data-at="persyaratan/0/teks"], [data-at="persyaratan/0"]', (node) => node.value);
  await tab.$eval('[data-at^="persyaratan/1"]', (node) => {
    for (let up = node; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
    node.focus();
  });
  await tab.keyboard.down('Alt');
  await tab.keyboard.press('ArrowUp');
  await tab.keyboard.up('Alt');
  await tab.waitForFunction((words) => document.querySelector('[data-at^="persyaratan/1"]').value === words, WAIT, first);
  ok(true, 'a row moves by keyboard');
  await tab.keyboard.down('Control');
  await tab.keyboard.press('s');
  await tab.keyboard.up('Control');
  await tab.waitForFunction(() => !document.querySelector('.keadaan').classList.contains('kotor'), WAIT);
  const after = fs.readFileSync(file, 'utf8');
  ok(after.includes('ditinjau: 2026-06-01') && after !== before, 'Ctrl+S saves', after);
  return file;
}

/* The previewed page tells of a file that was saved elsewhere by coming again, where it was. */
async function preview(tab, url, file) {
  await tab.goto(new URL('/contoh/dinas-contoh/surat-keterangan-contoh.html', url).href);
  await tab.waitForFunction(() => document.body.innerText.includes('Ubah halaman ini'), WAIT);
  ok(true, 'a previewed page leads to its editor');
  await tab.evaluate(() => window.scrollTo(0, 400));
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^judul: .*$/m, 'judul: Surat Keterangan Lain'));
  await tab.waitForFunction(() => document.querySelector('h1').textContent.includes('Surat Keterangan Lain'), WAIT);
  await tab.waitForFunction(() => Math.abs(window.scrollY - 400) < 20, WAIT);
  ok(true, 'it comes anew when its file is saved, and keeps its place');
}

async function main() {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'maklumat-firefox-'));
  const dir = path.join(top, 'situs');
  fs.mkdirSync(OUT, { recursive: true });
  execFileSync(MAKLUMAT, ['new', 'site', dir]);
  const { child, url } = await startServe(MAKLUMAT, dir);
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true, protocolTimeout: WAIT.timeout });
  const tab = await browser.newPage();
  const troubles = [];
  tab.on('pageerror', (error) => troubles.push(error.message));
  tab.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  try {
    await tab.setViewport({ width: 1280, height: 900 });
    await tab.goto(url);
    await preview(tab, url, await edit(tab, url, dir));
    await tab.setViewport({ width: 360, height: 740 });
    await tab.goto(new URL('/sunting/berkas/contoh/dinas-contoh/surat-keterangan-contoh.md', url).href);
    await tab.waitForSelector('[data-at="judul"]', WAIT);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    ok(wide <= 360, 'the form fits 360 px', `${wide} px wide`);
    await tab.screenshot({ path: path.join(OUT, 'formulir-360.png') });
    ok(troubles.length === 0, 'the console is silent', troubles.join('\n'));
  } catch (error) {
    await tab.screenshot({ path: path.join(OUT, 'gagal.png') }).catch(() => {});
    ok(false, 'the day ends', error.stack);
  }
  await browser.close();
  child.removeAllListeners('exit');
  child.kill('SIGINT');
  fs.rmSync(top, { recursive: true, force: true });
  process.stdout.write(`1..${n}\n`);
  process.exit(failed ? 1 : 0);
}

main();
