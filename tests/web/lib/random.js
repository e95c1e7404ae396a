'use strict';
/* xorshift from the environment's SEED (1): the same mutants on every machine. */

let state = Number(process.env.SEED ?? 1) >>> 0 || 1;

/* 0 … n - 1 */
function random(n) {
  state ^= state << 13;
  state >>>= 0;
  state ^= state >>> 17;
  state ^= state << 5;
  state >>>= 0;
  return state % n;
}

const pick = (list) => list[random(list.length)];

module.exports = { random, pick };
