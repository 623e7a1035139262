"""Checklists of all three kinds."""

from __future__ import annotations

from textwrap import dedent

import pytest

from persona_docs.model import Checklist, ChecklistItem, ChecklistKind
from persona_docs.reading.body.checklist_headings import is_checklist_heading
from persona_docs.reading.body.parsing import parse


def found(text: str) -> tuple[Checklist, ...]:
    return parse(dedent(text).lstrip("\n"), "a.md")[0].checklists


def lists(text: str) -> list[tuple[str, str, list[str]]]:
    return [(c.kind.value, c.title, [item.text for item in c.items]) for c in found(text)]


def test_a_task_list_with_everything() -> None:
    (checklist,) = found(
        """
        ## Before you merge

        - [ ] **Tests** pass
              on `main`
          - [x] unit
          - a note
          - [ ] whole
        - [X] Docs

          say so
        - not a task
        """
    )
    assert checklist == Checklist(
        "Before you merge",
        (
            ChecklistItem("Tests pass on main", "5aef3eea", False, 0, 3),
            ChecklistItem("unit", "a48b6a9a", True, 1, 5),
            ChecklistItem("whole", "f2619310", False, 1, 7),
            ChecklistItem("Docs say so", "87d7c0cf", True, 0, 8),
        ),
        ChecklistKind.TASKS,
        "before-you-merge",
        3,
    )


def test_keys_name_the_text_and_not_the_place() -> None:
    (before,) = found("- [ ] Añade tests\n- [ ] same\n- [ ] same\n")
    (after,) = found("- [ ] new\n- [x] anade  TESTS\n\n  more\n- [ ] same\n- [ ] Añade tests\n")
    keys = {item.text: item.key for item in after.items}
    assert before.items[0].key == keys["Añade tests"] != keys["anade TESTS more"]
    assert [item.key for item in before.items[1:]] == [keys["same"], f"{keys['same']}-2"]


def test_templates_change_no_key() -> None:
    alone = found("- [ ] a\n")
    with_template = found("```\n- [ ] a\n```\n\n- [ ] a\n")
    assert with_template[1].items[0].key == alone[0].items[0].key
    assert with_template[0].items[0].key == f"{alone[0].items[0].key}-2"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Work\n\n- [ ] a", "Work"),
        ("# Work\n\n**Before the release:**\n\n- [ ] a", "Before the release"),
        ("# Work\n\nLong story. Do this:\n- [ ] a", "Do this"),
        ("# Work\n\nSaid before:\n\nSaid after.\n\n- [ ] a", "Work"),
        ("# Review checklist\n\n## Security\n\n- [ ] a", "Review checklist: Security"),
        ("# Review checklist\n\n## Security\n\n### Keys\n\n- [ ] a", "Keys"),
        ("# Review checklist:\n\n**Security**\n\ntext\n\n- [ ] a", "Review checklist: Security"),
        ("# Review checklist\n\nThe checklist:\n\n- [ ] a", "Review checklist: The checklist"),
        ("# Steps\n\n1. Prepare:\n   - [ ] a", "Prepare"),
        ("- [ ] a", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    assert [checklist.title for checklist in found(text)] == [title]


def test_a_file_is_all_checklists_only_where_it_says_so_itself() -> None:
    below = "## Hull\n\n- No leaks\n- No rust\n"
    assert lists(f"# Boat checklist\n\n{below}") == [
        ("plain", "Boat checklist: Hull", ["No leaks", "No rust"])
    ]
    assert lists(f"# Quality gate\n\n{below}") == []
    assert lists(f"# Boats\n\n## Quality gate\n\n{below.replace('##', '###')}") == [
        ("plain", "Quality gate: Hull", ["No leaks", "No rust"])
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Quality Checklist",
        "✅ Checklist de Code Review",
        "3. Definition of Done",
        "Acceptance criteria:",
        "Lista de Verificación",
        "Antes de considerar una tarea terminada",
        "Critérios de Aceite",
        "检查清单",
        "Checkliste",
        "Lista di controllo",
        "Чек-лист перед выпуском",
        "驗收標準",
        "확인 목록",
        "Pre-Flight",
        "Quality gates (all)",
        "Quality gates for each boat",
        "Preflight checks",
        "Definition of done (whole crew)",
    ],
)
def test_plain_bullets_under_a_checklist_heading(heading: str) -> None:
    assert is_checklist_heading(heading)
    wanted = [("plain", heading.rstrip(":"), ["a", "b"])]
    assert lists(f"## {heading}\n\n- a\n- b\n") == wanted
    assert lists(f"**{heading}**\n\n* a\n* b\n") == wanted


def test_plain_bullets_under_a_colon_line() -> None:
    text = "Content creation checklist:\n- Headline\n- Images\n\nStyle:\n- calm\n"
    assert lists(text) == [("plain", "Content creation checklist", ["Headline", "Images"])]


def test_bullets_beside_the_boxes_of_a_checklist_are_remarks() -> None:
    text = """
    ## Mooring checklist

    Before you leave the boat:

    - [ ] lines are fast

    ### Signs of a poor mooring

    - it drifts

    ### Second checklist

    - keys are ashore

    ## Departure checklist

    - engine is warm

    <success_criteria>
    Done when:

    - [ ] all are ashore

    How well:

    - nobody fell
    </success_criteria>
    """
    assert lists(text) == [
        ("tasks", "Mooring checklist: Before you leave the boat", ["lines are fast"]),
        ("plain", "Second checklist", ["keys are ashore"]),
        ("plain", "Departure checklist", ["engine is warm"]),
        ("tasks", "Success criteria: Done when", ["all are ashore"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Release checklist\n\n1. a\n2. b",
        "## Step 1: Release checklist (each week)\n\nBefore it goes out.\n\n1. a\n2. b",
        "**Lista de verificación**\n\n1. a\n2. b",
        "## 发布检查清单\n\n1. a\n2. b",
    ],
)
def test_numbered_items_right_below_the_word_for_a_checklist(text: str) -> None:
    ((kind, _, items),) = lists(text)
    assert (kind, items) == ("plain", ["a", "b"])


@pytest.mark.parametrize(
    "text",
    [
        "## Workflow\n\n- a\n- b",
        "## Quality gates\n\n1. a\n2. b",
        "## Checklist\n\n1. a",
        "## Checklist\n\n- ✅ a\n- ❌ b\n\n4. a\n5. b",
        "## How to use this checklist\n\n1. a\n2. b",
        "## Checklist\n\n### Steps\n\n1. a\n2. b",
        "## Checklist\n\nDo it so:\n\n1. a\n2. b",
        "## Checklist\n\n- ✅ do this\n- ❌ not that",
        "## Checklist\n\ntext",
        "<rules>\n- a\n</rules>",
        "<checklist>\n1. a\n</checklist>",
        "<checklist>\n- ✅ do this\n- ❌ not that\n</checklist>",
        "We keep many checklists. Each one includes:\n- a",
        "## Don't write vague success criteria\n\n- fast\n- nice",
        "## Mooring checklist\n\n### When to use it\n\n- a storm comes",
        "## Mooring checklist\n\n### Related skills\n\n- knots",
        "## Mooring checklist\n\n### Inputs\n\n- a chart",
        "## Checklist pattern\n\n- three items at least",
        "A long checklist covering the harbour:\n\n- buoys",
        "## Quality gate hooks\n\n- one at the pier",
        "## 4. Missing acceptance criteria\n\n- of the sails",
        "## Deriving success criteria\n\n### How\n\n- ask the crew",
        "## Preflight planning mode\n\n- ask first",
        "## 1. Preflight checks\n\nStop if:\n\n- the tank is empty",
        "## `mooring_checklist.py`\n\n### Key functions\n\n- `moor()`",
        "x\n\n    - [ ] indented code",
        "| - [ ] a |\n|---|",
    ],
)
def test_no_checklist(text: str) -> None:
    assert lists(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<checklist>\n- Read it?\n- Found why?\n</checklist>\n", "Checklist"),
        ("<checklist>\n\n- Read it?\n- Found why?\n\n</checklist>\n", "Checklist"),
        ("<checklist>\n\n- Read it?\n- Found why?\n</checklist>\n", "Checklist"),
        ("<Final_Checklist>\n- Read it?\n- Found why?\n</Final_Checklist>\n", "Final Checklist"),
        ("<All>\n <quality_checklist>\n    - Read it?\n    - Found\n why?\n </quality_checklist>\n</All>\n",
         "Quality checklist"),
        ("<checklist>\nAsk yourself:\n- Read it?\n- Found why?\n</checklist>\n", "Checklist: Ask yourself"),
        ("<Checklist_A>\nAsk yourself:\n\n- Read it?\n- Found why?\n</Checklist_A>\n",
         "Checklist A: Ask yourself"),
        ("# Code\n\n<checklist>\n* Read it?\n* Found **why**?\n</checklist>\n", "Checklist"),
    ],
)  # fmt: skip
def test_plain_bullets_between_tags(text: str, title: str) -> None:
    wanted = [("plain", title, ["Read it?", "Found why?"])]
    after = "\n\nText.\n\n- no item\n\n<rules>\n- no item\n</rules>\n"
    assert lists(text + after) == wanted


def test_items_between_tags_stand_where_they_are_written() -> None:
    (checklist,) = found("# A\n\nText.\n\n<checklist>\n- a\n- ☑ b\n</checklist>\n")
    assert [(i.text, i.line, i.checked) for i in checklist.items] == [("a", 6, False), ("b", 7, True)]


def test_boxes_drawn_as_signs() -> None:
    text = """
    # Finish

    - ☐ one
    - ☑ two

    Verify you have:
    ☐ three
    □ four
    """
    first, second = found(text)
    assert [(i.text, i.checked) for i in first.items] == [("one", False), ("two", True)]
    assert (second.title, second.kind) == ("Verify you have", ChecklistKind.PLAIN)
    assert [(i.text, i.line) for i in second.items] == [("three", 7), ("four", 8)]


def test_templates_inside_fences() -> None:
    text = """
    # Code review checklist

    ```markdown
    ## Security
    - [ ] Keys **rotated**
      * [x] twice
    ## Names
    1. [ ] Clear
    ```

    # Report

    ~~~
    [ ] bare
    ☐ drawn
    ~~~

    ```python
    - [ ] not one
    ```
    """
    assert lists(text) == [
        ("template", "Code review checklist: Security", ["Keys **rotated**", "twice"]),
        ("template", "Code review checklist: Names", ["Clear"]),
        ("template", "Report", ["bare", "drawn"]),
    ]
    assert [(i.level, i.checked, i.line) for i in found(text)[0].items] == [(0, False, 5), (1, True, 6)]


def test_ten_thousand_items() -> None:
    (checklist,) = found("- [ ] a\n" * 10_000)
    assert len({item.key for item in checklist.items}) == 10_000
