"""Highlighted code: every letter gets the colour that Pygments' own HTML gives it."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import material
import pytest
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from persona_docs.pages.bodies.highlight import code_block
from persona_docs.reading.markdown.budget import Budget

CODE = {
    "python": '@cached\ndef f(a: int) -> str:\n  """One.\n\n  Two & <b>.\n"""\n    return f"{a:>4}"  # so\n',
    "typescript": "const a: Array<string> = [`x ${y}\n`]; /* one\n\n   two */\nexport default a\n",
    "yaml": "a: &x\n  - plain text here\n  - 'q' # why\nb: |\n  block\n\n  text\n",
    "markdown": "# Title\n\n- **bold** `code`\n\n```python\nx = 1\n```\n",
    "diff": "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n",
    "php": '<b>out</b>\n<?php\n// one\necho $a->b("c $d");\n',
    "console": "$ ls -l 'a b'\ntotal 0\n\n$ exit\n",
    "makefile": "all:\n\t@echo \\\n\t  $(X)\n",
    "json": '{\r\n  "a": [1, 2.5, null]\r\n}\r\n',
}


class Letters(HTMLParser):
    """Each letter with the classes that it stands in; white space with none, as that has no colour."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(dict(attrs).get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        # Of several classes only the first is one that a style knows: `l l-Scalar l-Scalar-Plain`.
        kind = " ".join(self.open).split(" ")[0]
        self.found += [(letter, "" if letter.isspace() else kind) for letter in data]


def code_of(html: str) -> str:
    return html.partition("<code>")[2].rpartition("</code>")[0]


@pytest.mark.parametrize("language", CODE)
def test_every_letter_has_the_class_that_pygments_gives_it(language: str) -> None:
    code = CODE[language]
    out = io.StringIO()
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    HtmlFormatter(nowrap=True, wrapcode=False).format(lexer.get_tokens(code), out)
    ours = code_of(code_block(code, language, Budget(5)))
    assert Letters(ours).found == Letters(out.getvalue()).found
    assert "".join(letter for letter, _ in Letters(ours).found) == code.replace("\r\n", "\n")


@pytest.mark.parametrize("language", CODE)
def test_there_are_no_more_spans_than_there_is_to_colour(language: str) -> None:
    html = code_of(code_block(CODE[language], language, Budget(5)))
    assert "<span" in html
    assert 'class="w"' not in html
    assert '"></span>' not in html
    assert all("</span>" in line for line in html.split("\n") if "<span" in line)


def test_the_theme_has_no_colour_for_white_space() -> None:
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    colored = {
        name
        for css in folder.glob("*.css")
        for name in re.findall(r"\.highlight \.([\w-]+)", css.read_text())
    }
    assert {"k", "s2", "c1"} <= colored
    assert not {"w", "l-Scalar", "l-Scalar-Plain", "p-Indicator"} & colored
