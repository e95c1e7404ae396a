'use strict';
/*
 * Row 12: what machines read. The JSON in pages is compiled against the types of schema.org, so that a property or type
 * that does not exist there is an error; the sitemap is held against its schema; feeds are well-formed XML.
 */

const fs = require('node:fs');
const path = require('node:path');
const { elements } = require('../lib/html');
const { run: runProgram } = require('../lib/child');

const MOST_BLOCKS = 150;
const TSC = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const SCHEMAS = path.join(path.dirname(require.resolve('sitemap/package.json')), 'schema');

function blocksOf(site, findings) {
  const blocks = new Map();
  for (const page of site.pages) {
    for (const { name, attrs, raw } of elements(page.html)) {
      if (name !== 'script' || attrs.type !== 'application/ld+json') continue;
      if (/[<]/.test(raw))
        findings.add(
          'escape',
          page,
          `a bare "<" in the data: ${raw.slice(Math.max(0, raw.indexOf('<') - 20)).slice(0, 60)}`,
        );
      try {
        const value = JSON.parse(raw);
        blocks.set(JSON.stringify(value), { page, value });
      } catch (error) {
        findings.add('jsonld', page, error.message);
      }
    }
  }
  return [...blocks.values()].slice(0, MOST_BLOCKS);
}

function typeFor(value) {
  if (Array.isArray(value)) return null;
  if (value['@graph']) return 'Graph';
  return typeof value['@type'] === 'string' && /^[A-Za-z0-9]+$/.test(value['@type'])
    ? `WithContext<${value['@type']}>`
    : null;
}

async function typeCheck(blocks, folder, findings) {
  const names = [
    ...new Set(
      blocks
        .map(({ value }) => value['@type'])
        .filter((type) => typeof type === 'string' && /^[A-Za-z0-9]+$/.test(type)),
    ),
  ];
  const lines = [`import type { Graph, WithContext, ${names.join(', ')} } from 'schema-dts';`];
  const origin = [null, null];
  for (const { page, value } of blocks) {
    const type = typeFor(value);
    if (!type) {
      findings.add('jsonld', page, 'neither a typed thing nor a graph');
      continue;
    }
    origin[lines.length + 1] = page;
    lines.push(`export const v${lines.length}: ${type} = ${JSON.stringify(value)};`);
  }
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'jsonld.ts');
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
  const options = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
      paths: { 'schema-dts': [path.dirname(require.resolve('schema-dts/package.json'))] },
    },
    files: ['jsonld.ts'],
  };
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  const { code, stdout } = await runProgram(process.execPath, [
    TSC,
    '-p',
    folder,
    '--pretty',
    'false',
  ]);
  const errors = [
    ...stdout.matchAll(/jsonld\.ts[(:](\d+)[,:]\d+\)?:? (?:- )?error (TS\d+: [^\n]*)/g),
  ];
  for (const [, line, message] of errors)
    findings.add('jsonld', origin[+line] ?? 'jsonld.ts', message.slice(0, 300));
  if (code !== 0 && !errors.length) findings.add('jsonld', 'tsc', stdout.slice(0, 300));
}

async function xml(site, files, rule, args, findings) {
  for (const file of files) {
    const { code, stderr } = await runProgram(
      'xmllint',
      ['--nonet', '--noout', ...args, path.join(site.root, file)],
      { seconds: 600 },
    );
    if (code !== 0) findings.add(rule, file, stderr.split('\n')[0]);
  }
}

const sitemapLeaf = (site) => (file) =>
  /(^|\/)sitemap[^/]*\.xml$/.test(file) &&
  !/<sitemapindex/.test(fs.readFileSync(path.join(site.root, file), 'utf8').slice(0, 500));

async function run({ site, folder, findings }) {
  const blocks = blocksOf(site, findings);
  if (blocks.length)
    await typeCheck(blocks, path.join(folder, `jsonld-${site.name}`), findings);
  else findings.skip('jsonld', 'no page carries data');
  const sitemaps = site.files.filter(sitemapLeaf(site));
  await xml(
    site,
    sitemaps,
    'sitemap',
    ['--schema', path.join(SCHEMAS, 'sitemap.xsd')],
    findings,
  );
  if (!sitemaps.length)
    findings.skip('sitemap', 'the site has no address of its own, so no sitemap');
  await xml(
    site,
    site.files.filter((file) => file.endsWith('.xml') || file.endsWith('.svg')),
    'xml',
    [],
    findings,
  );
  for (const file of site.files.filter(
    (name) => name.endsWith('.json') && !name.startsWith('statis/'),
  )) {
    try {
      JSON.parse(fs.readFileSync(path.join(site.root, file), 'utf8'));
    } catch (error) {
      findings.add('json', file, error.message);
    }
  }
  findings.measure('data: blocks of JSON-LD type-checked', blocks.length);
}

module.exports = {
  row: 12,
  name: 'data',
  rules: {
    jsonld: 'JSON-LD compiles against the types of schema.org',
    escape: 'JSON in pages has no bare "<"',
    sitemap: 'the sitemap is valid against its schema',
    xml: 'feeds and pictures are well-formed XML',
    json: 'data files are well-formed JSON',
  },
  run,
};
