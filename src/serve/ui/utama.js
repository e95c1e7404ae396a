// Begins: which page of the editor this is, and what all of them share.
import { k, gantiBahasa } from './bahasa.js';
import { el } from './alat.js';
import { daftar } from './daftar.js';
import { sunting } from './sunting.js';

const kepala = document.getElementById('kepala');
const isi = document.getElementById('isi');
kepala.append(
  el('a.merek', { href: '/sunting/' }, k.penyunting),
  el('nav', { 'aria-label': k.penyunting },
    el('a', { href: '/sunting/' }, k.daftar),
    el('a', { href: '/' }, k.lihat_situs),
    el('button.tautan', { type: 'button', lang: k.bahasa_lain === 'English' ? 'en' : 'id', onclick: gantiBahasa }, k.bahasa_lain)));

const awal = '/sunting/berkas/';
const page = location.pathname.startsWith(awal)
  ? sunting(isi, decodeURIComponent(location.pathname.slice(awal.length)))
  : daftar(isi);
page.catch((error) => {
  isi.replaceChildren(el('h1', {}, k.penyunting), el('p.temuan.error', { role: 'alert' }, error.message));
});
