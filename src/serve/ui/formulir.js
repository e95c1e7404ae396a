// A form for any record of the table of fields. It knows types and no key: what there is to fill in, what it
// means and what may stand there come from the program.
import { k } from './bahasa.js';
import { el, kabarkan, unggah } from './alat.js';

const langkah = (at, step) => (at === '' ? String(step) : `${at}/${step}`);
const kunci = (at, key) => langkah(at, encodeURIComponent(key));
const besar = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const idOf = (at) => `f-${at.replace(/[^A-Za-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}`)}`;
const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const panjang = new Set(['text', 'texts', 'duration', 'durations']);

// Lines that a text takes in a field of that width (pixels; 0 = not drawn yet), within a dozen.
function tinggi(text, width) {
  const columns = Math.max(20, (width || Math.min(innerWidth, 640) - 90) / 9);
  return Math.min(12, text.split('\n').reduce((n, line) => n + Math.max(1, Math.ceil(line.length / columns)), 0));
}

export class Formulir {
  constructor(doc, table) {
    this.doc = doc;
    this.table = table;
    this.root = el('form.formulir', { autocomplete: 'off', onsubmit: (event) => event.preventDefault() });
    this.open = new Set(); // disclosures that are open, by path
    this.extra = new Set(); // lists with an empty row to be filled, by path
    this.split = new Set(); // sentences that are to become fields, by path
    this.root.addEventListener('toggle', (event) => {
      const at = event.target.dataset.buka;
      if (at !== undefined) this.open[event.target.open ? 'add' : 'delete'](at);
    }, true);
  }

  record(name) {
    return this.table.records[name];
  }

  ubah(change) {
    return this.doc.ubah(change);
  }

  // ---- drawing ----

  // Draws again only when the shape has changed; whoever is typing keeps their place.
  perbarui(force) {
    const { state } = this.doc;
    const shape = JSON.stringify([state.faulty, state.tree, [...this.extra], [...this.split]],
      (key, value) => (typeof value === 'string' && key !== '' ? (value === '' ? '' : 'x') : value));
    if (force || shape !== this.shape) this.draw(state);
    else this.fill(state);
    this.shape = shape;
    this.annotate(state);
  }

  draw(state) {
    const active = document.activeElement;
    const at = active && this.root.contains(active) ? active.dataset.at : undefined;
    const caret = at !== undefined && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
    const value = active && active.value;
    this.root.replaceChildren();
    if (state.faulty) {
      this.root.append(el('p.pita.error', {}, k.rusak));
      return;
    }
    const record = this.record(state.record);
    if (state.list) this.root.append(this.rows('', { key: '', record: state.record, type: 'records' }, state.tree));
    else this.root.append(...this.fields('', record, state.tree, true));
    if (state.body !== null && state.body !== undefined) this.root.append(this.prosa(state.body));
    if (at === undefined) return;
    const find = (path) => this.root.querySelector(`[data-at="${CSS.escape(path)}"]`);
    const again = find(at) || find(`${at.slice(0, at.lastIndexOf('/'))}/0${at.slice(at.lastIndexOf('/'))}`);
    if (!again) return;
    again.focus({ preventScroll: true });
    if (caret && 'setSelectionRange' in again && again.type !== 'color') {
      if (again.value !== value && value !== undefined && again.tagName !== 'SELECT') again.value = value;
      try { again.setSelectionRange(...caret); } catch { /* a field without a caret */ }
    }
  }

  // New values into fields nobody is in.
  fill(state) {
    for (const input of this.root.querySelectorAll('[data-at]')) {
      if (input === document.activeElement) continue;
      const value = input.dataset.at === '#' ? state.body : this.valueAt(input.dataset.at, input.dataset.bare);
      if (typeof value !== 'string' || input.value === value) continue;
      input.value = value;
      if (input.tagName === 'TEXTAREA' && input.dataset.at !== '#') this.grow(input);
    }
  }

  valueAt(at, bare) {
    let value = this.doc.state.tree;
    const steps = at === '' ? [] : at.split('/').map(decodeURIComponent);
    for (const [i, step] of steps.entries()) {
      if (Array.isArray(value)) value = value[step];
      else if (isMap(value)) value = value[/^\d+$/.test(step) && !(step in value) && step === '0' ? step : encodeURIComponent(step)] ?? (step === '0' ? value : undefined);
      else if (typeof value === 'string' && (step === '0' || (bare && i === steps.length - 1))) continue;
      else return undefined;
    }
    return value;
  }

  fields(at, record, value, top) {
    const map = isMap(value) ? value : {};
    const shown = [];
    const hidden = [];
    for (const field of record.fields) {
      if (this.doc.state.translation && !field.translated) continue;
      const own = record.words && field.bare && typeof value === 'string' ? value : map[encodeURIComponent(field.key)];
      const node = this.field(at, record, field, own, value);
      const always = own !== undefined || field.required || field.bare || (top && field.component);
      (always ? shown : hidden).push(node);
    }
    if (!shown.length) shown.push(...hidden.splice(0, 3));
    if (hidden.length)
      shown.push(el('details.lain', { 'data-buka': at, open: this.open.has(at) }, el('summary', {}, k.isian_lain), el('div.isi', {}, hidden)));
    return shown;
  }

  field(at, record, field, value, parent) {
    const here = kunci(at, field.key);
    const spot = { at: here, parent: at, record, field, bare: field.bare && !isMap(parent), empty: parent === undefined };
    switch (field.type) {
      case 'record':
        return this.group(here, field, this.nested(here, this.record(field.record), value));
      case 'records':
        return this.group(here, field, this.rows(here, field, value));
      case 'durations':
        return this.group(here, field, this.rows(here, { ...field, record: 'duration' }, value));
      case 'texts': case 'slugs': case 'paths': case 'dates':
        return this.group(here, field, this.rows(here, field, value));
      case 'choices':
        return this.group(here, field, this.checks(here, field, value));
      case 'levels':
        return this.group(here, field, el('p.ket', {}, k.hanya_teks));
      default:
        return this.single(spot, value);
    }
  }

  judul(field) {
    const name = field.component ? `${field.component}. ${field.name}` : besar(field.key.replace(/_/g, ' '));
    return [el('span.nama', {}, name), field.required && el('span.wajib', {}, ` (${k.wajib})`)];
  }

  keterangan(field) {
    const text = besar(field.doc) + (field.example ? `. ${k.contoh}: ${field.example}` : '');
    return el('small.ket', {}, text);
  }

  group(at, field, content) {
    return el('fieldset.kelompok', { 'data-tempat': at, id: idOf(at) },
      el('legend', {}, this.judul(field)), this.keterangan(field), el('div.catatan', {}), content);
  }

  // A record of its own: its fields, or the sentence that stands for it.
  nested(at, record, value) {
    const bare = record.fields.some((field) => field.bare);
    if (record.words && !bare && !isMap(value) && !this.split.has(at)) return this.sentence(at, record, value);
    return el('div.isi', {}, this.fields(at, record, value, false));
  }

  sentence(at, record, value) {
    const input = this.text(at, typeof value === 'string' ? value : '', { type: 'text' }, {});
    input.setAttribute('aria-label', `${besar(record.doc)}: ${k.kalimat}`);
    return el('div.isi', {}, input,
      el('button.tautan', { type: 'button', onclick: () => { this.split.add(at); this.perbarui(true); } },
        value ? k.rinci_ganti : k.rinci));
  }

  // ---- single values ----

  single(spot, value) {
    const { field, at } = spot;
    const input = this.control(spot, value);
    input.id = idOf(at);
    const wide = panjang.has(field.type) && (field.bare || spot.parent === '' || String(value ?? '').length > 40);
    return el('div.isian', { 'data-tempat': at, 'data-lebar': wide ? 'penuh' : 'sebagian' },
      el('label', { htmlFor: input.id }, this.judul(field)), this.keterangan(field),
      field.type === 'color' ? this.withSwatch(input, value) : field.type === 'link' ? this.withFile(input) : input,
      el('div.catatan', {}));
  }

  control(spot, value) {
    const { field, at } = spot;
    if (field.type === 'choice' || field.type === 'switch') {
      const choices = field.type === 'switch' ? ['ya', 'tidak'] : field.choices;
      const known = value === undefined || value === '' || choices.includes(value);
      return el('select', { 'data-at': at, onchange: (event) => this.set(spot, event.target.value) },
        el('option', { value: '' }, field.on ? k.bawaan_ya : k.pilih),
        (known ? choices : [value, ...choices]).map((choice) => el('option', { value: choice, selected: choice === value }, choice)));
    }
    return this.text(at, typeof value === 'string' ? value : '', field, spot);
  }

  text(at, value, field, spot) {
    const long = panjang.has(field.type) || value.includes('\n');
    const props = {
      'data-at': at, 'data-bare': spot.bare ? '1' : null, value, spellcheck: long, rows: long ? tinggi(value, 0) : null,
      oninput: (event) => { this.set(spot.field ? spot : { at }, event.target.value); if (long) this.grow(event.target); },
    };
    if (!long) props.type = 'text';
    return el(long ? 'textarea' : 'input', props);
  }

  grow(area) {
    area.rows = tinggi(area.value, area.clientWidth);
  }

  // Sets a value; a record that is words so far becomes a mapping when another field of it is filled in.
  set(spot, value) {
    const { at, parent, field, record } = spot;
    if (!field || !record || parent === '') return this.put(at, value);
    const whole = this.valueAt(parent);
    const bare = record.fields.find((one) => one.bare);
    if (whole === undefined) this.extra.delete(parent.replace(/\/\d+$/, ''));
    if (isMap(whole)) return this.put(at, value);
    if (typeof whole === 'string' && whole !== '' && bare) {
      if (field.bare) return this.put(parent, value);
      if (value === '') return undefined;
      this.ubah({ action: 'set', at: parent, value: whole, key: bare.key });
      return this.ubah({ action: 'set', at, value });
    }
    if (value === '' && whole === undefined) return undefined;
    if (field.bare) return this.put(parent, value);
    return this.ubah({ action: 'set', at: parent, value, key: field.key });
  }

  // Empty means not given; only a row of a list stays, empty, until it is removed.
  put(at, value) {
    const row = /(^|\/)\d+$/.test(at);
    if (row && this.valueAt(at) === undefined) this.extra.delete(at.replace(/\/?\d+$/, ''));
    if (value !== '' || row) return this.ubah({ action: 'set', at, value });
    return this.valueAt(at) === undefined ? undefined : this.ubah({ action: 'remove', at });
  }

  withSwatch(input, value) {
    const swatch = el('input', {
      type: 'color', value: /^#[0-9a-f]{6}$/i.test(value || '') ? value : '#0b4650', 'aria-label': k.pilih,
      oninput: () => { input.value = swatch.value; input.dispatchEvent(new Event('input')); },
    });
    return el('div.sebaris', {}, input, swatch);
  }

  withFile(input) {
    if (this.doc.readonly) return input;
    const file = el('input', { type: 'file', hidden: true, 'aria-label': k.tambah_berkas, tabIndex: -1, onchange: async () => {
      try {
        const made = await unggah(this.doc.file.split('/').slice(0, -1).join('/'), file.files[0]);
        input.value = made.file;
        input.dispatchEvent(new Event('input'));
        kabarkan(k.berkas_ditambah(made.file));
      } catch (error) {
        this.doc.dispatchEvent(Object.assign(new Event('ditolak'), { words: error.message }));
      }
    } });
    return el('div.sebaris', {}, input, el('button', { type: 'button', onclick: () => file.click() }, k.tambah_berkas), file);
  }

  checks(at, field, value) {
    const chosen = Array.isArray(value) ? value : value ? [value] : [];
    return el('div.centang', {}, field.choices.map((choice) => el('label', {},
      el('input', { type: 'checkbox', checked: chosen.includes(choice), onchange: (event) => {
        const now = this.valueAt(at);
        const list = Array.isArray(now) ? now : now ? [now] : [];
        if (event.target.checked) this.ubah({ action: 'insert', at: langkah(at, list.length), value: choice });
        else this.ubah({ action: 'remove', at: langkah(at, list.indexOf(choice)) });
      } }), ` ${choice}`)));
  }

  // ---- lists ----

  rows(at, field, value) {
    const list = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
    const record = field.record ? this.record(field.record) : null;
    const name = record ? record.doc : k.baris('').trim();
    const items = list.map((item, i) => this.row(at, i, list.length, record, field, item));
    if (this.extra.has(at) || (!list.length && (!record || field.type === 'durations')))
      items.push(this.row(at, list.length, list.length + 1, record, field, undefined));
    return el('div.daftar', {},
      el('ol.baris', { 'data-daftar': at }, items),
      el('button.tambah', { type: 'button', 'data-tambah': at, onclick: () => this.add(at, list.length) },
        `+ ${record ? k.tambah_baris(name) : k.tambah}`));
  }

  add(at, n) {
    this.extra.add(at);
    this.perbarui(true);
    const row = this.root.querySelector(`[data-tempat="${CSS.escape(langkah(at, n))}"]`);
    const first = row && row.querySelector('input:not([type=file]), textarea, select');
    if (first) first.focus();
  }

  row(at, i, n, record, field, value) {
    const alone = field.type === 'durations' && n === 1 && value === undefined; // `waktu: 5 hari`, no list
    const here = alone ? at : langkah(at, i);
    const bare = record && record.fields.some((one) => one.bare);
    let content;
    if (!record) {
      content = this.text(here, typeof value === 'string' ? value : '', field, {});
      content.setAttribute('aria-label', `${besar(field.key.replace(/_/g, ' '))} ${i + 1}`);
    } else if (record.words && !bare && !isMap(value) && !this.split.has(here)) {
      content = this.sentence(here, record, value);
    } else {
      content = el('div.isi', {}, this.fields(here, record, value, false));
    }
    const label = `${record ? besar(record.doc) : besar(field.key)} ${i + 1}`;
    const button = (sign, words, action, off) => el('button.kecil', { type: 'button', title: words, disabled: off, onclick: action, 'aria-label': `${words}: ${label}` }, sign);
    const row = el(record ? 'li' : 'li.polos', {
      'data-tempat': here,
      onkeydown: (event) => {
        const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!step || event.target.closest('li[data-tempat]') !== row) return;
        event.preventDefault();
        this.move(at, i, i + step);
      },
    },
    el('div.palang', {},
      el('span.gagang', { draggable: true, title: k.geser, 'aria-hidden': 'true', ondragstart: (event) => this.drag(event, at, i, row) }, '⠿'),
      el('span.nomor', { 'aria-hidden': 'true' }),
      button('↑', k.naik, () => this.move(at, i, i - 1), i === 0 || value === undefined),
      button('↓', k.turun, () => this.move(at, i, i + 1), i >= n - 1 || value === undefined),
      button('✕', k.hapus, () => this.remove(at, i, value))),
    el('div.muatan', { role: 'group', 'aria-label': label }, content, el('div.catatan', {})));
    row.addEventListener('dragover', (event) => { if (this.dragged && this.dragged.at === at) event.preventDefault(); });
    row.addEventListener('drop', (event) => {
      if (!this.dragged || this.dragged.at !== at) return;
      event.preventDefault();
      event.stopPropagation();
      this.move(at, this.dragged.i, i);
      this.dragged = null;
    });
    return row;
  }

  drag(event, at, i, row) {
    this.dragged = { at, i };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    event.dataTransfer.setDragImage(row, 10, 10);
  }

  // A place that gets another row's values: the field somebody is in is no longer theirs.
  lepas() {
    const active = document.activeElement;
    if (active && this.root.contains(active)) active.blur();
  }

  async move(at, from, to) {
    const list = this.valueAt(at);
    if (!Array.isArray(list) || to < 0 || to >= list.length || to === from) return;
    this.lepas();
    await this.ubah({ action: 'move', at: langkah(at, from), to });
    const row = this.root.querySelector(`[data-tempat="${CSS.escape(langkah(at, to))}"]`);
    const target = row && (row.querySelector('.kecil:not([disabled])'));
    if (target) target.focus();
    kabarkan(k.dipindah(to + 1));
  }

  async remove(at, i, value) {
    this.lepas();
    this.extra.delete(at);
    this.split.delete(langkah(at, i));
    if (value !== undefined && this.valueAt(langkah(at, i)) !== undefined) await this.ubah({ action: 'remove', at: langkah(at, i) });
    this.perbarui(true);
    const add = this.root.querySelector(`[data-tambah="${CSS.escape(at)}"]`);
    if (add) add.focus();
    kabarkan(k.dihapus);
  }

  prosa(body) {
    const area = el('textarea', { 'data-at': '#', id: idOf('#'), value: body, rows: 10, spellcheck: true, oninput: () => this.ubah({ body: area.value }) });
    return el('div.isian', { 'data-tempat': '#', 'data-lebar': 'penuh' },
      el('label', { htmlFor: area.id }, el('span.nama', {}, k.prosa)), el('small.ket', {}, k.prosa_ket), area, el('div.catatan', {}));
  }

  // ---- what the program says ----

  place(field) {
    let at = field;
    for (;;) {
      const place = this.root.querySelector(`[data-tempat="${CSS.escape(at)}"]`);
      if (place || at === '') return place;
      at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '';
    }
  }

  annotate(state) {
    for (const note of this.root.querySelectorAll('.catatan')) note.replaceChildren();
    for (const input of this.root.querySelectorAll('[aria-describedby]')) {
      input.removeAttribute('aria-describedby');
      input.removeAttribute('aria-invalid');
    }
    for (const reading of state.readings || []) {
      const place = this.place(reading.field);
      const note = place && place.querySelector(':scope > .catatan, :scope > .muatan > .catatan');
      if (note) note.append(el('p.bacaan', {}, `${k.dibaca}: `, reading.href ? el('a', { href: reading.href, target: '_blank', rel: 'noopener noreferrer' }, reading.text) : reading.text));
    }
    for (const number of state.numbers || []) {
      const place = this.place(number.field); // a row begins where its first key does
      const row = place && place.closest('li[data-tempat]');
      if (row) row.querySelector('.nomor').textContent = number.n;
    }
    this.rest = [];
    for (const finding of state.findings || []) this.attach(finding);
  }

  attach(finding) {
    const place = finding.field ? this.place(finding.field) : null;
    const note = place && place.querySelector(':scope > .catatan, :scope > .muatan > .catatan');
    if (!note) {
      this.rest.push(finding);
      return;
    }
    const line = temuan(finding);
    line.id = `t-${idOf(finding.field)}-${note.children.length}`;
    note.append(line);
    const input = place.querySelector('input:not([type=file]), textarea, select');
    if (!input) return;
    input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') || ''} ${line.id}`.trim());
    if (finding.level === 'error') input.setAttribute('aria-invalid', 'true');
  }

  // Leads to the field of a finding, opening what hides it.
  tunjuk(field) {
    const place = this.place(field);
    if (!place) return;
    for (let node = place; node && node !== this.root; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
    const input = place.querySelector('input:not([type=file]), textarea, select, button');
    place.scrollIntoView({ block: 'center' });
    if (input) input.focus({ preventScroll: true });
  }
}

export function temuan(finding) {
  return el(`p.temuan.${finding.level}`, {}, el('strong', {}, `${besar(finding.word)}: `), finding.text,
    finding.fix && el('span.saran', {}, ` ${k.saran}: ${finding.fix}`));
}
