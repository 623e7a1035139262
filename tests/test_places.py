"""Which folders a site is made of: what is typed on the left, what is read on the right."""

from __future__ import annotations

from pathlib import Path

import pytest

from persona_docs.cli.elsewhere import elsewhere
from persona_docs.cli.places import chosen
from tests.tree import write_tree

PERSONA = "---\nname: qa\ndescription: Tests.\n---\nTest it.\n"
FORMS = (".agent.md", ".chatmode.md", ".instructions.md", ".prompty")  # others stand in the table below
COMMAND = "---\ndescription: Tests.\n---\nTest it.\n"
PROSE = "---\ntitle: Guide\n---\n# Guide\n"


@pytest.mark.parametrize(
    ("files", "typed", "read"),
    [
        # a project: its known places, each in its own product's folder
        (".git/HEAD .claude/agents/a.md .github/agents/b.md README.md", (), ".claude/agents .github/agents"),
        (".opencode/agent/b.md .gemini/agents/c.md .agents/skills/d/SKILL.md .roomodes", (),
         ".gemini/agents .opencode/agent .agents/skills .roomodes"),
        (".cursor/rules/a.mdc docs/guide.md", (), ".cursor/rules"),
        (".pi/agents/a.md .factory/droids/b.md .clinerules/c.md .junie/d.md", (),
         ".pi/agents .factory/droids .clinerules .junie"),
        (".claude/rules/a.md .github/copilot-instructions.md .agent/workflows/b.md .roo/rules/c.md", (),
         ".claude/rules .github/copilot-instructions.md .agent/workflows .roo"),
        (".windsurf/rules/a.md .windsurf/workflows/b.md", (), ".windsurf/rules .windsurf/workflows"),
        (".github/skills/a/SKILL.md .opencode/command/b.md .cursor/commands/c.md docs/d.md", (),
         ".github/skills .cursor/commands .opencode/command"),
        # a plugin
        (".claude-plugin/plugin.json agents/a.md commands/b.md docs/c.md", (), "agents commands"),
        ("agents/a.md commands/b.md docs/c.md", (), "agents commands"),
        (".claude/agents/a.md commands/b.md", (), ".claude/agents"),
        ("personas/a.md agents/b.md notes/c.md", (), "personas agents"),
        # projects within
        (".claude/agents/a.md apps/x/.claude/agents/b.md apps/x/src/c.md y/.roomodes z/.pi/agents/x.txt", (),
         ".claude/agents apps/x/.claude/agents y/.roomodes"),
        (".claude/agents/a.md tests/.claude/agents/b.md index.html team/c.md", (), ".claude/agents team"),
        # a known place without a file in it is none
        (".claude/agents/a.txt team/b.md", (), "."),
        # folders that are no project: all that is in them
        ("team/agents/a.md team/b.md", ("team",), "team"),
        ("team/.claude/agents/a.md team/b.md", ("team",), "team"),
        ("a.md b/c.md", (), "."),
        # what is named is read, and nothing else
        (".claude/agents/a.md personas/b.md", ("personas",), "personas"),
        (".claude/agents/a.md", (".claude/agents/a.md",), ".claude/agents/a.md"),
        ("one/a.md two/b.md", ("two", "one"), "two one"),
        ("x/one.agent.md x/y/two.agent.md", ("x/**/*.agent.md",), "x/**/*.agent.md"),
        # a project inside
        ("app/.git/HEAD app/agents/a.md app/src/b.md", ("app",), "app/agents"),
    ],
)  # fmt: skip
def test_what_is_typed_and_what_is_read(tmp_path, monkeypatch, files, typed, read):
    texts = {"docs": PROSE, "notes": PROSE, "src": PROSE, "commands": COMMAND}
    write_tree(tmp_path, {path: texts.get(Path(path).parent.name, PERSONA) for path in files.split()})
    monkeypatch.chdir(tmp_path)
    folder = chosen(typed, tmp_path)
    assert (folder.root, folder.sources) == (tmp_path, tuple(read.split()))


@pytest.mark.parametrize(
    ("market", "read"),
    [
        (
            '{"plugins": [{"source": "./tools/lint"}, {"source": "./tools/docs"}]}',
            ".claude/commands agents tools",
        ),
        ('{"plugins": [{"source": "./"}, {"source": "./reviews"}]}', ".claude/commands agents reviews"),
        (
            '{"metadata": {"pluginRoot": "./tools"}, "plugins": [{"source": "lint"}]}',
            ".claude/commands agents tools",
        ),
        ('{"plugins": [{"source": {"source": "github", "repo": "x/y"}}, 1]}', ".claude/commands agents"),
        (
            '{"plugins": [{"source": "../tools"}, {"source": "/tools/x"}, {"source": "~/x"}]}',
            ".claude/commands agents",
        ),
        ("not JSON", ".claude/commands agents"),
        ("[" * 100_000, ".claude/commands agents"),
    ],
)
def test_a_marketplace_says_where_its_plugins_are(tmp_path, market, read):
    paths = [".claude/commands/release.md", "agents/a.md", "reviews/agents/b.md", "tools/lint/agents/c.md"]
    write_tree(tmp_path, {**dict.fromkeys(paths, COMMAND), ".claude-plugin/marketplace.json": market})
    assert chosen((), tmp_path).sources == tuple(read.split())


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        # the topmost folder of which four in five files say who they are
        ({"team/core/a.md": PERSONA, "team/web/b.md": PERSONA, "team/README.md": PROSE}, "team"),
        ({"team/core/a.md": PERSONA, "team/b.md": PROSE, "team/c.md": PROSE}, "team/core"),
        ({"docs/a.md": PERSONA, "docs/b.md": PROSE}, ""),
        ({**dict.fromkeys(["x/a.md", "x/b.md", "x/c.md", "x/d.md"], PERSONA), "x/e.md": PROSE}, "x"),
        ({**dict.fromkeys(["x/a.md", "x/b.md", "x/c.md"], PERSONA), "x/e.md": PROSE}, ""),
        ({"a.md": PERSONA}, ""),
        # by the names that products ask for
        ({"prompts/a.prompt.md": COMMAND, "rules/b.mdc": "Be kind.\n"}, "prompts rules"),
        ({f"x{n}/a{form}": "Be kind.\n" for n, form in enumerate(FORMS)}, "x0 x1 x2 x3"),
        ({"kit/SKILL.md": PERSONA, "kit/references/x.md": PROSE, "kit/references/y.md": PROSE}, "kit"),
        # by a front matter that is one: closed, at the very start, with both keys
        ({"a/a.md": "\ufeff---\r\nname: a\r\ndescription: b\r\n---\r\n"}, "a"),
        ({"a/a.md": COMMAND, "b/b.md": "---\nname: b\n---\ndescription: b\n"}, ""),
        ({"c/c.md": f"Hi\n{PERSONA}"}, ""),
        # nor hidden, nor for trial, nor made of others
        ({".old/a.md": PERSONA, "tests/b.md": PERSONA, "x/Fixtures/c.md": PERSONA}, ""),
        ({f"{folder}/a.md": PERSONA for folder in ("test", "__tests__", "spec", "specs", "testdata")}, ""),
        ({"node_modules/x/a.md": PERSONA, "site/index.html": "", "site/b.md": PERSONA}, ""),
        ({"wiki/.persona-docs-export.json": "{}", "wiki/c.md": PERSONA}, ""),
        ({"flow/workflow.md": PROSE, "flow/steps/a.md": PERSONA, "own/steps/b.md": PERSONA}, "own"),
    ],
)  # fmt: skip
def test_what_says_who_it_is_is_found_where_a_project_keeps_others(tmp_path, tree, found):
    assert elsewhere(tmp_path) == ()
    write_tree(tmp_path, tree)
    assert elsewhere(tmp_path) == tuple(found.split())

    write_tree(tmp_path, {".claude/agents/a.md": PERSONA, ".git/HEAD": ""})
    assert chosen((str(tmp_path),), Path("/")).sources[1:] == tuple(
        str(tmp_path.relative_to("/") / each) for each in found.split()
    )


def test_a_folder_within_a_thousand_is_looked_into_too(tmp_path):
    deep = "/".join("f" * 900)
    write_tree(tmp_path, {f"{deep}/a.md": PERSONA})
    assert elsewhere(tmp_path) == ("f",)


def test_what_is_known_is_not_told_again(tmp_path):
    write_tree(tmp_path, {"team/a.md": PERSONA, "more/b.md": PERSONA})
    assert elsewhere(tmp_path, ["team"]) == ("more",)


def test_a_folder_of_a_product_belongs_to_its_project_wherever_one_stands(tmp_path, monkeypatch):
    write_tree(tmp_path, {"shop/.claude/agents/team/a.md": PERSONA, "other/x": ""})
    for here, typed in [
        ("shop/.claude/agents/team", ()),
        ("other", ("../shop/.claude/agents/team",)),
        ("other", (str(tmp_path / "shop/.claude/agents/team"),)),
    ]:
        monkeypatch.chdir(tmp_path / here)
        folder = chosen(typed, tmp_path / here)
        assert (folder.title, folder.root) == ("shop", tmp_path / "shop")
        assert folder.sources == (".claude/agents/team",)


def test_the_title_is_the_name_of_the_folder(tmp_path, monkeypatch):
    write_tree(tmp_path, {"shop/team/a.md": PERSONA})
    monkeypatch.chdir(tmp_path)
    assert chosen(("shop/team",), tmp_path).title == "team"
    assert chosen(("shop/team/a.md",), tmp_path).title == tmp_path.name
    assert chosen((), tmp_path / "shop").title == "shop"
