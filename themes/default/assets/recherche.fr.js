// What search knows of French. The search script is joined to the file of the site's language.
window.trousseWords = {
  // Words before an apostrophe that are no words by themselves.
  elided: /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)$/,

  // Common words are ignored in a query that has other words.
  common: 'a au aux avec ce ces cet cette dans de des du en est et il la le les leur leurs on ou par pas ' +
    'pour que qui sa sans se ses son sont sur un une vos votre y',

  // The singular masculine form, from the ending of the word; cautious, and never shown.
  stem(s) {
    if (s.length < 4) return s;
    if (/eaux$/.test(s)) s = s.slice(0, -1);
    else if (/..aux$/.test(s)) s = s.slice(0, -2) + 'l';
    else if (/[sx]$/.test(s)) s = s.slice(0, -1);
    if (/...trice$/.test(s)) return s.slice(0, -4) + 'eur';
    if (/...euse$/.test(s)) return s.slice(0, -2) + 'r';
    if (/...e$/.test(s)) s = s.slice(0, -1);
    if (/...iv$/.test(s)) return s.slice(0, -1) + 'f';
    return /...(ll|nn|tt)$/.test(s) ? s.slice(0, -1) : s;
  },
};
