/* Who is to be compared; the browser remembers it from page to page. */

const MOST = 4;
let basketed = []; // for the visit, where storage is blocked or full

const basketOf = (root, titles) => {
  const element = root.querySelector(".persona-basket");
  const open = element.querySelector("a");
  const key = "persona-docs:basket:" + open.pathname;

  const chosen = () => {
    try {
      basketed = JSON.parse(localStorage.getItem(key)) ?? basketed;
    } catch { /* blocked */ }
    return [basketed].flat().filter((slug) => titles.has(slug));
  };

  const choose = (slugs, said) => {
    basketed = slugs;
    try {
      localStorage.setItem(key, JSON.stringify(slugs));
    } catch { /* full */ }
    show(said);
  };

  const show = (said) => {
    const slugs = chosen();
    for (const input of root.querySelectorAll(".persona-pick input")) input.checked = slugs.includes(input.value);
    element.hidden = !slugs.length || Boolean(root.querySelector(".persona-side:not([hidden])"));
    element.querySelector("ul").replaceChildren(...slugs.map((slug, at) =>
      chip(titles.get(slug), element.dataset.remove, ({ detail }) => drop(slug, at, detail))));
    element.querySelector("p").textContent = said ?? (slugs.length < 2 ? element.dataset.one : "");
    open.hidden = slugs.length < 2;
    open.textContent = fill(element.dataset.open, { count: slugs.length });
    open.search = `compare=${slugs.map(encodeURIComponent)}`;
  };

  const pick = (slug, on) => {
    const slugs = chosen().filter((each) => each !== slug);
    const full = on && slugs.length >= MOST;
    choose(on && !full ? [...slugs, slug] : slugs, full ? element.dataset.full : undefined);
  };

  /* A button that goes takes the focus along: to the next one, the one before, the box on the card, or the search.
     It scrolls there for keys, not for a pointer. */
  const drop = (slug, at, pointed) => {
    choose(chosen().filter((each) => each !== slug));
    land(slug, [at, at - 1], pointed);
  };
  const empty = (pointed) => {
    const [first] = chosen();
    choose([]);
    land(first, [], pointed);
  };
  const land = (slug, places, pointed) => {
    const chips = element.querySelectorAll("li button");
    const boxes = root.querySelectorAll(`.persona-pick [value="${slug}"]`);
    const search = root.querySelector(".persona-bar__q");
    [...places.map((at) => chips[at]), ...boxes, search].find((each) => each?.offsetParent).focus({ preventScroll: pointed });
  };

  element.querySelector(":scope > button").onclick = ({ detail }) => empty(detail);
  return { show, pick };
};

/* A box on each card and row puts its persona in. */
const addBoxes = (root, everybody, titles) => {
  const template = root.querySelector(".persona-pick-template").content.firstElementChild;
  for (const { slug, element, row } of everybody) {
    for (const each of new Set([element, row])) {
      const label = template.cloneNode(true);
      const input = label.firstElementChild;
      input.value = slug;
      input.ariaLabel = fill(input.ariaLabel, { name: titles.get(slug) });
      (each.querySelector(".persona-table__name") ?? each).append(label);
    }
  }
};
