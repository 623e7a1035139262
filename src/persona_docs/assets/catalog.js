/* Finding and comparing; see bar.html. */
(() => {
  "use strict";

  const FACETS = ["expertise", "tool", "trigger", "model", "category", "lang", "dialect"];
  const COUNTED = /^-?(expertise|tools|triggers|skills|items)$/;
  const MENU = 60;
  const BATCH = 24;
  const PLACES = [8, 4, 2, 1]; // name, terms, role, anywhere
  const JOINTS = /\b[-./]\b/g;
  let current, gone;

  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").trim();
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const byFacet = (value) => Object.fromEntries(FACETS.map((name) => [name, value(name)]));

  const plain = (element) => {
    const text = element?.textContent ?? "";
    const marks = element?.querySelectorAll(".persona-derived, .persona-sr, .persona-conflict") ?? [];
    return [...marks].reduce((left, mark) => left.replace(mark.textContent, ""), text).trim();
  };

  /* Tabs around words. */
  const mark = (text) => text.replace(/(?<![\p{L}\p{N}])(?=[a-z0-9])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])/gu, "\t");

  /* Words in parts and as one: `PostgreSQL`, `Node.js`. */
  const spread = (text) =>
    mark([...new Set(fold(`${text}\n${text.replace(/([a-z])([A-Z])/g, "$1 $2")}\n${text.replace(JOINTS, "")}`).split(/\s+/))].join(" "));

  /* Where words start with a token; better if they are one. */
  const weigh = (items, tokens) => {
    const marked = tokens.map(mark).map((whole) => [whole, whole.trimEnd()]);
    return items.map(({ fields }) => Math.max(0, ...marked.map(([whole, start]) => {
      const at = fields[3].includes(start) ? fields.findIndex((text) => text.includes(start)) : -1;
      return at < 0 ? 0 : (1 + fields[at].includes(whole)) * PLACES[at];
    })));
  };

  /* One letter missing, wrong or too many, or two swapped. */
  const slips = (token) => [...token].flatMap((letter, at) => {
    const [before, after] = [token.slice(0, at), token.slice(at + 1)];
    return [before + after, `${before}\\S${after}`, before + after.slice(0, 1) + letter + after.slice(1), `${before}\\S${letter}${after}`];
  }).join("|");

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

  /* Spreadsheets run formulas. */
  const joined = (value) => [value].flat().join("; ");
  const quoted = (value) => `"${joined(value).replace(/(^|; )(?=\s*[-=+@＋－＝＠])/g, "$1'").replaceAll('"', '""')}"`;
  const escaped = (value) => joined(value).replace(/[\\`*_[\]<>|]/g, "\\$&");
  const FORMATS = {
    csv: (heads, rows) => `\ufeff${[heads, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`,
    md: (heads, rows) =>
      [heads.map(escaped), heads.map(() => "---"), ...rows.map((row) => row.map(escaped))].map((row) => `| ${row.join(" | ")} |\n`).join(""),
    json: (heads, rows, names) =>
      JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell]))), null, 2),
  };

  let basketed = [];

  const catalog = (root) => {
    const $ = (selector) => root.querySelector(selector);
    const $$ = (selector) => [...root.querySelectorAll(selector)];
    const [bar, box, count, picked, clear, nothing, basket, cards, side, table] = [
      ".persona-bar", ".persona-bar__q", ".persona-count", ".persona-picked", ".persona-clear", ".persona-nothing",
      ".persona-basket", ".persona-cards", ".persona-side", ".persona-table:not(.persona-table--side)",
    ].map($);
    const heads = [...table.tHead.rows[0].cells];
    const [menus, views, columns] = ["[data-facet]", "[data-view]", "[data-columns] input"].map($$);
    const rows = new Map($$("[data-for]").map((row) => [row.dataset.for, row]));
    const everybody = $$("[data-persona]").map((element) => {
      const slug = element.dataset.persona;
      return { element, slug, row: rows.get(slug) ?? element };
    });
    const titles = new Map(everybody.map(({ element, slug }) => [slug, element.querySelector("a").textContent]));
    const open = basket.querySelector("a");
    const key = "persona-docs:basket:" + open.pathname;
    const everyone = count.textContent;
    const { pathname } = location;
    const { compare } = new Intl.Collator(document.documentElement.lang.replace("_", "-") || "en", { numeric: true });
    const labels = byFacet((name) => new Map(Object.entries(JSON.parse($(`[data-facet=${name}]`)?.dataset.shown ?? "{}"))));
    const away = root.appendChild(make("div", { hidden: true }));
    const next = make("button", { type: "button", className: "persona-next" });
    let state, items, words, timer, later, size, near;
    let found = everybody;
    const ranked = new Map();

    const personas = () => {
      if (items) return items;
      items = everybody.map(read);
      words = [...new Set(items.flatMap(({ fields }) => fields[3].split(/[^\p{L}\p{N}]+/u)))].join(" ");
      for (const { groups, lists } of items) {
        for (const group of groups) labels.tool.set(group, plain($(`.persona-cap--${group}`)));
        for (const name of FACETS) {
          for (const value of lists[name]) if (!labels[name].has(fold(value))) labels[name].set(fold(value), value);
        }
      }
      return items;
    };

    const label = (name, value) => labels[name].get(value) ?? value;
    const asked = () => state.q || FACETS.some((name) => state[name].length);

    const change = (values, replace) => {
      Object.assign(state, values);
      show();
      remember(replace);
    };

    const loose = (values) => {
      change(values);
      box.focus();
    };

    const without = (name, value) => state[name].filter((each) => each !== value);

    const remember = (replace) => {
      clearTimeout(timer);
      const url = new URL(location.href);
      for (const [name, value] of Object.entries(state)) {
        url.searchParams.delete(name);
        for (const each of [value].flat()) if (each) url.searchParams.append(name, each);
      }
      url.search = url.search.replaceAll("%2C", ",");
      if (url.href === location.href || url.pathname !== pathname) return;
      try {
        history[replace ? "replaceState" : "pushState"](history.state, "", url);
      } catch { }
    };

    const refresh = (first) => {
      const query = new URLSearchParams(location.search);
      state = {};
      for (const name of ["q", "sort", "view", "only", "compare"]) state[name] = query.get(name) ?? "";
      for (const name of [...FACETS, "hide"]) state[name] = [...new Set(query.getAll(name).map(fold).filter(Boolean))];
      show(first);
      showBasket();
    };

    /* Rare words count more. */
    const rating = () => {
      const full = fold(state.q).replace(/[?!.,;]+(?=\s|$)/g, "");
      const ranks = full.split(/\s+/).map((token, at, tokens) => {
        const stem = token.replace(/(?<=[a-z]{3})([a-z])(\1?ing|at(ion|or|ed)s?|e?s)$/, "$1");
        const pairs = [token + (tokens[at + 1] ?? ""), (tokens[at - 1] ?? "") + token]; // `front end`
        const forms = [...new Set([token, token.replace(JOINTS, ""), ...pairs])];
        let weights = ranked.get(`${forms}`);
        if (!weights) {
          const stems = weigh(items, stem === token ? [] : [stem]);
          weights = weigh(items, forms).map((weight, n) => weight + stems[n]);
        }
        if (/^[\p{L}\p{N}]{4,40}$/u.test(token) && !weights.some(Boolean)) {
          weights = weigh(items, [...new Set(words.match(RegExp(`(?<!\\S)(?:${slips(token)})`, "g")))]);
        }
        ranked.set(`${forms}`, weights);
        const rarity = Math.log(1 + items.length / (1 + weights.filter(Boolean).length));
        return weights.map((weight) => weight * rarity);
      });
      const total = (add) => items.map((one, n) => ranks.map((rank) => rank[n]).reduce(add));
      let sums = total((a, b) => a && b && a + b);
      near = !sums.some(Boolean);
      if (near) sums = total((a, b) => a + b);
      const least = near ? Math.max(...sums) / 4 : 0;
      return (one, n) => (one.names.includes(full) ? 1e6 : sums[n] < least ? 0 : sums[n]);
    };

    const passes = (one, except) =>
      one.score && FACETS.every((name) => name === except || !state[name].length || state[name].some((value) => one.keys[name].has(value)));

    const find = () => {
      personas();
      near = false;
      const rate = state.q ? rating() : () => 1;
      const column = state.sort.replace("-", "");
      const sign = state.sort[0] === "-" ? -1 : 1;
      const by = heads.some((head) => head.dataset.c === column) &&
        (({ columns: { [column]: value } }) => (COUNTED.test(column) ? value.length ?? value : joined(value)));
      items.forEach((one, n) => { one.score = rate(one, n); });
      found = items.filter((one) => passes(one)).sort((a, b) => {
        if (!by) return b.score - a.score;
        const [x, y] = [by(a), by(b)];
        if (x === "" || y === "") return (x === "") - (y === ""); // empty ones last
        return sign * (typeof x === "number" ? x - y : compare(x, y));
      });
    };

    const chip = (text, onclick, ariaLabel = fill(bar.dataset.remove, { value: text })) =>
      make("li", {}, make("button", { type: "button", ariaLabel, onclick }, text));

    /* The first found. */
    const place = (pause = 0) => {
      const all = cards && !cards.hidden ? cards : table.tBodies[0];
      const shown = found.slice(0, size).map(({ element, row }) => (all === cards ? element : row));
      for (const each of all.children) each.hidden = true;
      shown.forEach((each, at) => {
        each.hidden = false;
        if (each !== all.children[at]) all.insertBefore(each, all.children[at]);
      });
      next.hidden = found.length <= size;
      next.textContent = fill(bar.dataset.more, { count: found.length - size });
      const list = all.closest("table, ul");
      if (list.nextSibling !== next) list.after(next);
      observer.disconnect();
      clearTimeout(later);
      later = setTimeout(() => {
        if (items) away.append(...[...all.children].filter((each) => each.hidden));
        if (size < BATCH) more();
        else observer.observe(next);
      }, pause);
    };
    const more = (by = BATCH) => {
      size += by - (size % BATCH);
      place();
    };
    const observer = new IntersectionObserver((entries) => entries.at(-1).isIntersecting && more());

    const list = () => {
      place(100);
      const chips = FACETS.flatMap((name) => state[name].map((value) => chip(label(name, value), () => loose({ [name]: without(name, value) }))));
      picked.replaceChildren(...chips);
      picked.hidden = !chips.length;
      clear.hidden = !asked();
      count.textContent = asked() ? fill(bar.dataset[near && found.length ? "near" : "shown"], { shown: found.length, total: everybody.length }) : everyone;
      nothing.hidden = found.length > 0;
      if (!found.length) loosen();
      for (const menu of menus) if (items && menu.open) options(menu);
    };

    const loosen = () => {
      const all = state;
      const helps = ["q", ...FACETS].filter((name) => all[name].length).flatMap((name) => {
        const less = { [name]: name === "q" ? "" : [] };
        state = { ...all, ...less };
        find();
        const text = name === "q" ? fill(bar.dataset.search, { value: all.q }) : all[name].map((value) => label(name, value)).join(" / ");
        return found.length ? [chip(`${text} (${found.length})`, () => loose(less))] : [];
      });
      state = all;
      find();
      nothing.querySelector("ul").replaceChildren(...(helps.length ? helps : [chip(clear.textContent, () => clear.click(), "")]));
      nothing.querySelector("span").hidden = !helps.length;
    };

    const fit = ({ lastChild: panel, parentElement }) => {
      panel.style.translate = "";
      const [own, row] = [panel, parentElement].map((each) => each.getBoundingClientRect());
      panel.style.translate = `clamp(${row.left - own.left}px, 0px, ${row.right - own.right}px)`;
    };

    const options = (menu, anew) => {
      const name = menu.dataset.facet;
      const [ul, rest] = [menu.querySelector("ul"), menu.querySelector("p")];
      const counts = new Map();
      for (const one of items) if (passes(one, name)) for (const value of one.keys[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
      if (anew) {
        const wanted = fold(menu.querySelector("input").value);
        const first = (value) => (state[name].includes(value) ? 2 : name === "tool" && $(`.persona-cap--${CSS.escape(value)}`) ? 1 : 0);
        const values = [...new Set([...state[name], ...counts.keys()])]
          .filter((value) => fold(label(name, value)).includes(wanted))
          .sort((a, b) => first(b) - first(a) || counts.get(b) - counts.get(a) || compare(label(name, a), label(name, b)));
        ul.replaceChildren(...values.slice(0, MENU).map((value) =>
          make("li", {}, make("label", {}, make("input", { type: "checkbox", value }), make("span", { dir: "auto" }, label(name, value)), make("small")))));
        rest.textContent = fill(bar.dataset.rest, { count: values.length - MENU });
        rest.hidden = values.length <= MENU;
        fit(menu);
      }
      for (const input of ul.querySelectorAll("input")) {
        input.checked = state[name].includes(input.value);
        input.parentElement.lastChild.textContent = counts.get(input.value) ?? 0;
      }
    };

    const show = (first = BATCH) => {
      size = first;
      box.value = state.q;
      if (side) {
        const few = [...new Set(state.compare.split(","))].filter((slug) => titles.has(slug));
        side.hidden = few.length < 2;
        $(".persona-everyone").hidden = !side.hidden;
        if (!side.hidden) beside(few.map((slug) => personas().find((one) => one.slug === slug)));
      }
      if (cards) {
        cards.hidden = state.view === "table";
        $(".persona-catalog__table").hidden = !cards.hidden;
      }
      $("select").value = state.sort;
      for (const button of views) button.ariaPressed = button.dataset.view === (state.view || "cards");
      for (const input of columns) input.checked = !state.hide.includes(input.value);
      table.dataset.hide = state.hide.join(" ");
      for (const head of heads) {
        head.ariaSort = ["ascending", "descending"][[head.dataset.c, `-${head.dataset.c}`].indexOf(state.sort)];
      }
      for (const menu of menus) menu.querySelector("b").textContent = state[menu.dataset.facet].length || "";
      if (items || asked() || state.sort) find();
      list();
    };

    const beside = (few) => {
      const body = make("tbody");
      for (const head of heads.slice(1)) {
        const name = head.dataset.c;
        const all = few.map((one) => [one.columns[name]].flat().filter(Boolean));
        const cells = few.map((one) => one.element.querySelector(`[data-c=${name}]`));
        const common = (value) => all.every((each) => each.some((other) => fold(`${other}`) === fold(`${value}`)));
        const draw = (values, cell) => {
          const copy = cell.cloneNode(true);
          const [mode, mark] = [".persona-mode", ".persona-derived"].map((part) => copy.querySelector(part));
          if (!Array.isArray(few[0].columns[name])) return copy.childNodes;
          if (values.includes(plain(mode))) return [mode];
          const derived = [...copy.querySelectorAll(".persona-is-derived li, li.persona-is-derived")].map(plain);
          const code = /^t/.test(name); // tools and triggers
          const list = make("ul", { className: code ? "persona-triggers" : "persona-chips" }, ...values.map((value) =>
            make("li", { className: derived.includes(value) ? "persona-is-derived" : "" }, code ? make("code", {}, value) : value)));
          return [list, values.some((value) => derived.includes(value)) ? mark : ""];
        };
        const row = (shared, ...data) => body.append(make("tr", { className: shared ? "persona-shared" : "" },
          make("th", { scope: "row" }, plain(head), shared ? make("small", {}, side.dataset.shared) : ""), ...data));
        const shared = all[0].filter(common);
        const own = all.map((each) => each.filter((value) => !common(value)));
        if (shared.length) row(true, make("td", { colSpan: few.length }, ...draw(shared, cells[0])));
        if (own.some((each) => each.length)) {
          row(false, ...own.map((each, at) =>
            make("td", { className: each.length ? "" : "persona-none" }, ...(each.length ? draw(each, cells[at]) : [side.dataset.nothing]))));
        }
      }
      const names = few.map(({ element }) => {
        const name = element.querySelector(".persona-table__name").cloneNode(true);
        name.querySelector("label").remove();
        return make("th", { scope: "col", className: element.className }, name);
      });
      side.querySelector("table").replaceChildren(make("thead", {}, make("tr", {}, make("td"), ...names)), body);
      side.querySelector("input").checked = state.only;
      side.classList.toggle("persona-side--differences", state.only);
      side.querySelector(".persona-side__equal").hidden = body.querySelector("tr:not(.persona-shared)");
    };

    const chosen = () => {
      try {
        basketed = JSON.parse(localStorage.getItem(key)) ?? basketed;
      } catch { /* blocked */ }
      return [basketed].flat().filter((slug) => titles.has(slug));
    };

    const choose = (slugs, said) => {
      basketed = slugs;
      try {
        localStorage.setItem(key, JSON.stringify(slugs));
      } catch { /* full */ }
      showBasket(said);
    };

    const showBasket = (said) => {
      const slugs = chosen();
      for (const input of $$(".persona-pick input")) input.checked = slugs.includes(input.value);
      basket.hidden = !slugs.length || (side && !side.hidden);
      basket.querySelector("ul").replaceChildren(...slugs.map((slug, at) => chip(titles.get(slug), (event) => drop(event, slug, at))));
      basket.querySelector("p").textContent = said ?? (slugs.length < 2 ? basket.dataset.one : "");
      open.hidden = slugs.length < 2;
      open.textContent = fill(basket.dataset.open, { count: slugs.length });
      open.search = `compare=${slugs.map(encodeURIComponent)}`;
    };

    const pick = (slug, on) => {
      const slugs = chosen().filter((each) => each !== slug);
      const full = on && slugs.length > 3;
      choose(on && !full ? [...slugs, slug] : slugs, full ? basket.dataset.full : undefined);
    };

    const drop = ({ detail }, slug, at) => {
      choose(at >= 0 ? chosen().filter((each) => each !== slug) : []);
      const chips = basket.querySelectorAll("li button");
      [chips[at], chips[at - 1], ...$$(`.persona-pick [value="${slug}"]`), box].find((each) => each?.offsetParent).focus({ preventScroll: detail });
    };

    const download = ({ value }) => {
      const seen = heads.filter((head) => !state.hide.includes(head.dataset.c));
      const names = seen.map((head) => head.dataset.c);
      find();
      const text = FORMATS[value](seen.map(plain), found.map((one) => names.map((name) => one.columns[name])), names);
      const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
      make("a", { href, download: `${$("[data-download]").dataset.download}.${value}` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 1000);
      $("[data-download]").open = false;
    };

    const template = $(".persona-pick-template").content.firstElementChild;
    for (const { slug, element, row } of everybody) {
      for (const each of new Set([element, row])) {
        const label = template.cloneNode(true);
        const input = label.firstElementChild;
        input.value = slug;
        input.ariaLabel = fill(input.ariaLabel, { name: titles.get(slug) });
        (each.querySelector(".persona-table__name") ?? each).append(label);
      }
    }
    for (const head of heads) head.replaceChildren(make("button", { type: "button" }, ...head.childNodes));

    const facetOf = (element) => element.closest("[data-facet]");
    root.addEventListener("input", ({ target }) => {
      if (target === box) {
        const typing = state.q;
        state.q = box.value;
        show(6);
        clearTimeout(timer);
        timer = setTimeout(remember, 300, typing);
      } else if (target.type === "search") options(facetOf(target), true);
    });
    root.addEventListener("change", ({ target }) => {
      const { value, checked } = target;
      const name = facetOf(target)?.dataset.facet ?? (target.closest("[data-columns]") && "hide");
      if (target.name === "sort") change({ sort: value });
      else if (target.name === "differences") change({ only: checked ? "differences" : "" });
      else if (target.closest(".persona-pick")) pick(value, checked);
      else if (name && target.type === "checkbox") {
        const others = without(name, value);
        change({ [name]: others.length === state[name].length ? [...others, value] : others });
      }
    });
    root.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const link = event.target.closest("a[href]");
      const column = button?.closest("th")?.dataset.c;
      if (link) history.replaceState(gone = { from: location.href, to: link.href, size }, "");
      if (button === clear) {
        loose({ q: "", ...byFacet(() => []) });
      } else if (button?.matches(".persona-basket > button")) {
        drop(event, chosen()[0]);
      } else if (button?.dataset.view) change({ view: button.dataset.view === "table" ? "table" : "" });
      else if (button === next) more();
      else if (button?.closest("[data-download]")) download(button);
      else if (column) {
        const order = COUNTED.test(column) ? [`-${column}`, column, ""] : [column, `-${column}`, ""];
        change({ sort: order[(order.indexOf(state.sort) + 1) % 3] });
      } else if (link?.pathname === pathname && !link.hash && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        event.stopPropagation();
        history.pushState(history.state, "", link.href);
        refresh();
      }
    });
    root.addEventListener("toggle", ({ target }) => {
      if (!target.open || !target.matches(".persona-menu")) return;
      fit(target);
      if (!facetOf(target)) return;
      find();
      target.querySelector("input").value = "";
      options(target, true);
    }, true);

    bar.hidden = false;
    const left = history.state && { ...history.state, ...gone };
    const to = left?.from === location.href && left.to;
    refresh(to ? left.size : BATCH);
    for (const link of $$("a")) if (link.href === to) link.focus();
    const dialog = document.querySelector("[data-md-toggle=search]");
    if (state.q && dialog?.checked) {
      dialog.click();
      document.activeElement.value = "";
      document.activeElement.blur();
      change({}, true);
    }
    box.onfocus = () => place();
    window.requestIdleCallback?.(() => weigh(personas(), ["e"]));
    return { root, refresh, more };
  };

  const closeMenus = ({ key, target }) => {
    for (const menu of document.querySelectorAll(".persona-menu[open]")) {
      if (key ? key !== "Escape" : menu.contains(target)) continue;
      menu.open = false;
      if (key) menu.firstElementChild.focus();
    }
  };
  for (const type of ["click", "focusin", "keydown"]) document.addEventListener(type, closeMenus);
  addEventListener("beforeprint", () => current?.more(Infinity));
  addEventListener("popstate", () => current?.root.isConnected && current.refresh());

  const start = () => setTimeout(() => {
    const root = document.querySelector("[data-catalog]");
    if (root && root !== current?.root) current = catalog(root);
  });
  window.document$?.subscribe?.(start);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
