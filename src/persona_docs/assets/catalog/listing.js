/* Who was found, the first of them at first. */

const BATCH = 24;

/* Two rows of cards answer a letter at once. Those that are not found are put away, where nothing has to be styled. */
const listing = (root, cards, table, everybody, words) => {
  const away = root.appendChild(make("div", { hidden: true }));
  const next = make("button", { type: "button", className: "persona-next", onclick: ({ detail }) => goOn(detail) });
  let found = everybody;
  let size, later;

  const place = (pause = 0) => {
    const all = cards && !cards.hidden ? cards : table.tBodies[0];
    const shown = found.slice(0, size).map(({ element, row }) => (all === cards ? element : row));
    for (const each of all.children) each.hidden = true;
    shown.forEach((each, at) => {
      each.hidden = false;
      if (each !== all.children[at]) all.insertBefore(each, all.children[at]);
    });
    next.hidden = found.length <= size;
    next.textContent = fill(words, { count: found.length - size });
    const list = all.closest("table, ul");
    if (list.nextSibling !== next) list.after(next);
    observer.disconnect();
    clearTimeout(later);
    later = setTimeout(() => {
      if (found !== everybody) away.append(...[...all.children].filter((each) => each.hidden));
      if (size < BATCH) more();
      else observer.observe(next);
    }, pause);
  };

  const more = (by = BATCH) => {
    size += by - (size % BATCH);
    place();
  };

  /* Keys go on at the first that is new; a button in focus waits for them. */
  const goOn = (pointed) => {
    const first = found[size];
    more();
    if (!pointed) (first.element.offsetParent ? first.element : first.row).querySelector("a").focus();
  };

  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1).isIntersecting && !next.matches(":focus-visible")) more();
  });

  return {
    more,
    show: (personas, first) => {
      [found, size] = [personas, first];
      place(100);
    },
    settle: () => place(), // at once
    size: () => size,
  };
};
