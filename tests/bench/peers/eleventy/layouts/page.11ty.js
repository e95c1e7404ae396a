const agencyPage = require("./agency.js");
const servicePage = require("./service.js");
const { esc, spoken } = require("./parts.js");

const URL = "https://layanan.example.go.id/";

function frame({ root, path, tab, about, jsonld, feed, updated, hidden, body }) {
  return `<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(tab)}</title>
<meta name="description" property="og:description" content="${esc(about)}">
<meta name="theme-color" content="#0b3b34">
${hidden ? '<meta name="robots" content="noindex">\n' : ""}<link rel="canonical" href="${URL}${path}">
<meta property="og:title" content="${esc(tab)}">
${feed ? '<link rel="alternate" type="application/atom+xml" title="Perubahan standar pelayanan" href="umpan.xml">\n' : ""}<link rel="icon" href="${root}aset/ikon.svg">
<link rel="stylesheet" href="${root}aset/gaya.css">
<script src="${root}aset/maklumat.js" defer></script>
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
<li><a href="${root}a-z.html">Semua layanan A–Z</a></li>
<li><a href="${root}biaya.html">Biaya semua layanan</a></li>
<li><a href="${root}pengaduan.html">Kanal pengaduan</a></li>
<li><a href="${root}mutu.html">Mutu standar pelayanan</a></li>
<li><a href="${root}aksesibilitas.html">Aksesibilitas</a></li>
<li><a href="${root}tentang.html">Tentang situs ini</a></li>
</ul></nav>
<p>Disusun dari standar pelayanan yang diterbitkan masing-masing instansi.${updated ? ` Diperbarui ${spoken(updated)}.` : ""} Tanpa pelacak, tanpa kuki.</p>
<p class="saat-cetak">Alamat halaman: ${URL}${path}</p>
</div>
</footer>
</body>
</html>
`;
}

const agencyRows = (root, region) => region.agencies.map((a) => `<li><a href="${root}${a.folder}/index.html">${esc(a.data.nama)}<span class="vh">, ${esc(a.data.nama)} ${esc(region.data.nama)}</span></a> <small>${a.open.length} layanan</small></li>\n`).join("");

// Small sites list their agencies at once.
function regionRow(region, tree) {
  const link = `<a href="${region.folder}/index.html">${esc(region.data.nama)}</a>`;
  return tree.agencies.size <= 60
    ? `<h3>${link}</h3>\n<ul class="kisi">\n${agencyRows("", region)}</ul>\n`
    : `<p class="nama">${link} <small>${region.agencies.length} instansi, ${region.services} layanan</small></p>\n`;
}

function home(tree) {
  return frame({
    root: "", path: "index.html", feed: true, updated: tree.newest, tab: "Janji Layanan – syarat, waktu, biaya",
    about: "Syarat, waktu, biaya, dan kanal pengaduan layanan publik.",
    body: `<div class="kop"><div class="w"><div class="judul awal">
<h1>Apa yang ingin Anda urus?</h1>
<p class="ringkas">Syarat, waktu, dan biaya <b>${tree.services} layanan</b> dari <b>${tree.agencies.size} instansi</b>. Semuanya tertulis, jadi bisa Anda tagih.</p>
</div></div></div>
<div class="tumpal"></div>
<div class="w">
<div class="cari" id="cari">
<form role="search" action="a-z.html" data-cari="cari/">
<label for="q">Cari layanan, instansi, atau keperluan</label>
<div class="baris"><input type="search" id="q" name="q" autocomplete="off" spellcheck="false" enterkeyhint="search"><button type="submit" class="btn utama">Cari</button></div>
</form>
<p class="kecil" role="status" data-cari-status></p>
<div data-cari-hasil></div>
</div>
<section class="bag" id="instansi">
<div class="kiri"><h2>Menurut instansi</h2></div>
<div class="kanan lebar">
${tree.regions.map((r) => regionRow(r, tree)).join("")}</div>
</section>
</div>`,
  });
}

function regionPage(region) {
  const name = region.data.nama;
  return frame({
    root: "../", path: region.folder + "/index.html", tab: name, updated: region.newest,
    about: `Instansi dan layanan publik di ${name}: syarat, waktu, biaya, dan kanal pengaduan.`,
    body: `<div class="kop"><div class="w">
<nav class="remah" aria-label="Anda di sini"><ol>
<li><a href="../index.html">Beranda</a></li>
<li><span aria-current="page">${esc(name)}</span></li>
</ol></nav>
<div class="judul polos"><h1>${esc(name)}</h1>
<p class="ringkas"><b>${region.services} layanan</b> dari <b>${region.agencies.length} instansi</b>.</p></div>
</div></div>
<div class="tumpal"></div>
<div class="w">
<section class="bag awal" id="instansi">
<div class="kiri"><h2>Instansi</h2></div>
<div class="kanan lebar"><ul class="kisi">
${agencyRows("../", region)}</ul>
</div>
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
