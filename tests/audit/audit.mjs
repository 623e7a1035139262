/* HTML validation, axe and Lighthouse on a built sample site. Exit status 1 where one of them finds something.
 *
 *   CHROME_PATH=… node tests/audit/audit.mjs FOLDER [html|axe|lighthouse …]
 *
 * `make audit` builds the site and finds the browser. Lighthouse comes last and alone: it measures time.
 */

import { resolve } from "node:path";

import puppeteer from "puppeteer-core";

import * as axe from "./axe.mjs";
import * as html from "./html.mjs";
import * as lighthouse from "./lighthouse.mjs";
import { serve } from "./server.mjs";

const [given, ...only] = process.argv.slice(2);
const folder = resolve(given);
const wanted = (name) => !only.length || only.includes(name);

const table = (heads, rows) => {
  const widths = heads.map((head, at) => Math.max(...[head, ...rows.map((row) => row[at])].map((cell) => `${cell}`.length)));
  const line = (cells) => `| ${cells.map((cell, at) => `${cell}`.padEnd(widths[at])).join(" | ")} |`;
  console.log([line(heads), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n"), "\n");
};

const problems = [];

if (wanted("html")) {
  const found = html.audit(folder);
  table(["HTML", "pages", "errors more than the theme's", "kinds of the theme's"], found.rows);
  problems.push(...found.problems);
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH,
  headless: true,
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), // it refuses to work for root
    "--disable-dev-shm-usage",
    // A mouse, which a headless browser lacks: without one the theme takes the keyboard's way into wide code away.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
  ],
});
const site = await serve(folder);
try {
  if (wanted("axe")) {
    const found = await axe.audit(browser, site.url);
    table(["axe", "times", "violations"], found.rows);
    problems.push(...found.problems);
  }
  if (wanted("lighthouse")) {
    const found = await lighthouse.audit(Number(new URL(browser.wsEndpoint()).port), site.url);
    const categories = ["performance", "accessibility", "best practices", "SEO"];
    table(["Lighthouse", ...categories, "performance, the theme alone"], found.rows);
    problems.push(...found.problems);
  }
} finally {
  await browser.close();
  site.close();
}

for (const problem of new Set(problems)) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
if (!problems.length) console.log("Nothing found.");
