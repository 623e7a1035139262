"""What calls a persona and what it works with, where the text says so: triggers and tools."""

from __future__ import annotations

import pytest

from persona_docs.reading.derived import calls, derive
from persona_docs.reading.derived.named_tools import named_tools
from persona_docs.reading.situations.invocations import commands, keywords, situations
from tests.reading.texts import text


def triggers(body: str, description: str = "") -> list[tuple[str, str]]:
    return [(t.value, t.help) for t in calls.triggers(text(body, description))]


def test_commands_in_a_fence_below_a_command_heading_bring_their_help():
    body = """
        ## Comandos de activación

        ```bash
        # Activar
        /dev                    # Modo desarrollo
        /dev refactoriza esto   # Refactor
        /fix
        curl /health
        ```
    """
    assert triggers(body) == [("/dev", "Modo desarrollo"), ("/fix", "")]


def test_commands_in_lists_and_tables_too():
    body = """
        ## Commands
        - `/plan <goal>` - make a plan
        - **/ship**: release it
        - Python tests: `pytest -q`

        | Command | Use |
        |---|---|
        | `*help` | show the menu |
    """
    assert triggers(body) == [("/plan", "make a plan"), ("/ship", "release it"), ("*help", "show the menu")]


@pytest.mark.parametrize(
    ("body", "command"),
    [
        ("## 명령어\n\n- `/plan`을 실행한다\n", "/plan"),
        ("## コマンド\n\n- `/deploy`を実行する\n", "/deploy"),
        ("## コマンド\n\n- `/デプロイ` – 公開する\n", "/デプロイ"),
    ],
)
def test_what_a_language_writes_behind_a_word_is_no_part_of_a_command(body, command):
    assert [value for value, _ in triggers(body)] == [command]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**Invocación**: `@backend`\n", [("@backend", "")]),
        ("**Trigger**: /dev\n", [("/dev", "")]),
        ("> Starts when users type `@agent-security` in a chat.\n", [("@agent-security", "")]),
        ("The `/users` route answers `/health`; see /etc/hosts.\n", []),
        ("Use `@click.command()` and `@scope/package`, or write to me@example.org.\n", []),
        ("```python\n@dataclass\nclass A: ...\n```\n", []),
        ("## Commands\n\n```bash\nnpm test\nls /tmp\n```\n", []),
        ("## Usage\n\n- /usr/local/bin is the place\n- /etc/app.toml too\n", []),
        ("**Trigger**: `POST /v1/boats/{id}/trigger`\n", []),
        ("## Usage\n\n- `@pytest.fixture` - reuse\n- `@patch()` - replace\n- `@media` - print\n", []),
        ("## When to use\n\n- `@RolesAllowed` guards a route\n- `@Action` names one\n", []),
    ],
)
def test_only_what_calls_the_persona_is_a_trigger(body, expected):
    assert triggers(body) == expected


def test_a_description_names_commands_and_keywords():
    said = "Auditoría web. Úsalo con /seo para auditar páginas. Triggers on: 'SEO audit', 'core web vitals'."
    assert commands(said) == (("/seo", "auditar páginas"),)
    both = "Úsala con /explica para entender un fragmento, o con /ejercicio para practicar algo."
    assert commands(both) == (("/explica", "entender un fragmento"), ("/ejercicio", "practicar algo"))
    assert situations(both) == ("Entender un fragmento", "Practicar algo")
    assert keywords(said) == ("SEO audit", "core web vitals")
    assert triggers("", said) == [("/seo", "auditar páginas"), ("SEO audit", ""), ("core web vitals", "")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('# Ana\n\n## Notes\n\n**Trigger phrases**: "leak check", "audit it"\n', ["leak check", "audit it"]),
        ("# Ana\n\nTriggers: audit, scan\n", ["audit", "scan"]),
        ("# Ana\n\n**触发词**：审查、scan\n", ["审查", "scan"]),
        ("## Identity\n\n- **Triggers**: audit, and scan.\n", ["audit", "scan"]),
        ("**Trigger**: /scan\n", ["/scan"]),
        # What the text is about has triggers too:
        ("## Expertise\n\n- **Triggers**: HTTP, timers\n", []),
        ('## Styles\n\n- Trigger words: "oil", "ink"\n', []),
        ("# Ana\n\n## Pipelines\n\n## Queues\n\n## Jobs\n\n**Triggers**: push, tag\n", []),
        ("# Ana\n\n**Trigger:** a build stops, nobody knows why and the night is long\n", []),
        ('# Ana\n\n**Trigger**: "Go" is pressed\n', []),
        ("# Ana\n\n**Keywords**: seo, meta\n", []),
    ],
)
def test_a_line_names_the_words_that_are_listened_for(body, expected):
    assert [value for value, _ in triggers(body)] == expected


def test_such_a_word_says_where_it_stands():
    (first, _) = calls.triggers(text('# Ana\n\n**Trigger phrases**: "leak check", "audit it"\n'))
    assert (first.kind.value, first.line, first.where, first.derived) == (
        "keyword",
        3,
        "Trigger phrases",
        True,
    )


PROMISES = (
    "Trigger phrases",
    "Activation keywords",
    "Frases de activación",
    "Palavras-chave de ativação",
    "Auslösewörter",
    "Mots déclencheurs",
    "Parole di attivazione",
    "触发词",
    "トリガーワード",
    "트리거 키워드",
)


@pytest.mark.parametrize("heading", PROMISES)
def test_a_section_that_promises_words_lists_triggers_and_no_situations(heading):
    words = '- "leak check"\n- `pump`, `bail`\n- When a boat is late\n- /moor\n'
    body = text(f"# Ana\n\n## {heading}\n\n{words}")
    assert {(each.value, each.line, each.where) for each in calls.triggers(body)} == {
        ("leak check", 5, heading),
        ("pump", 6, heading),
        ("bail", 6, heading),
        ("/moor", 8, heading),
    }
    assert [fact.value for fact in derive.activates_on(body)] == ["When a boat is late"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("# /ship — publish what is merged", [("/ship", "publish what is merged")]),
        ("# /ops:ship", [("/ops:ship", "")]),
        ("## /ship — publish", []),
        ("# /srv/www — what is published", []),
        ("# /ship publishes what is merged", []),
        ("# Ship", []),
    ],
)
def test_a_file_headed_with_a_command_is_called_by_it(heading, expected):
    assert triggers(f"{heading}\n\nPublish.\n") == expected


def test_a_tools_section_names_known_tools():
    body = (
        "## Herramientas preferidas\n\n- `view_file`: leer\n- `mcp__serena__find`: buscar\n- `tea`: beber\n"
    )
    assert [(t.value, t.group.value, t.derived) for t in named_tools(text(body))] == [
        ("view_file", "read", True),
        ("mcp__serena__find", "mcp", True),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("- Read, Grep, Glob", ["Read", "Grep", "Glob"]),
        ("Read, Grep and WebFetch.", ["Read", "Grep", "WebFetch"]),
        ("- Bash(git:*), Read", ["Bash(git:*)", "Read"]),
        ("- Read, Grep, patience", []),
        ("- Never: Bash, Write", []),
        ("- Read the file, then Grep", []),
        ("- Read", []),
        (
            "- `Task(subagent_type='mate')` or `search()`, and `Bash(git:*)`",
            ["Task", "search", "Bash(git:*)"],
        ),
        ("- `github/list_issues`, `docs/*`", ["github/list_issues", "docs/*"]),
        ("- `Oars/Sails`, `~/.boats/read`, `lists/read.py` and `--find`", []),
    ],
)
def test_a_line_of_nothing_but_tools_names_them(line, names):
    assert [tool.value for tool in named_tools(text(f"## Tools\n\n{line}\n"))] == names


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("自然语言：「查潮汐」「今天能出海吗」", ["查潮汐", "今天能出海吗"]),
        ("**自然语言**：“查潮汐”、“看风向”。", ["查潮汐", "看风向"]),
        ("快捷命令：/tide", ["/tide"]),
        ("快捷命令：`/tide`、`/tide week`、`/wind <港口>`", ["/tide", "/wind"]),
        ('Natural language: "check the tide", "may we sail"', ["check the tide", "may we sail"]),
        ("Slash command: `/tide`", ["/tide"]),
        ("Keywords: tide, spring tide", ["tide", "spring tide"]),
        ('**Keywords:** "tide", "wind"', ["tide", "wind"]),
        ("关键词：潮汐、风向", ["潮汐", "风向"]),
        ("Keywords: whatever a sailor may say who looks at the sky", []),
        ("自然语言：说出港口的名字", []),
        ("快捷命令：/var/log/tide", []),
        ("说明：「查潮汐」", []),
    ],
)
def test_an_item_that_names_the_ways_to_call_gives_what_is_said_or_typed(item, expected):
    for heading in ("触发条件", "触发方式"):
        said = text(f"## {heading}\n\n- {item}\n- 出海之前\n")
        assert [trigger.value for trigger in calls.triggers(said)] == expected
        situations = [fact.value for fact in derive.activates_on(said)]
        assert situations[-1] == "出海之前"
        assert len(situations) == (1 if expected else 2)
