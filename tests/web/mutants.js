'use strict';
/*
 * Texts of the sites of the tests, changed at random, and what readers that are not ours make of the pages: the Nu checker,
 * Chromium, xmllint. Every word that was put in carries a name of its own, which must be readable somewhere in the site, or a
 * finding must have told of its line.
 * Environment: MAKLUMAT (the program), MUTANTS (40), SEED, KEEP (a folder for what failed).
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { run } = require('./lib/child');
const { decode, elements } = require('./lib/html');
const { openSite, walk } = require('./lib/site');
const { launch } = require('./lib/browser');
const { random, pick } = require('./lib/random');
const { Findings } = require('./lib/report');
const links = require('./checks/11-links');

const TOP = path.resolve(__dirname, '../..');
const MUTANTS = Number(process.env.MUTANTS ?? 40);
const SOURCES = [TOP, path.join(__dirname, 'kaya'), path.join(__dirname, 'hostil'), path.join(TOP, 'tests/rich')];
const JAR = require.resolve('vnu-jar/build/dist/vnu.jar');
/* Sources are a few dozen pages; the Nu checker starts in two seconds. */
const PORTION = 400;


/* What stands around a name: marks of HTML, of attributes, scripts, XML, Markdown, YAML, Mustache, and letters of many kinds. */
const BEFORE = [
  '', '', '', '', ' ', '<', '</', '<b>', '<!--', '<![CDATA[', '</script>', '</style>', '</title>', '</textarea>', '<img src=x onerror=window.__pwned=1>', '"', "'",
  '" onfocus=window.__pwned=1 ', "' autofocus onfocus='window.__pwned=1", '&', '&lt;', '&#60;', '&amp;amp;', '&#x0;', '{{', '{{{', '{{#', '{{/', '${', '`', '``', '*', '**', '_',
  '[', '![', '](', '[x](', '[x](javascript:', '[x](data:text/html,', '[x](//', '<javascript:', '<https://x.go.id/', '|', '||', '\\', '\\\\', '~', '~~', '^', '%', '%%', '@', '$', '=', '+',
  '-', '--', '–', '(', ')', '/', '//', '../', '…', 'é', 'ﬁ', 'ʻ', '\u00a0', '\u200b', '\u200d', '\u00ad', '\u2028', '\u202a', '٣', '漢', 'अ', '😀', 'x\u0301', 'Rp', 'Rp 5.000 ', '10 %', '1/2 ', '3 hari kerja ',
  'Pasal 5 ', 'https://x.go.id/', 'a@b.go.id ', '021 555 ', '1. ', 'a. ', '2) ', '; ', ', ', 'dan/atau ', 'apabila ', ']]>', '-->', '?>', '<?', '--!>',
];
const AFTER = ['', '', '', '', ' ', '>', '/>', '"', "'", '**', '*', '_', '`', ')', ']', '](x)', '](javascript:alert(1))', '}}', '}}}', '-->', ']]>', '</b>', ';', '.', ',', '…', '/', '\\', ' 5', ' Rp5.000', ' (a)', ' hari', '%', '?a=b&c=d', '#x', '\u00a0', '😀'];

const NAMED = /zq[0-9a-z]+qz/;
const word = (n) => `zq${n.toString(36)}qz`;

/* Places where a word of the author's may go: behind a key, in a list, in text. Ends of comments and of files' marks are left alone. */
function places(lines) {
  const found = [];
  lines.forEach((line, i) => {
    if (/^\s*(#|---|\.\.\.|$)/.test(line) || /\s#/.test(line) || NAMED.test(line) || /^kirim:/.test(line)) return;
    const head = /^(\s*(?:- )*(?:[a-z_]+:(?:\s+|$))?["'>|]?)/.exec(line)[0].length;
    if (line.length > head) found.push([i, head]);
  });
  return found;
}

function mutate(text, names) {
  const lines = text.split('\n');
  const marks = [];
  const at = places(lines);
  if (!at.length) return [text, marks];
  const [i, head] = pick(at);
  const line = lines[i];
  const cut = head + random(line.length - head + 1);
  const name = word(names());
  const space = random(3) ? '' : ' ';
  lines[i] = line.slice(0, cut) + space + pick(BEFORE) + name + pick(AFTER) + space + line.slice(cut);
  marks.push([name, i + 1]);
  return [lines.join('\n'), marks];
}

/* Topics that no charter names are shown nowhere, holidays only where they move a day. */
const isText = (name) => /\.(md|ya?ml)$/.test(name) && !/(^|\/)(libur-|keperluan)/.test(name);

function copy(source, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const name of ['content', 'seeds'])
    if (fs.existsSync(path.join(source, name))) fs.cpSync(path.join(source, name), path.join(folder, name), { recursive: true });
}

/* A copy of the source with one to four files changed: [marks of file and line]. */
function plant(source, folder, names) {
  copy(source, folder);
  const files = walk(path.join(folder, 'content')).filter(isText);
  const planted = [];
  for (let n = 1 + random(4); n > 0; n--) {
    const file = pick(files);
    const full = path.join(folder, 'content', file);
    const [text, marks] = mutate(fs.readFileSync(full, 'utf8'), names);
    fs.writeFileSync(full, text);
    for (const [name, line] of marks) planted.push({ name, file, line, written: text.split('\n')[line - 1] });
  }
  return planted;
}

const build = (project, out) => run(process.env.MAKLUMAT, ['build', '--no-posters', '--output', out, project], { seconds: 600 });

/* What a page holds when a browser has read it: strangers, and whether something ran. */
function look() {
  const faults = [];
  if ('__pwned' in window) faults.push('a script of the content ran');
  for (const script of document.scripts) if (!script.src && !/json/.test(script.type)) faults.push(`a script: ${script.text.slice(0, 60)}`);
  const walkAll = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (/^(iframe|object|embed|applet|base|frame|math|portal)$/.test(element.localName)) faults.push(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) faults.push(`${name}="${value.slice(0, 40)}"`);
        if (/zq[0-9a-z]+qz/.test(name)) faults.push(`an attribute ${name}`);
        if (/^(href|src|action|formaction|xlink:href)$/i.test(name) && /^[\s\0-\x1f]*(javascript|vbscript|data:text)/i.test(value)) faults.push(`${name}="${value.slice(0, 40)}"`);
      }
      if (/zq[0-9a-z]+qz/.test(element.localName)) faults.push(`an element ${element.localName}`);
      if (element.localName === 'template') walkAll(element.content);
    }
  };
  walkAll(document);
  return faults;
}

async function judgeInBrowser(browser, pages, faults) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  let page = null;
  tab.on('dialog', (dialog) => {
    faults.push([page.file, `a dialog: ${dialog.message()}`]);
    dialog.dismiss().catch(() => {});
  });
  tab.on('pageerror', (error) => faults.push([page.file, `an error: ${error.message}`]));
  tab.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push([page.file, `a request: ${request.url()}`]);
  });
  for (page of pages) {
    if (page.type === 'alih' || page.type === '404') continue;
    await tab.goto(pathToFileURL(page.path).href);
    for (const fault of await tab.evaluate(look)) faults.push([page.file, fault]);
  }
  await context.close();
}

/* Files with the texts in which a planted word may be read. */
function readable(site) {
  const texts = [];
  for (const file of site.files) {
    if (!/\.(html|js|json|xml|csv|ics|txt)$/.test(file)) continue;
    const text = fs.readFileSync(path.join(site.root, file), 'utf8');
    texts.push(/\.(html|xml)$/.test(file) ? decode(text) : text);
  }
  return texts.join('\n');
}

function judgeData(site, faults) {
  for (const file of site.files.filter((name) => name.endsWith('.json'))) {
    try {
      JSON.parse(fs.readFileSync(path.join(site.root, file), 'utf8'));
    } catch (error) {
      faults.push([file, error.message]);
    }
  }
  for (const page of site.pages) {
    for (const { name, attrs, raw } of elements(page.html)) {
      if (name !== 'script' || attrs.type !== 'application/ld+json') continue;
      try {
        JSON.parse(raw);
      } catch (error) {
        faults.push([page.file, error.message]);
      }
      if (raw.includes('<')) faults.push([page.file, 'a bare "<" in data']);
    }
  }
}

async function judgeXml(site, faults) {
  const files = site.files.filter((name) => /\.(xml|svg)$/.test(name));
  if (!files.length) return;
  const { code, stderr } = await run('xmllint', ['--nonet', '--noout', ...files], { cwd: site.root, seconds: 600 });
  if (code !== 0) faults.push(['xml', stderr.split('\n')[0]]);
}

async function judgeLinks(site, faults) {
  const findings = new Findings();
  await links.run({ site, findings });
  for (const { rule, page, message } of findings.list) faults.push([page, `${rule}: ${message}`]);
}

function judgeWords(site, planted, said, faults) {
  const text = readable(site);
  for (const { name, file, line, written } of planted) {
    if (text.includes(name) || said.includes(name)) continue;
    if (said.includes(`${file}:${line}:`)) continue;
    faults.push([`${file}:${line}`, `lost: ${written}`]);
  }
}

async function nu(pool, origin, faults) {
  const files = fs.readdirSync(pool);
  for (let i = 0; i < files.length; i += PORTION) {
    const { stdout, stderr } = await run('java', ['-Xss4m', '-jar', JAR, '--format', 'json', '--errors-only', ...files.slice(i, i + PORTION)], { cwd: pool, seconds: 600 });
    for (const { url, lastLine, message, extract } of JSON.parse(stderr || stdout).messages) {
      const [mutant, file] = origin.get(path.basename(url));
      faults.push([mutant, `${file}, line ${lastLine}: ${message} ${JSON.stringify(extract ?? '')}`]);
    }
  }
}

async function main() {
  process.stdout.write('1..3\n');
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'mutants-'));
  const browser = await launch();
  const pool = path.join(top, 'pool');
  fs.mkdirSync(pool);
  const origin = new Map();
  const whole = new Map();
  const found = { ends: [], pages: [], markup: [] };
  const count = { built: 0, pages: 0, words: 0 };
  let serial = 0;
  const project = path.join(top, 'situs');
  const out = path.join(top, 'hasil');
  try {
    for (const source of SOURCES) {
      copy(source, project);
      await build(project, out);
      whole.set(source, new Map(openSite(out, 'asal').pages.map(({ file, html }) => [file, html])));
      fs.rmSync(out, { recursive: true });
    }
    for (let n = 0; n < MUTANTS; n++) {
      const source = pick(SOURCES);
      const planted = plant(source, project, () => serial++);
      const { code, stdout, stderr } = await build(project, out);
      const faults = [];
      if (code !== 0 && code !== 1) found.ends.push([n, `the build ended with ${code}: ${stderr.slice(0, 200)}`]);
      if (code === 1 && fs.existsSync(out)) found.ends.push([n, 'refused, but something was published']);
      if (code === 0) {
        count.built++;
        count.words += planted.length;
        const site = openSite(out, `mutan ${n}`);
        const changed = site.pages.filter(({ file, html }) => whole.get(source).get(file) !== html);
        count.pages += changed.length;
        await judgeLinks(site, faults);
        await judgeXml(site, faults);
        judgeData(site, faults);
        judgeWords(site, planted, stdout + stderr, faults);
        await judgeInBrowser(browser, changed, faults);
        for (const page of changed) {
          const name = `${origin.size}.html`;
          origin.set(name, [n, page.file]);
          fs.writeFileSync(path.join(pool, name), page.html);
        }
        for (const [file, message] of faults) found.pages.push([n, `${file}: ${message}`]);
      }
      const bad = faults.length || code > 1 || (code === 1 && fs.existsSync(out));
      if (bad && process.env.KEEP) fs.cpSync(project, path.join(process.env.KEEP, `mutan-${process.env.SEED ?? 1}-${n}`), { recursive: true });
      fs.rmSync(out, { recursive: true, force: true });
    }
    await nu(pool, origin, found.markup);
  } finally {
    await browser.close();
    fs.rmSync(top, { recursive: true, force: true });
  }
  const titles = {
    ends: 'every site is built or refused, and a refused one publishes nothing',
    pages: 'links, data and words are whole, and nothing runs',
    markup: 'the Nu checker finds no error',
  };
  Object.entries(titles).forEach(([key, title], i) => {
    const faults = found[key];
    process.stdout.write(`${faults.length ? 'not ok' : 'ok'} ${i + 1} - ${title}\n`);
    for (const [n, message] of faults.slice(0, 40)) process.stdout.write(`# mutant ${n}: ${message}\n`);
  });
  process.stdout.write(`# ${MUTANTS} sites, ${count.built} built, ${count.words} words in them, ${count.pages} pages that differ\n`);
  process.exitCode = found.ends.length + found.pages.length + found.markup.length ? 1 : 0;
}

main();
