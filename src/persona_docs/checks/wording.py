"""The words of findings: whom they are about, what may have been meant, and lists that do not run on."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from persona_docs.codes import finding
from persona_docs.folding import nearest
from persona_docs.model import Finding, Persona
from persona_docs.reading.text.places import column_of, line_at


def about(
    persona: Persona,
    code: str,
    message: str,
    line: int = 0,
    *,
    column: int = 0,
    said: str = "",
    behind: str = "",
    fix: str = "",
) -> Finding:
    """A finding about a persona, in its file.

    Args:
        persona: whom it is about.
        code: see `codes`.
        message: what is wrong.
        line: where; 0 for the whole file.
        column: where in the line, if that is known.
        said: what it is about as it stands in the line, which tells the column.
        behind: see `column_of`.
        fix: what to do, if the code does not say it.
    """
    if said and line and not column:
        column = column_of(line_at(persona.source.text, line), said, behind)
    return finding(code, message, persona.source.path, line, column, fix=fix, persona=persona.id)


LIKE = 0.7
"""How much of a word something has to share to be what was meant; 1 is all of it."""


def did_you_mean(word: str, known: Iterable[str], cutoff: float = LIKE) -> str:
    """A clause to put behind a sentence, or an empty text.

    >>> did_you_mean("bsah", ["Bash", "Read"])
    '; did you mean “Bash”?'
    """
    near = nearest(word, known, cutoff)
    return f"; did you mean “{near}”?" if near else ""


def listed(texts: Collection[str], most: int = 8, word: str = "and") -> str:
    """Texts as people list them, the rest counted.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c", "d"], most=2)
    ('a, b and c', 'a, b and 2 more')
    """
    shown = list(texts)[:most]
    if len(texts) > most:
        shown.append(f"{len(texts) - most} more")
    return f"{', '.join(shown[:-1])} {word} {shown[-1]}" if len(shown) > 1 else "".join(shown)


def short(text: str, most: int = 60) -> str:
    """A text in one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
