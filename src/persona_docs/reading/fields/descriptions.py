"""A description taken apart: the text for people, the examples, and what it says about when to call."""

from __future__ import annotations

import re
from dataclasses import dataclass

from persona_docs.model import Example
from persona_docs.reading.fields.examples import LABELS, take_examples
from persona_docs.reading.text.phrases import one_line

_DANGLING = re.compile(
    r"(?:\b(?:Specifically|Examples?(?: (?:usage|scenarios?|invocations?))?|Ejemplos?"
    r"|E\.g\.|(?:z\. ?B|p\. ?ej)\.|such as|for (?:example|instance)|(?:como )?por (?:ejemplo|exemplo)"
    r"|ta(?:les|is) como|(?:wie |comme )?(?:zum Beispiel|par exemple)|(?:per|ad) esempio|например)\s?[:：]?"
    rf"|\b(?:{LABELS}|like|including|como|wie|comme)\s?[:：]|,\s?like"
    r"|(?:例如|比如|诸如|たとえば|例えば)\s?[:：]?"
    rf"|(?:^|(?<=[.!?。！？]))\s?{LABELS}\s?[.。]?"  # a sentence of its own
    r"|[:：]|(?:^|\s)(?:[-–—*]|\d{1,2}[.)]))\s?$",
    re.IGNORECASE,
)
_MOST_LABELS = 4  # one after the other: "Specifically, for example: Examples:"
_LOOSE_START = re.compile(r"^(?:[,;.)\"']+(?=\s|$)|[，；。）]+)\s?")
_WRAPPER = re.compile(r"</?examples?>", re.IGNORECASE)
_BLOCKS = re.compile(r"(?:\b\w[\w ]{0,30}[:：]\s?)?<[a-z_-]{1,30}>.*", re.IGNORECASE)
"""What other blocks say behind the examples (`Delegations: <delegation>…`), which is for the model."""

_BLOCK_SIGN = re.compile(r"[>|][+-]?\d?")
"""All that a program left of a block of YAML which it read line by line."""

_PROACTIVE = re.compile(
    r"(?<!not )(?<!never )(?<!n't )(?<!not be )(?<!never be )"
    r"\b(?:use(?:d)? (?:\w+ ){0,3}proactively|proactively use|MUST BE USED|use (?:this )?immediately after"
    r"|doit être utilisée?|(?<!no )debe (?:ser (?:us|utiliz)ad[oa]|usarse|utilizarse)"
    r"|usar? (?:de forma )?proactiv[ao]mente|úsalo proactivamente|use proativamente|主动使用)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Description:
    """The parts of a description.

    Attributes:
        text: one paragraph, what stands around the examples.
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
    if _BLOCK_SIGN.fullmatch(written.strip()):
        return Description("")
    whole = unescape(written)
    said, examples = take_examples(whole)
    text = _joined(said) if examples else one_line(whole)
    return Description(text, examples, is_proactive(text))


def _joined(said: tuple[str, ...]) -> str:
    """What stands around examples as one paragraph, without the words that announce them."""
    whole = ""
    for n, part in enumerate(said):
        text = one_line(_WRAPPER.sub(" ", part))
        for _ in range(_MOST_LABELS if n < len(said) - 1 else 0):
            text = _DANGLING.sub("", text).rstrip(" ,;，；（(")
        text = _BLOCKS.sub("", _LOOSE_START.sub("", text)).rstrip() if whole else text
        if not any(map(str.isalnum, text)):
            continue
        if whole and whole[-1].isalnum() and not text[0].islower():
            whole += "."
        whole = f"{whole} {text}".strip()
    return f"{whole}." if whole and whole[-1].isalnum() else whole


def is_proactive(text: str) -> bool:
    """Whether a text asks for the persona to be used without being told to."""
    return _PROACTIVE.search(text) is not None


def unescape(text: str) -> str:
    """A text with the line ends that were written as a backslash and an `n`, once or twice escaped."""
    if "\\n" not in text or not re.search(r"\\n(?:\\n|\s|<|[A-Z-]|user|assistant)", text):
        return text
    return re.sub(r'\\+"', '"', re.sub(r"\\+n", "\n", text))
