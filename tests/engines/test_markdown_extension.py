"""Directives in plain Python-Markdown, with a catalog made by hand."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markupsafe import Markup

from persona_docs.catalog import build_catalog
from persona_docs.engines.directives import Place
from persona_docs.engines.markdown_extension import PersonaDocsExtension
from persona_docs.options import Options
from persona_docs.pages.links import Links
from persona_docs.pages.page import Heading, Html, Page, Site
from tests.builders import persona

PEOPLE = (
    persona("Backend", expertise=["Python", "SQL"], triggers=["/dev"], tools=["Read", "Bash"]),
    persona("Frontend", expertise=["CSS"], triggers=["/ui"], tools=["Edit"]),
    persona(
        "Quality", expertise=["Python", "Testing"], triggers=["/qa"], checklists={"Ship": ["Green", "Read"]}
    ),
)
CATALOG = build_catalog(PEOPLE, (), Options())


def page_of(*parts: Heading | Html) -> Page:
    return Page("personas/x.md", "X", (Heading(1, "x", Markup("X")), *parts))


def convert(text, extensions=(), configs=None, page=None, address="guide/here.md", site=None):
    """Converted HTML, what was warned about, and the converter."""
    warnings: list[str] = []
    links = Links.of(site or Site(), address)
    place = Place(CATALOG, links, lambda wanted: page if wanted == "personas/x.md" else None, address)
    extension = PersonaDocsExtension(place=lambda: place, warn=warnings.append)
    md = Markdown(extensions=[*extensions, extension], extension_configs=configs or {})
    return md.convert(text), warnings, md


def show(*parts, extensions=(), configs=None):
    html, warnings, md = convert(
        "/// persona-page | personas/x.md\n///\n", extensions, configs, page_of(*parts)
    )
    assert warnings == []
    return html, md


def test_headings_are_elements_of_the_page_and_html_stands_between():
    html, _ = show(Heading(2, "core", Markup("The <em>core</em>")), Html(Markup("<p>Text</p>")))
    assert html == (
        '<h1 id="x">X</h1>\n<h2 id="core">The <em>core</em></h2>\n<div class="persona-docs"><p>Text</p></div>'
    )


def test_the_table_of_contents_sees_headings_as_ever():
    _, md = show(
        Heading(2, "a", Markup("R&amp;D <code>x</code>")),
        Heading(3, "b", Markup("B")),
        extensions=["toc"],
        configs={"toc": {"toc_depth": 2}},
    )
    (top,) = md.toc_tokens
    assert (top["name"], top["id"]) == ("X", "x")
    assert [(child["name"], child["id"], child["children"]) for child in top["children"]] == [
        ("R&amp;D x", "a", [])
    ]


def test_permalinks_are_added_as_ever():
    html, _ = show(Heading(2, "a", Markup("A")), extensions=["toc"], configs={"toc": {"permalink": True}})
    assert '<h2 id="a">A<a class="headerlink" href="#a"' in html


def test_levels_shift_with_the_base_level_as_ever():
    html, _ = show(Heading(2, "a", Markup("A")), extensions=["toc"], configs={"toc": {"baselevel": 2}})
    assert '<h2 id="x">' in html
    assert '<h3 id="a">' in html


def test_a_heading_of_the_page_does_not_take_an_id_of_ours():
    text = "# Backend\n\n/// persona | backend\n///\n"
    html, _, _ = convert(text, ["toc"])
    assert '<h1 id="backend_1">Backend</h1>' in html
    assert html.count('id="backend"') == 1


HOSTILE = (
    "<p>{: #__config .evil } {{ 7*7 }} {% raw %} (c) -- :smile: ==mark== [[key]] *[X]: y\n\n"
    '    # not a heading\n\n--8<-- "mkdocs.yml"\n\n/// persona-table\n///\n\nX {--del--} &amp; $x$</p>'
)


@pytest.mark.parametrize(
    "extension",
    [
        *(
            "abbr",
            "admonition",
            "attr_list",
            "def_list",
            "footnotes",
            "md_in_html",
            "smarty",
            "tables",
            "toc",
        ),
        *("pymdownx.arithmatex", "pymdownx.b64", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic"),
        *(
            "pymdownx.emoji",
            "pymdownx.highlight",
            "pymdownx.inlinehilite",
            "pymdownx.keys",
            "pymdownx.magiclink",
        ),
        *("pymdownx.mark", "pymdownx.pathconverter", "pymdownx.smartsymbols", "pymdownx.snippets"),
        *("pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde"),
    ],
)
def test_no_other_extension_parses_what_we_show(extension):
    html, _ = show(
        Html(Markup(HOSTILE)), Heading(2, "a", Markup("(c) {: #__config } {{ x }}")), extensions=[extension]
    )
    assert HOSTILE in html
    assert ">(c) {: #__config } {{ x }}</h2>" in html


def test_images_of_a_persona_never_meet_the_extension_that_embeds_local_files(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"\x89PNG secret")
    html, _ = show(
        Html(Markup('<img src="secret.png">')),
        extensions=["pymdownx.b64", "pymdownx.pathconverter"],
        configs={
            "pymdownx.b64": {"base_path": str(tmp_path)},
            "pymdownx.pathconverter": {"base_path": str(tmp_path)},
        },
    )
    assert '<img src="secret.png">' in html


def test_markdowns_own_placeholders_mean_nothing_in_a_body():
    html, _ = show(Html(Markup("<p>\x02wzxhzdk:0\x03 \x02persona-docs-0\x03 \x02klzzwxh:0000\x03</p>")))
    assert html.endswith("<p>wzxhzdk:0 persona-docs-0 klzzwxh:0000</p></div>")
    assert html.count("X") == 1


def test_another_document_starts_afresh():
    _, _, md = convert("/// persona | backend\n///\n")
    first = md.reset().convert("/// persona | backend\n///\n")
    second = md.reset().convert("/// persona | backend\n///\n")
    assert first == second
    assert 'id="backend-2"' not in second


def test_links_lead_out_of_the_page_that_holds_the_directive():
    html, _, _ = convert("/// persona-cards\n///\n")
    assert 'href="../../personas/backend/"' in html
    html, _, _ = convert("/// persona-cards\n///\n", site=Site(directory_urls=False))
    assert 'href="../personas/backend.html"' in html


def shown(html):
    return [one.slug for one in CATALOG.personas if f"personas/{one.slug}/" in html]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["backend", "frontend", "quality"]),
        ("expertise: python", ["backend", "quality"]),
        ("expertise: [css, testing]", ["frontend", "quality"]),
        ("expertise: python\n    tool: bash", ["backend"]),
        ("trigger: /UI", ["frontend"]),
        ("limit: 2", ["backend", "frontend"]),
        ("sort: -name\n    limit: 1", ["quality"]),
        ("expertise: cobol", []),
    ],
)
@pytest.mark.parametrize("directive", ["persona-cards", "persona-table"])
def test_filters_choose_personas(directive, options, expected):
    html, warnings, _ = convert(f"/// {directive}\n    {options}\n///\n")
    assert shown(html) == expected
    assert ("No persona matches." in html) is (not expected)
    assert warnings == []


def test_sorting_turns_the_order():
    html, _, _ = convert("/// persona-cards\n    sort: -name\n///\n")
    positions = [html.index(f"personas/{slug}/") for slug in ("quality", "frontend", "backend")]
    assert positions == sorted(positions)


def test_a_table_has_the_columns_that_are_asked_for():
    html, warnings, _ = convert("/// persona-table\n    columns: [triggers]\n///\n")
    assert "/dev" in html
    assert warnings == []
    assert (
        len(ElementTree.fromstring(html[html.index("<thead") : html.index("</thead>") + 8]).findall(".//th"))
        == 2
    )


def test_checklists_of_those_who_have_any():
    html, _, _ = convert("/// persona-checklists\n    name: quality\n///\n")
    assert "Green" in html
    html, _, _ = convert("/// persona-checklists\n    name: nobody\n///\n")
    assert "No persona matches." in html


def test_a_persona_is_a_guest_at_the_level_that_is_asked_for():
    html, _, _ = convert("# Mine\n\n/// persona | Quality\n    level: 3\n///\n\nafter\n")
    assert html.startswith("<h1>Mine</h1>")
    assert '<h3 id="quality">' in html
    assert html.endswith("<p>after</p>")


def test_two_personas_on_a_page_share_no_id():
    html, _, _ = convert("/// persona | backend\n///\n\n/// persona | quality\n///\n")
    ids = [part.partition('"')[0] for part in html.split('id="')[1:]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/// persona | bakend\n///", "there is no persona “bakend” (did you mean “backend”?)"),
        ("/// persona\n///", "say which persona: `/// persona | name`"),
        ("/// persona | backend\n    body: maybe\n///", "body is true or false, not 'maybe'"),
        ("/// persona | backend\n    level: 9\n///", "level is a heading level from 1 to 6, not 9"),
        (
            "/// persona-table\n    expertize: x\n///",
            "there is no option “expertize” (did you mean “expertise”?)",
        ),
        ("/// persona-table\n    columns: [skils]\n///", "no column 'skils'"),
        ("/// persona-cards\n    columns: [tools]\n///", "there is no option “columns”"),
        (
            "/// persona-cards\n    group: [read, reed]\n///",
            "there is no group “reed” (did you mean “read”?)",
        ),
        (
            "/// persona-cards\n    dialect: [skill, gemeni]\n///",
            "there is no dialect “gemeni” (did you mean “gemini”?)",
        ),
        ("/// persona-cards\n    limit: many\n///", "limit is a whole number, not 'many'"),
        ("/// persona-cards\n    sort: age\n///", "there is no field “age” to sort by"),
        ("/// persona-cards | backend\n///", "“backend” is not expected here"),
        ("/// persona-cards\n    1: x\n///", "the option 1 must be a word"),
        ("/// persona-cards\n    on: x\n///", "the option True must be a word"),
        ("/// persona-cards\n    [: x\n///", "its options are not YAML"),
        ("/// persona-cards\n    just words\n///", "its options are not YAML"),
        ("/// persona-crads\n///", "there is no such directive (did you mean “persona-cards”?)"),
        ("/// persona-page | nowhere.md\n///", "the catalog has no page “nowhere.md”"),
    ],
)
def test_a_mistake_is_said_in_the_page_and_to_its_author_and_stops_nothing(text, said):
    html, warnings, _ = convert(f"before\n\n{text}\n\nafter\n")
    (warning,) = warnings
    assert warning.startswith("guide/here.md: /// persona")
    assert said in warning
    assert 'class="admonition warning"' in html
    assert html.startswith("<p>before</p>")
    assert html.endswith("<p>after</p>")


def test_a_mistake_is_shown_as_text():
    html, _, _ = convert("/// persona | <img src=x onerror=alert(1)>\n///\n")
    assert "<img" not in html
    assert "&lt;img" in html


def test_text_below_a_directive_that_is_not_closed_is_kept():
    html, _, _ = convert("/// persona-cards\n\nThis paragraph stays.\n")
    assert "<p>This paragraph stays.</p>" in html


def test_attributes_that_the_author_gives_are_kept():
    html, _, _ = convert("/// persona-cards\n    attrs: {class: wide}\n///\n")
    assert html.startswith('<div class="wide">')


def test_blocks_of_others_work_beside_ours():
    html, warnings, _ = convert("/// admonition | Note\nHello\n///\n", ["pymdownx.blocks.admonition"])
    assert '<p class="admonition-title">Note</p>' in html
    assert warnings == []


def test_directives_stand_inside_other_blocks():
    html, _, _ = convert(
        "/// admonition | Who\n//// persona-cards\n    limit: 1\n////\n///\n", ["pymdownx.blocks.admonition"]
    )
    assert shown(html) == ["backend"]
    assert html.startswith('<div class="admonition">')


def test_a_directive_in_a_code_fence_is_code():
    html, warnings, _ = convert("```\n/// persona-cards\n///\n```\n", ["pymdownx.superfences"])
    assert shown(html) == []
    assert "/// persona-cards" in html
    assert warnings == []


def test_ours_is_the_last_word():
    class Shout(Postprocessor):
        def run(self, text):
            return text.replace("quiet", "LOUD")

    place = Place(CATALOG, Links(Site(), ""), lambda _: page_of(Html(Markup("<p>quiet</p>"))), "index.md")
    md = Markdown(extensions=[PersonaDocsExtension(place=lambda: place)])
    md.postprocessors.register(Shout(md), "shout", -100)
    assert "<p>quiet</p>" in md.convert("/// persona-page | personas/x.md\n///\n")
