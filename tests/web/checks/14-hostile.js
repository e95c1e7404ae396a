'use strict';
/*
 * Row 14: hostile words stay words. No dialog opens, no script runs but the site's own, nothing is escaped twice, and
 * each payload of the content can be read on some page exactly as it was written.
 */

const fs = require('node:fs');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const { eachPage, openFile } = require('../lib/browser');
const { install } = require('../lib/dom');
const { searchField, typeQuery } = require('../lib/search');
const { walk } = require('../lib/site');

/* A payload of the fixture: a name of its own, then the characters that hurt. */
const PAYLOAD = /[a-z0-9_.]+~<\\?"&'>/g;
const QUERIES = [
  'layanan',
  '<img src=x onerror=window.__pwned=1>',
  '"><script>window.__pwned=1</script>',
  "' onfocus=window.__pwned=1 '",
  '%%{{{}}}\\',
];

const written = () => {
  const values = window.__kit.texts().map((node) => node.nodeValue);
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes)
      if (!/^(href|src|content|action)$/.test(name) || element.matches('meta[name]'))
        values.push(value);
  return {
    shown: document.body.textContent,
    doubled: values
      .filter((value) => /&(lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);/i.test(value))
      .map((value) => value.slice(0, 80)),
  };
};

/* Everything that can be pressed without leaving the page. */
const pressAll = () => {
  window.print = () => {};
  for (const button of document.querySelectorAll('main button[type=button]')) button.click();
};

const pwned = () => ('__pwned' in window ? 'window.__pwned was set' : null);

/* Scripts in the page that are neither data nor a file of the site. */
const strangers = () =>
  [...document.scripts]
    .filter((script) => !script.src && !/json/.test(script.type))
    .map((script) => script.text.slice(0, 60))
    .concat(
      [
        ...document.querySelectorAll(
          'main iframe, main object, main embed, main img:not([src])',
        ),
      ].map((element) => element.localName),
    );

/* The quality page repeats an author's own "&lt;" in this sentence. */
const quoted = (value) =>
  /^HTML tidak dijalankan, melainkan ditampilkan sebagai teks: (.+)\.$/.exec(value)?.[1] ?? value;

/* The text files of the content: name -> text. */
function textsOf(content) {
  const names = content ? walk(content).filter((name) => /\.(ya?ml|md|txt)$/.test(name)) : [];
  return new Map(
    names.map((name) => [name, fs.readFileSync(path.join(content, name), 'utf8')]),
  );
}

function payloadsOf(texts) {
  const found = new Map();
  for (const [file, text] of texts) {
    for (const [payload] of text.matchAll(PAYLOAD)) found.set(payload.replace('\\', ''), file);
  }
  return found;
}

/* A key no payload stands under is a door nobody tried. */
async function judgeKeys(texts, keys, findings) {
  const names = texts.size ? await keys() : null;
  if (names === null) findings.skip('keys', 'no program was given to ask for the keys');
  const lines = [...texts.values()].join('\n');
  for (const key of names ?? [])
    if (!new RegExp(`(^|[\\s{,-])"?${key}"?:`, 'm').test(lines))
      findings.add('keys', 'content', `no file writes ${key}`);
}

async function run({ site, browser, content, keys, findings }) {
  const texts = textsOf(content);
  await judgeKeys(texts, keys, findings);
  /* Who writes "&lt;" is shown "&lt;". */
  const source = [...texts.values()].join('\n');
  const everything = [];
  await eachPage(
    browser,
    site.pages.filter(({ type }) => type !== 'alih'),
    {},
    async (tab, page) => {
      await openFile(tab, page);
      await install(tab);
      const { shown, doubled } = await tab.evaluate(written);
      everything.push(shown);
      for (const value of doubled)
        if (!source.includes(quoted(value.trim()))) findings.add('twice', page, value);
      for (const stranger of await tab.evaluate(strangers))
        findings.add('script', page, stranger);
      const field = page.file === 'index.html' ? await searchField(tab) : null;
      for (const query of field ? QUERIES : []) await typeQuery(tab, field, query);
      await tab.mouse.move(150, 300);
      await tab.evaluate(pressAll);
      const why = await tab.evaluate(pwned);
      if (why) findings.add('script', page, why);
    },
    async (tab) => {
      tab.on('dialog', (dialog) => {
        const file = path.relative(site.root, fileURLToPath(tab.url()));
        findings.add('dialog', file, `${dialog.type()}: ${dialog.message()}`);
        dialog.dismiss().catch(() => {});
      });
    },
  );
  const text = everything.join('\n');
  const payloads = payloadsOf(texts);
  for (const [payload, file] of payloads)
    if (!text.includes(payload))
      findings.add('payload', file, `nowhere to be read: ${payload}`);
  if (!payloads.size) findings.skip('payload', 'this site has no payloads');
  findings.measure('hostile: payloads looked for', payloads.size);
}

module.exports = {
  row: 14,
  name: 'hostile',
  rules: {
    dialog: 'no dialog opens',
    script: "no script runs but the site's own",
    twice: 'nothing is escaped twice',
    keys: 'the payloads reach every key of the contract',
    payload: 'every payload can be read as it was written',
  },
  run,
};
