/* Tayangan layar loket: lembar yang tidak muat dibagi, tiap halaman tampil selama dibaca, lalu berganti. Sentuhan atau tombol
   menghentikannya dan menampilkan kendali; sesudah ditinggalkan ia mulai lagi dari awal. Halaman lain tidak memuat skrip
   ini. ES5, jalan dari file://. Kait-kaitnya: docs/tema.md, "Skrip". */
(function () {
  'use strict';

  var KATA_PER_DETIK = 2.5, PALING_CEPAT = 8, PALING_LAMA = 45, DITINGGALKAN = 90;

  var d = document, papan = d.querySelector('[data-papan]'), kendali = d.querySelector('[data-papan-kendali]');
  var panggung = papan && papan.querySelector('.panggung'), asli = panggung && panggung.innerHTML;
  var halaman = [], kini = 0, waktu = 0, diam = 0, jalankan, posisi;
  var tenang = window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)').matches;

  function semua(pilih, dalam) { return [].slice.call((dalam || d).querySelectorAll(pilih)); }
  function buat(nama, kelas, teks) {
    var e = d.createElement(nama);
    if (kelas) e.className = kelas;
    if (teks) e.textContent = teks;
    return e;
  }

  /* ---- membagi ---- */

  function lewat(l) { return l.scrollHeight > l.clientHeight + 1 || l.scrollWidth > l.clientWidth + 1; }
  /* Halaman berikutnya: judul yang sama, tanpa fakta, dengan butir yang tidak muat. */
  function lanjutan(l, daftar) {
    var baru = l.cloneNode(false), wadah = daftar.cloneNode(false), judul = l.querySelector('h2').cloneNode(true);
    judul.removeAttribute('id');
    baru.removeAttribute('aria-labelledby');
    baru.setAttribute('aria-label', judul.textContent);
    baru.appendChild(judul);
    baru.appendChild(wadah);
    l.parentNode.insertBefore(baru, l.nextSibling);
    while (lewat(l) && daftar.children.length > 1) wadah.insertBefore(daftar.lastElementChild, wadah.firstChild);
    return baru;
  }
  function bagi(l) {
    var daftar, baru, faktanya = l.querySelector('.sorot');
    l.hidden = false;
    daftar = l.querySelector('[data-bagi]');
    if (lewat(l) && daftar && daftar.children.length > 1) {
      baru = lanjutan(l, daftar);
      l.hidden = true;
      bagi(baru);
      l.hidden = false;
    }
    if (lewat(l) && daftar && faktanya && l.children.length > 3) { /* fakta sendiri, daftarnya di halaman berikut */
      baru = l.cloneNode(true);
      baru.removeChild(baru.querySelector('.sorot'));
      semua('[id]', baru).forEach(function (e) { e.removeAttribute('id'); });
      l.parentNode.insertBefore(baru, l.nextSibling);
      semua('h3,[data-bagi]', l).forEach(function (e) { l.removeChild(e); });
      l.hidden = true;
      bagi(baru);
      l.hidden = false;
    }
    for (var besar = 2.2; besar > 1; besar -= .1) {  /* dibaca dari jauh: sebesar yang muat */
      l.style.setProperty('--besar', besar);
      if (!lewat(l)) break;
      l.style.removeProperty('--besar');
    }
    for (besar = 90; lewat(l) && besar > 25; besar -= 5) l.style.fontSize = besar + '%';
    l.hidden = true;
  }
  function susun() {
    panggung.innerHTML = asli;
    semua('[data-lembar]').forEach(function (l) { l.hidden = true; });
    semua('[data-lembar]').forEach(bagi);
    halaman = semua('[data-lembar]');
    tampil(Math.min(kini, halaman.length - 1));
  }

  /* ---- tayangan ---- */

  function lama(l) { return Math.max(PALING_CEPAT, Math.min(PALING_LAMA, 4 + l.textContent.split(/\s+/).length / KATA_PER_DETIK)); }
  function tampil(i) {
    kini = (i + halaman.length) % halaman.length;
    halaman.forEach(function (l, k) { l.hidden = k !== kini; });
    posisi.textContent = kini + 1 + ' ' + L.dari + ' ' + halaman.length;
    if (waktu) mulai();
  }
  function berhenti() {
    clearTimeout(waktu);
    waktu = 0;
    jalankan.textContent = L.jalankan;
  }
  function mulai() {
    clearTimeout(waktu);
    waktu = setTimeout(function () { tampil(kini + 1); }, 1000 * lama(halaman[kini]));
    jalankan.textContent = L.jeda;
  }
  /* Disentuh: berhenti dan tampilkan kendali; ditinggalkan: dari awal lagi. */
  function disentuh() {
    clearTimeout(diam);
    kendali.classList.add('tampak');
    diam = setTimeout(function () {
      kendali.classList.remove('tampak');
      tampil(0);
      if (!tenang) mulai();
    }, 1000 * DITINGGALKAN);
  }
  function tombol(teks, kerja, kelas) {
    var b = buat('button', kelas || 'btn', teks);
    b.type = 'button';
    b.addEventListener('click', kerja);
    return kendali.appendChild(b);
  }
  function pindah(n) { return function () { berhenti(); tampil(kini + n); }; }

  /* ---- jam dinding dan jam buka hari ini ---- */

  function dua(n) { return (n < 10 ? '0' : '') + n; }
  function jamMenit(m) { return dua(Math.floor(m / 60)) + L.pisah_jam + dua(m % 60); }
  function bukaHari(k, hari) {
    var i = hari - k.dari, jam = k.jam;
    if (i < 0 || i > k.sampai) return null;
    (k.khusus || []).some(function (x) { return i >= x[0] && i <= x[1] && (jam = x[2]); });
    return k.tutup.indexOf(i) < 0 && jam[(k.libur || []).indexOf(i) < 0 ? (hari % 7 + 11) % 7 : 7] || [];
  }
  function jamDinding(tempat) {
    var isi = papan.getAttribute('data-papan'), k = isi && JSON.parse(isi);
    function detak() {
      var menit = Math.floor(Date.now() / 6e4) + (k ? k.zona * 60 : -new Date().getTimezoneOffset()), hari = Math.floor(menit / 1440), buka = k && !k.umum && bukaHari(k, hari);
      menit %= 1440;
      tempat.textContent = jamMenit(menit);
      if (buka) tempat.appendChild(buat('small', '', !buka.length ? L.hari_ini_tutup : L.hari_ini_buka + ' ' + buka.map(function (x) { return jamMenit(x[0]) + '–' + jamMenit(x[1]); }).join(', ')));
    }
    detak();
    setInterval(detak, 2e4);
  }

  if (!panggung || !kendali || !panggung.querySelector('[data-lembar]')) return;
  if (innerWidth < 700 || innerHeight < 500) return; /* ponsel, atau diperbesar: halaman biasa yang digulir */
  d.body.classList.add('jalan');
  jamDinding(papan.querySelector('.kepala').appendChild(buat('p', 'jam')));
  var kanonik = d.querySelector('link[rel=canonical]'), kaki = papan.appendChild(buat('div', 'alas'));
  if (kanonik && window.maklumatQr) {
    kaki.appendChild(window.maklumatQr(kanonik.href.replace(/papan\.html$/, 'index.html')));
    kaki.appendChild(buat('p', '', L.pindai));
  }
  tombol(L.sebelumnya, pindah(-1));
  jalankan = tombol('', function () { if (waktu) berhenti(); else mulai(); }, 'btn utama');
  tombol(L.berikutnya, pindah(1));
  posisi = kendali.appendChild(buat('span', 'kecil'));
  susun();
  ['keydown', 'mousedown', 'touchstart'].forEach(function (x) {
    d.addEventListener(x, function (e) {
      if (!kendali.contains(e.target)) berhenti();
      disentuh();
    }, { passive: true });
  });
  window.addEventListener('resize', susun);
  window.addEventListener('beforeprint', function () {
    panggung.innerHTML = asli;
    d.body.classList.remove('jalan');
  });
  window.addEventListener('afterprint', function () {
    d.body.classList.add('jalan');
    susun();
  });
  if (tenang) kendali.classList.add('tampak');
  if (tenang) berhenti(); else mulai();
})();
