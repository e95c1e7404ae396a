/* Tayangan layar loket: satu lembar tiap kali, berganti sendiri; tombol atau sentuhan menghentikannya. Halaman lain
   tidak memuat skrip ini. ES5, jalan dari file://. Kait-kaitnya: docs/tema.md, "Skrip". */
(function () {
  'use strict';

  var d = document, inggris = /^en/.test(d.documentElement.lang);
  var papan = d.querySelector('[data-papan]'), kendali = d.querySelector('[data-papan-kendali]');
  var lembar = [].slice.call(d.querySelectorAll('[data-lembar]')), kini = 0, waktu = 0, jalankan, posisi;

  function T(id, en) { return inggris ? en : id; }
  function tombol(teks, kerja, kelas) {
    var b = d.createElement('button');
    b.type = 'button';
    b.className = kelas || 'btn';
    b.textContent = teks;
    b.addEventListener('click', kerja);
    return kendali.appendChild(b);
  }
  function tampil(i) {
    kini = (i + lembar.length) % lembar.length;
    lembar.forEach(function (l, k) { l.hidden = k !== kini; });
    posisi.textContent = (kini + 1) + T(' dari ', ' of ') + lembar.length;
  }
  function berhenti() {
    clearInterval(waktu);
    waktu = 0;
    d.body.classList.remove('jalan');
    jalankan.textContent = T('Jalankan', 'Play');
  }
  function mulai() {
    waktu = setInterval(function () { tampil(kini + 1); }, 1000 * (+papan.getAttribute('data-papan') || 12));
    d.body.classList.add('jalan');
    jalankan.textContent = T('Jeda', 'Pause');
  }
  function pindah(n) { return function () { berhenti(); tampil(kini + n); }; }

  if (lembar.length < 2 || !kendali) return;
  tombol(T('Sebelumnya', 'Previous'), pindah(-1));
  jalankan = tombol('', function () { if (waktu) berhenti(); else mulai(); }, 'btn utama');
  tombol(T('Berikutnya', 'Next'), pindah(1));
  posisi = kendali.appendChild(d.createElement('span'));
  posisi.className = 'kecil';
  ['keydown', 'mousedown', 'touchstart'].forEach(function (x) {
    d.addEventListener(x, function (e) { if (waktu && !kendali.contains(e.target)) berhenti(); }, { passive: true });
  });
  window.addEventListener('beforeprint', function () { lembar.forEach(function (l) { l.hidden = false; }); });
  window.addEventListener('afterprint', function () { tampil(kini); });
  tampil(0);
  if (window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)').matches) berhenti(); else mulai();
})();
