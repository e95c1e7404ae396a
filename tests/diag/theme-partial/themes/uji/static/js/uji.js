(function () {
  /* sertakan bagian/tidak-ada.js */
})();
