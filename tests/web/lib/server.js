'use strict';
/* Serves one folder on the loopback, under a deep prefix so that a root-absolute link cannot work by luck; compressed as a host would. */

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const zlib = require('node:zlib');

const PREFIX = '/uji/sub-folder/';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
};

/* Lighthouse asks for the robots.txt of the host's root. */
function fileFor(root, url) {
  const asked = decodeURIComponent(new URL(url, 'http://x').pathname);
  const inside =
    asked === '/robots.txt'
      ? 'robots.txt'
      : asked.startsWith(PREFIX)
        ? asked.slice(PREFIX.length)
        : null;
  if (inside === null) return null;
  const file = path.join(
    root,
    inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside,
  );
  return file.startsWith(root + path.sep) && fs.existsSync(file) && fs.statSync(file).isFile()
    ? file
    : null;
}

function answer(root, request, response) {
  let file = null;
  try {
    file = fileFor(root, request.url);
  } catch {
    /* A request that cannot be decoded is a file that is not there. */
  }
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('tidak ada');
    return;
  }
  const headers = {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  };
  const packed =
    /gzip/.test(request.headers['accept-encoding'] ?? '') &&
    /text|javascript|json|xml/.test(headers['content-type']);
  if (packed) headers['content-encoding'] = 'gzip';
  const bytes = fs.readFileSync(file);
  response.writeHead(200, headers);
  response.end(packed ? zlib.gzipSync(bytes, { level: 9 }) : bytes);
}

/* Resolves to {origin, url(file), close()}. */
function serve(root) {
  const base = path.resolve(root);
  const server = http.createServer((request, response) => answer(base, request, response));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const origin = `http://127.0.0.1:${server.address().port}`;
      const url = (file) => origin + PREFIX + file.split('/').map(encodeURIComponent).join('/');
      resolve({ origin, url, close: () => (server.closeAllConnections(), server.close()) });
    });
  });
}

module.exports = { serve };
