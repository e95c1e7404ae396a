window.indeks = [];
