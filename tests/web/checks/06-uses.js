'use strict';
/*
 * Row 6, what scripts add, used as a person would: search and follow a result, ask when it will be done, share, copy the
 * address, tick what is ready. From file:// and over http, and from copies of the site in another folder: what is
 * answered must be the same everywhere.
 */

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { eachPage } = require('../lib/browser');
const { serve } = require('../lib/server');
const { searchField, typeQuery } = require('../lib/search');

const USED = 2;
const QUERY = /[\p{L}\p{N}]{2,}/gu;

const words = (text) => text.replace(/\s+/g, ' ').trim();
const heading = (tab) => tab.locator('h1').first().innerText().then(words);

/* Every place the site is read from: its name, and the address of a file there. */
async function places(site, server, folder) {
  const moved = path.join(folder, 'pindah', `${site.name} di folder lain`);
  fs.rmSync(moved, { recursive: true, force: true });
  fs.cpSync(site.root, moved, { recursive: true });
  const other = await serve(moved);
  const disk = (root) => (file) => pathToFileURL(path.join(root, file)).href;
  return {
    list: [
      ['file', disk(site.root)],
      ['http', server.url],
      ['file, moved', disk(moved)],
      ['http, moved', other.url],
    ],
    close: () => other.close(),
  };
}

async function search(tab, page, url) {
  await tab.goto(url('index.html'));
  const field = await searchField(tab);
  if (!field) return 'there is no search field';
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page.html)[1].replace(/<[^>]*>|&[^;]*;/g, ' ');
  await typeQuery(tab, field, (title.match(QUERY) ?? []).slice(0, 4).join(' ').toLowerCase());
  const links = tab.locator('[data-cari-hasil] a[href]');
  const hrefs = await links.evaluateAll((all) => all.map(({ href }) => href));
  const place = hrefs.indexOf(url(page.file));
  if (place < 0) return `not among ${hrefs.length} results`;
  await links.nth(place).click();
  await tab.waitForURL(url(page.file));
  return null;
}

async function answer(tab, day, time) {
  await tab.locator('#tgl').fill(day);
  await tab.locator('#jam').fill(time);
  return words(await tab.locator('[data-kapan] output').innerText());
}

async function deadline(tab) {
  if (!(await tab.locator('[data-kapan] output').count())) return ['nothing is built', ''];
  const monday = await answer(tab, '2026-11-23', '08:00');
  const later = await answer(tab, '2026-12-21', '08:00');
  const unknown = await answer(tab, '2044-01-04', '08:00');
  if (!/\d{4}/.test(monday)) return [`no date: ${monday}`, ''];
  if (monday === later) return [`the same answer for another day: ${monday}`, ''];
  if (!/Tanyakan|Ask/.test(unknown)) return [`answers beyond the calendar: ${unknown}`, ''];
  return [null, `${monday} | ${later}`];
}

async function share(tab, page, url) {
  const link = tab.locator('[data-alat] a[href^="https://wa.me/"]');
  if (!(await link.count())) return 'no way to share';
  const text = new URL(await link.getAttribute('href')).searchParams.get('text');
  const canonical = await tab.locator('link[rel=canonical]').evaluateAll((all) => all[0]?.href);
  if (!text.includes(await heading(tab))) return `without the title: ${text}`;
  if (!text.endsWith(`\n${canonical ?? url(page.file)}`)) return `without the address: ${text}`;
  return null;
}

async function copy(tab) {
  const button = tab.locator('[data-alat] button').first();
  if (!(await button.count())) return 'no button';
  await button.click();
  const said = tab.locator('[data-alat] [role=status]', { hasText: /tersalin|copied/ });
  return said.waitFor({ timeout: 60000 }).then(
    () => null,
    () => 'nothing was copied',
  );
}

async function ticks(tab) {
  const box = tab.locator('[data-cek] input').first();
  if (!(await box.count())) return null;
  await box.check();
  const said = tab.locator('[data-hitung] [role=status]');
  const count = (await said.count()) ? await said.innerText() : '';
  if (!/^1 /.test(count)) return `not counted: "${count}"`;
  await tab.reload();
  if (!(await box.isChecked())) return 'forgotten when the page is loaded again';
  await tab.locator('[data-hitung] button').click();
  return (await box.isChecked()) ? 'not cleared' : null;
}

async function use(tab, page, [place, url], answers, findings) {
  const tell = (rule, problem) => problem && findings.add(rule, page, `${place}: ${problem}`);
  tell('search', await search(tab, page, url));
  await tab.goto(url(page.file));
  const [problem, said] = await deadline(tab);
  tell('deadline', problem);
  if (!problem && (answers.get(page.file) ?? said) !== said)
    tell('deadline', `"${said}", elsewhere "${answers.get(page.file)}"`);
  if (!problem) answers.set(page.file, said);
  tell('share', await share(tab, page, url));
  tell('copy', await copy(tab));
  tell('ticks', await ticks(tab));
}

async function run({ site, browser, server, folder, findings }) {
  const pages = site.pages
    .filter(({ type, html }) => type === 'layanan' && / data-kapan=/.test(html) && !/noindex/.test(html))
    .slice(0, site.hostile ? 1 : USED);
  if (!pages.length || !site.has('cari/indeks.js')) {
    for (const rule of Object.keys(module.exports.rules))
      findings.skip(rule, 'no service of this site has a deadline');
    return;
  }
  const { list, close } = await places(site, server, folder);
  const answers = new Map();
  try {
    for (const place of list)
      await eachPage(browser, pages, {}, (tab, page) => use(tab, page, place, answers, findings));
  } finally {
    close();
  }
  findings.measure('uses: places and services tried', `${list.length} × ${pages.length}`);
}

module.exports = {
  row: 6,
  name: 'uses',
  rules: {
    search: 'the search finds a service and leads to it: on file:// and http, and moved',
    deadline: 'when it will be done is answered alike there, and not beyond the calendar',
    share: 'what is shared has the title and the address',
    copy: 'the address is copied',
    ticks: 'ticks are counted, remembered and cleared',
  },
  run,
};
