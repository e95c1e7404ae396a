'use strict';
/*
 * The script's deadlines beside the program's. tests/unit/page/test-kapan.c writes the cases, one calendar a line:
 * [row, day, minute, status, received day and minute, earliest, latest, missing year, the last minute of
 * that day at which it is done the same day].
 */

const fs = require('node:fs');
const path = require('node:path');
const { tenggat, batasHari } = require(path.resolve(__dirname, '../../themes/default/static/js/maklumat.js'));

/* The program's numbers for: counted, year not known, never open. */
function ours(kapan, [row, day, minute]) {
  const found = tenggat(kapan, kapan.baris[row][2], day, minute);
  if (Array.isArray(found)) return [0, ...found.flat(), 0].join();
  return found < 0 ? '3,0' : `2,${found}`;
}

/* The last minute to be done the same day. */
const ourLast = (kapan, [row, day]) => batasHari(kapan, kapan.baris[row][2], day);

const theirs = ([, , , status, ...rest]) =>
  (status === 0 ? [status, ...rest.slice(0, 7)] : [status, rest[6]]).join();

let n = 0;
for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const { kapan, kasus } = JSON.parse(line);
  for (const one of kasus) {
    n++;
    if (ours(kapan, one) === theirs(one) && ourLast(kapan, one) === one[11]) continue;
    console.log(`${ours(kapan, one)}, ${ourLast(kapan, one)} instead of ${theirs(one)}, ${one[11]}: ${JSON.stringify(one)} ${JSON.stringify(kapan.baris[one[0]])}`);
    console.log(JSON.stringify(kapan));
    process.exit(1);
  }
}
console.log(`${n} kasus sama`);
