// Filter, sort, search and links for the matrix. Without it everything can still be read.
(() => {
  'use strict';
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const tools = byId('tools');
  if (!tools) return;

  // Worst first, as the program sums several contexts up.
  const order = ['missing', 'unmapped', 'unanswered', 'partial', 'unresolved', 'risk-accepted',
    'met-by-equivalent', 'met', 'not-applicable'];
  const sections = all('.rows').map((element) => ({
    element, list: one('.list', element), shown: one('.shown', element),
    standard: element.dataset.value, rows: [],
  }));
  const rows = [];
  for (const section of sections) {
    for (const element of section.list.children) {
      const cells = new Map();
      for (const cell of all('.c', element.firstElementChild)) {
        const bounds = one('em', cell);
        cells.set(one('i', cell).textContent, {
          verdict: one('b', cell).className,
          lower: bounds ? parseInt(bounds.textContent.replace('<1', '0.5'), 10) : 101,
        });
      }
      const row = {
        element, cells, section, place: rows.length, text: null, owners: null,
        id: one('.i', element).textContent, title: one('.t', element).textContent,
        kind: one('.m', element).textContent,
        part: one('.f', element).textContent.split(/ \/ |; /)[0],
      };
      section.rows.push(row);
      rows.push(row);
    }
  }

  const practiceOf = (link) => byId(decodeURIComponent(link.hash.slice(1)));
  const practices = (row) => all('.p a', row.element).map(practiceOf).filter(Boolean);
  const ownersOf = (row) => {
    row.owners ??= new Set(practices(row).map((p) => p.dataset.owner).filter(Boolean));
    return row.owners;
  };
  const textOf = (row) => {
    if (row.text === null) {
      const words = [row.element.textContent];
      for (const practice of practices(row)) {
        words.push(one('.t', practice).textContent, practice.dataset.owner);
      }
      row.text = words.join(' ').toLowerCase();
    }
    return row.text;
  };

  // The state of the view, and its form in the part of the address behind '#?'.
  const fields = ['q', 'standard', 'part', 'kind', 'context', 'owner', 'sort'];
  const boxes = all('input[name=verdict]', tools);
  const field = (name) => byId(name);
  const read = () => {
    const state = { verdict: boxes.filter((box) => box.checked).map((box) => box.value) };
    for (const name of fields) state[name] = field(name) ? field(name).value : '';
    return state;
  };
  const write = (state) => {
    for (const name of fields) {
      const control = field(name);
      if (!control) continue;
      if (name === 'part') fillParts(state.standard || '');
      control.value = state[name] || '';
      if (control.value !== (state[name] || '')) control.value = '';
    }
    for (const box of boxes) box.checked = (state.verdict || []).includes(box.value);
  };
  const fragment = (state, open) => {
    const pairs = new URLSearchParams();
    for (const name of fields) if (state[name]) pairs.set(name, state[name]);
    if (state.verdict.length) pairs.set('verdict', state.verdict.join(','));
    for (const id of open) pairs.append('open', id);
    const text = pairs.toString();
    return text ? `#?${text}` : '#matrix';
  };
  const opened = () => rows.filter((row) => row.element.open).map((row) => row.element.id);

  const option = (value) => {
    const element = document.createElement('option');
    element.value = value;
    element.textContent = value;
    return element;
  };
  const fill = (name, values) => {
    const control = field(name);
    if (!control) return;
    while (control.options.length > 1) control.remove(1);
    control.append(...values.filter(Boolean).map(option));
    control.parentElement.hidden = control.options.length < 2;
  };
  const fillParts = (standard) => {
    const found = rows.filter((row) => !standard || row.section.standard === standard);
    fill('part', standard ? [...new Set(found.map((row) => row.part))] : []);
  };
  fill('kind', [...new Set(rows.map((row) => row.kind))].sort());
  fill('owner', [...new Set(all('.pr').map((p) => p.dataset.owner))].sort());
  fillParts('');

  const worst = (row, context) => {
    const cells = context ? [row.cells.get(context)] : [...row.cells.values()];
    return Math.min(...cells.filter(Boolean).map((cell) => order.indexOf(cell.verdict)));
  };
  const lowest = (row, context) => {
    const cells = context ? [row.cells.get(context)] : [...row.cells.values()];
    return Math.min(...cells.filter(Boolean).map((cell) => cell.lower));
  };
  const natural = new Intl.Collator('en', { numeric: true });
  const sorters = {
    worst: (context) => (a, b) => worst(a, context) - worst(b, context) || a.place - b.place,
    lowest: (context) => (a, b) => lowest(a, context) - lowest(b, context) || a.place - b.place,
    id: () => (a, b) => natural.compare(a.id, b.id) || a.place - b.place,
    title: () => (a, b) => natural.compare(a.title, b.title) || a.place - b.place,
  };
  let sorted = ' ';

  const apply = () => {
    const state = read();
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(state.verdict);
    let count = 0;
    for (const section of sections) {
      let shown = 0;
      for (const row of section.rows) {
        const cells = state.context ? [row.cells.get(state.context)] : [...row.cells.values()];
        const isShown = (!state.standard || state.standard === section.standard)
          && (!state.part || state.part === row.part)
          && (!state.kind || state.kind === row.kind)
          && (!verdicts.size || cells.some((cell) => cell && verdicts.has(cell.verdict)))
          && (!state.owner || ownersOf(row).has(state.owner))
          && words.every((word) => textOf(row).includes(word));
        if (row.element.hidden === isShown) row.element.hidden = !isShown;
        if (isShown) shown += 1;
      }
      section.element.hidden = shown === 0;
      section.shown.textContent = shown === section.rows.length
        ? `${shown} requirements` : `${shown} of ${section.rows.length} requirements`;
      count += shown;
    }
    const key = `${state.sort} ${state.sort === 'worst' || state.sort === 'lowest'
      ? state.context : ''}`;
    if (key !== sorted) {
      sorted = key;
      const compare = sorters[state.sort]
        ? sorters[state.sort](state.context) : (a, b) => a.place - b.place;
      for (const section of sections) {
        section.list.append(...[...section.rows].sort(compare).map((row) => row.element));
      }
    }
    byId('count').textContent = `${count} of ${rows.length} requirements shown`;
    return state;
  };

  // A practice's own answers and evidence, shown where its pair stands.
  const spread = (element) => {
    if (element.dataset.spread) return;
    element.dataset.spread = '1';
    for (const link of all('.p a', element)) {
      const practice = practiceOf(link);
      const answers = practice && one('.a', practice);
      if (!answers) continue;
      const line = link.closest('tr');
      const cell = document.createElement('td');
      cell.colSpan = 9;
      const title = document.createElement('b');
      title.textContent = one('.t', practice).textContent;
      cell.append(title, answers.cloneNode(true));
      const inner = document.createElement('tr');
      inner.className = 'in';
      inner.append(cell);
      line.after(inner);
    }
  };

  let isQuiet = false;
  let timer = 0;
  const remember = () => {
    if (isQuiet) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const target = fragment(read(), opened());
      if (target === '#matrix' && !location.hash) return;
      try { history.replaceState(null, '', target); } catch { /* the address stays as it is */ }
    }, 150);
  };
  for (const row of rows) {
    row.element.addEventListener('toggle', () => {
      if (row.element.open) spread(row.element);
      remember();
    });
  }

  const restore = () => {
    const hash = location.hash;
    isQuiet = true;
    let target = null;
    if (hash.startsWith('#?')) {
      const pairs = new URLSearchParams(hash.slice(2));
      const state = Object.fromEntries(fields.map((name) => [name, pairs.get(name) || '']));
      state.verdict = (pairs.get('verdict') || '').split(',').filter(Boolean);
      write(state);
      apply();
      const open = new Set(pairs.getAll('open'));
      for (const row of rows) row.element.open = open.has(row.element.id);
      target = byId(pairs.getAll('open')[0] || '') || byId('matrix');
    } else if (hash.length > 1) {
      try { target = byId(decodeURIComponent(hash.slice(1))); } catch { target = null; }
      if (target && target.matches('.r, .pr')) {
        if (target.hidden) { write({}); apply(); }
        target.open = true;
      }
    }
    if (target) {
      if (target.matches('.r')) spread(target);
      target.scrollIntoView();
      const summary = one('summary', target);
      if (summary && target.matches('.r, .pr')) summary.focus({ preventScroll: true });
    }
    setTimeout(() => { isQuiet = false; }, 200);
  };

  const say = (text) => {
    byId('said').textContent = text;
    setTimeout(() => { byId('said').textContent = ''; }, 4000);
  };
  const copy = async (target) => {
    const address = location.href.split('#')[0] + target;
    try {
      await navigator.clipboard.writeText(address);
      say('Link copied.');
    } catch {
      say('Copy the link from the address bar.');
    }
  };

  tools.addEventListener('input', (event) => {
    if (event.target.id === 'standard') fillParts(event.target.value);
    apply();
    remember();
  });
  tools.addEventListener('submit', (event) => event.preventDefault());
  byId('clear').addEventListener('click', () => { write({}); apply(); remember(); });
  byId('share').addEventListener('click', () => {
    const target = fragment(read(), opened());
    try { history.replaceState(null, '', target); } catch { /* the address stays as it is */ }
    copy(target);
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a.link');
    if (link) setTimeout(() => copy(link.hash), 0);
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(input|select|textarea)$/i.test(event.target.tagName);
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    byId('q').focus();
  });
  window.addEventListener('hashchange', restore);

  tools.hidden = false;
  apply();
  restore();
})();
