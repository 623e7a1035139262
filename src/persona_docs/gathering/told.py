"""The cache of `persona-docs check`: its whole answer, as long as nothing that it depends on changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from persona_docs.gathering.contents import Contents
from persona_docs.keeping.codec import packed, unpacked
from persona_docs.keeping.packs import Packs
from persona_docs.model import Catalog, Finding
from persona_docs.reading.discovery.opening import exists


@dataclass(frozen=True, slots=True)
class Told:
    """What is reported of a catalog.

    Attributes:
        findings: the catalog's.
        lines: the lines of text that they are about, by path and number.
        personas: how many there are.
        asked: the paths that links lead to, and whether each exists.
    """

    findings: tuple[Finding, ...]
    lines: tuple[tuple[tuple[str, int], str], ...]
    personas: int
    asked: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, catalog: Catalog, asked: Mapping[str, bool]) -> Told:
        """What is to be reported of a catalog."""
        texts = {persona.source.path: persona.source.shown for persona in catalog.personas}
        lines = lines_of(catalog.findings, texts)
        return cls(catalog.findings, tuple(lines.items()), len(catalog.personas), asked)


def lines_of(findings: Iterable[Finding], texts: Mapping[str, str]) -> dict[tuple[str, int], str]:
    """The lines that findings are about, by path and number.

    Args:
        findings: any.
        texts: the decoded text of each source path.
    """
    wanted: dict[str, set[int]] = {}
    for each in findings:
        wanted.setdefault(each.path, set()).add(each.line)
    return {
        (path, number): line
        for path, numbers in wanted.items()
        for number, line in enumerate(texts.get(path, "").split("\n"), 1)
        if number in numbers
    }


def again(given: Contents, root: Path, store: Packs) -> Told | None:
    """What was reported of these files; `None` if nothing is cached, or the target of a link came or went."""
    told = unpacked(Told, store.get(_key(given)))
    same = told and all(exists(root / path) == there for path, there in told.asked.items())
    return told if same else None


def keep(told: Told, given: Contents, store: Packs) -> None:
    """Cache what is reported of these files."""
    store.put({_key(given): packed(told)})


def _key(given: Contents) -> str:
    """A digest of everything that findings depend on, except the targets of links."""
    files = [(one.file.path, one.key, one.findings) for one in given.every]
    said = repr(("told", given.keys.options, given.findings, files))
    return given.keys.named([said.encode(errors="surrogatepass")])
