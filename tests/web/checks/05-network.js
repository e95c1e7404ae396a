'use strict';
/* Row 5: what a visit costs in requests, that nothing is asked of anybody else, and that no cookie is set. */

const { sample } = require('../lib/site');
const { eachPage } = require('../lib/browser');

const MOST_REQUESTS = 4;
const MOST_PAGES = 40;

async function run({ site, browser, server, findings }) {
  const pages = sample(site.pages, MOST_PAGES).filter(({ type }) => type !== '404');
  let highest = 0;
  const hasIcon = (page) => /<link[^>]+rel="?[^">]*icon/i.test(page.html);
  await eachPage(browser, pages, {}, async (tab, page) => {
    const urls = new Set();
    const note = (request) => urls.add(request.url().replace(/#.*/, ''));
    tab.on('request', note);
    await tab.goto(server.url(page.file), { waitUntil: 'networkidle' });
    tab.off('request', note);
    /* A headless browser does not fetch the icon, a reader's does. The poster room is a page of pictures for officers. */
    const pictures = (url) => page.type === 'poster-instansi' && /\/poster\/kecil\/[^/]+\.png$/.test(url);
    const count =
      [...urls].filter((url) => !pictures(url)).length + (hasIcon(page) && ![...urls].some((url) => /ikon|icon/.test(url)) ? 1 : 0);
    highest = Math.max(highest, count);
    if (count > MOST_REQUESTS)
      findings.add('requests', page, `${count}: ${[...urls].join(' ')}`);
    for (const url of urls)
      if (!url.startsWith(server.origin) && !url.startsWith('data:'))
        findings.add('origins', page, url);
    const cookies = await tab.context().cookies();
    const own = await tab.evaluate(() => document.cookie);
    if (cookies.length || own)
      findings.add('cookies', page, own || cookies.map(({ name }) => name).join(' '));
  });
  findings.measure('network: requests of a page, icon included', highest);
}

module.exports = {
  row: 5,
  name: 'network',
  rules: {
    requests: 'a page takes at most 4 requests',
    origins: 'nothing is asked of another origin',
    cookies: 'no cookie is set',
  },
  run,
};
