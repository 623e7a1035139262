"""A small catalog in every format, as a picture of the files that come out.

`pytest --update-golden` writes what comes out anew; look at the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.formats import FORMATS
from tests.exports.catalogs import catalog

GOLDEN = Path(__file__).parent / "golden"


def picture(files: Files) -> str:
    return "".join(
        f"== {path}\n{data.decode('utf-8-sig').replace(chr(13), '␍')}" for path, data in sorted(files.items())
    )


@pytest.mark.parametrize("form", FORMATS)
def test_what_comes_out(form: str, tmp_path: Path, update_golden: bool) -> None:
    files = dict(FORMATS[form].export(catalog(tmp_path)))
    files.pop("personas.schema.json", None)  # that is no golden file but one of ours
    file = GOLDEN / f"{form}.txt"
    if update_golden:
        file.write_text(picture(files), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == picture(files)


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(FORMATS)
