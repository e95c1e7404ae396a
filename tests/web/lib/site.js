'use strict';
/*
 * One built site on disk: its files, its pages and the type of each page. The type is read from the path alone, as the
 * list of pages in the documentation gives it; a page that forwards elsewhere is told by its refresh.
 */

const fs = require('node:fs');
const path = require('node:path');
const { elements } = require('./html');

const ROOT_TYPES = {
  '404.html': '404',
  'tentang.html': 'tentang',
  'aksesibilitas.html': 'aksesibilitas',
};
const FOLDER_TYPES = {
  keperluan: 'keperluan',
  peristiwa: 'peristiwa',
  bandingkan: 'bandingkan',
  halaman: 'halaman',
};
const LIST_NAMES = ['biaya', 'pengaduan', 'mutu', 'cetak', 'papan', 'poster', 'riwayat'];

function walk(root, folder = '') {
  const found = [];
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.maklumat')) continue;
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...walk(root, name));
    else found.push(name);
  }
  return found.sort();
}

function typeOf(file, html, files) {
  if (/<meta[^>]+http-equiv=["']?refresh/i.test(html)) return 'alih';
  const folder = path.posix.dirname(file);
  const inRoot = folder === '.';
  const agency = files.has(inRoot ? 'cetak.html' : `${folder}/cetak.html`);
  const stem = path.posix
    .basename(file, '.html')
    .replace(/\.[a-z]{2}$/, '')
    .replace(/-\d+$/, '');
  if (inRoot && ROOT_TYPES[file]) return ROOT_TYPES[file];
  if (inRoot && stem === 'a-z') return 'a-z';
  const top = file.split('/')[0];
  if (FOLDER_TYPES[top]) return FOLDER_TYPES[top];
  if (stem === 'index') return agency ? 'instansi' : inRoot ? 'beranda' : 'wilayah';
  if (LIST_NAMES.includes(stem)) return agency || !inRoot ? `${stem}-instansi` : stem;
  return /\.[a-z]{2}\.html$/.test(file) ? 'layanan-terjemahan' : 'layanan';
}

/*
 * Opens the site below root; name is how reports call it. hostile: its texts are payloads, not real titles; sampled: it
 * is too large for slow checks to look at every page.
 */
function openSite(root, name, { hostile = false, sampled = false } = {}) {
  const list = walk(root);
  const files = new Set(list);
  const pages = list
    .filter((file) => file.endsWith('.html') && !file.startsWith('statis/'))
    .map((file) => {
      const html = fs.readFileSync(path.join(root, file), 'utf8');
      return { file, type: typeOf(file, html, files), html, path: path.join(root, file) };
    });
  const site = {
    root: path.resolve(root),
    name,
    hostile,
    sampled,
    files: list,
    has: (file) => files.has(file),
    pages,
  };
  site.base = baseOf(pages.find((page) => page.file === 'index.html'));
  for (const page of pages) page.site = site;
  return site;
}

/* The published address of the site's root, from the home page's canonical link; null where the site has none. */
function baseOf(home) {
  const link =
    home &&
    elements(home.html).find(({ name, attrs }) => name === 'link' && attrs.rel === 'canonical');
  return link ? link.attrs.href.replace(/index\.html$/, '') : null;
}

/*
 * At most `most` pages in all and, when there are more, the same pages every time: of each type in turn its largest
 * page, then its smallest, then evenly spread ones. Each type gives at least one.
 */
function sample(pages, most) {
  const settled = pages.filter((page) => page.type !== 'alih');
  if (settled.length <= most) return settled;
  const byType = new Map();
  for (const page of settled) {
    if (!byType.has(page.type)) byType.set(page.type, []);
    byType.get(page.type).push(page);
  }
  const queues = [...byType.values()].map((group) => {
    const bySize = [...group].sort(
      (a, b) => b.html.length - a.html.length || (a.file < b.file ? -1 : 1),
    );
    const last = bySize.length - 1;
    const step = Math.max(1, Math.floor(bySize.length / 7));
    const order = [0, last];
    for (let i = step; i < last; i += step) order.push(i);
    return [...new Set(order)].map((i) => bySize[i]);
  });
  const chosen = [];
  for (let round = 0; queues.some((queue) => round < queue.length); round++)
    for (const queue of queues)
      if (round < queue.length && (round === 0 || chosen.length < most))
        chosen.push(queue[round]);
  return chosen.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/* What a page loads by itself: its own stylesheets, scripts and icons, as paths inside the site. */
function loads(page) {
  const resources = { styles: [], scripts: [], icons: [] };
  let inNoscript = null;
  for (const { name, attrs, at } of elements(page.html)) {
    if (name === 'noscript') inNoscript = page.html.indexOf('</noscript>', at);
    if (inNoscript !== null && at < inNoscript) continue;
    const rel = (attrs.rel ?? '').toLowerCase().split(/\s+/);
    if (name === 'link' && rel.includes('stylesheet')) resources.styles.push(attrs.href);
    else if (name === 'link' && rel.includes('icon')) resources.icons.push(attrs.href);
    else if (name === 'script' && attrs.src !== undefined) resources.scripts.push(attrs.src);
  }
  const inside = (href) => {
    const url = new URL(href, `http://x/${page.file}`);
    return decodeURIComponent(url.pathname.slice(1));
  };
  for (const kind of Object.keys(resources)) resources[kind] = resources[kind].map(inside);
  return resources;
}

module.exports = { openSite, sample, loads, walk };
