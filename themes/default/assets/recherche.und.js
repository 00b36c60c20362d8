// For search in a language without a file of its own: all words count, in the form in which they are written.
window.trousseWords = { elided: /^$/, common: '', stem: (word) => word };
