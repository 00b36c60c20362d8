// Search in the page itself: no server, no fetch, so that it works from a disk as well. This script is loaded when the field
// is first used (appel-recherche.js), and loads the index, a classic script: [path, title, [anchor, heading, text, …]] for
// each page.
(function () {
  'use strict';

  // Words: one definition for the index, for the query and for the marks in extracts.

  const WORD = /[0-9A-Za-z\u00c0-\u02af\u0300-\u1fff\u2c00-\u2fef\u3040-\ud7ff]+/g;
  // What search knows of the language of the page: recherche.fr.js, recherche.en.js, recherche.und.js.
  const { elided, stem, common } = window.trousseWords;
  const COMMON = new Set(common.split(' '));
  const known = new Map();

  function fold(word) {
    let folded = known.get(word);
    if (folded === undefined) {
      folded = word.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss')
        .normalize('NFD').replace(/[\u0300-\u036f]/g, '');
      known.set(word, folded);
    }
    return folded;
  }

  // Calls back with each folded word and its position. An elided form (l’, qu’) is no word.
  function words(text, found) {
    WORD.lastIndex = 0;
    for (let match; (match = WORD.exec(text));) {
      const next = text[WORD.lastIndex];
      const folded = fold(match[0]);
      if ("’'ʼ".includes(next) && elided.test(folded)) continue;
      found(folded, match.index, WORD.lastIndex);
    }
  }

  // Whether a typed word and a word, or its start, differ by one letter: missing, added, wrong, or swapped with the next.
  function isNear(typed, word, asPrefix) {
    if (!asPrefix && Math.abs(typed.length - word.length) > 1) return false;
    let at = 0;
    while (at < typed.length && typed[at] === word[at]) at++;
    const same = (i, j) => (asPrefix ? word.startsWith(typed.slice(i), j) : typed.slice(i) === word.slice(j));
    return same(at + 1, at + 1) || same(at + 1, at) || same(at, at + 1) ||
      (typed[at] === word[at + 1] && typed[at + 1] === word[at] && same(at + 2, at + 2));
  }

  // The index, in memory: for each word, its places and its weight in each.

  const TITLE = 12, HEADING = 6, CONTEXT = 0.01, BODY = 1;

  class Index {
    constructor(pages) {
      this.entries = [];
      this.items = new Map();
      for (const [path, title, sections] of pages) {
        for (let i = 0; i < sections.length; i += 3) {
          const [anchor, heading, text] = sections.slice(i, i + 3);
          const place = this.entries.push({ path, title, anchor, heading, text }) - 1;
          this.add(title, place, i ? CONTEXT : TITLE, true);
          this.add(heading, place, HEADING, true);
          this.add(text, place, BODY);
        }
      }
      this.list = [...this.items.values()];
    }

    // In a title a word counts once, and more if the title is short. In a text each repetition counts less.
    add(text, place, weight, once) {
      if (once) weight *= 1 + 5 / (10 + text.length);
      words(text, (word) => {
        let item = this.items.get(word);
        if (!item) this.items.set(word, (item = { word, stem: stem(word), places: new Map() }));
        const before = item.places.get(place) || 0;
        item.places.set(place, once ? Math.max(before, weight) : before + weight / (1 + before));
      });
    }

    // The words of the index that match a typed one, with a quality: same word, other forms, longer words, typing errors.
    meanings(typed) {
      const own = stem(typed);
      const sure = [], near = new Map();
      let isThere;
      for (const item of this.list) {
        const begins = item.word.startsWith(typed);
        isThere = isThere || begins;
        if (item.stem === own) sure.push([item, item.word === typed ? 1 : 0.9]);
        else if (begins) sure.push([item, 0.3 + 0.5 * typed.length / item.word.length]);
        else if (typed.length < 3 || item.word.length < 4) continue;
        else if (isNear(typed, item.word) || (own.length > 3 && isNear(own, item.stem))) near.set(item.stem, 0.3);
        else if (typed.length > 4 && !near.has(item.stem) && isNear(typed, item.word, true)) near.set(item.stem, 0.15);
      }
      // A typed word that the index has is no typing error. Of a word that is near a typed one, all forms match.
      for (const item of isThere ? [] : this.list) if (near.has(item.stem)) sure.push([item, near.get(item.stem)]);
      return sure;
    }

    search(question) {
      const all = new Set();
      words(question, (word) => all.add(word));
      // One letter is too short a query, except an accented one, which is typed on purpose.
      if (question.trim().normalize('NFD').length < 2 || !all.size) return null;
      const telling = [...all].filter((word) => word.length > 1 && !COMMON.has(word));
      const asked = telling.length ? telling : [...all];
      const marked = new Set();
      let scores;
      for (const typed of asked) {
        const best = new Map();
        for (const [item, quality] of this.meanings(typed)) {
          marked.add(item.word);
          item.places.forEach((weight, place) => best.set(place, Math.max(weight * quality, best.get(place) || 0)));
        }
        // A result has all words of the query.
        if (scores) {
          best.forEach((score, place) => {
            if (scores.has(place)) best.set(place, score + scores.get(place));
            else best.delete(place);
          });
        }
        scores = best;
      }
      // A match in the title of the page alone gives the start of the page, not its sections.
      const found = [...scores].filter(([place, score]) => score > CONTEXT * asked.length || !this.entries[place].heading)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return { count: found.length, marked, entries: found.slice(0, 20).map(([place]) => this.entries[place]) };
    }
  }

  // Display: texts become text nodes, so that nothing in them is parsed as HTML.

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function marks(text, marked) {
    const parts = [];
    let end = 0;
    words(text, (word, from, to) => {
      if (!marked.has(word)) return;
      parts.push(text.slice(end, from), element('mark', '', text.slice(from, to)));
      end = to;
    });
    return [...parts, text.slice(end)];
  }

  // Adds some 160 characters around the first match, cut between words: source text or advice (every other piece),
  // never both, so that the label “advice” applies to all of it.
  function addExtract(item, text, marked) {
    const pieces = text.split('\u0001');
    let at = -1;
    let place = pieces.findIndex((piece) => {
      words(piece, (word, from) => { if (at < 0 && marked.has(word)) at = from; });
      return at >= 0;
    });
    if (place < 0) place = pieces.findIndex((piece) => piece.trim());
    const piece = pieces[place];
    if (!piece) return;
    const start = text.indexOf(piece);
    const from = at > 60 ? piece.lastIndexOf(' ', at - 40) + 1 : 0;
    let to = Math.max(at, 0) + 110;
    if (to < piece.length) to = Math.max(piece.lastIndexOf(' ', to), at + 1);
    if (place % 2) item.append(element('strong', 'where', panel.dataset.advice));
    item.append(element('p', '', from || start > 1 ? '… ' : '', ...marks(piece.slice(from, to).trim(), marked),
      to < piece.length || start + piece.length + 1 < text.length ? ' …' : ''));
  }

  // The field and its results.

  const form = document.querySelector('form[data-index]');
  const field = form.querySelector('input');
  const panel = form.querySelector('.search-panel');
  const status = panel.querySelector('[role=status]');
  const list = element('ul', 'results');
  // A heading of the page may have the same id.
  if (!document.getElementById('resultats')) panel.id = 'resultats';
  const home = new URL(form.dataset.home, document.baseURI);
  // Whether Enter was pressed before this script was loaded.
  let index, script, opensFirst = form.asked;

  function load() {
    panel.append(list);
    if (script) return;
    script = form.load(form.dataset.index, () => (script = null));
    script.onload = () => {
      index = new Index(window.trousseIndex);
      if (document.activeElement === field) show();
      if (opensFirst) openFirst();
    };
  }

  function result(entry, marked) {
    const link = element('a', '', ...marks(entry.heading || entry.title, marked));
    const address = new URL(entry.path, home);
    if (entry.anchor) address.hash = encodeURIComponent(entry.anchor);
    link.href = address.href;
    const item = element('li', '', link);
    if (entry.heading) item.append(element('span', 'where', ...marks(entry.title, marked)));
    addExtract(item, entry.text, marked);
    return item;
  }

  function show() {
    if (!index) return load();
    const found = index.search(field.value);
    list.textContent = '';
    form.classList.toggle('is-open', !!found);
    if (!found) return void (status.textContent = '');
    const data = panel.dataset;
    const said = [data.none, data.one][found.count] || (found.count > 20 ? data.first : data.many);
    status.textContent = said.replace('#', found.count);
    list.append(...found.entries.map((entry) => result(entry, found.marked)));
    panel.scrollTop = 0;
  }

  function close() {
    form.classList.remove('is-open');
    list.textContent = status.textContent = '';
    opensFirst = false;
  }

  function openFirst() {
    const link = list.querySelector('a');
    opensFirst = !index;
    if (link) link.click();
  }

  field.addEventListener('focus', () => (index && field.value ? show() : load()));
  field.addEventListener('input', () => { opensFirst = false; show(); });
  form.addEventListener('submit', (event) => { event.preventDefault(); show(); openFirst(); });
  list.addEventListener('click', (event) => { if (event.target.closest('a')) close(); });
  form.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  document.addEventListener('pointerdown', (event) => { if (!form.contains(event.target)) close(); });

  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && form.classList.contains('is-open')) {
      event.preventDefault();
      field.focus();
      close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [field, ...list.querySelectorAll('a')];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (stops.length > 1) event.preventDefault();
    if (next) next.focus();
  });

  load();
})();
