"""What the maintainer of the persona files should fix, worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from persona_docs.codes import CODES, Code
from persona_docs.model import Catalog, Finding, Severity
from persona_docs.pages.conflicts import places, rivalries
from persona_docs.pages.links import Links
from persona_docs.pages.page import Heading, Html, Page, Part, Site
from persona_docs.pages.source import place
from persona_docs.pages.templating import render
from persona_docs.pages.texts import Texts, texts

_SHOWN = 50
"""How many conflicts, and findings of a code, stand open; the rest are folded behind their number."""


@dataclass(frozen=True, slots=True)
class Kind:
    """All findings of one code and severity; `milder` where worse ones of that code stand above."""

    code: Code
    severity: Severity
    findings: tuple[Finding, ...]
    milder: bool = False

    @property
    def anchor(self) -> str:
        """Its id on the page, which personas' pages link to."""
        return f"health-{self.code.name}-{self.severity}" if self.milder else f"health-{self.code.name}"


def health_page(catalog: Catalog, site: Site) -> Page:
    """The page of all findings: how many of which kind, then each in its place, conflicts after errors."""
    t, links = texts(site.lang), Links.of(site, site.at("health.md"))
    title = t("health.title")
    return Page(
        address=site.at("health.md"),
        title=title,
        parts=(Heading(1, "persona-health", Markup.escape(title)), *_parts(catalog, site, links, t)),
    )


def kinds(findings: Sequence[Finding]) -> tuple[Kind, ...]:
    """Findings by code and severity: the worst first, then the most frequent."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.code), []).append(finding)
    order = sorted(groups, key=lambda key: (key[0].rank, -len(groups[key]), key[1]))
    worst: dict[str, Severity] = {}
    for severity, code in order:
        worst.setdefault(code, severity)
    return tuple(
        Kind(_code(code), severity, tuple(groups[severity, code]), milder=worst[code] is not severity)
        for severity, code in order
    )


def code_spans(text: str) -> Markup:
    """A sentence of ours, in which back-ticks mean code; nothing else is markup, for it may quote a file.

    >>> code_spans("Add `name:` <here>")
    Markup('Add <code>name:</code> &lt;here&gt;')
    """
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return Markup.escape(text)
    spans = (Markup("<code>{}</code>").format(piece) if n % 2 else piece for n, piece in enumerate(pieces))
    return Markup("").join(spans)


def _parts(catalog: Catalog, site: Site, links: Links, t: Texts) -> Iterator[Part]:
    found = kinds(catalog.findings)
    counts = [(s, sum(f.severity is s for f in catalog.findings)) for s in Severity]
    files = len({finding.path for finding in catalog.findings})
    yield Html(render("health.html", t, kinds=found, counts=counts, files=files, total=len(catalog.personas)))
    shared = {
        "catalog": catalog,
        "links": links,
        "place": place(site),
        "shown": _SHOWN,
        "code_spans": code_spans,
    }
    errors = [kind for kind in found if kind.severity is Severity.ERROR]
    yield from _each(errors, shared, t)
    if catalog.conflicts:
        yield Heading(2, "health-conflicts", Markup.escape(t("health.conflicts")))
        claims = [(each, places(each.conflict, each.personas, site)) for each in rivalries(catalog, t)]
        yield Html(render("health_conflicts.html", t, claims=claims, **shared))
    yield from _each(found[len(errors) :], shared, t)


def _each(some: Sequence[Kind], shared: dict[str, object], t: Texts) -> Iterator[Part]:
    for kind in some:
        yield Heading(2, kind.anchor, _heading(kind, t))
        yield Html(render("health_kind.html", t, kind=kind, **shared))


def _heading(kind: Kind, t: Texts) -> Markup:
    """What is wrong; no two headings say the same, so milder cases say that they are."""
    heading = Markup('<span lang="en" dir="ltr">{}</span>').format(kind.code.summary)
    return heading + f" ({t(f'health.{kind.severity}')})" if kind.milder else heading


def _code(name: str) -> Code:
    return CODES.get(name) or Code(name, Severity.WARNING, name, "", "")
