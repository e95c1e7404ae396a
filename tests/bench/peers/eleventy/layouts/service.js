const { organisation } = require("./agency.js");
const { esc, list, letter, iso, time, steps, complaints, fee, feeDetails, firstTime, brief, phoneLink, webLink } = require("./parts.js");

const COMPONENTS = [
  [7, "dasar_hukum", "Dasar hukum"],
  [8, "sarana", "Sarana, prasarana, dan/atau fasilitas"], [9, "kompetensi_pelaksana", "Kompetensi pelaksana"],
  [10, "pengawasan_internal", "Pengawasan internal"], [11, "jumlah_pelaksana", "Jumlah pelaksana"],
  [12, "jaminan_pelayanan", "Jaminan pelayanan"], [13, "jaminan_keamanan", "Jaminan keamanan dan keselamatan pelayanan"],
  [14, "evaluasi_kinerja", "Evaluasi kinerja pelaksana"],
];
const ICONS = [
  [/kursi roda/i, "M11 8v7h6l3 5M11 11h6M8 11.5a5 5 0 1 0 7 6.5M11 3.5v1.5"],
  [/jalan landai|ramp/i, "M2 19h20L2 10M8 5l8 3.5M13 5h3v3"],
  [/toilet khusus/i, "M7 3v2M7 8v7M4 10l3-2 3 2M5 21l2-6 2 6M14 8h7M14 8v4a3 3 0 0 0 6 0V8M17 15v6M15 21h4"],
  [/loket khusus/i, "M3 14h18M5 14v7M19 14v7M12 4v2M12 8v4M9 12v-2l3-2 3 2v2"],
  [/ruang laktasi/i, "M9 2h6v4H9zM8 8h8v11a2 2 0 0 1-2 2h-4a2 2 0 0 1-2-2zM8 12h4M8 16h4"],
  [/guiding block/i, "M3 3h18v18H3zM7.5 7v10M12 7v10M16.5 7v10"],
];
const UNITS = { "hari kerja": "hari_kerja", "hari kalender": "hari_kalender" };
const WEEK = [[], [[450, 720], [780, 960]], [[450, 720], [780, 960]], [[450, 720], [780, 960]], [[450, 720], [780, 960]], [[450, 690], [780, 990]], []];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const CLOSED = "2026-01-01 2026-01-16 2026-02-16 2026-02-17 2026-03-18 2026-03-19 2026-03-20 2026-03-21 2026-03-22 2026-03-23 2026-03-24 2026-04-03 2026-04-05 2026-05-01 2026-05-14 2026-05-15 2026-05-27 2026-05-28 2026-05-31 2026-06-01 2026-06-16 2026-08-17 2026-08-25 2026-12-24 2026-12-25".split(" ");
const CALENDAR = JSON.stringify({ jam: WEEK, khusus: [], tutup: CLOSED, dari: "2026-01-01", sampai: "2026-12-31", zona: 7, umum: false }).slice(1);

function when(waktu) {
  const rows = [];
  for (const w of Array.isArray(waktu) ? waktu : waktu ? [{ untuk: "", waktu }] : []) {
    const found = w.waktu.match(/(\d+)(?:–(\d+))?(?: \([a-z ]+\))? (menit|jam|hari kerja|hari kalender|hari|minggu|bulan)/);
    if (!found) continue;
    rows.push({
      untuk: w.untuk,
      bagian: [{ min: +found[1], maks: +(found[2] || found[1]), satuan: UNITS[found[3]] || found[3] }],
      batas: /±/.test(w.waktu) ? "sekitar" : /maksimal|paling la/i.test(w.waktu) ? "paling_lama" : "tepat",
    });
  }
  return rows.length ? `{"baris":${JSON.stringify(rows)},${CALENDAR}` : "";
}

function linkedData(agency, d, path) {
  const access = list(d.cara_akses);
  return JSON.stringify({
    "@context": "https://schema.org", "@type": "GovernmentService", name: d.judul, description: d.ringkasan,
    url: "https://layanan.example.go.id/" + path, serviceType: "Pelayanan publik",
    areaServed: { "@type": "AdministrativeArea", name: agency.region.data.nama },
    provider: organisation(agency),
    availableChannel: access.map((c) => c.tautan ? { "@type": "ServiceChannel", serviceUrl: c.tautan } : { "@type": "ServiceChannel", serviceLocation: { "@type": "Place", name: c.tempat } }),
    hoursAvailable: DAYS.flatMap((day) => {
      const [open, close] = agency.data.jam_layanan[day === "Friday" ? 1 : 0].jam.split("–");
      const [from, to] = agency.data.jam_layanan[day === "Friday" ? 1 : 0].istirahat.split("–");
      return [[open, from], [to, close]].map(([a, b]) => ({ "@type": "OpeningHoursSpecification", dayOfWeek: "https://schema.org/" + day, opens: a.replace(".", ":"), closes: b.replace(".", ":") }));
    }),
    offers: fee(d.biaya).free ? { "@type": "Offer", price: 0, priceCurrency: "IDR" } : undefined,
    serviceOutput: list(d.produk).map((name) => ({ "@type": "Thing", name })),
  }).replace(/</g, "\\u003c");
}

function requirementText(r) {
  return `${r.untuk ? `<b class="cap">Untuk ${esc(r.untuk)}</b> ` : ""}${r.bila ? `<b class="cap bila">Bila ${esc(r.bila)}</b> ` : ""}${esc(r.teks)}${r.jumlah ? ` <span class="kecil">(${esc(r.jumlah)})</span>` : ""}${r.formulir ? ` <span class="kecil">Formulir ${esc(r.formulir)}</span>` : ""}`;
}

function requirements(values, prefix) {
  const count = { n: 0 };
  const item = (value) => {
    const r = typeof value === "string" ? { teks: value } : value;
    return `<li><label><input type="checkbox" id="${prefix}${++count.n}"><span>${requirementText(r)}${list(r.rincian).map((x, i) => `<span class="rinci"><i>${letter(i)}.</i> <span>${esc(x)}</span></span>`).join("")}</span></label></li>\n`;
  };
  let out = "";
  let loose = "";
  for (const value of list(values)) {
    if (value.kelompok) out += `<p class="anak">${esc(value.kelompok)}</p>\n<ul class="cek" data-cek>\n${value.butir.map(item).join("")}</ul>\n`;
    else loose += item(value);
  }
  if (loose) out += `<ul class="cek" data-cek>\n${loose}</ul>\n`;
  return { html: out, n: count.n };
}

function component([no, key, name], d, inherited) {
  const own = d[key];
  const values = list(own === undefined ? inherited[key] : own);
  if (values.length === 0) return "";
  const item = (text) => {
    const icon = no === 8 && ICONS.find(([words]) => words.test(text));
    return icon ? `<li class="berikon"><svg class="ikon" viewBox="0 0 24 24" aria-hidden="true"><path d="${icon[1]}"/></svg>\n${esc(text)}</li>` : `<li>${esc(text)}</li>`;
  };
  const body = values.length === 1 ? esc(values[0]) : `<ul class="titik">${values.map(item).join("")}</ul>`;
  return `<div id="komponen-${no}"><dt>${name}${own === undefined ? " <small>berlaku untuk semua layanan instansi ini</small>" : ""}</dt><dd>${body}</dd>\n</div>\n`;
}

function section(id, heading, official, body) {
  return `<section class="bag" aria-labelledby="${id}">
<div class="kiri"><h2 id="${id}">${heading}</h2>${official ? `<p class="resmi">${official}</p>` : ""}</div>
<div class="kanan">
${body}</div>
</section>
`;
}

function timeRows(waktu) {
  return `<dl class="ket">\n${waktu.map((w) => `<div><dt>${esc(w.untuk)}</dt><dd><b>${esc(w.waktu)}</b></dd></div>\n`).join("")}</dl>\n`;
}

function promise(agency, d, f) {
  const a = agency.data;
  const raw = firstTime(d.waktu);
  const shown = brief(raw);
  const many = Array.isArray(d.waktu) ? d.waktu : [];
  return `<div class="janji">
<dl>
<div><dt>Waktu</dt>
<dd class="besar${shown.length > 28 ? " biasa" : shown.length > 14 ? " sedang" : ""}">${esc(shown)}</dd>
${many.length ? `<dd class="kecil">untuk ${esc(many[0].untuk)}</dd>\n` : ""}${raw && shown !== raw ? `<dd class="kecil">${esc(raw)}</dd>\n` : ""}${/\d hari( |$)(?!kerja|kalender)/.test(raw) ? '<dd class="kecil">Tidak disebut hari kerja atau hari kalender</dd>\n' : ""}${list(d.varian).filter((v) => v.waktu).map((v) => `<dd class="kecil"><b>${esc(v.nama)}:</b> ${esc(brief(firstTime(v.waktu)))}</dd>\n`).join("")}${many.length ? '<dd><a href="#waktu">Lihat semua waktu</a></dd>\n' : ""}</div>
<div><dt>Biaya</dt>
<dd class="besar">${esc(f.text)}</dd>
${f.unit ? `<dd class="kecil">${esc(f.unit)}</dd>\n` : ""}${f.own && f.own !== "Gratis" ? `<dd class="kecil">${esc(f.own)}</dd>\n` : ""}${list(d.varian).filter((v) => v.biaya).map((v) => `<dd class="kecil"><b>${esc(v.nama)}:</b> ${esc(fee(v.biaya).text)}</dd>\n`).join("")}${f.rows || f.formula || f.note || f.basis ? '<dd><a href="#biaya">Lihat rincian biaya</a></dd>\n' : ""}</div>
<div><dt>Hasil yang Anda terima</dt>
${list(d.produk).map((text) => `<dd>${esc(text)}</dd>\n`).join("")}</div>
<div><dt>Tempat</dt>
${list(d.cara_akses).map((c) => `<dd>${c.jenis === "daring" ? "Daring: " : "Datang ke: "}${esc(c.tempat)}${c.tautan ? " " + webLink(c.tautan) : ""}</dd>\n`).join("")}<dd>${esc(a.alamat)}, ${esc(a.kode_pos)}</dd>
<dd>${phoneLink(a.telepon)}</dd>
</div>
</dl>
${when(d.waktu) ? `<div class="kapan" data-kapan="${esc(when(d.waktu))}"></div>\n` : ""}</div>
`;
}

function basis(agency, d, full) {
  const sk = d.sk;
  return `<dl class="ket">
<div><dt>Penetapan standar</dt><dd>${sk ? `SK Nomor ${esc(sk.nomor)} tanggal ${time(sk.tanggal)} tentang ${esc(sk.tentang)}` : '<span class="belum">Nomor SK belum dicantumkan</span>'}</dd></div>
<div><dt>Penyelenggara</dt><dd><a href="../../${agency.folder}/index.html">${esc(full)}</a></dd></div>
${d.berlaku_sejak ? `<div><dt>Berlaku sejak</dt><dd>${time(d.berlaku_sejak)}</dd></div>\n` : ""}<div><dt>Terakhir ditinjau</dt><dd>${d.ditinjau ? time(d.ditinjau) : '<span class="belum">Belum dicantumkan</span>'}</dd></div>
<div class="tak-cetak"><dt>Keperluan</dt><dd>${list(d.keperluan).map((k) => `<a href="../../keperluan/${k}.html">${esc(agency.topics.get(k))}</a> `).join("")}</dd></div>
${COMPONENTS.map((c) => component(c, d, agency.data.bawaan)).join("")}</dl>
${d.content ? `<div class="prosa"><h3 lang="id">Keterangan</h3>\n${d.content}</div>\n` : ""}`;
}

module.exports = function servicePage(agency, d, path) {
  const full = `${agency.data.nama} ${agency.region.data.nama}`;
  const f = fee(d.biaya);
  const need = requirements(d.persyaratan, "s");
  const way = steps(d.prosedur, "langkah");
  const variants = list(d.varian);
  const times = Array.isArray(d.waktu) || variants.some((v) => Array.isArray(v.waktu));
  const details = feeDetails(f);
  const needs = need.html + variants.filter((v) => v.persyaratan).map((v) => `<div data-varian="${esc(v.nama)}">\n<p class="anak varian">${esc(v.nama)}</p>\n${requirements(v.persyaratan, "v1-s").html}</div>\n`).join("");
  const withdrawn = d.status === "dicabut";
  const body = `<div class="kop berinduk"><div class="w">
<nav class="remah" aria-label="Anda di sini"><ol>
<li><a href="../../index.html">Beranda</a></li>
<li><a href="../../${agency.region.folder}/index.html">${esc(agency.region.data.nama)}</a></li>
<li><a href="../../${agency.folder}/index.html">${esc(agency.data.nama)}</a></li>
<li><span aria-current="page">${esc(d.judul)}</span></li>
</ol></nav>
<div class="judul">
<p class="atas"><a href="../../${agency.folder}/index.html">${esc(full)}</a></p>
<h1>${esc(d.judul)}</h1>
${withdrawn ? "" : `<p class="ringkas">Siapkan <b>${need.n} syarat</b>. Prosesnya <b>${way.no} langkah</b>${way.you ? `; ${way.you} di antaranya Anda lakukan sendiri` : ""}.</p>\n`}</div>
</div></div>
<div class="tumpal"></div>
<div class="w">
${withdrawn ? `<div class="catat"><p><b>Layanan ini sudah dicabut.</b></p><p>Standar pelayanannya tidak berlaku lagi. Halaman ini tetap ada agar tautan dan kode QR yang sudah tercetak tidak putus.</p></div>
<ul class="tuju"><li><a class="panah" href="../../${agency.folder}/index.html">Lihat layanan lain di instansi ini</a></li></ul>
` : `${promise(agency, d, f)}${d.status === "nonaktif" ? '<p class="catat"><b>Sedang tidak dilayani.</b> Instansi menghentikan layanan ini untuk sementara. Tanyakan dahulu sebelum datang.</p>\n' : ""}<div class="alat" data-alat="${esc(d.judul)} – ${esc(full)}"></div>
<p class="pengantar">${esc(d.ringkasan)}</p>
<nav class="isi" aria-label="Isi halaman"><ul>
<li><a href="#siapkan">Yang disiapkan</a></li>
<li><a href="#langkah">Langkah</a></li>
${times ? '<li><a href="#waktu">Waktu</a></li>\n' : ""}${details ? '<li><a href="#biaya">Biaya</a></li>\n' : ""}<li><a href="#adu">Pengaduan</a></li>
${d.layanan_serupa ? '<li><a href="#serupa">Bandingkan</a></li>\n' : ""}<li><a href="#dasar">Dasar</a></li>
</ul></nav>
${section("siapkan", "Yang perlu Anda siapkan", "Persyaratan", needs + '<div class="hitung" data-hitung></div>\n')}${section("langkah", "Langkah demi langkah", "Sistem, mekanisme, dan prosedur", `<p class="legenda" lang="id">Langkah bertanda <b class="cap">Anda</b> Anda lakukan sendiri; selebihnya dikerjakan petugas.</p>\n<ol class="langkah">\n${way.html}</ol>\n`)}${times ? section("waktu", "Waktu selengkapnya", "Jangka waktu penyelesaian", (Array.isArray(d.waktu) ? timeRows(d.waktu) : "") + variants.filter((v) => Array.isArray(v.waktu)).map((v) => `<p class="anak varian">${esc(v.nama)}</p>\n${timeRows(v.waktu)}`).join("")) : ""}${details ? section("biaya", "Rincian biaya", "Biaya/tarif", details) : ""}${section("adu", "Bila tidak sesuai janji", "Penanganan pengaduan, saran, dan masukan", complaints(d.pengaduan || agency.data.pengaduan, !d.pengaduan))}${d.layanan_serupa ? section("serupa", "Layanan serupa di instansi lain", "", `<p><a class="panah" href="../../bandingkan/${d.layanan_serupa}.html">Bandingkan layanan serupa</a></p><p class="kecil">Waktu, biaya, dan syarat dari beberapa instansi di satu halaman.</p>\n`) : ""}${section("dasar", "Dasar dan keterangan", "", basis(agency, d, full))}`}</div>`;
  const dates = [d.ditinjau, d.berlaku_sejak, d.sk && d.sk.tanggal].filter(Boolean).map(iso).sort();
  return {
    root: "../../", path, tab: d.judul, title: `${d.judul} – ${agency.data.nama}`, about: d.ringkasan,
    jsonld: withdrawn ? "" : linkedData(agency, d, path), updated: dates[dates.length - 1], body,
  };
};
