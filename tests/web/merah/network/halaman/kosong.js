window.kosong = 1;
