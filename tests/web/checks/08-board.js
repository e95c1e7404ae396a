'use strict';
/*
 * Row 8, the board at the counter: it turns its own pages, stops for a key and for a touch, and stands still for readers
 * who ask for less motion. The page's clock is wound on by the test.
 */

const { eachPage, openFile } = require('../lib/browser');

const LONG_MS = 180000;

/* The sheet that is shown; the others are hidden. */
const visibleText = () => document.querySelector('[data-papan]').innerText;

async function changesAlone(tab) {
  const before = await tab.evaluate(visibleText);
  for (let wound = 0; wound < LONG_MS; wound += 15000) {
    await tab.clock.runFor(15000);
    if ((await tab.evaluate(visibleText)) !== before) return true;
  }
  return false;
}

async function open(tab, page, reducedMotion) {
  await tab.emulateMedia({ reducedMotion });
  await openFile(tab, page);
}

const STOPS = {
  key: (tab) => tab.keyboard.press('Space'),
  touch: (tab) => tab.touchscreen.tap(300, 300),
};

async function visit(tab, page, findings) {
  await tab.clock.install();
  await open(tab, page, 'no-preference');
  if (!(await changesAlone(tab)))
    findings.add('runs', page, 'three minutes passed and nothing changed');
  for (const [rule, stop] of Object.entries(STOPS)) {
    await open(tab, page, 'no-preference');
    await stop(tab);
    await tab.clock.runFor(100);
    if (await changesAlone(tab)) findings.add(rule, page, 'it went on');
  }
  await open(tab, page, 'reduce');
  await tab.clock.runFor(100);
  if (await changesAlone(tab)) findings.add('still', page, 'it moves by itself');
}

async function run({ site, browser, findings }) {
  const boards = site.pages.filter(({ type }) => type.startsWith('papan'));
  const turning = boards.filter(
    ({ html }) => (html.match(/\sdata-lembar\b/g) ?? []).length > 1,
  );
  if (!turning.length)
    for (const rule of Object.keys(module.exports.rules))
      findings.skip(rule, 'the site has no board with several services');
  await eachPage(
    browser,
    turning.slice(0, 2),
    { viewport: { width: 1280, height: 720 }, hasTouch: true },
    (tab, page) => visit(tab, page, findings),
  );
}

module.exports = {
  row: 8,
  name: 'board',
  rules: {
    runs: 'the board turns its pages by itself',
    key: 'a key stops it',
    touch: 'a touch stops it',
    still: 'with reduced motion it stands still',
  },
  run,
};
