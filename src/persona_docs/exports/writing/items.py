"""The items of a list as lines: boxes, signs, and what stands below them indented."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from persona_docs.exports.writing import text
from persona_docs.reading.body.checklist_titles import BOX, EMPTY_BOXES

_INDENT = 4


def box(item: Token) -> str:
    """The box of an item: of a task, and of what stands in a checklist without being one."""
    return ("[x] " if item.meta.get("checked") else "[ ] ") if {"checked", "key"} & item.meta.keys() else ""


def item(marker: str, box: str, made: Sequence[str], *, tight: bool, whole: bool = False) -> str:
    """An item: its blocks indented by four, or by eight behind a number that needs more room."""
    if box and made and (sign := BOX.match(made[0])):
        box = "[ ] " if sign[1] in EMPTY_BOXES else "[x] "
        made = [made[0][sign.end() :], *made[1:]]
    if not made:
        return f"{marker} {box}".rstrip()
    width = _INDENT if len(marker) < _INDENT else 2 * _INDENT
    plain = re.match(r"[^\s`>#|-]|`[^`]|-\S", made[0]) is not None
    first = f"{marker} " if plain and len(marker) < _INDENT else marker.ljust(width)
    between = "\n" if whole or (tight and len(made) < 3 and all(map(_is_list, made[1:]))) else "\n\n"
    said = between.join([f"{box}{made[0]}", *made[1:]])
    indented = said.replace("\n", f"\n{' ' * width}")
    return first + re.sub(r"(?m)^ +$", "", indented)


def _is_list(block: str) -> bool:
    return re.match(r"[-*] |\d+\. ", block) is not None


def short(made: Sequence[str]) -> list[str]:
    """Blocks of a task as md2conf wants them: its paragraphs as one, with breaks; lists stay."""
    first = next(
        (n for n, block in enumerate(made) if _is_list(block) or block.startswith(("```", "|"))), len(made)
    )
    return ["  \n".join(made[:first]), *made[first:]] if first else list(made)


def tasks(items: Sequence[tuple[str, bool, int]]) -> Iterator[str]:
    """Lines of a task list: text, whether it is done, and its level.

    Each stands one step below the item that it belongs to, however deep its level is: more would be code.
    """
    above: list[int] = []
    for said, checked, level in items:
        while above and above[-1] >= level:
            above.pop()
        depth = min(len(above), 8)
        above.append(level)
        yield f"{' ' * _INDENT * depth}- [{'x' if checked else ' '}] {text.one_line(said) or '–'}"
