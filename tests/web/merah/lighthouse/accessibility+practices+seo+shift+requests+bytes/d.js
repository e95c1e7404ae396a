window.d = 1;
