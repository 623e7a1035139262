"""The call that a file's own name makes: of a command always, of a skill where it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from persona_docs.folding import fold
from persona_docs.model import Fact, Origin, Trigger, TriggerKind
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.headings import concept_of
from persona_docs.reading.dialects.dialect import Dialect, Record
from persona_docs.reading.fields.paths import has_own_folder, stem
from persona_docs.reading.front_matter.keys import normalise_key, pairs, text_of
from persona_docs.reading.front_matter.switches import SWITCHED_OFF, SWITCHED_ON
from persona_docs.reading.front_matter.values import Fields

_WORD = re.compile(r"[^\W_]+")
_BY_PEOPLE = tuple(map(normalise_key, ("user-invocable", "user-invokable", "invokable")))
"""Switches of who may call it, as the products and their older versions write them."""

_BY_MODELS = normalise_key("disable-model-invocation")
_ARGUMENTS = tuple(map(normalise_key, ("argument-hint", "arguments")))
"""What is typed behind a name that is called."""

_OWN = re.compile(r"alias|trigger|activ|atajo|atalho|invo[ck]|召|呼|触发|觸發", re.IGNORECASE)
"""What is said above calls that are as good as the name: `Aliases`."""

_FOLDERS = frozenset({"command", "commands"})
"""Folders that hold all commands of a product."""


def with_own_call(
    triggers: tuple[Trigger, ...], record: Record, dialect: Dialect, path: str, name: Fact
) -> tuple[Trigger, ...]:
    """Triggers with the one that a file's name makes, first, unless one of them is that; no other file's.

    Args:
        triggers: what the file says.
        record: the persona, as its dialect's reader found it.
        dialect: which says whether, and how, people call what a file holds.
        path: of the file.
        name: the persona's, which may have a plugin or folder before the file's (`git:tidy`).
    """
    if not (dialect.slash or dialect.asked):
        return triggers
    known = ("".join(_WORD.findall(fold(each))) for each in (name.value, stem(path)))
    ours = [*known, *_WORD.findall(fold(name.value))]
    triggers = tuple(each for each in triggers if not _is_anothers(each, ours))
    if not _is_called(record.fields, usually=dialect.slash):
        return triggers
    declared = not name.derived and (dialect.by_name or _is_nobodys(path))
    own = name.value if declared else _call(path, dialect.joint)
    last = re.split("[/:]", own)[-1]
    own = name.value if name.value.rpartition(":")[2] == own else own
    kind = TriggerKind.COMMAND if dialect.sign == "/" else TriggerKind.MENTION
    alike = (trigger.value for trigger in triggers if trigger.kind is kind)
    said = {re.split("[@/:]", each)[-1].casefold() for each in alike}
    if not re.fullmatch(r"\w[\w.:/-]*", own) or last.casefold() in said:
        return triggers
    return (Trigger(f"{dialect.sign}{own}", Origin.DERIVED, kind=kind), *triggers)


def _is_anothers(trigger: Trigger, ours: Sequence[str]) -> bool:
    """Whether a command in the text is another file's: one that has a name of its own is called by that.

    What has a word of it, too, may be a part of it: `/nets:mend` in a skill `nets`.
    """
    if not trigger.derived or trigger.kind is not TriggerKind.COMMAND or _OWN.search(trigger.where):
        return False
    if concept_of(trigger.where) not in {Concept.COMMANDS, Concept.ACTIVATES_ON}:
        return False
    call = "".join(_WORD.findall(fold(trigger.value)))
    return not any(word in call for word in ours if len(word) > 2)


def _is_nobodys(path: str) -> bool:
    """Whether a skill's file lies in no folder of its own, so that neither says what it is called."""
    return PurePosixPath(path).name.lower() == "skill.md" and not has_own_folder(path)


def _is_called(fields: Fields, *, usually: bool) -> bool:
    """Whether people call a file's content with a slash and its name.

    Args:
        fields: its front matter.
        usually: whether they do where nothing is said of it.
    """
    known = {key: text_of(value).casefold() for key, value in pairs(fields).items()}
    if any(known.get(key) in SWITCHED_OFF for key in _BY_PEOPLE):
        return False
    said = any(known.get(key) in SWITCHED_ON for key in (*_BY_PEOPLE, _BY_MODELS))
    return usually or said or any(key in known for key in _ARGUMENTS)


def _call(path: str, joint: str) -> str:
    """What people call a file by, with the folders that its product makes a part of that.

    >>> _call(".gemini/commands/git/tidy.toml", ":"), _call("commands/git/tidy.md", "")
    ('git:tidy', 'tidy')
    """
    *folders, _ = PurePosixPath(path).parts
    top = next((n for n in range(len(folders), 0, -1) if folders[n - 1] in _FOLDERS), len(folders))
    return joint.join((*folders[top:], stem(path))) if joint else stem(path)
