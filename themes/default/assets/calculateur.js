// The workload for any number of local authorities. As in the table above, figures are multiplied and never divided.
(function () {
  'use strict';

  const { lang } = document.documentElement;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const forms = new Intl.PluralRules(lang);

  for (const place of document.querySelectorAll('.calculator')) {
    const field = place.querySelector('input');
    const answer = place.querySelector('output');
    const { hours, perWeek, one, many, sentence, refusal } = place.dataset;

    const update = () => {
      const isClear = field.value !== '' && field.checkValidity();
      const weekly = perWeek * field.value;
      const said = (forms.select(weekly) === 'one' ? one : many).replace('#', number.format(weekly));
      field.setAttribute('aria-invalid', !isClear);
      answer.textContent = (isClear ? sentence : refusal)
        .replace('{heures}', number.format(hours * field.value)).replace('{semaine}', said);
    };
    field.addEventListener('input', update);
    place.hidden = false;
    update();
  }
})();
