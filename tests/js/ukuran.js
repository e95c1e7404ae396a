'use strict';
/*
 * ukuran SERVICES OUT: what a search on the site OUT loads, in bytes without compression, as one row of the table that
 * tests/check-search-size prints. Typical: what people type, from titles all over the index: a title, its words, the
 * start of one, one with a slip. Worst: those, and every word that a title of the site has, alone. A query counts the
 * manifest, the shards of its words and the records of the first ten results. Exit 1 above a goal.
 */

const fs = require('node:fs');
const path = require('node:path');
const { open, ask } = require('./baca');

const MOST_QUERY = 100 * 1024;
const MOST_FILE = 40 * 1024;
const TITLES = 60;

function titlesOf(out, n) {
  const places = Array.from({ length: TITLES }, (unused, i) => Math.floor((i * n) / TITLES));
  const { reader } = open(out);
  let titles = [];
  reader.catatan([...new Set(places)], (records) => {
    titles = records.map(({ judul }) => judul);
  });
  return [...new Set(titles)];
}

const wordsOf = (title) => title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
const longest = (words) => [...words].sort((a, b) => b.length - a.length)[0] ?? '';

/* What is typed by somebody who looks for this title. */
function typed(title) {
  const words = wordsOf(title);
  const word = longest(words);
  return [
    title,
    words.slice(0, 2).join(' '),
    word,
    word.slice(0, 4),
    word.slice(0, 3) + word.slice(4) /* a letter lost */,
    word[1] + word[0] + word.slice(2) /* the first two changed places */,
    `${word} ktp`,
  ].filter(Boolean);
}

function main([services, out]) {
  const folder = path.join(out, 'cari');
  const files = fs.readdirSync(folder);
  const largest = Math.max(...files.map((file) => fs.statSync(path.join(folder, file)).size));
  const titles = titlesOf(out, Number(services));
  const usual = titles.flatMap(typed).map((query) => ask(out, query).bytes).sort((a, b) => a - b);
  const alone = [...new Set(titles.flatMap(wordsOf))].map((word) => ask(out, word).bytes);
  const typical = usual[usual.length >> 1];
  const worst = Math.max(...usual, ...alone);
  const manifest = fs.statSync(path.join(folder, 'indeks.js')).size;
  const columns = [services, files.length, typical, worst, largest, manifest];
  console.log(columns.map((value) => String(value).padStart(9)).join(' '));
  process.exit(worst > MOST_QUERY || largest > MOST_FILE ? 1 : 0);
}

main(process.argv.slice(2));
