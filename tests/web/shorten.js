'use strict';
/*
 * Pieces of the theme's scripts and style sheets, and of what other themes may write, changed at random: where the text is
 * one that a browser reads, the shortened text must be the same tree of syntax (acorn), or the same rules (Chromium).
 * Environment: SHORTEN (the program of shorten.c), MUTANTS of each language (4000), SEED.
 */

const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const acorn = require('acorn');
const { launch } = require('./lib/browser');
const { random, pick } = require('./lib/random');

const STATIC = path.resolve(__dirname, '../../themes/default/static');
const MUTANTS = Number(process.env.MUTANTS ?? 4000);

const BLANKS = [' ', '\n', '\t', '\r\n', '/* x */', '/**/', ' /* a\nb */ ', '\f', ' '];
const JS_PIECES = [
  ...BLANKS, '// x\n', '/*! tetap */', '+', '-', '++', '--', '*', '/', '/=', '%', '<', '>', '>>>', '=', '==', '!', '!==', '&', '&&',
  '|', '||', '?', ':', ',', ';', '.', '(', ')', '[', ']', '{', '}', '=>', '...', '**', '??', '?.', '`x`', '`a${1}b`', '#', '@', '\\',
  'a', 'b', 'in', 'of', 'return', 'typeof', 'void', 'new', 'delete', 'yield', 'await', 'async', 'let', 'var', 'if', 'else', 'do',
  'while', 'for', 'function', 'class', 'get', 'static', 'instanceof', 'case', 'default', 'break', 'throw', 'this', '/x/', '/[/]/g',
  '/\\//', "'a'", '"b c"', "'\\''", "'a\\\nb'", '0', '1', '1.', '.5', '1e3', '0x1f', '1..x', 'é', '\u2028', '<!--', '-->',
];
const JS_EXTRA = [
  'a = b\n++c', 'a = b + +c', 'a = b - -c', 'a = b + ++c', 'a++ + b', 'a - --b', 'x = y\n/z/g.exec(w)', 'if (a) /b/.test(c)',
  'while (a) /b c/.test(d);', 'for (;;) { if (a) break\n}', 'return\na', 'throw a', 'a\n(b)', 'a\n[b]', 'var a = 1 .toString()',
  'var a = 1..toFixed( 2 )', 'a = b ? /c  d/ : /e/', 'a = (b) / c / d', 'a = b[c] / d / e', 'a = {} / b / c', 'x = function () {} / a / b',
  'do a(); while (b) c()', 'label: for (;;) continue label', 'switch (a) { case /b/: case "c": default : d() }', 'a = b in c',
  'var a = typeof /b/', 'a.return / b / c', 'a. if (b) / c / d', 'let { a, b : c } = d', 'const f = ( a ) => ( { b : a } )',
  'class A { static b = 1\nget c ( ) { return 1 } }', 'async function f ( ) { await g ( ) }', 'for ( const a of / b / ) c ( )',
  'a = `b  ${ c }  d`', 'a ?. b', 'a ?? b', 'a ** - b', 'a = b /* c */ / d', 'a = "  " + \'/* no */\' + "// no"', 'a<!b', 'a- ->b',
  'if (a) b; else /c/.d()', 'a = b\n/* c */ ++d', 'a /*\n*/ ++b', 'a\n// c\n++b', 'function * f ( ) { yield / a / }', 'var yield_ = of / a / b',
];
const CSS_PIECES = [
  ...BLANKS, ' > ', ' + ', ' ~ ', '>', '+', '~', '*', ',', ':', ';', '{', '}', '(', ')', '[', ']', '.a', '#b', 'c', ':not(.a)', '::before', ' :hover',
  '!important', '! important', '@media', ' and ', '(min-width:10px)', '(width >= 10px)', 'url(a b)', 'url( "a  b" )', 'url(a.png)', "'x  y'", '"\\""',
  '\\', '\\31 ', 'calc(1px + 2px)', 'calc( 1px - -2px )', '--x: a  b ;', '--y:{a  b};', '--z : ;', '1px', '-1px', '.5em', '50%', '#fff', 'red', '/', '-', '--',
  '=', '|', '^=', '$=', '<!--', '-->', '@supports (a:b)', '@import "x";', '@font-face', 'u+0-7f', 'é', '/*! tetap */',
];
const CSS_EXTRA = [
  'a :hover { color : red }', 'a:hover{color:red}', 'a > b + c ~ d , e { margin : 0 auto ; }', 'a { margin : - 1px }', 'a { width : calc( 1px + ( 2px - 3px ) ) }',
  '@media screen and ( min-width : 10px ) { a { color : red } }', '@media ( 10px <= width <= 20px ) { a { b : c } }', 'a { --x :  a  b  ; color : var( --x ) }',
  'a { background : url( a.png ) no-repeat , url("b  c.png") }', 'a::after { content : "a  b" "\\201C" }', '[ a = "b" ] { color : red }', '[a="b" i] { color : red }',
  'a { font : 1em / 1.5 "A B" , serif }', 'a { grid-template-areas : "a b" "c d" }', 'a{color:red!important}', 'a { color : red ! important ; }',
  '@supports not ( a : b ) { a { color : red } }', 'a /* x */ b { color : red }', 'a/* x */b { color : red }', 'a /* x */ { color /* y */ : /* z */ red }',
  '@font-face { font-family : A ; src : url( a.woff2 ) format( "woff2" ) ; unicode-range : U+0 - 7F }', '.a.b .c { color : red }', '.a .b.c{color:red}',
  ':is( a , b ) > c { color : red }', 'a:nth-child( 2n + 1 ) { color : red }', 'a:nth-child(-n + 3) { color : red }', '@page :first { margin : 1cm }',
  'a { margin : 1px -1px ; transform : translate( -50% , 0 ) }', 'a { & b { color : red } > c { color : red } }', '@layer a , b ;',
];

const files = (ending) =>
  fs
    .readdirSync(STATIC, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => fs.readFileSync(path.join(STATIC, name), 'utf8'));

const LATEST = { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true };

/* Statements and expressions of the scripts, each by itself. */
function piecesOfScripts() {
  const pieces = [];
  const walk = (node, text) => {
    if (!node || typeof node !== 'object') return;
    if (Array.isArray(node)) return void node.forEach((item) => walk(item, text));
    if (/Statement|Declaration|Expression|Property|SwitchCase/.test(node.type ?? '') && node.end - node.start < 400) pieces.push(text.slice(node.start, node.end));
    for (const [key, value] of Object.entries(node)) if (key !== 'type') walk(value, text);
  };
  for (const text of files('.js')) walk(acorn.parse(text, LATEST), text);
  return [...new Set(pieces)];
}

/* Rules of the style sheets, an at-rule with what is in it. */
function piecesOfSheets() {
  const pieces = [];
  for (const text of files('.css')) {
    let depth = 0;
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      if (text[i] === '{') depth++;
      if (text[i] === '}' && --depth === 0) {
        if (i - start < 600) pieces.push(text.slice(start, i + 1));
        start = i + 1;
      }
    }
  }
  return pieces;
}

/* Where tokens, roughly, begin. */
const cuts = (text) => [0, ...[...text.matchAll(/\s+|[A-Za-z0-9_$-]+|[^\s\w]/g)].map((m) => m.index + m[0].length)];

function mutate(text, pieces) {
  for (let n = random(4); n >= 0; n--) {
    const at = cuts(text);
    const i = random(at.length);
    const from = at[i];
    const to = at[Math.min(at.length - 1, i + 1 + random(2))];
    const kind = random(5);
    if (kind < 2) text = text.slice(0, from) + pick(pieces) + text.slice(from);
    else if (kind === 2) text = text.slice(0, from) + text.slice(to);
    else if (kind === 3) text = text.slice(0, from) + pick(pieces) + text.slice(to);
    else text = text.slice(0, to) + text.slice(from, to) + text.slice(to);
  }
  return text;
}

function shortenAll(kind, texts) {
  const input = Buffer.concat(texts.flatMap((text) => [Buffer.from(`${kind} ${Buffer.byteLength(text)}\n`), Buffer.from(text)]));
  const output = execFileSync(process.env.SHORTEN, { input, maxBuffer: 1 << 30 });
  const all = [];
  for (let at = 0; at < output.length; ) {
    const line = output.indexOf(10, at);
    const [done, len] = output.toString('latin1', at, line).split(' ').map(Number);
    all.push({ done: done === 1, text: output.toString('utf8', line + 1, line + 1 + len) });
    at = line + 1 + len;
  }
  return all;
}

/* The tree without places; null where the text is none. */
function treeOf(text) {
  try {
    return JSON.stringify(acorn.parse(text, LATEST), (key, value) =>
      key === 'start' || key === 'end' ? undefined : typeof value === 'bigint' ? String(value) : value instanceof RegExp ? String(value) : value,
    );
  } catch {
    return null;
  }
}

function makeMutants(pieces, extra, inserts, wanted, reads) {
  const mutants = [];
  for (let tries = 0; mutants.length < wanted && tries < 100 * wanted; tries++) {
    const text = mutate(random(2) ? pick(extra) : pick(pieces), inserts);
    if (reads(text)) mutants.push(`${text}\n`);
  }
  return [...pieces, ...extra].filter(reads).concat(mutants);
}

let failed = 0;
function report(n, name, texts, shortened, differs) {
  const faults = texts.map((text, i) => [text, shortened[i].text, differs(i)]).filter(([, , bad]) => bad);
  if (faults.length) failed++;
  process.stdout.write(`${faults.length ? 'not ok' : 'ok'} ${n} - ${name}\n`);
  for (const [text, short] of faults.slice(0, 10)) process.stdout.write(`# ${JSON.stringify(text)}\n#   ${JSON.stringify(short)}\n`);
  const done = shortened.filter((one) => one.done).length;
  process.stdout.write(`# ${texts.length} texts, ${done} of them shortened, ${faults.length} mean something else\n`);
}

/* What browsers make of a brace that is left open depends on blanks, too. */
function balances(text) {
  let depth = 0;
  for (const c of text) if ((depth += c === '{' ? 1 : c === '}' ? -1 : 0) < 0) return false;
  return depth === 0;
}

/*
 * A rule as the browser understands it. Values that wait for a variable or a function and conditions that it does not know are kept as
 * they are written: there comments and the blanks beside marks are left out, which mean nothing.
 */
function tellRule(rule) {
  const told = (text) => text.replace(/\/\*.*?\*\//gs, ' ').replace(/\s+/g, ' ').replace(/ ?([,:;(){}<>=!]) ?/g, '$1').trim();
  const value = (style, name) => style.getPropertyValue(name).replace(/.*(\b(var|env|attr)\(|--[\w-]+\(|\{).*/s, name.startsWith('--') ? '$&' : told);
  const declarations = rule.style ? [...rule.style].map((name) => `${name}: ${value(rule.style, name)} ${rule.style.getPropertyPriority(name)}`) : [];
  const head = rule.selectorText ?? (rule.conditionText === undefined ? null : told(rule.conditionText));
  if (head === null && !rule.style && !rule.cssRules) return rule.cssText;
  return [rule.constructor.name, head, rule.name, ...declarations, ...[...(rule.cssRules ?? [])].map(tellRule)];
}

async function rulesOf(page, texts) {
  await page.evaluate(`window.tellRule = ${tellRule}`);
  const tell = (some) =>
    some.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return JSON.stringify([...sheet.cssRules].map(window.tellRule));
    });
  const all = [];
  for (let at = 0; at < texts.length; at += 1000) all.push(...(await page.evaluate(tell, texts.slice(at, at + 1000))));
  return all;
}

async function main() {
  process.stdout.write('1..2\n');
  const scripts = makeMutants(piecesOfScripts(), JS_EXTRA, JS_PIECES, MUTANTS, (text) => treeOf(text) !== null);
  const shortScripts = shortenAll('js', scripts);
  report(1, 'scripts are the same tree of syntax', scripts, shortScripts, (i) => treeOf(scripts[i]) !== treeOf(shortScripts[i].text));

  const sheets = makeMutants(piecesOfSheets(), CSS_EXTRA, CSS_PIECES, MUTANTS, balances);
  const shortSheets = shortenAll('css', sheets);
  const browser = await launch();
  try {
    const page = await (await browser.newContext()).newPage();
    const before = await rulesOf(page, sheets);
    const after = await rulesOf(page, shortSheets.map((one) => one.text));
    report(2, 'style sheets are the same rules', sheets, shortSheets, (i) => before[i] !== after[i]);
  } finally {
    await browser.close();
  }
  process.exitCode = failed ? 1 : 0;
}

main();
