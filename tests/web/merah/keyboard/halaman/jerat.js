document.querySelector('button').onkeydown = function (event) {
  if (event.key === 'Tab') event.preventDefault();
};
