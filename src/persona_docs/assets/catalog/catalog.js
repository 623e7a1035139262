/* A list of personas with its bar: what the reader does, and what is seen then; see bar.html. */

let current;

const catalog = (root) => {
  const $ = (selector) => root.querySelector(selector);
  const $$ = (selector) => [...root.querySelectorAll(selector)];
  // What every letter needs is looked up once, because looking for it goes through thousands of cards.
  const [bar, box, count, picked, clear, nothing, cards, side, table] = [
    ".persona-bar", ".persona-bar__q", ".persona-count", ".persona-picked", ".persona-clear", ".persona-nothing",
    ".persona-cards", ".persona-side", ".persona-table:not(.persona-table--side)",
  ].map($);
  const heads = [...table.tHead.rows[0].cells];
  const [menus, views, columns] = ["[data-facet]", "[data-view]", "[data-columns] input"].map($$);
  const rows = new Map($$("[data-for]").map((row) => [row.dataset.for, row]));
  const everybody = $$("[data-persona]").map((element) => {
    const slug = element.dataset.persona;
    return { element, slug, row: rows.get(slug) ?? element };
  });
  const titles = new Map(everybody.map(({ element, slug }) => [slug, element.querySelector("a").textContent]));
  const everyone = count.textContent;
  const { pathname } = location;
  const basket = basketOf(root, titles);
  const { personas, label, find, counts, values, look } = finderOf(root, heads, everybody);
  const list = listing(root, cards, table, everybody, bar.dataset.more);
  let found = everybody;
  let state, near, timer;

  const asked = () => state.q || FACETS.some((name) => state[name].length);
  const without = (name, value) => state[name].filter((each) => each !== value);
  const removable = (text, onclick) => chip(text, bar.dataset.remove, onclick);

  const write = (replace) => {
    clearTimeout(timer);
    remember(state, pathname, replace);
  };

  const change = (values, replace) => {
    Object.assign(state, values);
    show();
    write(replace);
  };

  const loose = (values) => {
    change(values);
    box.focus();
  };

  const refresh = (first) => {
    state = stateOf(location.search);
    show(first);
    basket.show();
  };

  const search = () => {
    ({ found, near } = find(state));
  };

  /* What helps where nobody is found. */
  const loosen = () => {
    const helps = ["q", ...FACETS].filter((name) => state[name].length).flatMap((name) => {
      const less = { [name]: stateOf("")[name] };
      const left = find({ ...state, ...less }).found.length;
      const text = name === "q" ? fill(bar.dataset.search, { value: state.q }) : state[name].map(label(name)).join(" / ");
      return left ? [removable(`${text} (${left})`, () => loose(less))] : [];
    });
    search();
    const everything = make("li", {}, make("button", { type: "button", onclick: () => clear.click() }, clear.textContent));
    nothing.querySelector("ul").replaceChildren(...(helps.length ? helps : [everything]));
    nothing.querySelector("span").hidden = !helps.length;
  };

  const options = (menu, anew) => {
    const name = menu.dataset.facet;
    const left = counts(state, name);
    if (anew) offer(menu, values(state, name, menu.querySelector("input").value, left), label(name), look(name), bar.dataset.rest);
    tally(menu, state[name], left);
  };

  const tell = () => {
    const chips = FACETS.flatMap((name) => state[name].map((value) => removable(label(name)(value), () => loose({ [name]: without(name, value) }))));
    picked.replaceChildren(...chips);
    picked.hidden = !chips.length;
    clear.hidden = !asked();
    count.textContent = asked() ? fill(bar.dataset[near && found.length ? "near" : "shown"], { shown: found.length, total: everybody.length }) : everyone;
    nothing.hidden = found.length > 0;
    if (!found.length) loosen();
    for (const menu of menus) if (menu.open) options(menu);
  };

  const removeFrom = (few) => (slug) => {
    const left = few.filter((each) => each !== slug);
    change({ compare: left.length > 1 ? left.join(",") : "" });
    basket.pick(slug, false);
    const buttons = side.querySelectorAll(".persona-remove");
    (side.hidden ? box : buttons[few.indexOf(slug)] ?? buttons[left.length - 1]).focus();
  };

  const show = (first = BATCH) => {
    box.value = state.q;
    if (side) {
      const few = [...new Set(state.compare.split(","))].filter((slug) => titles.has(slug));
      side.hidden = few.length < 2;
      $(".persona-everyone").hidden = !side.hidden;
      side.querySelector("input").checked = state.only;
      side.classList.toggle("persona-side--differences", state.only);
      if (!side.hidden) beside(side, heads, few.map((slug) => personas().find((one) => one.slug === slug)), removeFrom(few));
    }
    if (cards) {
      cards.hidden = state.view === "table";
      $(".persona-catalog__table").hidden = !cards.hidden;
    }
    $("select").value = state.sort;
    for (const button of views) button.ariaPressed = button.dataset.view === (state.view || "cards");
    for (const input of columns) input.checked = !state.hide.includes(input.value);
    table.dataset.hide = state.hide.join(" ");
    for (const head of heads) {
      head.ariaSort = ["ascending", "descending"][[head.dataset.c, `-${head.dataset.c}`].indexOf(state.sort)];
    }
    for (const menu of menus) menu.querySelector("b").textContent = state[menu.dataset.facet].length || "";
    if (found !== everybody || asked() || state.sort) search();
    list.show(found, first);
    tell();
  };

  const facetOf = (element) => element.closest("[data-facet]");
  root.addEventListener("input", ({ target }) => {
    if (target === box) {
      state.q = box.value;
      show(6);
      clearTimeout(timer);
      timer = setTimeout(() => write(stateOf(location.search).q), 300); // a search that goes on is one step back
    } else if (target.type === "search") options(facetOf(target), true);
  });
  root.addEventListener("change", ({ target }) => {
    const { value, checked } = target;
    const name = facetOf(target)?.dataset.facet ?? (target.closest("[data-columns]") && "hide");
    if (target.name === "sort") change({ sort: value });
    else if (target.name === "differences") change({ only: checked ? "differences" : "" });
    else if (target.closest(".persona-pick")) basket.pick(value, checked);
    else if (name && target.type === "checkbox") {
      const others = without(name, value);
      change({ [name]: others.length === state[name].length ? [...others, value] : others });
    }
  });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const link = event.target.closest("a[href]");
    const column = button?.closest("th")?.dataset.c;
    const files = button?.closest("[data-download]");
    if (link) leave(link.href, list.size());
    if (button === clear) loose({ q: "", ...byFacet(() => []) });
    else if (button?.dataset.view) change({ view: button.dataset.view === "table" ? "table" : "" });
    else if (files) {
      search();
      download(files.dataset.download, button.value, heads.filter((head) => !state.hide.includes(head.dataset.c)), found);
      files.open = false;
    } else if (column) {
      const order = COUNTED.test(column) ? [`-${column}`, column, ""] : [column, `-${column}`, ""];
      change({ sort: order[(order.indexOf(state.sort) + 1) % 3] });
    } else if (link?.pathname === pathname && !link.hash && !event.ctrlKey && !event.metaKey) {
      // Instant navigation would not draw the same page anew.
      event.preventDefault();
      event.stopPropagation();
      history.pushState(history.state, "", link.href);
      refresh();
    }
  });
  root.addEventListener("toggle", ({ target }) => {
    if (!target.open || !target.matches(".persona-menu")) return;
    fit(target);
    if (!facetOf(target)) return;
    search();
    target.querySelector("input").value = "";
    options(target, true);
  }, true);

  /* Who followed a link finds the list as it was, and stands on the link. */
  const comeBack = () => {
    const left = cameBack();
    refresh(left ? left.size : BATCH);
    for (const link of $$("a")) if (link.href === left?.to) link.focus();
  };

  /* Material takes ?q= for its own search and opens it; closing that takes ?q= out of the address. */
  const takeSearchBack = () => {
    const dialog = document.querySelector("[data-md-toggle=search]");
    if (!state.q || !dialog?.checked) return;
    dialog.click();
    document.activeElement.value = "";
    document.activeElement.blur();
    change({}, true);
  };

  addBoxes(root, everybody, titles);
  for (const head of heads) head.replaceChildren(make("button", { type: "button" }, ...head.childNodes));
  bar.hidden = false;
  comeBack();
  takeSearchBack();
  box.onfocus = list.settle;
  window.requestIdleCallback?.(() => weigh(personas(), ["e"]));
  return { root, refresh, more: list.more };
};

addEventListener("beforeprint", () => current?.more(Infinity));
addEventListener("popstate", () => current?.root.isConnected && current.refresh());

/* In a task of its own, because the theme's is long. */
const start = () => setTimeout(() => {
  for (const element of baskets.keys()) if (!element.isConnected) baskets.delete(element);
  const root = document.querySelector("[data-catalog]");
  if (root && root !== current?.root) current = catalog(root);
  for (const element of document.querySelectorAll("[data-pick]")) addPick(element);
});
window.document$?.subscribe?.(start);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
