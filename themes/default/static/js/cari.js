/* Pencarian. Dimuat maklumat.js sesudah cari/indeks.js, pada saat kotak cari dipakai. Indeksnya berupa berkas skrip
   biasa, jadi jalan dari file:// juga. ES5. Bentuk berkasnya: src/render/search.h. */
(function () {
  'use strict';

  /* ---- kata: sama dengan src/text/fold.c dan src/render/search-stems.c ---- */

  function kata(teks) {
    var s = String(teks).toLowerCase();
    if (s.normalize) s = s.normalize('NFD');
    return s
      .replace(/['\u2018\u2019\u02bc\u0300-\u036f]/g, '')
      .split(/[^0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff\ue000-\ufeff\uff10-\uffff]+/)
      .filter(Boolean)
      .map(function (k) { return k.slice(0, 32); });
  }

  /* awalan, akar yang mungkin (+ diganti sisanya), akhiran yang harus ada */
  var AWALAN = [
    [/^[mp]eng([aeiou][a-z]{2,})$/, ['', 'k']],
    [/^[mp]eng([^aeiou][a-z]{2,})$/, ['']],
    [/^[mp]eny([aeiou][a-z]{2,})$/, ['s']],
    [/^[mp]em([aeiou][a-z]{2,})$/, ['p', 'm']],
    [/^[mp]em([bfp][a-z]{2,})$/, ['']],
    [/^[mp]en([aeiou][a-z]{2,})$/, ['t', 'n']],
    [/^[mp]en([cdjstz][a-z]{2,})$/, ['']],
    [/^[pb]er([aeiou][a-z]{3,})$/, ['', 'r']],
    [/^[pb]er([^aeiou][a-z]{3,})$/, ['']],
    [/^ter([a-z]{4,})$/, ['']],
    [/^[mp]e([^aeiou][a-z]{3,})$/, ['']],
    [/^di([a-z]{4,})$/, [''], /kan|^i/],
    [/^ke([a-z]{3,})$/, [''], /^an/]
  ];

  function akar(k) {
    var s = k, akhir = '', m, i;
    if (!/^[a-z]{5,64}$/.test(k)) return [];
    s = s.replace(/^(.{4,})nya$/, '$1');
    if (!/^[pk]e/.test(k) && (m = /^(.{4,})(kan)$/.exec(s))) akhir = 'kan';
    else if ((m = /^(.{3,})(an)$/.exec(s))) akhir = 'an';
    else if (/^(me|di)/.test(k) && (m = /^(.{3,}[^s])(i)$/.exec(s))) akhir = 'i';
    if (m) s = m[1];
    for (i = 0; i < AWALAN.length; i++) {
      m = AWALAN[i][0].exec(s);
      if (m && (!AWALAN[i][2] || AWALAN[i][2].test(akhir)))
        return AWALAN[i][1].map(function (a) { return a + m[1]; });
    }
    return s === k ? [] : [s];
  }

  /* Beda satu huruf: kurang, lebih, lain, atau tertukar dengan tetangganya. */
  function dekat(a, b) {
    var i = 0, x = a.length, y = b.length;
    if (Math.abs(x - y) > 1 || a === b) return false;
    while (a.charAt(i) === b.charAt(i)) i++;
    if (x === y)
      return a.slice(i + 1) === b.slice(i + 1) ||
        (a.charAt(i) === b.charAt(i + 1) && a.charAt(i + 1) === b.charAt(i) && a.slice(i + 2) === b.slice(i + 2));
    return x < y ? a.slice(i) === b.slice(i + 1) : a.slice(i + 1) === b.slice(i);
  }

  function balik(s) { return s.split('').reverse().join(''); }

  /* ---- pencarian: bentuk berkasnya di src/render/search.h ---- */

  var BOBOT = [8, 4, 1], TERBANYAK = 200;

  /* Daftar dokumen satu kata: panggil ke(dokumen); true bila katanya terlalu umum untuk memilih. */
  function urai(teks, ke) {
    var umum = teks.charAt(0) === '*', i = umum ? 1 : 0, sesudah = 0;
    function angka() {
      var n = 0, geser = 0, c;
      do {
        c = teks.charCodeAt(i++);
        c = c === 48 ? 29 : c - 63;
        n += (c & 31) << geser;
        geser += 5;
      } while (c & 32);
      return n;
    }
    while (i < teks.length) {
      var n = angka(), dok = sesudah + (n >> 1), banyak = n & 1 ? angka() + 2 : 1;
      for (sesudah = dok + banyak; dok < sesudah; dok++) ke(dok);
    }
    return umum;
  }

  /* muat(nama, sesudah) menjalankan berkas cari/nama.js, yang memanggil fungsi `terima`. */
  function pencari(muat) {
    var indeks = null, henti = {}, padan = {}, muatan = {}, menunggu = {};

    function pecah(s) { var a = s.split(' '); return { k: a, n: a.length / 2 }; }

    var terima = {
      maklumatIndeks: function (x) {
        indeks = x;
        x.henti.split(' ').forEach(function (k) { henti[k] = 1; });
        x.padan.split(';').forEach(function (baris) {
          var b = baris.split('=');
          b[1].split('|').forEach(function (bentuk) { padan[bentuk] = b[0]; });
        });
        ['k', 'b'].forEach(function (j) { if (x[j] !== undefined) x[j] = x[j].split(' '); });
        if (x.kata !== undefined) {
          muatan.k0 = pecah(x.kata);
          muatan.r0 = x.catatan;
          x.k = [''];
        }
      },
      maklumatKata: function (i, s) { muatan['k' + i] = pecah(s); },
      maklumatBalik: function (i, s) { muatan['b' + i] = s.split(' '); },
      maklumatCatatan: function (i, x) { muatan['r' + i] = x; }
    };

    function sandi(jenis, i) {
      var n = jenis === 'r' ? Math.floor(i / indeks.rg) : i;
      return indeks[jenis + 'h'].substr(6 * n, 6);
    }

    /* Memuat beberapa pecahan ("k3", "r0"); yang gagal dianggap tidak ada. */
    function ambil(nama, sesudah) {
      var sisa = 1;
      function satu() { if (!--sisa) sesudah(); }
      nama.forEach(function (x) {
        if (muatan[x] !== undefined) return;
        sisa++;
        if (menunggu[x]) { menunggu[x].push(satu); return; }
        menunggu[x] = [satu];
        muat(x + '-' + sandi(x.charAt(0), +x.slice(1)), function () {
          var daftar = menunggu[x];
          delete menunggu[x];
          if (muatan[x] === undefined) muatan[x] = null;
          daftar.forEach(function (f) { f(); });
        });
      });
      satu();
    }

    /* Pecahan tempat kata ini berada menurut kata-kata pertamanya. */
    function tempat(awal, k) {
      var a = 0, b = awal.length - 1, t;
      while (a < b) {
        t = (a + b + 1) >> 1;
        if (awal[t] <= k) a = t; else b = t - 1;
      }
      return a;
    }
    function rentang(jenis, k) { /* pecahan yang memuat kata berawalan k, paling banyak tiga */
      var awal = indeks[jenis], a = tempat(awal, k), b = Math.min(tempat(awal, k + '\uffff'), a + 2), x = [];
      for (; a <= b; a++) x.push(jenis + a);
      return x;
    }

    /* Panggil ke(kata, daftar) untuk kata itu sendiri, atau semua yang berawalan sama, di pecahan yang sudah ada. */
    function cocok(nama, k, awalan, ke) {
      var banyak = 0;
      nama.forEach(function (x) {
        var p = muatan[x], a = 0, b, t;
        if (!p) return;
        for (b = p.n; a < b;) {
          t = (a + b) >> 1;
          if (p.k[2 * t] < k) a = t + 1; else b = t;
        }
        for (; a < p.n && banyak < TERBANYAK; a++, banyak++) {
          t = p.k[2 * a];
          if (awalan ? t.slice(0, k.length) !== k : t !== k) break;
          ke(t, p.k[2 * a + 1]);
        }
      });
    }

    /* Kueri menjadi kata-kata yang dicari; bentuk lain dari kata yang sama disatukan. */
    function tanya(teks) {
      var semua = kata(teks), hasil = [], i, n, gabung;
      for (i = 0; i < semua.length; i += n) {
        for (n = Math.min(8, semua.length - i); n > 0; n--) {
          gabung = semua.slice(i, i + n).join(' ');
          if (padan[gabung] !== undefined || n === 1) break;
        }
        gabung = padan[gabung] || gabung;
        if (!henti[gabung] && (gabung.length > 1 || /\d/.test(gabung)) && hasil.indexOf(gabung) < 0) hasil.push(gabung);
      }
      return hasil;
    }

    /* Nilai tiap dokumen untuk satu kata. */
    function nilai(k, salah) {
      var peta = {}, umum = false, ada = false;
      function catat(faktor) {
        return function (t, daftar) {
          ada = true;
          daftar.split('!').forEach(function (d, f) {
            var bobot = BOBOT[f] * faktor;
            if (d && urai(d, function (dok) { if (!(peta[dok] >= bobot)) peta[dok] = bobot; })) umum = true;
          });
        };
      }
      (salah.length ? salah : [k]).forEach(function (x) {
        cocok(rentang('k', x), x, false, catat(salah.length ? 0.5 : 1));
        akar(x).forEach(function (y) { cocok(rentang('k', y), y, false, catat(salah.length ? 0.45 : 0.9)); });
        if (x.length > 2 && !salah.length) cocok(rentang('k', x), x, true, catat(0.75));
      });
      return { k: k, peta: peta, umum: umum, ada: ada };
    }

    /* Kata-kata yang ejaannya hampir sama: salah di belakang dicari menurut awalnya, salah di depan menurut akhirnya. */
    function ralat(k, sesudah) {
      var n = k.length, depan = Math.min(4, (n - 1) >> 1), belakang = Math.min(4, n - 1 - depan);
      var maju = indeks.bh ? rentang('k', k.slice(0, depan)) : ['k0'];
      var mundur = indeks.bh ? rentang('b', balik(k).slice(0, belakang)) : [];
      ambil(maju.concat(mundur), function () {
        var ketemu = [];
        function coba(x) { if (dekat(k, x) && ketemu.indexOf(x) < 0 && ketemu.length < 3) ketemu.push(x); }
        maju.forEach(function (x) { for (var i = 0, p = muatan[x]; p && i < p.n; i++) coba(p.k[2 * i]); });
        mundur.forEach(function (x) { (muatan[x] || []).forEach(function (y) { coba(balik(y)); }); });
        sesudah(ketemu);
      });
    }

    /* Dokumen yang memuat semua kata; bila tidak ada, yang memuat paling banyak. */
    function gabungkan(daftar) {
      var jumlah = {}, memuat = {}, pemilih = daftar.filter(function (x) { return !x.umum; }), semua;
      daftar.forEach(function (x) {
        if (x.umum && pemilih.length) return;
        Object.keys(x.peta).forEach(function (d) {
          jumlah[d] = (jumlah[d] || 0) + x.peta[d];
          memuat[d] = (memuat[d] || 0) + 1;
        });
      });
      daftar.forEach(function (x) {
        if (!x.umum || !pemilih.length) return;
        Object.keys(jumlah).forEach(function (d) { jumlah[d] += x.peta[d] || 1; });
      });
      var perlu = pemilih.length || 1, dok = Object.keys(jumlah);
      semua = dok.filter(function (d) { return memuat[d] >= perlu; });
      if (semua.length || daftar.length < 2) dok = semua;
      else dok.forEach(function (d) { jumlah[d] += 100 * memuat[d]; });
      dok.sort(function (a, b) { return jumlah[b] - jumlah[a] || a - b; });
      return { dok: dok.map(Number), lengkap: semua.length > 0, terpotong: !pemilih.length && daftar.length > 0 };
    }

    /* sesudah({dok, lengkap, terpotong, ralat}) */
    function cari(teks, sesudah) {
      var ks = tanya(teks), nama = [];
      ks.forEach(function (k) {
        nama = nama.concat(rentang('k', k));
        akar(k).forEach(function (a) { nama = nama.concat(rentang('k', a).slice(0, 1)); });
      });
      ambil(nama, function () {
        var hasil = [], ralatan = [];
        (function berikut(i) {
          if (i === ks.length) {
            var h = gabungkan(hasil);
            h.ralat = ralatan;
            h.kosong = !ks.length;
            sesudah(h);
            return;
          }
          var n = nilai(ks[i], []);
          if (n.ada || ks[i].length < 5) { hasil.push(n); berikut(i + 1); return; }
          ralat(ks[i], function (usul) {
            var perlu = [];
            usul.forEach(function (x) { perlu = perlu.concat(rentang('k', x).slice(0, 1)); });
            ambil(perlu, function () {
              if (usul.length) ralatan.push(usul[0]);
              hasil.push(usul.length ? nilai(ks[i], usul) : n);
              berikut(i + 1);
            });
          });
        })(0);
      });
    }

    /* sesudah([{judul, instansi, jalur, waktu, biaya, cap}]) untuk dokumen-dokumen itu */
    function catatan(dok, sesudah) {
      var ukuran = indeks.r || Infinity;
      function pecahan(d) { return 'r' + (indeks.r ? Math.floor(d / ukuran) : 0); }
      ambil(dok.map(pecahan).filter(function (x, i, a) { return a.indexOf(x) === i; }), function () {
        sesudah(dok.map(function (d) {
          var p = muatan[pecahan(d)], i = indeks.r ? d % ukuran : d, j = i, b;
          if (!p) return null;
          b = p[1][i];
          while (p[1][j][0] === 0) j--;
          var folder = p[0][b[1]][1];
          return {
            judul: p[1][j][0], instansi: p[0][b[1]][0], waktu: b[3], biaya: b[4], cap: b[5],
            jalur: (folder ? folder + '/' : '') + b[2] + '.html'
          };
        }).filter(Boolean));
      });
    }

    return {
      terima: terima, cari: cari, catatan: catatan, tanya: tanya,
      siap: function () { return indeks !== null; },
      utuh: function () { return indeks && indeks.kata !== undefined; }
    };
  }

  if (typeof module !== 'undefined') {
    module.exports = { kata: kata, akar: akar, dekat: dekat, pencari: pencari };
    return;
  }

  /* ---- halaman ---- */

  window.maklumatCari = function (indeks, alat) {
    var buat = alat.buat, tombol = alat.tombol, satu = alat.satu, T = alat.T;
    var formulir = alat.formulir, masukan = formulir.elements.q, folder = alat.folder, akarSitus = folder.replace(/cari\/$/, '');
    var status = satu('[data-cari-status]'), wadah = satu('[data-cari-hasil]'), tunda, urutan = 0, SEKALI = 10;
    var mesin = pencari(function (nama, sesudah) { alat.muat(folder + nama + '.js', sesudah); });

    function katakan(teks) { status.textContent = teks; }
    function kosongkan() { wadah.textContent = ''; }

    function baris(c) {
      var fakta = [buat('b', {}, c.waktu), ' ', buat('b', {}, c.biaya)];
      if (c.cap) fakta.push(' ', buat('span.cap.bila', {}, c.cap));
      return buat('li', {}, [
        buat('p.nama', {}, buat('a', { href: akarSitus + encodeURI(c.jalur) }, [c.judul, buat('span.vh', {}, ', ' + c.instansi)])),
        buat('p.kecil', {}, c.instansi), buat('p.fakta', {}, fakta)
      ]);
    }
    function jumlah(h) {
      var n = h.dok.length;
      if (h.kosong) return '';
      if (!n) return T('Tidak ada yang cocok. Coba kata lain, atau lihat daftar A–Z.', 'Nothing matches. Try other words, or see the A–Z list.');
      var t = (h.terpotong ? T('Lebih dari ', 'More than ') : '') + n + T(' layanan ditemukan', n === 1 ? ' service found' : ' services found');
      if (h.ralat.length) t += T(' untuk ', ' for ') + '“' + h.ralat.join(' ') + '”';
      if (!h.lengkap) t += T('; tidak ada yang memuat semua kata', '; none has all the words');
      return t + '.';
    }
    /* Indeks kecil memuat semua catatan, jadi hasilnya dapat disaring menurut instansi. */
    function penyaring(dok, pilih) {
      mesin.catatan(dok, function (isi) {
        var nama = isi.map(function (c) { return c.instansi; }).filter(function (x, i, a) { return a.indexOf(x) === i; }).sort();
        if (nama.length < 2) return;
        var s = buat('select', { id: 'saring' }, [buat('option', { value: '' }, T('Semua instansi', 'All agencies'))].concat(
          nama.map(function (x) { return buat('option', { value: x }, x); })));
        s.addEventListener('change', function () {
          pilih(dok.filter(function (x, i) { return !s.value || isi[i].instansi === s.value; }));
        });
        wadah.insertBefore(buat('p.isian', {}, [buat('label', { 'for': 'saring' }, T('Instansi', 'Agency')), s]), wadah.firstChild);
      });
    }
    function tampilkan(h, ini) {
      var daftar = buat('ul.daftar'), lagi, kini = h.dok, sampai = 0;
      function tambah(fokus) {
        var dari = kini.slice(sampai, sampai + SEKALI);
        mesin.catatan(dari, function (isi) {
          if (ini !== urutan) return;
          isi.forEach(function (c, i) {
            var b = baris(c);
            daftar.appendChild(b);
            if (fokus && !i) satu('a', b).focus();
          });
          sampai += dari.length;
          if (sampai < kini.length) wadah.appendChild(lagi);
          else if (lagi.parentNode) wadah.removeChild(lagi);
        });
      }
      kosongkan();
      katakan(jumlah(h));
      if (!kini.length) return;
      lagi = tombol(T('Tampilkan lagi', 'Show more'), function () { tambah(true); });
      wadah.appendChild(daftar);
      tambah(false);
      if (mesin.utuh() && kini.length > SEKALI)
        penyaring(kini, function (dok) {
          kini = dok;
          sampai = 0;
          daftar.textContent = '';
          h.dok = dok;
          katakan(jumlah(h));
          tambah(false);
        });
    }
    function jalan() {
      var teks = masukan.value, ini = ++urutan;
      if (!teks.trim()) { kosongkan(); katakan(''); return; }
      mesin.cari(teks, function (h) { if (ini === urutan) tampilkan(h, ini); });
    }
    function dariAlamat() {
      var m = /[?#&]q=([^&#]*)/.exec(location.hash) || /[?&]q=([^&#]*)/.exec(location.search);
      if (!m) return;
      try { masukan.value = decodeURIComponent(m[1].replace(/\+/g, ' ')); } catch (e) { masukan.value = m[1]; }
      jalan();
    }

    Object.keys(mesin.terima).forEach(function (k) { window[k] = mesin.terima[k]; });
    mesin.terima.maklumatIndeks(indeks);
    masukan.addEventListener('input', function () { clearTimeout(tunda); tunda = setTimeout(jalan, 120); });
    formulir.addEventListener('submit', function (e) {
      e.preventDefault();
      clearTimeout(tunda);
      jalan();
      if (history.replaceState) history.replaceState(null, '', '#q=' + encodeURIComponent(masukan.value));
    });
    window.addEventListener('hashchange', dariAlamat);
    if (masukan.value) jalan(); else dariAlamat();
  };
})();
