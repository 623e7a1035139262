/* Personas as their card and their row show them. */

const FACETS = ["expertise", "tool", "trigger", "model", "category", "lang", "dialect"];

const byFacet = (value) => Object.fromEntries(FACETS.map((name) => [name, value(name)]));

const read = (one) => {
  const { element, row } = one;
  const values = (name) => {
    if (element.dataset[name]) return element.dataset[name].split("\n");
    const cell = element.querySelector(`[data-f=${name}]`);
    const items = [...(cell?.querySelectorAll("li:not(.persona-more)") ?? [])];
    return (items.length ? items : [cell]).map(plain).filter(Boolean);
  };
  const title = element.querySelector("a").textContent;
  const role = plain(row.querySelector("[data-c=role]"));
  const line = plain(element.querySelector(".persona-card__line")) || role;
  const [groups, skill, tag] = ["group", "skill", "tag"].map(values);
  const lists = byFacet(values);
  const mode = plain(element.querySelector(".persona-mode"));
  return Object.assign(one, {
    groups, lists,
    keys: byFacet((name) => new Set((name === "tool" ? [...groups, ...lists.tool] : lists[name]).map(fold))),
    names: [title, one.slug, ...lists.trigger.flatMap((call) => [call, call.replace(/^\W/, "")])].map(fold),
    fields: [
      [title], [one.slug, lists.expertise, lists.trigger], [line],
      [title, one.slug, line, element.dataset.text, groups, Object.values(lists), skill, tag],
    ].map((parts) => spread(parts.flat(2).join("\n"))),
    columns: {
      name: title,
      expertise: lists.expertise,
      tools: lists.tool.length || !mode ? lists.tool : [mode],
      triggers: lists.trigger,
      role,
      skills: skill,
      model: lists.model,
      category: lists.category[0] ?? "",
      items: Number(element.querySelector("td[data-c=items]")?.textContent ?? 0),
    },
  });
};

/* The value of a column as one text. */
const joined = (value) => [value].flat().join("; ");
