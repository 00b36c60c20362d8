// What search knows of English. The search script is joined to the file of the site's language.
window.trousseWords = {
  // No word before an apostrophe is left out.
  elided: /^$/,

  // Common words are ignored in a query that has other words.
  common: 'a an and are as at be by can for from has have how in is it its of on or our that the their this to was we ' +
    'what which who will with you your',

  // The form without a plural or a verb ending; cautious, and never shown.
  stem(s) {
    if (s.length < 4) return s;
    if (/[^aeiou]ies$/.test(s)) return s.slice(0, -3) + 'y';
    if (/(?:ch|sh|ss|x)es$/.test(s)) s = s.slice(0, -2);
    else if (/[^su]s$/.test(s)) s = s.slice(0, -1);
    if (/...ing$/.test(s)) s = s.slice(0, -3);
    else if (/..[^e]ed$/.test(s)) s = s.slice(0, -2);
    if (/...e$/.test(s)) s = s.slice(0, -1);
    return /([bdgmnprt])\1$/.test(s) ? s.slice(0, -1) : s;
  },
};
