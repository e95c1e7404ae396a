'use strict';
/*
 * Row 6, comparisons: a paper stands there with everything that its charter says of it (for whom, when, how many, which
 * form, its parts), and what is not the same everywhere is marked.
 */

const fs = require('node:fs');
const path = require('node:path');
const { eachPage, openFile } = require('../lib/browser');

const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

/* Each paper as the words that must stand together, through groups. */
const papers = (list = []) =>
  list.flatMap(({ teks, untuk, bila, jumlah, formulir, rincian, butir }) =>
    butir
      ? papers(butir)
      : [[teks, untuk, bila, jumlah, formulir].filter(Boolean).map(squeeze), ...papers(rincian)],
  );

function services(site) {
  return site.files
    .filter((file) => file.endsWith('data.json'))
    .flatMap((file) => JSON.parse(fs.readFileSync(path.join(site.root, file), 'utf8')).layanan)
    .filter((service) => service.layanan_serupa);
}

const seen = () =>
  [...document.querySelectorAll('.banding article')].map((article) => ({
    href: article.querySelector('h3 a').href.replace(/[?#].*/, ''),
    items: [...article.querySelectorAll('li')].map((item) => item.innerText),
    marked: [...article.querySelectorAll('li')]
      .filter((item) => item.querySelector('.beda'))
      .map((item) => item.innerText),
  }));

function judge(page, group, shown, findings) {
  const all = group.map((service) => {
    const own = (service.varian ?? []).some((variant) => variant.persyaratan?.length);
    const lists = own
      ? service.varian.map((variant) => variant.persyaratan ?? service.persyaratan)
      : [service.persyaratan];
    return { service, papers: lists.flatMap(papers) };
  });
  for (const { service, papers: wanted } of all) {
    const article = shown.find(({ href }) => decodeURI(href).endsWith(`/${service.jalur}`));
    const items = (article?.items ?? []).map(squeeze);
    const holds = (paper) => items.some((item) => paper.every((words) => item.includes(words)));
    const missing = wanted.filter((paper) => !holds(paper));
    if (missing.length)
      findings.add('papers', page, `${service.judul}: ${missing.map((p) => p.join(' · ')).join('; ')}`);
    const others = all.filter((other) => other.service !== service);
    const alone = (service.persyaratan ?? []).filter(
      ({ teks }) =>
        teks && others.length && !others.some((other) => other.papers.some(([t]) => t === squeeze(teks))),
    );
    const unmarked = alone.filter(
      ({ teks }) => !(article?.marked ?? []).some((item) => squeeze(item).includes(squeeze(teks))),
    );
    if (!(service.varian ?? []).length && unmarked.length)
      findings.add('marks', page, `${service.judul}: ${unmarked.map(({ teks }) => teks).join('; ')}`);
  }
}

async function run({ site, browser, findings }) {
  const list = services(site);
  const groupOf = (page) => list.filter(({ layanan_serupa: slug }) => page.file === `bandingkan/${slug}.html`);
  const pages = site.pages.filter(
    (page) => page.type === 'bandingkan' && groupOf(page).length && groupOf(page).length <= 50,
  );
  if (!pages.length)
    for (const rule of Object.keys(module.exports.rules))
      findings.skip(rule, 'this site compares nothing');
  await eachPage(browser, pages, {}, async (tab, page) => {
    await openFile(tab, page);
    judge(page, groupOf(page), await tab.evaluate(seen), findings);
  });
}

module.exports = {
  row: 6,
  name: 'compare',
  rules: {
    papers: 'each paper is there with its conditions, number, form and parts',
    marks: 'a paper that not all ask for is marked',
  },
  run,
};
