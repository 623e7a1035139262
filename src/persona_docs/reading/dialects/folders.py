"""Products whose files are Markdown like any other's, told by the folder they stand in.

Without them a file falls to whom it looks like, and is asked for what that product demands.
"""

from __future__ import annotations

from collections.abc import Callable

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document

_AGENTS = (
    ("pi-agent", "Pi agent", "https://pi.dev", ".pi/agents"),
    ("factory", "Factory droid", "https://docs.factory.ai", ".factory/droids"),
    ("qwen", "Qwen Code agent", "https://qwenlm.github.io/qwen-code-docs", ".qwen/agents"),
    ("augment-agent", "Augment agent", "https://docs.augmentcode.com", ".augment/agents"),
)  # fmt: skip
_RULES = (
    ("amp", "Amp instructions", "https://ampcode.com/manual", ".amp"),
    ("augment-rule", "Augment rule", "https://docs.augmentcode.com", ".augment/rules"),
    ("cline", "Cline rule", "https://docs.cline.bot/features/cline-rules", ".clinerules"),
    ("junie", "Junie guidelines", "https://www.jetbrains.com/help/junie/customize-guidelines.html", ".junie"),
    ("trae", "Trae rule", "https://docs.trae.ai", ".trae/rules"),
)  # fmt: skip


def _in(folder: str) -> Callable[[Document], bool]:
    """Whether a document is in a folder, or a file in its place; a skill there is a skill all the same."""
    return lambda document: (
        document.file == folder or (document.under(folder) and document.file != "skill.md")
    )


AGENTS = tuple(Dialect(name, label, url, _in(folder)) for name, label, url, folder in _AGENTS)
"""Those that have a name and say what they are for."""

RULES = tuple(Dialect(name, label, url, _in(folder)) for name, label, url, folder in _RULES)
"""Those that need neither, as they always hold or hold for some files."""
