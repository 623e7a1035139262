"""What each rule says, about whom, and what it leaves alone."""

from __future__ import annotations

import random
import string
from dataclasses import replace
from pathlib import Path

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.checks import ALONE, TOGETHER
from persona_docs.checks.levels import LEVELS, validate_levels, with_levels
from persona_docs.checks.products import PRODUCTS
from persona_docs.codes import CODES, finding
from persona_docs.model import Body, BodyLink, Fact, Finding, Origin, Persona, Source, Trigger, TriggerKind
from persona_docs.options import Limits, Options
from persona_docs.reading import read
from persona_docs.reading.leaks import mask
from tests.builders import persona
from tests.tree import write_tree

CLAUDE = next(name for name, product in PRODUCTS.items() if product.label == "Claude Code")
SKILL = next(name for name, product in PRODUCTS.items() if product.same_as == "folder")
TEXT = " ".join(f"word{n} of the instructions" for n in range(60))


def whole(handle: str, /, **given) -> Persona:
    """A persona nobody can complain about."""
    defaults = {"description": "What it does.", "body": f"{handle} {TEXT[: 40 * len(handle)]}"}
    return persona(handle, **(defaults | given))


def findings(*personas: Persona, root: Path | None = None, code: str = "") -> list[Finding]:
    made = build_catalog(personas, (), Options(), root).findings
    return [each for each in made if code in ("", each.code)]


def said(code: str, *personas: Persona, root: Path | None = None) -> list[tuple[str, str]]:
    """Where and what: `("a.md:3", "message")` of the findings with this code."""
    return [(each.place, each.message) for each in findings(*personas, root=root, code=code)]


def read_one(root: Path, path: str, block: str) -> Persona:
    """The persona of a file with this front matter."""
    files = {f"personas/{path}": f"---\n{block}\n---\nMow.\n"}
    (made,) = read(Options(), write_tree(root, files)).personas
    return made


def at(fact: str, line: int, **given) -> Fact:
    return Fact(fact, line=line, **given)


def derived(text: str) -> Fact:
    return Fact(text, Origin.DERIVED)


def test_a_sound_catalog_has_no_findings():
    assert findings(whole("ana"), whole("benedikt")) == []


class TestFields:
    @pytest.mark.parametrize(
        ("path", "written", "meant"),
        [
            (".claude/agents/a.md", "tool", "tools"),
            (".claude/agents/a.md", "descripton", "description"),
            (".claude/agents/a.md", "disallowed-tools", "disallowedTools"),
            (".claude/commands/a.md", "allowed_tools", "allowed-tools"),
            (".cursor/rules/a.mdc", "alwaysapply", "alwaysApply"),
            (".github/instructions/a.instructions.md", "applyto", "applyTo"),
            (".opencode/agent/a.md", "temprature", "temperature"),
        ],
    )
    def test_a_key_that_is_almost_one_of_the_product(self, path, written, meant, tmp_path):
        made = read_one(tmp_path, path, f"homepage: x\n{written}: Read")
        ((place, message),) = said("unknown-key", made)
        assert (place, message.partition(" has ")[2]) == (
            f"personas/{path}:3",
            f"no key `{written}`; did you mean `{meant}`?",
        )

    @pytest.mark.parametrize("own", ["homepage", "mode", "allowed-tools", "Name", "metadata.tool", "tags"])
    def test_keys_that_are_the_teams_own_or_of_another_product(self, own, tmp_path):
        block = f"name: a\ndescription: b\n{own}: Read" if "." not in own else "metadata:\n  tool: Read"
        assert said("unknown-key", read_one(tmp_path, ".claude/agents/a.md", block)) == []

    def test_a_slip_beside_the_right_key(self, tmp_path):
        made = read_one(tmp_path, ".claude/agents/a.md", "name: a\ncolors: blue\ncolor: red")
        assert said("unknown-key", made) == []

    def test_a_name_made_up_from_the_path(self):
        nameless = whole("x", name=derived("qa lead"), dialect=CLAUDE)
        assert said("missing-name", nameless) == [
            ("x.md", "There is no name; the catalog calls it “qa lead”")
        ]

    def test_no_description_or_one_that_no_product_sees(self):
        assert said(
            "missing-description",
            whole("a", description=""),
            whole("b", description=derived("First words."), dialect=CLAUDE),
            whole("c"),
        ) == [
            ("a.md", "There is no description"),
            ("b.md", "There is no description; the catalog took one from the text"),
        ]

    @pytest.mark.parametrize(("dialect", "key", "value", "wanted"), [
        ("windsurf-rule", "trigger", "always_on", False),
        ("windsurf-rule", "trigger", "model_decision", True),
        ("windsurf-rule", "mode", "model_decision", False),
        ("kiro-steering", "inclusion", "fileMatch", False),
        ("kiro-steering", "inclusion", "auto", True),
    ])  # fmt: skip
    def test_a_rule_wants_a_description_where_a_model_chooses_by_it(self, dialect, key, value, wanted):
        rule = whole("a", description=derived("First words."), dialect=dialect, settings={key: value})
        assert bool(said("missing-description", rule)) is wanted
        assert bool(said("missing-description", replace(rule, description=Fact("")))) is wanted

    @pytest.mark.parametrize("rules", ["amp", "augment-rule", "cline", "junie", "trae"])
    def test_rules_that_always_hold_want_no_name_and_no_description(self, rules):
        assert findings(whole("a", name=derived("a"), description="", dialect=rules)) == []

    def test_agents_of_products_that_close_no_list_may_use_any_tool_and_model(self):
        for product in ("pi-agent", "factory", "qwen", "augment-agent"):
            assert findings(whole("a", dialect=product, tools=["Foresee"], model="any")) == []

    def test_a_description_too_long_for_a_skill(self):
        skill = {"dialect": SKILL, "path": "skills/a/SKILL.md"}
        assert said("long-description", whole("a", description="x" * 1024, **skill)) == []
        assert said("long-description", whole("a", description=at("x" * 1025, 3), **skill)) == [
            ("skills/a/SKILL.md:3", "The description has 1025 characters; Agent Skills takes 1024")
        ]
        assert said("long-description", whole("a", description="x" * 1025, dialect=CLAUDE)) == []

    @pytest.mark.parametrize("body", ["", "  \n\n\t"])
    def test_no_instructions(self, body):
        assert said("empty-body", whole("a", body=Body(body, line=5))) == [
            ("a.md:5", "There are no instructions")
        ]

    @pytest.mark.parametrize(
        "model", ["opus", "Sonnet", "inherit", "claude-opus-4-5", "us.anthropic.claude-x[1m]"]
    )
    def test_models_that_are_known(self, model):
        assert said("unknown-model", whole("a", dialect=CLAUDE, model=model)) == []

    def test_a_model_nobody_has(self):
        (only,) = findings(whole("a", dialect=CLAUDE, model=at("sonet", 4)), code="unknown-model")
        assert only.place == "a.md:4"
        assert only.message == "Claude Code has no model “sonet”; did you mean “sonnet”?"
        assert "opus" in only.fix
        assert said("unknown-model", whole("a", model="sonet")) == []

    def test_colours(self):
        given = ["red", "#a0f", "Tomato", "metallic-bleu", "neon", "red; background: url(x)"]
        wrong = said("unknown-color", *(whole(f"p{n}", color=color) for n, color in enumerate(given)))
        assert wrong == [
            ("p5.md", "“red; background: url(x)” is no colour"),  # worse than a slip of the pen
            ("p3.md", "“metallic-bleu” is no colour; did you mean “blue”?"),
            ("p4.md", "“neon” is no colour"),
        ]


class TestTools:
    def test_a_misspelt_tool(self):
        wrong = whole("a", dialect=CLAUDE, tools=["Raed", "Bash(git:*)"], denied=["Вash"])
        assert said("unknown-tool", wrong) == [
            ("a.md", "Claude Code has no tool “Raed”; did you mean “Read”?"),
            ("a.md", "Claude Code has no tool “Вash”; did you mean “Bash”?"),
        ]

    def test_tools_like_no_other_are_told_together(self):
        wrong = whole("a", dialect=CLAUDE, tools=["create_issue", "Read", "list_issues"])
        assert said("unknown-tool", wrong) == [
            ("a.md", "Claude Code has no tool “create_issue” or “list_issues”")
        ]

    def test_tools_that_could_not_be_told_apart_are_no_tool(self):
        wrong = whole("a", dialect=CLAUDE, tools=["Read Frobnicate", "Bash、Find_all", "Microsoft Docs"])
        assert said("unknown-tool", wrong) == [
            ("a.md", "Claude Code has no tool “Read Frobnicate” or “Bash、Find_all”")
        ]

    @pytest.mark.parametrize(
        ("path", "tools", "strange"),
        [
            ("team/a.md", ["read", "grep", "find_all"], False),
            ("team/a.md", ["Read", "grep", "find_all"], True),
            (".claude/agents/a.md", ["read", "grep", "find_all"], True),
        ],
    )
    def test_another_products_tools_are_not_held_against_a_file_that_only_looks_like_claude_codes(
        self, path, tools, strange
    ):
        found = said("unknown-tool", whole("a", dialect=CLAUDE, path=path, tools=tools))
        assert bool(found) is strange

    def test_what_servers_extensions_and_other_products_bring_is_fine(self):
        fine = [
            "mcp__serena__find",
            "mcp__x",
            "search/codebase",
            "@server/tool",
            "azure-mcp/*",
            "Microsoft Docs",
        ]
        assert said("unknown-tool", whole("a", dialect=CLAUDE, tools=fine)) == []
        assert said("unknown-tool", whole("a", dialect="somebody-elses", tools=["Raed"])) == []

    def test_allowed_and_denied(self):
        both = whole("a", tools=["Bash(git:*)", "Read", "Edit"], denied=["bash", "Read", "Edit(*.lock)"])
        assert [message for _, message in said("tool-conflict", both)] == [
            "“Read” is allowed and denied",
            "“bash” is allowed and denied",
        ]


class TestNames:
    def test_same_name(self):
        named = [whole("QA", path="a.md", name=at("QA", 2)), whole("q\u200ba", path="b.md"), whole("QB")]
        assert said("same-name", *named) == [
            ("a.md:2", "“QA” is also the name of b.md"),
            ("b.md:2", "“q\u200ba” is also the name of a.md"),
        ]

    def test_same_slug(self):
        assert said("same-slug", whole("Dev Ops", path="a.md"), whole("dev-ops", path="b.md")) == [
            ("a.md:2", "“dev-ops” would be its address, and that of b.md; it got “dev-ops”"),
            ("b.md:2", "“dev-ops” would be its address, and that of a.md; it got “b”"),
        ]

    def test_same_trigger(self):
        assert said("same-trigger", whole("a", triggers=["/dev"]), whole("b", triggers=["/DEV", "@dev"])) == [
            ("a.md", "“/dev” also calls b.md"),
            ("b.md", "“/dev” also calls a.md"),
        ]

    def test_many_with_one_name_are_not_all_listed(self):
        crowd = said("same-name", *(whole("qa", path=f"{n}.md") for n in range(9)))
        assert len(crowd) == 9
        assert crowd[8] == ("8.md:2", "“qa” is also the name of 0.md, 1.md and 2.md")

    def test_a_trigger_that_is_somebody_elses_name(self):
        assert said(
            "trigger-is-name", whole("qa lead"), whole("dev", triggers=["@qa-lead", "/dev", "*QA Lead"])
        ) == [("dev.md", "“@qa-lead” is the name of qa-lead.md")]

    def test_a_name_that_another_product_knows_is_nobody_elses(self):
        lead, dev = (
            whole("qa lead", path=".claude/qa.md"),
            whole("dev", path=".pi/dev.md", triggers=["@qa-lead"]),
        )
        assert said("trigger-is-name", lead, dev) == []

    def test_a_text_that_mentions_a_command(self):
        mention = Trigger("/deploy", Origin.DERIVED, 7, kind=TriggerKind.COMMAND)
        guide = whole("guide", triggers=[mention])
        assert said("trigger-is-name", guide, whole("deploy", path="commands/deploy.md")) == []
        assert len(said("trigger-is-name", guide, whole("deploy", path="agents/deploy.md"))) == 1

    def test_paths_that_some_disks_take_for_one(self):
        assert said("same-path", whole("a", path="Café.md"), whole("b", path="cafe\u0301.md")) == [
            ("cafe\u0301.md", "On many disks this file and Café.md are one")
        ]

    @pytest.mark.parametrize("name", ["Python专家", "Бэкенд", "λ-calculus", "Ingeniería", "AWS & Кубернетис"])
    def test_scripts_side_by_side_are_fine(self, name):
        assert said("mixed-scripts", whole(name)) == []

    def test_scripts_within_a_word_are_not(self):
        assert said("mixed-scripts", whole("bаckend", path="a.md", triggers=["@οps"])) == [
            ("a.md", "“@οps” mixes scripts: ο (U+03BF) is Greek"),
            ("a.md:2", "“bаckend” mixes scripts: а (U+0430) is Cyrillic"),
        ]

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "/etc/passwd", r"C:\x", r"..\x", "%2e%2e%2fx", "~/x"]
    )
    def test_names_that_are_paths(self, name):
        assert len(said("path-name", whole(name, path="a.md"))) == 1

    @pytest.mark.parametrize("name", ["CI/CD Engineer", "UI/UX", ".NET Expert", "and so on..."])
    def test_names_that_are_not(self, name):
        assert said("path-name", whole(name, path="a.md")) == []

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("🤖", "The name “🤖” has no letters; the address is “a”"),
            ("Index", "The name “Index” is reserved; the address is “index-persona”"),
            (".x", "The name “.x” starts with “.”; the address is “x”"),
            ("Ops", None),
        ],
    )
    def test_names_that_cannot_be_addresses(self, name, message):
        assert [said for _, said in said("address", whole(name, path="a.md"))] == (
            [message] if message else []
        )

    @pytest.mark.parametrize(
        ("name", "limit", "address"),
        [
            ("Quality Assurance Lead", 12, "quality-assu-c7e3c1a5"),
            ("Quality Assurance Lead", 22, None),
            (f"Quality{' and quality' * 9}", 200, None),
            ("Release 20240101", 80, None),
        ],
    )
    def test_a_name_is_too_long_where_its_address_had_to_be_cut(self, name, limit, address):
        told = build_catalog([whole(name, path="a.md")], (), Options(limits=Limits(slug=limit))).findings
        assert [each.message for each in told if each.code == "address"] == (
            [f"The name “{name}” is very long; the address is “{address}”"] if address else []
        )

    def test_a_name_that_is_not_the_files(self):
        assert said("name-differs", whole("qa", path="x/SKILL.md", dialect=SKILL)) == [
            ("x/SKILL.md:2", "The name is “qa”, the folder “x”")
        ]
        assert said("name-differs", whole("qa", path="qa/SKILL.md", dialect=SKILL)) == []
        assert said("name-differs", whole("qa", path="x.md")) == []


class TestNearDuplicates:
    def test_a_copy_and_a_copy_with_a_changed_line(self):
        changed = TEXT.replace("word7 of", "another line of")
        other = " ".join(f"thing{n} in quite other words" for n in range(60))
        bodies = {"a.md": TEXT, "b.md": TEXT.upper(), "c.md": changed, "d.md": other}
        assert said("near-duplicate", *(whole(p, path=p, body=body) for p, body in bodies.items())) == [
            ("b.md:1", "This is the same text as a.md"),
            ("c.md:1", "This is 93 % the same text as a.md"),
        ]

    def test_a_persona_kept_for_two_products_is_told_of_when_its_texts_drift_apart(self):
        here, there = ".claude/agents/qa.md", ".github/agents/qa.agent.md"
        drifted = TEXT.replace("word7 of", "another line of")
        assert said("near-duplicate", *(whole("qa", path=path, body=TEXT) for path in (here, there))) == []
        assert said(
            "near-duplicate", whole("qa", path=here, body=TEXT), whole("qa", path=there, body=drifted)
        ) == [(f"{there}:1", f"This is 93 % the same text as {here}")]

    def test_short_texts_are_never_told(self):
        assert said("near-duplicate", whole("a", body="Be kind."), whole("b", body="Be kind.")) == []

    @pytest.mark.parametrize("share", [0.93, 0.97, 0.99])
    def test_hardly_any_is_missed(self, share):
        draw = random.Random(3)
        words = ["".join(draw.choices(string.ascii_lowercase, k=6)) for _ in range(3_000)]
        missed = 0
        for n in range(50):
            text = draw.choices(words, k=600)
            cut = int(600 * (1 - share))
            copy = text[:300] + draw.choices(words, k=cut) + text[300 + cut :]
            found = said(
                "near-duplicate", whole(f"a{n}", body=" ".join(text)), whole(f"b{n}", body=" ".join(copy))
            )
            missed += not found
        assert missed == 0


class TestReferences:
    def test_unknown_skills_are_told_where_there_are_skills_at_all(self):
        user = whole("dev", skills=["review", "Writting", "plugin:review"])
        skill = whole("review", path="skills/review/SKILL.md")
        writing = whole("writing", path="skills/writing/SKILL.md")
        assert said("unknown-skill", user) == []
        assert said("unknown-skill", user, skill, writing) == [
            ("dev.md", "There is no skill “Writting”; did you mean “writing”?")
        ]

    def test_links_to_files_that_are_not_there(self, tmp_path):
        (tmp_path / "team").mkdir()
        (tmp_path / "team" / "a b.md").touch()
        targets = [
            "a%20b.md#x", "/team/a%20b.md", "../team", "gone.md", "img/gone.png", "#only", "https://x.org/gone.md",
            "mailto:a@b.org", "{path}.md", "<file>.md", "url", "../../outside.md", "http://[", "a\x00.md",
            "x" * 300 + ".md",
        ]  # fmt: skip
        links = tuple(BodyLink(target, "text", line) for line, target in enumerate(targets, 1))
        found = said(
            "broken-link", whole("dev", path="team/dev.md", body=Body("text", links=links)), root=tmp_path
        )
        assert [place for place, _ in found] == [f"team/dev.md:{line}" for line in (4, 5, 12, 14, 15)]
        assert found[0][1] == "“gone.md” leads to no file"
        assert found[2][1] == "“../../outside.md” leads out of the project"


def token(*parts: str) -> str:
    """A made-up secret, put together here so that no scanner takes this file for a leak."""
    return "".join(parts)


SIGNS = "q7ZtW2mKx9RbV4nLpJ8sHd3FgY6cTe5UaXw1vB0"
SECRETS = {
    "aws": token("AK", "IA", "Z7QPLM3XN2RT8VYW"),
    "github": token("gh", "p_", SIGNS[:36]),
    "anthropic": token("sk-", "ant-api03-", SIGNS),
    "openai": token("sk-", "proj-", SIGNS),
    "slack": token("xox", "b-", "2938471056-", SIGNS[:24]),
    "google": token("AI", "za", SIGNS[:35]),
    "stripe": token("sk_", "live_", SIGNS[:24]),
    "private key": token("-----BEGIN RSA PRIV", "ATE KEY-----\n", SIGNS * 2),
    "address": token("postgres://app:", "h7Kq92LmZx", "@db.intern/app"),
    "assigned": token("API_", "KEY=", SIGNS[:32]),
    "quoted": token('"client_se', 'cret": "', SIGNS[:30], '"'),
}
SAMPLES = [
    "AKIAIOSFODNN7EXAMPLE",
    "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "sk-your-api-key-goes-right-here",
    "sk-1234567890abcdef1234567890abcdef",
    "<YOUR_KEY>",
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "api_key: ${OPENAI_API_KEY}",
    "API_KEY=process.env.OPENAI_API_KEY_2",
    "postgres://user:password@localhost/db",
    "token: string | undefined",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END",
    "password = get_password_from_vault(name)",
    "task-tracking-for-everyone",
    "Authorization: Bearer <token>",
    "secret: projects/acme/secrets/db-password-v2/versions/3",
]


class TestSecrets:
    @pytest.mark.parametrize("kind", SECRETS)
    def test_a_secret_is_told_with_its_place_and_never_shown(self, kind):
        text = f"# Notes\n\nUse {SECRETS[kind]} for now.\n"
        (only,) = findings(whole("a", source=Source("a.md", text=text, masked=mask(text))), code="secret")
        assert only.line == 3
        assert only.column >= 5
        assert SIGNS[:6] not in only.message
        assert "Z7QP" not in only.message

    @pytest.mark.parametrize("text", SAMPLES)
    def test_stand_ins_are_let_through(self, text):
        assert mask(f"Set it: {text}\n") == f"Set it: {text}\n"
        assert said("secret", whole("a", source=Source("a.md", text=f"Set it: {text}\n"))) == []

    def test_a_file_of_many_personas_is_searched_once(self):
        text = f"x: {SECRETS['aws']}\n"
        source = Source("modes.yaml", text=text, masked=mask(text))
        assert (
            len(said("secret", *(whole(n, id=f"modes.yaml#{n}", source=source) for n in ("aa", "bb")))) == 1
        )


class TestLevels:
    def test_they_are_raised_lowered_and_silenced_by_code(self):
        given = [
            finding("encoding", "", "a.md"),
            finding("mojibake", "", "a.md"),
            finding("fence", "", "a.md"),
        ]
        levels = {"encoding": "error", "mojibake": "ignore"}
        assert [(f.code, f.severity) for f in with_levels(given, levels)] == [
            ("encoding", "error"),
            ("fence", "warning"),
        ]

    @pytest.mark.parametrize(
        ("levels", "message"),
        [
            ({"same-nam": "info"}, "there is no code “same-nam”; did you mean “same-name”?"),
            ({"fence": "warn"}, "fence: there is no level “warn”; did you mean “warning”?"),
            ({"fence": "off"}, "allowed are ignore, info, warning and error"),
        ],
    )
    def test_a_slip_of_the_pen_is_answered(self, levels, message):
        with pytest.raises(ValueError, match="findings: ") as caught:
            build_catalog((), (), Options(findings=levels))
        assert message in str(caught.value)

    def test_every_code_takes_every_level(self):
        for level in LEVELS:
            validate_levels(dict.fromkeys(CODES, level))

    def test_the_worst_come_first_then_path_and_line(self):
        given = [
            finding("fence", "", "b.md", 2), finding("fence", "", "a.md", 9), finding("fence", "", "a.md", 2),
            finding("address", "", "a.md"), finding("secret", "", "z.md"), finding("secret", "", "z.md"),
        ]  # fmt: skip
        made = build_catalog((), given, Options()).findings
        assert [each.place for each in made] == ["z.md", "a.md:2", "a.md:9", "b.md:2", "a.md"]


def test_every_rule_is_told_by_its_docstring():
    assert all(rule.__doc__ for rule in (*ALONE, *TOGETHER))
