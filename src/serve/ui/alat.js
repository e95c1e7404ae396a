// Small tools: elements, requests, the line that is read aloud.
import { bahasa, k } from './bahasa.js';

// el('p.temuan', {id: 'x', onclick: f}, 'words', child, …)
export function el(name, props = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key in node && key !== 'list' && key !== 'form') node[key] = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...ada(children));
  return node;
}

const ada = (children) => children.flat().filter((child) => child !== null && child !== undefined && child !== false);
export const ganti = (node, ...children) => node.replaceChildren(...ada(children));

let bisu;
export function kabarkan(words) {
  const line = document.getElementById('kabar');
  clearTimeout(bisu);
  line.textContent = '';
  requestAnimationFrame(() => { line.textContent = words; });
  bisu = setTimeout(() => { line.textContent = ''; }, 6000);
}

function address(name, query) {
  return `/sunting/api/${name}?${new URLSearchParams({ ...query, lang: bahasa })}`;
}

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw Object.assign(new Error(k.putus), { status: 0 });
  }
  const data = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(data.error || response.statusText), { status: response.status });
  return data;
}

export const ambil = (name, query = {}) => answer(fetch(address(name, query)));
export const kirim = (name, fields) =>
  answer(fetch(address(name, {}), { method: 'POST', body: new URLSearchParams(fields) }));
export const unggah = (folder, file) =>
  answer(fetch(address('upload', { folder, name: file.name }), { method: 'POST', body: file }));
export const alamat = address;

export const halamanSunting = (file) => `/sunting/berkas/${file.split('/').map(encodeURIComponent).join('/')}`;

// A dialog with fields; resolves to their values, or null.
export function tanya(title, note, fields, action) {
  return new Promise((resolve) => {
    const message = el('p.temuan.error', { role: 'alert', hidden: true });
    const inputs = fields.map((field) => el('input', { name: field.name, value: field.value || '', required: field.required, autocomplete: 'off' }));
    const dialog = el('dialog', { 'aria-label': title },
      el('form', { method: 'dialog' },
        el('h2', {}, title),
        note && el('p', {}, note),
        fields.map((field, i) => el('label.isian', {}, el('span.nama', {}, field.label), inputs[i], field.note && el('small', {}, field.note))),
        message,
        el('p.tombol', {},
          el('button.utama', { type: 'submit' }, action.label),
          el('button', { type: 'button', onclick: () => dialog.close() }, k.batal))));
    let result = null;
    dialog.addEventListener('close', () => { dialog.remove(); resolve(result); });
    dialog.querySelector('form').addEventListener('submit', async (event) => {
      event.preventDefault();
      try {
        result = await action.run(Object.fromEntries(inputs.map((input) => [input.name, input.value])));
        dialog.close();
      } catch (error) {
        message.textContent = error.message;
        message.hidden = false;
      }
    });
    if (fields.length > 1) slugFollows(inputs);
    document.body.append(dialog);
    dialog.showModal();
  });
}

// The name in the address follows the name, until somebody writes their own.
function slugFollows(inputs) {
  const from = inputs.find((input) => input.name === 'title');
  const to = inputs.find((input) => input.name === 'slug');
  if (!from || !to) return;
  let own = to.value !== '';
  to.addEventListener('input', () => { own = to.value !== ''; });
  from.addEventListener('input', () => {
    if (!own) to.value = from.value.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  });
}

// Tabs by WAI-ARIA: arrows move, one panel shows.
export function lembaran(label, tabs) {
  const buttons = tabs.map((tab, i) => el('button', {
    type: 'button', role: 'tab', id: `tab-${tab.id}`, 'aria-controls': `lembar-${tab.id}`, onclick: () => choose(i),
  }, tab.label));
  tabs.forEach((tab) => {
    tab.panel.id = `lembar-${tab.id}`;
    tab.panel.setAttribute('role', 'tabpanel');
    tab.panel.setAttribute('aria-labelledby', `tab-${tab.id}`);
  });
  function choose(which, focus) {
    buttons.forEach((button, i) => {
      button.setAttribute('aria-selected', String(i === which));
      button.tabIndex = i === which ? 0 : -1;
      tabs[i].panel.hidden = i !== which;
    });
    if (focus) buttons[which].focus();
    if (tabs[which].shown) tabs[which].shown();
  }
  const list = el('div.tab', {
    role: 'tablist', 'aria-label': label,
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) choose((buttons.indexOf(document.activeElement) + step + tabs.length) % tabs.length, true);
    },
  }, buttons);
  choose(0);
  return { list, choose: (id) => choose(tabs.findIndex((tab) => tab.id === id)), panels: tabs.map((tab) => tab.panel) };
}
