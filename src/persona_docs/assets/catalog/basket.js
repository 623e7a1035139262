/* Who is to be compared; the browser remembers it from page to page. */

const MOST = 4;
let basketed = []; // for the visit, where storage is blocked or full

/* What is chosen in another tab, or on a page that the reader comes back from, is seen here too. */
const baskets = new Map();
const follow = () => {
  for (const [element, show] of baskets) if (element.isConnected) show();
};
addEventListener("storage", follow);
addEventListener("pageshow", ({ persisted }) => persisted && follow());

/* The slugs kept for a page that compares. */
const keptFor = ({ pathname }) => {
  const key = "persona-docs:basket:" + pathname;
  const kept = () => {
    try {
      basketed = JSON.parse(localStorage.getItem(key)) ?? basketed;
    } catch { /* blocked */ }
    return [basketed].flat();
  };
  const keep = (slugs) => {
    basketed = slugs;
    try {
      localStorage.setItem(key, JSON.stringify(slugs));
    } catch { /* full */ }
  };
  return { kept, keep };
};

/* What these slugs become with or without one; nothing where there is no room. */
const toggled = (slugs, slug, on) => {
  const others = slugs.filter((each) => each !== slug);
  if (!on) return others;
  return others.length < MOST ? [...others, slug] : null;
};

/* The words and the link for so many. */
const tellBasket = (words, status, open, slugs, said) => {
  status.textContent = said ?? (slugs.length === 1 ? words.one : "");
  open.hidden = slugs.length < 2;
  open.textContent = fill(words.open, { count: slugs.length });
  open.search = `compare=${slugs.map(encodeURIComponent)}`;
};

const basketOf = (root, titles) => {
  const element = root.querySelector(".persona-basket");
  const [open, status] = ["a", "p"].map((name) => element.querySelector(name));
  const { kept, keep } = keptFor(open);
  const chosen = () => kept().filter((slug) => titles.has(slug));

  const choose = (slugs, said) => {
    keep(slugs);
    show(said);
  };

  const show = (said) => {
    const slugs = chosen();
    for (const input of root.querySelectorAll(".persona-pick input")) input.checked = slugs.includes(input.value);
    element.hidden = !slugs.length || Boolean(root.querySelector(".persona-side:not([hidden])"));
    element.querySelector("ul").replaceChildren(...slugs.map((slug, at) =>
      chip(titles.get(slug), element.dataset.remove, ({ detail }) => drop(slug, at, detail))));
    tellBasket(element.dataset, status, open, slugs, said);
  };

  const pick = (slug, on) => {
    const slugs = toggled(chosen(), slug, on);
    choose(slugs ?? chosen(), slugs ? undefined : element.dataset.full);
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
  baskets.set(element, () => show());
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

/* A persona's own page has a box for it, and the way to the comparison. */
const addPick = (element) => {
  const [box, open, status] = ["input", "a", "[role=status]"].map((part) => element.querySelector(part));
  const { kept, keep } = keptFor(open);
  const show = (said) => {
    box.checked = kept().includes(box.value);
    tellBasket(element.dataset, status, open, kept(), said);
  };
  box.onchange = () => {
    const slugs = toggled(kept(), box.value, box.checked);
    if (slugs) keep(slugs);
    show(slugs ? undefined : element.dataset.full);
  };
  element.hidden = false;
  baskets.set(element, () => show());
  show();
};
