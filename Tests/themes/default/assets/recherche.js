document.documentElement.dataset.search = trousseLanguage;
