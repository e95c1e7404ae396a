'use strict';
/* Row 1: the Nu checker on HTML and CSS, and html-validate with its recommended and accessibility rules. */

const path = require('node:path');
const { fileURLToPath } = require('node:url');
const { HtmlValidate, StaticConfigLoader } = require('html-validate');
const { run } = require('../lib/child');
const { sample } = require('../lib/site');

const MOST_PAGES = 80;

const JAR = require.resolve('vnu-jar/build/dist/vnu.jar');
/* A number is kept together by the stylesheet where it has this class; check "display" looks there. */
const RECOMMENDED = {
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'tel-non-breaking': ['error', { ignoreClasses: ['tel'] }] },
};
/* A published title is as long as its author wrote it; only a hostile site has titles of 300 characters. */
const HOSTILE = { ...RECOMMENDED, rules: { ...RECOMMENDED.rules, 'long-title': 'off' } };

/* It holds what it judges in memory, so a large site is given to it in portions. */
const PORTION = 500;

async function nuPages(site, findings) {
  const files = site.pages.map(({ file }) => file);
  for (let i = 0; i < files.length; i += PORTION)
    await nu(site, 'vnu-html', ['--errors-only', ...files.slice(i, i + PORTION)], findings);
}

async function nu(site, rule, args, findings) {
  const { stdout, stderr } = await run(
    'java',
    ['-Xss4m', '-jar', JAR, '--format', 'json', ...args],
    { cwd: site.root, seconds: 300 },
  );
  let messages;
  try {
    /* It speaks on stderr, but says "nothing found" on stdout. */
    ({ messages } = JSON.parse(stderr || stdout));
  } catch {
    findings.add(rule, site.name, `vnu did not answer: ${(stderr + stdout).slice(0, 300)}`);
    return;
  }
  for (const { type, url, lastLine, message } of messages) {
    const file = url
      ? path.relative(site.root, fileURLToPath(url.replace(/^file:\/*/, 'file:///')))
      : site.name;
    findings.add(rule, file, `${type}, line ${lastLine ?? '?'}: ${message}`);
  }
}

async function run01({ site, findings }) {
  const styles = site.files.filter((file) => file.endsWith('.css'));
  const nuHtml = nuPages(site, findings);
  const validator = new HtmlValidate(
    new StaticConfigLoader(site.hostile ? HOSTILE : RECOMMENDED),
  );
  const judged = site.sampled ? sample(site.pages, MOST_PAGES) : site.pages;
  for (const page of judged) {
    const { results } = await validator.validateString(page.html, page.path);
    for (const { messages } of results)
      for (const { ruleId, message, line } of messages)
        findings.add('html-validate', page, `line ${line}: ${ruleId}: ${message}`);
  }
  await nuHtml;
  if (styles.length) await nu(site, 'vnu-css', ['--errors-only', '--css', ...styles], findings);
  else findings.skip('vnu-css', 'the site has no stylesheet');
  findings.measure('markup: pages judged by vnu', site.pages.length);
  findings.measure('markup: pages judged by html-validate', judged.length);
}

module.exports = {
  row: 1,
  name: 'markup',
  rules: {
    'vnu-html': 'the Nu checker finds no error in any page',
    'vnu-css': 'the Nu checker finds no error in any stylesheet',
    'html-validate': 'html-validate, recommended and a11y, finds nothing',
  },
  run: run01,
};
