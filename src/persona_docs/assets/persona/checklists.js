/* Checklists that can be ticked; see checklists_bar.html. */

const PREFIX = "persona-docs:ticks:";
const memory = new Map(); // no key is special
const unsaved = new Set(); // refused by the browser
let lists = [];

const read = (name) => {
  try {
    if (!unsaved.has(name)) memory.set(name, new Map(Object.entries(JSON.parse(localStorage.getItem(name) ?? "{}"))));
  } catch { /* blocked, or not ours */ }
  if (!memory.has(name)) memory.set(name, new Map());
  return memory.get(name);
};

const keep = (name, ticks) => {
  try {
    if (ticks.size) localStorage.setItem(name, JSON.stringify(Object.fromEntries(ticks)));
    else localStorage.removeItem(name);
    unsaved.delete(name);
  } catch {
    unsaved.add(name);
  }
  paint(name);
  sumUp();
};

const nameOf = (element) => {
  const { ticks, root } = element.closest("[data-ticks]").dataset;
  return `${PREFIX}${new URL(root, document.baseURI).pathname}:${ticks}`;
};

const tell = (element, boxes) => {
  const done = boxes.filter((box) => box.checked).length;
  element.textContent = fill(element.dataset.text, { done, total: boxes.length });
  return done;
};

/* Boxes and bars follow the ticks. */
const paint = (name) => {
  const ticks = read(name);
  for (const { bar, boxes, undo } of lists.filter((list) => list.name === name)) {
    for (const box of boxes) box.checked = ticks.get(box.dataset.key) ?? box.defaultChecked;
    if (!bar) continue;
    const meter = bar.querySelector("progress");
    meter.max = boxes.length;
    meter.value = tell(bar.querySelector("span"), boxes);
    bar.querySelector("[data-do=undo]").hidden = !undo;
    bar.querySelector("[data-do=reset]").hidden = undo || boxes.every((box) => box.checked === box.defaultChecked);
  }
  for (const tally of document.querySelectorAll("[data-tally]")) {
    if (nameOf(tally) === name) tell(tally, [...tally.closest("details").querySelectorAll(".persona-check")]);
  }
};

/* How many are done of all that are gathered. */
const sumUp = () => {
  for (const total of document.querySelectorAll("[data-total]")) {
    tell(total, [...total.closest(".persona-gather").querySelectorAll(".persona-check")]);
  }
};

const paintAll = () => {
  new Set(lists.map((list) => list.name)).forEach(paint);
  sumUp();
};

/* What stands before the first block labels the box. */
const enliven = (item) => {
  const first = item.firstElementChild;
  const inner = first?.matches("p") && !first.previousSibling?.textContent.trim() ? first : item;
  const nodes = [...inner.childNodes];
  const end = nodes.findIndex((node) => /^(UL|OL|P|PRE|DIV|TABLE|BLOCKQUOTE|DETAILS)$/.test(node.nodeName));
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.className = "persona-check";
  box.dataset.key = item.dataset.key;
  label.append(box, " ", ...(end < 0 ? nodes : nodes.slice(0, end)));
  inner.prepend(label);
  item.classList.add("task-list-item");
};

const make = (element) => {
  for (const item of element.querySelectorAll("li[data-key]:not(.task-list-item)")) enliven(item);
  const boxes = [...element.querySelectorAll(".persona-check")];
  for (const box of boxes) box.disabled = false;
  let bar = element.previousElementSibling;
  if (!bar?.matches(".persona-progress")) {
    bar = document.querySelector("template[data-progress]")?.content.firstElementChild.cloneNode(true);
    if (bar) {
      const meter = bar.querySelector("progress");
      meter.ariaLabel = fill(meter.ariaLabel, { title: element.dataset.checklist });
      element.before(bar);
    }
  }
  element.classList.add("persona-is-live");
  return { element, bar, boxes, name: nameOf(element) };
};

const markdown = ({ element, boxes }) => {
  const lines = boxes.map((box) => {
    let indent = "";
    for (let item = box.closest("li"); (item = item.parentElement.closest("li")) && element.contains(item);) indent += "  ";
    const words = box.closest("label").textContent.trim().replace(/\s+/g, " ");
    return `${indent}- [${box.checked ? "x" : " "}] ${words}\n`;
  });
  const title = element.dataset.checklist;
  return (title ? `## ${title}\n\n` : "") + lines.join("");
};

const actions = {
  copy(list, button) {
    window.personaDocs?.copy(markdown(list), button);
  },
  reset(list) {
    const ticks = read(list.name);
    list.undo = list.boxes.map(({ dataset: { key } }) => [key, ticks.get(key)]);
    for (const [key] of list.undo) ticks.delete(key);
    keep(list.name, ticks);
    return "undo";
  },
  undo(list) {
    const ticks = read(list.name);
    for (const [key, ticked] of list.undo) if (ticked !== undefined) ticks.set(key, ticked);
    list.undo = null;
    keep(list.name, ticks);
    return "reset";
  },
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.(".persona-progress button");
  const list = button && lists.find(({ bar }) => bar?.contains(button));
  if (!list) return;
  const next = actions[button.dataset.do](list, button);
  if (!next) return;
  list.bar.querySelector(`[data-do=${next}]`).focus(); // the pressed one is gone
  window.personaDocs?.say(button.dataset.said);
});

document.addEventListener("change", ({ target: box }) => {
  const list = lists.find(({ boxes }) => boxes.includes(box));
  if (!list) return;
  const ticks = read(list.name);
  if (box.checked === box.defaultChecked) ticks.delete(box.dataset.key);
  else ticks.set(box.dataset.key, box.checked);
  list.undo = null;
  keep(list.name, ticks);
});

addEventListener("storage", paintAll);
addEventListener("pageshow", ({ persisted }) => persisted && paintAll());
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".persona-gather details")) details.open = true;
});

const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

const gather = (root) => {
  const tools = root.querySelector(".persona-gather__tools");
  const field = tools.querySelector("input");
  const result = tools.querySelector("span");
  const groups = [...root.querySelectorAll("details")];
  const items = [...root.querySelectorAll("li")].map((item) => [
    item,
    fold(["details", "section"].map((part) => item.closest(part).firstElementChild.textContent).concat(item.textContent).join(" ")),
  ]);
  let before;
  const filter = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    before ??= groups.filter(({ open }) => open);
    for (const [item, text] of items) item.hidden = !words.every((word) => text.includes(word));
    for (const part of root.querySelectorAll("section, details")) part.hidden = !part.querySelector("li:not([hidden])");
    for (const details of groups) details.open = words.length || before.includes(details);
    if (!words.length) before = null;
    const found = items.filter(([item]) => !item.hidden).length;
    result.textContent = words.length ? fill(result.dataset.text, { found }) : "";
    root.querySelector(".persona-gather__none").hidden = found > 0;
  };
  field.addEventListener("input", filter);
  tools.querySelector("button").addEventListener("click", () => {
    const open = groups.some((details) => !details.hidden && !details.open);
    if (before) before = open ? groups : [];
    for (const details of groups) details.open = open;
  });
  tools.hidden = false;
};

const start = () => setTimeout(() => {
  lists = [...document.querySelectorAll("[data-ticks] [data-checklist]:not([data-checklist] *)")].map(make);
  paintAll();
  for (const root of document.querySelectorAll(".persona-gather:not(.persona-is-live)")) {
    root.classList.add("persona-is-live");
    gather(root);
  }
});

window.document$?.subscribe?.(start);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
