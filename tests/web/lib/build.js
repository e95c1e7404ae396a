'use strict';
/*
 * Builds a site with the program under test. The command line is spelled here and nowhere else. The
 * project is copied first, so that no cache of an earlier build is used and none is left behind.
 */

const fs = require('node:fs');
const path = require('node:path');
const { run } = require('./child');

/* What a build reads of a project folder. */
const INPUTS = ['content', 'seeds'];

/* The program's path, or null when none was given. */
const program = () => process.env.MAKLUMAT || null;

/* Builds the project into the folder out, which is emptied first; rejects with the program's words. */
async function build(project, out) {
  const copy = `${out}-proyek`;
  for (const folder of [out, copy]) fs.rmSync(folder, { recursive: true, force: true });
  for (const name of INPUTS.filter((input) => fs.existsSync(path.join(project, input))))
    fs.cpSync(path.join(project, name), path.join(copy, name), { recursive: true });
  const { code, stdout, stderr } = await run(
    program(),
    ['build', '--quiet', '--output', out, copy],
    {
      seconds: 1800,
    },
  );
  if (code !== 0) throw new Error(`maklumat build ended with ${code}\n${stderr}${stdout}`);
  return out;
}

/* A project of so many synthetic services, from the generator of tests/bench, in the folder out, which is emptied first. */
async function generate(services, out) {
  const bench = path.resolve(__dirname, '../../bench');
  const top = path.resolve(bench, '../..');
  const tool = `${out}-alat`;
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  const compile = `\${CC:-cc} -std=gnu11 -D_GNU_SOURCE -O2 -o "$0" "$1/generate.c" "$1/charter.c" $(pkg-config --cflags --libs glib-2.0)`;
  for (const [command, args] of [
    ['sh', ['-c', compile, tool, bench]],
    [tool, [services, out]],
  ]) {
    const { code, stderr } = await run(command, args, { seconds: 600 });
    if (code !== 0) throw new Error(`${command} ended with ${code}\n${stderr}`);
  }
  const content = path.join(top, 'content');
  for (const name of fs.readdirSync(content).filter((file) => /^libur-\d+\.yaml$/.test(file)))
    fs.copyFileSync(path.join(content, name), path.join(out, 'content', name));
  return out;
}

/* The files a content folder is made of, as `maklumat schema` calls them. */
const SCHEMAS = ['layanan', 'instansi', 'situs', 'wilayah', 'keperluan', 'libur'];

/* Every key of the content contract, as the program's own schemas tell; null without a program. */
async function contractKeys() {
  if (!program()) return null;
  const keys = new Set();
  const collect = (value) => {
    if (value === null || typeof value !== 'object') return;
    for (const key of Object.keys(value.properties ?? {})) keys.add(key);
    Object.values(value).forEach(collect);
  };
  for (const name of SCHEMAS) {
    const { code, stdout, stderr } = await run(program(), ['schema', name], { seconds: 600 });
    if (code !== 0) throw new Error(`maklumat schema ${name} ended with ${code}\n${stderr}`);
    collect(JSON.parse(stdout));
  }
  return [...keys];
}

module.exports = { program, build, generate, contractKeys };
