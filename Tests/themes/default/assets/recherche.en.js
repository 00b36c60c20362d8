window.trousseLanguage = 'en';
