"""The options as a site's configuration holds them."""

from __future__ import annotations

import pytest

from persona_docs.configuration import SiteSettings, find_configuration, read_configuration, read_site
from persona_docs.options import Limits, Options, SourceEntry


def options(tmp_path, text: str) -> Options:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, "utf-8")
    assert find_configuration(tmp_path) == file
    return read_configuration(file)


def test_everything_that_can_be_set(tmp_path):
    assert options(
        tmp_path,
        """
        site_name: !ENV [NAME, x]
        markdown_extensions:
          - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
        plugins:
          - search
          - persona-docs:
              sources: [.claude/agents, {path: team, dialect: codex}]
              path: people
              findings: {same-name: info}
              aliases: {expertise: [fachgebiete]}
              mermaid: true
              image_hosts: [img.example]
              limits: {file_size: 10, seconds: 0.5}
        """,
    ) == Options(
        sources=(".claude/agents", SourceEntry("team", "codex")),
        path="people",
        findings={"same-name": "info"},
        aliases={"expertise": ("fachgebiete",)},
        mermaid=True,
        image_hosts=("img.example",),
        limits=Limits(file_size=10, seconds=0.5),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plugins: [search]",
        "plugins: [persona-docs]",
        "plugins: {persona-docs: }",
        "plugins: [persona-docs: ]",
        "[]",
    ],
)
def test_the_defaults(tmp_path, text):
    assert options(tmp_path, text) == Options()


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ("", Options(("team",), "people")),
        ("plugins: {persona-docs: {path: us}}", Options(("team",), "us")),
        ("plugins: {persona-docs: {path: null}}", Options(("team",))),
        ("plugins: [persona-docs: {path: us}]", Options(path="us")),
        ("plugins: [search]", Options()),
    ],
)
def test_mappings_are_merged_with_what_is_inherited_and_lists_are_not(tmp_path, own, found):
    (tmp_path / "base.yml").write_text("plugins: {persona-docs: {sources: [team], path: people}}")
    assert options(tmp_path, f"INHERIT: base.yml\n{own}") == found


@pytest.mark.parametrize(
    ("said", "path"),
    [("!ENV SET", "us"), ("!ENV [UNSET, SET, who]", "us"), ("!ENV [UNSET, who]", "who")]
    + [(said, "personas") for said in ("!ENV UNSET", "", "!foo who", "!!python/name:os.mkdir ")],
)
def test_variables_are_looked_up_and_what_says_nothing_leaves_the_default(tmp_path, monkeypatch, said, path):
    monkeypatch.setenv("SET", "us")
    monkeypatch.delenv("UNSET", raising=False)
    assert options(tmp_path, f"plugins: [persona-docs: {{path: {said}}}]").path == path


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("sources: team", "mkdocs.yml: sources: a list is wanted, not “team”"),
        ("1: red", "mkdocs.yml: 1: there is no such option; there are aliases, findings, "),
        ("sources: [", "mkdocs.yml is not valid YAML: "),
    ],
)
def test_what_cannot_be_is_said(tmp_path, given, message):
    with pytest.raises(ValueError, match=r"wanted|option|YAML") as caught:
        options(tmp_path, f"plugins: [persona-docs: {{{given}}}]")
    assert message in str(caught.value)


def test_what_is_no_yaml_is_told_in_a_line_with_its_place(tmp_path):
    with pytest.raises(ValueError, match=r"^mkdocs.yml is not valid YAML: .*, in line 2, column 1$"):
        options(tmp_path, "plugins:\n\t- persona-docs\n")


def test_settings_of_the_generator_and_of_the_extension_are_no_options(tmp_path):
    assert options(tmp_path, "plugins: [persona-docs: {enabled: false}]") == Options()
    assert options(tmp_path, "markdown_extensions: [persona_docs: {lang: es}]") == Options()


def test_what_is_known_of_the_site(tmp_path):
    (tmp_path / "base.yml").write_text("site_name: Base\nrepo_url: https://github.com/me/it\n", "utf-8")
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        """
        INHERIT: base.yml
        site_url: https://example.org/docs
        theme: {name: material, language: pt_BR}
        use_directory_urls: false
        """,
        "utf-8",
    )

    assert read_site(file) == SiteSettings(
        name="Base",
        url="https://example.org/docs/",
        lang="pt-BR",
        directory_urls=False,
        repo_url="https://github.com/me/it",
        edit_uri="edit/master/docs/",
    )


@pytest.mark.parametrize(
    "text", ["", "[]", "site_url: 1\ntheme: material\nrepo_url: [a]\ndocs_dir: !ENV UNSET\n"]
)
def test_a_site_that_says_nothing_has_the_defaults(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")

    assert read_site(tmp_path / "mkdocs.yml") == SiteSettings()
