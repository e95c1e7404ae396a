'use strict';
/* Runs a program: to its end, giving back what it said (a missing program or a hang is a rejection), or as a server. */

const { execFile, spawn } = require('node:child_process');

function run(program, args, { input = null, seconds = 120, cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const options = { timeout: seconds * 1000, maxBuffer: 1 << 28, cwd, env };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error && (error.code === 'ENOENT' || error.killed)) reject(error);
      else resolve({ code: error ? (error.code ?? 1) : 0, stdout, stderr });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

/* Starts `maklumat serve` and resolves to its address once the site has been built. */
function startServe(program, dir) {
  const child = spawn(program, ['serve', dir], { env: { ...process.env, MAKLUMAT_LANG: 'id' } });
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('exit', (code) => reject(new Error(`maklumat serve ended with ${code}`)));
    child.stdout.on('data', (data) => {
      said += data;
      const url = /http:\S+kunci=\S+/.exec(said);
      if (url && said.includes('Disusun')) resolve({ child, url: url[0] });
    });
  });
}

module.exports = { run, startServe };
