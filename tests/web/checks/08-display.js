'use strict';
/*
 * Row 8, second half: the page on small windows, enlarged, with the reader's own spacing, colours and stillness.
 * 400 % zoom of a 1280 × 1024 window is a window of 320 × 256 CSS pixels.
 */

const { sample } = require('../lib/site');
const { eachPage, openFile } = require('../lib/browser');
const { install } = require('../lib/dom');

const MOST_PAGES = 36;
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

/* Elements that reach beyond the window's edge and are not inside of a region one can scroll by itself. */
const wide = () => {
  const { shown, clippedAway, describe } = window.__kit;
  const limit = document.documentElement.clientWidth + 1;
  const found = [];
  if (document.scrollingElement.scrollWidth > limit)
    found.push(`the page is ${document.scrollingElement.scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll('*')) {
    if (
      element.getBoundingClientRect().right <= limit ||
      !shown(element) ||
      clippedAway(element)
    )
      continue;
    let scroller = element.parentElement;
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowX))
      scroller = scroller.parentElement;
    if (!scroller || scroller === document.documentElement || scroller === document.body) {
      found.push(
        `${Math.round(element.getBoundingClientRect().right)} px: ${describe(element)}`,
      );
      break;
    }
  }
  return found;
};

const covering = () =>
  [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return (
        /fixed|sticky/.test(getComputedStyle(element).position) &&
        window.__kit.shown(element) &&
        box.height > innerHeight / 2
      );
    })
    .map(window.__kit.describe);

const clipped = () => {
  const { texts, shown, clippedAway, inClosedDetails, describe } = window.__kit;
  const found = new Set();
  for (const node of texts()) {
    const element = node.parentElement;
    if (inClosedDetails(element) || !shown(element) || clippedAway(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      const cutX =
        /hidden|clip/.test(style.overflowX) &&
        (box.right > frame.right + 1 || box.left < frame.left - 1);
      const cutY =
        /hidden|clip/.test(style.overflowY) &&
        (box.bottom > frame.bottom + 2 || box.top < frame.top - 2);
      if (cutX || cutY) {
        found.add(describe(element));
        break;
      }
    }
  }
  return [...found];
};

const brokenNumbers = () =>
  [...document.querySelectorAll('a[href^="tel:"]')]
    .filter((link) => window.__kit.shown(link))
    .filter((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      return lines.size > 1;
    })
    .map(window.__kit.describe);

const focusSeen = () => {
  const { focusables, describe } = window.__kit;
  const lost = [];
  for (const element of focusables().slice(0, 25)) {
    element.focus({ focusVisible: true, preventScroll: true });
    const label = element.closest('label');
    const outlined = [element, element.parentElement, label].some(
      (at) =>
        at &&
        getComputedStyle(at).outlineStyle !== 'none' &&
        parseFloat(getComputedStyle(at).outlineWidth) >= 1,
    );
    if (!outlined) lost.push(describe(element));
  }
  return lost;
};

const moving = () => {
  const found = document
    .getAnimations()
    .map(
      ({ effect }) =>
        `an animation on ${effect?.target ? window.__kit.describe(effect.target) : 'the page'}`,
    );
  const seconds = (list) =>
    Math.max(
      0,
      ...list
        .split(',')
        .map((time) => parseFloat(time) * (/ms$/.test(time.trim()) ? 0.001 : 1)),
    );
  for (const element of document.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (
      seconds(style.transitionDuration) > 0.01 ||
      (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01)
    ) {
      found.push(`moves: ${window.__kit.describe(element)}`);
      break;
    }
  }
  if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth')
    found.push('smooth scrolling');
  return found;
};

const spacing = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};

async function visit(tab, page, findings) {
  const say = async (rule, question, where = '') => {
    for (const what of await tab.evaluate(question)) findings.add(rule, page, where + what);
  };
  await tab.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none' });
  await tab.setViewportSize({ width: 320, height: 740 });
  await openFile(tab, page);
  await install(tab);
  await say('reflow', wide);
  await say('motion', moving);
  await say('phone', brokenNumbers);
  await tab.setViewportSize({ width: 320, height: 256 });
  await say('zoom', wide);
  await say('zoom', covering, 'covers more than half of the window: ');
  await tab.setViewportSize({ width: 320, height: 740 });
  await tab.emulateMedia({ forcedColors: 'active' });
  await say('forced', focusSeen, 'the focus is not seen: ');
  await tab.emulateMedia({ forcedColors: 'none' });
  await tab.evaluate(spacing, SPACING);
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 740 });
    await say('spacing', clipped, `cut off at ${width} px: `);
    await say('spacing', wide, `at ${width} px: `);
  }
}

async function run({ site, browser, findings }) {
  await eachPage(browser, sample(site.pages, MOST_PAGES), {}, (tab, page) =>
    visit(tab, page, findings),
  );
}

module.exports = {
  row: 8,
  name: 'display',
  rules: {
    reflow: 'at 320 px nothing scrolls sideways',
    zoom: 'at 400 % nothing scrolls sideways and nothing covers the page',
    spacing: "with the reader's text spacing nothing is cut off",
    forced: 'with forced colours the focus is seen',
    motion: 'with reduced motion nothing moves',
    phone: 'no telephone number breaks over two lines',
  },
  run,
};
