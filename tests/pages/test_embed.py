"""Pages for frames."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest

from tests.tree import build_site

pytestmark = pytest.mark.site

TEAM = {
    "personas/backend.md": """
        ---
        name: backend
        title: </title><script>alert(1)</script>
        description: '"><script>alert(2)</script> Builds services.'
        tools: [Read]
        ---
        # Steps

        Ask [QA](qa.md) first.
        """,
    "personas/qa.md": "---\nname: qa\ndescription: Looks.\n---\nLook.\n",
}


@pytest.mark.parametrize(
    ("directory_urls", "base"), [(True, "../backend/"), (False, "../backend.html")], ids=["folders", "files"]
)
def test_a_persona_has_a_short_page_without_the_theme(tmp_path, directory_urls, base):
    config = {"use_directory_urls": directory_urls}
    site = build_site(tmp_path, TEAM, config)

    html = site.read("personas/embed/backend.html")

    assert f'<base href="{base}" target="_blank">' in html
    assert f'href="{"../../" if directory_urls else "../"}assets/persona-docs/embed/embed.css"' in html
    assert "Builds services." in html
    assert "Ask <a" not in html
    assert "md-header" not in html
    assert html.count("<script") == 1
    assert site.pages("personas/embed") == [
        f"personas/embed/{name}.html" for name in ("backend", "index", "qa")
    ]
    assert site.has("assets/persona-docs/embed/texts.json")


@pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
def test_every_link_leads_to_something_of_the_site(tmp_path, directory_urls):
    site = build_site(tmp_path, TEAM, {"use_directory_urls": directory_urls})

    for name in ("backend", "index"):
        html = site.read(f"personas/embed/{name}.html")
        base = urljoin(f"https://x/personas/embed/{name}.html", html.split('<base href="')[1].split('"')[0])
        for address in re.findall(r'<(?:a|link|script)\b[^>]*? (?:href|src)="(?!data:)([^"]+)"', html):
            path = urlsplit(urljoin(base, address)).path.removeprefix("/")
            assert site.has(f"{path}index.html" if path.endswith("/") else path), address


def test_a_title_is_text_in_the_code_to_paste(tmp_path):
    html = build_site(tmp_path, TEAM).read("personas/backend/index.html")

    assert 'data-embed="../embed/backend.html"' in html
    assert "title=&#34;&amp;lt;/title&amp;gt;&amp;lt;script&amp;gt;" in html


def test_a_file_of_yours_at_the_same_address_wins(tmp_path):
    site = build_site(tmp_path, {**TEAM, "docs/personas/embed/qa.html": "<p>Mine</p>"})

    assert site.read("personas/embed/qa.html") == "<p>Mine</p>"


def test_a_page_written_by_hand_has_none(tmp_path):
    site = build_site(tmp_path, {**TEAM, "docs/personas/qa.md": "# Mine\n"})

    assert not site.has("personas/embed/qa.html")
