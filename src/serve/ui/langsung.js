// In every previewed page: loads it again when it has changed, and leads to the editor. The published pages
// hold nothing of this.
import { k } from './bahasa.js';
import { ambil, el, ganti, halamanSunting } from './alat.js';
import { dengarkan } from './peristiwa.js';

const script = document.querySelector('script[data-halaman]');
const page = script.dataset.halaman;
const framed = window.top !== window;
const plain = (html) => html.replace(/<script src="\/sunting\/ui\/langsung\.js"[^>]*><\/script>\n?/, '');
const sheets = /[\w.-]+-[0-9a-f]{8}\.css/g; // their names carry a hash of what is in them
let before = null;

async function current() {
  const response = await fetch(location.href, { cache: 'no-store' });
  return plain(await response.text());
}

// A style sheet that changed is swapped; anything else loads the page again, which keeps its place.
async function renew() {
  const html = await current();
  if (html === before) return;
  if (before === null || html.replace(sheets, '') !== before.replace(sheets, '')) {
    location.reload();
    return;
  }
  const next = html.match(sheets);
  const names = new Map((before.match(sheets) || []).map((name, i) => [name, next[i]]));
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const renamed = value.replace(sheets, (sheet) => names.get(sheet) || sheet);
      if (renamed !== value) element.setAttribute(name, renamed);
    }
  }
  before = html;
}

function perFile(findings) {
  const files = new Map();
  for (const finding of findings) {
    const path = finding.path || '';
    if (!files.has(path)) files.set(path, []);
    files.get(path).push(finding);
  }
  return files;
}

const panel = el('aside.maklumat-langsung', { 'aria-label': k.pratinjau });

async function show() {
  const data = await ambil('findings', { page });
  const list = el('div.maklumat-daftar', { hidden: true, tabIndex: 0, role: 'region', 'aria-label': k.temuan(data.n) });
  const files = [...perFile(data.findings)].map(([path, findings]) => [path, path.replace(/^.*?content\//, ''), findings]);
  files.sort((a, b) => (b[1] === data.file) - (a[1] === data.file)); // this page's own first
  for (const [path, file, findings] of files) {
    list.append(el('h2', {}, el('a', { href: halamanSunting(file) }, file || path)),
      el('ul', {}, findings.map((finding) => el(`li.${finding.level}`, {},
        el('a', { href: `${halamanSunting(file)}#${finding.tag}:${finding.line}` }, k.baris(finding.line || 1)), ': ', finding.text, finding.fix && el('em', {}, ` ${k.saran}: ${finding.fix}`)))));
  }
  const errors = data.findings.filter((one) => one.level === 'error').length;
  ganti(panel,
    data.trouble && el('p.error', {}, `${k.gangguan}: ${data.trouble}`),
    list,
    el('p', {},
      data.file && el('a', { href: halamanSunting(data.file) }, k.ubah_halaman), ' ',
      el('a', { href: '/sunting/' }, k.daftar), ' ',
      data.n > 0 && el('button', { type: 'button', 'aria-expanded': 'false', className: errors ? 'error' : '', onclick: (event) => {
        list.hidden = !list.hidden;
        event.target.setAttribute('aria-expanded', String(!list.hidden));
      } }, errors ? k.kesalahan(errors) : k.temuan(data.n))));
}

if (!framed) {
  document.head.append(el('link', { rel: 'stylesheet', href: '/sunting/ui/langsung.css', 'data-sunting': '' }));
  document.body.append(panel);
  show().catch(() => {});
  current().then((html) => { before = html; }).catch(() => {});
  dengarkan(() => { renew().catch(() => {}); show().catch(() => {}); });
}
