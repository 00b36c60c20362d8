window.trousseLanguage = 'fr';
