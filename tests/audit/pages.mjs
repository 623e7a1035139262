/* What is audited: every kind of page of the sample site, what readers make of them, and pages that are the theme's alone. */

const SIDE = "personas/compare/?compare=code-reviewer,security-reviewer,arquitecta-de-datos";

/* Name, address, and where ours stands in a page that is somebody else's. */
export const KINDS = [
  ["catalog", "personas/"],
  ["comparison", "personas/compare/"],
  ["side by side", SIDE],
  ["persona", "personas/code-reviewer/"],
  ["persona in another language", "personas/arquitecta-de-datos/"],
  ["persona with a skill's files", "personas/postmortem/"],
  ["checklists", "personas/checklists/"],
  ["triggers", "personas/triggers/"],
  ["tools", "personas/tools/"],
  ["expertise", "personas/expertise/"],
  ["health", "personas/health/"],
  ["directives", "", { within: ".persona-docs" }],
];

/* The four that Lighthouse looks at. */
export const MAIN = KINDS.filter(([name]) => ["catalog", "comparison", "persona", "checklists"].includes(name));

/* Without anything of ours: one that stands in the navigation, one that does not. Lighthouse looks at the first. */
export const PLAIN = ["explanation/security/", "reference/findings/address/"];

/* What a reader has made of a page before axe looks: the elements (`selector >> number`) are clicked in turn. */
export const STATES = [
  ["catalog as a table", "personas/?view=table"],
  ["catalog, a menu open", "personas/?expertise=sql&tool=edit", { clicks: ["[data-facet=expertise] summary"] }],
  ["catalog, nothing found", "personas/?q=nothing-like-this&tool=edit"],
  ["catalog, two chosen", "personas/", { clicks: [".persona-card .persona-pick >> 0", ".persona-card .persona-pick >> 1"] }],
  ["comparison, sorted, columns hidden", "personas/compare/?hide=role&hide=skills&sort=-expertise", { clicks: ["[data-columns] summary"] }],
  ["comparison, download", "personas/compare/", { clicks: ["[data-download] summary"] }],
  ["differences alone", `${SIDE}&only=differences`],
  ["persona, ticked and reset", "personas/code-reviewer/", { clicks: ["article .persona-check", "[data-do=reset]"] }],
  ["persona, put into the comparison", "personas/code-reviewer/", { clicks: ["[data-pick] input"] }],
  ["checklists, unfolded", "personas/checklists/", { clicks: [".persona-gather__tools button"] }],
];
