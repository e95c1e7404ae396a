'use strict';
/*
 * Row 8, at every width and size of text: an amount of money, a telephone number, the words of a button and of a
 * picture's link stay on one line. A number that breaks inside is another number.
 */

const { eachPage, openFile } = require('../lib/browser');
const { sample } = require('../lib/site');

const WIDTHS = [280, 320, 360, 768];
const SIZES = ['100%', '150%'];
const MOST_PAGES = 40;

/* What is broken: its words. */
function broken() {
  const AMOUNT = /(?:Rp)?\d{1,3}(?:\.\d{3})+(?!\d)|Rp\d+/g;
  const WORD = /[^\s~]+/g; /* behind the ~ of a payload Unicode's line breaking (UAX 14) allows one */
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const lines = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top);
    return tops.length ? Math.max(...tops) - Math.min(...tops) : 0;
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest('pre, .vh')) continue;
    const pattern = parent.closest('.btn, .gambar a') ? WORD : AMOUNT;
    for (const match of node.data.matchAll(pattern)) {
      if (match[0].length > 30) continue; /* no line of a phone holds it */
      if (lines(node, match.index, match.index + match[0].length) > 4) found.push(match[0]);
    }
    if (parent.closest('.tel') && lines(node, 0, node.length) > 4) found.push(node.data);
  }
  return found;
}

async function visit(tab, page, findings) {
  await openFile(tab, page);
  for (const size of SIZES) {
    await tab.evaluate((value) => (document.documentElement.style.fontSize = value), size);
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 740 });
      const found = await tab.evaluate(broken);
      if (found.length) findings.add('unbroken', page, `${width} px, text ${size}: ${[...new Set(found)].join(', ')}`);
    }
  }
}

async function run({ site, browser, findings }) {
  const pages = sample(site.pages, MOST_PAGES);
  await eachPage(browser, pages, { bypassCSP: true }, (tab, page) => visit(tab, page, findings));
  findings.measure('unbroken: pages, widths, sizes', `${pages.length} × ${WIDTHS.length} × ${SIZES.length}`);
}

module.exports = {
  row: 8,
  name: 'unbroken',
  rules: { unbroken: 'amounts, telephone numbers, words of buttons and of pictures never break inside' },
  run,
};
