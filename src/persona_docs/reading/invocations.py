"""When and how to call a persona, as its description says: "Use when …", "Úsalo con /dev para …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from persona_docs.reading.fields import one_line, split_top, unquote

_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑÃÕÂÊÔÇ\"'(*¿¡])|(?<=[。！？])")

_LEAD = re.compile(
    r"""\**(?:
        (?:please\ )?(?:use|invoke|call|activate|delegate\ to|consult|engage|employ|trigger|perfect|ideal)
          (?:\ (?:it|this|him|her|them|proactively|immediately|automatically))?
          (?:\ (?:agent|skill|persona|mode|rule|subagent|command|specialist))?(?:\ proactively)?\**
      | (?:it\ |this\ agent\ )?(?:must|should)\ be\ used(?:\ proactively)?\**
      | (?:you\ )?(?:must|should)\ use\ (?:this|it)(?:\ agent)?(?:\ proactively)?
      | [uú]sa(?:r|lo|la|do|da)?(?:\ (?:este\ agente|esta\ persona|este\ skill|esta\ skill|este|esta))?
      | inv[oó]ca(?:lo|la|r)?|act[ií]va(?:lo|la|r)?|se\ (?:activa|usa)
      | use(?:\ (?:este\ agente|esta\ skill|esta\ persona))?
    )\**,?\ (?:
        (?:con|with|via|com|through|by\ typing)\ [`"']?(?P<command>[/@*][\w:.-]+)[`"']?
          (?:\ (?:o|or|ou)\ [`"']?(?P<second>[/@*][\w:.-]+)[`"']?)?
          ,?\ ?(?:(?:para|to|for|when|cuando|quando)\b)?
      | (?P<when>(?:only\ )?(?:when(?:ever)?|while|if|once|before|after|during
          |cuando|quando|si|se|antes\ de|durante|al)\b)
      | (?P<for>(?:for|para|on|to|in)\b)
    )\s*(?P<what>.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_SUBJECT = re.compile(
    r"(?:(?:you(?:'re| are)?|the user(?:'s)?|users?|someone|a user|it's|there(?:'s| is| are)?"
    r"|necesites|el usuario|quieras"
    r"|precisar(?: de)?|o usuario)\s+)?(?:(?:want|wants|need|needs|asks?|wish|wishes|quiera|necesite"
    r"|precise)(?:s|ing|ed)?\s+"
    r"(?:for |about )?(?:an? agent )?(?:to )?)?",
    re.IGNORECASE,
)
_KEYWORDS = re.compile(
    r"(?:triggers?(?: (?:on|words?|keywords?|phrases?))?|keywords?|activates? on|palabras clave"
    r"|disparadores)\s*[:：]\s*"
    r"(?P<list>.+)$",
    re.IGNORECASE,
)
_GERUND = re.compile(r"(?:and |or |also )?[a-z-]+ing\b", re.IGNORECASE)
_LONGEST = 180


@lru_cache(maxsize=64)  # whoever looks into a description asks for them
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph; `e.g.` and `Node.js` end none."""
    parts: list[str] = []
    for part in _SENTENCES.split(one_line(text)):
        if parts and re.search(r"\b(?:e\.g|i\.e|vs|etc|p\.ej|Dr|Mr|Ms|No)\.$", parts[-1]):
            parts[-1] += f" {part}"
        elif part:
            parts.append(part)
    return tuple(parts)


def situations(description: str) -> tuple[str, ...]:
    """The situations a description asks to be called in, as phrases.

    >>> situations("Reviews code. Use this agent when you need to check a pull request.")
    ('Check a pull request',)
    >>> situations("Use PROACTIVELY for query tuning, or schema design.")
    ('Query tuning', 'Schema design')
    """
    found: dict[str, str] = {}
    for sentence in sentences(description):
        match = _LEAD.match(sentence)
        if match is None or _KEYWORDS.match(sentence):
            continue
        first, *others = _ALTERNATIVES.split(match["what"].strip(" .:;,*"))
        lead = match["when"] or ""
        clauses = [(lead, first), *(m.groups() for other in others if (m := _SUBORDINATE.match(other)))]
        for word, what in clauses:
            for phrase in _phrases(_clause(word, what), nouns=bool(match["for"])):
                found.setdefault(phrase.casefold(), phrase)
    return tuple(found.values())


_ALTERNATIVES = re.compile(
    r",?\s+(?:or|and|o|y|ou|e)\s+(?:con|with|com)\s+[`\"']?[/@*][\w:-]+[`\"']?\s+(?=(?:para|to|for)\s)"
    r"|(?:,\s+(?:or\s+|and\s+|o\s+|y\s+|ou\s+|e\s+)?|\s+(?:or|o|ou)\s+)"
    r"(?=(?:when(?:ever)?|after|before|if|while|cuando|quando|antes de|después de)\s)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?P<word>when(?:ever)?|after|before|if|while|cuando|quando|antes de|después de|para|to|for)"
    r"\s+(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
_KEPT = {"before", "after", "during", "while", "antes de", "después de", "durante", "al"}


def _clause(word: str, what: str) -> str:
    """A clause without the word that begins it, which only stays where it says something (`before`)."""
    if word.casefold() in _KEPT:
        return f"{word.casefold()} {what}"
    subject = _SUBJECT.match(what)
    return what[subject.end() :] if subject else what


def _phrases(what: str, *, nouns: bool) -> Iterator[str]:
    """The situations of a list of nouns or gerunds; anything else is one."""
    parts = [re.sub(r"^(?:and|or|y|o|e|ou)\s+", "", part) for part in split_top(what, ",;")]
    listed = len(parts) > 1 and all(len(part.split()) <= 9 for part in parts)
    if listed and (
        all(_GERUND.match(part) for part in parts) or (nouns and all(len(p.split()) > 1 for p in parts))
    ):
        yield from (_phrase(part) for part in parts)
    elif what:
        yield _phrase(what)


def _phrase(text: str) -> str:
    text = one_line(text).strip(" .,;:*")
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:(") + "…"
    return text[:1].upper() + text[1:]


_ANOTHER = re.compile(
    r"\s(?:or|and|o|y|ou|e)\s+(?:con|with|com)\s+[`\"']?([/@*][\w:-]+)[`\"']?\s+(?:para|to|for)\s+"
    r"(.*?)(?=,?\s+(?:or|and|o|y|ou|e)\s+(?:con|with|com)\s+[`\"']?[/@*]|$)"
)


def commands(description: str) -> tuple[tuple[str, str], ...]:
    """The commands a description says to call with, each with what it is for.

    >>> commands("Auditoría. Úsalo con /seo para auditar páginas.")
    (('/seo', 'auditar páginas'),)
    """
    found: dict[str, str] = {}
    for sentence in sentences(description):
        match = _LEAD.match(sentence)
        if match and match["command"]:
            said = _ALTERNATIVES.split(match["what"])[0]
            for token in filter(None, (match["command"], match["second"])):
                found.setdefault(token.rstrip(".:"), one_line(said).strip(" .,;:"))
            for token, purpose in _ANOTHER.findall(match["what"]):
                found.setdefault(token, one_line(purpose).strip(" .,;:"))
    return tuple(found.items())


def keywords(description: str) -> tuple[str, ...]:
    """The words a description says it listens for (`Triggers on: 'GDPR', 'CCPA'`)."""
    for sentence in sentences(description):
        match = _KEYWORDS.search(sentence)
        if match:
            quoted = re.findall(r"['\"“‘`]([^'\"“”‘’`]{2,60})['\"”’`]", match["list"])
            words = quoted or split_top(match["list"].rstrip("."))
            return tuple(dict.fromkeys(unquote(word).strip(" .,") for word in words if len(word) <= 60))
    return ()
