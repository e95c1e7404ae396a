'use strict';
/*
 * Runs the checks over the built site, over a hostile, a rich, a lifelike one and synthetic ones, after proving on planted
 * faults that each check can fail. Arguments are names of checks to run alone. Environment: SIZES (services of the
 * synthetic sites, "600"; "" for none), WHOLE=1 (html-validate judges every synthetic page, not a sample), MAKLUMAT (the program;
 * without it nothing is built here), MAKLUMAT_SITE (a site that is already built; without program and
 * site, public/), MAKLUMAT_PROJECT (the folder whose content/ it was built from), MAKLUMAT_WEB_OUT (where pictures
 * and builds go; build/web).
 */

const fs = require('node:fs');
const path = require('node:path');
const { Findings, Tap } = require('./lib/report');
const { openSite } = require('./lib/site');
const { serve } = require('./lib/server');
const { launch } = require('./lib/browser');
const { program, build, generate, contractKeys } = require('./lib/build');
const { takePictures } = require('./lib/pictures');
const { proveRed } = require('./lib/red');

const HERE = __dirname;
/* Of all pages, when everything runs or the argument "pictures" asks for them. */
const PICTURED = process.argv.length < 3 || process.argv.includes('pictures');
const TOP = path.resolve(HERE, '../..');
/* Of the hostile site only what words can break is asked; its sizes mean nothing. */
const HOSTILE_ROWS = [1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 14, 15];
/* Of the synthetic sites what grows with a site. That two builds are the same the other sites show. */
const SYNTHETIC_CHECKS = ['markup', 'axe', 'lighthouse', 'budget', 'links', 'print'];
const hostileRow = (check) => HOSTILE_ROWS.includes(check.row);
const grows = (check) => SYNTHETIC_CHECKS.includes(check.name);

const checks = fs
  .readdirSync(path.join(HERE, 'checks'))
  .sort()
  .map((file) => require(path.join(HERE, 'checks', file)));

async function runCheck(check, bench, tap) {
  const findings = new Findings();
  const began = Date.now();
  try {
    await check.run({ ...bench, findings });
  } catch (error) {
    findings.add(
      Object.keys(check.rules)[0],
      bench.site.name,
      `the check itself failed: ${error.stack}`,
    );
  }
  bench.results.found.set(check.name, findings.list.length);
  tap.check(bench.site.name, check, findings, (Date.now() - began) / 1000);
}

/* The second build must not depend on where it goes, so it goes deeper. */
function rebuilder(project, out) {
  return (site) =>
    program() && project
      ? build(project, path.join(out, 'lain', 'lebih', 'dalam', site.name))
      : null;
}

async function runSite(site, project, wants, chosen, browser, folder, tap) {
  const server = await serve(site.root);
  const bench = {
    site,
    browser,
    server,
    folder,
    content: site.hostile ? path.join(project, 'content') : null,
    source: project && path.join(project, 'content'),
    rebuild: rebuilder(project, folder),
    keys: contractKeys,
    results: { known: new Set(checks.map(({ name }) => name)), found: new Map() },
  };
  try {
    for (const check of chosen)
      if (wants(check)) await runCheck(check, bench, tap);
    tap.figures.push([site.name, 'pages', site.pages.length]);
    if (wants !== grows && PICTURED)
      tap.figures.push([site.name, 'pictures', await takePictures(bench)]);
  } finally {
    server.close();
  }
}

const SEEDS = { name: 'situs', project: TOP, options: {}, wants: () => true };
const HOSTILE = {
  name: 'hostil',
  project: path.join(HERE, 'hostil'),
  options: { hostile: true },
  wants: hostileRow,
};
/* A site of agencies that use what the seeds do not: variants, tables of fees, two languages, decisions. */
const RICH = {
  name: 'kaya',
  project: path.join(HERE, 'kaya'),
  options: {},
  wants: (check) => hostileRow(check) || check.name === 'budget',
};
/* Twelve charters as offices write them, whose posters tests/unit judges: here, how they are printed and begin. */
const REAL = {
  name: 'nyata',
  project: path.resolve(HERE, '../rich'),
  options: {},
  wants: (check) => ['print', 'home'].includes(check.name),
};
const synthetic = (services) => ({
  name: `sintetis-${services}`,
  generate: services,
  options: { sampled: process.env.WHOLE !== '1' },
  wants: grows,
});

/* A ready site named by the environment, else one that the program builds, else public/. */
async function obtain({ name, project, generate: services }, folder) {
  if (services) {
    if (!program()) return [null, null];
    const made = await generate(services, path.join(folder, `${name}-isi`));
    return [await build(made, path.join(folder, name)), made];
  }
  if (name === SEEDS.name && process.env.MAKLUMAT_SITE)
    return [process.env.MAKLUMAT_SITE, process.env.MAKLUMAT_PROJECT ?? null];
  if (program()) return [await build(project, path.join(folder, name)), project];
  return [name === SEEDS.name ? path.join(TOP, 'public') : null, project];
}

async function testSite(wanted, chosen, browser, folder, tap) {
  const title = `${wanted.name}: the content builds`;
  let root;
  let project;
  try {
    [root, project] = await obtain(wanted, folder);
    if (root === null) {
      tap.line(true, title, ' # SKIP MAKLUMAT names no program');
      return;
    }
    if (!fs.existsSync(path.join(root, 'index.html')))
      throw new Error(`${root} has no index.html; name a built site in MAKLUMAT_SITE`);
    tap.line(true, title);
  } catch (error) {
    tap.line(false, title);
    tap.note(error.message);
    return;
  }
  const site = openSite(root, wanted.name, wanted.options);
  await runSite(site, project, wanted.wants, chosen, browser, folder, tap);
}

async function main(names) {
  const tap = new Tap(process.stdout, process.stderr);
  const chosen = checks.filter(({ name }) => !names.length || names.includes(name));
  const folder = path.resolve(process.env.MAKLUMAT_WEB_OUT ?? path.join(TOP, 'build/web'));
  const fixtures = path.join(HERE, 'merah');
  fs.mkdirSync(folder, { recursive: true });
  const browser = await launch();
  try {
    const proof = {
      checks: chosen,
      browser,
      folder: path.join(folder, 'merah'),
      fixtures,
      tap,
    };
    await proveRed(proof);
    await testSite(SEEDS, chosen, browser, folder, tap);
    await testSite(HOSTILE, chosen, browser, folder, tap);
    await testSite(RICH, chosen, browser, folder, tap);
    await testSite(REAL, chosen, browser, folder, tap);
    for (const services of (process.env.SIZES ?? '600').split(/\s+/).filter(Boolean))
      await testSite(synthetic(services), chosen, browser, folder, tap);
  } finally {
    await browser.close();
  }
  return tap.end();
}

main(process.argv.slice(2)).then(
  (good) => process.exit(good ? 0 : 1),
  (error) => {
    process.stdout.write(`Bail out! ${error.stack}\n`);
    process.exit(1);
  },
);
