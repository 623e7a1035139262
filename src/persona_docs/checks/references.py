"""Rules over what a persona points to: skills, and files beside it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from persona_docs.checks.wording import LIKE, about, did_you_mean, short
from persona_docs.folding import fold, nearest
from persona_docs.model import Catalog, Finding
from persona_docs.reading.discovery.filenames import SKILL
from persona_docs.reading.discovery.opening import exists
from persona_docs.reading.markdown.targets import relative_path
from persona_docs.reading.text.places import BEFORE_TARGETS

_PLACEHOLDER = frozenset("{}<>$|*…")


def unknown_skill(catalog: Catalog) -> Iterator[Finding]:
    """A skill that is not among the catalog's skills, where the catalog has any."""
    skills = [p for p in catalog.personas if PurePosixPath(p.source.path).name.lower() == SKILL]
    if not skills:
        return
    known = {fold(each) for p in skills for each in (p.name.value, PurePosixPath(p.source.path).parent.name)}
    closest = lru_cache(maxsize=None)(lambda name: nearest(name, sorted(known), LIKE))
    for persona in catalog.personas:
        own = fold(persona.name.value)
        for skill in persona.skills:
            name = fold(skill.value.rpartition(":")[2])  # `plugin:skill`
            if not skill.derived and name not in known:
                near = closest(name)
                others = sorted(known - {own}) if near == own else [near]  # a skill does not mean itself
                message = f"There is no skill “{short(skill.value)}”{did_you_mean(name, others)}"
                yield about(persona, "unknown-skill", message, skill.line, said=skill.value)


def broken_link(catalog: Catalog, root: Path, asked: dict[str, bool]) -> Iterator[Finding]:
    """A relative link or image whose file does not exist, or lies outside the project.

    Args:
        catalog: the catalog.
        root: the folder that source paths are relative to.
        asked: is filled with what links lead to, and whether that is there.
    """
    for persona in catalog.personas:
        folder = posixpath.dirname(persona.source.path)
        for link in persona.body.links:
            path = _relative(link.target)
            if not path:
                continue
            target = posixpath.normpath(
                path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
            )
            if target.startswith("..") and not folder.startswith(".."):
                message = f"“{short(link.target)}” leads out of the project"
            elif not _there(root, target, asked):
                message = f"“{short(link.target)}” leads to no file"
            else:
                continue
            yield about(persona, "broken-link", message, link.line, said=link.target, behind=BEFORE_TARGETS)


def _relative(target: str) -> str:
    """The path of a relative link that is meant to lead to a file; empty for all others."""
    path = "" if _PLACEHOLDER & set(target) else relative_path(target)
    return path if "/" in path or "." in path else ""


def _there(root: Path, target: str, asked: dict[str, bool]) -> bool:
    if target not in asked:
        asked[target] = exists(root / target)
    return asked[target]
