"""Bodies have the structure that GitHub gives them, measured on real files."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options as Cmark

from persona_docs.model import ChecklistKind
from persona_docs.options import Limits
from persona_docs.pages.bodies.html import render
from persona_docs.pages.page import Heading
from persona_docs.reading.body.parsing import parse
from persona_docs.reading.front_matter.split import read_front_matter
from persona_docs.reading.text.decode import decode

BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("ul", "ol", "li", "table", "tr", "th", "td", "pre", "blockquote", "hr", "input"), ""),
    **dict.fromkeys(("a", "img", "code", "em", "strong", "del"), ""),
}


class Structure(HTMLParser):
    """Counts elements; an alert counts as the quote it is to plain CommonMark."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.counts[BLOCKS[tag] or tag] += 1
        elif (dict(attrs).get("class") or "").startswith("admonition "):
            self.counts["blockquote"] += 1


def ours(text: str) -> Counter[str]:
    # Time is not what is measured here, and every relative link stays one.
    body, _ = parse(text, "a.md", 1, Limits(seconds=60))
    parts = render(body, resolve=lambda href: href, limits=Limits(seconds=60))
    html = (f"<h{p.level}>{p.html}</h{p.level}>" if isinstance(p, Heading) else str(p.html) for p in parts)
    return Structure("".join(html)).counts


def githubs(text: str) -> Counter[str]:
    options = Cmark.CMARK_OPT_UNSAFE | Cmark.CMARK_OPT_FOOTNOTES
    return Structure(cmarkgfm.github_flavored_markdown_to_html(text, options=options)).counts


def body_of(path: Path) -> str:
    decoded, _ = decode(path.read_bytes(), path.name)
    assert decoded
    return read_front_matter(decoded.text, path.name, Limits()).body


def seeds(real_files: Path) -> list[str]:
    return [body_of(path) for path in sorted((real_files / "seeds").glob("*.md"))]


def test_seeds(real_files: Path) -> None:
    texts = seeds(real_files)
    assert len(texts) == 5
    assert [ours(text) for text in texts] == [githubs(text) for text in texts]


def test_wild_files(real_files: Path) -> None:
    paths = [path for path in (real_files / "wild").rglob("*") if path.suffix in (".md", ".mdc")]
    pairs = {path.name: (ours(text), githubs(text)) for path in paths for text in [body_of(path)]}
    differing = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    assert len(paths) > 300
    assert len(differing) <= len(paths) // 1000, differing


def test_task_items_of_the_seeds(real_files: Path) -> None:
    items: Counter[ChecklistKind] = Counter()
    for text in seeds(real_files):
        for checklist in parse(text, "a.md")[0].checklists:
            items[checklist.kind] += len(checklist.items)
    assert items == {ChecklistKind.TASKS: 33, ChecklistKind.TEMPLATE: 21}


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] a\n- [x] b\n* [X] c\n1. [ ] d\n2) [ ] e\n",
        "- [ ]\n- [ ] \n- [ ]\tx\n- [  ] y\n- [-] z\n-     [ ] code\n",
        "> - [ ] in a quote\n\n- - [ ] behind two bullets\n\n- a\n\n  [ ] not at the bullet\n",
        "- [ ] heading\n  ===\n- [ ] # no heading\n",
        "text\n| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n\n|a\\|b|`c|d`|\n|-|-|\n",
        "a | b\n- | -\n1 | 2\n> quote\n",
        "~one~ ~~two~~ ~~~three~~~\n",
        'www.example.org, (https://example.org/a_(b)_c). "http://x.org" a@example.org a.b@c http://\n',
        "a[^1] [^1] [^2]\n\n[^1]: one\n\n    two\n\n- [^2]: in a list\n\n[^3]: never named\n",
        "<details>\n<summary>s\n\n- item\n\n</details>\n\n*x* <example>\n\n- y\n\n</example>\n",
        "1. a\n\n   ```\n   code\n   ```\n5. b\n- c\n+ d\n",
        "> [!NOTE]\n> text\n\n> [!other]\n> text\n",
        "```a`b\n```\n~~~ c ~ d\n```\n~~~\n",
        "a\n===\nb\n---\n---\n***\n",
        "* a\n\n  > b\nc\n",
        "\ta\n- \tb\n-\t\tc\n",
    ],
)
def test_corners(text: str) -> None:
    assert ours(text) == githubs(text)
