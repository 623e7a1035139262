"""Bodies as pages show them, to be compared."""

from __future__ import annotations

from textwrap import dedent

from persona_docs.pages.bodies.html import render
from persona_docs.pages.page import Heading
from persona_docs.reading.body.parsing import parse


def shown(text: str, **options) -> str:
    """The HTML of a body; its headings are written as elements, as an engine does."""
    body, _ = parse(dedent(text).strip("\n"), "a.md")
    options.setdefault("resolve", lambda href: f"/to/{href}")
    parts = render(body, **options)
    return "\n".join(
        f'<h{p.level} id="{p.anchor}">{p.html}</h{p.level}>' if isinstance(p, Heading) else str(p.html)
        for p in parts
    )


def expect(text: str, html: str, **options) -> None:
    """Hold what the HTML of a body is."""
    assert shown(text, **options) == dedent(html).strip("\n")
