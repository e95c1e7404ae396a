'use strict';
/*
 * The proof that checks can fail. merah/CHECK/halaman/RULE[-note].html is a page with one planted fault,
 * merah/CHECK/RULE[-note]/ a whole site with one; the check must report RULE for it, and A+B plants two. Beside a site
 * may stand SITE.isi, its content, and SITE.lain, its second build. A rule without a planted fault fails the proof.
 * Pages may hold {{acak N}} for N bytes that do not compress, and {{isi N}} for N lines of text.
 */

const fs = require('node:fs');
const path = require('node:path');
const { Findings } = require('./report');
const { openSite } = require('./site');
const { serve } = require('./server');

function noise(count) {
  let state = 12345;
  let text = '';
  while (text.length < count) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    text += (state >>> 8).toString(36);
  }
  return text.slice(0, count);
}

const expand = (text) =>
  text
    .replace(/\{\{acak (\d+)\}\}/g, (all, count) => noise(Number(count)))
    .replace(/\{\{isi (\d+)\}\}/g, (all, count) =>
      '<p>Baris pengisi.</p>\n'.repeat(Number(count)),
    );

function copyExpanded(from, to) {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [from, to].map((folder) => path.join(folder, entry.name));
    if (entry.isDirectory()) copyExpanded(source, target);
    else fs.writeFileSync(target, expand(fs.readFileSync(source, 'utf8')));
  }
}

/* The rules a fixture's name plants: "a+b-note" plants a and b. */
function planted(check, name) {
  const rules = Object.keys(check.rules).sort((a, b) => b.length - a.length);
  return name
    .split('+')
    .map((part) => rules.find((rule) => part === rule || part.startsWith(`${rule}-`)))
    .filter(Boolean);
}

async function look(check, root, browser, folder) {
  const site = openSite(root, 'merah');
  const server = await serve(site.root);
  const findings = new Findings();
  const content = fs.existsSync(`${root}.isi`) ? `${root}.isi` : null;
  try {
    await check.run({
      site,
      browser,
      server,
      folder,
      content,
      source: content,
      rebuild: async () => `${root}.lain`,
      keys: async () => ['judul', 'kunci_yang_tidak_ditulis'],
      results: { known: new Set([check.name]), found: new Map([[check.name, 1]]) },
      findings,
    });
  } finally {
    server.close();
  }
  return findings.list;
}

/* One {rule, what, seen} for each planted fault of the check. */
async function tryCheck(check, folder, browser, out) {
  const results = [];
  for (const name of fs.readdirSync(folder).sort()) {
    const root = path.join(folder, name);
    if (/\.(isi|lain)$/.test(name)) continue;
    const list = await look(check, root, browser, out);
    const pages = fs.readdirSync(root).filter((file) => file.endsWith('.html'));
    if (name !== 'halaman')
      for (const rule of planted(check, name))
        results.push({
          rule,
          what: `${name}/`,
          seen: list.some((finding) => finding.rule === rule),
        });
    else
      for (const page of pages)
        for (const rule of planted(check, path.basename(page, '.html')))
          results.push({
            rule,
            what: page,
            seen: list.some((finding) => finding.rule === rule && finding.page === page),
          });
  }
  return results;
}

async function proveRed({ checks, browser, folder, fixtures, tap }) {
  const began = Date.now();
  fs.rmSync(folder, { recursive: true, force: true });
  copyExpanded(fixtures, folder);
  for (const check of checks) {
    const own = path.join(folder, check.name);
    const results = fs.existsSync(own) ? await tryCheck(check, own, browser, folder) : [];
    const missed = results
      .filter(({ seen }) => !seen)
      .map(({ rule, what }) => `${rule} was not reported for ${what}`);
    const unplanted = Object.keys(check.rules)
      .filter((rule) => !results.some((result) => result.rule === rule))
      .map((rule) => `no fault is planted for ${rule}`);
    tap.line(
      !missed.length && !unplanted.length,
      `merah: ${check.row} ${check.name} reports its ${results.length} planted faults`,
    );
    for (const problem of [...missed, ...unplanted]) tap.note(problem);
  }
  tap.figures.push(['merah', 'seconds', ((Date.now() - began) / 1000).toFixed(1)]);
}

module.exports = { proveRed };
