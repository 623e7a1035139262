"""The situations that a section about when to call somebody tells, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.headings import concept_of
from persona_docs.reading.body.passages import Block, Passage
from persona_docs.reading.body.situation_headings import promises_words
from persona_docs.reading.situations import invocations
from persona_docs.reading.situations.heard import quoted, words_of
from persona_docs.reading.situations.ways import ways
from persona_docs.reading.text.capitals import capital
from persona_docs.reading.text.phrases import bare, cut, one_line, unquote
from persona_docs.reading.text.sentences import sentences


def section_situations(passage: Passage) -> Iterator[tuple[str, int]]:
    """The situations of such a section, each with its line: its items, else its paragraphs."""
    items = [item for item, _ in passage.items()]
    if _is_beside_the_matter(passage) or _are_steps(passage, items):
        return
    lines = items or [
        block
        for block in passage.paragraphs()
        if not block.text.endswith((":", "："))
        and not _NOTE.match(block.text)
        and not _tells_of_itself(block)
    ]
    for line in lines:
        if ways(line.text) or _words(line, passage):
            continue
        for said in _phrases(line.text):
            if phrase := situation(said, line.code):
                yield phrase, line.line


def section_words(passage: Passage) -> Iterator[tuple[str, int]]:
    """The words that people say, each with its line, where the heading of such a section promises them."""
    for item, _ in passage.items():
        yield from ((word.rstrip(" .…,"), item.line) for word in _words(item, passage))


def _words(line: Block, passage: Passage) -> tuple[str, ...]:
    """The words that a line lists; an item that is a clause says when."""
    return words_of(line.text, 1) if promises_words(passage.announced) else ()


def _is_beside_the_matter(passage: Passage) -> bool:
    """Whether a passage below such a section tells what has to be there first, or works out an example."""
    worked_out = passage.aside and not _OF_WHEN.search(passage.title)
    return not passage.own and (worked_out or _REQUIRED.fullmatch(passage.title) is not None)


_REQUIRED = re.compile(
    r"\W*(?:\w+ )?(?:requirements|prerequisites|requisitos|voraussetzungen|前提条件)\W*", re.IGNORECASE
)
"""A heading above what has to be there first."""

_OF_WHEN = re.compile(
    r"\b(?:when|if|use[ds]?|using|cases?|cuando|quando|casos|wenn|quand|si|se)\b"
    r"|\b(?:trigger|activat|aktiv|invo|call|example)"
    r"|[时時]|场景|場景|触发|場面|とき|때",
    re.IGNORECASE,
)
"""What a heading below one of situations holds that numbers some of them."""


_ACTIVATION = re.compile(r"\W*(?:activation|aktivierung|activación|ativação|attivazione)\W*", re.IGNORECASE)
"""A heading above situations or, where they are numbered, above what is done first."""


def _are_steps(passage: Passage, items: Sequence[Block]) -> bool:
    """Whether items have numbers because one is done after the other."""
    numbered = bool(items) and all(item.ordered for item in items)
    of_when = passage.own or _OF_WHEN.search(passage.title) is not None
    return numbered and (not of_when or _ACTIVATION.fullmatch(passage.title) is not None)


_NOTE = re.compile(
    r"\W{0,4}(?:note|tip|hint|warning|caution|important|nota|aviso|consejo|dica|importante|hinweis|tipp|achtung|remarque"
    r"|attention|astuce|注意|注|提示|备注|備考|ヒント|참고|주의|примечание|внимание)(?:[:：\]]|\s[-–—]\s)",
    re.IGNORECASE,
)
"""What a paragraph beside the matter begins with."""

_STATEMENT = re.compile(
    r"(?:the|this) (?:skill|agent|command|persona|mode|prompt|rule|tool|workflow) "
    r"(?!is (?:for|used|meant|triggered)|should|must|activates|applies|triggers)[a-z]+s (?!.*\bwhen\b)",
    re.IGNORECASE,
)
"""What tells how a persona works, and not when: `This skill reads the tides.`"""


def _tells_of_itself(paragraph: Block) -> bool:
    """Whether a paragraph of such a section says how something goes on, and not when it begins."""
    text = paragraph.text
    if invocations.situations(text):
        return False
    lead = paragraph.lead.strip()
    keyed = lead and (
        lead.endswith((":", "：")) or text[text.find(lead) + len(lead) :].startswith((":", "："))
    )
    other = bool(keyed) and concept_of(lead) is not Concept.ACTIVATES_ON
    return other or len(text) > invocations.LONGEST or _STATEMENT.match(text) is not None


def _phrases(text: str) -> tuple[str, ...]:
    """The quoted phrases of a line that lists some, or the situations it tells; any other line is one."""
    phrases = quoted(text)
    if len(phrases) > 1:
        return phrases
    return invocations.situations(text) or (_first_sentence(text),)


def _first_sentence(line: str) -> str:
    """The first sentence of a line, behind which commentary stands; of a quotation and a question all."""
    first = next(iter(sentences(line)), line)
    told = first.endswith((".", "。")) and first[:1].isalnum()
    return first.rstrip("。") if told and first != line and _PAIRED.fullmatch(first) else line


_PAIRED = re.compile(r"""(?:[^"“”()（）「」]++|"[^"]*"|“[^”]*”|\([^()]*\)|（[^（）]*）|「[^」]*」)*""")
"""A text that opens no quotation and no bracket without closing it."""


_RULE = re.compile(
    r"\suse\s[^.]{1,60}\sinstead\b"
    r"|(?:→|⇒|->)\s*(?:you|stop|must|never|do not|don't|report)\b|^if\s[^()]{1,200}\s(?:→|⇒|->)\s"
    r"|^(?-i:[A-Z]{2,}(?:(?: | / )[A-Z]{2,})+):",
    re.IGNORECASE,
)
"""What is to be done in a case, behind an arrow, or somebody else, or a label: `FAIR WARNING: …`."""


def situation(text: str, code: tuple[str, ...] = ()) -> str:
    """A line of such a section as a phrase; nothing for a token, a warning or a step."""
    said = bare(re.sub(r"^(?:✅|☑️?|✓|→|⚡)\s*|[*`]{1,3}", "", one_line(text)))
    inner = unquote(said)
    said = said if said[:1] in inner[1:] else inner  # the quotes of two phrases are no pair
    if not said or re.match(
        r"(?:❌|🚫|⛔|✗|do not|don't|not\b|never|no usar|nunca|[/@*]\w)", said, re.IGNORECASE
    ):
        return ""
    if _RULE.search(said):
        return ""
    return capital(cut(said, invocations.LONGEST), code)
