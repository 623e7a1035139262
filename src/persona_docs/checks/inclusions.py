"""Syntax by which other tools read files or run code; the catalog shows it as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from persona_docs.checks.lines import Line, Lines
from persona_docs.checks.wording import about, listed, short
from persona_docs.model import Finding, Persona, Severity

_MOST = 10

_SNIPPET = re.compile(r"^\s*;?-{1,3}8<-{1,3}(?:\s|$)")
_TEMPLATE = re.compile(
    r"""(?x) \{%-?\s*(?:include|import|from|extends|macro|include-markdown|call)\b
        | \{\{[^{}\n]{0,200}
          (?:__\w+__|\b(?:config\.|environ\b|read_\w+\(|include\w*\(|macros_info\(|os\.|open\())"""
)
_INCLUDE = re.compile(
    r"\{![\w./~-][^!\n]{0,200}!\}|^!{3}\s*include\(|^@@include\b|\[\[include:|\{\{<\s*include\b|^\s*#include-md\b"
)
_RUN = re.compile(r"""\bexec\s*=\s*["']?(?:on|yes|true|1)\b|^\s*(?:`{3,}|~{3,})\s*\{[^}\n]*\bexec\b""")
_OBJECT = re.compile(r"^::: [A-Za-z_]\w*(?:\.\w+)+\s*$")
_IMPORT = re.compile(
    r"(?<![\w@`./])@(?:~/|\.{1,2}/|/)?[\w.-]+(?:/[\w.-]+)*/?[\w-]*\.(?:md|mdc|txt|json|ya?ml|toml)\b"
)
_COMMAND = re.compile(r"(?:^|(?<=[\s(:]))!`([^`\n]+)`")
_CODE_SPAN = re.compile(r"`[^`\n]*`")

_SIGNS = re.compile(
    r"8<-|\{%|\{\{|\{!|! ?include\(|@@include|\[\[include|^:::|#include-md|exec\b|\{:|\bon[a-z]{3,}\s*=|^///",
    re.MULTILINE,
)
_EVENT_NAMES = "click error load toggle focus blur mouse pointer key animation submit input change"
_EVENTS = _EVENT_NAMES.split()
_WORDS = (
    *("8<-", "{%", "{{", "{!", "{:", "include", "exec", ":::", "///"),
    *(f"on{event}" for event in _EVENTS),
)
"""A line that holds a sign holds one of these."""

_HANDLER = rf"on(?:{'|'.join(_EVENTS)})\w*"
_ATTRIBUTES = re.compile(
    rf"""(?ix) \{{:?\s [^{{}}\n]{{0,200}}?
            (?:\b{_HANDLER}\s*= | \#__ | \.md- | \bdata-(?:md|toc)- | \bstyle\s*=)
        | ["']\s*{_HANDLER}\s*=\s*\\?["'\w]
        | ^///+\s*html\b"""
)
_PUTS_ATTRIBUTES = "An extension of Markdown would put attributes or elements of this on the page"
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_SNIPPET, "Snippets would put a file in place of this"),
    (_TEMPLATE, "A template engine would run this"),
    (_INCLUDE, "An include plugin would put a file in place of this"),
    (_ATTRIBUTES, _PUTS_ATTRIBUTES),
    (_OBJECT, "mkdocstrings would put documentation in place of this"),
)


def inclusion(persona: Persona) -> Iterator[Finding]:
    """Syntax of snippets, macros, includes and running fences, and what Claude Code loads by itself."""
    lines = Lines(persona.body)
    yield from islice(_foreign(lines, persona), _MOST)
    yield from _loaded(lines, persona)


def _foreign(lines: Lines, persona: Persona) -> Iterator[Finding]:
    for line in lines.holding(_WORDS):
        if not _SIGNS.search(line.text):
            continue
        fence = line.text.lstrip().startswith(("```", "~~~"))
        if fence and _RUN.search(line.text):
            yield _about(persona, f"A plugin would run this block: `{short(line.text)}`", line)
        elif fence and _ATTRIBUTES.search(line.text):
            yield _about(persona, f"{_PUTS_ATTRIBUTES}: `{short(line.text)}`", line)
        for pattern, message in _KINDS:
            match = pattern.search(line.text)
            if not match:
                continue
            code = lines.is_code(line)
            if code and pattern is not _SNIPPET:
                continue  # Snippets alone look into code blocks
            told = _about(persona, f"{message}: `{short(line.text)}`", line, match[0].strip())
            yield replace(told, severity=Severity.INFO) if code or pattern is _OBJECT else told


def _loaded(lines: Lines, persona: Persona) -> Iterator[Finding]:
    """One finding for what Claude Code reads and runs before it shows the text to a model."""
    found: dict[str, tuple[Line, str]] = {}
    for line in lines.holding(("@", "!`")):
        commands = _COMMAND.findall(line.text)
        files = _IMPORT.findall(_CODE_SPAN.sub("", line.text)) if "@" in line.text else []
        if (commands or files) and not lines.is_code(line):
            for command in commands:
                found.setdefault(f"`!{short(command, 40)}`", (line, f"!`{command}"))
            for name in files:
                found.setdefault(f"`{name}`", (line, name))
    if found:
        message = (
            f"It makes tools read files or run commands where it is loaded: {listed(tuple(found), most=5)}"
        )
        told = _about(persona, message, *next(iter(found.values())), fix="Check that this is what you want.")
        yield replace(told, severity=Severity.INFO)


def _about(persona: Persona, message: str, line: Line, said: str = "", fix: str = "") -> Finding:
    """A finding about a line, and what is said in it; without the latter, all that stands there."""
    return about(persona, "inclusion", message, line.number, said=said or line.text.strip(), fix=fix)
