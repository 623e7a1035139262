"""The paragraph of a body that says what a persona does, where no field says so."""

from __future__ import annotations

import re

from persona_docs.reading.text.phrases import cut
from persona_docs.reading.text.sentences import sentences

_MARKS = re.compile(r"^[#>\s]+|\*\*|__")
"""What a paragraph of a prompt in a code block begins with, and what makes words bold."""

_NO_DESCRIPTION = re.compile(
    r"^[\[{}]|^\"\w+\":|(?:^|\s)</?[a-zA-Z][\w-]*>|^\$\{[^{}]*\}\W*$|^(?:[\w ]{1,30}[:：]\s*)?https?://\S+$"
)
"""What is data or markup, yet to be filled in, or but a link."""


_ABOUT_THE_FILE = re.compile(
    r"(?:versi(?:on|ón)|versão|versie|date|fecha|datum|(?:last )?updated|status|estado|author|autor|owner"
    r"|knowledge cut-?off|current date|generated|scan date|duration|duraci[oó]n|source|fuente|identifier|id"
    r"|priority|prioridade?|priorität|triggers?|触发|language|(?:for|name)(?=\s*[:：]\s*[\"'/@]\S*$|\s*[:：]\s*/)"
    r"|file|archivo|arquivo|datei|created|license|licencia|licença|版本|日期|作者|バージョン|버전|версия|дата|автор)"
    r"\s*[:：]",
    re.IGNORECASE,
)
"""What a paragraph begins with that tells of the file: `Version: 1.2`, `Last updated: May`."""

_LABELLED = re.compile(r"(?:[^\W_][\w -]{0,23}[:：] [^|]{1,80}(?: \| |$)){2,}")
"""A line of nothing but short labels and values: `Depth: 4 | Berth: 7`."""

_PURPOSE = re.compile(r"^(?:purpose|prop[oó]sito|objetivo|zweck|目的)\s*[:：]\s*(?=\S)", re.IGNORECASE)
"""The label of a paragraph that says what the persona does, which goes without."""

_ITEM = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s", re.IGNORECASE)
"""What an item of a list begins with that is none to Markdown."""

FRAME = re.compile(r"^\W{0,2}[-=*~_+/]{4,}|(?<![-=*~_+/])[-=*~_+/]{4,}\W{0,2}$")
"""The frame that a comment in another language has: `----- Boats -----#`."""

_CONTINUES = re.compile(
    r"(?:(?:for (?:example|instance)|e\.g\.|however|therefore|otherwise|additionally|in addition|finally"
    r"|in this case|por (?:ejemplo|exemplo|eso|isso)|sin embargo|adem[aá]s|de lo contrario|por[eé]m"
    r"|al[eé]m disso|caso contr[aá]rio|zum beispiel|z\. ?b\.|jedoch|au(?:ß|ss)erdem"
    r"|par exemple|cependant|en outre|(?:ad|per) esempio|tuttavia|например|однако)(?!\w)"
    r"|例如|比如|然而|但是|例えば|たとえば|ただし|しかし|예를 들어|그러나)",
    re.IGNORECASE,
)
"""What a paragraph begins with that goes on with what another has said."""


_ROOM = 300  # characters for several sentences
_LONGEST = 500  # characters of a single one


def introduction(paragraph: str) -> str:
    """What a paragraph says of a persona, without its label and the words that only announce a list.

    >>> introduction("Purpose: Sorts the mail. It does so by:"), introduction("For example, a late letter.")
    ('Sorts the mail.', '')
    """
    said = _PURPOSE.sub("", _MARKS.sub("", paragraph).strip(), count=1)
    if is_about_the_file(said) or _ITEM.match(said) or _CONTINUES.match(said) or FRAME.search(said):
        return ""
    if said.endswith((":", "：")):
        said = " ".join(sentences(said)[:-1])
    return "" if len(said) <= 8 or _NO_DESCRIPTION.search(said) else said


def is_about_the_file(paragraph: str) -> bool:
    """Whether a paragraph tells of a file when, where and by whom it was written, and not who is in it.

    >>> [is_about_the_file(said) for said in ("Version: 1.2", "Depth: 4 | Berth: 7", "Source the rope.")]
    [True, True, False]
    """
    return bool(_ABOUT_THE_FILE.match(paragraph) or _LABELLED.fullmatch(paragraph))


def first_sentences(text: str) -> str:
    """The first sentences of a text: as many as there is room for, and the beginning of a longer one."""
    said = ""
    for sentence in sentences(text):
        if said and len(said) + len(sentence) > _ROOM:
            break
        said = f"{said} {sentence}".strip()
    return cut(said, _LONGEST)
