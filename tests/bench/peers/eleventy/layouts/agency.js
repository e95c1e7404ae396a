const { esc, list, spoken, json, complaints, contactPoint, fee, firstTime, brief, phoneLink, webLink, mailLink, international } = require("./parts.js");

function organisation(agency) {
  const a = agency.data;
  return {
    "@context": "https://schema.org", "@type": "GovernmentOrganization", "@id": "index.html",
    name: `${a.nama} ${agency.region.data.nama}`, url: a.situs_web,
    address: { "@type": "PostalAddress", streetAddress: a.alamat, postalCode: a.kode_pos, addressCountry: "ID" },
    telephone: international(a.telepon), email: a.email, contactPoint: contactPoint(a.pengaduan),
    areaServed: { "@type": "AdministrativeArea", name: agency.region.data.nama },
  };
}

function row(service, full) {
  const d = service.data;
  return `<li><p class="nama"><a href="../../${service.path}.html">${esc(d.judul)}<span class="vh">, ${esc(full)}</span></a></p>
<p class="fakta"><b>${esc(brief(firstTime(d)))}</b> <b>${esc(fee(d.biaya).text)}</b> <small>${esc(list(d.produk)[0])}</small>${d.status === "nonaktif" ? ' <span class="cap bila">Sedang tidak dilayani</span>' : ""}</p></li>
`;
}

function agencyPage(agency) {
  const a = agency.data;
  const region = agency.region;
  const full = `${a.nama} ${region.data.nama}`;
  const open = agency.open;
  const groups = new Map();
  for (const s of open) groups.set(s.data.kelompok, (groups.get(s.data.kelompok) || "") + row(s, full));
  const free = open.filter((s) => fee(s.data.biaya).free && !list(s.data.varian).some((v) => v.biaya)).length;
  const path = agency.folder + "/";
  const body = `<div class="kop"><div class="w">
<nav class="remah" aria-label="Anda di sini"><ol>
<li><a href="../../index.html">Beranda</a></li>
<li><a href="../index.html">${esc(region.data.nama)}</a></li>
<li><span aria-current="page">${esc(a.nama)}</span></li>
</ol></nav>
<div class="judul">
<p class="atas">${esc(a.instansi_induk)}</p>
<h1>${esc(a.nama)}</h1>
<p class="ringkas"><b>${open.length} layanan</b>. ${esc(a.moto)}</p>
</div>
</div></div>
<div class="tumpal"></div>
<div class="w">
<div class="janji">
<dl>
<div><dt>Layanan</dt><dd class="besar">${open.length}</dd></div>
<div><dt>Tanpa biaya</dt><dd class="besar">${free} <span class="dari">dari ${open.length}</span></dd></div>
<div><dt>Alamat</dt><dd>${esc(a.alamat)}, ${esc(a.kode_pos)}</dd></div>
<div><dt>Hubungi</dt>
<dd>${phoneLink(a.telepon)}</dd>
<dd>${webLink(a.situs_web)}</dd>
<dd>${mailLink(a.email)}</dd>
</div>
</dl>
</div>
<section class="bag awal" id="layanan">
<div class="kiri"><h2>Layanan</h2><p>Standar pelayanan</p></div>
<div class="kanan">
${[...groups].map(([name, rows]) => `<h3>${esc(name)}</h3>\n<ul class="daftar">\n${rows}</ul>\n`).join("")}<ul class="tuju">
<li><a href="../../${path}biaya.html">Daftar biaya</a></li>
<li><a href="../../${path}cetak.html">Cetak semua standar pelayanan</a></li>
<li><a href="../../${path}papan.html">Tayangan layar loket</a></li>
<li><a href="../../${path}mutu.html">Kelengkapan standar pelayanan</a></li>
<li><a href="../../${path}data.json">Data terbuka (JSON)</a></li>
<li><a href="../../${path}data.csv">Data terbuka (CSV)</a></li>
</ul>
</div>
</section>
<section class="bag" id="jam">
<div class="kiri"><h2>Jam layanan</h2></div>
<div class="kanan">
<dl class="ket">
${a.jam_layanan.map((j) => `<div><dt>${esc(j.hari)}</dt><dd>${esc(j.jam)} <small>istirahat ${esc(j.istirahat)}</small></dd></div>\n`).join("")}</dl>
<p class="kecil">Waktu setempat (WIB). Hari yang tidak disebut: tutup.</p>
</div>
</section>
<section class="bag" id="profil">
<div class="kiri"><h2>Profil</h2><p>Profil penyelenggara dan pelaksana</p></div>
<div class="kanan">
<dl class="ket">
<div><dt>${esc(a.kepala.jabatan)}</dt><dd>${esc(a.kepala.nama)} <small>${esc(a.kepala.pangkat)}</small></dd></div>
<div><dt>Visi</dt><dd>${esc(a.visi)}</dd></div>
<div><dt>Misi</dt>${a.misi.map((m) => `<dd>${esc(m)}</dd>`).join("")}</div>
<div><dt>Moto</dt><dd>${esc(a.moto)}</dd></div>
</dl>
</div>
</section>
<section class="bag" id="maklumat">
<div class="kiri"><h2>Maklumat pelayanan</h2><p>Janji instansi kepada Anda</p></div>
<div class="kanan">
<figure class="ikrar"><blockquote>
<p>${esc(a.maklumat.teks)}</p>
</blockquote>
<figcaption>${esc(a.maklumat.tempat)}, ${spoken(a.maklumat.tanggal)}<br>${esc(a.kepala.jabatan)}, <b>${esc(a.kepala.nama)}</b></figcaption></figure>
</div>
</section>
<section class="bag" id="adu">
<div class="kiri"><h2>Pengaduan</h2><p>Pengelolaan pengaduan</p></div>
<div class="kanan">
${complaints(a.pengaduan)}<p><a class="panah" href="../../${path}pengaduan.html">Semua kanal pengaduan instansi ini</a></p>
</div>
</section>
<section class="bag" id="skm">
<div class="kiri"><h2>Kepuasan masyarakat</h2><p>Penilaian kinerja (SKM)</p></div>
<div class="kanan">
<p><b class="angka">${esc(a.skm.nilai)}</b> <small>${esc(a.skm.periode)}, ${esc(a.skm.responden)} responden</small></p>
<dl class="ket">
${Object.entries(a.skm.unsur).map(([name, value]) => `<div><dt>${esc(name[0].toUpperCase() + name.slice(1))}</dt><dd>${esc(value)}</dd></div>\n`).join("")}</dl>
</div>
</section>
</div>`;
  return {
    root: "../../", path: path + "index.html", tab: full, updated: agency.newest, body,
    about: `Layanan, alamat, jam, dan kanal pengaduan ${full}.`,
    jsonld: json(organisation(agency)),
  };
}

module.exports = agencyPage;
