"""The result of one file: its personas, findings and prepared pages."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from persona_docs.catalog.slugs import wanted_slug
from persona_docs.catalog.traits import Traits, traits
from persona_docs.checks import check_alone
from persona_docs.keeping.codec import packed
from persona_docs.model import Finding, Persona
from persona_docs.options import Options
from persona_docs.pages.around import bare
from persona_docs.pages.page import Site
from persona_docs.pages.prepared import Prepared, Rendered, prepare, rendered
from persona_docs.pages.search import BUDGET
from persona_docs.reading.body.parsing import without_tokens
from persona_docs.reading.discovery.discover import SourceFile
from persona_docs.reading.file import read_file

_SHARE = 0.1
"""Beyond this share of the time limit, the limit may have cut something off; such results are not cached."""

_FIRST = b"""---
name: first
description: Reads what is written in English, and tells from a few dozen letters that it is English.
---
- [ ] Look at the code

```python
print("code")
```
"""

Shown = tuple[str, bool, tuple[str, ...]]
"""The language of the site that pages are made for, whether it shows diagrams, and its image hosts."""


@dataclass(frozen=True, slots=True)
class Made:
    """The result of a file, apart from the rendered text.

    Attributes:
        personas: without tokens.
        findings: those of reading it, and of the checks that look at one persona at a time.
        traits: what each persona is compared with others by.
        prepared: the search entries of each persona; empty where no pages are made.
        facts: a digest of what the pages about all personas show of each; empty where no pages are made.
        keepable: whether the same file would give the same again, however busy the machine is.
    """

    personas: tuple[Persona, ...] = ()
    findings: tuple[Finding, ...] = ()
    traits: tuple[Traits, ...] = ()
    prepared: tuple[Prepared, ...] = ()
    facts: tuple[str, ...] = ()
    keepable: bool = True


@dataclass(frozen=True, slots=True)
class Bodies:
    """The rendered body of each persona of a file; none for a body whose links need the catalog first."""

    rendered: tuple[Rendered | None, ...] = ()


def make(
    file: SourceFile, data: bytes, options: Options, shown: Shown | None, budget: int = BUDGET
) -> tuple[Made, Bodies]:
    """Read and check a file; for a site, detect its language and prepare its pages too.

    Args:
        file: where it lies.
        data: what is in it.
        options: what the user set.
        shown: the site that pages are made for, if any.
        budget: bytes that each persona's search entries may take.
    """
    _load(pages=shown is not None)
    loaded = len(sys.modules)
    made, bodies = _make(file, data, options, shown, budget)
    if not made.keepable and len(sys.modules) > loaded:  # loading modules took the time
        made, bodies = _make(file, data, options, shown, budget)
    return made, bodies


@lru_cache(maxsize=2)
def _load(*, pages: bool) -> None:
    """Read a small file first: loading modules takes longer than most files, and is not their time."""
    file = SourceFile("first.md", Path("first.md"), "first.md")
    _make(file, _FIRST, Options(), ("en", False, ()) if pages else None, BUDGET)


def _make(
    file: SourceFile, data: bytes, options: Options, shown: Shown | None, budget: int
) -> tuple[Made, Bodies]:
    start = time.thread_time()
    reading = read_file(file, options, pages=shown is not None, data=data)
    findings = (*reading.findings, *check_alone(reading.personas))
    named = [replace(one, slug=wanted_slug(one, options.limits.slug)) for one in reading.personas]
    bodies = _bodies(named, shown) if shown else Bodies()
    prepared = tuple(prepare(one, budget) for one in named) if shown else ()
    personas = tuple(replace(one, body=without_tokens(one.body)) for one in reading.personas)
    quick = time.thread_time() - start < options.limits.seconds * _SHARE
    compared = tuple(traits(one, likened=shown is not None) for one in personas)
    facts = tuple(blake2b(packed(bare(one)), digest_size=20).hexdigest() for one in personas) if shown else ()
    return Made(personas, findings, compared, prepared, facts, quick), bodies


def _bodies(personas: Iterable[Persona], shown: Shown) -> Bodies:
    lang, mermaid, image_hosts = shown
    site = Site(lang=lang, mermaid=mermaid, image_hosts=image_hosts)
    return Bodies(tuple(rendered(one, site) for one in personas))
