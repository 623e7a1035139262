"""What every reader downloads stays small, asks nobody else, and needs no inline script."""

from __future__ import annotations

import gzip
import re

import pytest

from persona_docs.pages.assets import FOLDER, FRAMES, SCRIPTS, STYLES

EMBED = FOLDER / FRAMES


def test_every_style_and_script_is_one_that_sites_are_told_of():
    assert {file.name for file in FOLDER.iterdir() if file.is_file()} == {*STYLES, *SCRIPTS}


@pytest.mark.parametrize(("names", "limit"), [(SCRIPTS, 12_000), (STYLES, 8_000)], ids=["js", "css"])
def test_our_own_scripts_and_styles_stay_within_their_budget(names, limit):
    sizes = {name: len(gzip.compress((FOLDER / name).read_bytes(), 9, mtime=0)) for name in names}
    assert sum(sizes.values()) <= limit, sizes


def test_what_only_frames_download_is_small_too():
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in EMBED.iterdir()}
    assert sizes.keys() == {"embed.js", "embed.css"}
    assert sum(sizes.values()) <= 3_000, sizes


def test_nothing_is_asked_of_another_host():
    for file in [*FOLDER.glob("*.*"), *EMBED.iterdir()]:
        addresses = set(re.findall(r"https?://[^'\"\s)]+", file.read_text(encoding="utf-8")))
        assert addresses <= {"http://www.w3.org/2000/svg"}, file.name


def test_no_markup_is_made_of_text_in_scripts():
    for file in FOLDER.rglob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", file.read_text()
        ), file.name
