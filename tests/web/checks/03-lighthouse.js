'use strict';
/*
 * Row 3: Lighthouse as a phone sees the page. Scores of accessibility, best practices and search engine basics are
 * asserted, as are layout shift, requests and bytes; performance depends on the machine and is only printed.
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { findChromium, FLAGS } = require('../lib/browser');

const SCORES = { accessibility: 'accessibility', 'best-practices': 'practices', seo: 'seo' };
const MOST_REQUESTS = 4;
const KB = 1024;
const MOST_BYTES = {
  layanan: 20 * KB,
  'a-z': 50 * KB,
  biaya: 50 * KB,
  pengaduan: 50 * KB,
  mutu: 50 * KB,
  cetak: 50 * KB,
};
const OTHER_BYTES = 24 * KB;
/* One page of each of these types, in this order of worth; the rest differ from them in words only. */
const TYPES = ['layanan', 'beranda', 'instansi', 'a-z', 'bandingkan'];

/* A Chromium of its own: Lighthouse owns the browser while it looks. Resolves to {port, stop()}. */
async function startChromium() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'lighthouse-'));
  const child = spawn(
    findChromium(),
    [...FLAGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: 'ignore' },
  );
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const note = path.join(profile, 'DevToolsActivePort');
  for (let waited = 0; waited < 120000; waited += 50) {
    if (fs.existsSync(note) && fs.readFileSync(note, 'utf8').includes('\n')) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    child.kill();
    await gone;
    /* Its helpers write for a moment longer than it lives; rmSync's own retries leave out folders within. */
    for (let left = 100; ; left--) {
      try {
        return fs.rmSync(profile, { recursive: true, force: true });
      } catch (error) {
        if (!left || error.code !== 'ENOTEMPTY') throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  return { port: Number(fs.readFileSync(note, 'utf8').split('\n')[0]), stop };
}

function judge(page, lhr, findings) {
  const { audits, categories } = lhr;
  for (const [category, rule] of Object.entries(SCORES)) {
    const { score, auditRefs } = categories[category];
    if (score === 1) continue;
    const failed = auditRefs
      .filter(
        ({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1,
      )
      .map(({ id }) => id);
    findings.add(rule, page, `${Math.round(score * 100)}: ${failed.join(', ')}`);
  }
  const shift = audits['cumulative-layout-shift'].numericValue;
  if (shift > 0) findings.add('shift', page, `CLS ${shift.toFixed(3)}`);
  /* An emblem is in the page and on its tab: one request, but for the caching that the tests' server forbids. */
  const asked = audits['network-requests'].details.items.map(({ url }) => url);
  const requests = [...new Set(asked)].filter((url) => !url.startsWith('data:'));
  if (requests.length > MOST_REQUESTS)
    findings.add(
      'requests',
      page,
      `${requests.length}: ${requests.join(' ')}`,
    );
  const bytes = page.site.hostile ? 0 : audits['total-byte-weight'].numericValue;
  const allowed = MOST_BYTES[page.type.replace(/-instansi$/, '')] ?? OTHER_BYTES;
  if (bytes > allowed)
    findings.add('bytes', page, `${(bytes / KB).toFixed(1)} KB, allowed ${allowed / KB} KB`);
  const figures = [
    `performance ${Math.round(categories.performance.score * 100)}`,
    `CLS ${shift.toFixed(3)}`,
    `${requests.length} requests`,
    `${(bytes / KB).toFixed(1)} KB`,
  ];
  findings.measure(`lighthouse: ${page.type}`, figures.join(', '));
}

/* Of each type the page with the most in it: of the hostile site the one that tries every key. */
const largest = (site, type) =>
  site.pages
    .filter((page) => page.type === type && !/noindex/.test(page.html))
    .sort((a, b) => b.html.length - a.html.length || (a.file < b.file ? -1 : 1))[0];

async function run({ site, server, findings }) {
  const { default: lighthouse } = await import('lighthouse');
  const chosen = TYPES.map((type) => largest(site, type)).filter(Boolean);
  if (site.hostile) findings.skip('bytes', 'hostile pages are as long as their payloads');
  const pages = chosen.length ? chosen : site.pages.slice(0, 1);
  const chromium = await startChromium();
  try {
    for (const page of pages) {
      const settings = {
        port: chromium.port,
        logLevel: 'silent',
        output: 'json',
        onlyCategories: ['performance', ...Object.keys(SCORES)],
        skipAudits: ['full-page-screenshot', 'screenshot-thumbnails', 'final-screenshot'],
        disableFullPageScreenshot: true,
        maxWaitForLoad: 120000,
      };
      const result = await lighthouse(server.url(page.file), settings);
      if (!result || result.lhr.runtimeError)
        findings.add(
          'accessibility',
          page,
          `not judged: ${result?.lhr.runtimeError?.message ?? 'no answer'}`,
        );
      else judge(page, result.lhr, findings);
    }
  } finally {
    await chromium.stop();
  }
}

module.exports = {
  row: 3,
  name: 'lighthouse',
  rules: {
    accessibility: 'accessibility 100',
    practices: 'best practices 100',
    seo: 'search engine basics 100',
    shift: 'the layout never shifts',
    requests: 'at most 4 requests',
    bytes: 'bytes within the budget',
  },
  run,
};
