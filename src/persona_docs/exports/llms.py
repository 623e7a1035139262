"""The catalog for language models, after https://llmstxt.org: an index, and everything in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.order import by_category
from persona_docs.exports.plain import Plain, plain
from persona_docs.exports.writing import text
from persona_docs.exports.writing.text import encoded
from persona_docs.model import Persona
from persona_docs.pages.brief import clip, title_of

INDEX_SIZE, FULL_SIZE = 200_000, 1_000_000
"""Bytes that `llms.txt` and `llms-full.txt` may have: about 50,000 and 250,000 tokens."""

FULL = "llms-full.txt"

_LINE = 240


def export(given: Given) -> Files:
    """`llms.txt`, `llms-full.txt`, and a file for each persona, which the index links to."""
    texts = [plain(one) for one in given.catalog.personas]
    each = {
        name_of(one): encoded(said.alone()) for one, said in zip(given.catalog.personas, texts, strict=True)
    }
    return {"llms.txt": index(given), FULL: full(given, texts), **each}


def name_of(persona: Persona) -> str:
    """The file of one persona."""
    return f"{persona.slug}.md"


def index(given: Given) -> bytes:
    """`llms.txt`: a line for each persona; where that is too much, the lines are shorter, then fewer."""
    for width in (_LINE, 60, 0):
        made = encoded(text.document(*_index(given, width, len(given.catalog.personas))))
        if len(made) <= INDEX_SIZE:
            return made
    some = len(given.catalog.personas) * INDEX_SIZE // (len(made) + len(made) // 10)
    return encoded(text.document(*_index(given, 0, some)))


def full(given: Given, texts: Sequence[Plain]) -> bytes:
    """`llms-full.txt`: every persona's text, in the catalog's order; what has no room is named at the end."""
    made, left = [encoded(text.document(*_head(given)))], []
    size = len(made[0])
    for persona, said in zip(given.catalog.personas, texts, strict=True):
        room = FULL_SIZE - size
        one = encoded(f"\n{said.among()}") if len(said.body) <= room else b""
        if 0 < len(one) <= room:
            made.append(one)
            size += len(one)
        else:
            left.append(f"- {_link(persona)}")
    if left:
        made.append(encoded("\n" + text.document("## Left out for lack of room", "\n".join(left))))
    return b"".join(made)


def _head(given: Given) -> Iterator[str]:
    t = given.texts
    yield f"# {' '.join((given.name or t('index.title')).split())}"
    yield f"> {t('index.description', count=len(given.catalog.personas))}"


def _index(given: Given, width: int, most: int) -> Iterator[str]:
    yield from _head(given)
    left = most
    for category, personas in by_category(given.catalog.personas).items():
        if some := personas[:left]:
            yield text.heading(text.one_line(category or given.texts("export.uncategorised")), 2)
            yield "\n".join(_line(each, width) for each in some)
        left -= len(some)
    yield "## Optional"
    yield f"- [Everything in one file]({FULL})"


def _line(persona: Persona, width: int) -> str:
    said = clip(persona.description.value or persona.role.value, width) if width else ""
    triggers = ", ".join(text.code(each.value) for each in persona.triggers[:5]) if width else ""
    more = " ".join(part for part in (text.one_line(said), triggers) if part)
    return f"- {_link(persona)}" + (f": {more}" if more else "")


def _link(persona: Persona) -> str:
    return text.link(text.one_line(title_of(persona)), f"{persona.slug}.md")
