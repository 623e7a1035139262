"""Where a front matter stands, however it is fenced in.

The normal case (`---` on the first line, `---` below the fields) needs none of this. It is for the rest of
what people write: a document in a code fence, an indented file, a heading above, a delimiter missing. A
horizontal rule is no delimiter, and a body is never eaten by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from persona_docs.reading.front_matter.keylines import KEY_LINE, is_known
from persona_docs.reading.front_matter.prose import first_prose
from persona_docs.reading.front_matter.surroundings import FENCE, OPENER, Problem, without_surroundings

CLOSER = re.compile(r"(?:-{3,}|\.\.\.|[–—]{1,3})[ \t]*(#.*)?$")
_INDENTED_CLOSER = re.compile(r"[ \t]{1,3}-{3,}[ \t]*$")

_PREAMBLE = 6
_UNOPENED = 40
"""How many lines from the top a front matter may start, and end where nothing opens it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A front matter and the body below it.

    Attributes:
        text: the lines between the delimiters, without what indents them all.
        line: source line of the first of them.
        indent: by how many columns they were indented.
        body: the Markdown; lines above the front matter are kept in it, and every line keeps its number.
        body_line: source line of the body's first line.
        problems: what is wrong with where it stands.
    """

    text: str
    line: int
    body: str
    body_line: int
    indent: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    """Lines counted from 0: what opens the front matter, its fields, and where the body starts."""

    opener: int
    start: int
    end: int
    body: int
    problems: tuple[Problem, ...] = ()


def locate(text: str) -> Block | None:
    """The front matter of a text, or `None` where it has none."""
    whole = without_surroundings(text)
    if not whole.lines:
        return None
    span = _span(whole.lines)
    if span is None:
        return None
    lines, shift = whole.lines, whole.first
    problems = tuple(replace(each, line=each.line + shift) for each in span.problems)
    above = span.opener if any(line.strip() for line in lines[: span.opener]) else 0
    body = [*lines[:above], *[""] * (span.body - above), *lines[span.body :]] if above else lines[span.body :]
    return Block(
        "\n".join(lines[span.start : span.end]),
        shift + span.start,
        "\n".join(body),
        shift if above else shift + span.body,
        whole.indent,
        (*whole.problems, *problems),
    )


def _span(lines: list[str]) -> _Span | None:
    if OPENER.match(lines[0]):
        return _after_opener(lines, 0)
    if not KEY_LINE.match(lines[0]):
        return _below_text(lines) or _in_comment(lines)
    return _without_opener(lines)


def _below_text(lines: list[str]) -> _Span | None:
    """A front matter under a heading, a comment or a few words; fields must follow its `---` at once."""
    opener = next((n for n, line in enumerate(lines[1:_PREAMBLE], 1) if OPENER.match(line)), 0)
    if not opener or opener + 1 >= len(lines) or not is_known(lines[opener + 1]):
        return None
    above = lines[:opener]
    underlined = above[-1].strip() and not above[-1].startswith(("#", "<!--")) and "-->" not in above[-1]
    if underlined or any(FENCE.match(line) for line in above):
        return None
    span = _after_opener(lines, opener)
    if span is None or any(problem.severe for problem in span.problems):
        return None
    problem = Problem(
        "There is text before the front matter", "Move the front matter to the first line.", opener
    )
    return replace(span, problems=(problem, *span.problems))


def _after_opener(lines: list[str], opener: int) -> _Span | None:
    start = next((n for n in range(opener + 1, len(lines)) if lines[n].strip()), len(lines))
    if start == len(lines):
        return None
    apart = start > opener + 1
    if lines[start].startswith("%"):
        return _after_directives(lines, opener, start)
    closer = _closer(lines, start)
    if closer is not None and all(not each.strip() or each.startswith("#") for each in lines[start:closer]):
        if apart or any(not each.strip() for each in lines[start:closer]):
            return None  # two rules, with nothing or a heading between them
        problem = Problem("The front matter is empty", "Add `name:` and `description:`.", opener)
        return _Span(opener, start, closer, closer + 1, (problem,))
    known = any(is_known(line) for line in lines[start : closer if closer is not None else start + 12])
    if not known and (apart or not _looks_like_fields(lines, start, closer)):
        return None
    return _closed_or_not(lines, opener, start, closer)


def _looks_like_fields(lines: list[str], start: int, closer: int | None) -> bool:
    if closer is None:
        return bool(KEY_LINE.match(lines[start])) and all(map(KEY_LINE.match, lines[start : start + 2]))
    return bool(KEY_LINE.match(lines[start])) or lines[start].lstrip().startswith(
        ("#", "{", "?", "&", "!", '"', "'")
    )


def _after_directives(lines: list[str], opener: int, start: int) -> _Span | None:
    """The fields behind `%YAML 1.2` and the `---` that ends such lines."""
    below = next((n for n in range(start, len(lines)) if lines[n].strip() and lines[n][0] != "%"), len(lines))
    below += below < len(lines) and OPENER.match(lines[below]) is not None
    if not any(map(KEY_LINE.match, lines[below : below + 12])):
        return None
    problem = Problem("There is a YAML directive in the front matter", "Delete it.", start)
    span = _closed_or_not(lines, opener, below, _closer(lines, below))
    return replace(span, problems=(problem, *span.problems))


def _closed_or_not(lines: list[str], opener: int, start: int, closer: int | None) -> _Span:
    prose = first_prose(lines, start, closer)
    end = prose if prose is not None else len(lines)
    if closer is not None and prose is None:
        return _Span(opener, start, closer, closer + 1, tuple(_odd_delimiters(lines, opener, closer)))
    shifted = next((n for n in range(start, end) if _INDENTED_CLOSER.match(lines[n])), None)
    if shifted is not None and not (shifted + 1 < end and lines[shifted + 1].startswith(" ")):
        problem = Problem("The closing `---` is indented", "Remove the indentation.", shifted)
        return _Span(opener, start, shifted, shifted + 1, (problem,))
    problem = Problem(
        "The front matter is never closed",
        "Put `---` on a line of its own after the last field.",
        opener,
        severe=True,
    )
    return _Span(opener, start, end, end, (problem,))


def _odd_delimiters(lines: list[str], *numbers: int) -> list[Problem]:
    fix = "Write `---` alone on its line."
    problems = []
    for number in numbers:
        line = lines[number].strip()
        if "#" in line:
            problems.append(Problem("There is a comment on the delimiter's line", fix, number))
        elif not line.isascii():
            problems.append(Problem("The delimiter is a dash instead of three hyphens", fix, number))
        elif len(line) > 3:
            problems.append(Problem(f"The delimiter has {len(line)} dashes", fix, number))
    return problems[:1]


def _closer(lines: list[str], start: int) -> int | None:
    return next((n for n in range(start, len(lines)) if CLOSER.match(lines[n])), None)


def _in_comment(lines: list[str]) -> _Span | None:
    """Fields in a comment that the file begins with, and nothing else in it."""
    closer = next((n for n, line in enumerate(lines) if line.rstrip() == "-->"), 0)
    if lines[0].rstrip() != "<!--" or not closer:
        return None
    below = next((line for line in lines[closer + 1 :] if line.strip()), "")
    if OPENER.match(below) or not is_known(lines[1]) or not _are_fields(lines[1:closer]):
        return None
    problem = Problem(
        "The front matter is inside a comment", "Write `---` for `<!--` above it and for `-->` below it.", 0
    )
    return _Span(0, 1, closer, closer + 1, (problem,))


def _are_fields(block: list[str]) -> bool:
    """Whether lines are at least two fields and what belongs to them."""
    keys = sum(KEY_LINE.match(line) is not None for line in block)
    return keys > 1 and all(
        KEY_LINE.match(line) or line.startswith((" ", "\t", "- ")) or not line.strip() for line in block
    )


def _without_opener(lines: list[str]) -> _Span | None:
    """Fields that start without `---`: at least two, one of them known, up to a closing delimiter."""
    closer = _closer(lines, 1)
    if closer is None or closer > _UNOPENED or not is_known(lines[0]):
        return None
    if not _are_fields(lines[:closer]):
        return None
    problem = Problem("The opening `---` is missing", "Put `---` on the first line.", 0)
    return _Span(0, 0, closer, closer + 1, (problem,))
