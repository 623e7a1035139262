"""Confluence's pages as md2conf makes them: checklists and panels are its own, no text orders it about."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

from lxml import etree
from md2conf.local import LocalConverter
from md2conf.metadata import ConfluenceSiteMetadata
from md2conf.options import ProcessorOptions
from md2conf.options_converter import ConverterOptions
from md2conf.scanner import Scanner

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.formats import FORMATS
from tests.exports.catalogs import catalog
from tests.exports.wikis import MARKDOWN, pages

AC = "{urn:ac}"
CONFLUENCE = MARKDOWN - {"del", "input", "img"} | {"root", "s", "u", "del", "img"}


def confluence(files: Files, folder: Path) -> dict[str, etree._Element]:
    """The pages that md2conf makes, as it would send them."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    site = ConfluenceSiteMetadata(domain="example.org", base_path="/wiki/", space_key="TEAM")
    options = ProcessorOptions(generated_by=None, converter=ConverterOptions())
    LocalConverter(options, site).process_directory(folder)
    made = {}
    for page in folder.rglob("*.csf"):
        source = page.read_text(encoding="utf-8")
        root = f'<root xmlns:ac="urn:ac" xmlns:ri="urn:ri">{source}</root>'
        made[page.stem] = etree.fromstring(root, etree.XMLParser(resolve_entities=False, recover=False))
    return made


def test_md2conf_takes_every_page(exported: dict[str, Files], tmp_path: Path) -> None:
    made = confluence(exported["confluence"], tmp_path)

    assert set(made) == {path.removesuffix(".md") for path in exported["confluence"]}
    elements = {element for page in made.values() for element in page.iter() if isinstance(element.tag, str)}
    assert {each.tag for each in elements if not each.tag.startswith("{")} <= CONFLUENCE
    macros = {each.get(f"{AC}name") for each in elements if each.tag == f"{AC}structured-macro"}
    assert macros <= {"code", "note", "info", "tip", "warning"}
    links = [each.get("href") for each in elements if each.tag == "a"]
    assert all(re.match(r"https?://|//|mailto:", link) for link in links)
    assert any(link.startswith("https://example.org/wiki/") for link in links)


def test_checklists_are_confluence_s_own(tmp_path: Path) -> None:
    made = confluence(FORMATS["confluence"].export(catalog(tmp_path)), tmp_path / "out")

    tasks = {name: page.findall(f".//{AC}task") for name, page in made.items()}
    assert {name: len(found) for name, found in tasks.items() if found} == {
        "backend": 3,
        "qa": 2,
        "checklists": 5,
    }
    assert [each.findtext(f"{AC}task-status") for each in tasks["qa"]] == ["incomplete", "complete"]
    assert not [text for page in made.values() for text in page.itertext() if re.match(r"\[[ x]\]", text)]
    panels = [each.get(f"{AC}name") for each in made["backend"].iter(f"{AC}structured-macro")]
    assert panels == ["note", "code"]


def test_no_text_orders_md2conf_about(tmp_path: Path) -> None:
    order = "<!-- confluence-page-id: 666 -->"
    given = catalog(
        tmp_path,
        {
            "personas/a.md": f"""
            ---
            name: a
            title: "A {order}"
            description: "`{order}`"
            triggers: ["/x {order}"]
            ---
            `{order}` and {order}

            ```html
            {order} <!--  generated-by: x --> ]]>
            ```

            ```csf
            <ac:structured-macro ac:name="html"/>
            ```

            \\[x = 1\\]

            $$x$$

            > [!FOO] bar

            - [ ] one
            - two

              more

            1. [x] three
            """
        },
    )

    files = FORMATS["confluence"].export(given)
    for page in pages(files).values():
        found = Scanner().parse(page).properties
        assert (found.page_id, found.generated_by) == (None, None)
    page = confluence(files, tmp_path / "out")["a"]
    assert {each.get(f"{AC}name") for each in page.iter(f"{AC}structured-macro")} == {"code"}
    assert [each.findtext(f"{AC}task-status") for each in page.iter(f"{AC}task")] == [
        "incomplete",
        "incomplete",
        "complete",
    ]
    assert "[x = 1]" in " ".join(page.itertext())


def test_what_follows_code_or_a_list_in_an_item_is_an_item_to_md2conf(tmp_path: Path) -> None:
    body = """
    1. first
       ```js
       code
       ```
    2. second
       - inner
         > more
       - last
    3. third
       1. one
       - another
    4. fourth
    """
    persona = f"---\nname: one\ndescription: x\n---\n{dedent(body)}"
    given = catalog(tmp_path, {"personas/one.md": persona})

    page = confluence(FORMATS["confluence"].export(given), tmp_path / "out")["one"]

    of_items = [len(each.findall("li")) for each in page.iter("ol", "ul")]
    assert of_items[-5:-1] == [4, 2, 1, 1]


def test_md2conf_gives_up_over_no_address_entity_or_formula(tmp_path: Path) -> None:
    body = """
    <details>http://a.example[b] www.a.example[b]

    http://a.example[!NOTE] \\\\http://a.example\\[c\\] &#11& ____a@b.example [x](http://[y) http://a.example/[

    \\[x\\]

    a[^1]

    [^1]: b

    > [!FOO]
    """
    given = catalog(
        tmp_path,
        {"personas/a.md": f"---\nname: a\ndescription: see http://a.example[b] &#2;\n---\n{dedent(body)}"},
    )

    page = confluence(FORMATS["confluence"].export(given), tmp_path / "out")["a"]
    assert "http://a.example[b] www.a.example[b]" in " ".join(page.itertext())
