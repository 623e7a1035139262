/* What is shown, as a file. */

/* Spreadsheets run formulas. */
const quoted = (value) => `"${joined(value).replace(/(^|; )(?=\s*[-=+@＋－＝＠])/g, "$1'").replaceAll('"', '""')}"`;
const escaped = (value) => joined(value).replace(/[\\`*_[\]<>|]/g, "\\$&");

const FORMATS = {
  csv: (heads, rows) => `\ufeff${[heads, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`,
  md: (heads, rows) =>
    [heads.map(escaped), heads.map(() => "---"), ...rows.map((row) => row.map(escaped))].map((row) => `| ${row.join(" | ")} |\n`).join(""),
  json: (heads, rows, names) =>
    JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell]))), null, 2),
};

const download = (name, format, heads, personas) => {
  const names = heads.map((head) => head.dataset.c);
  const text = FORMATS[format](heads.map(plain), personas.map((one) => names.map((name) => one.columns[name])), names);
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  make("a", { href, download: `${name}.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
};
