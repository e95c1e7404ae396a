'use strict';
/*
 * What the accessibility page claims is what is tested: each claim names the check that stands behind it, and that check
 * found nothing on this site. Runs last; a check that did not run in this round proves nothing either way.
 */

const { elements } = require('../lib/html');

async function run({ site, findings, results }) {
  const page = site.pages.find(({ type }) => type === 'aksesibilitas');
  if (!page) {
    findings.skip('claims', 'the site has no such page');
    return;
  }
  const claims = elements(page.html)
    .map(({ attrs }) => attrs['data-uji'])
    .filter(Boolean);
  if (!claims.length) findings.add('claims', page, 'claims nothing that is tested');
  for (const claim of claims) {
    if (!results.known.has(claim)) findings.add('claims', page, `no check is called ${claim}`);
    const count = results.found.get(claim);
    if (count > 0) findings.add('claims', page, `${claim} found ${count} faults`);
  }
  findings.measure('statement: claims', claims.length);
}

module.exports = {
  row: 15,
  name: 'statement',
  rules: { claims: 'the accessibility statement claims what the checks find' },
  run,
};
