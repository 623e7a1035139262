"""Where the text of a persona begins in a front matter that seems to go on.

A heading is a comment to YAML and a rule closes a front matter, so that a body can look like fields.
"""

from __future__ import annotations

import re

from persona_docs.reading.front_matter.keylines import is_known, is_known_key, key_of
from persona_docs.reading.front_matter.surroundings import FENCE

_HEADING = re.compile(r"#{1,6} \S")
_EXAMPLE = re.compile(r"</?(?:example|commentary)", re.IGNORECASE)
_ANY_KEY = re.compile(r"[a-z][\w.-]*:(?: |$)")  # `Note: …` and `see also: …` begin prose as well
_YAML = re.compile(rf"[ \t]|#|- |{_ANY_KEY.pattern}|$")


def first_prose(lines: list[str], start: int, closer: int | None) -> int | None:
    """Where Markdown begins inside what should be fields, or `None` where all of it is.

    It is told by a paragraph, a heading or a fence after an empty line with no field below; in a front matter
    that nothing closes, with a field below as well.

    Args:
        lines: of the text, counted from 0.
        start: the first that should be a field.
        closer: the line that closes the front matter, if one does.
    """
    end = closer if closer is not None else len(lines)
    last_field = start
    if closer is not None:
        last_field = _last_field(lines, start, closer)
    examples = 0
    for number in range(start + 1, end):
        line = lines[number]
        if _EXAMPLE.search(line):
            examples = max(0, examples + line.count("<example") - line.count("</example"))
            continue
        if number <= last_field or examples or not line.strip():
            continue
        fence = FENCE.match(line) is not None
        if (lines[number - 1].strip() and not fence) or not (fence or _is_prose(line)):
            continue
        return _with_headings_above(lines, number, start)
    return None


def _last_field(lines: list[str], start: int, closer: int) -> int:
    """The last line that is a field for sure: of a known key, or of any where all below could be YAML too."""
    known = max((n for n in range(start, closer) if is_known(lines[n])), default=start)
    if not all(_YAML.match(line) for line in lines[known + 1 : closer]):
        return known
    return max((n for n in range(known, closer) if _ANY_KEY.match(lines[n])), default=known)


def _is_prose(line: str) -> bool:
    if line.startswith(("#", " ", "\t", "- ")):
        return _HEADING.match(line) is not None
    found = key_of(line)
    return found is None or (" " in found[0] and not is_known_key(found[0]))  # `You are: …`


def _with_headings_above(lines: list[str], number: int, start: int) -> int:
    """The line itself, or the headings right above it, which belong to what they announce."""
    above = number
    while above - 1 > start and (not lines[above - 1].strip() or _HEADING.match(lines[above - 1])):
        above -= 1
    return next(n for n in range(above, number + 1) if lines[n].strip())
