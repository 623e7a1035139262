/* Copy buttons; see _macros.html. */

const make = (tag, properties) => {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  return element;
};

const say = (text) => {
  const region = document.querySelector(".persona-live") ?? make("div", { className: "persona-live persona-sr", role: "status" });
  region.textContent = ""; // or the same words would not be said again
  setTimeout(() => { region.textContent = text; }, 50);
};

/* The clipboard is missing on http:// and file://; the old way works there. */
const write = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement;
    const area = make("textarea", { className: "persona-sr", value: text });
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus({ preventScroll: true });
    return done;
  }
};

const copy = async (text, button) => {
  const said = (await write(text)) ? "copied" : "failed";
  say(button.closest(`[data-${said}]`)?.dataset[said] ?? "");
  button.classList.toggle("persona-is-copied", said === "copied");
  setTimeout(() => button.classList.remove("persona-is-copied"), 2000);
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-copy], [data-copy-from]");
  if (!button) return;
  const { copy: text, copyFrom, embed } = button.dataset;
  const address = () => new URL(embed.replace("?", location.search), location.href).href;
  copy(embed ? text.replace("{}", address) : text ?? document.getElementById(copyFrom)?.textContent ?? "", button);
});

const start = () => {
  for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) button.hidden = false;
};

window.personaDocs = { copy, say };
window.document$?.subscribe?.(start);
addEventListener("DOMContentLoaded", start);
start();
