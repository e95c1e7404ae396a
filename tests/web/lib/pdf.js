'use strict';
/* What stands where on the sheets of a PDF, as pdftotext reports it: per sheet its words with their boxes in points. */

const fs = require('node:fs');
const { run } = require('./child');
const { decode } = require('./html');

async function sheetsOf(file) {
  const out = `${file}.bbox.html`;
  const { code, stderr } = await run('pdftotext', ['-bbox', file, out], { seconds: 600 });
  if (code !== 0) throw new Error(`pdftotext: ${stderr.trim()}`);
  const text = fs.readFileSync(out, 'utf8');
  fs.unlinkSync(out);
  return text
    .split(/<page /)
    .slice(1)
    .map((sheet) =>
      [
        ...sheet.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g,
        ),
      ].map(([, left, top, right, bottom, word]) => ({
        left: +left,
        top: +top,
        right: +right,
        bottom: +bottom,
        text: decode(word),
      })),
    );
}

module.exports = { sheetsOf };
