/* What is seen, as the address says it: bar.html has an example. */

const [ONE, MANY] = [["q", "sort", "view", "only", "compare"], [...FACETS, "hide"]];

/* What an address asks for. */
const stateOf = (search) => {
  const query = new URLSearchParams(search);
  return Object.fromEntries([
    ...ONE.map((name) => [name, query.get(name) ?? ""]),
    ...MANY.map((name) => [name, [...new Set(query.getAll(name).map(fold).filter(Boolean))]]),
  ]);
};

/* Write it into the address, which browsers may refuse for files, unless the reader has left the page meanwhile. */
const remember = (state, pathname, replace) => {
  const url = new URL(location.href);
  for (const name of [...ONE, ...MANY]) {
    url.searchParams.delete(name);
    for (const each of [state[name]].flat()) if (each) url.searchParams.append(name, each);
  }
  url.search = url.search.replaceAll("%2C", ",");
  if (url.href === location.href || url.pathname !== pathname) return;
  try {
    history[replace ? "replaceState" : "pushState"](history.state, "", url);
  } catch { }
};

/* Which link the reader leaves by, and how many are shown then. The theme writes where the page was scrolled to into
   `history.state`, over what is left there, so it is remembered for the tab; else, where storage is blocked, there. */
const LEFT = "persona-docs:left";

const leave = (to, size) => {
  const left = { from: location.href, to, size };
  returned = "";
  history.replaceState(left, "");
  try {
    sessionStorage.setItem(LEFT, JSON.stringify(left));
  } catch { }
};

/* Where the browser's own buttons have led; what the history says of a page comes too late, or is the theme's. */
let returned = performance.getEntriesByType("navigation")[0]?.type === "navigate" ? "" : location.href;
addEventListener("popstate", () => { returned = location.href; });

/* The same for who is back; nothing for who comes anew. */
const cameBack = () => {
  let left;
  try {
    if (returned === location.href) left = JSON.parse(sessionStorage.getItem(LEFT));
    else sessionStorage.removeItem(LEFT);
  } catch {
    left = returned === location.href && history.state;
  }
  returned = "";
  return left?.from === location.href ? left : null;
};
