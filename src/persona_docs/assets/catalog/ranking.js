/* Who fits what was typed, and how well. */

const PLACES = [8, 4, 2, 1]; // name, terms, role, anywhere

/* Where words start with a token; better if they are one. */
const weigh = (items, tokens) => {
  const marked = tokens.map(mark).map((whole) => [whole, whole.trimEnd()]);
  return items.map(({ fields }) => Math.max(0, ...marked.map(([whole, start]) => {
    const at = fields[3].includes(start) ? fields.findIndex((text) => text.includes(start)) : -1;
    return at < 0 ? 0 : (1 + fields[at].includes(whole)) * PLACES[at];
  })));
};

/* Scores of these personas for a search; rare words count more. Who lacks one of its words has none, but if nobody has
   all of them, whoever is near is scored. */
const ranking = (items) => {
  const words = [...new Set(items.flatMap(({ fields }) => fields[3].split(/[^\p{L}\p{N}]+/u)))].join(" ");
  const ranked = new Map();
  const weights = (token, at, tokens) => {
    const stem = token.replace(/(?<=[a-z]{3})([a-z])(\1?ing|at(ion|or|ed)s?|e?s)$/, "$1");
    const pairs = [token + (tokens[at + 1] ?? ""), (tokens[at - 1] ?? "") + token]; // `front end`
    const forms = [...new Set([token, token.replace(JOINTS, ""), ...pairs])];
    if (!ranked.has(`${forms}`)) {
      const stems = weigh(items, stem === token ? [] : [stem]);
      const found = weigh(items, forms).map((weight, n) => weight + stems[n]);
      const misspelt = /^[\p{L}\p{N}]{4,40}$/u.test(token) && !found.some(Boolean);
      ranked.set(`${forms}`, misspelt ? weigh(items, [...new Set(words.match(RegExp(`(?<!\\S)(?:${slips(token)})`, "g")))]) : found);
    }
    return ranked.get(`${forms}`);
  };
  return (search) => {
    const full = fold(search).replace(/[?!.,;]+(?=\s|$)/g, "");
    const ranks = full.split(/\s+/).map(weights).map((found) => {
      const rarity = Math.log(1 + items.length / (1 + found.filter(Boolean).length));
      return found.map((weight) => weight * rarity);
    });
    const total = (add) => items.map((one, n) => ranks.map((rank) => rank[n]).reduce(add));
    let sums = total((a, b) => a && b && a + b);
    const near = !sums.some(Boolean);
    if (near) sums = total((a, b) => a + b);
    const least = near ? Math.max(...sums) / 4 : 0;
    return { near, scores: items.map(({ names }, n) => (names.includes(full) ? 1e6 : sums[n] < least ? 0 : sums[n])) };
  };
};
