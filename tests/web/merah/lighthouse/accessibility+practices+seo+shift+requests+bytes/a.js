setTimeout(function () {
  var box = document.createElement('div');
  box.style.height = '300px';
  document.body.insertBefore(box, document.body.firstChild);
}, 300);
throw new Error('galat yang ditanam');
