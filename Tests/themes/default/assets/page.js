document.documentElement.dataset.script = 'page';
