"""What each option may hold: one check and one wording for every door that options come in by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from persona_docs.codes import CODES
from persona_docs.model import Severity
from persona_docs.options import Limits, OptionError, Options, SourceEntry, instead, source_entry

IGNORE = "ignore"
LEVELS = (IGNORE, *(str(severity) for severity in reversed(Severity)))
"""What the level of a finding can be set to."""

_ELSEWHERE = frozenset({"enabled", "directory_urls", "lang"})
"""Settings that are no options: MkDocs takes the first from any plugin, the extension has the others."""

_FOLDER = re.compile(r"\w[\w .-]*")


def options_from(given: Mapping[str, Any]) -> Options:
    """Options as a configuration spells them; the defaults where it says nothing.

    Raises:
        OptionError: one does not exist, or holds what it cannot.
    """
    values: dict[str, Any] = {}
    for name, value in said(given).items():
        if name in _READ:
            values[name] = _READ[name](value)
        elif name not in _ELSEWHERE:
            raise OptionError(str(name), f"there is no such option; {instead(str(name), _READ)}")
    return Options(**values)


def said(given: Mapping[str, Any]) -> dict[str, Any]:
    """What of a mapping says something: null is as if it were not there.

    So a variable that is not set leaves the default, and a site takes back what it inherits.
    """
    return {
        name: said(value) if isinstance(value, Mapping) else value
        for name, value in given.items()
        if value is not None
    }


def refuse_unknown(codes: Iterable[str]) -> None:
    """Refuse codes that no finding has.

    Raises:
        OptionError: one has none; which was probably meant is said.
    """
    for code in codes:
        if code not in CODES:
            raise OptionError("findings", f"there is no finding “{code}”; {instead(code, CODES)}")


def mapping(option: str, value: object) -> Mapping[str, Any]:
    """What is given for an option that holds others.

    Raises:
        OptionError: it is no mapping.
    """
    if not isinstance(value, Mapping):
        raise _wrong(option, "a mapping", value)
    return value


def _sources(value: object) -> tuple[str | SourceEntry, ...]:
    return tuple(map(source_entry, _list("sources", value)))


def _path(value: object) -> str:
    path = _text("path", value).strip("/")
    if path and not all(map(_FOLDER.fullmatch, path.split("/"))):
        raise OptionError("path", f"“{value}” is no folder of a site; write one such as “team/personas”")
    return path


def _findings(value: object) -> dict[str, str]:
    levels = {str(code): str(level) for code, level in mapping("findings", value).items()}
    refuse_unknown(levels)
    for code, level in levels.items():
        if level not in LEVELS:
            raise OptionError(f"findings: {code}", f"there is no level “{level}”; {instead(level, LEVELS)}")
    return levels


def _aliases(value: object) -> dict[str, tuple[str, ...]]:
    given = mapping("aliases", value)
    return {str(field): _texts(f"aliases: {field}", keys) for field, keys in given.items()}


def _mermaid(value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong("mermaid", "true or false", value)
    return value


def _image_hosts(value: object) -> tuple[str, ...]:
    return _texts("image_hosts", value)


def _limits(value: object) -> Limits:
    given, known = mapping("limits", value), {field.name: field.default for field in fields(Limits)}
    for name, limit in given.items():
        if name not in known:
            raise OptionError("limits", f"there is no limit “{name}”; {instead(str(name), known)}")
        whole = isinstance(known[name], int)
        # Python takes true for 1; and nothing is greater than what is not a number.
        if isinstance(limit, bool) or not isinstance(limit, int if whole else int | float) or not limit > 0:
            raise _wrong(f"limits: {name}", f"a {'whole ' * whole}number above zero", limit)
    return Limits(**given)


_READ: Mapping[str, Callable[[object], Any]] = {
    "sources": _sources,
    "path": _path,
    "findings": _findings,
    "aliases": _aliases,
    "mermaid": _mermaid,
    "image_hosts": _image_hosts,
    "limits": _limits,
}
"""How each option is read."""


def _text(option: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(option, "a text", value)
    return value


def _texts(option: str, value: object) -> tuple[str, ...]:
    return tuple(_text(option, each) for each in _list(option, value))


def _list(option: str, value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise _wrong(option, "a list", value)
    return value


def _wrong(option: str, wanted: str, value: object) -> OptionError:
    return OptionError(option, f"{wanted} is wanted, not “{value}”")
