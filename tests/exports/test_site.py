"""What lies beside the catalog's pages of a built site."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from pathlib import Path

import feedparser
import pytest

from persona_docs.exports import data
from persona_docs.reading.discovery.exported import SCHEMA
from tests.exports.catalogs import SMALL
from tests.tree import BuiltSite, build_site, write_tree

pytestmark = pytest.mark.site


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    root = write_tree(tmp_path_factory.mktemp("site"), SMALL)
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(root), *command], check=True, capture_output=True)
    return build_site(root, {}, {"use_directory_urls": request.param, "site_url": "https://example.org/team"})


def test_the_catalog_s_page_links_to_them(site: BuiltSite) -> None:
    page = site.read("personas/index.html")

    for name in ("personas.json", "personas.csv", "llms.txt", "feed.xml"):
        assert f'href="{name}"' in page
        assert site.has(f"personas/{name}")
    assert not [warning for warning in site.warnings if "personas/personas" in warning or "llms" in warning]


def test_they_are_what_the_command_writes(site: BuiltSite) -> None:
    told = json.loads(site.read("personas/personas.json"))
    pages = {each["slug"]: each["url"] for each in told["personas"]}

    assert (site.dir / "personas" / SCHEMA).read_bytes() == data.schema()
    assert set(pages) == {"backend", "qa"}
    for address in pages.values():
        path = address.removeprefix("https://example.org/team/")
        assert site.has(path if path.endswith(".html") else f"{path}index.html")
    feed = feedparser.parse(site.read("personas/feed.xml"))
    assert {each.link for each in feed.entries} == set(pages.values())
    rows = list(csv.reader((site.dir / "personas" / "personas.csv").read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows] == ["Name", "Backend engineer", "QA"]


def test_every_file_of_the_index_for_models_is_there(site: BuiltSite) -> None:
    index = site.read("personas/llms.txt")

    for slug in ("backend", "qa"):
        assert f"]({slug}.md)" in index
        assert site.read(f"personas/{slug}.md").startswith("# ")
    assert site.has("personas/llms-full.txt")
    assert site.has("personas/sources/backend.md")


def test_without_an_address_or_a_history_there_is_no_feed(tmp_path: Path) -> None:
    site = build_site(tmp_path, SMALL)

    assert not site.has("personas/feed.xml")
    assert "feed.xml" not in site.read("personas/index.html")
    assert site.has("personas/personas.json")


def test_a_feed_that_git_is_too_slow_for_is_missed_aloud(tmp_path: Path, slow_git: Path) -> None:
    site = build_site(tmp_path, SMALL)

    assert not site.has("personas/feed.xml")
    missed = "persona_docs: No dates of changes and no feed: git took more than 0.5 seconds to tell"
    assert len([said for said in site.warnings if said.startswith(missed)]) == 1
    assert slow_git.read_text() == "waiting\n"


def test_a_file_of_the_user_s_stays_and_the_catalog_may_be_the_whole_site(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "llms.txt").write_text("# Mine\n", encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("", encoding="utf-8")
    site = build_site(tmp_path, SMALL, {"plugins": [{"persona-docs": {"path": ""}}]})

    assert site.read("llms.txt") == "# Mine\n"
    assert json.loads(site.read("personas.json"))["version"] == 1
    assert site.read("backend.md").startswith("# Backend engineer")


def test_a_page_of_another_site_shows_who_has_a_tool(tmp_path: Path) -> None:
    files = {
        "team/writer.md": "---\nname: Writer\ntools: [Write]\n---\n",
        "team/reader.md": "---\nname: Reader\ntools: [Read]\n---\n",
        "team/editor.agent.md": "---\nname: Editor\ntools: [edit/editFiles]\n---\n",
        "docs/people.md": "# Ours\n\n/// persona-table\n    tool: edit\n///\n",
    }
    site = build_site(
        tmp_path, files, {"plugins": [{"persona-docs": {"sources": ["team"], "path": "catalog"}}]}
    )

    cells = site.read("people/index.html").split('<th scope="row"')[1:]
    rows = [re.findall(r'<a href="([^"]+)"[^>]*>(\w+)</a>', cell)[0] for cell in cells]
    assert rows == [("../catalog/editor/", "Editor"), ("../catalog/writer/", "Writer")]
    assert all(site.has(f"catalog/{name.lower()}/index.html") for _, name in rows)
