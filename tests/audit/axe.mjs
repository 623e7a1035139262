/* axe on every kind of page: light and dark, desktop and phone, scripts on and off. No violation of any severity. */

import axe from "axe-core";

import { KINDS, STATES } from "./pages.mjs";

/* What is the theme's own: the rule, a mark of the place, and why it is not ours to fix. */
export const THEME = [
  ["aria-dialog-name", "md-search", "its search dialog has no name"],
  ["color-contrast", "md-copyright", "its copyright line is too pale"],
  ["color-contrast", "md-footer", "its footer is too pale"],
  ["color-contrast", "md-tabs__link", "its tabs are see-through until one is chosen"],
  ["landmark-unique", "md-nav", "its navigations share a name"],
  ["landmark-unique", "md-code__nav", "so do its buttons above code"],
];

const AT_ONCE = 3; // pages looked at side by side
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/* A page as a reader meets it: with scripts and what they did with it, or without scripts. */
const open = async (browser, url, { size, scripts }, clicks = []) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(SIZES[size]);
  await page.setJavaScriptEnabled(scripts);
  await page.goto(url, { waitUntil: "load" });
  await page.setJavaScriptEnabled(true); // for axe; the page's own scripts have had their chance
  for (const click of clicks) {
    const [selector, at = "0"] = click.split(" >> ");
    await (await page.$$(selector))[Number(at)].click();
  }
  await page.evaluate(axe.source);
  return { page, close: () => context.close() };
};

/* Without scripts the palette is the one a site starts with, so it is set as a site would set it. What is folded is
 * opened, because axe does not look at what cannot be seen; menus are states of their own. */
const paint = async (page, dark, { scripts }, unfold) => {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.evaluate((scheme, unfolded) => {
    if (scheme) document.body.dataset.mdColorScheme = scheme;
    if (unfolded) for (const each of document.querySelectorAll("article details:not(.persona-menu)")) each.open = true;
    return new Promise((done) => setTimeout(done, 50));
  }, scripts ? "" : dark ? "slate" : "default", unfold);
};

const isThemes = ({ id }, { target, html }) => THEME.some(([rule, where]) => rule === id && `${target} ${html}`.includes(where));

/* Every rule in light; in dark those that look at colours. */
const COLOURS = ["color-contrast", "link-in-text-block"];

const look = async (page, within, dark, name) => {
  const { violations } = await page.evaluate(
    (context, rules) => axe.run(context, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) }),
    { include: [[within ?? "html"]] },
    dark && COLOURS,
  );
  return violations.flatMap((violation) => violation.nodes.filter((node) => !isThemes(violation, node)).map((node) =>
    `axe ${violation.id} (${violation.impact}) on ${name}: ${node.html.slice(0, 160)} at ${node.target}`));
};

export const audit = async (browser, site) => {
  const ways = Object.keys(SIZES).flatMap((size) => [true, false].map((scripts) => ({ size, scripts })));
  const visits = [
    ...KINDS.flatMap((kind) => ways.map((how) => [kind, how])),
    ...STATES.flatMap((state) => ways.filter(({ scripts }) => scripts).map((how) => [state, how])),
  ];
  const rows = new Map([...KINDS, ...STATES].map(([name]) => [name, [name, 0, 0]]));
  const problems = [];
  const visit = async ([name, path, { clicks, within } = {}], how) => {
    const { page, close } = await open(browser, site + path, how, clicks);
    for (const dark of [false, true]) {
      await paint(page, dark, how, !clicks);
      const said = [how.size, dark ? "dark" : "light", how.scripts ? "scripts" : "no scripts"];
      const found = await look(page, within, dark, `${name} (${said.join(", ")})`);
      problems.push(...found);
      rows.get(name)[1] += 1;
      rows.get(name)[2] += found.length;
    }
    await close();
  };
  const worker = async () => {
    for (let next = visits.shift(); next; next = visits.shift()) await visit(...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { rows: [...rows.values()], problems };
};
