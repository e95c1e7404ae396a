'use strict';
/*
 * Row 9: contrast computed from the styles in force: each text against every colour that may lie behind it, and the
 * edge of each control against what surrounds it, in both schemes. A control the browser draws itself is its affair.
 */

const { sample } = require('../lib/site');
const { eachPage, openFile } = require('../lib/browser');
const { install } = require('../lib/dom');

const TEXT = 7;
const CONTROL = 3;
const MOST_PAGES = 48;

const textRatios = () => {
  const { texts, inClosedDetails, shown, clippedAway, lowest, describe } = window.__kit;
  const known = new Map();
  for (const node of texts()) {
    const element = node.parentElement;
    if (
      known.has(element) ||
      inClosedDetails(element) ||
      !shown(element) ||
      clippedAway(element)
    )
      continue;
    known.set(element, [lowest(getComputedStyle(element).color, element), describe(element)]);
  }
  return [...known.values()];
};

const controlRatios = () => {
  const { shown, clippedAway, lowest, contrast, backgrounds, describe } = window.__kit;
  const found = [];
  for (const element of document.querySelectorAll(
    'button, input:not([type=hidden]), select, textarea',
  )) {
    const style = getComputedStyle(element);
    if (!shown(element) || clippedAway(element) || element.disabled) continue;
    if (/checkbox|radio/.test(element.type) && style.appearance !== 'none') continue;
    const around = backgrounds(element, true);
    const fill = Math.min(
      ...backgrounds(element).flatMap((own) => around.map((back) => contrast(own, back))),
    );
    const sides = ['Top', 'Right', 'Bottom', 'Left'].filter(
      (side) =>
        parseFloat(style[`border${side}Width`]) > 0 &&
        !/none|hidden/.test(style[`border${side}Style`]),
    );
    const edge = sides.length
      ? Math.max(...sides.map((side) => lowest(style[`border${side}Color`], element, true)))
      : 0;
    found.push([Math.max(fill, edge), describe(element)]);
  }
  return found;
};

async function run({ site, browser, findings }) {
  const lowest = { text: Infinity, control: Infinity };
  const judge = (rule, limit, ratios, page, scheme) => {
    for (const [ratio, what] of ratios) {
      lowest[rule] = Math.min(lowest[rule], ratio);
      if (ratio < limit) findings.add(rule, page, `${scheme}: ${ratio.toFixed(2)} ${what}`);
    }
  };
  await eachPage(
    browser,
    sample(site.pages, MOST_PAGES),
    { reducedMotion: 'reduce' },
    async (tab, page) => {
      await openFile(tab, page);
      await install(tab);
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        judge('text', TEXT, await tab.evaluate(textRatios), page, colorScheme);
        judge('control', CONTROL, await tab.evaluate(controlRatios), page, colorScheme);
      }
    },
  );
  for (const [rule, ratio] of Object.entries(lowest))
    if (Number.isFinite(ratio)) findings.measure(`contrast: lowest, ${rule}`, ratio.toFixed(2));
}

module.exports = {
  row: 9,
  name: 'contrast',
  rules: {
    text: 'every text reaches 7:1, light and dark',
    control: 'every control stands out by 3:1, light and dark',
  },
  run,
};
