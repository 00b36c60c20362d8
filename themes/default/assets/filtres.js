// Filters of the catalogue. Without a script its anchors lead to each theme and to each resource.
(function () {
  'use strict';

  const form = document.querySelector('.filter');
  if (!form) return;
  const { theme, nature } = form.elements;
  const lists = [...document.querySelectorAll('.cards')];
  const cards = document.querySelectorAll('.cards > li');
  const answer = form.querySelector('output');

  function update() {
    let count = 0;
    for (const list of lists) {
      const heading = list.previousElementSibling;
      const isAsked = !theme.value || theme.value === heading.id;
      for (const card of list.children) {
        card.hidden = !isAsked || (nature.value !== '' && nature.value !== card.dataset.nature);
        if (!card.hidden) count++;
      }
      heading.hidden = list.hidden = ![...list.children].some((card) => !card.hidden);
    }
    const said = count < 2 ? form.dataset.one : form.dataset.many;
    answer.textContent = theme.value || nature.value ? said.replace('{nombre}', count).replace('#', cards.length) : '';
  }

  // A link to a hidden resource or theme resets the filters.
  function showTarget() {
    const target = document.querySelector(':target');
    if (!target || !target.hidden) return;
    form.reset();
    update();
    target.scrollIntoView();
  }

  form.addEventListener('change', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', showTarget);
  // A second click on the same link changes no address, so it causes no hashchange event.
  document.addEventListener('click', (event) => event.target.closest('a[href*="#"]') && setTimeout(showTarget));
  form.hidden = false;
  update();
})();
