"""What is commonly wrong with files, put into the normal case of every dialect that has a front matter."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from persona_docs.options import Options
from persona_docs.reading import Reading, read
from scripts import pictures
from tests.dialects.golden import CASES

Defect = Callable[[str], str | bytes]


def normal(dialect: str) -> tuple[str, str]:
    """Path and text of a dialect's normal case."""
    picture = (CASES / dialect / "normal.txt").read_text(encoding="utf-8")
    path, _, text = next(iter(pictures.files(picture)))
    return path, text


DIALECTS = [folder.name for folder in sorted(CASES.iterdir()) if normal(folder.name)[1].startswith("---\n")]


def replaced(pattern: str, by: str) -> Defect:
    return lambda text: re.sub(pattern, by, text, count=1, flags=re.MULTILINE)


DEFECTS: dict[str, tuple[str, Defect]] = {
    "indented": ("front-matter-place", lambda text: "\n" + textwrap.indent(text, "    ")),
    "a long closing delimiter": ("front-matter-place", replaced(r"\n---\n", "\n" + "-" * 56 + "\n")),
    "a blank line, a long delimiter": (
        "front-matter-place",
        lambda text: re.sub(r"\n---\n", "\n" + "-" * 40 + "\n", "---\n\n" + text[4:], count=1),
    ),
    "no opening delimiter": ("front-matter-place", lambda text: text.removeprefix("---\n")),
    "never closed": ("front-matter-place", replaced(r"\n---\n\n", "\n\n# Text\n\n")),
    "in a fence": ("front-matter-place", lambda text: f"````prompt\n{text}````\n"),
    "a heading before it": ("front-matter-place", lambda text: f"# Some heading\n\n{text}"),
    "a colon in a value": ("front-matter", replaced(r"^(\w+): (.*[^'\"\]])$", r"\1: \2\nhint: so: it is")),
    "a star": ("front-matter", replaced(r"\n---\n", "\nextra-globs: **/*\n---\n")),
    "a bracket": ("front-matter", replaced(r"\n---\n", "\nhint: [a] | --b\n---\n")),
    "a key twice": ("duplicate-key", replaced(r"\n---\n", "\nhint: a\nhint: b\n---\n")),
    "another reading": ("other-reading", replaced(r"\n---\n", "\nbuild: 1.10\n---\n")),
    "MacRoman": (
        "mojibake",
        lambda text: f"{text}\nLa navegaci\u00f3n y el men\u00fa.\n".encode().decode("mac_roman"),
    ),
    "Windows-1252": (
        "mojibake",
        lambda text: f"{text}\nLa navegaci\u00f3n y el men\u00fa.\n".encode().decode("cp1252"),
    ),
    "UTF-16": ("encoding", lambda text: text.encode("utf-16")),
    "old line ends": ("line-ends", lambda text: text.replace("\n", "\r").encode()),
    "a zero-width space before a fence": (
        "zero-width",
        lambda text: f"{text}\n\u200b```text\nx\n\u200b```\n",
    ),
    "a fence that is never closed": ("fence", lambda text: f"{text}\n```markdown\n# Template\n"),
    "a fence in a fence": ("fence", lambda text: f"{text}\n```markdown\n```python\nx\n```\n\nText\n```\n"),
}


def reading(root: Path, dialect: str, content: str | bytes) -> Reading:
    """Read a dialect's normal case with another content of its first file."""
    pictures.write((CASES / dialect / "normal.txt").read_text(encoding="utf-8"), root)
    path, _ = normal(dialect)
    (root / path).write_bytes(content.encode() if isinstance(content, str) else content)
    return read(Options(sources=(path,)), root)


@pytest.mark.parametrize("defect", DEFECTS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_who_it_is_stays_known_and_the_maintainer_is_told(dialect: str, defect: str, tmp_path: Path) -> None:
    _, text = normal(dialect)
    code, harm = DEFECTS[defect]
    try:
        content = harm(text)
    except UnicodeDecodeError:
        pytest.skip("a sign of the normal case cannot be misread that way")
    (sound,) = reading(tmp_path / "sound", dialect, text).personas
    found = reading(tmp_path / "harmed", dialect, content)
    (harmed,) = found.personas
    assert code in {each.code for each in found.findings}
    assert harmed.dialect == sound.dialect == dialect
    assert harmed.name.value == sound.name.value
    assert harmed.description.value == sound.description.value or not sound.description.value
    assert {fact.value for fact in harmed.file_patterns} == {fact.value for fact in sound.file_patterns}
    assert harmed.tools.mode is sound.tools.mode
    assert [tool.value for tool in harmed.tools.allowed] == [tool.value for tool in sound.tools.allowed]


def test_many_dialects_have_a_front_matter() -> None:
    assert len(DIALECTS) > 14
