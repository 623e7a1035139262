/* Elements made, and read. */

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/* A button that takes something away, and says so in these words. */
const chip = (text, words, onclick) =>
  make("li", {}, make("button", { type: "button", ariaLabel: fill(words, { value: text }), onclick }, text));

/* What an element says, without our marks. */
const plain = (element) => {
  const text = element?.textContent ?? "";
  const marks = element?.querySelectorAll(".persona-derived, .persona-sr, .persona-conflict") ?? [];
  return [...marks].reduce((left, mark) => left.replace(mark.textContent, ""), text).trim();
};
