// One file being written. Its text is the document; the form and the text view both change it, and the
// program says after each change what it reads, finds and would publish.
import { ambil, kirim } from './alat.js';

export class Dokumen extends EventTarget {
  constructor(file) {
    super();
    this.file = file;
    this.queue = [];
    this.busy = false;
  }

  async buka() {
    const data = await ambil('open', { file: this.file });
    this.hash = data.hash;
    this.saved = data.text;
    this.page = data.page;
    this.undos = data.undos;
    this.readonly = data.readonly;
    this.take(data);
  }

  get kotor() {
    return this.sibuk || this.text !== this.saved;
  }

  get sibuk() {
    return this.queue.length > 0 || this.busy;
  }

  take(data) {
    this.text = data.text;
    this.state = data;
    this.dispatchEvent(new Event('berubah'));
  }

  // A change to the form: {action, at, value, to, key}; or {body}; or {text}. Typing on overtakes itself.
  ubah(change) {
    const last = this.queue[this.queue.length - 1];
    const same = last && change.at !== undefined && last.action === 'set' && change.action === 'set' && last.at === change.at && !last.key && !change.key;
    if (same || (last && 'body' in last && 'body' in change) || (last && 'text' in last && 'text' in change)) this.queue.pop();
    this.queue.push(change);
    this.dispatchEvent(new Event('menunggu'));
    this.runs = this.run();
    return this.runs;
  }

  // One request at a time; resolves when nothing is left to say.
  async run() {
    if (this.busy) return this.runs;
    this.busy = true;
    while (this.queue.length) {
      const { text, ...change } = this.queue.shift();
      try {
        const data = await kirim('judge', { file: this.file, text: text ?? this.text, ...change });
        this.take(data);
      } catch (error) {
        this.queue.length = 0;
        this.dispatchEvent(Object.assign(new Event('ditolak'), { words: error.message }));
      }
    }
    this.busy = false;
    this.dispatchEvent(new Event('menunggu'));
    return undefined;
  }

  async simpan(hash = this.hash) {
    await this.runs;
    const text = this.text;
    const data = await kirim('save', { file: this.file, text, hash });
    this.hash = data.hash;
    this.undos = data.undos;
    this.saved = text;
    this.dispatchEvent(new Event('berubah'));
  }

  async urungkan() {
    await kirim('undo', { file: this.file });
    await this.buka();
  }
}
