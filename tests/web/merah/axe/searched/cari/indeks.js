document.querySelector('input').oninput = function () {
  document.querySelector('main').appendChild(document.createElement('img')).src = 'x.png';
};
