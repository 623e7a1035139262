"""Bodies that cost a naive parser minutes or gigabytes; each is rendered in time, or shown as its source."""

from __future__ import annotations

from tests.hostile.case import ERROR, INFO, WARNING, Case, Severity, body, whole

_N = 20_000


def _slow(
    name: str,
    markdown: str,
    least: Severity | None = None,
    code: str = "",
    *,
    shows: str = "",
    ends: bool = True,
) -> Case:
    return body(name, markdown, least, code, shows=shows, ends=ends, site=False)


def _nested(deep: int, item: str = "- x") -> str:
    return "\n".join("  " * n + item for n in range(deep))


_SIZES = (
    whole("line of ten million letters", "a" * 10_000_000, ERROR, "too-large", personas=0, site=False),
    _slow("line of a million letters", "word " * 200_000),
    _slow("a million spaces", "a" + " " * 1_000_000 + "b"),
    _slow("spaces behind every line", ("a" + " " * 500 + "\n") * 2_000),
    _slow("long lines of spaces", (" " * 15_000 + "\n") * 40),
    _slow("lines of spaces", (" " * 100 + "\n") * 8_000),
    _slow(
        "openings of a command", ("iex" + " " * 19_000 + "\n") * 10 + ("show the" + " " * 19_000 + "\n") * 10
    ),
    _slow(
        "handles that never end",
        "## Works with\n\n" + ("- " + "a" * 18_000 + "\n") * 10 + "\n- " + ("a-b " * 4_000 + "\n") * 40,
    ),
    _slow(
        "diagrams of nothing",
        "```mermaid\n---\n" + "\n" * 60_000 + "```\n\n```mermaid\n" + "%%{\n" * 40_000 + "```",
    ),
    whole(
        "attribute that never ends",
        f"```xml\n<agent id='a' {'a' * 100_000}>\n<persona><role>r</role></persona></agent>\n```\n",
        personas=None,
        site=False,
    ),
    whole(
        "string that never ends",
        "name = 'x'\ndescription = 'd'\ny = " + '"a\\' * 18_000 + "\n",
        personas=None,
        path="personas/case-string.toml",
        site=False,
    ),
    whole(
        "YAML with a fault, and text that may be keys",
        "prompt: [\na:\n" + "  b\n" * 100_000 + "text\n" + "Foo: x\n" * 40_000,
        ERROR,
        "front-matter",
        path="personas/case-keys.yaml",
        site=False,
    ),
    whole(
        "YAML with a fault, and examples that end before they begin",
        "a: b\n" + "</example>\n" * 40_000 + "prompt: <example>\n" * 30_000 + "x: [",
        ERROR,
        "front-matter",
        path="personas/case-examples.yaml",
        site=False,
    ),
    _slow("tags of nothing but equals signs", ("a <a " + "=" * 18_000 + ">x\n\n") * 12),
    _slow("a million line ends", "\n" * 1_000_000),
    _slow("code block of a megabyte", "```python\n" + "x = [1, 'two', 3.0]  # four\n" * 36_000 + "```"),
    _slow("nested JSON in one line", "```json\n" + "[" * 40_000 + "\n```"),
    _slow(
        "lexer with many states",
        "```html\n" + "<a b='" * 20_000 + "\n```\n\n```perl\n" + "q(" * 20_000 + "\n```",
    ),
    _slow("odd languages", "".join(f"```lang-{n}\nx\n```\n" for n in range(2_000))),
    _slow("first line number", '```python linenums="99999999999999999999"\na = 1\n```', shows="a = 1"),
    _slow("range of lines to mark", '```python hl_lines="1-99999999999"\na = 1\n```', shows="a = 1"),
    _slow("ten thousand tasks", "".join(f"- [ ] task number {n}\n" for n in range(10_000))),
    _slow("three thousand tasks", "".join(f"- [ ] task number {n}\n" for n in range(3_000))),
    _slow("five thousand headings", "".join(f"## heading {n}\n\n" for n in range(5_000))),
    _slow("five thousand equal headings", "## same\n\n" * 5_000),
    _slow("table of ten thousand rows", "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 10_000),
    _slow("table of two thousand columns", "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n" + "|x|\n" * 500),
    _slow(
        "table that fills missing cells", "|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n" + "|x\n" * 3_000
    ),
)

_NESTED = (
    _slow("quotes nested a thousand deep", ">" * 1_000 + " x"),
    _slow("spaced quotes nested deep", "> " * 500 + "x"),
    _slow("quotes of many lines", ("> " * 200 + "x\n") * 200),
    _slow("lists nested a hundred deep", _nested(100)),
    _slow("lists nested four hundred deep", _nested(400), WARNING, "too-slow"),
    _slow("lists nested on one line", "- " * 1_000 + "x"),
    _slow("numbered lists on one line", "1. " * 1_000 + "x"),
    _slow("tasks nested sixty deep", _nested(60, "- [ ] x")),
    _slow("lists of changing signs", "- a\n+ b\n* c\n" * 5_000),
    _slow("mixed quotes and lists", "> - > 1. " * 200 + "x"),
    _slow("fences in quotes", "> ```\n> x\n" * 3_000),
    _slow("fences that turn each other round", "```md\n```yaml\n```\n" * 5_000, WARNING, "fence"),
    _slow("fences below tags", "<a>\n```ts\nx\n\n" * 5_000, WARNING, "fence"),
    _slow("admonitions nested", "".join(f"{'    ' * n}!!! note\n\n" for n in range(100))),
    _slow("tabs nested", "".join(f'{"    " * n}=== "x"\n\n' for n in range(60))),
    _slow("details nested", "<details><summary>s</summary>\n\n" * 100),
    _slow("elements nested two thousand deep", "<div>" * 2_000, WARNING),
    _slow("elements never closed", "<div>\n" * 5_000, WARNING),
    _slow("elements of Markdown nested", '<div markdown="1">\n\n' * 200, WARNING),
    _slow("elements of Markdown with open paragraphs", '<div markdown="1">\n<p>\n\n' * 200, WARNING),
    _slow("links nested", "[" * 5_000 + "a" + "](b)" * 5_000),
    _slow("pictures nested", "![" * 5_000 + "a" + "](b)" * 5_000),
    _slow(
        "fences nested and never closed", "".join("`" * (n + 3) + "\n" for n in range(300)), WARNING, "fence"
    ),
    _slow("inline elements nested", "<b>" * _N, WARNING),
)

_REPEATED = {
    "stars": "*" * _N,
    "emphasis that changes": "*a_" * _N,
    "strong never closed": "**a " * 10_000,
    "emphasis three times": "***a" * 10_000,
    "underscores": "_" * _N + "a" + "_" * _N,
    "open and close emphasis": "*a **a " * 10_000,
    "runs of backticks that grow": " ".join("`" * n for n in range(1, 600)),
    "backticks": "`a" * _N,
    "less-than signs": "<" * 50_000,
    "openings of comments": "<!--" * 10_000,
    "openings of tags": "<a" * _N,
    "openings of tags with an attribute": "<a b=" * _N,
    "openings of instructions": "<?" * _N,
    "openings of declarations": "<!A " * _N,
    "openings of character data": "<![CDATA[" * 10_000,
    "only end tags": "</b>" * _N,
    "tags never finished": "<div " * _N,
    "open brackets": "[" * 50_000,
    "openings of pictures": "![" * _N,
    "brackets in pairs": "[]" * _N,
    "open links": "[a](" * _N,
    "parentheses in a target": "[a](" + "(" * _N + ")",
    "autolinks never closed": "<https://a" * _N,
    "addresses": "https://a.b/?" + "(" * _N,
    "addresses in a row": "www.a." * _N,
    "mail addresses": "a@" * _N + "b.c",
    "mail addresses that go on": "a.b-c_d+" * _N + "@",
    "carets": "^a" * _N,
    "tildes": "~a~~b" * 10_000,
    "tilde runs": "~" * _N + "a",
    "marks of an editor": "{++{--{~~{==" * 5_000,
    "keys": "++ctrl+" * 10_000,
    "attribute lists never closed": "a{: " * _N,
    "attribute list of many classes": "a{: " + ".b " * _N + "}",
    "backslashes": "\\" * 50_000,
    "entities": "&amp;&#0;&#xffffff;&notin" * 5_000,
    "quotes": "\"'" * _N,
    "line breaks": "<br> " * _N + "<",
    "spaces that no line breaks at": "&nbsp; " * _N,
    "rules": "* * * " * 10_000 + "x",
    "underlines": "x\n" + "=" * 100_000 + "y",
    "pipes": "|" * 50_000,
    "pipes and dashes": "|-" * _N + "\n" + "|-" * _N,
    "emoji": ":a" * _N,
    "snippets": "--8<-- " * 10_000,
    "contents": "[TOC]\n\n" * 200,
    "footnote calls": "[^a]" * 10_000,
    "dollar signs": "$a$$b" * 10_000,
    "colons": ":::\n" * 10_000,
    "braces": "{{" * _N + "{%" * _N,
    "hash signs": "#" * 50_000,
    "ordinals": "1)1." * _N,
    "nulls": "a\x00" * _N,
    "tabs": "\t" * _N + "-\t" * 3_000,
    "wide letters": "漢" * 100_000,
    "combining marks": "a" + "\u0301" * 50_000,
    "joiners": "a\u200d" * _N,
    "template words": "<example>" * 10_000,
}

_MANY = (
    _slow(
        "three thousand footnotes",
        "".join(f"[^{n}] " for n in range(3_000))
        + "\n\n"
        + "".join(f"[^{n}]: note {n}\n" for n in range(3_000)),
    ),
    _slow("one footnote called five thousand times", "[^a] " * 5_000 + "\n\n[^a]: note"),
    _slow("footnotes that call each other", "[^a]\n\n[^a]: see [^b]\n\n[^b]: see [^a]"),
    _slow("ten thousand references", "".join(f"[r{n}]: https://a.b/{n}\n" for n in range(10_000))),
    _slow(
        "references that are all used",
        "".join(f"[r{n}] " for n in range(5_000))
        + "\n\n"
        + "".join(f"[r{n}]: https://a.b/{n}\n" for n in range(5_000)),
    ),
    _slow("one long reference used often", "[a] " * 10_000 + "\n\n[a]: https://a.b/" + "c" * 20_000),
    _slow("three thousand abbreviations", "".join(f"*[a{n}]: b\n" for n in range(3_000))),
    _slow("five thousand definitions", "term\n: meaning\n\n" * 5_000),
    _slow("element of twenty thousand attributes", "<a " + "".join(f"a{n}=b " for n in range(_N)) + ">x</a>"),
    _slow("element of twenty thousand equal attributes", "<p " + "class=b " * _N + ">x</p>"),
    _slow("list that starts at a huge number", "9" * 5_000 + ". x\n\n999999999. y", shows="y"),
    _slow("raw list that starts at a huge number", f'<ol start="{"9" * 5_000}"><li>x</li></ol>', shows="x"),
    body(
        "wide table attributes",
        '<table width="9999999" border="999999"><tr><td>x</td></tr></table>',
        shows="x",
    ),
    body("huge picture", '<img src="a.png" width="99999999px" height="9999999%">'),
    body("ids that stand twice", '<i id="a">x</i><i id="a">y</i>\n\n# a\n\n# a', INFO),
)

CASES: tuple[Case, ...] = (
    *_SIZES,
    *_NESTED,
    *(_slow(name, text) for name, text in _REPEATED.items()),
    *_MANY,
)
