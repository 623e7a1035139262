"""One catalog, every generator, the same pages."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.compat.engines import Built

pytestmark = pytest.mark.compat

OF_ALL = ("index", "compare", "checklists", "triggers", "tools", "expertise", "health")
BACKEND = "personas/backend/index.html"
PIECES = r'<div class="persona-docs">.*?</h2>|<li class="(?:persona-card|task-list-item)".*?</li>|<tr.*?</tr>'


def part(html: str, start: str, end: str) -> str:
    """From the heading with one id to that with another."""
    found = re.search(rf'<h2 id="{start}".*?(?=<h2 id="{end}")', html, re.DOTALL)
    assert found, f"no {start}"
    return found[0]


def resolved(html: str, url: str) -> str:
    """The same without permalinks, which only some themes have, and addresses as a browser resolves them."""
    html = re.sub(r'<a class="headerlink".*?</a>', "", html)
    return re.sub(
        r'( (?:href|src)=")([^"]*)', lambda found: found[1] + urljoin(f"https://x/{url}", found[2]), html
    )


def addresses(html: str) -> set[str]:
    return set(re.findall(r'<[a-z][^<>]*? (?:href|src)="([^"]*)"', html))


def test_every_page_is_there_and_nobody_warns(engine: Built) -> None:
    assert engine.status == 0, engine.said
    assert not re.search(r"warn|error|deprecat", engine.said, re.IGNORECASE), engine.said
    wanted = {f"personas/{name}/index.html".replace("index/", "") for name in OF_ALL}
    assert {*wanted, BACKEND, "personas/qa/index.html"} <= set(engine.pages())


def test_no_file_of_the_catalog_is_empty(engine: Built) -> None:
    files = [file for file in (engine.root / "site" / "personas").rglob("*") if file.is_file()]

    assert len(files) > len(OF_ALL)
    assert [file for file in files if not file.stat().st_size] == []


def test_a_persona_reads_the_same_everywhere(engine: Built, reference: Built) -> None:
    body, wanted = (
        resolved(part(each.read(BACKEND), "persona-instructions", "persona-source"), "personas/backend/")
        for each in (engine, reference)
    )

    assert body == wanted
    for truth in (
        'href="https://x/personas/qa/">QA</a>',
        "<li>nested</li>",
        'class="persona-check"',
        '<td class="persona-align-right">1</td>',
        "{{ x }} {% y %}",
        "Never on a Friday.",
        "{{ 7 * 7 }}",
        "--8&lt;--",
        "==marked==",
    ):
        assert truth in body
    assert "<script" not in body


@pytest.mark.parametrize("page", ["index", "compare", "checklists", "tools"])
def test_pages_of_all_are_the_same_everywhere(engine: Built, reference: Built, page: str) -> None:
    path = "personas/index.html" if page == "index" else f"personas/{page}/index.html"
    made, wanted = (
        [
            resolved(each, path.removesuffix("index.html"))
            for each in re.findall(PIECES, one.read(path), re.DOTALL)
        ]
        for one in (engine, reference)
    )

    assert wanted
    assert made == wanted


def test_a_directive_in_somebodys_page_shows_the_right_rows(engine: Built) -> None:
    rows = re.findall(r"<tr.*?</tr>", engine.read("index.html"), re.DOTALL)

    assert [row for row in rows if "<td" in row and "Backend" in row]
    assert not [row for row in rows if "personas/qa/" in row]
    assert "personas/qa/" in engine.read("deep/guide/index.html")


def test_every_link_in_the_site_leads_somewhere(engine: Built) -> None:
    lost = set()
    for page in engine.pages():
        if page.endswith("404.html"):
            continue
        here = f"https://x/team/{page.removesuffix('index.html')}"
        for address in addresses(engine.read(page)):
            there = urlsplit(urljoin(here, address))
            path = unquote(there.path).removeprefix("/team/")
            file = engine.root / "site" / (f"{path}index.html" if path.endswith("/") or not path else path)
            if there.netloc == "x" and not file.exists():
                lost.add((page, address))
    assert not lost


def test_styles_and_scripts_are_linked_once(engine: Built) -> None:
    html = engine.read(BACKEND)

    for name in ("persona-docs.css", "persona.css", "catalog.js", "checklists.js", "copy.js"):
        assert html.count(f'assets/persona-docs/{name}"') == 1, name
