"""Settings that nothing can be read with."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from persona_docs.options import Options, SourceEntry
from persona_docs.reading.dialects import NAMES
from persona_docs.reading.keys import ALIASES


def troubles(options: Options) -> Iterator[str]:
    """What is wrong with the options, a sentence each: dialects and fields that do not exist."""
    for entry in options.sources:
        if isinstance(entry, SourceEntry) and entry.dialect not in NAMES:
            yield f"sources: there is no dialect “{entry.dialect}”; {_instead(entry.dialect, NAMES)}"
    for field in options.aliases:
        if field not in ALIASES:
            yield f"aliases: there is no field “{field}”; {_instead(field, ALIASES)}"


def _instead(word: str, known: Collection[str]) -> str:
    near = get_close_matches(word.casefold(), known, n=1)
    return f"did you mean “{near[0]}”?" if near else f"there are {', '.join(sorted(known))}"
