'use strict';
/*
 * Row 6, journeys: the page of a life event leads through the services of its journey in the order of situs.yaml, each
 * step a link that leads somewhere, or words where no link may lead.
 */

const fs = require('node:fs');
const path = require('node:path');
const { eachPage, openFile } = require('../lib/browser');

/* The steps of situs.yaml by life event, as what their links must end with; "" = no link. */
function journeys(source) {
  const file = source && path.join(source, 'situs.yaml');
  const text = file && fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const [, part = ''] = /^peristiwa:\n((?: .*\n?)*)/m.exec(text) ?? [];
  return part
    .split(/^ {2}- /m)
    .slice(1)
    .map((row) => ({
      event: /nama: *(\S+)/.exec(row)[1],
      ends: [...row.matchAll(/(tautan|layanan_serupa): *(\S+)/g)]
        .map(([, key, to]) =>
          to.startsWith('javascript:')
            ? ''
            : key === 'tautan'
              ? to.replace(/\.md$/, '.html')
              : `bandingkan/${to}.html`,
        ),
    }));
}

async function run({ site, source, browser, findings }) {
  const all = journeys(source);
  if (!all.length) {
    findings.skip('order', 'this site has no journey');
    return;
  }
  const pageOf = ({ event }) => site.pages.find(({ file }) => file === `peristiwa/${event}.html`);
  for (const journey of all.filter((one) => !pageOf(one)))
    findings.add('order', 'situs.yaml', `${journey.event} has no page`);
  const pages = [...new Set(all.map(pageOf).filter(Boolean))];
  await eachPage(browser, pages, {}, async (tab, page) => {
    await openFile(tab, page);
    const links = await tab.$$eval('#urutan ol > li', (items) =>
      items.map((item) => decodeURI(item.querySelector('a')?.href ?? '')),
    );
    const wanted = all.filter((one) => pageOf(one) === page).flatMap(({ ends }) => ends);
    const same = links.length === wanted.length && wanted.every((end, i) => (end === '' ? links[i] === '' : links[i].endsWith(end)));
    if (!same) findings.add('order', page, `${links.join(' ')} in place of ${wanted.join(' ')}`);
  });
}

module.exports = {
  row: 6,
  name: 'journey',
  rules: { order: 'the steps of a life event are links in the order of situs.yaml' },
  run,
};
