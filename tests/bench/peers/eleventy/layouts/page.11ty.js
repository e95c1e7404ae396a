const agencyPage = require("./agency.js");
const servicePage = require("./service.js");
const { esc, time } = require("./parts.js");

const URL = "https://layanan.example.go.id/";

function frame({ root, path, title, tab, about, jsonld, updated, body }) {
  const shown = title || tab;
  return `<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(shown)}</title>
<meta name="description" content="${esc(about)}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b3b34">
<meta name="format-detection" content="telephone=no">
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="${URL}${path}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Janji Layanan">
<meta property="og:url" content="${URL}${path}">
<meta property="og:title" content="${esc(shown)}">
<meta property="og:description" content="${esc(about)}">
<link rel="alternate" type="application/atom+xml" title="Perubahan standar pelayanan" href="${root}umpan.xml">
<link rel="icon" href="${root}aset/ikon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}aset/gaya.css">
${jsonld ? `<script type="application/ld+json">${jsonld}</script>\n` : ""}</head>
<body>
<a class="lompat" href="#isi">Langsung ke isi</a>
<header class="kop">
<div class="w bar">
<a class="merek" href="${root}index.html">Janji Layanan</a>
<nav aria-label="Utama"><ul>
<li><a href="${root}index.html#cari">Cari</a></li>
<li><a href="${root}a-z.html">A–Z</a></li>
<li><a href="${root}pengaduan.html">Pengaduan</a></li>
</ul></nav>
</div>
</header>
<main id="isi" tabindex="-1">
${body}
</main>
<footer class="kaki">
<div class="w">
<nav aria-label="Kaki halaman"><ul>
<li><a href="${root}index.html">Beranda</a></li>
<li><a href="${root}a-z.html">Semua layanan A–Z</a></li>
<li><a href="${root}biaya.html">Biaya semua layanan</a></li>
<li><a href="${root}pengaduan.html">Kanal pengaduan</a></li>
<li><a href="${root}mutu.html">Mutu standar pelayanan</a></li>
<li><a href="${root}aksesibilitas.html">Aksesibilitas</a></li>
<li><a href="${root}tentang.html">Tentang situs ini</a></li>
</ul></nav>
<p>Disusun dari standar pelayanan yang diterbitkan masing-masing instansi.${updated ? ` Diperbarui ${time(updated)}.` : ""} Tanpa pelacak, tanpa kuki.</p>
<p class="saat-cetak">Alamat halaman: ${URL}${path}</p>
</div>
</footer>
</body>
</html>
`;
}

function home(tree) {
  let regions = "";
  for (const region of tree.regions) {
    const n = region.agencies.reduce((sum, a) => sum + a.services.length, 0);
    regions += `<p class="nama"><a href="${region.folder}/index.html">${esc(region.data.nama)}</a> <small>${region.agencies.length} instansi, ${n} layanan</small></p>\n`;
  }
  return frame({
    root: "", path: "index.html", tab: "Janji Layanan – syarat, waktu, biaya",
    about: "Syarat, waktu, biaya, dan kanal pengaduan layanan publik.",
    body: `<div class="kop"><div class="w"><div class="judul awal">
<h1>Apa yang ingin Anda urus?</h1>
<p class="ringkas">Syarat, waktu, dan biaya <b>${tree.services} layanan</b> dari <b>${tree.agencies.size} instansi</b>. Semuanya tertulis, jadi bisa Anda tagih.</p>
</div></div></div>
<div class="tumpal"></div>
<div class="w">
<section class="bag" aria-labelledby="instansi">
<div class="kiri"><h2 id="instansi">Menurut instansi</h2></div>
<div class="kanan lebar">
${regions}</div>
</section>
</div>`,
  });
}

function regionPage(region) {
  const n = region.agencies.reduce((sum, a) => sum + a.services.length, 0);
  const name = region.data.nama;
  return frame({
    root: "../", path: region.folder + "/index.html", tab: name,
    about: `Instansi dan layanan publik di ${name}: syarat, waktu, biaya, dan kanal pengaduan.`,
    body: `<div class="kop"><div class="w">
<nav class="remah" aria-label="Anda di sini"><ol>
<li><a href="../index.html">Beranda</a></li>
<li><span aria-current="page">${esc(name)}</span></li>
</ol></nav>
<div class="judul polos"><h1>${esc(name)}</h1>
<p class="ringkas"><b>${n} layanan</b> dari <b>${region.agencies.length} instansi</b>.</p></div>
</div></div>
<div class="tumpal"></div>
<div class="w">
<section class="bag awal" aria-labelledby="instansi">
<div class="kiri"><h2 id="instansi">Instansi</h2></div>
<div class="kanan lebar"><ul class="kisi">
${region.agencies.map((a) => `<li><a href="../${a.folder}/index.html">${esc(a.data.nama)}<span class="vh">, ${esc(a.data.nama)} ${esc(name)}</span></a><small>${a.services.length} layanan</small></li>\n`).join("")}</ul></div>
</section>
</div>`,
  });
}

module.exports = class {
  render(data) {
    const tree = data.collections.tree;
    const parts = data.page.filePathStem.replace(/^\//, "").split("/");
    if (parts.length === 1) return home(tree);
    if (parts.length === 2) return regionPage(tree.regions.find((r) => r.folder === parts[0]));
    const agency = tree.agencies.get(parts[0] + "/" + parts[1]);
    if (parts[2] === "_index") return frame(agencyPage(agency));
    return frame(servicePage(agency, data, parts.join("/") + ".html"));
  }
};
