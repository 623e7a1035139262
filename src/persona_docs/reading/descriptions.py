"""A description taken apart: the text for people, the examples, and what it says about when to call."""

from __future__ import annotations

import re
from dataclasses import dataclass

from persona_docs.model import Example
from persona_docs.reading.fields import one_line, unquote

_EXAMPLE = re.compile(r"<example>(.*?)(?:</example>|(?=<example>)|\Z)", re.DOTALL | re.IGNORECASE)
_COMMENTARY = re.compile(r"<commentary>(.*?)(?:</commentary>|\Z)", re.DOTALL | re.IGNORECASE)
_LABELS = (
    r"(?:(?:Usage |Uso )?(?:Examples?|Ejemplos?|Exemplos?|Exemples?|Beispiele?|Esempio?|Voorbeeld(?:en)?)"
    r"|Пример(?:ы(?: использования)?)?|使用示例|示例用法|示例|例子|使用例|用例|例|예시)"
)
_CUT = re.compile(
    rf"(?:(?:^|(?<=[.!?:。！？：\n])|\n)\s*[-*]?\s*(?:\*\*)?{_LABELS}(?:\*\*)?\s*[:：]|<example>)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:\b(?:Specifically|Examples?(?: (?:usage|scenarios?|invocations?))?|For example|E\.g\."
    r"|Ejemplos?|Por ejemplo)\s*[:：]?"
    rf"|\b(?:{_LABELS}|Por exemplo|Par exemple|Zum Beispiel|Например|例如|比如|たとえば)\s*[:：]"
    rf"|(?:^|(?<=[.!?。！？]))\s?{_LABELS}\s?[.。]?"  # a sentence of its own
    r"|[:：]|\s[-–—*])\s*$",
    re.IGNORECASE,
)
_MOST_LABELS = 4  # one after the other: "Specifically, for example: Examples:"
_TURN = re.compile(
    r"^\s*[-*]?\s*(?P<who>context|user|human|assistant|agent|commentary|contexto|usuario)\s*[:：]\s*",
    re.IGNORECASE | re.MULTILINE,
)
_TAG = re.compile(r"</?[a-z_-]{1,30}>", re.IGNORECASE)

_PROACTIVE = re.compile(
    r"(?<!not )(?<!never )(?<!n't )(?<!not be )(?<!never be )"
    r"\b(?:use(?:d)? (?:\w+ ){0,3}proactively|proactively use|MUST BE USED|use (?:this )?immediately after"
    r"|usar? (?:de forma )?proactiv[ao]mente|úsalo proactivamente|use proativamente|主动使用)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Description:
    """The parts of a description.

    Attributes:
        text: one paragraph, examples taken out.
        examples: of its use.
        proactive: whether it asks to be used without being told to.
    """

    text: str
    examples: tuple[Example, ...] = ()
    proactive: bool = False


def read_description(written: str) -> Description:
    r"""Take a description apart.

    >>> read_description("Reviews code. Use PROACTIVELY.\\n\\n<example>user: 'Check it'</example>").text
    'Reviews code. Use PROACTIVELY.'
    """
    whole = unescape(written)
    cut = _CUT.search(whole)
    head = whole if cut is None else whole[: cut.start()]
    examples = read_examples(whole[len(head) :]) if cut else ()
    if cut and not examples:
        head = whole  # "Examples: …" in running prose
    text = one_line(head)
    for _ in range(_MOST_LABELS if examples else 0):
        text = _DANGLING.sub("", text).rstrip(" ,;，；")
    if examples and text and text[-1].isalnum():
        text += "."
    return Description(text, examples, is_proactive(text))


def is_proactive(text: str) -> bool:
    """Whether a text asks for the persona to be used without being told to."""
    return _PROACTIVE.search(text) is not None


def unescape(text: str) -> str:
    """A text with the line ends that were written as a backslash and an `n`, once or twice escaped."""
    if "\\n" not in text or not re.search(r"\\n(?:\\n|\s|<|[A-Z-]|user|assistant)", text):
        return text
    return re.sub(r'\\+"', '"', re.sub(r"\\+n", "\n", text))


def read_examples(text: str) -> tuple[Example, ...]:
    """The `<example>` blocks of a text."""
    found = (_example(match.group(1)) for match in _EXAMPLE.finditer(text))
    return tuple(example for example in found if example.context or example.turns or example.commentary)


def _example(block: str) -> Example:
    commentary = " ".join(match.group(1) for match in _COMMENTARY.finditer(block))
    block = _COMMENTARY.sub("\n", block)
    context, turns = "", []
    marks = list(_TURN.finditer(block))
    said_before = one_line(_TAG.sub(" ", block[: marks[0].start()] if marks else block))
    for mark, following in zip(marks, [*(m.start() for m in marks[1:]), len(block)], strict=False):
        said = unquote(one_line(_TAG.sub(" ", block[mark.end() : following])))
        who = mark["who"].casefold()
        if who in {"context", "contexto"}:
            context = said
        elif who == "commentary":
            commentary = f"{commentary} {said}"
        elif said:
            turns.append(("user" if who in {"user", "human", "usuario"} else "assistant", said))
    return Example(context or said_before, tuple(turns), one_line(_TAG.sub(" ", commentary)))
