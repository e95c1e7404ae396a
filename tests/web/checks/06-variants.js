'use strict';
/*
 * Row 6, a service with variants: what a person sees after choosing one is that variant whole, as the agency's open data
 * have it (a variant replaces only what it names), and nothing of another. Without a script all stand there, each whole.
 */

const fs = require('node:fs');
const path = require('node:path');
const { eachPage, openFile } = require('../lib/browser');

const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

/* The papers of a component, through its groups and sub-items, in order. */
const papers = (list = []) =>
  list.flatMap(({ teks, butir, rincian }) =>
    butir ? papers(butir) : [teks, ...papers(rincian)],
  );
const steps = (list = []) =>
  list.flatMap(({ teks, cabang = [], langkah = [] }) => [
    ...(teks ? [teks] : []),
    ...steps(cabang.flatMap((branch) => branch.langkah ?? [])),
    ...steps(langkah),
  ]);
const times = (list = []) => list.map(({ waktu }) => waktu);

/* Each variant of the service, whole. */
function wholeVariants(service) {
  const own = (value) => value !== undefined && (!Array.isArray(value) || value.length > 0);
  return service.varian.map((variant) => {
    const part = (key) => (own(variant[key]) ? variant[key] : service[key]);
    return {
      name: squeeze(variant.nama),
      papers: papers(part('persyaratan')).map(squeeze),
      steps: steps(part('prosedur')).map(squeeze),
      time: times(part('waktu')).map(squeeze)[0],
    };
  });
}

function serviceOf(site, page) {
  const folder = path.posix.dirname(page.file);
  const file = folder === '.' ? 'data.json' : `${folder}/data.json`;
  if (!site.has(file)) return null;
  const data = JSON.parse(fs.readFileSync(path.join(site.root, file), 'utf8'));
  return data.layanan.find(({ jalur }) => jalur === page.file) ?? null;
}

/* What is shown: the papers and steps that can be seen, the first fact, what is counted and the date. */
function seen() {
  const shown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const texts = (selector, part) =>
    [...document.querySelectorAll(selector)]
      .filter(shown)
      .map((element) => (part ? element.querySelector(part) : element).innerText);
  return {
    papers: texts('[data-cek] > li', 'label > span'),
    panels: [...document.querySelectorAll('#siapkan .pilihan')].map((panel) => [
      panel.querySelector('.varian').innerText,
      [...panel.querySelectorAll('[data-cek] > li')].map((item) => item.innerText),
    ]),
    steps: texts('#langkah .langkah li > p:first-of-type').length
      ? texts('#langkah .langkah > li').length
      : 0,
    facts: texts('.janji dl > div:first-child dd').join('\n'),
    count: texts('[data-hitung] [role=status]').join(),
    date: texts('[data-kapan] output').join(),
    address: location.hash,
  };
}

function compare(page, variant, found, tell) {
  const wanted = variant.papers;
  const got = squeeze(found.papers.join(' '));
  const missing = wanted.filter((paper) => !got.includes(paper));
  if (missing.length) tell('papers', `${variant.name}: not shown: ${missing.join('; ')}`);
  const items = found.papers.length;
  const counted = /(\d+)\D+(\d+)/.exec(found.count);
  if (counted && Number(counted[2]) !== items)
    tell('papers', `${variant.name}: counts ${counted[2]} of ${items}`);
  if (found.steps !== variant.steps.length)
    tell('steps', `${variant.name}: ${found.steps} steps for ${variant.steps.length}`);
  if (variant.time && !squeeze(found.facts).includes(variant.time))
    tell('facts', `${variant.name}: ${squeeze(found.facts)} instead of ${variant.time}`);
}

/* Papers of another variant that this one has not. */
function strangers(variant, all, found) {
  const got = squeeze(found.papers.join(' '));
  return all
    .flatMap((other) => other.papers)
    .filter((paper) => got.includes(paper) && !variant.papers.some((own) => own.includes(paper)));
}

async function choose(tab, page, all, findings) {
  const tell = (rule, problem) => findings.add(rule, page, problem);
  const names = await tab.locator('[data-keadaan] a').allInnerTexts();
  if (names.map(squeeze).join() !== all.map(({ name }) => name).join()) {
    tell('papers', `the choices are ${names.join(', ')}`);
    return;
  }
  const dates = new Map();
  for (const [i, variant] of all.entries()) {
    await tab.locator('[data-keadaan] a').nth(i).click();
    const found = await tab.evaluate(seen);
    compare(page, variant, found, tell);
    const others = strangers(variant, all, found);
    if (others.length) tell('papers', `${variant.name}: also ${others.join('; ')}`);
    for (const other of all)
      if (other.time && other.time !== variant.time && !variant.time?.includes(other.time))
        if (squeeze(found.facts).split(/\s*\n\s*/).includes(other.time))
          tell('facts', `${variant.name}: also ${other.time}`);
    if (found.date) dates.set(variant.time, found.date);
    if (!found.address) tell('address', `${variant.name}: the address does not say it`);
    await openFile(tab, page, found.address);
    const again = await tab.evaluate(seen);
    if (again.papers.join() !== found.papers.join() || again.facts !== found.facts)
      tell('address', `${variant.name}: ${found.address} opens something else`);
  }
  if (dates.size > 1 && new Set(dates.values()).size === 1)
    tell('date', `always ${[...dates.values()][0]}`);
}

async function plain(tab, page, all, findings) {
  const found = await tab.evaluate(seen);
  for (const variant of all) {
    const panel = found.panels.find(([name]) => squeeze(name) === variant.name);
    const got = squeeze(panel ? panel[1].join(' ') : found.papers.join(' '));
    const missing = variant.papers.filter((paper) => !got.includes(paper));
    if (missing.length) findings.add('whole', page, `${variant.name}: ${missing.join('; ')}`);
    if (variant.time && !squeeze(found.facts).includes(variant.time))
      findings.add('whole', page, `${variant.name}: ${variant.time} is not there`);
  }
}

async function run({ site, browser, findings }) {
  const pages = site.pages
    .filter(({ type, html }) => type === 'layanan' && !/noindex/.test(html))
    .map((page) => ({ page, service: serviceOf(site, page) }))
    .filter(({ service }) => service?.varian?.length);
  if (!pages.length) {
    for (const rule of Object.keys(module.exports.rules))
      findings.skip(rule, 'no service of this site has variants');
    return;
  }
  const variants = new Map(pages.map(({ page, service }) => [page.file, wholeVariants(service)]));
  const list = pages.map(({ page }) => page);
  await eachPage(browser, list, {}, async (tab, page) => {
    await openFile(tab, page);
    await choose(tab, page, variants.get(page.file), findings);
  });
  await eachPage(browser, list, { javaScriptEnabled: false }, async (tab, page) => {
    await openFile(tab, page);
    await plain(tab, page, variants.get(page.file), findings);
  });
  findings.measure('variants: services tried', String(list.length));
}

module.exports = {
  row: 6,
  name: 'variants',
  rules: {
    papers: 'a variant shows its papers, all of them and no others, and counts them',
    facts: 'the facts are those of the variant',
    steps: 'the steps are those of the variant',
    date: 'the day it will be done follows the variant',
    address: 'the address says which variant is chosen, and opens it',
    whole: 'without a script every variant is there, whole',
  },
  run,
};
