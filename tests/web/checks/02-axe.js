'use strict';
/*
 * Row 2: axe-core with the rules of WCAG 2.0 to 2.2 A and AA, AAA, and best practice, at phone and desk width, light and
 * dark; once more after the reader has ticked requirements and searched.
 */

const fs = require('node:fs');
const { sample } = require('../lib/site');
const { eachPage, openFile } = require('../lib/browser');
const { searchField, typeQuery } = require('../lib/search');

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const GROUPS = {
  wcag: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  aaa: ['wcag2aaa'],
  best: ['best-practice'],
};
const VARIANTS = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
];
const MOST_PAGES = 36;
/* Of a synthetic site, whose pages differ in their words alone. */
const SOME_PAGES = 18;

const judge = (tags) =>
  axe
    .run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      elementRef: false,
      preload: false,
    })
    .then(({ violations }) =>
      violations.map(({ id, tags: of, help, nodes }) => ({
        id,
        tags: of,
        help,
        count: nodes.length,
        first: nodes[0].target.join(' '),
        why: nodes[0].failureSummary,
      })),
    );

const groupOf = (tags) =>
  Object.keys(GROUPS).find((group) => GROUPS[group].some((tag) => tags.includes(tag)));

async function judgeTab(tab, page, state, ruleFor, findings) {
  const violations = await tab.evaluate(judge, Object.values(GROUPS).flat());
  for (const { id, tags, help, count, first, why } of violations) {
    const reason = why.split('\n').slice(1, 2).join(' ').trim();
    findings.add(
      ruleFor(groupOf(tags)),
      page,
      `${state}: ${id} (${help}) × ${count}, first ${first}: ${reason}`,
    );
  }
}

async function tickAll(tab) {
  const boxes = tab.locator('main input[type=checkbox]:visible');
  const count = Math.min(await boxes.count(), 6);
  for (let i = 0; i < count; i++) await boxes.nth(i).check({ force: true });
  return count;
}

async function visit(tab, page, findings, seen) {
  await openFile(tab, page);
  await tab.evaluate(AXE);
  for (const { width, colorScheme } of VARIANTS) {
    await tab.setViewportSize({ width, height: 740 });
    await tab.emulateMedia({ colorScheme });
    await judgeTab(tab, page, `${width} px ${colorScheme}`, (group) => group, findings);
  }
  await tab.setViewportSize({ width: 320, height: 740 });
  if (await tickAll(tab)) {
    seen.ticked++;
    await judgeTab(tab, page, 'after ticking', () => 'ticked', findings);
  }
  const field = await searchField(tab);
  if (field && page.site.has('cari/indeks.js')) {
    seen.searched++;
    await typeQuery(tab, field, 'informasi');
    await judgeTab(tab, page, 'after searching', () => 'searched', findings);
  }
}

async function run({ site, browser, findings }) {
  const seen = { ticked: 0, searched: 0 };
  const pages = sample(site.pages, site.sampled ? SOME_PAGES : MOST_PAGES);
  /* The page's policy would bar the injected engine. */
  await eachPage(browser, pages, { bypassCSP: true, reducedMotion: 'reduce' }, (tab, page) =>
    visit(tab, page, findings, seen),
  );
  if (!seen.ticked) findings.skip('ticked', 'no page has requirements to tick');
  if (!seen.searched) findings.skip('searched', 'the site has no search');
  findings.measure('axe: pages × variants', `${pages.length} × ${VARIANTS.length}`);
}

module.exports = {
  row: 2,
  name: 'axe',
  rules: {
    wcag: 'no violation of WCAG 2.0, 2.1, 2.2 A and AA',
    aaa: 'no violation of WCAG AAA',
    best: 'no violation of best practice',
    ticked: 'no violation after ticking requirements',
    searched: 'no violation after searching',
  },
  run,
};
