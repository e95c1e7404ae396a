'use strict';
/* Runs a program to its end and gives back what it said; a missing program or a hang is a rejection. */

const { execFile } = require('node:child_process');

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

module.exports = { run };
