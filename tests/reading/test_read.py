"""A folder is read: every file becomes personas or a word about why not."""

from __future__ import annotations

import gc

import pytest

from persona_docs.options import Limits, Options, SourceEntry
from persona_docs.reading import file, read
from tests.tree import write_tree

PERSONA = "---\nname: reviewer\ndescription: Reviews.\n---\nReview.\n"


def test_data_without_a_persona_is_told_once_a_source(tmp_path):
    root = write_tree(
        tmp_path, {"p/a.md": PERSONA, "p/package.json": '{"private": true}', "p/x.yaml": "a: 1\n"}
    )
    (told,) = read(Options(sources=("p",)), root).findings
    assert (told.code, told.path) == ("left-out", "p")
    assert told.message == "No persona found in: `p/package.json`, `p/x.yaml`"


def test_what_a_skill_keeps_beside_it_is_no_persona_and_not_left_out(tmp_path):
    root = write_tree(
        tmp_path,
        {"p/ada/SKILL.md": PERSONA, "p/ada/customize.toml": '[agent]\nname = "Ada"\ntitle = "Reviewer"\n'},
    )
    reading = read(Options(sources=("p",)), root)
    assert (len(reading.personas), reading.findings) == (1, ())


def test_no_file_pays_for_the_search_for_garbage_among_all_others(tmp_path, monkeypatch):
    root = write_tree(tmp_path, {"p/a.md": PERSONA})
    searching = []
    read_file = file.read_file
    monkeypatch.setattr(file, "read_file", lambda *a: searching.append(gc.isenabled()) or read_file(*a))
    assert len(read(Options(sources=("p",)), root).personas) == 1
    assert searching == [False]
    assert gc.isenabled()


SKILL = """
    == p/lighthouse/SKILL.md
    ---
    name: lighthouse
    description: Keeps the light burning. Use when it gets dark.
    ---
    Read [the lamps](references/lamps.md) first.
    == p/lighthouse/TIDES.md
    # Tides
    == p/lighthouse/references/lamps.md
    # Lamps
    Trim the wick.
    == p/lighthouse/rules/oil.md
    ---
    title: Store the oil cold
    impact: high
    ---
    In the cellar.
    == p/lighthouse/presets/night.yaml
    name: night
    description: All lamps lit.
"""


def test_what_a_skill_is_made_of_is_no_persona_of_its_own(tmp_path):
    reading = read(Options(sources=("p",)), write_tree(tmp_path, SKILL))
    (told,) = reading.findings
    assert [persona.id for persona in reading.personas] == ["p/lighthouse/SKILL.md"]
    assert (told.code, told.message) == (
        "left-out",
        "Parts of skills or workflows: `p/lighthouse/presets/night.yaml`, "
        "`p/lighthouse/references/lamps.md`, `p/lighthouse/rules/oil.md`, `p/lighthouse/TIDES.md`",
    )


def test_the_steps_of_a_workflow_are_nobody(tmp_path):
    said = "---\nname: {0}\ndescription: Does {0}.\n---\nDo it.\n"
    paths = ("flow/workflow.md", "flow/steps/moor.md", "flow/steps-late/sail.md", "own/steps/row.md")
    files = {f"p/{path}": said.format(path.rpartition("/")[2][:-3]) for path in paths}
    reading = read(Options(sources=("p",)), write_tree(tmp_path, files))
    assert [persona.name.value for persona in reading.personas] == ["workflow", "row"]
    (told,) = reading.findings
    left = "`p/flow/steps-late/sail.md`, `p/flow/steps/moor.md`"
    assert told.message == f"Parts of skills or workflows: {left}"


@pytest.mark.parametrize(
    "source", ["p/lighthouse/references", "p/*/references/*.md", "p/lighthouse/references/lamps.md"]
)
def test_a_part_of_a_skill_that_is_named_is_read(tmp_path, source):
    reading = read(Options(sources=("p", source)), write_tree(tmp_path, SKILL))
    assert [persona.title for persona in reading.personas] == ["Lamps", "Lighthouse"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("references/mate.md", "---\nrole: First mate\n---\nCount the boats.\n"),
        (
            "references/mate.md",
            "---\nname: First mate\ndescription: Counts.\nmodel: x\n---\nCount the boats.\n",
        ),
        ("agents/mate.md", "You are a patient first mate. Count the boats.\n"),
        ("agents/mate.md", PERSONA),
        ("agents/deck/mate.md", PERSONA),
        ("mate.agent.md", "Count the boats.\n"),
        ("harbour/SKILL.md", "Count the boats.\n"),
        ("agents/mate.yaml", "name: mate\ndescription: Counts.\nprompt: Count the boats.\n"),
        ("crew/mate.toml", 'name = "mate"\ndeveloper_instructions = "Count the boats."\n'),
    ],
)
def test_a_persona_that_lies_with_a_skill_is_one(tmp_path, name, text):
    root = write_tree(write_tree(tmp_path, SKILL), {f"p/lighthouse/{name}": text})
    assert f"p/lighthouse/{name}" in {persona.id for persona in read(Options(sources=("p",)), root).personas}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("references/mate.md", "You are a patient first mate. Count the boats.\n"),
        ("evals/evals.json", '[{"id": 1, "name": "fog", "description": "No view.", "prompt": "Light it!"}]'),
        ("evals/fog.yaml", "name: fog\nrole: Keeper\ndescription: No view.\nprompt: Light it!\n"),
        ("assets/calls.csv", "name,description,prompt\nfog,No view.,Light it!\n"),
        ("agents/settings.yaml", "name: lighthouse\ndescription: Keeps the light burning.\n"),
        ("assets/LOG.template.md", "---\nname: <ship>\ndescription: Its log.\n---\nSailed on <day>.\n"),
        (
            "references/looks/night.md",
            "---\nname: Night watch\ndescription: Dark and calm.\n---\n# Colours\n",
        ),
        ("steps/step-1-moor.md", "---\nname: step-1-moor\ndescription: Moor.\n---\nThrow the rope.\n"),
        ("crew/log.md", "---\ntitle: Log\nrole: '{{ role }}'\n---\n# Log\n"),
        ("assets/log.md", "---\nname: '{{ship}}'\ntools: Read\ntags: {tags}\nyes: no\nyes: [\n---\n# Log\n"),
    ],
)
def test_what_a_skill_works_with_is_no_persona_whatever_it_says(tmp_path, name, text):
    root = write_tree(write_tree(tmp_path, SKILL), {f"p/lighthouse/{name}": text})
    reading = read(Options(sources=("p",)), root)
    (told,) = reading.findings
    assert [persona.id for persona in reading.personas] == ["p/lighthouse/SKILL.md"]
    assert f"`p/lighthouse/{name}`" in told.message


SHARED = {
    "p/skills/one/SKILL.md": PERSONA,
    "p/skills/shared/references/deep/tides.md": "# Tides\n",
    "p/skills/shared/assets/mate.md": "---\nname: reviewer\ndescription: Reviews.\nmodel: x\n---\nReview.\n",
    "p/skills/shared/templates/log.md": "# Log of {{ship}}\n",
    "p/skills/shared/watch.md": "# Watch\n",
    "p/notes/references/moon.md": "# Moon\n",
    "p/assets/skills/two/SKILL.md": PERSONA,
    "p/assets/skills/two/agents/galley/cook.md": "---\nname: Cook\ndescription: Cooks.\n---\nCook.\n",
}


@pytest.mark.parametrize(
    ("sources", "titles"),
    [
        (("p",), "Moon Reviewer Reviewer Reviewer Cook Watch"),
        (("p/skills",), "Reviewer Reviewer Watch"),
        (("p/skills/shared",), "Reviewer Watch"),
        (("p/skills/shared/references",), "Tides"),
        (("p", "p/*/*/references/**/*.md"), "Moon Reviewer Reviewer Reviewer Cook Tides Watch"),
    ],
)
def test_what_skills_share_is_no_persona_unless_it_is_named(tmp_path, sources, titles):
    reading = read(Options(sources=sources), write_tree(tmp_path, SHARED))
    assert sorted(persona.title for persona in reading.personas) == sorted(titles.split())


def test_what_is_wrong_with_a_part_of_a_skill_is_told(tmp_path):
    root = write_tree(tmp_path, {"p/a/SKILL.md": PERSONA, "p/a/notes.md": "# Notes\nLook\u202e here.\n"})
    findings = read(Options(sources=("p",)), root).findings
    assert [(f.code, f.path, f.persona) for f in findings] == [
        ("left-out", "p", ""),
        ("hidden-characters", "p/a/notes.md", ""),
    ]


PROJECT = """
    == .git/HEAD
    == plan.md
    # Plan
    Build a pier.
    == docs/tides.md
    ---
    title: Tides
    description: High and low water.
    tags: [sea]
    ---
    # Tides
    == docs/hidden.md
    Look\u202e here.
    == docs/keeper.md
    You are a patient keeper of the light.
    == docs/mate.md
    ---
    name: mate
    ---
    Count the boats.
    == docs/watch.md
    ---
    description: Keeps watch.
    ---
    Look out.
    == docs/diver.md
    ---
    title: Diver
    tools: Read
    ---
    Dive.
    == harbour-rules/mooring.md
    Moor fast.
    == .sea/knots.md
    Tie fast.
    == .changeset/calm-boats.md
    ---
    "pier": patch
    ---
    Mend the pier.
    == boats/rower.agent.md
    Row.
"""
SOMEBODY = ["Knots", "Rower", "Diver", "Keeper", "Mate", "Watch", "Mooring"]


def test_notes_of_a_project_that_is_read_whole_are_nobody(tmp_path):
    root = write_tree(tmp_path / "sea-skills", PROJECT)
    for source, home in ((".", root), (str(root), tmp_path), ("sea-skills", tmp_path)):
        reading = read(Options(sources=(source,)), home)
        (told,) = reading.findings
        place = "" if home == root else "sea-skills/"
        assert [persona.title for persona in reading.personas] == SOMEBODY
        assert (told.code, told.message) == (
            "left-out",
            f"Left out as notes: `{place}.changeset/calm-boats.md`, `{place}docs/hidden.md`, "
            f"`{place}docs/tides.md`, `{place}plan.md`",
        )


@pytest.mark.parametrize(
    ("sources", "notes"),
    [
        (("docs",), ["Tides", "Hidden"]),
        (("docs", "."), ["Tides", "Hidden"]),
        ((".", "docs"), ["Tides", "Hidden"]),
        (("**/*.md",), ["Plan", "Tides", "Hidden", "Calm Boats"]),
        ((".", "plan.md"), ["Plan"]),
        ((SourceEntry(".", "markdown"),), ["Plan", "Tides", "Hidden", "Calm Boats"]),
    ],
)
def test_notes_that_are_named_are_read(tmp_path, sources, notes):
    root = write_tree(tmp_path, PROJECT)
    titles = {persona.title for persona in read(Options(sources=sources), root).personas}
    assert titles - set(SOMEBODY) == set(notes)


FORMS = """
    == sea/templates/log.md
    # Log of {{boat}}

    ## Weather
    == sea/forms/report-template.md
    # Report {TIDE_NUMBER}

    ## Wrecks
    == sea/templates/mate.md
    # {{boat}}'s mate

    You are the mate of {{boat}}.
    == sea/templates/cook.md
    ---
    name: "{{name}}"
    ---
    # Cook of {{boat}}
    == sea/templates/pilot.md
    ---
    name: "{{name}}"
    role: Pilot
    ---
    # Pilot of {{boat}}
    == sea/crew/_template.md
    ---
    name: your-name-here
    description: Say what you do aboard.
    ---
    Say it.
    == sea/prompts/ask.md
    # Ask {{name}}

    Ask for the tide.
"""


@pytest.mark.parametrize(
    ("sources", "forms"),
    [
        (("sea",), set()),
        (("sea/templates",), {"log"}),
        (("sea/**/*.md",), {"log", "report-template", "your-name-here"}),
    ],
)
def test_forms_of_documents_are_nobody_unless_they_are_named(tmp_path, sources, forms):
    found = read(Options(sources=sources), write_tree(tmp_path, FORMS))
    names = {(p.name.value, p.title) for p in found.personas}
    assert {("mate", "Mate"), ("{{name}}", "Pilot")} <= names
    assert {name for name, _ in names} - {"mate", "{{name}}", "ask"} == forms
    assert (("{{name}}", "Cook") in names) == (sources != ("sea",))
    left = [f.message for f in found.findings if f.code == "left-out"]
    assert bool(left) == (sources == ("sea",))


@pytest.mark.parametrize("folder", ["crew", ".", "crew/agents"])
def test_a_folder_that_is_no_project_is_read_to_the_last_note(tmp_path, folder):
    root = write_tree(tmp_path, {"crew/plan.md": "# Plan\n", "crew/agents/x/y.md": "# Y\n"})
    (root / "crew/agents/.git").mkdir()  # even its own repository, a folder of that name holds personas
    reading = read(Options(sources=(folder,)), root)
    assert (len(reading.personas), reading.findings) == (1 + (folder != "crew/agents"), ())


OWN = """
    == crew/sea/ann/SOUL.md
    You pilot ferries.
    == crew/sea/ben/SOUL.md
    # Ben, the mate

    You moor ferries.
    == crew/sea/eve/SOUL.md
    You cook.
    == crew/sea/eve/LOGBOOK.md
    You cooked soup.
    == crew/agents/system.md
    You start.
    == crew/skills/system.md
    You start.
"""


def test_a_file_named_as_those_beside_it_are_is_called_by_its_folder(tmp_path):
    found = {p.id: p for p in read(Options(sources=("crew",)), write_tree(tmp_path, OWN)).personas}
    ann, ben = found["crew/sea/ann/SOUL.md"], found["crew/sea/ben/SOUL.md"]
    assert (ann.name.value, ann.title, ann.category.value) == ("ann", "Ann", "Sea")
    assert (ben.name.value, ben.title) == ("ben", "Ben, the mate")
    others = {p.name.value for p in found.values() if p.id not in {ann.id, ben.id}}
    assert others == {"system", "LOGBOOK", "SOUL"}


def test_when_not_to_call_is_no_trigger_and_not_lost(tmp_path):
    triggers = "activation_triggers:\n  keywords: [patch, fix]\n  do_not_use_when: [it is not confirmed]\n"
    text = PERSONA.replace("description", f"{triggers}description")
    (persona,) = read(Options(sources=("p",)), write_tree(tmp_path, {"p/a.md": text})).personas
    assert [trigger.value for trigger in persona.triggers] == ["patch", "fix"]
    assert persona.extra["activation_triggers.do_not_use_when"].value == "it is not confirmed"


def test_markup_of_a_role_is_not_shown_where_a_line_is_plain(tmp_path):
    text = PERSONA.replace("Reviews.", "Reviews.\nrole: '**Senior** reviewer of `code`'")
    (persona,) = read(Options(sources=("p",)), write_tree(tmp_path, {"p/a.md": text})).personas
    assert persona.role.value == "Senior reviewer of code"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("prompts.csv", "act,prompt\nCook,Cook.\n\nBaker,Bake.\nBrewer,Brew.\nMiller,Mill.\n", 5),
        ("crew.yaml", "cook:\n  goal: Cook\nbaker:\n  goal: Bake\nbrewer:\n  goal: Brew\n", 6),
    ],
)
def test_of_more_personas_in_a_file_than_may_be_the_rest_is_left_out_and_told(tmp_path, name, text, line):
    root = write_tree(tmp_path, {f"p/{name}": text})
    reading = read(Options(sources=("p",), limits=Limits(personas=2)), root)
    (told,) = [each for each in reading.findings if each.code == "too-large"]

    assert [persona.name.value.casefold() for persona in reading.personas] == ["cook", "baker"]
    assert (told.line, told.message) == (line, "The file holds more than 2 personas; the rest is left out")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (Options(sources=()), "sources is empty; name at least one file, folder or glob that holds personas"),
        (
            Options(image_hosts=("img.example:443",)),
            "“img.example:443” is no host; write one such as “img.example”",
        ),
    ],
)
def test_options_that_nothing_can_come_of_are_refused(tmp_path, options, said):
    with pytest.raises(ValueError, match=r"^(image_hosts|sources)") as refused:
        read(options, tmp_path)
    assert said in str(refused.value)


def test_a_catalog_as_data_holds_nobody_anew(tmp_path):
    ann = '{"name": "Ann", "description": "Mows.", "instructions": "Mow it."}'
    catalog = '{\n"$schema": "personas.schema.json",\n"version": 1,\n"personas": [\n%s\n]\n}\n'
    root = write_tree(tmp_path, {"a.json": f"[{ann}]", "site/personas.json": catalog % ann})
    assert [persona.source.path for persona in read(Options(sources=(".",)), root).personas] == ["a.json"]


def test_data_that_are_only_described_are_nobody(tmp_path):
    named = "name: {}\ndescription: What it is about.\n"
    files = {
        "conf/orders.yaml": named.format("orders")
        + "tags: [sales]\nmeasures: [{name: total, sum: amount}]\n",
        "conf/steps.yaml": "name: steps\ndescription: |\n  Expert in:\n  - knots\n  - sails\nsteps: [x]\n",
        "conf/asked.yaml": named.format("asked"),
        "conf/cook.yaml": named.format("cook") + "role: Cook\n",
        "conf/told.yaml": named.format("told") + "prompt: Tell it.\n",
        "people/bob.yaml": named.format("bob"),
        "personas/ann.yaml": named.format("ann"),
    }
    reading = read(Options(sources=("conf/asked.yaml", "people", ".")), write_tree(tmp_path, files))
    assert [persona.name.value for persona in reading.personas] == ["asked", "cook", "told", "bob", "ann"]
    assert reading.findings[-1].message == "No persona found in: `conf/orders.yaml`, `conf/steps.yaml`"


@pytest.mark.parametrize(
    ("hint", "told"),
    [("<base href=//x>", ["unsafe-html"]), ("<base>", ["unsafe-html"]), ("<base-url> [<object-id>]", [])],
)
def test_html_in_a_value_is_told_of_and_no_placeholder_that_begins_like_it(tmp_path, hint, told):
    text = PERSONA.replace("\n---\n", f"\nargument-hint: '{hint}'\n---\n")
    found = read(Options(sources=("p",)), write_tree(tmp_path, {"p/a.md": text})).findings
    assert [each.code for each in found] == told
