maklumatIndeks({});
