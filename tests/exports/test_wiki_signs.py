"""What a wiki reads as a sign of its own is one only where we wrote it: includes, issues, attributes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from persona_docs.exports.formats import FORMATS
from tests.exports.catalogs import catalog
from tests.exports.wikis import page_of, pages


@pytest.mark.parametrize("wiki", ["confluence", "wikijs"])
def test_code_of_a_cell_has_its_pipes_outside(wiki: str, tmp_path: Path) -> None:
    table = "| a |\n|---|\n| `x\\|y` |"

    page = page_of(wiki, tmp_path, f"---\nname: one\n---\n{table}\n\n`x\\|y`\n")

    assert "| `x`\\|`y` |\n\n`x\\|y`\n" in page


def test_no_text_includes_another_page_of_gitlab_s(tmp_path: Path) -> None:
    body = "---\nname: a\n---\n::include{file=secret.md}\n\n```text\n::include{file=secret.md}\n```\n"

    page = pages(FORMATS["gitlab-wiki"].export(catalog(tmp_path, {"personas/a.md": body})))["a.md"]

    assert page.count("include{file=secret.md}") > 1
    assert not re.search(r"^::include", page, re.MULTILINE)


@pytest.mark.parametrize(
    ("wiki", "signs"), [("gitlab-wiki", "#1 !2 &3 @four %five"), ("azure-wiki", "#1 !2")]
)
def test_no_text_names_an_issue_of_the_project(wiki: str, signs: str, tmp_path: Path) -> None:
    escaped = " ".join(f"\\{sign}" for sign in signs.split())
    body = f"See {signs} `{signs}` [{signs}](https://a.example/#1)\n\n```text\n{signs}\n```\n"

    page = page_of(wiki, tmp_path, f'---\nname: one\ndescription: "{signs}"\n---\n{body}')

    assert f"\n{escaped}\n" in page
    assert f"See {escaped} `{signs}` [{escaped}](https://a.example/#1)\n" in page
    assert f"```text\n{signs}\n```" in page


def test_a_diagram_of_azure_s_keeps_its_signs(tmp_path: Path) -> None:
    body = "```mermaid\ngraph LR\nstyle a fill:#333\n```\n\n#333\n"

    page = page_of("azure-wiki", tmp_path, f"---\nname: one\n---\n{body}")

    assert "::: mermaid\ngraph LR\nstyle a fill:#333\n:::\n\n\\#333\n" in page


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Say {name}", "Say {name}&#32;"),
        ("# {name} of {it}", "### &#32;{name} of {it}&#32;"),
        ("- {name} **is**", "- &#32;{name} **is**"),
        ("**Is**{name}, `it`{name}, [a](#b){x}.", "**Is** {name}, `it` {name}, a{x}."),
        ("[a](https://b.example){x}.", "[a](https://b.example) {x}."),
        ("**{name}** is *{it}*.", "**{name}** is *{it}*."),
        ("--- {name}.", "\\--- {name}."),
        ("| a | b |\n|---|---|\n| {x} | `{y}` |", "| &#32;{x}&#32; | `{y}` |"),
        ("`a\\|{b}`", "`a\\|{b}`"),
        ("```js\nf({a})\n{b}\n```", "```js\nf({a})\n{b}\n```"),
        ("```diagram\nPHN2Zz4=\n```", "```\nPHN2Zz4=\n```"),
    ],
)
def test_no_words_in_braces_are_attributes_of_wiki_js(written: str, expected: str, tmp_path: Path) -> None:
    page = page_of("wikijs", tmp_path, f"---\nname: one\ndescription: x\n---\n{written}\n")

    assert f"\n{expected}\n" in page
