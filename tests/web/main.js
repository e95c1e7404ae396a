'use strict';
/*
 * Runs the checks over the built site and over a hostile one, after proving on planted faults that each check can fail.
 * Arguments are names of checks to run alone. Environment: MAKLUMAT_SITE (built site), MAKLUMAT (program, for the
 * hostile site and the second build), MAKLUMAT_CONTENT (what the site was built from), MAKLUMAT_WEB_OUT (where pictures
 * and builds go).
 */

const fs = require('node:fs');
const path = require('node:path');
const { Findings, Tap } = require('./lib/report');
const { openSite } = require('./lib/site');
const { serve } = require('./lib/server');
const { launch } = require('./lib/browser');
const { program, build } = require('./lib/build');
const { takePictures } = require('./lib/pictures');
const { proveRed } = require('./lib/red');

const HERE = __dirname;
const TOP = path.resolve(HERE, '../..');
const HOSTILE_CONTENT = path.join(HERE, 'hostil/content');
/* Of the hostile site only what words can break is asked; its sizes and scores mean nothing. */
const HOSTILE_ROWS = [1, 2, 6, 7, 8, 9, 10, 11, 12, 14];

const checks = fs.readdirSync(path.join(HERE, 'checks')).sort().map((file) => require(path.join(HERE, 'checks', file)));

async function runCheck(check, bench, tap) {
  const findings = new Findings();
  const began = Date.now();
  try {
    await check.run({ ...bench, findings });
  } catch (error) {
    findings.add(Object.keys(check.rules)[0], bench.site.name, `the check itself failed: ${error.stack}`);
  }
  tap.check(bench.site.name, check, findings, (Date.now() - began) / 1000);
}

/* The second build must not depend on where it goes, so it goes deeper. */
function rebuilder(content, out) {
  return (site) => (program() && content ? build(content, path.join(out, 'lain', 'lebih', 'dalam', site.name)) : null);
}

async function runSite(site, content, chosen, browser, folder, tap) {
  const server = await serve(site.root);
  const bench = { site, browser, server, folder, content: site.hostile ? content : null, rebuild: rebuilder(content, folder) };
  try {
    for (const check of chosen)
      if (!site.hostile || HOSTILE_ROWS.includes(check.row)) await runCheck(check, bench, tap);
    tap.figures.push([site.name, 'pages', site.pages.length]);
    tap.figures.push([site.name, 'pictures', await takePictures(bench)]);
  } finally {
    server.close();
  }
}

async function hostileSite(folder, tap) {
  if (!program()) {
    tap.line(true, 'the hostile content builds', ' # SKIP MAKLUMAT names no program');
    return null;
  }
  try {
    const root = await build(HOSTILE_CONTENT, path.join(folder, 'hostil'));
    tap.line(true, 'the hostile content builds');
    return openSite(root, 'hostil', { hostile: true });
  } catch (error) {
    tap.line(false, 'the hostile content builds');
    tap.note(error.message);
    return null;
  }
}

async function main(names) {
  const tap = new Tap(process.stdout);
  const chosen = checks.filter(({ name }) => !names.length || names.includes(name));
  const folder = path.resolve(process.env.MAKLUMAT_WEB_OUT ?? path.join(TOP, 'build/web'));
  const root = path.resolve(process.env.MAKLUMAT_SITE ?? path.join(TOP, 'public'));
  const content = process.env.MAKLUMAT_CONTENT ?? (process.env.MAKLUMAT_SITE ? null : path.join(TOP, 'content'));
  fs.mkdirSync(folder, { recursive: true });
  const browser = await launch();
  try {
    await proveRed({ checks: chosen, browser, folder: path.join(folder, 'merah'), fixtures: path.join(HERE, 'merah'), tap });
    if (fs.existsSync(path.join(root, 'index.html'))) await runSite(openSite(root, 'situs'), content, chosen, browser, folder, tap);
    else {
      tap.line(false, 'there is a built site');
      tap.note(`${root} has no index.html; build the site first, or name another folder in MAKLUMAT_SITE`);
    }
    const hostile = await hostileSite(folder, tap);
    if (hostile) await runSite(hostile, HOSTILE_CONTENT, chosen, browser, folder, tap);
  } finally {
    await browser.close();
  }
  return tap.end();
}

main(process.argv.slice(2)).then((good) => process.exit(good ? 0 : 1), (error) => {
  process.stdout.write(`Bail out! ${error.stack}\n`);
  process.exit(1);
});
