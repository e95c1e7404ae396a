'use strict';
/*
 * Row 11: every address in the output leads somewhere. Pages and stylesheets are read here and compared with the files
 * on disk; nothing is fetched. Other people's addresses are judged by their form only.
 */

const fs = require('node:fs');
const path = require('node:path');
const { elements, decode } = require('../lib/html');

const ADDRESS = [
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'manifest',
  'ping',
];
const FOREIGN = {
  'http:': (url) => /^[a-z0-9.-]+(:\d+)?$/i.test(url.host) && !url.username,
  'https:': (url) => /^[a-z0-9.-]+(:\d+)?$/i.test(url.host) && !url.username,
  'mailto:': (url) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(decodeURIComponent(url.pathname)),
  'tel:': (url) => /^\+?[0-9]{3,17}(;.*)?$/.test(url.pathname),
  'sms:': (url) => /^\+?[0-9]{3,17}$/.test(url.pathname),
  'data:': () => true,
};

function addressesOf(page) {
  const found = [];
  for (const { name, attrs } of elements(page.html)) {
    for (const key of ADDRESS) if (attrs[key] !== undefined) found.push(attrs[key]);
    for (const key of ['srcset', 'imagesrcset'])
      if (attrs[key])
        found.push(...attrs[key].split(',').map((part) => part.trim().split(/\s+/)[0]));
    if (name === 'meta' && /^refresh$/i.test(attrs['http-equiv'] ?? '')) {
      const target = /url\s*=\s*['"]?([^'"]*)/i.exec(attrs.content ?? '');
      if (target) found.push(target[1]);
    }
  }
  return found;
}

function anchorsOf(page) {
  const ids = new Set(['', 'top']);
  for (const { attrs } of elements(page.html)) {
    if (attrs.id) ids.add(attrs.id);
    if (attrs.name) ids.add(attrs.name);
  }
  return ids;
}

function judge(site, from, address, anchors, findings) {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address);
  if (scheme) {
    let url = null;
    try {
      url = new URL(address);
    } catch {
      /* Judged below. */
    }
    const good = url && FOREIGN[url.protocol];
    if (!good || !good(url)) findings.add('form', from, address);
    return;
  }
  if (address.startsWith('/')) {
    findings.add('absolute', from, address);
    return;
  }
  let target;
  let fragment;
  try {
    const url = new URL(address, `http://x/i/i/i/i/i/i/i/i/${from}`);
    target = decodeURIComponent(url.pathname).replace('/i/i/i/i/i/i/i/i/', '');
    fragment = decodeURIComponent(url.hash.slice(1));
  } catch {
    findings.add('form', from, address);
    return;
  }
  if (!site.has(target)) findings.add('file', from, address || '(empty address)');
  else if (
    fragment &&
    !address.includes('#q=') &&
    anchors.has(target) &&
    !anchors.get(target).has(fragment)
  )
    findings.add('fragment', from, address);
}

function machineAddresses(site) {
  const found = [];
  for (const file of site.files.filter((name) =>
    /(^|\/)(sitemap[^/]*|umpan)\.xml$/.test(name),
  )) {
    const text = fs.readFileSync(path.join(site.root, file), 'utf8');
    for (const [, inText, inHref] of text.matchAll(
      /<loc>([^<]*)<\/loc>|<link\b[^>]*href="([^"]*)"/g,
    ))
      found.push([file, decode(inText ?? inHref)]);
  }
  return found;
}

function judgeMachine(site, findings) {
  const listed = machineAddresses(site);
  const home = listed
    .map(([, url]) => url)
    .filter((url) => /\/(index\.html)?$/.test(url))
    .sort((a, b) => a.length - b.length)[0];
  const base = home?.replace(/index\.html$/, '');
  for (const [file, url] of listed) {
    if (base && url.startsWith(base)) {
      const target =
        decodeURIComponent(url.slice(base.length).replace(/[?#].*/, '')) || 'index.html';
      if (!site.has(target)) findings.add('machine', file, url);
    } else if (!/^https?:\/\//.test(url))
      findings.add('machine', file, `not an absolute address: ${url}`);
  }
  return listed.length;
}

async function run({ site, findings }) {
  const anchors = new Map(site.pages.map((page) => [page.file, anchorsOf(page)]));
  let count = 0;
  for (const page of site.pages) {
    for (const address of addressesOf(page)) {
      count++;
      judge(site, page.file, address, anchors, findings);
    }
  }
  for (const file of site.files.filter((name) => name.endsWith('.css'))) {
    const text = fs.readFileSync(path.join(site.root, file), 'utf8');
    for (const [, quoted, bare] of text.matchAll(
      /url\(\s*(?:["']([^"']*)["']|([^)]*?))\s*\)/g,
    )) {
      count++;
      judge(site, file, quoted ?? bare, anchors, findings);
    }
  }
  const listed = judgeMachine(site, findings);
  if (!listed)
    findings.skip('machine', 'the site has no address of its own, so no sitemap and no feed');
  findings.measure('links: addresses followed', count + listed);
}

module.exports = {
  row: 11,
  name: 'links',
  rules: {
    file: 'every relative address leads to a file of the site',
    fragment: 'every #fragment leads to an element',
    absolute: 'no address begins at the root of the host',
    form: 'addresses elsewhere are well formed and of an allowed scheme',
    machine: 'sitemap and feed name files of the site',
  },
  run,
};
