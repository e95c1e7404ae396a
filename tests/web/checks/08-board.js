'use strict';
/*
 * Row 8, the board at the counter: it turns its own pages, stops for a key and for a touch, begins anew when it is left
 * alone, and stands still for readers who ask for less motion. On screens of 768 to 2160 lines every page fits, and all
 * pages together say what the page without a script says, requirements with their pictograms. The page's clock is wound on by the test.
 */

const { eachPage, openFile } = require('../lib/browser');

const LONG_MS = 180000;
const STOPPED_MS = 60000;
const SCREENS = [
  [1024, 768],
  [1366, 768],
  [1920, 1080],
  [1080, 1920],
  [3840, 2160],
];

/* The sheet that is shown; the others are hidden. */
const visibleText = () =>
  (document.querySelector('.panggung') ?? document.querySelector('[data-papan]')).innerText;

async function changesAlone(tab, most = LONG_MS) {
  const before = await tab.evaluate(visibleText);
  for (let wound = 0; wound < most; wound += 15000) {
    await tab.clock.runFor(15000);
    if ((await tab.evaluate(visibleText)) !== before) return true;
  }
  return false;
}

async function open(tab, page, reducedMotion) {
  await tab.emulateMedia({ reducedMotion });
  await openFile(tab, page);
}

/* A point of the screen that no link or button has: the page's, not another's. */
const freePoint = () => {
  for (let y = 300; y < innerHeight; y += 20)
    if (!document.elementFromPoint(300, y)?.closest('a, button, input')) return [300, y];
  return [1, 1];
};

const STOPS = {
  key: (tab) => tab.keyboard.press('Space'),
  touch: async (tab) => tab.touchscreen.tap(...(await tab.evaluate(freePoint))),
};

async function visit(tab, page, findings) {
  const began = new Date('2026-11-23T09:00:00+07:00');
  await tab.clock.install({ time: began });
  await tab.clock.pauseAt(new Date(began.getTime() + 1000)); /* only the test moves it on */
  await open(tab, page, 'no-preference');
  if (!(await changesAlone(tab)))
    findings.add('runs', page, 'three minutes passed and nothing changed');
  for (const [rule, stop] of Object.entries(STOPS)) {
    await open(tab, page, 'no-preference');
    await stop(tab);
    await tab.clock.runFor(100);
    if (await changesAlone(tab, STOPPED_MS)) findings.add(rule, page, 'it went on');
    else if (!(await changesAlone(tab))) findings.add('returns', page, 'it stands there for good');
  }
  await open(tab, page, 'reduce');
  await tab.clock.runFor(100);
  if (await changesAlone(tab)) findings.add('still', page, 'it moves by itself');
}

/* Each page's words, one after another, and those that do not fit. */
function pages() {
  const sheets = [...document.querySelectorAll('[data-lembar]')];
  const shown = sheets.map(({ hidden }) => hidden);
  const out = sheets.map((sheet) => {
    for (const other of sheets) other.hidden = other !== sheet;
    const box = sheet.getBoundingClientRect();
    return {
      text: sheet.innerText,
      over: Math.max(sheet.scrollHeight - sheet.clientHeight, box.bottom - innerHeight) > 2,
    };
  });
  sheets.forEach((sheet, i) => (sheet.hidden = shown[i]));
  return out;
}

const wordsOf = (text) => text.replace(/\s+/g, ' ').toLowerCase().split(' ').filter(Boolean);

/* Requirements that name a paper and have no picture that is seen beside their words. */
function unpictured() {
  const papers = /\b(KTP|Kartu Keluarga|surat|akta|ijazah|foto|paspor|STNK|meterai)\b/i;
  const lines = [...document.querySelectorAll('.lembar h3 + ul > li:not(.anak)')];
  const seen = (line) => {
    const box = line.querySelector(':scope > svg path')?.getBoundingClientRect();
    return box && box.width > 9 && box.height > 9 && box.right < line.getBoundingClientRect().left + 2;
  };
  return lines
    .filter((line) => papers.test(line.innerText) && !seen(line))
    .map((line) => line.innerText);
}

async function fit(tab, page, plain, findings) {
  for (const [width, height] of SCREENS) {
    await tab.setViewportSize({ width, height });
    await openFile(tab, page);
    const all = await tab.evaluate(pages);
    const over = all.filter((one) => one.over);
    if (over.length)
      findings.add('fits', page, `${width} × ${height}: ${over.length} of ${all.length} pages`);
    const said = new Set(wordsOf(all.map(({ text }) => text).join(' ')));
    const lost = [...new Set(wordsOf(plain.get(page.file)))].filter((word) => !said.has(word));
    if (lost.length) findings.add('whole', page, `${width} × ${height}: without ${lost.slice(0, 9).join(' ')}`);
  }
}

async function run({ site, browser, findings }) {
  const boards = site.pages.filter(({ type }) => type.startsWith('papan'));
  const turning = boards.filter(
    ({ html }) => (html.match(/\sdata-lembar\b/g) ?? []).length > 1,
  );
  if (!turning.length)
    for (const rule of Object.keys(module.exports.rules))
      findings.skip(rule, 'the site has no board with several services');
  /* A context has one clock: one page each. */
  for (const page of turning.slice(0, 2))
    await eachPage(
      browser,
      [page],
      { viewport: { width: 1280, height: 720 }, hasTouch: true },
      (tab) => visit(tab, page, findings),
    );
  const plain = new Map();
  const some = boards.slice(0, 4);
  await eachPage(browser, some, { javaScriptEnabled: false }, async (tab, page) => {
    await openFile(tab, page);
    const bare = await tab.evaluate(unpictured);
    if (bare.length && !site.hostile) findings.add('pictured', page, bare.slice(0, 5).join('; '));
    const texts = await tab.locator('[data-lembar]').allInnerTexts();
    plain.set(page.file, texts.join(' '));
  });
  await eachPage(browser, some, { reducedMotion: 'reduce' }, (tab, page) => fit(tab, page, plain, findings));
  if (site.hostile) findings.skip('pictured', 'its words are payloads');
}

module.exports = {
  row: 8,
  name: 'board',
  rules: {
    runs: 'the board turns its pages by itself',
    key: 'a key stops it',
    touch: 'a touch stops it',
    returns: 'left alone, it begins anew',
    fits: 'every page fits the screen',
    whole: 'all pages together say everything',
    pictured: 'requirements have the pictograms of the posters',
    still: 'with reduced motion it stands still',
  },
  run,
};
