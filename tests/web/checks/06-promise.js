'use strict';
/*
 * Row 6, holding the office to its promise, from file://: the calendar file says the day that the page says (a library
 * reads it), the ready text fits a link and is led to the agency first, then to those above it in the page's order, and
 * what is copied for WhatsApp has every paper.
 */

const fs = require('node:fs');
const ICAL = require('ical.js');
const { eachPage, openFile } = require('../lib/browser');

const WHATSAPP_MOST = 4096;
const LINK_MOST = 1800;
const MOST_EMPTY = 70;
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

async function calendar(tab, page, tell) {
  if (!(await tab.locator('[data-kapan] output strong').count())) return; /* beyond the known holidays */
  const said = squeeze(await tab.locator('[data-kapan] output strong').last().innerText());
  const [, day, month, year, hour, minute] =
    /(\d+) (\S+) (\d{4})(?: pukul (\d\d)\.(\d\d))?/.exec(said) ?? [];
  const waiting = tab.waitForEvent('download');
  await tab.locator('[data-kapan] button').nth(0).click();
  const file = await (await waiting).path();
  const text = fs.readFileSync(file, 'utf8');
  if (text.split('\r\n').some((line) => Buffer.byteLength(line) > 75)) tell('a line of more than 75 bytes');
  const event = new ICAL.Event(
    new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'),
  );
  const start = event.startDate;
  const local = start.isDate ? start : start.toJSDate();
  const shown = start.isDate
    ? `${start.day} ${MONTHS[start.month - 1]} ${start.year}`
    : `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  /* The test's offices keep WIB: seven hours ahead of UTC. */
  const wanted = hour === undefined ? `${day} ${month} ${year}` : null;
  if (wanted && shown !== wanted) tell(`${shown} instead of ${said}`);
  if (hour !== undefined) {
    const wib = new Date(start.toJSDate().getTime() + 7 * 36e5).toISOString();
    const clock = `${String(hour)}:${minute}`;
    const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (wib.slice(0, 16) !== `${date}T${clock}`) tell(`${wib} instead of ${said}`);
  }
  const title = squeeze(await tab.locator('h1').innerText());
  if (!squeeze(event.summary).includes(title)) tell(`it is called ${event.summary}`);
  /* One event a request: who saves it again after a new holiday has it moved, not twice. */
  const handed = (await tab.locator('[data-kapan] input[type=date]').inputValue()).replace(/-/g, '');
  const service = new URL(tab.url()).pathname.split('/').pop().replace('.html', '');
  const request = new RegExp(`^[^/@]+-${service}-${handed}@maklumat$`);
  if (!request.test(event.uid)) tell(`its request is ${event.uid}`);
  if (!event.component.getFirstSubcomponent('valarm')) tell('it rings no alarm');
  for (const paper of await tab.locator('[data-cek] > li:visible label > span').allInnerTexts())
    if (!squeeze(event.description).includes(squeeze(paper).slice(0, 60))) tell(`without ${paper}`);
}

async function claim(tab, page, tell) {
  if (!(await tab.locator('[data-kapan] output strong').count())) return;
  await tab.locator('[data-kapan] button').nth(2).click();
  const area = tab.locator('textarea#tagih');
  await area.waitFor();
  const text = await area.inputValue();
  if (encodeURIComponent(text).length > LINK_MOST) tell(`${encodeURIComponent(text).length} characters`);
  const title = squeeze(await tab.locator('h1').innerText());
  if (!text.includes(title.slice(0, 60))) tell('it does not name the service');
  await area.fill(`${text}\nNama: Siti`);
  const hrefs = await tab.locator('.tagih ol a').evaluateAll((all) => all.map(({ href }) => href));
  const order = hrefs.map((href) =>
    /lapor\.go\.id/.test(href) ? 2 : /ombudsman/.test(href) ? 3 : /wa\.me|mailto:|tel:/.test(href) ? 1 : 0,
  );
  if (order.join() !== [...order].sort().join() || !order.includes(3)) tell(`in this order: ${hrefs.join(' ')}`);
  if (hrefs[0].startsWith('https://wa.me/') && !decodeURIComponent(hrefs[0]).includes('Nama: Siti'))
    tell('what is changed is not sent');
}

async function copied(tab, page, tell) {
  await tab.evaluate(() => {
    const keep = (text) => ((window.tersalin = text), Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: keep } });
  });
  await tab.locator('[data-alat] button').first().click();
  await tab.waitForFunction(() => window.tersalin);
  const text = await tab.evaluate(() => window.tersalin);
  if (text.length > WHATSAPP_MOST) tell(`${text.length} characters`);
  const papers = await tab.locator('[data-cek] > li:visible label > span').allInnerTexts();
  const listed = text.split('\n').filter((line) => /^\d+\. /.test(line)).length;
  if (listed !== papers.length) tell(`${listed} of ${papers.length} papers`);
}

/* What stands empty under the answer at widths between a phone's and a tablet's: the section's own padding and little more. */
async function field(tab, page, tell) {
  for (const width of [400, 480, 560, 600, 700, 800]) {
    await tab.setViewportSize({ width, height: 740 });
    const empty = await tab.evaluate(() => {
      const section = document.querySelector('[data-kapan]');
      const bottoms = [...section.querySelectorAll('*')].map((e) => e.getBoundingClientRect().bottom);
      return Math.round(section.getBoundingClientRect().bottom - Math.max(...bottoms));
    });
    if (empty > MOST_EMPTY && !page.site.hostile) tell(`${width} px: ${empty} px stand empty under the answer`);
  }
  await tab.setViewportSize({ width: 1280, height: 740 });
}

async function run({ site, browser, findings }) {
  const pages = site.pages.filter(
    ({ type, html }) => type === 'layanan' && / data-kapan=/.test(html) && !/noindex/.test(html),
  );
  if (!pages.length) {
    for (const rule of Object.keys(module.exports.rules))
      findings.skip(rule, 'no service of this site has a deadline');
    return;
  }
  await eachPage(browser, pages.slice(0, 6), { acceptDownloads: true }, async (tab, page) => {
    const tell = (rule) => (problem) => findings.add(rule, page, problem);
    for (const [rule, ask] of Object.entries({ calendar, claim, copied, field })) {
      await openFile(tab, page);
      await tab.locator('#tgl').fill('2026-11-23');
      await tab.locator('#jam').fill('08:00');
      await ask(tab, page, tell(rule)).catch((error) => tell(rule)(error.message.slice(0, 200)));
    }
  });
}

module.exports = {
  row: 6,
  name: 'promise',
  rules: {
    calendar: 'the calendar file has the day, the service and the papers, and rings',
    claim: 'the ready text fits a link and goes to the agency first',
    copied: 'what is copied has every paper and fits a message',
    field: 'no empty field stands under the promised day',
  },
  run,
};
