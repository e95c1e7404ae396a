// The editor of one file: form and text on one side, page and poster on the other.
import { k } from './bahasa.js';
import { ambil, el, ganti, halamanSunting, kabarkan, kirim, lembaran, tanya, unggah } from './alat.js';
import { Dokumen } from './dokumen.js';
import { Formulir, temuan } from './formulir.js';
import { Teks } from './teks.js';
import { Pratinjau } from './pratinjau.js';
import { dengarkan } from './peristiwa.js';

function pilihBerkas(folder) {
  const file = el('input', { type: 'file', onchange: async () => {
    try {
      kabarkan(k.berkas_ditambah((await unggah(folder, file.files[0])).file));
    } catch (error) {
      kabarkan(error.message);
    }
  } });
  file.click();
}

// Both versions, and a choice; nothing is overwritten before.
async function konflik(doc) {
  const now = await ambil('open', { file: doc.file });
  const choice = (label, run, main) => el(main ? 'button.utama' : 'button', { type: 'button', onclick: async () => { await run(); dialog.close(); } }, label);
  const dialog = el('dialog.lebar', { 'aria-label': k.konflik },
    el('h2', {}, k.konflik), el('p', {}, k.konflik_ket),
    el('div.dua', {},
      el('label', {}, k.punya_saya, el('textarea', { readOnly: true, rows: 18, wrap: 'off', value: doc.text })),
      el('label', {}, k.di_disk, el('textarea', { readOnly: true, rows: 18, wrap: 'off', value: now.text }))),
    el('p.tombol', {},
      choice(k.pakai_saya, () => doc.simpan(now.hash)),
      choice(k.pakai_disk, () => doc.buka()),
      choice(k.batal, () => {}, true)));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

class Penyunting {
  constructor(root, doc, table) {
    this.root = root;
    this.doc = doc;
    this.table = table;
    this.form = new Formulir(doc, table);
    this.teks = new Teks(doc);
    this.lihat = new Pratinjau(doc);
    this.ringkas = el('details.ringkas', {});
    this.kabar = el('span.keadaan', {});
    this.tolak = el('p.temuan.error', { role: 'alert', hidden: true });
    this.save = el('button.utama', { type: 'button', onclick: () => this.simpan() }, k.simpan);
    this.undo = el('button', { type: 'button', onclick: () => this.urungkan() }, k.urungkan(0));
    this.tabs = lembaran(k.penyunting, [
      { id: 'isian', label: k.isian, panel: el('div', {}, this.form.root) },
      { id: 'teks', label: k.teks, panel: el('div', {}, this.teks.root), shown: () => doc.state && this.teks.perbarui() },
    ]);
    ganti(root,
      el('div.judul', {}, el('h1', {}, this.nama = el('span', {})), el('code', {}, doc.file)),
      doc.readonly ? el('p.pita', {}, k.hanya_baca) : el('div.alat.lengket', {}, this.save, this.undo, this.lainnya(), this.kabar),
      this.tolak, this.ringkas,
      el('div.meja', {}, el('section.tulis', { 'aria-label': k.isian }, this.tabs.list, this.tabs.panels), this.lihat.root));
    this.listen();
    this.perbarui();
    const [tag, line] = decodeURIComponent(location.hash.slice(1)).split(':');
    const asked = doc.state.findings.find((one) => one.tag === tag && String(one.line) === line);
    if (asked) this.tunjuk(asked);
  }

  listen() {
    const { doc } = this;
    doc.addEventListener('berubah', () => this.perbarui());
    doc.addEventListener('menunggu', () => this.keadaan());
    doc.addEventListener('ditolak', (event) => {
      this.tolak.textContent = event.words;
      this.tolak.hidden = false;
      this.form.perbarui(true);
    });
    window.addEventListener('beforeunload', (event) => { if (doc.kotor && !doc.readonly) event.preventDefault(); });
    window.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        this.simpan();
      }
    });
    dengarkan(() => this.disk());
  }

  // The file may have been changed elsewhere; what is being written is not touched.
  async disk() {
    if (this.doc.kotor) return;
    const now = await ambil('open', { file: this.doc.file }).catch(() => null);
    if (now && now.hash !== this.doc.hash && !this.doc.kotor) await this.doc.buka();
  }

  keadaan() {
    const dirty = this.doc.kotor;
    this.root.setAttribute('aria-busy', String(this.doc.sibuk));
    this.kabar.textContent = dirty ? k.belum_tersimpan : k.semua_tersimpan;
    this.kabar.classList.toggle('kotor', dirty);
    this.save.disabled = !dirty;
    this.undo.disabled = dirty || !this.doc.undos;
    this.undo.textContent = k.urungkan(this.doc.undos);
  }

  perbarui() {
    const { doc } = this;
    this.tolak.hidden = true;
    this.form.perbarui();
    if (!this.tabs.panels[1].hidden) this.teks.perbarui();
    this.lihat.perbarui();
    this.keadaan();
    const findings = doc.state.findings;
    const errors = findings.filter((one) => one.level === 'error').length;
    const record = this.table.records[doc.state.record];
    const first = record.fields.find((field) => field.required && field.type === 'text');
    const title = (first && doc.state.tree && doc.state.tree[first.key]) || doc.file.split('/').pop();
    this.nama.textContent = title;
    document.title = `${title} · ${k.penyunting}`;
    ganti(this.ringkas,
      el('summary', { className: errors ? 'error' : '' }, k.temuan(findings.length), errors ? ` · ${k.kesalahan(errors)}` : ''),
      el('ul.temuan-baris', {}, findings.map((finding) => el('li', {},
        el('button.tautan', { type: 'button', onclick: () => this.tunjuk(finding) }, finding.field && !this.form.rest.includes(finding) ? k.isian : k.baris(finding.line)),
        temuan(finding)))));
  }

  tunjuk(finding) {
    if (finding.field && !this.form.rest.includes(finding)) {
      this.tabs.choose('isian');
      this.form.tunjuk(finding.field);
    } else {
      this.tabs.choose('teks');
      this.teks.tunjuk(finding.line);
    }
  }

  async simpan() {
    try {
      await this.doc.simpan();
      kabarkan(k.tersimpan);
    } catch (error) {
      if (error.status === 409) await konflik(this.doc);
      else this.doc.dispatchEvent(Object.assign(new Event('ditolak'), { words: error.message }));
    }
  }

  async urungkan() {
    try {
      await this.doc.urungkan();
      this.form.perbarui(true);
      kabarkan(k.diurungkan);
    } catch (error) {
      this.doc.dispatchEvent(Object.assign(new Event('ditolak'), { words: error.message }));
    }
  }

  lainnya() {
    const { doc } = this;
    const folder = doc.file.split('/').slice(0, -1).join('/');
    const isCharter = this.table.withdraw.record === doc.state.record && !doc.state.translation;
    const item = (label, run) => el('button', { type: 'button', onclick: () => { menu.open = false; run(); } }, label);
    const menu = el('details.menu', {}, el('summary', {}, k.lainnya), el('div', {},
      doc.page && el('a', { href: `/${doc.page}` }, k.buka_halaman),
      item(k.tambah_berkas, () => pilihBerkas(folder)),
      isCharter && item(k.gandakan, () => this.salin()),
      isCharter && item(k.ganti_nama, () => this.gantiNama()),
      isCharter && item(k.cabut, () => {
        doc.ubah({ action: 'set', at: this.table.withdraw.key, value: this.table.withdraw.value });
        kabarkan(k.cabut_ket);
      })));
    return menu;
  }

  salin() {
    tanya(k.gandakan, null, [
      { name: 'title', label: k.nama, required: true },
      { name: 'slug', label: k.alamat, note: k.alamat_ket, required: true },
    ], { label: k.buat, run: (values) => this.pindah('duplicate', values) });
  }

  gantiNama() {
    const slug = this.doc.file.split('/').pop().replace(/\.md$/, '');
    tanya(k.ganti_nama, k.ganti_nama_ket, [{ name: 'slug', label: k.alamat, note: k.alamat_ket, value: slug, required: true }],
      { label: k.simpan, run: (values) => this.pindah('rename', values) });
  }

  async pindah(name, values) {
    if (this.doc.kotor) await this.doc.simpan();
    const made = await kirim(name, { ...values, file: this.doc.file });
    location.href = halamanSunting(made.file);
  }
}

export async function sunting(root, file) {
  const doc = new Dokumen(file);
  const [table] = await Promise.all([ambil('fields'), doc.buka()]);
  return new Penyunting(root, doc, table);
}
