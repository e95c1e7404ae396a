'use strict';
/*
 * Row 8, first half: the page by keyboard and by thumb. Real Tab presses walk through the page; at each stop the focus
 * must be seen. Targets measure 44 × 44 px; a link inside a line of text is exempt (WCAG 2.5.5, "Inline"), which here
 * means: it flows with other text of the same block.
 */

const { sample } = require('../lib/site');
const { eachPage, openFile } = require('../lib/browser');
const { install } = require('../lib/dom');

const MOST_PAGES = 30;
const MOST_STOPS = 120;
const TARGET = 44;

/* What has the focus now: its place among the focusable elements, and whether a reader sees that it is there. */
const lookAtFocus = () => {
  const { focusables, describe, lowest } = window.__kit;
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement)
    return null;
  const box = element.getBoundingClientRect();
  const ringed = (at, shadow) => {
    const ring = /^(rgba?\([^)]*\)|color\([^)]*\)) 0px 0px 0px ([\d.]+)px$/.exec(shadow);
    return ring !== null && Number(ring[2]) >= 2 && lowest(ring[1], at, true) >= 3;
  };
  /* An outline, or of a ring in two colours the one that stands out here. */
  const outlined = (at, pseudo) => {
    const style = getComputedStyle(at, pseudo);
    if (ringed(at, style.boxShadow)) return true;
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return false;
    return (
      style.outlineStyle === 'auto' ||
      lowest(style.outlineColor, at, parseFloat(style.outlineOffset) >= 0) >= 3
    );
  };
  const label = element.closest('label') ?? element.labels?.[0] ?? null;
  /* The button inside of a date or time field is the browser's, and so is its ring. */
  const inner =
    element.matches('input[type=date], input[type=time]') && !element.matches(':focus-visible');
  const seen =
    inner ||
    outlined(element) ||
    outlined(element, '::after') ||
    outlined(element, '::before') ||
    (label !== null && outlined(label)) ||
    (element.parentElement !== document.body && outlined(element.parentElement));
  const inside =
    box.width > 2 &&
    box.height > 2 &&
    box.bottom > 0 &&
    box.right > 0 &&
    box.top < innerHeight &&
    box.left < innerWidth;
  const x = Math.min(Math.max(box.left + Math.min(box.width, 40) / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const free =
    top !== null &&
    (element.contains(top) || top.contains(element) || label?.contains(top) === true);
  return {
    at: focusables().indexOf(element),
    name: describe(element),
    skip:
      element.matches('a[href^="#"]') &&
      document.getElementById(element.hash.slice(1))?.closest('main') !== null,
    seen,
    inside,
    free: free || box.height > innerHeight,
  };
};

async function walk(tab, page, findings) {
  const count = await tab.evaluate(() => window.__kit.focusables().length);
  const visited = new Set();
  let previous = null;
  let stops = 0;
  for (; stops < Math.min(count + 8, MOST_STOPS); stops++) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(lookAtFocus);
    if (!stop || (stops > 0 && stop.at === 0)) break;
    if (stops === 0 && !stop.skip) findings.add('skip', page, `the first stop is ${stop.name}`);
    if (previous && stop.at === previous.at && stop.at >= 0 && !/^<input/.test(stop.name)) {
      findings.add('trap', page, stop.name);
      break;
    }
    if (!stop.seen) findings.add('outline', page, stop.name);
    if (!stop.inside) findings.add('hidden', page, `outside of the window: ${stop.name}`);
    else if (!stop.free) findings.add('hidden', page, `covered: ${stop.name}`);
    visited.add(stop.at);
    previous = stop;
  }
  if (stops === 0) findings.add('skip', page, 'nothing takes the focus');
  if (stops < MOST_STOPS && visited.size < count)
    findings.add(
      'trap',
      page,
      `${visited.size} of ${count} stops reached, the last was ${previous?.name}`,
    );
  return stops;
}

const smallTargets = (size) => {
  const { INTERACTIVE, inClosedDetails, clippedAway, describe } = window.__kit;
  const near = size - 0.5;
  const boxOf = (element) => {
    const boxes = [element, ...(element.labels ?? [])].map((one) =>
      one.getBoundingClientRect(),
    );
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    return {
      left,
      top,
      width: Math.max(...boxes.map((box) => box.right)) - left,
      height: Math.max(...boxes.map((box) => box.bottom)) - top,
    };
  };
  const inLine = (element) => {
    if (
      !/^inline/.test(getComputedStyle(element).display) ||
      getComputedStyle(element).display === 'inline-flex'
    )
      return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const own = element.getBoundingClientRect();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (
        !/[\p{L}\p{N}]/u.test(node.nodeValue) ||
        node.parentElement.closest('a, button, summary')
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (
        [...range.getClientRects()].some(
          (box) => box.width > 2 && box.bottom > own.top && box.top < own.bottom,
        )
      )
        return true;
    }
    return false;
  };
  const hits = (element, box) => {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const now = boxOf(element);
    const x = now.left + now.width / 2;
    const y = now.top + now.height / 2;
    const half = near / 2 - 0.5;
    const caught = (dx, dy) => {
      const at = document.elementFromPoint(x + dx, y + dy);
      return (
        at !== null &&
        (element.contains(at) ||
          [...(element.labels ?? [])].some((label) => label.contains(at)))
      );
    };
    return (
      (box.width >= near || (caught(-half, 0) && caught(half, 0))) &&
      (box.height >= near || (caught(0, -half) && caught(0, half)))
    );
  };
  const found = [];
  for (const element of document.querySelectorAll(INTERACTIVE)) {
    if (
      !element.checkVisibility({ checkVisibilityCSS: true }) ||
      inClosedDetails(element) ||
      clippedAway(element)
    )
      continue;
    if (element.matches('[tabindex]:not(a, button, input, select, textarea, summary)'))
      continue;
    const box = boxOf(element);
    if (box.left + box.width <= 0 || box.top + box.height + scrollY <= 0) continue;
    if ((box.width >= near && box.height >= near) || inLine(element) || hits(element, box))
      continue;
    found.push(`${box.width.toFixed(0)} × ${box.height.toFixed(0)}: ${describe(element)}`);
  }
  return found;
};

async function run({ site, browser, findings }) {
  let most = 0;
  await eachPage(
    browser,
    sample(site.pages, MOST_PAGES),
    { reducedMotion: 'reduce' },
    async (tab, page) => {
      for (const width of [360, 1280]) {
        await tab.setViewportSize({ width, height: 740 });
        await openFile(tab, page);
        await install(tab);
        if (width === 360) most = Math.max(most, await walk(tab, page, findings));
        for (const what of await tab.evaluate(smallTargets, TARGET))
          findings.add('target', page, `at ${width} px: ${what}`);
      }
    },
  );
  findings.measure('keyboard: most stops walked on a page', most);
}

module.exports = {
  row: 8,
  name: 'keyboard',
  rules: {
    skip: 'the first Tab reaches the skip link',
    outline: 'every stop has an outline that is seen',
    hidden: 'no stop is out of sight or covered',
    trap: 'Tab reaches every control and leaves the page',
    target: 'targets are at least 44 × 44 px, links in a line of text excepted',
  },
  run,
};
