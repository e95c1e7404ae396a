/* Yang dikerjakan sesudah sebuah tombol di halaman layanan ditekan: salin, simpan ke kalender, tanda terima, tagih janji.
   maklumat.js memuatnya saat itu. Semuanya dibuat di perangkat ini: tidak ada yang dikirim sebelum orangnya sendiri mengirim.
   ES5, jalan dari file://. `L.` + nama adalah label bahasa halaman. */
(function () {
  'use strict';

  var WA_MAKS = 4096, TAUTAN_MAKS = 1800;

  /* ---- teks ---- */

  function rapi(teks) { return teks.replace(/\s+/g, ' ').trim(); }
  function potong(teks, maks) { return teks.length > maks ? teks.slice(0, maks - 1).trim() + '…' : teks; }

  /* Semua syarat tetap ada; bila terlalu panjang, yang dipendekkan kata-katanya. */
  function teksLayanan(x) {
    var teks, maks = WA_MAKS;
    do {
      teks = ['*' + potong(x.judul, maks) + '*' + (x.keadaan ? ' (' + potong(x.keadaan, maks) + ')' : ''), potong(x.instansi, maks), '']
        .concat(x.fakta.map(function (f) { return f[0] + ': ' + potong(f[1], maks); }))
        .concat(x.syarat.length ? ['', L.syarat + ':'] : [])
        .concat(x.syarat.map(function (s, i) { return i + 1 + '. ' + potong(s, maks); }))
        .concat(['', x.alamat]).join('\n');
      maks = Math.floor(maks * .7);
    } while (teks.length > WA_MAKS && maks > 8);
    return teks;
  }

  function teksTagih(x) {
    var teks, maks = 300;
    do {
      teks = L.yth + ' ' + potong(x.instansi, maks) + ',\n\n' + L.saya_mengajukan + ' ' + potong(x.judul, maks) +
        (x.keadaan ? ' (' + potong(x.keadaan, maks) + ')' : '') + ' ' + L.pada + ' ' + x.diserahkan + '. ' +
        L.menurut_standar + (x.sk ? ' (' + potong(x.sk, maks) + ')' : '') + ' ' + L.layanan_selesai + ' ' + (x.kira ? L.sekitar : L.paling_lambat) + ' ' + x.selesai + '. ' +
        (x.lewat ? L.sampai_hari_ini + ' ' + x.kini + ' ' + L.belum_menerima : L.menanyakan) + '\n\n' + L.nama_saya + ': \n' + L.nomor_saya + ': \n\n' + x.alamat;
      maks = Math.floor(maks * .8);
    } while (encodeURIComponent(teks).length > TAUTAN_MAKS && maks > 8);
    return teks;
  }

  /* ---- kalender (RFC 5545) ---- */

  function oktet(teks) { return unescape(encodeURIComponent(teks)).length; }
  function dua(n) { return (n < 10 ? '0' : '') + n; }
  function barisIcs(nama, nilai) {
    var baris = '', keluar = '';
    Array.from(nama + ':' + nilai.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')).forEach(function (c) {
      if (oktet(baris + c) > 74) { keluar += baris + '\r\n'; baris = ' '; }
      baris += c;
    });
    return keluar + baris + '\r\n';
  }
  function tanggalIcs(hari) { return new Date(hari * 864e5).toISOString().slice(0, 10).replace(/-/g, ''); }
  function saatIcs(ms) { return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, ''); }

  /* Permohonan yang sama tetap satu acara, walau harinya bergeser karena libur baru.
     x.selesai_hari: hari sejak 1970 di zona instansi; x.menit: -1 = sepanjang hari; x.zona: jam dari UTC */
  function ics(x) {
    var mulai = x.selesai_hari * 864e5 + (x.menit - x.zona * 60) * 6e4, penuh = x.menit < 0;
    var isi = [L.diserahkan + ': ' + x.diserahkan, L.dijanjikan + ': ' + x.selesai, L.bawa_tanda, '']
      .concat(x.syarat.length ? [L.syarat + ':'] : [], x.syarat.map(function (s) { return '- ' + potong(s, 200); }), ['', x.alamat]).join('\n');
    return 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//maklumat//ID\r\nCALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\n' +
      barisIcs('UID', x.tanda + '-' + tanggalIcs(x.diserahkan_hari) + '@maklumat') +
      'DTSTAMP:' + saatIcs(x.sekarang) + '\r\n' +
      (penuh ? 'DTSTART;VALUE=DATE:' + tanggalIcs(x.selesai_hari) + '\r\nDTEND;VALUE=DATE:' + tanggalIcs(x.selesai_hari + 1)
        : 'DTSTART:' + saatIcs(mulai) + '\r\nDURATION:PT30M') + '\r\n' +
      barisIcs('SUMMARY', L.Selesai + ': ' + x.judul + (x.keadaan ? ' (' + x.keadaan + ')' : '')) +
      barisIcs('LOCATION', x.instansi + (x.tempat ? ', ' + x.tempat : '')) + barisIcs('DESCRIPTION', isi) +
      (/^https?:/.test(x.alamat) ? barisIcs('URL', x.alamat).replace(/\\([;,])/g, '$1') : '') +
      'TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:' + (penuh ? 'P1DT9H' : 'P1D') + '\r\n' +
      barisIcs('DESCRIPTION', L.kemarin_dijanjikan + ': ' + x.judul) + 'END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  }

  /* ---- kode QR (ISO/IEC 18004): byte, tingkat M ---- */

  /* tiap versi: kata kode koreksi satu blok, lalu [banyaknya blok, kata data] */
  var QR = [0, [10, 1, 16], [16, 1, 28], [26, 1, 44], [18, 2, 32], [24, 2, 43], [16, 4, 27], [18, 4, 31], [22, 2, 38, 2, 39],
    [22, 3, 36, 2, 37], [26, 4, 43, 1, 44], [30, 1, 50, 4, 51], [22, 6, 36, 2, 37], [22, 8, 37, 1, 38]];

  function qr(teks) {
    var isi = unescape(encodeURIComponent(teks)), v, n, i, k, data = [], log = [], pangkat = [1], bit = [], blok = [], ecc;
    function tambah(nilai, panjang) { for (var b = panjang - 1; b >= 0; b--) bit.push(nilai >> b & 1); }
    function muatan(v) {
      for (var j = 1, s = 0; j < QR[v].length; j += 2) s += QR[v][j] * QR[v][j + 1];
      return s;
    }
    for (v = 1; v < QR.length && muatan(v) < isi.length + (v > 9 ? 3 : 2); v++);
    if (v === QR.length) return null;
    for (i = 1; i < 255; i++) pangkat[i] = pangkat[i - 1] << 1 ^ (pangkat[i - 1] & 128 ? 285 : 0);
    for (i = 0; i < 255; i++) log[pangkat[i]] = i;
    function kali(a, b) { return a && b ? pangkat[(log[a] + log[b]) % 255] : 0; }
    tambah(4, 4);
    tambah(isi.length, v > 9 ? 16 : 8);
    for (i = 0; i < isi.length; i++) tambah(isi.charCodeAt(i), 8);
    tambah(0, Math.min(4, muatan(v) * 8 - bit.length));
    while (bit.length % 8) bit.push(0);
    for (i = 0; i < bit.length; i += 8) data.push(parseInt(bit.slice(i, i + 8).join(''), 2));
    for (i = 0; data.length < muatan(v); i++) data.push(i % 2 ? 17 : 236);
    /* Reed–Solomon */
    ecc = QR[v][0];
    var gen = [1];
    for (i = 0; i < ecc; i++) {
      gen.push(0);
      for (k = gen.length - 1; k > 0; k--) gen[k] ^= kali(gen[k - 1], pangkat[i]);
    }
    function koreksi(d) {
      var r = d.concat(gen.slice(1).map(function () { return 0; }));
      d.forEach(function (x, a) {
        var f = r[a];
        gen.forEach(function (g, b) { r[a + b] ^= kali(g, f); });
      });
      return r.slice(d.length);
    }
    for (k = 1; k < QR[v].length; k += 2) for (i = 0; i < QR[v][k]; i++) blok.push(data.splice(0, QR[v][k + 1]));
    var sisip = [], periksa = blok.map(koreksi);
    for (i = 0; i < blok[blok.length - 1].length; i++) blok.forEach(function (b) { if (i < b.length) sisip.push(b[i]); });
    for (i = 0; i < ecc; i++) periksa.forEach(function (b) { sisip.push(b[i]); });
    /* pola tetap */
    n = 17 + 4 * v;
    var m = [], tetap = [], tengah = [];
    for (i = 0; i < n; i++) { m.push([]); tetap.push([]); }
    function pola(r, c, gelap) { if (r >= 0 && c >= 0 && r < n && c < n) { m[r][c] = gelap ? 1 : 0; tetap[r][c] = 1; } }
    function persegi(r, c, jari) {
      for (var a = -jari; a <= jari; a++) for (var b = -jari; b <= jari; b++) {
        var jarak = Math.max(Math.abs(a), Math.abs(b));
        pola(r + a, c + b, jarak !== 2 - (jari === 2) && jarak !== 4);
      }
    }
    for (i = 8; i < n - 8; i++) { pola(6, i, i % 2 === 0); pola(i, 6, i % 2 === 0); }
    persegi(3, 3, 4); persegi(3, n - 4, 4); persegi(n - 4, 3, 4);
    if (v > 1) {
      var banyak = Math.floor(v / 7) + 2, langkah = banyak < 3 ? 0 : Math.ceil((n - 13) / (2 * banyak - 2)) * 2;
      for (i = 0; i < banyak - 1; i++) tengah.unshift(n - 7 - i * langkah);
      tengah.unshift(6);
      tengah.forEach(function (r, a) {
        tengah.forEach(function (c, b) {
          if (!(a === 0 && b === 0 || a === 0 && b === banyak - 1 || a === banyak - 1 && b === 0)) persegi(r, c, 2);
        });
      });
    }
    function bch(nilai, pembagi, panjang) {
      var d = nilai << panjang;
      for (var b = 20; b >= panjang; b--) if (d >> b & 1) d ^= pembagi << b - panjang;
      return nilai << panjang | d;
    }
    function bentuk(topeng) { /* tingkat M = 00 */
      var f = bch(topeng, 1335, 10) ^ 21522, b;
      for (var a = 0; a < 15; a++) {
        b = f >> a & 1;
        pola(a < 6 ? a : a < 8 ? a + 1 : n - 15 + a, 8, b);
        pola(8, a < 8 ? n - 1 - a : a < 9 ? 7 : 14 - a, b);
      }
      pola(n - 8, 8, 1);
    }
    if (v > 6) {
      var versi = bch(v, 7973, 12);
      for (i = 0; i < 18; i++) { pola(Math.floor(i / 3), n - 11 + i % 3, versi >> i & 1); pola(n - 11 + i % 3, Math.floor(i / 3), versi >> i & 1); }
    }
    bentuk(0);
    /* data, dari kanan bawah berkelok ke atas */
    var letak = 0, naik = true, c, r, s;
    for (c = n - 1; c > 0; c -= 2) {
      if (c === 6) c--;
      for (i = 0; i < n; i++) for (s = 0; s < 2; s++) {
        r = naik ? n - 1 - i : i;
        if (tetap[r][c - s]) continue;
        m[r][c - s] = letak < sisip.length * 8 ? sisip[letak >> 3] >> 7 - (letak & 7) & 1 : 0;
        letak++;
      }
      naik = !naik;
    }
    /* topeng 0; pembaca menerima topeng apa pun */
    for (r = 0; r < n; r++) for (c = 0; c < n; c++) if (!tetap[r][c] && (r + c) % 2 === 0) m[r][c] ^= 1;
    return m;
  }

  if (typeof module !== 'undefined') {
    module.exports = { ics: ics, qr: qr, teksLayanan: teksLayanan, teksTagih: teksTagih };
    return;
  }

  /* ---- halaman ---- */

  var d = document, SVG = 'http://www.w3.org/2000/svg';

  function tampak(e) { return e.getClientRects().length > 0; }
  function baca(k) {
    var kanonik = k.satu('link[rel=canonical]'), kini = k.satu('[data-keadaan] [aria-current]'), t = k.selesai, tempat = k.satu('.janji dl > div:last-child dd');
    var x = {
      judul: rapi(k.satu('h1').textContent), instansi: rapi(k.satu('.atas').textContent), keadaan: kini ? rapi(kini.textContent) : '',
      alamat: (kanonik ? kanonik.href : location.href.split('#')[0]) + (kini && location.hash === kini.getAttribute('href') ? location.hash : ''),
      tempat: tempat ? rapi(tempat.textContent) : '', sk: (k.satu('[data-sk]') || { textContent: '' }).textContent.trim(),
      fakta: k.semua('.janji dl > div').map(function (f) {
        return [rapi(k.satu('dt', f).textContent), k.semua('dd', f).filter(tampak).filter(function (e) { return !k.satu('a[href^="#"]', e); }).map(function (e) { return rapi(e.textContent); }).join('; ')];
      }),
      syarat: k.semua('[data-cek] > li').filter(tampak).map(function (e) { return rapi(k.satu('label > span', e).innerText); }),
      tanda: location.pathname.replace(/\.html$/, '').split('/').slice(-2).join('-')
    };
    if (t) {
      x.diserahkan = k.saat(t.diserahkan);
      x.selesai = k.saat(t.selesai);
      x.diserahkan_hari = t.diserahkan[0];
      x.selesai_hari = t.selesai[0];
      x.menit = t.selesai[1];
      x.zona = t.zona;
      x.kira = t.kira;
      x.kini = k.tanggal(t.kini, 'long');
      x.lewat = t.kini > t.selesai[0];
      x.sekarang = Date.now();
    }
    return x;
  }

  function salin(k, teks, berhasil) {
    function ya() { k.kabar.textContent = berhasil; }
    function lama() { /* juga di http, tempat navigator.clipboard tidak ada */
      var t = k.buat('textarea', { readonly: '' });
      d.body.appendChild(t);
      t.value = teks;
      t.select();
      if (d.execCommand('copy')) ya(); else k.kabar.textContent = teks;
      d.body.removeChild(t);
    }
    if (navigator.clipboard) navigator.clipboard.writeText(teks).then(ya, lama); else lama();
  }

  function unduh(k, nama, teks) {
    var a = k.buat('a', { href: URL.createObjectURL(new Blob([teks], { type: 'text/calendar;charset=utf-8' })), download: nama });
    d.body.appendChild(a);
    a.click();
    d.body.removeChild(a);
  }

  function gambarQr(teks) {
    var m = qr(teks), svg, jalan = '';
    if (!m) return d.createTextNode(teks);
    m.forEach(function (r, y) { r.forEach(function (g, x) { if (g) jalan += 'M' + (x + 4) + ' ' + (y + 4) + 'h1v1h-1z'; }); });
    svg = d.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 ' + (m.length + 8) + ' ' + (m.length + 8));
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', L.qr_halaman);
    svg.appendChild(d.createElementNS(SVG, 'path')).setAttribute('d', jalan);
    return svg;
  }

  /* Gayanya dimuat bersama skrip ini; bila belum sampai, sebentar lagi. `tanda`: unsur .slip, yang tidak tampil di layar. */
  function cetakSebagai(kelas, tanda) {
    (function tunggu(kali) {
      if (getComputedStyle(tanda).display !== 'none' && kali) { setTimeout(function () { tunggu(kali - 1); }, 50); return; }
      d.documentElement.className = kelas;
      print();
      d.documentElement.className = '';
    })(40);
  }
  function selembar(k) {
    var tanda = k.buat('p.slip');
    d.body.appendChild(tanda);
    cetakSebagai('selembar', tanda);
    d.body.removeChild(tanda);
  }

  function tandaTerima(k) {
    var x = baca(k), lama = k.satu('.slip'), slip;
    function pasangan(nama, nilai) { return [k.buat('dt', 0, nama), k.buat('dd', 0, nilai || '\u00a0')]; }
    if (lama) lama.parentNode.removeChild(lama);
    slip = k.buat('section.slip', { 'aria-label': L.tanda_terima }, [k.buat('h2', 0, L.tanda_terima), k.buat('p', 0, x.instansi),
      k.buat('dl', 0, [].concat(pasangan(L.layanan, x.judul + (x.keadaan ? ' (' + x.keadaan + ')' : '')), pasangan(L.diterima, x.diserahkan), pasangan(L.dijanjikan, x.selesai),
        pasangan(L.nama_pemohon), pasangan(L.nomor_berkas), pasangan(L.petugas_penerima))), gambarQr(x.alamat)]);
    d.body.appendChild(slip);
    cetakSebagai('cetak-slip', slip);
  }

  function tagih(k, b) {
    var x = baca(k), lama = k.satu('.tagih'), medan = k.buat('textarea', { id: 'tagih', rows: 9 }), daftar = [], panel;
    function tautan(a, kirim) {
      var salinan = k.buat('a.panah', { href: a.href }, rapi(a.textContent));
      daftar.push(function () { salinan.href = kirim(encodeURIComponent(medan.value)); });
      return k.buat('li', 0, [k.buat('b', 0, rapi((k.satu('b', a.closest('li')) || a).textContent).replace(/:$/, '') + ': '), salinan]);
    }
    function semuaKanal(awal, kirim) { return k.semua('#adu .kanal a[href^="' + awal + '"]').map(function (a) { return tautan(a, kirim(a.href)); }); }
    if (lama) lama.parentNode.removeChild(lama);
    medan.value = teksTagih(x);
    var kanal = semuaKanal('https://wa.me/', function (href) { return function (t) { return href + '?text=' + t; }; })
      .concat(semuaKanal('mailto:', function (href) { return function (t) { return href + '?subject=' + encodeURIComponent(potong(x.judul, 80)) + '&body=' + t; }; }));
    if (!kanal.length) kanal = semuaKanal('tel:', function (href) { return function () { return href; }; });
    kanal = kanal.concat(k.semua('#adu [data-lanjut]').map(function (e) {
      return k.buat('li', 0, [].map.call(e.childNodes, function (c) { return c.cloneNode(true); }));
    }));
    panel = k.buat('div.tagih', 0, [k.buat('label', { 'for': 'tagih' }, L.teks_tagih), medan, k.buat('p.kecil', 0, L.tetap_di_perangkat),
      k.tombol(L.salin_teks, function () { salin(k, medan.value, L.teks_tersalin); }), k.buat('ol.nomor', 0, kanal)]);
    b.parentNode.parentNode.appendChild(panel);
    function segarkan() { daftar.forEach(function (kerja) { kerja(); }); }
    k.pada(medan, 'input', segarkan);
    segarkan();
    medan.focus();
  }

  window.maklumatQr = gambarQr;
  window.maklumatJanji = function (nama, b, k) {
    var x = baca(k);
    if (k.kabar.parentNode !== b.parentNode) b.parentNode.appendChild(k.kabar);
    k.kabar.textContent = '';
    if (nama === 'tautan') salin(k, x.alamat, L.tautan_tersalin);
    if (nama === 'teks') salin(k, teksLayanan(x), L.teks_tersalin);
    if (nama === 'kalender') unduh(k, x.tanda + '.ics', ics(x));
    if (nama === 'tanda') tandaTerima(k);
    if (nama === 'cetak') selembar(k);
    if (nama === 'tagih') tagih(k, b);
  };
})();
