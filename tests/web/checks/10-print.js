'use strict';
/*
 * Row 10: what comes out of a printer. Each service page is printed on A4 and the sheets are read back: how many there
 * are, that they say where the text comes from and when it was reviewed, and that no heading ends a sheet. The tick
 * boxes must be drawn by a border, since printers leave out backgrounds.
 */

const path = require('node:path');
const { sample } = require('../lib/site');
const { eachPage, openFile } = require('../lib/browser');
const { install } = require('../lib/dom');
const { sheetsOf } = require('../lib/pdf');

/*
 * The charters of content/ take two sheets, longer ones three. Each variant is printed whole: one more of them, one more
 * sheet.
 */
const MOST_SHEETS = { situs: 2, merah: 2 };
const MOST_OTHERS = 3;
const MOST_PAGES = 12;
/* Of many services so many are printed; of those printed 95 in 100 must take one sheet. */
const MANY_PAGES = 60;
const ONE_SHEET = 0.95;
const BOX_PX = 9;
const CONTRAST = 7;
const REVIEW = /ditinjau|peninjauan|diperbarui|reviewed/i;

const headings = () =>
  [...document.querySelectorAll('main h2, main h3')]
    .filter(window.__kit.shown)
    .map((heading) => heading.innerText.trim());

/* Requirements whose tick box does not come out as a square of at least 9 px with a visible border. */
const undrawn = (least) => {
  const square = (style) => {
    const width = parseFloat(style.width);
    const height = parseFloat(style.height);
    const ruled = ['Top', 'Right', 'Bottom', 'Left'].every(
      (side) =>
        parseFloat(style[`border${side}Width`]) >= 0.5 &&
        style[`border${side}Style`] === 'solid' &&
        window.__kit.colourOf(style[`border${side}Color`])[3] > 0.5,
    );
    return (
      style.display !== 'none' &&
      style.visibility === 'visible' &&
      ruled &&
      width >= least &&
      Math.abs(width - height) <= 2
    );
  };
  return [...document.querySelectorAll('main input[type=checkbox]')]
    .filter((box) => {
      const holder = box.closest('label') ?? box.closest('li') ?? box.parentElement;
      if (!window.__kit.shown(holder)) return false;
      const native = getComputedStyle(box);
      if (
        native.appearance !== 'none' &&
        window.__kit.shown(box) &&
        parseFloat(native.width) >= least
      )
        return false;
      const candidates = [
        [box, null],
        [box, '::before'],
        [box, '::after'],
        ...[...holder.querySelectorAll('*'), holder, holder.parentElement].flatMap((at) => [
          [at, '::before'],
          [at, '::after'],
        ]),
      ];
      return !candidates.some(([at, pseudo]) => {
        const style = getComputedStyle(at, pseudo);
        return (
          (pseudo === null ? window.__kit.shown(at) : style.content !== 'none') && square(style)
        );
      });
    })
    .map((box) => window.__kit.describe(box.closest('label') ?? box));
};

/* Texts too pale for paper; browsers print no backgrounds, so they stand on white. */
const pale = (least) => {
  const { texts, shown, clippedAway, colourOf, contrast, describe } = window.__kit;
  const found = new Set();
  for (const node of texts()) {
    const element = node.parentElement;
    const [r, g, b] = colourOf(getComputedStyle(element).color);
    if (shown(element) && !clippedAway(element) && contrast([r, g, b], [255, 255, 255]) < least)
      found.add(describe(element));
  }
  return [...found];
};

const bare = (text) => text.replace(/[\s\u00ad\u200b-\u200f]+/g, '').toLowerCase();

/* The run of words on the sheet that spells the heading, or null. */
function findHeading(sheet, heading) {
  const wanted = bare(heading);
  for (let first = 0; first < sheet.length; first++) {
    let spelled = '';
    for (let last = first; last < sheet.length && spelled.length < wanted.length; last++) {
      spelled += bare(sheet[last].text);
      if (!wanted.startsWith(spelled)) break;
      if (spelled === wanted) return { first, last };
    }
  }
  return null;
}

/* A heading is orphaned when nothing but other headings and the running foot stand below or beside it on its sheet. */
function orphans(sheets, titles, foot) {
  const found = [];
  sheets.slice(0, -1).forEach((sheet, number) => {
    const runs = titles
      .map((title) => ({ title, run: findHeading(sheet, title) }))
      .filter(({ run }) => run);
    const taken = new Set(runs.flatMap(({ run }) => sheet.slice(run.first, run.last + 1)));
    for (const { title, run } of runs) {
      const top = sheet[run.first].top;
      const follows = sheet.filter(
        (word) => word.bottom > top && !taken.has(word) && !foot.has(word.text),
      );
      if (follows.length < 2) found.push(`sheet ${number + 1} ends with "${title}"`);
    }
  });
  return found;
}

/* Words that stand at the same place on every sheet: the running foot. */
function footOf(sheets) {
  if (sheets.length < 2) return new Set();
  const key = (word) => `${word.text}@${Math.round(word.left)},${Math.round(word.top)}`;
  const common = sheets
    .map((sheet) => new Set(sheet.map(key)))
    .reduce((all, keys) => new Set([...all].filter((one) => keys.has(one))));
  return new Set(sheets[0].filter((word) => common.has(key(word))).map((word) => word.text));
}

/* The browser's own print has every component and step; what only screens need is not counted. */
async function wholePrint(tab, page, findings) {
  await tab.emulateMedia({ media: 'print' });
  const hidden = await tab.evaluate(
    () =>
      [...document.querySelectorAll('#dasar dt, #adu li, #langkah .langkah > li')].filter(
        (part) =>
          !part.closest('details, .tak-cetak, [hidden]') &&
          !(part.getClientRects()[0]?.height > 0),
      ).length,
  );
  if (hidden) findings.add('whole', page, `${hidden} parts are not printed`);
  await tab.emulateMedia({ media: 'screen' });
}

/* How many sheets the button "Cetak" asks for: what it does while the printer's dialogue is open. */
async function sheetsByButton(tab, file) {
  await tab.evaluate(() => {
    window.print = () => {
      window.__printed = document.documentElement.className;
    };
  });
  const button = tab.getByRole('button', { name: /^(Cetak|Print)$/ });
  if (!(await button.count())) return 0;
  await button.click();
  await tab.waitForFunction(() => window.__printed !== undefined);
  await tab.evaluate(() => {
    document.documentElement.className = window.__printed;
  });
  await tab.emulateMedia({ media: 'print' });
  await tab.pdf({ path: file, format: 'A4' });
  return (await sheetsOf(file)).length;
}

/*
 * In the book of all services: parts that every service says in the same words, and so should stand once. What a
 * service does not say is told where it is missing.
 */
const repeated = () => {
  const { shown } = window.__kit;
  const services = [...document.querySelectorAll('article:not([aria-labelledby=bersama])')];
  const partsOf = (service) =>
    new Set(
      [...service.querySelectorAll('.lain > div:not(:has(.belum)), .kanal')]
        .filter(shown)
        .map((part) => part.innerText.replace(/\s+/g, ' ').trim())
        .filter((text) => text.length > 30),
    );
  const [first, ...others] = services.map(partsOf);
  return others.length ? [...first].filter((text) => others.every((parts) => parts.has(text))) : [];
};

async function readBooks(browser, site, findings) {
  const books = site.pages.filter(({ type }) => type === 'cetak-instansi').slice(0, MOST_PAGES);
  await eachPage(browser, books, {}, async (tab, page) => {
    await openFile(tab, page);
    await tab.emulateMedia({ media: 'print' });
    await install(tab);
    for (const text of await tab.evaluate(repeated))
      findings.add('once', page, `in every service: ${text.slice(0, 60)}`);
  });
}

function allowed(page) {
  const variants = (page.html.match(/<div class="pilihan" id=/g) ?? []).length;
  return (MOST_SHEETS[page.site.name] ?? MOST_OTHERS) + Math.max(0, variants - 1);
}

async function visit(tab, page, folder, findings) {
  await openFile(tab, page);
  await tab.emulateMedia({ media: 'print' });
  await install(tab);
  const titles = await tab.evaluate(headings);
  for (const what of await tab.evaluate(undrawn, BOX_PX))
    findings.add('tick', page, `no square for: ${what}`);
  for (const what of await tab.evaluate(pale, CONTRAST)) findings.add('dark', page, what);
  const file = path.join(
    folder,
    `${page.site.name}-${page.file.replace(/[^a-z0-9]+/g, '-')}.pdf`,
  );
  await tab.pdf({ path: file, format: 'A4' });
  await tab.emulateMedia({ media: 'screen' });
  const sheets = await sheetsOf(file);
  const text = sheets
    .flat()
    .map((word) => word.text)
    .join('');
  if (sheets.length > allowed(page) && !page.site.hostile)
    findings.add('sheets', page, `${sheets.length} sheets`);
  if (page.site.base && !bare(text).includes(bare(page.file)))
    findings.add('address', page, `the address of ${page.file} is not printed`);
  if (!REVIEW.test(text))
    findings.add('review', page, 'nothing says when the text was reviewed');
  await wholePrint(tab, page, findings);
  for (const what of orphans(sheets, titles, footOf(sheets)))
    findings.add('orphan', page, what);
  return sheets.length;
}

async function run({ site, browser, folder, findings }) {
  const all = site.pages.filter(
    ({ type, html }) => type.startsWith('layanan') && !/noindex/.test(html),
  );
  const many = all.length > MANY_PAGES;
  const pages = many
    ? all.filter((page, i) => i % Math.ceil(all.length / MANY_PAGES) === 0)
    : sample(all, MOST_PAGES);
  let most = 0;
  let single = 0;
  let n = 0;
  await eachPage(browser, pages, {}, async (tab, page) => {
    const sheets = await visit(tab, page, folder, findings);
    const short = await sheetsByButton(tab, path.join(folder, `${site.name}-${n++}-selembar.pdf`));
    most = Math.max(most, sheets);
    single += short === 1;
  });
  await readBooks(browser, site, findings);
  findings.measure('print: on one A4 sheet', `${single} of ${pages.length}`);
  if (single < ONE_SHEET * pages.length && !site.hostile)
    findings.add('one', pages[0], `${single} of ${pages.length} services take one sheet`);
  if (!site.base) findings.skip('address', 'the site has no address of its own');
  if (site.hostile)
    for (const rule of ['one', 'sheets']) findings.skip(rule, 'as long as its payloads; measured');
  findings.measure('print: most A4 sheets of a service', most);
}

module.exports = {
  row: 10,
  name: 'print',
  rules: {
    dark: 'what is printed is dark',
    sheets: 'a whole service takes at most two sheets of A4, a long one three',
    one: 'the button prints 95 in 100 services on one sheet of A4',
    once: 'the book of all services prints once what they share',
    whole: 'the browser’s own print has everything',
    address: 'the address of the page is printed',
    review: 'the date of the review, or that there is none, is printed',
    tick: 'tick boxes are printed as squares',
    orphan: 'no heading ends a sheet',
  },
  run,
};
