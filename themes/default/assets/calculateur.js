// The workload for any number of local authorities. It multiplies, as the table above it does, and divides nothing.
(function () {
  'use strict';

  const language = document.documentElement.lang;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const plural = new Intl.PluralRules(language);

  for (const place of document.querySelectorAll('.calculator')) {
    const field = place.querySelector('input');
    const answer = place.querySelector('output');
    const { hours, perWeek, one, many, answer: sentence, refusal } = place.dataset;

    const update = () => {
      const isClear = field.value !== '' && field.checkValidity();
      const weekly = perWeek * field.value;
      const unit = plural.select(weekly) === 'one' ? one : many;
      const figures = { heures: number.format(hours * field.value), semaine: unit.replace('#', number.format(weekly)) };
      field.setAttribute('aria-invalid', !isClear);
      answer.textContent = isClear ? sentence.replace(/\{(\w+)\}/g, (_, name) => figures[name]) : refusal;
    };
    field.addEventListener('input', update);
    place.hidden = false;
    update();
  }
})();
