// The file as text, with its findings at their lines.
import { k } from './bahasa.js';
import { el } from './alat.js';
import { temuan } from './formulir.js';

export class Teks {
  constructor(doc) {
    this.doc = doc;
    this.lines = el('div.garis', { 'aria-hidden': 'true' });
    this.area = el('textarea.naskah', {
      wrap: 'off', spellcheck: false, 'aria-label': k.teks, readOnly: doc.readonly,
      oninput: () => doc.ubah({ text: this.area.value.replace(/\n/g, this.eol()) }),
      onscroll: () => { this.lines.scrollTop = this.area.scrollTop; },
    });
    this.list = el('ul.temuan-baris', {});
    this.root = el('div', {}, el('p.ket', {}, k.teks_ket), el('div.editor', {}, this.lines, this.area), this.list);
  }

  eol() {
    return this.doc.saved.includes('\r\n') ? '\r\n' : '\n';
  }

  perbarui() {
    const text = this.doc.text.replace(/\r\n/g, '\n').replace(/^\uFEFF/, '');
    if (document.activeElement !== this.area && this.area.value !== text) this.area.value = text;
    const marks = new Map();
    for (const finding of this.doc.state.findings) {
      const worst = marks.get(finding.line);
      if (worst !== 'error') marks.set(finding.line, finding.level);
    }
    const n = text.split('\n').length;
    this.lines.replaceChildren(...Array.from({ length: n }, (_, i) => el(`span${marks.has(i + 1) ? `.${marks.get(i + 1)}` : ''}`, {}, String(i + 1))));
    this.list.replaceChildren(...this.doc.state.findings.map((finding) => el('li', {},
      el('button.tautan', { type: 'button', onclick: () => this.tunjuk(finding.line) }, k.baris(finding.line || 1)), temuan(finding))));
  }

  tunjuk(line) {
    const before = this.area.value.split('\n').slice(0, Math.max(0, line - 1));
    const from = before.reduce((sum, one) => sum + one.length + 1, 0);
    const to = this.area.value.indexOf('\n', from);
    this.area.focus();
    this.area.setSelectionRange(from, to < 0 ? this.area.value.length : to);
    this.area.scrollTop = Math.max(0, (line - 5)) * parseFloat(getComputedStyle(this.area).lineHeight);
  }
}
