(function () {
  'use strict';
  alert('Skrip lain.');
})();
