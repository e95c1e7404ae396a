'use strict';
/*
 * Collects what the checks find and prints TAP. A finding names a rule, a page and what is wrong
 * there; a rule without findings is one "ok" line. What failed and why, and the table of measured
 * figures at the end, go to standard error, where prove lets them through.
 */

const SHOWN = 12;

class Findings {
  constructor() {
    this.list = [];
    this.skipped = new Map();
    this.figures = [];
  }

  add(rule, page, message) {
    this.list.push({ rule, page: typeof page === 'string' ? page : page.file, message });
  }

  /* The rule has nothing to look at here; why is printed. */
  skip(rule, why) {
    this.skipped.set(rule, why);
  }

  measure(what, value) {
    this.figures.push([what, value]);
  }
}

/* The same message on many pages is one fault: message -> pages. */
function grouped(findings) {
  const groups = new Map();
  for (const { page, message } of findings) {
    if (!groups.has(message)) groups.set(message, []);
    groups.get(message).push(page);
  }
  return groups;
}

class Tap {
  constructor(out, remarks) {
    this.out = out;
    this.remarks = remarks;
    this.count = 0;
    this.failed = 0;
    this.figures = [];
  }

  line(ok, title, remark = '') {
    this.count++;
    const result = `${this.count} - ${title.replace(/#/g, '\\#')}${remark}`;
    this.out.write(`${ok ? 'ok' : 'not ok'} ${result}\n`);
    if (ok) return;
    this.failed++;
    this.remarks.write(`# not ok ${result}\n`);
  }

  note(text) {
    for (const line of String(text).split('\n')) this.remarks.write(`#   ${line}\n`);
  }

  /* One line for every rule of the check. */
  check(site, check, findings, seconds) {
    for (const [rule, title] of Object.entries(check.rules)) {
      const mine = findings.list.filter((finding) => finding.rule === rule);
      const skipped = findings.skipped.get(rule);
      const label = `${site}: ${check.row} ${check.name}/${rule}: ${title}`;
      if (!mine.length && skipped) this.line(true, label, ` # SKIP ${skipped}`);
      else this.line(!mine.length, label);
      const groups = [...grouped(mine)];
      for (const [message, pages] of groups.slice(0, SHOWN))
        this.note(
          `${pages[0]}: ${message}${pages.length > 1 ? ` (${pages.length} times, on ${new Set(pages).size} pages)` : ''}`,
        );
      if (groups.length > SHOWN) this.note(`… and ${groups.length - SHOWN} more`);
    }
    for (const [what, value] of findings.figures) this.figures.push([site, what, value]);
    this.figures.push([site, `${check.name}: seconds`, seconds.toFixed(1)]);
  }

  end() {
    const wide = Math.max(0, ...this.figures.map(([, what]) => what.length));
    this.remarks.write('#\n# Measured\n');
    for (const [site, what, value] of this.figures)
      this.remarks.write(`# ${site.padEnd(8)} ${what.padEnd(wide)}  ${value}\n`);
    this.out.write(`1..${this.count}\n`);
    return this.failed === 0;
  }
}

module.exports = { Findings, Tap };
