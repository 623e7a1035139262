"""What must hold for every page, whatever stands in a file."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from html.parser import HTMLParser
from pathlib import Path

from persona_docs.catalog import build_catalog
from persona_docs.model import Catalog, Finding, Persona
from persona_docs.options import Options
from persona_docs.pages import plan, render
from persona_docs.pages.bodies.html import render as render_body
from persona_docs.pages.page import Heading, Page, Part, Site
from persona_docs.reading import read
from tests.hostile.case import Case

SITE = Site()
SECONDS = 4.0
NEIGHBOUR = "personas/a-neighbour.md"
GOOD = {
    NEIGHBOUR: """---
name: a-neighbour
description: Reviews quarterly ledgers before auditors arrive.
tools: Read, Grep
triggers: [/ledger]
expertise: [Bookkeeping]
---

# Ledger reviewer

## Checklist

- [ ] Totals reconcile
""",
}

_PUBLISHED = """
a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q rp rt ruby s samp section small span
strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
"""
_OURS = "aside button fieldset form legend nav option output path progress search select svg template"

PUBLISHED = frozenset(_PUBLISHED.split())
"""Elements that a body may become."""

ALLOWED = PUBLISHED | frozenset(_OURS.split())
"""Elements of our own templates and of bodies."""

TARGETS = frozenset({"href", "src", "action", "formaction", "data", "poster", "background", "srcset", "cite"})
SAFE_TARGET = re.compile(r"(?i)(?:https?:|mailto:|[^:/?#]*(?:[/?#]|$))")
TAKEN_IDS = re.compile(r"__|md-")


@dataclass(frozen=True)
class Verdict:
    """What became of a catalog with a case in it."""

    catalog: Catalog
    pages: tuple[tuple[str, Page], ...]  # with the id of the persona, or nothing
    seconds: float

    def personas(self, path: str) -> list[Persona]:
        """The personas of a file."""
        return [persona for persona in self.catalog.personas if persona.source.path == path]

    def findings(self, path: str) -> list[Finding]:
        """The findings about a file."""
        return [finding for finding in self.catalog.findings if finding.path == path]


class Reader(HTMLParser):
    """Reads a page and keeps what is unsafe and what a reader sees."""

    def __init__(self, allowed: frozenset[str] = ALLOWED) -> None:
        super().__init__(convert_charrefs=True)
        self.allowed = allowed
        self.unsafe: list[str] = []
        self.text: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.allowed:
            self.unsafe.append(f"<{tag}>")
        for name, value in attrs:
            text = value or ""
            if name.startswith("on") or name in {"srcdoc", "formaction", "ping", "autofocus", "srcset"}:
                self.unsafe.append(f"<{tag} {name}>")
            if name in TARGETS and not SAFE_TARGET.match(text):
                self.unsafe.append(f"<{tag} {name}={text[:60]}>")
            if name == "src" and re.match(r"(?i)\s*(?:[a-z]+:)?//", text):
                self.unsafe.append(f"<{tag}> calls {text[:60]}")
            if name == "id":
                self.ids.append(text)
                if TAKEN_IDS.match(text):
                    self.unsafe.append(f"<{tag} id={text[:60]}>")
            if name == "style" and re.search(r"(?i)url|import|expression|position|[<>{}]", text):
                self.unsafe.append(f"<{tag} style={text[:60]}>")
        if self.allowed is PUBLISHED:
            self._of_body(tag, dict(attrs))

    def _of_body(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "input" and attributes.get("type") != "checkbox":
            self.unsafe.append(f"<input type={attributes.get('type')}>")
        if any(
            name.startswith(("data-md", "aria-hidden")) or name in {"hidden", "target"} for name in attributes
        ):
            self.unsafe.append(f"<{tag} {' '.join(attributes)}>")
        if "md-" in (attributes.get("class") or ""):
            self.unsafe.append(f"<{tag} class={attributes.get('class')}>")

    def handle_decl(self, decl: str) -> None:
        self.unsafe.append(f"<!{decl[:40]}>")

    def unknown_decl(self, data: str) -> None:
        self.unsafe.append(f"<![{data[:40]}>")

    def handle_pi(self, data: str) -> None:
        self.unsafe.append(f"<?{data[:40]}>")

    def handle_comment(self, data: str) -> None:
        self.unsafe.append(f"<!--{data[:40]}-->")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def html_of(parts: Iterable[Part]) -> str:
    """All HTML of a page."""
    return "\n".join(
        f'<h{part.level} id="{part.anchor}">{part.html}</h{part.level}>'
        if isinstance(part, Heading)
        else str(part.html)
        for part in parts
    )


def read_html(html: str, allowed: frozenset[str] = ALLOWED) -> Reader:
    """A piece of HTML, read."""
    reader = Reader(allowed)
    reader.feed(html)
    reader.close()
    return reader


def build(root: Path, options: Options = Options()) -> Verdict:  # noqa: B008 - frozen
    """Read a tree and make all its pages."""
    start = time.process_time()
    reading = read(options, root)
    catalog = build_catalog(reading.personas, reading.findings, options, root)
    pages = tuple((each.persona, render(each, catalog, SITE)) for each in plan(catalog, SITE))
    return Verdict(catalog, pages, time.process_time() - start)


def neighbour_page(verdict: Verdict) -> str:
    """The page of the neighbour."""
    return next(html_of(page.parts) for one, page in verdict.pages if one == NEIGHBOUR)


def complaints(case: Case, verdict: Verdict, alone: str) -> Iterator[str]:
    """Everything that is not as wanted; nothing where all is well.

    Args:
        case: what was read.
        verdict: what became of it.
        alone: the neighbour's page without the case.
    """
    if verdict.seconds > SECONDS:
        yield f"it took {verdict.seconds:.1f} s"
    if neighbour_page(verdict) != alone:
        yield "the neighbour's page changed"
    made = verdict.personas(case.file)
    if case.personas is not None and len(made) != case.personas:
        yield f"{len(made)} personas, wanted {case.personas}"
    if made:
        yield from _fields(case, made[0])
    for persona in made:
        parts = render_body(persona.body, resolve=lambda target: target)
        yield from (
            f"the body holds {each}" for each in dict.fromkeys(read_html(html_of(parts), PUBLISHED).unsafe)
        )
    yield from _pages(case, verdict)
    yield from _findings(case, verdict)


def _pages(case: Case, verdict: Verdict) -> Iterator[str]:
    ours = {persona.id for persona in verdict.personas(case.file)}
    seen = ""
    for one, page in verdict.pages:
        source = html_of(page.parts)
        reader = read_html(source)
        yield from (f"{page.address}: {unsafe}" for unsafe in dict.fromkeys(reader.unsafe))
        doubled = {each for each in reader.ids if reader.ids.count(each) > 1} if len(reader.ids) < 500 else ()
        yield from (f"{page.address}: the id {each!r} stands twice" for each in doubled)
        yield from (f"{page.address} holds {text!r}" for text in case.lacks if text.lower() in source.lower())
        if one in ours:
            seen += " ".join("".join(reader.text).split())
    yield from (
        f"a reader does not see {text!r}" for text in case.shows if " ".join(text.split()) not in seen
    )


def _fields(case: Case, persona: Persona) -> Iterator[str]:
    known = {each.name for each in fields(Persona)}
    for key, wanted in case.fields.items():
        name, _, inner = key.partition(".")
        value = getattr(persona, name) if name in known else persona.extra.get(key, "is missing")
        if inner and name in known:
            value = value.get(inner, "is missing") if isinstance(value, dict) else getattr(value, inner)
        told = " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        if told != wanted:
            yield f"{key} is {told!r}, wanted {wanted!r}"


def _findings(case: Case, verdict: Verdict) -> Iterator[str]:
    found = verdict.findings(case.file)
    told = ", ".join(f"{each.code} {each.severity} {each.line}" for each in found) or "nothing"
    codes = case.code.split()
    if case.least is not None and not any(
        each.severity.rank <= case.least.rank
        and (not codes or each.code in codes)
        and (not case.line or each.line == case.line)
        for each in found
    ):
        yield f"no {case.code or 'finding'} of {case.least} on line {case.line}; told: {told}"
    if case.most is not None and any(each.severity.rank < case.most.rank for each in found):
        yield f"a false alarm: {told}"
