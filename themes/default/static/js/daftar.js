/* Bantuan di halaman selain halaman layanan, yang sudah utuh tanpa skrip: kotak cari (cari.js dan indeksnya dimuat bila
   dipakai), jam buka hari ini, wilayah saya. ES5, jalan dari file://. `L.` + nama adalah label bahasa halaman. Kait-kaitnya:
   docs/tema.md, "Skrip". Diterbitkan tanpa komentar dan jarak. */
(function () {
  'use strict';

  var d = document;

  /* sertakan bagian/bantu.js */

  /* ---- wilayah saya: [nama, folder], disimpan di perangkat menurut letak situs ---- */

  var merek = satu('.merek'), kunci = 'wilayah:' + (merek && merek.pathname), wilayah;

  function simpanWilayah(w) {
    wilayah = w;
    try {
      if (w) localStorage.setItem(kunci, JSON.stringify(w)); else localStorage.removeItem(kunci);
    } catch (e) { /* penyimpanan dimatikan: hanya berlaku di halaman ini */ }
    tampilWilayah();
  }
  function tampilWilayah() {
    semua('[data-wilayah]').forEach(function (e) {
      var ini = wilayah && wilayah[1] === e.getAttribute('data-wilayah');
      satu('button', e).setAttribute('aria-pressed', ini ? 'true' : 'false');
    });
    semua('[data-wilayah-saya]').forEach(function (e) {
      e.textContent = '';
      isi(e, [L.wilayah_saya + ': ', wilayah ? buat('a', { href: e.getAttribute('data-wilayah-saya') + encodeURI(wilayah[1]) + '/index.html' }, wilayah[0])
        : buat('a', { href: '#instansi' }, L.wilayah_pilih)]);
    });
  }
  function pasangWilayah() {
    var tempat = semua('[data-wilayah]');
    try { wilayah = JSON.parse(localStorage.getItem(kunci)); } catch (e) { /* tidak ada yang diingat */ }
    tempat.forEach(function (e) {
      var nama = e.getAttribute('data-nama'), folder = e.getAttribute('data-wilayah');
      isi(e, buat('button.btn', { type: 'button', 'aria-pressed': 'false' }, [L.wilayah_saya, buat('span.vh', 0, ': ' + nama)]));
      pada(satu('button', e), 'click', function () { simpanWilayah(wilayah && wilayah[1] === folder ? null : [nama, folder]); });
    });
    tampilWilayah();
  }

  /* ---- jam buka hari ini; bentuk `kalender` di docs/tema.md ---- */

  function dua(n) { return (n < 10 ? '0' : '') + n; }
  function jamMenit(m) { return dua(Math.floor(m / 60)) + L.pisah_jam + dua(m % 60); }
  function bukaHari(k, hari) { /* senarai [buka, tutup] dalam menit; undefined = di luar kalender */
    var i = hari - k.dari, jam = k.jam;
    if (i < 0 || i > k.sampai) return undefined;
    (k.khusus || []).some(function (x) { return i >= x[0] && i <= x[1] && (jam = x[2]); });
    return k.tutup.indexOf(i) < 0 && jam[(k.libur || []).indexOf(i) < 0 ? (hari % 7 + 11) % 7 : 7] || [];
  }
  /* "Buka hari ini sampai 16.00" menurut jam di zona instansi; '' = tidak diketahui */
  function kataBuka(k, menit) {
    var hari = Math.floor(menit / 1440), kini = menit % 1440, buka = bukaHari(k, hari), sisa, h, b;
    if (k.umum || !buka) return '';
    sisa = buka.filter(function (x) { return x[1] > kini; });
    if (sisa[0]) {
      b = L.buka_hari_ini + ' ' + (sisa[0][0] <= kini ? '' : L.pukul + ' ' + jamMenit(sisa[0][0]) + ' ') + L.sampai + ' ' + jamMenit(sisa[sisa.length - 1][1]);
      return sisa[0][0] > kini && sisa.length < buka.length ? L.sedang_istirahat + ' ' + b : b;
    }
    b = buka[0] ? L.sudah_tutup : L.tutup_hari_ini;
    for (h = hari + 1; h < hari + 15; h++) {
      buka = bukaHari(k, h);
      if (!buka) return b;
      if (buka[0]) return b + ' ' + L.buka_lagi + ' ' + new Date(h * 864e5).toLocaleDateString(L.lokal, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }) + ' ' + L.pukul + ' ' + jamMenit(buka[0][0]);
    }
    return b;
  }

  if (typeof module !== 'undefined') {
    module.exports = kataBuka;
    return;
  }

  function pasangBuka(e) {
    var k = JSON.parse(e.getAttribute('data-buka'));
    function detak() { e.textContent = kataBuka(k, Math.floor(Date.now() / 6e4) + k.zona * 60); }
    detak();
    setInterval(detak, 2e4);
  }

  /* ---- cari: indeks dan skrip yang membacanya dimuat bersama ---- */

  function pasangCari(formulir) {
    var folder = formulir.getAttribute('data-cari'), diminta, indeks;
    function mulai() {
      var sisa = 2;
      if (diminta) return;
      diminta = true;
      window.maklumatIndeks = function (x) { indeks = x; };
      ['indeks.js', '../' + formulir.getAttribute('data-skrip')].forEach(function (nama) {
        muat(folder + nama, function () {
          if (--sisa) return;
          diminta = indeks && window.maklumatCari;
          if (diminta) diminta(indeks, formulir, folder, muat, satu, pada, isi, buat, tombol, function () { return wilayah; });
          else satu('[data-cari-status]').textContent = L.cari_gagal;
        });
      });
    }
    pada(formulir.elements.q, 'focus', mulai);
    if (/[?#&]q=/.test(location.search + location.hash)) mulai();
  }

  pasangWilayah();
  semua('[data-buka]').forEach(pasangBuka);
  semua('form[data-cari]').forEach(pasangCari);
})();
