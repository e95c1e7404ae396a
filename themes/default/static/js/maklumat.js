/* Bantuan di halaman yang sudah utuh tanpa skrip: hitungan "Kapan selesai?", daftar syarat, tab, bagikan, tayangan
   loket. Pencarian (cari.js) dimuat bila dipakai. ES5, jalan dari file://. Kait-kaitnya: docs/tema.md, "Skrip". */
(function () {
  'use strict';

  /* ---- tenggat: aturannya di src/value/deadline.h ---- */

  var SATUAN = { /* golongan: 0 jam dinding, 1 hari kerja, 2 kalender; lalu detik, hari, atau (negatif) bulan */
    detik: [0, 1], menit: [0, 60], jam: [0, 3600], hari: [2, 1], hari_kerja: [1, 1], hari_kalender: [2, 1],
    minggu: [2, 7], bulan: [2, -1], tahun: [2, -12]
  }, PALING_JAUH = 7320;

  function hariDari(iso) { var p = iso.split('-'); return Date.UTC(+p[0], p[1] - 1, +p[2]) / 864e5; }
  function isoDari(hari) { return new Date(hari * 864e5).toISOString().slice(0, 10); }

  /* status 'ada' {terima, kemudian, awal, akhir}, 'luar' {tahun} (0 = terlalu jauh), 'tutup'; saat = {hari, menit}, menit -1 = hanya hari */
  function tenggat(kapan, bagian, hari0, menit0) {
    var dari = hariDari(kapan.dari), sampai = hariDari(kapan.sampai), tutup = {}, khusus, w, hasil;
    kapan.tutup.forEach(function (t) { tutup[hariDari(t)] = 1; });
    khusus = kapan.khusus.map(function (x) { return { dari: hariDari(x.dari), sampai: hariDari(x.sampai), jam: x.jam }; });

    function buka(h) {
      var jam = kapan.jam, i;
      if (tutup[h]) return [];
      for (i = 0; i < khusus.length; i++)
        if (h >= khusus[i].dari && h <= khusus[i].sampai) { jam = khusus[i].jam; break; }
      return jam[(((h + 4) % 7) + 7) % 7];
    }
    function luar(tahun) { throw { luar: true, tahun: tahun }; }
    function ke(h) {
      if (h - hari0 > PALING_JAUH) luar(0);
      if (h < dari || h > sampai) luar(new Date(h * 864e5).getUTCFullYear());
      w.h = h;
    }
    function gulir() { while (!buka(w.h).length) ke(w.h + 1); }
    function mulai() {
      var b = buka(w.h), i = 0;
      if (!b.length || w.m >= b[b.length - 1][1]) {
        ke(w.h + 1);
        gulir();
        w.m = buka(w.h)[0][0];
        return;
      }
      while (b[i][1] <= w.m) i++;
      w.m = Math.max(w.m, b[i][0]);
    }
    function jalanMenit(n) {
      function lewat(x) {
        var a = Math.max(w.m, x[0]), t = Math.min(n, x[1] - a);
        if (n > 0 && t > 0) { w.m = a + t; n -= t; }
      }
      for (mulai(); n > 0;) {
        buka(w.h).forEach(lewat);
        if (n > 0) mulai();
      }
    }
    function jalanBulan(n) {
      if (n > Math.floor(PALING_JAUH / 28)) luar(0);
      var t = new Date(w.h * 864e5), y = t.getUTCFullYear(), b = t.getUTCMonth() + n;
      ke(Date.UTC(y, b, Math.min(t.getUTCDate(), new Date(Date.UTC(y, b + 1, 0)).getUTCDate())) / 864e5);
    }
    function jalanHari(i, ujung) {
      var s = SATUAN[bagian[i].satuan], n = bagian[i][ujung];
      if (s[0] === 1) {
        for (; n > 0; n--) { ke(w.h + 1); gulir(); }
        return;
      }
      if (s[1] < 0) jalanBulan(-n * s[1]); else ke(w.h + n * s[1]);
      if (i + 1 === bagian.length || SATUAN[bagian[i + 1].satuan][0] !== 2) gulir();
    }
    function jalan(ujung) {
      var detik = 0, jam = false;
      bagian.forEach(function (b, i) {
        var s = SATUAN[b.satuan];
        jam = s[0] === 0;
        if (!jam) { jalanHari(i, ujung); return; }
        detik += b[ujung] * s[1];
        if (i + 1 < bagian.length && SATUAN[bagian[i + 1].satuan][0] === 0) return;
        jalanMenit(Math.ceil(detik / 60));
        detik = 0;
      });
      return { hari: w.h, menit: jam ? w.m : -1 };
    }
    function selaluTutup(jam) { return jam.every(function (x) { return !x.length; }); }

    if (selaluTutup(kapan.jam) && khusus.every(function (x) { return selaluTutup(x.jam); })) return { status: 'tutup' };
    try {
      w = { h: hari0, m: menit0 };
      ke(hari0);
      mulai();
      hasil = { status: 'ada', terima: { hari: w.h, menit: w.m }, kemudian: w.h !== hari0 };
      hasil.awal = jalan('min');
      w = { h: hasil.terima.hari, m: hasil.terima.menit };
      hasil.akhir = jalan('maks');
      return hasil;
    } catch (e) {
      if (!e.luar) throw e;
      return { status: 'luar', tahun: e.tahun };
    }
  }

  if (typeof module !== 'undefined') {
    module.exports = { tenggat: tenggat, hariDari: hariDari, isoDari: isoDari };
    return;
  }

  /* ---- halaman ---- */

  var d = document, inggris = /^en/.test(d.documentElement.lang), nomorId = 0;

  function T(id, en) { return inggris ? en : id; }
  function semua(pilih, dalam) { return [].slice.call((dalam || d).querySelectorAll(pilih)); }
  function satu(pilih, dalam) { return (dalam || d).querySelector(pilih); }
  /* buat('p.kecil', {atribut}, [anak atau teks]) */
  function buat(nama, atribut, anak) {
    var n = nama.split('.'), e = d.createElement(n[0]), k;
    if (n.length > 1) e.className = n.slice(1).join(' ');
    for (k in atribut) e.setAttribute(k, atribut[k]);
    [].concat(anak === undefined ? [] : anak).forEach(function (a) {
      e.appendChild(typeof a === 'string' ? d.createTextNode(a) : a);
    });
    return e;
  }
  function tombol(teks, kerja, kelas) {
    var b = buat('button.btn' + (kelas || ''), { type: 'button' }, teks);
    b.addEventListener('click', kerja);
    return b;
  }
  function simpanan(kunci, isi) {
    try {
      if (isi === undefined) return localStorage.getItem(kunci);
      if (isi) localStorage.setItem(kunci, isi); else localStorage.removeItem(kunci);
    } catch (e) { /* penyimpanan dimatikan: centang hanya tidak diingat */ }
    return null;
  }

  /* ---- cari: indeksnya menyebut skrip yang membacanya ---- */

  function pasangCari(formulir) {
    var folder = formulir.getAttribute('data-cari'), diminta = false;
    function muat(alamat, sesudah) {
      var s = buat('script', { src: alamat });
      s.onload = s.onerror = sesudah;
      d.head.appendChild(s);
    }
    function gagal() {
      diminta = false;
      satu('[data-cari-status]').textContent = T('Pencarian tidak dapat dimuat. Lihat daftar A–Z.', 'The search could not be loaded. See the A–Z list.');
    }
    function mulai() {
      var indeks = null;
      if (diminta) return;
      diminta = true;
      window.maklumatIndeks = function (x) { indeks = x; };
      muat(folder + 'indeks.js', function () {
        if (!indeks) { gagal(); return; }
        muat(folder + '../' + indeks.skrip, function () {
          if (!window.maklumatCari) { gagal(); return; }
          window.maklumatCari(indeks, { formulir: formulir, folder: folder, buat: buat, tombol: tombol, satu: satu, T: T, muat: muat });
        });
      });
    }
    formulir.elements.q.addEventListener('focus', mulai);
    if (/[?#&]q=/.test(location.search + location.hash)) mulai();
  }

  /* ---- kapan selesai ---- */

  var HARI = T('Minggu Senin Selasa Rabu Kamis Jumat Sabtu', 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday').split(' ');
  var BULAN = T('Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
    'January February March April May June July August September October November December').split(' ');
  function dua(n) { return (n < 10 ? '0' : '') + n; }
  function pukul(m) { return dua(Math.floor(m / 60)) + '.' + dua(m % 60); }
  function tanggal(hari) {
    var t = new Date(hari * 864e5);
    return t.getUTCDate() + ' ' + BULAN[t.getUTCMonth()] + ' ' + t.getUTCFullYear();
  }
  function saat(s) {
    return HARI[new Date(s.hari * 864e5).getUTCDay()] + ', ' + tanggal(s.hari) + (s.menit < 0 ? '' : T(' pukul ', ' at ') + pukul(s.menit));
  }

  function pasangKapan(wadah) {
    var kapan = JSON.parse(wadah.getAttribute('data-kapan')), kini = new Date(Date.now() + kapan.zona * 36e5).toISOString();
    var tgl = buat('input', { type: 'date', id: 'tgl' }), jam = buat('input', { type: 'time', id: 'jam' });
    var hasil = buat('output', { 'for': 'tgl jam' }), dasar = buat('p.kecil'), untuk = null, isian;
    tgl.value = kini.slice(0, 10);
    jam.value = kini.slice(11, 16);

    function tulis(bagian, kecil) {
      hasil.textContent = '';
      bagian.forEach(function (x) { hasil.appendChild(typeof x === 'string' ? d.createTextNode(x) : x); });
      if (kecil) hasil.appendChild(buat('span.kecil', {}, kecil));
    }
    function kuat(s) { return buat('strong', {}, saat(s)); }
    function hitung() {
      var b = kapan.baris[untuk ? +untuk.value : 0], j = /^(\d+):(\d+)/.exec(jam.value || '00:00'), kira = b.batas === 'sekitar';
      if (!/^\d{4}-\d\d-\d\d$/.test(tgl.value)) { tulis([T('Isi tanggal berkas diserahkan.', 'Fill in the day you hand in your papers.')]); return; }
      var h = tenggat(kapan, b.bagian, hariDari(tgl.value), 60 * j[1] + +j[2]);
      dasar.textContent = (kapan.umum ? T('Dihitung dengan jam kerja umum, karena jam layanan belum dicantumkan.', 'Counted with general office hours: the agency gives none.')
        : T('Dihitung dengan jam layanan, hari libur nasional, dan cuti bersama.', 'Counted with opening hours and public holidays.')) +
        (b.bagian.some(function (x) { return x.satuan === 'hari'; }) ? ' ' + T('“Hari” tidak disebut hari kerja atau hari kalender; di sini dihitung sebagai hari kalender.', 'Whether working or calendar days is not said; calendar days are counted.') : '');
      if (h.status === 'tutup') { tulis([T('Tidak ada hari buka di jam layanannya.', 'The agency gives no open day.')]); return; }
      if (h.status === 'luar') {
        tulis([T('Hari libur di situs ini baru diketahui untuk ', 'This site knows the holidays of ') + tanggal(hariDari(kapan.dari)) + ' – ' + tanggal(hariDari(kapan.sampai)) +
          T('. Tanyakan tanggal selesainya kepada petugas.', ' only. Ask the office when it will be done.')]);
        return;
      }
      var rentang = h.awal.hari !== h.akhir.hari || h.awal.menit !== h.akhir.menit;
      tulis(rentang ? [(kira ? T('Selesai sekitar ', 'Done about ') : T('Selesai antara ', 'Done between ')), kuat(h.awal), kira ? T(' sampai ', ' to ') : T(' dan ', ' and '), kuat(h.akhir)]
        : [(kira ? T('Selesai sekitar ', 'Done about ') : T('Selesai paling lambat ', 'Done by ')), kuat(h.akhir)],
      h.kemudian && T('Diserahkan di luar jam layanan, jadi dihitung sejak ', 'Handed in outside opening hours, so counted from ') + saat(h.terima) + '.');
    }

    isian = [buat('div', {}, [buat('label', { 'for': 'tgl' }, T('Berkas lengkap diserahkan', 'All papers handed in')), tgl]),
      buat('div', {}, [buat('label', { 'for': 'jam' }, T('Pukul', 'At')), jam])];
    if (kapan.baris.length > 1) {
      untuk = buat('select', { id: 'untuk' }, kapan.baris.map(function (b, i) { return buat('option', { value: i }, b.untuk || T('Umum', 'General')); }));
      isian.unshift(buat('div', {}, [buat('label', { 'for': 'untuk' }, T('Untuk', 'For')), untuk]));
      hasil.setAttribute('for', 'untuk tgl jam');
    }
    [buat('h2', {}, T('Kapan selesai?', 'When will it be done?')), buat('div.isian', {}, isian), hasil, dasar].forEach(function (e) { wadah.appendChild(e); });
    wadah.addEventListener('input', hitung);
    wadah.addEventListener('change', hitung);
    hitung();
  }

  /* ---- varian ---- */

  var varian = []; /* satu isi tiap kelompok: {panel, tombol} */

  function pilihVarian(nama, fokus) {
    varian.forEach(function (v) {
      if (v.nama.indexOf(nama) < 0) return;
      v.panel.forEach(function (p, i) {
        var ini = v.nama[i] === nama;
        p.hidden = !ini;
        v.tombol[i].setAttribute('aria-selected', ini);
        v.tombol[i].tabIndex = ini ? 0 : -1;
        if (ini && fokus === v) v.tombol[i].focus();
      });
    });
    laporSyarat();
  }
  function pasangVarian(induk) {
    var panel = [].filter.call(induk.children, function (e) { return e.hasAttribute('data-varian'); });
    var v = { panel: panel, nama: panel.map(function (p) { return p.getAttribute('data-varian'); }) };
    if (panel.length < 2) return;
    v.tombol = panel.map(function (p, i) {
      var id = 'varian-' + ++nomorId, b = tombol(v.nama[i], function () { pilihVarian(v.nama[i]); });
      b.id = 'tab-' + id;
      b.setAttribute('role', 'tab');
      b.setAttribute('aria-controls', p.id = p.id || id);
      p.setAttribute('role', 'tabpanel');
      p.setAttribute('aria-labelledby', b.id);
      return b;
    });
    var bilah = buat('div.isian', { role: 'tablist' }, v.tombol);
    bilah.addEventListener('keydown', function (e) {
      var i = v.tombol.indexOf(d.activeElement), n = panel.length;
      var ke = { ArrowRight: i + 1, ArrowLeft: i - 1 + n, Home: 0, End: n - 1 }[e.key];
      if (ke === undefined) return;
      e.preventDefault();
      pilihVarian(v.nama[ke % n], v);
    });
    induk.insertBefore(bilah, panel[0]);
    varian.push(v);
    pilihVarian(v.nama[0]);
  }
  function bukaSasaran() { /* tautan ke dalam varian yang tidak tampil */
    var e = location.hash.length > 1 && d.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var p = e; p; p = p.parentElement)
      if (p.hidden && p.hasAttribute('data-varian')) { pilihVarian(p.getAttribute('data-varian')); e.scrollIntoView(); }
  }

  /* ---- syarat ---- */

  var laporan = null, kunci = 'cek:' + location.pathname;

  function kotak() { return semua('[data-cek] input[type=checkbox]'); }
  function laporSyarat() {
    if (!laporan) return;
    var k = kotak().filter(function (x) { return !(x.closest && x.closest('[hidden]')); });
    var n = k.filter(function (x) { return x.checked; }).length;
    laporan.textContent = n + T(' dari ', ' of ') + k.length + T(' sudah siap', ' ready');
  }
  function simpanSyarat() {
    simpanan(kunci, kotak().filter(function (x) { return x.checked; }).map(function (x) { return x.id; }).join(' '));
    laporSyarat();
  }
  function pasangSyarat(wadah) {
    var dulu = (simpanan(kunci) || '').split(' ');
    if (!kotak().length) return;
    laporan = buat('span', { role: 'status' });
    kotak().forEach(function (x) {
      if (dulu.indexOf(x.id) >= 0) x.checked = true;
      x.addEventListener('change', simpanSyarat);
    });
    wadah.appendChild(laporan);
    wadah.appendChild(tombol(T('Kosongkan', 'Clear'), function () {
      kotak().forEach(function (x) { x.checked = false; });
      simpanSyarat();
    }));
    laporSyarat();
  }

  /* ---- bagikan, salin, cetak ---- */

  function pasangAlat(wadah) {
    var kanonik = satu('link[rel=canonical]'), alamat = kanonik ? kanonik.href : location.href.split('#')[0];
    var kalimat = wadah.getAttribute('data-alat'), kabar = buat('span.kecil', { role: 'status' });
    function salin() {
      function lama() {
        var t = buat('textarea', { readonly: '' });
        t.value = alamat;
        wadah.appendChild(t);
        t.select();
        var bisa = d.execCommand('copy');
        wadah.removeChild(t);
        kabar.textContent = bisa ? T('Tautan tersalin.', 'Link copied.') : alamat;
      }
      if (!navigator.clipboard || !window.isSecureContext) { lama(); return; }
      navigator.clipboard.writeText(alamat).then(function () { kabar.textContent = T('Tautan tersalin.', 'Link copied.'); }, lama);
    }
    wadah.appendChild(navigator.share
      ? tombol(T('Bagikan', 'Share'), function () { navigator.share({ title: kalimat, url: alamat }).then(null, function () {}); })
      : buat('a.btn', { href: 'https://wa.me/?text=' + encodeURIComponent(kalimat + '\n' + alamat) }, T('Bagikan', 'Share')));
    wadah.appendChild(tombol(T('Salin tautan', 'Copy link'), salin));
    wadah.appendChild(tombol(T('Cetak', 'Print'), function () { window.print(); }));
    wadah.appendChild(kabar);
  }

  /* ---- tayangan loket ---- */

  function pasangPapan(papan) {
    var lembar = semua('[data-lembar]', papan), kendali = satu('[data-papan-kendali]');
    var jeda = 1000 * (+papan.getAttribute('data-papan') || 12), waktu = null, kini = 0, posisi, jalanlah;
    if (lembar.length < 2 || !kendali) return;
    function tampil(i) {
      kini = (i + lembar.length) % lembar.length;
      lembar.forEach(function (l, k) { l.hidden = k !== kini; });
      posisi.textContent = (kini + 1) + T(' dari ', ' of ') + lembar.length;
    }
    function berhenti() {
      clearInterval(waktu);
      waktu = null;
      d.body.classList.remove('jalan');
      jalanlah.textContent = T('Jalankan', 'Play');
    }
    function mulai() {
      tampil(kini);
      waktu = setInterval(function () { tampil(kini + 1); }, jeda);
      d.body.classList.add('jalan');
      jalanlah.textContent = T('Jeda', 'Pause');
    }
    function pindah(n) { return function () { berhenti(); tampil(kini + n); }; }
    posisi = buat('span.kecil');
    jalanlah = tombol('', function () { if (waktu) berhenti(); else mulai(); }, '.utama');
    [tombol(T('Sebelumnya', 'Previous'), pindah(-1)), jalanlah, tombol(T('Berikutnya', 'Next'), pindah(1)), posisi].forEach(function (e) { kendali.appendChild(e); });
    ['keydown', 'mousedown', 'touchstart'].forEach(function (x) {
      d.addEventListener(x, function (e) { if (waktu && !kendali.contains(e.target)) berhenti(); }, { passive: true });
    });
    window.addEventListener('beforeprint', function () { lembar.forEach(function (l) { l.hidden = false; }); });
    window.addEventListener('afterprint', function () { tampil(kini); });
    if (window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)').matches) { tampil(0); berhenti(); } else mulai();
  }

  semua('form[data-cari]').slice(0, 1).forEach(pasangCari);
  semua('[data-kapan]').slice(0, 1).forEach(pasangKapan);
  semua('[data-alat]').forEach(pasangAlat);
  semua('[data-hitung]').slice(0, 1).forEach(pasangSyarat);
  semua('[data-varian]').map(function (e) { return e.parentElement; })
    .filter(function (e, i, a) { return a.indexOf(e) === i; }).forEach(pasangVarian);
  semua('[data-papan]').slice(0, 1).forEach(pasangPapan);
  window.addEventListener('hashchange', bukaSasaran);
  bukaSasaran();
  window.addEventListener('beforeprint', function () { varian.forEach(function (v) { v.panel.forEach(function (p) { p.hidden = false; }); }); });
  window.addEventListener('afterprint', function () {
    varian.forEach(function (v) { v.panel.forEach(function (p, i) { p.hidden = v.tombol[i].getAttribute('aria-selected') !== 'true'; }); });
  });
})();
