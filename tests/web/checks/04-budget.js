'use strict';
/* Row 4: bytes a page costs, packed as a host packs them, and scripts that an old phone's browser still reads. */

const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const acorn = require('acorn');
const { loads } = require('../lib/site');

const KB = 1024;
const LONG_LISTS = ['a-z', 'biaya', 'pengaduan', 'mutu', 'cetak'];
const SCRIPT_LIMIT = 8 * KB;

function limitFor(type) {
  if (type.startsWith('layanan')) return 10 * KB;
  return (LONG_LISTS.includes(type.replace(/-instansi$/, '')) ? 40 : 14) * KB;
}

const packed = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length;
const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

async function run({ site, findings }) {
  const sizes = new Map();
  const sizeOf = (file) => {
    if (!sizes.has(file))
      sizes.set(file, site.has(file) ? packed(fs.readFileSync(path.join(site.root, file))) : 0);
    return sizes.get(file);
  };
  const largest = new Map();
  let script = 0;
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
    const own = scripts.reduce((sum, file) => sum + sizeOf(file), 0);
    script = Math.max(script, own);
    if (own > SCRIPT_LIMIT)
      findings.add('js', page, `${kb(own)} of scripts, allowed: ${kb(SCRIPT_LIMIT)}`);
  }
  for (const file of site.files.filter(
    (name) => name.endsWith('.js') && !name.startsWith('statis/'),
  )) {
    try {
      acorn.parse(fs.readFileSync(path.join(site.root, file), 'utf8'), {
        ecmaVersion: 5,
        sourceType: 'script',
      });
    } catch (error) {
      findings.add('es5', file, error.message);
    }
  }
  for (const [type, bytes] of [...largest].sort())
    findings.measure(`budget: ${type}, HTML + CSS packed`, kb(bytes));
  findings.measure('budget: scripts of a page, packed', kb(script));
  if (site.hostile) findings.skip('html-css', 'hostile pages are as long as their payloads');
}

module.exports = {
  row: 4,
  name: 'budget',
  rules: {
    'html-css': 'HTML + CSS packed within 10 KB a service page, 14 KB others, 40 KB long lists',
    js: 'scripts of a page within 8 KB packed',
    es5: 'every script parses as ECMAScript 5',
  },
  run,
};
