/* Copy buttons, hidden in the page until this script can work them. Nothing is fetched.
 *
 *   button[data-copy]        copies its value
 *   button[data-copy-from]   copies the text of the element with that id
 *
 * The nearest `data-copied` is announced, or `data-failed`. Other scripts use `personaDocs.copy` and `personaDocs.say`.
 */
(() => {
  "use strict";

  const say = (text) => {
    let region = document.querySelector(".persona-live");
    if (!region) {
      region = document.createElement("div");
      region.className = "persona-live persona-sr";
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    region.textContent = ""; // or the same words would not be said again
    setTimeout(() => { region.textContent = text; }, 50);
  };

  /* navigator.clipboard is missing on http:// and file:// and may be refused; the old way still works there. */
  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const focused = document.activeElement;
      const area = document.createElement("textarea");
      area.className = "persona-sr";
      area.value = text;
      document.body.append(area);
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
    if (button) copy(button.dataset.copy ?? document.getElementById(button.dataset.copyFrom)?.textContent ?? "", button);
  });

  const start = () => {
    for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) button.hidden = false;
  };

  window.personaDocs = { ...window.personaDocs, copy, say };
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
