"""Where persona files stand in a repository, and which folder a site of them belongs to."""

from __future__ import annotations

import glob
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from persona_docs.cli.console import missing
from persona_docs.cli.elsewhere import elsewhere
from persona_docs.engines.whole_site import Folder
from persona_docs.options import Limits
from persona_docs.reading.discovery.discover import discover
from persona_docs.reading.discovery.opening import bytes_of

PLACES = (
    *(".claude/agents", ".claude/commands", ".claude/skills", ".claude/rules", ".claude/output-styles"),
    *(".github/agents", ".github/chatmodes", ".github/prompts", ".github/instructions", ".github/skills"),
    ".github/copilot-instructions.md",
    *(".copilot/agents", ".cursor/agents", ".cursor/commands", ".cursor/rules", ".cursor/skills"),
    *(".windsurf/rules", ".windsurf/workflows", ".windsurf/skills"),
    *(".gemini/agents", ".gemini/commands", ".gemini/skills"),
    *(".opencode/agent", ".opencode/agents", ".opencode/command", ".opencode/commands", ".opencode/skills"),
    *(".codex/agents", ".codex/prompts", ".codex/skills"),
    *(".kiro/agents", ".kiro/prompts", ".kiro/steering", ".kiro/skills"),
    ".amazonq/cli-agents",
    *(".continue/agents", ".continue/rules", ".continue/prompts", ".grok/agents", ".pi/agents", ".pi/skills"),
    *(".factory/droids", ".factory/commands", ".factory/skills"),
    *(".qwen/agents", ".qwen/commands", ".qwen/skills", ".augment/agents", ".augment/rules"),
    *(".clinerules", ".trae/rules", ".junie", ".agent/rules", ".agent/workflows", ".agent/skills"),
    *(".openhands/microagents", ".openhands/skills", ".goose/recipes"),
    *(".agents/agents", ".agents/skills", ".roomodes", ".roo", ".kilocodemodes", ".kilocode"),
    ".bmad-core/agents",
)
"""Where products look for personas in a repository."""

_CUSTOMS = ("personas", "agents", "skills", "droids")
"""Where people put them in a repository of their own accord; commands beside them are no source code."""

_PLUGIN = ".claude-plugin"
_FIRST_FOLDER = re.compile(r"\./([\w-][\w.-]*)|([\w-][\w.-]*)/")  # a bare name is below another folder


def places(project: Path) -> tuple[str, ...]:
    """Where a project keeps its personas; nothing where no place is known for it."""
    found = _holding((*PLACES, *_CUSTOMS, *_of_plugins(project)), project)
    if not {*_CUSTOMS}.isdisjoint(found):
        found = _holding((*found, "commands"), project)
    return (*found, *_holding(elsewhere(project, found, PLACES), project)) if found else ()


def _holding(wanted: Iterable[str], folder: Path) -> list[str]:
    """Those of the places that hold a file which may be a persona."""
    return [place for place in dict.fromkeys(wanted) if discover([place], folder, Limits())[0]]


def _of_plugins(folder: Path) -> Iterator[str]:
    """Where a plugin of Claude Code keeps its commands, and a marketplace its plugins."""
    if not (folder / _PLUGIN).is_dir():
        return
    yield "commands"
    data = bytes_of(folder / _PLUGIN / "marketplace.json", _PLUGIN, Limits())[0]
    try:
        market = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        return
    plugins = _of(market, "plugins")
    roots = [_of(_of(market, "metadata"), "pluginRoot")]
    roots += [_of(plugin, "source") for plugin in (plugins if isinstance(plugins, list) else ())]
    for root in roots:
        if isinstance(root, str) and (found := _FIRST_FOLDER.match(root)):
            yield found[1] or found[2]


def _of(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def home_of(folder: Path) -> Path:
    """The folder that dot folders of products belong to: the project of `.claude/agents/team`, say."""
    for each in (folder, *folder.parents):
        for place in PLACES:
            parts = Path(place).parts
            if each.parts[-len(parts) :] == parts:
                return each.parents[len(parts) - 1]
    return folder


def chosen(paths: Sequence[str], here: Path) -> Folder:
    """What a site of these paths is made of; without any, of the folder one is in.

    A project's known places are taken where there are any; otherwise the folder, with all that is in it.

    Raises:
        ValueError: one of the paths leads to nothing.
    """
    starts = [_start(path, here) for path in paths] or [here]
    inside = all(start.is_relative_to(here) for start in starts)
    common = here if inside else Path(os.path.commonpath([_folder(start) for start in starts]))
    root = home_of(common)
    sources = sources_of(paths or (".",), here, root)
    alone = len(starts) == 1 and starts[0].is_dir() and home_of(starts[0]) == starts[0]
    title = (starts[0] if alone else root).name
    return Folder(title or "Personas", root, sources)


def sources_of(paths: Sequence[str], here: Path, root: Path) -> tuple[str, ...]:
    """What is read of these paths, relative to `root`: of a project its known places, else all.

    Raises:
        ValueError: one of the paths leads to nothing.
    """
    sources: list[str] = []
    for path in paths:
        start = _start(path, here)
        if start.is_dir() and not glob.has_magic(path):
            found = places(start) if start == here or (start / ".git").exists() else ()
            below = Path(os.path.relpath(start, root))
            sources += [(below / place).as_posix() for place in found] or [below.as_posix()]
        else:
            if not (here / path).exists():
                _refuse_empty(path, start, here)
            sources.append(Path(os.path.relpath(here / path, root)).as_posix())
    return tuple(dict.fromkeys(sources))


def _start(path: str, here: Path) -> Path:
    """The file or folder a path leads to; of a glob, the folder before its first wildcard."""
    if Path(path).exists():
        return _plain(here / path)
    if not glob.has_magic(path):
        raise ValueError(missing(path))
    parts = Path(path).parts
    end = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    return _plain(here.joinpath(*parts[:end]))


def _refuse_empty(path: str, start: Path, here: Path) -> None:
    """Refuse a glob that leads to nothing: what a source matches may come later, but not what is typed.

    Raises:
        ValueError: nothing is read of it, and nothing else is to be told of what it matches.
    """
    if not start.exists():
        raise ValueError(missing(os.path.relpath(start, here)))
    files, findings = discover([path], here, Limits())
    if not files and all(each.code == "no-personas" for each in findings):
        raise ValueError(f"no persona file matches “{path}”")


def _plain(path: Path) -> Path:
    """A path without `..`; links on the way stay as they are."""
    return Path(os.path.normpath(path))


def _folder(start: Path) -> Path:
    return start if start.is_dir() else start.parent
