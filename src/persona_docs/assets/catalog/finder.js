/* Who is found for what is asked, in which order, and what a menu can offer then. What is asked is a state; see
   address.js. */

const COUNTED = /^-?(expertise|tools|triggers|skills|items)$/;

const finderOf = (root, heads, everybody) => {
  const { compare } = new Intl.Collator(document.documentElement.lang.replace("_", "-") || "en", { numeric: true });
  const labels = byFacet((name) => new Map(Object.entries(JSON.parse(root.querySelector(`[data-facet=${name}]`)?.dataset.shown ?? "{}"))));
  const cap = (group) => root.querySelector(`.persona-cap--${CSS.escape(group)}`);
  let rate;

  /* Everybody, read when somebody asks for something. */
  const personas = () => {
    if (rate) return everybody;
    rate = ranking(everybody.map(read));
    for (const { groups, lists } of everybody) {
      for (const group of groups) labels.tool.set(group, plain(cap(group)));
      for (const name of FACETS) {
        for (const value of lists[name]) if (!labels[name].has(fold(value))) labels[name].set(fold(value), value);
      }
    }
    return everybody;
  };

  const label = (name) => (value) => labels[name].get(value) ?? value;

  const passes = (state, one) =>
    one.score && FACETS.every((name) => !state[name].length || state[name].some((value) => one.keys[name].has(value)));

  /* Who is found, and whether they are only near. */
  const find = (state) => {
    personas();
    const { near, scores } = state.q ? rate(state.q) : {};
    everybody.forEach((one, n) => { one.score = scores ? scores[n] : 1; });
    const column = state.sort.replace("-", "");
    const sign = state.sort[0] === "-" ? -1 : 1;
    const by = heads.some((head) => head.dataset.c === column) &&
      (({ columns: { [column]: value } }) => (COUNTED.test(column) ? value.length ?? value : joined(value)));
    const found = everybody.filter((one) => passes(state, one)).sort((a, b) => {
      if (!by) return b.score - a.score;
      const [x, y] = [by(a), by(b)];
      if (x === "" || y === "") return (x === "") - (y === ""); // empty ones last
      return sign * (typeof x === "number" ? x - y : compare(x, y));
    });
    return { found, near };
  };

  /* How many of those found last each value of a facet would leave. */
  const counts = (state, name) => {
    const left = new Map();
    const others = { ...state, [name]: [] };
    for (const one of personas()) if (passes(others, one)) for (const value of one.keys[name]) left.set(value, (left.get(value) ?? 0) + 1);
    return left;
  };

  /* How a value looks in a menu: a group of tools as on cards. */
  const look = (name) => (value) => (name === "tool" && cap(value) ? `persona-cap persona-cap--${value}` : "");

  /* The values of a facet that hold these letters: those chosen, groups of tools, then the most frequent. */
  const values = (state, name, letters, left) => {
    const [read, drawn] = [label, look].map((each) => each(name));
    const first = (value) => (state[name].includes(value) ? 2 : drawn(value) ? 1 : 0);
    return [...new Set([...state[name], ...left.keys()])]
      .filter((value) => fold(read(value)).includes(fold(letters)))
      .sort((a, b) => first(b) - first(a) || left.get(b) - left.get(a) || compare(read(a), read(b)));
  };

  return { personas, label, find, counts, values, look };
};
