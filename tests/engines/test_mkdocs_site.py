"""Whole sites, built by MkDocs."""

from __future__ import annotations

import json
import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from tests.tree import BuiltSite, build_site

pytestmark = pytest.mark.site

PICTURE = """
    == personas/backend.md
    ---
    name: backend
    title: R&D <b>Backend</b>
    description: Builds services & <i>APIs</i>. Use it for endpoints.
    expertise: [Python, SQL]
    tools: [Read, Bash]
    ---
    # Backend

    Asks {{ 7 * 7 }} questions; see [quality](quality.md).

    ## Before you merge

    - [ ] Tests are green

    == personas/calidad.md
    ---
    name: diseño
    title: Diseño
    description: Dibuja interfaces y las prueba con quien las usa.
    ---
    ## Áreas de experiencia

    - Accesibilidad

    == personas/quality.md
    ---
    name: quality
    title: Quality
    description: Reads what others wrote and says what is missing.
    ---
    Follow the [backend](backend.md#before-you-merge).

    == docs/index.md
    # Home

    [Everyone](personas/index.md), [one](personas/backend.md#before-you-merge)

    == docs/guide/team.md
    # Team

    /// persona-table
        expertise: python
        columns: [tools]
    ///
"""
STRICT = {"validation": {"links": {"anchors": "warn"}, "nav": {"omitted_files": "warn"}}}


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.base = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "base":
            self.base = given["href"]
        self.links += [given[name] for name in ("href", "src") if given.get(name)]
        if given.get("id"):
            self.ids.append(given["id"])


def broken_links(site: BuiltSite) -> list[str]:
    """Every link of the site that leads to no file of it, or to no element."""
    parsed = {path: _Page(site.read(path)) for path in site.pages()}
    broken = []
    for path, page in parsed.items():
        if path == "404.html":
            continue
        for link in page.links:
            target = urlsplit(link)
            if target.scheme or target.netloc:
                continue
            base = "" if link == page.base else posixpath.dirname(page.base)
            here = posixpath.join(posixpath.dirname(path), unquote(base))
            to = posixpath.normpath(posixpath.join(here, unquote(target.path)))
            if not target.path:
                to = path
            elif target.path.endswith("/") or (site.dir / to).is_dir():
                to = posixpath.normpath(f"{to}/index.html")
            anchor = unquote(target.fragment)
            if not site.has(to) or (anchor and to in parsed and anchor not in parsed[to].ids):
                broken.append(f"{path}: {link}")
    return broken


def article(site: BuiltSite, path: str) -> str:
    html = site.read(path)
    return html[html.index("<article") : html.index("</article>")]


@pytest.fixture(scope="module", params=[True, False], ids=["directories", "files"])
def site(request, tmp_path_factory):
    """The picture as a site, under a path of its host, with addresses of both kinds."""
    return build_site(
        tmp_path_factory.mktemp("site"),
        PICTURE,
        {**STRICT, "use_directory_urls": request.param, "site_url": "https://example.org/team/docs/"},
        strict=True,
    )


@pytest.fixture
def at(site):
    """Turns a page's stem into its file."""
    directories = site.has("personas/compare/index.html")
    return lambda stem: f"{stem}/index.html" if directories else f"{stem}.html"


def test_a_clean_catalog_is_clean_under_strict(site):
    assert site.warnings == []
    assert not site.aborted


def test_every_page_is_there(site, at):
    stems = ("backend", "diseño", "quality", "compare", "checklists", "triggers", "tools", "expertise")
    assert set(site.pages("personas")) >= {"personas/index.html", *(at(f"personas/{stem}") for stem in stems)}


def test_every_link_leads_somewhere(site):
    assert broken_links(site) == []


def test_ids_are_unique_on_every_page(site):
    for path in site.pages():
        ids = _Page(site.read(path)).ids
        assert sorted(ids) == sorted(set(ids)), path


def test_the_original_bytes_can_be_downloaded(site):
    original = (site.root / "personas/backend.md").read_bytes()
    assert (site.dir / "personas/sources/backend.md").read_bytes() == original


def test_styles_come_before_the_users_and_scripts_are_there(site):
    html = site.read("index.html")
    assert 'href="assets/persona-docs/persona.css"' in html
    for name in ("persona.css", "checklists.js"):
        assert site.has(f"assets/persona-docs/{name}")


def test_titles_and_descriptions_are_text_everywhere(site, at):
    html = site.read(at("personas/backend"))
    assert "<title>R&amp;D &lt;b&gt;Backend&lt;/b&gt; - Test</title>" in html
    assert 'content="Builds services &amp; &lt;i&gt;APIs&lt;/i&gt;. Use it for endpoints."' in html
    for path in site.pages():
        # HTML to paste is escaped once more
        text = re.sub(r'data-copy="&lt;iframe [^"]*"', "", site.read(path))
        assert "<b>Backend" not in text, path
        assert "&amp;amp;" not in text, path
        assert "&amp;lt;" not in text, path


def test_a_body_reaches_the_page_as_it_is(site, at):
    assert "Asks {{ 7 * 7 }} questions" in article(site, at("personas/backend"))


def test_a_directive_works_in_any_page(site, at):
    assert re.search(r'href="[./]+personas/backend(/|\.html)"', article(site, at("guide/team")))
    assert "quality" not in article(site, at("guide/team"))


def test_persona_pages_stay_out_of_the_navigation_and_the_others_are_in_it(site, at):
    html = site.read("index.html")
    navigation = html[html.index("md-nav--primary") : html.index("md-sidebar--secondary")]
    assert at("personas/backend").removesuffix("index.html") not in navigation
    for stem in ("compare", "checklists", "triggers", "tools", "expertise"):
        assert at(f"personas/{stem}").removesuffix("index.html") in navigation


def test_the_search_holds_our_entries_at_their_addresses(site, at):
    docs = json.loads(site.read("search/search_index.json"))["docs"]
    page = at("personas/backend").removesuffix("index.html")
    ours = [doc for doc in docs if doc["location"].startswith(page)]
    assert ours[0]["location"] == page
    assert ours[0]["title"] == "R&D &lt;b&gt;Backend&lt;/b&gt;"
    assert "Python" in ours[0]["tags"]
    assert {doc["location"] for doc in docs} >= {
        at(f"personas/{stem}").removesuffix("index.html")
        for stem in ("compare", "triggers", "tools", "checklists")
    }
    parsed = {path: _Page(site.read(path)) for path in site.pages()}
    for doc in docs:
        to, _, anchor = unquote(doc["location"]).partition("#")
        to = f"{to}index.html" if not to or to.endswith("/") else to
        assert site.has(to), doc["location"]
        assert not anchor or anchor in parsed[to].ids, doc["location"]


def test_a_site_in_a_folder_of_its_host_names_no_absolute_path(site, at):
    html = article(site, at("personas/backend"))
    assert [link for link in _Page(html).links if link.startswith("/")] == []
    assert 'rel="canonical" href="https://example.org/team/docs/personas/backend' in site.read(
        at("personas/backend")
    )


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """The picture as a site with a navigation of its own, a repository and all that shows where one is."""
    return build_site(
        tmp_path_factory.mktemp("reader"),
        PICTURE,
        {
            **STRICT,
            "repo_url": "https://github.com/me/it",
            "edit_uri": "edit/main/docs/",
            "nav": [
                "index.md",
                "guide/team.md",
                {"Who": ["personas/index.md", {"Side by side": "personas/compare.md"}]},
            ],
            "theme": {
                "name": "material",
                "font": False,
                "features": [
                    *("content.action.edit", "navigation.path", "navigation.footer", "navigation.indexes"),
                    *("navigation.tabs", "navigation.prune", "toc.integrate"),
                ],
            },
        },
        strict=True,
    )


def test_pages_that_a_navigation_does_not_name_are_no_fault(reader):
    assert reader.warnings == []
    assert broken_links(reader) == []


def test_a_persona_stands_below_the_catalog_and_between_its_neighbours(reader):
    html = reader.read("personas/diseño/index.html")
    path = html[html.index("md-path__list") : html.index("</nav>", html.index("md-path__list"))]
    assert re.findall(r'href="([^"]+)"', path) == ["../..", "../"]
    footer = html[html.index("md-footer__inner") :]
    assert re.findall(r'href="([^"]+)" class="md-footer__link', footer) == ["../backend/", "../quality/"]
    assert 'aria-label="Previous: R&amp;D &lt;b&gt;Backend&lt;/b&gt;"' in footer


def test_a_persona_that_the_navigation_names_stands_where_that_puts_it(tmp_path):
    """The spy does what section-index does: the first page of a section takes its place."""
    spy = """
        def on_nav(nav, config, files):
            first, *rest = nav.items[1].children
            first.children = rest
            for each in rest:
                each.parent = first

        def on_post_page(output, page, config):
            print(page.file.src_uri, [str(each.title) for each in page.ancestors], file=told, flush=True)

        told = open("told.txt", "w")
    """.replace("told.txt", str(tmp_path / "told.txt"))
    names = ("backend", "quality", "other")
    nav = ["index.md", {"Best": ["personas/backend.md", "personas/index.md", "personas/quality.md"]}]
    files = {
        **{f"personas/{name}.md": f"---\nname: {name}\ndescription: Builds.\n---\n" for name in names},
        "spy.py": spy,
    }
    config = {"nav": nav, "hooks": ["spy.py"], "theme": "mkdocs", "plugins": ["persona-docs"]}
    assert not build_site(tmp_path, files, config).aborted
    told = (tmp_path / "told.txt").read_text().splitlines()
    assert "personas/backend.md ['Best']" in told
    assert "personas/quality.md ['Backend', 'Best']" in told
    assert "personas/other.md ['Personas', 'Backend', 'Best']" in told


def test_the_pencil_leads_to_the_real_source(reader):
    html = reader.read("personas/backend/index.html")
    assert 'href="https://github.com/me/it/edit/main/personas/backend.md"' in html
    assert 'rel="edit"' not in reader.read("personas/compare/index.html")


@pytest.mark.parametrize(
    ("template", "edited"),
    [
        ("edit/main/docs/{path}?plain=1", "edit/main/personas/backend.md?plain=1"),
        ("-/sse/main/docs%2F{path!q}", "-/sse/main/personas%2Fbackend.md"),
    ],
)
def test_the_pencil_leads_where_a_template_says(tmp_path, template, edited):
    theme = {"name": "material", "font": False, "features": ["content.action.edit"]}
    config = {"repo_url": "https://github.com/me/it", "edit_uri_template": template, "theme": theme}
    site = build_site(tmp_path, PICTURE, config, strict=True)
    assert not site.aborted
    assert f'href="https://github.com/me/it/{edited}"' in site.read("personas/backend/index.html")


def test_a_tab_of_its_own_gets_the_width_of_the_column_that_would_name_only_itself(tmp_path):
    nav = [
        {"Home": "index.md"},
        {"Who": "personas/index.md"},
        {"More": ["guide/team.md", "personas/tools.md"]},
    ]
    theme = {"name": "material", "font": False, "features": ["navigation.tabs"]}

    def hidden(site, page):
        column = re.search(r'<div class="md-sidebar md-sidebar--primary"([^>]*)>', site.read(page))
        return "hidden" in column[1].split()

    with_tabs = build_site(tmp_path / "a", PICTURE, {"nav": nav, "theme": theme})
    assert hidden(with_tabs, "personas/index.html")
    assert not hidden(with_tabs, "personas/tools/index.html"), "its section stands there"
    assert not hidden(with_tabs, "personas/backend/index.html"), "the way back stands there"
    assert not hidden(with_tabs, "index.html"), "it is not ours"
    without = build_site(tmp_path / "b", PICTURE, {"nav": nav})
    assert not hidden(without, "personas/index.html")
