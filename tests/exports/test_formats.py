"""What is no wiki: data, a table, a feed, files for models and for Backstage, each read by what reads it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import jsonschema
import pytest
import yaml
from lxml import etree

from persona_docs.catalog import build_catalog
from persona_docs.exports import data, feed, llms, site_files, table
from persona_docs.exports.formats import FORMATS
from persona_docs.exports.given import Given
from persona_docs.exports.plain import plain
from persona_docs.exports.wikis import backstage, notion
from persona_docs.model import Catalog, Persona
from persona_docs.options import Options
from persona_docs.pages.page import Site
from persona_docs.pages.table import COLUMNS
from persona_docs.reading.discovery.exported import SCHEMA
from persona_docs.repository import History, Moments
from scripts import reference
from tests.builders import persona
from tests.exports.catalogs import catalog
from tests.exports.wikis import UNSEEN
from tests.hostile.cases import TABLES

HOSTILE = ("html", "names", "values", "front matter", "hidden", "secrets")
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " \u00a0=1",
    "\ufeff=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("x")',
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Given:
    files = {case.file: case.data for name in HOSTILE for case in TABLES[name]}
    return catalog(tmp_path_factory.mktemp("hostile"), files, "personas", ".")


def of(*personas: Persona) -> Given:
    return Given(build_catalog(personas, (), Options()), url="https://example.org/")


def schema() -> dict[str, object]:
    told: dict[str, object] = json.loads(data.schema())
    jsonschema.Draft202012Validator.check_schema(told)
    return told


def test_every_file_beside_the_pages_is_known_before_it_is_made(tmp_path: Path, hostile: Given) -> None:
    for given in (catalog(tmp_path), of(persona("qa")), hostile, Given(Catalog())):
        assert sorted(site_files.addresses(given)) == sorted(site_files.export(given))


def test_the_json_is_what_its_schema_says(tmp_path: Path, hostile: Given) -> None:
    for given in (catalog(tmp_path), hostile, Given(Catalog())):
        jsonschema.validate(json.loads(data.export(given)["personas.json"]), schema())


def test_the_schema_leaves_nothing_open(tmp_path: Path) -> None:
    told = json.loads(data.export(catalog(tmp_path))["personas.json"])
    for spoil in ({"more": 1}, {"slug": None}, {"tools": []}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**told, "personas": [{**told["personas"][0], **spoil}]}, schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**told, "version": 2}, schema())


def test_the_schema_is_published_as_it_is() -> None:
    assert (reference.FOLDER / SCHEMA).read_bytes() == data.schema()


def test_what_the_json_tells_of_a_persona(tmp_path: Path) -> None:
    backend, qa = json.loads(data.export(catalog(tmp_path))["personas.json"])["personas"]

    assert {key: backend[key] for key in ("slug", "title", "expertise", "derived", "url")} == {
        "slug": "backend",
        "title": "Backend engineer",
        "expertise": ["Python", "C++ [fast]"],
        "derived": ["activates_on"],
        "url": "https://example.org/personas/backend/",
    }
    assert backend["tools"]["allowed"][1] == {"name": "Bash(git:*)", "group": "execute", "server": ""}
    assert [(each["text"], each["level"], each["checked"]) for each in backend["checklists"][0]["items"]] == [
        ("It works", 0, False),
        ("It is fast", 1, True),
        ("It is said why", 0, False),
    ]
    assert (qa["relations"], qa["unknown"]) == (
        [{"persona": "backend", "kind": "declared", "label": ""}],
        ["nobody"],
    )


def test_the_json_can_stand_in_a_page() -> None:
    given = of(persona("</script><!--\u2028&", description='a\\b "c" </SCRIPT>'))
    source = data.export(given)["personas.json"].decode()

    assert not re.search("[<\u2028\u2029]", source)
    assert json.loads(source)["personas"][0]["description"] == 'a\\b "c" </SCRIPT>'


def rows(source: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(source.decode("utf-8-sig"), newline="")))


def test_the_table_has_the_columns_of_the_comparison(tmp_path: Path) -> None:
    source = table.export(catalog(tmp_path))["personas.csv"]
    heads, backend, qa = rows(source)

    assert source.startswith(b'\xef\xbb\xbf"Name",')
    assert source.count(b"\r\n") == source.count(b"\n") == 3
    assert len(heads) == 1 + len(COLUMNS)
    assert backend[:4] == ["Backend engineer", "Python; C++ [fast]", "Read; Bash", "/api; '@backend"]
    assert (qa[2], qa[-1]) == ("Inherits all tools", "2")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula: str) -> None:
    one = persona(
        formula, title=formula, role=formula, category=formula, model=formula,
        expertise=["x", formula], triggers=[formula], skills=[formula], tools=[formula],
    )  # fmt: skip
    for export in (table.export, notion.export):
        for cell in rows(export(of(one))["personas.csv"])[1]:
            for value in re.split("[;,]", cell):
                assert not re.match(r"[\s\ufeff]*[=+\-@＝＋－＠]", value), cell


def test_quotes_commas_and_line_ends_come_back_as_they_were() -> None:
    one = persona('He said "a, b"; c', role="x\r\ny", expertise=['"', ",", ";"])
    _, row = rows(table.export(of(one))["personas.csv"])

    assert row[:2] == ['He said "a, b"; c', '"; ,; ;']
    assert row[4] == "x y"


def test_no_hostile_file_breaks_a_row(hostile: Given) -> None:
    found = rows(table.export(hostile)["personas.csv"])

    assert {len(row) for row in found} == {1 + len(COLUMNS)}
    assert len(found) == 1 + len(hostile.catalog.personas)


def test_the_feed_is_atom_as_readers_know_it(tmp_path: Path) -> None:
    source = feed.export(catalog(tmp_path))["feed.xml"]
    told = feedparser.parse(source)

    assert (told.bozo, told.version, told.feed.title) == (False, "atom10", "Team: Personas")
    assert [(each.title, each.link, each.updated) for each in told.entries] == [
        ("Backend engineer", "https://example.org/personas/backend/", "2026-05-06T00:00:00Z"),
        ("QA", "https://example.org/personas/qa/", "2026-02-03T00:00:00Z"),
    ]
    assert told.feed.updated == "2026-05-06T00:00:00Z"
    required(source)


def required(source: bytes) -> None:
    """What https://www.rfc-editor.org/rfc/rfc4287#section-4.1 asks of a feed and of its entries."""
    atom = "{http://www.w3.org/2005/Atom}"
    root = etree.fromstring(source)
    entries = root.findall(f"{atom}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{atom}{name}")) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{atom}updated"))
    assert root.find(f"{atom}author/{atom}name").text
    ids = [each.findtext(f"{atom}id") for each in entries]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"https://[\x21-\x7e]+", each) for each in ids)


def test_a_feed_of_hostile_files_is_well_formed(hostile: Given) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    history = History({one.source.path: Moments(moment, moment) for one in hostile.catalog.personas})
    source = feed.export(replace(hostile, history=history))["feed.xml"]

    required(source)
    assert len(feedparser.parse(source).entries) == 50


def test_models_get_an_index_everything_and_each(tmp_path: Path) -> None:
    files = llms.export(catalog(tmp_path))

    assert set(files) == {"llms.txt", "llms-full.txt", "backend.md", "qa.md"}
    title, quote, heading, entry, *_ = [line for line in files["llms.txt"].decode().splitlines() if line]
    assert (title, quote[:2], heading) == ("# Team", "> ", "## Engineering")
    assert entry.startswith("- [Backend engineer](backend.md): Builds APIs")
    assert "<example>\nuser: hi\n</example>" in files["backend.md"].decode()
    assert "````markdown\n# Backend engineer" in files["llms-full.txt"].decode()


def test_nothing_in_a_text_for_models_can_pass_for_another_persona() -> None:
    one = persona("a", body="```\n````\n## Somebody else\n`````")

    assert (
        "\n``````markdown\n```\n````\n## Somebody else\n`````\n``````\n"
        in llms.full(of(one), [plain(one)]).decode()
    )


def test_texts_for_models_keep_to_their_sizes() -> None:
    many = of(
        *(persona(f"one {n:05}", description="what it does " * 20, body="word " * 500) for n in range(1_200))
    )

    index, full = llms.index(many), llms.full(many, [plain(one) for one in many.catalog.personas])
    assert (len(index) <= llms.INDEX_SIZE, len(full) <= llms.FULL_SIZE * 1.2) == (True, True)
    assert "## Left out for lack of room" in full.decode()
    assert full.decode().count("\n## one ") + full.decode().count("\n- [one ") == 1_200


DRAWS = "Draws what it is asked for, on paper and on glass, for whoever comes by and asks."


@pytest.mark.parametrize(
    ("size", "said", "personas"),
    [
        (900, f": {DRAWS} `/1`, `/2`, `/3`, `/4`, `/5`", 6),
        (710, ": Draws what it is asked for, on paper and on glass, for… `/1`, `/2`, `/3`, `/4`, `/5`", 6),
        (299, "", 6),
        (298, "", 5),
    ],
)
def test_an_index_that_is_too_long_says_less_of_each_and_then_names_fewer(
    size: int, said: str, personas: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = [f"/{number}" for number in range(1, 7)]
    monkeypatch.setattr(llms, "INDEX_SIZE", size)
    made = of(
        persona("Art 1", category="Art", description=DRAWS, triggers=calls),
        *(persona(f"Art {n}", category="Art", description=DRAWS) for n in range(2, 4)),
        *(persona(f"Code {n}", category="Code", description=DRAWS) for n in range(1, 4)),
    )

    lines = llms.index(replace(made, name=" Our\n team ")).decode().splitlines()

    assert [line for line in lines if line[:2] in ("# ", "##")] == [
        "# Our team",
        "## Art",
        "## Code",
        "## Optional",
    ]
    assert f"- [Art 1](art-1.md){said}" in lines
    assert len([line for line in lines if re.match(r"- \[(Art|Code)", line)]) == personas


def test_what_has_no_room_among_everything_is_named_and_what_comes_behind_it_may_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lengths = {"a": 20, "b": 500, "c": 20, "d": 100, "e": 1}
    personas = [persona(name, body="word " * length) for name, length in lengths.items()]
    monkeypatch.setattr(llms, "FULL_SIZE", 800)

    told = llms.full(of(*personas), [plain(one) for one in personas]).decode()

    assert re.findall("^## (.*)", told, re.MULTILINE) == ["a", "c", "e", "Left out for lack of room"]
    assert told.endswith("\n\n## Left out for lack of room\n\n- [b](b.md)\n- [d](d.md)\n")


def test_what_models_read_hides_nothing(hostile: Given) -> None:
    for path, source in llms.export(hostile).items():
        assert not UNSEEN.search(source.decode()), path


def test_addresses_lead_into_a_folder_with_a_space_and_an_accent() -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    home = "https://example.org/our%20dise%C3%B1o/"
    given = replace(
        of(persona("qa")), site=Site(path="our diseño"), history=History({"qa.md": Moments(moment, moment)})
    )

    entries = feedparser.parse(feed.export(given)["feed.xml"])
    whole, one = yaml.safe_load_all(backstage.export(given)["catalog-info.yaml"])
    told = json.loads(data.export(given)["personas.json"])
    assert {each.href for each in entries.feed.links} == {f"{home}feed.xml", home}
    assert [each.link for each in entries.entries] == [f"{home}qa/"]
    assert whole["metadata"]["links"][0]["url"] == home
    assert one["metadata"]["links"][0]["url"] == told["personas"][0]["url"] == f"{home}qa/"


NAME = re.compile(r"[a-zA-Z0-9](?:[a-zA-Z0-9_.-]{0,61}[a-zA-Z0-9])?")


def test_backstage_gets_entities_it_takes(tmp_path: Path, hostile: Given) -> None:
    """The formats of https://backstage.io/docs/features/software-catalog/descriptor-format."""
    for given in (catalog(tmp_path), hostile):
        entities = list(yaml.safe_load_all(backstage.export(given)["catalog-info.yaml"]))
        names = [each["metadata"]["name"].lower() for each in entities]
        assert len(set(names)) == len(names) == 1 + len(given.catalog.personas)
        for entity in entities:
            assert {"apiVersion", "kind", "metadata", "spec"} == set(entity)
            assert NAME.fullmatch(entity["metadata"]["name"])
            assert not re.search(r"[-_.]{2}", entity["metadata"]["name"])
            assert {"type", "lifecycle", "owner"} <= set(entity["spec"])
            assert all(
                re.fullmatch(r"[a-z0-9+#]+(-[a-z0-9+#]+)*", tag) for tag in entity["metadata"].get("tags", ())
            )
            for link in entity["metadata"].get("links", ()):
                assert re.fullmatch(r"https://[\x21-\x7e]+", link["url"])
    small = list(yaml.safe_load_all(backstage.export(catalog(tmp_path))["catalog-info.yaml"]))
    assert [each["spec"]["owner"] for each in small] == ["unknown", "team-a", "unknown"]


@pytest.mark.parametrize("form", FORMATS)
def test_no_secret_leaves_the_house(form: str, hostile: Given) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    history = History({one.source.path: Moments(moment, moment) for one in hostile.catalog.personas})
    written = b"".join(FORMATS[form].export(replace(hostile, history=history)).values()).decode().casefold()

    secret = [text.casefold() for case in TABLES["secrets"] for text in case.lacks if len(text) > 8]
    assert len(secret) > 5
    assert [text for text in secret if text in written] == []
