/* Copy buttons. They stand hidden in the page: without this script nobody sees a button that does nothing.
 *
 *   <button hidden data-copy="/dev" aria-label="Copy /dev">        copies its value
 *   <button hidden data-copy-from="persona-file">                   copies the text of the element with that id
 *
 * The nearest `data-copied` is what is announced, and `data-failed` where the browser refuses. Other scripts of ours
 * use `personaDocs.copy(text)` and `personaDocs.say(text)`. Nothing is fetched.
 */
(() => {
  "use strict";

  const nearest = (element, name) => element.closest(`[data-${name}]`)?.dataset[name] ?? "";

  /* One polite live region for the whole visit; emptied first, so that the same words are said again. */
  const say = (text) => {
    let region = document.querySelector(".persona-live");
    if (!region) {
      region = document.createElement("div");
      region.className = "persona-live persona-sr";
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 50);
  };

  /* navigator.clipboard is missing on http:// and file://, and may be refused; the old way still works there. */
  const copy = async (text) => {
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
      try {
        return document.execCommand("copy");
      } catch {
        return false;
      } finally {
        area.remove();
        focused?.focus({ preventScroll: true });
      }
    }
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-copy], button[data-copy-from]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copyFrom);
    const done = await copy(source ? source.textContent : button.dataset.copy ?? "");
    say(nearest(button, done ? "copied" : "failed"));
    if (!done) return;
    button.classList.add("persona-is-copied");
    setTimeout(() => button.classList.remove("persona-is-copied"), 2000);
  });

  const start = () => {
    for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) button.hidden = false;
  };

  window.personaDocs = Object.assign(window.personaDocs ?? {}, { copy, say });
  if (window.document$?.subscribe) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
