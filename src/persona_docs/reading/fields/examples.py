"""Examples of a persona's use that stand in its description: where they are, and who says what in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from persona_docs.model import Example
from persona_docs.reading.text.phrases import one_line, unquote

LABELS = (
    r"(?:(?:Usage |Uso )?(?:Examples?|Ejemplos?|Exemplos?|Exemples?|Beispiele?|Esempio?|Voorbeeld(?:en)?)"
    r"|Пример(?:ы(?: использования)?)?|使用示例|示例用法|示例|例子|使用例|用例|例|예시)"
)
"""What announces examples: a pattern, whatever the case."""

_EXAMPLE = re.compile(
    r"<example>(.*?)(?:(?P<closed></example>)(?P<after>\s*<commentary>[^<]*</commentary>)?|(?=<example>)|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_COMMENTARY = re.compile(r"<commentary>(.*?)(?:</commentary>|\Z)", re.DOTALL | re.IGNORECASE)
_MARK = (
    r"(?P<bullet>[-*•][ \t]+|\d{1,2}[.)][ \t]+)?(?:\*\*)?"
    r"(?P<who>context|contexto|user|human|usuario|usuário|assistant|asistente|assistente|agent|commentary)"
    r"(?:\*\*)?[ \t]*[:：](?:\*\*)?[ \t]*"
)
_AHEAD = re.sub(r"\?P<\w+>", "?:", _MARK)
_TURN = re.compile(rf"^[ \t]*{_MARK}", re.IGNORECASE | re.MULTILINE)
_IN_LINE = re.compile(
    rf"(?<=[\"'”’」])[ \t](?={_AHEAD})|(?<![-*•])(?<!\d[.)])[ \t](?={_AHEAD}[\"'“‘「])",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:^|(?<=[.!?:。！？：\n\"'”’]))[ \t]*(?:[-*•][ \t]+)?(?:\*\*)?{LABELS}"
    rf"(?: (?:usage|scenarios?|\d{{1,2}}))?(?:\*\*)?[ \t]*[:：](?:\*\*)?\s*(?={_AHEAD})",
    re.IGNORECASE,
)
_TURNS = re.compile(
    rf"""(?:\s*{_AHEAD}(?:
        "[^\n]*"(?=[ \t]*(?:\n|\Z)) | "[^"]*"  # what a quote closes ends there
      | '(?:[^'\n]|(?<=\w)'(?=\w))*'(?!\w) | “[^”]*” | ‘[^’]*’(?!\w) | 「[^」]*」
      | [^\n]*
    )(?:\n[ \t]+(?!{_AHEAD})\S[^\n]*)*)+""".replace("[ \t]", r"[\ \t]"),
    re.IGNORECASE | re.VERBOSE,
)
_TAG = re.compile(r"</?[a-z_-]{1,30}>", re.IGNORECASE)


def take_examples(text: str) -> tuple[tuple[str, ...], tuple[Example, ...]]:
    """What a text says before, between and behind its examples, and these.

    Examples are `<example>` blocks, and turns that stand behind a label (`Examples:`).

    >>> said, (example,) = take_examples('Reads. <example>user: "Go"</example> Never writes.')
    >>> said, example.turns
    (('Reads. ', ' Never writes.'), (('user', 'Go'),))
    """
    said: list[str] = []
    examples: list[Example] = []
    start = 0
    for block in _EXAMPLE.finditer(text):
        inner = _unfolded(block[1])
        if not block["closed"] and _TURN.search(inner) is None:
            continue  # a word about the tag
        _take_labelled(text[start : block.start()], said, examples)
        examples.append(_example(inner + (block["after"] or "")))
        start = block.end()
    _take_labelled(text[start:], said, examples)
    return tuple(said), tuple(each for each in examples if each.context or each.turns or each.commentary)


def _take_labelled(text: str, said: list[str], examples: list[Example]) -> None:
    """Add the examples behind labels to those found, and the rest of the text to what is said."""
    start = 0
    unfolded = ""
    while (label := _LABEL.search(text, start)) is not None:
        folded = "\n" not in label[0]
        if folded and not unfolded:
            unfolded = _IN_LINE.sub("\n", text)  # as long as the text
        turns = _TURNS.match(unfolded if folded else text, label.end())
        if turns is None:
            break
        said.append(text[start : label.start()])
        examples.extend(map(_example, _apart(turns[0])))
        start = turns.end()
    said.append(text[start:])


def _unfolded(block: str) -> str:
    """A block that was folded to one line, with its turns on lines of their own."""
    return block if "\n" in block.strip() else _IN_LINE.sub("\n", block)


def _apart(turns: str) -> Iterator[str]:
    """Turns, those of one example together: an example begins with its context, or with what a user says."""
    start, before = 0, "context"
    for mark in _TURN.finditer(turns):
        who = mark["who"].casefold()
        listed = mark["bullet"] or turns[: mark.start()].endswith("\n\n")
        if who in _CONTEXT or (who in _USER and listed and before not in _CONTEXT):
            yield turns[start : mark.start()]
            start = mark.start()
        before = who
    yield turns[start:]


_CONTEXT = frozenset({"context", "contexto"})
_USER = frozenset({"user", "human", "usuario", "usuário"})


def _example(block: str) -> Example:
    commentary = " ".join(match.group(1) for match in _COMMENTARY.finditer(block))
    block = _COMMENTARY.sub("\n", block)
    context, turns = "", []
    marks = list(_TURN.finditer(block))
    said_before = one_line(_TAG.sub(" ", block[: marks[0].start()] if marks else block))
    for mark, following in zip(marks, [*(m.start() for m in marks[1:]), len(block)], strict=False):
        said = unquote(one_line(_TAG.sub(" ", block[mark.end() : following])))
        who = mark["who"].casefold()
        if who in _CONTEXT:
            context = said
        elif who == "commentary":
            commentary = f"{commentary} {said}"
        elif said:
            turns.append(("user" if who in _USER else "assistant", said))
    return Example(context or said_before, tuple(turns), one_line(_TAG.sub(" ", commentary)))
