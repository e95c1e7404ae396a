'use strict';
/*
 * Reads tags out of finished HTML text, without a browser: enough for links, ids, metadata and embedded JSON.
 * It knows comments, raw-text elements (script, style) and character references in attribute values. It does not
 * build a tree and does not repair markup: the validators judge that.
 */

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? all;
    const code = hex ? parseInt(hex, 16) : parseInt(decimal, 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

function attributes(text) {
  const found = {};
  const pattern = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  for (const [, name, double, single, bare] of text.matchAll(pattern)) {
    const key = name.toLowerCase();
    if (!(key in found)) found[key] = decode(double ?? single ?? bare ?? '');
  }
  return found;
}

/* Every start tag in order: {name, attrs, at, raw}; raw is the text inside of script and style, else ''. */
function elements(html) {
  const list = [];
  const pattern = /<!--[\s\S]*?-->|<([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
  let match;
  while ((match = pattern.exec(html))) {
    if (!match[1]) continue;
    const name = match[1].toLowerCase();
    const element = { name, attrs: attributes(match[2]), at: match.index, raw: '' };
    if (name === 'script' || name === 'style') {
      const rest = html.slice(pattern.lastIndex);
      const end = rest.search(new RegExp(`</${name}[\\s/>]`, 'i'));
      element.raw = end < 0 ? rest : rest.slice(0, end);
      pattern.lastIndex += element.raw.length;
    }
    list.push(element);
  }
  return list;
}

module.exports = { decode, elements };
