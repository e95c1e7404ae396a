document.cookie = 'uji=1';
