/* Two to four personas: what all share, what some do, what only one has. Each can be taken away. */

const beside = (side, heads, few, remove) => {
  const body = make("tbody");
  for (const head of heads.slice(1)) {
    const name = head.dataset.c;
    const all = few.map((one) => [one.columns[name]].flat().filter(Boolean));
    const cells = few.map((one) => one.element.querySelector(`[data-c=${name}]`));
    const sharers = (value) => all.filter((each) => each.some((other) => fold(`${other}`) === fold(`${value}`))).length;
    const common = (value) => sharers(value) === few.length;
    const draw = (values, cell) => {
      const copy = cell.cloneNode(true);
      const [mode, mark] = [".persona-mode", ".persona-derived"].map((part) => copy.querySelector(part));
      if (!Array.isArray(few[0].columns[name])) return copy.childNodes;
      if (values.includes(plain(mode))) return [mode];
      const derived = [...copy.querySelectorAll(".persona-is-derived li, li.persona-is-derived")].map(plain);
      const code = /^t/.test(name); // tools and triggers
      const shares = (value) => (sharers(value) > 1 && !common(value) ? [" ", make("small", {}, `${sharers(value)}/${few.length}`)] : []);
      const list = make("ul", { className: code ? "persona-triggers" : "persona-chips" }, ...values.map((value) => {
        const said = [value, ...shares(value)];
        return make("li", { className: derived.includes(value) ? "persona-is-derived" : "" }, ...(code ? [make("code", {}, ...said)] : said));
      }));
      return [list, values.some((value) => derived.includes(value)) ? mark : ""];
    };
    const row = (shared, ...data) => body.append(make("tr", { className: shared ? "persona-shared" : "" },
      make("th", { scope: "row" }, plain(head), shared ? make("small", {}, side.dataset.shared) : ""), ...data));
    const shared = all[0].filter(common);
    const own = all.map((each) => each.filter((value) => !common(value)));
    if (shared.length) row(true, make("td", { colSpan: few.length }, ...draw(shared, cells[0])));
    if (own.some((each) => each.length)) {
      row(false, ...own.map((each, at) =>
        make("td", { className: each.length ? "" : "persona-none" }, ...(each.length ? draw(each, cells[at]) : [side.dataset.nothing]))));
    }
  }
  const names = few.map(({ element, slug, columns }) => {
    const name = element.querySelector(".persona-table__name").cloneNode(true);
    name.querySelector("label").replaceWith(make("button", {
      type: "button", className: "persona-remove", ariaLabel: fill(side.dataset.remove, { value: columns.name }), onclick: () => remove(slug),
    }, "×"));
    return make("th", { scope: "col", className: element.className }, name);
  });
  side.querySelector("table").replaceChildren(make("thead", {}, make("tr", {}, make("td"), ...names)), body);
  side.querySelector(".persona-side__equal").hidden = body.querySelector("tr:not(.persona-shared)");
};
