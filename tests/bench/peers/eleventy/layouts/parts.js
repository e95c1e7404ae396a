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
const time = (date) => `<time datetime="${iso(date)}">${spoken(date)}</time>`;
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

const CHANNELS = {
  WhatsApp: (v) => `<a class="tel" href="https://wa.me/${international(v).slice(1)}">${grouped(v)}</a>`,
  Telepon: phoneLink,
  Email: mailLink,
  Instagram: (v) => `<a href="https://www.instagram.com/${esc(v.slice(1))}">${esc(v)}</a>`,
  "SP4N-LAPOR!": (v) => `<a href="https://${esc(v)}">${breaks(v)}</a>`,
};
const KINDS = { kotak_saran: "Kotak saran", datang: "Datang langsung" };

function channel(value) {
  if (typeof value !== "string")
    return `<li><b>${KINDS[value.jenis] || esc(value.jenis)}</b><span><span>${esc(value.nilai)}</span>${value.jam ? ` <small>${esc(value.jam)}</small>` : ""}</span></li>`;
  const at = value.indexOf(": ");
  const label = value.slice(0, at);
  const text = value.slice(at + 2);
  return `<li><b>${esc(label)}</b><span>${CHANNELS[label] ? CHANNELS[label](text) : esc(text)}</span></li>`;
}

function step(value, prefix, count) {
  const s = typeof value === "string" ? { teks: value } : value;
  const no = ++count.no;
  const you = CITIZEN.test(s.oleh || "");
  if (you) count.you++;
  let out = `<li id="${prefix}-${no}" value="${no}" class="${you ? "anda" : ""}${s.cabang ? " pilih" : ""}"><p>${you ? '<b class="cap">Anda</b> ' : ""}${s.bila ? `<b class="cap bila">Bila ${esc(s.bila)}</b> ` : ""}${s.oleh ? `<b>${esc(s.oleh)}</b> ` : ""}${esc(s.teks)}${s.waktu ? ` <span class="lama">${esc(s.waktu)}</span>` : ""}</p>\n`;
  if (s.cabang) {
    out += '<ul class="cabang">\n';
    for (const b of s.cabang) {
      out += `<li><b class="jika">Jika ${esc(b.jika)}</b>\n${b.maka ? `<p>${esc(b.maka)}</p>\n` : ""}`;
      if (b.langkah) out += `<ol class="langkah">\n${b.langkah.map((x) => step(x, prefix, count)).join("")}</ol>\n`;
      if (b.kembali) out += `<p class="arah"><a href="#${prefix}-${b.kembali}">↩ kembali ke langkah ${b.kembali}</a></p>`;
      if (b.selesai === "ya") out += '<p class="arah"><b>■ Selesai</b></p>';
      out += "</li>\n";
    }
    out += "</ul>\n";
  }
  return out + "</li>\n";
}

function steps(values, prefix) {
  const count = { no: 0, you: 0 };
  return { html: list(values).map((s) => step(s, prefix, count)).join(""), ...count };
}

function complaints(p, inherited) {
  let out = `<ul class="kanal">\n${list(p.kanal).map(channel).join("\n")}\n</ul>\n`;
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
  if (b === undefined) return { text: "Belum ditetapkan", free: false };
  if (typeof b === "string") {
    if (/^(Tidak dipungut biaya|Gratis)$/.test(b)) return { text: "Gratis", own: b, free: true };
    const amount = b.match(/^(Rp[\d.]+) (.*)$/);
    return amount ? { text: amount[1], unit: amount[2], free: false } : { text: b, free: false };
  }
  if (b.jenis === "gratis") return { text: b.catatan ? "Gratis, lihat catatan" : "Gratis", free: true, note: b.catatan };
  if (b.jenis === "rumus") return { text: "Dihitung dengan rumus", free: false, formula: b.rumus };
  if (b.jenis === "sesuai_peraturan") return { text: "Sesuai peraturan", free: false, basis: b.dasar };
  const sums = b.tarif.map((r) => +r.jumlah.replace(/\D/g, ""));
  const rupiah = (n) => "Rp" + String(n).replace(/\B(?=(\d{3})+$)/g, ".");
  return { text: `${rupiah(Math.min(...sums))}–${rupiah(Math.max(...sums))}`, free: false, rows: b.tarif, basis: b.dasar };
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

const firstTime = (w) => (w === undefined ? "" : Array.isArray(w) ? w[0].waktu : w);
const BRIEF = /(± )?\d+(–\d+)?( \([a-z ]+\))? (menit|jam|hari kerja|hari kalender|hari|minggu|bulan)( \d+ menit)?/;
// The words of the fact: long ones are cut down to the duration in them.
function brief(text) {
  if (!text) return "Belum ditetapkan";
  const found = [...text].length > 28 && text.match(BRIEF);
  return found ? found[0] : text;
}

module.exports = { esc, list, breaks, letter, iso, time, steps, complaints, fee, feeDetails, firstTime, brief, phoneLink, webLink, mailLink, international };
