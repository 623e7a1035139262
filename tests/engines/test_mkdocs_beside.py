"""The plugin beside what else there is: hand-written pages, hostile files, other plugins and themes."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from tests.tree import build_site, write_tree

pytestmark = pytest.mark.site

BACKEND = """
    ---
    name: backend
    description: Builds services and keeps them running; use it for endpoints.
    ---
    # Backend

    Ask before you delete.
"""
ONE = {"personas/backend.md": BACKEND}
PLAIN = {"theme": {"name": "mkdocs"}, "plugins": ["persona-docs"]}


def test_a_finding_fails_a_strict_build_and_names_its_place_and_its_fix(tmp_path):
    nameless = {"personas/x.md": "---\nname: x\n---\nDo it.\n"}
    site = build_site(tmp_path, nameless, PLAIN, strict=True)
    assert site.aborted
    assert (
        "persona_docs: personas/x.md:1: There is no description [missing-description] Fix: Add `description:`"
        in ("\n".join(site.warnings))
    )


def test_a_finding_that_is_lowered_does_not_fail_a_strict_build(tmp_path):
    nameless = {"personas/x.md": "---\nname: x\n---\nDo it.\n"}
    levels = {"persona-docs": {"findings": {"missing-description": "info"}}}
    site = build_site(tmp_path, nameless, {**PLAIN, "plugins": [levels]}, strict=True)
    assert not site.aborted
    assert any("[missing-description]" in message for message in site.logged(20))


def test_control_signs_of_a_file_do_not_reach_the_log(tmp_path):
    site = build_site(
        tmp_path,
        {"personas/x.md": '---\nname: x\ntools: ["\\e[31mRe\u202ead", 1]\ntool: [\n---\nDo it.\n'},
        PLAIN,
    )
    assert site.warnings
    assert all(message.isprintable() for message in site.logged(20)), site.logged(20)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", id="bytes"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"---\nname: [\n---\n", id="broken YAML"),
        pytest.param(b"---\n" + b"[" * 30_000 + b"\n---\nx\n", id="brackets"),
        pytest.param(b"---\non: {1: ~}\n2024-02-30: x\n---\nx\n", id="odd keys"),
        pytest.param(b"---\nname: x\n---\n<![ x\n", id="truncated declaration"),
        pytest.param(b"---\nname: index\n---\nx\n", id="an address that is taken"),
        pytest.param(b"---\nname: ../../../etc/passwd\n---\nx\n", id="a way out"),
    ],
)
def test_a_bad_file_costs_neither_the_build_nor_its_neighbour(tmp_path, content):
    alone = build_site(tmp_path / "alone", ONE, PLAIN)
    site = build_site(tmp_path / "both", {**ONE, "personas/zz.md": content}, PLAIN)
    assert not site.aborted
    assert site.logged(20)
    page = "personas/backend/index.html"
    assert without_pager(site.read(page)) == without_pager(alone.read(page))


def without_pager(html):
    """A page without what names its neighbours."""
    return re.sub(
        r'<a rel="next"[^>]*>|<li class="nav-item">.*?</li>', "", html[html.index("<h1") :], flags=re.DOTALL
    )


HOSTILE = """
    ---
    name: evil
    title: </title><script>alert(1)</script>{{ config }}
    description: '"><script>alert(2)</script>'
    template: ../../secret.html
    icon: ../../secret
    hide: 5
    search: yes
    tags: [~, 1]
    status: [x]
    render_macros: true
    date: 2024-02-30
    authors: [nobody]
    ---
    {{ 7 * 7 }} {% include "secret.html" %} <script>alert(3)</script> --8<-- "mkdocs.yml"
"""


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_nothing_of_a_front_matter_reaches_the_theme(tmp_path, theme):
    spy = """
        import json
        from pathlib import Path

        def on_page_context(context, page, config, nav):
            if page.file.src_uri == "personas/evil.md":
                Path(config.config_file_path).with_name("meta.json").write_text(json.dumps(page.meta))
    """
    site = build_site(
        tmp_path,
        {"personas/evil.md": HOSTILE, "spy.py": spy},
        {
            "theme": {"name": theme, **({"font": False} if theme == "material" else {})},
            "hooks": ["spy.py"],
            "markdown_extensions": ["attr_list", "md_in_html", "pymdownx.snippets", "tables", "toc"],
        },
    )
    assert not site.aborted
    meta = json.loads((tmp_path / "meta.json").read_text())
    assert set(meta) <= {"title", "description", "search", "render_macros"}
    assert meta["title"] == "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{ config }}"
    for path in site.pages():
        assert not re.search(r"<script[^>]*>\s*alert", site.read(path)), path
    assert "{{ 7 * 7 }}" in site.read("personas/evil/index.html")


@pytest.mark.parametrize("by_hand", ["docs/personas/backend.md", "docs/personas/backend/index.md"])
def test_a_page_written_by_hand_wins(tmp_path, by_hand):
    site = build_site(tmp_path, {**ONE, by_hand: "# Mine\n"}, PLAIN, strict=True)
    assert "Mine</h1>" in site.read("personas/backend/index.html")
    assert any("is written by hand and stays" in message for message in site.logged(20))
    assert not site.aborted


def test_the_catalog_page_written_by_hand_wins_as_a_readme_too(tmp_path):
    by_hand = {"docs/personas/README.md": "# Our people\n\n/// persona-cards\n///\n"}
    site = build_site(tmp_path, {**ONE, **by_hand}, PLAIN, strict=True)
    html = site.read("personas/index.html")
    assert "Our people</h1>" in html
    assert 'href="backend/"' in html
    assert not site.aborted


def test_sources_inside_the_docs_folder_are_published_once(tmp_path):
    files = {
        "docs/personas/backend.md": BACKEND.replace(
            "name: backend", "name: backend\n    template: nowhere.html"
        ),
        "docs/personas/logo.png": b"png",
    }
    plugins = ["search", {"persona-docs": {"sources": ["docs/personas"]}}]
    site = build_site(tmp_path, files, {"plugins": plugins}, strict=True)
    assert site.warnings == []
    assert "persona-activate" in site.read("personas/backend/index.html") or "persona-source" in site.read(
        "personas/backend/index.html"
    )
    assert site.has("personas/logo.png")


def test_the_catalog_lives_where_it_is_told_to(tmp_path):
    plugins = [{"persona-docs": {"path": "team/agents"}}]
    site = build_site(tmp_path, ONE, {**PLAIN, "plugins": plugins}, strict=True)
    assert site.has("team/agents/backend/index.html")
    assert site.has("team/agents/sources/backend.md")
    assert not site.has("personas/index.html")


def test_no_personas_is_a_friendly_page(tmp_path):
    site = build_site(tmp_path, {"personas/.gitkeep": ""}, PLAIN)
    assert site.has("personas/index.html")
    assert any("[no-personas]" in message for message in site.warnings)


def test_styles_and_scripts_of_the_user_take_the_place_of_ours(tmp_path):
    files = {
        **ONE,
        "docs/assets/persona-docs/persona.css": "/* mine */",
        "theme/assets/persona-docs/copy.js": "// mine",
    }
    site = build_site(tmp_path, files, {**PLAIN, "theme": {"name": "mkdocs", "custom_dir": "theme"}})
    assert site.read("assets/persona-docs/persona.css") == "/* mine */"
    assert site.read("assets/persona-docs/copy.js").strip() == "// mine"


def test_a_template_of_the_user_takes_the_place_of_ours(tmp_path):
    cards = "{% for card in cards %}<p>Mine: {{ card.persona.title }}</p>{% endfor %}"
    files = {
        **ONE,
        "theme/persona-docs/cards.html": cards,
        "docs/guide.md": "/// persona-cards\n///\n",
    }
    site = build_site(tmp_path, files, {**PLAIN, "theme": {"name": "mkdocs", "custom_dir": "theme"}})
    assert "<p>Mine: Backend</p>" in site.read("personas/index.html")
    assert "<p>Mine: Backend</p>" in site.read("guide/index.html")
    assert not site.has("persona-docs/cards.html")


def test_the_users_styles_come_after_ours(tmp_path):
    site = build_site(tmp_path, {**ONE, "docs/my.css": ""}, {**PLAIN, "extra_css": ["my.css"]})
    html = site.read("index.html")
    assert html.index("persona-docs/persona.css") < html.index("my.css")


def test_a_theme_without_material_has_whole_pages(tmp_path):
    for theme in ("mkdocs", "readthedocs"):
        site = build_site(tmp_path / theme, ONE, {"theme": {"name": theme}}, strict=True)
        assert site.warnings == []
        html = site.read("personas/backend/index.html")
        assert "Ask before you delete." in html
        assert "<title>Backend - Test</title>" in html
        index = json.loads(site.read("search/search_index.json"))
        assert any("Ask before you delete" in doc["text"] for doc in index["docs"])


def test_plugins_of_material_work_beside(tmp_path):
    files = {
        **ONE,
        "docs/blog/index.md": "# Blog\n",
        "docs/blog/posts/one.md": """
            ---
            date: 2024-01-01
            ---
            # News

            /// persona-cards
            ///

            <!-- more -->

            End.
            """,
        "docs/personas/.meta.yml": "tags: [People]\n",
        "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
    }
    site = build_site(
        tmp_path,
        files,
        {
            "plugins": ["meta", "blog", "tags", "search", "persona-docs", "offline"],
            "site_url": "",
        },
        strict=True,
    )
    assert site.warnings == []
    assert "Ask before you delete." in site.read("personas/backend.html")
    assert 'href="../../../../personas/backend.html"' in site.read("blog/2024/01/01/news.html")
    assert 'href="../personas/backend.html"' in site.read("blog/index.html")
    assert "backend.html" in site.read("tags.html")


def test_a_plugin_that_looks_at_the_pages_finds_ours_wherever_it_is_listed(tmp_path):
    listed_before = """
        from pathlib import Path
        from mkdocs.plugins import event_priority

        @event_priority(10)
        def on_files(files, config):
            found = sorted(file.src_uri for file in files.documentation_pages())
            Path(config.config_file_path).with_name("found.txt").write_text(" ".join(found))
    """
    build_site(tmp_path, {**ONE, "spy.py": listed_before}, {**PLAIN, "hooks": ["spy.py"]})
    assert {"personas/backend.md", "personas/compare.md"} <= set((tmp_path / "found.txt").read_text().split())


@pytest.mark.parametrize("address", ["personas/backend.md", "personas/backend/README.md"])
def test_a_page_that_another_plugin_makes_stays(tmp_path, address):
    maker = f"""
        from mkdocs.structure.files import File

        def on_files(files, config):
            for address in ("{address}", "personas/personas.json"):
                if there := files.get_file_from_path(address):
                    files.remove(there)
                files.append(File.generated(config, address, content="# Theirs"))
    """
    site = build_site(tmp_path, {**ONE, "maker.py": maker}, {**PLAIN, "hooks": ["maker.py"]}, strict=True)
    assert not site.aborted
    assert "Theirs</h1>" in site.read("personas/backend/index.html")
    assert site.read("personas/personas.json") == "# Theirs"
    assert 'href="backend/"' in site.read("personas/index.html")


def test_other_plugins_find_the_file_that_a_page_is_made_from(tmp_path):
    spy = """
        import json
        from pathlib import Path

        found = {}

        def on_page_content(html, page, config, files):
            here = Path(config.config_file_path).parent
            source = Path(page.file.abs_src_path).relative_to(here).as_posix()
            found[page.file.src_uri] = [source, page.file.generated_by, page.edit_url]
            found["all"] = sorted({Path(file.abs_src_path).name for file in files.media_files()})
            (here / "found.json").write_text(json.dumps(found))
    """
    files = {**ONE, "personas/new.md": BACKEND.replace("backend", "new"), "spy.py": spy}
    write_tree(tmp_path, ONE)
    for command in ("init -q", "add -A", "-c user.name=t -c user.email=t@example.org commit -q -m x"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True)
    build_site(tmp_path, files, {**PLAIN, "hooks": ["spy.py"], "repo_url": "https://github.com/me/it"})
    edit = "https://github.com/me/it/edit/master/personas"
    found = json.loads((tmp_path / "found.json").read_text())
    assert found["personas/backend.md"] == ["personas/backend.md", None, f"{edit}/backend.md"]
    assert found["personas/new.md"] == [
        "personas/new.md",
        "persona-docs",
        f"{edit}/new.md",
    ]  # git has no date
    assert found["personas/compare.md"] == ["mkdocs.yml", "persona-docs", None]
    assert {"backend.md", "new.md", "mkdocs.yml"} < set(found["all"])  # originals, data


def test_a_plugin_may_take_out_a_setting_as_multirepo_does(tmp_path):
    hook = {"hook.py": "def on_pre_build(config):\n    del config['edit_uri']\n"}
    site = build_site(tmp_path, {**ONE, **hook}, {**PLAIN, "hooks": ["hook.py"]})
    assert site.has("personas/backend/index.html")


def test_macros_meet_no_body(tmp_path):
    pytest.importorskip("mkdocs_macros")
    body = {"personas/backend.md": BACKEND + "\n    {{ 7 * 7 }} {% raw %} {{ nobody.knows }}\n"}
    site = build_site(tmp_path, body, {**PLAIN, "plugins": ["macros", "persona-docs"]}, strict=True)
    assert "{{ 7 * 7 }} {% raw %} {{ nobody.knows }}" in site.read("personas/backend/index.html")


def test_the_pages_speak_the_themes_language(tmp_path):
    site = build_site(tmp_path, ONE, {"theme": {"name": "material", "font": False, "language": "es"}})
    assert "Comparar" in site.read("personas/compare/index.html")


def test_every_build_of_one_plugin_starts_afresh(tmp_path):
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build_site(tmp_path, ONE, PLAIN)
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    (tmp_path / "personas/backend.md").rename(tmp_path / "personas/other.md")
    (tmp_path / "personas/other.md").write_text(BACKEND.replace("backend", "other"))
    again = load_config(str(tmp_path / "mkdocs.yml"))
    assert again.plugins["persona-docs"] is config.plugins["persona-docs"]
    build(again)
    assert (tmp_path / "site/personas/other/index.html").is_file()
    assert not (tmp_path / "site/personas/backend").exists()


def test_five_real_files_are_five_pages_at_five_addresses(tmp_path, real_files):
    plugins = ["search", {"persona-docs": {"sources": [str(real_files / "seeds")]}}]
    site = build_site(tmp_path, {}, {"plugins": plugins})
    assert not site.aborted
    of_all = {"compare", "checklists", "triggers", "tools", "expertise", "health", "sources", "embed"}
    pages = {p.parent.name for p in (site.dir / "personas").glob("*/index.html")} - of_all
    assert len(pages) == 5
    codes = {code for message in site.warnings for code in re.findall(r"\[([a-z-]+)\]", message)}
    assert {"same-name", "same-slug", "mojibake"} <= codes
    text = "".join(site.read(f"personas/{page}/index.html") for page in pages)
    assert "Cómo Analizo Problemas" in text
    assert "rigor técnico" in text
    assert not [heading for heading in re.findall(r"<h[1-6].*?</h", text, re.DOTALL) if "√" in heading]
