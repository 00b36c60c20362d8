window.trousseLanguage = 'und';
