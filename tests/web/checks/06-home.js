'use strict';
/*
 * Row 6, finding one's way on a phone: the home page is short; one tap keeps "my region" on the device; the search can be
 * kept to one agency, shows a result above the keyboard and again after going back; an agency's page says first whether
 * it is open, and the hours themselves without scripts.
 */

const { eachPage, openFile, addressOf } = require('../lib/browser');
const { sample } = require('../lib/site');
const { searchField, typeQuery } = require('../lib/search');

const LONGEST_HOME_PX = 4000;
const MOST_SERVICES = 24;
const LONGEST_TITLE = 60;
/* Their facts only begin there: four variants to choose from, and two ways to apply, one with a long address. */
const BELOW = ['kota-bahari/kantor-imigrasi/paspor-biasa.'];
const MONDAY = '2026-11-23';
const PHONE = { width: 360, height: 740 };
const WITH_KEYBOARD = { width: 360, height: 400 };

const clock = (minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`;

async function short(tab, page, findings) {
  await openFile(tab, page);
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  findings.measure('home: pixels at 360', height);
  if (height > LONGEST_HOME_PX)
    findings.add('short', page, `${height} px, allowed: ${LONGEST_HOME_PX}`);
}

async function region(tab, page, findings) {
  const place = tab.locator('[data-wilayah]').first();
  if (!(await place.count())) return findings.skip('region', 'this site has no region');
  const tell = (problem) => findings.add('region', page, problem);
  const button = place.locator('button');
  if (!(await button.count())) return tell('there is no button');
  await button.click();
  await tab.reload();
  const link = tab.locator('[data-wilayah-saya] a');
  const folder = await place.getAttribute('data-wilayah');
  const href = decodeURI((await link.getAttribute('href')) ?? '');
  if (!href.endsWith(`${folder}/index.html`)) tell(`forgotten when loaded again: ${href}`);
  await place.locator('button').click();
  if ((await place.locator('button').getAttribute('aria-pressed')) !== 'false') tell('cannot be undone');
}

/* A word that several agencies' services have in their names. */
function commonWord(site) {
  const places = new Map();
  for (const { file, type, html } of site.pages.filter(({ type }) => type === 'layanan')) {
    const title = /<h1[^>]*>([^<]*)/.exec(html)[1];
    for (const word of title.toLowerCase().match(/[a-z]{5,}/g) ?? [])
      places.set(word, (places.get(word) ?? new Set()).add(file.replace(/\/[^/]*$/, '')));
  }
  const [found] = [...places].sort((a, b) => b[1].size - a[1].size);
  return found && found[1].size > 1 ? found[0] : null;
}

async function filter(tab, page, word, findings) {
  if (!word) return findings.skip('filter', 'no word is in the names of two agencies’ services');
  const tell = (problem) => findings.add('filter', page, `"${word}": ${problem}`);
  await tab.goto(addressOf(page));
  await typeQuery(tab, await searchField(tab), word);
  const select = tab.locator('#saring');
  const values = (await select.count())
    ? await select.locator('option').evaluateAll((all) => all.map(({ value }) => value))
    : [];
  if (values.length < 3) return tell(`choices: ${values.length}`);
  for (const folder of values.slice(1)) {
    await select.selectOption(folder);
    await tab.waitForTimeout(300);
    const hrefs = await tab
      .locator('[data-cari-hasil] li a')
      .evaluateAll((all) => all.map(({ href }) => decodeURI(href)));
    const wrong = hrefs.filter((href) => !href.includes(`/${folder}/`));
    if (wrong.length) tell(`${folder} shows ${wrong[0]}`);
  }
}

async function back(tab, page, word, findings) {
  const tell = (problem) => findings.add('back', page, problem);
  await tab.setViewportSize(WITH_KEYBOARD);
  await tab.goto(addressOf(page));
  const field = await searchField(tab);
  await typeQuery(tab, field, word ?? 'akta');
  const first = tab.locator('[data-cari-hasil] li a').first();
  if (!(await first.count())) return tell('no result');
  const box = await first.boundingBox();
  if (!box || box.y < 0 || box.y + box.height > WITH_KEYBOARD.height)
    tell(`above the keyboard the first result is at ${box?.y}`);
  const href = await first.getAttribute('href');
  await first.click();
  await tab.waitForLoadState();
  await tab.goBack();
  const again = tab.locator('[data-cari-hasil] li a').first();
  const there = await again.waitFor({ timeout: 60000 }).then(() => true, () => false);
  if (!there || (await again.getAttribute('href')) !== href) tell('the results are gone after going back');
  await tab.setViewportSize(PHONE);
}

/* What must be said at some minutes of a Monday that is no holiday, and on a day of closure. */
function moments(calendar) {
  const day = Date.parse(MONDAY) / 864e5;
  const hours = calendar.jam[1];
  const at = (date, minute) => date * 864e5 + (minute - calendar.zona * 60) * 6e4;
  const list = [];
  const special = (calendar.khusus ?? []).some(([from, to]) => day - calendar.dari >= from && day - calendar.dari <= to);
  if (hours.length && !special && !calendar.tutup.includes(day - calendar.dari)) {
    const [opens, closes] = [hours[0][0], hours[hours.length - 1][1]];
    if (opens > 0) list.push([at(day, opens - 1), [clock(opens), clock(closes)]]);
    list.push([at(day, opens), [`Buka hari ini sampai ${clock(closes)}`]]);
    list.push([at(day, closes - 1), [`Buka hari ini sampai ${clock(closes)}`]]);
    if (closes < 1440) list.push([at(day, closes), ['Sudah tutup', 'Buka lagi']]);
  }
  if (calendar.tutup.length && calendar.jam.length < 8)
    list.push([at(calendar.dari + calendar.tutup[0], 600), ['Tutup hari ini']]);
  return list;
}

async function hours(tab, page, findings) {
  const json = /data-buka='([^']*)'/.exec(page.html);
  if (!json) return;
  const calendar = JSON.parse(json[1].replace(/&quot;/g, '"').replace(/\\u0027/g, "'"));
  if (calendar.umum) return;
  for (const [time, wanted] of moments(calendar)) {
    await tab.addInitScript((fixed) => { Date.now = () => fixed; }, time);
    await openFile(tab, page);
    const said = await tab.locator('[data-buka]').innerText();
    if (!wanted.every((words) => said.includes(words)))
      findings.add('hours', page, `"${said}" at ${new Date(time).toISOString()} in place of ${wanted.join(', ')}`);
  }
  const first = /<dd>([^<]*) <b>([^<]*)</.exec(page.html);
  if (!first) findings.add('hours', page, 'without scripts no hours are told');
}

/* Waktu, Biaya, Hasil and where Tempat begins, also where variants stand above them; a title may take three lines. */
async function facts(tab, page, findings) {
  await openFile(tab, page);
  const [begins, ends, title] = await tab.evaluate(() => [
    (document.querySelector('.janji dl > div:last-child dt')?.getBoundingClientRect().top ?? 0) + 24,
    document.querySelector('.janji dl > div:last-child')?.getBoundingClientRect().bottom ?? 0,
    document.querySelector('h1').textContent.length,
  ]);
  const long = BELOW.some((name) => page.file.startsWith(name)) || title > LONGEST_TITLE;
  if (ends > PHONE.height && !long)
    findings.add('facts', page, `the fourth fact ends at ${Math.round(ends)}`);
  if (begins > PHONE.height && title <= LONGEST_TITLE)
    findings.add('facts', page, `the name of the fourth fact ends at ${Math.round(begins)}`);
}

async function run({ site, browser, findings }) {
  const homes = site.pages.filter(({ file, type }) => file === 'index.html' && type === 'beranda');
  const agencies = site.pages.filter(({ type }) => type === 'instansi');
  const word = commonWord(site);
  if (!homes.length) for (const rule of ['short', 'region', 'filter', 'back']) findings.skip(rule, 'no home page');
  await eachPage(browser, site.hostile ? [] : homes, {}, async (tab, page) => {
    await short(tab, page, findings);
    await region(tab, page, findings);
    await filter(tab, page, word, findings);
    await back(tab, page, word, findings);
  });
  const services = sample(site.pages.filter(({ type }) => type.startsWith('layanan')), MOST_SERVICES);
  if (site.hostile) findings.skip('facts', 'titles of three hundred letters take a screen');
  await eachPage(browser, site.hostile ? [] : services, {}, (tab, page) => facts(tab, page, findings));
  await eachPage(browser, agencies, {}, (tab, page) => hours(tab, page, findings));
}

module.exports = {
  row: 6,
  name: 'home',
  rules: {
    short: `the home page is at most ${LONGEST_HOME_PX} px long at 360 px`,
    region: '"my region" is kept on the device by one tap, and given up by another',
    filter: 'the search can be kept to one agency or region',
    back: 'a result is seen above the keyboard, and again after going back',
    facts: 'the four facts of a service stand on the first 360 × 740',
    hours: 'an agency’s page says whether it is open now, and its hours without scripts',
  },
  run,
};
