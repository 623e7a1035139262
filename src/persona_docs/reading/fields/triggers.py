"""Tokens that call a persona: `/dev`, `@backend`, `*help`, or a word that is listened for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from persona_docs.model import Origin, Trigger, TriggerKind
from persona_docs.reading.fields.facts import Complain, flat, is_warning
from persona_docs.reading.front_matter.keys import Entry, normalise_key, pairs
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.phrases import one_line, split_top, unquote

_COMMAND = re.compile(r"/[\w][\w:.-]*", re.UNICODE)
_MENTION = re.compile(r"@[\w][\w.-]*", re.UNICODE)
_MENU = re.compile(r"\*[\w][\w-]*", re.UNICODE)
_KINDS = {
    "/": (_COMMAND, TriggerKind.COMMAND),
    "@": (_MENTION, TriggerKind.MENTION),
    "*": (_MENU, TriggerKind.MENU),
}
_MENU_CODE = re.compile(r"(?P<code>[A-Z][A-Z0-9]{0,4})(?: or fuzzy match on (?P<words>.+))?")
_CODE_PREFIX = re.compile(r"^\[[A-Z][A-Z0-9]{0,4}\]\s*")
_GLOB = re.compile(r"\*\S*")
_CALLING = frozenset({"trigger", "command", "cmd", "mention", "keyword", "phrase", "word", "alias"})
_MODES = frozenset({"always_on", "model_decision", "glob", "manual"})
"""When a rule of Windsurf and of Antigravity holds, written as its `trigger`: no word that calls it."""

_MAX = 60
"""No trigger is longer: what is longer is a sentence about one."""

_TOKEN_KEYS = ("trigger", "command", "code", "name", "cmd", "keyword", "phrase", "value", "glob", "regex")
_HELP_KEYS = ("description", "help", "label", "text", "action", "event")


def trigger(
    text: str, line: int = 0, where: str = "", origin: Origin = Origin.DECLARED, help_text: str = ""
) -> Trigger | None:
    """The trigger a text is or starts with; `None` where it is empty or a sentence.

    >>> t = trigger("/dev - implement a feature")
    >>> t.value, t.kind.value, t.help
    ('/dev', 'command', 'implement a feature')
    """
    text = one_line(unquote(text))
    pattern, kind = _KINDS.get(text[:1], (None, TriggerKind.KEYWORD))
    if pattern is not None:
        match = pattern.match(text)
        if match is None or text[match.end() : match.end() + 1] in {"/", "@"}:
            return None  # a path, a route, an address
        token = match.group().rstrip(".:-")
        if token[1:].isdecimal():
            return None  # a share, a mask of a network: `/24`
        said = text[match.end() :].strip(" -–—:\t")
        return (
            Trigger(token, origin, line, where, kind, one_line(help_text or said)) if len(token) > 1 else None
        )
    if not text or len(text) > _MAX:
        return None
    return Trigger(text.rstrip(".,;"), origin, line, where, TriggerKind.KEYWORD, one_line(help_text))


def apart(entry: Entry) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """What of a field calls a persona, and what does not.

    A mapping of lists (`keywords: …`) calls with these, but for those that say when not to
    (`do_not_use_when: …`); what stands beside them (`priority: 7`) is how it is set, as is a rule's mode.
    """
    parts: tuple[Entry, ...] = (entry,)
    if isinstance(entry.value, Scalar) and entry.value.text.strip() in _MODES:
        return (), parts
    mapping = isinstance(entry.value, Fields) and any(isinstance(inner, Items) for _, inner in entry.value)
    if isinstance(entry.value, Fields) and mapping:
        parts = tuple(Entry(f"{entry.key}.{key.text}", inner) for key, inner in entry.value)
    other = tuple(
        part for part in parts if is_warning(_last_key(part)) or (mapping and not _is_calling(part))
    )
    return tuple(part for part in parts if part not in other), other


def _last_key(entry: Entry) -> str:
    return entry.key.rpartition(".")[2]


def _is_calling(entry: Entry) -> bool:
    if not isinstance(entry.value, Scalar):
        return isinstance(entry.value, Items)
    key = normalise_key(_last_key(entry))
    return key.removesuffix("s") in _CALLING or unquote(entry.value.text)[:1] in _KINDS


def read_triggers(entries: Iterable[Entry], complain: Complain) -> tuple[Trigger, ...]:
    """The triggers of all fields that hold some, in the order of the fields."""
    found: dict[str, Trigger] = {}
    for entry in entries:
        for item in _entry(entry, entry.value, complain):
            found.setdefault(item.value.casefold(), item)
    return tuple(found.values())


def _entry(entry: Entry, value: Value, complain: Complain) -> Iterator[Trigger]:
    if isinstance(value, Scalar):
        if not value.null and not _is_switch(value):
            for n, line in enumerate(value.text.split("\n")):
                for part in _tokens(line.strip().removeprefix("- ")):
                    yield from _one(part, value.line + n, entry.key)
    elif isinstance(value, Items):
        for inner in value.values:
            if isinstance(inner, Scalar):
                if not inner.null:
                    yield from _one(inner.text, inner.line, entry.key)
            elif isinstance(inner, Fields):
                yield from _mapping(inner, entry)
            else:
                complain(f"`{entry.key}` holds a list inside a list", inner)
                yield from _entry(entry, inner, complain)
    else:
        for key, inner in value:
            if isinstance(inner, Scalar):
                yield from _one(key.text, key.line, entry.key, flat(inner), menu=True)
            else:
                yield from _entry(entry, inner, complain)


def _is_switch(value: Scalar) -> bool:
    """Whether a value says that there is a command (`command: true`), and not which."""
    return value.plain and value.text.casefold() in {"true", "false"}


def _tokens(line: str) -> tuple[str, ...]:
    """The triggers of a line: at commas, or at spaces where every word has a trigger's sign."""
    parts = split_top(line, ",;|，、")
    words = line.split()
    if len(parts) == 1 and len(words) > 1 and all(word[0] in _KINDS for word in words):
        return tuple(words)
    return parts


def _one(text: str, line: int, where: str, help_text: str = "", *, menu: bool = False) -> Iterator[Trigger]:
    text = one_line(unquote(text))
    code = _MENU_CODE.fullmatch(text) if menu else None
    if code:
        said = _CODE_PREFIX.sub("", one_line(help_text))
        yield Trigger(code["code"], Origin.DECLARED, line, where, TriggerKind.MENU, said)
        return
    found = trigger(text, line, where, help_text=_CODE_PREFIX.sub("", one_line(help_text)))
    if found is not None:
        yield found
    elif text and (text[0] not in _KINDS or _GLOB.fullmatch(text)):
        yield Trigger(text, Origin.DECLARED, line, where, TriggerKind.KEYWORD, one_line(help_text))


def _mapping(value: Fields, entry: Entry) -> Iterator[Trigger]:
    """A trigger written as a mapping: `{trigger: …, description: …}`, or `{help: show what I can do}`."""
    known = pairs(value)
    token = next((known[k] for k in _TOKEN_KEYS if isinstance(known.get(k), Scalar)), None)
    if token is not None:
        said = next((flat(known[k]) for k in _HELP_KEYS if k in known), "")
        yield from _one(flat(token), token.line, entry.key, said, menu=True)
        return
    for key, inner in value:
        yield from _one(key.text, key.line, entry.key, flat(inner) if isinstance(inner, Scalar) else "")
