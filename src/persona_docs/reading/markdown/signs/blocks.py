"""Blocks: which rule a line may begin."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, hr

from persona_docs.reading.markdown.signs.rules import by_sign, named

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_BLOCKS: Mapping[str, tuple[str, ...]] = {
    "`": ("fence",),
    "~": ("fence",),
    ">": ("blockquote",),
    "*": ("hr", "list"),
    "-": ("hr", "list"),
    "_": ("hr",),
    "+": ("list",),
    **dict.fromkeys("0123456789", ("list",)),
    "[": ("footnote_def", "reference"),
    "<": ("html_block",),
    "#": ("heading",),
}
"""The rules of blocks whose first line starts with a sign, in the parser's order."""

_RULED = frozenset(first + second for first in "|-:" for second in "|-: \t") - {"- ", "-\t"}
_ANYWHERE = ("guard", "table", "code", "lheading", "paragraph")
"""Those of lines that start with anything."""
_CHAINS = ("paragraph", "reference", "blockquote", "list")
"""What other blocks may end."""


def ask_blocks_by_sign(md: MarkdownIt) -> None:
    """Have a parser ask only the rules of blocks that may answer; its set of rules must be complete.

    Raises:
        ValueError: it has a rule that is not known here.
    """
    ruler = md.block.ruler
    ruler.at("hr", _rule, {"alt": list(_CHAINS)})
    rules = named(ruler, {*chain(*_BLOCKS.values()), *_ANYWHERE})
    chains = {name: ruler.getRules(name) for name in _CHAINS}
    ending = {name: _ending(rules, among) for name, among in chains.items()}
    starting = _starting(rules, ending["paragraph"])
    ruler.enableOnly("code")  # it is never reached, but says that there are such blocks
    ruler.before("code", "starting", starting)
    for name, rule in ending.items():
        ruler.push(f"ending_{name}", rule, {"alt": [name]})


def _starting(rules: Mapping[str, BlockRule], ends: BlockRule) -> BlockRule:
    rules_of = by_sign(_BLOCKS, rules, rules.values())
    guard, table, code = rules["guard"], rules["table"], rules["code"]

    def starting(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        """Read the block that starts here, whatever it is."""
        if guard(state, line, end, silent):
            return True
        if state.is_code_block(line):
            return code(state, line, end, silent)
        if _above_rule(state, line, end) and table(state, line, end, silent):
            return True
        for rule in rules_of.get(state.src[state.bMarks[line] + state.tShift[line]], ()):
            if rule(state, line, end, silent):
                return True
        _paragraph(state, line, end, ends)
        return True

    return starting


def _ending(rules: Mapping[str, BlockRule], among: Collection[BlockRule]) -> BlockRule:
    rules_of = by_sign(_BLOCKS, rules, among)
    guard, table, tables = rules["guard"], rules["table"], rules["table"] in among

    def ending(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        """Whether a block starts here that ends the one above."""
        if guard(state, line, end, silent):
            return True
        if tables and _above_rule(state, line, end) and table(state, line, end, silent):
            return True
        at = state.bMarks[line] + state.tShift[line]
        for rule in rules_of.get(state.src[at : at + 1], ()):  # noqa: SIM110 - in half the time of `any`
            if rule(state, line, end, silent):
                return True
        return False

    return ending


def _above_rule(state: StateBlock, line: int, end: int) -> bool:
    """Whether the next line begins like that between a table's head and its rows."""
    if line + 1 >= end:
        return False
    at = state.bMarks[line + 1] + state.tShift[line + 1]
    return state.src[at : at + 2] in _RULED


def _rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A rule, on a line that does not end as none does."""
    return state.src[state.eMarks[line] - 1] in "*-_ \t" and hr(state, line, end, silent)


def _paragraph(state: StateBlock, line: int, end: int, ends: BlockRule) -> None:
    """A paragraph, or a heading that is underlined: `paragraph` and `lheading` in one."""
    before, state.parentType = state.parentType, "paragraph"
    underline = ""
    below = line + 1
    while below < state.lineMax and not state.isEmpty(below):
        indent = state.sCount[below]
        if indent - state.blkIndent <= 3:
            if below < end and indent >= state.blkIndent and (underline := _underline(state, below)):
                break
            if indent >= 0 and ends(state, below, state.lineMax, True):  # noqa: FBT003
                break
        below += 1
    kind, tag = "paragraph", "p"
    if underline:
        kind, tag = "heading", "h1" if underline == "=" else "h2"
        state.parentType = before  # below a paragraph it stays what it is, which lists take notice of
    state.line = below + bool(underline)
    opening = state.push(f"{kind}_open", tag, 1)
    opening.map, opening.markup = [line, state.line], underline
    text = state.push("inline", "", 0)
    text.content = mdTrim(_written(state, line, below))
    text.map, text.children = [line, below], []
    state.push(f"{kind}_close", tag, -1).markup = underline


def _written(state: StateBlock, line: int, end: int) -> str:
    if end == line + 1:
        return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    return state.getLines(line, end, state.blkIndent, False)  # noqa: FBT003


def _underline(state: StateBlock, line: int) -> str:
    """The sign a line consists of, where it makes a heading of the lines above."""
    at = state.bMarks[line] + state.tShift[line]
    sign = state.src[at]
    if sign not in "-=" or state.src[at : state.eMarks[line]].rstrip(" \t").strip(sign):
        return ""
    return sign
