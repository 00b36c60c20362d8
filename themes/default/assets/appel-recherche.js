// Starts the search: its script is loaded at the first use of the field.
(function () {
  'use strict';

  const form = document.querySelector('form[data-script]');
  if (!form) return;
  const field = form.querySelector('input');

  // Loads a script of the search. On failure, shows a message; the next use tries again.
  form.load = (address, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onerror = () => {
      const panel = form.querySelector('.search-panel');
      panel.querySelector('[role=status]').textContent = panel.dataset.unread;
      form.classList.add('is-open');
      failed();
    };
    document.head.append(script);
    return script;
  };

  const wait = () => form.addEventListener('focusin', begin, { once: true });
  const begin = () => form.load(form.dataset.script, wait);

  // The browser may have focused the field before this script ran.
  document.activeElement === field ? begin() : wait();
  form.addEventListener('submit', (event) => { event.preventDefault(); form.asked = true; });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
