'use strict';
/* TAP: the script cuts texts into words, and words from their affixes, as the program does (tests/golden/kata.txt). */

const fs = require('node:fs');
const path = require('node:path');
const root = path.resolve(__dirname, '../..');
const { kata, akar } = require(path.join(root, 'themes/default/static/js/cari.js'));

let n = 0;
let bad = 0;
for (const line of fs.readFileSync(path.join(root, 'tests/golden/kata.txt'), 'utf8').split('\n')) {
  const [, what, text, wanted] = /^(\w+): (.*?) =(?: (.*))?$/.exec(line) ?? [];
  if (!what) continue;
  const found = (what === 'akar' ? akar(text) : kata(text)).join(' ');
  const fine = found === (wanted ?? '');
  console.log(`${fine ? 'ok' : 'not ok'} ${++n} - ${what}: ${text}`);
  if (!fine) console.log(`# found "${found}", wanted "${wanted ?? ''}"`);
  bad += !fine;
}
console.log(`1..${n}`);
process.exit(bad ? 1 : 0);
