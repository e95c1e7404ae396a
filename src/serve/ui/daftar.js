// All charters with their state, and what can be begun anew.
import { k } from './bahasa.js';
import { ambil, el, ganti, halamanSunting, kirim, tanya } from './alat.js';
import { dengarkan } from './peristiwa.js';

function keadaan(item) {
  const marks = [];
  if (item.errors) marks.push(el('span.cap.error', {}, k.kesalahan(item.errors)));
  if (item.status === 2) marks.push(el('span.cap', {}, k.dicabut));
  if (item.status === 1) marks.push(el('span.cap', {}, k.nonaktif));
  if (item.gaps) marks.push(el('span.cap.warning', {}, k.kurang(item.gaps)));
  else if (item.warnings) marks.push(el('span.cap.warning', {}, k.peringatan(item.warnings)));
  if (!marks.length) marks.push(el('span.cap.baik', {}, k.lengkap));
  if (item.reviewed) marks.push(el('span.cap', {}, k.ditinjau(item.reviewed)));
  return marks;
}

const baris = (item, title, file) =>
  el('li', { 'data-cari': `${title} ${item.file}`.toLowerCase() },
    el('a', { href: halamanSunting(item.file) }, title, file && ' ', file && el('span.nama-berkas', {}, file)), ' ', keadaan(item));

// What a file is for, in words, and its name behind them: libur-2026.yaml, kab-x/wilayah.yaml, halaman/tentang.md.
function barisBerkas(item, file) {
  const [folder, name = folder] = file.split(/\/(?=[^/]*$)/);
  const kind = folder === 'halaman' ? folder : name.replace(/[-.].*$/, '');
  return k.jenis[kind] ? baris(item, k.jenis[kind], file) : baris(item, file);
}

function instansi(agency, readonly) {
  return el('section.instansi', {},
    el('h2', {}, agency.title || agency.folder || 'content'),
    el('ul.berkas', {},
      barisBerkas(agency, agency.file.split('/').pop()),
      (agency.services || []).map((service) => baris(service, service.lang ? `${service.title} (${service.lang})` : service.title))),
    !readonly && el('button', { type: 'button', onclick: () => layananBaru(agency.folder) }, k.layanan_baru));
}

async function buat(name, fields) {
  const made = await kirim(name, fields);
  location.href = halamanSunting(made.file);
}

function layananBaru(folder) {
  tanya(k.layanan_baru, null, [
    { name: 'title', label: k.nama, required: true },
    { name: 'slug', label: k.alamat, note: k.alamat_ket, required: true },
  ], { label: k.buat, run: (values) => buat('new-service', { ...values, folder }) });
}

function instansiBaru(folder) {
  tanya(k.instansi_baru, null, [
    { name: 'title', label: k.nama, required: true },
    { name: 'slug', label: k.alamat, note: k.alamat_ket, required: true },
    { name: 'folder', label: k.folder, note: k.folder_ket, value: folder },
  ], { label: k.buat, run: (values) => buat('new-agency', values) });
}

function halamanBaru() {
  tanya(k.halaman_baru, null, [
    { name: 'title', label: k.nama, required: true },
    { name: 'slug', label: k.alamat, note: k.alamat_ket, required: true },
  ], { label: k.buat, run: (values) => buat('new-page', values) });
}

let lagi = () => {};

export async function daftar(root, heard) {
  const data = await ambil('list');
  const first = data.agencies[0] ? data.agencies[0].folder.split('/').slice(0, -1).join('/') : '';
  const sections = data.agencies.map((agency) => instansi(agency, data.readonly));
  const search = el('input', { type: 'search', oninput: () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const section of sections) {
      let any = false;
      for (const row of section.querySelectorAll('li')) {
        row.hidden = !words.every((word) => row.dataset.cari.includes(word));
        any ||= !row.hidden;
      }
      section.hidden = !any;
    }
  } });
  ganti(root,
    el('h1', {}, k.daftar),
    data.readonly && el('p.pita', {}, k.hanya_baca),
    el('div.alat.atas', {},
      !data.readonly && el('button.utama', { type: 'button', onclick: () => instansiBaru(first) }, k.instansi_baru),
      el('label.isian.sebaris', {}, el('span.nama', {}, k.cari), search)),
    data.agencies.length ? sections : el('p', {}, k.kosong),
    el('section.instansi', {}, el('h2', {}, k.berkas_lain),
      el('ul.berkas', {}, data.files.map((file) => barisBerkas(file, file.file))),
      !data.readonly && el('button', { type: 'button', onclick: halamanBaru }, k.halaman_baru)));
  document.title = `${k.daftar} · ${k.penyunting}`;
  lagi = () => {
    const busy = document.querySelector('dialog') || document.activeElement === search || search.value;
    if (!busy) daftar(root, true).catch(() => {});
  };
  if (!heard) dengarkan(() => lagi());
}
