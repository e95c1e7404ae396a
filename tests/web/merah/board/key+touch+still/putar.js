var sheets = document.querySelectorAll('[data-lembar]');
var now = 0;
setInterval(function () {
  sheets[now].hidden = true;
  now = (now + 1) % sheets.length;
  sheets[now].hidden = false;
}, 10000);
