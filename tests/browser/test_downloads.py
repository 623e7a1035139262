"""What is seen of a list, downloaded as files for other programs."""

from __future__ import annotations

import csv
import io
import json
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visitor, site_of
from tests.browser.team import TEAM

pytestmark = pytest.mark.browser


def download(page: Page, kind: str) -> str:
    page.locator("[data-download] summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=kind, exact=True).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def test_the_view_downloads_as_csv_that_no_spreadsheet_runs(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/compare/?category=build&sort=-name&hide=model")
    rows = list(csv.reader(io.StringIO(download(page, "CSV"))))
    assert rows[0][:4] == ["Name", "Expertise", "Tools", "Triggers"]
    assert "Model" not in rows[0]
    assert [row[0] for row in rows[1:]] == ["Painter", "API smith"]
    assert rows[1][rows[0].index("Role")] == '\'=HYPERLINK("//evil")'
    assert rows[2][1] == "Python; C++; diseño de interfaces"


def test_all_of_it_downloads_as_the_file_that_lies_beside_the_page(visit: Visitor, team: Site) -> None:
    downloaded = download(visit(team, "personas/compare/"), "CSV")

    beside = (team.dir / "personas" / "personas.csv").read_text(encoding="utf-8-sig")
    assert downloaded.splitlines() == beside.splitlines()
    assert "'=HYPERLINK" in beside


def test_the_view_downloads_as_markdown_and_as_json(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/?q=painter")
    text = download(page, "Markdown")
    assert text.splitlines()[1] == "| --- | --- | --- | --- | --- |"
    assert "a\\|b" in text
    assert json.loads(download(page, "JSON")) == [
        {
            "name": "Painter",
            "role": '=HYPERLINK("//evil")',
            "expertise": ["Python", "Colour", "a|b"],
            "triggers": ["/paint"],
            "tools": ["Edit"],
        }
    ]


def test_a_role_downloads_as_it_is_although_the_card_shows_the_description(
    visit: Visitor, sites: ExitStack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    roles = {"gardener": "role: Gardener\n", "weeder": ""}
    files = (
        f"== personas/{name}.md\n---\nname: {name}\n{role}description: Waters.\n---\n"
        for name, role in roles.items()
    )
    page = visit(
        sites.enter_context(site_of("roles", TEAM + "".join(files), tmp_path_factory)), "personas/?q=waters"
    )
    expect(page.locator(".persona-card__line:visible")).to_have_text(["Waters.", "Waters."])
    assert [one["role"] for one in json.loads(download(page, "JSON"))] == ["Gardener", ""]
