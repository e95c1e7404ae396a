'use strict';
/*
 * The browser and its pages. One Chromium serves all checks; a check takes a context of the settings it needs and walks
 * its pages in LANES lanes side by side. Nothing is downloaded and nothing leaves the machine.
 */

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const LANES = 2;
const PLACES = ['/usr/bin/chromium', '/usr/lib/chromium/chromium'];
const FLAGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findChromium() {
  return (
    [process.env.MAKLUMAT_CHROMIUM, ...PLACES].find((place) => place && fs.existsSync(place)) ??
    null
  );
}

async function launch() {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

/*
 * Where a page is opened. 404.html is answered at any depth and so refers to the site by its full address: it is opened
 * there, and the answers come from disk.
 */
function addressOf(page) {
  const { base } = page.site;
  return page.type === '404' && base ? `${base}404.html` : pathToFileURL(page.path).href;
}

async function answerBase(context, site) {
  if (!site.base) return;
  await context.route(`${site.base}**`, (route) => {
    const file = decodeURIComponent(
      route
        .request()
        .url()
        .slice(site.base.length)
        .replace(/[?#].*/, ''),
    );
    return site.has(file) ? route.fulfill({ path: path.join(site.root, file) }) : route.abort();
  });
}

/*
 * Calls visit(tab, page) for every page, each in one of LANES tabs of one context with `settings`. Requests beyond file:
 * and the loopback are cut off. `prepare(tab)` runs once for each tab, before it goes anywhere.
 */
async function eachPage(browser, pages, settings, visit, prepare = async () => {}) {
  const context = await browser.newContext({
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 360, height: 740 },
    ...settings,
  });
  const queue = [...pages];
  try {
    await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) => route.abort());
    if (pages.length) await answerBase(context, pages[0].site);
    await Promise.all(
      Array.from({ length: Math.min(LANES, queue.length) }, async () => {
        const tab = await context.newPage();
        tab.setDefaultTimeout(240000);
        await prepare(tab);
        while (queue.length) await visit(tab, queue.shift());
      }),
    );
  } finally {
    await context.close();
  }
}

/* Opens the page from disk and waits until its scripts have run. */
async function openFile(tab, page, query = '') {
  await tab.goto(addressOf(page) + query, { waitUntil: 'load' });
}

module.exports = { launch, findChromium, eachPage, openFile, addressOf, FLAGS };
