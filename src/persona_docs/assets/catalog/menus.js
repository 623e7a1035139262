/* The menus of the bar: what can be chosen, and how many are left then. */

const MENU = 60; // values shown at once

/* A menu opens below its button, and is moved back into its row where it would leave it. */
const fit = ({ lastChild: panel, parentElement }) => {
  panel.style.translate = "";
  const [own, row] = [panel, parentElement].map((each) => each.getBoundingClientRect());
  panel.style.translate = `clamp(${row.left - own.left}px, 0px, ${row.right - own.right}px)`;
};

/* Fill a menu with values in this order; what they are called, and how they look. */
const offer = (menu, values, label, look, rest) => {
  const [list, more] = [menu.querySelector("ul"), menu.querySelector("p")];
  list.replaceChildren(...values.slice(0, MENU).map((value) =>
    make("li", {}, make("label", {}, make("input", { type: "checkbox", value }), make("span", { dir: "auto", className: look(value) }, label(value)), make("small")))));
  more.textContent = fill(rest, { count: values.length - MENU });
  more.hidden = values.length <= MENU;
  fit(menu);
};

/* An open menu keeps its order below the pointer; its boxes and counts follow. */
const tally = (menu, chosen, counts) => {
  for (const input of menu.querySelectorAll("ul input")) {
    input.checked = chosen.includes(input.value);
    input.parentElement.lastChild.textContent = counts.get(input.value) ?? 0;
  }
};

/* Escape, or a click or the focus elsewhere, closes them. */
const closeMenus = ({ key, target }) => {
  for (const menu of document.querySelectorAll(".persona-menu[open]")) {
    if (key ? key !== "Escape" : menu.contains(target)) continue;
    menu.open = false;
    if (key) menu.firstElementChild.focus();
  }
};
for (const type of ["click", "focusin", "keydown"]) document.addEventListener(type, closeMenus);
