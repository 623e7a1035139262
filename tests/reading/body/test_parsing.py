"""What is read out of a body: its outline, its links, the line of everything."""

from __future__ import annotations

from textwrap import dedent

import pytest

from persona_docs.model import BodyLink, Section
from persona_docs.reading.body.parsing import parse


def read(text: str, line: int = 1):
    return parse(dedent(text).lstrip("\n"), "a.md", line)[0]


def anchors(text: str) -> list[str]:
    return [section.anchor for section in read(text).sections]


def test_outline() -> None:
    body = read(
        """
        Before any heading.

        # Lead ✨
        One `code` and
        two.

        - a
          - b

        ```python
        # not a heading
        ```

        Under *lines*
        -------------
        | a | b |
        |---|---|
        | 1 | 2 |

        > ### Quoted
        """,
        line=10,
    )
    assert body.sections == (
        Section("", 0, "", 10, "Before any heading."),
        Section("Lead ✨", 1, "lead-", 12, "One code and\ntwo.\na\nb"),
        Section("Under lines", 2, "under-lines", 23, "a | b\n1 | 2"),
        Section("Quoted", 3, "quoted", 29, ""),
    )


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Áreas de Expertise", "áreas-de-expertise"),
        ("C++ & C#: *what*?", "c--c-what"),
        ("snake_case - and `code`", "snake_case---and-code"),
        ("你的核心使命", "你的核心使命"),
        ("⚙️ Tools", "-tools"),
        ("🚀", "section"),
        ("`__search`", "section-__search"),
        ("Persona-glance", "section-persona-glance"),
        ("User-content-x", "section-user-content-x"),
        ("[Link](x.md) ![image](y.png)", "link-image"),
    ],
)
def test_anchor(heading: str, anchor: str) -> None:
    assert anchors(f"# {heading}") == [anchor]


def test_anchors_are_unique() -> None:
    assert anchors("# a\n# a\n# a-1\n# A\n# a-1") == ["a", "a-1", "a-1-1", "a-2", "a-1-2"]


def test_five_thousand_equal_headings() -> None:
    found = anchors("# a\n" * 5_000)
    assert len(set(found)) == 5_000
    assert found[-1] == "a-4999"


def test_text_shows_what_a_reader_sees() -> None:
    text = "Read <file_path> and <b>bold</b>.<br>End\n\n<!-- hidden -->\n\n<role>\nYou &amp; me\n</role>"
    assert read(text).sections[0].text == "Read <file_path> and bold.\nEnd\n<role>\nYou & me\n</role>"


def test_links_and_images() -> None:
    body = read(
        """
        [one *more*](a.md "title")
        `x
        y` ![pic](b.png) and <https://example.org>

        | [ref] | www.example.org |
        |---|---|
        | <a href="c.md">c</a> | <img src='d.png' alt=D> |

        [ref]: ../e%20f.md#g
        """,
        line=5,
    )
    assert body.links == (
        BodyLink("a.md", "one more", 5),
        BodyLink("b.png", "pic", 7, image=True),
        BodyLink("https://example.org", "https://example.org", 7),
        BodyLink("../e%20f.md#g", "ref", 9),
        BodyLink("http://www.example.org", "www.example.org", 9),
        BodyLink("c.md", "", 11),
        BodyLink("d.png", "D", 11, image=True),
    )


def test_bare_addresses_end_where_the_sentence_goes_on() -> None:
    text = 'https://a.org/a_b_c. Or (www.example.org/x), "http://a.org/?a=1&b" https://b.org/(c)) a@b.org.'
    assert [link.target for link in read(text).links] == [
        "https://a.org/a_b_c",
        "http://www.example.org/x",
        "http://a.org/?a=1&b",
        "https://b.org/(c)",
        "mailto:a@b.org",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://",
        "http:// x",
        "www.",
        "a@b",
        "x@latest",
        "file.md",
        "`http://a.org`",
        "xhttp://a_b",
        "@backend",
    ],
)
def test_no_address(text: str) -> None:
    assert read(text).links == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- a\n- b\n</My_List>\n</all>\n\nc", [("a", 1), ("b", 2), ("</My_List>\n</all>", 3), ("c", 6)]),
        ("1. a\n   - b\n</x>", [("a", 1), ("b", 2), ("</x>", 3)]),
        ("> - a\n>   b\n> </x>", [("a\nb", 1), ("</x>", 3)]),
        ("- a\n</x>\n- b", [("a\n</x>", 1), ("b", 3)]),
        ("- a\n</x>\nb", [("a\n</x>\nb", 1)]),
        ("a\n</x>", [("a\n</x>", 1)]),
        ("- a\n</sub>", [("a\n</sub>", 1)]),
    ],
)
def test_the_end_of_a_section_follows_the_list_above_it(text: str, shown: list[tuple[str, int]]) -> None:
    inline = [token for token in read(text).tokens if token.type == "inline"]
    assert [(token.content, token.map[0]) for token in inline if token.map] == shown


def test_empty_body() -> None:
    body, findings = parse("", "a.md")
    assert (body.sections, body.checklists, body.links, findings) == ((), (), (), ())
