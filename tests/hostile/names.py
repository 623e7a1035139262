"""Names and addresses: nothing of a name becomes a path, and no two pages are one on any disk."""

from __future__ import annotations

from tests.hostile.case import AFTER, BEFORE, DESCRIPTION, ERROR, INFO, WARNING, Case, Severity, whole


def named(
    name: str, handle: str, least: Severity | None = None, code: str = "", *, path: str = "", **wanted: object
) -> Case:
    """A good persona with this name."""
    text = f"---\nname: {handle}\ndescription: {DESCRIPTION}\n---\n{BEFORE}\n\n{AFTER}\n"
    return whole(name, text, least, code, path=path, shows=(BEFORE, AFTER), **wanted)  # type: ignore[arg-type]


_SLUGS = (
    named("emoji alone", '"🌷🌷"', INFO, "address", fields={"slug": "case-emoji-alone"}),
    named("Chinese", "园丁助手", fields={"slug": "园丁助手"}),
    named("Arabic", "بستاني", fields={"slug": "بستاني"}),
    named("two dots", '".."', INFO, "address", fields={"slug": "case-two-dots"}),
    named("path upwards", "../../etc/cron.d/job", WARNING, "path-name", fields={"slug": "etc-cron-d-job"}),
    named("path upwards with backslashes", r"..\..\windows\system32", WARNING, "path-name"),
    named("path from the root", "/etc/hosts", WARNING, "path-name", fields={"slug": "etc-hosts"}),
    named("path in percent signs", '"%2e%2e%2fetc"', INFO, "path-name"),
    named("name of the index", "index", INFO, "address", fields={"slug": "index-persona"}),
    named("name of the comparison", "compare", INFO, "address", fields={"slug": "compare-persona"}),
    named("name of the search", "search", INFO, "address", fields={"slug": "search-persona"}),
    named("name of an error page", "404", INFO, "address", fields={"slug": "404-persona"}),
    named("name of a file", "sitemap.xml", most=INFO, fields={"slug": "sitemap-xml"}),
    named("name of a page", "about.html", most=INFO, fields={"slug": "about-html"}),
    named("device", "con", INFO, "address", fields={"slug": "con-persona"}),
    named("device with a number", "LPT1", INFO, "address", fields={"slug": "lpt1-persona"}),
    named("device with an ending", "aux.md", most=INFO, fields={"slug": "aux-md"}),
    named("three hundred letters", "gardener " * 33 + "x", WARNING, "address long-name"),
    named("three hundred Chinese letters", "园" * 300, WARNING, "address long-name"),
    named("leading dot", ".hidden", INFO, "address", fields={"slug": "hidden"}),
    named("leading underscore", "_private", INFO, "address", fields={"slug": "private"}),
    named("leading dash", '"-rf"', INFO, "address", fields={"slug": "rf"}),
    named("trailing dots and spaces", '"gardener... "', INFO, fields={"slug": "gardener"}),
    named("blank name", '"   "', WARNING, "missing-name", fields={"slug": "case-blank-name"}),
    named("no name", '""', WARNING, "missing-name", fields={"slug": "case-no-name"}),
    named("prototype", "__proto__", most=INFO, fields={"slug": "proto"}),
    named("constructor", "constructor", most=INFO, fields={"slug": "constructor"}),
    named("signs of an address", '"a?b=c&d#e%20f+g"', fields={"name": "a?b=c&d#e%20f+g"}),
    named("one long word", "Gartenbau" * 13),
    named("marks of Markdown", '"a | b [c](javascript:window.pwned=1) `d` **e** # f"'),
    named("differs from its file", "somebody-else", INFO, "name-differs", path="personas/agents/gardener.md"),
)

_LOOKALIKES = (
    named("Cyrillic letter", "b\u0430ckend", WARNING, "mixed-scripts"),
    named("bidi override", "gar\u202enedr", WARNING, "hidden-characters", fields={"name": "garnedr"}),
    named("zero-width space", "garde\u200bner", WARNING, "zero-width", fields={"name": "gardener"}),
    named("line end", '"garden\\ner"', WARNING, fields={"name": "garden er"}),
    named("markup", '"<b onmouseover=window.pwned=1>Gardener</b>"', WARNING, "unsafe-html"),
    named("Jinja", '"{{ config }} {% raw %}"', shows=())
    if False
    else named("Jinja", '"{{ config }} gardener"'),
)

_FILES = (
    named("spaces and umlauts in the file", "gärtner", path="personas/Gärtner für alle.md"),
    named("signs in the file", "gardener", path="personas/50% #1 & more.md"),
    named(
        "markup in the file",
        "gardener",
        WARNING,
        "unsafe-html",
        path="personas/<img src=x onerror=window.pwned=1>.md",
    ),
    named("Jinja in the file", "gardener", path="personas/{{ config.site_dir }}.md"),
    named("quotes in the file", "gardener", path="personas/a\"b'c.md"),
    named("line end in the file", "gardener", path="personas/a\nb.md"),
    named("long file", "gardener", path=f"personas/{'n' * 252}.md"),
    named("dashes in the file", "gardener", path="personas/--help.md"),
)

CASES: tuple[Case, ...] = (*_SLUGS, *_LOOKALIKES, *_FILES)

COLLISIONS: dict[str, tuple[dict[str, str], Severity, str]] = {
    "case": ({"a.md": "Gardener", "b.md": "gardener"}, WARNING, "same-name"),
    "normal form": ({"a.md": "g\u00e4rtner", "b.md": "ga\u0308rtner"}, WARNING, "same-name"),
    "zero-width space": ({"a.md": "gardener", "b.md": "garde\u200bner"}, WARNING, "same-name"),
    "signs": ({"a.md": "C", "b.md": "C!"}, WARNING, "same-slug"),
    "exactly": ({"a.md": "gardener", "b.md": "gardener"}, ERROR, "same-name"),
}
"""Two files and their names, which would have one address."""

APART = ("C", "C++", "C#")
"""Names that make addresses of their own."""
