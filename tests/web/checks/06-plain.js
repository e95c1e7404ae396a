'use strict';
/*
 * Row 6: the site without scripts, in a text browser, and from a USB stick. Everything written in a page can be read
 * there, no control waits for a script, nothing complains on file://, and the search works from disk.
 */

const { sample } = require('../lib/site');
const { eachPage, openFile, addressOf } = require('../lib/browser');
const { install } = require('../lib/dom');
const { searchField, typeQuery, settle } = require('../lib/search');
const { run: runProgram } = require('../lib/child');

const MOST_PAGES = 48;
const SEARCHED = 4;

const hiddenTexts = () => {
  const { texts, inClosedDetails, shown, describe } = window.__kit;
  return texts()
    .map((node) => node.parentElement)
    .filter((element) => !inClosedDetails(element) && !shown(element))
    .map(describe);
};

const deadControls = () => {
  const live = (element) => {
    if (element.matches('a'))
      return (
        element.hasAttribute('href') &&
        !/^(#|https:\/\/wa\.me\/?|javascript:.*)?$/i.test(element.getAttribute('href'))
      );
    if (element.matches('summary')) return element.parentElement.matches('details');
    if (element.matches('[popovertarget]'))
      return document.getElementById(element.getAttribute('popovertarget')) !== null;
    if (element.matches('input[type=checkbox], input[type=radio]') && !element.form)
      return true;
    if (element.matches('input, select, textarea, button'))
      return (
        element.form !== null &&
        element.form.hasAttribute('action') &&
        !element.matches('button[type=button]')
      );
    return (
      element.matches('[tabindex]') &&
      !element.matches('[role=button], [role=link], [role=tab], [role=checkbox]')
    );
  };
  const controls = document.querySelectorAll(
    'a, button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], [role=checkbox]',
  );
  return [...controls].filter((element) => !live(element)).map(window.__kit.describe);
};

const words = () => window.__kit.texts().map((node) => node.nodeValue);

const bare = (text) =>
  text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '');

async function textBrowser(page, written, findings) {
  const { stdout } = await runProgram(
    'w3m',
    ['-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '300', page.path],
    { seconds: 600 },
  );
  const dump = bare(stdout);
  const lost = written
    .flatMap((text) => text.split(/\s+/))
    .map(bare)
    .filter((word) => word && !dump.includes(word));
  if (lost.length)
    findings.add('w3m', page, `not shown: ${[...new Set(lost)].slice(0, 5).join(' ')}`);
}

/* What only a narrow window, a wide one, or the screen leaves out is no loss: it is read elsewhere. */
async function lostTexts(tab) {
  let lost = await tab.evaluate(hiddenTexts);
  for (const [width, media] of [
    [1280, 'screen'],
    [360, 'print'],
  ]) {
    if (!lost.length) break;
    await tab.setViewportSize({ width, height: 740 });
    await tab.emulateMedia({ media });
    const still = new Set(await tab.evaluate(hiddenTexts));
    lost = lost.filter((text) => still.has(text));
  }
  await tab.setViewportSize({ width: 360, height: 740 });
  await tab.emulateMedia({ media: 'screen' });
  return lost;
}

async function withoutScripts(browser, pages, findings) {
  await eachPage(browser, pages, { javaScriptEnabled: false }, async (tab, page) => {
    await openFile(tab, page);
    await install(tab);
    for (const text of await lostTexts(tab))
      findings.add('text', page, `cannot be read: ${text}`);
    for (const text of await tab.evaluate(deadControls))
      findings.add('controls', page, `does nothing: ${text}`);
    await textBrowser(page, await tab.evaluate(words), findings);
  });
}

async function fromDisk(browser, pages, findings) {
  await eachPage(browser, pages, {}, async (tab, page) => {
    const heard = [];
    const onConsole = (message) => message.type() === 'error' && heard.push(message.text());
    const onError = (error) => heard.push(String(error));
    const onFailed = (request) =>
      !/ABORTED/.test(request.failure().errorText) &&
      heard.push(`not loaded: ${request.url()}`);
    tab.on('console', onConsole).on('pageerror', onError).on('requestfailed', onFailed);
    await openFile(tab, page);
    await tab.waitForTimeout(20);
    tab.off('console', onConsole).off('pageerror', onError).off('requestfailed', onFailed);
    for (const text of heard) findings.add('console', page, text.slice(0, 200));
  });
}

async function finds(tab, target) {
  const hrefs = await tab
    .locator('main a[href]:visible, [role=search] a[href]:visible')
    .evaluateAll((links) => links.map(({ href }) => href.replace(/[?#].*/, '')));
  return hrefs.includes(addressOf(target));
}

const titleOf = (page) =>
  /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page.html)?.[1].replace(/<[^>]*>|&[^;]*;/g, ' ') ?? '';
const queryOf = (page) =>
  (titleOf(page).match(/[\p{L}\p{N}]{2,}/gu) ?? []).slice(0, 4).join(' ').toLowerCase();

async function searching(browser, site, findings) {
  const home = site.pages.find(({ file }) => file === 'index.html');
  const wanted = site.pages
    .filter(({ type, html }) => type === 'layanan' && !/noindex/.test(html))
    .slice(0, SEARCHED);
  await eachPage(browser, wanted, {}, async (tab, target) => {
    const query = queryOf(target);
    await openFile(tab, home);
    const field = await searchField(tab);
    if (!field) {
      findings.add('search', home, 'there is an index but no search field');
      return;
    }
    await typeQuery(tab, field, query);
    if (!(await finds(tab, target))) findings.add('search', target, `not found by "${query}"`);
    for (const link of [`?q=${encodeURIComponent(query)}`, `#q=${encodeURIComponent(query)}`]) {
      await tab.goto('about:blank');
      await openFile(tab, home, link);
      await settle(tab);
      if (!(await finds(tab, target)))
        findings.add('deeplink', target, `not found by index.html${link}`);
    }
  });
}

async function run({ site, browser, findings }) {
  const pages = sample(site.pages, MOST_PAGES);
  await withoutScripts(browser, pages, findings);
  await fromDisk(browser, pages, findings);
  if (site.has('cari/indeks.js')) await searching(browser, site, findings);
  else
    for (const rule of ['search', 'deeplink'])
      findings.skip(rule, 'the site has no search index');
}

module.exports = {
  row: 6,
  name: 'plain',
  rules: {
    text: 'without scripts every text can be read',
    controls: 'without scripts no control is dead',
    w3m: 'a text browser shows every word',
    console: 'no error on file://',
    search: 'the search finds services on file://',
    deeplink: '?q= and #q= search on file://',
  },
  run,
};
