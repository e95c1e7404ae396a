/* Bantuan di halaman layanan, yang sudah utuh tanpa skrip: keadaan pemohon, hitungan "Kapan selesai?", daftar syarat. Yang
   bekerja sesudah sebuah tombol ditekan (janji.js) dimuat bila dipakai. Halaman lain: daftar.js. ES5, jalan dari file://.
   `L.` + nama adalah label bahasa halaman. Kait-kaitnya: docs/tema.md, "Skrip". Diterbitkan tanpa komentar dan jarak. */
(function () {
  'use strict';

  /* ---- tenggat: aturannya di src/value/deadline.h, bentuk `kapan` di docs/tema.md ---- */

  function hariDari(iso) { return new Date(iso) / 864e5; }

  /* Hasil: -1 = tidak pernah buka; bilangan = tahun yang liburnya belum diketahui, 0 = terlalu jauh; selain itu
     [diterima, paling cepat, paling lambat], masing-masing [hari, menit], menit -1 = hanya hari. */
  function tenggat(kapan, bagian, hari, menit) {
    var h = hari, m = menit, khusus = kapan.khusus || [], terima;

    function buka(x) {
      var i = x - kapan.dari, jam = kapan.jam;
      khusus.some(function (k) { return i >= k[0] && i <= k[1] && (jam = k[2]); });
      return kapan.tutup.indexOf(i) < 0 && jam[(kapan.libur || []).indexOf(i) < 0 ? (x % 7 + 11) % 7 : 7] || [];
    }
    function ke(x) {
      if (x - hari > 7320) throw 0;
      if (x < kapan.dari || x > kapan.dari + kapan.sampai) throw new Date(x * 864e5).getUTCFullYear();
      h = x;
    }
    function gulir() { while (!buka(h).length) ke(h + 1); }
    function mulai() { /* ke menit buka berikutnya; hasilnya menit tutup sesudah itu */
      var b;
      function belum(x) { return x[1] > m; }
      while (!(b = buka(h).filter(belum)).length) { ke(h + 1); m = 0; }
      m = Math.max(m, b[0][0]);
      return b[0][1];
    }
    function jalanMenit(n) {
      for (var t = mulai(); n > t - m; t = mulai()) { n -= t - m; m = t; }
      m += n;
    }
    function jalanBulan(n) {
      var t = new Date(h * 864e5), y = t.getUTCFullYear(), b = t.getUTCMonth() + n;
      if (n > 261) throw 0;
      ke(Date.UTC(y, b, Math.min(t.getUTCDate(), new Date(Date.UTC(y, b + 1, 0)).getUTCDate())) / 864e5);
    }
    function jalan(ujung) {
      var detik = 0, jam;
      bagian.forEach(function (p, i) {
        var n = p[ujung], golongan = p[2], lalu = (bagian[i + 1] || [])[2];
        jam = !golongan;
        if (jam) {
          detik += n * p[3];
          if (lalu !== 0) { jalanMenit(Math.ceil(detik / 60)); detik = 0; }
        } else if (golongan < 2) for (; n > 0; n--) { ke(h + 1); gulir(); }
        else {
          if (p[3] < 0) jalanBulan(-n * p[3]); else ke(h + n * p[3]);
          if (!(lalu > 1)) gulir();
        }
      });
      return [h, jam ? m : -1];
    }

    if (!/\d/.test(kapan.jam) && khusus.every(function (k) { return !/\d/.test(k[2]); })) return -1;
    try {
      ke(h);
      mulai();
      terima = [h, m];
      var awal = jalan(0);
      h = terima[0];
      m = terima[1];
      return [terima, awal, jalan(1)];
    } catch (e) {
      if (e >= 0) return e;
      throw e;
    }
  }

  /* menit terakhir yang masih selesai pada hari itu juga; -1 bila tidak ada */
  function batasHari(kapan, bagian, hari) {
    var a = -1, z = 1440, m, h;
    while (z - a > 1) {
      m = a + z >> 1;
      h = tenggat(kapan, bagian, hari, m);
      if (h[2] && h[2][0] === hari) a = m; else z = m;
    }
    return a;
  }

  if (typeof module !== 'undefined') {
    module.exports = { tenggat: tenggat, batasHari: batasHari };
    return;
  }

  /* ---- halaman ---- */

  var d = document;

  /* sertakan bagian/bantu.js */

  /* ---- bagikan, dan yang dikerjakan janji.js sesudah tombolnya ditekan ---- */

  var alat = satu('[data-alat]'), kabar = buat('p.kecil', { role: 'status' }), selesai;

  function janji(teks, nama) {
    return tombol(teks, function (e) {
      var jalan = window.maklumatJanji, b = e.currentTarget;
      function kerjakan() {
        jalan = window.maklumatJanji;
        if (jalan) jalan(nama, b, { selesai: selesai, kabar: kabar, semua: semua, satu: satu, pada: pada, isi: isi, buat: buat, tombol: tombol, tanggal: tanggal, saat: saat });
        else kabar.textContent = L.janji_gagal;
      }
      var berkas = alat.getAttribute('data-alat').split(' ');
      if (jalan) { kerjakan(); return; }
      d.head.appendChild(buat('link', { rel: 'stylesheet', href: berkas[1] }));
      muat(berkas[0], kerjakan);
    });
  }
  function pasangAlat() {
    var kanonik = satu('link[rel=canonical]'), teks = satu('h1').textContent + ' – ' + satu('.atas').textContent, alamat = kanonik ? kanonik.href : location.href.split('#')[0];
    var bagikan = buat('a.btn', { href: 'https://wa.me/?text=' + encodeURIComponent(teks + '\n' + alamat) }, L.bagikan);
    if (navigator.share) pada(bagikan, 'click', function (e) {
      e.preventDefault();
      navigator.share({ title: teks, url: alamat }).then(null, Boolean);
    });
    isi(alat, [bagikan, janji(L.salin_teks, 'teks'), janji(L.salin_tautan, 'tautan'), kotak[0] ? janji(L.cetak, 'cetak') : '', tombol(kotak[0] ? L.cetak_lengkap : L.cetak, function () { print(); }), kabar]);
  }

  /* ---- keadaan: fakta, syarat, langkah, dan hitungan mengikuti yang dipilih ---- */

  var keadaan = satu('[data-keadaan]'), pilihan = keadaan ? semua('a', keadaan) : [], varian = 0, sesudahVarian = [];

  function kunciVarian(i) { return pilihan[i].getAttribute('href').slice(1); }
  function tampilVarian(cetak) {
    semua('[data-varian],.jenis').forEach(function (e) {
      var punya = e.getAttribute('data-varian');
      e.hidden = !cetak && punya && punya !== kunciVarian(varian) || !cetak && /jenis/.test(e.className);
      e.removeAttribute('data-lain');
    });
  }
  function pilihVarian(i) {
    varian = i;
    pilihan.forEach(function (a, k) {
      if (k === i) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
    });
    tampilVarian();
    sesudahVarian.forEach(function (kerja) { kerja(); });
  }
  function bukaSasaran() { /* alamat yang menyebut keadaan, atau sesuatu di dalam keadaan yang tidak tampil */
    var nama = location.hash.slice(1), e = d.getElementById(nama), kunci = pilihan.map(function (a, i) { return kunciVarian(i); }), i, p;
    for (p = e; p && (i = kunci.indexOf(p.getAttribute('data-varian'))) < 0;) p = p.parentElement;
    if (!p) return;
    if (i !== varian) pilihVarian(i);
    if (nama !== kunci[i]) e.scrollIntoView();
  }
  function pasangVarian() {
    pilihan.forEach(function (a, i) {
      pada(a, 'click', function (e) {
        e.preventDefault();
        history.replaceState(0, '', a.getAttribute('href'));
        pilihVarian(i);
      });
    });
    pilihVarian(0);
    pada(window, 'hashchange', bukaSasaran);
    pada(window, 'beforeprint', function () { tampilVarian(d.documentElement.className !== 'selembar'); });
    pada(window, 'afterprint', function () { tampilVarian(); });
    bukaSasaran();
  }

  /* ---- kapan selesai ---- */

  /* Nama hari dan bulan diketahui peramban. */
  function tanggal(hari, minggu) {
    return new Date(hari * 864e5).toLocaleDateString(L.lokal, { weekday: minggu, day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  }
  function jamMenit(m) { return new Date(m * 6e4).toISOString().slice(11, 16).replace(':', L.pisah_jam); }
  function saat(s) { return tanggal(s[0], 'long') + (s[1] < 0 ? '' : ' ' + L.pukul + ' ' + jamMenit(s[1])); }

  function pasangKapan(wadah) {
    var kapan = JSON.parse(wadah.getAttribute('data-kapan')), kini = new Date(Date.now() + kapan.zona * 36e5).toISOString();
    var untuk, isian = [], nama = [], hasil = buat('output'), dasar = buat('p.kecil'), tercetak = buat('p.saat-cetak');
    function medan(unsur, id, teks, nilai, atribut) {
      var e = buat(unsur, atribut);
      e.id = id;
      if (nilai) e.value = nilai;
      nama.push(id);
      isian.push(buat('div', 0, [buat('label', { 'for': id }, teks), e]));
      return e;
    }
    function baris() { return kapan.baris.filter(function (b) { return b.length < 4 || b[3] === varian; }); }
    if (kapan.baris.some(function (b, i) { return i && b[3] === kapan.baris[i - 1][3]; })) {
      untuk = medan('select', 'untuk', L.Untuk);
      sesudahVarian.push(isiUntuk);
      isiUntuk();
    }
    function isiUntuk() {
      untuk.textContent = '';
      isi(untuk, baris().map(function (b, i) { return buat('option', { value: i }, b[0] || L.umum); }));
      untuk.parentNode.hidden = untuk.length < 2;
    }
    var tgl = medan('input', 'tgl', L.diserahkan, kini.slice(0, 10), { type: 'date' });
    var jam = medan('input', 'jam', L.Pukul, kini.slice(11, 16), { type: 'time' });
    hasil.setAttribute('for', nama.join(' '));

    function kuat(s) { return buat('strong', 0, saat(s)); }
    function kecil(teks) { return buat('span.kecil', 0, teks); }
    function jawab() {
      var b = baris()[untuk ? untuk.value : 0], j = (jam.value || '0:0').split(':'), hari = hariDari(tgl.value), h, kira, beda, batas;
      selesai = 0;
      if (!b) return L.kapan_bukan_hitungan;
      if (!/^\d{4}-/.test(tgl.value)) return L.kapan_isi_tanggal;
      kira = b[1];
      h = tenggat(kapan, b[2], hari, 60 * j[0] + +j[1]);
      dasar.textContent = (kapan.umum ? L.kapan_jam_umum : L.kapan_jam) + (b[2].some(function (x) { return x[2] > 2; }) ? ' ' + L.kapan_hari_kalender : '');
      if (h < 0) return L.kapan_tidak_buka;
      if (h >= 0) return L.kapan_luar + ' ' + tanggal(kapan.dari) + ' – ' + tanggal(kapan.dari + kapan.sampai) + '. ' + L.kapan_tanya;
      beda = '' + h[1] !== '' + h[2];
      selesai = { diserahkan: [hari, jam.value ? 60 * j[0] + +j[1] : -1], selesai: h[2], kira: kira, zona: kapan.zona, kini: hariDari(kini.slice(0, 10)) };
      batas = h[2][0] === hari && h[2][1] >= 0 ? batasHari(kapan, b[2], hari) : -1;
      return [].concat(
        L.Selesai + ' ' + (kira ? L.sekitar : beda ? L.antara : L.paling_lambat) + ' ',
        beda ? [kuat(h[1]), ' ' + (kira ? L.sampai : L.dan) + ' '] : [], kuat(h[2]),
        h[0][0] === hari ? [] : kecil(L.kapan_di_luar + ' ' + saat(h[0]) + '.'),
        batas < 0 ? [] : kecil(L.serahkan_sebelum + ' ' + jamMenit(batas) + ' ' + L.agar_hari_itu));
    }
    function hitung() {
      hasil.textContent = '';
      isi(hasil, jawab());
      tindakan.hidden = !selesai;
      wadah.className = 'bag kapan' + (selesai ? '' : ' tak-cetak');
      tercetak.textContent = selesai ? L.diserahkan + ' ' + saat(selesai.diserahkan) : '';
    }
    var tindakan = buat('div.alat', 0, [janji(L.ke_kalender, 'kalender'), janji(L.tanda_terima, 'tanda'), janji(L.tagih_janji, 'tagih')]);
    isi(wadah, [buat('div.kiri', 0, buat('h2', 0, L.kapan_selesai)), buat('div.kanan', 0, [buat('div.isian', 0, isian), tercetak, hasil, dasar, tindakan])]);
    sesudahVarian.push(hitung);
    pada(wadah, 'input', hitung);
    pada(wadah, 'change', hitung);
    hitung();
  }

  /* ---- syarat: yang dicentang diingat menurut urutannya di halaman ---- */

  var laporan, kunci = 'cek:' + location.pathname, kotak = semua('[data-cek] input');

  function tercentang(x) { return x.checked; }
  function laporSyarat() {
    var k = kotak.filter(function (x) {
      for (; x; x = x.parentElement) if (x.hidden) return false;
      return true;
    });
    laporan.textContent = k.filter(tercentang).length + ' ' + L.dari + ' ' + k.length + ' ' + L.sudah_siap;
  }
  function simpanSyarat() {
    try {
      localStorage.setItem(kunci, kotak.map(function (x) { return x.checked ? 1 : 0; }).join(''));
    } catch (e) { /* penyimpanan dimatikan: centang hanya tidak diingat */ }
    laporSyarat();
  }
  function pasangSyarat(wadah) {
    var dulu;
    try { dulu = localStorage.getItem(kunci); } catch (e) { /* sama */ }
    laporan = buat('span', { role: 'status' });
    sesudahVarian.push(laporSyarat);
    kotak.forEach(function (x, i) {
      x.checked = dulu && dulu[i] > 0;
      pada(x, 'change', simpanSyarat);
    });
    isi(wadah, [laporan, tombol(L.kosongkan, function () {
      kotak.forEach(function (x) { x.checked = false; });
      simpanSyarat();
    })]);
    laporSyarat();
  }

  /* ---- tanda cetak ---- */

  function pasangCetak(p) { /* kode QR poster membawa tanda isinya; tanpa tanda tidak ada yang dikatakan */
    var tanda = /^#c=(\w{5})$/.exec(location.hash);
    if (!tanda) return;
    p.textContent = tanda[1] === p.getAttribute('data-cetak') ? L.cetak_sesuai : L.cetak_lama;
    p.hidden = false;
  }

  if (alat) pasangAlat();
  semua('[data-kapan]').forEach(pasangKapan);
  semua('[data-hitung]').forEach(pasangSyarat);
  if (keadaan) pasangVarian();
  semua('[data-cetak]').forEach(pasangCetak);
})();
