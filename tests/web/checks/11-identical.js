'use strict';
/* Row 11: building again, into a folder elsewhere, gives the same files with the same bytes. */

const fs = require('node:fs');
const path = require('node:path');
const { walk } = require('../lib/site');

async function run({ site, rebuild, findings }) {
  const other = await rebuild(site);
  if (other === null) {
    findings.skip('bytes', 'no program was given to build with');
    return;
  }
  const names = new Set([...site.files, ...walk(other)]);
  for (const file of names) {
    const [one, two] = [site.root, other].map((root) => path.join(root, file));
    if (!fs.existsSync(one)) findings.add('bytes', file, 'only in the second build');
    else if (!fs.existsSync(two)) findings.add('bytes', file, 'only in the first build');
    else if (!fs.readFileSync(one).equals(fs.readFileSync(two)))
      findings.add('bytes', file, 'differs');
  }
  findings.measure('identical: files compared', names.size);
}

module.exports = {
  row: 11,
  name: 'identical',
  rules: { bytes: 'a second build in another folder has the same bytes' },
  run,
};
