// Not before the page is painted, however slow the machine: what was never seen cannot shift.
new PerformanceObserver(function (list, observer) {
  observer.disconnect();
  var times = 0;
  (function push() {
    var box = document.createElement('div');
    box.style.height = '60px';
    document.body.insertBefore(box, document.body.firstChild);
    if (++times < 5) setTimeout(push, 100);
  })();
}).observe({ type: 'paint', buffered: true });
throw new Error('galat yang ditanam');
