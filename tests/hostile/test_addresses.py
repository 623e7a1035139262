"""Names that would share an address, and files that some disks take for one."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from persona_docs.folding import caseless
from persona_docs.model import Severity
from tests.hostile.judge import GOOD, Verdict, build
from tests.hostile.names import APART, COLLISIONS
from tests.tree import write_tree


def catalog_of(root: Path, names: dict[str, str]) -> Verdict:
    files = {
        f"personas/{path}": "---\n"
        f"name: {json.dumps(name, ensure_ascii=False)}\n"
        f"description: Mows the lawn of {path}.\n"
        f"---\nMow {path}.\n"
        for path, name in names.items()
    }
    return build(write_tree(root, {**GOOD, **files}))


@pytest.mark.parametrize("kind", COLLISIONS)
def test_two_names_with_one_address_are_told_and_get_two(kind: str, tmp_path: Path) -> None:
    names, least, code = COLLISIONS[kind]

    verdict = catalog_of(tmp_path, names)

    slugs = {caseless(persona.slug) for persona in verdict.catalog.personas}
    assert len(slugs) == len(names) + 1
    for path in names:
        told = [each for each in verdict.findings(f"personas/{path}") if each.code == code]
        assert told, path
        assert all(each.severity.rank <= Severity(least).rank for each in told)
        assert any(other in each.message for each in told for other in names if other != path)


def test_names_that_differ_in_signs_that_matter_get_addresses_of_their_own(tmp_path: Path) -> None:
    verdict = catalog_of(tmp_path, {f"{n}.md": name for n, name in enumerate(APART)})

    assert {"c", "c-plus-plus", "c-sharp"} <= {persona.slug for persona in verdict.catalog.personas}
    assert not [each for each in verdict.catalog.findings if each.code in ("same-slug", "same-name")]


@pytest.mark.parametrize(
    ("one", "other"), [("Gardener.md", "gardener.md"), ("g\u00e4rtner.md", "ga\u0308rtner.md")]
)
def test_two_files_that_other_disks_take_for_one_are_told(one: str, other: str, tmp_path: Path) -> None:
    root = write_tree(tmp_path, {**GOOD, f"personas/{one}": "---\nname: a\n---\nMow.\n"})
    write_tree(tmp_path, {f"personas/{other}": "---\nname: b\n---\nSow.\n"})
    if len(list((root / "personas").iterdir())) < 3:
        pytest.skip("this disk takes the two for one")

    told = [each for each in build(root).catalog.findings if each.code == "same-path"]

    assert len(told) == 1
    assert told[0].severity is Severity.WARNING


def test_no_address_leaves_its_folder_or_hides(tmp_path: Path) -> None:
    names = [
        "..",
        "../../x",
        "/etc/x",
        "a\\b",
        "con",
        ".x",
        "_x",
        "-x",
        "x.",
        "x ",
        "%2e%2e",
        "🌷",
        "\u202ex",
        "a/b",
    ]

    verdict = catalog_of(tmp_path, {f"{n}.md": name for n, name in enumerate(names)})

    assert len(verdict.catalog.personas) >= len(names)
    for persona in verdict.catalog.personas:
        assert not set(persona.slug) & set("/\\%.:?*\"<>|'\0"), persona.slug
        assert persona.slug[0] not in "-_."
        assert persona.slug == unicodedata.normalize("NFC", persona.slug)
        assert 0 < len(persona.slug.encode()) <= 100
