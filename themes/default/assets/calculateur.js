// The workload for any number of local authorities. As in the table above, figures are multiplied and never divided.
(function () {
  'use strict';

  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

  for (const place of document.querySelectorAll('.calculator')) {
    const field = place.querySelector('input');
    const answer = place.querySelector('output');
    const { hours, perWeek, one, many, sentence, refusal } = place.dataset;

    const update = () => {
      const isClear = field.value !== '' && field.checkValidity();
      const weekly = perWeek * field.value;
      const said = (weekly < 2 ? one : many).replace('#', number.format(weekly));
      const told = sentence.replace('{heures}', number.format(hours * field.value)).replace('{semaine}', said);
      field.setAttribute('aria-invalid', !isClear);
      answer.textContent = isClear ? told : refusal;
    };
    field.addEventListener('input', update);
    place.hidden = false;
    update();
  }
})();
