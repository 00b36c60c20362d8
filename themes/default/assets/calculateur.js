// The workload for any number of local authorities. It only multiplies, as the table above it does.
(function () {
  'use strict';

  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

  for (const place of document.querySelectorAll('.calculator')) {
    const field = place.querySelector('input');
    const answer = place.querySelector('output');
    const { hours, weeks, fullTime, answer: sentence, refusal } = place.dataset;

    const update = () => {
      const isClear = field.value !== '' && field.checkValidity();
      const weekly = hours * field.value / weeks;
      const figures = { heures: hours * field.value, semaine: weekly, part: Math.round(weekly / fullTime * 100) };
      field.setAttribute('aria-invalid', !isClear);
      answer.textContent = isClear ? sentence.replace(/\{(\w+)\}/g, (_, name) => number.format(figures[name])) : refusal;
    };
    field.addEventListener('input', update);
    place.hidden = false;
    update();
  }
})();
