// Reads the same files as maklumat (agencies as _index.md) and writes the home, region, agency and
// service pages to the same paths. Pages are plain JavaScript functions: the fastest that Eleventy has.
const yaml = require("js-yaml");
const { dates, newest } = require("./layouts/parts.js");

module.exports = function (config) {
  config.addDataExtension("yaml", (text) => yaml.load(text));
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  config.addGlobalData("eleventyComputed.permalink", () => (data) => {
    const path = data.page.filePathStem.replace(/^\//, "");
    return path === "_index" ? "index.html" : path.replace(/_index$/, "index") + ".html";
  });
  config.addGlobalData("layout", "page.11ty.js");
  config.addCollection("tree", (api) => {
    const topics = new Map(api.getAll()[0].data.topik.map((k) => [k.slug, k.label]));
    const tree = { regions: [], agencies: new Map(), services: 0 };
    const items = api.getAll().map((item) => ({
      path: item.page.filePathStem.replace(/^\//, ""),
      data: item.data,
    }));
    items.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, data } of items) {
      const parts = path.split("/");
      const folder = parts.slice(0, -1).join("/");
      if (parts.length === 2) tree.regions.push({ folder, data, agencies: [] });
      else if (parts.length === 3 && parts[2] === "_index") {
        const agency = { folder, data, topics, services: [], region: tree.regions[tree.regions.length - 1] };
        tree.agencies.set(folder, agency);
        agency.region.agencies.push(agency);
      }
    }
    for (const { path, data } of items) {
      const parts = path.split("/");
      if (parts.length !== 3 || parts[2] === "_index") continue;
      const agency = tree.agencies.get(parts[0] + "/" + parts[1]);
      agency.services.push({ path, data });
    }
    for (const agency of tree.agencies.values()) {
      agency.services.sort((a, b) => (a.data.judul < b.data.judul ? -1 : 1));
      agency.open = agency.services.filter((s) => s.data.status !== "dicabut");
      agency.newest = newest([agency.data.maklumat.tanggal, ...agency.services.flatMap((s) => dates(s.data))]);
    }
    for (const region of tree.regions) {
      region.services = region.agencies.reduce((sum, a) => sum + a.open.length, 0);
      region.newest = newest(region.agencies.map((a) => a.newest));
      tree.services += region.services;
    }
    tree.newest = newest(tree.regions.map((r) => r.newest));
    return tree;
  });
  return { markdownTemplateEngine: false, dir: { input: "content", includes: "../layouts", data: "../data" } };
};
