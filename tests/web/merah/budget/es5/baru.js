const panah = () => 1;
