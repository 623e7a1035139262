"""Lists whose items have no lines of their own: `(1) a squall, (2) a leak`, or `- a squall - a leak`."""

from __future__ import annotations

import re

_MOST = 20
"""How long such a list may be; whoever has more to say writes a list below it."""

_NUMBER = re.compile(r"(?:^|(?<=[\s:：]))\(?(\d{1,2})[.)]\s")
_ANNOUNCED = re.compile(r"(?!.*(?:\*\*|\s[-–—]\s)).{0,100}")
"""What may stand before a list; longer text tells more than that it follows."""

_BEHIND = re.compile(
    r"[,;\s](?:and|or|y|o|e|ou|und|oder|et)\s*$|\s\*\*[^*]{1,60}:\*\*.*$",
    re.IGNORECASE,
)
"""What joins an item to the next, or the label of what stands behind the last."""


def ends_in_number(number: int, text: str) -> bool:
    """Whether a text ends in the number of a list's next item; the first follows a colon.

    >>> ends_in_number(1, "Use when: 1."), ends_in_number(1, "Knot 1."), ends_in_number(2, "a squall 2.")
    (True, False, True)
    """
    before = text.removesuffix(f"{number}.")
    if before == text or before[-1:].isalnum() or number > _MOST:
        return False
    return number > 1 or before.rstrip()[-1:] in {"", ":", "："}


def numbered(text: str) -> tuple[str, ...]:
    """The items of a list in one paragraph whose numbers count up; none where there is no such list.

    >>> numbered("for: (1) a squall, or (2) a leak"), numbered("more than 2) boats")
    (('a squall', 'a leak'), ())
    """
    starts: list[re.Match[str]] = []
    for match in _NUMBER.finditer(text):
        if int(match[1]) == len(starts) + 1 <= _MOST:
            starts.append(match)
    if len(starts) < 2 or not _ANNOUNCED.fullmatch(text, 0, starts[0].start()):
        return ()
    ends = [*(match.start() for match in starts[1:]), len(text)]
    items = (text[start.end() : end].strip() for start, end in zip(starts, ends, strict=True))
    return tuple(_BEHIND.sub("", item).rstrip(" ,;") for item in items)


_DASH = re.compile(r"\s-\s")


def dashed(text: str) -> tuple[str, ...]:
    """The items of a list that begins behind a colon, a dash before each; none where there is no such list.

    >>> dashed(": - a squall - a leak"), dashed(": a squall - a leak"), dashed(": - a squall")
    (('a squall', 'a leak'), (), ())
    """
    before, *items = _DASH.split(f" {text}") if text.startswith(":") else (text,)
    return tuple(items) if before.strip() == ":" and 1 < len(items) <= _MOST else ()
