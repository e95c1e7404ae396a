'use strict';
const tombol = [...document.querySelectorAll('[data-kapan] button')];
const isi = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261130\r\nSUMMARY:Lain\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
tombol[0].onclick = () => {
  const tautan = document.createElement('a');
  tautan.href = URL.createObjectURL(new Blob([isi]));
  tautan.download = 'lain.ics';
  tautan.click();
};
tombol[2].onclick = () => {
  const panel = document.createElement('div');
  panel.className = 'tagih';
  panel.innerHTML = '<textarea id="tagih">Halo</textarea><ol><li><a href="https://ombudsman.go.id">Ombudsman</a></li></ol>';
  document.body.append(panel);
};
document.querySelector('[data-alat] button').onclick = () => navigator.clipboard.writeText('Paspor');
