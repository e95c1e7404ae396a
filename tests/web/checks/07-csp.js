'use strict';
/* Row 7: every page carries a strict content policy, needs nothing the policy forbids, and breaks it nowhere. */

const { sample } = require('../lib/site');
const { elements } = require('../lib/html');
const { eachPage, openFile } = require('../lib/browser');

const MOST_PAGES = 40;
const DATA_TYPES = ['application/ld+json', 'application/json'];
const FETCHING = ['link', 'script', 'style', 'img', 'body'];

function judgePolicy(page, findings) {
  const list = elements(page.html);
  const isPolicy = ({ name, attrs }) =>
    name === 'meta' && /^content-security-policy$/i.test(attrs['http-equiv'] ?? '');
  const at = list.findIndex(isPolicy);
  if (at < 0) {
    findings.add('meta', page, 'no policy');
    return;
  }
  if (list.slice(0, at).some(({ name }) => FETCHING.includes(name)))
    findings.add('meta', page, 'the policy comes after something is loaded');
  const policy = Object.fromEntries(
    list[at].attrs.content
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .filter(([key]) => key)
      .map(([key, ...sources]) => [key, sources]),
  );
  if (!policy['default-src']) findings.add('meta', page, 'no default-src');
  for (const [key, sources] of Object.entries(policy))
    for (const source of sources)
      if (
        /unsafe|^\*|^https?:|^blob:|^filesystem:/.test(source) ||
        (source === 'data:' && /script|default|object/.test(key))
      )
        findings.add('meta', page, `${key} ${source}`);
}

function judgeInline(page, findings) {
  for (const { name, attrs, raw } of elements(page.html)) {
    if (name === 'style' || attrs.style !== undefined)
      findings.add('inline', page, `a style in <${name}>`);
    if (
      name === 'script' &&
      attrs.src === undefined &&
      !DATA_TYPES.includes((attrs.type ?? '').toLowerCase())
    )
      findings.add('inline', page, `a script: ${raw.slice(0, 60)}`);
    for (const [key, value] of Object.entries(attrs)) {
      if (/^on[a-z]+$/.test(key)) findings.add('inline', page, `${key} on <${name}>`);
      if (
        /^(href|src|action|formaction)$/.test(key) &&
        /^\s*(javascript|vbscript|data:text)/i.test(value)
      )
        findings.add('inline', page, `${key}="${value.slice(0, 60)}"`);
    }
  }
}

const listen = () => {
  window.__broken = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.__broken.push(
      `${event.effectiveDirective} ${event.blockedURI} line ${event.lineNumber}`,
    );
  });
};

async function judgeBroken(tab, page, rule, findings) {
  await tab.waitForTimeout(20);
  for (const broken of await tab.evaluate(() => window.__broken))
    findings.add(rule, page, broken);
}

async function run({ site, browser, server, findings }) {
  for (const page of site.pages) {
    judgePolicy(page, findings);
    judgeInline(page, findings);
  }
  const pages = sample(site.pages, MOST_PAGES);
  await eachPage(
    browser,
    pages,
    {},
    async (tab, page) => {
      await openFile(tab, page);
      await judgeBroken(tab, page, 'on-file', findings);
      if (page.type === '404') return;
      await tab.goto(server.url(page.file), { waitUntil: 'load' });
      await judgeBroken(tab, page, 'on-http', findings);
    },
    (tab) => tab.addInitScript(listen),
  );
}

module.exports = {
  row: 7,
  name: 'csp',
  rules: {
    meta: 'the policy comes first and allows nothing unsafe or foreign',
    inline: 'no inline script, style, handler or script address',
    'on-file': 'the policy is never broken on file://',
    'on-http': 'the policy is never broken on http',
  },
  run,
};
