document.querySelector('input').onchange = function () {
  document.querySelector('main').appendChild(document.createElement('img')).src = 'x.png';
};
