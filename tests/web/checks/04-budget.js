'use strict';
/*
 * Row 4: bytes a page costs, packed as a host packs them, and scripts that an old phone's browser still reads. A page's
 * scripts are those it names and, where it has a search box, the reader of the index. Published scripts must be made of
 * the same words as the theme's: only comments and blanks may be missing, and labels are strings.
 */

const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const acorn = require('acorn');
const { loads } = require('../lib/site');

const KB = 1024;
const LONG_LISTS = ['a-z', 'biaya', 'pengaduan', 'mutu', 'cetak'];
const SCRIPT_LIMIT = 8 * KB;
const THEME = path.resolve(__dirname, '../../../themes/default/static/js');

function limitFor(type) {
  if (type.startsWith('layanan')) return 10 * KB;
  return (LONG_LISTS.includes(type.replace(/-instansi$/, '')) ? 40 : 14) * KB;
}

const packed = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length;
const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

/* The script that reads the search index, as the search box names it; [] without one. */
function readerOf(page) {
  const found = /\bdata-skrip="([^"]+)"/.exec(page.html);
  return found ? [found[1]] : [];
}

const wordsOf = (text) =>
  [...acorn.tokenizer(text, { ecmaVersion: 5 })].map(({ type, start, end }) => [
    type.label,
    text.slice(start, end),
  ]);

/* The theme's script with its labels, `L.name`, as strings of any words. */
function withLabels(words) {
  const out = [];
  for (let i = 0; i < words.length; i++) {
    const label = words[i][1] === 'L' && words[i + 1]?.[1] === '.' && words[i - 1]?.[1] !== '.';
    out.push(label ? ['string', null] : words[i]);
    if (label) i += 2;
  }
  return out;
}

function compareWords(site, file, text, findings) {
  const [, name] = /^aset\/([a-z]+)-[0-9a-f]{8}\.js$/.exec(file) ?? [];
  const source = path.join(THEME, `${name}.js`);
  if (!name || !fs.existsSync(source)) return;
  const part = (all, called) => fs.readFileSync(path.join(THEME, called), 'utf8');
  const whole = fs.readFileSync(source, 'utf8').replace(/\/\* sertakan (\S+) \*\//g, part);
  const wanted = withLabels(wordsOf(whole));
  const got = wordsOf(text);
  const same = ([kind, word], i) => kind === got[i]?.[0] && (word === null || word === got[i][1]);
  if (wanted.length !== got.length || !wanted.every(same))
    findings.add('words', file, 'is not made of the words of the theme’s script');
}

async function run({ site, findings }) {
  const sizes = new Map();
  const sizeOf = (file) => {
    if (!sizes.has(file))
      sizes.set(file, site.has(file) ? packed(fs.readFileSync(path.join(site.root, file))) : 0);
    return sizes.get(file);
  };
  const largest = new Map();
  const scriptsOf = new Map();
  for (const page of site.pages) {
    const { styles, scripts } = loads(page);
    const bytes = packed(page.html) + styles.reduce((sum, file) => sum + sizeOf(file), 0);
    if (bytes > limitFor(page.type) && !site.hostile)
      findings.add(
        'html-css',
        page,
        `${kb(bytes)}, allowed for ${page.type}: ${kb(limitFor(page.type))}`,
      );
    largest.set(page.type, Math.max(largest.get(page.type) ?? 0, bytes));
    const loaded = [...scripts, ...readerOf(page)];
    const own = loaded.reduce((sum, file) => sum + sizeOf(file), 0);
    scriptsOf.set(loaded.map((file) => path.basename(file).replace(/-.*/, '')).join(' + '), own);
    if (own > SCRIPT_LIMIT)
      findings.add('js', page, `${own} bytes of scripts, allowed: ${SCRIPT_LIMIT}`);
  }
  for (const file of site.files.filter(
    (name) => name.endsWith('.js') && !name.startsWith('statis/'),
  )) {
    try {
      const text = fs.readFileSync(path.join(site.root, file), 'utf8');
      acorn.parse(text, { ecmaVersion: 5, sourceType: 'script' });
      compareWords(site, file, text, findings);
    } catch (error) {
      findings.add('es5', file, error.message);
    }
  }
  for (const [type, bytes] of [...largest].sort())
    findings.measure(`budget: ${type}, HTML + CSS packed`, kb(bytes));
  for (const file of site.files.filter((name) => /^aset\/.*\.(css|js)$/.test(name)))
    findings.measure(`budget: ${file.replace(/-[0-9a-f]{8}/, '')}, packed`, `${sizeOf(file)} bytes`);
  for (const [names, bytes] of scriptsOf)
    if (names.includes(' + ')) findings.measure(`budget: ${names}, packed`, `${bytes} bytes`);
  if (site.hostile) findings.skip('html-css', 'hostile pages are as long as their payloads');
}

module.exports = {
  row: 4,
  name: 'budget',
  rules: {
    'html-css': 'HTML + CSS packed within 10 KB a service page, 14 KB others, 40 KB long lists',
    js: 'scripts of a page, its search reader too, within 8 KB packed',
    es5: 'every script parses as ECMAScript 5',
    words: 'published scripts lack comments and blanks alone',
  },
  run,
};
