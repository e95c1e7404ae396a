/* Bantuan di halaman yang sudah utuh tanpa skrip: hitungan "Kapan selesai?", daftar syarat, tab, bagikan. Pencarian
   (cari.js) dimuat bila dipakai. ES5, jalan dari file://. Kait-kaitnya: docs/tema.md, "Skrip". Diterbitkan tanpa
   komentar dan jarak. */
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
      return kapan.tutup.indexOf(i) < 0 ? jam[(x % 7 + 11) % 7] : [];
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

  if (typeof module !== 'undefined') {
    module.exports = tenggat;
    return;
  }

  /* ---- halaman ---- */

  var d = document, inggris = /^en/.test(d.documentElement.lang);

  function T(id, en) { return inggris ? en : id; }
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
    var b = buat('button.btn', 0, teks);
    pada(b, 'click', kerja);
    return b;
  }

  /* ---- cari: indeksnya menyebut skrip yang membacanya ---- */

  function pasangCari(formulir) {
    var folder = formulir.getAttribute('data-cari'), diminta, indeks;
    function muat(alamat, sesudah) {
      var s = buat('script', { src: alamat });
      s.onload = s.onerror = sesudah;
      d.head.appendChild(s);
    }
    function mulai() {
      if (diminta) return;
      diminta = true;
      window.maklumatIndeks = function (x) { indeks = x; };
      muat(folder + 'indeks.js', function () {
        muat(folder + '../' + (indeks || {}).skrip, function () {
          if (window.maklumatCari) { maklumatCari(indeks, formulir, folder, muat, satu, pada, isi, buat, tombol, T); return; }
          diminta = false;
          satu('[data-cari-status]').textContent = T('Pencarian tidak dapat dimuat. Lihat daftar A–Z.', 'The search could not be loaded. See the A–Z list.');
        });
      });
    }
    pada(formulir.elements.q, 'focus', mulai);
    if (/[?#&]q=/.test(location.search + location.hash)) mulai();
  }

  /* ---- kapan selesai ---- */

  /* Nama hari dan bulan diketahui peramban. */
  function tanggal(hari, minggu) {
    return new Date(hari * 864e5).toLocaleDateString(T('id-ID', 'en-GB'),
      { weekday: minggu, day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  }
  function saat(s) {
    var jam = new Date(s[1] * 6e4).toISOString().slice(11, 16);
    return tanggal(s[0], 'long') + (s[1] < 0 ? '' : T(' pukul ' + jam.replace(':', '.'), ' at ' + jam));
  }

  function pasangKapan(wadah) {
    var kapan = JSON.parse(wadah.getAttribute('data-kapan')), kini = new Date(Date.now() + kapan.zona * 36e5).toISOString();
    var untuk, isian = [], nama = [], hasil = buat('output'), dasar = buat('p.kecil');
    function medan(unsur, id, teks, nilai, atribut, anak) {
      var e = buat(unsur, atribut, anak);
      e.id = id;
      if (nilai) e.value = nilai;
      nama.push(id);
      isian.push(buat('div', 0, [buat('label', { 'for': id }, teks), e]));
      return e;
    }
    if (kapan.baris[1])
      untuk = medan('select', 'untuk', T('Untuk', 'For'), 0, 0,
        kapan.baris.map(function (b, i) { return buat('option', { value: i }, b[0] || T('Umum', 'General')); }));
    var tgl = medan('input', 'tgl', T('Berkas lengkap diserahkan', 'All papers handed in'), kini.slice(0, 10), { type: 'date' });
    var jam = medan('input', 'jam', T('Pukul', 'At'), kini.slice(11, 16), { type: 'time' });
    hasil.setAttribute('for', nama.join(' '));

    function kuat(s) { return buat('strong', 0, saat(s)); }
    function jawab() {
      var b = kapan.baris[untuk ? untuk.value : 0], j = (jam.value || '0:0').split(':'), kira = b[1];
      if (!/^\d{4}-/.test(tgl.value)) return T('Isi tanggal berkas diserahkan.', 'Fill in the day you hand in your papers.');
      var hari = hariDari(tgl.value), h = tenggat(kapan, b[2], hari, 60 * j[0] + +j[1]);
      dasar.textContent = (kapan.umum ? T('Dihitung dengan jam kerja umum, karena jam layanan belum dicantumkan.', 'Counted with usual office hours; the agency gives none.')
        : T('Dihitung dengan jam layanan, hari libur nasional, dan cuti bersama.', 'Counted with opening hours and public holidays.')) +
        (b[2].some(function (x) { return x[2] > 2; }) ? T(' “Hari” dihitung sebagai hari kalender.', ' “Days” are counted as calendar days.') : '');
      if (h < 0) return T('Tidak ada hari buka di jam layanannya.', 'The agency gives no open day.');
      if (h >= 0)
        return T('Hari libur di situs ini baru diketahui untuk ', 'This site knows the holidays of ') + tanggal(kapan.dari) + ' – ' + tanggal(kapan.dari + kapan.sampai) +
          T('. Tanyakan tanggal selesainya kepada petugas.', ' only. Ask the office when it will be done.');
      var beda = '' + h[1] !== '' + h[2];
      return [].concat(
        T('Selesai ', 'Done ') + (kira ? T('sekitar ', 'about ') : beda ? T('antara ', 'between ') : T('paling lambat ', 'by ')),
        beda ? [kuat(h[1]), kira ? T(' sampai ', ' to ') : T(' dan ', ' and ')] : [], kuat(h[2]), h[0][0] === hari ? [] : buat('span.kecil', 0, T('Diserahkan di luar jam layanan, jadi dihitung sejak ', 'Handed in outside opening hours, so counted from ') + saat(h[0]) + '.'));
    }
    function hitung() {
      hasil.textContent = '';
      isi(hasil, jawab());
    }
    isi(wadah, [buat('h2', 0, T('Kapan selesai?', 'When will it be done?')), buat('div.isian', 0, isian), hasil, dasar]);
    pada(wadah, 'input', hitung);
    pada(wadah, 'change', hitung);
    hitung();
  }

  /* ---- varian ---- */

  var varian = []; /* satu isi tiap kelompok: panel, nama, tombol */

  function pilihVarian(nama, fokus) {
    varian.forEach(function (v) {
      var pilih = v.nama.indexOf(nama);
      if (pilih < 0) return;
      v.pilih = pilih;
      v.tombol.forEach(function (t, i) {
        t.setAttribute('aria-selected', i === pilih);
        t.tabIndex = i === pilih ? 0 : -1;
      });
      if (fokus === v) v.tombol[pilih].focus();
    });
    tampilVarian();
    laporSyarat();
  }
  function tampilVarian(cetak) {
    varian.forEach(function (v) {
      v.panel.forEach(function (p, i) { p.hidden = !cetak && i !== v.pilih; });
    });
  }
  function pasangVarian(panel) {
    if (panel.length < 2) return;
    var nama = panel.map(function (p) { return p.getAttribute('data-varian'); }), v = { panel: panel, nama: nama };
    v.tombol = panel.map(function (p, i) {
      var b = tombol(nama[i], function () { pilihVarian(nama[i]); });
      b.id = 'tab-' + varian.length + '-' + i;
      b.setAttribute('role', 'tab');
      b.setAttribute('aria-controls', p.id = 'isi-' + b.id);
      p.setAttribute('role', 'tabpanel');
      p.setAttribute('aria-labelledby', b.id);
      return b;
    });
    var bilah = buat('div.isian', { role: 'tablist' }, v.tombol);
    pada(bilah, 'keydown', function (e) {
      var n = panel.length, ke = { ArrowRight: v.pilih + 1, ArrowLeft: v.pilih - 1 + n, Home: 0, End: n - 1 }[e.key];
      if (ke === undefined) return;
      e.preventDefault();
      pilihVarian(nama[ke % n], v);
    });
    panel[0].parentNode.insertBefore(bilah, panel[0]);
    varian.push(v);
    pilihVarian(nama[0]);
  }
  function bukaSasaran() { /* tautan ke dalam varian yang tidak tampil */
    var e = d.getElementById(location.hash.slice(1));
    for (var p = e; p; p = p.parentElement)
      if (p.hidden) { pilihVarian(p.getAttribute('data-varian')); e.scrollIntoView(); }
  }

  /* ---- syarat: yang dicentang diingat menurut urutannya di halaman ---- */

  var laporan, kunci = 'cek:' + location.pathname, kotak = semua('[data-cek] input');

  function tercentang(x) { return x.checked; }
  function laporSyarat() {
    if (!laporan) return;
    var k = kotak.filter(function (x) {
      for (; x; x = x.parentElement) if (x.hidden) return false;
      return true;
    });
    laporan.textContent = k.filter(tercentang).length + T(' dari ', ' of ') + k.length + T(' sudah siap', ' ready');
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
    kotak.forEach(function (x, i) {
      x.checked = dulu && dulu[i] > 0;
      pada(x, 'change', simpanSyarat);
    });
    isi(wadah, [laporan, tombol(T('Kosongkan', 'Clear'), function () {
      kotak.forEach(function (x) { x.checked = false; });
      simpanSyarat();
    })]);
    laporSyarat();
  }

  /* ---- bagikan, salin, cetak ---- */

  function pasangAlat(wadah) {
    var kanonik = satu('link[rel=canonical]'), alamat = kanonik ? kanonik.href : location.href.split('#')[0];
    var kalimat = satu('h1').textContent + ' – ' + satu('.atas').textContent, kabar = buat('span.kecil', { role: 'status' });
    function tersalin() { kabar.textContent = T('Tautan tersalin.', 'Link copied.'); }
    function lama() { /* juga di http, tempat navigator.clipboard tidak ada */
      var t = isi(wadah, buat('textarea', { readonly: '' })).lastChild;
      t.value = alamat;
      t.select();
      if (d.execCommand('copy')) tersalin(); else kabar.textContent = alamat;
      wadah.removeChild(t);
    }
    isi(wadah, [
      navigator.share ? tombol(T('Bagikan', 'Share'), function () { navigator.share({ title: kalimat, url: alamat }).then(null, Boolean); })
        : buat('a.btn', { href: 'https://wa.me/?text=' + encodeURIComponent(kalimat + '\n' + alamat) }, T('Bagikan', 'Share')),
      tombol(T('Salin tautan', 'Copy link'), function () {
        if (navigator.clipboard) navigator.clipboard.writeText(alamat).then(tersalin, lama); else lama();
      }),
      tombol(T('Cetak', 'Print'), function () { print(); }), kabar]);
  }

  semua('form[data-cari]').forEach(pasangCari);
  semua('[data-kapan]').forEach(pasangKapan);
  semua('[data-alat]').forEach(pasangAlat);
  semua('[data-hitung]').forEach(pasangSyarat);
  semua('[data-varian]').forEach(function (e, i, semuanya) {
    var panel = semuanya.filter(function (p) { return p.parentNode === e.parentNode; });
    if (panel[0] === e) pasangVarian(panel);
  });
  pada(window, 'hashchange', bukaSasaran);
  pada(window, 'beforeprint', function () { tampilVarian(true); });
  pada(window, 'afterprint', function () { tampilVarian(); });
  bukaSasaran();
})();
