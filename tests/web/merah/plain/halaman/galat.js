throw new Error('galat yang ditanam');
