const { esc, list, letter, spoken, newest, dates, json, steps, complaints, contactPoint, fee, feeDetails, firstTime, brief, phoneLink, webLink } = require("./parts.js");

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
  [/toilet khusus/i, "M7 3v2M4 10l3-2 3 2M7 8v7l-2 6M7 15l2 6M14 8h7M15 8v5h5V8M17 13v8M14 21h6"],
  [/loket khusus/i, "M3 14h18M5 14v7M19 14v7M12 4v2M8 14l4-6 4 6"],
  [/ruang laktasi/i, "M9 2h6v4H9zM8 8h8v13H8zM8 12h4M8 16h4"],
  [/guiding block/i, "M3 3h18v18H3zM7.5 7v10M12 7v10M16.5 7v10"],
];
const WEEK = [[], [[450, 720], [780, 960]], [[450, 720], [780, 960]], [[450, 720], [780, 960]], [[450, 720], [780, 960]], [[450, 690], [780, 990]], []];
const CLOSED = [0, 15, 46, 47, 76, 77, 78, 79, 80, 81, 82, 92, 94, 120, 133, 134, 146, 147, 150, 151, 166, 228, 236, 357, 358];
const CALENDAR = JSON.stringify({ jam: WEEK, tutup: CLOSED, dari: 20454, sampai: 364, zona: 7 }).slice(1);
// [class, value] of the units for the deadline, and their letters in ISO 8601, for the JSON-LD.
const UNITS = {
  menit: [0, 60, "M"], jam: [0, 3600, "H"], "hari kerja": [1, 1], "hari kalender": [2, 1, "D"],
  hari: [3, 1], minggu: [2, 7], bulan: [2, -1],
};
const PART = /(\d+)(?:–(\d+))?(?: \([a-z ]+\))? (menit|jam|hari kerja|hari kalender|hari|minggu|bulan)/g;

// The parts of a duration: [at least, at most, unit]; none when it has no end.
const parts = (text) => /dapat diperpanjang/.test(text) ? [] : [...text.matchAll(PART)].map((m) => [+m[1], +(m[2] || m[1]), m[3]]);

function iso8601(waktu) {
  if (typeof waktu !== "string") return undefined;
  const found = parts(waktu);
  if (found.length === 0 || found.some((p) => !UNITS[p[2]][2])) return undefined;
  const clock = UNITS[found[0][2]][0] === 0;
  return (clock ? "PT" : "P") + found.map((p) => p[1] + UNITS[p[2]][2]).join("");
}

function when(d) {
  const rows = [];
  const add = (name, waktu) => {
    const all = Array.isArray(waktu) ? waktu : waktu ? [{ untuk: "", waktu }] : [];
    for (const w of all) {
      const found = parts(w.waktu).map(([min, max, unit]) => [min, max, UNITS[unit][0], UNITS[unit][1]]);
      if (found.length) rows.push([[name, w.untuk].filter(Boolean).join(", "), /±/.test(w.waktu) ? 1 : 0, found]);
    }
  };
  add("", d.waktu);
  for (const v of list(d.varian)) add(v.nama, v.waktu);
  return rows.length ? `{"baris":${json(rows)},${CALENDAR}` : "";
}

const clock = (text) => text.replace(".", ":");
function opening(agency) {
  return ["Monday Tuesday Wednesday Thursday", "Friday"].flatMap((days, i) => {
    const [open, close] = agency.data.jam_layanan[i].jam.split("–");
    const [from, to] = agency.data.jam_layanan[i].istirahat.split("–");
    return [[open, from], [to, close]].map(([a, b]) => ({ "@type": "OpeningHoursSpecification", dayOfWeek: days.split(" "), opens: clock(a), closes: clock(b) }));
  });
}

function linkedData(agency, d, f, path, full) {
  const processingTime = iso8601(d.waktu);
  const access = list(d.cara_akses).length ? d.cara_akses : processingTime ? [{}] : [];
  agency.opening ??= opening(agency);
  return json({
    "@context": "https://schema.org", "@type": "GovernmentService", name: d.judul, description: d.ringkasan,
    url: "https://layanan.example.go.id/" + path,
    areaServed: { "@type": "AdministrativeArea", name: agency.region.data.nama },
    provider: { "@type": "GovernmentOrganization", "@id": "index.html", name: full, contactPoint: d.pengaduan && contactPoint(d.pengaduan) },
    availableChannel: access.length ? access.map((c) => ({
      "@type": "ServiceChannel", processingTime, serviceUrl: c.tautan,
      serviceLocation: c.jenis === "datang" ? { "@type": "Place", name: c.tempat } : undefined,
    })) : undefined,
    hoursAvailable: agency.opening,
    offers: f.price === undefined ? undefined : { "@type": "Offer", price: f.price, priceCurrency: "IDR" },
    serviceOutput: list(d.produk).map((name) => ({ "@type": "Thing", name })),
  });
}

function requirementText(r) {
  return `${r.untuk ? `<b class="cap">Untuk ${esc(r.untuk)}</b> ` : ""}${r.bila ? `<b class="cap bila">Bila ${esc(r.bila)}</b> ` : ""}${esc(r.teks)}${r.jumlah ? ` <small>(${esc(r.jumlah)})</small>` : ""}${r.formulir ? ` <small>Formulir ${esc(r.formulir)}</small>` : ""}`;
}

function requirements(values) {
  let n = 0;
  const item = (value) => {
    n++;
    const r = typeof value === "string" ? { teks: value } : value;
    return `<li><label><input type="checkbox"><span>${requirementText(r)}${list(r.rincian).map((x, i) => `<span class="rinci"><i>${letter(i)}.</i> <span>${esc(x)}</span></span>`).join("")}</span></label></li>\n`;
  };
  let out = "";
  let loose = "";
  for (const value of list(values)) {
    if (value.kelompok) out += `<p class="anak">${esc(value.kelompok)}</p>\n<ul class="cek" data-cek>\n${value.butir.map(item).join("")}</ul>\n`;
    else loose += item(value);
  }
  if (loose) out += `<ul class="cek" data-cek>\n${loose}</ul>\n`;
  return { html: out, n };
}

function component([no, key, name], d, inherited) {
  const own = d[key];
  const values = list(own === undefined ? inherited[key] : own);
  if (values.length === 0) return "";
  const item = (text) => {
    const icon = no === 8 && ICONS.find(([words]) => words.test(text));
    return icon ? `<li><svg aria-hidden="true"><path d="${icon[1]}"/></svg>${esc(text)}</li>` : `<li>${esc(text)}</li>`;
  };
  const body = values.length === 1 ? esc(values[0]) : `<ul>${values.map(item).join("")}</ul>`;
  return `<div><dt>${name}${own === undefined ? " <small>berlaku untuk semua layanan instansi ini</small>" : ""}</dt><dd>${body}</dd>\n</div>\n`;
}

function section(id, heading, official, body) {
  return `<section class="bag" id="${id}">
<div class="kiri"><h2>${heading}</h2>${official ? `<p>${official}</p>` : ""}</div>
<div class="kanan">
${body}</div>
</section>
`;
}

const similar = (name) => `<section class="bag tak-cetak" id="serupa">
<div class="kiri"><h2>Layanan serupa di instansi lain</h2></div>
<div class="kanan"><p><a class="panah" href="../../bandingkan/${name}.html">Bandingkan layanan serupa</a></p><p class="kecil">Waktu, biaya, dan syarat dari beberapa instansi di satu halaman.</p></div>
</section>
`;

const VAGUE = "Tidak disebut hari kerja atau hari kalender";
const isVague = (text) => /\d hari( |$)(?!kerja|kalender)/.test(text);
const vague = (text) => (isVague(text) ? ` <small>${VAGUE}</small>` : "");

function times(waktu) {
  if (Array.isArray(waktu))
    return `<dl class="ket">\n${waktu.map((w) => `<div><dt>${esc(w.untuk)}</dt><dd><b>${esc(w.waktu)}</b>${vague(w.waktu)}</dd></div>\n`).join("")}</dl>\n`;
  const shown = brief(waktu);
  return waktu ? `<p><b>${esc(shown)}</b>${shown === waktu ? "" : ` <small>${esc(waktu)}</small>`}${vague(waktu)}</p>\n` : "";
}

function promise(agency, d, f, timed, priced) {
  const a = agency.data;
  const raw = firstTime(d);
  const shown = brief(raw);
  const many = Array.isArray(d.waktu) ? d.waktu : [];
  const deadline = when(d);
  return `<div class="janji">
<dl>
<div><dt>Waktu</dt>
<dd class="besar${!raw || d.waktu === undefined ? " biasa" : shown.length > 14 ? " sedang" : ""}">${esc(shown)}</dd>
${many.length ? `<dd class="kecil">untuk ${esc(many[0].untuk)}</dd>\n` : ""}${raw && shown !== raw ? `<dd class="kecil">${esc(raw)}</dd>\n` : ""}${isVague(raw) ? `<dd class="kecil">${VAGUE}</dd>\n` : ""}${list(d.varian).filter((v) => v.waktu).map((v) => `<dd class="kecil"><b>${esc(v.nama)}:</b> ${esc(brief(firstTime(v)))}</dd>\n`).join("")}${timed ? '<dd><a href="#waktu">Lihat semua waktu</a></dd>\n' : ""}</div>
<div><dt>Biaya</dt>
<dd class="besar${f.size || ""}">${esc(f.text)}</dd>
${f.unit ? `<dd class="kecil">${esc(f.unit)}</dd>\n` : ""}${f.own && f.own !== "Gratis" ? `<dd class="kecil">${esc(f.own)}</dd>\n` : ""}${list(d.varian).filter((v) => v.biaya).map((v) => `<dd class="kecil"><b>${esc(v.nama)}:</b> ${esc(fee(v.biaya).text)}</dd>\n`).join("")}${priced ? '<dd><a href="#biaya">Lihat rincian biaya</a></dd>\n' : ""}</div>
<div><dt>Hasil yang Anda terima</dt>
${list(d.produk).map((text) => `<dd>${esc(text)}</dd>\n`).join("")}</div>
<div><dt>Tempat</dt>
${list(d.cara_akses).map((c) => `<dd>${c.jenis === "daring" ? "Daring: " : "Datang ke: "}${esc(c.tempat)}${c.tautan ? " " + webLink(c.tautan) : ""}</dd>\n`).join("")}<dd>${esc(a.alamat)}, ${esc(a.kode_pos)}</dd>
<dd>${phoneLink(a.telepon)}</dd>
</div>
</dl>
${deadline ? `<div class="kapan" data-kapan='${deadline}'></div>\n` : ""}</div>
`;
}

function basis(agency, d, full) {
  const sk = d.sk;
  return `<dl class="ket">
<div><dt>Penetapan standar</dt><dd>${sk ? `SK Nomor ${esc(sk.nomor)} tanggal ${spoken(sk.tanggal)} tentang ${esc(sk.tentang)}` : '<span class="belum">Nomor SK belum dicantumkan</span>'}</dd></div>
<div><dt>Penyelenggara</dt><dd><a href="index.html">${esc(full)}</a></dd></div>
${d.berlaku_sejak ? `<div><dt>Berlaku sejak</dt><dd>${spoken(d.berlaku_sejak)}</dd></div>\n` : ""}<div><dt>Terakhir ditinjau</dt><dd>${d.ditinjau ? spoken(d.ditinjau) : '<span class="belum">Belum dicantumkan</span>'}</dd></div>
<div class="tak-cetak"><dt>Keperluan</dt><dd>${list(d.keperluan).map((k) => `<a href="../../keperluan/${k}.html">${esc(agency.topics.get(k))}</a> `).join("")}</dd></div>
${COMPONENTS.map((c) => component(c, d, agency.data.bawaan)).join("")}</dl>
${d.content ? `<div class="prosa"><h3 lang="id">Keterangan</h3>\n${d.content}</div>\n` : ""}`;
}

module.exports = function servicePage(agency, d, path) {
  const full = `${agency.data.nama} ${agency.region.data.nama}`;
  const f = fee(d.biaya);
  const need = requirements(d.persyaratan);
  const way = steps(d.prosedur, "langkah");
  const variants = list(d.varian);
  const timed = Array.isArray(d.waktu) || variants.some((v) => Array.isArray(v.waktu));
  const details = feeDetails(f);
  const needs = need.html + variants.filter((v) => v.persyaratan).map((v) => `<div data-varian="${esc(v.nama)}">\n<p class="anak varian">${esc(v.nama)}</p>\n${requirements(v.persyaratan).html}</div>\n`).join("");
  const withdrawn = d.status === "dicabut";
  const body = `<div class="kop berinduk"><div class="w">
<nav class="remah" aria-label="Anda di sini"><ol>
<li><a href="../../index.html">Beranda</a></li>
<li><a href="../index.html">${esc(agency.region.data.nama)}</a></li>
<li><a href="index.html">${esc(agency.data.nama)}</a></li>
<li><span aria-current="page">${esc(d.judul)}</span></li>
</ol></nav>
<div class="judul${withdrawn ? " polos" : ""}">
<p class="atas"><a href="index.html">${esc(full)}</a></p>
<h1>${esc(d.judul)}</h1>
${withdrawn ? "" : `<p class="ringkas">Siapkan <b>${need.n} syarat</b>. Prosesnya <b>${way.no} langkah</b>${way.you ? `; ${way.you} di antaranya Anda lakukan sendiri` : ""}.</p>\n`}</div>
</div></div>
<div class="tumpal"></div>
<div class="w">
${withdrawn ? `<div class="catat"><p><b>Layanan ini sudah dicabut.</b></p><p>Standar pelayanannya tidak berlaku lagi. Halaman ini tetap ada agar tautan dan kode QR yang sudah tercetak tidak putus.</p></div>
<ul class="tuju"><li><a class="panah" href="index.html">Lihat layanan lain di instansi ini</a></li></ul>
` : `${promise(agency, d, f, timed, details)}${d.status === "nonaktif" ? '<p class="catat"><b>Sedang tidak dilayani.</b> Instansi menghentikan layanan ini untuk sementara. Tanyakan dahulu sebelum datang.</p>\n' : ""}<div class="alat" data-alat></div>
<p class="pengantar">${esc(d.ringkasan)}</p>
<nav class="isi" aria-label="Isi halaman"><ul>
<li><a href="#siapkan">Yang disiapkan</a></li>
<li><a href="#langkah">Langkah</a></li>
${timed ? '<li><a href="#waktu">Waktu</a></li>\n' : ""}${details ? '<li><a href="#biaya">Biaya</a></li>\n' : ""}<li><a href="#adu">Pengaduan</a></li>
${d.layanan_serupa ? '<li><a href="#serupa">Bandingkan</a></li>\n' : ""}<li><a href="#dasar">Dasar</a></li>
</ul></nav>
${section("siapkan", "Yang perlu Anda siapkan", "Persyaratan", needs + '<div class="hitung" data-hitung></div>\n')}${section("langkah", "Langkah demi langkah", "Sistem, mekanisme, dan prosedur", `<p class="legenda">Langkah bertanda <b class="cap">Anda</b> adalah bagian Anda; selebihnya dikerjakan petugas.</p>\n<ol class="langkah">\n${way.html}</ol>\n`)}${timed ? section("waktu", "Waktu selengkapnya", "Jangka waktu penyelesaian", times(d.waktu) + variants.filter((v) => v.waktu).map((v) => `<p class="anak varian">${esc(v.nama)}</p>\n${times(v.waktu)}`).join("")) : ""}${details ? section("biaya", "Rincian biaya", "Biaya/tarif", details + variants.filter((v) => v.biaya).map((v) => `<div data-varian="${esc(v.nama)}">\n<p class="anak varian">${esc(v.nama)}</p>\n<p><b>${esc(fee(v.biaya).text)}</b></p>\n</div>\n`).join("")) : ""}${section("adu", "Bila tidak sesuai janji", "Penanganan pengaduan, saran, dan masukan", d.pengaduan ? complaints(d.pengaduan) : (agency.channels ??= complaints(agency.data.pengaduan, true)))}${d.layanan_serupa ? similar(d.layanan_serupa) : ""}${section("dasar", "Dasar dan keterangan", "", basis(agency, d, full))}`}</div>`;
  const long = `${d.judul} – ${full}`;
  const short = `${d.judul} – ${agency.data.nama}`;
  return {
    root: "../../", path, tab: long.length <= 70 ? long : short.length <= 70 ? short : d.judul, about: d.ringkasan,
    jsonld: withdrawn ? "" : linkedData(agency, d, f, path, full), updated: newest(dates(d)), hidden: withdrawn, body,
  };
};
