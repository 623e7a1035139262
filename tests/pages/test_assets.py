"""What every reader downloads stays small, asks nobody else, and needs no inline script."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from persona_docs.pages.assets import FOLDER, FRAMES, SCRIPTS, STYLES, content, parts
from persona_docs.pages.company import SIDE_BY_SIDE
from persona_docs.pages.select import FACETS
from persona_docs.pages.table import COLUMNS

EMBED = FOLDER / FRAMES
WRITTEN = sorted([*FOLDER.rglob("*.css"), *FOLDER.rglob("*.js")])


def test_every_style_and_script_is_part_of_what_is_published():
    used = {part for name in (*STYLES, *SCRIPTS) for part in parts(name)}
    assert used == {file for file in WRITTEN if file.parent != EMBED}


@pytest.mark.parametrize(("names", "limit"), [(SCRIPTS, 12_000), (STYLES, 8_000)], ids=["js", "css"])
def test_our_own_scripts_and_styles_stay_within_their_budget(names, limit):
    sizes = {name: len(gzip.compress(content(name), 9, mtime=0)) for name in names}
    assert sum(sizes.values()) <= limit, sizes


def test_what_only_frames_download_is_small_too():
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in EMBED.iterdir()}
    assert sizes.keys() == {"embed.js", "embed.css"}
    assert sum(sizes.values()) <= 3_000, sizes


def test_scripts_and_pages_know_the_same_facets_columns_and_number_side_by_side():
    """A facet that only one of them knew would break the list where somebody opens its menu."""
    parts = {file.stem: file.read_text(encoding="utf-8") for file in (FOLDER / "catalog").glob("*.js")}
    facets = re.search(r"const FACETS = (\[.*?\]);", parts["personas"])
    assert facets
    assert tuple(json.loads(facets[1])) == FACETS
    columns = re.search(r"columns: \{\n(.*?)\n    \}", parts["personas"], re.DOTALL)
    assert columns
    assert tuple(re.findall(r"^ +(\w+)[:,]", columns[1], re.MULTILINE)) == ("name", *COLUMNS)
    assert f"const MOST = {SIDE_BY_SIDE};" in parts["basket"]


def test_the_parts_of_a_script_share_a_scope_that_is_theirs_alone():
    script = content("catalog.js").decode()
    assert script.startswith("(()=>{")
    assert script.endswith("})();")
    assert script.count('"use strict"') == 1


@pytest.mark.parametrize("name", [*STYLES, *SCRIPTS])
def test_no_comment_is_published(name):
    assert any("/*" in part.read_text(encoding="utf-8") for part in parts(name))
    assert b"/*" not in content(name)


def test_nothing_is_asked_of_another_host():
    for file in WRITTEN:
        addresses = set(re.findall(r"https?://[^'\"\s)]+", file.read_text(encoding="utf-8")))
        assert addresses <= {"http://www.w3.org/2000/svg"}, file.name


def test_no_markup_is_made_of_text_in_scripts():
    scripts = [file for file in WRITTEN if file.suffix == ".js"]
    assert len(scripts) > len(SCRIPTS)
    for file in scripts:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", file.read_text(encoding="utf-8")
        ), file.name
