"""A small catalog and a hostile one, exported for every wiki."""

from __future__ import annotations

import pytest

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.formats import FORMATS
from tests.exports.catalogs import SMALL, catalog
from tests.exports.wikis import WIKIS
from tests.hostile.cases import TABLES

HOSTILE = ("html", "names", "values", "includes", "hidden", "secrets")


@pytest.fixture(scope="module", params=["small", "hostile"])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files]:
    """Every wiki of the small catalog, and of one that holds the hostile files there are cases for."""
    hostile = {case.file: case.data for table in HOSTILE for case in TABLES[table]}
    files = SMALL if request.param == "small" else hostile
    given = catalog(tmp_path_factory.mktemp("wiki"), files, "personas", ".")
    assert len(given.catalog.personas) == 2 or len(given.catalog.personas) > 100
    return {name: FORMATS[name].export(given) for name in WIKIS}
