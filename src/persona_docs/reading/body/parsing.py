"""A persona's Markdown, parsed once: what pages are rendered from and what facts are read out of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from persona_docs.codes import finding
from persona_docs.model import Body, Finding, Section
from persona_docs.options import Limits
from persona_docs.reading.body import hazards
from persona_docs.reading.body import links as body_links
from persona_docs.reading.body.checklists import checklists
from persona_docs.reading.body.fences import fence_findings
from persona_docs.reading.body.outline import sections
from persona_docs.reading.markdown import gfm
from persona_docs.reading.markdown.budget import Budget, Overrun
from persona_docs.reading.markdown.plain import only_text
from persona_docs.reading.text.places import Columns

_SHARE = 0.6  # of the time for one file; the rest is for rendering
_TAGS = 10  # characters of HTML around the content of a token, about
_KEPT = 20_000
_MARKED = frozenset({"html_block", "fence", "long_line"})


def parse(
    text: str,
    path: str,
    line: int = 1,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    *,
    image_hosts: tuple[str, ...] = (),
    place: Callable[[int], int] = int,
) -> tuple[Body, tuple[Finding, ...]]:
    r"""Parse the Markdown of a persona. Never raises.

    Args:
        text: the Markdown below the front matter, with `\n` line ends.
        path: the source path, for findings.
        line: the source line of the text's first line.
        limits: what it may cost. A body that costs more has no tokens, and is shown as its source.
        image_hosts: hosts whose images are no finding.
        place: gives the line of the file that a message has to name for a line of the text.

    Returns:
        The body, every line number in it a source line, and what is wrong with it.
    """
    try:
        return _parse(text, path, line, limits, image_hosts, place)
    except Overrun as overrun:
        problem = finding(
            "too-slow", f"{overrun}; the text is shown as it is written", path, overrun.line or line
        )
    except RecursionError:
        problem = finding(
            "too-slow", "It is nested too deeply; the text is shown as it is written", path, line
        )
    except Exception as error:  # noqa: BLE001 - one text must never cost the others, whatever a parser makes of it
        name = type(error).__name__
        problem = finding(
            "too-slow", f"It cannot be parsed ({name}); the text is shown as it is written", path, line
        )
    section = Section("", 0, "", line, text[:_KEPT].strip())
    return Body(text, line, sections=(section,) if section.text else ()), (problem,)


def without_tokens(body: Body) -> Body:
    """The body without what only rendering needs."""
    return replace(body, tokens=(), bare=bool(body.tokens) or body.bare)


def with_tokens(body: Body, limits: Limits = Limits()) -> Body:  # noqa: B008 - frozen
    """The body with its tokens, parsed once more where they were let go."""
    if not body.bare:
        return body
    return replace(body, tokens=parse(body.text, "", body.line, limits)[0].tokens, bare=False)


def _parse(
    text: str,
    path: str,
    line: int,
    limits: Limits,
    image_hosts: tuple[str, ...],
    place: Callable[[int], int],
) -> tuple[Body, tuple[Finding, ...]]:
    if len(text) > limits.file_size:
        raise Overrun(f"The text is longer than {limits.file_size:,} characters")
    budget = Budget(limits.seconds * _SHARE)
    parsed = gfm.parse(text, limits, budget, line)
    _check_size(parsed.tokens, limits)
    outline = sections(parsed.tokens, line)
    marked = tuple(filter(_is_marked, parsed.tokens))
    links = tuple(body_links.links(_watched(marked, budget)))
    body = Body(text, line, outline, checklists(parsed.tokens), links, tokens=parsed.tokens)
    columns = Columns(text, line)
    findings = (
        *_long_lines(marked, path, limits),
        *fence_findings(marked, path, text.split("\n"), line, place),
        *hazards.html_findings(_watched(marked, budget), path, columns),
        *hazards.hidden_references(parsed.references, path, columns),
        *body_links.link_findings(links, path, image_hosts, columns),
    )
    return body, tuple(sorted(findings, key=lambda each: (each.line, each.column)))


def _is_marked(token: Token) -> bool:
    """Whether a token may hold what is told of: it is no mere text, and does not only open or close."""
    if token.type == "inline":
        return not only_text(token) or "<" in token.content or "&" in token.content
    return token.type in _MARKED


def _watched(tokens: Iterable[Token], budget: Budget) -> Iterator[Token]:
    """The same, stopping when time is up."""
    for token in tokens:
        budget.check()
        yield token


def _check_size(tokens: Sequence[Token], limits: Limits) -> None:
    """Stop where a page would be too large: a reference of one letter can stand for a target of thousands."""
    size = 0
    for token in tokens:
        size += _TAGS + (0 if token.children else len(token.content))
        for child in token.children or ():
            size += _TAGS + len(child.content)
            if child.attrs:
                size += sum(len(str(value)) for value in child.attrs.values())
        if size > limits.html_size:
            raise Overrun(f"The page would be larger than {limits.html_size:,} characters")


def _long_lines(tokens: Sequence[Token], path: str, limits: Limits) -> list[Finding]:
    message = "The line has {:,} characters, more than {:,}; it is shown as it is written"
    return [
        finding(
            "too-slow",
            message.format(len(token.content), limits.line),
            path,
            token.map[0] if token.map else 0,
        )
        for token in tokens
        if token.type == "long_line"
    ]
