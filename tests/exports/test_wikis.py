"""Every wiki's pages, read as that wiki reads them: links lead on, boxes are boxes, no HTML is left."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from pymarkdown.api import PyMarkdownApi

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.formats import FORMATS
from tests.exports.catalogs import catalog
from tests.exports.wikis import FRONT, MARKDOWN, UNSEEN, WIKIS, html, page_of, pages
from tests.tree import write_tree

WORDS = """
md001 md007 md013 md014 md024 md025 md026 md028 md029 md033 md034 md036 md040 md041 md042 md045
"""


class Seen(HTMLParser):
    """Elements, links and headings of some HTML."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self._heading: list[str] | None = None
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")
        if re.fullmatch("h[1-6]", tag):
            self._heading = []

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag) and self._heading is not None:
            title = "".join(self._heading).strip().lower()
            slug = re.sub(r"[^\w\- ]", "", title).replace(" ", "-")
            count = sum(
                re.fullmatch(rf"{re.escape(slug)}(-\d+)?", known) is not None for known in self.anchors
            )
            self.anchors.append(f"{slug}-{count}" if count else slug)
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading.append(data)


def resolved(wiki: str, page: str, link: str) -> str:
    """The file that a link of a page leads to in a wiki."""
    target = unquote(link.partition("#")[0])
    if wiki in ("github-wiki", "gitlab-wiki"):
        return f"{target}.md"
    if wiki == "wikijs":
        return (
            f"{target.removeprefix('/')}.md" if target.startswith("/") else f"{link} is counted from the page"
        )
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target))


@pytest.mark.parametrize("wiki", WIKIS)
def test_every_link_leads_to_a_page(wiki: str, exported: dict[str, Files]) -> None:
    found = pages(exported[wiki])
    lost, number = [], 0
    for path, page in found.items():
        for link in Seen(html(page)).links:
            if re.match(r"https?://|//|mailto:|#", link):
                continue
            number += 1
            if resolved(wiki, path, link) not in found:
                lost.append((path, link))
    assert not lost
    assert number > 10


@pytest.mark.parametrize("wiki", ["github-wiki", "markdown"])
def test_every_anchor_is_there(wiki: str, tmp_path: Path) -> None:
    found = pages(FORMATS[wiki].export(catalog(tmp_path)))
    seen = {path: Seen(html(page)) for path, page in found.items()}
    anchors = [
        (resolved(wiki, path, link) if link[0] != "#" else path, unquote(link.partition("#")[2]))
        for path, one in seen.items()
        for link in one.links
        if "#" in link and "://" not in link
    ]

    assert sorted(anchors) == [("backend.md", "backend-engineer-1"), ("qa.md", "tests-first")]
    assert all(anchor in seen[path].anchors for path, anchor in anchors)


def test_an_anchor_counts_the_heading_above_with_its_icon(tmp_path: Path) -> None:
    body = "[Up](#one) and [down](#one-1)\n\n## One\n\n## One\n"

    page = page_of("github-wiki", tmp_path, f"---\nname: one\nicon: 🔎\n---\n{body}")

    assert "[Up](#one) and [down](#one-1)" in page
    assert Seen(html(page)).anchors.count("one") == 1


@pytest.mark.parametrize("wiki", WIKIS)
def test_a_heading_without_a_text_is_nobody_s_target(wiki: str, tmp_path: Path) -> None:
    page = page_of(wiki, tmp_path, "---\nname: one\n---\n#####\n\n## Two\n\nSee [there](#section).\n")

    assert "See there." in page


@pytest.mark.parametrize("wiki", WIKIS)
def test_an_item_begins_no_block(wiki: str, tmp_path: Path) -> None:
    said = ["# a heading", "> a quote", "::: mermaid"]
    persona = f"---\nname: one\nexpertise: {said}\nactivates_on: {said}\n---\n"
    found = pages(FORMATS[wiki].export(catalog(tmp_path, {"personas/one.md": persona})))

    of_terms = next(page for path, page in found.items() if path.endswith("expertise.md"))
    for page in (page_of(wiki, tmp_path, persona), of_terms):
        assert not re.search(r"<li>\s*<(h\d|blockquote)", html(page))
        assert not re.search(r"(?m)^- :::", page)


@pytest.mark.parametrize("wiki", WIKIS)
def test_the_end_of_a_line_is_no_break(wiki: str, tmp_path: Path) -> None:
    page = page_of(wiki, tmp_path, "---\nname: one\n---\nOne\ntwo\nthree\\\nfour.\n\n- a\n  b\n")

    assert "One two three  \nfour." in page
    assert "- a b\n" in page


@pytest.mark.parametrize("wiki", WIKIS)
def test_nothing_is_html_nor_a_link_of_the_wiki_s_own(wiki: str, exported: dict[str, Files]) -> None:
    for path, page in pages(exported[wiki]).items():
        rendered = html(page)
        assert Seen(rendered).tags <= MARKDOWN, path
        text = re.sub(r"(?s)<(pre|code)[ >].*?</\1>", "", rendered)
        assert "<!--" not in text, path
        outside = re.sub(r"(?ms)^( *)(`{3,}).*?^\1\2$|`+[^`\n]*`+", "", FRONT.sub("", page))
        assert not re.search(r"(?<!\\)\[\[(?!_TOSP_\]\]\n)", outside), path


@pytest.mark.parametrize("wiki", WIKIS)
def test_nothing_is_hidden(wiki: str, exported: dict[str, Files]) -> None:
    for path, data in exported[wiki].items():
        text = data.decode().removeprefix("\ufeff")
        assert not UNSEEN.search(text), path
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text), path


@pytest.mark.parametrize("wiki", WIKIS)
def test_no_address_runs_anything(wiki: str, exported: dict[str, Files]) -> None:
    schemes = {
        link.partition(":")[0].lower()
        for page in pages(exported[wiki]).values()
        for link in Seen(html(page)).links
        if re.match(r"[a-z][\w+.-]*:", link, re.IGNORECASE)
    }

    assert schemes <= {"http", "https", "mailto"}


def test_checklists_are_boxes(tmp_path: Path) -> None:
    given = catalog(tmp_path)
    for wiki in WIKIS:
        found = pages(FORMATS[wiki].export(given))
        boxes = {path.rpartition("/")[2]: html(page).count('type="checkbox"') for path, page in found.items()}
        assert (boxes["backend.md"], boxes["qa.md"], boxes["checklists.md"]) == (3, 2, 5), wiki


@pytest.mark.parametrize("wiki", WIKIS)
def test_a_list_that_begins_deeper_than_it_goes_on_stays_a_list(wiki: str, tmp_path: Path) -> None:
    boat = """
        == personas/boat.md
        # Boat

        ## Checklist

        - Hull
          - [ ] Scrape
            - [ ] Below the line
          - [ ] Paint
        - [ ] Launch
        """
    found = pages(FORMATS[wiki].export(catalog(tmp_path, boat)))
    (page,) = (html(page) for path, page in found.items() if path.endswith("checklists.md"))
    assert page.count('type="checkbox"') == 4
    assert "<pre>" not in page


@pytest.mark.parametrize("wiki", ["gitlab-wiki", "confluence", "wikijs"])
def test_front_matter_is_what_was_meant(wiki: str, exported: dict[str, Files]) -> None:
    for path, page in pages(exported[wiki]).items():
        if path == "_sidebar.md":
            continue
        front = FRONT.match(page)
        assert front, path
        told = yaml.safe_load(front[1])
        assert isinstance(told["title"], str)
        assert told["title"].strip()
        assert set(told) <= {"title", "tags", "description", "published", "editor"}
    titles = [
        yaml.safe_load(FRONT.match(page)[1])["title"]
        for path, page in pages(exported[wiki]).items()
        if path != "_sidebar.md"
    ]
    assert len({title.casefold() for title in titles}) == len(titles)


def test_names_on_github_are_flat_and_differ_on_every_disk(exported: dict[str, Files]) -> None:
    names = list(exported["github-wiki"])

    assert not [name for name in names if "/" in name]
    assert len({name.casefold() for name in names}) == len(names)


def test_a_persona_named_like_a_page_gets_another_name(tmp_path: Path) -> None:
    given = catalog(tmp_path, {"personas/home.md": "---\nname: Home\n---\nx\n"})

    assert {"Home.md", "home-persona.md"} <= set(FORMATS["github-wiki"].export(given))
    assert {"home.md", "home-persona.md"} <= set(FORMATS["gitlab-wiki"].export(given))


@pytest.mark.parametrize("name", ["templates", "uploads"])
def test_a_persona_named_like_a_folder_of_gitlab_gets_another_name(name: str, tmp_path: Path) -> None:
    files = FORMATS["gitlab-wiki"].export(
        catalog(tmp_path, {"personas/x.md": f"---\nname: {name}\n---\nx\n"})
    )

    assert f"{name}-persona.md" in files
    assert f"{name}.md" not in files


def test_azure_s_order_names_every_page(exported: dict[str, Files]) -> None:
    files = exported["azure-wiki"]
    below = {path.removeprefix("Personas/")[:-3] for path in pages(files) if "/" in path}

    assert files[".order"] == b"Personas\n"
    assert set(files["Personas/.order"].decode().splitlines()) == below


@pytest.mark.parametrize(
    ("wiki", "pages_in_order"),
    [
        ("github-wiki", ("Home.md", "_Sidebar.md", "compare.md", "tools.md", "checklists.md")),
        ("azure-wiki", ("Personas.md", "Personas/.order")),
    ],
)
def test_personas_stand_by_title_where_nothing_can_be_sorted(
    wiki: str, pages_in_order: tuple[str, ...], tmp_path: Path
) -> None:
    titles = {"a": "Zebra", "b": "Émile", "c": "anna", "d": "Emile10", "e": "Emile9"}
    personas = {
        f"personas/{name}.md": f"---\nname: {title.lower()}\ntitle: {title}\n---\n- [ ] x\n"
        for name, title in titles.items()
    }

    files = FORMATS[wiki].export(catalog(tmp_path, personas))

    for page in pages_in_order:
        found = re.findall("anna|émile|emile9|emile10|zebra", files[page].decode().lower())
        assert list(dict.fromkeys(found)) == ["anna", "émile", "emile9", "emile10", "zebra"], page


def rules() -> PyMarkdownApi:
    """What a linter may ask of these pages: not where a persona's own words decide."""
    api = PyMarkdownApi()
    for rule in WORDS.split():
        api.disable_rule_by_identifier(rule)
    api.enable_extension_by_identifier("front-matter")
    return api


@pytest.mark.parametrize("wiki", WIKIS)
def test_a_linter_finds_no_fault(wiki: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_tree(out, pages(FORMATS[wiki].export(catalog(tmp_path))))
    result = rules().scan_path(str(out), recurse_if_directory=True)

    assert [
        f"{f.scan_file}:{f.line_number} {f.rule_id} {f.rule_description}" for f in result.scan_failures
    ] == []


@pytest.mark.parametrize("wiki", WIKIS)
def test_a_sign_of_headings_is_one_only_where_we_wrote_it(wiki: str, tmp_path: Path) -> None:
    persona = "---\nname: one\ntitle: 'One #'\ncategory: C#\n---\n#tag first\n\n## About C #\\#\n"
    given = catalog(tmp_path, {"personas/one.md": persona})
    found = pages(FORMATS[wiki].export(given))

    page = next(page for page in found.values() if "### About" in page)
    assert "\n\\#tag first\n" in page
    assert "\n### About C \\##\n" in page
    assert page.startswith(("---", "# One \\#\n"))
    assert any("## C\\#\n" in page for page in found.values())


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "<strong>Tools:</strong> Inherits all tools"),
        ("fr", "<strong>Outils\u202f:</strong> Hérite de tous les outils"),
        ("zh", "<strong>工具：</strong> 继承所有工具"),
    ],
)
def test_labels_are_bold_with_the_colon_of_their_language(tmp_path, lang, said):
    given = catalog(tmp_path, {"personas/one.md": "---\nname: one\n---\nText.\n"}, lang=lang)

    assert said in html(pages(FORMATS["github-wiki"].export(given))["one.md"])
