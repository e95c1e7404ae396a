// Page and poster of the text that is being written, beside the form.
import { k } from './bahasa.js';
import { alamat, el, lembaran } from './alat.js';

// Two frames on one place: the new page is shown when it is there, scrolled to where the old one was.
class Bingkai {
  constructor(title, width) {
    this.width = width;
    this.frames = [0, 1].map((i) => el('iframe', { title, tabIndex: i === 0 ? 0 : -1, hidden: i === 1, width, height: 800 }));
    this.root = el('div.bingkai', { 'data-lebar': width }, this.frames);
    this.n = 0;
    new ResizeObserver(() => this.fit()).observe(this.root);
  }

  fit() {
    const room = this.root.clientWidth;
    const scale = room > 0 ? Math.min(1, room / this.width) : 1;
    const height = Math.max(400, window.innerHeight - 220);
    for (const frame of this.frames) {
      frame.style.transform = `scale(${scale})`;
      frame.height = Math.round(height / scale);
    }
    this.root.style.height = `${height}px`;
  }

  muat(url) {
    const [old, next] = this.frames;
    const turn = ++this.n;
    next.onload = () => {
      if (turn !== this.n) return;
      const y = old.contentWindow ? old.contentWindow.scrollY : 0;
      next.hidden = false;
      next.contentWindow.scrollTo(0, y);
      next.tabIndex = 0;
      old.hidden = true;
      old.tabIndex = -1;
      this.frames.reverse();
      this.fit();
    };
    next.src = url;
  }
}

export class Pratinjau {
  constructor(doc) {
    this.doc = doc;
    this.ponsel = new Bingkai(k.lebar_ponsel, 360);
    this.meja = new Bingkai(k.lebar_meja, 1280);
    this.poster = el('div', {});
    this.tanpa = el('p.ket', { hidden: true }, k.tanpa_poster);
    const refresh = () => this.perbarui();
    this.tabs = lembaran(k.pratinjau, [
      { id: 'ponsel', label: k.ponsel, panel: el('div', {}, this.ponsel.root), shown: refresh },
      { id: 'meja', label: k.meja, panel: el('div', {}, this.meja.root), shown: refresh },
      { id: 'poster', label: k.poster, panel: el('div.poster', {}, this.poster, this.tanpa), shown: refresh },
    ]);
    this.root = el('section.pratinjau', { 'aria-label': k.pratinjau }, this.tabs.list, this.tabs.panels);
  }

  url() {
    const { page, file } = this.doc;
    const drawn = page && (page.split('/').pop() !== 'index.html' || file.includes('instansi'));
    return drawn ? `/${page}?draft=${encodeURIComponent(file)}&v=${this.v}` : page ? `/${page}` : null;
  }

  perbarui() {
    clearTimeout(this.timer);
    const poster = this.tabs && !this.tabs.panels[2].hidden;
    this.timer = setTimeout(() => this.show(), poster ? 150 : 20);
  }

  show() {
    if (!this.doc.state) return;
    this.v = (this.v || 0) + 1;
    const [ponsel, meja, poster] = this.tabs.panels;
    if (!poster.hidden) this.lembar(0, this.v);
    const url = this.url();
    if (!url) return;
    if (!ponsel.hidden) this.ponsel.muat(url);
    if (!meja.hidden) this.meja.muat(url);
  }

  // One sheet after the other, until there is none; those that are gone are taken away then.
  lembar(n, turn) {
    const old = this.poster.children[n];
    const next = el('img', { alt: `${k.gambar_poster}${n ? ` (${n + 1})` : ''}`, width: 661, height: 935 });
    next.onload = () => {
      if (turn !== this.v) return;
      if (old) old.replaceWith(next);
      else this.poster.append(next);
      this.tanpa.hidden = true;
      if (n < 20) this.lembar(n + 1, turn);
    };
    next.onerror = () => {
      if (turn !== this.v) return;
      while (this.poster.children.length > n) this.poster.lastChild.remove();
      this.tanpa.hidden = n > 0;
    };
    next.src = alamat('poster.png', { file: this.doc.file, sheet: n, v: turn });
  }
}
