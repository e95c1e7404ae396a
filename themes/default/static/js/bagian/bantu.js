/* Yang dipakai daftar.js dan maklumat.js: mencari, membuat, dan memuat unsur. Menjadi bagian keduanya lewat baris "sertakan";
   tidak diterbitkan tersendiri. `d` adalah document. */
function semua(pilih, dalam) { return [].slice.call((dalam || d).querySelectorAll(pilih)); }
function satu(pilih, dalam) { return semua(pilih, dalam)[0]; }
function pada(e, nama, kerja) { e.addEventListener(nama, kerja); }
/* anak: teks, unsur, atau senarai keduanya */
function isi(e, anak) {
  [].concat(anak).forEach(function (a) { e.appendChild(a.nodeType ? a : d.createTextNode(a)); });
  return e;
}
/* buat('p.kecil', {atribut}, anak) */
function buat(nama, atribut, anak) {
  var n = nama.split('.'), e = d.createElement(n[0]), k;
  if (n[1]) e.className = n.slice(1).join(' ');
  for (k in atribut) e.setAttribute(k, atribut[k]);
  return isi(e, anak || []);
}
function tombol(teks, kerja) {
  var b = buat('button.btn', { type: 'button' }, teks);
  pada(b, 'click', kerja);
  return b;
}
function muat(alamat, sesudah) {
  var s = buat('script', { src: alamat });
  s.onload = s.onerror = sesudah;
  d.head.appendChild(s);
}
