'use strict';
/*
 * Row 6, translated pages: what is left in the original's language is marked as such, and the words around it ("If",
 * "You") are of the same language; no English label stands before Indonesian words.
 */

const { eachPage, openFile } = require('../lib/browser');

const mixed = () => {
  const page = document.documentElement.lang;
  const english = /^(If|You|For|Form|Open link|■ End|↩ back)\b/;
  const indonesian = /^(Bila|Jika|Anda|Untuk|Formulir|Buka tautan|■ Selesai|↩ kembali)\b/;
  return [...document.querySelectorAll('main :is(.cap, .jika, .arah, .unduh)')]
    .filter((label) => !label.closest('.legenda, nav'))
    .filter((label) => {
      const own = label.closest('[lang]').lang;
      return (own === page ? indonesian : english).test(label.textContent.trim());
    })
    .map((label) => label.parentElement.textContent.trim().slice(0, 60));
};

async function run({ site, browser, findings }) {
  const pages = site.pages.filter(({ type }) => type === 'layanan-terjemahan');
  if (!pages.length) findings.skip('mixed', 'this site has no translation');
  await eachPage(browser, pages, {}, async (tab, page) => {
    await openFile(tab, page);
    if (!/^en/.test(await tab.evaluate(() => document.documentElement.lang))) return;
    for (const what of await tab.evaluate(mixed)) findings.add('mixed', page, what);
  });
}

module.exports = {
  row: 6,
  name: 'translation',
  rules: { mixed: 'labels on translated pages are of the language of the words beside them' },
  run,
};
