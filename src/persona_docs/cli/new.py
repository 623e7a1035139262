"""`persona-docs new`: a persona to begin with, in the dialect of one's choice."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import click

from persona_docs.cli.console import Refusal, say
from persona_docs.cli.inputs import site_options
from persona_docs.reading.discovery.discover import discover

_LONGEST = 64  # https://agentskills.io/specification
_BODY = """# {title}

You are the {title}. {description}

## How you work

1. Say in one sentence what you understood, and ask about what is missing.
2. Do the smallest thing that solves the task, and show it.
3. Say what you checked, and what you did not.

## Checklist

- [ ] The result does what was asked for
- [ ] Nothing else was changed
- [ ] Open questions are named
"""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a dialect's personas begin.

    Attributes:
        place: the file, in the project.
        front: what stands before the body.
        end: what stands behind it.
    """

    place: str
    front: str
    end: str = ""


_NAMED = "---\nname: {name}\ndescription: {quoted}\n---\n\n"
PATTERNS = {
    "claude-agent": Pattern(".claude/agents/{name}.md", _NAMED),
    "copilot-agent": Pattern(".github/agents/{name}.agent.md", _NAMED),
    "cursor-agent": Pattern(".cursor/agents/{name}.md", _NAMED),
    "cursor-rule": Pattern(
        ".cursor/rules/{name}.mdc", "---\ndescription: {quoted}\nglobs:\nalwaysApply: false\n---\n\n"
    ),
    "gemini": Pattern(".gemini/agents/{name}.md", _NAMED),
    "opencode": Pattern(".opencode/agent/{name}.md", "---\ndescription: {quoted}\nmode: subagent\n---\n\n"),
    "codex": Pattern(
        ".codex/agents/{name}.toml",
        'name = "{name}"\ndescription = {quoted}\ndeveloper_instructions = """\n',
        '"""\n',
    ),
    "kiro": Pattern(".kiro/agents/{name}.md", _NAMED),
    "skill": Pattern(".agents/skills/{name}/SKILL.md", _NAMED),
    "lmagent": Pattern(
        "personas/{name}.md",
        "---\nname: {name}\ndescription: {quoted}\nrole: {title_quoted}\nexpertise: []\n---\n\n",
    ),
}
"""Of each dialect that is offered, where its file goes and how it begins."""


@click.command()
@click.option("--name", "-n", prompt="What is it called", help="What it is called: Release manager.")
@click.option(
    "--description",
    prompt="What is it for, and when should it be used",
    help="What it is for and when it should be used, in a sentence or two.",
)
@click.option(
    "--dialect",
    type=click.Choice(tuple(PATTERNS)),
    prompt="Which product is it for",
    default="claude-agent",
    help="How it is written; that says where its file goes.",
)
@click.option(
    "--directory",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write it into, in place of the one its product reads.",
)
def new(*, name: str, description: str, dialect: str, directory: Path | None) -> None:
    """Write a first persona from a template.

    What is not given as an option is asked. No file is overwritten.
    """
    handle = _handle(name)
    title, said = _line(name), _line(description)
    if not handle or not said:
        what = "a name needs a letter from a to z, or a digit" if said else "the description is empty"
        raise Refusal(what)
    pattern = PATTERNS[dialect]
    if dialect == "codex":
        title, told = (text.replace("\\", "\\\\").replace('"', '\\"') for text in (title, said))
    else:
        told = said
    place = pattern.place.format(name=handle)
    folder = Path(pattern.place.partition("/{name}")[0])
    home = directory or folder
    file = home / Path(place).relative_to(folder)
    front = pattern.front.format(name=handle, quoted=_quoted(said), title_quoted=_quoted(_line(name)))
    text = front + _BODY.format(title=title, description=told) + pattern.end
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise Refusal(f"{file} is there already; choose another name") from error
    except OSError as error:
        raise Refusal(f"{file} cannot be written: {error.strerror}") from error
    say(f"{file} is written.", bold=True)
    say("Fill in what your persona should know; then `persona-docs serve` shows it.")
    if config := _passed_by(file):
        say(f"First add `{home.as_posix()}` to `sources` in {config.name}, which does not name it.")


def _passed_by(file: Path) -> Path | None:
    """The site's configuration, where none of its sources holds the new file."""
    inputs = site_options(None)
    if not inputs.configured:
        return None
    found, _ = discover(inputs.options.sources, inputs.root, inputs.options.limits)
    new = file.resolve()
    return None if any(each.file.resolve() == new for each in found) else inputs.file


def _handle(name: str) -> str:
    """A name as products want it: lower-case letters, digits and hyphens.

    >>> _handle("Señora Ops & Co.")
    'senora-ops-co'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")


def _line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _quoted(text: str) -> str:
    """A text in double quotes, as YAML, JSON and TOML read it."""
    return json.dumps(text, ensure_ascii=False)
