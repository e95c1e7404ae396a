'use strict';
/* Builds a site with the program under test. The command line is spelled here and nowhere else. */

const fs = require('node:fs');
const { run } = require('./child');

/* The program's path, or null when none was given. */
const program = () => process.env.MAKLUMAT || null;

/* Builds content into the folder out, which is emptied first. Rejects with what the program said when it fails. */
async function build(content, out) {
  fs.rmSync(out, { recursive: true, force: true });
  const { code, stdout, stderr } = await run(program(), ['build', '--output', out, content], {
    seconds: 60,
  });
  if (code !== 0) throw new Error(`maklumat build ended with ${code}\n${stderr}${stdout}`);
  return out;
}

module.exports = { program, build };
