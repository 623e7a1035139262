/* Words as they are compared: without case and accents, in parts and as one. */

const JOINTS = /\b[-./]\b/g;

const fold = (text) =>
  text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").trim();

/* Tabs around words. */
const mark = (text) => text.replace(/(?<![\p{L}\p{N}])(?=[a-z0-9])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])/gu, "\t");

/* Words in parts and as one: `PostgreSQL`, `Node.js`. */
const spread = (text) =>
  mark([...new Set(fold(`${text}\n${text.replace(/([a-z])([A-Z])/g, "$1 $2")}\n${text.replace(JOINTS, "")}`).split(/\s+/))].join(" "));

/* One letter missing, wrong or too many, or two swapped. */
const slips = (token) => [...token].flatMap((letter, at) => {
  const [before, after] = [token.slice(0, at), token.slice(at + 1)];
  return [before + after, `${before}\\S${after}`, before + after.slice(0, 1) + letter + after.slice(1), `${before}\\S${letter}${after}`];
}).join("|");
