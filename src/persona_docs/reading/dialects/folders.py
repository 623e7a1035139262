"""Products whose files are Markdown like any other's, told by the folder they stand in.

Without them a file falls to whom it looks like, and is asked for what that product demands.
"""

from __future__ import annotations

from collections.abc import Callable

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document

_AGENTS = (
    ("pi-agent", "Pi agent", "https://pi.dev", (".pi/agents", "pi/agents")),
    ("factory", "Factory droid", "https://docs.factory.ai", (".factory/droids", "droids")),
    ("qwen", "Qwen Code agent", "https://qwenlm.github.io/qwen-code-docs", (".qwen/agents", "qwen/agents")),
    ("junie-agent", "Junie agent", "https://www.jetbrains.com/help/junie", (".junie/agents",)),
    ("augment-agent", "Augment agent", "https://docs.augmentcode.com", (".augment/agents",)),
)  # fmt: skip
_RULES = (
    ("amp", "Amp instructions", "https://ampcode.com/manual", (".amp",)),
    ("augment-rule", "Augment rule", "https://docs.augmentcode.com", (".augment/rules",)),
    ("claude-output-style", "Claude Code output style", "https://code.claude.com/docs/en/output-styles",
     ("output-styles",)),  # a plugin's stand right in it
    ("cline", "Cline rule", "https://docs.cline.bot/features/cline-rules", (".clinerules",)),
    ("codex-prompt", "Codex prompt", "https://developers.openai.com/codex/custom-prompts",
     (".codex/prompts",)),
    ("junie", "Junie guidelines", "https://www.jetbrains.com/help/junie/customize-guidelines.html",
     (".junie",)),
    ("kilo-rule", "Kilo Code rule", "https://kilocode.ai/docs", (".kilocode",)),
    ("roo-rule", "Roo Code rule", "https://docs.roocode.com/features/custom-instructions", (".roo",)),
    ("trae", "Trae rule", "https://docs.trae.ai", (".trae/rules",)),
)  # fmt: skip
_COMMANDS = (
    ("antigravity-workflow", "Antigravity workflow", "https://antigravity.google/docs/rules-workflows",
     (".agent/workflows",), ""),
    ("junie-command", "Junie command", "https://www.jetbrains.com/help/junie", (".junie/commands",), ""),
    ("kilo-workflow", "Kilo Code workflow", "https://kilocode.ai/docs", (".kilocode/workflows",), ""),
    ("opencode-command", "OpenCode command", "https://opencode.ai/docs/commands",
     (".opencode/command", ".opencode/commands", "opencode/command", "opencode/commands"), "/"),
    ("roo-command", "Roo Code command", "https://docs.roocode.com/features/slash-commands",
     (".roo/commands",), ""),
)  # fmt: skip


_OWN_KEYS = {"pi-agent": ("systemPromptMode", "inheritProjectContext", "inheritSkills")}
"""Keys that nobody else has, by dialect; they tell one in a package, whose folder is called `agents`."""


def _in(folders: tuple[str, ...], keys: tuple[str, ...] = ()) -> Callable[[Document], bool]:
    """Whether a document is in such a folder, or in its place, or has such a key.

    A skill there is a skill all the same.
    """
    return lambda document: (
        document.file in folders
        or (document.file != "skill.md" and (document.under(*folders) or document.has_any(*keys)))
    )


COMMANDS = tuple(
    Dialect(name, label, url, _in(folders), slash=True, joint=joint)
    for name, label, url, folders, joint in _COMMANDS
)
"""Those that people call by their file's name."""

AGENTS = tuple(
    Dialect(name, label, url, _in(folders, _OWN_KEYS.get(name, ()))) for name, label, url, folders in _AGENTS
)
"""Those that have a name and say what they are for."""

RULES = tuple(Dialect(name, label, url, _in(folders)) for name, label, url, folders in _RULES)
"""Those that need neither: they always hold, hold for some files, or are asked for by the file's name."""
