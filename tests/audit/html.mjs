/* The Nu validator and html-validate on the HTML of every kind of page: no error that the theme does not make itself,
 * in the same place: in its frame around the content, or in what it makes of Markdown. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { HtmlValidate } from "html-validate";
import vnu from "vnu-jar";

import { KINDS, PLAIN } from "./pages.mjs";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: { // ways of writing the same document; the theme and the sanitiser have theirs
    "attr-quotes": "off", "attribute-boolean-style": "off", "attribute-empty-style": "off", "doctype-style": "off",
    "no-trailing-whitespace": "off", "void-style": "off",
  },
});

const file = (folder, path) => join(folder, path.split("?")[0], "index.html");

/* Does it stand in the content, or in the theme's frame around it? */
const placeOf = (text, offset) => (offset > text.indexOf("<article") && offset < text.lastIndexOf("</article>") ? "content" : "frame");

const plainly = (message) => message.replace(/[“"][^”"]*[”"]/g, (quoted) => quoted.replace(/\d+/g, "0"));

const htmlValidate = (files) =>
  new Map(files.map((name) => {
    const text = readFileSync(name, "utf8");
    const { results } = validator.validateStringSync(text);
    const messages = results.flatMap((result) => result.messages);
    return [name, messages.map(({ ruleId, message, offset, selector }) => ({
      kind: `${ruleId}: ${plainly(message)}`, place: placeOf(text, offset), at: selector,
    }))];
  }));

const offsets = (text) => [...text.matchAll(/^/gm)].map((match) => match.index);

const nu = (files) => {
  const { stderr, error } = spawnSync("java", ["-jar", vnu, "--format", "json", "--exit-zero-always", "--errors-only", ...files], {
    encoding: "utf8", maxBuffer: 1 << 28,
  });
  if (error) throw new Error(`the Nu validator needs Java: ${error.message}`);
  const found = new Map(files.map((name) => [name, []]));
  for (const { url, lastLine, firstColumn, lastColumn, message, extract } of JSON.parse(stderr).messages) {
    const name = files.find((each) => decodeURI(url).endsWith(each));
    const text = readFileSync(name, "utf8");
    const offset = offsets(text)[lastLine - 1] + (firstColumn ?? lastColumn) - 1;
    found.get(name).push({ kind: plainly(message), place: placeOf(text, offset), at: extract?.trim() });
  }
  return found;
};

export const audit = (folder) => {
  const rows = [];
  const problems = [];
  const plain = PLAIN.map((path) => file(folder, path));
  const pages = KINDS.map(([name, path]) => [name, file(folder, path)]);
  const files = [...new Set([...plain, ...pages.map(([, name]) => name)])];
  for (const [tool, found] of [["Nu validator", nu(files)], ["html-validate", htmlValidate(files)]]) {
    const known = new Set(plain.flatMap((name) => found.get(name)).map(({ place, kind }) => place + kind));
    const more = pages.flatMap(([page, name]) =>
      found.get(name).filter(({ place, kind }) => !known.has(place + kind)).map((error) => ({ page, ...error })));
    problems.push(...more.map(({ page, place, kind, at }) => `${tool} on ${page}, in the ${place}: ${kind} at ${at}`));
    rows.push([tool, pages.length, more.length, known.size]);
  }
  return { rows, problems };
};
