/* A page of the catalog inside somebody's frame: ?theme=dark&language=es
 * The page it stands in is told how high it is, with { type: "persona-docs:height", height }. Without this script
 * everything is readable: light, in the site's language, unfiltered.
 */
(() => {
  "use strict";

  const ENOUGH = 8; // letters around what is filled in; with fewer, somebody's own words could look the same
  const { src, dataset } = document.currentScript;
  const { documentElement: root } = document;
  const query = new URLSearchParams(location.search);
  const theme = query.get("theme");
  const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.mdColorScheme = dark ? "slate" : "default";

  /* From one language's text to the other's; what stands in braces is kept. */
  const translator = (from, to, language) => {
    const exact = new Map();
    const patterns = [];
    const numbers = new Intl.PluralRules(language);
    const colon = from["list.colon"].trim();
    const other = (key, { count } = {}) => {
      const base = key.replace(/\.(zero|one|two|few|many|other)$/, "");
      return (to[`${base}.${numbers.select(count)}`] ?? to[`${base}.other`] ?? to[key]).trim();
    };
    for (const [key, text] of Object.entries(from)) {
      exact.set(text.trim(), other(key));
      const parts = text.split(/\{(\w+)\}/);
      const counts = parts.every((part, at) => at % 2 === 0 || /^(count|done|line|shown|total)$/.test(part));
      if (parts.length < 2 || (!counts && parts.filter((_, at) => at % 2 === 0).join("").length < ENOUGH)) continue;
      const filled = counts ? "[\\d.,\\s]+" : ".+";
      const pattern = parts.map((part, at) => (at % 2 ? `(?<${part}>${filled})` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
      patterns.push([new RegExp(`^${pattern.join("")}$`, "s"), key]);
    }
    const said = (text) => {
      if (exact.has(text)) return exact.get(text);
      for (const [pattern, key] of patterns) {
        const found = pattern.exec(text)?.groups;
        if (found) return other(key, found).replace(/\{(\w+)\}/g, (_, name) => found[name]);
      }
      return text.endsWith(colon) ? said(text.slice(0, -colon.length).trim()) + to["list.colon"].trimEnd() : text;
    };
    return said;
  };

  const translate = async (tag) => {
    const all = await (await fetch(new URL("texts.json", src))).json();
    const language = all[tag] ? tag : tag.split(/[-_]/)[0];
    if (!all[language] || language === root.lang) return;
    const said = translator(all[root.lang], all[language], language);
    const own = (node) => (node.dir && node.localName !== "tr") || node.localName === "code"; // a persona's own words
    const marks = document.querySelectorAll("p[dir] > .persona-derived"); // but these are ours
    for (const part of [document.body, ...marks]) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
        own(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
      do {
        const { currentNode: node } = walker;
        if (node.data !== undefined) node.data = node.data.replace(/\S(?:[^]*\S)?/, said);
        else for (const each of node.attributes) if (/^(aria-label|title|placeholder|data-.+)$/.test(each.name)) each.value = said(each.value);
      } while (walker.nextNode());
    }
    root.lang = language;
  };

  const start = async () => {
    const language = query.get("language");
    if (language) await translate(language).catch(() => {}); // files and sandboxed frames may not ask
    for (const name of dataset.then.split(" ")) {
      document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, src).href, async: false }));
    }
    if (parent === window) return;
    new ResizeObserver(() => {
      parent.postMessage({ type: "persona-docs:height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
    }).observe(document.body);
  };
  document.addEventListener("DOMContentLoaded", start);
})();
