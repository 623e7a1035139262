"""A hostile or broken file as a picture: what stands in it, what the page must (not) show, how bad it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from persona_docs.model import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

BEFORE, AFTER = "Words above the case.", "Words below the case."
DESCRIPTION = "Waters tulips and mends fences on weekends."


@dataclass(frozen=True)
class Case:
    """One file among good ones.

    Attributes:
        name: what is hostile about it, in a few words.
        data: the file.
        least: the severity that its worst finding must at least have, `None` where there need be none.
        code: code of a finding that must be there with that severity; several, separated by spaces, where any
            of them will do.
        most: the worst severity it may have: a false alarm is a fault too.
        line: of that finding, where it is told.
        shows: texts that a reader must see on its page.
        lacks: texts that must stand nowhere in the HTML of any page, whatever their case.
        fields: texts of its facts, as `str` gives them; lists joined by ` | `.
        personas: how many personas it makes; `None` where either way is right.
        path: where it lies.
        site: whether it is also published with all others and opened in a browser.
    """

    name: str
    data: bytes
    least: Severity | None = None
    code: str = ""
    most: Severity | None = None
    line: int = 0
    shows: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    personas: int | None = 1
    path: str = ""
    site: bool = True

    @property
    def file(self) -> str:
        """Its path, made from its name where it has none."""
        return self.path or f"personas/case-{slug(self.name)}.md"


def slug(name: str) -> str:
    """A name as part of a file's name."""
    return re.sub(r"\W+", "-", name.lower()).strip("-")[:60]


def texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """One text or several."""
    return (value,) if isinstance(value, str) else value


def whole(
    name: str,
    data: str | bytes,
    least: Severity | None = None,
    code: str = "",
    *,
    shows: str | tuple[str, ...] = (),
    lacks: str | tuple[str, ...] = (),
    most: Severity | None = None,
    line: int = 0,
    fields: Mapping[str, str] | None = None,
    personas: int | None = 1,
    path: str = "",
    site: bool = True,
) -> Case:
    """A case that is a whole file."""
    raw = data.encode() if isinstance(data, str) else data
    return Case(
        name, raw, least, code, most, line, texts(shows), texts(lacks), fields or {}, personas, path, site
    )


def body(
    name: str,
    markdown: str,
    least: Severity | None = None,
    code: str = "",
    *,
    shows: str | tuple[str, ...] = (),
    lacks: str | tuple[str, ...] = (),
    most: Severity | None = None,
    line: int = 0,
    ends: bool = True,
    site: bool = True,
) -> Case:
    """A case in the Markdown of a persona that is otherwise good.

    What stands above it and, unless `ends` is false, below it must be shown; it starts on line 7.
    """
    text = (
        f"---\nname: case-{slug(name)}\ndescription: {DESCRIPTION}\n---\n{BEFORE}\n\n{markdown}\n\n{AFTER}\n"
    )
    seen = (*texts(shows), BEFORE, *([AFTER] if ends else []))
    return Case(name, text.encode(), least, code, most, line, seen, texts(lacks), site=site)


def front(
    name: str,
    yaml: str,
    least: Severity | None = None,
    code: str = "",
    *,
    shows: str | tuple[str, ...] = (),
    lacks: str | tuple[str, ...] = (),
    most: Severity | None = None,
    line: int = 0,
    fields: Mapping[str, str] | None = None,
    site: bool = True,
) -> Case:
    """A case in the front matter above a good body, which must be shown whatever becomes of the fields.

    Its first line is the file's second. A name and a description are added below, unless it has them.
    """
    rest = "" if re.search(r"(?mi)^['\"]?name['\"]?\s*:", yaml) else f"name: case-{slug(name)}\n"
    rest += "" if re.search(r"(?mi)^['\"]?description['\"]?\s*:", yaml) else f"description: {DESCRIPTION}\n"
    text = f"---\n{yaml.strip(chr(10))}\n{rest}---\n{BEFORE}\n\n{AFTER}\n"
    return Case(
        name,
        text.encode("utf-8", "surrogatepass"),
        least,
        code,
        most,
        line,
        (*texts(shows), BEFORE, AFTER),
        texts(lacks),
        fields or {},
        site=site,
    )
