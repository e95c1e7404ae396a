/* Pencarian. Dimuat daftar.js sesudah cari/indeks.js, pada saat kotak cari dipakai. Indeksnya berupa berkas skrip
   biasa, jadi jalan dari file:// juga. ES5. Bentuk berkasnya: src/page/search.h. */
(function () {
  'use strict';

  /* ---- kata: sama dengan src/text/fold.c dan src/page/search-stems.c ---- */

  function kata(teks) {
    var s = teks.toLowerCase();
    if (s.normalize) s = s.normalize('NFD');
    return s
      .replace(/['\u2018\u2019\u02bc\u0300-\u036f]/g, '')
      .split(/[^0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff\ue000-\ufeff\uff10-\uffff]+/)
      .filter(Boolean)
      .map(function (k) { return k.slice(0, 32); });
  }

  /* awalan, huruf sesudahnya, banyaknya huruf lagi, pengganti awalan (beberapa kemungkinan), akhiran yang harus ada */
  var HIDUP = '[aeiou]', MATI = '[^aeiou]', AWALAN = [
    ['[mp]eng', HIDUP, 2, ',k'], ['[mp]eng', MATI, 2, ''], ['[mp]eny', HIDUP, 2, 's'],
    ['[mp]em', HIDUP, 2, 'p,m'], ['[mp]em', '[bfp]', 2, ''], ['[mp]en', HIDUP, 2, 't,n'], ['[mp]en', '[cdjstz]', 2, ''],
    ['[pb]er', HIDUP, 3, ',r'], ['[pb]er', MATI, 3, ''], ['ter', '', 4, ''], ['[mp]e', MATI, 3, ''],
    ['di', '', 4, '', /kan|^i/], ['ke', '', 3, '', /^an/]
  ];

  /* tampak berimbuhan, padahal kata lain */
  var UTUH = /^(meninggal|penduduk|pengadilan|perempuan|terminal)$/;
  function akar(k) {
    var m, s, hasil;
    if (!/^[a-z]{5,64}$/.test(k) || UTUH.test(k)) return [];
    s = k.replace(/^(.{4,})nya$/, '$1');
    m = !/^[pk]e/.test(k) && /^(.{4,})(kan)$/.exec(s) || /^(.{3,})(an)$/.exec(s) || /^(me|di)/.test(k) && /^(.{3,}[^s])(i)$/.exec(s);
    if (m) s = m[1];
    AWALAN.some(function (a) {
      var n = new RegExp('^' + a[0] + '(' + a[1] + '[a-z]{' + a[2] + ',})$').exec(s);
      if (n && (!a[4] || m && a[4].test(m[2]))) hasil = a[3].split(',').map(function (x) { return x + n[1]; });
      return hasil;
    });
    return hasil || (s === k ? [] : [s]);
  }

  /* Beda satu huruf: kurang, lebih, tertukar dengan tetangganya, atau (dari enam huruf) lain. */
  function dekat(a, b) {
    var i = 0, beda = a.length - b.length;
    if (beda * beda > 1 || a === b) return false;
    while (a[i] === b[i]) i++;
    if (beda) return beda < 0 ? a.slice(i) === b.slice(i + 1) : a.slice(i + 1) === b.slice(i);
    return (a.length > 5 && a.slice(i + 1) === b.slice(i + 1)) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  }

  function balik(s) { return s.split('').reverse().join(''); }
  function sekali(x, i, a) { return a.indexOf(x) === i; }

  /* ---- pencarian: bentuk berkasnya di src/page/search.h ---- */

  /* Daftar dokumen satu kata: panggil ke(dokumen); true bila katanya terlalu umum untuk memilih. */
  function urai(teks, ke) {
    var umum = teks[0] === '*', i = umum ? 1 : 0, dok = 0, n, sampai;
    function angka() {
      var x = 0, geser = 0, c;
      do {
        c = teks.charCodeAt(i++);
        c = c === 48 ? 29 : c - 63;
        x += (c & 31) << geser;
        geser += 5;
      } while (c & 32);
      return x;
    }
    while (i < teks.length) {
      n = angka();
      dok += n >> 1;
      for (sampai = dok + (n & 1 ? angka() + 2 : 1); dok < sampai; dok++) ke(dok);
    }
    return umum;
  }

  /* muat(nama, sesudah) menjalankan berkas cari/nama.js, yang memanggil fungsi `terima`. */
  function pencari(muat) {
    var indeks, henti, lemah, padan = Object.create(null), muatan = {}, menunggu = {};

    var terima = {
      maklumatIndeks: function (x) {
        indeks = x;
        henti = x.henti.split(' ');
        lemah = x.lemah.split(' ');
        x.padan.split(';').forEach(function (baris) {
          var b = baris.split('=');
          b[1].split('|').forEach(function (bentuk) { padan[bentuk] = b[0]; });
        });
        if (x.kata === undefined) {
          x.k = x.k.split(' ');
          x.b = x.b.split(' ');
        } else {
          terima.maklumatKata(0, x.kata);
          muatan.r0 = x.catatan;
          x.k = [''];
        }
      },
      maklumatKata: function (i, s) { muatan['k' + i] = s.split(' '); },
      maklumatBalik: function (i, s) { muatan['b' + i] = s.split(' '); },
      maklumatCatatan: function (i, x) { muatan['r' + i] = x; }
    };

    /* Memuat beberapa pecahan ("k3", "r0"); yang gagal dianggap kosong. */
    function ambil(nama, sesudah) {
      var sisa = 1;
      function satu() { if (!--sisa) sesudah(); }
      nama.forEach(function (x) {
        var jenis = x[0], i = x.slice(1);
        if (muatan[x]) return;
        sisa++;
        if (menunggu[x]) { menunggu[x].push(satu); return; }
        menunggu[x] = [satu];
        if (jenis === 'r') i = Math.floor(i / indeks.rg);
        muat(x + '-' + indeks[jenis + 'h'].substr(6 * i, 6), function () {
          muatan[x] = muatan[x] || [];
          menunggu[x].forEach(function (f) { f(); });
        });
      });
      satu();
    }

    /* Pecahan yang memuat kata berawalan k menurut kata pertama tiap pecahan, paling banyak tiga. */
    function rentang(jenis, k) {
      function tempat(x) { return Math.max(1, indeks[jenis].filter(function (awal) { return awal <= x; }).length) - 1; }
      var a = tempat(k), b = Math.min(tempat(k + '\uffff'), a + 2), hasil = [];
      for (; a <= b; a++) hasil.push(jenis + a);
      return hasil;
    }
    function pertama(k) { return rentang('k', k).slice(0, 1); }
    function rata(daftar, ke) { return [].concat.apply([], daftar.map(ke)); }

    /* Panggil ke(daftar) untuk kata itu sendiri, atau paling banyak 200 yang berawalan sama. */
    function cocok(k, awalan, ke) {
      var banyak = 0;
      rentang('k', k).forEach(function (x) {
        (muatan[x] || []).forEach(function (t, i, p) {
          if (i % 2 === 0 && (awalan ? t.slice(0, k.length) : t) === k && banyak++ < 200) ke(p[i + 1]);
        });
      });
    }

    /* Kueri menjadi kata-kata yang dicari; bentuk lain dari kata yang sama disatukan. */
    function tanya(teks) {
      /* "F-1.02" dicari sebagai f102 */
      var semua = kata(teks.replace(/\b([a-z]{1,3})[ .-]*(\d[\d .-]*)(?![a-z])/gi, function (x, a, b) { return a + b.replace(/\D/g, '') + ' '; })), hasil = [], n, k;
      for (; semua.length; semua = semua.slice(n)) {
        for (n = 8; n > 1 && !padan[semua.slice(0, n).join(' ')];) n--;
        k = semua.slice(0, n).join(' ');
        k = padan[k] || k;
        if (henti.indexOf(k) < 0 && /..|\d/.test(k)) hasil.push(k);
      }
      return hasil.filter(sekali);
    }

    /* Nilai tiap dokumen untuk satu kata. */
    function nilai(k, ralatan) {
      var hasil = { peta: {}, paling: 0, lemah: lemah.indexOf(k) >= 0 }, peta = hasil.peta;
      function cari(x, awalan, faktor) {
        cocok(x, awalan, function (daftar) {
          hasil.ada = true;
          daftar.split('!').forEach(function (d, f) {
            var bobot = [8, 7, 3, 1][f] * faktor;
            if (bobot > hasil.paling) hasil.paling = bobot;
            if (d && urai(d, function (dok) { if (!(peta[dok] >= bobot)) peta[dok] = bobot; })) hasil.umum = true;
          });
        });
      }
      (ralatan || [k]).forEach(function (x) {
        cari(x, false, ralatan ? 0.5 : 1);
        akar(x).forEach(function (y) { cari(y, false, ralatan ? 0.35 : 0.7); });
        if (x.length > 2 && !ralatan && !hasil.ada) cari(x, true, 0.6);
      });
      return hasil;
    }

    /* Kata-kata yang ejaannya hampir sama: salah di belakang dicari menurut awalnya, salah di depan menurut akhirnya. */
    function ralat(k, sesudah) {
      var n = k.length, depan = Math.min(4, (n - 1) >> 1);
      var maju = indeks.bh ? rentang('k', k.slice(0, depan)) : ['k0'];
      var mundur = indeks.bh ? rentang('b', balik(k).slice(0, Math.min(4, n - 1 - depan))) : [];
      ambil(maju.concat(mundur), function () {
        sesudah(rata(maju, function (x) { return muatan[x].filter(function (t, i) { return i % 2 === 0; }); })
          .concat(rata(mundur, function (x) { return muatan[x].map(balik); }))
          .filter(function (x) { return dekat(k, x); }).filter(sekali).slice(0, 3));
      });
    }

    /* Dokumen yang memuat semua kata; bila tidak ada, yang memuat paling banyak. Kata yang tidak ada di mana pun dan kata
       lemah tidak memilih; `utuh` ialah nilai tambahan bagi yang namanya persis seperti yang dicari. `hanya` membatasi
       dokumennya; null = semua. */
    function gabungkan(daftar, utuh, hanya) {
      var jumlah = {}, memuat = {}, ada = daftar.filter(function (x) { return x.ada; });
      var kuat = ada.filter(function (x) { return !x.lemah; }), perlu, semua, dok, pemilih, puncak;
      if (!kuat.length) kuat = ada;
      pemilih = kuat.filter(function (x) { return !x.umum; });
      perlu = pemilih.length;
      (perlu ? pemilih : kuat).forEach(function (x) {
        Object.keys(x.peta).forEach(function (d) {
          jumlah[d] = (jumlah[d] || 0) + x.peta[d];
          memuat[d] = (memuat[d] || 0) + 1;
        });
      });
      dok = Object.keys(jumlah).filter(function (d) { return !hanya || hanya[d]; });
      ada.forEach(function (x) {
        if (kuat.indexOf(x) < 0 || perlu && x.umum) dok.forEach(function (d) { jumlah[d] += (x.peta[d] || x.umum | 0) * (x.lemah ? 0.3 : 1); });
      });
      Object.keys(utuh.peta).forEach(function (d) { if (jumlah[d]) jumlah[d] += 5 * utuh.peta[d]; });
      semua = dok.filter(function (d) { return memuat[d] >= (perlu || 1); });
      /* Yang namanya sendiri menyebut satu kata tidak kalah dari yang hanya menyinggung semuanya. */
      puncak = Math.max.apply(0, semua.map(function (d) { return jumlah[d]; }).concat(semua.length ? [] : 0));
      if (semua.length) dok = dok.filter(function (d) { return memuat[d] >= (perlu || 1) || jumlah[d] >= puncak; });
      dok.forEach(function (d) { jumlah[d] += (semua.length ? 2 : 100) * memuat[d]; });
      dok.sort(function (a, b) { return jumlah[b] - jumlah[a] || a - b; });
      return {
        dok: dok.map(Number), lengkap: semua.length > 0, terpotong: !perlu && daftar.length > 0,
        tanpa: daftar.filter(function (x) { return !x.ada && !x.lemah; }).map(function (x) { return x.kata; })
      };
    }

    /* sesudah({dok, lengkap, terpotong, tanpa, ralat, kosong}); `di`: hanya di folder wilayah atau instansi itu */
    function cari(teks, sesudah, di) {
      var ks = tanya(teks), hasil = [], ralatan = [], ganti = {}, utuh = '=' + kata(teks).join('='), tempat = di ? '@' + di : '';
      function yangDiSana() {
        var n = tempat && nilai(tempat, [tempat]);
        return n && !n.umum ? n.peta : null;
      }
      function simpan(k, n) { n.kata = k; hasil.push(n); }
      ambil(pertama(utuh).concat(tempat ? pertama(tempat) : [], rata(ks, function (k) { return rentang('k', k).concat(rata(akar(k), pertama)); })), function berikut() {
        var k = ks[hasil.length], h, n;
        if (!k) {
          h = ks.map(function (x) { return ganti[x] || x; });
          if (ralatan[0] && tanya(h.join(' ')).join() !== h.join()) { /* yang dibetulkan bersama kata lain punya satu nama */
            cari(h.join(' '), function (h2) {
              h2.ralat = ralatan;
              sesudah(h2);
            }, di);
            return;
          }
          h = gabungkan(hasil, nilai(utuh, [utuh]), yangDiSana());
          h.ralat = ralatan;
          h.kosong = !ks.length;
          sesudah(h);
          return;
        }
        n = nilai(k);
        if (n.ada || k.length < 5) { simpan(k, n); berikut(); return; }
        ralat(k, function (usul) {
          ambil(rata(usul, pertama), function () {
            var r = nilai(k, usul);
            if (r.paling > 2) {
              ralatan = ralatan.concat(usul.slice(0, 1));
              ganti[k] = usul[0];
            }
            simpan(k, r.paling > 2 ? r : n);
            berikut();
          });
        });
      });
    }

    /* sesudah([{judul, instansi, folder, jalur, waktu, biaya, cap}]) untuk dokumen-dokumen itu */
    function catatan(dok, sesudah) {
      var ukuran = indeks.r || 1e9;
      function pecahan(d) { return 'r' + Math.floor(d / ukuran); }
      ambil(dok.map(pecahan).filter(sekali), function () {
        sesudah(dok.map(function (d) {
          var p = muatan[pecahan(d)], i = d % ukuran, b, instansi;
          if (!p[1]) return null;
          b = p[1][i];
          instansi = p[0][b[1]];
          while (p[1][i][0] === 0) i--;
          return {
            judul: p[1][i][0], instansi: instansi[0], folder: instansi[1], waktu: b[3], biaya: b[4], cap: b[5],
            jalur: (instansi[1] && instansi[1] + '/') + b[2] + '.html'
          };
        }).filter(Boolean));
      });
    }

    return { terima: terima, cari: cari, catatan: catatan };
  }

  if (typeof module !== 'undefined') {
    module.exports = { kata: kata, akar: akar, pencari: pencari };
    return;
  }

  /* ---- halaman ---- */

  /* Dari muat sampai tombol: pinjaman dari daftar.js; wilayah(): [nama, folder] yang dipilih pembaca, atau tidak ada. */
  window.maklumatCari = function (indeks, formulir, folder, muat, satu, pada, isi, buat, tombol, wilayah) {
    var di, tempat = { '': L.cari_semua }, saring = buat('select', { id: 'saring' }), saringan = buat('p.saring', 0, [buat('label.vh', { 'for': 'saring' }, L.cari_di), saring]);
    var masukan = formulir.elements.q, wadah = satu('[data-cari-hasil]'), tunda, urutan = 0;
    var mesin = pencari(function (nama, sesudah) { muat(folder + nama + '.js', sesudah); });

    function katakan(teks) { satu('[data-cari-status]').textContent = teks; }
    /* Instansi dan keperluan tidak punya waktu dan biaya. */
    function baris(c) {
      return buat('li', 0, [
        buat('p.nama', 0, buat('a', { href: folder + '../' + encodeURI(c.jalur) }, [c.judul, c.waktu ? buat('span.vh', 0, ', ' + c.instansi) : ''])),
        buat('p.kecil', 0, c.waktu ? c.instansi : c.instansi ? L.cari_instansi : L.cari_kumpulan),
        buat('p.fakta', 0, c.waktu ? [buat('b', 0, c.waktu), ' ', buat('b', 0, c.biaya), ' ', c.cap ? buat('span.cap.bila', 0, c.cap) : ''] : '')
      ]);
    }
    function jumlah(h) {
      var n = h.dok.length;
      if (h.kosong) return '';
      if (!n) return L.cari_nihil;
      if (!h.lengkap) return L.cari_mendekati;
      return (h.terpotong ? '> ' : '') + n + ' ' + L.cari_hasil +
        (h.ralat[0] ? ' ' + L.cari_untuk + ' “' + h.ralat.join(' ') + '”' : '') +
        (h.tanpa[0] ? ' ' + L.cari_tanpa + ' “' + h.tanpa.join(' ') + '”' : '');
    }
    function tampilkan(h, ini) {
      var daftar = buat('ul.daftar'), sampai = 0, lagi = tombol(L.cari_lagi, function () { tambah(true); });
      function tambah(fokus) {
        mesin.catatan(h.dok.slice(sampai, sampai + 10), function (catatan) {
          if (ini !== urutan) return;
          catatan.forEach(function (c, i) {
            if (c.folder) tempat[c.folder] = c.instansi;
            var b = isi(daftar, baris(c)).lastChild;
            if (fokus && !i) satu('a', b).focus();
          });
          susunSaring();
          sampai += 10;
          lagi.hidden = sampai >= h.dok.length;
        });
      }
      if (!h.lengkap) h.dok = h.dok.slice(0, 20);
      wadah.textContent = '';
      if (!h.kosong) isi(wadah, h.dok.length || di ? [saringan, daftar, lagi] : buat('a', { href: formulir.action }, L.cari_az));
      katakan(jumlah(h));
      tambah();
    }
    /* Pilihannya: wilayah yang disebut halaman ini, lalu instansi dari hasil yang sudah tampil. */
    function susunSaring() {
      var k, ini = di === undefined ? '' : di;
      saring.textContent = '';
      for (k in tempat) isi(saring, buat('option', { value: k }, tempat[k]));
      saring.value = ini;
      saringan.hidden = saring.length < 3;
    }
    /* Wilayah saya berlaku sampai yang lain dipilih, dan hanya bila ada hasilnya di sana. */
    function jalan() {
      var ini = ++urutan, saya = di === undefined && wilayah();
      if (saya) {
        tempat[saya[1]] = saya[0];
        mesin.cari(masukan.value, function (h) {
          if (ini !== urutan) return;
          if (h.dok.length) di = saya[1];
          cariDi(ini);
        }, saya[1]);
      } else cariDi(ini);
    }
    function cariDi(ini) {
      mesin.cari(masukan.value, function (h) { if (ini === urutan) tampilkan(h, ini); }, di);
    }
    function dariAlamat() {
      var m = /[?#&]q=([^&#]*)/.exec(location.hash + '&' + location.search);
      if (!m) return;
      try { masukan.value = decodeURIComponent(m[1].replace(/\+/g, ' ')); } catch (e) { masukan.value = m[1]; }
      jalan();
    }

    [].forEach.call(document.querySelectorAll('[data-wilayah]'), function (e) { tempat[e.getAttribute('data-wilayah')] = e.getAttribute('data-nama'); });
    pada(saring, 'change', function () {
      di = saring.value;
      cariDi(++urutan);
      saring.focus();
    });
    for (var k in mesin.terima) window[k] = mesin.terima[k];
    maklumatIndeks(indeks);
    /* Pertanyaannya segera ada di alamat, supaya Kembali membukanya lagi; kotaknya naik, supaya hasil tampak di atas papan ketik. */
    function catat() {
      history.replaceState(null, '', '#q=' + encodeURIComponent(masukan.value));
      formulir.scrollIntoView();
    }
    pada(masukan, 'input', function () { clearTimeout(tunda); tunda = setTimeout(jalan, 120); catat(); });
    pada(formulir, 'submit', function (e) {
      e.preventDefault();
      jalan();
      catat();
    });
    pada(window, 'hashchange', dariAlamat);
    if (masukan.value) jalan(); else dariAlamat();
  };
})();
