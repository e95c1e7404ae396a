'use strict';
const lembar = [...document.querySelectorAll('[data-lembar]')];
let kini = 0;
let waktu = 0;
const tampil = () => lembar.forEach((l, i) => (l.hidden = i !== kini));
lembar[0].firstChild.data = 'Satu dua';
tampil();
if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
  waktu = setInterval(() => {
    kini = (kini + 1) % lembar.length;
    tampil();
  }, 9000);
for (const jenis of ['keydown', 'touchstart', 'mousedown'])
  document.addEventListener(jenis, () => clearInterval(waktu));
