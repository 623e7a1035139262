"""What every reader downloads stays small, asks nobody else, and needs no inline script."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

import persona_docs

ASSETS = Path(persona_docs.__file__).parent / "assets"
EMBED = ASSETS / "embed"


@pytest.mark.parametrize(("suffix", "limit"), [("js", 12_000), ("css", 8_000)])
def test_our_own_scripts_and_styles_stay_within_their_budget(suffix, limit):
    sizes = {
        file.name: len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in ASSETS.glob(f"*.{suffix}")
    }
    assert sizes
    assert sum(sizes.values()) <= limit, sizes


def test_what_only_frames_download_is_small_too():
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in EMBED.iterdir()}
    assert sizes.keys() == {"embed.js", "embed.css"}
    assert sum(sizes.values()) <= 3_000, sizes


def test_nothing_is_asked_of_another_host():
    for file in [*ASSETS.glob("*.*"), *EMBED.iterdir()]:
        addresses = set(re.findall(r"https?://[^'\"\s)]+", file.read_text(encoding="utf-8")))
        assert addresses <= {"http://www.w3.org/2000/svg"}, file.name


def test_no_markup_is_made_of_text_in_scripts():
    for file in ASSETS.rglob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", file.read_text()
        ), file.name
