"""What calls a persona, found in the text: commands, mentions and the words it listens for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from persona_docs.model import Origin, Trigger
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.headings import normalise_heading
from persona_docs.reading.body.passages import Block, Kind, Passage
from persona_docs.reading.derived.derive import Text
from persona_docs.reading.fields.triggers import trigger
from persona_docs.reading.situations import invocations
from persona_docs.reading.situations.heard import listened
from persona_docs.reading.situations.mentions import calls_somebody
from persona_docs.reading.situations.sections import section_words
from persona_docs.reading.situations.ways import ways

_INVOKED = re.compile(
    r"invocation|invoked?(?: with)?|triggers?|command|slash command|activation|activated? with|alias(?:es)?"
    r"|invocacion|comando|activacion|invocacao|命令|触发"
)
"""A heading, or what a line starts with, that says how to call somebody."""

_STEMS = ("invo", "trigger", "comman", "coman", "activa", "alias")
"""Of the words for that, without accents."""

_TYPED = re.compile(r"\b(?:type|types|typing|escribe|digita)\s+[`'\"]?(?P<token>[/@][\w:-]+)", re.IGNORECASE)
"""A trigger that a text says people type."""

_LONGEST_HEAD = 120  # characters of what may be a heading
_HEADED = re.compile(r"(?P<token>/\w[\w:.-]*)(?:\s*[-–—:：]\s+(?P<help>.*))?")
"""A heading that is a command, and what it does."""

_TOKEN = re.compile(r"(?<![\w/.}>\])])[/@*]\w[\w:-]*(?![\w/.@])")
"""A trigger anywhere in a line, and no part of a path or an address."""

_FIRST = re.compile(r"[*_`'\"]*(?P<token>[/@*]\w[\w:.-]*)(?!/)[^\s,/]*")
"""The trigger that a line starts with."""

_BEFORE_HELP = re.compile(
    r"^[`'\"*_\s]*(?:[<\[{(][^>\]})]*[>\]})]\s*)*`?\s*"  # its arguments
    r"(?:[-–—:：→]+|->)\s*"
)
"""What stands between that trigger and its help."""

_OTHER = re.compile(r"[,/|o]r?\s+`?([/@*]\w[\w:-]*)")
"""A trigger beside it: `/dev or /code`."""

_MOST_OTHERS = 6

_PARTICLE = re.compile("(?<=[!-~])[\uac00-\ud7a3\u3041-\u309f].*")
"""What Korean and Japanese put behind a command without a space."""

_ABOUT_ITSELF = {Concept.COMMANDS, Concept.ACTIVATES_ON, Concept.IDENTITY, Concept.DESCRIPTION}
_OPENING = 3  # passages that are about the persona, if their heading does not say otherwise
_SHELL = {"", "bash", "sh", "shell", "console", "text", "txt", "zsh", "plaintext"}


def triggers(text: Text) -> tuple[Trigger, ...]:
    """The tokens that call the persona, with their help: from its command sections, and its description."""
    found: dict[str, Trigger] = {}
    for candidate in (*_described(text), *_listed(text)):
        known = found.get(candidate.value.casefold())
        if known is None or (candidate.help and not known.help):
            found[candidate.value.casefold()] = candidate
    return tuple(found.values())


def _described(text: Text) -> Iterator[Trigger]:
    """The triggers that the description tells."""
    said = text.description
    for token, what in invocations.commands(said.value):
        yield from _trigger(token, said.line, said.where, what)
    for word in invocations.keywords(said.value):
        yield from _trigger(word, said.line, said.where)


def _trigger(token: str, line: int, where: str, help_text: str = "") -> Iterator[Trigger]:
    """A token as a trigger; none where it is no call, as `@media` is none."""
    if token.startswith("@") and not calls_somebody(token[1:].rstrip(".:-")):
        return
    found = trigger(token, line, where, Origin.DERIVED, help_text)
    if found is not None:
        yield found


def _listed(text: Text) -> Iterator[Trigger]:
    """The triggers that the body lists, and those that it tells somewhere else."""
    for n, passage in enumerate(text.passages):
        tells = passage.concept in {Concept.COMMANDS, Concept.ACTIVATES_ON}
        if passage.level == 1:
            yield from _headed(passage)
        for word, line in section_words(passage):
            yield from _trigger(word, line, passage.announced)
        for block in passage.blocks:
            yield from _listened(block, passage, opening=n < _OPENING)
            signed = "/" in block.text or "@" in block.text or "*" in block.text  # as hardly any is
            if tells:
                yield from _in_section(block, passage.announced)
            elif signed:
                yield from _announced(block)
            if signed:
                yield from _typed(block, passage.title)


def _in_section(block: Block, where: str) -> Iterator[Trigger]:
    """The triggers of a block in a section that tells how, or when, to call somebody."""
    if block.kind is Kind.CODE:
        if block.info.split(" ")[0].casefold() in _SHELL:
            yield from _fenced(block, where)
        return
    for way in ways(block.text) if block.kind is Kind.ITEM else ():
        yield from _trigger(way, block.line, where)
    yield from _written(block, where)


def _announced(block: Block) -> Iterator[Trigger]:
    """The triggers of a line in any other section that says itself what it tells: `**Invoke with**: /dev`."""
    head = block.lead or block.text.partition(":")[0]
    if block.kind is not Kind.CODE and _announces(head):
        for token in _TOKEN.findall(block.text):
            yield from _trigger(token, block.line, head.partition(":")[0])


def _announces(head: str) -> bool:
    """Whether what a line starts with says that it tells how to call somebody."""
    lower = head.lower()
    if len(head) >= _LONGEST_HEAD or (head.isascii() and not any(stem in lower for stem in _STEMS)):
        return False  # as for nearly all lines
    return _INVOKED.fullmatch(normalise_heading(head)) is not None


def _typed(block: Block, where: str) -> Iterator[Trigger]:
    """What a paragraph says that people type."""
    if block.kind is Kind.PARAGRAPH:
        for match in _TYPED.finditer(block.text):
            yield from _trigger(match["token"], block.line, where)


def _headed(passage: Passage) -> Iterator[Trigger]:
    """The command that its file is headed with: `# /deploy — publish what is merged`."""
    match = _HEADED.fullmatch(passage.title) if passage.title.startswith("/") else None
    if match is not None:
        yield from _trigger(match["token"], passage.line, passage.title, (match["help"] or "").strip())


def _listened(block: Block, passage: Passage, *, opening: bool) -> Iterator[Trigger]:
    """The words of a line `Triggers: audit, scan`; quoted ones alone where it may be about something else."""
    itself = passage.concept in _ABOUT_ITSELF
    if block.kind is Kind.PARAGRAPH or (itself and block.kind is Kind.ITEM):
        bare = itself or (opening and passage.concept is None)
        for word in listened(block.text, bare=bare):
            yield from _trigger(word, block.line, block.text.replace("：", ":").partition(":")[0].strip())


def _fenced(block: Block, where: str) -> Iterator[Trigger]:
    """The commands of a code block, `/dev   # implement a feature`; a line with arguments shows a use."""
    for n, written in enumerate(block.text.split("\n")):
        line, _, comment = written.strip().partition("#")
        token, _, arguments = line.strip().partition(" ")
        if token[:1] in {"/", "@", "*"}:
            yield from _trigger(token, block.line + n, where, "" if arguments.strip() else comment.strip())


def _written(block: Block, where: str) -> Iterator[Trigger]:
    """The command an item, a row or a paragraph starts with, and others beside it: `/dev or /code`."""
    text = block.cells[0] if block.cells else block.text
    match = _FIRST.match(text)
    if match is None or block.header or text[match.end() : match.end() + 1] == "/":
        return
    behind = text[match.end() :]
    said = block.cells[1] if len(block.cells) > 1 else ""
    help_text = (said or _BEFORE_HELP.sub("", behind)).strip("`* ")
    yield from _trigger(_PARTICLE.sub("", match["token"]), block.line, where, help_text)
    for other in _OTHER.findall(behind)[:_MOST_OTHERS]:
        yield from _trigger(other, block.line, where)


def with_help(declared: Iterable[Trigger], derived: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """Declared triggers with the help that the text gives for them."""
    said = {item.value.casefold(): item.help for item in derived}
    return tuple(
        Trigger(t.value, t.origin, t.line, t.where, t.kind, t.help or said.get(t.value.casefold(), ""))
        for t in declared
    )
