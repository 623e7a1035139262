"""The options as a site's configuration holds them."""

from __future__ import annotations

import pytest

from persona_docs.configuration import find_configuration, read_configuration
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


def test_a_plugin_given_as_mapping_or_inherited(tmp_path):
    (tmp_path / "base.yml").write_text("plugins: {persona-docs: {sources: team}}")
    assert options(tmp_path, "INHERIT: base.yml").sources == ("team",)
    (tmp_path / "base.yml").write_text("INHERIT: base.yml")
    assert options(tmp_path, "INHERIT: base.yml") == Options()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("sources: 5", "sources: a list is wanted, not “5”"),
        ("sources: [{path: team}]", "sources: a path or {path: …, dialect: …} is wanted"),
        ("findings: [x]", "findings: a mapping is wanted"),
        ("aliases: {expertise: 5}", "aliases: expertise: a list is wanted"),
        ("limits: {size: 5}", "there is no limit “size”; there are depth, "),
        ("limits: {slug: x}", "limits: slug: a number is wanted, not “x”"),
        ("sources: [", "mkdocs.yml is not valid YAML"),
    ],
)
def test_what_cannot_be_is_said(tmp_path, given, message):
    with pytest.raises(ValueError, match=r"wanted|limit|YAML") as caught:
        options(tmp_path, f"plugins: [persona-docs: {{{given}}}]")
    assert message in str(caught.value)
