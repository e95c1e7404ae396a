'use strict';
/* Reads the search index of a built site as a browser would, with the theme's reader, and counts every byte. */

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const root = path.resolve(__dirname, '../..');
const { pencari } = require(path.join(root, 'themes/default/static/js/cari.js'));

/* The reader on the files of `out`; `cost.bytes` counts what it loads. */
function open(out) {
  const cost = { bytes: 0 };
  const reader = pencari((name, done) => {
    run(`${name}.js`);
    done();
  });
  const sandbox = vm.createContext({ ...reader.terima });
  function run(name) {
    const text = fs.readFileSync(path.join(out, 'cari', name), 'utf8');
    cost.bytes += Buffer.byteLength(text);
    vm.runInContext(text, sandbox);
  }
  run('indeks.js');
  return { reader, cost };
}

/* What a query finds on a page just opened, its first ten records, and what that loads. */
function ask(out, query) {
  const { reader, cost } = open(out);
  let answer;
  reader.cari(query, (found) => {
    reader.catatan(found.dok.slice(0, 10), (records) => {
      answer = { ...found, n: found.dok.length, records, bytes: cost.bytes };
    });
  });
  return answer;
}

module.exports = { open, ask };
