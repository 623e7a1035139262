/* Checklists that can be ticked, on a persona's page, on `checklists/`, and wherever one is embedded.
 *
 * The page is whole without this script: boxes stand there disabled. Here they come to life, keep their state in the
 * reader's browser, and get a bar that counts them. A tick is kept by persona and item, so it is the same tick on every
 * page and in every tab. Where the browser keeps nothing (blocked, full), ticking works for the visit.
 *
 *   [data-ticks=ID][data-root=URL]  around what belongs to a persona; the URL tells two sites on one host apart
 *   [data-checklist]                a list; its items are `li` with an `input.persona-check[data-key]` or, where the
 *                                   file has plain bullets, `li[data-key]`
 *   template[data-progress]         the bar above a list, in the site's language
 *   .persona-gather                 the page of all checklists: a filter, a count per persona
 */
(() => {
  "use strict";

  const PREFIX = "persona-docs:ticks:";
  const memory = new Map(); // name in the storage -> Map(item's key -> ticked); Maps, so no key is special
  const unsaved = new Set(); // names whose last change the browser refused to keep
  const BLOCKS = /^(UL|OL|P|PRE|DIV|TABLE|BLOCKQUOTE|DETAILS)$/; // what cannot stand in a label
  let lists = [];

  /* Storage. `undefined` where it cannot be read. */

  const read = (name) => {
    try {
      return localStorage.getItem(name) ?? "{}";
    } catch {
      return undefined;
    }
  };

  const parse = (text) => {
    try {
      return new Map(Object.entries(JSON.parse(text)).filter(([, ticked]) => typeof ticked === "boolean"));
    } catch {
      return new Map();
    }
  };

  const ticksOf = (name) => {
    const text = unsaved.has(name) ? undefined : read(name);
    if (text !== undefined) memory.set(name, parse(text));
    else if (!memory.has(name)) memory.set(name, new Map());
    return memory.get(name);
  };

  const keep = (name, ticks) => {
    memory.set(name, ticks);
    try {
      if (ticks.size) localStorage.setItem(name, JSON.stringify(Object.fromEntries(ticks)));
      else localStorage.removeItem(name);
      unsaved.delete(name);
    } catch {
      unsaved.add(name);
    }
  };

  /* Painting: boxes and bars always follow the ticks, never the other way round. */

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

  const count = (element, done, total) => {
    element.textContent = fill(element.dataset.text, { done, total });
  };

  const paint = (name) => {
    const ticks = ticksOf(name);
    const shown = lists.filter((each) => each.name === name);
    for (const { bar, boxes, undo } of shown) {
      for (const box of boxes) box.checked = ticks.get(box.dataset.key) ?? box.defaultChecked;
      const done = boxes.filter((box) => box.checked).length;
      const changed = boxes.some((box) => box.checked !== box.defaultChecked);
      if (!bar) continue;
      bar.classList.toggle("persona-is-done", done === boxes.length);
      const meter = bar.querySelector("progress");
      meter.max = boxes.length;
      meter.value = done;
      count(bar.querySelector("[data-text]"), done, boxes.length);
      bar.querySelector("[data-do=undo]").hidden = !undo;
      bar.querySelector("[data-do=reset]").hidden = !changed || Boolean(undo);
    }
    for (const tally of document.querySelectorAll("[data-tally]")) {
      if (nameOf(tally) !== name) continue;
      const boxes = [...tally.closest("details").querySelectorAll("input.persona-check")];
      count(tally, boxes.filter((box) => box.checked).length, boxes.length);
    }
  };

  /* Finding and making. */

  const nameOf = (element) => {
    const owner = element.closest("[data-ticks]");
    return `${PREFIX}${new URL(owner.dataset.root, document.baseURI).pathname}:${owner.dataset.ticks}`;
  };

  /* A plain bullet becomes a label with a box, around its text but not around the lists and blocks below it. */
  const box = (item) => {
    const made = document.createElement("input");
    made.type = "checkbox";
    made.className = "persona-check";
    made.dataset.key = item.dataset.key;
    const label = document.createElement("label");
    const first = item.firstElementChild;
    const inner = first?.matches("p") && !first.previousSibling?.textContent.trim() ? first : item;
    const nodes = [...inner.childNodes];
    const end = nodes.findIndex((node) => BLOCKS.test(node.nodeName));
    label.append(...(end < 0 ? nodes : nodes.slice(0, end)));
    label.prepend(made, " ");
    inner.prepend(label);
    item.classList.add("task-list-item");
  };

  const make = (list) => {
    for (const item of list.querySelectorAll("li[data-key]")) {
      if (!item.querySelector(":scope > label > input, :scope > p > label > input")) box(item);
    }
    const boxes = [...list.querySelectorAll("input.persona-check[data-key]")];
    for (const each of boxes) each.disabled = false;
    let bar = list.previousElementSibling;
    if (!bar?.matches(".persona-progress")) {
      const template = document.querySelector("template[data-progress]");
      bar = template && boxes.length ? template.content.firstElementChild.cloneNode(true) : null;
      if (bar) {
        const meter = bar.querySelector("progress");
        meter.setAttribute("aria-label", fill(meter.getAttribute("aria-label"), { title: titleOf(list) }).trim());
        list.before(bar);
      }
    }
    list.classList.add("persona-is-live");
    return { bar, boxes, list, name: nameOf(list), undo: null };
  };

  const titleOf = (list) => list.dataset.title ?? list.dataset.checklist ?? "";

  const words = (box) => (box.closest("label") ?? box.closest("li")).textContent.replace(/\s+/g, " ").trim();

  const markdown = ({ list, boxes }) => {
    const title = titleOf(list);
    const lines = boxes.map((box) => {
      let depth = -1;
      for (let item = box.closest("li"); item && list.contains(item); item = item.parentElement.closest("li")) depth += 1;
      return `${"  ".repeat(depth)}- [${box.checked ? "x" : " "}] ${words(box)}`;
    });
    return `${title ? `## ${title}\n\n` : ""}${lines.join("\n")}\n`;
  };

  /* What a reader does. */

  const say = (text) => window.personaDocs?.say(text);

  const tick = (box) => {
    const entry = lists.find((each) => each.boxes.includes(box));
    if (!entry) return;
    const ticks = ticksOf(entry.name);
    if (box.checked === box.defaultChecked) ticks.delete(box.dataset.key);
    else ticks.set(box.dataset.key, box.checked);
    entry.undo = null;
    keep(entry.name, ticks);
    paint(entry.name);
  };

  const actions = {
    reset(entry) {
      const ticks = ticksOf(entry.name);
      entry.undo = entry.boxes.map((box) => [box.dataset.key, ticks.get(box.dataset.key)]);
      for (const [key] of entry.undo) ticks.delete(key);
      keep(entry.name, ticks);
      paint(entry.name);
      return "undo";
    },
    undo(entry) {
      const ticks = ticksOf(entry.name);
      for (const [key, ticked] of entry.undo ?? []) if (ticked !== undefined) ticks.set(key, ticked);
      entry.undo = null;
      keep(entry.name, ticks);
      paint(entry.name);
      return "reset";
    },
    async copy(entry, button) {
      if (!(await window.personaDocs?.copy(markdown(entry)))) return say(button.dataset.failed);
      button.classList.add("persona-is-copied");
      setTimeout(() => button.classList.remove("persona-is-copied"), 2000);
      return say(button.dataset.said);
    },
  };

  const press = (button) => {
    const entry = lists.find((each) => each.bar?.contains(button));
    if (!entry) return;
    const next = actions[button.dataset.do](entry, button);
    if (typeof next !== "string") return;
    entry.bar.querySelector(`[data-do=${next}]`).focus(); // the pressed one is gone now
    say(button.dataset.said);
  };

  /* The page of all checklists. */

  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  const gather = (root) => {
    const tools = root.querySelector(".persona-gather__tools");
    const none = root.querySelector(".persona-gather__none");
    const field = tools.querySelector("input");
    const result = tools.querySelector("[data-text]");
    const groups = [...root.querySelectorAll("details[data-ticks]")].map((details) => ({
      details,
      title: fold(details.querySelector("summary").textContent),
      opened: details.open,
      parts: [...details.querySelectorAll("[data-checklist]")].map((list) => ({
        part: list.closest("section"),
        title: fold(titleOf(list)),
        items: [...list.querySelectorAll("li")].map((item) => [item, fold(item.textContent)]),
      })),
    }));
    const filter = () => {
      const wanted = fold(field.value).split(/\s+/).filter(Boolean);
      const has = (text) => wanted.every((word) => text.includes(word));
      let found = 0;
      for (const group of groups) {
        let here = 0;
        for (const { part, title, items } of group.parts) {
          let some = 0;
          for (const [item, text] of items) {
            item.hidden = !has(`${group.title} ${title} ${text}`);
            if (!item.hidden) some += 1;
          }
          part.hidden = !some;
          here += some;
        }
        group.details.hidden = !here;
        group.details.open = wanted.length ? here > 0 : group.opened;
        found += here;
      }
      result.textContent = wanted.length ? fill(result.dataset.text, { found }) : "";
      none.hidden = found > 0;
      const url = new URL(location);
      if (field.value) url.searchParams.set("q", field.value);
      else url.searchParams.delete("q");
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    };
    field.value = new URL(location).searchParams.get("q") ?? "";
    field.addEventListener("input", filter);
    tools.querySelector("button").addEventListener("click", () => {
      const open = groups.some(({ details }) => !details.hidden && !details.open);
      for (const group of groups) group.details.open = group.opened = open;
    });
    tools.hidden = false;
    if (field.value) filter();
  };

  const start = () => {
    lists = [...document.querySelectorAll("[data-ticks] [data-checklist]")]
      .filter((list) => !list.parentElement.closest("[data-checklist]"))
      .map(make);
    for (const name of new Set(lists.map((each) => each.name))) paint(name);
    for (const root of document.querySelectorAll(".persona-gather:not(.persona-is-live)")) {
      root.classList.add("persona-is-live");
      gather(root);
    }
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches?.("input.persona-check")) tick(event.target);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".persona-progress [data-do]");
    if (button) press(button);
  });
  window.addEventListener("storage", (event) => {
    for (const name of new Set(lists.map((each) => each.name))) {
      if (event.key === null || event.key === name) paint(name);
    }
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const name of new Set(lists.map((each) => each.name))) paint(name);
  });
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".persona-gather details")) details.open = true;
  });

  if (window.document$?.subscribe) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
