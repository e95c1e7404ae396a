// What pages are put together from. Values come as the charters' YAML gives them.
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const esc = (text) => String(text ?? "").replace(/[&<>"]/g, (c) => ENTITIES[c]);
const list = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
const breaks = (text) => esc(text).replace(/([@.])/g, "$1<wbr>");
const letter = (i) => String.fromCharCode(97 + i);
const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
const iso = (date) => (date instanceof Date ? date.toISOString().slice(0, 10) : String(date));
const spoken = (date) => {
  const [year, month, day] = iso(date).split("-");
  return `${+day} ${MONTHS[month - 1]} ${year}`;
};
const newest = (values) => values.filter(Boolean).map(iso).sort().pop();
const dates = (d) => [d.ditinjau, d.berlaku_sejak, d.sk && d.sk.tanggal];
const json = (value) => JSON.stringify(value).replace(/</g, "\\u003c").replace(/'/g, "\\u0027");
const CITIZEN = /^(Pemohon|Pengguna|Pelanggan|Pasien|Pengunjung|Pelapor|Pengadu|Masyarakat|Warga|Penduduk|Peserta)/;

const international = (phone) => "+62" + phone.replace(/\D/g, "").replace(/^0/, "");
const grouped = (phone) => {
  const digits = phone.replace(/\D/g, "");
  return digits.startsWith("08")
    ? `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`
    : `(${digits.slice(0, 4)}) ${digits.slice(4)}`;
};
const phoneLink = (phone) => `<a class="tel" href="tel:${international(phone)}">${grouped(phone)}</a>`;
const webLink = (url) => `<a href="${esc(url)}">${breaks(url.replace(/^https?:\/\//, "").replace(/\/$/, ""))}</a>`;
const mailLink = (mail) => `<a href="mailto:${esc(mail)}">${breaks(mail)}</a>`;

// Where a channel leads, how its value is shown, and what it is in the JSON-LD.
const CHANNELS = {
  WhatsApp: { href: (v) => "https://wa.me/" + international(v).slice(1), shown: grouped, number: true, ld: "url" },
  Telepon: { href: (v) => "tel:" + international(v), shown: grouped, number: true, ld: "telephone" },
  Email: { href: (v) => "mailto:" + v, shown: breaks, ld: "email" },
  Instagram: { href: (v) => "https://www.instagram.com/" + v.slice(1), shown: esc, ld: "url" },
  "SP4N-LAPOR!": { href: (v) => "https://" + v, shown: breaks, ld: "url" },
};
const KINDS = { kotak_saran: "Kotak saran", datang: "Datang langsung" };

const split = (value) => {
  const at = value.indexOf(": ");
  return [value.slice(0, at), value.slice(at + 2)];
};

function channel(value) {
  if (typeof value !== "string")
    return `<li><b>${KINDS[value.jenis] || esc(value.jenis)}<i>:</i></b> <span><span>${esc(value.nilai)}</span>${value.jam ? ` <small>${esc(value.jam)}</small>` : ""}</span></li>\n`;
  const [label, text] = split(value);
  const kind = CHANNELS[label];
  const shown = kind ? `<a${kind.number ? ' class="tel"' : ""} href="${esc(kind.href(text))}">${kind.shown(text)}</a>` : `<span>${esc(text)}</span>`;
  return `<li><b>${esc(label)}<i>:</i></b> <span>${shown}</span></li>\n`;
}

// The channels as a schema.org ContactPoint.
function contactPoint(p) {
  const found = {};
  for (const value of list(p.kanal)) {
    if (typeof value !== "string") continue;
    const [label, text] = split(value);
    const kind = CHANNELS[label];
    if (kind) (found[kind.ld] ??= []).push(kind.href(text).replace(/^(tel|mailto):/, ""));
  }
  const one = (values) => (values && values.length === 1 ? values[0] : values);
  return { "@type": "ContactPoint", contactType: "complaints", telephone: one(found.telephone), email: one(found.email), url: one(found.url) };
}

// Steps are counted through all branches; a number is written where a list would count otherwise.
function stepList(values, prefix, count) {
  let before = 0;
  let out = "";
  for (const value of values) {
    const s = typeof value === "string" ? { teks: value } : value;
    const no = ++count.no;
    const you = CITIZEN.test(s.oleh || "");
    if (you) count.you++;
    const kind = you ? (s.cabang ? "anda pilih" : "anda") : s.cabang ? "pilih" : "";
    out += `<li${count.targets.has(no) ? ` id="${prefix}-${no}"` : ""}${no === before + 1 ? "" : ` value="${no}"`}${kind ? ` class="${kind}"` : ""}><p>${you ? '<b class="cap">Anda</b> ' : ""}${s.bila ? `<b class="cap bila">Bila ${esc(s.bila)}</b> ` : ""}${s.oleh ? `<b>${esc(s.oleh)}</b> ` : ""}${esc(s.teks)}${s.waktu ? ` <span class="lama">${esc(s.waktu)}</span>` : ""}</p>${s.cabang ? branches(s.cabang, prefix, count) : ""}</li>\n`;
    before = no;
  }
  return out;
}

function branches(values, prefix, count) {
  let out = '<ul class="cabang">\n';
  for (const b of values) {
    out += `<li><b class="jika">Jika ${esc(b.jika)}</b>${b.maka ? `<p>${esc(b.maka)}</p>` : ""}\n`;
    if (b.langkah) out += `<ol class="langkah">\n${stepList(b.langkah, prefix, count)}</ol>\n`;
    if (b.kembali) out += `<p class="arah"><a href="#${prefix}-${b.kembali}">↩ kembali ke langkah ${b.kembali}</a></p>`;
    if (b.selesai === "ya") out += '<p class="arah"><b>■ Selesai</b></p>';
    out += "</li>\n";
  }
  return out + "</ul>";
}

function findTargets(values, targets) {
  for (const s of values)
    for (const b of list(s.cabang)) {
      if (b.kembali) targets.add(b.kembali);
      findTargets(list(b.langkah), targets);
    }
  return targets;
}

function steps(values, prefix) {
  const count = { no: 0, you: 0, targets: findTargets(list(values), new Set()) };
  return { html: stepList(list(values), prefix, count), ...count };
}

function complaints(p, inherited) {
  let out = `<ul class="kanal">\n${list(p.kanal).map(channel).join("")}</ul>\n`;
  if (p.petugas)
    out += `<p><span class="redup">Petugas pengaduan:</span> <b>${esc(p.petugas.nama)}</b>, ${esc(p.petugas.jabatan)} · ${phoneLink(p.petugas.kontak)}</p>\n`;
  if (p.batas_waktu)
    out += `<p class="anak">Batas waktu penanganan</p>\n<dl class="ket">\n${p.batas_waktu.map((r) => `<div><dt>${esc(r.untuk)}</dt><dd>${esc(r.waktu)}</dd></div>\n`).join("")}</dl>\n`;
  if (p.alur) out += `<p class="anak">Alur pengaduan</p>\n<ol class="langkah">\n${steps(p.alur, "adu").html}</ol>\n`;
  if (inherited) out += '<p class="kecil">Kanal ini berlaku untuk semua layanan instansi ini.</p>\n';
  return out;
}

// Fees: the words of the fact, and whether they are the charter's own.
function fee(b) {
  if (b === undefined) return { text: "Belum ditetapkan", size: " biasa", free: false };
  if (typeof b === "string") {
    if (/^(Tidak dipungut biaya|Gratis)$/.test(b)) return { text: "Gratis", own: b, free: true, price: 0 };
    const amount = b.match(/^(Rp[\d.]+) (.*)$/);
    if (amount) return { text: amount[1], size: amount[1].length > 8 ? " sedang" : "", unit: amount[2], free: false, price: +amount[1].replace(/\D/g, "") };
    return /^Rp/.test(b) ? { text: b, free: false } : { text: "Sesuai peraturan", size: " biasa", own: b, free: false };
  }
  if (b.jenis === "gratis") return { text: b.catatan ? "Gratis, lihat catatan" : "Gratis", free: true, price: 0, note: b.catatan };
  if (b.jenis === "rumus") return { text: "Dihitung dengan rumus", size: " biasa", free: false, formula: b.rumus };
  if (b.jenis === "sesuai_peraturan") return { text: "Sesuai peraturan", size: " biasa", free: false, basis: b.dasar };
  const sums = b.tarif.map((r) => +r.jumlah.replace(/\D/g, ""));
  const unit = b.tarif.every((r) => r.satuan === b.tarif[0].satuan) ? b.tarif[0].satuan : undefined;
  const rupiah = (n) => "Rp" + String(n).replace(/\B(?=(\d{3})+$)/g, ".");
  return { text: `${rupiah(Math.min(...sums))}–${rupiah(Math.max(...sums))}`, size: " sedang", unit, free: false, rows: b.tarif, basis: b.dasar };
}

function feeDetails(f) {
  let out = "";
  if (f.formula) out += `<p><span class="redup">Rumus:</span> ${esc(f.formula)}</p>\n`;
  if (f.rows) {
    out += '<table class="tarif">\n<thead><tr><th scope="col">Untuk</th><th scope="col">Tarif</th></tr></thead>\n';
    let group;
    f.rows.forEach((r, i) => {
      if (i === 0 || r.kelompok !== group) {
        group = r.kelompok;
        out += `${i > 0 ? "</tbody>\n" : ""}<tbody>\n`;
        if (group) out += `<tr class="grup"><th scope="rowgroup" colspan="2">${esc(group)}</th></tr>\n`;
      }
      out += `<tr><th scope="row">${esc(r.untuk)}</th><td><b>${esc(r.jumlah)}</b> ${esc(r.satuan)}</td></tr>\n`;
    });
    out += "</tbody>\n</table>\n";
  }
  if (f.note) out += `<p>${esc(f.note)}</p>\n`;
  for (const d of list(f.basis))
    out += `<p class="kecil">Dasar: ${d.tautan ? `<a href="${esc(d.tautan)}">${esc(d.teks)}</a>` : esc(d)}</p>\n`;
  return out;
}

const firstTime = ({ waktu, prosedur }) => {
  if (waktu === undefined) return list(prosedur).some((s) => s.waktu) ? "Lihat tiap langkah" : "";
  return Array.isArray(waktu) ? waktu[0].waktu : waktu;
};
const BRIEF = /(± )?\d+(–\d+)?( \([a-z ]+\))? (menit|jam|hari kerja|hari kalender|hari|minggu|bulan)( \d+ menit)?/;
// The words of the fact: long ones are cut down to the duration in them.
function brief(text) {
  if (!text) return "Belum ditetapkan";
  const found = [...text].length > 28 && text.match(BRIEF);
  return found ? found[0] + (/dapat diperpanjang/.test(text) ? " atau lebih" : "") : text;
}

module.exports = { esc, list, letter, spoken, newest, dates, json, steps, complaints, contactPoint, fee, feeDetails, firstTime, brief, phoneLink, webLink, mailLink, international };
